/* march-cli-info.c — what a dossier holds */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli/march-cli-json.h"
#include "cli/march-cli.h"
#include "asof/march-gaps.h"
#include "asof/march-words.h"
#include "dossier/march-dossier-history.h"

typedef struct
{
  const char *member;
  guint       count;
} Count;

#define N_COUNTS 9

static void
count_records (MarchCorpus *corpus,
               guint        n_edits,
               Count        counts[N_COUNTS])
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);
  guint      n_pointers = 0;

  for (guint i = 0; i < quotations->len; i++)
    n_pointers += ((const MarchQuotation *) g_ptr_array_index (quotations, i))->exact == NULL;
  counts[0] = (Count){ "places", march_corpus_get_places (corpus)->len };
  counts[1] = (Count){ "actors", march_corpus_get_actors (corpus)->len };
  counts[2] = (Count){ "sources", march_corpus_get_sources (corpus)->len };
  counts[3] = (Count){ "quotations", quotations->len - n_pointers };
  counts[4] = (Count){ "pointers", n_pointers };
  counts[5] = (Count){ "assertions", march_corpus_get_assertions (corpus)->len };
  counts[6] = (Count){ "proposals", march_corpus_get_proposals (corpus)->len };
  counts[7] = (Count){ "imports", march_corpus_get_area_imports (corpus)->len
                                      + march_corpus_get_point_imports (corpus)->len };
  counts[8] = (Count){ "edits", n_edits };
}

static void
add_actors (JsonBuilder *builder,
            GPtrArray   *actors)
{
  json_builder_set_member_name (builder, "actor_list");
  json_builder_begin_array (builder);
  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      json_builder_begin_object (builder);
      march_cli_json_string (builder, "actor", march_actor_get_name (actor, "en"));
      json_builder_set_member_name (builder, "actor_id");
      json_builder_add_int_value (builder, actor->id);
      march_cli_json_string (builder, "kind",
                             march_vocabulary_get_nick (MARCH_VOCABULARY_ACTOR_KIND, actor->kind));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (MarchCorpus *corpus,
            Count        counts[N_COUNTS])
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GPtrArray               *sources = march_corpus_get_sources (corpus);
  g_autoptr (JsonBuilder)  builder = json_builder_new ();
  g_autoptr (JsonNode)     root = NULL;
  g_autofree char         *first = march_day_to_iso (facts->first);
  g_autofree char         *last = march_day_to_iso (facts->last);

  json_builder_begin_object (builder);
  march_cli_json_string (builder, "uuid", facts->uuid);
  march_cli_json_string (builder, "title", facts->title);
  march_cli_json_string (builder, "summary", facts->summary);
  march_cli_json_string (builder, "first", first);
  march_cli_json_string (builder, "last", last);
  march_cli_json_string (builder, "convention", facts->convention);
  for (gsize i = 0; i < N_COUNTS; i++)
    {
      json_builder_set_member_name (builder, counts[i].member);
      json_builder_add_int_value (builder, counts[i].count);
    }
  add_actors (builder, march_corpus_get_actors (corpus));
  json_builder_set_member_name (builder, "source_list");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      json_builder_begin_object (builder);
      march_cli_json_string (builder, "title", source->title);
      march_cli_json_string (builder, "author", source->author);
      march_cli_json_string (builder, "publication", source->publication);
      march_cli_json_string (builder, "published", source->published);
      json_builder_set_member_name (builder, "quotations");
      json_builder_add_int_value (builder, source->quotations->len);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *language = march_words_get_language (NULL);

  return g_utf8_collate (march_actor_get_name (*(const MarchActor *const *) a, language),
                         march_actor_get_name (*(const MarchActor *const *) b, language));
}

static void
print_actors (MarchCorpus *corpus)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  /* A copy would take over what frees the records. */
  g_ptr_array_extend (actors, march_corpus_get_actors (corpus), NULL, NULL);
  g_ptr_array_sort (actors, compare_names);
  march_cli_print ("\n%s\n", _("Actors"));
  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      march_cli_print ("  %s (%s)\n",
                       march_actor_get_name (actor, march_words_get_language (NULL)),
                       march_vocabulary_get_words (MARCH_VOCABULARY_ACTOR_KIND, actor->kind));
    }
}

