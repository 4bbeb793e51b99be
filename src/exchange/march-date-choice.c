/* march-date-choice.c — where the dates of a layer come from, as an analyst chooses it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer-dates.h"

#include <glib/gi18n.h>

/**
 * march_date_choice_new:
 *
 * Returns: (transfer full): a choice that dates nothing yet
 */
MarchDateChoice *
march_date_choice_new (MarchDateOrigin origin)
{
  MarchDateChoice *choice = g_new0 (MarchDateChoice, 1);

  choice->origin = origin;
  choice->until = MARCH_DAY_MAX;
  return choice;
}

/**
 * march_date_choice_free:
 * @choice: (transfer full): a choice
 */
void
march_date_choice_free (MarchDateChoice *choice)
{
  g_strfreev (choice->fields);
  g_strfreev (choice->until_fields);
  g_free (choice);
}

/* "“a”, “b”", ending in an ellipsis if there are many */
static char *
quote_names (char **names)
{
  GString *quoted = g_string_new (NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (i == 4)
        {
          g_string_append (quoted, " …");
          break;
        }
      g_string_append_printf (quoted, i > 0 ? ", “%s”" : "“%s”", names[i]);
    }
  return g_string_free (quoted, FALSE);
}

/**
 * march_date_choice_describe:
 *
 * Returns: (transfer full): where the dates come from, in a phrase
 */
char *
march_date_choice_describe (const MarchDateChoice *choice)
{
  g_autofree char *fields = quote_names (choice->fields);
  g_autofree char *until = quote_names (choice->until_fields);
  g_autofree char *day = NULL;
  guint            n = choice->fields != NULL ? g_strv_length (choice->fields) : 0;

  switch (choice->origin)
    {
    case MARCH_DATED_BY_FEATURE:
      return g_strdup (_ ("the time of each feature"));
    case MARCH_DATED_BY_FIELD:
      if (choice->until_fields != NULL)
        return g_strdup_printf (_ ("the fields %1$s and %2$s"), fields, until);
      return g_strdup_printf (ngettext ("the field %s", "the fields %s", n), fields);
    case MARCH_DATED_BY_COLUMN:
      return g_strdup_printf (ngettext ("the name of the column %s", "the names of the columns %s",
                                        n),
                              fields);
    case MARCH_DATED_BY_FILE_NAME:
      return g_strdup (_ ("the names of the files"));
    case MARCH_DATED_BY_HAND:
      day = march_day_describe (choice->from);
      return g_strdup_printf (_ ("%s, given by hand"), day);
    case MARCH_DATED_NOT:
    default:
      return g_strdup (_ ("no date"));
    }
}
