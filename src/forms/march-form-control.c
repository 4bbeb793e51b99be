/* march-form-control.c — what a member of a draft is typed or chosen in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-form-control.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-chooser.h"
#include "forms/march-date-picker.h"
#include "widgets/march-text-row.h"

static GtkWidget *
new_entry (const MarchFormSpec *spec)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  if (spec->hint != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(spec->hint));
  if (spec->kind == MARCH_FORM_DATE)
    march_date_picker_attach (GTK_ENTRY (entry));
  return entry;
}

static GtkWidget *
new_area (const MarchFormSpec *spec)
{
  GtkWidget *area = march_text_area_new ();

  if (spec->hint != NULL)
    march_text_area_set_placeholder (MARCH_TEXT_AREA (area), _(spec->hint));
  return area;
}

static void
setup_word_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer ellipsized)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (ellipsized != NULL)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_word_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *word = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (word));
}

static GtkListItemFactory *
new_factory (gboolean ellipsized)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_word_cb), GINT_TO_POINTER (ellipsized));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_word_cb), NULL);
  return factory;
}

/** march_form_control_new_choice: Returns: (transfer floating): a drop-down of the strings of a
 * #GtkStringList, none yet. Long words don't make it wide: they are whole in its list */
GtkWidget *
march_form_control_new_choice (void)
{
  g_autoptr (GtkListItemFactory) button = new_factory (TRUE);
  g_autoptr (GtkListItemFactory) list = new_factory (FALSE);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), list);
  return choice;
}

static GtkWidget *
new_choice (const MarchFormSpec *spec)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget                *choice = march_form_control_new_choice ();

  for (guint i = 0; spec->words != NULL && spec->words[i] != NULL; i++)
    gtk_string_list_append (words, _(spec->words[i]));
  for (guint i = 0; spec->words == NULL && i < march_vocabulary_get_size (spec->vocabulary); i++)
    gtk_string_list_append (words, march_vocabulary_get_words (spec->vocabulary, i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (choice), G_LIST_MODEL (words));
  return choice;
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_grades (const MarchFormSpec *spec)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint grade = 1; grade <= 6; grade++)
    {
      g_autofree char *digit = g_strdup_printf ("%u", grade);
      const char      *meaning = march_words_credibility (grade);
      g_autofree char *name = g_strdup_printf ("%s %u: %s", _(spec->label), grade, meaning);
      GtkWidget       *button = gtk_toggle_button_new_with_label (digit);

      name_widget (button, name);
      gtk_widget_set_tooltip_text (button, meaning);
      g_object_set_data (G_OBJECT (button), "march-grade", GUINT_TO_POINTER (grade));
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/** march_form_control_new: Returns: (transfer floating): an entry, a #MarchTextArea, a
 * spin button, a drop-down, a box of toggle buttons for grades, a check button, or a #MarchChooser
 * for a record */
GtkWidget *
march_form_control_new (const MarchFormSpec *spec)
{
  switch (spec->kind)
    {
    case MARCH_FORM_CHOICE:
      return new_choice (spec);
    case MARCH_FORM_COUNT:
      return gtk_spin_button_new_with_range (spec->least, spec->most, 1);
    case MARCH_FORM_GRADE:
      return new_grades (spec);
    case MARCH_FORM_SWITCH:
      return gtk_check_button_new_with_label (_(spec->label));
    case MARCH_FORM_ACTOR:
    case MARCH_FORM_PROPOSAL:
    case MARCH_FORM_PLACE:
    case MARCH_FORM_ASSERTION:
      return march_chooser_new (_(spec->label), spec->hint != NULL ? _(spec->hint) : NULL);
    case MARCH_FORM_PROSE:
      return new_area (spec);
    case MARCH_FORM_TEXT:
    case MARCH_FORM_LIST:
    case MARCH_FORM_DATE:
    case MARCH_FORM_NUMBER:
    default:
      return new_entry (spec);
    }
}

/** march_form_control_get_grade: Returns: the grade that a button stands for */
guint
march_form_control_get_grade (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-grade"));
}

/** march_form_control_show_grade: @control: the box of grades; @grade: whose button is down; 0:
 * none */
void
march_form_control_show_grade (GtkWidget *control, guint grade)
{
  for (GtkWidget *button = gtk_widget_get_first_child (control); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  march_form_control_get_grade (button) == grade);
}

/** march_form_control_set_name: @name: what a screen reader calls it */
void
march_form_control_set_name (GtkWidget *control, const char *name)
{
  if (GTK_IS_DROP_DOWN (control))
    name_widget (gtk_widget_get_first_child (control), name);
  if (MARCH_IS_CHOOSER (control))
    march_chooser_set_name (MARCH_CHOOSER (control), name);
  if (MARCH_IS_TEXT_AREA (control))
    march_text_area_set_name (MARCH_TEXT_AREA (control), name);
  if (GTK_IS_ENTRY (control) || GTK_IS_SPIN_BUTTON (control) || GTK_IS_DROP_DOWN (control))
    name_widget (control, name);
}
