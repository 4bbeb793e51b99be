/* march-source-row.c — one source of the list, with the heading of the group that it begins */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-row.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

struct _MarchSourceRow
{
  GtkBox parent_instance;

  /* Template children */
  GtkWidget *heading;
  GtkLabel  *heading_label;
  GtkLabel  *heading_count;
  GtkWidget *body;
  GtkLabel  *title;
  GtkLabel  *details;
  GtkLabel  *count;
  GtkLabel  *grade;
};

G_DEFINE_FINAL_TYPE (MarchSourceRow, march_source_row, GTK_TYPE_BOX)

static void
show_heading (MarchSourceRow *self, MarchSourceItem *item)
{
  guint            n = 0;
  const char      *heading = march_source_item_get_heading (item, &n);
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_widget_set_visible (self->heading, heading != NULL);
  gtk_label_set_text (self->heading_label, heading != NULL ? heading : "");
  gtk_label_set_text (self->heading_count, count);
}

static void
show_grade (MarchSourceRow *self, const MarchSource *source)
{
  const char       letter[] = { source->grade != 0 ? source->grade : '?', '\0' };
  g_autofree char *meaning = source->grade == 0
                                 ? g_strdup (_("Reliability not graded"))
                                 : g_strdup_printf ("%s: %s", letter,
                                                    march_words_reliability (source->grade));

  gtk_label_set_text (self->grade, letter);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->grade), meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grade), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  meaning, -1);
}

static void
show_count (MarchSourceRow *self, const MarchSource *source)
{
  const guint      n = source->quotations->len;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *meaning = g_strdup_printf (ngettext ("%u quotation", "%u quotations", n), n);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), meaning);
}

/* What a screen reader says of the whole row. */
static void
name_row (MarchSourceRow *self, MarchSourceItem *item)
{
  g_autofree char *details = march_source_item_describe (item);
  g_autofree char *name = g_strdup_printf ("%s. %s. %s. %s", march_source_item_get_title (item),
                                           details,
                                           gtk_widget_get_tooltip_text (GTK_WIDGET (self->count)),
                                           gtk_widget_get_tooltip_text (GTK_WIDGET (self->grade)));

  gtk_label_set_text (self->title, march_source_item_get_title (item));
  gtk_label_set_text (self->details, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), march_source_item_get_title (item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->details), details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
march_source_row_class_init (MarchSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-source-row.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchSourceRow, name)
  BIND (heading);
  BIND (heading_label);
  BIND (heading_count);
  BIND (body);
  BIND (title);
  BIND (details);
  BIND (count);
  BIND (grade);
#undef BIND
}

static void
march_source_row_init (MarchSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
march_source_row_new (void)
{
  return g_object_new (MARCH_TYPE_SOURCE_ROW, NULL);
}

/** march_source_row_set_item: @item: what it shows from now on */
void
march_source_row_set_item (MarchSourceRow *self, MarchSourceItem *item)
{
  const MarchSource *source = march_source_item_get_source (item);

  show_heading (self, item);
  show_count (self, source);
  show_grade (self, source);
  name_row (self, item);
  if (march_source_is_identified (source))
    gtk_widget_remove_css_class (self->body, "warning-note");
  else
    gtk_widget_add_css_class (self->body, "warning-note");
}
