/* march-cli-render.c — the map of a day as a picture */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "base/march-error.h"
#include "cli/march-cli.h"
#include "asof/march-words.h"
#include "render/march-picture.h"

typedef struct
{
  char *as_of;
  char *size;
  char *place;
  char *lens;
  char *theme;
  char *output;
} RenderOptions;

static void
render_options_clear (RenderOptions *options)
{
  g_free (options->as_of);
  g_free (options->size);
  g_free (options->place);
  g_free (options->lens);
  g_free (options->theme);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RenderOptions, render_options_clear)

static gboolean
find_word (const char        *option,
           const char        *typed,
           const char *const *words,
           guint             *value,
           GError           **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], typed))
      {
        *value = i;
        return TRUE;
      }
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _("--%s is one of %s, not “%s”."),
               option, list, typed);
  return FALSE;
}

static gboolean
parse_size (const char *text,
            int        *width,
            int        *height,
            GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 3);
  guint64        values[2];

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 16, MARCH_PICTURE_MAX_SIZE, &values[0], NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 16, MARCH_PICTURE_MAX_SIZE, &values[1], NULL))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("“%s” is no size. Give width and height in pixels, each from 16 to %d, such "
                     "as 1600x900."),
                   text, MARCH_PICTURE_MAX_SIZE);
      return FALSE;
    }
  *width = values[0];
  *height = values[1];
  return TRUE;
}

static gboolean
fill_picture (MarchPicture        *picture,
              const RenderOptions *options,
              MarchCorpus         *corpus,
              GError             **error)
{
  static const char *const lenses[] = { "control", "claim", "both", "value", "evidence", NULL };
  static const char *const themes[] = { "light",     "dark", "high-contrast", "high-contrast-dark",
                                        "projector", NULL };
  guint                    lens = MARCH_PAINT_BOTH, theme = MARCH_THEME_LIGHT;

  if (options->lens != NULL && !find_word ("lens", options->lens, lenses, &lens, error))
    return FALSE;
  if (options->theme != NULL && !find_word ("theme", options->theme, themes, &theme, error))
    return FALSE;
  if (!parse_size (options->size != NULL ? options->size : "1600x900", &picture->width,
                   &picture->height, error))
    return FALSE;
  if (options->place != NULL)
    {
      picture->place = march_cli_find_place (corpus, options->place, error);
      if (picture->place == NULL)
        return FALSE;
    }
  picture->scale = 1;
  picture->style = march_style_new (theme, lens);
  march_style_set_language (&picture->style, march_words_get_language (NULL));
  return TRUE;
}

static gboolean
render (MarchCorpus            *corpus,
        const RenderOptions    *options,
        const MarchCliQuestion *question,
        GError                **error)
{
  MarchPicture              picture = { 0 };
  g_autoptr (MarchSnapshot) snapshot = march_cli_ask (corpus, options->as_of, question, error);
  g_autoptr (MarchPainter)  painter = NULL;
  g_autofree char          *empty = NULL;

  if (snapshot == NULL || !fill_picture (&picture, options, corpus, error))
    return FALSE;
  empty = march_snapshot_describe_empty (snapshot);
  if (empty != NULL)
    fprintf (stderr, "%s\n", empty);
  painter = march_painter_new (corpus);
  return march_picture_write_png (&picture, painter, snapshot, options->output, NULL, error);
}

int
march_cli_render (int    argc,
                  char **argv)
{
  g_auto (MarchCliQuestion) question = { 0 };
  g_auto (RenderOptions)    picture = { 0 };
  const GOptionEntry options[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &picture.as_of, N_("The day the map shows"),
      N_("DATE") },
    { "known-by", 0, 0, G_OPTION_ARG_STRING, &question.known_by,
      N_("Leave out sources published after this date"), N_("DATE") },
    { "according-to", 0, 0, G_OPTION_ARG_STRING, &question.according_to,
      N_("Only what this actor or publication says"), N_("ACTOR") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &picture.size,
      N_("Width and height in pixels, 1600x900 if not given"), N_("WxH") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &picture.place, N_("Show this place, by code or name"),
      N_("PLACE") },
    { "lens", 0, 0, G_OPTION_ARG_STRING, &picture.lens,
      N_("control, claim, both, value or evidence"), N_("LENS") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &picture.theme,
      N_("light, dark, high-contrast, high-contrast-dark or projector"), N_("THEME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &picture.output, N_("Where to write the PNG file"),
      N_("FILE") },
    { NULL },
  };
  g_autoptr (GError)      error = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("render"), 1))
    return MARCH_CLI_BAD_USE;
  if (picture.as_of == NULL || picture.output == NULL)
    return march_cli_bad_use (_("“render” needs --as-of DATE and -o FILE."));
  corpus = march_cli_open (argv[1], &error);
  if (corpus == NULL || !render (corpus, &picture, &question, &error))
    return march_cli_fail (g_steal_pointer (&error));
  return MARCH_CLI_FINE;
}
