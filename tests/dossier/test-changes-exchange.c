/* test-changes-exchange.c — every kind of edit by two analysts, exchanged both ways */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "colleagues-edits.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-dossier-areas.h"
#include "geo/march-holdings-builder.h"

static gint64
add_source (MarchEdit *edit, gint64 id)
{
  return INSERT (edit, "source", id, "title=Notes from the lake", "csl={\"type\":\"report\"}",
                 "published_edtf=2031-06", "grade=C", NULL);
}

static gint64
add_place (MarchEdit *edit, gint64 id)
{
  return INSERT (edit, "place", id, "kind=settlement", "code=OS-02", "geom!13", NULL);
}

DEFINE_EDIT (settings_title, UPDATE (edit, "dossier", 1, "title=Velmark, again", NULL))
DEFINE_EDIT (settings_carry, UPDATE (edit, "dossier", 1, "carry_days:60", "summary=In short", NULL))
DEFINE_EDIT (actor_change, UPDATE (edit, "actor", FIXTURE_OSTREN, "palette:7", NULL))
DEFINE_EDIT (actor_add, INSERT (edit, "actor", 501, "kind=group", "note=of the lake", NULL) != 0 &&
                            INSERT (edit, "actor_name", 502, "actor_id:501", "text=Lake Guard",
                                    "language=en", "preferred:1", NULL) != 0)
DEFINE_EDIT (actor_rename, UPDATE (edit, "actor_name", 103, "text=Östren", NULL))
DEFINE_EDIT (actor_unname, DELETE ("actor_name", 102))
DEFINE_EDIT (office_change, UPDATE (edit, "office", 111, "valid_edtf=2029/2031-03~", NULL))
DEFINE_EDIT (office_delete, DELETE ("office", 111))
DEFINE_EDIT (place_move, UPDATE (edit, "place", FIXTURE_TARVIA, "geom!12.5", NULL))
DEFINE_EDIT (place_add, add_place (edit, 511) != 0 &&
                            INSERT (edit, "name", 512, "place_id:511", "text=Korrin",
                                    "language=en", "role=main", NULL) != 0 &&
                            INSERT (edit, "place_link", 513, "child_id:511", "parent_id:23",
                                    "kind=recognised", NULL) != 0)
DEFINE_EDIT (place_unlink, DELETE ("place_link", 121))
DEFINE_EDIT (name_change, UPDATE (edit, "name", 133, "text=Tárvia", NULL))
DEFINE_EDIT (name_delete, DELETE ("name", 134))
DEFINE_EDIT (source_grade, UPDATE (edit, "source", FIXTURE_SOURCE, "grade=A",
                                   "published_edtf=2031-05-16", NULL))
DEFINE_EDIT (source_add, add_source (edit, 521) != 0 &&
                             INSERT (edit, "source_link", 522, "source_id:521", "other_id:31",
                                     "kind=draws_on", NULL) != 0)
DEFINE_EDIT (source_text, INSERT (edit, "source_text", 523, "source_id:31",
                                  "text=" FIXTURE_TEXT, "sha256=00", NULL) != 0)
DEFINE_EDIT (quotation_add,
             INSERT (edit, "quotation", 531, "source_id:31", "exact=Troops stand", "voice=report",
                     "act=report", "said_edtf=2031-05-02", NULL) != 0 &&
                 INSERT (edit, "span", 532, "quotation_id:531", "position:0",
                         "exact=Troops stand", "first:40", "beyond:52", "sha256=01", NULL) != 0 &&
                 INSERT (edit, "chain", 533, "quotation_id:531", "position:0", "actor_id:12",
                         "role=speaker", NULL) != 0 &&
                 INSERT (edit, "evidence", 534, "quotation_id:531", "assertion_id:61",
                         "stance=disputes", NULL) != 0)
DEFINE_EDIT (quotation_grade, UPDATE (edit, "quotation", FIXTURE_QUOTATION, "credibility:5", NULL))
DEFINE_EDIT (quotation_delete, DELETE ("evidence", 82) && DELETE ("evidence", 83) &&
                                   DELETE ("quotation", FIXTURE_POINTER))
