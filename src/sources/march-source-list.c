/* march-source-list.c — the sources of a dossier, filtered, grouped and sorted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "corpus/march-verify.h"
#include "sources/march-source-row.h"
#include "widgets/march-spoken-name.h"

struct _MarchSourceList
{
  GtkBox parent_instance;

  /* owned */
  MarchSession       *session;
  GSignalGroup       *dossier; /* the signals of the session's */
  MarchCorpus        *corpus;  /* which the items are of; NULL without a dossier */
  GPtrArray          *items;   /* of MarchSourceItem: all there are */
  GListStore         *listed;  /* those that pass the filter, in order */
  GtkSingleSelection *selection;
  GCancellable       *checking; /* quotations against the texts that are there; NULL: nothing is */

  gint64              source;
  MarchSourceGrouping grouping;
  MarchSourceSorting  sorting;
  gboolean            filling; /* the list changes, not what is selected */

  /* Template children */
  GtkEditable   *filter;
  GtkMenuButton *order_button;
  GtkStack      *pages;
  GtkListView   *view;
  AdwStatusPage *nothing;
  GtkWidget     *unidentified_note;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SOURCE,
  PROP_GROUPING,
  PROP_SORTING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint       activated_signal;

G_DEFINE_FINAL_TYPE (MarchSourceList, march_source_list, GTK_TYPE_BOX)

static gint64
get_id (MarchSourceList *self, guint position)
{
  g_autoptr (MarchSourceItem) item = g_list_model_get_item (G_LIST_MODEL (self->listed), position);

  return item != NULL ? march_source_item_get_source (item)->id : 0;
}

static guint
find_position (MarchSourceList *self, gint64 source)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->listed));

  for (guint i = 0; i < n && source != 0; i++)
    if (get_id (self, i) == source)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selected (MarchSourceList *self, gboolean scroll)
{
  const guint position = find_position (self, self->source);

  gtk_single_selection_set_selected (self->selection, position);
  if (scroll && position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
take_source (MarchSourceList *self, gint64 source)
{
  if (source == self->source)
    return;
  self->source = source;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

static void
selected_cb (MarchSourceList *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->filling && position != GTK_INVALID_LIST_POSITION)
    take_source (self, get_id (self, position));
}

static void
show_nothing (MarchSourceList *self)
{
  const gboolean none = self->items->len == 0;

  adw_status_page_set_title (self->nothing, none ? _("No Sources Yet") : _("No Source Found"));
  adw_status_page_set_description (self->nothing,
                                   none ? _("Add the first one: paste a text, open a file, or "
                                             "describe a publication.")
                                        : _("Try another word of its title, author, publication "
                                             "or date"));
  gtk_stack_set_visible_child_name (self->pages, "nothing");
}

static gboolean
has_unidentified (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!march_source_is_identified (march_source_item_get_source (items->pdata[i])))
      return TRUE;
  return FALSE;
}

/* Lists anew what passes the filter; what is selected stays. */
static void
refill (MarchSourceList *self)
{
  g_autoptr (GPtrArray)
      found = march_source_order_apply (self->items, self->grouping, self->sorting,
                                        gtk_editable_get_text (self->filter));

  self->filling = TRUE;
  g_list_store_splice (self->listed, 0, g_list_model_get_n_items (G_LIST_MODEL (self->listed)),
                       found->pdata, found->len);
  show_selected (self, FALSE);
  self->filling = FALSE;
  gtk_widget_set_visible (self->unidentified_note, has_unidentified (found));
  if (found->len > 0)
    gtk_stack_set_visible_child_name (self->pages, "list");
  else
    show_nothing (self);
}

static guint
count_missing (const MarchSource *source)
{
  g_autoptr (GArray) checks = march_verify_source (source, source->text);
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += g_array_index (checks, MarchQuotationCheck, i).match == MARCH_MATCH_NOT_FOUND;
  return n;
}

/* How many quotations each source's text lacks, in the order of the sources. */
static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *sources = march_corpus_get_sources (data);
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (counts, sources->len);
  for (guint i = 0; i < sources->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (((const MarchSource *) sources->pdata[i])->text != NULL)
      g_array_index (counts, guint, i) = count_missing (sources->pdata[i]);
  g_task_return_pointer (task, g_steal_pointer (&counts), (GDestroyNotify) g_array_unref);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GArray) counts = g_task_propagate_pointer (G_TASK (result), NULL);
  MarchSourceList *self = user_data;
  gboolean         any = FALSE;

  /* Cancelled: the dossier is another by now, or the list is gone. */
  if (counts == NULL)
    return;
  g_clear_object (&self->checking);
  for (guint i = 0; i < counts->len; i++)
    {
      const guint n = g_array_index (counts, guint, i);

      march_source_item_set_missing (self->items->pdata[i], n);
      any |= n > 0;
    }
  if (any)
    refill (self);
}

static void
check_texts (MarchSourceList *self)
{
  g_autoptr (GTask) task = NULL;

  march_newest_stop (&self->checking);
  if (self->corpus == NULL)
    return;
  task = g_task_new (NULL, march_newest_begin (&self->checking), checked_cb, self);
  g_task_set_task_data (task, march_corpus_ref (self->corpus), (GDestroyNotify) march_corpus_unref);
  g_task_run_in_thread (task, check_in_thread);
}

