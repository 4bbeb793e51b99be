/* test-panel-areas.c — imported areas in the panel: measured, over time and compared */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "asof/march-reading.h"
#include "dossier/march-dossier-areas.h"
#include "dossier/march-dossier-edits.h"
#include "geo/march-holdings-builder.h"
#include "geo/march-repair.h"
#include "march-ui.h"
#include "panel-fixture.h"
#include "panel/march-areas-page.h"
#include "panel/march-compare-section.h"
#include "panel/march-history-strip.h"
#include "panel/march-section.h"
#include "widgets/march-area-chart.h"
#include "widgets/march-table.h"

/* 1 March 2021 … */
#define FIRST 18687
#define SECOND (FIRST + 30)

static const MarchActor *
get_holder (PanelFixture *fixture)
{
  const MarchActor *holder = march_corpus_find_actor (
      march_session_get_corpus (fixture->session), "Free Marches", NULL);

  g_assert_nonnull (holder);
  return holder;
}

/* The Free Marches hold all of Calda from @first on, and Brena too from the second day. */
static MarchHoldings *
new_holdings (PanelFixture *fixture, MarchDay first)
{
  MarchGeometry *calda = panel_get_place (fixture, "Calda Province")->geometry;
  MarchGeometry *brena = panel_get_place (fixture, "Brena Province")->geometry;
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchGeometry) both = march_repair_unite (calda, brena, NULL);
  g_autoptr (GError) error = NULL;
  MarchHoldings *holdings;

  g_assert_nonnull (both);
  g_assert_true (march_holdings_builder_add (builder, first, calda, NULL, &error));
  if (first == FIRST)
    g_assert_true (march_holdings_builder_add (builder, SECOND, both, NULL, &error));
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return holdings;
}

static void
import_of (PanelFixture *fixture, const char *title, MarchDay first)
{
  MarchAreaBatch *batch = march_area_batch_new ();
  g_autoptr (GError) error = NULL;

  batch->source_title = g_strdup (title);
  batch->holder = get_holder (fixture)->id;
  batch->basis = MARCH_BASIS_INDEPENDENT;
  batch->carried = TRUE;
  batch->dated = g_strdup ("by hand");
  batch->first = first;
  batch->last = SECOND;
  batch->n_days = 2;
  batch->holdings = new_holdings (fixture, first);
  g_assert_true (march_dossier_add_areas (march_session_get_dossier (fixture->session),
                                          march_area_batch_list (batch), NULL, NULL, &error));
  g_assert_no_error (error);
  panel_settle ();
}

static void
import (PanelFixture *fixture)
{
  import_of (fixture, "The daily sheet", FIRST);
}

static MarchTable *
show_page (PanelFixture *fixture, MarchDay day)
{
  GtkWidget *stack = march_ui_find (fixture->panel, GTK_TYPE_STACK);

  march_session_set_as_of (fixture->session, day);
  g_assert_true (gtk_widget_activate_action (stack, "panel.areas", NULL));
  panel_settle ();
  return MARCH_TABLE (
      march_ui_find (gtk_stack_get_visible_child (GTK_STACK (stack)), MARCH_TYPE_TABLE));
}

/* Without any import there is no section that is empty. */
static void
test_none (PanelFixture *fixture, gconstpointer data)
{
  panel_assert_says_not (fixture->panel, "Areas");
  panel_look_at (fixture, "Calda Province", "2021-06-15");
  panel_assert_says_not (fixture->panel, "All areas");
  show_page (fixture, FIRST);
  panel_assert_says (fixture->panel, "No areas are imported");
}

static void
test_measured (PanelFixture *fixture, gconstpointer data)
{
  MarchTable      *table;
  g_autofree char *text = NULL;

  import (fixture);
  table = show_page (fixture, FIRST);
  text = march_table_to_text (table, '\t');
  g_assert_true (g_str_has_prefix (text, "Where\tWho\tkm²\tOf it (%)\tOf all (%)\n"));
  g_assert_nonnull (strstr (text, "\nCalda Province\tFree Marches\t"));
  g_assert_nonnull (strstr (text, "\t100.000\t"));
  g_assert_null (strstr (text, "Brena"));
  panel_assert_says (fixture->panel, "“The daily sheet”, as of 1 March 2021.");
  march_session_set_as_of (fixture->session, SECOND + 90);
  panel_settle ();
  panel_assert_says (fixture->panel, "carried from 31 March 2021");
  panel_assert_says (fixture->panel, "Brena");
  march_session_set_as_of (fixture->session, FIRST - 1);
  panel_settle ();
  panel_assert_says (fixture->panel, "has no data before 1 March 2021");
  g_assert_cmpuint (march_table_get_n (table), ==, 0);
}

