/* dossier-fixture.h — a small dossier of the invented land of Velmark, written by the edit layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../folder.h"
#include "dossier/march-edit.h"

G_BEGIN_DECLS

/* Ids of the fixture's records. */
enum
{
  FIXTURE_VELMARK = 11,     /* actors */
  FIXTURE_OSTREN,
  FIXTURE_SPEAKER,
  FIXTURE_VELMARK_LAND = 21,  /* places */
  FIXTURE_OSTREN_LAND,
  FIXTURE_TARVIA,
  FIXTURE_SOURCE = 31,
  FIXTURE_QUOTATION = 41,
  FIXTURE_POINTER,
  FIXTURE_PROPOSAL = 51,
  FIXTURE_CONTROL = 61,     /* assertions */
  FIXTURE_CLAIM,
  FIXTURE_EVENT,
  FIXTURE_THESIS,
  FIXTURE_FIGURE,
  FIXTURE_VALUE,
  FIXTURE_POSITION,
  FIXTURE_EVIDENCE = 81,
  FIXTURE_AREA = 91,
  FIXTURE_RIVER,
};

#define FIXTURE_TEXT "The envoy spoke. \u201cTarvia is ours\u201d, he said. Troops stand in Tarvia."
#define FIXTURE_UUID "0d6c1f9e-3f6e-4b57-9f0e-7a3f5d1c2b4a"

void           fixture_fill      (MarchDatabase *database);
char          *fixture_write     (const char *folder, const char *name);
MarchRow      *fixture_make_row  (const char *const *cells);
MarchGeometry *fixture_square    (double west, double south, double size);
char          *fixture_checksum  (MarchDatabase *database);
char          *fixture_hash      (const char *text);
char          *fixture_file_hash (const char *path);

gint64 fixture_select_integer (MarchDatabase *database, const char *sql);
char  *fixture_select_text    (MarchDatabase *database, const char *sql);

G_END_DECLS
