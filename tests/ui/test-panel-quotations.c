/* test-panel-quotations.c — the quotations of a page: their cards, and what is filtered of them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "asof/march-why.h"
#include "march-ui.h"
#include "panel-fixture.h"
#include "panel/march-hits.h"
#include "panel/march-panel-text.h"
#include "panel/march-quotation-card.h"
#include "panel/march-quotation-filter.h"

static void
test_card (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget            *card = NULL;
  const MarchQuotation *quotation = NULL;

  panel_look_at (fixture, "Farrow", "2018-06-01");
  card = march_ui_find (fixture->panel, MARCH_TYPE_QUOTATION_CARD);
  g_assert_nonnull (card);
  quotation = march_quotation_item_get_quotation (
      march_quotation_card_get_item (MARCH_QUOTATION_CARD (card)));
  if (quotation->voice == MARCH_VOICE_REPORT)
    panel_assert_says_not (card, "“");
  else
    panel_assert_says (card, "“");
  panel_assert_says (card, "supports");
}

/* Of all quotations, those in quotation marks are the speakers' own and no others. */
static void
test_marks (PanelFixture *fixture, gconstpointer data)
{
  GPtrArray *quotations = march_corpus_get_quotations (march_session_get_corpus (fixture->session));
  guint      n_reports = 0;
  guint      n_words = 0;

  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = quotations->pdata[i];
      GtkWidget            *card = g_object_ref_sink (march_quotation_card_new ());
      g_autoptr (MarchQuotationItem)
          item = march_quotation_item_new (march_session_get_corpus (fixture->session), quotation,
                                           0);
      g_autofree char *start = NULL;

      march_quotation_card_set_item (MARCH_QUOTATION_CARD (card), item, 0, NULL);
      start = quotation->voice == MARCH_VOICE_REPORT ? g_strndup (quotation->exact, 12)
                                                     : g_strdup_printf ("“%.12s", quotation->exact);
      panel_assert_says (card, start);
      n_reports += quotation->voice == MARCH_VOICE_REPORT;
      n_words += quotation->voice != MARCH_VOICE_REPORT;
      g_object_unref (card);
    }
  g_assert_cmpuint (n_reports, >, 0);
  g_assert_cmpuint (n_words, >, 0);
}

static void
test_filters (PanelFixture *fixture, gconstpointer data)
{
  guint all = 0;
  guint claims = 0;

  panel_look_at (fixture, "Brena Province", "2020-06-15");
  all = march_quotation_list_get_n_shown (panel_get_list (fixture));
  panel_press (fixture->panel, "Claim");
  claims = march_quotation_list_get_n_shown (panel_get_list (fixture));
  g_assert_cmpuint (claims, >, 0);
  g_assert_cmpuint (claims, <, all);
  panel_press (fixture->panel, "All");
  g_assert_cmpuint (march_quotation_list_get_n_shown (panel_get_list (fixture)), ==, all);
}

static guint
count_matches (MarchQuotationFilter *filter, MarchCorpus *corpus)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);
  guint      n = 0;

  for (guint i = 0; i < quotations->len; i++)
    {
      g_autoptr (MarchQuotationItem)
          item = march_quotation_item_new (corpus, quotations->pdata[i],
                                           i % 2 == 0 ? 0 : MARCH_NOT_ON_DAY);

      n += gtk_filter_match (GTK_FILTER (filter), item);
    }
  return n;
}

