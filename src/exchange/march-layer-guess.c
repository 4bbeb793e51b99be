/* march-layer-guess.c — what may date the features of a layer, the likeliest first */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <string.h>

#include "base/march-fold.h"
#include "exchange/march-layer-dates-private.h"

#define SAMPLE 500      /* features of which every field is tried */
#define LEAST_SHARE 0.8 /* of what a field holds must be a date for it to be a field of dates */

/* What the name of a field says about it. */
typedef enum
{
  ROLE_NONE,
  ROLE_DATE,
  ROLE_START,
  ROLE_END,
  ROLE_OTHER, /* a date, but of something else: an edit, a publication */
} Role;

/* One field, as far as the sample shows. */
typedef struct
{
  guint    field;
  Role     role;
  guint    n_values;
  guint    n_dates; /* also those that can't be */
  guint    n_weak;  /* plain numbers, which only the field's name makes dates */
  gboolean day_first;
  gboolean month_first;
} Candidate;

/* Whether a lower-case name has a word: as a whole for the short ones, which stand in others. */
static gboolean
has_word (const char *name, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (name, word); at != NULL; at = strstr (at + 1, word))
    if (length > 3 || ((at == name || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (at[length])))
      return TRUE;
  return FALSE;
}

static Role
find_role (const char *field)
{
  static const struct
  {
    Role        role;
    const char *word;
  } words[] = {
    { ROLE_OTHER, "creat" },  { ROLE_OTHER, "edit" },    { ROLE_OTHER, "updat" },
    { ROLE_OTHER, "modif" },  { ROLE_OTHER, "publi" },   { ROLE_OTHER, "source" },
    { ROLE_OTHER, "access" }, { ROLE_OTHER, "retriev" }, { ROLE_OTHER, "census" },
    { ROLE_OTHER, "gdp" },    { ROLE_OTHER, "found" },   { ROLE_OTHER, "pop" },
    { ROLE_END, "until" },    { ROLE_END, "end" },       { ROLE_END, "to" },
    { ROLE_END, "till" },     { ROLE_END, "stop" },      { ROLE_END, "finish" },
    { ROLE_END, "кінець" },   { ROLE_START, "from" },    { ROLE_START, "start" },
    { ROLE_START, "begin" },  { ROLE_START, "since" },   { ROLE_START, "початок" },
    { ROLE_DATE, "date" },    { ROLE_DATE, "datum" },    { ROLE_DATE, "day" },
    { ROLE_DATE, "time" },    { ROLE_DATE, "year" },     { ROLE_DATE, "дата" },
    { ROLE_DATE, "рік" },     { ROLE_DATE, "дата" },     { ROLE_DATE, "valid" },
  };
  g_autofree char *lower = march_fold_lower (field);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (lower, words[i].word))
      return words[i].role;
  return ROLE_NONE;
}

static gboolean
is_weak (MarchDateStyle style)
{
  return style == MARCH_DATE_STYLE_YEAR || style == MARCH_DATE_STYLE_SECONDS;
}

static void
try_value (Candidate *candidate, const MarchLayerValue *value, MarchDay today)
{
  MarchWrittenDate date = { 0 };
  MarchDateOutcome outcome;

  if (value->kind == MARCH_VALUE_NULL || march_layer_is_missing (value->text))
    return;
  candidate->n_values++;
  if (value->kind != MARCH_VALUE_TEXT && value->kind != MARCH_VALUE_NUMBER)
    return;
  outcome = march_written_date_read (value->text, MARCH_DATE_ORDER_UNKNOWN, today, &date);
  if (outcome == MARCH_DATE_NONE)
    return;
  candidate->n_dates++;
  if (outcome != MARCH_DATE_READ && outcome != MARCH_DATE_TOO_LATE)
    return;
  candidate->n_weak += is_weak (date.style);
  candidate->day_first |= date.style == MARCH_DATE_STYLE_DAY_FIRST;
  candidate->month_first |= date.style == MARCH_DATE_STYLE_MONTH_FIRST;
}

