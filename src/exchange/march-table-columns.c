/* march-table-columns.c — which columns of a table hold the positions, and how */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-table-columns.h"

#include <math.h>
#include <string.h>

#include "base/march-fold.h"

/* What columns of coordinates are called, the likeliest first; one of several words ends in one of
 * them or begins with it. */
static const char *const latitude_names[] = { "lat",     "latitude", "широта", "ycoord",
                                              "point_y", "y",        NULL };
static const char *const longitude_names[] = { "lon",    "lng",     "long", "longitude", "довгота",
                                               "xcoord", "point_x", "x",    NULL };

/* Columns of well-known text. */
static const char *const shape_names[] = { "wkt", "geom", "geometry", "the_geom", NULL };

/* Columns of both, as letters alone: other names don't say which comes first. */
static const struct
{
  const char    *letters;
  MarchTableForm form;
} pair_names[] = {
  { "latlng", MARCH_TABLE_LATITUDE_FIRST },
  { "latlon", MARCH_TABLE_LATITUDE_FIRST },
  { "latlong", MARCH_TABLE_LATITUDE_FIRST },
  { "latitudelongitude", MARCH_TABLE_LATITUDE_FIRST },
  { "широтадовгота", MARCH_TABLE_LATITUDE_FIRST },
  { "lnglat", MARCH_TABLE_LONGITUDE_FIRST },
  { "lonlat", MARCH_TABLE_LONGITUDE_FIRST },
  { "longlat", MARCH_TABLE_LONGITUDE_FIRST },
  { "longitudelatitude", MARCH_TABLE_LONGITUDE_FIRST },
  { "довготаширота", MARCH_TABLE_LONGITUDE_FIRST },
};

/** march_table_columns_set: the names are copied */
void
march_table_columns_set (MarchTableColumns *columns,
                         MarchTableForm     form,
                         const char        *first,
                         const char        *second)
{
  MarchTableColumns said = { form, g_strdup (first), g_strdup (second) };

  march_table_columns_clear (columns);
  *columns = said;
}

void
march_table_columns_clear (MarchTableColumns *columns)
{
  g_clear_pointer (&columns->first, g_free);
  g_clear_pointer (&columns->second, g_free);
}

/** march_table_columns_are_said: Returns: whether it is known which they are */
gboolean
march_table_columns_are_said (const MarchTableColumns *columns)
{
  return columns->first != NULL
         && (columns->form != MARCH_TABLE_APART || columns->second != NULL);
}

/* Whether a name is a word, or has it at an end, divided by something that is no letter. */
static gboolean
is_called (const char *name, const char *word)
{
  g_autofree char *lower = march_fold_lower (name);
  g_auto (GStrv) words = g_strsplit_set (lower, "_ -.()", -1);
  guint n_words = g_strv_length (words);

  if (strcmp (lower, word) == 0)
    return TRUE;
  return n_words > 1 && strlen (word) > 1
         && (strcmp (words[0], word) == 0 || strcmp (words[n_words - 1], word) == 0);
}

static const char *
find_column (GPtrArray *names, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; j < names->len; j++)
      if (is_called (names->pdata[j], words[i]))
        return names->pdata[j];
  return NULL;
}

static char *
take_letters (const char *name)
{
  g_autofree char *lower = march_fold_lower (name);
  GString         *letters = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

static const char *
find_pair (GPtrArray *names, MarchTableForm *form)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *letters = take_letters (names->pdata[i]);

      for (gsize j = 0; j < G_N_ELEMENTS (pair_names); j++)
        if (g_str_equal (letters, pair_names[j].letters))
          {
            *form = pair_names[j].form;
            return names->pdata[i];
          }
    }
  return NULL;
}

/**
 * march_table_columns_find:
 * @columns: (inout): set if they are found
 * @names: (element-type utf8): of all columns, in UTF-8
 *
 * Returns: whether names of columns say what they hold
 */
gboolean
march_table_columns_find (MarchTableColumns *columns, GPtrArray *names)
{
  const char    *shape = find_column (names, shape_names);
  MarchTableForm form = MARCH_TABLE_APART;
  const char    *pair = find_pair (names, &form);
  const char    *latitude = find_column (names, latitude_names);
  const char    *longitude = find_column (names, longitude_names);

  if (shape != NULL)
    march_table_columns_set (columns, MARCH_TABLE_WKT, shape, NULL);
  else if (pair != NULL)
    march_table_columns_set (columns, form, pair, NULL);
  else if (latitude != NULL && longitude != NULL && latitude != longitude)
    march_table_columns_set (columns, MARCH_TABLE_APART, latitude, longitude);
  else
    return FALSE;
  return TRUE;
}

/**
 * march_table_read_number:
 * @text: in UTF-8
 * @number: (out): finite
 *
 * Reads a number as people write it: with blanks of any kind around it, an apostrophe that a
 * spreadsheet put before it, or a comma instead of the point.
 */
gboolean
march_table_read_number (const char *text, double *number)
{
  g_autofree char *plain = g_strdup (text);
  char            *end, *comma;
  char            *start;

  while ((start = strstr (plain, "\xc2\xa0")) != NULL)
    memset (start, ' ', 2);
  start = g_strstrip (plain);
  if (*start == '\'')
    start++;
  comma = strchr (start, ',');
  if (comma != NULL && strchr (start, '.') == NULL)
    *comma = '.';
  *number = g_ascii_strtod (start, &end);
  return end > start && *end == '\0' && isfinite (*number);
}

static guint
count_commas (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == ',';
  return n;
}

/* What stands between two numbers: where there is no other sign, one comma does, or the second of
 * three, where the others are for the fractions; else a blank. NULL: nothing. */
static char *
find_gap (char *text)
{
  char *gap = strpbrk (text, ";|/");
  guint n_commas = count_commas (text);

  if (gap != NULL)
    return gap;
  if (n_commas == 1)
    return strchr (text, ',');
  if (n_commas == 3)
    return strchr (strchr (text, ',') + 1, ',');
  return strpbrk (text, " \t");
}

/**
 * march_table_read_pair:
 * @text: in UTF-8, as "48.5, 36.2", "(48.5 36.2)" or "48,5; 36,2"
 * @numbers: (out): in their order
 */
gboolean
march_table_read_pair (const char *text, double numbers[2])
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "()[]", ' ');
  char            *start, *gap;

  while ((start = strstr (plain, "\xc2\xa0")) != NULL)
    memset (start, ' ', 2);
  start = g_strstrip (plain);
  gap = find_gap (start);
  if (gap == NULL)
    return FALSE;
  *gap = '\0';
  return march_table_read_number (start, &numbers[0])
         && march_table_read_number (gap + 1, &numbers[1]);
}
