/* march-merge-names.c — what the records of a merge are called */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier/march-merge-row.h"
#include "dossier/march-merge.h"

#define MOST_NAMED 80 /* characters */

/* What a record is called, and the query for its name. */
static const struct
{
  const char *table;
  const char *noun;
  const char *name;
} subjects[] = {
  { "dossier", N_ ("Dossier"), "SELECT title FROM dossier WHERE id = ?1" },
  { "actor", N_ ("Actor"),
    "SELECT text FROM actor_name WHERE actor_id = ?1 ORDER BY preferred DESC, id" },
  { "actor_name", N_ ("Name of an actor"), "SELECT text FROM actor_name WHERE id = ?1" },
  { "office", N_ ("Office"),
    "SELECT text FROM actor_name JOIN office USING (actor_id) WHERE office.id = ?1 ORDER BY "
    "preferred DESC, actor_name.id" },
  { "place", N_ ("Place"), "SELECT text FROM name WHERE place_id = ?1 ORDER BY role = "
    "'main' DESC" },
  { "place_link", N_ ("Place within a place"),
    "SELECT text FROM name JOIN place_link ON place_id = child_id WHERE place_link.id = ?1 ORDER "
    "BY role = 'main' DESC" },
  { "name", N_ ("Name of a place"), "SELECT text FROM name WHERE id = ?1" },
  { "source", N_ ("Source"), "SELECT title FROM source WHERE id = ?1" },
  { "source_link", N_ ("Link of sources"),
    "SELECT title FROM source JOIN source_link ON source_id = source.id WHERE "
    "source_link.id = ?1" },
  { "source_text", N_ ("Text of a source"),
    "SELECT title FROM source JOIN source_text ON source_id = source.id WHERE "
    "source_text.id = ?1" },
  { "quotation", N_ ("Quotation"), "SELECT exact FROM quotation WHERE id = ?1" },
  { "span", N_ ("Part of a quotation"), "SELECT exact FROM span WHERE id = ?1" },
  { "chain", N_ ("Speaker of a quotation"),
    "SELECT exact FROM quotation JOIN chain ON quotation_id = quotation.id WHERE chain.id = ?1" },
  { "set_aside", N_ ("Passage set aside"), "SELECT reason FROM set_aside WHERE id = ?1" },
  { "proposal", N_ ("Proposal"), "SELECT title FROM proposal WHERE id = ?1" },
  { "proposal_term", N_ ("Term of a proposal"),
    "SELECT title FROM proposal JOIN proposal_term ON proposal_id = proposal.id WHERE "
    "proposal_term.id = ?1" },
  { "assertion", N_ ("Assertion"), "SELECT title FROM assertion WHERE id = ?1" },
  { "tag", N_ ("Tag"), "SELECT text FROM tag WHERE id = ?1" },
  { "participant", N_ ("Participant of an event"),
    "SELECT text FROM actor_name JOIN participant USING (actor_id) WHERE participant.id = ?1 ORDER "
    "BY preferred DESC" },
  { "evidence", N_ ("Evidence"),
    "SELECT exact FROM quotation JOIN evidence ON quotation_id = quotation.id WHERE evidence.id = "
    "?1" },
  { "control_area", N_ ("Dated area"), "SELECT valid_edtf FROM control_area WHERE id = ?1" },
  { "background", N_ ("Background of the map"), "SELECT name FROM background WHERE id = ?1" },
  { "area_import", N_ ("Imported areas"),
    "SELECT title FROM source JOIN area_import ON source_id = source.id WHERE area_import.id = "
    "?1" },
  { "point_import", N_ ("Imported points"),
    "SELECT title FROM source JOIN point_import ON source_id = source.id WHERE point_import.id = "
    "?1" },
};

/**
 * march_merge_shorten:
 * @from: the character to begin with, where not all can be told
 * @most: how many characters
 *
 * Returns: (transfer full): as much of a text; what is left out before and after shows as "…"
 */
char *
march_merge_shorten (const char *text, glong from, glong most)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *middle = NULL;
  glong            length = g_utf8_strlen (valid, -1);
  glong            first = length > most ? CLAMP (from, 0, length - most) : 0;

  if (length <= most)
    return g_steal_pointer (&valid);
  middle = g_utf8_substring (valid, first, first + most);
  return g_strconcat (first > 0 ? "…" : "", middle, first + most < length ? "…" : "", NULL);
}

static char *
read_name (MarchDatabase *database, const char *sql, gint64 id)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (!march_statement_step (statement, &row, NULL) || !row ||
      march_statement_get_text (statement, 0) == NULL)
    return NULL;
  return march_merge_shorten (march_statement_get_text (statement, 0), 0, MOST_NAMED);
}

