/* test-changes-sources.c — files of changes: sources of two analysts that are the same */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "colleagues-edits.h"
#include "document.h"
#include "dossier-fixture.h"

/* Two sources that are one, by each of the marks; the ids in either order. */
static const char *const csls[] = {
  "csl={\"type\":\"report\",\"DOI\":\"10.5555/Lake.1\"}",
  "csl={\"type\":\"report\",\"DOI\":\"https://doi.org/10.5555/lake.1\"}",
  "csl={\"type\":\"report\",\"URL\":\"https://www.lake.example/talks/#top\"}",
  "csl={\"type\":\"report\",\"URL\":\"http://Lake.example/talks\"}",
  "csl={\"type\":\"report\"}",
  "csl={\"type\":\"report\"}",
};

static gsize which_source;

static gboolean
add_source (MarchEdit *edit, gint64 id, const char *csl, const char *exact)
{
  const char      *sha256 = which_source == 2 ? "sha256=abcd" : "note=none";
  g_autofree char *link = g_strdup_printf ("source_id:%d", (int) id);

  return INSERT (edit, "source", id, "title=Talks again", csl, sha256, NULL) != 0 &&
         INSERT (edit, "quotation", id + 1, link, exact, "voice=report", "act=report", NULL) != 0;
}

DEFINE_EDIT (source_mine, add_source (edit, 811, csls[2 * which_source], "exact=mine"))
DEFINE_EDIT (source_theirs, add_source (edit, 801, csls[2 * which_source + 1], "exact=theirs"))
DEFINE_EDIT (quote_theirs, INSERT (edit, "quotation", 803, "source_id:801", "exact=more",
                                   "voice=report", "act=report", NULL) != 0)
DEFINE_EDIT (quote_mine, INSERT (edit, "quotation", 813, "source_id:811", "exact=more",
                                 "voice=report", "act=report", NULL) != 0)

static void
assert_tells_same (Colleagues *fixture)
{
  g_autoptr (MarchChanges) changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_OURS, MARCH_SAME_ASK);
  const MarchSameSource *same;

  g_assert_true (march_dossier_weigh_changes (dossier, changes, plan, NULL));
  g_assert_cmpuint (plan->sources->len, ==, 1);
  same = plan->sources->pdata[0];
  g_assert_cmpint (same->ours, ==, 811);
  g_assert_cmpint (same->theirs, ==, 801);
  g_assert_cmpuint (march_changes_plan_n_open (plan), ==, 1);
}

static void
test_same_source (Colleagues *fixture, gconstpointer data)
{
  static const char sources[] = "SELECT count (*) FROM source WHERE title = 'Talks again'";
  static const char quotations[] = "SELECT count (*) FROM quotation WHERE source_id = 801";
  g_autoptr (MarchChanges) changes = NULL;

  which_source = GPOINTER_TO_SIZE (data);
  g_assert_true (colleagues_edit (fixture->mine, "Ilse", source_mine));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", source_theirs));
  assert_tells_same (fixture);
  colleagues_exchange (fixture, MARCH_MERGE_OURS);
  colleagues_assert_equal (fixture);
  g_assert_cmpint (colleagues_select (fixture->mine, sources), ==, 1);
  g_assert_cmpint (colleagues_select (fixture->mine, quotations), ==, 2);
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  colleagues_apply (fixture->mine, changes, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  colleagues_assert_equal (fixture);
}

/* A source that was joined here stays joined, also for what the colleague adds to it afterwards
 * without having heard of it. */
static void
test_same_source_later (Colleagues *fixture, gconstpointer data)
{
  g_autofree char *base = g_strdup (fixture->base);
  g_autoptr (MarchChanges) first = NULL, second = NULL;
  g_autofree char *contents = NULL;
  gsize            length;

  which_source = 0;
  g_assert_true (colleagues_edit (fixture->mine, "Ilse", source_mine));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", source_theirs));
  first = colleagues_changes (fixture, fixture->mine, "Ilse");
  colleagues_apply (fixture->theirs, first, MARCH_MERGE_OURS, MARCH_SAME_ONE);
  g_assert_true (g_file_get_contents (fixture->mine, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (base, contents, (gssize) length, NULL));
  g_assert_true (colleagues_edit (fixture->mine, "Ilse", quote_mine));
  second = colleagues_changes (fixture, fixture->mine, "Ilse");
  colleagues_apply (fixture->theirs, second, MARCH_MERGE_ASK, MARCH_SAME_ONE);
  g_assert_cmpint (colleagues_select (fixture->theirs,
                                      "SELECT count (*) FROM quotation WHERE source_id = 801"),
                   ==, 3);
}

static void
test_separate_sources (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChanges) changes = NULL;

  which_source = 1;
  g_assert_true (colleagues_edit (fixture->mine, "Ilse", source_mine));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", source_theirs));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", quote_theirs));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  colleagues_apply (fixture->mine, changes, MARCH_MERGE_ASK, MARCH_SAME_TWO);
  g_assert_cmpint (colleagues_select (fixture->mine, "SELECT count (*) FROM source WHERE title = "
                                                     "'Talks again'"),
                   ==, 2);
}

int
main (int argc, char **argv)
{
  colleagues_init (&argc, &argv);
  COLLEAGUES_ADD ("/changes-sources/doi", GSIZE_TO_POINTER (0), test_same_source);
  COLLEAGUES_ADD ("/changes-sources/address", GSIZE_TO_POINTER (1), test_same_source);
  COLLEAGUES_ADD ("/changes-sources/text", GSIZE_TO_POINTER (2), test_same_source);
  COLLEAGUES_ADD ("/changes-sources/later", NULL, test_same_source_later);
  COLLEAGUES_ADD ("/changes-sources/separate", NULL, test_separate_sources);
  return document_run ();
}