/* Tries the fields of some features, which are spread over all. */
static void
try_sample (MarchLayer *layer, GArray *candidates, MarchDay today)
{
  guint n = march_layer_get_n_features (layer);
  guint step = MAX (n / SAMPLE, 1);

  for (guint i = 0; i < n; i += step)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (layer, i);

      for (guint j = 0; j < feature->n_values; j++)
        try_value (&g_array_index (candidates, Candidate, feature->values[j].field),
                   &feature->values[j], today);
    }
}

static gboolean
is_field_of_dates (const Candidate *candidate)
{
  return candidate->n_dates > 0 && candidate->n_dates >= LEAST_SHARE * candidate->n_values
         && (candidate->role != ROLE_NONE || candidate->n_weak == 0);
}

static GArray *
list_candidates (MarchLayer *layer, MarchDay today)
{
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  guint   n_kept = 0;

  g_array_set_size (candidates, march_layer_get_n_fields (layer));
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      candidate->field = i;
      candidate->role = find_role (march_layer_get_field (layer, i));
    }
  try_sample (layer, candidates, today);
  for (guint i = 0; i < candidates->len; i++)
    if (is_field_of_dates (&g_array_index (candidates, Candidate, i)))
      g_array_index (candidates, Candidate, n_kept++) = g_array_index (candidates, Candidate, i);
  g_array_set_size (candidates, n_kept);
  return candidates;
}

static void
count_dated (MarchDateChoice *choice, MarchDay from)
{
  if (from != MARCH_DAY_MIN)
    {
      choice->first = choice->n_dated == 0 ? from : MIN (choice->first, from);
      choice->last = choice->n_dated == 0 ? from : MAX (choice->last, from);
    }
  choice->n_dated++;
}

static void
count (MarchDateChoice       *choice,
       MarchDateOutcome       outcome,
       const MarchPlainDates *dates,
       const char            *bad)
{
  if (outcome == MARCH_DATE_READ && dates->from < dates->until)
    count_dated (choice, dates->from);
  else
    choice->n_refused += outcome != MARCH_DATE_NONE || (bad != NULL && *bad != '\0');
}

/* What a file's name says is read once, and counts for each of its features. */
static void
weigh_names (MarchLayer *layer, MarchDateChoice *choice, const MarchDating *dating)
{
  g_autoptr (GArray) names = g_array_new (FALSE, TRUE, sizeof (MarchPlainDates));
  g_autoptr (GArray) outcomes = g_array_new (FALSE, TRUE, sizeof (MarchDateOutcome));

  for (guint i = 0; i < march_layer_get_n_files (layer); i++)
    {
      MarchWrittenDate name = { 0 };
      MarchDateOutcome outcome = march_dating_read_name (dating, march_layer_get_file (layer, i),
                                                         &name);
      const MarchPlainDates dates = { .from = name.first, .until = name.beyond };

      g_array_append_val (names, dates);
      g_array_append_val (outcomes, outcome);
    }
  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      guint file = march_layer_get_feature (layer, i)->file;

      count (choice, g_array_index (outcomes, MarchDateOutcome, file),
             &g_array_index (names, MarchPlainDates, file), NULL);
    }
}

/* Counts what a choice would date. */
static void
weigh (MarchLayer *layer, MarchDateChoice *choice, MarchDay today)
{
  g_autoptr (MarchDating) dating = march_dating_new (layer, choice, today);

  if (choice->origin == MARCH_DATED_BY_FILE_NAME)
    {
      weigh_names (layer, choice, dating);
      return;
    }
  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      MarchPlainDates  dates;
      const char      *bad = NULL;
      int              field;
      MarchDateOutcome outcome = march_dating_read (dating, march_layer_get_record (layer, i),
                                                    &dates, &bad, &field);

      count (choice, outcome, &dates, bad);
    }
}

/* Adds a choice if it dates anything, or would if it were said how. */
static void
offer (GPtrArray *choices, MarchLayer *layer, MarchDateChoice *choice, MarchDay today)
{
  weigh (layer, choice, today);
  if (choice->n_dated > 0 || choice->n_refused > 0)
    g_ptr_array_add (choices, choice);
  else
    march_date_choice_free (choice);
}