/* Where the name of a record may stand: with what is brought, what stands, and what was. */
static char *
find_name (MarchMerge *merge, const char *sql, gint64 id)
{
  MarchChanges  *changes = merge->brought.changes;
  MarchDatabase *places[] = { changes != NULL ? changes->after : merge->brought.database,
                              merge->standing.database,
                              changes != NULL ? changes->before : NULL };
  char          *name = NULL;

  for (gsize i = 0; name == NULL && i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL)
      name = read_name (places[i], sql, id);
  return name;
}

/* An assertion without a title is known by its kind and its place. */
static char *
name_untitled (MarchMerge *merge, gint64 id)
{
  g_autofree char *kind = find_name (merge, "SELECT kind FROM assertion WHERE id = ?1", id);
  g_autofree char *place = find_name (merge,
                                      "SELECT text FROM name JOIN assertion USING (place_id) WHERE "
                                      "assertion.id = ?1 ORDER BY role = 'main' DESC",
                                      id);
  const char *words = kind != NULL ? march_merge_get_words ("assertion", "kind", kind) : NULL;

  if (words == NULL || place == NULL)
    return g_strdup (words);
  return g_strdup_printf ("%s: %s", words, place);
}

/* A pointer has no words to be known by, but a source. */
static char *
name_source (MarchMerge *merge, const MarchRecordKey *key)
{
  const char      *table = key->table->name;
  g_autofree char *sql =
      g_str_equal (table, "quotation")
          ? g_strdup ("SELECT title FROM source JOIN quotation ON source_id = source.id WHERE "
                      "quotation.id = ?1")
          : g_strdup_printf ("SELECT title FROM source JOIN quotation ON source_id = source.id "
                             "JOIN %1$s ON quotation_id = quotation.id WHERE %1$s.id = ?1",
                             table);

  return find_name (merge, sql, key->id);
}

static gboolean
is_of_quotation (const char *table)
{
  static const char *const tables[] = { "quotation", "span", "chain", "evidence", NULL };

  return g_strv_contains (tables, table);
}

static char *
describe_nameless (MarchMerge *merge, const MarchRecordKey *key, const char *noun)
{
  g_autofree char *source =
      is_of_quotation (key->table->name) ? name_source (merge, key) : NULL;

  if (source == NULL)
    return g_strdup (noun);
  /* Translators: a kind of record, such as “Quotation”, and the title of the source. */
  return g_strdup_printf (_("%1$s without its words, in “%2$s”"), noun, source);
}

/* What a piece of evidence is about is a part of its name. */
static char *
add_about (MarchMerge *merge, gint64 id, char *name)
{
  static const char *const tables[] = { "assertion", "proposal" };
  g_autofree char *owned = name;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT CAST (%s_id AS TEXT) FROM evidence WHERE id "
                                              "= ?1",
                                              tables[i]);
      g_autofree char *about = find_name (merge, sql, id);
      MarchRecordKey   key = { march_record_find_table (tables[i]), 0 };
      g_autofree char *what = NULL;

      if (about == NULL)
        continue;
      key.id = g_ascii_strtoll (about, NULL, 10);
      what = march_merge_describe_record (merge, &key);
      return g_strdup_printf ("%s: %s", what, owned);
    }
  return g_steal_pointer (&owned);
}

static char *
describe_alone (MarchMerge *merge, const MarchRecordKey *key, gsize subject)
{
  const char      *noun = _ (subjects[subject].noun);
  g_autofree char *name = find_name (merge, subjects[subject].name, key->id);

  if ((name == NULL || *name == '\0') && g_str_equal (key->table->name, "assertion"))
    {
      g_free (name);
      name = name_untitled (merge, key->id);
    }
  if (name == NULL || *name == '\0')
    return describe_nameless (merge, key, noun);
  /* Translators: a kind of record, such as “Actor”, and its name. */
  return g_strdup_printf (_ ("%1$s “%2$s”"), noun, name);
}

/**
 * march_merge_describe_record:
 *
 * Returns: (transfer full): what a record is, and its name
 */
char *
march_merge_describe_record (MarchMerge *merge, const MarchRecordKey *key)
{
  gsize i = 0;
  char *alone;

  while (i < G_N_ELEMENTS (subjects) && !g_str_equal (subjects[i].table, key->table->name))
    i++;
  if (i == G_N_ELEMENTS (subjects))
    return g_strdup (key->table->name);
  alone = describe_alone (merge, key, i);
  return g_str_equal (key->table->name, "evidence") ? add_about (merge, key->id, alone) : alone;
}
