/* march-search-page.c — finds and browses places, actors, sources, events, theses, proposals and
 * quotations */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "panel/march-heard.h"
#include "panel/march-hit.h"
#include "panel/march-lead-row.h"
#include "panel/march-search-page.h"
#include "widgets/march-wrap-layout.h"

#define ANY_KIND -1

/* Rows made at once; each frame makes some more. GTK's list makes up to two hundred rows, in view
 * or not, and laying out their text would hold up the window. */
#define FIRST_ROWS 4
#define ROWS_A_FRAME 3

struct _MarchSearchPage
{
  GtkBox parent_instance;

  MarchSession *session;
  MarchQuestion asked;     /* when it was last browsed; the day doesn't matter */
  MarchCorpus  *listed;    /* whose records @all has; NULL for none yet */
  GPtrArray    *all;       /* of MarchHit */
  GListStore   *hits;      /* of MarchHit: what is listed */
  GtkSliceListModel *made; /* those of hits that have rows by now */
  guint         tick;      /* id of the tick callback that makes more, 0 for none */
  /* of each kind, id of a record → MarchHit of @all: records of two kinds may share an id */
  GHashTable   *by_id[MARCH_N_SEARCH_KINDS];
  int           kind;      /* a MarchSearchKind, or ANY_KIND */
  GCancellable *searching; /* NULL while no worker searches */
  gboolean      going;     /* to the first thing found, once the search is done */

  GtkEditable   *entry;
  GtkWidget     *pills;
  GtkCheckButton *heard_only; /* not all that there is, only what the question lets in */
  GtkListView   *view;
  GtkStack      *results;
  AdwStatusPage *nothing;
};

G_DEFINE_FINAL_TYPE (MarchSearchPage, march_search_page, GTK_TYPE_BOX)

static void
clear_pills (MarchSearchPage *self)
{
  GtkWidget *child = NULL;

  while (self->pills != NULL && (child = gtk_widget_get_first_child (self->pills)) != NULL)
    gtk_widget_unparent (child);
}

static void
clear_all (MarchSearchPage *self)
{
  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    g_clear_pointer (&self->by_id[kind], g_hash_table_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->listed, march_corpus_unref);
}

static gboolean
is_wanted (MarchSearchPage *self, MarchSearchKind kind)
{
  return self->kind == ANY_KIND || self->kind == (int) kind;
}

static void
set_pill_count (GtkWidget *pill, int kind, MarchSearchCount count)
{
  const char      *title = kind == ANY_KIND ? _("All") : march_hit_kind_get_title (kind);
  g_autofree char *label = g_strdup_printf ("%s %u%s", title, count.n, count.more ? "+" : "");

  gtk_button_set_label (GTK_BUTTON (pill), label);
  gtk_widget_set_sensitive (pill,
                            count.n > 0 || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pill)));
}

static void
update_counts (MarchSearchPage *self, const MarchSearchCount *counts)
{
  GtkWidget       *pill = gtk_widget_get_first_child (self->pills);
  MarchSearchCount sum = { 0, FALSE };

  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      sum.n += counts[kind].n;
      sum.more |= counts[kind].more;
    }
  set_pill_count (pill, ANY_KIND, sum);
  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      pill = gtk_widget_get_next_sibling (pill);
      set_pill_count (pill, kind, counts[kind]);
    }
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
show_hits (MarchSearchPage *self, GPtrArray *found, const MarchSearchCount *counts)
{
  gboolean go = self->going;

  gtk_slice_list_model_set_size (self->made, FIRST_ROWS);
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)),
                       found->pdata, found->len);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_more_cb, NULL, NULL);
  update_counts (self, counts);
  gtk_stack_set_visible_child_name (self->results, found->len > 0 ? "list" : "nothing");
  self->going = FALSE;
  if (go)
    activate_hit (self, 0);
}

/* What the question lets in, if only that is wanted; NULL for all. */
static GHashTable *
list_heard (MarchSearchPage *self)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (self->session);
  gboolean       fits = snapshot != NULL && march_snapshot_get_corpus (snapshot) == self->listed;
  GHashTable    *heard = fits ? march_heard_list (snapshot) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->heard_only), heard != NULL);
  if (!gtk_check_button_get_active (self->heard_only))
    g_clear_pointer (&heard, g_hash_table_unref);
  return heard;
}

/* All there is, or all that the question lets in, without a query. */
static void
browse (MarchSearchPage *self)
{
  g_autoptr (GHashTable) heard = list_heard (self);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  MarchSearchCount counts[MARCH_N_SEARCH_KINDS] = { 0 };

  for (guint i = 0; i < self->all->len; i++)
    {
      MarchHit *hit = self->all->pdata[i];

      if (!march_hit_is_among (hit, heard))
        continue;
      counts[march_hit_get_kind (hit)].n++;
      if (is_wanted (self, march_hit_get_kind (hit)))
        g_ptr_array_add (found, hit);
    }
  show_hits (self, found, counts);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchSearchPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchSearchResults) results
      = march_dossier_search_finish (MARCH_DOSSIER (source), result, &error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

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
  adw_status_page_set_description (self->nothing,
                                   _("Try another spelling, a part of a word, or another kind"));
  for (guint i = 0; i < results->hits->len; i++)
    {
      const MarchSearchHit *listed = results->hits->pdata[i];
      MarchHit             *hit = g_hash_table_lookup (self->by_id[listed->kind], &listed->id);

      if (hit != NULL)
        g_ptr_array_add (found, march_hit_new_found (hit, listed));
    }
  show_hits (self, found, results->counts);
}

