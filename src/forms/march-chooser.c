/* march-chooser.c — an entry that finds a record while its name is typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <glib/gi18n.h>

#include "forms/march-chooser.h"

#define MOST 8
/* What a name needs, with what tells it from others, where the entry is narrow. */
#define LEAST_WIDTH 300

struct _MarchChooser
{
  GtkBox parent_instance;

  GtkEntry          *entry;
  GtkWidget         *popover;
  GtkWidget         *nothing; /* tells that no record is found, and what the rows do */
  GtkListBox        *list;
  MarchCompleter    *completer; /* borrowed; NULL: nothing is found */
  const char *const *choices;   /* formats with %s: kinds of new records; NULL for none */
  gint64             id;        /* what is chosen, 0 for nothing */
  gboolean           showing;   /* the text changes without being typed */
};

enum
{
  CHOSEN,
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchChooser, march_chooser, GTK_TYPE_BOX)

/* The text within the entry is what has the focus. */
static gboolean
is_focused (MarchChooser *self)
{
  return gtk_widget_has_focus (
      GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

static void
add_line (GtkBox *box, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (style_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style_class);
    }
  gtk_box_append (box, label);
}

static void
add_row (MarchChooser *self, gint64 id, guint choice, const char *title, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gint64    *target = g_new (gint64, 2);

  target[0] = id;
  target[1] = choice;
  g_object_set_data_full (G_OBJECT (row), "march-target", target, g_free);
  add_line (GTK_BOX (box), title, NULL);
  if (*detail != '\0')
    add_line (GTK_BOX (box), detail, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (MarchChooser *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
fill (MarchChooser *self, const char *text)
{
  g_autoptr (GPtrArray) found = self->completer != NULL
                                    ? march_completer_list (self->completer, text, MOST)
                                    : g_ptr_array_new ();

  clear_rows (self);
  for (guint i = 0; i < found->len; i++)
    {
      const MarchSuggestion *suggestion = found->pdata[i];

      add_row (self, suggestion->id, 0, suggestion->text, suggestion->detail);
    }
  for (guint i = 0; self->choices != NULL && self->choices[i] != NULL && *text != '\0'; i++)
    {
      g_auto (GStrv)   parts = g_strsplit (self->choices[i], "%s", 2);
      g_autofree char *title = g_strconcat (parts[0], text, parts[1], NULL);

      add_row (self, 0, i, title, "");
    }
  gtk_widget_set_visible (self->nothing, found->len == 0);
  /* Nothing new is made by a key that was meant for something else: whoever wants it chooses it. */
  if (found->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
complete (MarchChooser *self)
{
  g_autofree char *text = g_strstrip (g_strdup (march_chooser_get_text (self)));

  fill (self, text);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  gtk_widget_set_size_request (self->popover,
                               MAX (gtk_widget_get_width (GTK_WIDGET (self)), LEAST_WIDTH), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
choose (MarchChooser *self, gint64 id, const char *title)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  march_chooser_show (self, id, title);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
choose_row (MarchChooser *self, GtkListBoxRow *row)
{
  const gint64    *target = g_object_get_data (G_OBJECT (row), "march-target");
  g_autofree char *text = g_strstrip (g_strdup (march_chooser_get_text (self)));

  if (target[0] == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      g_signal_emit (self, signals[ADD], 0, text, (guint) target[1]);
      return;
    }
  {
    GtkWidget *title = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

    choose (self, target[0], gtk_label_get_text (GTK_LABEL (title)));
  }
}

static void
changed_cb (MarchChooser *self)
{
  const gboolean had = self->id != 0;

  if (self->showing)
    return;
  self->id = 0;
  if (had || *march_chooser_get_text (self) == '\0')
    g_signal_emit (self, signals[CHOSEN], 0, (gint64) 0);
  if (*march_chooser_get_text (self) == '\0')
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    complete (self);
}

static void
move (MarchChooser *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const int      index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
key_cb (MarchChooser *self, guint key, guint code, GdkModifierType state)
{
  const gboolean open = gtk_widget_get_visible (self->popover);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down && !open)
    complete (self);
  else if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    move (self, key == GDK_KEY_Down ? 1 : -1);
  else if (open && key == GDK_KEY_Escape)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (open && row != NULL && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    choose_row (self, row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* A name that is written in full needs no choosing. */
static void
left_cb (MarchChooser *self)
{
  g_autofree char *text = NULL;
  gint64           id = 0;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!march_chooser_is_unresolved (self) || self->completer == NULL)
    return;
  id = march_completer_find (self->completer, march_chooser_get_text (self), &text);
  if (id != 0)
    choose (self, id, text);
}

static void
march_chooser_dispose (GObject *object)
{
  MarchChooser *self = MARCH_CHOOSER (object);

  self->completer = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (march_chooser_parent_class)->dispose (object);
}

static gboolean
march_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MARCH_CHOOSER (widget)->entry));
}

static void
march_chooser_class_init (MarchChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_chooser_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", MARCH_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ADD] = g_signal_new ("add", MARCH_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *label = gtk_label_new (_("The dossier has nothing of that name. Choose what to add it "
                                      "as, or write another name."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static void
make_popover (MarchChooser *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "completions");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  self->nothing = new_nothing ();
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose_row), self,
                           G_CONNECT_SWAPPED);
}

static void
march_chooser_init (MarchChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  make_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/** march_chooser_new: Returns: (transfer floating): an empty entry, called @name for those who
 * can't see what stands above it */
GtkWidget *
march_chooser_new (const char *name, const char *placeholder)
{
  MarchChooser *self = g_object_new (MARCH_TYPE_CHOOSER, NULL);

  gtk_entry_set_placeholder_text (self->entry, placeholder);
  march_chooser_set_name (self, name);
  return GTK_WIDGET (self);
}

/** march_chooser_set_name: what the entry is called */
void
march_chooser_set_name (MarchChooser *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/** march_chooser_set_hint: what stands in the entry while it is empty */
void
march_chooser_set_hint (MarchChooser *self, const char *placeholder)
{
  gtk_entry_set_placeholder_text (self->entry, placeholder);
}

/** march_chooser_set_completer: @completer: (nullable): finds the records; borrowed until there is
 * another */
void
march_chooser_set_completer (MarchChooser *self, MarchCompleter *completer)
{
  self->completer = completer;
  /* Whoever was faster than the names need not type again. */
  if (completer != NULL && march_chooser_is_unresolved (self)
      && is_focused (self))
    complete (self);
}

/** march_chooser_offer: @choices: (nullable): formats with the place of the name, in an array that
 * stays: what new records can be made of a name */
void
march_chooser_offer (MarchChooser *self, const char *const *choices)
{
  self->choices = choices;
}

/** march_chooser_show: shows what is chosen already; 0 and "" for nothing */
void
march_chooser_show (MarchChooser *self, gint64 id, const char *title)
{
  self->showing = TRUE;
  self->id = id;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), title);
  /* A long name is read from its beginning. */
  gtk_editable_set_position (GTK_EDITABLE (self->entry),
                             is_focused (self) ? -1 : 0);
  self->showing = FALSE;
}

/** march_chooser_is_unresolved: Returns: whether something is typed that is no record yet */
gboolean
march_chooser_is_unresolved (MarchChooser *self)
{
  return self->id == 0 && *march_chooser_get_text (self) != '\0';
}

/** march_chooser_get_problem: Returns: (nullable) (transfer none): what is wrong where something is
 * typed that is no record yet */
const MarchProblem *
march_chooser_get_problem (MarchChooser *self)
{
  static MarchProblem problem = { .level = MARCH_PROBLEM_ERROR, .field = "" };

  problem.sentence = (char *) _("Choose one from the list, add it as new, or take the name out.");
  return march_chooser_is_unresolved (self) ? &problem : NULL;
}

/** march_chooser_get_text: Returns: what is typed */
const char *
march_chooser_get_text (MarchChooser *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
