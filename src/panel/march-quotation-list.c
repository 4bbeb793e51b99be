/* march-quotation-list.c — a page of the panel: what heads it, then quotations as cards */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-quotation-bar.h"
#include "panel/march-quotation-card.h"
#include "panel/march-quotation-list.h"

/* Cards made at once. The first frame is the header's; each one after it makes one more. GTK's list
 * makes up to two hundred rows, in view or not, and laying out their text would hold up the window.
 */
#define FIRST_CARDS 0
/* Where more cards than these change, all are made anew, frame by frame. */
#define MAX_CHANGED 2

/* After so many frames the header has its place, wherever the list was scrolled to. */
#define FRAMES_TO_LAY_OUT 3

/* The header is the list's first row, so that it scrolls with the cards. */
struct _MarchQuotationList
{
  GtkWidget parent_instance;

  GtkListView       *view;
  GtkWidget         *top; /* header and bar; the first row's child while that is in view */
  MarchQuotationBar *bar;

  MarchFigureDesk      *desk;
  GListStore           *items; /* of MarchQuotationItem */
  MarchQuotationFilter *filter;
  GtkSortListModel     *sorted;
  GtkSliceListModel    *made; /* those of sorted that have cards by now */
  guint                 tick; /* id of the tick callback that makes more, 0 for none */
  guint                 frames; /* until the bar is scrolled to, 0 while it isn't wanted */
  gboolean              begun; /* whether its first frame has passed */
  GPtrArray            *cards; /* borrowed: the cards in view */
  gint64                place; /* id of the place that is looked at, or 0 */
  gint64                found; /* id of the quotation that was looked for, or 0 */
};

static guint subset_removed_signal;

G_DEFINE_FINAL_TYPE (MarchQuotationList, march_quotation_list, GTK_TYPE_WIDGET)

static void
tell_figure (MarchQuotationList *self, MarchQuotationCard *card)
{
  const MarchAssertion *figure = march_quotation_card_get_figure (card);

  march_quotation_card_set_checked (
      card, figure != NULL ? march_figure_desk_describe (self->desk, figure) : NULL);
}

static void
measured_cb (MarchQuotationList *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    tell_figure (self, self->cards->pdata[i]);
}

static void
bind_card (MarchQuotationList *self, GtkListItem *list_item, MarchQuotationItem *item)
{
  GtkWidget *card = march_quotation_card_new ();

  march_quotation_card_set_item (MARCH_QUOTATION_CARD (card), item, self->place,
                                 march_quotation_filter_get_text (self->filter));
  march_quotation_card_set_found (MARCH_QUOTATION_CARD (card),
                                  march_quotation_item_get_quotation (item)->id == self->found);
  tell_figure (self, MARCH_QUOTATION_CARD (card));
  gtk_list_item_set_child (list_item, card);
  g_ptr_array_add (self->cards, card);
}

static void
bind_cb (MarchQuotationList *self, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  if (MARCH_IS_QUOTATION_ITEM (item))
    bind_card (self, list_item, item);
  else
    gtk_list_item_set_child (list_item, self->top);
}

static void
unbind_cb (MarchQuotationList *self, GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (self->cards != NULL)
    g_ptr_array_remove_fast (self->cards, child);
  gtk_list_item_set_child (list_item, NULL);
}

static void
filter_changed_cb (MarchQuotationList *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    march_quotation_card_set_query (self->cards->pdata[i],
                                    march_quotation_filter_get_text (self->filter));
}

static gboolean
make_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchQuotationList *self = MARCH_QUOTATION_LIST (widget);
  guint               made = gtk_slice_list_model_get_size (self->made);

  if (!self->begun)
    {
      self->begun = TRUE;
      return G_SOURCE_CONTINUE;
    }
  if (made < march_quotation_list_get_n_shown (self))
    {
      gtk_slice_list_model_set_size (self->made, made + 1);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Lets the cards of what is not made yet follow, frame by frame. */
static void
make_more (MarchQuotationList *self)
{
  if (self->tick != 0)
    return;
  self->begun = FALSE;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_more_cb, NULL, NULL);
}

static void
shown_changed_cb (MarchQuotationList *self)
{
  make_more (self);
  march_quotation_bar_set_shown (self->bar, march_quotation_list_get_n_shown (self));
}

static void
sort_changed_cb (MarchQuotationList *self)
{
  g_autoptr (GtkSorter) sorter = NULL;
  guint sort = 0;

  g_object_get (self->bar, "sort", &sort, NULL);
  sorter = march_quotation_sorter_new (sort);
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
}

