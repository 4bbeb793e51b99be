/* march-html-json-ld.c — what a page tells of itself in JSON-LD, in schema.org's words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include <string.h>

#include "base/march-json.h"
#include "texts/march-html-private.h"

/* What schema.org calls a document, and CSL-JSON. */
static const char *const types[][2] = {
  { "NewsArticle", "article-newspaper" },
  { "ReportageNewsArticle", "article-newspaper" },
  { "AnalysisNewsArticle", "article-newspaper" },
  { "OpinionNewsArticle", "article-newspaper" },
  { "BackgroundNewsArticle", "article-newspaper" },
  { "BlogPosting", "post-weblog" },
  { "ScholarlyArticle", "article-journal" },
  { "Report", "report" },
  { "Legislation", "legislation" },
  { "Book", "book" },
  { "Article", "webpage" },
};

/* A string, or the named member of an object, or the same of the first element of an array. */
static const char *
get_string (JsonNode *node, const char *member)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && member != NULL)
    node = json_object_get_member (json_node_get_object (node), member);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static const char *
get_member (JsonObject *object, const char *name, const char *inner)
{
  return get_string (json_object_get_member (object, name), inner);
}

static const char *
find_type (JsonObject *object)
{
  const char *type = get_member (object, "@type", NULL);

  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i][0]))
      return types[i][1];
  return NULL;
}

static void
add_authors (JsonObject *object, MarchFacts *facts)
{
  JsonNode  *node = json_object_get_member (object, "author");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                  : NULL;

  if (array == NULL)
    march_facts_add_author (facts, get_string (node, "name"));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    march_facts_add_author (facts, get_string (json_array_get_element (array, i), "name"));
}

static void
take_article (JsonObject *object, const char *type, MarchFacts *facts, char **body)
{
  march_facts_offer (&facts->type, type);
  march_facts_offer (&facts->title, get_member (object, "headline", NULL));
  march_facts_offer (&facts->title, get_member (object, "name", NULL));
  if (facts->authors->len == 0)
    add_authors (object, facts);
  march_facts_offer_date (facts, get_member (object, "datePublished", NULL));
  march_facts_offer (&facts->publication, get_member (object, "isPartOf", "name"));
  march_facts_offer (&facts->publisher, get_member (object, "publisher", "name"));
  march_facts_offer (&facts->language, get_member (object, "inLanguage", "alternateName"));
  march_facts_offer_url (facts, get_member (object, "mainEntityOfPage", "@id"));
  march_facts_offer_url (facts, get_member (object, "url", NULL));
  if (*body == NULL)
    *body = g_strdup (get_member (object, "articleBody", NULL));
}

static void
take_objects (JsonNode *node, MarchFacts *facts, char **body)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode   *element = json_array_get_element (array, i);
          JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element)
                                                                : NULL;

          if (object != NULL && find_type (object) != NULL)
            take_article (object, find_type (object), facts, body);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode   *graph = json_object_get_member (object, "@graph");

      if (find_type (object) != NULL)
        take_article (object, find_type (object), facts, body);
      else if (graph != NULL && JSON_NODE_HOLDS_ARRAY (graph))
        take_objects (graph, facts, body);
    }
}

/** march_html_read_json_ld: @json: of a script element; what is no JSON is left out. @body:
 * (inout): the article's text, if it tells that, too */
void
march_html_read_json_ld (const char *json, MarchFacts *facts, char **body)
{
  g_autoptr (JsonNode) root = march_json_parse (json, strlen (json), MARCH_JSON_PLAIN, NULL);

  if (root != NULL)
    take_objects (root, facts, body);
}
