/* march-picker.c — a choice out of a long list, by typing a part of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-fold.h"
#include "widgets/march-spoken-name.h"

#define LIST_HEIGHT 280
#define LIST_WIDTH 280
#define TEXT_CHARS 22

struct _MarchPicker
{
  AdwBin              parent;

  char               *name;
  guint               selected;
  GListStore         *items;    /* of GtkStringObject, with INDEX and FOLDED */
  char              **wanted;   /* folded words that were typed */
  GtkFilter          *filter;
  GtkSingleSelection *matches;
  GtkMenuButton      *button;
  GtkLabel           *label;
  GtkWidget          *popover;
  GtkEditable        *entry;
  GtkWidget          *list;
  GtkWidget          *nothing;  /* says that nothing matches */
};

#define INDEX "march-index"
#define FOLDED "march-folded"

enum
{
  PROP_SELECTED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MarchPicker, march_picker, ADW_TYPE_BIN)

static guint
get_index (gpointer item)
{
  return GPOINTER_TO_UINT (g_object_get_data (item, INDEX));
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  MarchPicker *self = user_data;
  const char  *folded = g_object_get_data (item, FOLDED);

  for (guint i = 0; self->wanted != NULL && self->wanted[i] != NULL; i++)
    if (strstr (folded, self->wanted[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
show_match (MarchPicker *self, guint position)
{
  gtk_single_selection_set_selected (self->matches, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static void
typed_cb (MarchPicker *self)
{
  g_autofree char *folded = march_fold (gtk_editable_get_text (self->entry));
  gboolean         any;

  g_strfreev (self->wanted);
  self->wanted = g_strsplit_set (folded, " \t", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  any = g_list_model_get_n_items (G_LIST_MODEL (self->matches)) > 0;
  gtk_widget_set_visible (self->nothing, !any);
  if (any)
    show_match (self, 0);
}

static void
pick (MarchPicker *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->matches), position);

  if (item == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  march_picker_set_selected (self, get_index (item));
}

static void
entered_cb (MarchPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->matches));
}

static void
stopped_cb (MarchPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The arrows move through the list while the words go on being typed. */
static gboolean
key_cb (MarchPicker *self, guint key, guint code, GdkModifierType modifiers)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->matches));
  guint position = gtk_single_selection_get_selected (self->matches);

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || n == 0)
    return GDK_EVENT_PROPAGATE;
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  else if (key == GDK_KEY_Down)
    position = MIN (position + 1, n - 1);
  else
    position = position > 0 ? position - 1 : 0;
  show_match (self, position);
  return GDK_EVENT_STOP;
}

static void
shown_cb (MarchPicker *self)
{
  gtk_editable_set_text (self->entry, "");
  typed_cb (self);
  if (self->selected < g_list_model_get_n_items (G_LIST_MODEL (self->matches)))
    show_match (self, self->selected);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget  *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static GtkWidget *
new_list (MarchPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->matches)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (pick), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_entry (MarchPicker *self)
{
  GtkWidget          *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (stopped_cb), self);
  self->entry = GTK_EDITABLE (entry);
  return entry;
}

static GtkWidget *
new_popover (MarchPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->nothing = gtk_label_new (_("Nothing is called so"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (box), new_entry (self));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_widget_set_size_request (box, LIST_WIDTH, -1);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown_cb), self);
  return self->popover;
}

static GtkWidget *
new_button (MarchPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, TEXT_CHARS);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_popover (self->button, new_popover (self));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "march-picker");
  return GTK_WIDGET (self->button);
}

static void
march_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_uint (value, MARCH_PICKER (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
march_picker_finalize (GObject *object)
{
  MarchPicker *self = MARCH_PICKER (object);

  g_free (self->name);
  g_strfreev (self->wanted);
  g_object_unref (self->items);
  g_clear_object (&self->matches);
  G_OBJECT_CLASS (march_picker_parent_class)->finalize (object);
}

static void
march_picker_class_init (MarchPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = march_picker_get_property;
  object_class->finalize = march_picker_finalize;
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
march_picker_init (MarchPicker *self)
{
  self->items = g_list_store_new (GTK_TYPE_STRING_OBJECT);
}

/**
 * march_picker_new:
 * @name: what is chosen here, for a screen reader
 *
 * Returns: (transfer floating): a button that opens a list, which an entry above it narrows to what
 * has all typed words in it; the arrow keys move through the list meanwhile, Enter takes what is
 * marked, and Escape leaves it as it was
 */
GtkWidget *
march_picker_new (const char *name)
{
  MarchPicker        *self = g_object_new (MARCH_TYPE_PICKER, NULL);
  GtkFilterListModel *filtered;

  self->name = g_strdup (name);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter);
  self->matches = gtk_single_selection_new (G_LIST_MODEL (filtered));
  adw_bin_set_child (ADW_BIN (self), new_button (self));
  return GTK_WIDGET (self);
}

static void
show_selected (MarchPicker *self)
{
  const char      *text = march_picker_get_text (self, self->selected);
  /* Translators: what is chosen, as “All areas are held by”, and what was chosen. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), self->name, text);

  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  march_spoken_name_set_menu_button (self->button, spoken);
}

/**
 * march_picker_append:
 * @text: a choice
 * @words: (nullable): other words that it is found by
 */
void
march_picker_append (MarchPicker *self, const char *text, const char *words)
{
  g_autoptr (GtkStringObject) item = gtk_string_object_new (text);
  guint            index = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *all = g_strconcat (text, " ", words, NULL);

  g_return_if_fail (MARCH_IS_PICKER (self));
  g_object_set_data (G_OBJECT (item), INDEX, GUINT_TO_POINTER (index));
  g_object_set_data_full (G_OBJECT (item), FOLDED, march_fold (all), g_free);
  g_list_store_append (self->items, item);
  if (index == self->selected)
    show_selected (self);
}

/** march_picker_set_selected: @selected: index of a choice; listeners are told if it is another */
void
march_picker_set_selected (MarchPicker *self, guint selected)
{
  g_return_if_fail (MARCH_IS_PICKER (self));
  g_return_if_fail (selected < march_picker_get_n_items (self));
  if (selected == self->selected)
    return;
  self->selected = selected;
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

guint
march_picker_get_selected (MarchPicker *self)
{
  return self->selected;
}

/** march_picker_get_text: Returns: (transfer none): the choice */
const char *
march_picker_get_text (MarchPicker *self, guint index)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  g_return_val_if_fail (item != NULL, "");
  return gtk_string_object_get_string (item);
}

guint
march_picker_get_n_items (MarchPicker *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/** march_picker_get_button: Returns: (transfer none): what opens the list, for a row to activate */
GtkWidget *
march_picker_get_button (MarchPicker *self)
{
  return GTK_WIDGET (self->button);
}
