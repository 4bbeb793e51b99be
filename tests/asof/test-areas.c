/* test-areas.c — imported areas over the days: by unit and holder, in shares, and compared */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <math.h>

#include "area-fixture.h"
#include "asof/march-area-history.h"
#include "asof/march-comparison.h"
#include "asof/march-front.h"
#include "asof/march-reading.h"
#include "geo/march-contact.h"
#include "geo/march-geodesic.h"
#include "geo/march-nearest.h"

/* In square metres: sides are a little shorter for a point between. */
#define MARGIN 100

static MarchAreaHistory *
new_history (MarchCorpus *corpus)
{
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
  g_autoptr (GError) error = NULL;
  MarchAreaHistory *history = march_area_history_new (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (march_area_history_answers (history, snapshot));
  return history;
}

static MarchAreaSide
get_side (MarchCorpus *corpus)
{
  return (MarchAreaSide){ march_corpus_get_actor (corpus, AREA_MARCHES), MARCH_BASIS_INDEPENDENT,
                          FALSE };
}

static double
measure (MarchAreaHistory *history, MarchCorpus *corpus, gint64 place, MarchDay day)
{
  const MarchAreaSide side = get_side (corpus);

  return march_area_history_measure (history, march_corpus_get_place (corpus, place), &side, day);
}

static void
test_days (void)
{
  static const struct
  {
    MarchDay day;
    double   west[2], east[2]; /* the strip in each unit */
  } days[] = { { 10, { 0, 0.5 }, { 1, 1 } },     { 19, { 0, 0.5 }, { 1, 1 } },
               { 20, { 0, 1 }, { 1, 1.5 } },     { 35, { 0, 1 }, { 1, 1.25 } },
               { 40, { 0.25, 1 }, { 1, 1.5 } },  { 90, { 0.25, 1 }, { 1, 1.5 } } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchAreaHistory) history = new_history (corpus);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      double west = area_strip (days[i].west[0], days[i].west[1]);
      double east = area_strip (days[i].east[0], days[i].east[1]);

      g_assert_cmpfloat_with_epsilon (measure (history, corpus, AREA_WEST, days[i].day), west,
                                      MARGIN);
      g_assert_cmpfloat_with_epsilon (measure (history, corpus, AREA_EAST, days[i].day), east,
                                      MARGIN);
      g_assert_cmpfloat_with_epsilon (measure (history, corpus, AREA_STATE, days[i].day),
                                      west + east, MARGIN);
    }
  /* Nothing is carried backward, and a settlement has no area. */
  g_assert_true (isnan (measure (history, corpus, AREA_WEST, 9)));
  g_assert_true (isnan (measure (history, corpus, AREA_TOWN, 20)));
}

static void
test_rows (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchAreaHistory) history = new_history (corpus);
  g_autoptr (GArray) rows = march_area_history_list_rows (history, 20);
  static const struct
  {
    gint64 place; /* 0: the whole */
    double share, country_share;
  } expected[] = {
    { AREA_EAST, 0.5, 0.25 }, { AREA_WEST, 1, 0.5 }, { AREA_STATE, 0.75, 0.75 }, { 0, NAN, NAN }
  };

  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      const MarchAreaRow *row = &g_array_index (rows, MarchAreaRow, i);

      g_assert_cmpint (row->place != NULL ? row->place->id : 0, ==, expected[i].place);
      g_assert_cmpint (row->side.holder->id, ==, AREA_MARCHES);
      g_assert_true (isnan (row->share) == isnan (expected[i].share));
      if (row->place == NULL)
        continue;
      g_assert_cmpfloat_with_epsilon (row->share, expected[i].share, 1e-5);
      g_assert_cmpfloat_with_epsilon (row->country_share, expected[i].country_share, 1e-5);
    }
  g_assert_cmpfloat_with_epsilon (g_array_index (rows, MarchAreaRow, 3).m2, area_strip (0, 1.5),
                                  MARGIN);
  /* What was not held at all has no row. */
  g_array_unref (g_steal_pointer (&rows));
  rows = march_area_history_list_rows (history, 10);
  g_assert_cmpuint (rows->len, ==, 3);
}

