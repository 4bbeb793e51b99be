/* march-dossier-private.h — what the parts of the document share; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"
#include "dossier/march-original.h"
#include "dossier/march-undo-log.h"
#include "dossier/march-search-file.h"
#include "dossier/march-working-copy.h"

G_BEGIN_DECLS

struct _MarchDossier
{
  GObject           parent_instance;

  /* owned */
  GFile            *file;
  GPtrArray        *warnings;  /* of char* */
  MarchCorpus      *corpus;
  MarchOriginal    *original;  /* NULL in a recovery whose original can't be read */
  MarchWorkingCopy *copy;      /* NULL before the first edit */
  MarchSearchFile  *search_file; /* where the original is searched */
  MarchUndoState    undo;      /* as the log has it, or had it when this content was last saved */
  char             *who;

  gboolean          busy;      /* another thread has the working copy */
};

MarchDossier *march_dossier_new_recovered (MarchWorkingCopy *copy, MarchCorpus *corpus,
                                           GPtrArray *warnings);
gboolean      march_dossier_check_idle    (MarchDossier *dossier, GError **error);
void          march_dossier_set_busy      (MarchDossier *dossier, gboolean busy);
void          march_dossier_set_file      (MarchDossier *dossier, const char *path);
void          march_dossier_take_copy     (MarchDossier *dossier, MarchWorkingCopy *copy);
void          march_dossier_take_corpus   (MarchDossier *dossier, MarchCorpus *corpus);
gboolean      march_dossier_read_undo     (MarchDossier *dossier, GError **error);
void          march_dossier_notify_undo   (MarchDossier *dossier);

G_END_DECLS
