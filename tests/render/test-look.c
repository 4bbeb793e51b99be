/* test-look.c — what is drawn of the rest of a place of which dated areas say who holds a part */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/look/rest", test_rest);
  return g_test_run ();
}
