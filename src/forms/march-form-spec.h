/* march-form-spec.h — which member of a draft a field is about, and its value */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"
#include "forms/march-completer.h"

G_BEGIN_DECLS

/**
 * MarchFormKind:
 * @MARCH_FORM_TEXT: a line, char *
 * @MARCH_FORM_PROSE: several lines, char *
 * @MARCH_FORM_LIST: a line of words with commas between, GPtrArray of strings
 * @MARCH_FORM_DATE: a line that is read as a date, char *
 * @MARCH_FORM_NUMBER: a line that is read as a number, double
 * @MARCH_FORM_COUNT: a whole number with buttons for one more and one less, int
 * @MARCH_FORM_CHOICE: one of a vocabulary, an enum
 * @MARCH_FORM_GRADE: 1 … 6 or 0, guint
 * @MARCH_FORM_SWITCH: gboolean
 * @MARCH_FORM_ACTOR: gint64
 * @MARCH_FORM_PROPOSAL: gint64
 * @MARCH_FORM_PLACE: gint64
 * @MARCH_FORM_ASSERTION: gint64
 */
typedef enum
{
  MARCH_FORM_TEXT,
  MARCH_FORM_PROSE,
  MARCH_FORM_LIST,
  MARCH_FORM_DATE,
  MARCH_FORM_NUMBER,
  MARCH_FORM_COUNT,
  MARCH_FORM_CHOICE,
  MARCH_FORM_GRADE,
  MARCH_FORM_SWITCH,
  MARCH_FORM_ACTOR,
  MARCH_FORM_PROPOSAL,
  MARCH_FORM_PLACE,
  MARCH_FORM_ASSERTION,
} MarchFormKind;

/* Members without an offset are read and written by the functions. */
#define MARCH_FORM_NO_OFFSET G_MAXSIZE

/**
 * MarchFormSpec:
 * @name: the member, as its struct calls it
 * @label: what the analyst is told, to be translated
 * @hint: what stands in it while it is empty, to be translated; NULL: nothing
 * @kind: what it is
 * @offset: where it stands in the draft
 * @vocabulary: of a choice
 * @words: (nullable): what its values are called here, to be translated, with a %NULL at the end;
 *   %NULL: as the vocabulary calls them
 * @least: of a count; one that is there already may be less
 * @most: likewise
 * @wide: it has a line of its own
 * @get: reads it, if it has no offset: an id, or whether a switch is on
 * @set: writes it, if it has no offset
 */
typedef struct
{
  const char     *name;
  const char     *label;
  const char     *hint;
  MarchFormKind   kind;
  gsize           offset;
  MarchVocabulary vocabulary;
  const char *const *words;
  gboolean        wide;
  int             least, most;
  gint64        (*get) (gconstpointer draft);
  void          (*set) (gpointer draft, gint64 value);
} MarchFormSpec;

MarchCompleterKind march_form_spec_get_completer (const MarchFormSpec *spec);
gpointer           march_form_spec_get_member    (const MarchFormSpec *spec, gpointer draft);
gint64             march_form_spec_get_id        (const MarchFormSpec *spec, gpointer draft);
void               march_form_spec_set_id        (const MarchFormSpec *spec, gpointer draft,
                                                  gint64 id);
gboolean           march_form_spec_get_switch    (const MarchFormSpec *spec, gpointer draft);
void               march_form_spec_set_switch    (const MarchFormSpec *spec, gpointer draft,
                                                  gboolean on);
char              *march_form_spec_dup_text      (const MarchFormSpec *spec, gpointer draft);
void               march_form_spec_take_text     (const MarchFormSpec *spec, gpointer draft,
                                                  const char *typed);
char              *march_form_spec_dup_name      (const MarchFormSpec *spec, MarchCoding *coding,
                                                  gint64 id);

G_END_DECLS
