/* march-compile-records.c — the kinds of object in the text form, and what each of them writes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define TEXT(name) { name, name, MARCH_MEMBER_TEXT }
#define INTEGER(name) { name, name, MARCH_MEMBER_INTEGER }
#define REAL(name) { name, name, MARCH_MEMBER_REAL }
#define BOOLEAN(name) { name, name, MARCH_MEMBER_BOOLEAN }
#define WORD(name, list) { name, name, MARCH_MEMBER_WORD, MARCH_VOCABULARY_##list }
#define DATE(name) { name, name "_edtf", MARCH_MEMBER_DATE }
#define REFERENCE(name, column, table) { name, column, MARCH_MEMBER_REFERENCE, 0, table }
#define LINES(name) { name, name, MARCH_MEMBER_LINES }
#define KEY() { "key", NULL, MARCH_MEMBER_KEY }
#define CHILDREN(name) { name, NULL, MARCH_MEMBER_CHILDREN }

static const MarchMember actor_members[] = {
  KEY (),        WORD ("kind", ACTOR_KIND), INTEGER ("palette"),
  TEXT ("note"), CHILDREN ("names"),        CHILDREN ("offices"),
  { NULL },
};
static const MarchMember actor_name_members[] = { TEXT ("text"),
                                                  TEXT ("language"),
                                                  BOOLEAN ("preferred"),
                                                  { NULL } };
static const MarchMember office_members[] = {
  REFERENCE ("body", "body_id", "actor"),
  TEXT ("title"),
  DATE ("valid"),
  BOOLEAN ("speaks_for"),
  BOOLEAN ("states_policy"),
  { NULL },
};
static const MarchMember place_members[] = {
  KEY (),
  WORD ("kind", PLACE_KIND),
  TEXT ("code"),
  INTEGER ("level"),
  { "capital", "capital", MARCH_MEMBER_CAPITAL },
  REFERENCE ("state", "state_id", "actor"),
  INTEGER ("importance"),
  TEXT ("note"),
  { "geometry", NULL, MARCH_MEMBER_FEATURE },
  CHILDREN ("names"),
  CHILDREN ("parents"),
  { NULL },
};
static const MarchMember name_members[] = {
  TEXT ("text"),
  TEXT ("language"),
  REFERENCE ("user", "user_id", "actor"),
  WORD ("role", NAME_ROLE),
  { NULL },
};
static const MarchMember place_link_members[] = { REFERENCE ("place", "parent_id", "place"),
                                                  WORD ("kind", LINK_KIND),
                                                  { NULL } };
static const MarchMember source_members[] = {
  KEY (),
  TEXT ("title"),
  BOOLEAN ("titled"),
  { "csl", "csl", MARCH_MEMBER_OBJECT },
  DATE ("published"),
  TEXT ("inferred"),
  TEXT ("grade"),
  TEXT ("grade_reason"),
  TEXT ("sha256"),
  INTEGER ("length"),
  TEXT ("note"),
  CHILDREN ("links"),
  CHILDREN ("quotations"),
  CHILDREN ("set_aside"),
  { NULL },
};
static const MarchMember source_link_members[] = {
  REFERENCE ("source", "other_id", "source"), TEXT ("kind"), TEXT ("reason"), { NULL },
};
static const MarchMember set_aside_members[] = { INTEGER ("first"),
                                                 INTEGER ("beyond"),
                                                 TEXT ("sha256"),
                                                 TEXT ("reason"),
                                                 { NULL } };
static const MarchMember quotation_members[] = {
  KEY (),
  WORD ("voice", VOICE),
  WORD ("act", ACT),
  DATE ("said"),
  INTEGER ("credibility"),
  TEXT ("language"),
  TEXT ("translation"),
  TEXT ("translator"),
  LINES ("sic"),
  TEXT ("note"),
  CHILDREN ("spans"),
  CHILDREN ("chain"),
  { NULL },
};
static const MarchMember span_members[] = {
  TEXT ("exact"),     TEXT ("prefix"), TEXT ("suffix"), INTEGER ("first"),
  INTEGER ("beyond"), TEXT ("sha256"), { NULL },
};
static const MarchMember chain_members[] = { REFERENCE ("actor", "actor_id", "actor"),
                                             WORD ("role", CHAIN_ROLE),
                                             { NULL } };
static const MarchMember proposal_members[] = {
  KEY (),
  TEXT ("title"),
  WORD ("status", PROPOSAL_STATUS),
  REFERENCE ("proposer", "proposer_id", "actor"),
  DATE ("dated"),
  TEXT ("terms"),
  CHILDREN ("places"),
  CHILDREN ("evidence"),
  { NULL },
};
static const MarchMember proposal_term_members[] = {
  REFERENCE ("place", "place_id", "place"),
  REFERENCE ("holder", "holder_id", "actor"),
  REFERENCE ("law", "law_id", "actor"),
  TEXT ("deferred"),
  TEXT ("terms"),
  { NULL },
};
static const MarchMember assertion_members[] = {
  KEY (),
  WORD ("kind", ASSERTION_KIND),
  TEXT ("title"),
  REFERENCE ("place", "place_id", "place"),
  CHILDREN ("places"),
  REFERENCE ("actor", "actor_id", "actor"),
  REFERENCE ("according", "according_id", "actor"),
  REFERENCE ("proposal", "proposal_id", "proposal"),
  WORD ("origin", ORIGIN),
  WORD ("polarity", POLARITY),
  WORD ("mode", MODE),
  WORD ("rank", RANK),
  TEXT ("rank_reason"),
  DATE ("valid"),
  WORD ("extent", EXTENT),
  WORD ("basis", CLAIM_BASIS),
  WORD ("value_kind", VALUE_KIND),
  TEXT ("comparison"),
  WORD ("stand", STAND),
  REAL ("low"),
  REAL ("high"),
  TEXT ("unit"),
  TEXT ("quantity"),
  DATE ("period"),
  TEXT ("reasoning"),
  TEXT ("assumption"),
  TEXT ("would_change"),
  WORD ("confidence", CONFIDENCE),
  TEXT ("note"),
  CHILDREN ("tags"),
  CHILDREN ("participants"),
  CHILDREN ("areas"),
  CHILDREN ("evidence"),
  { NULL },
};
static const MarchMember control_area_members[] = {
  DATE ("valid"),
  { "geometry", NULL, MARCH_MEMBER_FEATURE },
  { NULL },
};
static const MarchMember participant_members[] = {
  REFERENCE ("actor", "actor_id", "actor"),
  WORD ("role", PARTICIPANT_ROLE),
  REFERENCE ("side", "side_id", "actor"),
  { NULL },
};
static const MarchMember evidence_members[] = {
  REFERENCE ("quotation", "quotation_id", "quotation"),
  WORD ("stance", STANCE),
  TEXT ("note"),
  { NULL },
};

static const MarchLayerShape actor_shape = { "actor", actor_members };
static const MarchLayerShape actor_name_shape = { "actor_name", actor_name_members };
static const MarchLayerShape office_shape = { "office", office_members };
static const MarchLayerShape place_shape = { "place", place_members };
static const MarchLayerShape name_shape = { "name", name_members };
static const MarchLayerShape place_link_shape = { "place_link", place_link_members };
static const MarchLayerShape source_shape = { "source", source_members };
static const MarchLayerShape source_link_shape = { "source_link", source_link_members };
static const MarchLayerShape set_aside_shape = { "set_aside", set_aside_members };
static const MarchLayerShape quotation_shape = { "quotation", quotation_members };
static const MarchLayerShape span_shape = { "span", span_members };
static const MarchLayerShape chain_shape = { "chain", chain_members };
static const MarchLayerShape proposal_shape = { "proposal", proposal_members };
static const MarchLayerShape proposal_term_shape = { "proposal_term", proposal_term_members };
static const MarchLayerShape assertion_shape = { "assertion", assertion_members };
static const MarchLayerShape control_area_shape = { "control_area", control_area_members };
static const MarchLayerShape participant_shape = { "participant", participant_members };
static const MarchLayerShape evidence_shape = { "evidence", evidence_members };

typedef gboolean (*WriteFunc) (MarchCompiler *compiler,
                               JsonObject    *object,
                               const char    *key,
                               GError       **error);

/* Writes one record after another; each object becomes the one that messages name. */
static gboolean
for_each (MarchCompiler    *compiler,
          const MarchLayerShape *shape,
          JsonArray        *array,
          WriteFunc         write,
          GError          **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      JsonObject *object;

      if (!march_compiler_enter (compiler, shape->table, node, error))
        return FALSE;
      object = json_node_get_object (node);
      if (!write (compiler, object, march_compiler_get_text (object, "key"), error))
        return FALSE;
    }
  return TRUE;
}