static void
test_cover (void)
{
  static const struct
  {
    gboolean       carried;
    MarchDay       day;
    MarchAreaCover cover;
    const char    *words;
  } cases[] = {
    { TRUE, 9, MARCH_COVER_BEFORE, "has no data before 11 January 1970" },
    { TRUE, 15, MARCH_COVER_DATA, "“The daily sheet”, as of 16 January 1970." },
    { TRUE, 41, MARCH_COVER_CARRIED, "carried from 10 February 1970" },
    { FALSE, 15, MARCH_COVER_OPEN, "has no data for 16 January 1970; the day is left open" },
    { FALSE, 20, MARCH_COVER_DATA, "as of 21 January 1970" },
    { FALSE, 41, MARCH_COVER_AFTER, "has no data after 10 February 1970" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchCorpus) corpus = area_corpus_new (cases[i].carried);
      g_autoptr (MarchAreaHistory) history = new_history (corpus);
      g_autoptr (GArray) rows = march_area_history_list_rows (history, cases[i].day);
      g_autofree char *words = march_area_history_describe_cover (history, cases[i].day);

      g_assert_cmpint (march_area_history_get_cover (history, cases[i].day), ==, cases[i].cover);
      g_assert_nonnull (strstr (words, cases[i].words));
      g_assert_cmpint (rows->len > 0, ==, cases[i].cover >= MARCH_COVER_CARRIED);
    }
}

static void
assert_steps (GArray *steps, const MarchDay *days, const double *areas, guint n)
{
  g_assert_cmpuint (steps->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const MarchAreaStep *step = &g_array_index (steps, MarchAreaStep, i);

      g_assert_cmpint (step->from, ==, days[i]);
      g_assert_cmpint (isnan (step->m2), ==, isnan (areas[i]));
      if (!isnan (areas[i]))
        g_assert_cmpfloat_with_epsilon (step->m2, areas[i], MARGIN);
    }
}

static void
test_steps (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchAreaHistory) history = new_history (corpus);
  const MarchAreaSide side = get_side (corpus);
  const MarchPlace *west = march_corpus_get_place (corpus, AREA_WEST);
  g_autoptr (GArray) in_west = march_area_history_list_steps (history, west, &side);
  g_autoptr (GArray) whole = march_area_history_list_steps (history, NULL, &side);
  g_autoptr (GArray) changes = march_area_history_list_changes (history, west);
  static const MarchDay west_days[] = { 10, 20, 40 };

  /* On day 30 nothing changes in the west. */
  assert_steps (in_west, west_days,
                (double[]){ area_strip (0, 0.5), area_strip (0, 1), area_strip (0.25, 1) }, 3);
  /* From day 30 to 40 as much is lost as gained. */
  assert_steps (whole, (MarchDay[]){ 10, 20, 30 },
                (double[]){ area_strip (0, 0.5), area_strip (0, 1.5), area_strip (0, 1.25) }, 3);
  g_assert_cmpmem (changes->data, changes->len * sizeof (MarchDay), west_days, sizeof west_days);
}

/* A gap is a step of its own. */
static void
test_steps_with_gaps (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (FALSE);
  g_autoptr (MarchAreaHistory) history = new_history (corpus);
  const MarchAreaSide side = get_side (corpus);
  g_autoptr (GArray) steps = march_area_history_list_steps (history, NULL, &side);

  assert_steps (steps, (MarchDay[]){ 10, 11, 20, 21, 30, 31, 40, 41 },
                (double[]){ area_strip (0, 0.5), NAN, area_strip (0, 1.5), NAN,
                            area_strip (0, 1.25), NAN, area_strip (0.25, 1.5), NAN },
                8);
}

/* Another version of the same records measures nothing anew. */
static void
test_taken_over (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchCorpus) other = area_corpus_new (TRUE);
  g_autoptr (MarchAreaHistory) history = new_history (corpus);
  g_autoptr (MarchSnapshot) snapshot = area_ask (other, 10);
  g_autoptr (MarchAreaHistory) next
      = march_area_history_new (snapshot, NULL, history, NULL, NULL);

  g_assert_true (march_area_units_equal (march_area_history_get_units (history), other));
  g_assert_true (march_area_units_get_measure (march_area_history_get_units (history))
                 == march_area_units_get_measure (march_area_history_get_units (next)));
  g_assert_cmpfloat (measure (history, corpus, AREA_EAST, 20), ==,
                     measure (next, other, AREA_EAST, 20));
  g_assert_false (march_area_history_answers (history, snapshot));
}

