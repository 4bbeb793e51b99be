/* march-compile-records.c — actors, places and proposals of the text form, and what each writes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-private.h"

#include <glib/gi18n.h>

static gboolean
write_actor (MarchCompiler *compiler,
             JsonObject    *object,
             const char    *key,
             GError       **error)
{
  g_autoptr (MarchRow) row = march_compiler_fill_row (compiler, &march_actor_form, object, error);

  return row != NULL && march_compiler_insert (compiler, "actor", key, row, error);
}

static gboolean
is_name (JsonObject *name,
         const char *mark)
{
  JsonNode *preferred = json_object_get_member (name, "preferred");

  if (g_strcmp0 (march_compiler_get_text (name, "language"), "en") != 0)
    return FALSE;
  return mark != NULL ? g_strcmp0 (march_compiler_get_text (name, "role"), mark) == 0
                      : preferred != NULL && JSON_NODE_HOLDS_VALUE (preferred)
                            && json_node_get_boolean (preferred);
}

/* Every actor and place has one English name that is the first choice: of an actor the preferred
 * one (@role is NULL), of a place the main one. */
static gboolean
check_names (MarchCompiler *compiler,
             JsonObject    *object,
             const char    *role,
             GError       **error)
{
  JsonArray *names = march_compiler_get_array (object, "names");
  guint      n_first = 0;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode *name = json_array_get_element (names, i);

      n_first += JSON_NODE_HOLDS_OBJECT (name) && is_name (json_node_get_object (name), role);
    }
  if (n_first == 1)
    return TRUE;
  return march_compiler_fail (compiler, error,
                              role != NULL
                                  ? _("“names” has to hold exactly one English name of the role "
                                      "“main”")
                                  : _("“names” has to hold exactly one preferred English name"));
}

static gboolean
write_actor_children (MarchCompiler *compiler,
                      JsonObject    *object,
                      const char    *key,
                      GError       **error)
{
  return march_compiler_insert_children (compiler, &march_actor_name_form, object, "names", key,
                                         "actor_id", FALSE, error)
         && check_names (compiler, object, NULL, error)
         && march_compiler_insert_children (compiler, &march_office_form, object, "offices", key,
                                            "actor_id", FALSE, error);
}

/**
 * march_compile_actors:
 *
 * Writes actors, then their names and offices, which may refer to any of them.
 */
gboolean
march_compile_actors (MarchCompiler *compiler,
                      JsonArray     *actors,
                      GError       **error)
{
  return march_compiler_for_each (compiler, "actor", actors, write_actor, error)
         && march_compiler_for_each (compiler, "actor", actors, write_actor_children, error);
}

static gboolean
write_place (MarchCompiler *compiler,
             JsonObject    *object,
             const char    *key,
             GError       **error)
{
  g_autoptr (MarchRow) row = march_compiler_fill_row (compiler, &march_place_form, object, error);
  const char          *feature = march_compiler_get_text (object, "geometry");
  MarchGeometry *geometry = feature != NULL ? g_hash_table_lookup (compiler->features, feature)
                                            : NULL;

  if (row == NULL)
    return FALSE;
  if (feature != NULL && geometry == NULL)
    return march_compiler_fail (compiler, error,
                                _("no geography file has a feature with the id “%s”"), feature);
  if (geometry != NULL)
    march_row_set_geometry (row, "geom", geometry);
  return march_compiler_insert (compiler, "place", key, row, error);
}

static gboolean
write_place_children (MarchCompiler *compiler,
                      JsonObject    *object,
                      const char    *key,
                      GError       **error)
{
  return march_compiler_insert_children (compiler, &march_name_form, object, "names", key,
                                         "place_id", FALSE, error)
         && check_names (compiler, object, "main", error)
         && march_compiler_insert_children (compiler, &march_place_link_form, object, "parents",
                                            key, "child_id", FALSE, error);
}

/**
 * march_compile_places:
 *
 * Writes places with their shapes, then their names and links.
 */
gboolean
march_compile_places (MarchCompiler *compiler,
                      JsonArray     *places,
                      GError       **error)
{
  return march_compiler_for_each (compiler, "place", places, write_place, error)
         && march_compiler_for_each (compiler, "place", places, write_place_children, error);
}

static gboolean
write_proposal (MarchCompiler *compiler,
                JsonObject    *object,
                const char    *key,
                GError       **error)
{
  g_autoptr (MarchRow) row = march_compiler_fill_row (compiler, &march_proposal_form, object,
                                                       error);

  return row != NULL && march_compiler_insert (compiler, "proposal", key, row, error)
         && march_compiler_insert_children (compiler, &march_proposal_term_form, object, "places",
                                            key, "proposal_id", FALSE, error)
         && march_compiler_insert_children (compiler, &march_evidence_form, object, "evidence", key,
                                            "proposal_id", FALSE, error);
}

/**
 * march_compile_proposals:
 *
 * Writes proposals with their terms and evidence.
 */
gboolean
march_compile_proposals (MarchCompiler *compiler,
                         JsonArray     *proposals,
                         GError       **error)
{
  return march_compiler_for_each (compiler, "proposal", proposals, write_proposal, error);
}