/* Rows come and go with the day; the steps above them stay under the pointer. */
static void
test_chart_first (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget      *table, *chart;
  graphene_rect_t above, below;

  import (fixture);
  table = GTK_WIDGET (show_page (fixture, SECOND));
  chart = march_ui_find (gtk_widget_get_ancestor (table, MARCH_TYPE_AREAS_PAGE),
                         MARCH_TYPE_AREA_CHART);
  g_assert_true (gtk_widget_compute_bounds (chart, fixture->panel, &above));
  g_assert_true (gtk_widget_compute_bounds (table, fixture->panel, &below));
  g_assert_cmpfloat (above.size.height, >, 0);
  g_assert_cmpfloat (above.origin.y + above.size.height, <=, below.origin.y);
}

/* A name that finds no room in its column's line goes on in another one. */
static void
test_whole_names (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget *table, *label;
  int        least, natural, tall, flat;

  import (fixture);
  table = GTK_WIDGET (show_page (fixture, SECOND));
  label = march_ui_find_text (table, "Free Marches");
  g_assert_nonnull (label);
  gtk_label_set_text (GTK_LABEL (label), "The Free Marches of the West");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, least, &tall, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 2 * natural, &flat, NULL, NULL, NULL);
  g_assert_cmpint (tall, >=, 2 * flat - 2);
}

/* With a unit selected the page is about that; the way back leads to its own page. */
static void
test_unit (PanelFixture *fixture, gconstpointer data)
{
  MarchTable *table;

  import (fixture);
  panel_look_at (fixture, "Brena Province", "2021-04-15");
  panel_assert_says (fixture->panel, "of Velmark");
  table = show_page (fixture, SECOND);
  panel_assert_says (fixture->panel, "Areas in Brena Province");
  g_assert_cmpuint (march_table_get_n (table), ==, 1);
  panel_press (fixture->panel, "Brena Province");
  panel_assert_says (fixture->panel, "All areas, over time and compared");
}

