/* march-place-chips.c — the places that an assertion is about, as the words name them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-form-part.h"
#include "forms/march-offers.h"
#include "forms/march-place-chips.h"
#include "widgets/march-wrap-layout.h"

struct _MarchPlaceChips
{
  GtkBox parent_instance;

  MarchCoding         *coding; /* borrowed with the draft */
  MarchAssertionDraft *draft;  /* NULL for none */

  GPtrArray    *suggested; /* of MarchPlace of the coding's corpus: what the words name */

  GtkWidget    *chips;
  GtkWidget    *suggestions;
  MarchChooser *chooser;
  GtkWidget    *pick;
  GtkLabel     *problem;
};

enum
{
  CHANGED,
  PICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchPlaceChips, march_place_chips, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

static void fill (MarchPlaceChips *self);

static void
remove_cb (MarchPlaceChips *self, GtkWidget *button)
{
  march_assertion_draft_remove_place (
      self->draft, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-index")));
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is made along is told where it stands. */
static char *
describe_place (MarchPlaceChips *self, gint64 id, const char *name)
{
  if (march_corpus_get_place (march_coding_get_corpus (self->coding), id) != NULL || name == NULL)
    return g_strdup (name);
  /* Translators: %s is the name of a place that the dossier doesn't have yet. */
  return g_strdup_printf (_("%s (new place)"), name);
}

static GtkWidget *
new_chip (MarchPlaceChips *self, guint index)
{
  const gint64     id = g_array_index (self->draft->places, MarchAssertionPlace, index).place;
  const char      *name = march_coding_get_place_name (self->coding, id,
                                                       march_words_get_language (NULL));
  GtkWidget       *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget       *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a place. */
  g_autofree char *words = g_strdup_printf (_("Take %s out"), name != NULL ? name : "");
  g_autofree char *label = describe_place (self, id, name);

  gtk_widget_add_css_class (chip, "place-chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data (G_OBJECT (button), "march-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), gtk_label_new (label));
  gtk_box_append (GTK_BOX (chip), button);
  return chip;
}

static void
take_cb (MarchPlaceChips *self, GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "march-place");

  march_place_chips_add (self, *id);
}

static gboolean
has_place (MarchPlaceChips *self, gint64 place)
{
  for (guint i = 0; self->draft != NULL && i < self->draft->places->len; i++)
    if (g_array_index (self->draft->places, MarchAssertionPlace, i).place == place)
      return TRUE;
  return FALSE;
}

static GtkWidget *
new_suggestion (MarchPlaceChips *self, const MarchPlace *place)
{
  g_autofree char *name
      = march_words_name_place (march_coding_get_corpus (self->coding), place);
  g_autofree char *label = g_strdup_printf ("+ %s", name);
  /* Translators: %s is a place that the words name. */
  g_autofree char *words = g_strdup_printf (_("Add %s"), name);
  GtkWidget       *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "march-place", g_memdup2 (&place->id, sizeof (gint64)),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* What the words name and is not among the places yet. */
static void
show_suggestions (MarchPlaceChips *self)
{
  GtkWidget *child = NULL;
  gboolean   any = FALSE;

  while ((child = gtk_widget_get_first_child (self->suggestions)) != NULL)
    gtk_box_remove (GTK_BOX (self->suggestions), child);
  for (guint i = 0; self->draft != NULL && self->suggested != NULL && i < self->suggested->len; i++)
    {
      const MarchPlace *place = self->suggested->pdata[i];

      if (has_place (self, place->id))
        continue;
      gtk_box_append (GTK_BOX (self->suggestions), new_suggestion (self, place));
      any = TRUE;
    }
  gtk_widget_set_visible (self->suggestions, any);
}

static void
fill (MarchPlaceChips *self)
{
  GtkWidget *chip = NULL;
  guint      n = self->draft != NULL ? self->draft->places->len : 0;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->chips), new_chip (self, i));
  gtk_widget_set_visible (self->chips, n > 0);
  show_suggestions (self);
}

static void
chosen_cb (MarchPlaceChips *self, gint64 id)
{
  if (id != 0)
    march_place_chips_add (self, id);
}

/* What the dossier doesn't know yet is drafted along. */
static void
add_cb (MarchPlaceChips *self, const char *name, guint choice)
{
  if (self->draft != NULL)
    march_place_chips_add (self, march_offers_draft (self->coding, MARCH_COMPLETE_PLACES, choice,
                                                     name));
}

static void
pick_cb (MarchPlaceChips *self)
{
  g_signal_emit (self, signals[PICK], 0);
}

static void
march_place_chips_finalize (GObject *object)
{
  g_clear_pointer (&MARCH_PLACE_CHIPS (object)->suggested, g_ptr_array_unref);
  G_OBJECT_CLASS (march_place_chips_parent_class)->finalize (object);
}

