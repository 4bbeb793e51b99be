/* march-compile-sources.c — sources of the text form with their quotations, and what each writes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-private.h"

#include <glib/gi18n.h>

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
  g_autoptr (MarchRow) row = march_compiler_fill_row (compiler, &march_quotation_form, object,
                                                       error);
  g_autofree char     *exact = join_spans (object);

  if (row == NULL)
    return FALSE;
  if (march_compiler_get_array (object, "spans") == NULL)
    return march_compiler_fail (compiler, error, _("a quotation needs “spans”"));
  march_row_set_id (row, "source_id", source_id);
  if (exact != NULL)
    march_row_set_text (row, "exact", exact);
  return march_compiler_insert (compiler, "quotation", key, row, error)
         && march_compiler_insert_children (compiler, &march_span_form, object, "spans", key,
                                            "quotation_id", TRUE, error)
         && march_compiler_insert_children (compiler, &march_chain_form, object, "chain", key,
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
  row = march_compiler_fill_row (compiler, &march_source_form, object, error);
  return row != NULL && march_compiler_insert (compiler, "source", key, row, error)
         && march_compiler_insert_children (compiler, &march_set_aside_form, object, "set_aside",
                                            key, "source_id", FALSE, error)
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
         && march_compiler_insert_children (compiler, &march_source_link_form, object, "links",
                                            march_compiler_get_text (object, "key"), "source_id",
                                            FALSE, error);
}