static char **
list_role (MarchLayer *layer, const GArray *candidates, Role role)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->role == role)
        g_ptr_array_add (names, g_strdup (march_layer_get_field (layer, candidate->field)));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Where some dates can only be read one way, the others are read so too. */
static MarchDateOrder
find_order (const GArray *candidates)
{
  gboolean day_first = FALSE, month_first = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      day_first |= g_array_index (candidates, Candidate, i).day_first;
      month_first |= g_array_index (candidates, Candidate, i).month_first;
    }
  if (day_first == month_first)
    return MARCH_DATE_ORDER_UNKNOWN;
  return day_first ? MARCH_DATE_ORDER_DAY_FIRST : MARCH_DATE_ORDER_MONTH_FIRST;
}

static void
offer_periods (GPtrArray *choices, MarchLayer *layer, const GArray *candidates, MarchDay today)
{
  MarchDateChoice *choice = march_date_choice_new (MARCH_DATED_BY_FIELD);

  choice->fields = list_role (layer, candidates, ROLE_START);
  if (*choice->fields == NULL)
    {
      g_strfreev (choice->fields);
      choice->fields = list_role (layer, candidates, ROLE_DATE);
    }
  choice->until_fields = list_role (layer, candidates, ROLE_END);
  choice->order = find_order (candidates);
  if (*choice->fields != NULL && *choice->until_fields != NULL)
    offer (choices, layer, choice, today);
  else
    march_date_choice_free (choice);
}

static void
offer_field (GPtrArray       *choices,
             MarchLayer      *layer,
             const Candidate *candidate,
             MarchDateOrder   order,
             MarchDay         today)
{
  MarchDateChoice *choice = march_date_choice_new (MARCH_DATED_BY_FIELD);

  choice->fields = g_new0 (char *, 2);
  choice->fields[0] = g_strdup (march_layer_get_field (layer, candidate->field));
  choice->order = order;
  choice->doubtful = candidate->role == ROLE_OTHER || candidate->role == ROLE_END;
  offer (choices, layer, choice, today);
}

/* Each field by itself, and all that are called dates together, because the files of one source may
 * call it differently. */
static void
offer_fields (GPtrArray *choices, MarchLayer *layer, const GArray *candidates, MarchDay today)
{
  MarchDateOrder   order = find_order (candidates);
  MarchDateChoice *all = march_date_choice_new (MARCH_DATED_BY_FIELD);

  for (guint i = 0; i < candidates->len; i++)
    offer_field (choices, layer, &g_array_index (candidates, Candidate, i), order, today);
  all->fields = list_role (layer, candidates, ROLE_DATE);
  all->order = order;
  if (march_layer_get_n_files (layer) > 1 && g_strv_length (all->fields) > 1)
    offer (choices, layer, all, today);
  else
    march_date_choice_free (all);
}

/* A column of nothing but yes and no. */
static gboolean
is_flag (MarchLayer *layer, guint field)
{
  static const char *const flags[] = { "0", "1", "true", "false", "yes", "no" };
  guint                    n_values = 0;

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerValue *value = march_layer_get_value (march_layer_get_feature (layer, i),
                                                            field);
      gboolean               known = value == NULL || value->kind == MARCH_VALUE_NULL
                       || march_layer_is_missing (value->text);

      n_values += !known;
      for (guint j = 0; !known && j < G_N_ELEMENTS (flags); j++)
        known = g_ascii_strcasecmp (value->text, flags[j]) == 0;
      if (!known)
        return FALSE;
    }
  return n_values > 0;
}

static void
offer_column_choice (GPtrArray *choices, MarchLayer *layer, char **names, MarchDay today)
{
  MarchDateChoice *choice = march_date_choice_new (MARCH_DATED_BY_COLUMN);

  choice->fields = names;
  choice->order = MARCH_DATE_ORDER_DAY_FIRST;
  for (guint i = 0; names[i] != NULL; i++)
    {
      MarchWrittenDate date = { 0 };
      guint            field = 0, n_set = 0;

      march_layer_find_field (layer, names[i], &field);
      march_written_date_find (names[i], choice->order, today, &date, NULL);
      for (guint j = 0; j < march_layer_get_n_features (layer); j++)
        n_set += march_layer_is_set (march_layer_get_value (march_layer_get_feature (layer, j),
                                                            field));
      for (guint j = 0; j < n_set; j++)
        count_dated (choice, date.first);
    }
  g_ptr_array_add (choices, choice);
}

