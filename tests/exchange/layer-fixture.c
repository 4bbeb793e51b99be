/* layer-fixture.c — files of areas that a test writes, reads and throws away */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layer-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../folder.h"

struct _LayerFixture
{
  char *folder;
};

LayerFixture *
layer_fixture_new (void)
{
  LayerFixture *fixture = g_new0 (LayerFixture, 1);

  fixture->folder = folder_make ();
  return fixture;
}

void
layer_fixture_free (LayerFixture *fixture)
{
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture);
}

const char *
layer_fixture_get_folder (LayerFixture *fixture)
{
  return fixture->folder;
}

/* Writes a file, in folders if its name has them; returns its path. */
char *
layer_fixture_write (LayerFixture *fixture, const char *name, const char *text, gssize length)
{
  char            *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  /* Without waiting for the disk, GLib writes into the file that is there. */
  g_unlink (path);
  g_assert_true (g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  return path;
}

/* Reads one file of that text. */
MarchLayer *
layer_fixture_read (LayerFixture *fixture, const char *name, const char *text, GError **error)
{
  g_autofree char *path = layer_fixture_write (fixture, name, text, -1);

  return march_layer_read_file (path, error);
}

/* The description of the only note with these words; fails if there is none or there are several.
 */
char *
layer_fixture_find_note (MarchLayer *layer, MarchNoteKind kind, const char *words)
{
  char *found = NULL;

  for (guint i = 0; i < march_layer_get_n_notes (layer); i++)
    {
      g_autofree char *text = march_layer_describe_note (layer, i);

      g_test_message ("%s", text);
      if (march_layer_get_note (layer, i)->kind == kind && strstr (text, words) != NULL)
        {
          g_assert_null (found);
          found = g_steal_pointer (&text);
        }
    }
  g_assert_nonnull (found);
  return found;
}

void
layer_fixture_assert_note (MarchLayer *layer, MarchNoteKind kind, const char *words)
{
  g_free (layer_fixture_find_note (layer, kind, words));
}

/* The value of a field as text, or %NULL. */
const char *
layer_fixture_get_text (MarchLayer *layer, guint feature, const char *field)
{
  const MarchLayerValue *value;
  guint                  index;

  if (!march_layer_find_field (layer, field, &index))
    return NULL;
  value = march_layer_get_value (march_layer_get_feature (layer, feature), index);
  return value != NULL ? value->text : NULL;
}
