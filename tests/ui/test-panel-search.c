/* test-panel-search.c — what the panel finds, lists and shows a page of */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"
#include "panel-fixture.h"
#include "panel/march-hits.h"
#include "panel/march-section.h"

/* The search runs in a worker. */
static void
wait_for_place (PanelFixture *fixture, const MarchPlace *place)
{
  for (guint i = 0; i < 50 && march_session_get_place (fixture->session) != place; i++)
    panel_settle ();
  g_assert_true (march_session_get_place (fixture->session) == place);
}

static void
search_for (PanelFixture *fixture, const char *text, const char *found)
{
  march_session_show_search (fixture->session, text);
  panel_settle ();
  g_signal_emit_by_name (march_ui_find (fixture->panel, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *read = panel_read_text (fixture->panel);

      if (strstr (read, found) != NULL)
        return;
      panel_settle ();
    }
  panel_assert_says (fixture->panel, found);
}

static void
test_search (PanelFixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "Вельмарк", "velmark", "VELM" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      search_for (fixture, queries[i], "Velmark");
      panel_assert_says_not (fixture->panel, "Nothing Found");
      g_signal_emit_by_name (march_ui_find (fixture->panel, GTK_TYPE_SEARCH_ENTRY), "activate");
      wait_for_place (fixture, panel_get_place (fixture, "Velmark"));
      march_session_select (fixture->session, NULL);
      panel_settle ();
    }
  search_for (fixture, "zzyzx", "Nothing Found");
}

static void
test_browse_and_back (PanelFixture *fixture, gconstpointer data)
{
  const MarchSource *source
      = march_corpus_get_sources (march_session_get_corpus (fixture->session))->pdata[0];

  march_session_show_search (fixture->session, NULL);
  panel_settle ();
  panel_press (fixture->panel, "Sources");
  panel_assert_says (fixture->panel, source->title);
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.show", "(ux)",
                                             (guint) MARCH_RECORD_SOURCE, source->id));
  panel_settle ();
  panel_assert_says (fixture->panel, "Reliability");
  panel_assert_says (fixture->panel, source->grade_reason);
  g_assert_cmpuint (march_quotation_list_get_n_shown (panel_get_list (fixture)), ==,
                    source->quotations->len);
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.back", NULL));
  panel_settle ();
  g_assert_nonnull (panel_find_button (fixture->panel, "Sources"));
}

static void
scroll_to_end (GtkWidget *panel)
{
  GtkWidget         *list = march_ui_find (panel, GTK_TYPE_LIST_VIEW);
  GtkScrolledWindow *scroller
      = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (scroller);

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
}

/* Only what is near to the view is listed; who scrolls on comes to the end of all. */
static void
test_browse_all (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchHits) hits = march_hits_new (march_session_get_corpus (fixture->session));
  const guint n = march_hits_get_n (hits, MARCH_HITS_ANY_KIND);
  GListModel *rows = NULL;
  guint       first = 0;

  march_session_show_search (fixture->session, NULL);
  panel_settle ();
  rows = G_LIST_MODEL (
      gtk_list_view_get_model (GTK_LIST_VIEW (march_ui_find (fixture->panel, GTK_TYPE_LIST_VIEW))));
  for (guint i = 0; i < 50 && g_list_model_get_n_items (rows) < 30; i++)
    panel_settle ();
  first = g_list_model_get_n_items (rows);
  g_assert_cmpuint (first, >=, 30);
  g_assert_cmpuint (first, <, n);
  for (guint i = 0; i < 200 && g_list_model_get_n_items (rows) < n; i++)
    {
      scroll_to_end (fixture->panel);
      panel_settle ();
    }
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n);
}

/* Whoever browses looks for a name. */
static void
test_browse_by_name (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchHits) hits = march_hits_new (march_session_get_corpus (fixture->session));
  const guint n = march_hits_get_n (hits, MARCH_SEARCH_ACTOR);

  g_assert_cmpuint (n, >, 1);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (MarchHit) before = march_hits_dup_hit (hits, MARCH_SEARCH_ACTOR, i - 1);
      g_autoptr (MarchHit) hit = march_hits_dup_hit (hits, MARCH_SEARCH_ACTOR, i);

      g_assert_cmpint (g_utf8_collate (march_hit_get_title (before), march_hit_get_title (hit)),
                       <=, 0);
    }
}

