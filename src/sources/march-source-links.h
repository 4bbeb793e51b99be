/* march-source-links.h — how a source stands to others: independent, or drawing on them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-source-draft.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SOURCE_LINKS (march_source_links_get_type ())
G_DECLARE_FINAL_TYPE (MarchSourceLinks, march_source_links, MARCH, SOURCE_LINKS,
                      AdwPreferencesGroup)

/* Signal "changed" (): the draft's links are others now. */
GtkWidget *march_source_links_new            (void);
void       march_source_links_bind           (MarchSourceLinks *links, MarchSourceDraft *draft,
                                              MarchCorpus *corpus);
void       march_source_links_show_problem   (MarchSourceLinks *links, const MarchProblem *problem);
void       march_source_links_clear_problems (MarchSourceLinks *links);

G_END_DECLS
