/* march-why-areas.c — the imported areas that a colour rests on, down to the feature of a file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-why-private.h"
#include "asof/march-words.h"

static char *
describe_import (const MarchDatedImport *area_import)
{
  const char *basis = area_import->basis == MARCH_BASIS_OWN
                          ? _("the holder’s own word")
                          : _("assessed by others than the holder");
  const char *missing = area_import->carried ? _("days without data are as the day before")
                                             : _("days without data are left open");

  if (*area_import->dated == '\0')
    return g_strdup_printf ("%s; %s", basis, missing);
  /* Translators: of imported areas: how they are known, where their days come from ("the names of
   * the files") and what is made of missing days. */
  return g_strdup_printf (_("%1$s; dated by: %2$s; %3$s"), basis, area_import->dated, missing);
}

/**
 * march_why_area_new:
 * @share: of @snapshot, which has to outlive it
 *
 * Returns: (transfer full): the area in words
 */
MarchWhyArea *
march_why_area_new (MarchSnapshot *snapshot, const MarchAreaShare *share)
{
  MarchWhyArea *area = g_new0 (MarchWhyArea, 1);

  area->share = share;
  area->source = share->area_import->source;
  area->amount = share->point ? g_strdup (_("it lies in the area")) : march_words_share (share);
  area->day = march_words_share_day (share, march_snapshot_get_question (snapshot)->as_of);
  area->document = march_words_share_document (share);
  area->import = describe_import (share->area_import);
  return area;
}

void
march_why_area_free (MarchWhyArea *area)
{
  g_free (area->amount);
  g_free (area->day);
  g_free (area->document);
  g_free (area->import);
  g_free (area);
}

static char *
describe_side (const MarchAreaShare *share)
{
  const char      *holder = march_actor_get_name (share->area_import->holder,
                                                  march_words_get_language (NULL));
  g_autofree char *amount = march_words_share (share);
  g_autofree char *day = march_day_describe (share->data);

  if (share->point)
    /* Translators: a source of areas, a day, and who holds land by it. */
    return g_strdup_printf (_("“%1$s”, area of %2$s: held by %3$s"),
                            share->area_import->source->title, day, holder);
  return g_strdup_printf (_("“%1$s”, area of %2$s: %3$s holds %4$s"),
                          share->area_import->source->title, day, holder, amount);
}

/**
 * march_words_area_conflict:
 *
 * Returns: (transfer full): what an imported area says, and what can't be true together with it
 */
char *
march_words_area_conflict (const MarchAreaConflict *conflict)
{
  g_autofree char *area = describe_side (conflict->area);
  g_autofree char *other = conflict->other != NULL
                               ? describe_side (conflict->other)
                               : march_words_assertion (conflict->assertion, NULL);

  /* Translators: what two sources say. */
  return g_strdup_printf (_("%1$s — but: %2$s"), area, other);
}
