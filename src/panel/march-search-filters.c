/* march-search-filters.c — the filters of a search, as chips that can be removed one by one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-search-filters.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "panel/march-search-choices.h"
#include "panel/march-section.h"
#include "widgets/march-picker.h"
#include "widgets/march-wrap-layout.h"

#define CHIP_CHARS 34

struct _MarchSearchFilters
{
  GtkBox parent_instance;

  MarchCorpus        *corpus;   /* to choose from; NULL: none */
  MarchSearchChoices *choices;  /* of it; NULL while they aren't known */
  GCancellable       *choosing; /* NULL while they aren't looked for */
  GPtrArray          *chips;    /* of MarchSearchChip */

  GtkWidget *button;   /* opens what can be set */
  GtkWidget *row;      /* the chips and the count */
  GtkWidget *count;
  GtkWidget *menus;    /* what can be set */
  GtkWidget *days;     /* the popover with these */
  GtkWidget *since;
  GtkWidget *until;
  GtkWidget *problem;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchSearchFilters, march_search_filters, GTK_TYPE_BOX)

/* What a menu is called, and what it says to a screen reader. */
static const struct
{
  const char *title;
  const char *name;
} menus[] = {
  { N_("Kind"), N_("Filter by kind") },       { N_("Place"), N_("Filter by place") },
  { N_("Actor"), N_("Filter by actor") },     { N_("Speaker"), N_("Filter by speaker") },
  { N_("Source"), N_("Filter by source") },   { N_("Grade"), N_("Filter by grade") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (menus) == MARCH_N_SEARCH_CHOICES);

static void
free_chip (gpointer data)
{
  MarchSearchChip *chip = data;

  g_free (chip->value);
  g_free (chip);
}

static gpointer
copy_chip (gconstpointer source)
{
  MarchSearchChip *chip = g_memdup2 (source, sizeof *chip);

  chip->value = g_strdup (chip->value);
  return chip;
}

static MarchSearchChip *
get_chip (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "march-chip");
}

static void
update (MarchSearchFilters *self)
{
  gtk_widget_set_visible (self->row, self->chips->len > 0);
  g_signal_emit (self, changed_signal, 0);
}

static void
remove_button (MarchSearchFilters *self, GtkWidget *button)
{
  g_ptr_array_remove (self->chips, get_chip (button));
  gtk_widget_unparent (button);
}

/* The keys go on with the next chip, or with what sets another. */
static void
chip_clicked_cb (MarchSearchFilters *self, GtkWidget *button)
{
  GtkWidget *next = gtk_widget_get_next_sibling (button);

  gtk_widget_grab_focus (next != NULL && get_chip (next) != NULL ? next : self->button);
  remove_button (self, button);
  update (self);
}

static GtkWidget *
new_chip_button (const char *text)
{
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = gtk_label_new (text);
  GtkWidget       *cross = gtk_image_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove the filter “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHIP_CHARS);
  gtk_image_set_pixel_size (GTK_IMAGE (cross), 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "subset");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static gboolean
is_same (const MarchSearchChip *a, const MarchSearchChip *b)
{
  return a->key == b->key && a->id == b->id && g_strcmp0 (a->value, b->value) == 0;
}

/* @chip: (transfer full) */
static void
add_chip (MarchSearchFilters *self, MarchSearchChip *chip, const char *text)
{
  /* Translators: a filter and its value: "Speaker: Ada Lindqvist". */
  const char      *title = chip->key < MARCH_N_SEARCH_CHOICES ? _(menus[chip->key].title)
                           : chip->key == MARCH_SEARCH_SINCE  ? _("From")
                                                              : _("Through");
  g_autofree char *words = g_strdup_printf (_("%1$s: %2$s"), title, text);
  GtkWidget       *button = NULL;

  for (guint i = 0; i < self->chips->len; i++)
    if (is_same (self->chips->pdata[i], chip))
      {
        free_chip (chip);
        return;
      }
  g_ptr_array_add (self->chips, chip);
  button = new_chip_button (words);
  g_object_set_data (G_OBJECT (button), "march-chip", chip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chip_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, self->row, self->count);
}

/* Takes away the chips of a key, of which there is one at most. */
static void
remove_key (MarchSearchFilters *self, MarchSearchKey key)
{
  GtkWidget *next = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->row); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (get_chip (child) != NULL && get_chip (child)->key == key)
        remove_button (self, child);
    }
}

