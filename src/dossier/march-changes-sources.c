/* march-changes-sources.c — finds sources of a colleague that are here under another id, and makes
 * one of two */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>

#include "corpus/march-csl.h"
#include "dossier/march-changes-apply.h"
#include "dossier/march-merge-row.h"

/* What tells a source from all others. */
static const struct
{
  const char *kind;
  const char *reason;
} marks[] = {
  { "sha256", N_("the same text") },
  { "doi", N_("the same DOI") },
  { "address", N_("the same address") },
};

static const MarchRecordTable *
get_table (void)
{
  return march_record_find_table ("source");
}

/* The marks of a source, in the order of the table; each NULL where it has none. */
static void
read_marks (sqlite3_stmt *statement, char **marked)
{
  const char      *sha256 = march_statement_get_text (statement, 2);
  const char      *text = march_statement_get_text (statement, 3);
  const char      *csl = text != NULL ? text : "";
  g_autofree char *doi = march_csl_dup_doi (csl), *address = march_csl_dup_address (csl);
  const char      *texts[] = { sha256, doi, address };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    marked[i] = texts[i] != NULL && *texts[i] != '\0'
                    ? g_strdup_printf ("%s:%s", marks[i].kind, texts[i])
                    : NULL;
}

/* The sources of one side by their marks. */
typedef struct
{
  GHashTable *known; /* mark → MarchSameSource, with what is told of ours */
  GHashTable *twice; /* a set of marks that a side has more than once: they tell nothing apart */
  GHashTable *theirs; /* a set of marks */
} Found;

typedef gboolean (*Visit) (MarchChangesApply *apply, gint64 id, const char *title,
                           char **marked, Found *found, GError **error);

static gboolean
visit_sources (MarchChangesApply *apply,
               MarchDatabase     *database,
               Visit              visit,
               Found             *found,
               GError           **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT id, title, sha256, csl FROM source ORDER BY id", error);
  if (statement == NULL)
    return FALSE;
  while (march_statement_next (statement, &done, error))
    {
      char    *marked[G_N_ELEMENTS (marks)] = { NULL };
      gboolean good;

      read_marks (statement, marked);
      good = visit (apply, sqlite3_column_int64 (statement, 0),
                    march_statement_get_text (statement, 1), marked, found, error);
      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        g_free (marked[i]);
      if (!good)
        return FALSE;
    }
  return done;
}

/* One that both have under one id is none that is here under another. */
static gboolean
note_ours (MarchChangesApply *apply,
           gint64             id,
           const char        *title,
           char             **marked,
           Found             *found,
           GError           **error)
{
  if (march_changes_find (apply->changes, get_table (), id) != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marked[i] != NULL && g_hash_table_contains (found->known, marked[i]))
      g_hash_table_add (found->twice, g_strdup (marked[i]));
    else if (marked[i] != NULL)
      {
        MarchSameSource *same = g_new0 (MarchSameSource, 1);

        same->ours = id;
        same->our_title = g_strdup (title);
        same->reason = g_strdup (_(marks[i].reason));
        g_hash_table_insert (found->known, g_strdup (marked[i]), same);
      }
  return TRUE;
}

static gboolean
is_here (MarchChangesApply *apply, gint64 id, gboolean *here, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM source WHERE id = %"
                                          G_GINT64_FORMAT, id);
  gint64           n = 0;

  if (!march_sqlite_select_integer (apply->merge.target->handle, sql, &n, error))
    return FALSE;
  *here = n > 0;
  return TRUE;
}

static gboolean
note_theirs (MarchChangesApply *apply,
             gint64             id,
             const char        *title,
             char             **marked,
             Found             *found,
             GError           **error)
{
  gboolean here = FALSE;

  if (!is_here (apply, id, &here, error))
    return FALSE;
  for (gsize i = 0; !here && i < G_N_ELEMENTS (marks); i++)
    if (marked[i] != NULL && !g_hash_table_add (found->theirs, g_strdup (marked[i])))
      g_hash_table_add (found->twice, g_strdup (marked[i]));
  return TRUE;
}

static MarchSameSource *
find_told (MarchChangesPlan *plan, gint64 ours, gint64 theirs)
{
  for (guint i = 0; i < plan->sources->len; i++)
    {
      MarchSameSource *same = plan->sources->pdata[i];

      if (same->ours == ours && same->theirs == theirs)
        return same;
    }
  return NULL;
}

