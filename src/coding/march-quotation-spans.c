/* march-quotation-spans.c — the words and the chain of a drafted quotation */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-quotation-draft.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "corpus/march-verify.h"

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, sentence);
  return FALSE;
}

/* Where code point @n of what follows @start stands; NULL if the text ends before. */
static const char *
skip (const char *start, guint n)
{
  for (; n > 0 && *start != '\0'; n--)
    start = g_utf8_next_char (start);
  return n == 0 ? start : NULL;
}

static char *
copy_before (const char *text, const char *start)
{
  const char *from = start;

  for (guint i = 0; i < MARCH_CONTEXT_LENGTH && from > text; i++)
    from = g_utf8_prev_char (from);
  return g_strndup (from, start - from);
}

static char *
copy_after (const char *end)
{
  const char *to = end;

  for (guint i = 0; i < MARCH_CONTEXT_LENGTH && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  return g_strndup (end, to - end);
}

static gboolean
overlaps (MarchQuotationDraft *draft, guint first, guint beyond)
{
  for (guint i = 0; i < draft->spans->len; i++)
    {
      const MarchSpan *span = g_ptr_array_index (draft->spans, i);

      if (first < span->beyond && span->first < beyond)
        return TRUE;
    }
  return FALSE;
}

/* In the order of the text. */
static void
insert (MarchQuotationDraft *draft, MarchSpan *span)
{
  guint index = 0;

  while (index < draft->spans->len
         && ((MarchSpan *) g_ptr_array_index (draft->spans, index))->first < span->first)
    index++;
  g_ptr_array_insert (draft->spans, (int) index, span);
}

/* One word by itself, "single word" of the voices, is a voice of its own. */
static void
hear_single_word (MarchQuotationDraft *draft)
{
  g_autofree char *words = march_quotation_draft_dup_words (draft);

  if (draft->voice != MARCH_VOICE_VERBATIM || words == NULL)
    return;
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      return;
  draft->voice = MARCH_VOICE_SINGLE_WORD;
}

/**
 * march_quotation_draft_add_span:
 * @text: the attached text of its source
 * @first: the first code point that is quoted
 * @beyond: the code point after the last one
 * @error: %MARCH_ERROR_BAD_INPUT if there are no such words, or some of them are quoted already
 *
 * Quotes a stretch of the text, with its context and hash. A verbatim quotation of one word becomes
 * one of a single word.
 */
gboolean
march_quotation_draft_add_span (MarchQuotationDraft *draft,
                                const char          *text,
                                guint                first,
                                guint                beyond,
                                GError             **error)
{
  const char *start = skip (text, first);
  const char *end = start != NULL && beyond > first ? skip (start, beyond - first) : NULL;
  MarchSpan  *span;

  if (end == NULL)
    return refuse (_("Nothing of the text is marked there. Select the words to be quoted."), error);
  if (overlaps (draft, first, beyond))
    return refuse (_("These words are part of the quotation already. Select others."), error);
  span = g_new0 (MarchSpan, 1);
  *span = (MarchSpan){ .exact = g_strndup (start, end - start),
                       .prefix = copy_before (text, start),
                       .suffix = copy_after (end),
                       .first = first,
                       .beyond = beyond };
  span->sha256 = march_verify_hash (span->exact);
  insert (draft, span);
  hear_single_word (draft);
  return TRUE;
}

void
march_quotation_draft_remove_span (MarchQuotationDraft *draft, guint index)
{
  g_return_if_fail (index < draft->spans->len);

  g_ptr_array_remove_index (draft->spans, index);
}

/**
 * march_quotation_draft_dup_words:
 *
 * Returns: (transfer full) (nullable): the quoted words, spans joined by " … "; %NULL if there are
 * none, or a span is known by its hash alone
 */
char *
march_quotation_draft_dup_words (const MarchQuotationDraft *draft)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < draft->spans->len; i++)
    {
      const MarchSpan *span = g_ptr_array_index (draft->spans, i);

      if (span->exact == NULL)
        return NULL;
      g_string_append_printf (words, "%s%s", i > 0 ? " … " : "", span->exact);
    }
  return draft->spans->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static guint
find_role (const MarchQuotationDraft *draft, MarchChainRole role)
{
  guint i = 0;

  while (i < draft->chain->len && g_array_index (draft->chain, MarchChainDraft, i).role != role)
    i++;
  return i;
}

/**
 * march_quotation_draft_get_actor:
 *
 * Returns: the first actor in that role; 0 if there is none
 */
gint64
march_quotation_draft_get_actor (const MarchQuotationDraft *draft, MarchChainRole role)
{
  guint i = find_role (draft, role);

  return i < draft->chain->len ? g_array_index (draft->chain, MarchChainDraft, i).actor : 0;
}

/* Those of whom it is said and who say it, those who pass it on, author, publication. */
static int
rank_role (MarchChainRole role)
{
  switch (role)
    {
    case MARCH_ROLE_SUBJECT:
      return 0;
    case MARCH_ROLE_SPEAKER:
      return 1;
    case MARCH_ROLE_RELAY:
      return 2;
    case MARCH_ROLE_AUTHOR:
      return 3;
    case MARCH_ROLE_PUBLICATION:
    default:
      return 4;
    }
}

static void
insert_link (MarchQuotationDraft *draft, MarchChainDraft link)
{
  guint i = 0;

  while (i < draft->chain->len
         && rank_role (g_array_index (draft->chain, MarchChainDraft, i).role)
                <= rank_role (link.role))
    i++;
  g_array_insert_val (draft->chain, i, link);
}

/**
 * march_quotation_draft_set_actor:
 * @actor: 0: nobody
 *
 * Says who the first one in a role is; a new link comes at its place in the chain.
 */
void
march_quotation_draft_set_actor (MarchQuotationDraft *draft, MarchChainRole role, gint64 actor)
{
  guint           i = find_role (draft, role);
  MarchChainDraft link = { actor, role };

  if (actor == 0 && i < draft->chain->len)
    g_array_remove_index (draft->chain, i);
  else if (i < draft->chain->len)
    g_array_index (draft->chain, MarchChainDraft, i).actor = actor;
  else if (actor != 0)
    insert_link (draft, link);
}

/** march_quotation_draft_add_link: one more in that role, after the others in it */
void
march_quotation_draft_add_link (MarchQuotationDraft *draft, MarchChainRole role, gint64 actor)
{
  insert_link (draft, (MarchChainDraft){ actor, role });
}

/** march_quotation_draft_add_relay: one more who passes the words on, after the others */
void
march_quotation_draft_add_relay (MarchQuotationDraft *draft, gint64 actor)
{
  march_quotation_draft_add_link (draft, MARCH_ROLE_RELAY, actor);
}

void
march_quotation_draft_remove_link (MarchQuotationDraft *draft, guint index)
{
  g_return_if_fail (index < draft->chain->len);

  g_array_remove_index (draft->chain, index);
}
