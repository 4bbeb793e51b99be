/* test-import-plan.c — guesses and mapping before an import, several holders, and memory of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "asof/march-snapshot.h"
#include "base/march-error.h"
#include "exchange/march-import-plan.h"
#include "exchange/march-layer-reader.h"
#include "geo/march-geodesic.h"

#define TODAY march_day_from_ymd (2031, 12, 31)
#define NOBODY 0

#define AREA(west, values)                                                                         \
  "{\"type\": \"Feature\", \"properties\": {" values "}, \"geometry\": {\"type\": \"Polygon\", "   \
  "\"coordinates\": [[[" west ",1],[" west ".5,1],[" west ".5,2],[" west ",2],[" west ",1]]]}}"
#define POINT "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", "   \
  "\"coordinates\": [12, 1]}}"
#define COLLECTION(features) "{\"type\": \"FeatureCollection\", \"features\": [" features "]}"
#define HELD(who) "\"who\": \"" who "\", \"kind\": \"area\""

typedef struct
{
  const char *name;
  const char *text;
} File;

/* Velmark is gone on the second day, and Ostren on the third; nobody is called Marsh. */
static const File daily[] = {
  { "front_20210501.geojson",
    COLLECTION (AREA ("12", HELD ("Ostren")) "," AREA ("14", HELD ("вельмарк"))) },
  { "front_20210502.geojson",
    COLLECTION (AREA ("12", HELD ("Ostren")) "," AREA ("16", HELD ("Marsh"))) },
  { "front_20210503.geojson", COLLECTION (AREA ("16", HELD ("Marsh"))) },
};

static const File plain[] = {
  { "squares.geojson", COLLECTION (AREA ("12", "\"fill\": \"#aa0000\"") "," POINT) },
};

/* One is nowhere. */
static const File partly[] = {
  { "front_20210501.geojson",
    COLLECTION (AREA ("12", HELD ("Ostren")) ",{\"type\": \"Feature\", \"properties\": {}, "
                                              "\"geometry\": null}") },
};

/* Two series, of which the second tells of a later day. */
static const File apart[] = {
  { "front_20210501.geojson", COLLECTION (AREA ("12", HELD ("Ostren"))) },
  { "rear_20210503.geojson", COLLECTION (AREA ("14", HELD ("Velmark"))) },
};

/* Of one day; the later hour counts. */
static const File hourly[] = {
  { "front_20210501_0600.geojson",
    COLLECTION (AREA ("12", HELD ("Ostren")) "," AREA ("16", HELD ("Marsh"))) },
  { "front_20210501_1800.geojson",
    COLLECTION (AREA ("12", HELD ("Ostren")) "," AREA ("16", HELD ("Marsh"))) },
};

static MarchImportPlan *
make_plan (Document *fixture, const File *files, gsize n, MarchDossier **dossier)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarchCorpus) corpus = NULL;
  MarchReadOptions options = { 0 };
  g_autoptr (MarchLayer) layer = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n; i++)
    {
      char *path = g_build_filename (fixture->folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  layer = march_layer_read ((const char *const *) paths->pdata, &options, NULL, &error);
  g_assert_no_error (error);
  *dossier = document_open (fixture);
  corpus = march_dossier_dup_corpus (*dossier);
  return march_import_plan_new (layer, corpus, TODAY);
}

static const MarchPlanValue *
get_value (MarchImportPlan *plan, const char *text)
{
  for (guint i = 0; i < plan->values->len; i++)
    {
      const MarchPlanValue *value = g_ptr_array_index (plan->values, i);

      if (g_strcmp0 (value->text, text) == 0)
        return value;
    }
  g_error ("the plan has no value “%s”", text);
}

static void
set_holder (MarchImportPlan *plan, const char *text, gint64 holder)
{
  ((MarchPlanValue *) get_value (plan, text))->holder = holder;
}

static void
assert_key (MarchImportPlan *plan, const char *part)
{
  const MarchPlanKey *key = g_ptr_array_index (plan->keys, plan->key);

  g_assert_nonnull (strstr (key->label, part));
}

static void
choose_field (MarchImportPlan *plan, const char *field)
{
  for (guint i = 0; i < plan->keys->len; i++)
    if (strstr (((const MarchPlanKey *) g_ptr_array_index (plan->keys, i))->label, field) != NULL)
      march_import_plan_choose_key (plan, i);
}

/* Only full names of actors are guessed, in any script and case. */
static void
test_guess (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 1, &dossier);

  assert_key (plan, "who");
  g_assert_cmpuint (plan->values->len, ==, 2);
  g_assert_cmpint (get_value (plan, "Ostren")->holder, ==, FIXTURE_OSTREN);
  g_assert_cmpint (get_value (plan, "вельмарк")->holder, ==, FIXTURE_VELMARK);
  g_assert_cmpint (march_import_plan_get_choice (plan)->origin, ==, MARCH_DATED_BY_FILE_NAME);
  g_assert_cmpuint (march_import_plan_count_ready (plan), ==, 2);
}

