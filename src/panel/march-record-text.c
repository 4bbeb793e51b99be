/* march-record-text.c — what cards and rows say of grades, sources and assertions */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"

/** march_text_describe_reliability: Returns: (transfer full): the source's letter and what it means
 */
char *
march_text_describe_reliability (const MarchSource *source)
{
  if (source->grade == 0)
    return g_strdup (_("Not graded"));
  return g_strdup_printf ("%c: %s", source->grade, march_words_reliability (source->grade));
}

static char *
describe_publication (const MarchSource *source)
{
  const char *publication
      = *source->publication != '\0' ? source->publication : _("publication not known");
  g_autofree char *published = march_text_describe_date (source->published);

  return g_strconcat (publication, *published == '\0' ? "" : " · ", published, NULL);
}

/** march_text_describe_source: Returns: (transfer full): author, publication and day of
 * publication, as far as they are known */
char *
march_text_describe_source (const MarchSource *source)
{
  g_autofree char *publication = describe_publication (source);

  return g_strconcat (source->author, *source->author == '\0' ? "" : " · ", publication, NULL);
}
