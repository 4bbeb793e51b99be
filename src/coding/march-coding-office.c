/* march-coding-office.c — which office a speaker held on the day of speaking */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

/**
 * march_coding_dup_spoken:
 * @draft: a quotation
 *
 * Returns: (transfer full): when its words were said, else published, in EDTF; "" if neither is
 * known
 */
char *
march_coding_dup_spoken (MarchCoding *coding, const MarchQuotationDraft *draft)
{
  const MarchSource *source = march_corpus_get_source (coding->corpus, draft->source);
  g_autofree char   *said = march_coding_dup_said (coding, draft);

  return *said == '\0' && source != NULL ? g_strdup (source->published)
                                         : g_steal_pointer (&said);
}

/* Where the time of either is not known, it may have been so. */
static gboolean
was_held (const MarchOfficeDraft *office, MarchEdtf *spoken)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (office->valid, NULL);

  return spoken == NULL || edtf == NULL
         || march_period_overlaps (march_edtf_get_period (edtf), march_edtf_get_period (spoken));
}

/** march_coding_is_office_held: Returns: whether somebody who held @office did so when the words of
 * @draft were said, as far as that is known */
gboolean
march_coding_is_office_held (MarchCoding               *coding,
                             const MarchQuotationDraft *draft,
                             const MarchOfficeDraft    *office)
{
  g_autofree char      *when = march_coding_dup_spoken (coding, draft);
  g_autoptr (MarchEdtf) spoken = march_edtf_new (when, NULL);

  return was_held (office, spoken);
}

static MarchDay
get_begin (const MarchOfficeDraft *office)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (office->valid, NULL);

  return edtf != NULL ? march_edtf_get_period (edtf)->from_earliest : MARCH_DAY_MIN;
}

/* As march_actor_get_office() chooses. */
static gint
compare (gconstpointer a, gconstpointer b, gpointer spoken)
{
  const MarchOfficeDraft *one = *(MarchOfficeDraft *const *) a;
  const MarchOfficeDraft *other = *(MarchOfficeDraft *const *) b;
  const gboolean held = was_held (one, spoken), other_held = was_held (other, spoken);
  const MarchDay begin = get_begin (one), other_begin = get_begin (other);

  if (held != other_held)
    return held ? -1 : 1;
  return begin == other_begin ? 0 : begin > other_begin ? -1 : 1;
}

/**
 * march_coding_list_offices:
 * @draft: a quotation
 *
 * Returns: (transfer full) (element-type MarchOfficeDraft): the offices with a title that are on
 * record of its speaker, of the dossier or drafted along: those held when the words were said
 * first, and of them the one that began last
 */
GPtrArray *
march_coding_list_offices (MarchCoding *coding, const MarchQuotationDraft *draft)
{
  const gint64     speaker = march_quotation_draft_get_actor (draft, MARCH_ROLE_SPEAKER);
  MarchActorDraft *drafted = march_coding_find_actor (coding, speaker);
  const MarchActor *record = march_corpus_get_actor (coding->corpus, speaker);
  g_autoptr (MarchActorDraft) own = drafted != NULL  ? march_actor_draft_copy (drafted)
                                    : record != NULL ? march_actor_draft_new_from (record)
                                                     : NULL;
  g_autofree char      *when = march_coding_dup_spoken (coding, draft);
  g_autoptr (MarchEdtf) spoken = march_edtf_new (when, NULL);
  GPtrArray *offices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) march_office_draft_free);

  for (guint i = 0; own != NULL && i < own->offices->len; i++)
    if (!march_draft_is_blank (((MarchOfficeDraft *) own->offices->pdata[i])->title))
      g_ptr_array_add (offices, march_office_draft_copy (own->offices->pdata[i]));
  g_ptr_array_sort_with_data (offices, compare, spoken);
  return offices;
}