/* Round numbers, some of them on the chart however little differs, and not too many. */
static void
test_grid (PanelFixture *fixture, gconstpointer data)
{
  const struct
  {
    double low, high, step;
  } cases[] = {
    { 0, 1, 1 },          { 18388, 21096, 1000 }, { 0, 21096, 20000 }, { 0.93, 1.04, 0.05 },
    { 99.4, 100.6, 0.5 }, { 49000, 51000, 1000 }, { 0, 500, 500 },     { 119999, 120001, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double step = march_area_chart_find_step (cases[i].low, cases[i].high);
      const double n = floor (cases[i].high / step) - ceil (cases[i].low / step) + 1;

      g_assert_cmpfloat_with_epsilon (step, cases[i].step, 1e-9);
      g_assert_cmpfloat (n, >=, 2);
      g_assert_cmpfloat (n, <=, 5);
    }
}

static void
test_chart (PanelFixture *fixture, gconstpointer data)
{
  MarchAreaChart  *chart;
  g_autofree char *first = NULL, *before = NULL;
  g_autofree char *text = NULL;

  import (fixture);
  show_page (fixture, FIRST);
  chart = MARCH_AREA_CHART (march_ui_find (fixture->panel, MARCH_TYPE_AREA_CHART));
  first = march_area_chart_read (chart, FIRST);
  before = march_area_chart_read (chart, FIRST - 1);
  g_assert_true (g_str_has_prefix (first, "1 March 2021 · Free Marches: "));
  g_assert_true (g_str_has_suffix (first, " km²"));
  g_assert_cmpstr (before, ==, "28 February 2021 · Free Marches: no data");
  g_signal_emit_by_name (chart, "day-chosen", (gint64) SECOND);
  g_assert_cmpint (march_session_get_as_of (fixture->session), ==, SECOND);
  g_assert_true (march_session_step (fixture->session, -1));
  g_assert_cmpint (march_session_get_as_of (fixture->session), >=, FIRST);
}

static void
test_compared (PanelFixture *fixture, gconstpointer data)
{
  MarchAreaDesk   *desk = march_session_get_area_desk (fixture->session);
  MarchComparison *comparison;

  import (fixture);
  show_page (fixture, SECOND);
  panel_press (fixture->panel, "With the Previous Change");
  comparison = march_area_desk_get_comparison (desk);
  g_assert_nonnull (comparison);
  g_assert_cmpint (comparison->from, ==, SECOND - 1);
  g_assert_cmpint (comparison->to, ==, SECOND);
  panel_assert_says (fixture->panel, "30 March 2021 → 31 March 2021, in km²");
  panel_assert_says (fixture->panel, "Lost");
  panel_assert_says (fixture->panel, "+");
  for (guint i = 0; i < comparison->rows->len; i++)
    g_assert_cmpfloat (g_array_index (comparison->rows, MarchComparedRow, i).lost, ==, 0);
  /* Nothing has no sign. */
  panel_assert_says_not (fixture->panel, "−0");
  panel_assert_says_not (fixture->panel, "+0");
  /* A day that moves on is compared anew. */
  march_session_set_as_of (fixture->session, FIRST - 10);
  panel_settle ();
  panel_assert_says (fixture->panel, "“The daily sheet” doesn’t cover 19 February 2021.");
  panel_press (fixture->panel, "End Comparing");
  g_assert_null (march_area_desk_get_comparison (desk));
  panel_assert_says_not (fixture->panel, "doesn’t cover");
}

/* A day beyond all that the dossier tells of is not taken in silence. */
static void
test_compared_day (PanelFixture *fixture, gconstpointer data)
{
  MarchAreaDesk *desk = march_session_get_area_desk (fixture->session);
  GtkWidget     *entry;

  import (fixture);
  show_page (fixture, SECOND);
  entry = march_ui_find (march_ui_find (fixture->panel, MARCH_TYPE_COMPARE_SECTION),
                         GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "1 May 1799");
  panel_press (fixture->panel, "Compare");
  panel_assert_says (fixture->panel, "is outside the dossier’s days");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2 March 2021");
  panel_press (fixture->panel, "Compare");
  g_assert_cmpint (march_area_desk_get_compared_day (desk), ==, FIRST + 1);
  panel_assert_says_not (fixture->panel, "outside");
}

/* Choosing a source changes what the page shows, and leaves the list that it was chosen from. */
static void
test_choosing_source (PanelFixture *fixture, gconstpointer data)
{
  GtkDropDown *choice;
  GListModel  *list;

  import (fixture);
  import_of (fixture, "The ledger", FIRST + 1);
  show_page (fixture, SECOND);
  choice = GTK_DROP_DOWN (march_ui_find (march_ui_find (GTK_WIDGET (fixture->panel),
                                                        MARCH_TYPE_AREAS_PAGE),
                                         GTK_TYPE_DROP_DOWN));
  list = gtk_drop_down_get_model (choice);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  for (guint i = 0; i < 4; i++)
    {
      const guint position = (gtk_drop_down_get_selected (choice) + 1) % 2;
      const char *title = gtk_string_list_get_string (GTK_STRING_LIST (list), position);

      gtk_drop_down_set_selected (choice, position);
      panel_settle ();
      g_assert_true (gtk_drop_down_get_model (choice) == list);
      g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, position);
      g_assert_cmpstr (march_snapshot_get_area_source (
                           march_session_get_snapshot (fixture->session))->title, ==, title);
    }
}

