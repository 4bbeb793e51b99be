/* march-search-filter-private.h — how a search asks its filter; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-search-filter.h"
#include "dossier/march-statement.h"

G_BEGIN_DECLS

#define MARCH_N_SOURCE_GRADES 7 /* not graded, A … F */

struct _MarchSearchFilter
{
  MarchCorpus *corpus;
  guint        kinds;                          /* bits of MarchAssertionKind; 0: any */
  GHashTable  *records[MARCH_N_SEARCH_KEYS];   /* sets of records; NULL: any */
  guint8       grades[MARCH_N_SOURCE_GRADES];  /* of each, bits of credibility, 1 << 0: none */
  gboolean     graded;                         /* whether grades count */
  MarchDay     first;
  MarchDay     beyond;

  GMutex       mutex;                          /* for what follows */
  GByteArray  *entries;                        /* NULL: not yet; a bit for each that is wanted */
};

void     march_search_filter_set_grades (MarchSearchFilter *filter, guint grade, guint bits);

gboolean march_search_filter_prepare    (MarchSearchFilter *filter, sqlite3 *handle,
                                         GError **error);
gboolean march_search_filter_has_entry  (MarchSearchFilter *filter, gint64 entry);

G_END_DECLS
