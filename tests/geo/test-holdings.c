/* test-holdings.c — dated areas cut into pieces, case by case */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "geo-fixtures.h"
#include "geo/march-gpkg-blob.h"
#include "geo/march-holdings-builder.h"
#include "geos-judge.h"

#define MAX_DAYS 5
#define MAX_PIECES 6

typedef struct
{
  double west, south, east, north;
} Land;

#define NO_LAND                                                                                    \
  {                                                                                                \
    0, 0, 0, 0                                                                                     \
  }

/* A piece is told by its area and where its box begins. */
typedef struct
{
  double   area, west;
  MarchDay from, until;
} Expected;

typedef struct
{
  const char *name;
  struct
  {
    MarchDay day;
    Land     land;
  } days[MAX_DAYS];
  guint    n_days;
  Expected pieces[MAX_PIECES];
  guint    n_pieces;
} Case;

static const Case cases[] = {
  { "nothing-changes",
    { { 10, { 0, 0, 2, 1 } }, { 11, { 0, 0, 2, 1 } }, { 12, { 0, 0, 2, 1 } } },
    3,
    { { 2, 0, 10, MARCH_DAY_MAX } },
    1 },
  { "gained",
    { { 10, { 0, 0, 2, 1 } }, { 11, { 0, 0, 3, 1 } } },
    2,
    { { 2, 0, 10, MARCH_DAY_MAX }, { 1, 2, 11, MARCH_DAY_MAX } },
    2 },
  { "lost",
    { { 10, { 0, 0, 3, 1 } }, { 11, { 0, 0, 2, 1 } } },
    2,
    { { 1, 2, 10, 11 }, { 2, 0, 10, MARCH_DAY_MAX } },
    2 },
  { "moved",
    { { 10, { 0, 0, 2, 1 } }, { 11, { 1, 0, 3, 1 } } },
    2,
    { { 1, 0, 10, 11 }, { 1, 1, 10, MARCH_DAY_MAX }, { 1, 2, 11, MARCH_DAY_MAX } },
    3 },
  { "lost-and-gained-again",
    { { 10, { 0, 0, 3, 1 } }, { 11, { 0, 0, 2, 1 } }, { 12, { 0, 0, 3, 1 } } },
    3,
    { { 1, 2, 10, 11 }, { 2, 0, 10, MARCH_DAY_MAX }, { 1, 2, 12, MARCH_DAY_MAX } },
    3 },
  { "ends-by-a-day-without-land",
    { { 10, { 0, 0, 2, 1 } }, { 12, NO_LAND } },
    2,
    { { 2, 0, 10, 12 } },
    1 },
  { "island-in-what-was-lost",
    { { 10, { 0, 0, 4, 4 } }, { 11, { 1, 1, 2, 2 } }, { 12, { 0, 0, 4, 4 } } },
    3,
    { { 15, 0, 10, 11 }, { 1, 1, 10, MARCH_DAY_MAX }, { 15, 0, 12, MARCH_DAY_MAX } },
    3 },
  { "in-halves",
    { { 10, { 0, 0, 4, 1 } },
      { 11, { 0, 0, 2, 1 } },
      { 12, { 0, 0, 1, 1 } },
      { 13, { 0, 0, 4, 1 } } },
    4,
    { { 2, 2, 10, 11 },
      { 1, 1, 10, 12 },
      { 1, 0, 10, MARCH_DAY_MAX },
      { 3, 1, 13, MARCH_DAY_MAX } },
    4 },
};

static MarchGeometry *
new_land (const Land *land)
{
  if (land->west == land->east)
    return march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
  return new_rectangle (land->west, land->south, land->east, land->north);
}

static void
add (MarchHoldingsBuilder *builder,
     MarchDay              day,
     double                west,
     double                south,
     double                east,
     double                north)
{
  const Land land = { west, south, east, north };
  g_autoptr (MarchGeometry) area = new_land (&land);
  g_autoptr (GError) error = NULL;

  march_holdings_builder_add (builder, day, area, NULL, &error);
  g_assert_no_error (error);
}