/* A value that is nobody's name leaves the guess: one actor holds all, and the analyst says who. */
static void
test_no_guess (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 3, &dossier);

  assert_key (plan, "Nothing");
  g_assert_cmpuint (plan->values->len, ==, 1);
  g_assert_null (((MarchPlanValue *) g_ptr_array_index (plan->values, 0))->text);
  g_assert_cmpuint (march_import_plan_count_ready (plan), ==, 0);
  choose_field (plan, "who");
  g_assert_cmpuint (plan->values->len, ==, 3);
  g_assert_cmpuint (get_value (plan, "Marsh")->n_areas, ==, 2);
  g_assert_cmpint (get_value (plan, "Marsh")->holder, ==, NOBODY);
}

static void
assert_wanting (MarchImportPlan *plan, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (march_import_plan_check (plan, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, part));
  g_clear_error (&error);
  g_assert_null (march_import_plan_cut (plan, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

/* What is wanting is said, one thing after another. */
static void
test_wanting (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, plain, 1, &dossier);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (plan->choices->len, ==, 1);
  g_assert_cmpint (march_import_plan_get_choice (plan)->origin, ==, MARCH_DATED_BY_HAND);
  assert_wanting (plan, "which day");
  g_assert_false (march_import_plan_set_day (plan, "soon", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  assert_wanting (plan, "which day");
  g_assert_true (march_import_plan_set_day (plan, "2031-05-01", &error));
  g_assert_no_error (error);
  assert_wanting (plan, "who holds");
  set_holder (plan, NULL, FIXTURE_OSTREN);
  assert_wanting (plan, "who publishes");
  plan->source = FIXTURE_SOURCE;
  g_assert_true (march_import_plan_check (plan, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (march_import_plan_count_ready (plan), ==, 1);
}

/* In units of the square of the fixture; -1 where nothing is known. */
static double
measure (MarchCorpus *corpus, gint64 holder, MarchDay day)
{
  g_autoptr (MarchSnapshot) snapshot =
      march_snapshot_new (corpus, &(MarchQuestion){ .as_of = day, .known_by = MARCH_DAY_MAX });
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (snapshot, NULL);
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);

  for (guint i = 0; i < areas->len; i++)
    {
      const MarchDatedImport *one = g_ptr_array_index (areas, i);
      g_autoptr (MarchGeometry) land = march_holdings_get_area (one->holdings, day, NULL);

      if (one->holder->id == holder)
        return 2 * march_geodesic_area (land) / march_geodesic_area (square);
    }
  return -1;
}

static MarchImportReport *
bring_in (MarchDossier *dossier, MarchImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  MarchImportReport *report = NULL;
  GPtrArray *batches = march_import_plan_cut (plan, NULL, NULL, NULL, &report, &error);

  g_assert_no_error (error);
  g_assert_true (march_dossier_add_areas (dossier, batches, NULL, NULL, &error));
  return report;
}

/* Two holders come in at once, by a source that is added with what was said of it; who is missing
 * in a day's file holds nothing then; and one undo takes it all back. */
static void
test_holders (Document *fixture, gconstpointer data)
{
  static const double expected[][3] = { { 1, 1, 0 }, { 1, 0, 0 } };
  static const gint64 holders[] = { FIXTURE_OSTREN, FIXTURE_VELMARK };
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 3, &dossier);
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (MarchCorpus) corpus = NULL, before = march_dossier_dup_corpus (dossier);
  const MarchSource *source;
  g_autoptr (GError) error = NULL;

  choose_field (plan, "who");
  plan->title = g_strdup ("Front by day");
  plan->publisher = g_strdup ("The Velmark Mapping Society");
  plan->address = g_strdup ("https://example.org/front");
  plan->grade = 'B';
  report = bring_in (dossier, plan);
  g_assert_cmpuint (g_hash_table_size (report->days), ==, 2);
  g_assert_cmpuint (report->n_features, ==, 3);
  g_assert_cmpuint (report->n_skipped, ==, 2);
  corpus = march_dossier_dup_corpus (dossier);
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    for (guint j = 0; j < 3; j++)
      g_assert_cmpfloat_with_epsilon (measure (corpus, holders[i],
                                               march_day_from_ymd (2021, 5, 1) + (MarchDay) j),
                                      expected[i][j], 1e-3);
  source = ((MarchDatedImport *) g_ptr_array_index (march_corpus_get_area_imports (corpus), 0))
               ->source;
  g_assert_cmpstr (source->title, ==, "Front by day");
  g_assert_cmpint (source->grade, ==, 'B');
  g_assert_nonnull (strstr (source->csl, "The Velmark Mapping Society"));
  g_assert_nonnull (strstr (source->csl, "example.org"));
  g_assert_cmpuint (march_corpus_get_sources (corpus)->len, ==,
                    march_corpus_get_sources (before)->len + 1);
  g_assert_true (march_dossier_undo (dossier, &error));
  g_clear_pointer (&corpus, march_corpus_unref);
  corpus = march_dossier_dup_corpus (dossier);
  g_assert_cmpuint (march_corpus_get_area_imports (corpus)->len, ==, 0);
  g_assert_cmpuint (march_corpus_get_sources (corpus)->len, ==,
                    march_corpus_get_sources (before)->len);
}

/* A series tells nothing of whom another one is about. */
static void
test_series (Document *fixture, gconstpointer data)
{
  static const double expected[][3] = { { 1, 1, 1 }, { -1, -1, 1 } };
  static const gint64 holders[] = { FIXTURE_OSTREN, FIXTURE_VELMARK };
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, apart, 2, &dossier);
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;

  choose_field (plan, "who");
  plan->title = g_strdup ("Front by day");
  report = bring_in (dossier, plan);
  g_assert_cmpuint (g_hash_table_size (report->days), ==, 2);
  corpus = march_dossier_dup_corpus (dossier);
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    for (guint j = 0; j < 3; j++)
      g_assert_cmpfloat_with_epsilon (measure (corpus, holders[i],
                                               march_day_from_ymd (2021, 5, 1) + (MarchDay) j),
                                      expected[i][j], 1e-3);
}

typedef struct
{
  double now;
  guint  n;
} Progress;

static void
progress_cb (double fraction, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpfloat (fraction, >=, progress->now);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->now = fraction;
  progress->n++;
}

/* A day on which all that a series has is no land is none of the import's, whoever holds it. */
static void
test_day_without_land (Document *fixture, gconstpointer data)
{
  static const File files[] = {
    { "front_20210501.geojson", COLLECTION (AREA ("12", HELD ("Ostren"))) },
    { "rear_20210503.geojson",
      COLLECTION ("{\"type\": \"Feature\", \"properties\": {" HELD ("Velmark") "}, \"geometry\": "
                  "{\"type\": \"Polygon\", \"coordinates\": [[[14,1],[15,1],[14,1],[14,1]]]}}") },
    { "rear_20210504.geojson", COLLECTION (AREA ("14", HELD ("Velmark"))) },
  };
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, files, 3, &dossier);
  g_autoptr (MarchImportReport) report = NULL;

  choose_field (plan, "who");
  plan->title = g_strdup ("Front by day");
  report = bring_in (dossier, plan);
  g_assert_cmpuint (report->n_features, ==, 2);
  g_assert_cmpuint (g_hash_table_size (report->days), ==, 2);
}

/* All holders together are one way from nothing to the whole. */
static void
test_progress (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 3, &dossier);
  g_autoptr (GPtrArray) batches = NULL;
  Progress progress = { 0, 0 };

  choose_field (plan, "who");
  plan->title = g_strdup ("Front by day");
  batches = march_import_plan_cut (plan, progress_cb, &progress, NULL, NULL, NULL);
  g_assert_cmpuint (batches->len, ==, 2);
  g_assert_cmpuint (progress.n, >, 2);
  g_assert_cmpfloat (progress.now, ==, 1);
}

/* The next files of a source find what was said of the last ones; other memories harm nobody. */
static void
test_memory (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 2, &dossier);
  g_autoptr (MarchDossier) again = NULL;
  g_autoptr (MarchImportPlan) next = NULL;
  g_autofree char *memory = NULL;

  choose_field (plan, "who");
  set_holder (plan, "Marsh", FIXTURE_SPEAKER);
  plan->basis = MARCH_BASIS_OWN;
  plan->missing = MARCH_MISSING_OPEN;
  memory = march_import_plan_remember (plan, NULL);
  next = make_plan (fixture, daily, 3, &again);
  g_assert_true (march_import_plan_knows (next, memory));
  g_assert_true (march_import_plan_recall (next, memory, MARCH_PLAN_ALL));
  assert_key (next, "who");
  g_assert_cmpint (get_value (next, "Marsh")->holder, ==, FIXTURE_SPEAKER);
  g_assert_cmpint (get_value (next, "Ostren")->holder, ==, FIXTURE_OSTREN);
  g_assert_cmpint (next->basis, ==, MARCH_BASIS_OWN);
  g_assert_cmpint (next->missing, ==, MARCH_MISSING_OPEN);
}

