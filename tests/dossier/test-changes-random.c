/* test-changes-random.c — whatever two analysts do, they end alike once they have exchanged it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "colleagues.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-edit-private.h"

#define N_SEQUENCES 12
#define N_EDITS 8

#define INSERT(table, ...) colleagues_insert (edit, table, any_id (), __VA_ARGS__, NULL)

static GRand *chance;

/* By the same chance as all else, so that a sequence can be told again by its number. */
static gint64
any_id (void)
{
  return 1000 + (gint64) g_rand_int (chance);
}

static gint64
pick (MarchEdit *edit, const char *table)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table);
  gint64           n = fixture_select_integer (edit->database, count);
  g_autofree char *sql = NULL;

  if (n == 0)
    return 0;
  sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id LIMIT 1 OFFSET %d", table,
                         g_rand_int_range (chance, 0, (gint32) n));
  return fixture_select_integer (edit->database, sql);
}

static char *
reference (MarchEdit *edit, const char *column, const char *table)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, column, pick (edit, table));
}

static char *
number (const char *column, int beyond)
{
  return g_strdup_printf ("%s:%d", column, g_rand_int_range (chance, 1, beyond));
}

static char *
words (const char *column)
{
  static const char *const all[] = { "lake", "Tárvia", "озеро", "peace", "Korrin", "toll" };

  return g_strdup_printf ("%s=%s %d", column,
                          all[g_rand_int_range (chance, 0, (gint32) G_N_ELEMENTS (all))],
                          g_rand_int_range (chance, 0, 4));
}

static gboolean
add_name (MarchEdit *edit)
{
  g_autofree char *place = reference (edit, "place_id", "place"), *text = words ("text");

  return INSERT ("name", place, text, "language=en") != 0;
}

static gboolean
add_place (MarchEdit *edit)
{
  g_autofree char *code = g_strdup_printf ("code=OS-%02d", g_rand_int_range (chance, 1, 5));
  g_autofree char *text = words ("text"), *place = NULL;
  gint64 id = INSERT ("place", "kind=unit", code, "geom!13");

  place = g_strdup_printf ("place_id:%" G_GINT64_FORMAT, id);
  return id != 0 && INSERT ("name", place, text, "language=en", "role=main") != 0;
}

static gboolean
add_place_link (MarchEdit *edit)
{
  g_autofree char *child = reference (edit, "child_id", "place");
  g_autofree char *parent = reference (edit, "parent_id", "place");

  return INSERT ("place_link", child, parent, "kind=composite") != 0;
}

static gboolean
add_source (MarchEdit *edit)
{
  g_autofree char *csl =
      g_strdup_printf ("csl={\"type\":\"report\",\"URL\":\"https://lake.example/%d\"}",
                       g_rand_int_range (chance, 0, 3));
  g_autofree char *title = words ("title");

  return INSERT ("source", title, csl) != 0;
}

static gboolean
add_text (MarchEdit *edit)
{
  g_autofree char *source = reference (edit, "source_id", "source");
  g_autofree char *text = words ("text");

  return INSERT ("source_text", source, text, "sha256=00") != 0;
}

static gboolean
add_quotation (MarchEdit *edit)
{
  g_autofree char *source = reference (edit, "source_id", "source"), *exact = words ("exact");
  g_autofree char *actor = reference (edit, "actor_id", "actor"), *quotation = NULL;
  gint64 id = INSERT ("quotation", source, exact, "voice=report", "act=speech");

  quotation = g_strdup_printf ("quotation_id:%" G_GINT64_FORMAT, id);
  return id != 0 && INSERT ("span", quotation, "position:0", exact, "first:1", "beyond:5",
                            "sha256=00") != 0 &&
         INSERT ("chain", quotation, "position:0", actor, "role=speaker") != 0;
}

static gboolean
add_to_chain (MarchEdit *edit)
{
  g_autofree char *quotation = reference (edit, "quotation_id", "quotation");
  g_autofree char *actor = reference (edit, "actor_id", "actor");
  g_autofree char *position = number ("position", 4);

  return INSERT ("chain", quotation, position, actor, "role=relay") != 0;
}

static gboolean
add_claim (MarchEdit *edit)
{
  g_autofree char *place = reference (edit, "place_id", "place");
  g_autofree char *actor = reference (edit, "actor_id", "actor");

  return INSERT ("assertion", "kind=claim", place, actor, "basis=law",
                 "valid_edtf=2031-06/..") != 0;
}

static gboolean
add_evidence (MarchEdit *edit)
{
  g_autofree char *assertion = reference (edit, "assertion_id", "assertion");
  g_autofree char *quotation = reference (edit, "quotation_id", "quotation");

  return INSERT ("evidence", assertion, quotation) != 0;
}

static gboolean
add_tag (MarchEdit *edit)
{
  g_autofree char *assertion = reference (edit, "assertion_id", "assertion");
  g_autofree char *text = words ("text");

  return INSERT ("tag", assertion, text) != 0;
}

static gboolean
change_actor (MarchEdit *edit)
{
  g_autofree char *palette = number ("palette", 12), *note = words ("note");

  return colleagues_update (edit, "actor", pick (edit, "actor"), palette, note, NULL);
}

