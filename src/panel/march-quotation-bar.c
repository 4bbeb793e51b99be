/* march-quotation-bar.c — the heading over quotations: count, kinds, speaker, source, order, search
 * within */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"
#include "panel/march-quotation-bar.h"
#include "widgets/march-wrap-layout.h"

struct _MarchQuotationBar
{
  GtkBox parent_instance;

  MarchQuotationFilter *filter;
  GPtrArray            *sources; /* of MarchSource, as the drop-down lists them after "any" */
  guint                 sort;
  guint                 now;    /* how many of the items bear on the day that is looked at */
  guint                 others; /* and how many on other days */
  gboolean              updating;

  GtkLabel        *count;
  GtkToggleButton *options_button;
  GtkSearchBar    *search_bar;
  GtkEditable     *search;
  GtkWidget       *pills;
  GtkDropDown     *speaker;
  GtkDropDown     *source;
  GtkCheckButton  *all_days;
  GtkWidget       *subset;
  GtkLabel        *subset_label;
  GtkWidget       *nothing;
};

enum
{
  PROP_0,
  PROP_SORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint       cleared_signal;
static guint       subset_removed_signal;

G_DEFINE_FINAL_TYPE (MarchQuotationBar, march_quotation_bar, GTK_TYPE_BOX)

static const struct
{
  int         kind;
  const char *label;
} kinds[] = {
  { MARCH_ANY_KIND, N_("All") },           { MARCH_KIND_CLAIM, N_("Claim") },
  { MARCH_KIND_CONTROL, N_("Control") },   { MARCH_KIND_VALUE, N_("Value") },
  { MARCH_KIND_POSITION, N_("Position") }, { MARCH_KIND_FIGURE, N_("Figure") },
  { MARCH_KIND_EVENT, N_("Event") },       { MARCH_KIND_THESIS, N_("Thesis") },
};

static gboolean
has_kind (GListModel *items, int kind)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (items, i);

      if (kind == MARCH_ANY_KIND || march_quotation_item_bears_on (item, kind))
        return TRUE;
    }
  return FALSE;
}

static void
pill_toggled_cb (GtkToggleButton *pill, MarchQuotationBar *self)
{
  int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (pill), "march-kind"));

  if (gtk_toggle_button_get_active (pill))
    march_quotation_filter_set_kind (self->filter, kind);
}

static void
fill_pills (MarchQuotationBar *self, GListModel *items)
{
  GtkToggleButton *first = NULL;
  GtkWidget       *child = NULL;

  while ((child = gtk_widget_get_first_child (self->pills)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *pill = NULL;

      if (!has_kind (items, kinds[i].kind))
        continue;
      pill = gtk_toggle_button_new_with_label (_(kinds[i].label));
      g_object_set_data (G_OBJECT (pill), "march-kind", GINT_TO_POINTER (kinds[i].kind));
      gtk_widget_add_css_class (pill, "pill-small");
      gtk_widget_set_parent (pill, self->pills);
      if (first == NULL)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), TRUE);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (pill), first);
      g_signal_connect (pill, "toggled", G_CALLBACK (pill_toggled_cb), self);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (pill);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
fill_speakers (MarchQuotationBar *self, GListModel *items)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (items, i);
      g_autofree char *name = march_text_name_speaker (march_quotation_item_get_quotation (item));

      if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_sort (names, compare_names);
  gtk_string_list_append (list, _("Anyone"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, names->pdata[i]);
  gtk_drop_down_set_model (self->speaker, G_LIST_MODEL (list));
}

static void
fill_sources (MarchQuotationBar *self, GListModel *items)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->sources, 0);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (items, i);
      const MarchSource *source = march_quotation_item_get_quotation (item)->source;

      if (!g_ptr_array_find (self->sources, source, NULL))
        g_ptr_array_add (self->sources, (gpointer) source);
    }
  gtk_string_list_append (list, _("Any source"));
  for (guint i = 0; i < self->sources->len; i++)
    gtk_string_list_append (list, ((const MarchSource *) self->sources->pdata[i])->title);
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (list));
}

static void
count_other_days (MarchQuotationBar *self, GListModel *items)
{
  const guint      n = g_list_model_get_n_items (items);
  guint            others = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (items, i);

      others += !march_quotation_item_is_on_day (item);
    }
  self->others = others;
  self->now = n - others;
  label = g_strdup_printf (
      ngettext ("Also %u that bears on another day", "Also %u that bear on other days", others),
      others);
  gtk_check_button_set_label (self->all_days, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_days), others > 0);
}

static void
search_changed_cb (MarchQuotationBar *self)
{
  march_quotation_filter_set_text (self->filter, gtk_editable_get_text (self->search));
}

static void
speaker_selected_cb (MarchQuotationBar *self)
{
  GtkStringObject *speaker = gtk_drop_down_get_selected_item (self->speaker);
  gboolean         any = gtk_drop_down_get_selected (self->speaker) == 0 || speaker == NULL;

  if (!self->updating)
    march_quotation_filter_set_speaker (self->filter,
                                        any ? NULL : gtk_string_object_get_string (speaker));
}

