/* march-assertion-parts.c — the lists of a drafted assertion, and which members each kind has */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-assertion-draft.h"

#include "dossier/march-edit.h"

/* A letter for each kind, in the order of the enum: control, claim, position, value, figure, event,
 * thesis; "n" needed, "o" optional, "-" the kind has none. What isn't listed all kinds may have. */
static const struct
{
  const char *field;
  const char *uses;
} uses[] = {
  { "title", "--n-onn" },      { "places", "nnonooo" },       { "actor", "nnno---" },
  { "proposal", "--o----" },   { "extent", "n------" },       { "basis", "-n-----" },
  { "value_kind", "---n---" }, { "comparison", "---o---" },   { "tags", "---o---" },
  { "stand", "--n----" },      { "low", "----n--" },          { "high", "----n--" },
  { "unit", "----o--" },       { "quantity", "----n--" },     { "period", "----o--" },
  { "areas", "o------" },      { "participants", "-----o-" }, { "read_holder", "----o--" },
};

/**
 * march_assertion_kind_get_use:
 * @field: a member of #MarchAssertionDraft
 *
 * A figure needs one of its two bounds.
 *
 * Returns: what the member is to assertions of that kind
 */
MarchFieldUse
march_assertion_kind_get_use (MarchAssertionKind kind, const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (uses[i].field, field))
      return uses[i].uses[kind] == 'n'   ? MARCH_FIELD_NEEDED
             : uses[i].uses[kind] == 'o' ? MARCH_FIELD_OPTIONAL
                                         : MARCH_FIELD_UNUSED;
  return MARCH_FIELD_OPTIONAL;
}

/** march_assertion_draft_get_place: the first place; 0 if there is none */
gint64
march_assertion_draft_get_place (const MarchAssertionDraft *draft)
{
  return draft->places->len > 0 ? g_array_index (draft->places, MarchAssertionPlace, 0).place : 0;
}

/**
 * march_assertion_draft_set_place:
 * @place: 0: it is about no place
 *
 * Makes it the only place.
 */
void
march_assertion_draft_set_place (MarchAssertionDraft *draft, gint64 place)
{
  g_array_set_size (draft->places, 0);
  if (place != 0)
    march_assertion_draft_add_place (draft, place);
}

/**
 * march_assertion_draft_add_place:
 *
 * Returns: %FALSE if it has this place already
 */
gboolean
march_assertion_draft_add_place (MarchAssertionDraft *draft, gint64 place)
{
  MarchAssertionPlace own = { draft->places->len == 0 ? draft->id : march_edit_make_id (), place };

  for (guint i = 0; i < draft->places->len; i++)
    if (g_array_index (draft->places, MarchAssertionPlace, i).place == place)
      return FALSE;
  g_array_append_val (draft->places, own);
  return TRUE;
}

/** march_assertion_draft_remove_place: the first one that is left bears the draft's own id */
void
march_assertion_draft_remove_place (MarchAssertionDraft *draft, guint index)
{
  g_return_if_fail (index < draft->places->len);

  g_array_remove_index (draft->places, index);
  if (draft->places->len > 0)
    g_array_index (draft->places, MarchAssertionPlace, 0).assertion = draft->id;
}

/** march_assertion_draft_add_tag: unless it has it already */
void
march_assertion_draft_add_tag (MarchAssertionDraft *draft, const char *tag)
{
  if (!g_ptr_array_find_with_equal_func (draft->tags, tag, g_str_equal, NULL))
    g_ptr_array_add (draft->tags, g_strdup (tag));
}

/** march_assertion_draft_add_participant: Returns: (transfer none): the new one */
MarchParticipantDraft *
march_assertion_draft_add_participant (MarchAssertionDraft *draft,
                                       gint64               actor,
                                       MarchParticipantRole role,
                                       gint64               side)
{
  const MarchParticipantDraft own = { actor, role, side };
  MarchParticipantDraft      *participant = g_memdup2 (&own, sizeof own);

  g_ptr_array_add (draft->participants, participant);
  return participant;
}

/**
 * march_assertion_draft_add_area:
 * @valid: EDTF: when
 * @geometry: where exactly: polygons
 */
void
march_assertion_draft_add_area (MarchAssertionDraft *draft,
                                const char          *valid,
                                MarchGeometry       *geometry)
{
  MarchControlArea *area = g_new0 (MarchControlArea, 1);

  area->valid = g_strdup (valid);
  area->geometry = march_geometry_ref (geometry);
  g_ptr_array_add (draft->areas, area);
}
