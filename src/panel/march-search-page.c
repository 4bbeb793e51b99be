/* march-search-page.c — finds and browses places, actors, sources, events, theses, proposals and
 * quotations */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "base/march-number-words.h"
#include "panel/march-hit-row.h"
#include "panel/march-lead-row.h"
#include "panel/march-search-filters.h"
#include "panel/march-search-page.h"
#include "panel/march-search-pills.h"
#include "panel/march-search-plan.h"
#include "widgets/march-wrap-layout.h"

#define ANY_KIND MARCH_HITS_ANY_KIND

/* Rows made at once; each frame makes some more. GTK's list makes up to two hundred rows, in view
 * or not, and laying out their text would hold up the window. */
#define FIRST_ROWS 4
#define ROWS_A_FRAME 3
/* What is listed is fetched as it comes near to what is in view. */
#define PAGE 50
#define NEAR 600

struct _MarchSearchPage
{
  GtkBox parent_instance;

  MarchSession *session;
  MarchQuestion asked;     /* when it was last browsed; the day doesn't matter */
  MarchCorpus  *listed;    /* whose records are searched; NULL for none yet */
  MarchHits    *all;       /* of @listed; NULL while they aren't listed */
  MarchSearchPlan *plan;   /* of what is shown; NULL for nothing yet */
  guint         total;     /* how many there are to show */
  guint         fetched;   /* how many of them were asked for, @hits but for what is gone */
  GListStore   *hits;      /* of MarchHit: the first of what is listed */
  GtkSliceListModel *made; /* those of hits that have rows by now */
  guint         tick;      /* id of the tick callback that makes more, 0 for none */
  int           kind;      /* a MarchSearchKind, or ANY_KIND */
  GCancellable *planning;  /* NULL while no worker makes a plan */
  GCancellable *searching; /* NULL while no worker searches */
  gboolean      going;     /* to the first thing found, once the search is done */

  GtkEditable   *entry;
  GtkLabel      *problem; /* why a filter can't be understood */
  GtkWidget     *pills;
  GtkBox        *entry_box;
  GtkBox        *filter_box;
  MarchSearchFilters *filters;
  GtkCheckButton *heard_only; /* not all that there is, only what the question lets in */
  GtkListView   *view;
  GtkScrolledWindow *scroller;
  GtkStack      *results;
  AdwStatusPage *nothing;
};

G_DEFINE_FINAL_TYPE (MarchSearchPage, march_search_page, GTK_TYPE_BOX)

static void
clear_all (MarchSearchPage *self)
{
  g_clear_pointer (&self->plan, march_search_plan_free);
  g_clear_pointer (&self->all, march_hits_unref);
  g_clear_pointer (&self->listed, march_corpus_unref);
}

static void
activate_hit (MarchSearchPage *self, guint position)
{
  g_autoptr (MarchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  if (hit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.show", "(ux)",
                                (guint) march_hit_get_record (hit), march_hit_get_id (hit));
}

static gboolean
make_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchSearchPage *self = MARCH_SEARCH_PAGE (widget);
  guint            made = gtk_slice_list_model_get_size (self->made);

  if (made < g_list_model_get_n_items (G_LIST_MODEL (self->hits)))
    {
      gtk_slice_list_model_set_size (self->made, made + ROWS_A_FRAME);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
make_more (MarchSearchPage *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_more_cb, NULL, NULL);
}

static void
append_hits (MarchSearchPage *self, GPtrArray *found)
{
  g_list_store_splice (self->hits, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), 0,
                       found->pdata, found->len);
  make_more (self);
}

/* Of what is browsed, the next page. */
static void
append_browsed (MarchSearchPage *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  const guint beyond = MIN (self->total, self->fetched + PAGE);

  for (; self->fetched < beyond; self->fetched++)
    g_ptr_array_add (found, march_hits_dup_hit (self->plan->hits, self->kind, self->fetched));
  append_hits (self, found);
}

