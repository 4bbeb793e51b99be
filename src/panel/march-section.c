/* march-section.c — a heading and the rows below it, each of which may lead to a record */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-section.h"

#include <glib/gi18n.h>

/* What a label that wraps asks for at least. */
#define LEAST_CHARS 12

struct _MarchSection
{
  GtkBox parent_instance;

  GtkListBox *list;
  gboolean    filled;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (MarchSection, march_section, GTK_TYPE_BOX)

static void
row_activated_cb (MarchSection *self, GtkListBoxRow *row)
{
  g_signal_emit (self, activated_signal, 0, row);
}

static void
march_section_class_init (MarchSectionClass *klass)
{
  activated_signal = g_signal_new ("row-activated", MARCH_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_LIST_BOX_ROW);
}

static void
march_section_init (MarchSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "compact");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/** march_section_name: @name: what a screen reader calls its list, where the heading does not say
 * it */
void
march_section_name (MarchSection *section, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (section->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * march_section_new:
 * @title: (nullable): its heading
 *
 * Returns: (transfer floating): a section without rows
 */
GtkWidget *
march_section_new (const char *title)
{
  MarchSection *self = g_object_new (MARCH_TYPE_SECTION, NULL);

  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);
      GtkWidget       *heading = march_label_new (escaped, "heading");

      gtk_box_prepend (GTK_BOX (self), heading);
    }
  march_section_name (self, title != NULL ? title : _("Details"));
  return GTK_WIDGET (self);
}

/**
 * march_label_new:
 * @markup: Pango markup
 * @style_class: (nullable): of the label
 *
 * Returns: (transfer floating): a label that wraps, at the line's start
 */
GtkWidget *
march_label_new (const char *markup, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Without a width to begin with GTK lays the text out with a line for each letter. */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

/**
 * march_tag_new:
 * @text: one or two words
 * @style_class: (nullable): what kind of tag it is, besides "tag"
 *
 * Returns: (transfer floating): a framed word
 */
GtkWidget *
march_tag_new (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "tag");
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
new_words (const char *markup, const char *detail)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), march_label_new (markup, NULL));
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *label = march_label_new ("", "caption");

      gtk_label_set_text (GTK_LABEL (label), detail);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (words), label);
    }
  return words;
}

/** march_row_name_by: names @row for those who can't see it by the first label in @words, and
 * describes it by the second, if there is one */
void
march_row_name_by (GtkWidget *row, GtkWidget *words)
{
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  NULL, -1);
  if (detail != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    detail, NULL, -1);
}

/**
 * march_section_insert:
 * @position: of the new row, from 0; -1: after the last one
 * @prefix: (transfer full) (nullable): before the words
 * @markup: what the row says
 * @detail: (nullable): a second, smaller line in plain words
 * @suffix: (nullable): plain words at the line's end
 *
 * Returns: (transfer none): the new row
 */
GtkWidget *
march_section_insert (MarchSection *section,
                      int           position,
                      GtkWidget    *prefix,
                      const char   *markup,
                      const char   *detail,
                      const char   *suffix)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = new_words (markup, detail);

  if (prefix != NULL)
    gtk_box_append (GTK_BOX (box), prefix);
  gtk_box_append (GTK_BOX (box), words);
  march_row_name_by (row, words);
  if (suffix != NULL && *suffix != '\0')
    {
      GtkWidget *label = gtk_label_new (suffix);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_insert (section->list, row, position);
  section->filled = TRUE;
  return row;
}

/** march_section_add: like march_section_insert(), after the last row */
GtkWidget *
march_section_add (MarchSection *section,
                   GtkWidget    *prefix,
                   const char   *markup,
                   const char   *detail,
                   const char   *suffix)
{
  return march_section_insert (section, -1, prefix, markup, detail, suffix);
}

/** march_section_get_row: Returns: (transfer none) (nullable): the row at @position, from 0; NULL
 * past the last one */
GtkWidget *
march_section_get_row (MarchSection *section, int position)
{
  return (GtkWidget *) gtk_list_box_get_row_at_index (section->list, position);
}

/** march_section_remove: removes the row at @position, from 0 */
void
march_section_remove (MarchSection *section, int position)
{
  gtk_list_box_remove (section->list, march_section_get_row (section, position));
}

/**
 * march_section_add_text:
 * @title: what is told, in a word or two
 * @text: plain words; nothing is added if it is empty
 *
 * Returns: (transfer none) (nullable): the new row
 */
GtkWidget *
march_section_add_text (MarchSection *section, const char *title, const char *text)
{
  g_autofree char *markup = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  markup
      = g_markup_printf_escaped ("<span size=\"small\" alpha=\"65%%\">%s</span>\n%s", title, text);
  return march_section_add (section, NULL, markup, NULL, NULL);
}

/** march_section_append_to: @section: (transfer full): appended to @box if it has rows, else
 * dropped */
void
march_section_append_to (MarchSection *section, GtkBox *box)
{
  g_object_ref_sink (section);
  if (section->filled)
    gtk_box_append (box, GTK_WIDGET (section));
  g_object_unref (section);
}

/** march_row_make_lead: makes a click or Enter on a row of a section or any other list box lead
 * somewhere, and shows that by an arrow */
void
march_row_make_lead (GtkWidget *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

/**
 * march_row_lead_to:
 * @row: a row of a section or any other list box
 * @kind: what it leads to
 * @id: of that record
 *
 * Makes a click or Enter turn the panel to a record, and shows that by an arrow.
 */
void
march_row_lead_to (GtkWidget *row, MarchRecordKind kind, gint64 id)
{
  march_row_make_lead (row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ux)", (guint) kind, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "panel.show");
}
