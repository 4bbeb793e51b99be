/* march-dossier-create.h — begins a new, empty dossier, and changes what one says of itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/**
 * MarchNewDossier:
 * @title: what it is called
 * @language: BCP 47, of what the analyst writes
 * @first: the timeline's first day: EDTF, or words that march_edtf_new_from_words() reads
 * @last: its last day, the same
 * @convention: whose borders are drawn as recognised, as every map names it; may be ""
 * @summary: (nullable): what it is about
 * @carry_days: (nullable): a whole number: after how many days a report of control is drawn as the
 *   last one there is
 *
 * What a dossier says of itself, whatever it holds. A new one needs all but the last three.
 */
typedef struct
{
  const char *title;
  const char *language;
  const char *first;
  const char *last;
  const char *convention;
  const char *summary;
  const char *carry_days;
} MarchNewDossier;

gboolean      march_dossier_create_check  (const MarchNewDossier *facts, GError **error);
gboolean      march_dossier_check_facts   (const MarchNewDossier *facts, const char **field,
                                           GError **error);
MarchDossier *march_dossier_create        (GFile *file, const MarchNewDossier *facts,
                                           GError **error);
void          march_dossier_create_async  (GFile *file, const MarchNewDossier *facts,
                                           GAsyncReadyCallback callback, gpointer user_data);
MarchDossier *march_dossier_create_finish (GAsyncResult *result, GError **error);

gboolean      march_dossier_set_facts       (MarchDossier *dossier, const MarchNewDossier *facts,
                                             GError **error);
void          march_dossier_set_facts_async (MarchDossier *dossier, const MarchNewDossier *facts,
                                             GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