#define DATED(who, seen, edited)                                                                   \
  "\"who\": \"" who "\", \"seen\": \"" seen "\", \"edited\": \"" edited "\""

static const File both_sides[] = {
  { "sides.geojson",
    COLLECTION (AREA ("12", DATED ("Ostren side", "2021-05-01", "2021-06-01")) ","
                AREA ("14", DATED ("Marsh", "2021-05-02", "2021-06-02"))) },
};

/* Under another name; the field tells nothing apart here. */
static const File one_side[] = {
  { "weekly.geojson",
    COLLECTION (AREA ("12", DATED ("Marsh", "2021-05-03", "2021-06-03")) ","
                AREA ("16", DATED ("Marsh", "2021-05-04", "2021-06-04"))) },
};

/* The plan's choice of dates is by that field. */
static gboolean
is_dated_by (MarchImportPlan *plan, const char *field)
{
  const MarchDateChoice *choice = march_import_plan_get_choice (plan);

  return choice->origin == MARCH_DATED_BY_FIELD && g_strcmp0 (choice->fields[0], field) == 0;
}

static void
choose_dates_by (MarchImportPlan *plan, const char *field)
{
  for (guint i = 0; i < plan->choices->len && !is_dated_by (plan, field); i++)
    march_import_plan_choose_dates (plan, i);
  g_assert_true (is_dated_by (plan, field));
}