/* The first choice of a menu is what it is called. */
static void
picked_cb (MarchSearchFilters *self, GParamSpec *pspec, MarchPicker *picker)
{
  const guint          selected = march_picker_get_selected (picker);
  const MarchSearchKey key
      = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (picker), "march-key"));
  const MarchSearchChoice *choice = NULL;
  MarchSearchChip         *chip = NULL;

  if (selected == 0 || self->choices == NULL)
    return;
  choice = self->choices->of[key]->pdata[selected - 1];
  chip = g_new0 (MarchSearchChip, 1);
  *chip = (MarchSearchChip){ key, choice->id, g_strdup (choice->value) };
  add_chip (self, chip, choice->text);
  march_picker_set_selected (picker, 0);
  update (self);
}

static GtkWidget *
new_menu (MarchSearchFilters *self, MarchSearchKey key)
{
  GPtrArray *choices = self->choices->of[key];
  GtkWidget *picker = march_picker_new (_(menus[key].name));
  GtkWidget *button = march_picker_get_button (MARCH_PICKER (picker));

  march_picker_append (MARCH_PICKER (picker), _(menus[key].title), NULL);
  for (guint i = 0; i < choices->len; i++)
    {
      const MarchSearchChoice *choice = choices->pdata[i];
      g_autofree char *text = g_strdup_printf (_("%1$s · %2$u"), choice->text, choice->n);

      march_picker_append (MARCH_PICKER (picker), text, choice->words);
    }
  gtk_widget_add_css_class (button, "filter-menu");
  gtk_widget_set_sensitive (picker, choices->len > 0);
  g_object_set_data (G_OBJECT (picker), "march-key", GUINT_TO_POINTER (key));
  g_signal_connect_object (picker, "notify::selected", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
  return picker;
}

static void
show_problem (MarchSearchFilters *self, GtkWidget *entry, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->problem), sentence);
  gtk_widget_set_visible (self->problem, *sentence != '\0');
  if (entry != NULL)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_grab_focus (entry);
      return;
    }
  gtk_widget_remove_css_class (self->since, "error");
  gtk_widget_remove_css_class (self->until, "error");
}

/* Whether what is typed can be used; if not, says why and keeps it. */
static gboolean
check_day (MarchSearchFilters *self, MarchSearchFilter *filter, GtkWidget *entry,
           MarchSearchKey key)
{
  g_autoptr (GError) error = NULL;
  const char        *value = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (*value == '\0' || march_search_filter_add (filter, key, value, &error))
    return TRUE;
  show_problem (self, entry, error->message);
  return FALSE;
}

static void
add_day (MarchSearchFilters *self, GtkWidget *entry, MarchSearchKey key)
{
  const char      *value = gtk_editable_get_text (GTK_EDITABLE (entry));
  MarchSearchChip *chip = NULL;

  remove_key (self, key);
  if (*value == '\0')
    return;
  chip = g_new0 (MarchSearchChip, 1);
  *chip = (MarchSearchChip){ key, 0, g_strdup (value) };
  add_chip (self, chip, value);
}

static void
days_entered_cb (MarchSearchFilters *self)
{
  g_autoptr (MarchSearchFilter) filter = NULL;

  if (self->corpus == NULL)
    return;
  filter = march_search_filter_new (self->corpus);
  show_problem (self, NULL, "");
  if (!check_day (self, filter, self->since, MARCH_SEARCH_SINCE)
      || !check_day (self, filter, self->until, MARCH_SEARCH_UNTIL))
    return;
  add_day (self, self->since, MARCH_SEARCH_SINCE);
  add_day (self, self->until, MARCH_SEARCH_UNTIL);
  gtk_popover_popdown (GTK_POPOVER (self->days));
  update (self);
}

static GtkWidget *
new_day_entry (MarchSearchFilters *self, GtkWidget *grid, const char *title, int row)
{
  GtkWidget *label = march_label_new (title, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("2031, 2031-05, 15 May 2031"));
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "activate", G_CALLBACK (days_entered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  return entry;
}

static GtkWidget *
new_days (MarchSearchFilters *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *heading
      = march_label_new (_("When it was said, or where that isn’t told published"), "caption");
  GtkWidget *apply = gtk_button_new_with_label (_("Filter"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), CHIP_CHARS);
  gtk_grid_attach (GTK_GRID (grid), heading, 0, 0, 2, 1);
  self->since = new_day_entry (self, grid, _("From"), 1);
  self->until = new_day_entry (self, grid, _("Through"), 2);
  self->problem = march_label_new ("", "error");
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), CHIP_CHARS);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_grid_attach (GTK_GRID (grid), self->problem, 0, 3, 2, 1);
  gtk_widget_set_halign (apply, GTK_ALIGN_END);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_object (apply, "clicked", G_CALLBACK (days_entered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), apply, 0, 4, 2, 1);
  self->days = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->days), grid);
  return self->days;
}

static GtkWidget *
new_days_button (MarchSearchFilters *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Days"));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), new_days (self));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "filter-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filter by days"), -1);
  return button;
}

static void
clear_menus (MarchSearchFilters *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->menus)) != NULL)
    gtk_widget_unparent (child);
  self->days = self->since = self->until = self->problem = NULL;
}

