/* test-look.c — what is drawn of the rest of a place of which dated areas say who holds a part */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "../asof/tiny.h"
#include "render/march-look.h"

#define DAY "2024-01-01"

static gboolean
has_band (const MarchLook *look, MarchBandKind kind)
{
  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].kind == kind)
      return TRUE;
  return FALSE;
}

static void
test_rest (void)
{
  static const struct
  {
    const char    *assertions;
    MarchPaintLens lens;
    MarchBandKind  rest;
  } rows[] = {
    { "area A 2024-01-01 0 0.001", MARCH_PAINT_BOTH, MARCH_BAND_PLAIN },
    { "area A 2024-01-01 0 0.4", MARCH_PAINT_BOTH, MARCH_BAND_PLAIN },
    { "area A 2024-01-01 0 0.4 own", MARCH_PAINT_CONTROL, MARCH_BAND_PLAIN },
    { "area A 2024-01-01 0 0.4;claim u V law 2020/..", MARCH_PAINT_BOTH, MARCH_BAND_PLAIN },
    { "area A 2024-01-01 0 0.4;claim u A aspiration 2020/..", MARCH_PAINT_BOTH, MARCH_BAND_PLAIN },
    /* Whose the rest is, is disputed, and nobody says who holds it. */
    { "area A 2024-01-01 0 0.4;claim u A law 2020/..", MARCH_PAINT_BOTH, MARCH_BAND_SILENT },
    { "area A 2024-01-01 0 0.4;claim u B law 2020/..", MARCH_PAINT_CONTROL, MARCH_BAND_SILENT },
    /* No area tells which part it is. */
    { "control u A part 2023/2025", MARCH_PAINT_BOTH, MARCH_BAND_SILENT },
    { "claim u A law 2020/..", MARCH_PAINT_BOTH, MARCH_BAND_SILENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus) corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = tiny_ask (corpus, DAY, NULL);
      const MarchBandKind other
          = rows[i].rest == MARCH_BAND_PLAIN ? MARCH_BAND_SILENT : MARCH_BAND_PLAIN;
      MarchLook look;

      march_look_init (&look, march_snapshot_get_finding (snapshot, tiny_place (corpus, "u")),
                       rows[i].lens);
      g_test_message ("%s", rows[i].assertions);
      g_assert_true (look.drawn);
      g_assert_true (has_band (&look, rows[i].rest));
      g_assert_false (has_band (&look, other));
      g_assert_cmpuint (look.n_areas, ==, g_str_has_prefix (rows[i].assertions, "area"));
    }
}

static const char *
choose (const char *const *words)
{
  return words[g_test_rand_int_range (0, g_strv_length ((char **) words))];
}

/* One line of what tiny.h understands; a date of "2024/.." is only possible on the day asked. */
static void
add_random_line (GString *assertions)
{
  static const char *const places[] = { "u", "w", "z", "V", "d", NULL };
  static const char *const actors[] = { "V", "A", "B", NULL };
  static const char *const speakers[] = { "", " by=v", " by=a", " by=b", " concluded", NULL };
  static const char *const extents[] = { "whole",      "most",      "part", "foothold", "not_whole",
                                         "not_stated", "contested", "none", NULL };
  static const char *const claims[] = { "law", "borders", "aspiration", NULL };
  static const char *const dates[] = { "2020/..", "2020/..", "2024/..", "2010/2012", NULL };

  if (assertions->len > 0)
    g_string_append_c (assertions, ';');
  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      g_string_append_printf (assertions, "area %s 2024-01-01 %s%s", choose (actors),
                              g_test_rand_int_range (0, 2) ? "0 0.4" : "0.3 1.4",
                              g_test_rand_int_range (0, 3) == 0 ? " own" : "");
      break;
    case 1:
    case 2:
    case 3:
      g_string_append_printf (assertions, "control %s %s %s %s%s", choose (places), choose (actors),
                              choose (extents), choose (dates), choose (speakers));
      break;
    default:
      g_string_append_printf (assertions, "claim %s %s %s %s", choose (places), choose (actors),
                              choose (claims), choose (dates));
      break;
    }
}

