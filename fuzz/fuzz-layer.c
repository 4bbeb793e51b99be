/* fuzz-layer.c — foreign files of every format, told by their content */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include "exchange/march-layer-dates.h"
#include "exchange/march-layer-reader.h"
#include "fuzz.h"

#define TODAY march_day_from_ymd (2026, 1, 1)

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *path = g_strdup_printf ("%s/fuzz-layer-%d", g_get_tmp_dir (), getpid ());
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = NULL;
  g_autoptr (GPtrArray) choices = NULL;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) length, NULL));
  layer = march_layer_read_file (path, &error);
  g_assert ((layer == NULL) == (error != NULL));
  g_unlink (path);
  if (layer == NULL)
    return 0;
  choices = march_layer_list_choices (layer, TODAY);
  for (guint i = 0; i < choices->len; i++)
    march_layer_set_dates (layer, choices->pdata[i], TODAY);
  return 0;
}
