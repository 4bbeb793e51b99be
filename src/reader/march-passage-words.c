/* march-passage-words.c — what a quoted stretch of a text is, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "reader/march-passage-words.h"
#include "widgets/march-bearing.h"

/** march_passage_describe_match: Returns: how its words are found in the text */
const char *
march_passage_describe_match (const MarchPassage *passage)
{
  switch (passage->match)
    {
    case MARCH_MATCH_VERBATIM:
      return passage->span->exact == NULL ? _("pointer, opened in the saved copy")
                                          : _("matches the saved copy exactly");
    case MARCH_MATCH_MOVED:
      return _("matches letter by letter, at another place than before");
    case MARCH_MATCH_NORMALISED:
      return _("found with other blanks, quotation marks or dashes");
    case MARCH_MATCH_NOT_FOUND:
    default:
      return passage->span->exact == NULL ? _("pointer; its words are no longer in the text")
                                          : _("no longer matches the text");
    }
}

static char *
describe_bearings (const MarchQuotation *quotation)
{
  g_autoptr (GPtrArray) bearings = march_bearing_sort (quotation->evidence, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bearings->len; i++)
    {
      const MarchEvidence *evidence = bearings->pdata[i];
      g_autofree char     *markup = march_bearing_describe (evidence, 0);
      g_autofree char     *words = NULL;

      if (!pango_parse_markup (markup, -1, 0, NULL, &words, NULL, NULL))
        continue;
      g_ptr_array_add (lines,
                       /* Translators: a stance such as "supports", and what it supports. */
                       g_strdup_printf (_("%1$s: %2$s"),
                                        march_vocabulary_get_words (MARCH_VOCABULARY_STANCE,
                                                                    evidence->stance),
                                        words));
    }
  if (lines->len == 0)
    return g_strdup (_("supports no assertion yet"));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/** march_passage_describe: Returns: (transfer full): its number, who says it, what it supports, a
 * line each, and how it is found where that is not letter by letter */
char *
march_passage_describe (const MarchPassage *passage)
{
  g_autofree char *who = march_words_attribution (passage->quotation, NULL);
  g_autofree char *bearings = describe_bearings (passage->quotation);
  /* Translators: %1$u is the number of a quotation in its text, %2$s who says it. */
  g_autofree char *head = g_strdup_printf (_("Quotation %1$u: %2$s"), passage->number, who);

  if (passage->match <= MARCH_MATCH_MOVED)
    return g_strconcat (head, "\n", bearings, NULL);
  return g_strconcat (head, "\n", march_passage_describe_match (passage), "\n", bearings, NULL);
}
