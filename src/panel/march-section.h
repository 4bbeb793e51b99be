/* march-section.h — a heading and the rows below it, each of which may lead to a record */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MarchRecordKind:
 *
 * What the action "panel.show", whose target is a kind and an id, turns the panel to.
 */
typedef enum
{
  MARCH_RECORD_PLACE,
  MARCH_RECORD_ACTOR,
  MARCH_RECORD_SOURCE,
  MARCH_RECORD_ASSERTION,
  MARCH_RECORD_PROPOSAL,
  MARCH_RECORD_QUOTATION,
} MarchRecordKind;

#define MARCH_TYPE_SECTION (march_section_get_type ())
G_DECLARE_FINAL_TYPE (MarchSection, march_section, MARCH, SECTION, GtkBox)

/* Signal "row-activated" (GtkListBoxRow): a click on a row that can be activated, or Enter. */
GtkWidget *march_section_new       (const char *title);
void       march_section_name      (MarchSection *section, const char *name);
GtkWidget *march_section_add (MarchSection *section,
                              GtkWidget    *prefix,
                              const char   *markup,
                              const char   *detail,
                              const char   *suffix);
GtkWidget *march_section_insert (MarchSection *section,
                                 int           position,
                                 GtkWidget    *prefix,
                                 const char   *markup,
                                 const char   *detail,
                                 const char   *suffix);
GtkWidget *march_section_add_text  (MarchSection *section, const char *title, const char *text);
void       march_section_append_to (MarchSection *section, GtkBox *box);
GtkWidget *march_section_get_row   (MarchSection *section, int position);
void       march_section_remove    (MarchSection *section, int position);

void       march_row_name_by       (GtkWidget *row, GtkWidget *words);
void       march_row_make_lead     (GtkWidget *row);
void       march_row_lead_to       (GtkWidget *row, MarchRecordKind kind, gint64 id);
GtkWidget *march_label_new         (const char *markup, const char *style_class);
GtkWidget *march_tag_new           (const char *text, const char *style_class);

G_END_DECLS
