/* test-panel-edits.c — who changed what, and when, in the panel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dossier/march-dossier-create.h"
#include "dossier/march-dossier-edits.h"
#include "march-ui.h"
#include "panel-fixture.h"
#include "panel/march-edits-page.h"

static MarchDossier *
get_dossier (PanelFixture *fixture)
{
  return march_session_get_dossier (fixture->session);
}

static void
show_history (PanelFixture *fixture, gint64 assertion)
{
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.history", "x", assertion));
  panel_settle ();
}

/* A control that is normal and one that isn't touched. */
static const MarchAssertion *
get_control (PanelFixture *fixture, guint nth)
{
  GPtrArray *assertions = march_corpus_get_assertions (march_session_get_corpus (fixture->session));

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->kind == MARCH_KIND_CONTROL && assertion->rank == MARCH_RANK_NORMAL
          && nth-- == 0)
        return assertion;
    }
  g_assert_not_reached ();
}

/* An entry stays where it was taken back, and is told to be that; a new one is there at once. */
static void
test_dossier (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show_history (fixture, 0);
  panel_assert_says (fixture->panel, "Compile the dossier");
  panel_assert_says_not (fixture->panel, "taken back since");
  march_dossier_set_who (get_dossier (fixture), "Ada <b>& Co</b>");
  g_assert_true (march_dossier_set_facts (get_dossier (fixture),
                                          &(MarchNewDossier){ .title = "Velmark anew" }, &error));
  panel_settle ();
  panel_assert_says (fixture->panel, "Change the title");
  panel_assert_says (fixture->panel, "Ada <b>& Co</b> · ");
  panel_assert_says (fixture->panel, "1 changed");
  panel_assert_says_not (fixture->panel, "taken back since");
  g_assert_true (march_dossier_undo (get_dossier (fixture), &error));
  panel_settle ();
  panel_assert_says (fixture->panel, "taken back since");
  g_assert_no_error (error);
}

/* From the page of an assertion, and back to it by its entry. */
static void
test_assertion (PanelFixture *fixture, gconstpointer data)
{
  const gint64 ranked = get_control (fixture, 0)->id;
  const gint64 other = get_control (fixture, 1)->id;
  g_autoptr (GError) error = NULL;
  GtkWidget *view = NULL;

  g_assert_true (march_dossier_set_rank (get_dossier (fixture), ranked, MARCH_RANK_PREFERRED,
                                         "nearer to it", &error));
  panel_settle ();
  show_history (fixture, other);
  panel_assert_says_not (fixture->panel, "1 changed");
  show_history (fixture, ranked);
  panel_assert_says (fixture->panel, "1 changed");
  view = march_ui_find (march_ui_find (fixture->panel, MARCH_TYPE_EDITS_PAGE), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 0u);
  panel_settle ();
  panel_assert_says (fixture->panel, "How the dossier treats it");
  panel_assert_says (fixture->panel, "nearer to it");
  panel_assert_says (fixture->panel, "History of the edits");
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.back", NULL));
  panel_settle ();
  panel_assert_says (fixture->panel, "1 changed");
}

int
main (int argc, char **argv)
{
  panel_init (&argc, &argv);
  panel_add ("/ui/panel-edits/dossier", test_dossier);
  panel_add ("/ui/panel-edits/assertion", test_assertion);
  return g_test_run ();
}
