/* march-form-field.h — one member of a draft: its name, what is typed, and what is wrong with it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"
#include "forms/march-chooser.h"

G_BEGIN_DECLS

/**
 * MarchFormKind:
 * @MARCH_FORM_TEXT: a line, char *
 * @MARCH_FORM_LIST: a line of words with commas between, GPtrArray of strings
 * @MARCH_FORM_DATE: a line that is read as a date, char *
 * @MARCH_FORM_NUMBER: a line that is read as a number, double
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
  MARCH_FORM_LIST,
  MARCH_FORM_DATE,
  MARCH_FORM_NUMBER,
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
  gboolean        wide;
  gint64        (*get) (gconstpointer draft);
  void          (*set) (gpointer draft, gint64 value);
} MarchFormSpec;

#define MARCH_TYPE_FORM_FIELD (march_form_field_get_type ())
G_DECLARE_FINAL_TYPE (MarchFormField, march_form_field, MARCH, FORM_FIELD, GtkBox)

/* Signal "changed": the analyst has changed the draft. */
GtkWidget           *march_form_field_new           (const MarchFormSpec *spec);
const MarchFormSpec *march_form_field_get_spec      (MarchFormField *field);
void                 march_form_field_set_completers (MarchFormField *field,
                                                      MarchCompleter *const *completers);
void                 march_form_field_bind          (MarchFormField *field,
                                                     MarchCoding    *coding,
                                                     gpointer        draft);
void                 march_form_field_set_label     (MarchFormField *field, const char *label);
void                 march_form_field_set_problem   (MarchFormField     *field,
                                                     const MarchProblem *problem);
gboolean             march_form_field_is_wrong      (MarchFormField *field);
void                 march_form_field_set_note      (MarchFormField *field, const char *note);
void                 march_form_field_reveal        (MarchFormField *field);
gboolean             march_form_field_check_resolved (MarchFormField *field);

G_END_DECLS