DEFINE_EDIT (span_split,
             UPDATE (edit, "span", 141, "beyond:24", "exact=Tarvia", NULL) &&
                 INSERT (edit, "span", 541, "quotation_id:41", "position:1", "exact=is ours",
                         "first:25", "beyond:32", "sha256=02", NULL) != 0)
DEFINE_EDIT (chain_put_first,
             UPDATE (edit, "chain", 151, "position:1", "role=relay", NULL) &&
                 INSERT (edit, "chain", 551, "quotation_id:41", "position:0", "actor_id:11",
                         "role=speaker", NULL) != 0)
DEFINE_EDIT (set_aside_change, UPDATE (edit, "set_aside", 161, "reason=of the weather", NULL))
DEFINE_EDIT (set_aside_delete, DELETE ("set_aside", 161))
DEFINE_EDIT (proposal_change, UPDATE (edit, "proposal", FIXTURE_PROPOSAL, "status=offered",
                                      "dated_edtf=2031-04", NULL))
DEFINE_EDIT (term_change, UPDATE (edit, "proposal_term", 171, "deferred=twenty years", NULL))
DEFINE_EDIT (term_add, INSERT (edit, "proposal_term", 561, "proposal_id:51", "place_id:21",
                               "holder_id:11", NULL) != 0)
DEFINE_EDIT (control_date, UPDATE (edit, "assertion", FIXTURE_CONTROL, "valid_edtf=2031-05-20~",
                                   "extent=most", NULL))
DEFINE_EDIT (claim_retract, UPDATE (edit, "assertion", FIXTURE_CLAIM, "retracted:1",
                                    "retract_reason=misread", NULL))
DEFINE_EDIT (claim_supersede,
             INSERT (edit, "assertion", 571, "kind=claim", "place_id:23", "actor_id:11",
                     "basis=law", "valid_edtf=2031-06/..", "supersedes_id:62", NULL) != 0 &&
                 INSERT (edit, "evidence", 572, "quotation_id:41", "assertion_id:571", NULL) != 0)
DEFINE_EDIT (figure_read, UPDATE (edit, "assertion", FIXTURE_FIGURE, "read_holder_id:11",
                                  "read_place_id:23", "read_edtf=2031", "low.1234.5", NULL))
DEFINE_EDIT (tag_add, INSERT (edit, "tag", 581, "assertion_id:66", "text=kin", NULL) != 0)
DEFINE_EDIT (tag_delete, DELETE ("tag", 181))
DEFINE_EDIT (participant_change, UPDATE (edit, "participant", 191, "role=member", NULL))
DEFINE_EDIT (participant_add, INSERT (edit, "participant", 591, "assertion_id:63", "actor_id:12",
                                      "role=host", NULL) != 0)
DEFINE_EDIT (evidence_change, UPDATE (edit, "evidence", FIXTURE_EVIDENCE, "stance=qualifies",
                                      "note=only in part", NULL))
DEFINE_EDIT (event_delete, DELETE ("participant", 191) && DELETE ("assertion", FIXTURE_EVENT))
DEFINE_EDIT (area_move, UPDATE (edit, "control_area", FIXTURE_AREA, "geom!12.75", NULL))
DEFINE_EDIT (area_delete, DELETE ("control_area", FIXTURE_AREA))
DEFINE_EDIT (background_change, UPDATE (edit, "background", FIXTURE_RIVER, "name=The Tarn", NULL))
DEFINE_EDIT (background_add, INSERT (edit, "background", 601, "kind=river", "name=The Beck",
                                     "geom!15", NULL) != 0)

#define KIND(name) { #name, name }

static const struct
{
  const char    *name;
  ColleaguesEdit edit;
} kinds[] = {
  KIND (settings_title),   KIND (settings_carry),   KIND (actor_change),
  KIND (actor_add),        KIND (actor_rename),     KIND (actor_unname),
  KIND (office_change),    KIND (office_delete),    KIND (place_move),
  KIND (place_add),        KIND (place_unlink),     KIND (name_change),
  KIND (name_delete),      KIND (source_grade),     KIND (source_add),
  KIND (source_text),      KIND (quotation_add),    KIND (quotation_grade),
  KIND (quotation_delete), KIND (span_split),       KIND (chain_put_first),
  KIND (set_aside_change), KIND (set_aside_delete), KIND (proposal_change),
  KIND (term_change),      KIND (term_add),         KIND (control_date),
  KIND (claim_retract),    KIND (claim_supersede),  KIND (figure_read),
  KIND (tag_add),          KIND (tag_delete),       KIND (participant_change),
  KIND (participant_add),  KIND (evidence_change),  KIND (event_delete),
  KIND (area_move),        KIND (area_delete),      KIND (background_change),
  KIND (background_add),
};