static MarchRow *
fill_row (MarchCompiler    *compiler,
          const MarchLayerShape *shape,
          JsonObject       *object,
          GError          **error)
{
  g_autoptr (MarchRow) row = march_row_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return march_compiler_fill (compiler, shape, node, row, error) ? g_steal_pointer (&row) : NULL;
}

static gboolean
write_actor (MarchCompiler *compiler,
             JsonObject    *object,
             const char    *key,
             GError       **error)
{
  g_autoptr (MarchRow) row = fill_row (compiler, &actor_shape, object, error);

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
  return march_compiler_insert_children (compiler, &actor_name_shape, object, "names", key,
                                         "actor_id", FALSE, error)
         && check_names (compiler, object, NULL, error)
         && march_compiler_insert_children (compiler, &office_shape, object, "offices", key,
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
  return for_each (compiler, &actor_shape, actors, write_actor, error)
         && for_each (compiler, &actor_shape, actors, write_actor_children, error);
}

static gboolean
write_place (MarchCompiler *compiler,
             JsonObject    *object,
             const char    *key,
             GError       **error)
{
  g_autoptr (MarchRow) row = fill_row (compiler, &place_shape, object, error);
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
  return march_compiler_insert_children (compiler, &name_shape, object, "names", key, "place_id",
                                         FALSE, error)
         && check_names (compiler, object, "main", error)
         && march_compiler_insert_children (compiler, &place_link_shape, object, "parents", key,
                                            "child_id", FALSE, error);
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
  return for_each (compiler, &place_shape, places, write_place, error)
         && for_each (compiler, &place_shape, places, write_place_children, error);
}

/* The quoted words as one text; NULL if a span holds no words, because then the quotation is a
 * pointer. */
static char *
join_spans (JsonObject *object)
{
  g_autoptr (GString) words = g_string_new (NULL);
  JsonArray          *spans = march_compiler_get_array (object, "spans");

  for (guint i = 0; spans != NULL && i < json_array_get_length (spans); i++)
    {
      JsonNode   *span = json_array_get_element (spans, i);
      const char *exact = JSON_NODE_HOLDS_OBJECT (span)
                              ? march_compiler_get_text (json_node_get_object (span), "exact")
                              : NULL;

      if (exact == NULL)
        return NULL;
      if (words->len > 0)
        g_string_append (words, " … ");
      g_string_append (words, exact);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static gboolean
write_quotation (MarchCompiler *compiler,
                 JsonObject    *object,
                 gint64         source_id,
                 GError       **error)
{
  const char          *key = march_compiler_get_text (object, "key");
  g_autoptr (MarchRow) row = fill_row (compiler, &quotation_shape, object, error);
  g_autofree char     *exact = join_spans (object);

  if (row == NULL)
    return FALSE;
  if (march_compiler_get_array (object, "spans") == NULL)
    return march_compiler_fail (compiler, error, _("a quotation needs “spans”"));
  march_row_set_id (row, "source_id", source_id);
  if (exact != NULL)
    march_row_set_text (row, "exact", exact);
  return march_compiler_insert (compiler, "quotation", key, row, error)
         && march_compiler_insert_children (compiler, &span_shape, object, "spans", key,
                                            "quotation_id", TRUE, error)
         && march_compiler_insert_children (compiler, &chain_shape, object, "chain", key,
                                            "quotation_id", TRUE, error);
}

static gboolean
write_quotations (MarchCompiler *compiler,
                  JsonObject    *source,
                  gint64         source_id,
                  GError       **error)
{
  JsonArray *quotations = march_compiler_get_array (source, "quotations");

  for (guint i = 0; quotations != NULL && i < json_array_get_length (quotations); i++)
    {
      JsonNode *node = json_array_get_element (quotations, i);

      if (!march_compiler_enter (compiler, "quotation", node, error)
          || !write_quotation (compiler, json_node_get_object (node), source_id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_compile_source:
 *
 * Writes one source with its quotations and the passages that are set aside.
 */
gboolean
march_compile_source (MarchCompiler *compiler,
                      JsonNode      *source,
                      GError       **error)
{
  JsonObject          *object = json_node_get_object (source);
  const char          *key = march_compiler_get_text (object, "key");
  g_autoptr (MarchRow) row = NULL;
  gint64               id;

  if (!march_compiler_enter (compiler, "source", source, error)
      || !march_compiler_find (compiler, "source", key, &id, error))
    return FALSE;
  row = fill_row (compiler, &source_shape, object, error);
  return row != NULL && march_compiler_insert (compiler, "source", key, row, error)
         && march_compiler_insert_children (compiler, &set_aside_shape, object, "set_aside", key,
                                            "source_id", FALSE, error)
         && write_quotations (compiler, object, id, error);
}

/**
 * march_compile_source_links:
 *
 * Writes what a source has to do with others, once all of them are there.
 */
gboolean
march_compile_source_links (MarchCompiler *compiler,
                            JsonNode      *source,
                            GError       **error)
{
  JsonObject *object = json_node_get_object (source);

  return march_compiler_enter (compiler, "source", source, error)
         && march_compiler_insert_children (compiler, &source_link_shape, object, "links",
                                            march_compiler_get_text (object, "key"), "source_id",
                                            FALSE, error);
}

static gboolean
write_proposal (MarchCompiler *compiler,
                JsonObject    *object,
                const char    *key,
                GError       **error)
{
  g_autoptr (MarchRow) row = fill_row (compiler, &proposal_shape, object, error);

  return row != NULL && march_compiler_insert (compiler, "proposal", key, row, error)
         && march_compiler_insert_children (compiler, &proposal_term_shape, object, "places", key,
                                            "proposal_id", FALSE, error)
         && march_compiler_insert_children (compiler, &evidence_shape, object, "evidence", key,
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
  return for_each (compiler, &proposal_shape, proposals, write_proposal, error);
}

static gboolean
write_tags (MarchCompiler *compiler,
            JsonObject    *object,
            const char    *key,
            gint64         assertion_id,
            GError       **error)
{
  JsonArray *tags = march_compiler_get_array (object, "tags");

  if (!march_compiler_check_array (compiler, object, "tags", TRUE, error))
    return FALSE;
  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      g_autoptr (MarchRow) row = march_row_new ();
      g_autofree char     *tag_key = g_strdup_printf ("%s#tag#%u", key, i);

      march_row_set_id (row, "assertion_id", assertion_id);
      march_row_set_text (row, "text", json_array_get_string_element (tags, i));
      if (!march_compiler_insert (compiler, "tag", tag_key, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_area (MarchCompiler *compiler,
            JsonObject    *area,
            const char    *key,
            gint64         assertion_id,
            GError       **error)
{
  g_autoptr (MarchRow) row = fill_row (compiler, &control_area_shape, area, error);
  const char          *feature = march_compiler_get_text (area, "geometry");
  MarchGeometry       *geometry = NULL;

  if (row == NULL)
    return FALSE;
  if (feature == NULL || !march_row_has (row, "valid_edtf"))
    return march_compiler_fail (compiler, error, _("each of “areas” needs “valid” and “geometry”"));
  geometry = g_hash_table_lookup (compiler->features, feature);
  if (geometry == NULL)
    return march_compiler_fail (compiler, error,
                                _("no geography file has a feature with the id “%s”"), feature);
  if (march_geometry_get_kind (geometry) != MARCH_GEOMETRY_POLYGON)
    return march_compiler_fail (compiler, error, _("the feature “%s” is no area"), feature);
  march_row_set_id (row, "assertion_id", assertion_id);
  march_row_set_geometry (row, "geom", geometry);
  return march_compiler_insert (compiler, "control_area", key, row, error);
}

/* Where a control holds, exactly, and when: of one place only. */
static gboolean
write_areas (MarchCompiler *compiler,
             JsonObject    *object,
             const char    *key,
             gint64         assertion_id,
             GError       **error)
{
  JsonArray *areas = march_compiler_get_array (object, "areas");

  if (!march_compiler_check_array (compiler, object, "areas", FALSE, error))
    return FALSE;
  if (areas != NULL && (march_compiler_get_array (object, "places") != NULL
                        || g_strcmp0 (march_compiler_get_text (object, "kind"), "control") != 0))
    return march_compiler_fail (compiler, error,
                                _("“areas” belong to a control of one “place”"));
  for (guint i = 0; areas != NULL && i < json_array_get_length (areas); i++)
    {
      JsonNode        *area = json_array_get_element (areas, i);
      g_autofree char *area_key = g_strdup_printf ("%s#area#%u", key, i);

      if (!JSON_NODE_HOLDS_OBJECT (area))
        return march_compiler_fail (compiler, error, _("each entry has to be an object"));
      if (!write_area (compiler, json_node_get_object (area), area_key, assertion_id, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes one assertion of one place, or of none. */
static gboolean
write_assertion_of (MarchCompiler *compiler,
                    JsonObject    *object,
                    const char    *key,
                    const char    *place,
                    GError       **error)
{
  g_autoptr (MarchRow) row = fill_row (compiler, &assertion_shape, object, error);
  gint64               id, place_id = 0;

  if (row == NULL || !march_compiler_find (compiler, "assertion", key, &id, error))
    return FALSE;
  if (place != NULL && !march_compiler_find (compiler, "place", place, &place_id, error))
    return FALSE;
  if (place_id != 0)
    march_row_set_id (row, "place_id", place_id);
  return march_compiler_insert (compiler, "assertion", key, row, error)
         && write_tags (compiler, object, key, id, error)
         && write_areas (compiler, object, key, id, error)
         && march_compiler_insert_children (compiler, &participant_shape, object, "participants",
                                            key, "assertion_id", FALSE, error)
         && march_compiler_insert_children (compiler, &evidence_shape, object, "evidence", key,
                                            "assertion_id", FALSE, error);
}

static gboolean
write_assertion (MarchCompiler *compiler,
                 JsonObject    *object,
                 const char    *key,
                 GError       **error)
{
  JsonArray *places = march_compiler_get_array (object, "places");

  if (places == NULL)
    return write_assertion_of (compiler, object, key, NULL, error);
  for (guint i = 0; i < json_array_get_length (places); i++)
    {
      const char      *place = json_array_get_string_element (places, i);
      g_autofree char *place_key = g_strdup_printf ("%s-%s", key, place);

      if (!write_assertion_of (compiler, object, place_key, place, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_compile_assertions:
 *
 * Writes assertions, one for each place of those that name several.
 */
gboolean
march_compile_assertions (MarchCompiler *compiler,
                          JsonArray     *assertions,
                          GError       **error)
{
  return for_each (compiler, &assertion_shape, assertions, write_assertion, error);
}
