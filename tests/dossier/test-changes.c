/* test-changes.c — files of changes: conflicts, sources that are the same, and what is refused */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-error.h"
#include "colleagues.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-changes-stream.h"

#define INSERT colleagues_insert
#define UPDATE colleagues_update
#define DELETE(table, id) march_edit_delete (edit, table, id, NULL)

#define DEFINE_EDIT(name, body)                                                                    \
  static gboolean name (MarchEdit *edit) { return body; }

DEFINE_EDIT (extent_most, UPDATE (edit, "assertion", FIXTURE_CONTROL, "extent=most", NULL))
DEFINE_EDIT (extent_none, UPDATE (edit, "assertion", FIXTURE_CONTROL, "extent=none", NULL))
DEFINE_EDIT (drop_thesis, DELETE ("assertion", FIXTURE_THESIS))
DEFINE_EDIT (tag_thesis, INSERT (edit, "tag", 701, "assertion_id:64", "text=land", NULL) != 0)
DEFINE_EDIT (rename_thesis, UPDATE (edit, "assertion", FIXTURE_THESIS, "title=Land is first", NULL))
DEFINE_EDIT (code_mine, INSERT (edit, "place", 711, "kind=unit", "code=OS-07", NULL) != 0 &&
                            INSERT (edit, "name", 712, "place_id:711", "text=Korrin",
                                    "language=en", NULL) != 0)
DEFINE_EDIT (code_theirs, INSERT (edit, "place", 705, "kind=unit", "code=OS-07", NULL) != 0 &&
                              INSERT (edit, "name", 706, "place_id:705", "text=Dorn",
                                      "language=en", NULL) != 0)
DEFINE_EDIT (text_mine, INSERT (edit, "source_text", 721, "source_id:31", "text=Some words.",
                                "sha256=00", NULL) != 0)
DEFINE_EDIT (text_theirs, INSERT (edit, "source_text", 722, "source_id:31", "text=Other words.",
                                  "sha256=11", NULL) != 0)
DEFINE_EDIT (tag_mine, INSERT (edit, "tag", 731, "assertion_id:66", "text=kin", NULL) != 0)
DEFINE_EDIT (tag_theirs, INSERT (edit, "tag", 732, "assertion_id:66", "text=kin", NULL) != 0)
DEFINE_EDIT (chain_mine, UPDATE (edit, "chain", 151, "actor_id:11", NULL))
DEFINE_EDIT (chain_theirs, INSERT (edit, "chain", 741, "quotation_id:41", "position:1",
                                   "actor_id:12", "role=relay", NULL) != 0)

DEFINE_EDIT (version_mine, INSERT (edit, "assertion", 761, "kind=claim", "place_id:23",
                                   "actor_id:11", "basis=law", "supersedes_id:62", NULL) != 0)
DEFINE_EDIT (version_theirs, INSERT (edit, "assertion", 762, "kind=claim", "place_id:23",
                                     "actor_id:11", "basis=treaty", "supersedes_id:62", NULL) != 0)
DEFINE_EDIT (within_mine, INSERT (edit, "place_link", 771, "child_id:22", "parent_id:21",
                                  "kind=composite", NULL) != 0)
DEFINE_EDIT (within_theirs, INSERT (edit, "place_link", 772, "child_id:21", "parent_id:22",
                                    "kind=composite", NULL) != 0)

/* What both do to the same, what is told of it, and what a query gives of either outcome. */
typedef struct
{
  const char    *name;
  ColleaguesEdit mine;
  ColleaguesEdit theirs;
  guint          n_conflicts;
  const char    *what;
  const char    *our_words;
  const char    *their_words;
  const char    *query;
  gint64         if_ours;
  gint64         if_theirs;
} Clash;