static MarchImportPlan *
make_next (Document *fixture, const File *files, gsize n)
{
  g_autoptr (MarchDossier) dossier = NULL;

  return make_plan (fixture, files, n, &dossier);
}

/* By a field that has one value in the next file, and by the field that dates it; who was not in
 * the last file is known when he comes again. */
static void
test_memory_of_fields (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchImportPlan) plan = make_next (fixture, both_sides, 1);
  g_autoptr (MarchImportPlan) next = make_next (fixture, one_side, 1);
  g_autoptr (MarchImportPlan) third = make_next (fixture, both_sides, 1);
  g_autofree char *memory = NULL, *later = NULL;

  choose_field (plan, "who");
  choose_dates_by (plan, "edited");
  set_holder (plan, "Marsh", FIXTURE_SPEAKER);
  set_holder (plan, "Ostren side", FIXTURE_OSTREN);
  memory = march_import_plan_remember (plan, NULL);
  g_assert_false (march_import_plan_knows (next, memory));
  g_assert_true (march_import_plan_recall (next, memory, MARCH_PLAN_ALL));
  assert_key (next, "who");
  g_assert_cmpint (get_value (next, "Marsh")->holder, ==, FIXTURE_SPEAKER);
  g_assert_true (is_dated_by (next, "edited"));
  later = march_import_plan_remember (next, memory);
  g_assert_true (march_import_plan_recall (third, later, MARCH_PLAN_ALL));
  g_assert_cmpint (get_value (third, "Marsh")->holder, ==, FIXTURE_SPEAKER);
  g_assert_cmpint (get_value (third, "Ostren side")->holder, ==, FIXTURE_OSTREN);
}