/* Dated columns of one name, "held_27_04_2028" and "held_20_06_2028", are one choice. */
static void
offer_columns (GPtrArray *choices, MarchLayer *layer, MarchDay today)
{
  g_autoptr (GHashTable) by_rest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rests = g_ptr_array_new ();

  for (guint i = 0; i < march_layer_get_n_fields (layer); i++)
    {
      MarchWrittenDate date;
      g_autofree char *rest = NULL;
      GPtrArray       *names;

      if (march_written_date_find (march_layer_get_field (layer, i), MARCH_DATE_ORDER_DAY_FIRST,
                                   today, &date, &rest)
              != MARCH_DATE_READ
          || date.style == MARCH_DATE_STYLE_YEAR || !is_flag (layer, i))
        continue;
      names = g_hash_table_lookup (by_rest, rest);
      if (names == NULL)
        {
          names = g_ptr_array_new ();
          g_ptr_array_add (rests, names);
          g_hash_table_insert (by_rest, g_steal_pointer (&rest), names);
        }
      g_ptr_array_add (names, g_strdup (march_layer_get_field (layer, i)));
    }
  for (guint i = 0; i < rests->len; i++)
    {
      GPtrArray *names = rests->pdata[i];

      g_ptr_array_add (names, NULL);
      offer_column_choice (choices, layer, (char **) g_ptr_array_free (names, FALSE), today);
    }
}

/* The likelier comes first. */
static int
compare_choices (gconstpointer a, gconstpointer b, gpointer n_features)
{
  const MarchDateChoice *choices[2] = { *(MarchDateChoice *const *) a,
                                        *(MarchDateChoice *const *) b };
  guint                  order[2];

  for (guint i = 0; i < 2; i++)
    {
      const MarchDateChoice *choice = choices[i];
      gboolean               all = choice->n_dated == GPOINTER_TO_UINT (n_features);

      if (choice->n_dated == 0)
        order[i] = 8;
      else if (choice->origin == MARCH_DATED_BY_FEATURE)
        order[i] = 0;
      else if (choice->doubtful)
        order[i] = 7;
      else if (choice->until_fields != NULL)
        order[i] = 1;
      else if (choice->origin == MARCH_DATED_BY_FIELD && all)
        order[i] = 2;
      else if (choice->origin == MARCH_DATED_BY_FILE_NAME)
        order[i] = all ? 3 : 4;
      else
        order[i] = choice->origin == MARCH_DATED_BY_FIELD ? 5 : 6;
    }
  if (order[0] != order[1])
    return order[0] < order[1] ? -1 : 1;
  return choices[0]->n_dated > choices[1]->n_dated ? -1 : choices[0]->n_dated < choices[1]->n_dated;
}

/**
 * march_layer_list_choices:
 * @layer: a layer; not one whose columns made features
 * @today: nothing can have been seen on later days than the next one
 *
 * Finds what may date the features: their own times, fields by what they hold and are called, names
 * of files and of columns. What is chosen stays for the analyst to say.
 *
 * Returns: (transfer full) (element-type MarchDateChoice): the likeliest first; empty if only the
 *   analyst can know
 */
GPtrArray *
march_layer_list_choices (MarchLayer *layer, MarchDay today)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) march_date_choice_free);
  g_autoptr (GArray) candidates = list_candidates (layer, today);

  offer (choices, layer, march_date_choice_new (MARCH_DATED_BY_FEATURE), today);
  offer (choices, layer, march_date_choice_new (MARCH_DATED_BY_FILE_NAME), today);
  offer_periods (choices, layer, candidates, today);
  offer_fields (choices, layer, candidates, today);
  offer_columns (choices, layer, today);
  g_ptr_array_sort_with_data (choices, compare_choices,
                              GUINT_TO_POINTER (march_layer_get_n_features (layer)));
  return choices;
}
