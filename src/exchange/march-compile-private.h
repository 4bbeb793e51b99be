/* march-compile-private.h — what the parts of the compiler share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "dossier/march-edit.h"
#include "corpus/march-vocabulary.h"

G_BEGIN_DECLS

/**
 * MarchMemberKind:
 *
 * How a member of the text form becomes a column. Members of kind KEY, FEATURE and CHILDREN are
 * read by the code that knows the record.
 */
typedef enum
{
  MARCH_MEMBER_TEXT,
  MARCH_MEMBER_INTEGER,
  MARCH_MEMBER_REAL,
  MARCH_MEMBER_BOOLEAN,
  MARCH_MEMBER_WORD,      /* of a closed vocabulary */
  MARCH_MEMBER_DATE,      /* EDTF */
  MARCH_MEMBER_REFERENCE, /* the key of another record, of the kind in "refers_to" */
  MARCH_MEMBER_OBJECT,    /* stored as JSON */
  MARCH_MEMBER_LINES,     /* an array of strings, stored one a line */
  MARCH_MEMBER_CAPITAL,   /* "state" or "unit" */
  MARCH_MEMBER_KEY,
  MARCH_MEMBER_FEATURE,
  MARCH_MEMBER_CHILDREN,
} MarchMemberKind;

typedef struct
{
  const char     *member;     /* in the text form */
  const char     *column;     /* in the table */
  MarchMemberKind kind;
  MarchVocabulary vocabulary; /* of a word */
  const char     *refers_to;  /* of a reference: the table */
} MarchMember;

/**
 * MarchLayerShape:
 *
 * One kind of object of the text form, and the table that its records go to. Members end with one
 * whose name is NULL.
 */
typedef struct
{
  const char        *table;
  const MarchMember *members;
} MarchLayerShape;

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
gboolean march_compiler_fill (MarchCompiler    *compiler,
                              const MarchLayerShape *shape,
                              JsonNode         *node,
                              MarchRow         *row,
                              GError          **error);
gboolean march_compiler_insert (MarchCompiler *compiler,
                                const char    *table,
                                const char    *key,
                                MarchRow      *row,
                                GError       **error);
gboolean march_compiler_insert_children (MarchCompiler    *compiler,
                                         const MarchLayerShape *shape,
                                         JsonObject       *parent,
                                         const char       *member,
                                         const char       *parent_key,
                                         const char       *parent_column,
                                         gboolean          numbered,
                                         GError          **error);

/* The records of each file. */
gboolean    march_compile_actors     (MarchCompiler *compiler, JsonArray *actors, GError **error);
gboolean    march_compile_places     (MarchCompiler *compiler, JsonArray *places, GError **error);
gboolean    march_compile_source     (MarchCompiler *compiler, JsonNode *source, GError **error);
gboolean    march_compile_source_links (MarchCompiler *compiler, JsonNode *source, GError **error);
gboolean    march_compile_proposals (MarchCompiler *compiler, JsonArray *proposals, GError **error);
gboolean march_compile_assertions (MarchCompiler *compiler, JsonArray *assertions, GError **error);
gboolean    march_compile_background (MarchCompiler *compiler, const char *path, GError **error);

G_END_DECLS
