/* march-changes-plan.c — what applying changes comes to, in words, and the choices made of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "dossier/march-changes-apply.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-merge-row.h"

static void
free_item (gpointer data)
{
  MarchChangesItem *item = data;

  g_free (item->what);
  g_free (item->detail);
  g_free (item);
}

static void
free_conflict (gpointer data)
{
  MarchChangesConflict *conflict = data;

  g_free (conflict->what);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_ptr_array_unref (conflict->our_evidence);
  g_ptr_array_unref (conflict->their_evidence);
  g_free (conflict);
}

static void
free_source (gpointer data)
{
  MarchSameSource *same = data;

  g_free (same->our_title);
  g_free (same->their_title);
  g_free (same->reason);
  g_free (same);
}

/**
 * march_changes_plan_new:
 * @choice: what counts where nothing else is chosen
 * @same: whether sources that are probably the same are one where nothing else is chosen
 *
 * Returns: (transfer full): a plan for march_dossier_weigh_changes()
 */
MarchChangesPlan *
march_changes_plan_new (MarchMergeChoice choice, MarchSameChoice same)
{
  MarchChangesPlan *plan = g_new0 (MarchChangesPlan, 1);

  plan->items = g_ptr_array_new_with_free_func (free_item);
  plan->conflicts = g_ptr_array_new_with_free_func (free_conflict);
  plan->sources = g_ptr_array_new_with_free_func (free_source);
  plan->choice = choice;
  plan->same = same;
  return plan;
}

void
march_changes_plan_free (MarchChangesPlan *plan)
{
  g_ptr_array_unref (plan->items);
  g_ptr_array_unref (plan->conflicts);
  g_ptr_array_unref (plan->sources);
  g_free (plan->settled_at);
  g_free (plan);
}

/**
 * march_changes_plan_n_open:
 *
 * Returns: how many conflicts and sources nobody has decided on
 */
guint
march_changes_plan_n_open (const MarchChangesPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->conflicts->len; i++)
    n += ((MarchChangesConflict *) plan->conflicts->pdata[i])->choice == MARCH_MERGE_ASK;
  for (guint i = 0; i < plan->sources->len; i++)
    n += ((MarchSameSource *) plan->sources->pdata[i])->choice == MARCH_SAME_ASK;
  return n;
}

MarchMergeTake
march_changes_get_take (MarchMergeChoice choice)
{
  switch (choice)
    {
    case MARCH_MERGE_OURS:
      return MARCH_MERGE_TAKE_STANDING;
    case MARCH_MERGE_THEIRS:
      return MARCH_MERGE_TAKE_BROUGHT;
    case MARCH_MERGE_ASK:
    default:
      return MARCH_MERGE_TAKE_NONE;
    }
}

/**
 * march_changes_list_takes:
 *
 * Returns: (transfer full) (element-type MarchRecordKey MarchMergeTake): what counts for records
 */
GHashTable *
march_changes_list_takes (const MarchChangesPlan *plan)
{
  GHashTable *takes = g_hash_table_new_full (march_record_key_hash, march_record_key_equal, g_free,
                                             NULL);

  for (guint i = 0; i < plan->conflicts->len; i++)
    {
      const MarchChangesConflict *conflict = plan->conflicts->pdata[i];
      MarchRecordKey key = { march_record_find_table (conflict->table), conflict->id };

      g_hash_table_insert (takes, g_memdup2 (&key, sizeof key),
                           GINT_TO_POINTER (march_changes_get_take (conflict->choice)));
    }
  return takes;
}

/* A dossier of what the file tells alone; without imports, whose land stays in the file. */
static MarchCorpus *
load_brought (MarchChanges *changes)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  sqlite3     *handle = changes->after->handle;
  MarchCorpus *corpus = NULL;

  if (!march_sqlite_run (handle,
                         "BEGIN; DELETE FROM area_import; DELETE FROM point_import; "
                         "UPDATE dossier SET area_source_id = NULL;",
                         NULL))
    return NULL;
  corpus = march_corpus_load (changes->after, warnings, NULL);
  march_database_rollback (changes->after);
  return corpus;
}