/* What a count of the overview leads to is what it counts, and all of it on request. */
static void
test_browse_heard (PanelFixture *fixture, gconstpointer data)
{
  MarchCorpus         *corpus = march_session_get_corpus (fixture->session);
  GPtrArray           *sources = march_corpus_get_sources (corpus);
  guint                n = 0;
  g_autofree char     *count = NULL;
  g_autofree char     *pill = NULL;
  g_autofree char     *pill_of_all = NULL;

  march_session_set_known_by (fixture->session, march_day_from_ymd (2022, 12, 31));
  panel_settle ();
  for (guint i = 0; i < sources->len; i++)
    n += march_snapshot_is_source_heard (march_session_get_snapshot (fixture->session),
                                         sources->pdata[i]);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, sources->len);
  count = g_strdup_printf ("%u of %u sources", n, sources->len);
  pill = g_strdup_printf ("Sources %u", n);
  pill_of_all = g_strdup_printf ("Sources %u", sources->len);
  panel_press (fixture->panel, count);
  g_assert_nonnull (panel_find_button (fixture->panel, pill));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (march_ui_find (fixture->panel, GTK_TYPE_CHECK_BUTTON)), FALSE);
  panel_settle ();
  g_assert_nonnull (panel_find_button (fixture->panel, pill_of_all));
}

/* Each kind of record has a page that names it. */
static void
test_records (PanelFixture *fixture, gconstpointer data)
{
  MarchCorpus          *corpus = march_session_get_corpus (fixture->session);
  GPtrArray            *actors = march_corpus_get_actors (corpus);
  GPtrArray            *assertions = march_corpus_get_assertions (corpus);
  const MarchProposal  *proposal = march_corpus_get_proposals (corpus)->pdata[0];
  const MarchAssertion *event = NULL;

  for (guint i = 0; i < assertions->len && event == NULL; i++)
    if (((const MarchAssertion *) assertions->pdata[i])->kind == MARCH_KIND_EVENT)
      event = assertions->pdata[i];
  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = actors->pdata[i];

      gtk_widget_activate_action (fixture->panel, "panel.show", "(ux)", (guint) MARCH_RECORD_ACTOR,
                                  actor->id);
      panel_assert_says (fixture->panel, march_actor_get_name (actor, "en"));
    }
  gtk_widget_activate_action (fixture->panel, "panel.show", "(ux)", (guint) MARCH_RECORD_PROPOSAL,
                              proposal->id);
  panel_assert_says (fixture->panel, proposal->title);
  gtk_widget_activate_action (fixture->panel, "panel.show", "(ux)", (guint) MARCH_RECORD_ASSERTION,
                              event->id);
  panel_assert_says (fixture->panel, event->title);
  panel_settle ();
}

static void
test_show_quotation (PanelFixture *fixture, gconstpointer data)
{
  GPtrArray *quotations = march_corpus_get_quotations (march_session_get_corpus (fixture->session));

  for (guint i = 0; i < quotations->len; i += 7)
    {
      const MarchQuotation *quotation = quotations->pdata[i];
      g_autofree char      *start = g_strndup (quotation->exact, 12);

      march_session_show_quotation (fixture->session, quotation);
      panel_settle ();
      panel_assert_says (fixture->panel, start);
    }
}

int
main (int argc, char **argv)
{
  panel_init (&argc, &argv);
  panel_add ("/panel/search", test_search);
  panel_add ("/panel/browse-and-back", test_browse_and_back);
  panel_add ("/panel/browse-all", test_browse_all);
  panel_add ("/panel/browse-heard", test_browse_heard);
  panel_add ("/panel/browse-by-name", test_browse_by_name);
  panel_add ("/panel/records", test_records);
  panel_add ("/panel/show-quotation", test_show_quotation);
  return g_test_run ();
}
