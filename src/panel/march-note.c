/* march-note.c — what a note that was found is, and of which record */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-note.h"

#include <glib/gi18n.h>

/* As the search names them: the table of the record, and what the note tells. */
static const struct
{
  const char     *field;
  const char     *words;
  MarchRecordKind record;
} kinds[] = {
  { "place.note", N_("Note on a place"), MARCH_RECORD_PLACE },
  { "actor.note", N_("Note on an actor"), MARCH_RECORD_ACTOR },
  { "source.note", N_("Note on a source"), MARCH_RECORD_SOURCE },
  { "source.inferred", N_("How a date or title was inferred"), MARCH_RECORD_SOURCE },
  { "source.grade_reason", N_("Why a source is graded so"), MARCH_RECORD_SOURCE },
  { "source.link", N_("Why sources are independent, or not"), MARCH_RECORD_SOURCE },
  { "source.set_aside", N_("Why a passage is set aside"), MARCH_RECORD_SOURCE },
  { "source.areas", N_("Note on imported areas"), MARCH_RECORD_SOURCE },
  { "source.points", N_("Note on imported points"), MARCH_RECORD_SOURCE },
  { "quotation.note", N_("Note on a quotation"), MARCH_RECORD_QUOTATION },
  { "quotation.evidence", N_("Note on what a quotation is evidence for"),
    MARCH_RECORD_QUOTATION },
  { "proposal.term", N_("Terms for a place"), MARCH_RECORD_PROPOSAL },
  { "assertion.note", N_("Note on an assertion"), MARCH_RECORD_ASSERTION },
  { "assertion.reasoning", N_("Reasoning"), MARCH_RECORD_ASSERTION },
  { "assertion.assumption", N_("Assumption"), MARCH_RECORD_ASSERTION },
  { "assertion.would_change", N_("What would change a conclusion"), MARCH_RECORD_ASSERTION },
  { "assertion.rank_reason", N_("Why an assertion is ranked so"), MARCH_RECORD_ASSERTION },
  { "assertion.retract_reason", N_("Why an assertion was retracted"), MARCH_RECORD_ASSERTION },
};

/** march_note_find_kind: @field: as #MarchSearchHit has it. Returns: %FALSE if no note is called
 * so */
gboolean
march_note_find_kind (const char *field, MarchNoteKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].field, field))
      {
        *kind = (MarchNoteKind){ _(kinds[i].words), kinds[i].record };
        return TRUE;
      }
  return FALSE;
}

/** march_note_find_record: Returns: (transfer none) (nullable): the record of that kind and id */
gconstpointer
march_note_find_record (MarchCorpus *corpus, MarchRecordKind kind, gint64 id)
{
  switch (kind)
    {
    case MARCH_RECORD_PLACE:
      return march_corpus_get_place (corpus, id);
    case MARCH_RECORD_ACTOR:
      return march_corpus_get_actor (corpus, id);
    case MARCH_RECORD_SOURCE:
      return march_corpus_get_source (corpus, id);
    case MARCH_RECORD_ASSERTION:
      return march_corpus_get_assertion (corpus, id);
    case MARCH_RECORD_PROPOSAL:
      return march_corpus_get_proposal (corpus, id);
    case MARCH_RECORD_QUOTATION:
      return march_corpus_get_quotation (corpus, id);
    default:
      return NULL;
    }
}
