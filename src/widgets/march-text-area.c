/* march-text-area.c — a field of several lines, for what doesn't fit into one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-text-area.h"

/* From about six lines on it scrolls. */
#define MAX_HEIGHT 132

struct _MarchTextArea
{
  AdwBin parent_instance;

  GtkTextView *view;
  GtkLabel    *placeholder;
  char        *text; /* what stands in it */
};

enum
{
  PROP_0,
  PROP_PLACEHOLDER_TEXT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchTextArea, march_text_area, ADW_TYPE_BIN)

static char *
read_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
changed_cb (MarchTextArea *self)
{
  char *text = read_buffer (gtk_text_view_get_buffer (self->view));

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), *text == '\0');
  g_free (self->text);
  self->text = text;
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
march_text_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MARCH_TEXT_AREA (widget)->view));
}

static void
march_text_area_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (property_id == PROP_PLACEHOLDER_TEXT)
    march_text_area_set_placeholder (MARCH_TEXT_AREA (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
march_text_area_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (property_id == PROP_PLACEHOLDER_TEXT)
    g_value_set_string (value, gtk_label_get_text (MARCH_TEXT_AREA (object)->placeholder));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
march_text_area_finalize (GObject *object)
{
  g_free (MARCH_TEXT_AREA (object)->text);
  G_OBJECT_CLASS (march_text_area_parent_class)->finalize (object);
}

static void
march_text_area_class_init (MarchTextAreaClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = march_text_area_set_property;
  object_class->get_property = march_text_area_get_property;
  object_class->finalize = march_text_area_finalize;
  widget_class->grab_focus = march_text_area_grab_focus;
  properties[PROP_PLACEHOLDER_TEXT] = g_param_spec_string (
      "placeholder-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  changed_signal = g_signal_new ("changed", MARCH_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
new_placeholder (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_add_css_class (label, "dim-label");
  return GTK_LABEL (label);
}

static GtkTextView *
new_view (MarchTextArea *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  return view;
}

static void
march_text_area_init (MarchTextArea *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  self->text = g_strdup ("");
  self->view = new_view (self);
  self->placeholder = new_placeholder ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->placeholder));
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-area");
  adw_bin_set_child (ADW_BIN (self), overlay);
}

/** march_text_area_new: Returns: (transfer floating): an empty field */
GtkWidget *
march_text_area_new (void)
{
  return g_object_new (MARCH_TYPE_TEXT_AREA, NULL);
}

/** march_text_area_get_text: Returns: (transfer none): what stands in it, until that changes */
const char *
march_text_area_get_text (MarchTextArea *self)
{
  return self->text;
}

/** march_text_area_set_text: @text: stands in it from now on; what was typed before is not to be
 * had again by the field's own undo. The same text leaves the cursor where it is */
void
march_text_area_set_text (MarchTextArea *self, const char *text)
{
  if (!g_str_equal (self->text, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

/** march_text_area_set_placeholder: @text: (nullable): what stands in it while it is empty */
void
march_text_area_set_placeholder (MarchTextArea *self, const char *text)
{
  gtk_label_set_text (self->placeholder, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  text != NULL ? text : "", -1);
}

/** march_text_area_set_name: @name: what a screen reader calls it */
void
march_text_area_set_name (MarchTextArea *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
}
