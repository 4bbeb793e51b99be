/* march-picture-title.c — the card of a picture that tells its title, its day and by whom */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-page.h"

#include <glib/gi18n.h>

#define HIGHEST_TITLE 0.4 /* of the picture */
#define TIGHT 0.5         /* of margin and padding of the day alone */

typedef struct
{
  MarchTextKind kind;
  char         *text;
  gboolean      shortens; /* it ends in an ellipsis where it is too long */
} TitleLine;

static void
title_line_free (gpointer data)
{
  g_free (((TitleLine *) data)->text);
  g_free (data);
}

/* "as of 15 May 2031", or "as of 15 May 2031 · known by 1 June 2031". */
static char *
describe_days (const MarchPicturePage *page)
{
  const MarchQuestion *question = march_snapshot_get_question (page->snapshot);
  g_autofree char     *as_of = march_day_describe (question->as_of);
  g_autofree char     *known_by = NULL;

  if (question->known_by == MARCH_DAY_MAX)
    return g_strdup_printf (_("as of %s · known by today"), as_of);
  known_by = march_day_describe (question->known_by);
  return g_strdup_printf (_("as of %s · known by %s"), as_of, known_by);
}

static char *
describe_known_by (const MarchPicturePage *page)
{
  const MarchDay   known_by = march_snapshot_get_question (page->snapshot)->known_by;
  g_autofree char *words = NULL;

  if (known_by == MARCH_DAY_MAX)
    return g_strdup (_("known by today"));
  words = march_day_describe (known_by);
  return g_strdup_printf (_("known by %s"), words);
}

static char *
describe_according (const MarchPicturePage *page)
{
  const MarchQuestion *question = march_snapshot_get_question (page->snapshot);
  MarchCorpus         *corpus = march_snapshot_get_corpus (page->snapshot);
  const MarchActor    *actor = question->according_actor != 0
                                   ? march_corpus_get_actor (corpus, question->according_actor)
                                   : NULL;
  const MarchSource   *source = question->according_source != 0
                                    ? march_corpus_get_source (corpus, question->according_source)
                                    : NULL;

  if (actor != NULL)
    return g_strdup_printf (_("according to %s"),
                            march_actor_get_name (actor, page->style.language));
  if (source != NULL)
    return g_strdup_printf (_("according to “%s”"), source->title);
  return g_strdup (_("according to all sources"));
}

/* The given title, else the dossier's. */
const char *
march_picture_get_title (const MarchPicture *picture, MarchSnapshot *snapshot)
{
  return picture->title != NULL
             ? picture->title
             : march_corpus_get_facts (march_snapshot_get_corpus (snapshot))->title;
}

static void
add_title_line (MarchPicturePage *page, MarchTextKind kind, char *text)
{
  TitleLine *line = g_new (TitleLine, 1);

  *line = (TitleLine){ kind, text, FALSE };
  g_ptr_array_add (page->title_lines, line);
}

static void
add_title (MarchPicturePage *page, MarchTextKind kind)
{
  TitleLine *line = g_new (TitleLine, 1);

  *line = (TitleLine){ kind, g_strdup (march_picture_get_title (page->picture, page->snapshot)),
                       TRUE };
  g_ptr_array_add (page->title_lines, line);
}

static char *
write_iso (MarchDay day)
{
  gint64 year;
  guint  month, of_month;

  march_day_to_ymd (day, &year, &month, &of_month);
  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02u-%02u", year, month, of_month);
}

static char *
describe_iso (const MarchPicturePage *page)
{
  MarchComparison *comparison = page->picture->compared != NULL
                                    ? march_compared_get_comparison (page->picture->compared)
                                    : NULL;
  g_autofree char *from = NULL, *to = NULL;

  if (comparison == NULL)
    return write_iso (march_snapshot_get_question (page->snapshot)->as_of);
  from = write_iso (comparison->from);
  to = write_iso (comparison->to);
  return g_strdup_printf ("%s → %s", from, to);
}

/* Which days are compared, and why there is nothing to see of it if there isn't. */
static void
add_compared_lines (MarchPicturePage *page)
{
  MarchComparison *comparison;

  if (page->picture->compared == NULL)
    return;
  comparison = march_compared_get_comparison (page->picture->compared);
  add_title_line (page, MARCH_TEXT_BODY, march_comparison_describe (comparison));
  if (comparison->untold != NULL)
    add_title_line (page, MARCH_TEXT_CAPTION, g_strdup (comparison->untold));
}

