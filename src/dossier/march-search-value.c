/* march-search-value.c — what a person types for a value of a filter: a name, a grade, a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "base/march-fold.h"
#include "dossier/march-search-filter-private.h"
#include "dossier/march-search-private.h"

#define ALL_GRADES 0x7fu

/* How well a name fits what was typed. */
typedef enum
{
  FIT_NONE,
  FIT_BEGINNING, /* a word of it begins so */
  FIT_WHOLE
} Fit;

static Fit
fit (const char *name, const char *folded)
{
  g_autofree char *words = march_search_fold_name (name);

  if (g_str_equal (words, folded))
    return FIT_WHOLE;
  for (const char *p = strstr (words, folded); p != NULL; p = strstr (p + 1, folded))
    if (p == words || p[-1] == ' ')
      return FIT_BEGINNING;
  return FIT_NONE;
}

static Fit
fit_names (GPtrArray *names, const char *folded)
{
  Fit best = FIT_NONE;

  for (guint i = 0; i < names->len; i++)
    best = MAX (best, fit (((const MarchName *) names->pdata[i])->text, folded));
  return best;
}

static Fit
fit_place (const MarchPlace *place, const char *folded)
{
  const Fit code = place->code != NULL ? fit (place->code, folded) : FIT_NONE;

  return MAX (fit_names (place->names, folded), code == FIT_WHOLE ? code : FIT_NONE);
}

static Fit
fit_source (const MarchSource *source, const char *folded)
{
  return MAX (fit (source->title, folded),
              MAX (fit (source->publication, folded), fit (source->author, folded)));
}

static Fit
fit_record (MarchSearchKey key, gconstpointer record, const char *folded, gint64 *id)
{
  if (key == MARCH_SEARCH_BY_PLACE)
    *id = ((const MarchPlace *) record)->id;
  else if (key == MARCH_SEARCH_BY_SOURCE)
    *id = ((const MarchSource *) record)->id;
  else
    *id = ((const MarchActor *) record)->id;
  return key == MARCH_SEARCH_BY_PLACE    ? fit_place (record, folded)
         : key == MARCH_SEARCH_BY_SOURCE ? fit_source (record, folded)
                                         : fit_names (((const MarchActor *) record)->names, folded);
}

static void
fail_to_find (MarchSearchKey key, const char *value, GError **error)
{
  const char *sentence = key == MARCH_SEARCH_BY_PLACE    ? _("No place is called “%s” here.")
                         : key == MARCH_SEARCH_BY_SOURCE ? _("No source is called “%s” here.")
                                                         : _("Nobody is called “%s” here.");
  GString    *message = g_string_new (sentence);

  g_string_replace (message, "%s", value, 1);
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND, message->str);
  g_string_free (message, TRUE);
}

/* All that are called so; where there are none, all of whose name a word begins so. */
static gboolean
add_called (MarchSearchFilter *filter, MarchSearchKey key, const char *value, GError **error)
{
  GPtrArray       *records = key == MARCH_SEARCH_BY_PLACE ? march_corpus_get_places (filter->corpus)
                             : key == MARCH_SEARCH_BY_SOURCE
                                 ? march_corpus_get_sources (filter->corpus)
                                 : march_corpus_get_actors (filter->corpus);
  g_autofree char *folded = march_search_fold_name (value);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  Fit              best = FIT_BEGINNING;

  for (guint i = 0; *folded != '\0' && i < records->len; i++)
    {
      gint64    id = 0;
      const Fit how = fit_record (key, records->pdata[i], folded, &id);

      if (how > best)
        g_array_set_size (found, 0);
      best = MAX (best, how);
      if (how == best)
        g_array_append_val (found, id);
    }
  if (found->len == 0)
    fail_to_find (key, value, error);
  for (guint i = 0; i < found->len; i++)
    march_search_filter_add_record (filter, key, g_array_index (found, gint64, i));
  return found->len > 0;
}

static char *
list_kinds (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < march_vocabulary_get_size (MARCH_VOCABULARY_ASSERTION_KIND); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, i));
  return g_string_free (list, FALSE);
}

