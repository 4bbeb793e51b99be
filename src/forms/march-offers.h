/* march-offers.h — records that can be drafted along, of a name that is typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"
#include "forms/march-completer.h"

G_BEGIN_DECLS

const char *const *march_offers_get   (MarchCompleterKind kind);
gint64             march_offers_draft (MarchCoding *coding, MarchCompleterKind kind, guint choice,
                                       const char *name);

G_END_DECLS
