/* march-assertion-draft.c — an assertion of any kind as the analyst has typed it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-assertion-draft.h"

#include <math.h>

#include "coding/march-draft.h"
#include "dossier/march-edit.h"

static void
free_area (gpointer data)
{
  MarchControlArea *area = data;

  g_free (area->valid);
  march_geometry_unref (area->geometry);
  g_free (area);
}

static void
set_up_texts (MarchAssertionDraft *draft)
{
  char **const texts[] = {
    &draft->title,      &draft->rank_reason,  &draft->valid,       &draft->comparison,
    &draft->unit,       &draft->quantity,     &draft->period,      &draft->reasoning,
    &draft->assumption, &draft->would_change, &draft->read_period, &draft->note,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup ("");
}

/**
 * march_assertion_draft_new:
 *
 * Returns: (transfer full): a draft that says nothing yet: stated, of the normal rank, extent and
 * basis not stated
 */
MarchAssertionDraft *
march_assertion_draft_new (MarchAssertionKind kind)
{
  MarchAssertionDraft *draft = g_new0 (MarchAssertionDraft, 1);

  draft->id = march_edit_make_id ();
  draft->kind = kind;
  draft->places = g_array_new (FALSE, TRUE, sizeof (MarchAssertionPlace));
  draft->rank = MARCH_RANK_NORMAL;
  draft->extent = MARCH_EXTENT_NOT_STATED;
  draft->basis = MARCH_CLAIM_NOT_STATED;
  draft->confidence = MARCH_CONFIDENCE_LOW;
  draft->low = draft->high = NAN;
  draft->tags = g_ptr_array_new_with_free_func (g_free);
  draft->participants = g_ptr_array_new_with_free_func (g_free);
  draft->areas = g_ptr_array_new_with_free_func (free_area);
  set_up_texts (draft);
  return draft;
}

/**
 * march_assertion_draft_new_after:
 * @last: the assertion coded before
 *
 * Returns: (transfer full): a draft of the same kind, by the same actors and of the same places
 */
MarchAssertionDraft *
march_assertion_draft_new_after (const MarchAssertionDraft *last)
{
  MarchAssertionDraft *draft = march_assertion_draft_new (last->kind);

  draft->actor = last->actor;
  draft->according = last->according;
  draft->proposal = last->proposal;
  draft->value_kind = last->value_kind;
  draft->stand = last->stand;
  march_draft_set_text (&draft->unit, last->unit);
  for (guint i = 0; i < last->places->len; i++)
    march_assertion_draft_add_place (
        draft, g_array_index (last->places, MarchAssertionPlace, i).place);
  return draft;
}

/* All that has one value, but texts. */
static void
copy_values (MarchAssertionDraft *copy, const MarchAssertionDraft *draft)
{
  copy->actor = draft->actor;
  copy->according = draft->according;
  copy->proposal = draft->proposal;
  copy->origin = draft->origin;
  copy->polarity = draft->polarity;
  copy->mode = draft->mode;
  copy->rank = draft->rank;
  copy->extent = draft->extent;
  copy->basis = draft->basis;
  copy->value_kind = draft->value_kind;
  copy->stand = draft->stand;
  copy->low = draft->low;
  copy->high = draft->high;
  copy->confidence = draft->confidence;
  copy->read_holder = draft->read_holder;
  copy->read_place = draft->read_place;
}

static void
copy_texts (MarchAssertionDraft *copy, const MarchAssertionDraft *draft)
{
  march_draft_set_text (&copy->title, draft->title);
  march_draft_set_text (&copy->rank_reason, draft->rank_reason);
  march_draft_set_text (&copy->valid, draft->valid);
  march_draft_set_text (&copy->comparison, draft->comparison);
  march_draft_set_text (&copy->unit, draft->unit);
  march_draft_set_text (&copy->quantity, draft->quantity);
  march_draft_set_text (&copy->period, draft->period);
  march_draft_set_text (&copy->reasoning, draft->reasoning);
  march_draft_set_text (&copy->assumption, draft->assumption);
  march_draft_set_text (&copy->would_change, draft->would_change);
  march_draft_set_text (&copy->read_period, draft->read_period);
  march_draft_set_text (&copy->note, draft->note);
}

static void
copy_lists (MarchAssertionDraft *copy, const MarchAssertionDraft *draft)
{
  g_array_append_vals (copy->places, draft->places->data, draft->places->len);
  for (guint i = 0; i < draft->participants->len; i++)
    {
      const MarchParticipantDraft *participant = draft->participants->pdata[i];

      march_assertion_draft_add_participant (copy, participant->actor, participant->role,
                                             participant->side);
    }
  for (guint i = 0; i < draft->tags->len; i++)
    march_assertion_draft_add_tag (copy, g_ptr_array_index (draft->tags, i));
  for (guint i = 0; i < draft->areas->len; i++)
    {
      const MarchControlArea *area = g_ptr_array_index (draft->areas, i);

      march_assertion_draft_add_area (copy, area->valid, area->geometry);
    }
}

