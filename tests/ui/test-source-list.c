/* test-source-list.c — the list of sources: groups, order, filter, selection */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "panel-fixture.h"
#include "sources/march-source-list.h"

static char *dossier_path;

typedef struct
{
  MarchSession *session;
  MarchDossier *dossier;
  GtkWidget    *window;
  GtkWidget    *list;
  gint64        activated;
} Fixture;

static void
activated_cb (Fixture *fixture, gint64 id)
{
  fixture->activated = id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (dossier_path);

  fixture->dossier = march_dossier_open (file, NULL, NULL);
  g_assert_nonnull (fixture->dossier);
  fixture->session = march_session_new ();
  march_session_set_dossier (fixture->session, fixture->dossier);
  fixture->window = gtk_window_new ();
  fixture->list = march_source_list_new (fixture->session);
  g_signal_connect_swapped (fixture->list, "activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->list);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 288, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  panel_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  march_session_set_dossier (fixture->session, NULL);
  march_dossier_close (fixture->dossier);
  g_object_unref (fixture->dossier);
  g_object_unref (fixture->session);
}

static void
filter (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (march_ui_find (fixture->list, GTK_TYPE_SEARCH_ENTRY)), text);
  panel_settle ();
}

/* The titles of all sources in their order, with what stands over each group. */
static char *
describe_order (Fixture *fixture, MarchSourceGrouping grouping, MarchSourceSorting sorting)
{
  g_autoptr (GPtrArray)
      items = march_source_order_list (march_session_get_corpus (fixture->session));
  g_autoptr (GPtrArray) listed = march_source_order_apply (items, grouping, sorting, "");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < listed->len; i++)
    {
      guint       count = 0;
      const char *heading = march_source_item_get_heading (listed->pdata[i], &count);

      if (heading != NULL)
        g_string_append_printf (text, "[%s %u] ", heading, count);
      g_string_append_printf (text, "%s; ", march_source_item_get_title (listed->pdata[i]));
    }
  return g_string_free (text, FALSE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    MarchSourceGrouping grouping;
    MarchSourceSorting  sorting;
    const char         *expected;
  } cases[] = {
    { MARCH_SOURCES_BY_IDENTITY, MARCH_SOURCES_OLDEST_FIRST,
      "[This dossier 2] Ada Lindqvist; Sheet notes to the June edition; "
      "[Unidentified reports 1] A report on talks in a school gym; " },
    { MARCH_SOURCES_BY_PUBLICATION, MARCH_SOURCES_NEWEST_FIRST,
      "[Border Survey Office 1] Sheet notes to the June edition; [The Herald 1] Ada Lindqvist; "
      "[Publication not known 1] A report on talks in a school gym; " },
    { MARCH_SOURCES_BY_GRADE, MARCH_SOURCES_BY_NAME,
      "[Graded A 1] Sheet notes to the June edition; [Graded B 1] Ada Lindqvist; "
      "[Graded F 1] A report on talks in a school gym; " },
    { MARCH_SOURCES_BY_TEXT, MARCH_SOURCES_MOST_QUOTED_FIRST,
      "[Without a text 3] Ada Lindqvist; Sheet notes to the June edition; "
      "A report on talks in a school gym; " },
    { MARCH_SOURCES_TOGETHER, MARCH_SOURCES_NEWEST_FIRST,
      "A report on talks in a school gym; Sheet notes to the June edition; Ada Lindqvist; " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *order = describe_order (fixture, cases[i].grouping, cases[i].sorting);

      g_assert_cmpstr (order, ==, cases[i].expected);
    }
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  panel_assert_says (fixture->list, "Ada Lindqvist");
  filter (fixture, "herald LINDQ");
  panel_assert_says (fixture->list, "The Quiet Partition of Velmark");
  panel_assert_says_not (fixture->list, "Unidentified reports");
  filter (fixture, "herald nobody");
  panel_assert_says (fixture->list, "No Source Found");
  filter (fixture, "");
  panel_assert_says (fixture->list, "This dossier");
}

static gint64
find_source (Fixture *fixture, const char *title)
{
  GPtrArray *sources = march_corpus_get_sources (march_session_get_corpus (fixture->session));

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = sources->pdata[i];

      if (g_str_equal (source->title, title))
        return source->id;
    }
  g_assert_not_reached ();
}

/* What is selected stays while the filter hides it, and over an edit. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const gint64 herald = find_source (fixture, "The Quiet Partition of Velmark");
  gint64       source = 0;

  march_source_list_set_source (MARCH_SOURCE_LIST (fixture->list), herald);
  filter (fixture, "nobody");
  g_object_get (fixture->list, "source", &source, NULL);
  g_assert_cmpint (source, ==, herald);
  filter (fixture, "herald");
  g_assert_cmpint (fixture->activated, ==, 0);
  g_signal_emit_by_name (march_ui_find (fixture->list, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpint (fixture->activated, ==, herald);
  march_source_list_set_source (MARCH_SOURCE_LIST (fixture->list), 12);
  g_assert_cmpint (march_source_list_get_source (MARCH_SOURCE_LIST (fixture->list)), ==, 0);
  march_session_set_dossier (fixture->session, NULL);
  panel_settle ();
  panel_assert_says (fixture->list, "No Sources Yet");
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  dossier_path = argv[1];
  g_test_add ("/ui/source-list/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/ui/source-list/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/ui/source-list/selection", Fixture, NULL, set_up, test_selection, tear_down);
  return g_test_run ();
}
