/* test-panel.c — what the side panel, its search and the page Why this colour? say of an invented
 * land */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "panel/march-history-strip.h"
#include "panel/march-hit.h"
#include "panel/march-panel.h"
#include "panel/march-quotation-card.h"
#include "panel/march-quotation-filter.h"
#include "panel/march-quotation-list.h"
#include "panel/march-section.h"
#include "panel/march-settle-dialog.h"
#include "panel/march-why-page.h"

/* Path of the compiled test dossier, from the command line. */
static const char *dossier_path;

typedef struct
{
  MarchSession *session;
  GtkWidget    *window;
  GtkWidget    *panel;
  GtkWidget    *why;
} Fixture;

/* Until nothing has happened for a while: a worker's answer needs some patience. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () < end
         && g_get_monotonic_time () - quiet_since < 60 * G_TIME_SPAN_MILLISECOND)
    if (g_main_context_iteration (NULL, FALSE))
      quiet_since = g_get_monotonic_time ();
    else
      g_usleep (2000);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (dossier_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_assert_no_error (error);
  fixture->session = march_session_new ();
  fixture->panel = march_panel_new (fixture->session);
  fixture->why = march_why_page_new (fixture->session);
  fixture->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), fixture->panel);
  gtk_box_append (GTK_BOX (box), fixture->why);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1400, 800);
  march_session_set_dossier (fixture->session, dossier);
  /* No map is there to draw. */
  march_session_set_drawn (fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  MarchDossier *dossier = g_object_ref (march_session_get_dossier (fixture->session));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  march_session_set_dossier (fixture->session, NULL);
  g_object_unref (fixture->session);
  march_dossier_close (dossier);
  g_object_unref (dossier);
  settle ();
}

static void
collect_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

static char *
read_text (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  collect_text (widget, text);
  return g_string_free (text, FALSE);
}

static void
assert_says (GtkWidget *widget, const char *words)
{
  g_autofree char *text = read_text (widget);

  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is missing in:\n%s", words, text);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_says_not (GtkWidget *widget, const char *words)
{
  g_autofree char *text = read_text (widget);

  g_assert_null (strstr (text, words));
}

/* The first mapped widget of a type below another, NULL if there is none. */
static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first mapped button whose text begins with @label. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *text = read_text (widget);

      if (g_str_has_prefix (text, label))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget *widget, const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
  settle ();
}

static const MarchPlace *
get_place (Fixture *fixture, const char *name)
{
  const MarchPlace *place
      = march_corpus_find_place (march_session_get_corpus (fixture->session), name, NULL);

  g_assert_nonnull (place);
  return place;
}

static void
look_at (Fixture *fixture, const char *place, const char *day)
{
  MarchDay as_of = 0;

  g_assert_true (march_day_parse (day, &as_of, NULL));
  march_session_set_as_of (fixture->session, as_of);
  march_session_select (fixture->session, get_place (fixture, place));
  settle ();
}

static MarchQuotationList *
get_list (Fixture *fixture)
{
  GtkWidget *list = find_mapped (fixture->panel, MARCH_TYPE_QUOTATION_LIST);

  g_assert_nonnull (list);
  return MARCH_QUOTATION_LIST (list);
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  assert_says (fixture->panel, "Velmark");
  assert_says (fixture->panel, "38 quotations");
  assert_says (fixture->panel, "Disputed on this day");
  assert_says (fixture->panel, "Brena Province");
  assert_says (fixture->panel, "Unidentified sources");
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  look_at (fixture, "Brena Province", "2020-06-15");
  assert_says (fixture->panel, "Brena Province");
  assert_says (fixture->panel, "Held by Free Marches");
  assert_says (fixture->panel, "concluded");
  assert_says (fixture->panel, "Velmark says it owns it");
  assert_says (fixture->panel, "Brennaland (used by Free Marches)");
  assert_says (fixture->panel, "symbolic");
}

static void
test_place_on_another_day (Fixture *fixture, gconstpointer data)
{
  look_at (fixture, "Brena Province", "2018-07-01");
  assert_says (fixture->panel, "Not disputed in this dossier");
  assert_says_not (fixture->panel, "Held by Free Marches");
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  GtkWidget            *card = NULL;
  const MarchQuotation *quotation = NULL;

  look_at (fixture, "Farrow", "2018-06-01");
  card = find_mapped (fixture->panel, MARCH_TYPE_QUOTATION_CARD);
  g_assert_nonnull (card);
  quotation = march_quotation_item_get_quotation (
      march_quotation_card_get_item (MARCH_QUOTATION_CARD (card)));
  if (quotation->voice == MARCH_VOICE_REPORT)
    assert_says_not (card, "“");
  else
    assert_says (card, "“");
  assert_says (card, "supports");
}