/* What a source publishes of each side is apart, whichever came last; of a third kind it is not
 * told whose it is. What the analyst said already stays. */
static void
test_memory_of_kinds (Document *fixture, gconstpointer data)
{
  static const File strange[] = { { "map.geojson", COLLECTION (AREA ("12", "\"a\": 1")) } };
  g_autoptr (MarchImportPlan) front = make_next (fixture, &apart[0], 1);
  g_autoptr (MarchImportPlan) rear = make_next (fixture, &apart[1], 1);
  g_autoptr (MarchImportPlan) next = make_next (fixture, &apart[0], 1);
  g_autoptr (MarchImportPlan) other = make_next (fixture, strange, 1);
  g_autofree char *first = NULL, *both = NULL;

  set_holder (front, NULL, FIXTURE_OSTREN);
  front->basis = MARCH_BASIS_OWN;
  first = march_import_plan_remember (front, NULL);
  g_assert_true (march_import_plan_recall (rear, first, MARCH_PLAN_ALL & ~MARCH_PLAN_HOLDERS));
  g_assert_cmpint (get_value (rear, NULL)->holder, ==, NOBODY);
  g_assert_cmpint (rear->basis, ==, MARCH_BASIS_INDEPENDENT);
  set_holder (rear, NULL, FIXTURE_VELMARK);
  both = march_import_plan_remember (rear, first);
  g_assert_true (march_import_plan_knows (next, both));
  g_assert_true (march_import_plan_recall (next, both, MARCH_PLAN_ALL));
  g_assert_cmpint (get_value (next, NULL)->holder, ==, FIXTURE_OSTREN);
  g_assert_cmpint (next->basis, ==, MARCH_BASIS_OWN);
  g_assert_true (march_import_plan_recall (other, first, MARCH_PLAN_ALL));
  g_assert_cmpint (get_value (other, NULL)->holder, ==, FIXTURE_OSTREN);
  set_holder (other, NULL, NOBODY);
  g_assert_true (march_import_plan_recall (other, both, MARCH_PLAN_ALL));
  g_assert_cmpint (get_value (other, NULL)->holder, ==, NOBODY);
}

/* Files whose names are dates alone may be any source's. */
static void
test_memory_of_bare_dates (Document *fixture, gconstpointer data)
{
  static const File bare[] = { { "20210501.geojson", COLLECTION (AREA ("12", "\"a\": 1")) } };
  g_autoptr (MarchImportPlan) plan = make_next (fixture, bare, 1);
  g_autofree char *memory = NULL;

  set_holder (plan, NULL, FIXTURE_OSTREN);
  memory = march_import_plan_remember (plan, NULL);
  g_assert_false (march_import_plan_knows (plan, memory));
}

/* Each value may have a basis of its own, which is kept, remembered and brought in; both bases of
 * one actor's land are two batches, and one undo. */
