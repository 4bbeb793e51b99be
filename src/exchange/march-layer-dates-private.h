/* march-layer-dates-private.h — dating and what may date; private to them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer-dates.h"
#include "exchange/march-layer-private.h"

G_BEGIN_DECLS

/**
 * MarchPlainDates:
 *
 * As #MarchLayerDates, without where they come from.
 */
typedef struct
{
  MarchDay from;
  MarchDay until;
  int      second;
  gboolean observed;
  gboolean ends_later;
  gboolean repaired;
} MarchPlainDates;

/**
 * MarchDating:
 *
 * A choice with its fields looked up in a layer.
 */
typedef struct
{
  const MarchDateChoice *choice;
  MarchDay               today;
  GArray                *fields;       /* of guint */
  GArray                *until_fields; /* of guint */
} MarchDating;

MarchDating     *march_dating_new       (MarchLayer *layer, const MarchDateChoice *choice,
                                         MarchDay today);
void             march_dating_free      (MarchDating *dating);
MarchDateOutcome march_dating_read      (const MarchDating *dating, const MarchLayerRecord *record,
                                         MarchPlainDates *dates, const char **bad, int *field);
MarchDateOutcome march_dating_read_name (const MarchDating *dating, const MarchLayerFile *file,
                                         MarchWrittenDate *date);
gboolean         march_layer_is_set     (const MarchLayerValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchDating, march_dating_free)

G_END_DECLS
