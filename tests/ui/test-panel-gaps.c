/* test-panel-gaps.c — the list of what is still to be done */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dossier/march-dossier-edits.h"
#include "march-ui.h"
#include "panel-fixture.h"
#include "panel/march-gaps-page.h"
#include "panel/march-settle-dialog.h"
#include "widgets/march-text-area.h"

static GtkWidget *
show_gaps (PanelFixture *fixture)
{
  GtkWidget *page = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.gaps", NULL));
  panel_settle ();
  page = march_ui_find (fixture->panel, MARCH_TYPE_GAPS_PAGE);
  g_assert_nonnull (page);
  return page;
}

/* The position of the kind whose words begin with @words in the drop-down, and how many it has. */
static guint
find_kind (GtkWidget *page, const char *words, guint *n)
{
  GtkDropDown *kinds = GTK_DROP_DOWN (march_ui_find (page, GTK_TYPE_DROP_DOWN));
  GListModel  *model = gtk_drop_down_get_model (kinds);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      const char *item = gtk_string_list_get_string (GTK_STRING_LIST (model), i);

      if (!g_str_has_prefix (item, words))
        continue;
      *n = (guint) g_ascii_strtoull (strrchr (item, ' ') + 1, NULL, 10);
      return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static guint
choose (GtkWidget *page, const char *words)
{
  guint       n = 0;
  const guint position = find_kind (page, words, &n);

  g_assert_cmpuint (position, !=, GTK_INVALID_LIST_POSITION);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (march_ui_find (page, GTK_TYPE_DROP_DOWN)), position);
  panel_settle ();
  return n;
}

static guint
count_rows (GtkWidget *page)
{
  GtkListView *view = GTK_LIST_VIEW (march_ui_find (page, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
}

static void
activate_first (GtkWidget *page)
{
  g_signal_emit_by_name (march_ui_find (page, GTK_TYPE_LIST_VIEW), "activate", 0u);
  panel_settle ();
}

/* Each kind lists as many as it says, together as many as all. */
static void
test_kinds (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_gaps (fixture);
  const guint all = choose (page, "All");
  guint       sum = 0;

  g_assert_cmpuint (all, ==, count_rows (page));
  for (MarchGapKind kind = 0; kind < MARCH_N_GAP_KINDS; kind++)
    {
      guint n = 0;

      if (find_kind (page, march_gap_kind_get_title (kind), &n) == GTK_INVALID_LIST_POSITION)
        continue;
      g_assert_cmpuint (choose (page, march_gap_kind_get_title (kind)), >, 0);
      g_assert_cmpuint (count_rows (page), ==, n);
      sum += n;
    }
  g_assert_cmpuint (sum, ==, all);
}

/* A source without an author leads to that source, and back to the kind that was chosen. */
static void
test_leads (PanelFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_gaps (fixture);

  choose (page, "Unidentified sources");
  activate_first (page);
  panel_assert_says (fixture->panel, "Sheet notes to the June edition");
  panel_assert_says_not (fixture->panel, "Gaps and Checks · ");
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.back", NULL));
  panel_settle ();
  panel_assert_says (page, "Unidentified sources");
  panel_assert_says_not (page, "All · ");
}

/* What can't be true together is settled on the spot, and is off the list then. */
static void
test_settles (PanelFixture *fixture, gconstpointer data)
{
  MarchDossier *dossier = march_session_get_dossier (fixture->session);
  GtkWidget    *page = show_gaps (fixture);
  const guint   before = choose (page, "Sources disagree");
  GtkWidget  *dialog = NULL;

  activate_first (page);
  dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_SETTLE_DIALOG));
  g_assert_nonnull (dialog);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (march_ui_find (dialog, GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (march_ui_find (dialog, GTK_TYPE_DROP_DOWN)), 1);
  march_text_area_set_text (MARCH_TEXT_AREA (march_ui_find (dialog, MARCH_TYPE_TEXT_AREA)),
                            "It came later");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "settle");
  gtk_window_close (GTK_WINDOW (dialog));
  for (guint i = 0; i < 50 && !march_dossier_get_modified (dossier); i++)
    panel_settle ();
  panel_settle ();
  if (before > 1)
    g_assert_cmpuint (choose (page, "Sources disagree"), ==, before - 1);
  else
    {
      guint n = 0;

      g_assert_cmpuint (find_kind (page, "Sources disagree", &n), ==, GTK_INVALID_LIST_POSITION);
    }
}

/* Where a place is silent, the day is one of its silence. */
static void
test_silence (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) gaps = march_gaps_list (march_session_get_corpus (fixture->session));
  GtkWidget      *page = show_gaps (fixture);
  const MarchGap *first = NULL;

  choose (page, "No quotation on record");
  for (guint i = 0; i < gaps->len && first == NULL; i++)
    if (((const MarchGap *) gaps->pdata[i])->kind == MARCH_GAP_CONTROL_SILENT)
      first = gaps->pdata[i];
  g_assert_nonnull (first);
  activate_first (page);
  g_assert_cmpint (march_session_get_as_of (fixture->session), ==, first->from);
  g_assert_true (march_session_get_place (fixture->session) == first->place);
}

/* A gap that is mended is off the list at once. */
static void
test_mended (PanelFixture *fixture, gconstpointer data)
{
  MarchDossier *dossier = march_session_get_dossier (fixture->session);
  GtkWidget    *page = show_gaps (fixture);
  const guint   before = choose (page, "One source");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) gaps = march_gaps_list (march_session_get_corpus (fixture->session));
  guint  n_of_first = 0;
  gint64 first = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      const MarchGap *gap = gaps->pdata[i];

      if (gap->kind == MARCH_GAP_SINGLE_SOURCE && first == 0)
        first = gap->assertion->id;
      n_of_first += gap->kind == MARCH_GAP_SINGLE_SOURCE && gap->assertion->id == first;
    }
  g_assert_cmpuint (n_of_first, ==, 1);
  g_assert_true (march_dossier_retract (dossier, first, "said of another place", &error));
  g_assert_no_error (error);
  panel_settle ();
  g_assert_cmpuint (count_rows (page), ==, before - 1);
}

int
main (int argc, char **argv)
{
  panel_init (&argc, &argv);
  panel_add ("/ui/panel-gaps/kinds", test_kinds);
  panel_add ("/ui/panel-gaps/leads", test_leads);
  panel_add ("/ui/panel-gaps/settles", test_settles);
  panel_add ("/ui/panel-gaps/silence", test_silence);
  panel_add ("/ui/panel-gaps/mended", test_mended);
  return g_test_run ();
}