static char *
describe_quotation (const MarchQuotation *quotation)
{
  g_autofree char *words = march_words_quote (quotation);
  g_autofree char *who = march_words_attribution (quotation, NULL);
  g_autofree char *source = march_words_source (quotation->source);
  g_autofree char *grade = march_words_grade (quotation);
  g_autoptr (GString) line = g_string_new (words != NULL ? words
                                                         : _("A pointer, without the words"));

  g_string_append (line, " — ");
  if (*who != '\0')
    g_string_append_printf (line, "%s; ", who);
  g_string_append (line, source);
  if (*grade != '\0')
    g_string_append_printf (line, " (%s)", grade);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static const GPtrArray *
find_evidence (MarchCorpus *corpus, const char *table, gint64 id)
{
  const MarchAssertion *assertion = NULL;
  const MarchProposal  *proposal = NULL;

  if (g_str_equal (table, "assertion"))
    assertion = march_corpus_get_assertion (corpus, id);
  if (g_str_equal (table, "proposal"))
    proposal = march_corpus_get_proposal (corpus, id);
  return assertion != NULL ? assertion->evidence : proposal != NULL ? proposal->evidence : NULL;
}

static GPtrArray *
list_evidence (MarchCorpus *corpus, const char *table, gint64 id)
{
  GPtrArray       *lines = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *evidence = corpus != NULL ? find_evidence (corpus, table, id) : NULL;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const MarchEvidence *one = evidence->pdata[i];
      g_autofree char     *words = describe_quotation (one->quotation);

      g_ptr_array_add (lines, g_strdup_printf ("%s: %s",
                                               march_vocabulary_get_words (MARCH_VOCABULARY_STANCE,
                                                                           one->stance),
                                               words));
    }
  return lines;
}

/* What an assertion says as a whole comes before what the sides say differently. */
static char *
add_sentence (MarchCorpus *corpus, const char *table, gint64 id, char *words)
{
  g_autofree char      *owned = words, *sentence = NULL;
  const MarchAssertion *assertion = corpus != NULL && g_str_equal (table, "assertion")
                                        ? march_corpus_get_assertion (corpus, id)
                                        : NULL;

  if (assertion == NULL)
    return g_steal_pointer (&owned);
  sentence = march_words_assertion (assertion, NULL);
  return *owned != '\0' ? g_strdup_printf ("%s (%s)", sentence, owned)
                        : g_steal_pointer (&sentence);
}

static MarchChangesConflict *
find_conflict (GPtrArray *conflicts, const char *table, gint64 id)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      MarchChangesConflict *conflict = conflicts->pdata[i];

      if (g_str_equal (conflict->table, table) && conflict->id == id)
        return conflict;
    }
  return NULL;
}

/* @before: the conflicts that were told before; what was chosen of them stays chosen. */
static gboolean
add_conflict (MarchChangesApply     *apply,
              MarchCorpus           *ours,
              MarchCorpus           *theirs,
              const MarchMergeClash *clash,
              GPtrArray             *before,
              GError               **error)
{
  const char *table = clash->key.table->name;
  gint64      our_id = clash->group ? clash->key.id : clash->other;
  g_autoptr (MarchMergeConflict) words = march_merge_describe (&apply->merge, clash, error);
  const MarchChangesConflict *told = find_conflict (before, table, clash->key.id);
  MarchChangesConflict       *conflict;

  if (words == NULL)
    return FALSE;
  conflict = g_new0 (MarchChangesConflict, 1);
  conflict->table = table;
  conflict->id = clash->key.id;
  conflict->what = g_steal_pointer (&words->what);
  conflict->ours = add_sentence (ours, table, our_id, g_steal_pointer (&words->theirs));
  conflict->theirs = add_sentence (theirs, table, conflict->id, g_steal_pointer (&words->ours));
  conflict->our_evidence = list_evidence (ours, table, our_id);
  conflict->their_evidence = list_evidence (theirs, table, conflict->id);
  conflict->choice = told != NULL ? told->choice : apply->plan->choice;
  g_ptr_array_add (apply->plan->conflicts, conflict);
  return TRUE;
}

static gboolean
fill_conflicts (MarchChangesApply *apply, MarchCorpus *ours, MarchCorpus *theirs, GError **error)
{
  g_autoptr (GPtrArray) before = apply->plan->conflicts;
  GArray *clashes = apply->merge.clashes;

  apply->plan->conflicts = g_ptr_array_new_with_free_func (free_conflict);
  for (guint i = 0; i < clashes->len; i++)
    if (!add_conflict (apply, ours, theirs, &g_array_index (clashes, MarchMergeClash, i), before,
                       error))
      return FALSE;
  return TRUE;
}

