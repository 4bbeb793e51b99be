/* march-why-text.c — an explanation as plain text, to be copied into a report */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-why-private.h"
#include "asof/march-words.h"

/* "   Label: text", nothing for an empty text. */
static void
append_labelled (GString *text, const char *label, const char *content)
{
  if (*content != '\0')
    g_string_append_printf (text, "   %s: %s\n", label, content);
}

static void
append_according (GString *text, const MarchAssertion *assertion)
{
  if (assertion->according != NULL)
    append_labelled (text, _("According to"),
                     march_actor_get_name (assertion->according, march_words_get_language (NULL)));
}

static void
append_assertion (GString *text, const MarchAssertion *assertion)
{
  g_autofree char *words = march_words_assertion (assertion, NULL);
  g_autofree char *valid = *assertion->valid != '\0' ? march_edtf_describe_text (assertion->valid)
                                                     : g_strdup (_("time not stated"));

  g_string_append_printf (text, "   %s (%s; %s)\n", words,
                          march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN, assertion->origin),
                          valid);
  append_according (text, assertion);
  append_labelled (text, _("Reasoning"), assertion->reasoning);
  /* Translators: heads what a conclusion takes for granted. */
  append_labelled (text, _("Assumes"), assertion->assumption);
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED)
    g_string_append_printf (
        text, "   %s\n",
        march_vocabulary_get_words (MARCH_VOCABULARY_CONFIDENCE, assertion->confidence));
  /* Translators: heads what would overturn a conclusion. */
  append_labelled (text, _("Would change it"), assertion->would_change);
  if (assertion->rank != MARCH_RANK_NORMAL)
    append_labelled (text, march_vocabulary_get_words (MARCH_VOCABULARY_RANK, assertion->rank),
                     assertion->rank_reason);
}

/* "   – ", and before words that don't support what is said how they bear on it. */
static void
append_bearing (GString *text, const MarchEvidence *evidence)
{
  g_string_append (text, "   – ");
  if (evidence->stance != MARCH_STANCE_SUPPORTS)
    g_string_append_printf (text, "[%s] ",
                            march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, evidence->stance));
}

static void
append_quotation (GString *text, const MarchEvidence *evidence)
{
  const MarchQuotation *quotation = evidence->quotation;
  g_autofree char *words = march_words_quote (quotation);
  g_autofree char *attribution = march_words_attribution (quotation, NULL);
  g_autofree char *source = march_words_source (quotation->source);
  g_autofree char *grade = march_words_grade (quotation);

  if (g_str_equal (attribution, quotation->source->author))
    *attribution = '\0';
  if (words == NULL)
    words = g_strdup (_("(a passage that the dossier points at without storing its words)"));
  append_bearing (text, evidence);
  g_string_append_printf (text, "%s\n     %s%s%s", words, attribution,
                          *attribution != '\0' ? ". " : "", source);
  g_string_append_printf (text, " (%s%s%s)\n",
                          march_vocabulary_get_words (MARCH_VOCABULARY_VOICE, quotation->voice),
                          *grade != '\0' ? ", " : "", grade);
  if (*evidence->note != '\0')
    g_string_append_printf (text, "     %s: %s\n", _("Note"), evidence->note);
}

static void
append_all_evidence (GString *text, GPtrArray *all_evidence)
{
  for (guint i = 0; i < all_evidence->len; i++)
    append_quotation (text, g_ptr_array_index (all_evidence, i));
}

/* An area's evidence is the file that it was taken from. It says where, and so comes first. */
static void
append_area (GString *text, const MarchWhyArea *area)
{
  g_autofree char *source = march_words_source (area->source);

  g_string_append_printf (text, "   – %s, %s\n     %s", area->day, area->amount, source);
  if (area->document != NULL)
    g_string_append_printf (text, ", %s", area->document);
  g_string_append_printf (text, " (%s)\n", area->import);
}

static void
append_row (GString *text, const MarchWhyRow *row)
{
  g_string_append_printf (text, "\n%s\n", row->headline);
  append_labelled (text, _("Drawn by this rule"), row->rule);
  for (guint i = 0; i < row->areas->len; i++)
    append_area (text, g_ptr_array_index (row->areas, i));
  for (guint i = 0; i < row->assertions->len; i++)
    append_assertion (text, g_ptr_array_index (row->assertions, i));
  append_all_evidence (text, row->evidence);
}

static void
append_side (GString *text, MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GPtrArray) all_evidence = NULL;

  g_ptr_array_add (alone, (gpointer) assertion);
  all_evidence = march_why_list_evidence (snapshot, alone);
  append_assertion (text, assertion);
  append_all_evidence (text, all_evidence);
}

static void
append_conflict (GString *text, MarchSnapshot *snapshot, const MarchConflict *conflict)
{
  g_string_append_printf (text, "\n%s\n",
                          conflict->settled ? _("Sources disagree; the analyst has settled it")
                                            : _("Sources disagree"));
  append_side (text, snapshot, conflict->a);
  append_side (text, snapshot, conflict->b);
}

static void
append_area_conflict (GString *text, MarchSnapshot *snapshot, const MarchAreaConflict *conflict)
{
  g_autofree char *words = march_words_area_conflict (conflict);

  g_string_append_printf (text, "\n%s\n   %s\n",
                          conflict->settled ? _("Sources disagree; the analyst has settled it")
                                            : _("Sources disagree"),
                          words);
  if (conflict->assertion != NULL)
    append_side (text, snapshot, conflict->assertion);
}

/**
 * march_why_to_text:
 *
 * Returns: (transfer full): the explanation in plain text: the answer, each symbol with its rule,
 * assertions and quotations with their citations, disagreements side by side, and what isn't known
 */
char *
march_why_to_text (MarchWhy *why)
{
  g_autofree char *question = march_words_question (why->snapshot, NULL);
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n", why->summary, question);
  for (guint i = 0; i < why->rows->len; i++)
    append_row (text, g_ptr_array_index (why->rows, i));
  for (guint i = 0; i < why->finding->conflicts->len; i++)
    append_conflict (text, why->snapshot, g_ptr_array_index (why->finding->conflicts, i));
  for (guint i = 0; i < why->finding->area_conflicts->len; i++)
    append_area_conflict (text, why->snapshot,
                          g_ptr_array_index (why->finding->area_conflicts, i));
  if (march_why_get_not_known (why)->len > 0)
    g_string_append_printf (text, "\n%s\n", _("Not known"));
  for (guint i = 0; i < march_why_get_not_known (why)->len; i++)
    g_string_append_printf (text, "   – %s\n",
                            (const char *) g_ptr_array_index (march_why_get_not_known (why), i));
  return g_string_free (text, FALSE);
}
