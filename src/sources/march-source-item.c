/* march-source-item.c — a source as the list shows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-edtf.h"
#include "base/march-fold.h"

struct _MarchSourceItem
{
  GObject parent_instance;

  MarchCorpus       *corpus; /* keeps the source */
  const MarchSource *source;
  char              *folded;  /* what the filter looks at; made when it is first asked */
  char              *heading; /* of the group that begins with it; NULL inside of one */
  guint              count;   /* how many sources that group has */
  guint missing; /* quotations that its text lacks, as far as they have been looked for */
};

G_DEFINE_FINAL_TYPE (MarchSourceItem, march_source_item, G_TYPE_OBJECT)

static void
march_source_item_finalize (GObject *object)
{
  MarchSourceItem *self = MARCH_SOURCE_ITEM (object);

  march_corpus_unref (self->corpus);
  g_free (self->folded);
  g_free (self->heading);
  G_OBJECT_CLASS (march_source_item_parent_class)->finalize (object);
}

static void
march_source_item_class_init (MarchSourceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_source_item_finalize;
}

static void
march_source_item_init (MarchSourceItem *self)
{
}

/** march_source_item_new: @source: of @corpus, which the item keeps */
MarchSourceItem *
march_source_item_new (MarchCorpus *corpus, const MarchSource *source)
{
  MarchSourceItem *self = g_object_new (MARCH_TYPE_SOURCE_ITEM, NULL);

  self->corpus = march_corpus_ref (corpus);
  self->source = source;
  return self;
}

const MarchSource *
march_source_item_get_source (MarchSourceItem *self)
{
  return self->source;
}

/** march_source_item_get_title: Returns: by what an analyst knows it: who wrote it, else its title
 * or what it is described as */
const char *
march_source_item_get_title (MarchSourceItem *self)
{
  return *self->source->author != '\0' ? self->source->author : self->source->title;
}

static void
append_part (GString *text, const char *joint, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? joint : "", part);
}

/** march_source_item_describe: Returns: (transfer full): what is known of it beside
 * march_source_item_get_title(), in lines, and what is not */
char *
march_source_item_describe (MarchSourceItem *self)
{
  const MarchSource *source = self->source;
  GString           *text = g_string_new (NULL);
  const char        *published = source->published;
  g_autofree char   *date = *published == '\0' ? g_strdup (_("date not known"))
                                               : march_edtf_describe_text (published);

  if (*source->author != '\0')
    g_string_append (text, source->title);
  append_part (text, "\n", source->publication);
  append_part (text, *source->publication != '\0' ? " · " : "\n", date);
  if (!march_source_is_identified (source))
    append_part (text, " · ", _("no title, author or publication"));
  if (self->missing > 0)
    g_string_append_printf (text,
                            ngettext ("\n%u quotation is not in its text",
                                      "\n%u quotations are not in its text", self->missing),
                            self->missing);
  return g_string_free (text, FALSE);
}

/** march_source_item_set_missing: @n: how many of its quotations aren't found in its text */
void
march_source_item_set_missing (MarchSourceItem *self, guint n)
{
  self->missing = n;
}

static const char *
get_folded (MarchSourceItem *self)
{
  const MarchSource *source = self->source;

  if (self->folded == NULL)
    {
      g_autofree char *all = g_strjoin ("\n", source->title, source->author, source->publication,
                                        source->published, source->note, NULL);

      self->folded = march_fold (all);
    }
  return self->folded;
}

/** march_source_item_has_words: @folded: as march_fold() makes them. Returns: whether each of them
 * stands somewhere in what is known of the source */
gboolean
march_source_item_has_words (MarchSourceItem *self, char **folded)
{
  for (; *folded != NULL; folded++)
    if (strstr (get_folded (self), *folded) == NULL)
      return FALSE;
  return TRUE;
}

/** march_source_item_get_heading: Returns: (nullable): what stands over the group that begins with
 * it, of @count sources; %NULL inside of a group */
const char *
march_source_item_get_heading (MarchSourceItem *self, guint *count)
{
  *count = self->count;
  return self->heading;
}

void
march_source_item_set_heading (MarchSourceItem *self, const char *heading, guint count)
{
  g_free (self->heading);
  self->heading = g_strdup (heading);
  self->count = count;
}
