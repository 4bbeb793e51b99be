/* bench-units.h — the units of a dossier, to measure land by */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdio.h>

#include "dossier/march-dossier.h"

static inline MarchCorpus *
bench_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);

  if (dossier == NULL)
    fprintf (stderr, "%s\n", error->message);
  return dossier != NULL ? march_dossier_dup_corpus (dossier) : NULL;
}

static inline GPtrArray *
bench_list_units (MarchCorpus *corpus)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);
  GPtrArray *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (place->kind == MARCH_PLACE_UNIT && place->geometry != NULL
          && march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POLYGON)
        g_ptr_array_add (units, march_geometry_ref (place->geometry));
    }
  return units;
}