static void
search (MarchSearchPage *self)
{
  MarchDossier    *dossier = march_session_get_dossier (self->session);
  const char      *text = gtk_editable_get_text (self->entry);
  MarchSearchQuery query = { text, MARCH_SEARCH_ALL, 0, MARCH_SEARCH_MOST };

  march_newest_stop (&self->searching);
  if (dossier == NULL || self->all == NULL)
    return;
  if (*text == '\0')
    {
      browse (self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->heard_only), FALSE);
  if (self->kind != ANY_KIND)
    query.kinds = MARCH_SEARCH_BIT (self->kind);
  march_dossier_search_async (dossier, &query, march_newest_begin (&self->searching), searched_cb,
                              self);
}

static void
pill_toggled_cb (GtkToggleButton *pill, MarchSearchPage *self)
{
  if (!gtk_toggle_button_get_active (pill))
    return;
  self->kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (pill), "march-kind"));
  search (self);
}

static void
make_pills (MarchSearchPage *self)
{
  GtkToggleButton *first = NULL;

  for (int kind = ANY_KIND; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      GtkWidget *pill = gtk_toggle_button_new_with_label ("");

      g_object_set_data (G_OBJECT (pill), "march-kind", GINT_TO_POINTER (kind));
      gtk_widget_add_css_class (pill, "pill-small");
      gtk_widget_set_parent (pill, self->pills);
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (pill), first);
      else
        first = GTK_TOGGLE_BUTTON (pill);
    }
  gtk_toggle_button_set_active (first, TRUE);
  for (GtkWidget *pill = GTK_WIDGET (first); pill != NULL;
       pill = gtk_widget_get_next_sibling (pill))
    g_signal_connect (pill, "toggled", G_CALLBACK (pill_toggled_cb), self);
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = march_label_new ("", NULL);
  GtkWidget *detail = march_label_new ("", "caption");
  GtkWidget *kind = march_tag_new ("", NULL);

  gtk_label_set_lines (GTK_LABEL (title), 6);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (detail), 2);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (MarchSearchPage *self, GtkListItem *list_item)
{
  MarchHit        *hit = gtk_list_item_get_item (list_item);
  GtkWidget       *box = gtk_list_item_get_child (list_item);
  GtkWidget       *words = gtk_widget_get_first_child (box);
  GtkWidget       *title = gtk_widget_get_first_child (words);
  GtkWidget       *detail = gtk_widget_get_last_child (words);
  GtkWidget       *kind = gtk_widget_get_last_child (box);
  g_autofree char *title_markup = NULL;
  g_autofree char *detail_markup = NULL;

  march_hit_describe (hit, &title_markup, &detail_markup);
  gtk_label_set_markup (GTK_LABEL (title), title_markup);
  gtk_label_set_markup (GTK_LABEL (detail), detail_markup);
  gtk_widget_set_visible (detail, *detail_markup != '\0');
  gtk_label_set_text (GTK_LABEL (kind), march_hit_kind_get_word (march_hit_get_kind (hit)));
  gtk_widget_set_visible (kind, self->kind == ANY_KIND);
  if (march_hit_is_quoted (hit))
    gtk_widget_add_css_class (title, "quote");
  else
    gtk_widget_remove_css_class (title, "quote");
}

static void
march_search_page_dispose (GObject *object)
{
  MarchSearchPage *self = MARCH_SEARCH_PAGE (object);

  clear_pills (self);
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
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, pills);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, heard_only);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, view);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, results);
  gtk_widget_class_bind_template_child (widget_class, MarchSearchPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_hit);
}

static void
march_search_page_init (MarchSearchPage *self)
{
  self->kind = ANY_KIND;
  self->hits = g_list_store_new (MARCH_TYPE_HIT);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->made = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->hits)), 0, FIRST_ROWS);
  march_list_view_show (self->view, G_LIST_MODEL (self->made), G_CALLBACK (setup_cb),
                        G_CALLBACK (bind_cb), self);
  make_pills (self);
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
list_all (MarchSearchPage *self, MarchCorpus *corpus)
{
  clear_all (self);
  self->listed = march_corpus_ref (corpus);
  self->all = march_hit_list_all (corpus);
  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    self->by_id[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->all->len; i++)
    {
      MarchHit *hit = self->all->pdata[i];
      gint64    id = march_hit_get_id (hit);

      g_hash_table_insert (self->by_id[march_hit_get_kind (hit)], g_memdup2 (&id, sizeof id), hit);
    }
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
    list_all (page, corpus);
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
  gtk_check_button_set_active (page->heard_only, TRUE);
  for (guint i = 0; pill != NULL && i <= kind; i++)
    pill = gtk_widget_get_next_sibling (pill);
  if (pill != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), TRUE);
  search (page);
}