static const Clash clashes[] = {
  { "changed", extent_most, extent_none, 1, "Assertion “control: Tarvia”", "most", "none",
    "SELECT extent = 'none' FROM assertion WHERE id = 61", 0, 1 },
  { "deleted", rename_thesis, drop_thesis, 1, "Assertion “Land is first”", "Land is first",
    "deleted", "SELECT count (*) FROM assertion WHERE id = 64", 1, 0 },
  { "deleted-here", drop_thesis, rename_thesis, 1, "Assertion “Land is first”", "deleted",
    "Land is first", "SELECT count (*) FROM assertion WHERE id = 64", 0, 1 },
  { "child", tag_thesis, drop_thesis, 1, "Assertion “Land is secondary”", "refers to it",
    "deleted", "SELECT count (*) FROM tag WHERE id = 701", 1, 0 },
  { "child-there", drop_thesis, tag_thesis, 1, "Assertion “Land is secondary”", "deleted",
    "refers to it", "SELECT count (*) FROM tag WHERE id = 701", 0, 1 },
  { "code", code_mine, code_theirs, 1, "Place “Dorn”", "code: OS-07", "code: OS-07",
    "SELECT id = 705 FROM place WHERE code = 'OS-07'", 0, 1 },
  { "text", text_mine, text_theirs, 1, "Text of a source “Talks at the lake”", "Some words.",
    "Other words.", "SELECT text = 'Other words.' FROM source_text", 0, 1 },
  { "same-tag", tag_mine, tag_theirs, 0, NULL, NULL, NULL,
    "SELECT id FROM tag WHERE text = 'kin'", 731, 731 },
  { "chain", chain_mine, chain_theirs, 1, "Speaker of a quotation “Tarvia is ours”", "Velmark",
    "Ostren", "SELECT count (*) FROM chain WHERE quotation_id = 41", 1, 2 },
  { "version", version_mine, version_theirs, 1, "Assertion “claim: Tarvia”", "law", "treaty",
    "SELECT id FROM assertion WHERE id NOT IN (SELECT supersedes_id FROM assertion WHERE "
    "supersedes_id IS NOT NULL) AND id > 700",
    761, 762 },
  { "circle", within_mine, within_theirs, 1, "Place within a place “Velmark”", "Ostren", "Velmark",
    "SELECT id FROM place_link WHERE id > 700", 771, 772 },
};

static void
assert_equal (Colleagues *fixture)
{
  g_autofree char *mine = colleagues_describe (fixture->mine);
  g_autofree char *theirs = colleagues_describe (fixture->theirs);

  g_assert_cmpstr (mine, ==, theirs);
}

/* Nothing is applied as long as something has to be decided. */
static void
assert_asks (Colleagues *fixture, const Clash *clash)
{
  g_autofree char *before = colleagues_describe (fixture->mine), *after = NULL;
  g_autoptr (MarchChanges) changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (GError) error = NULL;
  const MarchChangesConflict *conflict;

  g_assert_true (march_dossier_weigh_changes (dossier, changes, plan, &error));
  g_assert_cmpuint (plan->conflicts->len, ==, clash->n_conflicts);
  g_assert_false (march_dossier_get_modified (dossier));
  if (clash->n_conflicts == 0)
    return;
  conflict = plan->conflicts->pdata[0];
  g_assert_cmpstr (conflict->what, ==, clash->what);
  g_test_message ("here: %s; there: %s", conflict->ours, conflict->theirs);
  g_assert_nonnull (strstr (conflict->ours, clash->our_words));
  g_assert_nonnull (strstr (conflict->theirs, clash->their_words));
  g_assert_false (march_dossier_apply_changes (dossier, changes, plan, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CONFLICT);
  g_assert_false (march_dossier_get_modified (dossier));
  after = colleagues_describe (fixture->mine);
  g_assert_cmpstr (before, ==, after);
}

static void
test_clash (Colleagues *fixture, gconstpointer data)
{
  const Clash *clash = data;

  for (MarchMergeChoice choice = MARCH_MERGE_OURS; choice <= MARCH_MERGE_THEIRS; choice++)
    {
      colleagues_begin_anew (fixture);
      g_assert_true (colleagues_edit (fixture->mine, "Ilse", clash->mine));
      g_assert_true (colleagues_edit (fixture->theirs, "Jora", clash->theirs));
      assert_asks (fixture, clash);
      colleagues_exchange (fixture, choice);
      g_assert_cmpint (colleagues_select (fixture->mine, clash->query), ==,
                       choice == MARCH_MERGE_OURS ? clash->if_ours : clash->if_theirs);
      assert_equal (fixture);
    }
}

/* Of an assertion both versions are told as sentences, with what they rest on; each conflict is
 * settled by itself. */
static gboolean
edit_two_mine (MarchEdit *edit)
{
  return extent_most (edit) && rename_thesis (edit);
}

static gboolean
edit_two_theirs (MarchEdit *edit)
{
  return extent_none (edit) &&
         UPDATE (edit, "assertion", FIXTURE_THESIS, "title=Land is all", NULL) &&
         INSERT (edit, "evidence", 751, "quotation_id:41", "assertion_id:61", "stance=disputes",
                 NULL) != 0;
}

static MarchChangesConflict *
find_conflict (MarchChangesPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->conflicts->len; i++)
    {
      MarchChangesConflict *conflict = plan->conflicts->pdata[i];

      if (conflict->id == id)
        return conflict;
    }
  g_assert_not_reached ();
}

