/* march-corpus-builder-private.h — what a builder keeps until it links */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus-builder.h"
#include "corpus/march-corpus-private.h"

G_BEGIN_DECLS

/* A pointer to be filled with the record of that id; 0 is no record's. */
typedef struct
{
  gpointer   slot;
  MarchTable table;
  gint64     id;
} MarchSlot;

/* A record to be appended to the array at that offset of its parent. */
typedef struct
{
  MarchTable     table;
  gint64         parent;
  gsize          array;
  gpointer       record;
  GDestroyNotify free;  /* NULL: the corpus owns it */
} MarchChild;

struct _MarchCorpusBuilder
{
  MarchCorpus *corpus;
  GArray      *slots;     /* of MarchSlot */
  GArray      *children;  /* of MarchChild */
  GError      *error;     /* the first fault */
};

const char *march_table_get_name (MarchTable table);

G_END_DECLS