/* What the title's card says, ever shorter: the day is the last to go. */
enum
{
  TITLE_WHOLE,
  TITLE_AND_DAYS,
  TITLE_DAYS,
  TITLE_DAY,
  TITLE_NONE,
};

/* Across a room the day counts most. */
static void
list_projected_lines (MarchPicturePage *page, guint brevity)
{
  const MarchQuestion *question = march_snapshot_get_question (page->snapshot);

  add_title_line (page, MARCH_TEXT_TITLE, march_day_describe (question->as_of));
  if (brevity <= TITLE_AND_DAYS)
    add_title (page, MARCH_TEXT_BOLD);
  add_title_line (page, MARCH_TEXT_BODY, describe_known_by (page));
  add_compared_lines (page);
  if (brevity == TITLE_WHOLE)
    add_title_line (page, MARCH_TEXT_BODY, describe_according (page));
}

static void
list_title_lines (MarchPicturePage *page, guint brevity)
{
  g_ptr_array_set_size (page->title_lines, 0);
  if (page->style.theme == MARCH_THEME_PROJECTOR && brevity <= TITLE_DAYS)
    {
      list_projected_lines (page, brevity);
      return;
    }
  if (brevity <= TITLE_AND_DAYS)
    add_title (page, MARCH_TEXT_TITLE);
  if (brevity <= TITLE_DAYS)
    {
      add_title_line (page, MARCH_TEXT_BOLD, describe_days (page));
      add_compared_lines (page);
    }
  if (brevity == TITLE_WHOLE)
    add_title_line (page, MARCH_TEXT_BODY, describe_according (page));
  if (brevity == TITLE_DAY)
    add_title_line (page, MARCH_TEXT_BOLD, describe_iso (page));
}

static void
shorten (const MarchPicturePage *page, TitleLine *line, double room)
{
  double width, height;

  march_picture_measure (&page->style, line->kind, line->text, &width, &height);
  for (glong n = g_utf8_strlen (line->text, -1); width > room && n > 8; n--)
    {
      g_autofree char *start = g_utf8_substring (line->text, 0, n - 2);

      g_free (line->text);
      line->text = g_strconcat (g_strchomp (start), "…", NULL);
      march_picture_measure (&page->style, line->kind, line->text, &width, &height);
    }
}

static void
measure_title (MarchPicturePage *page)
{
  double pad = page->title_pad, margin = page->title_margin, widest = 0, high = 0;

  for (guint i = 0; i < page->title_lines->len; i++)
    {
      TitleLine *line = g_ptr_array_index (page->title_lines, i);
      double     width, height;

      if (line->shortens)
        shorten (page, line, page->picture->width - 2 * (margin + pad));
      march_picture_measure (&page->style, line->kind, line->text, &width, &height);
      widest = MAX (widest, width);
      high += height;
    }
  page->title = (MarchRect){ margin, margin, margin + widest + 2 * pad, margin + high + 2 * pad };
}

void
march_picture_layout_title (MarchPicturePage *page)
{
  const MarchPicture *picture = page->picture;

  page->title_lines = g_ptr_array_new_with_free_func (title_line_free);
  for (guint brevity = TITLE_WHOLE; brevity < TITLE_NONE; brevity++)
    {
      const double tight = brevity == TITLE_DAY ? TIGHT : 1;

      page->title_pad = MARCH_PICTURE_PADDING * page->k * tight;
      page->title_margin = MARCH_PICTURE_MARGIN * page->k * tight;
      list_title_lines (page, brevity);
      measure_title (page);
      if (page->title.x1 <= picture->width - page->title_margin / 2
          && page->title.y1 <= picture->height * HIGHEST_TITLE / tight)
        return;
    }
  list_title_lines (page, TITLE_NONE);
  page->title = (MarchRect){ 0, 0, 0, 0 };
}

void
march_picture_paint_title (const MarchPicturePage *page)
{
  double pad = page->title_pad, y = page->title.y0 + pad;

  if (page->title_lines->len == 0)
    return;
  march_picture_paint_card (page, &page->title);
  for (guint i = 0; i < page->title_lines->len; i++)
    {
      const TitleLine *line = g_ptr_array_index (page->title_lines, i);
      double           width, height;

      march_picture_measure (&page->style, line->kind, line->text, &width, &height);
      march_picture_write_text (page, &page->style, line->kind, line->text,
                                page->title.x0 + pad, y);
      y += height;
    }
}