static gboolean
change_code (MarchEdit *edit)
{
  g_autofree char *code = g_strdup_printf ("code=OS-%02d", g_rand_int_range (chance, 1, 5));

  return colleagues_update (edit, "place", pick (edit, "place"), code, "geom!12.5", NULL);
}

static gboolean
change_assertion (MarchEdit *edit)
{
  g_autofree char *date = g_strdup_printf ("valid_edtf=2031-%02d", g_rand_int_range (chance, 1, 9));
  g_autofree char *note = words ("note");

  return colleagues_update (edit, "assertion", pick (edit, "assertion"), date, note, NULL);
}

static gboolean
change_source (MarchEdit *edit)
{
  g_autofree char *note = words ("note");

  return colleagues_update (edit, "source", pick (edit, "source"), note, "grade=D", NULL);
}

static gboolean
change_settings (MarchEdit *edit)
{
  g_autofree char *days = number ("carry_days", 9), *title = words ("title");

  return colleagues_update (edit, "dossier", 1, g_rand_boolean (chance) ? days : title, NULL);
}

static gboolean
change_chain (MarchEdit *edit)
{
  g_autofree char *position = number ("position", 3);
  g_autofree char *actor = reference (edit, "actor_id", "actor");

  return colleagues_update (edit, "chain", pick (edit, "chain"), position, actor, NULL);
}

static gboolean
remove_one (MarchEdit *edit)
{
  static const char *const tables[] = { "name",  "place_link", "chain",       "tag",
                                        "evidence", "set_aside", "participant", "control_area",
                                        "proposal_term", "office" };
  const char *table = tables[g_rand_int_range (chance, 0, (gint32) G_N_ELEMENTS (tables))];

  return march_edit_delete (edit, table, pick (edit, table), NULL);
}

static void
remove_children (MarchEdit *edit, const char *table, const char *column, gint64 parent)
{
  for (gint64 id = 1; id != 0;)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT coalesce (min (id), 0) FROM \"%s\" WHERE "
                                              "\"%s\" = %" G_GINT64_FORMAT,
                                              table, column, parent);

      id = fixture_select_integer (edit->database, sql);
      if (id != 0 && !march_edit_delete (edit, table, id, NULL))
        return;
    }
}

static gboolean
remove_assertion (MarchEdit *edit)
{
  gint64 id = pick (edit, "assertion");

  remove_children (edit, "evidence", "assertion_id", id);
  remove_children (edit, "tag", "assertion_id", id);
  remove_children (edit, "participant", "assertion_id", id);
  remove_children (edit, "control_area", "assertion_id", id);
  return march_edit_delete (edit, "assertion", id, NULL);
}

static gboolean
remove_quotation (MarchEdit *edit)
{
  gint64 id = pick (edit, "quotation");

  remove_children (edit, "evidence", "quotation_id", id);
  remove_children (edit, "span", "quotation_id", id);
  remove_children (edit, "chain", "quotation_id", id);
  return march_edit_delete (edit, "quotation", id, NULL);
}

static const ColleaguesEdit edits[] = {
  add_name,     add_place,    add_place_link,   add_source,    add_text,        add_quotation,
  add_to_chain, add_claim,    add_evidence,     add_tag,       change_actor,    change_code,
  change_source, change_assertion, change_settings, change_chain, remove_one, remove_assertion,
  remove_quotation,
};

static ColleaguesEdit
choose (void)
{
  return edits[g_rand_int_range (chance, 0, (gint32) G_N_ELEMENTS (edits))];
}

/* Edits that a rule forbids are not done; that is how a user finds them. */
static void
edit_some (const char *path, const char *who)
{
  g_autoptr (MarchDossier) dossier = colleagues_open (path);
  GError *error = NULL;

  march_dossier_set_who (dossier, who);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "An edit", &error);

      g_assert_no_error (error);
      if (choose () (edit))
        march_dossier_commit_edit (dossier, edit, NULL);
    }
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
test_random (Colleagues *fixture, gconstpointer data)
{
  guint            seed = GPOINTER_TO_UINT (data);
  MarchMergeChoice choice = seed % 2 == 0 ? MARCH_MERGE_OURS : MARCH_MERGE_THEIRS;
  g_autofree char *before = NULL;

  chance = g_rand_new_with_seed (seed);
  edit_some (fixture->mine, "Ilse");
  edit_some (fixture->theirs, "Jora");
  before = colleagues_describe (fixture->mine);
  colleagues_exchange (fixture, choice);
  colleagues_assert_equal (fixture);
  colleagues_assert_undoes (fixture->mine, before);
  g_clear_pointer (&chance, g_rand_free);
}

int
main (int argc, char **argv)
{
  guint n = g_getenv ("MARCHLAND_TEST_SEQUENCES") != NULL
                ? (guint) atoi (g_getenv ("MARCHLAND_TEST_SEQUENCES"))
                : N_SEQUENCES;

  colleagues_init (&argc, &argv);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/changes/random/%u", i);

      COLLEAGUES_ADD (path, GUINT_TO_POINTER (i), test_random);
    }
  return document_run ();
}