static void
print_sources (MarchCorpus *corpus)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);

  march_cli_print ("\n%s\n", _("Sources"));
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);
      const guint        n = source->quotations->len;
      g_autofree char   *published = march_edtf_describe_text (source->published);
      g_autofree char   *quoted = g_strdup_printf (ngettext ("%u quotation", "%u quotations", n),
                                                   n);

      march_cli_print ("  %c  %s%s%s%s%s (%s)\n", source->grade != 0 ? source->grade : '-',
                       source->title, *source->publication != '\0' ? ", " : "", source->publication,
                       *published != '\0' ? ", " : "", published, quoted);
    }
}

/* The words of a count, by the member's name in JSON. */
static const char *
get_count_format (const char *member,
                  guint       n)
{
  if (g_str_equal (member, "places"))
    return ngettext ("%u place", "%u places", n);
  if (g_str_equal (member, "actors"))
    return ngettext ("%u actor", "%u actors", n);
  if (g_str_equal (member, "sources"))
    return ngettext ("%u source", "%u sources", n);
  if (g_str_equal (member, "quotations"))
    return ngettext ("%u quotation", "%u quotations", n);
  if (g_str_equal (member, "pointers"))
    /* Translators: passages that the dossier points at without storing their words. */
    return ngettext ("%u pointer to a passage", "%u pointers to passages", n);
  if (g_str_equal (member, "assertions"))
    return ngettext ("%u assertion", "%u assertions", n);
  if (g_str_equal (member, "proposals"))
    return ngettext ("%u proposal", "%u proposals", n);
  if (g_str_equal (member, "imports"))
    /* Translators: batches of dated control areas. */
    return ngettext ("%u import of areas", "%u imports of areas", n);
  if (g_str_equal (member, "edits"))
    /* Translators: entries of the history. */
    return ngettext ("%u edit", "%u edits", n);
  /* Translators: what the dossier does not know. */
  return ngettext ("%u gap", "%u gaps", n);
}

/* The formats are the literals above, or a translator's of the same arguments. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
print_count (const char *member,
             guint       n)
{
  g_autofree char *words = g_strdup_printf (get_count_format (member, n), n);

  march_cli_print ("  %s\n", words);
}
#pragma GCC diagnostic pop

static void
print_text (MarchCorpus *corpus,
            Count        counts[N_COUNTS])
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  g_autofree char         *first = march_day_describe (facts->first);
  g_autofree char         *last = march_day_describe (facts->last);
  g_autoptr (GPtrArray)    gaps = march_gaps_list (corpus);

  march_cli_print ("%s\n%s\n\n", facts->title, facts->summary);
  march_cli_print (_("From %s through %s\n"), first, last);
  for (gsize i = 0; i < N_COUNTS; i++)
    print_count (counts[i].member, counts[i].count);
  print_count ("gaps", gaps->len);
  print_actors (corpus);
  print_sources (corpus);
  march_cli_print ("\n%s\n", facts->convention);
}

int
march_cli_info (int    argc,
                char **argv)
{
  gboolean                 json = FALSE;
  const GOptionEntry       options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL },
    { NULL },
  };
  Count                    counts[N_COUNTS];
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchCorpus)  corpus = NULL;
  gint64                   n_edits = -1;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("info"), 1))
    return MARCH_CLI_BAD_USE;
  dossier = march_cli_open_dossier (argv[1], &error);
  if (dossier != NULL)
    n_edits = march_dossier_count_history (dossier, &error);
  if (n_edits < 0)
    return march_cli_fail (g_steal_pointer (&error));
  corpus = march_dossier_dup_corpus (dossier);
  count_records (corpus, (guint) n_edits, counts);
  if (json)
    print_json (corpus, counts);
  else
    print_text (corpus, counts);
  return MARCH_CLI_FINE;
}
