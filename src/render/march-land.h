/* march-land.h — the shapes of a corpus, prepared for drawing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "render/march-mesh.h"

G_BEGIN_DECLS

#define MARCH_LAND_MAX_ANCHORS 12

/* A point inside a shape, and how far the nearest edge is, both on the unit square. */
typedef struct
{
  MarchSpot spot;
  double    clearance;
} MarchAnchor;

/**
 * MarchLandFace:
 * @place: NULL for a neighbouring country of the background
 * @name: of such a country
 * @state: the place's recognised state; NULL if it has none
 * @ours: whether the dossier is about it; else it is land outside
 * @anchors: where its name may stand, best first; see march_land_find_anchors()
 */
typedef struct
{
  const MarchPlace *place;
  const char       *name;
  MarchGeometry    *geometry;
  const MarchPlace *state;
  gboolean          ours;
  MarchAnchor       anchors[MARCH_LAND_MAX_ANCHORS];
  guint             n_anchors;
} MarchLandFace;

typedef enum
{
  MARCH_EDGE_COAST,      /* land on one side only */
  MARCH_EDGE_NEIGHBOUR,  /* between two lands outside */
  MARCH_EDGE_RECOGNISED, /* around a state that the dossier is about */
  MARCH_EDGE_UNIT,       /* within one */
} MarchEdgeKind;

typedef struct
{
  const MarchPlace *place;
  MarchShape       *shape;
  MarchAnchor       anchors[MARCH_LAND_MAX_ANCHORS];
  guint             n_anchors;
} MarchLandSea;

/* A settlement or site at a point. */
typedef struct
{
  const MarchPlace *place;
  MarchSpot         spot;
  gboolean          mentioned; /* whether the dossier asserts anything of it */
} MarchLandMark;

/* A state whose name stands over its units. */
typedef struct
{
  const MarchPlace *place;
  MarchSpot         anchor;
  MarchRect         box;
} MarchLandState;

typedef struct
{
  MarchCorpus    *corpus;   /* borrowed */
  gsize           anchored; /* whether anchors and states are there */
  MarchMesh      *mesh;
  MarchLandFace  *faces;    /* as the mesh's */
  MarchEdgeKind  *edges;    /* as the mesh's arcs */
  GHashTable     *by_place; /* of const MarchPlace → face + 1 */
  GArray         *seas;     /* of MarchLandSea */
  GArray         *marks;    /* of MarchLandMark, the most important first */
  GArray         *states;   /* of MarchLandState */
  GPtrArray      *lakes;    /* of MarchShape */
  GPtrArray      *rivers;   /* of MarchShape */
  GPtrArray      *lines;    /* of MarchShape: disputed lines of the background */
} MarchLand;

void       march_land_find_anchors (MarchLand *land);
MarchLand *march_land_new        (MarchCorpus *corpus);
void       march_land_free       (MarchLand *land);
gboolean   march_land_find_face  (const MarchLand *land, const MarchPlace *place, guint *face);
void       march_land_mark_faces (const MarchLand *land, const MarchPlace *place, gboolean *marked);

G_END_DECLS