static const MarchComparedRow *
find_row (MarchComparison *comparison, gint64 place)
{
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);

      if ((row->place != NULL ? row->place->id : 0) == place)
        return row;
    }
  return NULL;
}

static MarchComparison *
compare (MarchCorpus *corpus, MarchDay from, MarchDay to)
{
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, to);
  g_autoptr (GError) error = NULL;
  MarchComparison *comparison
      = march_comparison_new (snapshot, NULL, from, to, NULL, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

static void
assert_row (MarchComparison *comparison, gint64 place, double gained, double lost)
{
  const MarchComparedRow *row = find_row (comparison, place);

  if (row == NULL)
    g_error ("no row of place %" G_GINT64_FORMAT, place);
  g_assert_cmpfloat_with_epsilon (row->gained, gained, MARGIN);
  g_assert_cmpfloat_with_epsilon (row->lost, lost, MARGIN);
}

static void
test_compared (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchComparison) forward = compare (corpus, 10, 20);
  g_autoptr (MarchComparison) both = compare (corpus, 30, 40);
  g_autoptr (MarchComparison) same = compare (corpus, 22, 25);

  assert_row (forward, AREA_WEST, area_strip (0.5, 1), 0);
  assert_row (forward, AREA_EAST, area_strip (1, 1.5), 0);
  assert_row (forward, 0, area_strip (0.5, 1.5), 0);
  assert_row (both, AREA_WEST, 0, area_strip (0, 0.25));
  assert_row (both, AREA_EAST, area_strip (1.25, 1.5), 0);
  assert_row (both, 0, area_strip (1.25, 1.5), area_strip (0, 0.25));
  g_assert_cmpuint (same->rows->len, ==, 1);
  assert_row (same, 0, 0, 0);
  g_assert_null (same->untold);
}

/* East of 1.25 was lost on day 30 and won back on day 40: two pieces of one land. */
static void
test_won_back (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchComparison) comparison = compare (corpus, 20, 40);

  g_assert_null (find_row (comparison, AREA_EAST));
  assert_row (comparison, 0, 0, area_strip (0, 0.25));
}

static void
test_not_covered (void)
{
  static const struct
  {
    MarchDay    from, to;
    const char *words;
  } cases[] = {
    { 5, 20, "“The daily sheet” doesn’t cover 6 January 1970." },
    { 20, 25, "“The daily sheet” doesn’t cover 26 January 1970." },
    { 5, 25, "“The daily sheet” covers neither 6 January 1970 nor 26 January 1970." },
  };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchComparison) comparison = compare (corpus, cases[i].from, cases[i].to);

      g_assert_cmpuint (comparison->rows->len, ==, 0);
      g_assert_cmpstr (comparison->untold, ==, cases[i].words);
    }
}

/* The strip's own coast is no line of contact; its front is, 0.4 sides from the town. */
static void
test_contact (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  const MarchDatedImport *sheet = march_corpus_get_area_imports (corpus)->pdata[0];
  g_autoptr (MarchGeometry) held = march_holdings_get_area (sheet->holdings, 20, NULL);
  g_autoptr (MarchGeometry) outline = march_holdings_get_outline (sheet->holdings, 20, NULL);
  g_autoptr (GPtrArray) country = g_ptr_array_new ();
  g_autoptr (MarchGeometry) contact = NULL;
  const MarchBox *box;
  double          longitude, latitude, distance;

  g_ptr_array_add (country, march_corpus_get_place (corpus, AREA_WEST)->geometry);
  g_ptr_array_add (country, march_corpus_get_place (corpus, AREA_EAST)->geometry);
  contact = march_contact_find (held, outline, country);
  box = march_geometry_get_box (contact);
  g_assert_cmpfloat_with_epsilon (box->west, 1.5 * AREA_SIDE, 1e-6);
  g_assert_cmpfloat_with_epsilon (box->east, 1.5 * AREA_SIDE, 1e-6);
  distance = march_nearest_find (contact, 1.9 * AREA_SIDE, 0.5 * AREA_SIDE, &longitude, &latitude);
  g_assert_cmpfloat_with_epsilon (
      distance,
      march_geodesic_distance (1.5 * AREA_SIDE, 0.5 * AREA_SIDE, 1.9 * AREA_SIDE, 0.5 * AREA_SIDE),
      1);
}

/* The line at 1.5 sides runs through East, and so through the state that consists of both; it is
 * half a side from West, all of which is held. */
