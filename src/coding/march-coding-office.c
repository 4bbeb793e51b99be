/* march-coding-office.c — which office a speaker held on the day of speaking */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

/* When the words were said, else published; FALSE if neither is known. */
static gboolean
find_time (MarchCoding *coding, const MarchQuotationDraft *draft, MarchPeriod *when)
{
  const MarchSource    *source = march_corpus_get_source (coding->corpus, draft->source);
  g_autofree char      *said = march_coding_dup_said (coding, draft);
  g_autoptr (MarchEdtf) edtf = march_edtf_new (said, NULL);

  if (edtf != NULL)
    *when = *march_edtf_get_period (edtf);
  else if (source != NULL && *source->published != '\0')
    *when = source->publication_period;
  else
    return FALSE;
  return TRUE;
}

static const char *
find_drafted (const MarchActorDraft *actor, const MarchPeriod *when)
{
  for (guint i = 0; i < actor->offices->len; i++)
    {
      const MarchOfficeDraft *office = g_ptr_array_index (actor->offices, i);
      g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (office->valid, NULL);

      if (*office->title != '\0'
          && (when == NULL || edtf == NULL
              || march_period_overlaps (march_edtf_get_period (edtf), when)))
        return office->title;
    }
  return "";
}

/**
 * march_coding_get_office:
 * @draft: a quotation
 *
 * Returns: (transfer none): the title of the office that its speaker held when the words were said,
 * else published; "" if there is none on record
 */
const char *
march_coding_get_office (MarchCoding *coding, const MarchQuotationDraft *draft)
{
  const gint64       speaker = march_quotation_draft_get_actor (draft, MARCH_ROLE_SPEAKER);
  MarchActorDraft   *drafted = march_coding_find_actor (coding, speaker);
  const MarchActor  *record = march_corpus_get_actor (coding->corpus, speaker);
  MarchPeriod        period;
  const MarchPeriod *when = find_time (coding, draft, &period) ? &period : NULL;
  const MarchOffice *office = NULL;

  if (drafted != NULL)
    return find_drafted (drafted, when);
  if (record != NULL)
    office = march_actor_get_office (record, when);
  return office != NULL ? office->title : "";
}
