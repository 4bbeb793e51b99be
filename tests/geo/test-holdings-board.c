/* test-holdings-board.c — a front that moves over a board, whose history is known field by field */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "geo/march-holdings-builder.h"
#include "geos-judge.h"

/* Each column of the board is held from the south up to its front. */
#define N_COLUMNS 24
#define HEIGHT 12
#define N_DAYS 1000
#define MOVES_A_DAY 2

typedef struct
{
  guint8 fronts[N_DAYS][N_COLUMNS];
} Board;

static Board *
new_board (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Board *board = g_new0 (Board, 1);

  for (guint i = 0; i < N_COLUMNS; i++)
    board->fronts[0][i] = HEIGHT / 2;
  for (guint day = 1; day < N_DAYS; day++)
    {
      memcpy (board->fronts[day], board->fronts[day - 1], N_COLUMNS);
      for (guint i = 0; i < MOVES_A_DAY; i++)
        {
          guint8 *front = &board->fronts[day][g_rand_int_range (random, 0, N_COLUMNS)];
          gint    moved = *front + g_rand_int_range (random, -2, 3);

          *front = (guint8) CLAMP (moved, 1, HEIGHT);
        }
    }
  return board;
}

/* Fields of a hundredth of a degree. */
static MarchGeometry *
draw (const guint8 *fronts)
{
  double    points[2 * (2 * N_COLUMNS + 2)];
  MarchPart part = { points, 2 * N_COLUMNS + 2, 0, FALSE };
  double   *next = points;

  *next++ = 0;
  *next++ = 0;
  *next++ = N_COLUMNS * 0.01;
  *next++ = 0;
  for (guint i = N_COLUMNS; i > 0; i--)
    {
      *next++ = i * 0.01;
      *next++ = fronts[i - 1] * 0.01;
      *next++ = (i - 1) * 0.01;
      *next++ = fronts[i - 1] * 0.01;
    }
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

static char *
interval (MarchDay from, MarchDay until)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, from, until);
}

static void
count (GHashTable *fields, MarchDay from, MarchDay until, double n)
{
  g_autofree char *key = interval (from, until);
  double          *sum = g_hash_table_lookup (fields, key);

  if (sum == NULL)
    {
      sum = g_new0 (double, 1);
      g_hash_table_insert (fields, g_steal_pointer (&key), sum);
    }
  *sum += n;
}

/* How many fields are held in each interval, by looking at each on every day. */
static GHashTable *
count_fields (const Board *board)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint column = 0; column < N_COLUMNS; column++)
    for (guint row = 0; row < HEIGHT; row++)
      {
        MarchDay from = -1;

        for (guint day = 0; day < N_DAYS; day++)
          {
            gboolean held = row < board->fronts[day][column];

            if (held && from < 0)
              from = day;
            if (!held && from >= 0)
              {
                count (fields, from, day, 1);
                from = -1;
              }
          }
        if (from >= 0)
          count (fields, from, MARCH_DAY_MAX, 1);
      }
  return fields;
}

static GHashTable *
count_pieces (MarchHoldings *holdings)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < march_holdings_get_n_pieces (holdings); i++)
    {
      const MarchPiece *piece = march_holdings_get_piece (holdings, i);

      count (fields, piece->from, piece->until, judge_area (piece->area) * 1e4);
    }
  return fields;
}

static MarchHoldings *
cut (const Board *board)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings;

  for (guint day = 0; day < N_DAYS; day++)
    {
      g_autoptr (MarchGeometry) area = draw (board->fronts[day]);

      march_holdings_builder_add (builder, day, area, NULL, &error);
      g_assert_no_error (error);
    }
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return holdings;
}

static void
test_intervals (void)
{
  g_autofree Board *board = new_board (7);
  g_autoptr (MarchHoldings) holdings = cut (board);
  g_autoptr (GHashTable) expected = count_fields (board);
  g_autoptr (GHashTable) found = count_pieces (holdings);
  GHashTableIter iter;
  gpointer       key, value;

  g_assert_cmpuint (g_hash_table_size (expected), >, N_DAYS / 2);
  g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const double *n = g_hash_table_lookup (found, key);

      g_assert_nonnull (n);
      g_assert_cmpfloat_with_epsilon (*n, *(const double *) value, 1e-6);
    }
}

static void
test_days (void)
{
  g_autofree Board *board = new_board (8);
  g_autoptr (MarchHoldings) holdings = cut (board);

  for (guint day = 0; day < N_DAYS; day++)
    {
      g_autoptr (MarchGeometry) area = march_holdings_get_area (holdings, day, NULL);
      g_autoptr (MarchGeometry) stated = draw (board->fronts[day]);

      g_assert_cmpfloat (judge_difference (area, stated), <, 1e-6 * judge_area (stated));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/holdings/board/intervals", test_intervals);
  g_test_add_func ("/geo/holdings/board/days", test_days);
  return g_test_run ();
}
