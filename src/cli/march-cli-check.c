/* march-cli-check.c — checks a dossier and lists what it does not know */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/march-error.h"
#include "cli/march-cli.h"
#include "asof/march-gaps.h"
#include "asof/march-words.h"
#include "corpus/march-verify.h"

/**
 * Findings:
 *
 * Defects are what has to be mended, and make the exit status; notes are what is not known.
 */
typedef struct
{
  GPtrArray *defects; /* of char* */
  GPtrArray *notes;   /* of char* */
  guint      n_verified;
} Findings;

static void
findings_clear (Findings *findings)
{
  g_clear_pointer (&findings->defects, g_ptr_array_unref);
  g_clear_pointer (&findings->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Findings, findings_clear)

/* The hash of a span has to be that of its words: a change of one without the other shows here,
 * without any text. */
static void
check_words (MarchCorpus *corpus,
             Findings    *findings)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);

  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = g_ptr_array_index (quotations, i);

      for (guint k = 0; k < quotation->spans->len; k++)
        {
          const MarchSpan *span = g_ptr_array_index (quotation->spans, k);
          g_autofree char *hash = span->exact != NULL ? march_verify_hash (span->exact) : NULL;

          if (hash != NULL && g_ascii_strcasecmp (hash, span->sha256) != 0)
            g_ptr_array_add (findings->defects, g_strdup_printf (_("“%s” does not have the hash "
                                                                   "that was recorded with it."),
                                                                 span->exact));
        }
    }
}

static GHashTable *
load_texts (const char *folder,
            GError    **error)
{
  g_autoptr (GDir)       directory = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char            *name;

  if (directory == NULL)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                   _("“%s” is no folder that can be read. Give the one with the documents’ texts."),
                   folder);
      return NULL;
    }
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      g_autofree char *text = NULL;
      g_autofree char *hash = NULL;
      gsize            length;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)
          || !g_file_get_contents (path, &data, &length, NULL))
        continue;
      text = march_verify_prepare (data, length, NULL);
      if (text == NULL)
        continue;
      hash = march_verify_hash (text);
      g_hash_table_insert (texts, g_steal_pointer (&hash), g_steal_pointer (&text));
    }
  return g_steal_pointer (&texts);
}

static char *
describe_mismatch (MarchMatch  match,
                   const char *words,
                   const char *source)
{
  switch (match)
    {
    case MARCH_MATCH_MOVED:
      /* Translators: the words of a quotation, and its source. */
      return g_strdup_printf (_("“%s” (%s) stands elsewhere in its document."), words, source);
    case MARCH_MATCH_NORMALISED:
      return g_strdup_printf (_("“%s” (%s) stands in its document with other letters or blanks."),
                              words, source);
    default:
      return g_strdup_printf (_("“%s” (%s) does not stand in its document."), words, source);
    }
}

static void
check_source (const MarchSource *source,
              const char        *text,
              Findings          *findings)
{
  for (guint i = 0; i < source->quotations->len; i++)
    {
      const MarchQuotation *quotation = g_ptr_array_index (source->quotations, i);
      MarchMatch            match = march_verify_quotation (quotation, text);

      if (match == MARCH_MATCH_VERBATIM)
        findings->n_verified++;
      else
        g_ptr_array_add (findings->defects,
                         describe_mismatch (match,
                                            quotation->exact != NULL ? quotation->exact
                                                                     : quotation->uuid,
                                            source->title));
    }
  for (guint i = 0; i < source->set_asides->len; i++)
    {
      const MarchSetAside *aside = g_ptr_array_index (source->set_asides, i);
      const MarchSpan      span = { NULL,         (char *) "",   (char *) "",
                                    aside->first, aside->beyond, aside->sha256 };

      if (march_verify_span (&span, text, NULL, NULL) != MARCH_MATCH_VERBATIM)
        g_ptr_array_add (findings->defects, g_strdup_printf (_("The passage of “%s” that is set "
                                                               "aside (%s) is no longer there."),
                                                             source->title, aside->reason));
    }
}

static gboolean
check_texts (MarchCorpus *corpus,
             const char  *folder,
             Findings    *findings,
             GError     **error)
{
  g_autoptr (GHashTable) texts = load_texts (folder, error);
  GPtrArray             *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; texts != NULL && i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);
      const char        *text = source->sha256 != NULL ? g_hash_table_lookup (texts, source->sha256)
                                                       : NULL;

      if (source->quotations->len == 0)
        continue;
      if (text != NULL)
        check_source (source, text, findings);
      else
        g_ptr_array_add (findings->defects,
                         g_strdup_printf (_("No file of “%s” is the text of “%s” (its SHA-256 is "
                                            "%s)."),
                                          folder, source->title,
                                          source->sha256 != NULL ? source->sha256
                                                                 : _("not recorded")));
    }
  return texts != NULL;
}

static void
add_part (GPtrArray *parts, char *words)
{
  if (*words != '\0')
    g_ptr_array_add (parts, words);
  else
    g_free (words);
}

