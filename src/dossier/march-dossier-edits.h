/* march-dossier-edits.h — the edits that the window offers, each one undo step */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"
#include "corpus/march-verify.h"

G_BEGIN_DECLS

gboolean march_dossier_set_rank    (MarchDossier *dossier, gint64 assertion, MarchRank rank,
                                    const char *reason, GError **error);
gboolean march_dossier_retract     (MarchDossier *dossier, gint64 assertion, const char *reason,
                                    GError **error);
gboolean march_dossier_set_reading (MarchDossier *dossier, gint64 figure, gint64 holder,
                                    gint64 place, const char *period, GError **error);
void     march_dossier_set_reading_async (MarchDossier *dossier, gint64 figure, gint64 holder,
                                          gint64 place, const char *period,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_set_area_source (MarchDossier *dossier, gint64 source, GError **error);
void     march_dossier_set_area_source_async (MarchDossier *dossier, gint64 source,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_set_title   (MarchDossier *dossier, const char *title, GError **error);

/**
 * MarchTextReport:
 * @same: whether the text is the one that the source was archived with, or the source was never
 *   archived
 * @found: how many quotations, pointers included, are found how well
 *
 * What a text is to a source.
 */
typedef struct
{
  gboolean same;
  guint    found[MARCH_MATCH_NOT_FOUND + 1];
} MarchTextReport;

gboolean march_dossier_attach_text (MarchDossier *dossier, gint64 source, const char *data,
                                    gsize length, MarchTextReport *report, GError **error);
gboolean march_dossier_detach_text (MarchDossier *dossier, gint64 source, GError **error);

G_END_DECLS