static gboolean
add_kind (MarchSearchFilter *filter, const char *value, GError **error)
{
  g_autofree char *folded = march_search_fold_name (value);
  g_autofree char *kinds = NULL;
  guint            found = 0;

  for (guint i = 0; i < march_vocabulary_get_size (MARCH_VOCABULARY_ASSERTION_KIND); i++)
    if (*folded != '\0'
        && (fit (march_vocabulary_get_nick (MARCH_VOCABULARY_ASSERTION_KIND, i), folded)
            || fit (march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, i), folded)))
      found |= 1u << i;
  filter->kinds |= found;
  if (found != 0)
    return TRUE;
  kinds = list_kinds ();
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("“%1$s” is no kind of assertion. There are: %2$s."), value, kinds);
  return FALSE;
}

/* "B", "2", "B2", or that there is none. */
static gboolean
add_grade (MarchSearchFilter *filter, const char *value, GError **error)
{
  const char       letter = g_ascii_toupper (value[0]);
  const gboolean   lettered = letter >= 'A' && letter <= 'F';
  const char      *digit = lettered ? value + 1 : value;
  const gboolean   numbered = *digit >= '1' && *digit <= '6';
  g_autofree char *folded = march_fold (value);
  g_autofree char *none = march_fold (C_ ("search value", "none"));
  const guint      bits = numbered ? 1u << (*digit - '0') : ALL_GRADES;

  if (g_str_equal (folded, none) || g_str_equal (folded, "none"))
    march_search_filter_set_grades (filter, 0, ALL_GRADES);
  else if ((!lettered && !numbered) || digit[numbered ? 1 : 0] != '\0')
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("“%s” is no grade. Grades are A to F for the source, 1 to 6 for the "
                     "information, both as in B2, and none."),
                   value);
      return FALSE;
    }
  else if (lettered)
    march_search_filter_set_grades (filter, (guint) (letter - 'A') + 1, bits);
  else
    for (guint i = 0; i < MARCH_N_SOURCE_GRADES; i++)
      march_search_filter_set_grades (filter, i, bits);
  return TRUE;
}

static gboolean
add_day (MarchSearchFilter *filter, MarchSearchKey key, const char *value, GError **error)
{
  g_autoptr (MarchEdtf) date = march_edtf_new_from_words (value, error);
  const MarchPeriod    *period = date != NULL ? march_edtf_get_period (date) : NULL;

  if (period == NULL)
    return FALSE;
  if (key == MARCH_SEARCH_SINCE)
    filter->first = MAX (filter->first, period->from_earliest);
  else if (key == MARCH_SEARCH_UNTIL)
    filter->beyond = MIN (filter->beyond, period->until_latest);
  else
    filter->beyond = MIN (filter->beyond, period->from_earliest);
  if (filter->first < filter->beyond)
    return TRUE;
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                       _("The days end before they begin. Change one of the two dates."));
  return FALSE;
}

/**
 * march_search_filter_add:
 * @value: as a person types it: a name or the beginning of a word of it, a kind of assertions, a
 * grade, a date
 *
 * Returns: %FALSE with a sentence if it is none; then the filter is as it was, or wants nothing
 */
gboolean
march_search_filter_add (MarchSearchFilter *filter,
                         MarchSearchKey     key,
                         const char        *value,
                         GError           **error)
{
  switch (key)
    {
    case MARCH_SEARCH_BY_KIND:
      return add_kind (filter, value, error);
    case MARCH_SEARCH_BY_GRADE:
      return add_grade (filter, value, error);
    case MARCH_SEARCH_SINCE:
    case MARCH_SEARCH_UNTIL:
    case MARCH_SEARCH_BEFORE:
      return add_day (filter, key, value, error);
    case MARCH_SEARCH_BY_PLACE:
    case MARCH_SEARCH_BY_ACTOR:
    case MARCH_SEARCH_BY_SPEAKER:
    case MARCH_SEARCH_BY_SOURCE:
    case MARCH_N_SEARCH_KEYS:
    default:
      return add_called (filter, key, value, error);
    }
}
