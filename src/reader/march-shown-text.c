/* march-shown-text.c — a text as it is shown: lines without end are broken, for show only */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <string.h>

#include "reader/march-shown-text.h"

/* In bytes: the most that comes at once; a line that is laid out in one go; and of one that is
 * longer, the least and the most that is shown as a line. */
#define LARGEST_PIECE 24576
#define LONGEST_LINE 8192
#define SHORTEST_BREAK 2048
#define LATEST_BREAK 2560

struct _MarchShownText
{
  const char *text;   /* borrowed */
  const char *next;   /* of it: the piece to come */
  const char *line;   /* of it: where the line ends that the next piece is of; NULL: not known */
  guint       point;  /* the code point of the next piece */
  GArray     *breaks; /* of guint: the code points of the text before which a line end is shown */
};

/** march_shown_text_new: @text: UTF-8, borrowed. Returns: (transfer full): it, before its first
 * piece */
MarchShownText *
march_shown_text_new (const char *text)
{
  MarchShownText *shown = g_new0 (MarchShownText, 1);

  shown->text = shown->next = text;
  shown->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  return shown;
}

void
march_shown_text_free (MarchShownText *shown)
{
  g_array_unref (shown->breaks);
  g_free (shown);
}

/* After a blank, if there is one soon; never within a letter and its marks. */
static const char *
find_break (const char *from)
{
  const char *at = from + SHORTEST_BREAK;

  while ((*at & 0xc0) == 0x80)
    at++;
  for (; at < from + LATEST_BREAK; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      return g_utf8_next_char (at);
  while (g_unichar_ismark (g_utf8_get_char (at)) && at < from + LONGEST_LINE / 2)
    at = g_utf8_next_char (at);
  return at;
}

static const char *
find_end (const char *from)
{
  const char *end = strchr (from, '\n');

  return end != NULL ? end : from + strlen (from);
}

/* A long line is searched for its end but once. */
static const char *
get_line_end (MarchShownText *shown)
{
  if (shown->line == NULL || shown->line < shown->next)
    shown->line = find_end (shown->next);
  return shown->line;
}

/* As many whole lines as may come at once. */
static const char *
find_lines (const char *from, const char *end)
{
  const char *beyond = end;

  while (*beyond != '\0' && beyond - from < LARGEST_PIECE)
    {
      const char *line = beyond;

      beyond = find_end (line);
      if (beyond - line > LONGEST_LINE)
        return line;
      if (*beyond != '\0')
        beyond++;
    }
  return beyond;
}

/**
 * march_shown_text_next:
 * @length: (out): of the piece, in bytes
 * @broken: (out): whether a line end is shown after it that the text doesn't have
 *
 * Returns: (nullable) (transfer none): the next piece; NULL after the last
 */
const char *
march_shown_text_next (MarchShownText *shown, gsize *length, gboolean *broken)
{
  const char *piece = shown->next;
  const char *line = get_line_end (shown);
  const char *end = NULL;

  *broken = FALSE;
  if (*piece == '\0')
    return NULL;
  if (line - piece > LONGEST_LINE)
    {
      end = find_break (piece);
      *broken = TRUE;
    }
  else
    end = find_lines (piece, *line != '\0' ? line + 1 : line);
  *length = end - piece;
  shown->point += g_utf8_strlen (piece, end - piece);
  shown->next = end;
  if (*broken)
    g_array_append_val (shown->breaks, shown->point);
  return piece;
}

/** march_shown_text_get_rest: Returns: (nullable): what has not come yet; NULL once all has */
const char *
march_shown_text_get_rest (MarchShownText *shown)
{
  return *shown->next != '\0' ? shown->next : NULL;
}

/** march_shown_text_move: @text: the same text at another address, to be borrowed from now on */
void
march_shown_text_move (MarchShownText *shown, const char *text)
{
  shown->next = text + (shown->next - shown->text);
  shown->line = NULL;
  shown->text = text;
}

/* How many breaks come before that one which is at or beyond @point. */
static guint
count_breaks (MarchShownText *shown, guint point, gboolean at)
{
  guint low = 0, high = shown->breaks->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const guint place = g_array_index (shown->breaks, guint, middle);

      if (place < point || (at && place == point))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/** march_shown_text_to_shown: Returns: where the code point @point is shown */
guint
march_shown_text_to_shown (MarchShownText *shown, guint point)
{
  return point + count_breaks (shown, point, TRUE);
}

/** march_shown_text_to_end: @beyond: the code point after the last of some. Returns: the shown
 * position right after that last one */
guint
march_shown_text_to_end (MarchShownText *shown, guint beyond)
{
  return beyond + count_breaks (shown, beyond, FALSE);
}

/** march_shown_text_to_text: Returns: the code point that is shown at @offset; at a line end that
 * the text doesn't have, the one after it */
guint
march_shown_text_to_text (MarchShownText *shown, guint offset)
{
  guint low = 0, high = shown->breaks->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (shown->breaks, guint, middle) + middle < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return offset - low;
}