/* The dossier is another, or has changed. */
static void
read_corpus (MarchSourceList *self)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);
  MarchCorpus  *corpus = dossier != NULL ? march_dossier_dup_corpus (dossier) : NULL;

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  self->corpus = corpus;
  self->items = corpus != NULL ? march_source_order_list (corpus)
                               : g_ptr_array_new_with_free_func (g_object_unref);
  if (corpus == NULL || march_corpus_get_source (corpus, self->source) == NULL)
    take_source (self, 0);
  refill (self);
  check_texts (self);
}

static void
dossier_cb (MarchSourceList *self)
{
  g_signal_group_set_target (self->dossier, march_session_get_dossier (self->session));
  read_corpus (self);
}

static void
activated_cb (MarchSourceList *self, guint position)
{
  const gint64 id = get_id (self, position);

  take_source (self, id);
  g_signal_emit (self, activated_signal, 0, id);
}

static void
filter_activated_cb (MarchSourceList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->listed)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  activated_cb (self, 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, march_source_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  march_source_row_set_item (MARCH_SOURCE_ROW (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_item (list_item));
}

static void
march_source_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarchSourceList *self = MARCH_SOURCE_LIST (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SOURCE:
      g_value_set_int64 (value, self->source);
      break;
    case PROP_GROUPING:
      g_value_set_enum (value, self->grouping);
      break;
    case PROP_SORTING:
      g_value_set_enum (value, self->sorting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
take_session (MarchSourceList *self, MarchSession *session)
{
  if (session == NULL)
    return;
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::dossier", G_CALLBACK (dossier_cb), self,
                           G_CONNECT_SWAPPED);
  dossier_cb (self);
}

static void
march_source_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarchSourceList *self = MARCH_SOURCE_LIST (object);

  switch (id)
    {
    case PROP_SESSION:
      take_session (self, g_value_get_object (value));
      break;
    case PROP_SOURCE:
      march_source_list_set_source (self, g_value_get_int64 (value));
      break;
    case PROP_GROUPING:
      self->grouping = g_value_get_enum (value);
      refill (self);
      break;
    case PROP_SORTING:
      self->sorting = g_value_get_enum (value);
      refill (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
march_source_list_dispose (GObject *object)
{
  MarchSourceList *self = MARCH_SOURCE_LIST (object);

  march_newest_stop (&self->checking);
  g_clear_object (&self->dossier);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_source_list_parent_class)->dispose (object);
}

static void
march_source_list_finalize (GObject *object)
{
  MarchSourceList *self = MARCH_SOURCE_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->listed);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_source_list_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags plain = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION, plain);
  properties[PROP_SOURCE] = g_param_spec_int64 ("source", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_GROUPING] = g_param_spec_enum ("grouping", NULL, NULL, MARCH_TYPE_SOURCE_GROUPING,
                                                 MARCH_SOURCES_BY_IDENTITY, plain);
  properties[PROP_SORTING] = g_param_spec_enum ("sorting", NULL, NULL, MARCH_TYPE_SOURCE_SORTING,
                                                MARCH_SOURCES_OLDEST_FIRST, plain);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
march_source_list_class_init (MarchSourceListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = march_source_list_get_property;
  object_class->set_property = march_source_list_set_property;
  object_class->dispose = march_source_list_dispose;
  object_class->finalize = march_source_list_finalize;
  install_properties (object_class);
  activated_signal = g_signal_new ("activated", MARCH_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_property_action (widget_class, "sources.group", "grouping");
  gtk_widget_class_install_property_action (widget_class, "sources.sort", "sorting");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-source-list.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchSourceList, name)
  BIND (filter);
  BIND (order_button);
  BIND (pages);
  BIND (view);
  BIND (nothing);
  BIND (unidentified_note);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, refill);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
march_source_list_init (MarchSourceList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->listed = g_list_store_new (MARCH_TYPE_SOURCE_ITEM);
  self->dossier = g_signal_group_new (MARCH_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier, "changed", G_CALLBACK (read_corpus), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->listed)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  march_spoken_name_set_menu_button (self->order_button, _("Group and sort"));
  refill (self);
}

/** march_source_list_new: Returns: (transfer floating): a list of the sources of @session's dossier
 */
GtkWidget *
march_source_list_new (MarchSession *session)
{
  return g_object_new (MARCH_TYPE_SOURCE_LIST, "session", session, NULL);
}

/** march_source_list_get_source: Returns: id of the source that is selected; 0: none */
gint64
march_source_list_get_source (MarchSourceList *self)
{
  g_return_val_if_fail (MARCH_IS_SOURCE_LIST (self), 0);
  return self->source;
}

/** march_source_list_set_source: @source: id of the one to select, which is scrolled to; 0, or one
 * that the dossier has not: none */
void
march_source_list_set_source (MarchSourceList *self, gint64 source)
{
  g_return_if_fail (MARCH_IS_SOURCE_LIST (self));
  if (self->corpus == NULL || march_corpus_get_source (self->corpus, source) == NULL)
    source = 0;
  self->filling = TRUE;
  take_source (self, source);
  show_selected (self, TRUE);
  self->filling = FALSE;
}

/** march_source_list_focus_filter: lets the user type into the filter */
void
march_source_list_focus_filter (MarchSourceList *self)
{
  g_return_if_fail (MARCH_IS_SOURCE_LIST (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}
