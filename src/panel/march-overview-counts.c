/* march-overview-counts.c — how many records of each kind there are, as buttons that lead there */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier/march-search.h"
#include "panel/march-overview-page.h"

typedef struct
{
  guint quotations;
  guint sources;
  guint actors;
  guint events;
  guint theses;
  guint proposals;
} Counts;

/* Who speaks, passes on or is spoken of in the quotations that are heard, and who asserts what is
 * known. */
static guint
count_actors (MarchSnapshot *snapshot, MarchCorpus *corpus)
{
  GPtrArray              *quotations = march_corpus_get_quotations (corpus);
  GPtrArray              *assertions = march_corpus_get_assertions (corpus);
  g_autoptr (GHashTable) actors = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = quotations->pdata[i];

      for (guint j = 0; march_snapshot_is_quotation_heard (snapshot, quotation)
                        && j < quotation->chain->len;
           j++)
        g_hash_table_add (actors,
                          (gpointer) ((const MarchChainLink *) quotation->chain->pdata[j])->actor);
    }
  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->actor != NULL && march_snapshot_is_known (snapshot, assertion))
        g_hash_table_add (actors, (gpointer) assertion->actor);
    }
  return g_hash_table_size (actors);
}

static guint
count_kind (MarchSnapshot *snapshot, MarchCorpus *corpus, MarchAssertionKind kind)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);
  guint      n = 0;

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      n += assertion->kind == kind
           && (snapshot == NULL || march_snapshot_is_known (snapshot, assertion));
    }
  return n;
}

static gboolean
is_proposal_heard (MarchSnapshot *snapshot, const MarchProposal *proposal)
{
  for (guint i = 0; i < proposal->evidence->len; i++)
    {
      const MarchEvidence *evidence = proposal->evidence->pdata[i];

      if (march_snapshot_is_quotation_heard (snapshot, evidence->quotation))
        return TRUE;
    }
  return FALSE;
}

static Counts
count_all (MarchCorpus *corpus)
{
  return (Counts){
    .quotations = march_corpus_get_quotations (corpus)->len,
    .sources = march_corpus_get_sources (corpus)->len,
    .actors = march_corpus_get_actors (corpus)->len,
    .events = count_kind (NULL, corpus, MARCH_KIND_EVENT),
    .theses = count_kind (NULL, corpus, MARCH_KIND_THESIS),
    .proposals = march_corpus_get_proposals (corpus)->len,
  };
}

static Counts
count_heard (MarchSnapshot *snapshot, MarchCorpus *corpus)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);
  GPtrArray *sources = march_corpus_get_sources (corpus);
  GPtrArray *proposals = march_corpus_get_proposals (corpus);
  Counts     counts = { .actors = count_actors (snapshot, corpus),
                        .events = count_kind (snapshot, corpus, MARCH_KIND_EVENT),
                        .theses = count_kind (snapshot, corpus, MARCH_KIND_THESIS) };

  for (guint i = 0; i < quotations->len; i++)
    counts.quotations += march_snapshot_is_quotation_heard (snapshot, quotations->pdata[i]);
  for (guint i = 0; i < sources->len; i++)
    counts.sources += march_snapshot_is_source_heard (snapshot, sources->pdata[i]);
  for (guint i = 0; i < proposals->len; i++)
    counts.proposals += is_proposal_heard (snapshot, proposals->pdata[i]);
  return counts;
}

/* @words holds the number of all. */
static void
add_count (GtkWidget *box, MarchSearchKind kind, guint heard, guint all, char *words)
{
  g_autofree char *owned = words;
  /* Translators: how many of all, such as "3" of "14 sources". */
  g_autofree char *label = heard == all ? g_strdup (owned)
                                        : g_strdup_printf (_("%1$u of %2$s"), heard, owned);
  GtkWidget       *button = gtk_button_new_with_label (label);

  if (all == 0)
    {
      g_object_ref_sink (button);
      g_object_unref (button);
      return;
    }
  gtk_widget_add_css_class (button, "pill-small");
  gtk_widget_set_tooltip_text (button, _("List them all"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "panel.browse");
  gtk_widget_set_parent (button, box);
}

/** march_overview_fill_counts: @box: gets a button for each kind of record: how many there are, and
 * if the question of @snapshot leaves some out how many it lets in */
void
march_overview_fill_counts (GtkWidget *box, MarchSnapshot *snapshot)
{
  MarchCorpus *corpus = march_snapshot_get_corpus (snapshot);
  const Counts all = count_all (corpus);
  const Counts heard = march_question_restricts (march_snapshot_get_question (snapshot))
                           ? count_heard (snapshot, corpus)
                           : all;

  add_count (box, MARCH_SEARCH_QUOTATION, heard.quotations, all.quotations,
             g_strdup_printf (ngettext ("%u quotation", "%u quotations", all.quotations),
                              all.quotations));
  add_count (box, MARCH_SEARCH_SOURCE, heard.sources, all.sources,
             g_strdup_printf (ngettext ("%u source", "%u sources", all.sources), all.sources));
  add_count (box, MARCH_SEARCH_ACTOR, heard.actors, all.actors,
             g_strdup_printf (ngettext ("%u actor", "%u actors", all.actors), all.actors));
  add_count (box, MARCH_SEARCH_EVENT, heard.events, all.events,
             g_strdup_printf (ngettext ("%u event", "%u events", all.events), all.events));
  add_count (box, MARCH_SEARCH_THESIS, heard.theses, all.theses,
             g_strdup_printf (ngettext ("%u thesis", "%u theses", all.theses), all.theses));
  add_count (box, MARCH_SEARCH_PROPOSAL, heard.proposals, all.proposals,
             g_strdup_printf (ngettext ("%u proposal", "%u proposals", all.proposals),
                              all.proposals));
}
