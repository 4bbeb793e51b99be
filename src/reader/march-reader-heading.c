/* march-reader-heading.c — what stands above a text: publication, title, author */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "reader/march-reader-heading.h"

struct _MarchReaderHeading
{
  GtkBox parent_instance;

  GtkLabel *line;
  GtkLabel *title;
  GtkLabel *author;
};

G_DEFINE_FINAL_TYPE (MarchReaderHeading, march_reader_heading, GTK_TYPE_BOX)

static GtkLabel *
add_label (MarchReaderHeading *self, const char *style_class, gboolean dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
march_reader_heading_class_init (MarchReaderHeadingClass *klass)
{
}

static void
march_reader_heading_init (MarchReaderHeading *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->line = add_label (self, "caption", TRUE);
  self->title = add_label (self, "reader-title", FALSE);
  self->author = add_label (self, "caption", TRUE);
}

/** march_reader_heading_new: Returns: (transfer floating): the widget, empty */
GtkWidget *
march_reader_heading_new (void)
{
  return g_object_new (MARCH_TYPE_READER_HEADING, NULL);
}

static const char *
describe_copy (const MarchSource *source, gboolean unchanged)
{
  if (source->text == NULL)
    return _("no saved copy in this dossier");
  return unchanged ? _("saved copy, unchanged") : _("another text than the archived one");
}

/** march_reader_heading_show: @unchanged: whether its text is the one that was archived */
void
march_reader_heading_show (MarchReaderHeading *self, const MarchSource *source, gboolean unchanged)
{
  g_autofree char *published
      = *source->published != '\0' ? march_edtf_describe_text (source->published)
                                   : g_strdup (_("date not known"));
  g_autofree char *line = g_strjoin (
      " · ", *source->publication != '\0' ? source->publication : _("publication not known"),
      published, describe_copy (source, unchanged), NULL);

  gtk_label_set_text (self->line, line);
  gtk_label_set_text (self->title, source->title);
  /* What is not the publisher's own title is not the source speaking. */
  if (source->titled)
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "described");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "described");
  gtk_label_set_text (self->author, source->author);
  gtk_widget_set_visible (GTK_WIDGET (self->author), *source->author != '\0');
}
