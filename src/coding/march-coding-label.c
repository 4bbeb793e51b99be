/* march-coding-label.c — what the undo command and the history call a coding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>

/* In the order of the kinds. */
static const struct
{
  const char *quoted;  /* with a quotation */
  const char *added;
  const char *changed; /* a new version */
} labels[] = {
  { N_("Quote and code a control"), N_("Add a control"), N_("Change a control") },
  { N_("Quote and code a claim"), N_("Add a claim"), N_("Change a claim") },
  { N_("Quote and code a position"), N_("Add a position"), N_("Change a position") },
  { N_("Quote and code a value"), N_("Add a value"), N_("Change a value") },
  { N_("Quote and code a figure"), N_("Add a figure"), N_("Change a figure") },
  { N_("Quote and code an event"), N_("Add an event"), N_("Change an event") },
  { N_("Quote and code a thesis"), N_("Add a thesis"), N_("Change a thesis") },
};

static const char *
describe_assertions (MarchCoding *coding)
{
  const MarchAssertionDraft *draft = g_ptr_array_index (coding->assertions, 0);
  const gboolean quotes = coding->quotations->len > 0
                          && !((MarchQuotationDraft *) coding->quotations->pdata[0])->existing;

  if (coding->assertions->len > 1)
    return _("Code several assertions");
  if (draft->supersedes != 0)
    return _(labels[draft->kind].changed);
  return quotes ? _(labels[draft->kind].quoted) : _(labels[draft->kind].added);
}

/* A quotation that was there, and something that it bears on. */
static gboolean
is_link (MarchCoding *coding)
{
  return coding->evidence->len > 0 && coding->quotations->len > 0
         && ((MarchQuotationDraft *) coding->quotations->pdata[0])->existing;
}

static const char *
describe_records (MarchCoding *coding)
{
  if (coding->proposals->len > 0)
    return ((MarchProposalDraft *) coding->proposals->pdata[0])->existing ? _("Change a proposal")
                                                                          : _("Add a proposal");
  if (is_link (coding))
    return ((MarchEvidenceDraft *) coding->evidence->pdata[0])->existing
               ? _("Change evidence")
               : _("Say what a quotation bears on");
  if (coding->quotations->len > 0)
    return ((MarchQuotationDraft *) coding->quotations->pdata[0])->existing
               ? _("Change a quotation")
               : _("Add a quotation");
  if (coding->places->len > 0)
    return ((MarchPlaceDraft *) coding->places->pdata[0])->existing ? _("Change a place")
                                                                    : _("Add a place");
  if (coding->actors->len > 0)
    return ((MarchActorDraft *) coding->actors->pdata[0])->existing ? _("Change an actor")
                                                                    : _("Add an actor");
  return _("Say what a quotation bears on");
}

/**
 * march_coding_dup_label:
 *
 * What was made on the way isn't told.
 *
 * Returns: (transfer full): a short phrase
 */
char *
march_coding_dup_label (MarchCoding *coding)
{
  return g_strdup (coding->assertions->len > 0 ? describe_assertions (coding)
                                               : describe_records (coding));
}