/* On the second day the one source has Brena, too; the other says nothing of it. */
static void
test_sources_compared (PanelFixture *fixture, gconstpointer data)
{
  const gint64     brena = panel_get_place (fixture, "Brena Province")->id;
  MarchSourceDesk *desk = march_session_get_source_desk (fixture->session);
  GPtrArray       *comparisons;
  double           missing = 0;

  import (fixture);
  show_page (fixture, SECOND);
  panel_assert_says_not (fixture->panel, "Sources Compared");
  import_of (fixture, "The ledger", FIRST + 1);
  panel_assert_says (fixture->panel, "Sources Compared");
  g_assert_null (march_source_desk_get_comparisons (desk));
  panel_press (fixture->panel, "Show Where They Disagree");
  g_assert_cmpint (march_session_get_lens (fixture->session), ==, MARCH_LENS_DISAGREEMENT);
  comparisons = march_source_desk_get_comparisons (desk);
  g_assert_nonnull (comparisons);
  g_assert_cmpuint (comparisons->len, ==, 1);
  for (guint i = 0; i < ((MarchComparison *) comparisons->pdata[0])->rows->len; i++)
    {
      const MarchComparedRow *row
          = &g_array_index (((MarchComparison *) comparisons->pdata[0])->rows, MarchComparedRow, i);

      if (row->place != NULL && row->place->id == brena)
        missing = row->lost;
      g_assert_cmpfloat (row->gained, <, 1);
    }
  g_assert_cmpfloat (missing, >, 1e6);
  panel_assert_says (fixture->panel,
                     "31 March 2021, in km²: + only by “The ledger”, − only by “The daily sheet”");
  march_session_set_as_of (fixture->session, FIRST);
  panel_settle ();
  panel_assert_says (fixture->panel, "No two sources have areas of one holder on this day");
  march_session_set_lens (fixture->session, MARCH_LENS_BOTH);
  panel_settle ();
  g_assert_null (march_source_desk_get_comparisons (desk));
}

static const MarchPlace *
find_disagreement (PanelFixture *fixture)
{
  GPtrArray *places = march_corpus_get_places (march_session_get_corpus (fixture->session));

  for (guint i = 0; i < places->len; i++)
    if (march_snapshot_get_finding (march_session_get_snapshot (fixture->session), places->pdata[i])
            ->area_conflicts->len > 0)
      return places->pdata[i];
  return NULL;
}

/* The panel and the page tell where an imported area and a statement can't both be right. */
static void
test_disagreement (PanelFixture *fixture, gconstpointer data)
{
  const MarchPlace *place = NULL;

  import (fixture);
  march_session_set_as_of (fixture->session, march_day_from_ymd (2021, 4, 15));
  panel_settle ();
  place = find_disagreement (fixture);
  g_assert_nonnull (place);
  march_session_select (fixture->session, place);
  panel_settle ();
  panel_assert_says (fixture->panel, "Sources disagree");
  march_session_show_why (fixture->session, place);
  panel_settle ();
  panel_assert_says (fixture->why, "“The daily sheet”, area of 31 March 2021");
}

/* A unit says whether the line of contact runs through it, or how far it is. */
static void
test_contact (PanelFixture *fixture, gconstpointer data)
{
  import (fixture);
  panel_look_at (fixture, "Calda Province", "2021-03-02");
  panel_assert_says (fixture->panel, "line of contact");
}

/* The strip of a place has its share over time, of that source and of nothing that isn't known. */
static void
test_strip (PanelFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MarchDay    day;
    const char *words;
  } rows[] = { { FIRST, "Free Marches: 0.0 % on 1 March 2021, by “The daily sheet”" },
               { SECOND, "Free Marches: 100.0 % on 31 March 2021, by “The daily sheet”" },
               { FIRST - 1, "Free Marches: not known on 28 February 2021, by “The daily sheet”" } };
  MarchAreaHistory *history;
  const MarchPlace *brena;
  g_autoptr (GPtrArray) lanes = NULL;
  g_autoptr (GPtrArray) none = NULL;

  import (fixture);
  panel_look_at (fixture, "Brena Province", "2021-06-15");
  g_assert_nonnull (march_ui_find (fixture->panel, MARCH_TYPE_HISTORY_STRIP));
  history = march_area_desk_get_history (march_session_get_area_desk (fixture->session));
  brena = panel_get_place (fixture, "Brena Province");
  g_assert_nonnull (history);
  lanes = march_share_lanes_new (history, brena);
  g_assert_cmpuint (lanes->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = march_share_lane_describe (lanes->pdata[0], rows[i].day);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
  none = march_share_lanes_new (history, panel_get_place (fixture, "Farrow"));
  g_assert_cmpuint (none->len, ==, 0);
}