static gint64
get_owner (MarchChangesApply *apply, const MarchRelation *relation, GStrv columns, GPtrArray *row)
{
  return row != NULL && relation->owned
             ? march_merge_row_get_int (row, columns, relation->column)
             : 0;
}

/* What is part of something that is added or deleted as well goes without saying. */
static gboolean
goes_without_saying (MarchChangesApply      *apply,
                     const MarchMergeEffect *effect,
                     GStrv                   columns,
                     GPtrArray              *row,
                     GHashTable             *whole)
{
  for (guint i = 0; i < apply->relations->len; i++)
    {
      const MarchRelation *relation = apply->relations->pdata[i];
      MarchRecordKey       owner = { relation->parent, 0 };

      if (relation->child != effect->key.table)
        continue;
      owner.id = get_owner (apply, relation, columns, row);
      if (owner.id != 0 && g_hash_table_contains (whole, &owner))
        return TRUE;
    }
  return FALSE;
}

static MarchChangesAction
get_action (const MarchMergeEffect *effect, GStrv columns, GPtrArray *before, GPtrArray *after)
{
  if (effect->action == MARCH_CHANGE_INSERT)
    return MARCH_CHANGES_ACTION_ADD;
  if (effect->action == MARCH_CHANGE_DELETE)
    return MARCH_CHANGES_ACTION_DELETE;
  return march_merge_row_get_int (after, columns, "retracted") != 0 &&
                 march_merge_row_get_int (before, columns, "retracted") == 0
             ? MARCH_CHANGES_ACTION_RETRACT
             : MARCH_CHANGES_ACTION_CHANGE;
}

static gboolean
add_item (MarchChangesApply      *apply,
          MarchCorpus            *theirs,
          const MarchMergeEffect *effect,
          GHashTable             *whole,
          GError                **error)
{
  const MarchRecordTable *table = effect->key.table;
  g_auto (GStrv) columns = march_merge_list_columns (apply->merge.shape, table, error);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  MarchChangesItem *item;

  if (columns == NULL ||
      !march_merge_read (&apply->merge.standing, table, columns, effect->key.id, &before, error) ||
      !march_merge_row_read (apply->merge.target, table, columns, effect->key.id, &after, error))
    return FALSE;
  if (goes_without_saying (apply, effect, columns, after != NULL ? after : before, whole))
    return TRUE;
  item = g_new0 (MarchChangesItem, 1);
  item->action = get_action (effect, columns, before, after);
  item->what = march_merge_describe_record (&apply->merge, &effect->key);
  item->detail = before != NULL && after != NULL
                     ? march_merge_describe_version (&apply->merge, table, columns, after, before)
                     : g_strdup ("");
  if (after != NULL)
    item->detail = add_sentence (theirs, table->name, effect->key.id, item->detail);
  g_ptr_array_add (apply->plan->items, item);
  return TRUE;
}

static gboolean
fill_items (MarchChangesApply *apply, MarchCorpus *theirs, GError **error)
{
  g_autoptr (GArray) effects = march_merge_list_effects (&apply->merge, error);
  g_autoptr (GHashTable) whole = g_hash_table_new (march_record_key_hash, march_record_key_equal);

  if (effects == NULL)
    return FALSE;
  g_ptr_array_set_size (apply->plan->items, 0);
  apply->plan->n_records = effects->len;
  for (guint i = 0; i < effects->len; i++)
    {
      MarchMergeEffect *effect = &g_array_index (effects, MarchMergeEffect, i);

      if (effect->action != MARCH_CHANGE_UPDATE)
        g_hash_table_add (whole, &effect->key);
    }
  for (guint i = 0; i < effects->len; i++)
    if (!add_item (apply, theirs, &g_array_index (effects, MarchMergeEffect, i), whole, error))
      return FALSE;
  return TRUE;
}

/**
 * march_changes_fill_plan:
 * @corpus: the dossier's records as they stand
 *
 * Tells what was written, and what clashes, in words.
 */
gboolean
march_changes_fill_plan (MarchChangesApply *apply, MarchCorpus *corpus, GError **error)
{
  MarchCorpus *theirs = load_brought (apply->changes);
  gboolean     good =
      fill_conflicts (apply, corpus, theirs, error) && fill_items (apply, theirs, error);

  g_clear_pointer (&theirs, march_corpus_unref);
  return good;
}
