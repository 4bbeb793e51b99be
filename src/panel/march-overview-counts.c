/* march-overview-counts.c — how many records of each kind there are, as buttons that lead there */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-gaps.h"
#include "base/march-number-words.h"
#include "panel/march-heard.h"
#include "panel/march-hits.h"
#include "panel/march-overview-page.h"

/* What the list that a button leads to has. */
static void
count (MarchSnapshot *snapshot, guint *all, guint *heard)
{
  g_autoptr (MarchHits)  hits = march_hits_new (march_snapshot_get_corpus (snapshot));
  g_autoptr (GHashTable) records = march_heard_list (snapshot);
  g_autoptr (MarchHits)  narrowed
      = records != NULL ? march_hits_narrow (hits, records, NULL) : NULL;

  for (int kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      all[kind] = march_hits_get_n (hits, kind);
      heard[kind] = march_hits_get_n (narrowed != NULL ? narrowed : hits, kind);
    }
}

static char *
describe_all (MarchSearchKind kind, guint n)
{
  g_autofree char *number = march_words_for_number (n);

  switch (kind)
    {
    case MARCH_SEARCH_QUOTATION:
      return g_strdup_printf (ngettext ("%s quotation", "%s quotations", n), number);
    case MARCH_SEARCH_SOURCE:
      return g_strdup_printf (ngettext ("%s source", "%s sources", n), number);
    case MARCH_SEARCH_ACTOR:
      return g_strdup_printf (ngettext ("%s actor", "%s actors", n), number);
    case MARCH_SEARCH_EVENT:
      return g_strdup_printf (ngettext ("%s event", "%s events", n), number);
    case MARCH_SEARCH_THESIS:
      return g_strdup_printf (ngettext ("%s thesis", "%s theses", n), number);
    case MARCH_SEARCH_PROPOSAL:
      return g_strdup_printf (ngettext ("%s proposal", "%s proposals", n), number);
    case MARCH_SEARCH_PLACE:
    case MARCH_SEARCH_FIGURE:
    case MARCH_SEARCH_NOTE:
    case MARCH_N_SEARCH_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_count (GtkWidget *box, MarchSearchKind kind, guint heard, guint all)
{
  g_autofree char *owned = describe_all (kind, all);
  g_autofree char *counted = march_words_for_number (heard);
  /* Translators: how many of all, such as "3" of "14 sources". */
  g_autofree char *label = heard == all ? g_strdup (owned)
                                        : g_strdup_printf (C_ ("records", "%1$s of %2$s"), counted,
                                                           owned);
  GtkWidget       *button = gtk_button_new_with_label (label);

  if (all == 0)
    {
      g_object_ref_sink (button);
      g_object_unref (button);
      return;
    }
  gtk_widget_add_css_class (button, "pill-small");
  gtk_widget_set_tooltip_text (button, _("List them"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "panel.browse");
  gtk_widget_set_parent (button, box);
}

/* What was typed and rests on no words yet. */
static void
add_drafts (GtkWidget *box, MarchCorpus *corpus)
{
  const guint      n = march_gaps_count_drafts (corpus);
  g_autofree char *label = g_strdup_printf (
      ngettext ("%u draft without evidence", "%u drafts without evidence", n), n);
  GtkWidget       *button = NULL;

  if (n == 0)
    return;
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "pill-small");
  gtk_widget_set_tooltip_text (button, _("List what no quotation supports; it colours nothing"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) MARCH_GAP_NO_EVIDENCE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "panel.gaps-of");
  gtk_widget_set_parent (button, box);
}

/** march_overview_fill_counts: @box: gets a button for each kind of record: how many there are, and
 * if the question of @snapshot leaves some out how many it lets in; and one for drafts, which are
 * nobody's but the analyst's */
void
march_overview_fill_counts (GtkWidget *box, MarchSnapshot *snapshot)
{
  static const MarchSearchKind kinds[]
      = { MARCH_SEARCH_QUOTATION, MARCH_SEARCH_SOURCE, MARCH_SEARCH_ACTOR,
          MARCH_SEARCH_EVENT,     MARCH_SEARCH_THESIS, MARCH_SEARCH_PROPOSAL };
  guint all[MARCH_N_SEARCH_KINDS] = { 0 };
  guint heard[MARCH_N_SEARCH_KINDS] = { 0 };

  count (snapshot, all, heard);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_count (box, kinds[i], heard[kinds[i]], all[kinds[i]]);
  if (!march_question_restricts (march_snapshot_get_question (snapshot)))
    add_drafts (box, march_snapshot_get_corpus (snapshot));
}