static void
test_speaker_and_source (PanelFixture *fixture, gconstpointer data)
{
  MarchCorpus       *corpus = march_session_get_corpus (fixture->session);
  const MarchSource *source = march_corpus_get_sources (corpus)->pdata[0];
  guint              all = march_corpus_get_quotations (corpus)->len;
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

static void
test_chip (PanelFixture *fixture, gconstpointer data)
{
  guint all = 0;

  panel_look_at (fixture, "Brena Province", "2020-06-15");
  all = march_quotation_list_get_n_shown (panel_get_list (fixture));
  panel_press (fixture->panel, "Velmark says it owns it");
  g_assert_cmpuint (march_quotation_list_get_n_shown (panel_get_list (fixture)), >, 0);
  g_assert_cmpuint (march_quotation_list_get_n_shown (panel_get_list (fixture)), <, all);
  panel_press (fixture->panel, "Velmark says it owns it");
  g_assert_cmpuint (march_quotation_list_get_n_shown (panel_get_list (fixture)), ==, all);
}

static void
test_search_within (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget *entry = NULL;

  panel_look_at (fixture, "Brena Province", "2020-06-15");
  march_quotation_list_focus_search (panel_get_list (fixture));
  panel_settle ();
  entry = march_ui_find (fixture->panel, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzyzx");
  g_signal_emit_by_name (entry, "search-changed");
  panel_settle ();
  g_assert_cmpuint (march_quotation_list_get_n_shown (panel_get_list (fixture)), ==, 0);
  panel_assert_says (fixture->panel, "No quotation to show");
  panel_press (fixture->panel, "Show All");
  g_assert_cmpuint (march_quotation_list_get_n_shown (panel_get_list (fixture)), >, 0);
}

/* A reporter's words are the reporter's, not those of whom they are about. */
static void
test_credit (PanelFixture *fixture, gconstpointer data)
{
  MarchCorpus *corpus = march_session_get_corpus (fixture->session);
  g_autoptr (MarchHits) hits = march_hits_new (corpus);
  guint n = 0;

  for (guint i = 0; i < march_hits_get_n (hits, MARCH_SEARCH_QUOTATION); i++)
    {
      g_autoptr (MarchHit) hit = march_hits_dup_hit (hits, MARCH_SEARCH_QUOTATION, i);

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

static guint
get_position (GtkSortListModel *model, guint index)
{
  g_autoptr (MarchQuotationItem) item = g_list_model_get_item (G_LIST_MODEL (model), index);

  return march_quotation_item_get_rank (item);
}

/* As the answer rests on them, those of other days last, by whichever way they came in; by the day
 * said the latest first. */
static void
test_order (PanelFixture *fixture, gconstpointer data)
{
  MarchCorpus *corpus = march_session_get_corpus (fixture->session);
  GPtrArray   *quotations = march_corpus_get_quotations (corpus);
  GListStore  *items = g_list_store_new (MARCH_TYPE_QUOTATION_ITEM);
  g_autoptr (GtkSortListModel)
      model = gtk_sort_list_model_new (G_LIST_MODEL (items),
                                       march_quotation_sorter_new (MARCH_SORT_BEARING));
  g_autoptr (GtkSorter) by_day = march_quotation_sorter_new (MARCH_SORT_SAID);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (MarchQuotationItem)
          item = march_quotation_item_new (corpus, quotations->pdata[i],
                                           i < 3 ? MARCH_NOT_ON_DAY : 9 - i);

      g_list_store_append (items, item);
    }
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (get_position (model, i), ==, i < 7 ? i : MARCH_NOT_ON_DAY);
  gtk_sort_list_model_set_sorter (model, by_day);
  for (guint i = 1; i < 10; i++)
    {
      g_autoptr (MarchQuotationItem) before = g_list_model_get_item (G_LIST_MODEL (model), i - 1);
      g_autoptr (MarchQuotationItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_cmpint (gtk_sorter_compare (by_day, before, item), <=, GTK_ORDERING_EQUAL);
    }
}

/* The first card justifies the colour. */
static void
test_first_card (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchWhy) why = NULL;
  const MarchWhyRow  *row = NULL;
  MarchQuotationItem *item = NULL;

  panel_look_at (fixture, "Brena Province", "2020-06-15");
  why = march_why_new (march_session_get_snapshot (fixture->session),
                       panel_get_place (fixture, "Brena Province"));
  row = why->rows->pdata[0];
  march_quotation_list_show_bar (panel_get_list (fixture));
  panel_settle ();
  item = march_quotation_card_get_item (
      MARCH_QUOTATION_CARD (march_ui_find (fixture->panel, MARCH_TYPE_QUOTATION_CARD)));
  g_assert_true (march_quotation_item_get_quotation (item) == row->quotations->pdata[0]);
}

static void
name_actor (MarchActor *actor, MarchName *name, const char *text)
{
  *name = (MarchName){ .text = (char *) text, .language = (char *) "en", .role = MARCH_NAME_MAIN };
  *actor = (MarchActor){ .names = g_ptr_array_new (), .offices = g_ptr_array_new () };
  g_ptr_array_add (actor->names, name);
}

/* Whoever republished a text is told apart from where it came out. */
static void
test_chain (PanelFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Mara Holt", "Ada Orr", "The Wire", "The Herald", "Kurier" };
  static const MarchChainRole roles[] = { MARCH_ROLE_SPEAKER, MARCH_ROLE_AUTHOR, MARCH_ROLE_RELAY,
                                          MARCH_ROLE_PUBLICATION, MARCH_ROLE_PUBLICATION };
  MarchSource    source = { .author = (char *) "Ada Orr",
                            .publication = (char *) "",
                            .published = (char *) "2031-05-15~" };
  MarchQuotation quotation = { .source = &source,
                               .said = (char *) "",
                               .chain = g_ptr_array_new () };
  MarchActor     actors[G_N_ELEMENTS (names)];
  MarchName      words[G_N_ELEMENTS (names)];
  MarchChainLink links[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *outlets = march_text_describe_outlets (&quotation);

      g_assert_cmpstr (outlets, ==, i < 4 ? "publication not known" : "The Herald");
      name_actor (&actors[i], &words[i], names[i]);
      links[i] = (MarchChainLink){ .actor = &actors[i], .role = roles[i] };
      g_ptr_array_add (quotation.chain, &links[i]);
    }
  {
    g_autofree char *channel = march_text_describe_channel (&quotation);
    g_autofree char *relay = march_text_describe_relay (&quotation);

    g_assert_cmpstr (relay, ==, "quoted by Ada Orr · passed on by The Wire");
    g_assert_cmpstr (channel, ==,
                     "quoted by Ada Orr · passed on by The Wire · The Herald, republished by "
                     "Kurier · about 15 May 2031");
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_ptr_array_unref (actors[i].names);
      g_ptr_array_unref (actors[i].offices);
    }
  g_ptr_array_unref (quotation.chain);
}

int
main (int argc, char **argv)
{
  panel_init (&argc, &argv);
  panel_add ("/panel/card", test_card);
  panel_add ("/panel/marks", test_marks);
  panel_add ("/panel/filters", test_filters);
  panel_add ("/panel/speaker-and-source", test_speaker_and_source);
  panel_add ("/panel/order", test_order);
  panel_add ("/panel/first-card", test_first_card);
  panel_add ("/panel/chain", test_chain);
  panel_add ("/panel/chip", test_chip);
  panel_add ("/panel/search-within", test_search_within);
  panel_add ("/panel/credit", test_credit);
  return g_test_run ();
}