/**
 * march_assertion_draft_copy:
 *
 * Returns: (transfer full): the same draft, of the same records
 */
MarchAssertionDraft *
march_assertion_draft_copy (const MarchAssertionDraft *draft)
{
  MarchAssertionDraft *copy = march_assertion_draft_new (draft->kind);

  copy->id = draft->id;
  copy->supersedes = draft->supersedes;
  copy_values (copy, draft);
  copy_texts (copy, draft);
  copy_lists (copy, draft);
  return copy;
}

static gint64
actor_id (const MarchActor *actor)
{
  return actor != NULL ? actor->id : 0;
}

static void
take_values (MarchAssertionDraft *draft, const MarchAssertion *assertion)
{
  draft->actor = actor_id (assertion->actor);
  draft->according = actor_id (assertion->according);
  draft->proposal = assertion->proposal != NULL ? assertion->proposal->id : 0;
  draft->origin = assertion->origin;
  draft->polarity = assertion->polarity;
  draft->mode = assertion->mode;
  draft->rank = assertion->rank;
  draft->extent = assertion->extent;
  draft->basis = assertion->basis;
  draft->value_kind = assertion->value_kind;
  draft->stand = assertion->stand;
  draft->low = assertion->low;
  draft->high = assertion->high;
  draft->confidence = assertion->confidence;
  draft->read_holder = actor_id (assertion->read_holder);
  draft->read_place = assertion->read_place != NULL ? assertion->read_place->id : 0;
}

static void
take_texts (MarchAssertionDraft *draft, const MarchAssertion *assertion)
{
  march_draft_set_text (&draft->title, assertion->title);
  march_draft_set_text (&draft->rank_reason, assertion->rank_reason);
  march_draft_set_text (&draft->valid, assertion->valid);
  march_draft_set_text (&draft->comparison, assertion->comparison);
  march_draft_set_text (&draft->unit, assertion->unit);
  march_draft_set_text (&draft->quantity, assertion->quantity);
  march_draft_set_text (&draft->period, assertion->figure_period);
  march_draft_set_text (&draft->reasoning, assertion->reasoning);
  march_draft_set_text (&draft->assumption, assertion->assumption);
  march_draft_set_text (&draft->would_change, assertion->would_change);
  march_draft_set_text (&draft->read_period, assertion->read_period);
  march_draft_set_text (&draft->note, assertion->note);
}

static void
take_lists (MarchAssertionDraft *draft, const MarchAssertion *assertion)
{
  if (assertion->place != NULL)
    march_assertion_draft_add_place (draft, assertion->place->id);
  for (guint i = 0; i < assertion->tags->len; i++)
    march_assertion_draft_add_tag (draft, g_ptr_array_index (assertion->tags, i));
  for (guint i = 0; i < assertion->participants->len; i++)
    {
      const MarchParticipant *participant = g_ptr_array_index (assertion->participants, i);

      march_assertion_draft_add_participant (draft, participant->actor->id, participant->role,
                                             actor_id (participant->side));
    }
  for (guint i = 0; i < assertion->areas->len; i++)
    {
      const MarchControlArea *area = g_ptr_array_index (assertion->areas, i);

      march_assertion_draft_add_area (draft, area->valid, area->geometry);
    }
}

/**
 * march_assertion_draft_new_from:
 *
 * Returns: (transfer full): a draft of a new version that takes the place of @assertion, which
 * stays readable
 */
MarchAssertionDraft *
march_assertion_draft_new_from (const MarchAssertion *assertion)
{
  MarchAssertionDraft *draft = march_assertion_draft_new (assertion->kind);

  draft->supersedes = assertion->id;
  take_values (draft, assertion);
  take_texts (draft, assertion);
  take_lists (draft, assertion);
  return draft;
}

void
march_assertion_draft_free (MarchAssertionDraft *draft)
{
  char *const texts[] = {
    draft->title,      draft->rank_reason,  draft->valid,       draft->comparison,
    draft->unit,       draft->quantity,     draft->period,      draft->reasoning,
    draft->assumption, draft->would_change, draft->read_period, draft->note,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_array_unref (draft->places);
  g_ptr_array_unref (draft->tags);
  g_ptr_array_unref (draft->participants);
  g_ptr_array_unref (draft->areas);
  g_free (draft);
}
