/* march-dossier-texts.h — the texts of sources, attached and taken out */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-verify.h"
#include "dossier/march-dossier.h"

G_BEGIN_DECLS

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

/**
 * MarchAttach:
 * @MARCH_ATTACH_IF_FOUND: a text that is not the archived one has to have every quotation
 * @MARCH_ATTACH_ANYWAY: it is the analyst's word that the text is the source's; what isn't found
 *   stays as a gap
 */
typedef enum
{
  MARCH_ATTACH_IF_FOUND,
  MARCH_ATTACH_ANYWAY,
} MarchAttach;

void     march_text_report_fill    (MarchTextReport *report, const MarchSource *source,
                                    const char *text);

gboolean march_edit_attach_text    (MarchEdit *edit, gint64 source, const char *text,
                                    const char *taken, gboolean archived, GError **error);

gboolean march_dossier_attach_text (MarchDossier *dossier, gint64 source, const char *data,
                                    gsize length, MarchTextReport *report, GError **error);
void     march_dossier_attach_text_async (MarchDossier *dossier, gint64 source, const char *text,
                                          const char *taken, MarchAttach how,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_detach_text (MarchDossier *dossier, gint64 source, GError **error);
void     march_dossier_detach_text_async (MarchDossier *dossier, gint64 source,
                                          GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
