/* march-why-private.h — the parts of an explanation */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-why.h"

G_BEGIN_DECLS

MarchSymbol march_why_symbol_of_hold (const MarchHold *hold);
MarchSymbol march_why_symbol_of_own  (const MarchOwn *own);
char       *march_why_describe_drawing (const MarchFinding *finding, const MarchWhyRow *row);
char       *march_why_rule           (const MarchFinding *finding, const MarchWhyRow *row);
const char *march_why_rule_of_hatch  (const MarchFinding *finding,
                                      const MarchActor   *actor,
                                      gboolean           *hatched);
GPtrArray  *march_why_list_evidence  (MarchSnapshot *snapshot, GPtrArray *assertions);
GPtrArray  *march_why_list_unknown   (MarchSnapshot *snapshot, const MarchFinding *finding);

G_END_DECLS
