/* march-legend.h — what the symbols on a map mean, in words, and their samples */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "asof/march-why.h"
#include "render/march-look.h"

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
  MARCH_SWATCH_WATER,             /* a sea that nobody disputes */
  MARCH_SWATCH_VALUE,
  MARCH_SWATCH_EVIDENCE,
  MARCH_SWATCH_GAINED,            /* between two days that are compared */
  MARCH_SWATCH_LOST,
  MARCH_SWATCH_SAID,              /* gained, but only by the holder's own word */
  MARCH_SWATCH_THIN,      /* evidence of one source */
  MARCH_SWATCH_UNQUOTED,  /* no evidence at all */
  MARCH_SWATCH_SITE,      /* a point that is no settlement */
  MARCH_SWATCH_POINT,     /* of an import */
} MarchSwatchKind;

/**
 * MarchLegendEntry:
 * @actor: whose hue, pattern or border; NULL for none
 * @bands: what the map draws of a hold, with what others hold there; none: what the symbol alone
 * draws
 * @stripes: whether the bands stand upright
 * @ring: whether settlements and sites alone show it, as a ring
 * @value_kind: of a value badge
 * @words: what it means
 * @detail: a second line, "" for none
 * @places: (element-type MarchPlace): all on the picture that show it, units before settlements;
 * empty for land and borders; NULL of an entry that belongs to no picture
 */
typedef struct
{
  MarchLegendGroup  group;
  MarchSwatchKind   kind;
  MarchSymbol       symbol;
  const MarchActor *actor;
  MarchBand         bands[MARCH_PATTERN_MAX_BANDS];
  guint             n_bands;
  gboolean          stripes;
  gboolean          ring;
  gboolean          concluded;
  MarchCertainty    certainty;
  MarchValueKind    value_kind;
  char             *words;
  char             *detail;
  GPtrArray        *places;
} MarchLegendEntry;

MarchLegendEntry *
march_legend_entry_new_for_why (const MarchWhy *why, const MarchWhyRow *row);
MarchLegendEntry *march_legend_entry_copy (const MarchLegendEntry *entry);
void     march_legend_entry_free      (MarchLegendEntry *entry);
gboolean march_legend_entry_same_look (const MarchLegendEntry *a, const MarchLegendEntry *b);
void     march_legend_entry_set_hold (MarchLegendEntry   *entry,
                                      const MarchFinding *finding,
                                      const MarchHold    *hold);

const char       *march_legend_group_get_title   (MarchLegendGroup group);

void march_swatch_paint (cairo_t                *cr,
                         const MarchLegendEntry *entry,
                         double                  width,
                         double                  height,
                         double                  scale,
                         const MarchStyle       *style);

void march_legend_measure (GPtrArray        *entries,
                           const MarchStyle *style,
                           guint             n_columns,
                           double           *width,
                           double           *height);
void march_legend_paint (cairo_t          *cr,
                         GPtrArray        *entries,
                         guint             n_columns,
                         double            x,
                         double            y,
                         double            scale,
                         const MarchStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchLegendEntry, march_legend_entry_free)

G_END_DECLS