static void
source_selected_cb (MarchQuotationBar *self)
{
  guint    selected = gtk_drop_down_get_selected (self->source);
  gboolean any = selected == 0 || selected > self->sources->len;

  if (!self->updating)
    march_quotation_filter_set_source (
        self->filter, any ? 0 : ((const MarchSource *) self->sources->pdata[selected - 1])->id);
}

static void
all_days_toggled_cb (MarchQuotationBar *self)
{
  march_quotation_filter_set_all_days (self->filter, gtk_check_button_get_active (self->all_days));
}

static void
clear_clicked_cb (MarchQuotationBar *self)
{
  g_signal_emit (self, cleared_signal, 0);
}

static void
subset_clicked_cb (MarchQuotationBar *self)
{
  g_signal_emit (self, subset_removed_signal, 0);
}

/* A name that doesn't fit ends in dots instead of widening the panel. */
static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkStringObject *name = gtk_list_item_get_item (list_item);
  GtkWidget       *label = gtk_list_item_get_child (list_item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (name));
  gtk_widget_set_tooltip_text (label, gtk_string_object_get_string (name));
}

static void
march_quotation_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SORT)
    g_value_set_uint (value, MARCH_QUOTATION_BAR (object)->sort);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
march_quotation_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SORT)
    MARCH_QUOTATION_BAR (object)->sort = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
march_quotation_bar_dispose (GObject *object)
{
  MarchQuotationBar *self = MARCH_QUOTATION_BAR (object);
  GtkWidget         *child = NULL;

  while (self->pills != NULL && (child = gtk_widget_get_first_child (self->pills)) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  G_OBJECT_CLASS (march_quotation_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-quotation-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, count);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, options_button);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, search);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, pills);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, speaker);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, source);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, all_days);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, subset);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, subset_label);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationBar, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, speaker_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_days_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, subset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_name_cb);
}

static void
march_quotation_bar_class_init (MarchQuotationBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = march_quotation_bar_get_property;
  object_class->set_property = march_quotation_bar_set_property;
  object_class->dispose = march_quotation_bar_dispose;
  properties[PROP_SORT]
      = g_param_spec_uint ("sort", NULL, NULL, 0, MARCH_SORT_ORDER, MARCH_SORT_BEARING,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  cleared_signal = g_signal_new ("cleared", MARCH_TYPE_QUOTATION_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  subset_removed_signal = g_signal_new ("subset-removed", MARCH_TYPE_QUOTATION_BAR,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MARCH_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
march_quotation_bar_init (MarchQuotationBar *self)
{
  self->sources = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search);
}

/** march_quotation_bar_new: Returns: (transfer floating): a bar that sets what @filter shows */
GtkWidget *
march_quotation_bar_new (MarchQuotationFilter *filter)
{
  MarchQuotationBar *self = g_object_new (MARCH_TYPE_QUOTATION_BAR, NULL);

  self->filter = g_object_ref (filter);
  return GTK_WIDGET (self);
}

/** march_quotation_bar_set_items: @items: of #MarchQuotationItem: among which the user may choose;
 * the choice starts anew */
void
march_quotation_bar_set_items (MarchQuotationBar *bar, GListModel *items)
{
  bar->updating = TRUE;
  fill_pills (bar, items);
  fill_speakers (bar, items);
  fill_sources (bar, items);
  count_other_days (bar, items);
  bar->updating = FALSE;
}

/** march_quotation_bar_set_shown: @shown: how many quotations pass the filter */
void
march_quotation_bar_set_shown (MarchQuotationBar *bar, guint shown)
{
  const guint all = gtk_check_button_get_active (bar->all_days) ? bar->now + bar->others : bar->now;
  /* Translators: how many quotations are shown, and how many there are: "3 of 14". */
  g_autofree char *count = shown < all ? g_strdup_printf (_("%u of %u"), shown, all)
                                       : g_strdup_printf ("%u", shown);

  gtk_label_set_text (bar->count, count);
  gtk_widget_set_visible (bar->nothing, shown == 0);
}

/** march_quotation_bar_reset: puts all choices back, but for the order and the days */
void
march_quotation_bar_reset (MarchQuotationBar *bar)
{
  GtkWidget *all = gtk_widget_get_first_child (bar->pills);

  gtk_search_bar_set_search_mode (bar->search_bar, FALSE);
  gtk_drop_down_set_selected (bar->speaker, 0);
  gtk_drop_down_set_selected (bar->source, 0);
  if (all != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
}

/** march_quotation_bar_set_subset: @name: (nullable): to what the quotations are narrowed down, on
 * a chip that the user can remove; NULL: to nothing */
void
march_quotation_bar_set_subset (MarchQuotationBar *bar, const char *name)
{
  gtk_label_set_text (bar->subset_label, name == NULL ? "" : name);
  gtk_widget_set_visible (bar->subset, name != NULL);
}

/** march_quotation_bar_show_all: puts all choices back and shows other days' quotations, too */
void
march_quotation_bar_show_all (MarchQuotationBar *bar)
{
  march_quotation_bar_reset (bar);
  gtk_check_button_set_active (bar->all_days, TRUE);
}

/** march_quotation_bar_focus_search: lets the user type what to search within */
void
march_quotation_bar_focus_search (MarchQuotationBar *bar)
{
  gtk_search_bar_set_search_mode (bar->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (bar->search));
  gtk_editable_select_region (bar->search, 0, -1);
}