/* One edits, the other applies: both say the same; once more, nothing is to be done. */
static void
test_kind (Colleagues *fixture, gconstpointer data)
{
  gsize            kind = GPOINTER_TO_SIZE (data);
  g_autofree char *before = colleagues_describe (fixture->mine);
  g_autoptr (MarchChanges) changes = NULL;
  g_autofree char *edited = NULL;

  g_assert_true (colleagues_edit (fixture->theirs, "Jora", kinds[kind].edit));
  edited = colleagues_describe (fixture->theirs);
  g_assert_cmpstr (edited, !=, before);
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  colleagues_apply (fixture->mine, changes, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  colleagues_assert_equal (fixture);
  colleagues_assert_undoes (fixture->mine, before);
  colleagues_apply (fixture->mine, changes, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  colleagues_assert_equal (fixture);
  g_assert_cmpint (colleagues_select (fixture->mine, "SELECT count (*) FROM history WHERE label = "
                                                     "'Apply changes of Jora'"),
                   ==, 1);
}

/* Every kind of edit, against the next or a distant one by the colleague: they end alike, whoever's
 * word counts. */
static void
test_pairs (Colleagues *fixture, gconstpointer data)
{
  gsize kind = GPOINTER_TO_SIZE (data);
  gsize other = (kind + (kind % 3 == 0 ? 7 : 1)) % G_N_ELEMENTS (kinds);

  g_test_message ("%s against %s", kinds[kind].name, kinds[other].name);
  g_assert_true (colleagues_edit (fixture->mine, "Ilse", kinds[kind].edit));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", kinds[other].edit));
  colleagues_exchange (fixture, kind % 2 == 0 ? MARCH_MERGE_OURS : MARCH_MERGE_THEIRS);
  colleagues_assert_equal (fixture);
}

/* Half of the kinds each, at once. */
static gboolean
edit_many (MarchEdit *edit, const char *const *names)
{
  for (; *names != NULL; names++)
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (g_str_equal (kinds[i].name, *names) && !kinds[i].edit (edit))
        g_error ("%s", *names);
  return TRUE;
}

static gboolean
edit_mine (MarchEdit *edit)
{
  static const char *const names[] = { "settings_title", "actor_add",     "actor_rename",
                                       "office_change",  "place_move",    "name_change",
                                       "source_add",     "quotation_add", "chain_put_first",
                                       "set_aside_change", "proposal_change", "term_add",
                                       "claim_retract",  "tag_add",       "participant_change",
                                       "area_move",      "background_add", NULL };

  return edit_many (edit, names);
}

static gboolean
edit_theirs (MarchEdit *edit)
{
  static const char *const names[] = { "settings_carry", "actor_change",  "actor_unname",
                                       "place_add",      "place_unlink",  "name_delete",
                                       "source_grade",   "source_text",   "quotation_grade",
                                       "span_split",     "term_change",   "control_date",
                                       "claim_supersede", "figure_read",  "tag_delete",
                                       "participant_add", "evidence_change",
                                       "background_change", NULL };

  return edit_many (edit, names);
}

/* Nothing of it clashes, so that nothing has to be asked. */
static void
test_all (Colleagues *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (MarchChanges) of_mine = NULL, of_theirs = NULL;

  g_assert_true (colleagues_edit (fixture->mine, "Ilse", edit_mine));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", edit_theirs));
  before = colleagues_describe (fixture->mine);
  of_mine = colleagues_changes (fixture, fixture->mine, "Ilse");
  of_theirs = colleagues_changes (fixture, fixture->theirs, "Jora");
  colleagues_apply (fixture->mine, of_theirs, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  colleagues_apply (fixture->theirs, of_mine, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  colleagues_assert_equal (fixture);
  colleagues_assert_undoes (fixture->mine, before);
  g_assert_cmpint (colleagues_select (fixture->mine, "SELECT count (*) FROM history WHERE who = "
                                                     "'Jora' AND label = 'An edit'"),
                   ==, 1);
  g_assert_cmpint (colleagues_select (fixture->mine,
                                      "SELECT count (*) FROM history_row JOIN history ON "
                                      "history.id = history_id WHERE who = 'Jora' AND "
                                      "record_table = 'tag' AND record_id = 181 AND action = "
                                      "'delete'"),
                   ==, 1);
}

static MarchAreaBatch *
make_batch (const char *title)
{
  MarchAreaBatch *batch = march_area_batch_new ();

  batch->source_title = g_strdup (title);
  batch->holder = FIXTURE_VELMARK;
  batch->dated = g_strdup ("by hand");
  batch->first = batch->last = 20000;
  batch->n_days = 1;
  return batch;
}

static MarchAreaBatch *
make_areas (void)
{
  MarchAreaBatch   *batch = make_batch ("The daily sheet");
  MarchAreaFeature *feature = g_new0 (MarchAreaFeature, 1);
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchGeometry) area = fixture_square (12, 1, 1);

  g_assert_true (march_holdings_builder_add (builder, 20000, area, NULL, NULL));
  batch->holdings = march_holdings_builder_run (builder, MARCH_MISSING_OPEN, NULL, NULL, NULL,
                                                NULL);
  *feature = (MarchAreaFeature){ .file = g_strdup ("sheet.geojson"), .place = 1, .from = 20000,
                                 .until = 20001, .original = fixture_square (12, 1, 1) };
  g_ptr_array_add (batch->features, feature);
  return batch;
}

static MarchAreaBatch *
make_points (void)
{
  MarchAreaBatch *batch = make_batch ("The daily list");

  batch->points = march_point_list_new ();
  for (guint i = 0; i < 5; i++)
    {
      MarchPointRow row = { .from = 20000, .until = 20001, .told = 20001, .name = "Spot",
                            .file = "list.csv", .place = i + 1, .properties = "{}",
                            .longitude = 12 + 0.1 * i,
                            .latitude = 1.5 };

      g_array_append_val (batch->points->rows, row);
    }
  batch->points->first = batch->points->last = 20000;
  batch->points->n_days = 1;
  return batch;
}

static void
import (const char *path, MarchAreaBatch *batch)
{
  g_autoptr (MarchDossier) dossier = colleagues_open (path);
  GError *error = NULL;

  march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL, &error);
  g_assert_no_error (error);
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
}

/* Areas by one, points by the other: both have both. What is undone and saved is left out. */
static void
test_imports (Colleagues *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *undone = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  GError *error = NULL;

  import (fixture->mine, make_areas ());
  import (fixture->theirs, make_points ());
  before = colleagues_describe (fixture->theirs);
  colleagues_exchange (fixture, MARCH_MERGE_ASK);
  colleagues_assert_equal (fixture);
  g_assert_cmpint (colleagues_select (fixture->mine, "SELECT count (*) FROM point"), ==, 5);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT count (*) FROM piece"), ==, 1);
  dossier = colleagues_open (fixture->theirs);
  g_assert_true (march_dossier_undo (dossier, &error));
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  undone = colleagues_describe (fixture->theirs);
  g_assert_cmpstr (undone, ==, before);
}

int
main (int argc, char **argv)
{
  colleagues_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *one = g_strdup_printf ("/changes/kind/%s", kinds[i].name);
      g_autofree char *pairs = g_strdup_printf ("/changes/pairs/%s", kinds[i].name);

      COLLEAGUES_ADD (one, GSIZE_TO_POINTER (i), test_kind);
      COLLEAGUES_ADD (pairs, GSIZE_TO_POINTER (i), test_pairs);
    }
  COLLEAGUES_ADD ("/changes/all", NULL, test_all);
  COLLEAGUES_ADD ("/changes/imports", NULL, test_imports);
  return document_run ();
}