static void
tell (MarchChangesPlan *plan, const MarchSameSource *ours, gint64 theirs, const char *title)
{
  MarchSameSource *same;

  if (find_told (plan, ours->ours, theirs) != NULL)
    return;
  same = g_new0 (MarchSameSource, 1);
  *same = (MarchSameSource){ ours->ours, theirs, g_strdup (ours->our_title), g_strdup (title),
                             g_strdup (ours->reason), plan->same };
  g_ptr_array_add (plan->sources, same);
}

static gboolean
match_theirs (MarchChangesApply *apply,
              gint64             id,
              const char        *title,
              char             **marked,
              Found             *found,
              GError           **error)
{
  gboolean here = FALSE;

  if (!is_here (apply, id, &here, error))
    return FALSE;
  for (gsize i = 0; !here && i < G_N_ELEMENTS (marks); i++)
    {
      const MarchSameSource *ours = NULL;

      if (marked[i] != NULL && !g_hash_table_contains (found->twice, marked[i]))
        ours = g_hash_table_lookup (found->known, marked[i]);
      if (ours != NULL)
        {
          tell (apply->plan, ours, id, title);
          return TRUE;
        }
    }
  return TRUE;
}

static void
override (GHashTable *known, const MarchRecordTable *table, gint64 id, GPtrArray *row)
{
  MarchRecordKey key = { table, id };

  g_hash_table_insert (known, g_memdup2 (&key, sizeof key), row);
}

static guint
find_column (GStrv columns, const char *name)
{
  guint i = 0;

  while (columns[i] != NULL && !g_str_equal (columns[i], name))
    i++;
  return i;
}

/* What refers to their source refers to ours, also as it was. */
static gboolean
point_elsewhere (MarchChangesApply      *apply,
                 const MarchRelation    *relation,
                 const MarchChange      *change,
                 const MarchSameSource  *same,
                 sqlite3_value          *id,
                 GError                **error)
{
  const MarchRecordTable *table = change->key.table;
  g_auto (GStrv) columns = march_merge_list_columns (apply->merge.shape, table, error);
  g_autoptr (GPtrArray) brought = NULL, base = NULL;

  if (columns == NULL ||
      !march_merge_read (&apply->merge.brought, table, columns, change->key.id, &brought, error) ||
      !march_changes_read_base (apply, table, columns, change->key.id, &base, error))
    return FALSE;
  if (brought != NULL &&
      march_merge_row_get_int (brought, columns, relation->column) == same->theirs)
    {
      GPtrArray *row = march_merge_row_copy (brought);

      march_merge_row_set (row, find_column (columns, relation->column), id);
      override (apply->merge.brought.known, table, change->key.id, row);
    }
  if (base != NULL && march_merge_row_get_int (base, columns, relation->column) == same->theirs)
    {
      GPtrArray *row = march_merge_row_copy (base);

      march_merge_row_set (row, find_column (columns, relation->column), id);
      override (apply->base, table, change->key.id, row);
    }
  return TRUE;
}