static void
append_found (MarchSearchPage *self, MarchSearchResults *results)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < results->hits->len; i++)
    {
      MarchHit *hit = march_hit_new_found (self->listed, results->hits->pdata[i]);

      if (hit != NULL)
        g_ptr_array_add (found, hit);
    }
  self->fetched = MIN (self->total, self->fetched + PAGE);
  append_hits (self, found);
}

static char *
describe_count (MarchSearchCount count)
{
  g_autofree char *n = march_words_for_number (count.n);

  return g_strconcat (n, count.more ? "+" : "", NULL);
}

/* With a filter, how many of how many quotations. */
static void
show_count (MarchSearchPage *self, MarchSearchCount count, MarchSearchCount of)
{
  g_autofree char *n = describe_count (count);
  g_autofree char *all = describe_count (of);
  g_autofree char *words = NULL;

  /* Translators: how many quotations the filters let in: "12 of 340 quotations". A plus sign
   * behind a number says that there may be more. */
  words = g_strdup_printf (
      ngettext ("%1$s of %2$s quotation", "%1$s of %2$s quotations", of.n), n, all);
  march_search_filters_set_count (self->filters, self->plan->filter != NULL ? words : "");
}

/* Makes place for what is listed now. */
static void
begin_list (MarchSearchPage *self, guint total, const MarchSearchCount *counts)
{
  self->total = total;
  self->fetched = 0;
  gtk_slice_list_model_set_size (self->made, FIRST_ROWS);
  g_list_store_remove_all (self->hits);
  march_search_pills_tell (self->pills, counts, self->plan->filter != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  adw_status_page_set_description (self->nothing,
                                   self->plan->filter != NULL
                                       ? _("Remove a filter, or try another spelling")
                                       : _("Try another spelling, a part of a word, or another "
                                           "kind"));
  gtk_stack_set_visible_child_name (self->results, total > 0 ? "list" : "nothing");
}

static void
end_list (MarchSearchPage *self)
{
  const gboolean go = self->going;

  self->going = FALSE;
  if (go)
    activate_hit (self, 0);
}

/* All there is, or all that is let in, without words. */
static void
browse (MarchSearchPage *self)
{
  MarchHits       *hits = self->plan->hits;
  MarchSearchCount counts[MARCH_N_SEARCH_KINDS] = { 0 };

  for (int kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    counts[kind].n = march_hits_get_n (hits, kind);
  begin_list (self, march_hits_get_n (hits, self->kind), counts);
  show_count (self, counts[MARCH_SEARCH_QUOTATION],
              (MarchSearchCount){ march_hits_get_n (self->all, MARCH_SEARCH_QUOTATION), FALSE });
  append_browsed (self);
  end_list (self);
}

static void
show_problem (MarchSearchPage *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  self->going = FALSE;
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchSearchPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchSearchResults) results
      = march_dossier_search_finish (MARCH_DOSSIER (source), result, &error);

  /* Cancelled: another search is under way, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->searching);
  if (results == NULL)
    {
      adw_status_page_set_description (self->nothing, error->message);
      gtk_stack_set_visible_child_name (self->results, "nothing");
      return;
    }
  if (self->fetched == 0)
    {
      begin_list (self, results->total.n, results->counts);
      show_count (self, results->counts[MARCH_SEARCH_QUOTATION], results->unfiltered);
    }
  append_found (self, results);
  end_list (self);
}

static void
search_from (MarchSearchPage *self, guint offset)
{
  const MarchSearchQuery query = {
    .text = self->plan->words,
    .kinds = self->kind == ANY_KIND ? MARCH_SEARCH_ALL : MARCH_SEARCH_BIT (self->kind),
    .offset = offset,
    .limit = PAGE,
    .filter = self->plan->filter,
  };

  march_dossier_search_async (march_session_get_dossier (self->session), &query,
                              march_newest_begin (&self->searching), searched_cb, self);
}

/* Fetches what follows as soon as little of what was fetched is left below. */
static void
scrolled_cb (MarchSearchPage *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double   beyond = gtk_adjustment_get_value (scroll) + gtk_adjustment_get_page_size (scroll);

  if (self->plan == NULL || self->fetched >= self->total || self->searching != NULL
      || self->planning != NULL || beyond + NEAR < gtk_adjustment_get_upper (scroll)
      || gtk_slice_list_model_get_size (self->made)
             < g_list_model_get_n_items (G_LIST_MODEL (self->hits)))
    return;
  if (self->plan->hits != NULL)
    append_browsed (self);
  else if (march_session_get_dossier (self->session) != NULL)
    search_from (self, self->fetched);
}

static gboolean
is_restricted (MarchSearchPage *self)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (self->session);

  return snapshot != NULL && march_snapshot_get_corpus (snapshot) == self->listed
         && march_question_restricts (march_snapshot_get_question (snapshot));
}

static void
plan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError          *error = NULL;
  MarchSearchPlan *plan = march_search_plan_new (data, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) march_search_plan_free);
  else
    g_task_return_error (task, error);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MarchSearchPage *self = MARCH_SEARCH_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchSearchPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_newest_end (&self->planning, result))
    return;
  if (plan == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  g_clear_pointer (&self->plan, march_search_plan_free);
  self->plan = g_steal_pointer (&plan);
  if (self->all == NULL)
    self->all = march_hits_ref (self->plan->all);
  gtk_widget_set_visible (GTK_WIDGET (self->heard_only),
                          self->plan->hits != NULL && is_restricted (self));
  self->fetched = 0;
  if (self->plan->hits != NULL)
    browse (self);
  else if (march_session_get_dossier (self->session) != NULL)
    search_from (self, 0);
}