static void
fill_menus (MarchSearchFilters *self)
{
  clear_menus (self);
  for (guint key = 0; key < MARCH_N_SEARCH_CHOICES; key++)
    gtk_widget_set_parent (new_menu (self, key), self->menus);
  gtk_widget_set_parent (new_days_button (self), self->menus);
}

static void
choose_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, march_search_choices_new (data),
                         (GDestroyNotify) march_search_choices_free);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MarchSearchFilters *self = MARCH_SEARCH_FILTERS (source);
  g_autoptr (MarchSearchChoices) choices = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!march_newest_end (&self->choosing, result) || choices == NULL)
    return;
  g_clear_pointer (&self->choices, march_search_choices_free);
  self->choices = g_steal_pointer (&choices);
  fill_menus (self);
}

/* Whoever never filters needs no choices. */
static void
look_for_choices (MarchSearchFilters *self)
{
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button)) || self->corpus == NULL
      || self->choices != NULL || self->choosing != NULL)
    return;
  march_newest_run (&self->choosing, self, choose_in_thread, march_corpus_ref (self->corpus),
                    (GDestroyNotify) march_corpus_unref, chosen_cb);
}

static void
march_search_filters_dispose (GObject *object)
{
  MarchSearchFilters *self = MARCH_SEARCH_FILTERS (object);

  march_newest_stop (&self->choosing);
  if (self->menus != NULL)
    {
      GtkWidget *child = NULL;

      clear_menus (self);
      while ((child = gtk_widget_get_first_child (self->row)) != NULL)
        gtk_widget_unparent (child);
      self->menus = NULL;
    }
  g_clear_object (&self->button);
  g_clear_pointer (&self->choices, march_search_choices_free);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  G_OBJECT_CLASS (march_search_filters_parent_class)->dispose (object);
}

static void
march_search_filters_class_init (MarchSearchFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_search_filters_dispose;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_SEARCH_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_wrap (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, march_wrap_layout_new (6, 6));
  return box;
}

static void
march_search_filters_init (MarchSearchFilters *self)
{
  GtkWidget *revealer = gtk_revealer_new ();

  self->chips = g_ptr_array_new_with_free_func (free_chip);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->button = gtk_toggle_button_new_with_label (_("Filters"));
  g_object_ref_sink (self->button);
  self->count = march_label_new ("", "numeric");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->count, FALSE);
  self->row = new_wrap ();
  gtk_widget_set_visible (self->row, FALSE);
  gtk_widget_set_parent (self->count, self->row);
  self->menus = new_wrap ();
  gtk_widget_set_margin_top (self->menus, 6);
  gtk_revealer_set_child (GTK_REVEALER (revealer), self->menus);
  g_object_bind_property (self->button, "active", revealer, "reveal-child",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->button, "toggled", G_CALLBACK (look_for_choices), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->row);
  gtk_box_append (GTK_BOX (self), revealer);
}

/** march_search_filters_new: Returns: (transfer floating): a row without filters */
GtkWidget *
march_search_filters_new (void)
{
  return g_object_new (MARCH_TYPE_SEARCH_FILTERS, NULL);
}

/** march_search_filters_set_corpus: @corpus: the records to choose from. What is set stays */
void
march_search_filters_set_corpus (MarchSearchFilters *self, MarchCorpus *corpus)
{
  march_newest_stop (&self->choosing);
  g_clear_pointer (&self->choices, march_search_choices_free);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  self->corpus = march_corpus_ref (corpus);
  look_for_choices (self);
}

/** march_search_filters_dup_chips: Returns: (transfer full) (element-type MarchSearchChip): what
 * is set, for another thread to use */
GPtrArray *
march_search_filters_dup_chips (MarchSearchFilters *self)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func (free_chip);

  for (guint i = 0; i < self->chips->len; i++)
    g_ptr_array_add (chips, copy_chip (self->chips->pdata[i]));
  return chips;
}

/** march_search_filters_get_button: Returns: (transfer none): what opens the menus, to be shown
 * beside the entry */
GtkWidget *
march_search_filters_get_button (MarchSearchFilters *self)
{
  return self->button;
}

/** march_search_filters_set_count: @count: what is shown after the chips; "" for nothing */
void
march_search_filters_set_count (MarchSearchFilters *self, const char *count)
{
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, *count != '\0');
  gtk_widget_set_visible (self->row, *count != '\0' || self->chips->len > 0);
}

/** march_search_filters_clear: removes all filters without a signal */
void
march_search_filters_clear (MarchSearchFilters *self)
{
  for (guint key = 0; key < MARCH_N_SEARCH_KEYS; key++)
    remove_key (self, key);
  march_search_filters_set_count (self, "");
}
