/* march-cli-json.h — findings as JSON, the same in every locale */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "asof/march-why.h"

G_BEGIN_DECLS

void march_cli_json_finding   (JsonBuilder *builder, const MarchFinding *finding);
void march_cli_json_assertion (JsonBuilder *builder, const MarchAssertion *assertion);
void march_cli_json_evidence (JsonBuilder *builder, const MarchEvidence *evidence);
void march_cli_json_string    (JsonBuilder *builder, const char *member, const char *value);

G_END_DECLS