static gboolean
is_hatched (const MarchLook *look, const MarchActor *actor)
{
  for (guint i = 0; i < look->n_hatches; i++)
    if (look->hatches[i].actor == actor)
      return look->hatches[i].bands != 0 || march_look_hatches_areas (look, actor);
  return FALSE;
}

static gboolean
is_possible (const MarchLook *look, const MarchActor *actor)
{
  for (guint i = 0; i < look->n_possible; i++)
    if (look->possible[i] == actor)
      return TRUE;
  return FALSE;
}

static gboolean
has_dots (const MarchLook *look, const MarchActor *actor)
{
  for (guint i = 0; i < look->n_dots; i++)
    if (look->dots[i] == actor)
      return TRUE;
  return FALSE;
}

/* What is in other rows of the same actor, of which the look makes one. */
static gboolean
is_outlined_elsewhere (const MarchWhy *why, const MarchWhyRow *row)
{
  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *other = g_ptr_array_index (why->rows, i);

      if (other != row && other->actor == row->actor
          && g_str_has_prefix (other->drawing, "Dotted outline"))
        return TRUE;
    }
  return FALSE;
}

static void
check_row (const MarchWhy *why, const MarchWhyRow *row, const MarchLook *look, guint *n)
{
  const gboolean outline = g_str_has_prefix (row->drawing, "Dotted outline");

  g_test_message ("%s: %s: %s", why->finding->place->code, row->headline, row->drawing);
  if (row->symbol == MARCH_SYMBOL_ASPIRATION)
    g_assert_true (has_dots (look, row->actor));
  if (row->symbol == MARCH_SYMBOL_SILENT)
    g_assert_true (has_band (look, MARCH_BAND_SILENT));
  if (row->symbol == MARCH_SYMBOL_UNDISPUTED)
    g_assert_false (look->disputed);
  if (row->actor != NULL && row->symbol != MARCH_SYMBOL_ASPIRATION
      && !is_outlined_elsewhere (why, row))
    g_assert_cmpint (outline, ==, is_possible (look, row->actor));
  if (row->symbol != MARCH_SYMBOL_OWNS || outline)
    return;
  g_assert_cmpint (g_str_has_prefix (row->drawing, "Hatch"), ==, is_hatched (look, row->actor));
  g_assert_cmpint (g_str_has_prefix (row->drawing, "No hatch"), ==,
                   !is_hatched (look, row->actor));
  g_assert_cmpint (strstr (row->rule, "no hatch") != NULL, ==, !is_hatched (look, row->actor));
  n[is_hatched (look, row->actor)]++;
}

/* Whatever is on record, the map draws what the explanation says that it draws. */
static void
test_explained (void)
{
  static const char *const places[] = { "u", "w", "z", "t", "V" };
  guint n[2] = { 0 };

  for (guint round = 0; round < 3000; round++)
    {
      const guint               n_lines = g_test_rand_int_range (1, 6);
      g_autoptr (GString)       assertions = g_string_new (NULL);
      g_autoptr (MarchCorpus)   corpus = NULL;
      g_autoptr (MarchSnapshot) snapshot = NULL;

      for (guint i = 0; i < n_lines; i++)
        add_random_line (assertions);
      g_test_message ("%s", assertions->str);
      corpus = tiny_corpus_new (assertions->str);
      snapshot = tiny_ask (corpus, "2024-02-01", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          const MarchPlace    *place = tiny_place (corpus, places[i]);
          g_autoptr (MarchWhy) why = march_why_new (snapshot, place);
          MarchLook            look;

          march_look_init (&look, why->finding, MARCH_PAINT_BOTH);
          for (guint j = 0; j < why->rows->len; j++)
            check_row (why, g_ptr_array_index (why->rows, j), &look, n);
        }
    }
  g_assert_cmpuint (n[FALSE], >, 20);
  g_assert_cmpuint (n[TRUE], >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/look/rest", test_rest);
  g_test_add_func ("/render/look/explained", test_explained);
  return g_test_run ();
}
