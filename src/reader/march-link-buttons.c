/* march-link-buttons.c — of which kind what a passage bears on is, and how it bears on it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "reader/march-link-buttons.h"

#include <glib/gi18n.h>

#include "widgets/march-wrap-layout.h"

struct _MarchLinkButtons
{
  GtkBox parent_instance;

  gboolean   showing; /* what is there is shown, nobody chooses */
  GtkWidget *kinds[MARCH_LINK_N_KINDS];
  GtkWidget *stances;
  GtkWidget *stance_buttons[MARCH_STANCE_QUALIFIES + 1];
};

enum
{
  KIND,
  STANCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchLinkButtons, march_link_buttons, GTK_TYPE_BOX)

static guint
get_value (GtkToggleButton *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-value"));
}

static void
kind_cb (MarchLinkButtons *self, GtkToggleButton *button)
{
  if (!self->showing)
    g_signal_emit (self, signals[KIND], 0, get_value (button),
                   gtk_toggle_button_get_active (button));
}

static void
stance_cb (MarchLinkButtons *self, GtkToggleButton *button)
{
  if (!self->showing && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[STANCE], 0, get_value (button));
}

/* The words stand by themselves here, not in a sentence. */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *large = g_utf8_strup (first, -1);

  return g_strconcat (large, g_utf8_next_char (words), NULL);
}

static GtkWidget *
new_toggle (MarchLinkButtons *self, const char *words, guint value, GCallback toggled)
{
  g_autofree char *label = capitalise (words);
  GtkWidget       *button = gtk_toggle_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "march-value", GUINT_TO_POINTER (value));
  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_kinds (MarchLinkButtons *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, march_wrap_layout_new (6, 6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Kind of assertion"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    {
      const char *words = i == MARCH_LINK_KIND_PROPOSAL
                              ? _("proposal")
                              : march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, i);

      self->kinds[i] = new_toggle (self, words, i, G_CALLBACK (kind_cb));
      gtk_widget_add_css_class (self->kinds[i], "pill-small");
      gtk_box_append (GTK_BOX (box), self->kinds[i]);
    }
  return box;
}

static void
make_stances (MarchLinkButtons *self)
{
  self->stances = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->stances), TRUE);
  gtk_widget_add_css_class (self->stances, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stances), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Stance"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (self->stance_buttons); i++)
    {
      self->stance_buttons[i]
          = new_toggle (self, march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, i), i,
                        G_CALLBACK (stance_cb));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->stance_buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->stance_buttons[0]));
      gtk_box_append (GTK_BOX (self->stances), self->stance_buttons[i]);
    }
}

static void
march_link_buttons_class_init (MarchLinkButtonsClass *klass)
{
  signals[KIND] = g_signal_new ("kind", MARCH_TYPE_LINK_BUTTONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[STANCE] = g_signal_new ("stance", MARCH_TYPE_LINK_BUTTONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
march_link_buttons_init (MarchLinkButtons *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  make_stances (self);
  gtk_box_append (GTK_BOX (self), new_kinds (self));
  gtk_box_append (GTK_BOX (self), self->stances);
}

/** march_link_buttons_new: Returns: (transfer floating): of nothing yet */
GtkWidget *
march_link_buttons_new (void)
{
  return g_object_new (MARCH_TYPE_LINK_BUTTONS, NULL);
}

/** march_link_buttons_show: @kind: of assertion, or the one after them: a proposal; < 0: none;
 * @stance: how the words bear on it; < 0: on nothing yet */
void
march_link_buttons_show (MarchLinkButtons *self, int kind, int stance)
{
  self->showing = TRUE;
  for (int i = 0; i < (int) G_N_ELEMENTS (self->kinds); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[i]), i == kind);
  for (int i = 0; i < (int) G_N_ELEMENTS (self->stance_buttons); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stance_buttons[i]), i == stance);
  gtk_widget_set_sensitive (self->stances, stance >= 0);
  self->showing = FALSE;
}

/** march_link_buttons_press: @kind: whose button is pressed, if there is one */
void
march_link_buttons_press (MarchLinkButtons *self, guint kind)
{
  if (kind < G_N_ELEMENTS (self->kinds))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[kind]), TRUE);
}
