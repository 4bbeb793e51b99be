/* march-source-csl.c — a source's draft from a CSL-JSON item, and into one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/march-json.h"
#include "coding/march-source-draft-private.h"

static const char *
get_text (JsonObject *item, const char *member)
{
  JsonNode *node = json_object_get_member (item, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

/* The item itself; an empty one of what is none. */
static JsonNode *
parse (const char *csl)
{
  JsonNode *root = march_json_parse (csl, strlen (csl), MARCH_JSON_PLAIN, NULL);

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return root;
  g_clear_pointer (&root, json_node_unref);
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root, json_object_new ());
  return root;
}

/* As one line is typed for it: "Orr, Ana", or all of its parts as they follow each other. */
static char *
write_name (JsonObject *name)
{
  static const char *const parts[] = { "given", "dropping-particle", "non-dropping-particle",
                                       "family", "suffix" };
  g_autoptr (GString) words = g_string_new (get_text (name, "literal"));
  const char *family = get_text (name, "family"), *given = get_text (name, "given");

  if (words->len == 0 && *family != '\0' && *given != '\0' && json_object_get_size (name) == 2)
    return g_strdup_printf ("%s, %s", family, given);
  for (guint i = 0; words->len == 0 && i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (words, "%s%s", get_text (name, parts[i]),
                            *get_text (name, parts[i]) != '\0' ? " " : "");
  return g_strchomp (g_strdelimit (g_strdup (words->str), "\n\r", ' '));
}

static JsonArray *
get_names (JsonObject *item)
{
  JsonNode *node = json_object_get_member (item, "author");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static char *
write_names (JsonObject *item)
{
  JsonArray *names = get_names (item);
  GString   *lines = g_string_new (NULL);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode        *node = json_array_get_element (names, i);
      g_autofree char *line = JSON_NODE_HOLDS_OBJECT (node)
                                  ? write_name (json_node_get_object (node))
                                  : NULL;

      if (line != NULL && *line != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  return g_string_free (lines, FALSE);
}

/* "2031-05-15" of one array of date-parts; a part may be a number or a text. */
static char *
write_date_parts (JsonArray *parts)
{
  GString *date = g_string_new (NULL);

  for (guint i = 0; i < MIN (json_array_get_length (parts), 3); i++)
    {
      JsonNode *node = json_array_get_element (parts, i);
      gint64    number = 0;

      if (!JSON_NODE_HOLDS_VALUE (node))
        break;
      number = json_node_get_value_type (node) == G_TYPE_STRING
                   ? g_ascii_strtoll (json_node_get_string (node), NULL, 10)
                   : json_node_get_int (node);
      g_string_append_printf (date, i == 0 ? "%04" G_GINT64_FORMAT : "-%02" G_GINT64_FORMAT,
                              number);
    }
  return g_string_free (date, FALSE);
}

/* A date-variable as EDTF, or as it is worded. */
static char *
write_date (JsonObject *item, const char *member)
{
  JsonNode   *node = json_object_get_member (item, member);
  JsonObject *date = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node)
                                                                   : NULL;
  JsonNode   *parts = date != NULL ? json_object_get_member (date, "date-parts") : NULL;
  JsonArray  *array = parts != NULL && JSON_NODE_HOLDS_ARRAY (parts) ? json_node_get_array (parts)
                                                                     : NULL;
  JsonNode   *first = array != NULL && json_array_get_length (array) > 0
                          ? json_array_get_element (array, 0)
                          : NULL;

  if (date == NULL)
    return g_strdup ("");
  if (first != NULL && JSON_NODE_HOLDS_ARRAY (first))
    return write_date_parts (json_node_get_array (first));
  return g_strdup (*get_text (date, "raw") != '\0' ? get_text (date, "raw")
                                                   : get_text (date, "literal"));
}

/** march_source_csl_read: fills what of @draft an item tells; what is known of the source beside it
 * stays */
void
march_source_csl_read (MarchSourceDraft *draft, const char *csl)
{
  g_autoptr (JsonNode) root = parse (csl);
  JsonObject      *item = json_node_get_object (root);
  g_autofree char *authors = write_names (item);
  g_autofree char *accessed = write_date (item, "accessed");

  march_draft_set_text (&draft->type, get_text (item, "type"));
  march_draft_set_text (&draft->authors, authors);
  march_draft_set_text (&draft->publication, get_text (item, "container-title"));
  march_draft_set_text (&draft->publisher, get_text (item, "publisher"));
  march_draft_set_text (&draft->url, get_text (item, "URL"));
  march_draft_set_text (&draft->archived, get_text (item, "archive_location"));
  march_draft_set_text (&draft->accessed, accessed);
  march_draft_set_text (&draft->doi, get_text (item, "DOI"));
  march_draft_set_text (&draft->language, get_text (item, "language"));
}

/** march_source_csl_get: Returns: (transfer full): what an item says in @member, "" if nothing */
char *
march_source_csl_get (const char *csl, const char *member)
{
  g_autoptr (JsonNode) root = parse (csl);

  return g_strdup (get_text (json_node_get_object (root), member));
}

static void
set_text (JsonObject *item, const char *member, const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  if (*text == '\0')
    json_object_remove_member (item, member);
  else if (!g_str_equal (get_text (item, member), text))
    json_object_set_string_member (item, member, text);
}

/* The name of a line: as the item has it, if it has it, else taken apart at its comma. */
static JsonNode *
read_name (JsonArray *names, const char *line)
{
  const char *comma = strstr (line, ", ");
  JsonNode   *node = NULL;
  JsonObject *name = NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode        *known = json_array_get_element (names, i);
      g_autofree char *words = JSON_NODE_HOLDS_OBJECT (known)
                                   ? write_name (json_node_get_object (known))
                                   : NULL;

      if (g_strcmp0 (words, line) == 0)
        return json_node_copy (known);
    }
  name = json_object_new ();
  node = json_node_new (JSON_NODE_OBJECT);
  if (comma != NULL && comma > line)
    {
      g_autofree char *family = g_strndup (line, comma - line);

      json_object_set_string_member (name, "family", family);
      json_object_set_string_member (name, "given", comma + 2);
    }
  else
    {
      json_object_set_string_member (name, "literal", line);
    }
  json_node_take_object (node, name);
  return node;
}

static void
set_names (JsonObject *item, const char *typed)
{
  g_autofree char *before = write_names (item);
  g_auto (GStrv) lines = g_strsplit (typed, "\n", -1);
  JsonArray *names = NULL;

  if (g_str_equal (before, typed))
    return;
  names = json_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      json_array_add_element (names, read_name (get_names (item), lines[i]));
  if (json_array_get_length (names) > 0)
    json_object_set_array_member (item, "author", names);
  else
    json_object_remove_member (item, "author");
  if (json_array_get_length (names) == 0)
    json_array_unref (names);
}

/* "2031-05-15" as an array of its numbers; NULL if it has more to say than they can. */
static JsonArray *
read_date_parts (const char *date)
{
  g_auto (GStrv) numbers = g_strsplit (date, "-", -1);
  JsonArray *parts = NULL;

  for (guint i = 0; numbers[i] != NULL; i++)
    if (strspn (numbers[i], "0123456789") != strlen (numbers[i]) || i > 2
        || strlen (numbers[i]) != (i == 0 ? 4 : 2) || (i == 1 && atoi (numbers[i]) > 12))
      return NULL;
  parts = json_array_new ();
  for (guint i = 0; numbers[i] != NULL; i++)
    json_array_add_int_element (parts, atoi (numbers[i]));
  return parts;
}

/* CSL's numbers where the date is no more than numbers, perhaps about right; else its own words. */
static JsonObject *
read_date (const char *edtf)
{
  JsonObject      *date = json_object_new ();
  g_autofree char *plain = g_strdup (edtf);
  gboolean         circa = FALSE;
  JsonArray       *parts = NULL, *dates = NULL;

  if (*plain != '\0' && strchr ("~?%", plain[strlen (plain) - 1]) != NULL)
    {
      plain[strlen (plain) - 1] = '\0';
      circa = TRUE;
    }
  parts = read_date_parts (plain);
  if (parts == NULL)
    {
      json_object_set_string_member (date, "raw", edtf);
      return date;
    }
  dates = json_array_new ();
  json_array_add_array_element (dates, parts);
  json_object_set_array_member (date, "date-parts", dates);
  if (circa)
    json_object_set_boolean_member (date, "circa", TRUE);
  return date;
}

/* A date that is not changed stays as the item has it. */
static void
set_date (JsonObject *item, const char *member, const char *typed, const char *before)
{
  g_autofree char *edtf = march_source_draft_dup_edtf (typed);

  if (edtf == NULL || g_strcmp0 (edtf, before) == 0)
    return;
  if (*edtf == '\0')
    json_object_remove_member (item, member);
  else
    json_object_set_object_member (item, member, read_date (edtf));
}

static void
set_archive (JsonObject *item, const char *typed)
{
  g_autoptr (GUri) uri = g_uri_parse (typed, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (g_strcmp0 (get_text (item, "archive_location"), typed) == 0)
    return;
  set_text (item, "archive_location", typed);
  set_text (item, "archive", host != NULL ? host : "");
}

static void
set_title (JsonObject *item, const MarchSourceDraft *draft, const MarchSource *record)
{
  /* An item's title may be a part of the one that the source is known by. */
  if (record != NULL && record->titled == draft->titled
      && g_str_equal (record->title, draft->title))
    return;
  set_text (item, "title", draft->titled ? draft->title : "");
}

/* What CSL-JSON wants every item to have. */
static void
complete (JsonObject *item, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!json_object_has_member (item, "id"))
    json_object_set_string_member (item, "id", text);
  if (!json_object_has_member (item, "type"))
    json_object_set_string_member (item, "type", "article");
}

/** march_source_csl_write: @record: (nullable): as the dossier has it. Returns: (transfer full):
 * the item of @draft, with all that it doesn't tell as it was; to the letter if nothing has changed
 */
char *
march_source_csl_write (const MarchSourceDraft *draft, const MarchSource *record)
{
  g_autoptr (JsonNode) root = parse (draft->csl), before = parse (draft->csl);
  JsonObject      *item = json_node_get_object (root);
  g_autofree char *accessed = write_date (item, "accessed");

  if (record == NULL)
    complete (item, draft->id);
  set_text (item, "type", draft->type);
  set_title (item, draft, record);
  set_names (item, draft->authors);
  set_text (item, "container-title", draft->publication);
  set_text (item, "publisher", draft->publisher);
  set_date (item, "issued", draft->published, record != NULL ? record->published : "");
  set_text (item, "URL", draft->url);
  set_archive (item, draft->archived);
  set_date (item, "accessed", draft->accessed, accessed);
  set_text (item, "DOI", draft->doi);
  set_text (item, "language", draft->language);
  if (json_node_equal (root, before))
    return g_strdup (draft->csl);
  complete (item, draft->id);
  return march_json_write (root);
}
