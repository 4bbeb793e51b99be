/* march-check-assertion.c — what may be wrong with a drafted assertion by itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
warn (GPtrArray                 *problems,
      const MarchAssertionDraft *draft,
      const char                *field,
      const char                *sentence)
{
  march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, field, 0, "%s", sentence);
}

/* What a kind needs, and what is said where it is missing. */
static void
need (GPtrArray                 *problems,
      const MarchAssertionDraft *draft,
      const char                *field,
      gboolean                   given,
      const char                *sentence)
{
  if (march_assertion_kind_get_use (draft->kind, field) == MARCH_FIELD_NEEDED)
    march_check_missing (problems, draft->id, field, given, sentence);
}

static const char *
ask_for_actor (MarchAssertionKind kind)
{
  switch (kind)
    {
    case MARCH_KIND_CONTROL:
      return _("Say who holds the place.");
    case MARCH_KIND_CLAIM:
      return _("Say who says that the place is its own.");
    case MARCH_KIND_POSITION:
    default:
      return _("Say who takes this position.");
    }
}

static void
check_ends (MarchCoding *coding, const MarchAssertionDraft *draft, GPtrArray *problems)
{
  need (problems, draft, "places", draft->places->len > 0, _("Say which place it is about."));
  need (problems, draft, "actor", draft->actor != 0, ask_for_actor (draft->kind));
  for (guint i = 0; i < draft->places->len; i++)
    march_check_place (coding, problems, draft->id, "places", i,
                       g_array_index (draft->places, MarchAssertionPlace, i).place);
  march_check_actor (coding, problems, draft->id, "actor", 0, draft->actor);
  march_check_actor (coding, problems, draft->id, "according", 0, draft->according);
  if (draft->proposal != 0 && !march_coding_has_proposal (coding, draft->proposal))
    march_check_needed (problems, draft->id, "proposal", FALSE,
                        _("This proposal is no longer in the dossier. Choose another one."));
}

static void
check_texts (const MarchAssertionDraft *draft, GPtrArray *problems)
{
  need (problems, draft, "title", !march_draft_is_blank (draft->title),
        _("A short sentence is missing that tells what it is."));
  need (problems, draft, "quantity", !march_draft_is_blank (draft->quantity),
        _("Say what the figure counts, such as “people in the region”."));
  if (draft->origin == MARCH_ORIGIN_CONCLUDED)
    march_check_needed (problems, draft->id, "reasoning", !march_draft_is_blank (draft->reasoning),
                        _("A conclusion needs its reasoning. Say how it follows."));
  if (draft->rank != MARCH_RANK_NORMAL)
    march_check_needed (
        problems, draft->id, "rank_reason", !march_draft_is_blank (draft->rank_reason),
        _("A rank needs a reason. Say why this assertion is preferred or deprecated."));
}

static gboolean
colours (MarchAssertionKind kind)
{
  return kind == MARCH_KIND_CONTROL || kind == MARCH_KIND_CLAIM;
}

static void
check_dates (const MarchAssertionDraft *draft, GPtrArray *problems)
{
  march_check_date (problems, draft->id, "valid", 0, draft->valid, NULL);
  if (colours (draft->kind) && march_draft_is_blank (draft->valid))
    warn (problems, draft, "valid", _("No time is told, so that it counts on no day."));
  if (draft->kind == MARCH_KIND_FIGURE)
    march_check_date (problems, draft->id, "period", 0, draft->period, NULL);
}

static void
check_figure (const MarchAssertionDraft *draft, GPtrArray *problems)
{
  if (draft->kind != MARCH_KIND_FIGURE)
    return;
  march_check_missing (problems, draft->id, "low", !isnan (draft->low) || !isnan (draft->high),
                       _("The number is missing."));
  march_check_needed (problems, draft->id, "low", !isinf (draft->low),
                      _("This is no number, or too large a one."));
  march_check_needed (problems, draft->id, "high", !isinf (draft->high),
                      _("This is no number, or too large a one."));
  march_check_needed (problems, draft->id, "high",
                      isinf (draft->low) || !(draft->low > draft->high),
                      _("The upper bound is lower than the lower one."));
}

static void
check_area (const MarchControlArea    *area,
            const MarchAssertionDraft *draft,
            guint                      index,
            GPtrArray                 *problems)
{
  if (march_geometry_get_kind (area->geometry) != MARCH_GEOMETRY_POLYGON)
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "areas", index,
                        _("This shape is no area. Draw one, or take it out."));
  if (march_draft_is_blank (area->valid))
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "areas", index,
                        _("Say when the area was as it is drawn."));
  march_check_date (problems, draft->id, "areas", index, area->valid, NULL);
  march_check_shape (problems, draft->id, "areas", index, area->geometry);
}

static void
check_areas (const MarchAssertionDraft *draft, GPtrArray *problems)
{
  if (draft->kind != MARCH_KIND_CONTROL || draft->areas->len == 0)
    return;
  march_check_needed (problems, draft->id, "areas", draft->places->len == 1,
                      _("An area belongs to one place. Code the others by themselves."));
  for (guint i = 0; i < draft->areas->len; i++)
    check_area (g_ptr_array_index (draft->areas, i), draft, i, problems);
}

