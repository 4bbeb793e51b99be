/* march-removal.c — deletes records that nothing names, and takes evidence back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-removal.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "coding/march-references.h"
#include "dossier/march-edit-change.h"

/* What belongs to a record alone goes with it. */
static const struct
{
  const char *table;
  const char *label;
  const struct
  {
    const char *table;
    const char *column;
  } children[3];
} kinds[] = {
  [MARCH_REMOVE_ACTOR] = { "actor",
                           N_("Delete an actor"),
                           { { "actor_name", "actor_id" }, { "office", "actor_id" } } },
  [MARCH_REMOVE_PLACE] = { "place",
                           N_("Delete a place"),
                           { { "name", "place_id" }, { "place_link", "child_id" } } },
  [MARCH_REMOVE_PROPOSAL] = { "proposal",
                              N_("Delete a proposal"),
                              { { "proposal_term", "proposal_id" } } },
  [MARCH_REMOVE_QUOTATION] = { "quotation",
                               N_("Delete a quotation"),
                               { { "span", "quotation_id" }, { "chain", "quotation_id" } } },
};

static gboolean
is_there (MarchCorpus *corpus, MarchRemovable kind, gint64 id)
{
  switch (kind)
    {
    case MARCH_REMOVE_ACTOR:
      return march_corpus_get_actor (corpus, id) != NULL;
    case MARCH_REMOVE_PLACE:
      return march_corpus_get_place (corpus, id) != NULL;
    case MARCH_REMOVE_PROPOSAL:
      return march_corpus_get_proposal (corpus, id) != NULL;
    case MARCH_REMOVE_QUOTATION:
    default:
      return march_corpus_get_quotation (corpus, id) != NULL;
    }
}

/**
 * march_removal_explain:
 *
 * Returns: (transfer full) (nullable): a sentence on why the record can't be deleted; %NULL if it
 * can
 */
char *
march_removal_explain (MarchCorpus *corpus, MarchRemovable kind, gint64 id)
{
  const MarchReferences references = march_references_count (corpus, kind, id);
  g_autofree char      *described = march_references_describe (&references);

  if (!is_there (corpus, kind, id))
    return g_strdup (_("It is no longer in the dossier."));
  if (described == NULL)
    return NULL;
  /* Translators: %s lists what names a record, such as "2 quotations, 1 place" */
  return g_strdup_printf (_("It can’t be deleted, as others name it: %s. Change those first."),
                          described);
}

typedef struct
{
  MarchRemovable kind;
  gint64         id;
} Removal;

static gboolean
remove_record (MarchEdit *edit, gpointer data, GError **error)
{
  const Removal *removal = data;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds[0].children); i++)
    if (kinds[removal->kind].children[i].table != NULL
        && !march_edit_delete_children (edit, kinds[removal->kind].children[i].table,
                                        kinds[removal->kind].children[i].column, removal->id,
                                        error))
      return FALSE;
  return march_edit_delete (edit, kinds[removal->kind].table, removal->id, error);
}

static gboolean
check_removal (MarchDossier *dossier, const Removal *removal, GError **error)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  g_autofree char *reason = march_removal_explain (corpus, removal->kind, removal->id);

  if (reason != NULL)
    g_set_error_literal (error, MARCH_ERROR,
                         is_there (corpus, removal->kind, removal->id) ? MARCH_ERROR_BAD_INPUT
                                                                       : MARCH_ERROR_NOT_FOUND,
                         reason);
  return reason == NULL;
}

/**
 * march_removal_run:
 *
 * Deletes a record with its names, links or spans.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT and march_removal_explain()'s sentence if others name
 * it, %MARCH_ERROR_NOT_FOUND, or another #MarchError
 */
gboolean
march_removal_run (MarchDossier *dossier, MarchRemovable kind, gint64 id, GError **error)
{
  Removal removal = { kind, id };

  return check_removal (dossier, &removal, error)
         && march_dossier_edit (dossier, _(kinds[kind].label), remove_record, &removal, error);
}

/** march_removal_run_async: on another thread; march_dossier_edit_finish() tells the outcome */
void
march_removal_run_async (MarchDossier       *dossier,
                         MarchRemovable      kind,
                         gint64              id,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  Removal removal = { kind, id };
  GError *error = NULL;

  if (check_removal (dossier, &removal, &error))
    march_dossier_edit_async (dossier, _(kinds[kind].label), remove_record,
                              g_memdup2 (&removal, sizeof removal), g_free, callback, user_data);
  else
    g_task_report_error (dossier, callback, user_data, march_removal_run_async, error);
}

/* The two ends of a piece of evidence. */
typedef struct
{
  gint64      quotation;
  gint64      bears_on;
  const char *column;
} Link;

static gboolean
unlink_quotation (MarchEdit *edit, gpointer data, GError **error)
{
  const Link *link = data;
  g_autoptr (MarchRow) row = march_row_new ();
  gint64 id = 0;

  march_row_set_id (row, "quotation_id", link->quotation);
  march_row_set_id (row, link->column, link->bears_on);
  return march_edit_find (edit, "evidence", row, &id, error)
         && march_edit_delete (edit, "evidence", id, error);
}

static Link
find_link (MarchDossier *dossier, gint64 quotation, gint64 bears_on)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  const gboolean proposal = march_corpus_get_proposal (corpus, bears_on) != NULL;

  return (Link){ quotation, bears_on, proposal ? "proposal_id" : "assertion_id" };
}

/**
 * march_evidence_remove:
 * @bears_on: an assertion or a proposal
 *
 * Says that a quotation does not bear on something after all. Both stay.
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if nothing joins the two, or another #MarchError
 */
gboolean
march_evidence_remove (MarchDossier *dossier, gint64 quotation, gint64 bears_on, GError **error)
{
  Link link = find_link (dossier, quotation, bears_on);

  return march_dossier_edit (dossier, _("Take evidence back"), unlink_quotation, &link, error);
}

/** march_evidence_remove_async: on another thread; march_dossier_edit_finish() tells the outcome */
void
march_evidence_remove_async (MarchDossier       *dossier,
                             gint64              quotation,
                             gint64              bears_on,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Link link = find_link (dossier, quotation, bears_on);

  march_dossier_edit_async (dossier, _("Take evidence back"), unlink_quotation,
                            g_memdup2 (&link, sizeof link), g_free, callback, user_data);
}
