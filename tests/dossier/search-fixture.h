/* search-fixture.h — a dossier with something to be found by, in two alphabets */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"
#include "dossier/march-search.h"

G_BEGIN_DECLS

typedef struct
{
  char        *folder;
  char        *path;
  MarchSearch *search;
} SearchFixture;

#define SEARCH_ADD(path, function)                                                                 \
  g_test_add (path, SearchFixture, NULL, search_set_up, function, search_tear_down)

void                search_set_up    (SearchFixture *fixture, gconstpointer data);
void                search_tear_down (SearchFixture *fixture, gconstpointer data);

/* Opens what set_up has written, once more. */
void                search_open      (SearchFixture *fixture, MarchAccess access);
MarchSearchResults *search_run       (SearchFixture *fixture,
                                      const char    *text,
                                      guint          kinds,
                                      guint          offset,
                                      guint          limit);
char               *search_list_ids  (MarchSearchResults *results);
void                search_assert_found (MarchDossier *dossier,
                                         const char   *words,
                                         const char   *filter,
                                         guint         n);

G_END_DECLS