static void
subset_removed_cb (MarchQuotationList *self)
{
  march_quotation_list_set_subset (self, NULL, NULL);
  g_signal_emit (self, subset_removed_signal, 0);
}

static void
cleared_cb (MarchQuotationList *self)
{
  march_quotation_filter_clear (self->filter);
  subset_removed_cb (self);
  march_quotation_bar_show_all (self->bar);
}

static void
scroll_to (MarchQuotationList *self, guint position)
{
  gtk_slice_list_model_set_size (self->made,
                                 MAX (gtk_slice_list_model_get_size (self->made), position));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static GListModel *
make_rows (MarchQuotationList *self)
{
  g_autoptr (GListStore) head = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) entry = g_object_new (G_TYPE_OBJECT, NULL);
  GListStore         *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFilterListModel *filtered = NULL;
  g_autoptr (GtkSorter) sorter = march_quotation_sorter_new (MARCH_SORT_BEARING);

  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_steal_pointer (&sorter));
  g_list_store_append (head, entry);
  g_list_store_append (parts, head);
  self->made = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0,
                                         FIRST_CARDS);
  g_list_store_append (parts, self->made);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
make_view (MarchQuotationList *self)
{
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel  *rows = GTK_SELECTION_MODEL (gtk_no_selection_new (make_rows (self)));

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (rows, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "quotations");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Quotations"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

static void
march_quotation_list_dispose (GObject *object)
{
  MarchQuotationList *self = MARCH_QUOTATION_LIST (object);
  GtkWidget          *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->top);
  g_clear_object (&self->desk);
  g_clear_object (&self->made);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (march_quotation_list_parent_class)->dispose (object);
}