static void
test_front_of_units (void)
{
  static const struct
  {
    gint64   place;
    gint64   day;
    double   sides;
    gboolean inside;
  } rows[] = { { AREA_EAST, 20, 0, FALSE },
               { AREA_WEST, 20, 0.5, TRUE },
               { AREA_STATE, 20, 0, FALSE },
               { AREA_WEST, 10, 0, FALSE },
               { AREA_EAST, 10, 0.5, FALSE } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, rows[i].day);
      g_autoptr (GArray) distances = march_front_measure (
          snapshot, march_corpus_get_place (corpus, rows[i].place), NULL, NULL);
      const MarchFrontDistance *distance;
      g_autofree char *words = NULL;

      g_assert_cmpuint (distances->len, ==, 1);
      distance = &g_array_index (distances, MarchFrontDistance, 0);
      words = march_front_describe (distance, "en");
      g_test_message ("%" G_GINT64_FORMAT ": %s", rows[i].place, words);
      g_assert_cmpfloat_with_epsilon (
          distance->metres,
          march_geodesic_distance (0, AREA_SIDE, rows[i].sides * AREA_SIDE, AREA_SIDE), 1);
      g_assert_cmpint (distance->inside, ==, rows[i].inside);
      g_assert_true (g_str_has_prefix (words, rows[i].sides > 0 ? "5.6 km to the line" : "0 km: "));
    }
}

/* How far it is to the line at 1.5 sides, from either side of it; of no day without data. */
static void
test_front_measure (void)
{
  static const struct
  {
    double   at; /* in sides */
    gboolean inside;
  } rows[] = { { 1.9, FALSE }, { 1.2, TRUE }, { 0.1, TRUE } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 20);
  g_autoptr (MarchSnapshot) before = area_ask (corpus, 5);
  const MarchPlace *town = march_corpus_get_place (corpus, AREA_TOWN);
  g_autoptr (GArray) none = march_front_measure (before, town, NULL, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const double    spot[] = { rows[i].at * AREA_SIDE, 0.5 * AREA_SIDE };
      const MarchPart part = { spot, 1, 0, FALSE };
      g_autoptr (MarchGeometry) point = march_geometry_new (MARCH_GEOMETRY_POINT, &part, 1);
      MarchPlace place = *town;
      g_autoptr (GArray) distances = NULL;
      const MarchFrontDistance *distance;

      place.geometry = point;
      distances = march_front_measure (snapshot, &place, NULL, NULL);
      g_assert_cmpuint (distances->len, ==, 1);
      distance = &g_array_index (distances, MarchFrontDistance, 0);
      g_assert_cmpint (distance->holder->id, ==, AREA_MARCHES);
      g_assert_cmpint (distance->inside, ==, rows[i].inside);
      g_assert_cmpfloat_with_epsilon (
          distance->metres, march_geodesic_distance (1.5 * AREA_SIDE, spot[1], spot[0], spot[1]),
          1);
    }
}

static GPtrArray *
read_figure (MarchCorpus *corpus, gint64 figure)
{
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
  g_autoptr (GError) error = NULL;
  GPtrArray *readings = march_reading_measure (
      snapshot, march_corpus_get_assertion (corpus, figure), NULL, NULL, &error);

  g_assert_no_error (error);
  return readings;
}

/* Half of East is some 62 km²: less than the figure's range by what its lower end is more. */
static void
test_figure_of_land (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  const MarchAssertion *figure = march_corpus_get_assertion (corpus, AREA_SEIZED);
  g_autoptr (GPtrArray) readings = read_figure (corpus, AREA_SEIZED);
  const double east = area_strip (1, 1.5) / 1e6;
  const MarchReading *reading;
  g_autofree char *words = NULL;

  g_assert_true (march_figure_is_of_land (figure));
  g_assert_cmpuint (readings->len, ==, 1);
  reading = readings->pdata[0];
  g_assert_cmpstr (reading->source->title, ==, "The daily sheet");
  g_assert_cmpfloat_with_epsilon (reading->measured, east, 1e-3);
  g_assert_cmpfloat_with_epsilon (reading->difference, east - 100, 1e-3);
  g_assert_cmpfloat_with_epsilon (reading->relative, east / 100 - 1, 1e-5);
  g_assert_cmpfloat (reading->lost, ==, 0);
  g_assert_cmpstr (reading->words, ==,
                   "Gained from 11 January 1970 to 21 January 1970; 0 km² lost");
  words = march_reading_describe (reading, figure);
  g_assert_true (g_str_has_prefix (words, "61.5 km²; −38.5 km² against the figure (−38 %)"));
}

