/* march-place-page.c — the panel's page of the selected place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "asof/march-why.h"
#include "panel/march-place-header.h"
#include "panel/march-place-page.h"
#include "panel/march-quotation-list.h"

struct _MarchPlacePage
{
  GtkWidget parent_instance;

  MarchSession       *session;
  MarchPlaceHeader   *header;
  MarchQuotationList *list;
  gint64              place;   /* id of what was shown last, 0 for nothing */
  MarchCorpus        *corpus;  /* that of it */
  char               *telling; /* what was told of it */
};

G_DEFINE_FINAL_TYPE (MarchPlacePage, march_place_page, GTK_TYPE_WIDGET)

static void
add_evidence (GPtrArray *quotations, MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (march_snapshot_is_evidence_known (snapshot, evidence)
          && !g_ptr_array_find (quotations, evidence->quotation, NULL))
        g_ptr_array_add (quotations, (gpointer) evidence->quotation);
    }
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GHashTable *order = user_data;

  return GPOINTER_TO_INT (g_hash_table_lookup (order, *(gconstpointer *) a))
         - GPOINTER_TO_INT (g_hash_table_lookup (order, *(gconstpointer *) b));
}

/* As the sources have them. */
static void
sort_by_source (GPtrArray *quotations, MarchCorpus *corpus)
{
  GPtrArray *all = march_corpus_get_quotations (corpus);
  g_autoptr (GHashTable) order = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (order, all->pdata[i], GUINT_TO_POINTER (i));
  g_ptr_array_sort_with_data (quotations, compare_order, order);
}

static void
update_quotations (MarchPlacePage *self, MarchSnapshot *snapshot, const MarchPlace *place)
{
  MarchCorpus *corpus = march_snapshot_get_corpus (snapshot);
  g_autoptr (MarchWhy) why = march_why_new (snapshot, place);
  g_autoptr (GPtrArray) on_day = march_why_list_quotations (why);
  g_autoptr (GPtrArray) all = g_ptr_array_copy (on_day, NULL, NULL);
  g_autoptr (GPtrArray) assertions = march_corpus_list_assertions_of (corpus, place);

  for (guint i = 0; i < assertions->len; i++)
    if (march_snapshot_is_known (snapshot, assertions->pdata[i]))
      add_evidence (all, snapshot, assertions->pdata[i]);
  sort_by_source (all, corpus);
  march_quotation_list_set_quotations (self->list, corpus, all, on_day, place);
}

/* All that the page would say, but for the day itself: cheap to put together, where widgets are
 * dear to make. */
static char *
describe_telling (MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_autoptr (MarchWhy) why = march_why_new (snapshot, place);
  g_autofree char *text = march_why_to_text (why);
  g_autoptr (GPtrArray) on_day = march_why_list_quotations (why);
  /* The first paragraph names the day. */
  g_autoptr (GString) telling = g_string_new (strstr (text, "\n\n"));
  const MarchQuestion *question = march_snapshot_get_question (snapshot);

  g_string_append_printf (telling, "\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          question->known_by, question->according_actor,
                          question->according_source);
  for (guint i = 0; i < on_day->len; i++)
    g_string_append_printf (telling, " %" G_GINT64_FORMAT,
                            ((const MarchQuotation *) on_day->pdata[i])->id);
  return g_string_free (g_steal_pointer (&telling), FALSE);
}

/* Whether the page says all this already. A step of a day mostly changes nothing. */
static gboolean
tells_already (MarchPlacePage *self, MarchCorpus *corpus, const MarchPlace *place, char *telling)
{
  g_autofree char *owned = telling;

  if (self->place == place->id && self->corpus == corpus && g_strcmp0 (self->telling, owned) == 0)
    return TRUE;
  g_free (self->telling);
  self->telling = g_steal_pointer (&owned);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  self->corpus = march_corpus_ref (corpus);
  return FALSE;
}

static void
subset_cb (MarchPlacePage *self, GPtrArray *quotations, const char *name, gboolean scroll)
{
  /* Moving the day made other cards of the same page: bring them up before narrowing them down. */
  if (scroll)
    march_place_page_update (self);
  march_quotation_list_set_subset (self->list, quotations, name);
  if (scroll)
    march_quotation_list_show_bar (self->list);
}

static void
march_place_page_dispose (GObject *object)
{
  MarchPlacePage *self = MARCH_PLACE_PAGE (object);
  GtkWidget      *list = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&list, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  g_clear_pointer (&self->telling, g_free);
  G_OBJECT_CLASS (march_place_page_parent_class)->dispose (object);
}

static void
march_place_page_class_init (MarchPlacePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_place_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
march_place_page_init (MarchPlacePage *self)
{
}

/** march_place_page_new: @session: what is looked at. Returns: (transfer floating): a page that
 * march_place_page_update() fills */
GtkWidget *
march_place_page_new (MarchSession *session)
{
  MarchPlacePage *self = g_object_new (MARCH_TYPE_PLACE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->header = MARCH_PLACE_HEADER (march_place_header_new (session));
  self->list = MARCH_QUOTATION_LIST (march_quotation_list_new (
      GTK_WIDGET (self->header), march_session_get_figure_desk (session)));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_object (self->header, "subset", G_CALLBACK (subset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "subset-removed",
                           G_CALLBACK (march_place_header_release_chips), self->header,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** march_place_page_update: tells of the session's place as its snapshot has it; nothing happens
 * without a place */
void
march_place_page_update (MarchPlacePage *page)
{
  MarchSnapshot    *snapshot = march_session_get_snapshot (page->session);
  const MarchPlace *place = march_session_get_place (page->session);

  /* While a newer snapshot is being made the old one may be of an older corpus. */
  if (snapshot == NULL || place == NULL
      || march_snapshot_get_corpus (snapshot) != march_session_get_corpus (page->session))
    return;
  if (tells_already (page, march_snapshot_get_corpus (snapshot), place,
                     describe_telling (snapshot, place)))
    {
      march_place_header_update_day (page->header);
      return;
    }
  march_place_header_update (page->header, place);
  update_quotations (page, snapshot, place);
  if (page->place != place->id)
    march_quotation_list_show_top (page->list);
  page->place = place->id;
}

/** march_place_page_show: scrolls to @quotation. Returns: FALSE if it doesn't bear on the place */
gboolean
march_place_page_show (MarchPlacePage *page, const MarchQuotation *quotation)
{
  return march_quotation_list_show (page->list, quotation);
}

/** march_place_page_focus_search: lets the user type what to search for within the quotations.
 * Returns: FALSE if there is none */
gboolean
march_place_page_focus_search (MarchPlacePage *page)
{
  return march_quotation_list_focus_search (page->list);
}