static MarchHoldings *
run (MarchHoldingsBuilder *builder, MarchMissing missing)
{
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings = march_holdings_builder_run (builder, missing, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return holdings;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;

  for (guint i = 0; i < test->n_days; i++)
    {
      const Land *land = &test->days[i].land;

      add (builder, test->days[i].day, land->west, land->south, land->east, land->north);
    }
  holdings = run (builder, MARCH_MISSING_CARRIED);
  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), ==, test->n_pieces);
  for (guint i = 0; i < test->n_pieces; i++)
    {
      const MarchPiece *piece = march_holdings_get_piece (holdings, i);

      g_assert_cmpfloat_with_epsilon (judge_area (piece->area), test->pieces[i].area, 1e-12);
      g_assert_cmpfloat (march_geometry_get_box (piece->area)->west, ==, test->pieces[i].west);
      g_assert_cmpint (piece->from, ==, test->pieces[i].from);
      g_assert_cmpint (piece->until, ==, test->pieces[i].until);
    }
}

static void
assert_same (MarchHoldings *a, MarchHoldings *b)
{
  g_assert_cmpuint (march_holdings_get_n_pieces (a), ==, march_holdings_get_n_pieces (b));
  for (guint i = 0; i < march_holdings_get_n_pieces (a); i++)
    {
      const MarchPiece *p = march_holdings_get_piece (a, i), *q = march_holdings_get_piece (b, i);
      g_autoptr (GBytes) p_blob = march_gpkg_blob_write (p->area, MARCH_SRS_WGS84);
      g_autoptr (GBytes) q_blob = march_gpkg_blob_write (q->area, MARCH_SRS_WGS84);

      g_assert_true (g_bytes_equal (p_blob, q_blob));
      g_assert_cmpint (p->from, ==, q->from);
      g_assert_cmpint (p->until, ==, q->until);
    }
}

/* In whatever order the days are added, the pieces are the same. */
static void
test_order (void)
{
  static const double fronts[] = { 1, 3, 2, 4.5, 0.5, 3 };
  static const guint  orders[][6] = { { 5, 4, 3, 2, 1, 0 }, { 2, 0, 5, 1, 4, 3 } };
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    add (builder, i, 0, 0, fronts[i], 1 + i % 2);
  expected = run (builder, MARCH_MISSING_CARRIED);
  g_assert_cmpuint (march_holdings_get_n_pieces (expected), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (MarchHoldingsBuilder) other = march_holdings_builder_new ();
      g_autoptr (MarchHoldings) holdings = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (fronts); j++)
        add (other, orders[i][j], 0, 0, fronts[orders[i][j]], 1 + orders[i][j] % 2);
      holdings = run (other, MARCH_MISSING_CARRIED);
      assert_same (holdings, expected);
    }
}

static double
area_on (MarchHoldings *holdings, MarchDay day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchGeometry) area = march_holdings_get_area (holdings, day, &error);

  g_assert_no_error (error);
  return judge_area (area);
}

static void
test_missing (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) carried = NULL;
  g_autoptr (MarchHoldings) open = NULL;
  const MarchBlank *blanks;
  guint             n_blanks;

  add (builder, 10, 0, 0, 2, 1);
  add (builder, 11, 0, 0, 3, 1);
  add (builder, 15, 0, 0, 1, 1);
  carried = run (builder, MARCH_MISSING_CARRIED);
  open = run (builder, MARCH_MISSING_OPEN);

  march_holdings_get_blanks (carried, &n_blanks);
  g_assert_cmpuint (n_blanks, ==, 0);
  g_assert_true (march_holdings_is_known (carried, 13));
  g_assert_cmpfloat (area_on (carried, 9), ==, 0);
  g_assert_cmpfloat (area_on (carried, 13), ==, 3);
  g_assert_cmpfloat (area_on (carried, 15), ==, 1);
  g_assert_cmpfloat (area_on (carried, 9999), ==, 1);

  blanks = march_holdings_get_blanks (open, &n_blanks);
  g_assert_cmpuint (n_blanks, ==, 2);
  g_assert_cmpint (blanks[0].from, ==, 12);
  g_assert_cmpint (blanks[0].until, ==, 15);
  g_assert_cmpint (blanks[1].from, ==, 16);
  g_assert_cmpint (blanks[1].until, ==, MARCH_DAY_MAX);
  g_assert_true (march_holdings_is_known (open, 11));
  g_assert_false (march_holdings_is_known (open, 12));
  g_assert_false (march_holdings_is_known (open, 14));
  g_assert_true (march_holdings_is_known (open, 15));
  g_assert_false (march_holdings_is_known (open, 16));
  g_assert_cmpfloat (area_on (open, 11), ==, 3);
  g_assert_cmpfloat (area_on (open, 13), ==, 0);
  g_assert_cmpfloat (area_on (open, 15), ==, 1);
  for (guint i = 0; i < march_holdings_get_n_pieces (open); i++)
    g_assert_cmpint (march_holdings_get_piece (open, i)->until, <=, 16);
}

