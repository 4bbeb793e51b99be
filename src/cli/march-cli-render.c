/* march-cli-render.c — the map of a day as a picture */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>
#include <stdio.h>

#include "base/march-error.h"
#include "cli/march-cli-render.h"
#include "asof/march-words.h"

void
march_cli_render_options_clear (MarchCliRenderOptions *options)
{
  g_free (options->as_of);
  g_free (options->compare);
  g_free (options->size);
  g_free (options->place);
  g_free (options->lens);
  g_free (options->theme);
  g_free (options->title);
  g_free (options->page_size);
  g_free (options->from);
  g_free (options->to);
  g_free (options->every);
  g_free (options->format);
  g_free (options->output);
}

/* Which of @words was typed. */
gboolean
march_cli_find_word (const char        *option,
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
parse_size (const char *text, int *width, int *height, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 3);
  guint64 values[2];

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
fill_picture (MarchPicture                *picture,
              const MarchCliRenderOptions *options,
              MarchCorpus                 *corpus,
              GError                     **error)
{
  static const char *const lenses[] = { "control", "claim", "both", "value", "evidence",
                                          "disagreement", NULL };
  static const char *const themes[] = { "light",     "dark", "high-contrast", "high-contrast-dark",
                                        "projector", NULL };
  guint                    lens = MARCH_PAINT_BOTH, theme = MARCH_THEME_LIGHT;

  picture->title = options->title;
  if (options->lens != NULL && !march_cli_find_word ("lens", options->lens, lenses, &lens, error))
    return FALSE;
  if (options->theme != NULL
      && !march_cli_find_word ("theme", options->theme, themes, &theme, error))
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
  picture->style.points = !options->no_points;
  march_style_set_language (&picture->style, march_words_get_language (NULL));
  return TRUE;
}

static gboolean
find_page_size (const char *typed, MarchPageSize *size, GError **error)
{
  static const char *const names[] = { "A4", "A3", "Letter", "16:9", NULL };
  guint                    found = MARCH_PAGE_A4;

  if (typed != NULL && !march_cli_find_word ("page-size", typed, names, &found, error))
    return FALSE;
  *size = found;
  return TRUE;
}

/* What is only described has a place in the lists, and none on the map. */
static gboolean
check_shape (const MarchCliRenderJob *job, GError **error)
{
  const MarchPlace *place = job->picture.place;
  MarchBox          box = march_painter_get_box (job->painter, place);

  if (place == NULL || box.west <= box.east)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("“%s” has no shape and no point on the map. Give another --place, or leave it out "
                 "for the whole map."),
               march_place_get_name (place, march_words_get_language (NULL)));
  return FALSE;
}

static gboolean
read_other_day (MarchCliRenderJob           *job,
                MarchCorpus                 *corpus,
                const MarchCliRenderOptions *options,
                GError                     **error)
{
  job->compares = options->compare != NULL;
  return !job->compares
         || march_cli_read_area_day (corpus, options->compare, &job->other_day, error);
}

/* Clear it with march_cli_render_job_clear(), whether it fails or not. */
gboolean
march_cli_render_job_init (MarchCliRenderJob           *job,
                           MarchCorpus                 *corpus,
                           const MarchCliRenderOptions *options,
                           GError                     **error)
{
  static const char *const formats[] = { "png", "svg", "pdf", NULL };
  guint                    format = march_picture_format_guess (options->output);

  if (!fill_picture (&job->picture, options, corpus, error)
      || !find_page_size (options->page_size, &job->page_size, error)
      || !read_other_day (job, corpus, options, error)
      || (options->format != NULL
          && !march_cli_find_word ("format", options->format, formats, &format, error)))
    return FALSE;
  job->format = format;
  job->painter = march_painter_new (corpus);
  return check_shape (job, error);
}

void
march_cli_render_job_clear (MarchCliRenderJob *job)
{
  g_clear_pointer (&job->painter, march_painter_unref);
}

/* A name that ends like another kind of file is a slip: what is in it would not be that. */
static gboolean
check_ending (const MarchCliRenderOptions *options, GError **error)
{
  static const char *const known[] = { ".png", ".svg", ".pdf", NULL };
  g_autofree char         *name = g_path_get_basename (options->output);
  g_autofree char         *lower = g_ascii_strdown (name, -1);
  const char              *ending = strrchr (lower, '.');

  if (options->format != NULL || ending == NULL || g_strv_contains (known, ending))
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("“%s” ends like no picture that can be written. End it in .png, .svg or .pdf, or "
                 "add --format."),
               name);
  return FALSE;
}