static gboolean
is_repeated (GPtrArray *participants, guint index)
{
  const MarchParticipantDraft *given = participants->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      const MarchParticipantDraft *other = participants->pdata[i];

      if (other->actor == given->actor && other->role == given->role)
        return TRUE;
    }
  return FALSE;
}

static void
check_participants (MarchCoding *coding, const MarchAssertionDraft *draft, GPtrArray *problems)
{
  for (guint i = 0; draft->kind == MARCH_KIND_EVENT && i < draft->participants->len; i++)
    {
      const MarchParticipantDraft *participant = draft->participants->pdata[i];

      if (participant->actor == 0)
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "participants", i,
                            _("Nobody is named here. Choose an actor, or take the line out."));
      else if (is_repeated (draft->participants, i))
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "participants", i,
                            _("This actor is named in this role already."));
      march_check_actor (coding, problems, draft->id, "participants", i, participant->actor);
      march_check_actor (coding, problems, draft->id, "participants", i, participant->side);
    }
}

static void
check_tags (const MarchAssertionDraft *draft, GPtrArray *problems)
{
  for (guint i = 0; draft->kind == MARCH_KIND_VALUE && i < draft->tags->len; i++)
    if (march_draft_is_blank (g_ptr_array_index (draft->tags, i)))
      march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "tags", i,
                          _("A tag is empty. Write it, or take it out."));
}

/* Somebody else, or another window, has changed it since. */
static void
check_version (MarchCoding *coding, const MarchAssertionDraft *draft, GPtrArray *problems)
{
  const MarchAssertion *older = march_corpus_get_assertion (coding->corpus, draft->supersedes);

  if (draft->supersedes != 0)
    march_check_needed (problems, draft->id, "", older != NULL && older->superseded_by == NULL,
                        _("This assertion was changed meanwhile. Look at its newest version."));
}

/* All of the draft's evidence, and what the version that it takes the place of has. */
static gboolean
has_support (MarchCoding *coding, const MarchAssertionDraft *draft)
{
  const MarchAssertion *older = march_corpus_get_assertion (coding->corpus, draft->supersedes);

  for (guint i = 0; i < coding->evidence->len; i++)
    {
      const MarchEvidenceDraft *evidence = g_ptr_array_index (coding->evidence, i);

      if (evidence->stance == MARCH_STANCE_SUPPORTS && march_coding_bears_on (evidence, draft))
        return TRUE;
    }
  for (guint i = 0; older != NULL && i < older->evidence->len; i++)
    if (((MarchEvidence *) g_ptr_array_index (older->evidence, i))->stance
        == MARCH_STANCE_SUPPORTS)
      return TRUE;
  return FALSE;
}

static gboolean
has_place (const MarchAssertionDraft *draft, const MarchPlace *place)
{
  for (guint i = 0; place != NULL && i < draft->places->len; i++)
    if (g_array_index (draft->places, MarchAssertionPlace, i).place == place->id)
      return TRUE;
  return FALSE;
}

static gboolean
says_the_same (const MarchAssertionDraft *draft, const MarchAssertion *other)
{
  return other->kind == draft->kind && other->id != draft->supersedes && !other->retracted
         && other->superseded_by == NULL && has_place (draft, other->place)
         && other->actor != NULL && other->actor->id == draft->actor
         && other->polarity == draft->polarity && other->mode == draft->mode
         && g_str_equal (other->valid, draft->valid)
         && (draft->kind != MARCH_KIND_CONTROL || other->extent == draft->extent);
}

static void
check_repeated (MarchCoding *coding, const MarchAssertionDraft *draft, GPtrArray *problems)
{
  for (guint i = 0; colours (draft->kind) && i < draft->places->len; i++)
    {
      const gint64 id = g_array_index (draft->places, MarchAssertionPlace, i).place;
      const MarchPlace     *place = march_corpus_get_place (coding->corpus, id);
      g_autoptr (GPtrArray) others = NULL;

      if (place != NULL)
        others = march_corpus_list_assertions_of (coding->corpus, place);
      for (guint k = 0; others != NULL && k < others->len; k++)
        if (says_the_same (draft, g_ptr_array_index (others, k)))
          {
            march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "places", i,
                                _("The dossier says this already. Add the quotation to that."));
            break;
          }
    }
}

/** march_check_assertion: adds what is wrong with an assertion, with its evidence */
void
march_check_assertion (MarchCoding *coding, MarchAssertionDraft *draft, GPtrArray *problems)
{
  check_version (coding, draft, problems);
  check_ends (coding, draft, problems);
  check_texts (draft, problems);
  check_dates (draft, problems);
  check_figure (draft, problems);
  check_areas (draft, problems);
  check_participants (coding, draft, problems);
  check_tags (draft, problems);
  check_repeated (coding, draft, problems);
  if (!has_support (coding, draft))
    warn (problems, draft, "",
          _("No quotation supports this yet. It is kept as a draft and stands in the list of "
            "gaps."));
  if (march_coding_is_aspiration (coding, draft))
    warn (problems, draft, "basis",
          _("Nobody who says this held an office that states policy then. It is recorded as an "
            "aspiration."));
}
