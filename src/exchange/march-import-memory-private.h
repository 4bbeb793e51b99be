/* march-import-memory-private.h — the words of what is remembered of a source's areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-json.h"
#include "exchange/march-import-plan.h"

G_BEGIN_DECLS

/* A memory is a JSON array of mappings, the latest first: what was said of the files of one or more
 * series of the source, as a source may publish several kinds. It means something in any dossier
 * and in any language: actors and fields go by their names. Actors may have been given others
 * since, or be another's: what is not found is not recalled. */
#define SERIES "series"
#define COLUMNS "columns"
#define FORM "form"
#define FIRST "first"
#define SECOND "second"
#define DATES "dates"
#define BY "by"
#define FIELDS "fields"
#define UNTIL "until"
#define ORDER "order"
#define KEY "key"
#define FIELD "field"
#define HOLDERS "holders"
#define ACTOR "actor"
#define VALUE "value"
#define OWN "own"
#define OPEN "open"
#define POINTS "points"

extern const char *const march_memory_keys[MARCH_LAYER_KEY_FIELD + 1];
extern const char *const march_memory_forms[MARCH_TABLE_WKT + 1];
extern const char *const march_memory_origins[MARCH_DATED_BY_HAND + 1];
extern const char *const march_memory_orders[MARCH_DATE_ORDER_MONTH_FIRST + 1];

#define MARCH_MEMORY_NO_KEY "nothing" /* one actor holds them all */

const char *march_memory_name_key     (const MarchPlanKey *key);
const char *march_memory_name_field   (MarchImportPlan *plan, const MarchPlanKey *key);

GPtrArray  *march_memory_parse        (const char *memory, JsonNode **root);
JsonArray  *march_memory_get_array    (JsonObject *object, const char *name);
const char *march_memory_get_text     (JsonObject *object, const char *name);
gboolean    march_memory_has_text     (JsonArray *array, const char *text);
gboolean    march_memory_same_text    (JsonObject *one, JsonObject *other, const char *name);

G_END_DECLS
