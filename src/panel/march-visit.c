/* march-visit.c — a page of the panel that the user came to */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-visit.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"
#include "panel/march-record-pages.h"

/** march_visit_clear: for an array of visits */
void
march_visit_clear (gpointer visit)
{
  g_clear_pointer (&((MarchVisit *) visit)->group, march_group_unref);
}

/** march_visit_is_same: Returns: whether both are of one page */
gboolean
march_visit_is_same (const MarchVisit *a, const MarchVisit *b)
{
  return a->kind == b->kind && a->record == b->record && a->id == b->id && a->group == b->group;
}

/** march_visit_is_gone: Returns: whether it is of a record that @corpus hasn't */
gboolean
march_visit_is_gone (const MarchVisit *visit, MarchCorpus *corpus)
{
  return visit->kind == MARCH_VISIT_RECORD
         && !march_record_is_there (corpus, visit->record, visit->id);
}

/** march_visit_get_name: @corpus: (nullable): Returns: what leads back to it */
const char *
march_visit_get_name (const MarchVisit *visit, MarchCorpus *corpus)
{
  const MarchPlace *place = visit->kind == MARCH_VISIT_PLACE && corpus != NULL
                                ? march_corpus_get_place (corpus, visit->id)
                                : NULL;

  if (place != NULL)
    return march_place_get_name (place, march_text_get_language ());
  switch (visit->kind)
    {
    case MARCH_VISIT_SEARCH:
      return _("Search");
    case MARCH_VISIT_AREAS:
      return _("Areas");
    case MARCH_VISIT_EDITS:
      return _("History");
    case MARCH_VISIT_GAPS:
      return _("Gaps and Checks");
    case MARCH_VISIT_GROUP:
      return visit->group->entry->words;
    case MARCH_VISIT_OVERVIEW:
      return _("Overview");
    case MARCH_VISIT_PLACE:
    case MARCH_VISIT_RECORD:
    default:
      return _("Back");
    }
}

/** march_visit_get_place: Returns: (nullable): the place that a record is about */
const MarchPlace *
march_visit_get_place (const MarchVisit *visit, MarchCorpus *corpus)
{
  const MarchAssertion *assertion = visit->record == MARCH_RECORD_ASSERTION
                                        ? march_corpus_get_assertion (corpus, visit->id)
                                        : NULL;

  return assertion != NULL ? assertion->place : NULL;
}

/** march_visit_get_edit_action: Returns: (nullable): the window's action that opens the form of
 * what the page is about, for its id */
const char *
march_visit_get_edit_action (const MarchVisit *visit)
{
  static const char *const actions[] = { [MARCH_RECORD_ACTOR] = "win.edit-actor",
                                         [MARCH_RECORD_SOURCE] = "win.edit-source",
                                         [MARCH_RECORD_ASSERTION] = "win.edit-assertion",
                                         [MARCH_RECORD_PROPOSAL] = "win.edit-proposal",
                                         [MARCH_RECORD_QUOTATION] = NULL };

  if (visit->kind == MARCH_VISIT_PLACE)
    return "win.edit-place";
  return visit->kind == MARCH_VISIT_RECORD ? actions[visit->record] : NULL;
}