/* Why there is nothing to compare is told, and is on the picture, too. */
static gboolean
write_compared (MarchCliRenderJob *job, MarchSnapshot *snapshot, const char *path, GError **error)
{
  g_autoptr (MarchCompared) compared = march_picture_job_compare (job, snapshot, NULL, error);
  MarchComparison *comparison;

  if (compared == NULL)
    return FALSE;
  comparison = march_compared_get_comparison (compared);
  if (comparison->untold != NULL)
    fprintf (stderr, "%s\n", comparison->untold);
  job->picture.compared = compared;
  return march_picture_job_write (job, snapshot, path, NULL, error);
}

static gboolean
render (MarchCorpus                 *corpus,
        const MarchCliRenderOptions *options,
        const MarchCliQuestion      *question,
        GError                     **error)
{
  g_autoptr (MarchSnapshot) snapshot = march_cli_ask (corpus, options->as_of, question, error);
  g_autofree char *empty = NULL;
  g_auto (MarchCliRenderJob) job = { 0 };

  if (snapshot == NULL || !check_ending (options, error)
      || !march_cli_render_job_init (&job, corpus, options, error))
    return FALSE;
  empty = march_snapshot_describe_empty (snapshot);
  if (empty != NULL)
    fprintf (stderr, "%s\n", empty);
  if (job.compares)
    return write_compared (&job, snapshot, options->output, error);
  return march_picture_job_write (&job, snapshot, options->output, NULL, error);
}

/* Which of the two uses it is; NULL if it is one of them. */
static const char *
find_misuse (const MarchCliRenderOptions *options)
{
  gboolean series = options->from != NULL || options->to != NULL;

  if (options->output == NULL || (options->as_of == NULL && !series))
    return _("“render” needs --as-of DATE and -o FILE, or --from DATE, --to DATE and -o FOLDER.");
  if (series && (options->from == NULL || options->to == NULL || options->as_of != NULL))
    return _("A series needs --from and --to, and no --as-of.");
  if (!series && options->every != NULL)
    return _("--every is for a series with --from and --to.");
  return NULL;
}

int
march_cli_render (int argc, char **argv)
{
  g_auto (MarchCliQuestion) question = { 0 };
  g_auto (MarchCliRenderOptions) picture = { 0 };
  const GOptionEntry options[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &picture.as_of, N_("The day the map shows"),
      N_("DATE") },
    { "known-by", 0, 0, G_OPTION_ARG_STRING, &question.known_by,
      N_("Leave out sources published after this date"), N_("DATE") },
    { "according-to", 0, 0, G_OPTION_ARG_STRING, &question.according_to,
      N_("Only what this actor or publication says"), N_("ACTOR") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &picture.compare,
      N_("Draw what imported areas gained and lost since this day"), N_("DATE") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &question.source,
      N_("By whose areas; left out, those that are drawn"), N_("TITLE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &picture.size,
      N_("Width and height in pixels, 1600x900 if not given"), N_("WxH") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &picture.place, N_("Show this place, by code or name"),
      N_("PLACE") },
    { "lens", 0, 0, G_OPTION_ARG_STRING, &picture.lens,
      N_("control, claim, both, value, evidence or disagreement"), N_("LENS") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &picture.theme,
      N_("light, dark, high-contrast, high-contrast-dark or projector"), N_("THEME") },
    { "no-points", 0, 0, G_OPTION_ARG_NONE, &picture.no_points, N_("Leave imported points out"),
      NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &picture.title,
      N_("The title, the dossier's if not given"), N_("TEXT") },
    { "page-size", 0, 0, G_OPTION_ARG_STRING, &picture.page_size,
      N_("Of a PDF file: A4, A3, Letter or 16:9"), N_("SIZE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &picture.from,
      N_("The first day of a series of pictures"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &picture.to, N_("Its last day"), N_("DATE") },
    { "every", 0, 0, G_OPTION_ARG_STRING, &picture.every,
      N_("A picture each day, month or change, the last if not given"), N_("day|month|change") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &picture.format,
      N_("png, svg or pdf, if the file's name does not tell"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &picture.output,
      N_("The PNG, SVG or PDF file to write, or a series' folder"), N_("FILE") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  const char *misuse;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("render"), 1))
    return MARCH_CLI_BAD_USE;
  misuse = find_misuse (&picture);
  if (misuse != NULL)
    return march_cli_bad_use ("%s", misuse);
  if (picture.from == NULL && !march_cli_check_output (argv[1], picture.output, &error))
    return march_cli_fail (g_steal_pointer (&error));
  corpus = march_cli_open (argv[1], &error);
  if (corpus == NULL
      || !(picture.from != NULL ? march_cli_render_series (corpus, &picture, &question, &error)
                                : render (corpus, &picture, &question, &error)))
    return march_cli_fail (g_steal_pointer (&error));
  return MARCH_CLI_FINE;
}
