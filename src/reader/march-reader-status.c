/* march-reader-status.c — the line below a text: what is selected, or what is quoted of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "reader/march-reader-status.h"

static char *
describe_selection (MarchPassages *passages, const MarchStretch *selection)
{
  const guint n = selection->beyond - selection->first;

  if (passages->unchanged)
    /* Translators: %1$u counts characters, %2$u is the place of the first one in the text. */
    return g_strdup_printf (
        ngettext ("Selection matches the saved copy exactly, %1$u character from %2$u",
                  "Selection matches the saved copy exactly, %1$u characters from %2$u", n),
        n, selection->first + 1);
  return g_strdup_printf (
      ngettext ("Selection of a text that is not the archived one, %1$u character from %2$u",
                "Selection of a text that is not the archived one, %1$u characters from %2$u", n),
      n, selection->first + 1);
}

static guint
count_quotations (MarchPassages *passages)
{
  guint n = 0;

  for (guint i = 0; i < passages->list->len; i++)
    n = MAX (n, ((const MarchPassage *) passages->list->pdata[i])->number);
  return n;
}

static void
append_normalised (GString *line, guint n)
{
  if (n > 0)
    g_string_append_printf (line, ngettext (" · %u found with other blanks or marks",
                                            " · %u found with other blanks or marks", n),
                            n);
}

static void
append_lost (GString *line, guint n)
{
  if (n > 0)
    g_string_append_printf (line, ngettext (" · %u no longer matches", " · %u no longer match", n),
                            n);
}

static char *
describe_quoted (MarchPassages *passages)
{
  const guint n = count_quotations (passages);
  GString    *line = g_string_new (NULL);

  if (n == 0)
    return g_string_free (g_string_append (line, _("Nothing is quoted of this text yet")), FALSE);
  g_string_append_printf (line, ngettext ("%u quotation", "%u quotations", n), n);
  append_normalised (line, march_passages_count (passages, MARCH_MATCH_NORMALISED));
  append_lost (line, march_passages_count (passages, MARCH_MATCH_NOT_FOUND));
  return g_string_free (line, FALSE);
}

/** march_reader_status_describe: Returns: (transfer full): the line, "" while it is not known */
char *
march_reader_status_describe (MarchReaderText *text)
{
  MarchPassages *passages = march_reader_text_get_passages (text);
  MarchStretch   selection;

  if (passages == NULL)
    return g_strdup ("");
  if (march_reader_text_get_selection (text, &selection))
    return describe_selection (passages, &selection);
  return describe_quoted (passages);
}

/** march_reader_status_get_icon: Returns: the name of the icon before the line */
const char *
march_reader_status_get_icon (MarchReaderText *text)
{
  MarchPassages *passages = march_reader_text_get_passages (text);

  if (passages != NULL
      && (!passages->unchanged || march_passages_count (passages, MARCH_MATCH_NOT_FOUND) > 0
          || march_passages_count (passages, MARCH_MATCH_NORMALISED) > 0))
    return "dialog-warning-symbolic";
  return "object-select-symbolic";
}
