/* march-cli-text.c — the text of a document, as it would be stored with a source */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/march-cli-json.h"
#include "cli/march-cli.h"
#include "corpus/march-verify.h"
#include "texts/march-document.h"

static const char *
get_kind (MarchDocumentKind kind)
{
  static const char *const names[] = { "text", "html", "pdf" };

  return names[kind];
}

static void
add_strings (JsonBuilder *builder, const char *member, GPtrArray *strings)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (builder, strings->pdata[i]);
  json_builder_end_array (builder);
}

static void
print_json (const MarchDocument *document, const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char  *sha256 = march_verify_hash (text);
  const MarchFacts *facts = document->facts;

  json_builder_begin_object (builder);
  march_cli_json_string (builder, "kind", get_kind (document->kind));
  march_cli_json_string (builder, "type", facts->type);
  march_cli_json_string (builder, "title", facts->title);
  add_strings (builder, "authors", facts->authors);
  march_cli_json_string (builder, "publication", facts->publication);
  march_cli_json_string (builder, "publisher", facts->publisher);
  march_cli_json_string (builder, "published", facts->published);
  march_cli_json_string (builder, "url", facts->url);
  march_cli_json_string (builder, "doi", facts->doi);
  march_cli_json_string (builder, "language", facts->language);
  add_strings (builder, "notes", document->notes);
  march_cli_json_string (builder, "sha256", sha256);
  march_cli_json_string (builder, "text", text);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

static void
print_text (const MarchDocument *document, const char *text)
{
  for (guint i = 0; i < document->notes->len; i++)
    march_cli_remark (document->notes->pdata[i]);
  march_cli_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
}

int
march_cli_text (int argc, char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_("As JSON, with what the document tells of its publication"), NULL },
    { NULL },
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (MarchDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("text"), 1))
    return MARCH_CLI_BAD_USE;
  file = g_file_new_for_commandline_arg (argv[1]);
  document = march_document_load (file, NULL, &error);
  if (document != NULL)
    text = march_verify_prepare (document->text, strlen (document->text), &error);
  if (text == NULL)
    return march_cli_fail (g_steal_pointer (&error));
  if (json)
    print_json (document, text);
  else
    print_text (document, text);
  return MARCH_CLI_FINE;
}