/* Of all quotations, those in quotation marks are the speakers' own and no others. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  GPtrArray *quotations = march_corpus_get_quotations (march_session_get_corpus (fixture->session));
  guint      n_reports = 0;
  guint      n_words = 0;

  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = quotations->pdata[i];
      GtkWidget            *card = g_object_ref_sink (march_quotation_card_new ());
      g_autoptr (MarchQuotationItem) item
          = march_quotation_item_new (march_session_get_corpus (fixture->session), quotation, TRUE);
      g_autofree char *start = NULL;

      march_quotation_card_set_item (MARCH_QUOTATION_CARD (card), item, 0, NULL);
      start = quotation->voice == MARCH_VOICE_REPORT ? g_strndup (quotation->exact, 12)
                                                     : g_strdup_printf ("“%.12s", quotation->exact);
      assert_says (card, start);
      n_reports += quotation->voice == MARCH_VOICE_REPORT;
      n_words += quotation->voice != MARCH_VOICE_REPORT;
      g_object_unref (card);
    }
  g_assert_cmpuint (n_reports, >, 0);
  g_assert_cmpuint (n_words, >, 0);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  guint all = 0;
  guint claims = 0;

  look_at (fixture, "Brena Province", "2020-06-15");
  all = march_quotation_list_get_n_shown (get_list (fixture));
  press (fixture->panel, "Claim");
  claims = march_quotation_list_get_n_shown (get_list (fixture));
  g_assert_cmpuint (claims, >, 0);
  g_assert_cmpuint (claims, <, all);
  press (fixture->panel, "All");
  g_assert_cmpuint (march_quotation_list_get_n_shown (get_list (fixture)), ==, all);
}

static guint
count_matches (MarchQuotationFilter *filter, MarchCorpus *corpus)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);
  guint      n = 0;

  for (guint i = 0; i < quotations->len; i++)
    {
      g_autoptr (MarchQuotationItem) item
          = march_quotation_item_new (corpus, quotations->pdata[i], i % 2 == 0);

      n += gtk_filter_match (GTK_FILTER (filter), item);
    }
  return n;
}

static void
test_speaker_and_source (Fixture *fixture, gconstpointer data)
{
  MarchCorpus                     *corpus = march_session_get_corpus (fixture->session);
  const MarchSource               *source = march_corpus_get_sources (corpus)->pdata[0];
  guint                            all = march_corpus_get_quotations (corpus)->len;
  g_autoptr (MarchQuotationFilter) filter = march_quotation_filter_new ();

  g_assert_cmpuint (count_matches (filter, corpus), ==, (all + 1) / 2);
  march_quotation_filter_set_all_days (filter, TRUE);
  g_assert_cmpuint (count_matches (filter, corpus), ==, all);
  march_quotation_filter_set_source (filter, source->id);
  g_assert_cmpuint (count_matches (filter, corpus), ==, source->quotations->len);
  march_quotation_filter_clear (filter);
  march_quotation_filter_set_speaker (filter, "Ana Orr");
  g_assert_cmpuint (count_matches (filter, corpus), >, 0);
  g_assert_cmpuint (count_matches (filter, corpus), <, all);
  march_quotation_filter_set_speaker (filter, "Nobody at all");
  g_assert_cmpuint (count_matches (filter, corpus), ==, 0);
}

/* A stretch of the past moves the day into it and shows what it rests on. */
static void
test_stretch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchHistory) history = NULL;
  const MarchLane         *control = NULL;
  const MarchStretch      *held = NULL;

  look_at (fixture, "Brena Province", "2018-07-01");
  history = march_history_new (
      march_session_get_corpus (fixture->session),
      march_snapshot_get_question (march_session_get_snapshot (fixture->session)),
      get_place (fixture, "Brena Province"), NULL);
  control = history->lanes->pdata[0];
  held = control->stretches->pdata[control->stretches->len - 1];
  g_signal_emit_by_name (find_mapped (fixture->panel, MARCH_TYPE_HISTORY_STRIP),
                         "stretch-activated", held);
  settle ();
  g_assert_cmpint (march_session_get_as_of (fixture->session), ==, held->from);
  assert_says (fixture->panel, "Held by Free Marches");
}

static void
test_chip (Fixture *fixture, gconstpointer data)
{
  guint all = 0;

  look_at (fixture, "Brena Province", "2020-06-15");
  all = march_quotation_list_get_n_shown (get_list (fixture));
  press (fixture->panel, "Velmark says it owns it");
  g_assert_cmpuint (march_quotation_list_get_n_shown (get_list (fixture)), >, 0);
  g_assert_cmpuint (march_quotation_list_get_n_shown (get_list (fixture)), <, all);
  press (fixture->panel, "Velmark says it owns it");
  g_assert_cmpuint (march_quotation_list_get_n_shown (get_list (fixture)), ==, all);
}

