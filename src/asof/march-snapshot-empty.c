/* march-snapshot-empty.c — why an answer has nothing to show */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

/* A source that nothing is quoted from, such as one of the convention of the borders, puts nothing
 * on record. */
static gboolean
is_on_record (const MarchSource *source)
{
  return source->quotations->len > 0;
}

/* The dated source that was out first, or NULL. */
static const MarchSource *
find_earliest (GPtrArray *sources)
{
  const MarchSource *earliest = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (is_on_record (source) && *source->published != '\0'
          && (earliest == NULL
              || source->publication_period.until_latest
                     < earliest->publication_period.until_latest))
        earliest = source;
    }
  return earliest;
}

/**
 * march_snapshot_is_blank:
 *
 * Returns: whether no quoted source is known by the day asked
 */
gboolean
march_snapshot_is_blank (MarchSnapshot *snapshot)
{
  GPtrArray *sources = march_corpus_get_sources (snapshot->corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (is_on_record (source) && march_snapshot_is_source_known (snapshot, source))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_any_quoted (GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (is_on_record (sources->pdata[i]))
      return TRUE;
  return FALSE;
}

static char *
describe_blank (MarchSnapshot *snapshot)
{
  GPtrArray         *sources = march_corpus_get_sources (snapshot->corpus);
  const MarchSource *earliest = find_earliest (sources);
  g_autofree char   *known_by = march_day_describe (snapshot->question.known_by);
  g_autofree char   *published = NULL;

  if (sources->len == 0)
    return g_strdup (_("Nothing is on record yet: the dossier has no sources."));
  if (!is_any_quoted (sources))
    return g_strdup (_("Nothing is on record yet: no source is quoted."));
  if (earliest == NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("By %s nothing is on record yet: no source has a date."), known_by);
  published = march_edtf_describe_text (earliest->published);
  /* Translators: %1$s is a day, %2$s a date in words, such as "about 15 May 2031" */
  return g_strdup_printf (_("By %1$s nothing is on record yet: the earliest source is of %2$s."),
                          known_by, published);
}

static gboolean
has_dispute (MarchSnapshot *snapshot)
{
  GHashTableIter iter;
  gpointer       finding;

  g_hash_table_iter_init (&iter, snapshot->findings);
  while (g_hash_table_iter_next (&iter, NULL, &finding))
    if (((const MarchFinding *) finding)->disputed)
      return TRUE;
  return FALSE;
}

/* What is on record from a perspective. */
typedef struct
{
  gboolean any;
  gboolean unstated;  /* control or a claim that is hedged, intended …: it colours nothing */
  gboolean colouring; /* control or a claim that may colour some day */
  gboolean today;
} Record;

static Record
look_up_record (MarchSnapshot *snapshot)
{
  GPtrArray *assertions = march_corpus_get_assertions (snapshot->corpus);
  Record     record = { FALSE };

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (!march_snapshot_is_known (snapshot, assertion))
        continue;
      record.any = TRUE;
      if (assertion->kind != MARCH_KIND_CONTROL && assertion->kind != MARCH_KIND_CLAIM)
        continue;
      if (assertion->mode != MARCH_MODE_STATED)
        record.unstated = TRUE;
      else if (assertion->rank != MARCH_RANK_DEPRECATED)
        {
          record.colouring = TRUE;
          record.today |= march_snapshot_is_valid (snapshot, assertion);
        }
    }
  return record;
}

static char *
name_perspective (MarchSnapshot *snapshot)
{
  const MarchQuestion *question = &snapshot->question;
  const MarchActor    *actor = march_corpus_get_actor (snapshot->corpus, question->according_actor);
  const MarchSource   *source =
      march_corpus_get_source (snapshot->corpus, question->according_source);

  if (actor != NULL)
    return g_strdup (march_actor_get_name (actor, march_words_get_language (NULL)));
  return source != NULL ? g_strdup_printf (_("“%s”"), source->title) : NULL;
}

/* Why nobody asked about disputes anything. */
static char *
describe_perspective (MarchSnapshot *snapshot)
{
  g_autofree char *name = name_perspective (snapshot);
  Record           record = look_up_record (snapshot);

  if (name == NULL || has_dispute (snapshot))
    return NULL;
  if (!record.any)
    /* Translators: here and below, %s is an actor or the title of a publication. */
    return g_strdup_printf (_("According to %s nothing is on record."), name);
  if (record.today)
    return g_strdup_printf (_("According to %s no place is disputed on this day."), name);
  if (record.colouring)
    return g_strdup_printf (_("According to %s it is not on record who holds a place or says they "
                              "own it on this day, but on others."),
                            name);
  if (record.unstated)
    return g_strdup_printf (_("According to %s it is not on record who holds a place or says they "
                              "own it; what is intended, predicted, asked or hedged colours "
                              "nothing."),
                            name);
  return g_strdup_printf (_("According to %s it is not on record who holds a place or says they "
                            "own it, but other things are."),
                          name);
}

/**
 * march_snapshot_describe_empty:
 *
 * Returns: (transfer full) (nullable): why there is nothing to show, in a sentence: nothing is
 * known by the day asked, or the actor or publication asked about disputes nothing; %NULL otherwise
 */
char *
march_snapshot_describe_empty (MarchSnapshot *snapshot)
{
  return march_snapshot_is_blank (snapshot) ? describe_blank (snapshot)
                                            : describe_perspective (snapshot);
}