static void
test_basis_of_values (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 2, &dossier);
  g_autoptr (MarchDossier) again = NULL;
  g_autoptr (MarchImportPlan) next = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *memory = NULL;
  MarchPlanValue  *value;
  GPtrArray       *imports;
  guint            sides[2][2] = { { 0 } }; /* Velmark's or not, own word or not */

  choose_field (plan, "who");
  plan->title = g_strdup ("Front by day");
  value = march_import_plan_find_value (plan, "вельмарк");
  march_import_plan_set_basis (plan, value, MARCH_BASIS_OWN);
  march_import_plan_choose_dates (plan, plan->choice);
  memory = march_import_plan_remember (plan, NULL);
  next = make_plan (fixture, daily, 2, &again);
  g_assert_true (march_import_plan_recall (next, memory, MARCH_PLAN_ALL));
  value = march_import_plan_find_value (next, "вельмарк");
  g_assert_cmpint (march_import_plan_get_basis (next, value), ==, MARCH_BASIS_OWN);
  g_assert_cmpint (march_import_plan_get_basis (next, get_value (next, "Ostren")), ==,
                   MARCH_BASIS_INDEPENDENT);

  set_holder (plan, "Marsh", FIXTURE_VELMARK);
  g_assert_true (march_import_plan_check (plan, &error));
  g_assert_no_error (error);
  march_import_report_free (bring_in (dossier, plan));
  corpus = march_dossier_dup_corpus (dossier);
  imports = march_corpus_get_area_imports (corpus);
  g_assert_cmpuint (imports->len, ==, 3);
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *one = imports->pdata[i];

      sides[one->holder->id == FIXTURE_VELMARK][one->basis == MARCH_BASIS_OWN]++;
    }
  g_assert_cmpuint (sides[FALSE][FALSE], ==, 1);
  g_assert_cmpuint (sides[TRUE][FALSE], ==, 1);
  g_assert_cmpuint (sides[TRUE][TRUE], ==, 1);
  g_assert_true (march_dossier_undo (dossier, NULL));
  march_corpus_unref (g_steal_pointer (&corpus));
  corpus = march_dossier_dup_corpus (dossier);
  g_assert_cmpuint (march_corpus_get_area_imports (corpus)->len, ==, 0);
}

static void
assert_doubles (MarchImportPlan *plan, guint n, const char *part)
{
  g_autoptr (GPtrArray) doubles = march_import_plan_list_doubles (plan);

  for (guint i = 0; i < doubles->len; i++)
    g_test_message ("%s", (const char *) doubles->pdata[i]);
  g_assert_cmpuint (doubles->len, ==, n);
  if (n > 0)
    g_assert_nonnull (strstr (doubles->pdata[n - 1], part));
}

/* Two files of a day are told, of one holder only; and a day that the dossier has already, by the
 * same source only. The report says it as well. */
static void
test_doubles (Document *fixture, gconstpointer data)
{
  static const File twice[] = {
    { "front_20210501.geojson", COLLECTION (AREA ("12", HELD ("Ostren"))) },
    { "rear_20210501.geojson", COLLECTION (AREA ("14", HELD ("Velmark"))) },
    { "rear_20210502.geojson", COLLECTION (AREA ("14", HELD ("Velmark"))) },
  };
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, twice, 3, &dossier);
  g_autoptr (MarchImportReport) report = NULL;
  const MarchImportNote *note;

  plan->title = g_strdup ("Front by day");
  choose_field (plan, "who");
  assert_doubles (plan, 0, NULL);
  march_import_plan_choose_key (plan, 0);
  set_holder (plan, NULL, FIXTURE_VELMARK);
  assert_doubles (plan, 1, "on 1 day, 1 May 2021: that of “Velmark” by “front_20210501.geojson” "
                           "and “rear_20210501.geojson”");
  report = bring_in (dossier, plan);
  note = report->notes->pdata[0];
  g_assert_cmpint (note->kind, ==, MARCH_NOTE_TOLD);
  g_assert_nonnull (strstr (note->words, "They count together"));
  march_corpus_unref (plan->corpus);
  plan->corpus = march_dossier_dup_corpus (dossier);
  assert_doubles (plan, 2,
                  "has land of 2 of these days already, first of 1 May 2021, of “Velmark”");
  g_free (plan->title);
  plan->title = g_strdup ("Another source");
  assert_doubles (plan, 1, "They count together");
}