/* "control, “Held by Velmark”, Tarvia, from 2019 through 2021": all that tells it from others. */
static char *
describe_assertion (MarchCorpus          *corpus,
                    const MarchAssertion *assertion)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *said = march_words_assertion (assertion, NULL);
  const char           *actor = assertion->actor != NULL
                                    ? march_actor_get_name (assertion->actor,
                                                            march_words_get_language (NULL))
                                    : "";

  add_part (parts, g_strdup (march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND,
                                                         assertion->kind)));
  add_part (parts, *said != '\0' ? g_strdup_printf (_("“%s”"), said) : g_strdup (""));
  if (strstr (said, actor) == NULL)
    add_part (parts, g_strdup (actor));
  if (assertion->place != NULL)
    add_part (parts, march_words_name_place (corpus, assertion->place));
  add_part (parts, march_edtf_describe_text (assertion->valid));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static char *
describe_unsupported (MarchCorpus    *corpus,
                      const MarchGap *gap)
{
  g_autofree char *words = NULL;

  if (gap->assertion == NULL)
    return g_strdup (gap->sentence);
  words = describe_assertion (corpus, gap->assertion);
  /* Translators: an assertion in words, and its UUID. */
  return g_strdup_printf (_("No quotation supports: %1$s (%2$s)."), words, gap->assertion->uuid);
}

/* What no quotation supports has to be mended; the rest isn't known. */
static void
check_gaps (MarchCorpus *corpus,
            Findings    *findings)
{
  g_autoptr (GPtrArray) gaps = march_gaps_list (corpus);

  for (guint i = 0; i < gaps->len; i++)
    {
      const MarchGap *gap = g_ptr_array_index (gaps, i);

      if (gap->kind == MARCH_GAP_NO_EVIDENCE)
        g_ptr_array_add (findings->defects, describe_unsupported (corpus, gap));
      else
        g_ptr_array_add (findings->notes, g_strdup (gap->sentence));
    }
}

static void
add_list (JsonBuilder *builder,
          const char  *member,
          GPtrArray   *sentences)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (sentences, i));
  json_builder_end_array (builder);
}

static void
print_json (const Findings *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;

  json_builder_begin_object (builder);
  add_list (builder, "defects", findings->defects);
  add_list (builder, "notes", findings->notes);
  json_builder_set_member_name (builder, "verified");
  json_builder_add_int_value (builder, findings->n_verified);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

static void
print_text (const Findings *findings)
{
  g_autofree char *defects = NULL;
  g_autofree char *gaps = NULL;

  for (guint i = 0; i < findings->defects->len; i++)
    march_cli_print (_("Defect: %s\n"), (const char *) g_ptr_array_index (findings->defects, i));
  for (guint i = 0; i < findings->notes->len; i++)
    march_cli_print (_("Gap: %s\n"), (const char *) g_ptr_array_index (findings->notes, i));
  if (findings->n_verified > 0)
    march_cli_print (ngettext ("%u quotation stands word for word in its document.\n",
                               "%u quotations stand word for word in their documents.\n",
                               findings->n_verified),
                     findings->n_verified);
  defects = g_strdup_printf (ngettext ("%u defect", "%u defects", findings->defects->len),
                             findings->defects->len);
  gaps = g_strdup_printf (ngettext ("%u gap", "%u gaps", findings->notes->len),
                          findings->notes->len);
  march_cli_print ("%s, %s\n", defects, gaps);
}

/* A file that is there and can't be read as a dossier is what a check is there to find; a file that
 * isn't there is bad use. */
static int
fail_to_open (GError *error)
{
  gboolean is_finding = error->domain == MARCH_ERROR
                        && (error->code == MARCH_ERROR_NOT_A_DOSSIER
                            || error->code == MARCH_ERROR_DAMAGED
                            || error->code == MARCH_ERROR_NEWER);

  march_cli_fail (error);
  return is_finding ? MARCH_CLI_NEGATIVE : MARCH_CLI_BAD_USE;
}

int
march_cli_check (int    argc,
                 char **argv)
{
  g_autofree char        *folder = NULL;
  gboolean                json = FALSE;
  const GOptionEntry      options[] = {
         { "texts", 0, 0, G_OPTION_ARG_FILENAME, &folder,
           N_("Check each quotation against its document in this folder"), N_("FOLDER") },
         { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL },
         { NULL },
  };
  g_auto (Findings)       findings = { NULL };
  g_autoptr (GError)      error = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("check"), 1))
    return MARCH_CLI_BAD_USE;
  corpus = march_cli_open (argv[1], &error);
  if (corpus == NULL)
    return fail_to_open (g_steal_pointer (&error));
  findings.defects = g_ptr_array_new_with_free_func (g_free);
  findings.notes = g_ptr_array_new_with_free_func (g_free);
  check_gaps (corpus, &findings);
  check_words (corpus, &findings);
  if (folder != NULL && !check_texts (corpus, folder, &findings, &error))
    return march_cli_fail (g_steal_pointer (&error));
  if (json)
    print_json (&findings);
  else
    print_text (&findings);
  return findings.defects->len > 0 ? MARCH_CLI_NEGATIVE : MARCH_CLI_FINE;
}