static void
march_quotation_list_class_init (MarchQuotationListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_quotation_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  /* The user wants all quotations again. */
  subset_removed_signal = g_signal_new ("subset-removed", MARCH_TYPE_QUOTATION_LIST,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_quotation_list_init (MarchQuotationList *self)
{
  self->cards = g_ptr_array_new ();
  self->items = g_list_store_new (MARCH_TYPE_QUOTATION_ITEM);
  self->filter = march_quotation_filter_new ();
  self->bar = MARCH_QUOTATION_BAR (march_quotation_bar_new (self->filter));
  self->top = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (self->top, "page-top");
  make_view (self);
  g_object_ref (self->sorted);
  g_object_ref (self->made);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "notify::sort", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "subset-removed", G_CALLBACK (subset_removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
}

/** march_quotation_list_new: @header: (transfer full): what heads the page. @desk: where figures
 * are held against the map. Returns: (transfer floating): a page without quotations */
GtkWidget *
march_quotation_list_new (GtkWidget *header, MarchFigureDesk *desk)
{
  MarchQuotationList *self = g_object_new (MARCH_TYPE_QUOTATION_LIST, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "measured", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (self->top), header);
  gtk_box_append (GTK_BOX (self->top), GTK_WIDGET (self->bar));
  return GTK_WIDGET (self);
}

static gboolean
is_same_item (MarchQuotationItem *a, MarchQuotationItem *b)
{
  return march_quotation_item_get_quotation (a) == march_quotation_item_get_quotation (b)
         && march_quotation_item_get_corpus (a) == march_quotation_item_get_corpus (b)
         && march_quotation_item_get_rank (a) == march_quotation_item_get_rank (b);
}

/* Where the same quotations stay, at the beginning and at the end, their cards do, too. */
static void
splice (MarchQuotationList *self, GPtrArray *items, gboolean keep)
{
  GListModel *old = G_LIST_MODEL (self->items);
  guint       before = 0;
  guint       after = 0;
  const guint n = g_list_model_get_n_items (old);

  for (gboolean same = keep; same && before < MIN (n, items->len); before += same)
    {
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (old, before);

      same = is_same_item (item, items->pdata[before]);
    }
  for (gboolean same = keep; same && after < MIN (n, items->len) - before; after += same)
    {
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (old, n - 1 - after);

      same = is_same_item (item, items->pdata[items->len - 1 - after]);
    }
  if (n - before - after > MAX_CHANGED)
    gtk_slice_list_model_set_size (self->made, FIRST_CARDS);
  g_list_store_splice (self->items, before, n - before - after, items->pdata + before,
                       items->len - before - after);
}

/**
 * march_quotation_list_set_quotations:
 * @corpus: whose records they are
 * @quotations: (element-type MarchQuotation): in the order of their sources
 * @on_day: (nullable) (element-type MarchQuotation): those that bear on the day that is looked at,
 * what the answer rests on first; NULL: all do alike
 * @place: (nullable): the place that is looked at
 */
void
march_quotation_list_set_quotations (MarchQuotationList *list,
                                     MarchCorpus        *corpus,
                                     GPtrArray          *quotations,
                                     GPtrArray          *on_day,
                                     const MarchPlace   *place)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const gint64   looked_at = place == NULL ? 0 : place->id;
  const gboolean same = looked_at == list->place;

  for (guint i = 0; i < quotations->len; i++)
    {
      guint rank = 0;

      if (on_day != NULL && !g_ptr_array_find (on_day, quotations->pdata[i], &rank))
        rank = MARCH_NOT_ON_DAY;
      g_ptr_array_add (items, march_quotation_item_new (corpus, quotations->pdata[i], rank));
    }
  march_quotation_filter_clear (list->filter);
  march_quotation_bar_set_subset (list->bar, NULL);
  march_quotation_bar_reset (list->bar);
  list->place = looked_at;
  if (!same)
    gtk_slice_list_model_set_size (list->made, FIRST_CARDS);
  splice (list, items, same);
  march_quotation_bar_set_items (list->bar, G_LIST_MODEL (list->items));
  shown_changed_cb (list);
  gtk_widget_set_visible (GTK_WIDGET (list->bar), quotations->len > 0);
}

/** march_quotation_list_set_subset: @quotations: (nullable) (element-type MarchQuotation): what may
 * be shown at all; NULL: all of them. @name: (nullable): of that, on a chip that removes it */
void
march_quotation_list_set_subset (MarchQuotationList *list, GPtrArray *quotations, const char *name)
{
  march_quotation_filter_set_subset (list->filter, quotations);
  march_quotation_bar_set_subset (list->bar, quotations == NULL ? NULL : name);
}

static gboolean
find_row (MarchQuotationList *self, gint64 id, guint *position)
{
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (model, i);

      if (march_quotation_item_get_quotation (item)->id == id)
        {
          *position = i + 1;
          return TRUE;
        }
    }
  return FALSE;
}

/** march_quotation_list_show: scrolls to @quotation and marks its card, dropping filters that hide
 * it. Returns: FALSE if it isn't in the list */
gboolean
march_quotation_list_show (MarchQuotationList *list, const MarchQuotation *quotation)
{
  guint position = 0;

  if (!find_row (list, quotation->id, &position))
    cleared_cb (list);
  if (!find_row (list, quotation->id, &position))
    return FALSE;
  list->found = quotation->id;
  for (guint i = 0; i < list->cards->len; i++)
    {
      MarchQuotationItem *item = march_quotation_card_get_item (list->cards->pdata[i]);

      march_quotation_card_set_found (list->cards->pdata[i],
                                      march_quotation_item_get_quotation (item)->id == list->found);
    }
  scroll_to (list, position);
  return TRUE;
}

/** march_quotation_list_show_bar: scrolls from the header to the bar over the cards */
void
march_quotation_list_show_bar (MarchQuotationList *list)
{
  GtkAdjustment  *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list->view));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (list->bar), GTK_WIDGET (list->view), &bounds))
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y - 6);
}

/** march_quotation_list_show_top: scrolls to the header */
void
march_quotation_list_show_top (MarchQuotationList *list)
{
  scroll_to (list, 0);
}

/* Once the header is laid out, wherever the list was before. */
static gboolean
show_bar_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MarchQuotationList *self = MARCH_QUOTATION_LIST (widget);

  if (--self->frames > 0)
    return G_SOURCE_CONTINUE;
  march_quotation_list_show_bar (self);
  return G_SOURCE_REMOVE;
}

/** march_quotation_list_focus_search: lets the user type what to search for within. Returns: FALSE
 * if there is no quotation */
gboolean
march_quotation_list_focus_search (MarchQuotationList *list)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (list->items)) == 0)
    return FALSE;
  march_quotation_list_show_top (list);
  march_quotation_bar_focus_search (list->bar);
  if (list->frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (list), show_bar_cb, NULL, NULL);
  list->frames = FRAMES_TO_LAY_OUT;
  return TRUE;
}

/** march_quotation_list_get_n_shown: Returns: how many quotations pass the filters */
guint
march_quotation_list_get_n_shown (MarchQuotationList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list->sorted));
}