static void
test_changes (void)
{
  static const MarchDay expected[] = { 10, 11, 15 };
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;
  g_autoptr (GArray) changes = NULL;

  add (builder, 10, 0, 0, 2, 1);
  add (builder, 11, 0, 0, 3, 1);
  add (builder, 13, 0, 0, 3, 1);
  add (builder, 15, 0, 0, 1, 1);
  holdings = run (builder, MARCH_MISSING_CARRIED);
  changes = march_holdings_list_changes (holdings);
  g_assert_cmpmem (changes->data, changes->len * sizeof (MarchDay), expected, sizeof expected);
}

/* Only where held land ends there is an outline: three pieces side by side have one ring. */
static void
test_outline (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;
  g_autoptr (MarchGeometry) outline = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  double length = 0;

  add (builder, 1, 0, 0, 1, 1);
  add (builder, 2, 0, 0, 2, 1);
  add (builder, 3, 0, 0, 3, 1);
  holdings = run (builder, MARCH_MISSING_CARRIED);
  pieces = march_holdings_list_pieces (holdings, 3);
  g_assert_cmpuint (pieces->len, ==, 3);
  outline = march_holdings_get_outline (holdings, 3, NULL);
  g_assert_cmpint (march_geometry_get_kind (outline), ==, MARCH_GEOMETRY_LINE);
  g_assert_cmpuint (march_geometry_get_n_parts (outline), ==, 1);
  for (guint i = 0; i + 1 < march_geometry_get_part (outline, 0)->n_points; i++)
    {
      const double *point = march_geometry_get_part (outline, 0)->points + 2 * i;

      length += hypot (point[2] - point[0], point[3] - point[1]);
    }
  g_assert_cmpfloat_with_epsilon (length, 8, 1e-9);
}

static void
test_several_a_day (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;

  add (builder, 1, 0, 0, 2, 1);
  add (builder, 1, 1, 0, 3, 1);
  add (builder, 1, 5, 0, 6, 1);
  holdings = run (builder, MARCH_MISSING_CARRIED);
  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), ==, 2);
  g_assert_cmpfloat_with_epsilon (area_on (holdings, 1), 4, 1e-12);
}

/* A border written with other digits is the same border, as long as little lies between. */
static void
test_slivers (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;

  add (builder, 1, 0, 0, 2, 1);
  add (builder, 2, 0, 0, 2.0000003, 1);
  add (builder, 3, 0, 0, 2.0000002, 1);
  holdings = run (builder, MARCH_MISSING_CARRIED);
  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), ==, 1);
  g_assert_cmpfloat (area_on (holdings, 3), ==, 2);
}

/* What was held back comes with what it grows to, on the day of that. */
static void
test_sliver_grows (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;

  add (builder, 1, 0, 0, 2, 1);
  add (builder, 2, 0, 0, 2.0000003, 1);
  add (builder, 3, 0, 0, 2.0000003, 1);
  add (builder, 4, 0, 0, 2.5, 1);
  add (builder, 5, 0, 0, 1.9999998, 1);
  add (builder, 6, 0, 0, 2, 1);
  holdings = run (builder, MARCH_MISSING_CARRIED);
  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), ==, 2);
  g_assert_cmpfloat_with_epsilon (area_on (holdings, 3), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (area_on (holdings, 4), 2.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (area_on (holdings, 5), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (area_on (holdings, 6), 2, 1e-12);
}

/* Where the land is small, little is too much to hold back. */
static void
test_narrow_but_not_small (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;

  add (builder, 1, 0, 0, 0.02, 0.01);
  add (builder, 2, 0, 0, 0.0200003, 0.01);
  holdings = run (builder, MARCH_MISSING_CARRIED);
  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), ==, 2);
  g_assert_cmpfloat_with_epsilon (area_on (holdings, 2), 0.000200003, 1e-15);
}