static gboolean
march_place_chips_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MARCH_PLACE_CHIPS (widget)->chooser));
}

static void
march_place_chips_class_init (MarchPlaceChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_place_chips_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_place_chips_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_PLACE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PICK] = g_signal_new ("pick", MARCH_TYPE_PLACE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_line (MarchPlaceChips *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pick = gtk_button_new_from_icon_name ("find-location-symbolic");

  self->pick = pick;
  self->chooser = MARCH_CHOOSER (march_chooser_new (_("Add a place"), _("Add a place")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->chooser), TRUE);
  march_chooser_offer (self->chooser, march_offers_get (MARCH_COMPLETE_PLACES));
  gtk_widget_set_tooltip_text (pick, _("Pick on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pick on the map"), -1);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pick, "clicked", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), pick);
  return box;
}

static void
march_place_chips_init (MarchPlaceChips *self)
{
  GtkWidget *label = gtk_label_new (_("Places, as the words name them"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, march_wrap_layout_new (6, 6));
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), self->chips);
  self->suggestions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->suggestions, march_wrap_layout_new (6, 6));
  gtk_widget_set_visible (self->suggestions, FALSE);
  gtk_box_append (GTK_BOX (self), new_line (self));
  gtk_box_append (GTK_BOX (self), self->suggestions);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
}

/** march_place_chips_new: Returns: (transfer floating): the widget, without places */
GtkWidget *
march_place_chips_new (void)
{
  return g_object_new (MARCH_TYPE_PLACE_CHIPS, NULL);
}

/** march_place_chips_set_completer: @completer: (nullable): finds the places; borrowed */
void
march_place_chips_set_completer (MarchPlaceChips *self, MarchCompleter *completer)
{
  march_chooser_set_completer (self->chooser, completer);
}

/** march_place_chips_bind: @draft: (nullable): whose places are shown and changed; borrowed */
void
march_place_chips_bind (MarchPlaceChips *self, MarchCoding *coding, MarchAssertionDraft *draft)
{
  self->coding = coding;
  self->draft = draft;
  if (coding == NULL)
    g_clear_pointer (&self->suggested, g_ptr_array_unref);
  fill (self);
}

/** march_place_chips_suggest: @places: (transfer full) (element-type MarchPlace): what the words
 * name, of the corpus of the coding; one press adds one of them */
void
march_place_chips_suggest (MarchPlaceChips *self, GPtrArray *places)
{
  g_clear_pointer (&self->suggested, g_ptr_array_unref);
  self->suggested = places;
  show_suggestions (self);
}

/** march_place_chips_add: adds a place to those of the draft, unless it is among them */
void
march_place_chips_add (MarchPlaceChips *self, gint64 place)
{
  march_chooser_show (self->chooser, 0, "");
  if (self->draft == NULL || !march_assertion_draft_add_place (self->draft, place))
    return;
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** march_place_chips_set_problem: @problem: (nullable): what is wrong with the places */
void
march_place_chips_set_problem (MarchPlaceChips *self, const MarchProblem *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem->sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "warning");
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->problem),
                              problem->level == MARCH_PROBLEM_ERROR ? "error" : "warning");
}

/** march_place_chips_check_resolved: Returns: whether no name is typed that is no place yet; where
 * one is, that is told, and it takes the focus */
gboolean
march_place_chips_check_resolved (MarchPlaceChips *self)
{
  const MarchProblem *problem = march_chooser_get_problem (self->chooser);

  if (problem == NULL)
    return TRUE;
  march_place_chips_set_problem (self, problem);
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
  return FALSE;
}

/** march_place_chips_set_pick: @pick: whether a place may be picked on the map; it may at first */
void
march_place_chips_set_pick (MarchPlaceChips *self, gboolean pick)
{
  gtk_widget_set_visible (self->pick, pick);
}

static void
set_completers (MarchFormPart *part, MarchCompleter *const *completers)
{
  march_place_chips_set_completer (MARCH_PLACE_CHIPS (part), completers[MARCH_COMPLETE_PLACES]);
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  if (!g_str_equal (problem->field, "places"))
    return NULL;
  march_place_chips_set_problem (MARCH_PLACE_CHIPS (part), problem);
  return GTK_WIDGET (part);
}

static void
clear_problems (MarchFormPart *part)
{
  march_place_chips_set_problem (MARCH_PLACE_CHIPS (part), NULL);
}

static gboolean
check_resolved (MarchFormPart *part)
{
  return march_place_chips_check_resolved (MARCH_PLACE_CHIPS (part));
}

static void
part_init (MarchFormPartInterface *iface)
{
  iface->set_completers = set_completers;
  iface->show_problem = show_problem;
  iface->clear_problems = clear_problems;
  iface->check_resolved = check_resolved;
}
