/* march-draft.h — what all drafts have in common: their texts, and what is wrong with them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A draft is what the analyst has typed so far for one record. Its members are read and changed
 * freely by its owner, on one thread at a time; strings are owned and never NULL unless said so,
 * and march_draft_set_text() changes them. Every draft has the id that its record has or will have,
 * so that drafts name each other, and records of the dossier, by id alone; 0 is none. */

/**
 * MarchProblemLevel:
 * @MARCH_PROBLEM_ERROR: nothing is written before this is mended
 * @MARCH_PROBLEM_WARNING: it may stay so: a gap, or something to be looked at
 */
typedef enum
{
  MARCH_PROBLEM_ERROR,
  MARCH_PROBLEM_WARNING,
} MarchProblemLevel;

/**
 * MarchProblem:
 * @level: whether it stands in the way
 * @draft: the id of the draft that has it
 * @field: (transfer none): the draft's member, as its struct calls it; "" for the draft as a whole
 * @index: which entry of a member that is a list, from 0; 0 for other members
 * @sentence: what is wrong and what to do, for the analyst
 * @missing: nothing is given yet, which needs no telling before it is asked for
 */
typedef struct
{
  MarchProblemLevel level;
  gint64            draft;
  const char       *field;
  guint             index;
  char             *sentence;
  gboolean          missing;
} MarchProblem;

GPtrArray          *march_problems_new      (void);
void                march_problems_add      (GPtrArray *problems, MarchProblemLevel level,
                                             gint64 draft, const char *field, guint index,
                                             const char *format, ...) G_GNUC_PRINTF (6, 7);
const MarchProblem *march_problems_find     (GPtrArray *problems, gint64 draft, const char *field);
const MarchProblem *march_problems_find_at  (GPtrArray *problems, gint64 draft, const char *field,
                                             guint index);
const MarchProblem *march_problems_get_error (GPtrArray *problems);

void                march_draft_set_text    (char **member, const char *text);
gboolean            march_draft_is_blank    (const char *text);

G_END_DECLS
