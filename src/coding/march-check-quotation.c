/* march-check-quotation.c — what may be wrong with a drafted quotation */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "coding/march-said-when.h"
#include "corpus/march-verify.h"

static void
warn (GPtrArray                 *problems,
      const MarchQuotationDraft *draft,
      const char                *field,
      const char                *sentence)
{
  march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, field, 0, "%s", sentence);
}

/* The same stretch is quoted already: evidence can be added to that quotation. */
static gboolean
is_quoted (const MarchSource *source, const MarchQuotationDraft *draft, const MarchSpan *span)
{
  for (guint i = 0; i < source->quotations->len; i++)
    {
      const MarchQuotation *other = g_ptr_array_index (source->quotations, i);
      const MarchSpan      *first = other->spans->len > 0 ? other->spans->pdata[0] : NULL;

      if (other->id != draft->id && first != NULL && first->first == span->first
          && first->beyond == span->beyond)
        return TRUE;
    }
  return FALSE;
}

static void
check_spans (const MarchSource *source, const MarchQuotationDraft *draft, GPtrArray *problems)
{
  march_check_needed (problems, draft->id, "spans", draft->spans->len > 0,
                      _("Nothing is quoted yet. Mark the words in the text."));
  for (guint i = 0; source->text != NULL && i < draft->spans->len; i++)
    {
      const MarchSpan *span = g_ptr_array_index (draft->spans, i);
      guint            first, beyond;

      if (march_verify_span (span, source->text, &first, &beyond) == MARCH_MATCH_NOT_FOUND)
        march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "spans", i,
                            _("These words don’t stand in the attached text."));
    }
  if (draft->spans->len > 0 && is_quoted (source, draft, g_ptr_array_index (draft->spans, 0)))
    warn (problems, draft, "spans", _("These words are quoted already."));
}

static void
check_said (const MarchSource *source, const MarchQuotationDraft *draft, GPtrArray *problems)
{
  g_autofree char *edtf = march_said_when_read (draft->said, source->published);
  MarchPeriod      period;

  if (march_draft_is_blank (draft->said))
    return;
  if (edtf == NULL && march_check_date (problems, draft->id, "said", 0, draft->said, NULL))
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "said", 0,
                        _("“%s” counts from the day on which the source was published, which is "
                          "not known. Write the date itself."),
                        draft->said);
  if (edtf != NULL && march_check_date (problems, draft->id, "said", 0, edtf, &period)
      && *source->published != '\0'
      && period.from_earliest >= source->publication_period.until_latest)
    warn (problems, draft, "said", _("This is later than the source was published."));
}

static void
check_language (const MarchQuotationDraft *draft, GPtrArray *problems)
{
  march_check_needed (problems, draft->id, "language", !march_draft_is_blank (draft->language),
                      _("The language of the words is missing. Write a tag such as en or uk."));
  if (!march_draft_is_blank (draft->translator) && march_draft_is_blank (draft->translation))
    warn (problems, draft, "translation", _("A translator is named, but there is no translation."));
}

static gboolean
says_somebody (const MarchQuotationDraft *draft)
{
  return march_quotation_draft_get_actor (draft, MARCH_ROLE_SPEAKER) != 0
         || march_quotation_draft_get_actor (draft, MARCH_ROLE_AUTHOR) != 0;
}

static void
check_chain (MarchCoding *coding, const MarchQuotationDraft *draft, GPtrArray *problems)
{
  for (guint i = 0; i < draft->chain->len; i++)
    {
      const MarchChainDraft *link = &g_array_index (draft->chain, MarchChainDraft, i);

      if (link->actor == 0)
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "chain", i,
                            _("Nobody is named here. Choose an actor, or take the line out."));
      march_check_actor (coding, problems, draft->id, "chain", i, link->actor);
    }
  if (!says_somebody (draft))
    warn (problems, draft, "chain", _("Nobody is named who says this, nor who wrote it."));
  else if (draft->voice != MARCH_VOICE_REPORT
           && march_quotation_draft_get_actor (draft, MARCH_ROLE_SPEAKER) == 0)
    warn (problems, draft, "chain",
          _("These are somebody’s own words, but no speaker is named. They are told as the "
            "author’s."));
}

/* Misprinted words are told one a line, as they stand in the quotation. */
static void
check_sic (const MarchQuotationDraft *draft, GPtrArray *problems)
{
  g_autofree char *words = march_quotation_draft_dup_words (draft);
  g_auto (GStrv)   lines = g_strsplit (draft->sic, "\n", -1);

  for (guint i = 0; words != NULL && lines[i] != NULL; i++)
    if (*lines[i] != '\0' && strstr (words, lines[i]) == NULL)
      march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "sic", 0,
                          _("“%s” does not stand in the quoted words."), lines[i]);
}

/* Nothing is said of an office that is on record. */
static void
check_office (MarchCoding *coding, const MarchQuotationDraft *draft, GPtrArray *problems)
{
  const MarchOfficeDraft *office = draft->office;
  const gint64 speaker = march_quotation_draft_get_actor (draft, MARCH_ROLE_SPEAKER);

  if (office == NULL)
    return;
  march_check_missing (problems, draft->id, "title", !march_draft_is_blank (office->title),
                       _("Say what the office is, or choose one that is on record."));
  march_check_missing (problems, draft->id, "office", speaker != 0,
                       _("Say who speaks: the office is put on record as the speaker’s."));
  march_check_missing (problems, draft->id, "body", office->body != 0,
                       _("Say of whom this office is."));
  march_check_needed (problems, draft->id, "body", speaker == 0 || office->body != speaker,
                      _("Nobody holds an office of itself. Choose another actor."));
  march_check_actor (coding, problems, draft->id, "body", 0, office->body);
  if (march_check_date (problems, draft->id, "valid", 0, office->valid, NULL)
      && !march_coding_is_office_held (coding, draft, office))
    warn (problems, draft, "valid", _("This office was not held when the words were said."));
}

/** march_check_quotation: adds what is wrong with a quotation by itself */
void
march_check_quotation (MarchCoding *coding, MarchQuotationDraft *draft, GPtrArray *problems)
{
  const MarchSource *source = march_corpus_get_source (coding->corpus, draft->source);

  if (source == NULL)
    {
      march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "source", 0,
                          _("The source of these words is no longer in the dossier."));
      return;
    }
  check_spans (source, draft, problems);
  check_said (source, draft, problems);
  check_language (draft, problems);
  check_chain (coding, draft, problems);
  check_office (coding, draft, problems);
  check_sic (draft, problems);
  march_check_needed (problems, draft->id, "credibility", draft->credibility <= 6,
                      _("Credibility is graded from 1 to 6."));
}