/* What the plan says counts again for a value that says the same. */
static void
test_basis_of_plan (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 1, &dossier);
  MarchPlanValue *value = march_import_plan_find_value (plan, "Ostren");

  march_import_plan_set_basis (plan, value, MARCH_BASIS_OWN);
  march_import_plan_set_basis (plan, value, MARCH_BASIS_INDEPENDENT);
  plan->basis = MARCH_BASIS_OWN;
  g_assert_cmpint (march_import_plan_get_basis (plan, value), ==, MARCH_BASIS_OWN);
}

/* What could not be read is left out as well. */
static void
test_unread (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, partly, 1, &dossier);
  g_autoptr (MarchImportReport) report = NULL;

  set_holder (plan, NULL, FIXTURE_OSTREN);
  plan->title = g_strdup ("Front by day");
  report = bring_in (dossier, plan);
  g_assert_cmpuint (report->n_features, ==, 1);
  g_assert_cmpuint (report->n_skipped, ==, 1);
}

/* What has no date is counted, and told once: by the layer, for the whole file. */
static void
test_told_once (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, hourly, G_N_ELEMENTS (hourly), &dossier);
  g_autoptr (MarchImportReport) report = NULL;
  g_autofree char *words = NULL;

  choose_field (plan, "who");
  plan->title = g_strdup ("Front by day");
  report = bring_in (dossier, plan);
  g_assert_cmpuint (report->n_features, ==, 1);
  g_assert_cmpuint (report->n_skipped, ==, 3);
  g_assert_cmpuint (report->notes->len, ==, 1);
  g_assert_cmpstr (((MarchImportNote *) report->notes->pdata[0])->words, ==,
                   "front_20210501_1800.geojson, feature 2: It is left out, as was asked for.");
  g_assert_cmpuint (march_layer_get_n_notes (plan->layer), ==, 1);
  words = march_layer_describe_note (plan->layer, 0);
  g_assert_true (g_str_has_prefix (words, "front_20210501_0600.geojson: “front_20210501_1800"));
}

/* By a word, as a command line has it; a field need not tell anything apart. */
static void
test_choose_by (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 2, &dossier);
  g_autoptr (GError) error = NULL;

  g_assert_true (march_import_plan_choose_by (plan, "kind", NULL));
  g_assert_cmpuint (plan->values->len, ==, 1);
  g_assert_nonnull (march_import_plan_find_value (plan, "area"));
  g_assert_true (march_import_plan_choose_by (plan, "file", NULL));
  g_assert_nonnull (march_import_plan_find_value (plan, "front"));
  g_assert_false (march_import_plan_choose_by (plan, "nobody has it", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“who”"));
}

static void
test_strange_memory (Document *fixture, gconstpointer data)
{
  static const char *const memories[] = {
    "", "[]", "nonsense", "{\"holders\": 3, \"series\": {}, \"key\": []}",
    "{\"holders\": [1, {\"value\": 1, \"actor\": []}], \"series\": [1, null]}",
    "{\"key\": \"field\", \"field\": \"nobody has it\", \"dates\": \"never\"}",
    "{\"columns\": 1}",
    "{\"columns\": {\"form\": \"apart\", \"first\": \"up\", \"second\": null}}",
    "{\"columns\": {\"form\": \"round\", \"first\": \"up\", \"second\": \"right\"}}",
    "{\"columns\": {\"form\": \"wkt\", \"first\": 1}}",
  };
  static const char *const names[] = { "up", "right", NULL };
  g_auto (MarchTableColumns) columns = { 0 };
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 1, &dossier);

  for (gsize i = 0; i < G_N_ELEMENTS (memories); i++)
    {
      g_assert_false (march_import_plan_knows (plan, memories[i]));
      g_assert_false (march_import_plan_recall_columns (memories[i], names, &columns));
      g_assert_cmpint (march_import_plan_recall (plan, memories[i], MARCH_PLAN_ALL), ==, i >= 3);
      assert_key (plan, "who");
      g_assert_cmpint (get_value (plan, "Ostren")->holder, ==, FIXTURE_OSTREN);
    }
}

