/* march-text-row.c — a row of a list in which several lines are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-text-row.h"

struct _MarchTextRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel      *title;
  MarchTextArea *area;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchTextRow, march_text_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
march_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MARCH_TEXT_ROW (widget)->area));
}

/* Tab goes into the text and out of it again; the row itself has nothing to do. */
static gboolean
march_text_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (MARCH_TEXT_ROW (widget)->area), direction);
}

static void
march_text_row_class_init (MarchTextRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = march_text_row_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = march_text_row_focus;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
changed_cb (MarchTextRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
pressed_cb (MarchTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
march_text_row_init (MarchTextRow *self)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *press = gtk_gesture_click_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->area = MARCH_TEXT_AREA (march_text_area_new ());
  g_signal_connect_object (self->area, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "text-row-title");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->area));
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-row");
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->title), GTK_EVENT_CONTROLLER (press));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/** march_text_row_new: @title: what is typed there. Returns: (transfer floating): an empty row */
GtkWidget *
march_text_row_new (const char *title)
{
  MarchTextRow *self = g_object_new (MARCH_TYPE_TEXT_ROW, "title", title, NULL);

  gtk_label_set_text (self->title, title);
  march_text_area_set_name (self->area, title);
  return GTK_WIDGET (self);
}

static MarchTextArea *
get_area (GtkWidget *widget)
{
  return MARCH_IS_TEXT_ROW (widget) ? MARCH_TEXT_ROW (widget)->area : MARCH_TEXT_AREA (widget);
}

/** march_typed_get_text: Returns: (transfer none): what is typed in @widget, until that changes */
const char *
march_typed_get_text (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget))
                                  : march_text_area_get_text (get_area (widget));
}

/** march_typed_set_text: @text: stands in @widget from now on; the same text leaves the cursor
 * where it is */
void
march_typed_set_text (GtkWidget *widget, const char *text)
{
  if (!GTK_IS_EDITABLE (widget))
    march_text_area_set_text (get_area (widget), text);
  else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}