static void
search (MarchSearchPage *self)
{
  MarchSearchWish *wish = NULL;
  const gboolean   heard_only = gtk_check_button_get_active (self->heard_only);

  march_newest_stop (&self->searching);
  if (march_session_get_dossier (self->session) == NULL || self->listed == NULL)
    return;
  wish = g_new0 (MarchSearchWish, 1);
  wish->corpus = march_corpus_ref (self->listed);
  wish->all = self->all != NULL ? march_hits_ref (self->all) : NULL;
  if (heard_only && is_restricted (self))
    wish->snapshot = march_snapshot_ref (march_session_get_snapshot (self->session));
  wish->chips = march_search_filters_dup_chips (self->filters);
  wish->text = g_strdup (gtk_editable_get_text (self->entry));
  if (self->plan != NULL && self->plan->filter != NULL)
    wish->last = march_search_filter_ref (self->plan->filter);
  march_newest_run (&self->planning, self, plan_in_thread, wish,
                    (GDestroyNotify) march_search_wish_free, planned_cb);
}

/* Filters are about quotations: no other kind is left. */
static void
filters_changed_cb (MarchSearchPage *self)
{
  GtkWidget *any = gtk_widget_get_first_child (self->pills);

  if (self->kind != ANY_KIND && self->kind != MARCH_SEARCH_QUOTATION)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (any), TRUE);
  else
    search (self);
}

static void
pill_toggled_cb (GtkToggleButton *pill, MarchSearchPage *self)
{
  if (!gtk_toggle_button_get_active (pill))
    return;
  self->kind = march_search_pills_get_kind (GTK_WIDGET (pill));
  search (self);
}

/* Enter in the entry goes to the first thing found. */
static void
entry_activated_cb (MarchSearchPage *self)
{
  self->going = *gtk_editable_get_text (self->entry) != '\0';
  search (self);
}

static void
stop_search_cb (MarchSearchPage *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.back", NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, march_hit_row_new ());
}

static void
bind_cb (MarchSearchPage *self, GtkListItem *list_item)
{
  march_hit_row_show (gtk_list_item_get_child (list_item), gtk_list_item_get_item (list_item),
                      self->kind == ANY_KIND);
}

static void
march_search_page_dispose (GObject *object)
{
  MarchSearchPage *self = MARCH_SEARCH_PAGE (object);

  march_search_pills_clear (self->pills);
  march_newest_stop (&self->planning);
  march_newest_stop (&self->searching);
  clear_all (self);
  g_clear_object (&self->made);
  g_clear_object (&self->hits);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_search_page_parent_class)->dispose (object);
}

static void
march_search_page_class_init (MarchSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_search_page_dispose;
  g_type_ensure (MARCH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, pills);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, entry_box);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, heard_only);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, view);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, results);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_hit);
}

