/* march-csl.c — authors and publication of a CSL-JSON item */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-csl.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/march-error.h"
#include "base/march-json.h"

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

/* CSL-JSON allows a little HTML in its texts: these tags are left out, other angle brackets stay.
 */
static char *
strip_tags (const char *text)
{
  static const char *const tags[] = { "i", "b", "sc", "sub", "sup", "span" };
  GString                 *plain = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *name = *text == '<' ? text + 1 + (text[1] == '/') : NULL;
      const char *close = name != NULL ? strchr (name, '>') : NULL;
      gsize       length = close != NULL ? strcspn (name, " >") : 0;
      gboolean    known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
        known |= length == strlen (tags[i]) && strncmp (name, tags[i], length) == 0;
      if (known)
        text = close + 1;
      else
        g_string_append_c (plain, *text++);
    }
  return g_string_free (plain, FALSE);
}

static void
append_word (GString *words, const char *word)
{
  if (*word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
}

/* "Ada van der Lind Jr." of a name-variable's parts, or its literal; "" if it has neither. */
static char *
describe_name (JsonObject *name)
{
  static const char *const parts[] = {
    "given", "dropping-particle", "non-dropping-particle", "family", "suffix"
  };
  g_autoptr (GString) words = g_string_new (NULL);

  if (*get_text (name, "literal") != '\0')
    return strip_tags (get_text (name, "literal"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    append_word (words, get_text (name, parts[i]));
  return strip_tags (words->str);
}

static char *
describe_authors (JsonObject *item)
{
  JsonNode  *node = json_object_get_member (item, "author");
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString              *text = g_string_new (NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      g_autofree char *name = NULL;

      if (JSON_NODE_HOLDS_OBJECT (element))
        name = describe_name (json_node_get_object (element));
      if (name != NULL && *name != '\0')
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  for (guint i = 0; i < names->len; i++)
    {
      /* Translators: joins the last two of several names, "A, B and C" */
      const char *joint = i == 0 ? "" : i + 1 < names->len ? ", " : _(" and ");

      g_string_append_printf (text, "%s%s", joint, (const char *) g_ptr_array_index (names, i));
    }
  return g_string_free (text, FALSE);
}

/**
 * march_csl_read:
 * @csl: one CSL-JSON item (citeproc's "csl-data" schema)
 * @author: (out): its authors as a reader is told, "" if it has none
 * @publication: (out): its container-title, else its publisher, "" if it has neither
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if @csl is no JSON object
 */
gboolean
march_csl_read (const char *csl, char **author, char **publication, GError **error)
{
  g_autoptr (JsonNode) root = march_json_parse (csl, strlen (csl), MARCH_JSON_PLAIN, NULL);
  JsonObject          *item;
  const char          *container;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("The bibliographic data is not a CSL-JSON item."));
      return FALSE;
    }
  item = json_node_get_object (root);
  container = get_text (item, "container-title");
  *author = describe_authors (item);
  *publication = strip_tags (*container != '\0' ? container : get_text (item, "publisher"));
  return TRUE;
}

/* A text of an item without the space around it; "" where it has none. */
static char *
dup_text (const char *csl, const char *member)
{
  g_autoptr (JsonNode) root = march_json_parse (csl, strlen (csl), MARCH_JSON_PLAIN, NULL);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return g_strdup ("");
  return g_strstrip (g_strdup (get_text (json_node_get_object (root), member)));
}

/**
 * march_csl_dup_language:
 * @csl: one CSL-JSON item
 *
 * Returns: (transfer full) (nullable): the language that the item is in, BCP 47; %NULL if it tells
 * none
 */
char *
march_csl_dup_language (const char *csl)
{
  g_autofree char *language = dup_text (csl, "language");

  return *language != '\0' ? g_steal_pointer (&language) : NULL;
}

/**
 * march_csl_dup_doi:
 * @csl: one CSL-JSON item
 *
 * Returns: (transfer full): its DOI in lower case and without what is often put before one, to be
 *   compared with others; "" if it has none
 */
char *
march_csl_dup_doi (const char *csl)
{
  g_autofree char *doi = dup_text (csl, "DOI");
  g_autofree char *lower = g_ascii_strdown (doi, -1);
  const char      *start = strstr (lower, "10.");

  return g_strdup (start != NULL ? start : "");
}

/**
 * march_csl_dup_address:
 * @csl: one CSL-JSON item
 *
 * Returns: (transfer full): its address without what does not tell one page from another, to be
 *   compared with others; "" if it has none
 */
char *
march_csl_dup_address (const char *csl)
{
  g_autofree char *text = dup_text (csl, "URL");
  GUriFlags        flags = G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED;
  g_autoptr (GUri) uri = g_uri_parse (text, flags, NULL);
  g_autofree char *host = NULL, *path = NULL;
  const char      *query = uri != NULL ? g_uri_get_query (uri) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return g_strdup ("");
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = g_strdup (g_uri_get_path (uri));
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_strconcat (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, path,
                      query != NULL ? "?" : NULL, query, NULL);
}
