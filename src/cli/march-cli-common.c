/* march-cli-common.c — options, look-ups and output that the commands share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "asof/march-words.h"
#include "base/march-error.h"
#include "base/march-typed-day.h"
#include "cli/march-cli.h"
#include "dossier/march-dossier.h"

/**
 * march_cli_print:
 *
 * Writes to standard output as UTF-8, whatever the locale's encoding: the output is data.
 */
void
march_cli_print (const char *format, ...)
{
  va_list           arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (text, stdout);
}

/**
 * march_cli_print_json:
 * @node: what to write, with two blanks a level
 */
void
march_cli_print_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char          *text = NULL;

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  march_cli_print ("%s\n", text);
}

/**
 * march_cli_bad_use:
 *
 * Writes a sentence to standard error.
 *
 * Returns: the exit status for bad use
 */
int
march_cli_bad_use (const char *format, ...)
{
  va_list           arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "marchland-cli: %s\n", text);
  return MARCH_CLI_BAD_USE;
}

/**
 * march_cli_fail:
 * @error: (transfer full): what went wrong
 *
 * Writes the error's sentence to standard error.
 *
 * Returns: the exit status for bad use
 */
int
march_cli_fail (GError *error)
{
  g_autoptr (GError) owned = error;

  return march_cli_bad_use ("%s", owned->message);
}

/* A date before the year 0 begins with a sign; GLib leaves the "--" that says it is no option. */
static void
drop_separator (int    *argc,
                char ***argv)
{
  int at = 1;

  while (at < *argc && !g_str_equal ((*argv)[at], "--"))
    at++;
  if (at == *argc)
    return;
  memmove (*argv + at, *argv + at + 1, (gsize) (*argc - at) * sizeof **argv);
  (*argc)--;
}

static gboolean
wants_json (const GOptionEntry *options)
{
  for (const GOptionEntry *option = options; option->long_name != NULL; option++)
    if (g_str_equal (option->long_name, "json"))
      return *(const gboolean *) option->arg_data;
  return FALSE;
}

/* What programs read is the same in every locale. LANGUAGE chooses the names of places and actors.
 */
static void
speak_english (void)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_MESSAGES, "C");
}

/**
 * march_cli_parse:
 * @argc: (inout): count of arguments, the command's name first; left with the arguments that are no
 * options
 * @argv: (inout): the arguments
 * @options: the command's options
 * @command: for the usage line
 * @n_arguments: how many arguments there must be besides options; negative: at least so many
 *
 * With --json the program speaks English from here on.
 *
 * Returns: whether the arguments are of the command's form; if not, a sentence stands on standard
 * error
 */
gboolean
march_cli_parse (int                   *argc,
                 char                ***argv,
                 const GOptionEntry    *options,
                 const MarchCliCommand *command,
                 int                    n_arguments)
{
  g_autofree char           *usage = g_strdup_printf ("%s %s", command->name, command->arguments);
  g_autofree char           *program = g_strdup ("marchland-cli");
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError)         error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      march_cli_bad_use ("%s.", error->message);
      return FALSE;
    }
  drop_separator (argc, argv);
  if (n_arguments < 0 && *argc - 1 < -n_arguments)
    {
      march_cli_bad_use (_("“%s” needs at least %d arguments: marchland-cli %s"), command->name,
                         -n_arguments, usage);
      return FALSE;
    }
  if (n_arguments >= 0 && *argc - 1 != n_arguments)
    {
      march_cli_bad_use (ngettext ("“%s” takes %d argument, not %d: marchland-cli %s",
                                   "“%s” takes %d arguments, not %d: marchland-cli %s",
                                   n_arguments),
                         command->name, n_arguments, *argc - 1, usage);
      return FALSE;
    }
  if (wants_json (options))
    speak_english ();
  return TRUE;
}

/**
 * march_cli_open_dossier:
 * @path: a dossier's file name
 *
 * What is odd in the file but does no harm is told on standard error.
 *
 * Returns: (transfer full) (nullable): the dossier
 */
