/* march-headless.c — what the program does on a machine without a display */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-headless.h"

#include <glib/gi18n.h>

#include "app/march-installation.h"
#include "dossier/march-dossier.h"
#include "render/march-picture.h"

#define WIDTH 1440
#define HEIGHT 900

/* The dossier's name with another ending, in the current folder. */
static char *
name_picture (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char            *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_strconcat (base, ".png", NULL);
}

static gboolean
write_map (GFile   *file,
           GError **error)
{
  g_autoptr (MarchDossier)  dossier = march_dossier_open (file, NULL, error);
  g_autoptr (MarchCorpus)   corpus = dossier != NULL ? march_dossier_dup_corpus (dossier) : NULL;
  g_autoptr (MarchPainter)  painter = NULL;
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autofree char          *path = name_picture (file);
  g_autofree char          *whole = g_canonicalize_filename (path, NULL);
  MarchPicture              picture = { .width = WIDTH, .height = HEIGHT, .scale = 1 };
  MarchQuestion             question = { .known_by = MARCH_DAY_MAX };

  if (corpus == NULL)
    return FALSE;
  question.as_of = march_corpus_get_facts (corpus)->last;
  snapshot = march_snapshot_new (corpus, &question);
  painter = march_painter_new (corpus);
  picture.style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  march_style_set_language (&picture.style, g_get_language_names ()[0]);
  if (!march_picture_write_png (&picture, painter, snapshot, path, NULL, error))
    return FALSE;
  /* Translators: %s is a picture file with its folder. */
  g_print (_("There is no display to open a window on; the map is in %s.\n"), whole);
  return TRUE;
}

/**
 * march_headless_run:
 * @files: (array zero-terminated=1): names of dossiers; none: the one that comes with the program
 *
 * Says that there is no display, and writes the map of each dossier as a picture into the current
 * folder.
 *
 * Returns: the program's exit status
 */
int
march_headless_run (const char *const *files)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func (g_object_unref);
  GFile                *shipped = NULL;
  int                   status = 0;

  for (guint i = 0; files[i] != NULL; i++)
    g_ptr_array_add (dossiers, g_file_new_for_commandline_arg (files[i]));
  if (dossiers->len == 0 && (shipped = march_installation_find_shipped ()) != NULL)
    g_ptr_array_add (dossiers, shipped);
  if (dossiers->len == 0)
    {
      g_printerr ("%s\n", _("There is no display to open a window on. Name a dossier to have its "
                            "map as a picture."));
      return 1;
    }
  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (write_map (dossiers->pdata[i], &error))
        continue;
      g_printerr ("marchland: %s\n", error->message);
      status = 1;
    }
  return status;
}
