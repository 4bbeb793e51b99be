/* march-palette-field.c — the colours and hatches that an actor may have on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-palette-field.h"

#include <glib/gi18n.h>

#include "forms/march-form-part.h"
#include "widgets/march-theme.h"
#include "widgets/march-wrap-layout.h"

/* None, and those that a draft may have. */
#define N_CHOICES 13
#define SIZE 22
/* Between two lines of a hatch; further slots have the same hues with a doubled one. */
#define PITCH 7.0

struct _MarchPaletteField
{
  GtkBox parent_instance;

  MarchActorDraft *draft; /* borrowed from the dialog */

  GtkWidget *choices;
  GtkLabel  *problem;
};

static guint changed_signal;

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchPaletteField, march_palette_field, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

static void
set_ink (cairo_t *cr, MarchInk ink)
{
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer slot)
{
  const guint      number = GPOINTER_TO_UINT (slot);
  const MarchTheme theme = march_theme_get_current ();
  const double     pitch = number > MARCH_N_SLOTS ? PITCH / 2 : PITCH;

  set_ink (cr, march_palette_get_fill (theme, number));
  cairo_paint (cr);
  set_ink (cr, march_palette_get_ink (theme, number));
  cairo_set_line_width (cr, 1.2);
  for (double x = pitch / 2 - height; number > 0 && x < width; x += pitch)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
}

/* Who has it already is worth knowing before it is chosen. */
static char *
describe (MarchCorpus *corpus, const MarchActorDraft *draft, guint slot)
{
  GPtrArray  *actors = march_corpus_get_actors (corpus);
  const char *hue = march_palette_get_hue_name (march_theme_get_current (), slot);
  GString    *words = g_string_new (slot == 0 ? _("no colour of its own") : hue);

  if (slot > MARCH_N_SLOTS)
    {
      /* Translators: a colour with a hatch that is denser: "orange, doubled hatch". */
      g_string_printf (words, _("%s, doubled hatch"), hue);
    }
  for (guint i = 0; slot > 0 && i < actors->len; i++)
    {
      const MarchActor *actor = actors->pdata[i];

      if (actor->palette == slot && actor->id != draft->id)
        g_string_append_printf (words, " · %s", march_actor_get_name (actor, NULL));
    }
  return g_string_free (words, FALSE);
}

static void
toggled_cb (MarchPaletteField *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->draft->palette
      = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-slot"));
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_choice (MarchPaletteField *self, MarchCorpus *corpus, guint slot)
{
  GtkWidget       *button = gtk_toggle_button_new ();
  GtkWidget       *sample = gtk_drawing_area_new ();
  g_autofree char *words = describe (corpus, self->draft, slot);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_cb, GUINT_TO_POINTER (slot),
                                  NULL);
  gtk_button_set_child (GTK_BUTTON (button), sample);
  gtk_widget_add_css_class (button, "colour-choice");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data (G_OBJECT (button), "march-slot", GUINT_TO_POINTER (slot));
  return button;
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  MarchPaletteField *self = MARCH_PALETTE_FIELD (part);

  if (!g_str_equal (problem->field, "palette"))
    return NULL;
  gtk_label_set_text (self->problem, problem->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  return self->choices;
}

static void
clear_problems (MarchFormPart *part)
{
  MarchPaletteField *self = MARCH_PALETTE_FIELD (part);

  gtk_label_set_text (self->problem, "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
part_init (MarchFormPartInterface *iface)
{
  iface->show_problem = show_problem;
  iface->clear_problems = clear_problems;
}

static void
march_palette_field_class_init (MarchPaletteFieldClass *klass)
{
  changed_signal = g_signal_new ("changed", MARCH_TYPE_PALETTE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_palette_field_init (MarchPaletteField *self)
{
  GtkWidget *title = gtk_label_new (_("Colour on the map"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->choices, march_wrap_layout_new (4, 4));
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), self->choices);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
}

/** march_palette_field_new: @draft: whose colour is chosen; kept by its owner for as long as the
 * widget is there. Returns: (transfer floating): the field */
GtkWidget *
march_palette_field_new (MarchCorpus *corpus, MarchActorDraft *draft)
{
  MarchPaletteField *self = g_object_new (MARCH_TYPE_PALETTE_FIELD, NULL);
  GtkWidget         *first = NULL;

  self->draft = draft;
  for (guint slot = 0; slot < N_CHOICES; slot++)
    {
      GtkWidget *button = new_choice (self, corpus, slot);

      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), slot == draft->palette);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->choices), button);
    }
  return GTK_WIDGET (self);
}
