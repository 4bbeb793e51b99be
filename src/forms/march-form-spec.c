/* march-form-spec.c — which member of a draft a field is about, and its value */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-form-spec.h"

#include <math.h>

#include "asof/march-words.h"
#include "base/march-number-words.h"

/** march_form_spec_get_completer: Returns: what finds the records that the member names */
MarchCompleterKind
march_form_spec_get_completer (const MarchFormSpec *spec)
{
  switch (spec->kind)
    {
    case MARCH_FORM_PROPOSAL:
      return MARCH_COMPLETE_PROPOSALS;
    case MARCH_FORM_PLACE:
      return MARCH_COMPLETE_PLACES;
    case MARCH_FORM_ASSERTION:
      return MARCH_COMPLETE_ASSERTIONS;
    case MARCH_FORM_ACTOR:
    default:
      return MARCH_COMPLETE_ACTORS;
    }
}

/** march_form_spec_get_member: Returns: (transfer none): where it stands in @draft, if it has an
 * offset */
gpointer
march_form_spec_get_member (const MarchFormSpec *spec, gpointer draft)
{
  return G_STRUCT_MEMBER_P (draft, spec->offset);
}

/** march_form_spec_get_id: Returns: of the record that is named, 0 for none */
gint64
march_form_spec_get_id (const MarchFormSpec *spec, gpointer draft)
{
  return spec->get != NULL ? spec->get (draft)
                           : *(gint64 *) march_form_spec_get_member (spec, draft);
}

/** march_form_spec_set_id: @id: of the record that is named, 0 for none */
void
march_form_spec_set_id (const MarchFormSpec *spec, gpointer draft, gint64 id)
{
  if (spec->set != NULL)
    spec->set (draft, id);
  else
    *(gint64 *) march_form_spec_get_member (spec, draft) = id;
}

/** march_form_spec_get_switch: Returns: whether a switch is on */
gboolean
march_form_spec_get_switch (const MarchFormSpec *spec, gpointer draft)
{
  return spec->get != NULL ? spec->get (draft) != 0
                           : *(gboolean *) march_form_spec_get_member (spec, draft);
}

/** march_form_spec_set_switch: @on: whether a switch is on */
void
march_form_spec_set_switch (const MarchFormSpec *spec, gpointer draft, gboolean on)
{
  if (spec->set != NULL)
    spec->set (draft, on);
  else
    *(gboolean *) march_form_spec_get_member (spec, draft) = on;
}

static void
read_list (GPtrArray *list, const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, ",", -1);

  g_ptr_array_set_size (list, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (!march_draft_is_blank (words[i]))
      g_ptr_array_add (list, g_strdup (g_strstrip (words[i])));
}

static char *
write_list (GPtrArray *list)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", (const char *) list->pdata[i]);
  return g_string_free (words, FALSE);
}

/* What is no number stays as it was typed. Returns: (transfer full) (nullable): %NULL for that */
static char *
write_number (double value)
{
  if (isinf (value))
    return NULL;
  return isnan (value) ? g_strdup ("") : march_words_for_number (value);
}

/** march_form_spec_dup_text: Returns: (transfer full) (nullable): what is typed in its line; %NULL:
 * what stands there already */
char *
march_form_spec_dup_text (const MarchFormSpec *spec, gpointer draft)
{
  gpointer member = march_form_spec_get_member (spec, draft);

  if (spec->kind == MARCH_FORM_NUMBER)
    return write_number (*(double *) member);
  if (spec->kind == MARCH_FORM_LIST)
    return write_list (*(GPtrArray **) member);
  return g_strdup (*(char **) member);
}

/** march_form_spec_take_text: @typed: in its line */
void
march_form_spec_take_text (const MarchFormSpec *spec, gpointer draft, const char *typed)
{
  gpointer member = march_form_spec_get_member (spec, draft);

  if (spec->kind == MARCH_FORM_NUMBER)
    *(double *) member = march_number_from_words (typed);
  else if (spec->kind == MARCH_FORM_LIST)
    read_list (*(GPtrArray **) member, typed);
  else
    march_draft_set_text (member, typed);
}

/** march_form_spec_dup_name: Returns: (transfer full): what the record of that id is called, "" for
 * none */
char *
march_form_spec_dup_name (const MarchFormSpec *spec, MarchCoding *coding, gint64 id)
{
  const char           *language = march_words_get_language (NULL);
  const MarchAssertion *assertion = NULL;

  if (id == 0)
    return g_strdup ("");
  if (spec->kind == MARCH_FORM_ACTOR)
    return g_strdup (march_coding_get_actor_name (coding, id, language));
  if (spec->kind == MARCH_FORM_PLACE)
    return g_strdup (march_coding_get_place_name (coding, id, language));
  if (spec->kind == MARCH_FORM_PROPOSAL)
    return g_strdup (march_coding_get_proposal_title (coding, id));
  assertion = march_corpus_get_assertion (march_coding_get_corpus (coding), id);
  return assertion != NULL ? march_words_assertion (assertion, NULL) : g_strdup ("");
}
