/* test-changes.c — files of changes: what both changed, and who is right */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-error.h"
#include "colleagues-edits.h"
#include "document.h"
#include "dossier-fixture.h"

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

DEFINE_EDIT (note_control, UPDATE (edit, "assertion", FIXTURE_CONTROL, "note=seen twice", NULL))
DEFINE_EDIT (retract_control, UPDATE (edit, "assertion", FIXTURE_CONTROL, "retracted:1", NULL))

/* Longer than what is told of a text, and not the same at the end alone. */
#define FIFTY "The line was told to run along the river that day. "
#define LONG FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY

DEFINE_EDIT (long_mine, UPDATE (edit, "assertion", FIXTURE_CONTROL, "note=" LONG "By Ilse.", NULL))
DEFINE_EDIT (long_theirs,
             UPDATE (edit, "assertion", FIXTURE_CONTROL, "note=" LONG "By Jora.", NULL))
DEFINE_EDIT (stance_mine, UPDATE (edit, "evidence", 81, "stance=disputes", NULL))
DEFINE_EDIT (stance_theirs, UPDATE (edit, "evidence", 81, "stance=qualifies", NULL))
DEFINE_EDIT (title_mine, UPDATE (edit, "dossier", 1, "title=Mine", "summary=Ours alone", NULL))
DEFINE_EDIT (title_theirs, UPDATE (edit, "dossier", 1, "title=Theirs", "language=uk", NULL))
DEFINE_EDIT (pointer_mine, UPDATE (edit, "quotation", FIXTURE_POINTER, "note=mine", NULL))
DEFINE_EDIT (pointer_theirs, UPDATE (edit, "quotation", FIXTURE_POINTER, "note=theirs", NULL))

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
  { "version", version_mine, version_theirs, 1, "Assertion “says it owns: Tarvia”", "law", "treaty",
    "SELECT id FROM assertion WHERE id NOT IN (SELECT supersedes_id FROM assertion WHERE "
    "supersedes_id IS NOT NULL) AND id > 700",
    761, 762 },
  { "retracted", note_control, retract_control, 1, "Assertion “control: Tarvia”",
    "(not retracted; note: seen twice)", "(retracted; note: –)",
    "SELECT retracted FROM assertion WHERE id = 61", 0, 1 },
  { "long", long_mine, long_theirs, 1, "Assertion “control: Tarvia”", "By Ilse.", "By Jora.",
    "SELECT note LIKE '%By Jora.' FROM assertion WHERE id = 61", 0, 1 },
  { "stance", stance_mine, stance_theirs, 1,
    "Assertion “says it owns: Tarvia”: Evidence “Tarvia is ours”", "stance: disputes",
    "stance: qualifies", "SELECT stance = 'qualifies' FROM evidence WHERE id = 81", 0, 1 },
  { "pointer", pointer_mine, pointer_theirs, 1,
    "Quotation without its words, in “Talks at the lake”", "note: mine", "note: theirs",
    "SELECT note = 'theirs' FROM quotation WHERE id = 42", 0, 1 },
  { "settings", title_mine, title_theirs, 1, "Dossier “Theirs”", "title: Mine", "title: Theirs",
    "SELECT title = 'Theirs' FROM dossier", 0, 1 },
  { "circle", within_mine, within_theirs, 1, "Place within a place “Velmark”", "Ostren", "Velmark",
    "SELECT id FROM place_link WHERE id > 700", 771, 772 },
};

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
  g_assert_null (strstr (conflict->ours, "Ours alone"));
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
      colleagues_assert_equal (fixture);
    }
}

static gboolean
edit_two_mine (MarchEdit *edit)
{
  return extent_most (edit) && rename_thesis (edit);
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

/* Of an assertion both versions are told as sentences, with what they rest on; each conflict is
 * settled by itself. */
static void
test_one_by_one (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  GError *error = NULL;
  const MarchChangesConflict *control;

  g_assert_true (colleagues_edit (fixture->mine, "Ilse", edit_two_mine));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", colleagues_edit_three));
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
  g_assert_nonnull (strstr (control->their_evidence->pdata[1], "Þelmi, envoy"));
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

int
main (int argc, char **argv)
{
  colleagues_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (clashes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/changes/clash/%s", clashes[i].name);

      COLLEAGUES_ADD (path, &clashes[i], test_clash);
    }
  COLLEAGUES_ADD ("/changes/one-by-one", NULL, test_one_by_one);
  return document_run ();
}
