/* march-name-index-private.h — how names are kept; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-name-index.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_BEARER_PLACE,
  MARCH_BEARER_ACTOR,
  MARCH_BEARER_ASSERTION,
} MarchBearerKind;

/**
 * MarchIndexedName:
 * @bearer: a #MarchPlace, #MarchActor or #MarchAssertion
 * @text: as the corpus has it
 * @words: as march_name_words() gives it
 * @weight: how foremost the bearer is
 * @main: a name that it bears first of all
 */
typedef struct
{
  gconstpointer   bearer;
  const char     *text;
  char           *words;
  int             weight;
  MarchBearerKind kind;
  gboolean        main;
} MarchIndexedName;

/**
 * MarchIndexedWord:
 * @start: where the word begins in the words of its name
 * @name: which one
 */
typedef struct
{
  const char *start;
  guint       name;
} MarchIndexedWord;

struct _MarchNameIndex
{
  gatomicrefcount references;
  MarchCorpus    *corpus;
  GArray         *names;  /* of MarchIndexedName */
  GArray         *words;  /* of MarchIndexedWord, sorted */
  GHashTable     *whole;  /* the words of a name → GArray of guint, which names they are */
  GHashTable     *by_actor; /* MarchActor → GPtrArray of MarchAssertion that name it */
  guint           longest; /* words of a name */
};

char *march_name_words                (const char *text);
guint march_name_index_find_first     (MarchNameIndex *index, const char *prefix);
gboolean march_name_index_is_match    (MarchNameIndex *index, guint word, const char *prefix,
                                       const MarchIndexedName **name);

G_END_DECLS
