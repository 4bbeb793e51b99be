/* march-source-draft.c — what the analyst has typed of a source */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-source-draft-private.h"

#include "base/march-edtf.h"
#include "texts/march-address.h"

static void
free_link (gpointer data)
{
  MarchSourceLinkDraft *link = data;

  g_free (link->reason);
  g_free (link);
}

/* All texts of a draft that are never NULL. */
static void
list_texts (MarchSourceDraft *draft, char **texts[], gsize *n)
{
  char **all[] = { &draft->title,     &draft->type,         &draft->authors,  &draft->publication,
                   &draft->publisher, &draft->published,    &draft->inferred, &draft->url,
                   &draft->archived,  &draft->accessed,     &draft->doi,      &draft->language,
                   &draft->note,      &draft->grade_reason, &draft->taken,    &draft->csl };

  *n = G_N_ELEMENTS (all);
  for (gsize i = 0; i < *n; i++)
    texts[i] = all[i];
}

#define MOST_TEXTS 16

/** march_source_draft_new: Returns: (transfer full): of a source that is new, with nothing typed */
MarchSourceDraft *
march_source_draft_new (void)
{
  MarchSourceDraft *draft = g_new0 (MarchSourceDraft, 1);
  char            **texts[MOST_TEXTS];
  gsize             n = 0;

  draft->id = march_edit_make_id ();
  draft->titled = TRUE;
  draft->links = g_ptr_array_new_with_free_func (free_link);
  list_texts (draft, texts, &n);
  for (gsize i = 0; i < n; i++)
    *texts[i] = g_strdup ("");
  march_draft_set_text (&draft->type, "article");
  march_draft_set_text (&draft->csl, "{}");
  return draft;
}

/** march_source_draft_new_from: Returns: (transfer full): what is known of @source, to be changed
 */
MarchSourceDraft *
march_source_draft_new_from (const MarchSource *source)
{
  MarchSourceDraft *draft = march_source_draft_new ();

  draft->id = source->id;
  draft->existing = TRUE;
  draft->titled = source->titled;
  draft->grade = source->grade;
  march_draft_set_text (&draft->title, source->title);
  march_draft_set_text (&draft->published, source->published);
  march_draft_set_text (&draft->inferred, source->inferred);
  march_draft_set_text (&draft->grade_reason, source->grade_reason);
  march_draft_set_text (&draft->note, source->note);
  march_draft_set_text (&draft->csl, source->csl);
  march_source_csl_read (draft, source->csl);
  for (guint i = 0; i < source->links->len; i++)
    {
      const MarchSourceLink *link = source->links->pdata[i];

      march_source_draft_add_link (draft, link->other->id, link->independent, link->reason);
    }
  return draft;
}

/** march_source_draft_copy: Returns: (transfer full): the same, of the same record */
MarchSourceDraft *
march_source_draft_copy (const MarchSourceDraft *draft)
{
  MarchSourceDraft *copy = march_source_draft_new ();
  char            **from[MOST_TEXTS], **to[MOST_TEXTS];
  gsize             n = 0;

  list_texts ((MarchSourceDraft *) draft, from, &n);
  list_texts (copy, to, &n);
  for (gsize i = 0; i < n; i++)
    march_draft_set_text (to[i], *from[i]);
  copy->id = draft->id;
  copy->existing = draft->existing;
  copy->titled = draft->titled;
  copy->grade = draft->grade;
  copy->text = g_strdup (draft->text);
  for (guint i = 0; i < draft->links->len; i++)
    {
      const MarchSourceLinkDraft *link = draft->links->pdata[i];

      march_source_draft_add_link (copy, link->other, link->independent, link->reason);
    }
  return copy;
}

void
march_source_draft_free (MarchSourceDraft *draft)
{
  char **texts[MOST_TEXTS];
  gsize  n = 0;

  if (draft == NULL)
    return;
  list_texts (draft, texts, &n);
  for (gsize i = 0; i < n; i++)
    g_free (*texts[i]);
  g_free (draft->text);
  g_ptr_array_unref (draft->links);
  g_free (draft);
}

static void
offer (char **member, const char *fact)
{
  if (fact != NULL && march_draft_is_blank (*member))
    march_draft_set_text (member, fact);
}

/* An archived copy's address is no publication's: the one that it is of is. */
static void
offer_address (MarchSourceDraft *draft, const char *url)
{
  g_autofree char *original = url != NULL ? march_address_find_archived (url) : NULL;

  offer (&draft->url, original != NULL ? original : url);
  if (original != NULL)
    offer (&draft->archived, url);
}

/** march_source_draft_take_facts: takes over what @facts tells, where nothing is typed yet */
void
march_source_draft_take_facts (MarchSourceDraft *draft, const MarchFacts *facts)
{
  g_autofree char *authors = NULL;

  g_ptr_array_add (facts->authors, NULL);
  authors = g_strjoinv ("\n", (char **) facts->authors->pdata);
  g_ptr_array_remove_index (facts->authors, facts->authors->len - 1);
  offer (&draft->title, facts->title);
  offer (&draft->authors, authors);
  offer (&draft->publication, facts->publication);
  offer (&draft->publisher, facts->publisher);
  offer (&draft->published, facts->published);
  offer (&draft->doi, facts->doi);
  offer (&draft->language, facts->language);
  offer_address (draft, facts->url);
  if (facts->type != NULL && (*draft->type == '\0' || g_str_equal (draft->type, "article")))
    march_draft_set_text (&draft->type, facts->type);
}

static void
take_back (char **member, const char *offered)
{
  if (*offered != '\0' && g_str_equal (*member, offered))
    march_draft_set_text (member, "");
}

/** march_source_draft_drop_facts: forgets what a document told that is no longer the source's;
 * @offered: a new draft that took its facts. What was typed instead stays */
void
march_source_draft_drop_facts (MarchSourceDraft *draft, const MarchSourceDraft *offered)
{
  take_back (&draft->title, offered->title);
  take_back (&draft->authors, offered->authors);
  take_back (&draft->publication, offered->publication);
  take_back (&draft->publisher, offered->publisher);
  take_back (&draft->published, offered->published);
  take_back (&draft->doi, offered->doi);
  take_back (&draft->language, offered->language);
  take_back (&draft->url, offered->url);
  take_back (&draft->archived, offered->archived);
  if (g_str_equal (draft->type, offered->type))
    march_draft_set_text (&draft->type, "article");
}

/** march_source_draft_add_link: Returns: (transfer none): the new link */
MarchSourceLinkDraft *
march_source_draft_add_link (MarchSourceDraft *draft,
                             gint64            other,
                             gboolean          independent,
                             const char       *reason)
{
  MarchSourceLinkDraft *link = g_new0 (MarchSourceLinkDraft, 1);

  *link = (MarchSourceLinkDraft){ other, independent, g_strdup (reason) };
  g_ptr_array_add (draft->links, link);
  return link;
}

void
march_source_draft_remove_link (MarchSourceDraft *draft, MarchSourceLinkDraft *link)
{
  g_ptr_array_remove (draft->links, link);
}

/** march_source_draft_dup_edtf: Returns: (transfer full) (nullable): a typed date in EDTF, "" of
 * nothing; %NULL of what is no date */
char *
march_source_draft_dup_edtf (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autoptr (MarchEdtf) edtf = *stripped != '\0' ? march_edtf_new_from_words (stripped, NULL)
                                                 : NULL;

  if (*stripped == '\0')
    return g_strdup ("");
  return edtf != NULL ? g_strdup (march_edtf_get_text (edtf)) : NULL;
}