MarchDossier *
march_cli_open_dossier (const char *path,
                        GError    **error)
{
  g_autoptr (GFile)        file = g_file_new_for_commandline_arg (path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, error);
  GPtrArray               *warnings = dossier != NULL ? march_dossier_get_warnings (dossier) : NULL;

  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    march_cli_remark (g_ptr_array_index (warnings, i));
  return g_steal_pointer (&dossier);
}

/**
 * march_cli_open:
 * @path: a dossier's file name
 *
 * Returns: (transfer full) (nullable): all that the dossier holds
 */
MarchCorpus *
march_cli_open (const char *path,
                GError    **error)
{
  g_autoptr (MarchDossier) dossier = march_cli_open_dossier (path, error);

  return dossier != NULL ? march_dossier_dup_corpus (dossier) : NULL;
}

/**
 * march_cli_check_output:
 * @input: the file name of the dossier that is read, as typed
 *
 * Returns: %FALSE with an error if @output is that file, also by another name, and the dossier
 * would be lost
 */
gboolean
march_cli_check_output (const char *input,
                        const char *output,
                        GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (input);
  const char       *path = g_file_peek_path (file);
  struct stat       read, written;

  if (path == NULL || stat (path, &read) != 0 || stat (output, &written) != 0
      || read.st_dev != written.st_dev || read.st_ino != written.st_ino)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("“%s” is the dossier itself, which would be lost. Write to another file."),
               output);
  return FALSE;
}

/** march_cli_remark: @remark: (nullable): a sentence on how a word was read, for standard error */
void
march_cli_remark (const char *remark)
{
  if (remark != NULL)
    fprintf (stderr, "marchland-cli: %s\n", remark);
}

/* One a line, in the words that mean it alone. */
static char *
list_places (MarchCorpus *corpus,
             GPtrArray   *candidates)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (candidates, i);
      g_autofree char  *handle = march_corpus_dup_place_handle (corpus, place);

      g_string_append_printf (list, "\n  “%s”", handle);
      if (place->code != NULL)
        g_string_append_printf (list, "  %s",
                                march_place_get_name (place, march_words_get_language (NULL)));
    }
  return g_string_free (list, FALSE);
}

static char *
list_actors (GPtrArray *candidates)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (list, "\n  “%s”",
                            march_actor_get_name (g_ptr_array_index (candidates, i),
                                                  march_words_get_language (NULL)));
  return g_string_free (list, FALSE);
}

/**
 * march_cli_find_place:
 * @text: what march_corpus_find_place() understands
 *
 * Returns: (nullable): the one place that is meant; an ambiguous name is an error that lists what
 * to type for each candidate
 */
const MarchPlace *
march_cli_find_place (MarchCorpus *corpus,
                      const char  *text,
                      GError     **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const MarchPlace     *place = march_corpus_find_place (corpus, text, &candidates);
  g_autofree char      *list = NULL;

  if (place != NULL)
    return place;
  if (candidates == NULL || candidates->len == 0)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                   _("No place of this dossier is called “%s”. “marchland-cli as-of --all” lists "
                     "all places with their codes."),
                   text);
      return NULL;
    }
  list = list_places (corpus, candidates);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_AMBIGUOUS,
               _("Several places are called “%s”. Type one of these:%s"), text, list);
  return NULL;
}

/**
 * march_cli_find_source:
 * @text: a title or a publication
 *
 * Returns: (nullable): the first source of that name
 */
const MarchSource *
march_cli_find_source (MarchCorpus *corpus,
                       const char  *text)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (g_ascii_strcasecmp (source->title, text) == 0
          || g_ascii_strcasecmp (source->publication, text) == 0)
        return source;
    }
  return NULL;
}

/**
 * march_cli_find_actor:
 * @text: what march_corpus_find_actor() understands
 *
 * Returns: (nullable): the one actor that is meant; an ambiguous name is an error that lists what
 * to type for each candidate
 */
const MarchActor *
march_cli_find_actor (MarchCorpus *corpus,
                      const char  *text,
                      GError     **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const MarchActor     *actor = march_corpus_find_actor (corpus, text, &candidates);
  g_autofree char      *list = NULL;

  if (actor != NULL)
    return actor;
  list = list_actors (candidates);
  if (candidates->len > 0)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_AMBIGUOUS,
                 _("Several actors are called “%s”. Type one of these:%s"), text, list);
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                 _("No actor of this dossier is called “%s”. “marchland-cli info” lists them."),
                 text);
  return NULL;
}