/* What can be typed into the entry, with an example of each. */
static void
explain_entry (MarchSearchPage *self)
{
  static const char *const examples[]
      = { NULL, NULL, NULL, "Ada", "\"Lake Herald\"", "B2", "2031-05", "2031", "2031" };
  GString *filters = g_string_new (NULL);

  for (guint key = 0; key < MARCH_N_SEARCH_KEYS; key++)
    g_string_append_printf (filters, "\n%s:%s", march_search_key_get_word (key),
                            examples[key] != NULL ? examples[key] : "…");
  g_string_prepend (filters, _("Words, and phrases in quotation marks. Filters may be typed as "
                               "well:"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), filters->str);
  g_string_free (filters, TRUE);
}

static void
march_search_page_init (MarchSearchPage *self)
{
  GtkAdjustment *scroll = NULL;

  self->kind = ANY_KIND;
  self->hits = g_list_store_new (MARCH_TYPE_HIT);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->made = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->hits)), 0, FIRST_ROWS);
  march_list_view_show (self->view, G_LIST_MODEL (self->made), G_CALLBACK (setup_cb),
                        G_CALLBACK (bind_cb), self);
  march_search_pills_make (self->pills, G_CALLBACK (pill_toggled_cb), self);
  explain_entry (self);
  self->filters = MARCH_SEARCH_FILTERS (march_search_filters_new ());
  gtk_box_append (self->filter_box, GTK_WIDGET (self->filters));
  gtk_box_append (self->entry_box, march_search_filters_get_button (self->filters));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/** march_search_page_new: @session: what is looked at. Returns: (transfer floating): a page that
 * march_search_page_update() fills */
GtkWidget *
march_search_page_new (MarchSession *session)
{
  MarchSearchPage *self = g_object_new (MARCH_TYPE_SEARCH_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
set_corpus (MarchSearchPage *self, MarchCorpus *corpus)
{
  march_newest_stop (&self->planning);
  march_newest_stop (&self->searching);
  clear_all (self);
  self->listed = march_corpus_ref (corpus);
  march_search_filters_set_corpus (self->filters, corpus);
}

/* With another question the list of what it lets in is another one. */
static gboolean
is_browsed_anew (MarchSearchPage *self)
{
  MarchSnapshot       *snapshot = march_session_get_snapshot (self->session);
  const MarchQuestion *question = snapshot != NULL ? march_snapshot_get_question (snapshot) : NULL;
  const MarchQuestion  old = self->asked;

  if (question == NULL || *gtk_editable_get_text (self->entry) != '\0')
    return FALSE;
  self->asked = *question;
  return old.known_by != question->known_by || old.according_actor != question->according_actor
         || old.according_source != question->according_source;
}

/** march_search_page_update: searches anew if the session's dossier has changed, and lists anew
 * what its question lets in */
void
march_search_page_update (MarchSearchPage *page)
{
  MarchCorpus *corpus = march_session_get_corpus (page->session);

  if (corpus == NULL)
    return;
  if (corpus != page->listed)
    set_corpus (page, corpus);
  else if (!is_browsed_anew (page))
    return;
  search (page);
}

/** march_search_page_start: @text: what to search for; "" leaves what is there. The entry takes the
 * focus */
void
march_search_page_start (MarchSearchPage *page, const char *text)
{
  if (*text != '\0')
    gtk_editable_set_text (page->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (page->entry));
  gtk_editable_select_region (page->entry, 0, -1);
}

/** march_search_page_browse: lists all that the question lets in of @kind, a MarchSearchKind */
void
march_search_page_browse (MarchSearchPage *page, guint kind)
{
  GtkWidget *pill = gtk_widget_get_first_child (page->pills);

  gtk_editable_set_text (page->entry, "");
  march_search_filters_clear (page->filters);
  gtk_check_button_set_active (page->heard_only, TRUE);
  for (guint i = 0; pill != NULL && i <= kind; i++)
    pill = gtk_widget_get_next_sibling (pill);
  if (pill != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), TRUE);
  search (page);
}
