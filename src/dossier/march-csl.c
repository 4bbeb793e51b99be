/* march-csl.c — authors and publication of a CSL-JSON item */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-csl.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/march-error.h"

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

/* "Ada Lindqvist" of a name-variable's given and family parts, or its literal. */
static char *
describe_name (JsonObject *name)
{
  const char *given = get_text (name, "given");
  const char *family = get_text (name, "family");

  if (*family == '\0')
    return g_strdup (get_text (name, "literal"));
  return *given != '\0' ? g_strdup_printf ("%s %s", given, family) : g_strdup (family);
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

      if (JSON_NODE_HOLDS_OBJECT (element))
        g_ptr_array_add (names, describe_name (json_node_get_object (element)));
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
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode              *root;
  JsonObject            *item;
  const char            *container;

  if (!json_parser_load_from_data (parser, csl, -1, NULL)
      || (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("The bibliographic data is not a CSL-JSON item."));
      return FALSE;
    }
  item = json_node_get_object (root);
  container = get_text (item, "container-title");
  *author = describe_authors (item);
  *publication = g_strdup (*container != '\0' ? container : get_text (item, "publisher"));
  return TRUE;
}
