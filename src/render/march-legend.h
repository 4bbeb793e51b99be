/* march-legend.h — what the symbols on a map mean, in words, and their samples */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "asof/march-why.h"
#include "render/march-style.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_LEGEND_CONTROL, /* "Control: fill" */
  MARCH_LEGEND_CLAIM,   /* "Claim: hatch and ring" */
  MARCH_LEGEND_EDGE,    /* "Edges" */
  MARCH_LEGEND_MARK,    /* "Marks and land" */
  MARCH_N_LEGEND_GROUPS
} MarchLegendGroup;

typedef enum
{
  MARCH_SWATCH_SYMBOL,            /* see the entry's symbol */
  MARCH_SWATCH_ASPIRATION_RING,   /* at a settlement */
  MARCH_SWATCH_RECOGNISED_BORDER,
  MARCH_SWATCH_CLAIMED_BORDER,
  MARCH_SWATCH_CONCLUDED,
  MARCH_SWATCH_POSSIBLE,
  MARCH_SWATCH_SELECTED,
  MARCH_SWATCH_DISAGREE,
  MARCH_SWATCH_OUTSIDE,
  MARCH_SWATCH_VALUE,
  MARCH_SWATCH_EVIDENCE,
} MarchSwatchKind;

#define MARCH_LEGEND_MAX_ACTORS 4

/**
 * MarchLegendEntry:
 * @actor: whose hue, pattern or border; NULL for none
 * @others: further holders whose hues share the sample's bands
 * @value_kind: of a value badge
 * @words: what it means
 * @detail: a second line, "" for none
 * @place: one place on the picture that shows it; NULL for land and borders
 */
typedef struct
{
  MarchLegendGroup  group;
  MarchSwatchKind   kind;
  MarchSymbol       symbol;
  const MarchActor *actor;
  const MarchActor *others[MARCH_LEGEND_MAX_ACTORS];
  guint             n_others;
  gboolean          concluded;
  MarchCertainty    certainty;
  MarchValueKind    value_kind;
  char             *words;
  char             *detail;
  const MarchPlace *place;
} MarchLegendEntry;

MarchLegendEntry *march_legend_entry_new_for_why (const MarchWhyRow *row);
void              march_legend_entry_free        (MarchLegendEntry *entry);

const char       *march_legend_group_get_title   (MarchLegendGroup group);

void march_swatch_paint (cairo_t                *cr,
                         const MarchLegendEntry *entry,
                         double                  width,
                         double                  height,
                         double                  scale,
                         const MarchStyle       *style);

void
march_legend_measure (GPtrArray *entries, const MarchStyle *style, double *width, double *height);
void march_legend_paint (cairo_t          *cr,
                         GPtrArray        *entries,
                         double            x,
                         double            y,
                         double            scale,
                         const MarchStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchLegendEntry, march_legend_entry_free)

G_END_DECLS
