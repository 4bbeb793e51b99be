/* march-place-draft.h — a place with names, parents and shape as the analyst has made it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-actor-draft.h"

G_BEGIN_DECLS

/**
 * MarchParentDraft:
 * @parent: a place of the dossier, or one drafted along
 */
typedef struct
{
  gint64        parent;
  MarchLinkKind kind;
} MarchParentDraft;

/**
 * MarchPlaceDraft:
 * @existing: it changes a place of the dossier instead of adding one
 * @code: "" where there is none
 * @level: of a unit, 1 the first below the state; 0 else
 * @capital: 0 no, 1 of a state, 2 of a first-level unit
 * @state: of a state, the actor that it is; 0 else
 * @geometry: (nullable): a point or polygons, WGS 84; %NULL: listed, never drawn
 * @names: (element-type MarchNameDraft):
 * @parents: (element-type MarchParentDraft):
 */
typedef struct
{
  gint64         id;
  gboolean       existing;
  MarchPlaceKind kind;
  char          *code;
  int            level;
  int            capital;
  gint64         state;
  int            importance;
  char          *note;
  MarchGeometry *geometry;
  GPtrArray     *names;
  GPtrArray     *parents;
} MarchPlaceDraft;

MarchPlaceDraft *march_place_draft_new          (MarchPlaceKind kind, const char *name,
                                                 const char *language);
MarchPlaceDraft *march_place_draft_new_from     (const MarchPlace *place);
MarchPlaceDraft *march_place_draft_copy         (const MarchPlaceDraft *draft);
void             march_place_draft_free         (MarchPlaceDraft *draft);
MarchNameDraft  *march_place_draft_add_name     (MarchPlaceDraft *draft, const char *text,
                                                 const char *language, MarchNameRole role);
void             march_place_draft_add_parent   (MarchPlaceDraft *draft, gint64 parent,
                                                 MarchLinkKind kind);
void             march_place_draft_set_geometry (MarchPlaceDraft *draft, MarchGeometry *geometry);
void             march_place_draft_set_point    (MarchPlaceDraft *draft, double longitude,
                                                 double latitude);
const char      *march_place_draft_get_name     (const MarchPlaceDraft *draft,
                                                 const char            *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPlaceDraft, march_place_draft_free)

G_END_DECLS
