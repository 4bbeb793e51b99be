/* march-compile-private.h — what the parts of the compiler share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "dossier/march-edit.h"
#include "exchange/march-compile-forms.h"

G_BEGIN_DECLS

typedef struct
{
  char          *folder;
  char          *uuid;       /* of the dossier: every id is derived from it */
  MarchDatabase *database;
  MarchEdit     *edit;
  GHashTable    *ids;        /* "table/key" → gint64* */
  GHashTable    *features;   /* id → MarchGeometry */
  GPtrArray     *files_read; /* char*, borrowed from the caller; may be NULL */
  const char    *file;       /* being read, for messages */
  char          *object;     /* being read, for messages */
} MarchCompiler;

/* Reading. */
char *march_compiler_read_file (MarchCompiler *compiler, const char *path, gsize *length,
                                GError **error);
JsonNode *
march_compiler_load (MarchCompiler *compiler, const char *path, JsonNodeType type, GError **error);
gboolean march_compiler_fail (MarchCompiler *compiler, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean
march_compiler_enter (MarchCompiler *compiler, const char *table, JsonNode *node, GError **error);
const char *march_compiler_get_text  (JsonObject *object, const char *member);
JsonArray  *march_compiler_get_array (JsonObject *object, const char *member);
gboolean    march_compiler_check_array (MarchCompiler *compiler,
                                        JsonObject    *object,
                                        const char    *member,
                                        gboolean       of_texts,
                                        GError       **error);

/* Ids and references. */
gint64
march_compiler_make_id (MarchCompiler *compiler, const char *table, const char *key, char **uuid);
gboolean march_compiler_declare (MarchCompiler *compiler,
                                 const char    *table,
                                 const char    *key,
                                 GError       **error);
gboolean march_compiler_find (MarchCompiler *compiler,
                              const char    *table,
                              const char    *key,
                              gint64        *id,
                              GError       **error);

/* Writing. */
typedef gboolean (*MarchWriteFunc) (MarchCompiler *compiler,
                                    JsonObject    *object,
                                    const char    *key,
                                    GError       **error);

gboolean  march_compiler_fill            (MarchCompiler         *compiler,
                                          const MarchRecordForm *form,
                                          JsonNode              *node,
                                          MarchRow              *row,
                                          GError               **error);
MarchRow *march_compiler_fill_row        (MarchCompiler         *compiler,
                                          const MarchRecordForm *form,
                                          JsonObject            *object,
                                          GError               **error);
gboolean  march_compiler_for_each        (MarchCompiler *compiler,
                                          const char    *table,
                                          JsonArray     *array,
                                          MarchWriteFunc write,
                                          GError       **error);
gboolean  march_compiler_insert          (MarchCompiler *compiler,
                                          const char    *table,
                                          const char    *key,
                                          MarchRow      *row,
                                          GError       **error);
gboolean  march_compiler_insert_children (MarchCompiler         *compiler,
                                          const MarchRecordForm *form,
                                          JsonObject            *parent,
                                          const char            *member,
                                          const char            *parent_key,
                                          const char            *parent_column,
                                          gboolean               numbered,
                                          GError               **error);

/* Geography. */
gboolean march_compile_features     (MarchCompiler *compiler, JsonObject *dossier, GError **error);
gboolean march_compile_background   (MarchCompiler *compiler, JsonObject *dossier, GError **error);

/* The records of each file. */
gboolean march_compile_actors       (MarchCompiler *compiler, JsonArray *actors, GError **error);
gboolean march_compile_places       (MarchCompiler *compiler, JsonArray *places, GError **error);
gboolean march_compile_source       (MarchCompiler *compiler, JsonNode *source, GError **error);
gboolean march_compile_source_links (MarchCompiler *compiler, JsonNode *source, GError **error);
gboolean march_compile_proposals    (MarchCompiler *compiler, JsonArray *proposals, GError **error);
gboolean march_compile_assertions   (MarchCompiler *compiler, JsonArray *assertions,
                                     GError **error);

G_END_DECLS
