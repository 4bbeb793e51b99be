/* rebuild-script.h — what an analyst codes of the five texts: where words stand, not the words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-vocabulary.h"

G_BEGIN_DECLS

/* @file: what the text's name begins with */
typedef struct
{
  const char *file;
  const char *title;
  const char *published;
} RebuildSource;

/* @body: whose office it has, by its key; "" if it has none */
typedef struct
{
  const char    *key;
  MarchActorKind kind;
  const char    *name;
  guint          palette;
  const char    *body;
  const char    *office;
  gboolean       states_policy;
} RebuildActor;

typedef struct
{
  const char    *key;
  MarchPlaceKind kind;
  const char    *name;
  const char    *code;
} RebuildPlace;

/* @said: as typed; @chain: "role:actor", by their keys */
typedef struct
{
  const char *key;
  guint       source;
  guint       first;
  guint       beyond;
  gboolean    pointer;
  MarchVoice  voice;
  MarchAct    act;
  guint       credibility;
  const char *said;
  const char *sic;
  const char *chain;
} RebuildQuotation;

typedef struct
{
  const char *assertion;
  const char *quotation;
  MarchStance stance;
  const char *note;
} RebuildEvidence;

/* Each up to one whose first member is NULL. */
extern const RebuildSource    rebuild_sources[];
extern const RebuildActor     rebuild_actors[];
extern const RebuildPlace     rebuild_places[];
extern const RebuildQuotation rebuild_quotations[];
extern const RebuildEvidence  rebuild_evidence[];

G_END_DECLS