/* On day 25 it is 0.75 of the land, where days are carried; else nothing is known. */
static void
test_figure_of_share (void)
{
  g_autoptr (MarchCorpus) carried = area_corpus_new (TRUE);
  g_autoptr (MarchCorpus) open = area_corpus_new (FALSE);
  g_autoptr (GPtrArray) readings = read_figure (carried, AREA_SHARE);
  g_autoptr (GPtrArray) untold = read_figure (open, AREA_SHARE);
  const MarchReading *reading = readings->pdata[0];
  g_autofree char *words = NULL;

  g_assert_cmpfloat_with_epsilon (reading->measured, 75, 1e-3);
  g_assert_cmpfloat_with_epsilon (reading->difference, 25, 1e-3);
  reading = untold->pdata[0];
  g_assert_true (isnan (reading->measured));
  g_assert_cmpstr (reading->words, ==, "“The daily sheet” doesn’t cover 26 January 1970.");
  words = march_reading_describe (reading, march_corpus_get_assertion (open, AREA_SHARE));
  g_assert_cmpstr (words, ==, "");
}

/* A share is that of an interval's last day; where an end is open nothing can be measured. */
static void
test_figure_periods (void)
{
  static const struct
  {
    const char *period;
    guint       n_readings;
  } rows[] = { { "1970-01-21/1970-01-26", 1 }, { "1970-01-26/..", 0 }, { "../1970-01-26", 0 } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchAssertion figure = *march_corpus_get_assertion (corpus, AREA_SHARE);
      g_autoptr (GPtrArray) readings = NULL;

      figure.read_period = (char *) rows[i].period;
      readings = march_reading_measure (snapshot, &figure, NULL, NULL, NULL);
      g_assert_cmpuint (readings->len, ==, rows[i].n_readings);
      if (readings->len > 0)
        g_assert_cmpfloat_with_epsilon (
            ((const MarchReading *) readings->pdata[0])->measured, 75, 1e-3);
    }
}

/* What lies in the figure's range differs by nothing, and beyond it by what is nearest. */
static void
test_figure_range (void)
{
  static const struct
  {
    double low, high, difference;
  } rows[] = { { 50, 70, 0 },   { 70, 90, -8.5 },   { 40, 50, 11.5 }, { NAN, 70, 0 },
               { 50, NAN, 0 }, { NAN, 50, 11.5 }, { 70, NAN, -8.5 } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchAssertion figure = *march_corpus_get_assertion (corpus, AREA_SEIZED);
      g_autoptr (GPtrArray) readings = NULL;

      figure.low = rows[i].low;
      figure.high = rows[i].high;
      readings = march_reading_measure (snapshot, &figure, NULL, NULL, NULL);
      g_assert_cmpfloat_with_epsilon (((const MarchReading *) readings->pdata[0])->difference,
                                      rows[i].difference, 0.05);
    }
}

/* What is only carried says nothing of how much was gained, and what is partly so is told. */
static void
test_figure_carried (void)
{
  static const struct
  {
    const char *period, *words;
  } rows[] = {
    { "1970-01-11/1970-01-21", "Gained from 11 January 1970 to 21 January 1970; 0 km² lost" },
    { "1970-01-12/1970-01-22", "Gained from 12 January 1970 to 22 January 1970; 0 km² lost (by "
                               "data of 11 January 1970 and 21 January 1970)" },
    { "1970-01-12/1970-01-20", "“The daily sheet” has no data after 12 January 1970, through "
                               "20 January 1970." },
  };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 10);
  const MarchDatedImport *area_import = march_corpus_get_area_imports (corpus)->pdata[0];
  MarchAreaDocument documents[4] = { 0 };

  /* The land of four days, each in a file of its own. */
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      documents[i].from = 10 * (MarchDay) (i + 1);
      documents[i].until = documents[i].from + 1;
      g_ptr_array_add (area_import->documents, &documents[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MarchAssertion figure = *march_corpus_get_assertion (corpus, AREA_SEIZED);
      g_autoptr (GPtrArray) readings = NULL;
      const MarchReading *reading;

      figure.read_period = (char *) rows[i].period;
      readings = march_reading_measure (snapshot, &figure, NULL, NULL, NULL);
      g_assert_cmpuint (readings->len, ==, 1);
      reading = readings->pdata[0];
      g_assert_cmpstr (reading->words, ==, rows[i].words);
      g_assert_cmpint (isnan (reading->measured) != 0, ==, i == 2);
    }
}