static gboolean
point_all_elsewhere (MarchChangesApply     *apply,
                     const MarchSameSource *same,
                     sqlite3_value         *id,
                     GError               **error)
{
  for (guint i = 0; i < apply->relations->len; i++)
    {
      const MarchRelation *relation = apply->relations->pdata[i];

      for (guint k = 0; relation->parent == get_table () && k < apply->changes->list->len; k++)
        {
          const MarchChange *change = apply->changes->list->pdata[k];

          if (change->key.table == relation->child &&
              !point_elsewhere (apply, relation, change, same, id, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Ours keeps its id, as it is the lower one; what theirs says else may be at odds with it. */
static gboolean
join_theirs (MarchChangesApply *apply, const MarchSameSource *same, GError **error)
{
  const MarchRecordTable *table = get_table ();
  MarchRecordKey          key = { table, same->theirs };
  g_auto (GStrv) columns = march_merge_list_columns (apply->merge.shape, table, error);
  g_autoptr (GPtrArray) ours = NULL, theirs = NULL;
  GPtrArray         *row;
  const MarchChange *change = march_changes_find (apply->changes, table, same->theirs);

  if (columns == NULL ||
      !march_merge_row_read (apply->merge.target, table, columns, same->ours, &ours, error) ||
      !march_merge_read (&apply->merge.brought, table, columns, same->theirs, &theirs, error) ||
      !point_all_elsewhere (apply, same, ours->pdata[0], error))
    return FALSE;
  row = march_merge_row_copy (theirs);
  march_merge_row_set (row, 0, ours->pdata[0]);
  march_merge_row_set (row, find_column (columns, "uuid"),
                       ours->pdata[find_column (columns, "uuid")]);
  override (apply->merge.brought.known, table, same->theirs, NULL);
  override (apply->merge.brought.known, table, same->ours, row);
  g_hash_table_add (apply->settled, g_memdup2 (&key, sizeof key));
  return change->kind != MARCH_CHANGES_ADDED ||
         march_changes_weigh_record (apply, table, same->ours, error);
}

static gboolean
renumber_children (MarchChangesApply     *apply,
                   const MarchRelation   *relation,
                   const MarchSameSource *same,
                   GError               **error)
{
  MarchDatabase *target = apply->merge.target;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!march_relations_list_children (target, relation, same->ours, ids, error) ||
      !march_sqlite_run_format (target->handle, error,
                                "UPDATE \"%s\" SET \"%s\" = %" G_GINT64_FORMAT
                                ", version = version + 1 WHERE \"%s\" = %" G_GINT64_FORMAT,
                                relation->child->name, relation->column, same->theirs,
                                relation->column, same->ours))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      march_edit_note (apply->edit, relation->child, id, MARCH_CHANGE_UPDATE);
      if (!march_touched_add (apply->edit->touched, target, relation->child, id, error))
        return FALSE;
    }
  return TRUE;
}

/* Theirs has the lower id, which ours takes over with all that refers to it. */
static gboolean
join_ours (MarchChangesApply *apply, const MarchSameSource *same, GError **error)
{
  const MarchRecordTable *table = get_table ();
  MarchDatabase          *target = apply->merge.target;
  g_autofree char *sql = g_strdup_printf ("SELECT uuid FROM source WHERE id = %" G_GINT64_FORMAT,
                                          same->theirs);
  g_autofree char *uuid = march_sqlite_select_text (apply->changes->after->handle, sql, error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  for (guint i = 0; uuid != NULL && i < apply->relations->len; i++)
    {
      const MarchRelation *relation = apply->relations->pdata[i];

      if (relation->parent == table && !renumber_children (apply, relation, same, error))
        return FALSE;
    }
  statement = march_statement_new (target->handle,
                                   "UPDATE source SET id = ?1, uuid = ?2, version = version + 1 "
                                   "WHERE id = ?3",
                                   error);
  if (uuid == NULL || statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, same->theirs);
  march_statement_bind_text (statement, 2, uuid);
  sqlite3_bind_int64 (statement, 3, same->ours);
  march_edit_note (apply->edit, table, same->ours, MARCH_CHANGE_DELETE);
  march_edit_note (apply->edit, table, same->theirs, MARCH_CHANGE_INSERT);
  return march_statement_run (statement, error) &&
         march_touched_add (apply->edit->touched, target, table, same->ours, error) &&
         march_touched_add (apply->edit->touched, target, table, same->theirs, error);
}

static void
free_same (gpointer data)
{
  MarchSameSource *same = data;

  g_free (same->our_title);
  g_free (same->their_title);
  g_free (same->reason);
  g_free (same);
}

static void
clear_found (Found *found)
{
  g_clear_pointer (&found->known, g_hash_table_unref);
  g_clear_pointer (&found->twice, g_hash_table_unref);
  g_clear_pointer (&found->theirs, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, clear_found)

static gboolean
find_same (MarchChangesApply *apply, GError **error)
{
  g_auto (Found) found = { NULL };

  found.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_same);
  found.twice = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  found.theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return visit_sources (apply, apply->merge.target, note_ours, &found, error) &&
         visit_sources (apply, apply->changes->after, note_theirs, &found, error) &&
         visit_sources (apply, apply->changes->after, match_theirs, &found, error);
}

/* A plan may be of changes that were weighed before something else was edited. */
static gboolean
join (MarchChangesApply *apply, const MarchSameSource *same, GError **error)
{
  gboolean here = FALSE;

  if (!is_here (apply, same->ours, &here, error))
    return FALSE;
  if (!here || march_changes_find (apply->changes, get_table (), same->theirs) == NULL)
    return TRUE;
  return same->ours < same->theirs ? join_theirs (apply, same, error)
                                   : join_ours (apply, same, error);
}

/**
 * march_changes_join_sources:
 *
 * Tells which of the colleague's sources are probably here already, and makes one of two where the
 * plan says so. The lower id stays, whoever applies whose changes, so that both end alike.
 */
gboolean
march_changes_join_sources (MarchChangesApply *apply, GError **error)
{
  if (!find_same (apply, error))
    return FALSE;
  for (guint i = 0; i < apply->plan->sources->len; i++)
    {
      const MarchSameSource *same = apply->plan->sources->pdata[i];

      if (same->choice == MARCH_SAME_ONE && !join (apply, same, error))
        return FALSE;
    }
  return TRUE;
}