static const MarchAssertion *
get_figure (PanelFixture *fixture)
{
  GPtrArray *assertions
      = march_corpus_get_assertions (march_session_get_corpus (fixture->session));

  for (guint i = 0; i < assertions->len; i++)
    if (march_figure_is_of_land (assertions->pdata[i]))
      return assertions->pdata[i];
  g_error ("there is no figure of land");
}

static void
read_figure (PanelFixture *fixture, const char *period)
{
  const gint64 holder = period[0] != '\0' ? get_holder (fixture)->id : 0;
  g_autoptr (GError) error = NULL;

  march_dossier_set_reading (march_session_get_dossier (fixture->session),
                             get_figure (fixture)->id, holder,
                             panel_get_place (fixture, "Velmark (state)")->id, period, &error);
  g_assert_no_error (error);
  panel_settle ();
  panel_press (fixture->panel, "Figure");
}

/* The quotation's card says in one line what the figure came to: a tenth is stated. */
static void
test_figure (PanelFixture *fixture, gconstpointer data)
{
  panel_look_at (fixture, "Velmark (state)", "2021-06-15");
  import (fixture);
  panel_press (fixture->panel, "Figure");
  panel_assert_says (fixture->panel, "Hold against the Map");
  panel_assert_says_not (fixture->panel, "against the figure");
  read_figure (fixture, "2021-04-15");
  panel_assert_says (fixture->panel, "“The daily sheet”: ");
  panel_assert_says (fixture->panel, "against the figure");
  read_figure (fixture, "2020-01-01");
  panel_assert_says_not (fixture->panel, "against the figure");
  panel_assert_says (fixture->panel, "“The daily sheet” doesn’t cover 1 January 2020.");
  read_figure (fixture, "");
  panel_assert_says_not (fixture->panel, "doesn’t cover");
}

/* Its own page has the reading and what each source measures. */
static void
test_figure_page (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget *stack = march_ui_find (fixture->panel, GTK_TYPE_STACK);

  import (fixture);
  panel_look_at (fixture, "Velmark (state)", "2021-06-15");
  read_figure (fixture, "2021-04-15");
  g_assert_true (gtk_widget_activate_action (stack, "panel.show", "(ux)",
                                             (guint) MARCH_RECORD_ASSERTION,
                                             get_figure (fixture)->id));
  panel_settle ();
  panel_assert_says (fixture->panel, "Held against the Map");
  panel_assert_says (fixture->panel, "Held on 15 April 2021");
  panel_press (fixture->panel, "Take the Reading Back");
  panel_settle ();
  panel_assert_says (fixture->panel, "Say which place and time the figure is read as.");
}

int
main (int argc, char **argv)
{
  panel_init (&argc, &argv);
  panel_add ("/ui/panel-areas/none", test_none);
  panel_add ("/ui/panel-areas/measured", test_measured);
  panel_add ("/ui/panel-areas/chart-first", test_chart_first);
  panel_add ("/ui/panel-areas/whole-names", test_whole_names);
  panel_add ("/ui/panel-areas/unit", test_unit);
  panel_add ("/ui/panel-areas/chart", test_chart);
  panel_add ("/ui/panel-areas/grid", test_grid);
  panel_add ("/ui/panel-areas/compared", test_compared);
  panel_add ("/ui/panel-areas/compared-day", test_compared_day);
  panel_add ("/ui/panel-areas/sources-compared", test_sources_compared);
  panel_add ("/ui/panel-areas/choosing-source", test_choosing_source);
  panel_add ("/ui/panel-areas/disagreement", test_disagreement);
  panel_add ("/ui/panel-areas/contact", test_contact);
  panel_add ("/ui/panel-areas/strip", test_strip);
  panel_add ("/ui/panel-areas/figure", test_figure);
  panel_add ("/ui/panel-areas/figure-page", test_figure_page);
  return g_test_run ();
}
