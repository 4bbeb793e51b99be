/* march-draft.c — what all drafts have in common: their texts, and what is wrong with them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-draft.h"

static void
free_problem (gpointer data)
{
  MarchProblem *problem = data;

  g_free (problem->sentence);
  g_free (problem);
}

/**
 * march_problems_new:
 *
 * Returns: (transfer full) (element-type MarchProblem): an empty list
 */
GPtrArray *
march_problems_new (void)
{
  return g_ptr_array_new_with_free_func (free_problem);
}

/**
 * march_problems_add:
 * @field: static
 * @format: of the sentence, already translated
 */
void
march_problems_add (GPtrArray        *problems,
                    MarchProblemLevel level,
                    gint64            draft,
                    const char       *field,
                    guint             index,
                    const char       *format,
                    ...)
{
  MarchProblem *problem = g_new0 (MarchProblem, 1);
  va_list       arguments;

  *problem = (MarchProblem){ .level = level, .draft = draft, .field = field, .index = index };
  va_start (arguments, format);
  problem->sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (problems, problem);
}

/**
 * march_problems_find:
 * @field: a member of the draft, "" for the draft as a whole
 *
 * Returns: (transfer none) (nullable): what is worst about that member
 */
const MarchProblem *
march_problems_find (GPtrArray *problems, gint64 draft, const char *field)
{
  const MarchProblem *found = NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const MarchProblem *problem = g_ptr_array_index (problems, i);

      if (problem->draft == draft && g_str_equal (problem->field, field)
          && (found == NULL || problem->level < found->level))
        found = problem;
    }
  return found;
}

/**
 * march_problems_find_at:
 * @field: a member of the draft that is a list
 * @index: which entry of it, from 0
 *
 * Returns: (transfer none) (nullable): what is worst about that entry
 */
const MarchProblem *
march_problems_find_at (GPtrArray *problems, gint64 draft, const char *field, guint index)
{
  const MarchProblem *found = NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const MarchProblem *problem = g_ptr_array_index (problems, i);

      if (problem->draft == draft && problem->index == index
          && g_str_equal (problem->field, field)
          && (found == NULL || problem->level < found->level))
        found = problem;
    }
  return found;
}

/**
 * march_problems_get_error:
 *
 * Returns: (transfer none) (nullable): the first problem that stands in the way of writing
 */
const MarchProblem *
march_problems_get_error (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MarchProblem *problem = g_ptr_array_index (problems, i);

      if (problem->level == MARCH_PROBLEM_ERROR)
        return problem;
    }
  return NULL;
}

/**
 * march_draft_set_text:
 * @member: a text of a draft, which is freed
 * @text: (nullable): UTF-8, copied; %NULL counts as ""
 */
void
march_draft_set_text (char **member, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (*member);
  *member = copy;
}

/** march_draft_is_blank: whether nothing but white space is in it */
gboolean
march_draft_is_blank (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}