static void
test_search_within (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = NULL;

  look_at (fixture, "Brena Province", "2020-06-15");
  march_quotation_list_focus_search (get_list (fixture));
  settle ();
  entry = find_mapped (fixture->panel, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzyzx");
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  g_assert_cmpuint (march_quotation_list_get_n_shown (get_list (fixture)), ==, 0);
  assert_says (fixture->panel, "No quotation to show");
  press (fixture->panel, "Show All");
  g_assert_cmpuint (march_quotation_list_get_n_shown (get_list (fixture)), >, 0);
}

/* A reporter's words are the reporter's, not those of whom they are about. */
static void
test_credit (Fixture *fixture, gconstpointer data)
{
  MarchCorpus *corpus = march_session_get_corpus (fixture->session);
  g_autoptr (GPtrArray) hits = march_hit_list_all (corpus);
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      MarchHit *hit = hits->pdata[i];

      if (march_hit_get_kind (hit) != MARCH_SEARCH_QUOTATION)
        continue;
      if (strstr (march_hit_get_title (hit), "Treaty of Selm. The claim was dropped") != NULL)
        {
          g_assert_cmpstr (march_hit_get_detail (hit), ==,
                           "Ada Lindqvist, on Mara Holt · The Quiet Partition of Velmark");
          n++;
        }
      if (strstr (march_hit_get_title (hit), "Harrow demands Dorn") != NULL)
        {
          g_assert_true (strstr (march_hit_get_detail (hit), ", on Harrow · ") != NULL);
          g_assert_false (g_str_has_prefix (march_hit_get_detail (hit), "Harrow"));
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 2);
}

/* The search runs in a worker. */
static void
wait_for_place (Fixture *fixture, const MarchPlace *place)
{
  for (guint i = 0; i < 50 && march_session_get_place (fixture->session) != place; i++)
    settle ();
  g_assert_true (march_session_get_place (fixture->session) == place);
}

static void
search_for (Fixture *fixture, const char *text, const char *found)
{
  march_session_show_search (fixture->session, text);
  settle ();
  g_signal_emit_by_name (find_mapped (fixture->panel, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *read = read_text (fixture->panel);

      if (strstr (read, found) != NULL)
        return;
      settle ();
    }
  assert_says (fixture->panel, found);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "Вельмарк", "velmark", "VELM" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      search_for (fixture, queries[i], "Velmark");
      assert_says_not (fixture->panel, "Nothing Found");
      g_signal_emit_by_name (find_mapped (fixture->panel, GTK_TYPE_SEARCH_ENTRY), "activate");
      wait_for_place (fixture, get_place (fixture, "Velmark"));
      march_session_select (fixture->session, NULL);
      settle ();
    }
  search_for (fixture, "zzyzx", "Nothing Found");
}

static void
test_browse_and_back (Fixture *fixture, gconstpointer data)
{
  const MarchSource *source
      = march_corpus_get_sources (march_session_get_corpus (fixture->session))->pdata[0];

  march_session_show_search (fixture->session, NULL);
  settle ();
  press (fixture->panel, "Sources");
  assert_says (fixture->panel, source->title);
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.show", "(ux)",
                                             (guint) MARCH_RECORD_SOURCE, source->id));
  settle ();
  assert_says (fixture->panel, "Reliability");
  assert_says (fixture->panel, source->grade_reason);
  g_assert_cmpuint (march_quotation_list_get_n_shown (get_list (fixture)), ==,
                    source->quotations->len);
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.back", NULL));
  settle ();
  g_assert_nonnull (find_button (fixture->panel, "Sources"));
}

/* Each kind of record has a page that names it. */
static void
test_records (Fixture *fixture, gconstpointer data)
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
      assert_says (fixture->panel, march_actor_get_name (actor, "en"));
    }
  gtk_widget_activate_action (fixture->panel, "panel.show", "(ux)", (guint) MARCH_RECORD_PROPOSAL,
                              proposal->id);
  assert_says (fixture->panel, proposal->title);
  gtk_widget_activate_action (fixture->panel, "panel.show", "(ux)", (guint) MARCH_RECORD_ASSERTION,
                              event->id);
  assert_says (fixture->panel, event->title);
  settle ();
}