static void
test_one_by_one (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  GError *error = NULL;
  const MarchChangesConflict *control;

  g_assert_true (colleagues_edit (fixture->mine, "Ilse", edit_two_mine));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", edit_two_theirs));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  dossier = colleagues_open (fixture->mine);
  g_assert_true (march_dossier_weigh_changes (dossier, changes, plan, &error));
  g_assert_cmpuint (plan->conflicts->len, ==, 2);
  control = find_conflict (plan, FIXTURE_CONTROL);
  g_assert_cmpuint (control->our_evidence->len, ==, 1);
  g_assert_cmpuint (control->their_evidence->len, ==, 2);
  g_assert_true (g_str_has_prefix (control->ours, "Partly held by Velmark, most of it"));
  g_assert_nonnull (strstr (control->their_evidence->pdata[1],
                            "disputes: “Tarvia is ours” — Jora"));
  find_conflict (plan, FIXTURE_CONTROL)->choice = MARCH_MERGE_THEIRS;
  find_conflict (plan, FIXTURE_THESIS)->choice = MARCH_MERGE_OURS;
  march_dossier_apply_changes (dossier, changes, plan, &error);
  g_assert_no_error (error);
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_cmpint (colleagues_select (fixture->mine, "SELECT extent = 'none' FROM assertion WHERE "
                                                     "id = 61"),
                   ==, 1);
  g_assert_cmpint (colleagues_select (fixture->mine, "SELECT title = 'Land is first' FROM "
                                                     "assertion WHERE id = 64"),
                   ==, 1);
}

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
  assert_equal (fixture);
  g_assert_cmpint (colleagues_select (fixture->mine, sources), ==, 1);
  g_assert_cmpint (colleagues_select (fixture->mine, quotations), ==, 2);
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  colleagues_apply (fixture->mine, changes, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  assert_equal (fixture);
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

/* What was decided is not asked again of the same file, until that is undone or to be decided anew;
 * a further file is asked about. */
static void
test_settled (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (MarchChangesPlan) further = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (GError) error = NULL;

  g_assert_true (colleagues_edit (fixture->mine, "Ilse", extent_none));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", extent_most));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  dossier = colleagues_open (fixture->mine);
  march_dossier_set_who (dossier, "Ilse");
  g_assert_true (march_dossier_weigh_changes (dossier, changes, plan, &error));
  g_assert_null (plan->settled_at);
  g_assert_cmpuint (march_changes_plan_n_open (plan), ==, 1);
  ((MarchChangesConflict *) plan->conflicts->pdata[0])->choice = MARCH_MERGE_OURS;
  g_assert_true (march_dossier_apply_changes (dossier, changes, plan, &error));

  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_nonnull (further->settled_at);
  g_assert_cmpuint (further->conflicts->len, ==, 0);
  further->again = TRUE;
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_cmpuint (further->conflicts->len, ==, 1);
  further->again = FALSE;
  march_dossier_set_who (dossier, "Mara");
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_null (further->settled_at);
  march_dossier_set_who (dossier, "Ilse");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_null (further->settled_at);
  g_assert_cmpuint (further->conflicts->len, ==, 1);
  /* Applied anew it is settled anew. */
  ((MarchChangesConflict *) further->conflicts->pdata[0])->choice = MARCH_MERGE_THEIRS;
  g_assert_true (march_dossier_apply_changes (dossier, changes, further, &error));
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_nonnull (further->settled_at);
  march_dossier_revert (dossier, NULL);
}

static void
test_other_dossier (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autofree char *out = g_build_filename (fixture->folder, "out", NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (colleagues_edit (fixture->theirs, "Jora", extent_none));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  document_run_sql (fixture->mine, "UPDATE dossier SET uuid = "
                                   "'11111111-3f6e-4b57-9f0e-7a3f5d1c2b4a'");
  dossier = colleagues_open (fixture->mine);
  g_assert_false (march_dossier_weigh_changes (dossier, changes, plan, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "Velmark and its neighbours"));
  g_clear_error (&error);
  g_assert_false (march_changes_write (fixture->base, fixture->mine, "Ilse", out, &n, NULL,
                                       &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_nothing (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChanges) changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  const MarchChangesFacts *facts = march_changes_get_facts (changes);

  g_assert_cmpuint (facts->n_records, ==, 0);
  g_assert_cmpstr (facts->who, ==, "Jora");
  g_assert_cmpstr (facts->uuid, ==, FIXTURE_UUID);
  g_assert_cmpstr (facts->title, ==, "Velmark and its neighbours");
  g_assert_true (march_dossier_apply_changes (dossier, changes, plan, NULL));
  g_assert_cmpuint (plan->items->len, ==, 0);
  g_assert_false (march_dossier_get_modified (dossier));
}

/* Whatever is cut off or turned over in a file, it is refused in words or says something that the
 * tables allow. */
static void
test_damage (Colleagues *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.marchland-changes", NULL);
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (colleagues_edit (fixture->theirs, "Jora", edit_two_theirs));
  march_changes_unref (colleagues_changes (fixture, fixture->theirs, "Jora"));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize i = 0; i < length; i += 41)
    {
      g_autoptr (GBytes) cut = g_bytes_new (contents, i);
      g_autoptr (GBytes) turned = NULL;
      g_autoptr (MarchChanges) changes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (march_changes_parse (cut, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      contents[i] = (char) (contents[i] ^ 0x55);
      turned = g_bytes_new (contents, length);
      changes = march_changes_parse (turned, &error);
      g_assert_true ((changes == NULL) == (error != NULL));
      contents[i] = (char) (contents[i] ^ 0x55);
    }
}

typedef void (*Put) (MarchChangesWriter *writer);

static void
put_start (MarchChangesWriter *writer, guint schema)
{
  march_changes_put_byte (writer, MARCH_CHANGES_DOSSIER);
  march_changes_put_text (writer, FIXTURE_UUID);
  march_changes_put_text (writer, "Velmark");
  march_changes_put_count (writer, schema);
  for (guint i = 0; i < 3; i++)
    march_changes_put_text (writer, "");
}

static void
put_table (MarchChangesWriter *writer, guint8 tag, const char *name, const char *column)
{
  march_changes_put_byte (writer, tag);
  march_changes_put_text (writer, name);
  march_changes_put_count (writer, 2);
  march_changes_put_text (writer, "id");
  march_changes_put_text (writer, column);
}

static void
put_end (MarchChangesWriter *writer, guint n)
{
  march_changes_put_byte (writer, MARCH_CHANGES_END);
  march_changes_put_count (writer, n);
}

static void
put_newer (MarchChangesWriter *writer)
{
  put_start (writer, 1000);
}

static void
put_no_table (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "sqlite_schema", "sql");
}

static void
put_no_column (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "tag", "text\") --");
}

static void
put_row_without_table (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  march_changes_put_byte (writer, MARCH_CHANGES_ADDED);
}

/* A row that the tables' rules forbid: a tag of nothing. */
static void
put_forbidden (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "tag", "uuid");
  march_changes_put_byte (writer, MARCH_CHANGES_ADDED);
  for (guint i = 0; i < 2; i++)
    march_changes_put_byte (writer, 'n');
}

static void
put_long_text (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "tag", "text");
  march_changes_put_byte (writer, MARCH_CHANGES_ADDED);
  march_changes_put_byte (writer, 't');
  march_changes_put_count (writer, G_MAXUINT32);
}

static void
put_stray_part (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_PARTS, "blank", "import_id");
  march_changes_put_byte (writer, MARCH_CHANGES_ROW);
  for (gint64 i = 1; i <= 2; i++)
    {
      march_changes_put_byte (writer, 'i');
      march_changes_put_number (writer, i);
    }
  put_end (writer, 0);
}

