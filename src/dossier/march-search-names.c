/* march-search-names.c — lets a search for one name of a place or an actor find its other names */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-private.h"

/* Enough for what has many names, and few enough for one expression. */
#define MOST_TERMS 8
#define MOST_NAMES 12
/* Places and actors that are looked at for one word. */
#define MOST_BEARERS 300

static const char bearers_sql[]
    = "SELECT e.body FROM search CROSS JOIN search_entry AS e ON e.id = search.rowid "
      "WHERE search MATCH ?1 AND search.rowid < 1 << 40 AND e.kind IN ('place', 'actor') "
      "ORDER BY search.rowid LIMIT ?2";

static gboolean
is_known (MarchSearchTerm *term, const char *name)
{
  g_autofree char *folded = march_search_fold_name (name);
  g_autofree char *own = march_search_fold_name (term->typed);

  if (g_str_equal (folded, own))
    return TRUE;
  for (guint i = 0; term->names != NULL && i < term->names->len; i++)
    {
      MarchSearchTerm *other = term->names->pdata[i];
      g_autofree char *known = march_search_fold_name (other->typed);

      if (g_str_equal (folded, known))
        return TRUE;
    }
  return FALSE;
}

static gboolean
bears (char **names, MarchSearchTerm *term)
{
  g_autofree char *own = march_search_fold_name (term->typed);

  for (; *names != NULL; names++)
    {
      g_autofree char *folded = march_search_fold_name (*names);

      if (g_str_equal (folded, own))
        return TRUE;
    }
  return FALSE;
}

static void
add_others (MarchSearchTerm *term, const char *body)
{
  g_auto (GStrv) names = g_strsplit (body, "\n", -1);

  if (!bears (names, term))
    return;
  for (char **name = names; *name != NULL; name++)
    if ((term->names == NULL || term->names->len < MOST_NAMES) && !is_known (term, *name))
      march_search_term_add_name (term, *name);
}

static gboolean
add_names (sqlite3_stmt *statement, MarchSearchTerm *term, GError **error)
{
  g_autofree char *folded = march_search_fold_name (term->typed);
  g_autofree char *expression = g_strdup_printf ("\"%s\"", folded);
  gboolean         done = FALSE;

  march_statement_bind_text (statement, 1, expression);
  sqlite3_bind_int (statement, 2, MOST_BEARERS);
  while (march_statement_next (statement, &done, error))
    {
      const char *body = march_statement_get_text (statement, 0);

      if (body != NULL)
        add_others (term, body);
    }
  sqlite3_reset (statement);
  return done;
}

/**
 * march_search_add_names:
 * @terms: (element-type MarchSearchTerm)
 *
 * Gives each term that is the whole name of a place or an actor the other names of these.
 */
gboolean
march_search_add_names (sqlite3 *handle, GPtrArray *terms, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (handle, bearers_sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < MIN (terms->len, MOST_TERMS); i++)
    if (!add_names (statement, terms->pdata[i], error))
      return FALSE;
  return TRUE;
}