static void
test_show_quotation (Fixture *fixture, gconstpointer data)
{
  GPtrArray *quotations = march_corpus_get_quotations (march_session_get_corpus (fixture->session));

  for (guint i = 0; i < quotations->len; i += 7)
    {
      const MarchQuotation *quotation = quotations->pdata[i];
      g_autofree char      *start = g_strndup (quotation->exact, 12);

      march_session_show_quotation (fixture->session, quotation);
      settle ();
      assert_says (fixture->panel, start);
    }
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  MarchCorpus         *corpus = march_session_get_corpus (fixture->session);
  const MarchQuestion *question
      = march_snapshot_get_question (march_session_get_snapshot (fixture->session));
  g_autoptr (MarchHistory) history
      = march_history_new (corpus, question, get_place (fixture, "Brena Province"), NULL);
  const MarchLane    *control = history->lanes->pdata[0];
  const MarchStretch *first = control->stretches->pdata[0];
  const MarchStretch *last = control->stretches->pdata[control->stretches->len - 1];

  g_assert_cmpuint (history->lanes->len, ==, 3);
  g_assert_cmpint (first->from, ==, history->first);
  g_assert_cmpint (first->entry->symbol, ==, MARCH_SYMBOL_SILENT);
  g_assert_cmpint (first->until, ==, march_day_from_ymd (2019, 5, 1));
  g_assert_cmpint (last->entry->symbol, ==, MARCH_SYMBOL_HELD);
  g_assert_true (last->entry->concluded);
  g_assert_cmpint (last->until, ==, history->last + 1);
}

/* The panel never asks for more than the narrowest window gives it, or the map would jump when a
 * place is selected. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  GPtrArray *places = march_corpus_get_places (march_session_get_corpus (fixture->session));
  int        minimum = 0;

  for (guint i = 0; i < places->len; i++)
    {
      march_session_select (fixture->session, places->pdata[i]);
      settle ();
      gtk_widget_measure (fixture->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 340);
    }
  march_session_select (fixture->session, NULL);
  settle ();
  gtk_widget_measure (fixture->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 340);
}

static void
test_why (Fixture *fixture, gconstpointer data)
{
  look_at (fixture, "Brena Province", "2020-06-15");
  march_session_show_why (fixture->session, get_place (fixture, "Brena Province"));
  settle ();
  assert_says (fixture->why, "Brena Province");
  assert_says (fixture->why, "The whole is held: solid colour.");
  assert_says (fixture->why, "Reasoning");
  assert_says (fixture->why, "moderate confidence");
  assert_says (fixture->why, "Not known");
}

static void
test_settle (Fixture *fixture, gconstpointer data)
{
  MarchDossier        *dossier = march_session_get_dossier (fixture->session);
  const MarchFinding  *finding = NULL;
  const MarchConflict *conflict = NULL;
  g_autoptr (GError) error = NULL;

  look_at (fixture, "Dorn", "2020-06-15");
  finding = march_snapshot_get_finding (march_session_get_snapshot (fixture->session),
                                        get_place (fixture, "Dorn"));
  g_assert_cmpuint (finding->conflicts->len, ==, 1);
  conflict = finding->conflicts->pdata[0];
  g_assert_false (conflict->settled);
  g_assert_true (
      march_settle_conflict (dossier, conflict, conflict->a, "seen with own eyes", &error));
  g_assert_no_error (error);
  settle ();
  finding = march_snapshot_get_finding (march_session_get_snapshot (fixture->session),
                                        get_place (fixture, "Dorn"));
  g_assert_true (((const MarchConflict *) finding->conflicts->pdata[0])->settled);
  assert_says (fixture->panel, "settled");
  g_assert_true (march_dossier_undo (dossier, &error));
  settle ();
  finding = march_snapshot_get_finding (march_session_get_snapshot (fixture->session),
                                        get_place (fixture, "Dorn"));
  g_assert_false (((const MarchConflict *) finding->conflicts->pdata[0])->settled);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("march-panel-XXXXXX", NULL);

  /* An edit's working copy belongs into no reader's home. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  g_assert_cmpint (argc, ==, 2);
  dossier_path = argv[1];
  add ("/panel/overview", test_overview);
  add ("/panel/place", test_place);
  add ("/panel/place-on-another-day", test_place_on_another_day);
  add ("/panel/card", test_card);
  add ("/panel/marks", test_marks);
  add ("/panel/filters", test_filters);
  add ("/panel/speaker-and-source", test_speaker_and_source);
  add ("/panel/stretch", test_stretch);
  add ("/panel/chip", test_chip);
  add ("/panel/search-within", test_search_within);
  add ("/panel/credit", test_credit);
  add ("/panel/search", test_search);
  add ("/panel/browse-and-back", test_browse_and_back);
  add ("/panel/records", test_records);
  add ("/panel/show-quotation", test_show_quotation);
  add ("/panel/history", test_history);
  add ("/panel/width", test_width);
  add ("/panel/why", test_why);
  add ("/panel/settle", test_settle);
  return g_test_run ();
}
