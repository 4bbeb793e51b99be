/* march-cli-question.c — the question that the options ask, and its days */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-typed-day.h"
#include "cli/march-cli.h"

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
      && !march_cli_find_perspective (corpus, question->according_to, &asked, error))
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

static void
extend_days (GPtrArray *imports, MarchDay *first, MarchDay *last)
{
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *import = g_ptr_array_index (imports, i);

      *first = MIN (*first, import->first);
      *last = MAX (*last, import->last);
    }
}

/** march_cli_read_area_day: @text: a day as typed, held within the days of the dossier and of all
 * its areas and points. Returns: FALSE with a #MarchError */
gboolean
march_cli_read_area_day (MarchCorpus *corpus,
                         const char  *text,
                         MarchDay    *day,
                         GError     **error)
{
  MarchDay         first = march_corpus_get_facts (corpus)->first;
  MarchDay         last = march_corpus_get_facts (corpus)->last;
  g_autofree char *remark = NULL;

  extend_days (march_corpus_get_area_imports (corpus), &first, &last);
  extend_days (march_corpus_get_point_imports (corpus), &first, &last);
  if (!march_typed_day_read (text, first, last, day, &remark, error))
    return FALSE;
  march_cli_remark (remark);
  return TRUE;
}
