/* march-place-sections.h — what is said of a place on a day, as chips and sections */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "asof/march-why.h"
#include "panel/march-section.h"

G_BEGIN_DECLS

GtkWidget *
march_chip_new (GtkWidget *swatch, const char *words, const char *tag, GPtrArray *quotations);
void       march_chip_stand_for (GtkWidget *widget, const char *words, GPtrArray *quotations);
GPtrArray *march_chip_get_quotations    (GtkWidget *chip);
const char *march_chip_get_words        (GtkWidget *chip);
void       march_line_append            (GString *line, const char *part);

void       march_place_fill_chips       (GtkWidget *box, MarchWhy *why);
void       march_place_fill_statements  (MarchSection *section, MarchWhy *why);
void
march_place_fill_values (MarchSection *section, MarchSnapshot *snapshot, const MarchPlace *place);
void
march_place_fill_figures (MarchSection *section, MarchSnapshot *snapshot, const MarchPlace *place);
void       march_place_fill_not_known   (MarchSection *section, MarchWhy *why);
char      *march_place_describe_names   (const MarchPlace *place);
char      *march_place_describe_parents (const MarchPlace *place);

G_END_DECLS
