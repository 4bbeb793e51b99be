/* march-place-draft.c — a place with names, parents and shape as the analyst has made it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-place-draft.h"

#include "coding/march-draft-private.h"
#include "coding/march-draft.h"
#include "dossier/march-edit.h"

/**
 * march_place_draft_new:
 * @name: (nullable): its main name, as far as it is known
 * @language: BCP 47, of @name
 *
 * Returns: (transfer full): a draft of a new place without a shape
 */
MarchPlaceDraft *
march_place_draft_new (MarchPlaceKind kind, const char *name, const char *language)
{
  MarchPlaceDraft *draft = g_new0 (MarchPlaceDraft, 1);

  draft->id = march_edit_make_id ();
  draft->kind = kind;
  draft->level = kind == MARCH_PLACE_UNIT ? 1 : 0;
  draft->code = g_strdup ("");
  draft->note = g_strdup ("");
  draft->names = march_name_drafts_new ();
  draft->parents = g_ptr_array_new_with_free_func (g_free);
  if (name != NULL)
    march_place_draft_add_name (draft, name, language, MARCH_NAME_MAIN);
  return draft;
}

/**
 * march_place_draft_new_from:
 *
 * Returns: (transfer full): a draft that changes @place
 */
MarchPlaceDraft *
march_place_draft_new_from (const MarchPlace *place)
{
  MarchPlaceDraft *draft = march_place_draft_new (place->kind, NULL, NULL);

  draft->id = place->id;
  draft->existing = TRUE;
  draft->level = place->level;
  draft->capital = place->capital;
  draft->state = place->state != NULL ? place->state->id : 0;
  draft->importance = place->importance;
  march_draft_set_text (&draft->code, place->code);
  march_draft_set_text (&draft->note, place->note);
  march_place_draft_set_geometry (draft, place->geometry);
  march_name_drafts_take (draft->names, place->names);
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);

      march_place_draft_add_parent (draft, link->place->id, link->kind);
    }
  return draft;
}

/**
 * march_place_draft_copy:
 *
 * Returns: (transfer full): the same draft, of the same record
 */
MarchPlaceDraft *
march_place_draft_copy (const MarchPlaceDraft *draft)
{
  MarchPlaceDraft *copy = march_place_draft_new (draft->kind, NULL, NULL);

  copy->id = draft->id;
  copy->existing = draft->existing;
  copy->level = draft->level;
  copy->capital = draft->capital;
  copy->state = draft->state;
  copy->importance = draft->importance;
  march_draft_set_text (&copy->code, draft->code);
  march_draft_set_text (&copy->note, draft->note);
  march_place_draft_set_geometry (copy, draft->geometry);
  march_name_drafts_copy (copy->names, draft->names);
  for (guint i = 0; i < draft->parents->len; i++)
    {
      const MarchParentDraft *parent = draft->parents->pdata[i];

      march_place_draft_add_parent (copy, parent->parent, parent->kind);
    }
  return copy;
}

void
march_place_draft_free (MarchPlaceDraft *draft)
{
  g_free (draft->code);
  g_free (draft->note);
  g_clear_pointer (&draft->geometry, march_geometry_unref);
  g_ptr_array_unref (draft->names);
  g_ptr_array_unref (draft->parents);
  g_free (draft);
}

/** march_place_draft_add_name: (transfer none): the name, in general use */
MarchNameDraft *
march_place_draft_add_name (MarchPlaceDraft *draft,
                            const char      *text,
                            const char      *language,
                            MarchNameRole    role)
{
  return march_name_drafts_add (draft->names, text, language, role, 0);
}

void
march_place_draft_add_parent (MarchPlaceDraft *draft, gint64 parent, MarchLinkKind kind)
{
  MarchParentDraft *own = g_new0 (MarchParentDraft, 1);

  *own = (MarchParentDraft){ parent, kind };
  g_ptr_array_add (draft->parents, own);
}

/**
 * march_place_draft_set_geometry:
 * @geometry: (nullable): longitude and latitude, WGS 84; %NULL: none
 */
void
march_place_draft_set_geometry (MarchPlaceDraft *draft, MarchGeometry *geometry)
{
  MarchGeometry *own = geometry != NULL ? march_geometry_ref (geometry) : NULL;

  g_clear_pointer (&draft->geometry, march_geometry_unref);
  draft->geometry = own;
}

/** march_place_draft_set_point: in degrees */
void
march_place_draft_set_point (MarchPlaceDraft *draft, double longitude, double latitude)
{
  double    coordinates[] = { longitude, latitude };
  MarchPart part = { coordinates, 1, 0, FALSE };
  g_autoptr (MarchGeometry) point = march_geometry_new (MARCH_GEOMETRY_POINT, &part, 1);

  march_place_draft_set_geometry (draft, point);
}

/** march_place_draft_get_name: (transfer none): as march_place_get_name() of a record */
const char *
march_place_draft_get_name (const MarchPlaceDraft *draft, const char *language)
{
  return march_name_drafts_get_text (draft->names, language);
}