/* Without a memory the last import of the source in the dossier tells. */
static void
test_follow (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, plain, 1, &dossier);
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchImportPlan) next = NULL;

  plan->source = FIXTURE_SOURCE;
  g_assert_false (march_import_plan_follow (plan, MARCH_PLAN_ALL));
  g_assert_true (march_import_plan_set_day (plan, "2031-05-01", NULL));
  set_holder (plan, NULL, FIXTURE_VELMARK);
  plan->basis = MARCH_BASIS_OWN;
  plan->missing = MARCH_MISSING_OPEN;
  march_import_report_free (bring_in (dossier, plan));
  corpus = march_dossier_dup_corpus (dossier);
  next = march_import_plan_new (plan->layer, corpus, TODAY);
  next->source = FIXTURE_SOURCE;
  g_assert_true (march_import_plan_follow (next, MARCH_PLAN_ALL));
  g_assert_cmpint (get_value (next, NULL)->holder, ==, FIXTURE_VELMARK);
  g_assert_cmpint (next->basis, ==, MARCH_BASIS_OWN);
  g_assert_cmpint (next->missing, ==, MARCH_MISSING_OPEN);
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* On another thread, and given up before it begins. */
static void
test_async (Document *fixture, gconstpointer data)
{
  gboolean cancelled = GPOINTER_TO_INT (data);
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchImportPlan) plan = make_plan (fixture, daily, 1, &dossier);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MarchImportReport) report = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GError) error = NULL;

  plan->title = g_strdup ("Front by day");
  if (cancelled)
    g_cancellable_cancel (cancellable);
  march_import_plan_cut_async (plan, NULL, NULL, cancellable, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  batches = march_import_plan_cut_finish (result, &report, &error);
  if (cancelled)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (report);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 2);
  g_assert_cmpuint (report->n_features, ==, 2);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/import-plan/guess", NULL, test_guess);
  DOCUMENT_ADD ("/import-plan/no-guess", NULL, test_no_guess);
  DOCUMENT_ADD ("/import-plan/wanting", NULL, test_wanting);
  DOCUMENT_ADD ("/import-plan/holders", NULL, test_holders);
  DOCUMENT_ADD ("/import-plan/series", NULL, test_series);
  DOCUMENT_ADD ("/import-plan/day-without-land", NULL, test_day_without_land);
  DOCUMENT_ADD ("/import-plan/progress", NULL, test_progress);
  DOCUMENT_ADD ("/import-plan/memory", NULL, test_memory);
  DOCUMENT_ADD ("/import-plan/memory-of-fields", NULL, test_memory_of_fields);
  DOCUMENT_ADD ("/import-plan/memory-of-kinds", NULL, test_memory_of_kinds);
  DOCUMENT_ADD ("/import-plan/memory-of-bare-dates", NULL, test_memory_of_bare_dates);
  DOCUMENT_ADD ("/import-plan/basis-of-values", NULL, test_basis_of_values);
  DOCUMENT_ADD ("/import-plan/basis-of-plan", NULL, test_basis_of_plan);
  DOCUMENT_ADD ("/import-plan/doubles", NULL, test_doubles);
  DOCUMENT_ADD ("/import-plan/unread", NULL, test_unread);
  DOCUMENT_ADD ("/import-plan/told-once", NULL, test_told_once);
  DOCUMENT_ADD ("/import-plan/choose-by", NULL, test_choose_by);
  DOCUMENT_ADD ("/import-plan/strange-memory", NULL, test_strange_memory);
  DOCUMENT_ADD ("/import-plan/follow", NULL, test_follow);
  DOCUMENT_ADD ("/import-plan/async", GINT_TO_POINTER (FALSE), test_async);
  DOCUMENT_ADD ("/import-plan/cancelled", GINT_TO_POINTER (TRUE), test_async);
  return document_run ();
}
