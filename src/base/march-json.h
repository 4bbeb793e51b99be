/* march-json.h — JSON from untrusted text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MarchJsonFlags:
 * @MARCH_JSON_PLAIN: as RFC 8259 has it; of members with one name the last counts
 * @MARCH_JSON_UNIQUE: an object with two members of one name is refused
 */
typedef enum
{
  MARCH_JSON_PLAIN = 0,
  MARCH_JSON_UNIQUE = 1 << 0,
} MarchJsonFlags;

JsonNode *march_json_parse (const char *text, gsize length, MarchJsonFlags flags, GError **error);
char     *march_json_write (JsonNode *node);

G_END_DECLS