static void
test_no_days (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = run (builder, MARCH_MISSING_OPEN);
  guint n_blanks;

  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), ==, 0);
  march_holdings_get_blanks (holdings, &n_blanks);
  g_assert_cmpuint (n_blanks, ==, 0);
}

typedef struct
{
  guint         calls;
  GCancellable *cancellable;
  guint         cancel_at;
} Watch;

static void
watch_cb (guint done, guint total, gpointer data)
{
  Watch *watch = data;

  watch->calls++;
  g_assert_cmpuint (done, ==, watch->calls);
  g_assert_cmpuint (total, ==, 4);
  if (done == watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MarchHoldings) holdings = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { 0, cancellable, 0 };

  for (guint i = 0; i < 4; i++)
    add (builder, i, 0, 0, 1 + i, 1);
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, watch_cb, &watch,
                                         cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (watch.calls, ==, 4);

  for (guint i = 2; i <= 4; i += 2)
    {
      watch = (Watch){ 0, cancellable, i };
      g_assert_null (march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, watch_cb, &watch,
                                                 cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (watch.calls, ==, i);
      g_clear_error (&error);
      g_cancellable_reset (cancellable);
    }
}

static void
test_refused (void)
{
  static const double line[] = { 0, 0, 4, 0 };
  const MarchPart     part = { line, 2, 0, FALSE };
  g_autoptr (MarchGeometry) road = march_geometry_new (MARCH_GEOMETRY_LINE, &part, 1);
  g_autoptr (MarchGeometry) far = new_rectangle (300, 0, 301, 1);
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (march_holdings_builder_add (builder, 19000, road, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "only polygons"));
  g_clear_error (&error);
  g_assert_false (march_holdings_builder_add (builder, 19000, far, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);

  /* Nothing came of them, not even a day. */
  holdings = run (builder, MARCH_MISSING_OPEN);
  g_assert_cmpuint (march_holdings_get_n_pieces (holdings), ==, 0);
}

static void
test_damaged (void)
{
  static const double points[] = { 0, 0, 2, 0, 1, 1, 0, 0, 2, 0, 1, 2 };
  const MarchPart     parts[] = { { points, 3, 0, FALSE }, { points + 6, 3, 0, FALSE } };
  g_autoptr (MarchGeometry) low = march_geometry_new (MARCH_GEOMETRY_POLYGON, &parts[0], 1);
  g_autoptr (MarchGeometry) high = march_geometry_new (MARCH_GEOMETRY_POLYGON, &parts[1], 1);
  g_autoptr (GPtrArray)
      pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);
  g_autoptr (MarchHoldings) holdings = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (pieces, march_piece_new (low, 1, 3));
  g_ptr_array_add (pieces, march_piece_new (high, 2, 3));
  holdings = march_holdings_new (pieces, NULL, 0);
  g_assert_cmpfloat (area_on (holdings, 1), ==, 1);
  g_assert_null (march_holdings_get_area (holdings, 2, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (march_holdings_get_outline (holdings, 2, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/geo/holdings/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/geo/holdings/order", test_order);
  g_test_add_func ("/geo/holdings/missing", test_missing);
  g_test_add_func ("/geo/holdings/changes", test_changes);
  g_test_add_func ("/geo/holdings/outline", test_outline);
  g_test_add_func ("/geo/holdings/several-a-day", test_several_a_day);
  g_test_add_func ("/geo/holdings/slivers", test_slivers);
  g_test_add_func ("/geo/holdings/sliver-grows", test_sliver_grows);
  g_test_add_func ("/geo/holdings/narrow-but-not-small", test_narrow_but_not_small);
  g_test_add_func ("/geo/holdings/no-days", test_no_days);
  g_test_add_func ("/geo/holdings/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/geo/holdings/refused", test_refused);
  g_test_add_func ("/geo/holdings/damaged", test_damaged);
  return g_test_run ();
}
