/* march-dossier-edits.h — the edits that the window offers, each one undo step */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

gboolean march_dossier_set_rank    (MarchDossier *dossier, gint64 assertion, MarchRank rank,
                                    const char *reason, GError **error);
void     march_dossier_set_rank_async (MarchDossier *dossier, gint64 assertion, MarchRank rank,
                                       const char *reason, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean march_dossier_retract     (MarchDossier *dossier, gint64 assertion, const char *reason,
                                    GError **error);
void     march_dossier_retract_async (MarchDossier *dossier, gint64 assertion, const char *reason,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_restore     (MarchDossier *dossier, gint64 assertion, GError **error);
void     march_dossier_restore_async (MarchDossier *dossier, gint64 assertion,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_set_reading (MarchDossier *dossier, gint64 figure, gint64 holder,
                                    gint64 place, const char *period, GError **error);
void     march_dossier_set_reading_async (MarchDossier *dossier, gint64 figure, gint64 holder,
                                          gint64 place, const char *period,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_set_area_source (MarchDossier *dossier, gint64 source, GError **error);
void     march_dossier_set_area_source_async (MarchDossier *dossier, gint64 source,
                                              GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
