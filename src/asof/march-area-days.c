/* march-area-days.c — of which days a source of imported areas has data, and which it carries */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-area-days.h"

#include <glib/gi18n.h>

/* What is known of a day, by the best of the imports. */
typedef enum
{
  OPEN,
  CARRIED,
  DATA
} Cover;

/* Days beyond so many years of a dossier are nobody's. */
#define MOST_DAYS (20000 * 366)

typedef struct
{
  MarchDay first;
  gsize    n;
  guint8  *covers; /* of Cover, a day each */
} Span;

static void
mark (Span *span, MarchDay from, MarchDay until, Cover cover)
{
  const gint64 end = MIN (until, span->first + (MarchDay) span->n) - span->first;

  for (gint64 i = MAX (from, span->first) - span->first; i < end; i++)
    span->covers[i] = MAX (span->covers[i], cover);
}

static void
mark_import (Span *span, const MarchDatedImport *area_import)
{
  for (guint i = 0; i < area_import->documents->len; i++)
    {
      const MarchAreaDocument *document = g_ptr_array_index (area_import->documents, i);

      mark (span, document->from, MIN (document->until, area_import->last + 1), DATA);
    }
  if (area_import->documents->len == 0)
    mark (span, area_import->first, area_import->last + 1, DATA);
  if (area_import->carried)
    mark (span, area_import->first, MARCH_DAY_MAX, CARRIED);
}

static GArray *
list_runs (const Span *span)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchAreaDays));

  for (gsize i = 0, next; i < span->n; i = next)
    {
      MarchAreaDays run = { span->first + (MarchDay) i, 0, span->covers[i] == DATA };

      for (next = i + 1; next < span->n && span->covers[next] == span->covers[i];)
        next++;
      run.until = span->first + (MarchDay) next;
      if (span->covers[i] != OPEN)
        g_array_append_val (days, run);
    }
  return days;
}

/**
 * march_snapshot_list_area_days:
 * @snapshot: what its question leaves out has no data; its day doesn't matter
 *
 * Returns: (transfer full) (element-type MarchAreaDays): runs of days within the dossier's, in
 * their order; what lies between them is open
 */
GArray *
march_snapshot_list_area_days (MarchSnapshot *snapshot, const MarchSource *source)
{
  MarchCorpus             *corpus = march_snapshot_get_corpus (snapshot);
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GPtrArray               *imports = march_corpus_get_area_imports (corpus);
  Span    span = { facts->first, (gsize) CLAMP (facts->last - facts->first + 1, 0, MOST_DAYS), 0 };
  GArray *days = NULL;

  span.covers = g_new0 (guint8, span.n + 1);
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (imports, i);

      if (area_import->source == source && march_snapshot_asks_for_areas (snapshot, area_import))
        mark_import (&span, area_import);
    }
  days = list_runs (&span);
  g_free (span.covers);
  return days;
}

/** march_area_days_describe: @days: of @source. Returns: (transfer full): what it has of @day:
 * "“Daily sheet”: data of this day" */
char *
march_area_days_describe (GArray *days, const MarchSource *source, MarchDay day)
{
  const MarchAreaDays *before = NULL;

  for (guint i = 0; i < days->len; i++)
    {
      const MarchAreaDays *run = &g_array_index (days, MarchAreaDays, i);

      if (run->data && run->from <= day)
        before = run;
      if (day < run->from || day >= run->until)
        continue;
      if (run->data)
        /* Translators: %s is a source of imported areas. */
        return g_strdup_printf (_("“%s”: data of this day"), source->title);
      if (before != NULL)
        {
          g_autofree char *words = march_day_describe (before->until - 1);

          /* Translators: a source of imported areas; a day. */
          return g_strdup_printf (_("“%1$s”: as on %2$s, its newest day before"), source->title,
                                  words);
        }
    }
  /* Translators: %s is a source of imported areas. */
  return g_strdup_printf (_("“%s”: no data of this day"), source->title);
}

/** march_area_days_find_nearest: Returns: the day with data that is nearest to @day;
 * #MARCH_DAY_MAX if there is none */
MarchDay
march_area_days_find_nearest (GArray *days, MarchDay day)
{
  MarchDay nearest = MARCH_DAY_MAX;

  for (guint i = 0; i < days->len; i++)
    {
      const MarchAreaDays *run = &g_array_index (days, MarchAreaDays, i);
      const MarchDay       here = CLAMP (day, run->from, run->until - 1);

      if (run->data && (nearest == MARCH_DAY_MAX || ABS (here - day) < ABS (nearest - day)))
        nearest = here;
    }
  return nearest;
}