/* In one line what it came to, and before it as what it is read. */
static void
test_figure_words (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchCorpus) open = area_corpus_new (FALSE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 20);
  const MarchAssertion *seized = march_corpus_get_assertion (corpus, AREA_SEIZED);
  const MarchAssertion *share = march_corpus_get_assertion (open, AREA_SHARE);
  g_autoptr (GPtrArray) readings = read_figure (corpus, AREA_SEIZED);
  g_autoptr (GPtrArray) untold = read_figure (open, AREA_SHARE);
  g_autofree char *read = march_figure_describe_reading (seized, "en");
  g_autofree char *held = march_figure_describe_reading (share, "en");
  g_autofree char *line = march_reading_describe_all (readings, seized);
  g_autofree char *blank = march_reading_describe_all (untold, share);

  g_assert_cmpstr (read, ==,
                   "Read as: Free Marches · East · gained from 11 January 1970 to 21 January 1970");
  g_assert_true (g_str_has_suffix (held, " · held on 26 January 1970"));
  g_assert_cmpstr (line, ==, "“The daily sheet”: 61.5 km²; −38.5 km² against the figure (−38 %)");
  g_assert_cmpstr (blank, ==, "“The daily sheet” doesn’t cover 26 January 1970.");
  g_assert_null (march_reading_describe_none (snapshot, seized));
}

/* Of all that are read, and of those about a place or read as it. */
static void
test_figures_of_place (void)
{
  static const struct
  {
    gint64 place;
    gint64 figure; /* 0: none */
  } rows[] = { { AREA_EAST, AREA_SEIZED }, { AREA_STATE, AREA_SHARE }, { AREA_WEST, 0 } };
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 20);
  g_autoptr (GPtrArray) all = march_figure_list_of_land (snapshot, NULL);

  g_assert_cmpuint (all->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) figures = march_figure_list_of_land (
          snapshot, march_corpus_get_place (corpus, rows[i].place));

      g_assert_cmpuint (figures->len, ==, rows[i].figure != 0);
      if (figures->len > 0)
        g_assert_cmpint (((const MarchAssertion *) figures->pdata[0])->id, ==, rows[i].figure);
    }
}

static void
test_figure_unread (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (GPtrArray) readings = read_figure (corpus, AREA_UNREAD);

  g_assert_false (march_figure_is_of_land (march_corpus_get_assertion (corpus, AREA_UNREAD)));
  g_assert_cmpuint (readings->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 20);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (march_area_history_new (snapshot, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (march_comparison_new (snapshot, NULL, 10, 20, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/areas/days", test_days);
  g_test_add_func ("/asof/areas/rows", test_rows);
  g_test_add_func ("/asof/areas/cover", test_cover);
  g_test_add_func ("/asof/areas/steps", test_steps);
  g_test_add_func ("/asof/areas/steps-with-gaps", test_steps_with_gaps);
  g_test_add_func ("/asof/areas/taken-over", test_taken_over);
  g_test_add_func ("/asof/areas/compared", test_compared);
  g_test_add_func ("/asof/areas/won-back", test_won_back);
  g_test_add_func ("/asof/areas/not-covered", test_not_covered);
  g_test_add_func ("/asof/areas/contact", test_contact);
  g_test_add_func ("/asof/areas/front-measure", test_front_measure);
  g_test_add_func ("/asof/areas/front-of-units", test_front_of_units);
  g_test_add_func ("/asof/areas/figure-of-land", test_figure_of_land);
  g_test_add_func ("/asof/areas/figure-of-share", test_figure_of_share);
  g_test_add_func ("/asof/areas/figure-periods", test_figure_periods);
  g_test_add_func ("/asof/areas/figure-range", test_figure_range);
  g_test_add_func ("/asof/areas/figure-words", test_figure_words);
  g_test_add_func ("/asof/areas/figure-carried", test_figure_carried);
  g_test_add_func ("/asof/areas/figures-of-place", test_figures_of_place);
  g_test_add_func ("/asof/areas/figure-unread", test_figure_unread);
  g_test_add_func ("/asof/areas/cancelled", test_cancelled);
  return g_test_run ();
}