static void
put_miscounted (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_end (writer, 3);
}

static void
put_too_much (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_end (writer, 0);
  march_changes_put_byte (writer, 0);
}

static const struct
{
  const char *name;
  Put         put;
  int         code; /* a MarchError */
} frauds[] = {
  { "newer", put_newer, MARCH_ERROR_NEWER },
  { "no-table", put_no_table, MARCH_ERROR_DAMAGED },
  { "no-column", put_no_column, MARCH_ERROR_DAMAGED },
  { "row-without-table", put_row_without_table, MARCH_ERROR_DAMAGED },
  { "forbidden", put_forbidden, MARCH_ERROR_DAMAGED },
  { "long-text", put_long_text, MARCH_ERROR_DAMAGED },
  { "stray-part", put_stray_part, MARCH_ERROR_DAMAGED },
  { "miscounted", put_miscounted, MARCH_ERROR_DAMAGED },
  { "too-much", put_too_much, MARCH_ERROR_DAMAGED },
};

static GBytes *
make_file (Put put)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MarchChangesWriter) writer = march_changes_writer_new (stream, NULL);

  put (writer);
  g_assert_true (march_changes_writer_close (writer, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_fraud (Colleagues *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = make_file (frauds[i].put);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_changes_parse (bytes, &error));
  g_assert_error (error, MARCH_ERROR, frauds[i].code);
}

static void
test_no_changes (Colleagues *fixture, gconstpointer data)
{
  static const char newer[] = "Marchland changes 9\nx";
  g_autoptr (GFile) file = g_file_new_for_path (fixture->base);
  g_autoptr (GBytes) bytes = g_bytes_new_static (newer, strlen (newer));
  g_autoptr (GError) error = NULL;

  g_assert_null (march_changes_read (file, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_null (march_changes_parse (bytes, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NEWER);
}

/* As the window does it; cancelled, nothing has happened. */
static void
test_async (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  DocumentOutcome weighed = { march_dossier_changes_finish };
  DocumentOutcome applied = { march_dossier_changes_finish };
  DocumentOutcome stopped = { march_dossier_changes_finish };

  g_assert_true (colleagues_edit (fixture->theirs, "Jora", edit_two_theirs));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  march_dossier_weigh_changes_async (dossier, changes, plan, NULL, document_done_cb, &weighed);
  document_wait_for (dossier, &weighed);
  g_assert_cmpuint (plan->items->len, ==, 3);
  g_cancellable_cancel (cancelled);
  march_dossier_apply_changes_async (dossier, changes, plan, NULL, NULL, cancelled,
                                     document_done_cb, &stopped);
  while (!stopped.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&stopped.error);
  g_assert_false (march_dossier_get_modified (dossier));
  march_dossier_apply_changes_async (dossier, changes, plan, NULL, NULL, NULL, document_done_cb,
                                     &applied);
  document_wait_for (dossier, &applied);
  g_assert_true (march_dossier_get_modified (dossier));
}

static guint n_written;

static gboolean
finish_writing (MarchDossier *dossier, GAsyncResult *result, GError **error)
{
  return march_dossier_write_changes_finish (dossier, result, &n_written, error);
}

/* What was done since a save, and not before it; saved or not. */
/* Called on another thread, which is over when its end is told. */
static void
tell_cb (double fraction, gpointer data)
{
  double *told = data;

  g_assert_cmpfloat (fraction, >=, *told);
  g_assert_cmpfloat (fraction, <=, 1);
  *told = fraction;
}

static void
test_since_save (Colleagues *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->folder, "since", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (out);
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  g_autoptr (MarchChanges) changes = NULL;
  DocumentOutcome outcome = { finish_writing };
  g_autofree char *before = NULL, *after = NULL;
  double          told = 0;
  MarchAccess access;

  document_set_title (dossier, "One");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  document_set_palette (dossier, FIXTURE_VELMARK, 5, NULL);
  document_set_palette (dossier, FIXTURE_OSTREN, 6, NULL);
  before = colleagues_describe (march_dossier_get_reading_path (dossier, &access));
  march_dossier_write_changes_async (dossier, 1, NULL, out, tell_cb, &told, NULL, document_done_cb,
                                     &outcome);
  document_wait_for (dossier, &outcome);
  after = colleagues_describe (march_dossier_get_reading_path (dossier, &access));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (n_written, ==, 2);
  g_assert_cmpfloat (told, ==, 1);
  changes = march_changes_read (file, NULL, NULL);
  colleagues_apply (fixture->theirs, changes, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT sum (palette) FROM actor"), ==, 11);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT title = 'One' FROM dossier"), ==, 0);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT count (*) FROM history WHERE label "
                                                       "= 'Change a colour'"),
                   ==, 2);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT count (*) FROM history WHERE label "
                                                       "= 'Call it One'"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  colleagues_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (clashes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/changes/clash/%s", clashes[i].name);

      COLLEAGUES_ADD (path, &clashes[i], test_clash);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (frauds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/changes/fraud/%s", frauds[i].name);

      COLLEAGUES_ADD (path, GSIZE_TO_POINTER (i), test_fraud);
    }
  COLLEAGUES_ADD ("/changes/one-by-one", NULL, test_one_by_one);
  COLLEAGUES_ADD ("/changes/same-source/doi", GSIZE_TO_POINTER (0), test_same_source);
  COLLEAGUES_ADD ("/changes/same-source/address", GSIZE_TO_POINTER (1), test_same_source);
  COLLEAGUES_ADD ("/changes/same-source/text", GSIZE_TO_POINTER (2), test_same_source);
  COLLEAGUES_ADD ("/changes/same-source/later", NULL, test_same_source_later);
  COLLEAGUES_ADD ("/changes/same-source/separate", NULL, test_separate_sources);
  COLLEAGUES_ADD ("/changes/settled", NULL, test_settled);
  COLLEAGUES_ADD ("/changes/other-dossier", NULL, test_other_dossier);
  COLLEAGUES_ADD ("/changes/nothing", NULL, test_nothing);
  COLLEAGUES_ADD ("/changes/damage", NULL, test_damage);
  COLLEAGUES_ADD ("/changes/no-changes", NULL, test_no_changes);
  COLLEAGUES_ADD ("/changes/since-save", NULL, test_since_save);
  COLLEAGUES_ADD ("/changes/async", NULL, test_async);
  return document_run ();
}