static gboolean
set_perspective (MarchCorpus   *corpus,
                 const char    *text,
                 MarchQuestion *question,
                 GError       **error)
{
  /* A publication is an actor as well, of the chain: who names it means what it published. */
  const MarchSource    *source = march_cli_find_source (corpus, text);
  g_autoptr (GPtrArray) candidates = NULL;
  const MarchActor     *actor = NULL;
  g_autofree char      *list = NULL;

  if (source == NULL)
    actor = march_corpus_find_actor (corpus, text, &candidates);
  question->according_actor = actor != NULL ? actor->id : 0;
  question->according_source = source != NULL ? source->id : 0;
  if (actor != NULL || source != NULL)
    return TRUE;
  list = list_actors (candidates);
  if (candidates->len > 0)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_AMBIGUOUS,
                 _("Several actors are called “%s”. Type one of these:%s"), text, list);
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                 _("No actor and no source of this dossier is called “%s”. “marchland-cli info” "
                   "lists them."),
                 text);
  return FALSE;
}

/* The rules answer for any day, but the dossier collects what is told of its own days only. */
static char *
remark_on_outside (const MarchDossierFacts *facts,
                   MarchDay                 day)
{
  g_autofree char *asked = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (day >= facts->first && day <= facts->last)
    return NULL;
  asked = march_day_describe (day);
  first = march_day_describe (facts->first);
  last = march_day_describe (facts->last);
  /* Translators: three days: the one that was typed, the first and the last that the dossier is
   * about. */
  return g_strdup_printf (_("%1$s is outside the dossier’s days, from %2$s through %3$s: what was "
                            "said of it may not be on record."),
                          asked, first, last);
}

/* Dates are read as the window reads them; what was taken for one that is no day is told. */
static gboolean
set_days (MarchCorpus            *corpus,
          const char             *as_of,
          const MarchCliQuestion *question,
          MarchQuestion          *asked,
          GError                **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  g_autofree char         *as_of_remark = NULL;
  g_autofree char         *known_by_remark = NULL;
  g_autofree char         *outside = NULL;

  if (!march_typed_day_read (as_of, MARCH_DAY_MIN + 1, MARCH_DAY_MAX - 1, &asked->as_of,
                             &as_of_remark, error))
    return FALSE;
  if (question->known_by != NULL
      && !march_typed_day_read_last (question->known_by, &asked->known_by, &known_by_remark, error))
    return FALSE;
  outside = remark_on_outside (facts, asked->as_of);
  march_cli_remark (as_of_remark);
  march_cli_remark (outside);
  march_cli_remark (known_by_remark);
  return TRUE;
}

/**
 * march_cli_ask:
 * @as_of: the day, as typed
 * @question: the options, as typed
 *
 * Where a date leaves the day open, standard error tells which day was taken; and also where it is
 * outside the dossier's days.
 *
 * Returns: (transfer full) (nullable): the answer
 */
MarchSnapshot *
march_cli_ask (MarchCorpus            *corpus,
               const char             *as_of,
               const MarchCliQuestion *question,
               GError                **error)
{
  MarchQuestion      asked = { .known_by = MARCH_DAY_MAX };
  const MarchSource *source = NULL;

  if (!set_days (corpus, as_of, question, &asked, error))
    return NULL;
  if (question->according_to != NULL
      && !set_perspective (corpus, question->according_to, &asked, error))
    return NULL;
  if (!march_cli_find_area_source (corpus, question->source, &source, error))
    return NULL;
  if (source != NULL)
    asked.area_source = source->id;
  return march_snapshot_new (corpus, &asked);
}

void
march_cli_question_clear (MarchCliQuestion *question)
{
  g_clear_pointer (&question->known_by, g_free);
  g_clear_pointer (&question->according_to, g_free);
  g_clear_pointer (&question->source, g_free);
}
