/* march-import-found.c — what was found in files, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-found.h"

#include <glib/gi18n.h>

#define MOST_NAMES 6 /* of files, in a line */

/* "GeoJSON, KML", each once */
static char *
list_formats (MarchLayer *layer)
{
  GString *formats = g_string_new (NULL);

  for (guint i = 0; i < march_layer_get_n_files (layer); i++)
    {
      const char *format = march_layer_get_file (layer, i)->format;

      if (format != NULL && strstr (formats->str, format) == NULL)
        g_string_append_printf (formats, formats->len > 0 ? ", %s" : "%s", format);
    }
  return g_string_free (formats, FALSE);
}

/* The layers of a GeoPackage follow one another, and are one file. */
static guint
count_files (MarchLayer *layer)
{
  const char *path = NULL;
  guint       n = 0;

  for (guint i = 0; i < march_layer_get_n_files (layer); i++)
    {
      const MarchLayerFile *file = march_layer_get_file (layer, i);

      n += g_strcmp0 (path, file->path) != 0;
      path = file->path;
    }
  return n;
}

/** march_import_found_list_files: Returns: (transfer full): "3 files, GeoJSON" */
char *
march_import_found_list_files (MarchLayer *layer)
{
  guint            n = count_files (layer);
  g_autofree char *formats = list_formats (layer);

  /* Translators: a number of files, and their formats. */
  return g_strdup_printf (ngettext ("%1$u file, %2$s", "%1$u files, %2$s", n), n, formats);
}

/** march_import_found_list_names: Returns: (transfer full): the names of the first files */
char *
march_import_found_list_names (MarchLayer *layer)
{
  guint    n = march_layer_get_n_files (layer);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    g_string_append_printf (names, i > 0 ? ", %s" : "%s", march_layer_get_file (layer, i)->name);
  if (n > MOST_NAMES)
    g_string_append (names, " …");
  return g_string_free (names, FALSE);
}

/** march_import_found_count_features: Returns: (transfer full): "3 areas, 2 lines" */
char *
march_import_found_count_features (MarchLayer *layer)
{
  guint    areas = march_layer_count_kind (layer, MARCH_GEOMETRY_POLYGON);
  guint    lines = march_layer_count_kind (layer, MARCH_GEOMETRY_LINE);
  guint    points = march_layer_count_kind (layer, MARCH_GEOMETRY_POINT);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u area", "%u areas", areas), areas);
  if (lines > 0)
    {
      g_string_append (words, ", ");
      g_string_append_printf (words, ngettext ("%u line", "%u lines", lines), lines);
    }
  if (points > 0)
    {
      g_string_append (words, ", ");
      g_string_append_printf (words, ngettext ("%u point", "%u points", points), points);
    }
  return g_string_free (words, FALSE);
}

/** march_import_found_list_days: Returns: (transfer full): "3 days, 1 May 2031 to 4 May 2031" */
char *
march_import_found_list_days (MarchLayer *layer)
{
  g_autoptr (GArray) days = march_layer_list_days (layer);
  g_autofree char *first = NULL, *last = NULL;

  if (days->len == 0)
    return g_strdup (_("No day is known of them"));
  first = march_day_describe (g_array_index (days, MarchDay, 0));
  if (days->len == 1)
    return g_steal_pointer (&first);
  last = march_day_describe (g_array_index (days, MarchDay, days->len - 1));
  return g_strdup_printf (ngettext ("%1$u day, from %2$s to %3$s", "%1$u days, from %2$s to %3$s",
                                    days->len),
                          days->len, first, last);
}

/** march_import_found_count_notes: Returns: (transfer full): "Repaired: 2. Left out: 1." */
char *
march_import_found_count_notes (MarchLayer *layer)
{
  return g_strdup_printf (_("Repaired: %1$u. Left out: %2$u. To know: %3$u."),
                          march_layer_count_noted (layer, MARCH_NOTE_REPAIRED),
                          march_layer_count_noted (layer, MARCH_NOTE_SKIPPED),
                          march_layer_count_noted (layer, MARCH_NOTE_TOLD));
}

/** march_import_found_describe_grade: Returns: (transfer full): "B: usually reliable" */
char *
march_import_found_describe_grade (char grade)
{
  static const char *const words[] = {
    N_("completely reliable"),  N_("usually reliable"), N_("fairly reliable"),
    N_("not usually reliable"), N_("unreliable"),       N_("reliability cannot be judged"),
  };

  g_return_val_if_fail (grade >= 'A' && grade <= 'F', NULL);
  return g_strdup_printf ("%c: %s", grade, _(words[grade - 'A']));
}

/** march_import_found_count: Returns: (transfer full): "3 areas", "2 points", or "3 areas, 2
 * points" */
char *
march_import_found_count (guint n_areas, guint n_points)
{
  g_autofree char *areas = g_strdup_printf (ngettext ("%u area", "%u areas", n_areas), n_areas);
  g_autofree char *points = g_strdup_printf (ngettext ("%u point", "%u points", n_points),
                                             n_points);

  if (n_points == 0)
    return g_steal_pointer (&areas);
  return n_areas > 0 ? g_strdup_printf ("%s, %s", areas, points) : g_steal_pointer (&points);
}

/** march_import_found_count_ready: Returns: (transfer full): how many areas, or points, would be
 * brought in */
char *
march_import_found_count_ready (MarchImportPlan *plan)
{
  guint n = march_import_plan_count_ready (plan);

  if (!march_import_plan_has_areas (plan))
    return g_strdup_printf (ngettext ("%u point can be imported", "%u points can be imported", n),
                            n);
  if (plan->points)
    return g_strdup_printf (ngettext ("%u area or point can be imported",
                                      "%u areas and points can be imported", n),
                            n);
  return g_strdup_printf (ngettext ("%u area can be imported", "%u areas can be imported", n), n);
}

/** march_import_found_describe_taken: Returns: (transfer full): what was imported, for a heading */
char *
march_import_found_describe_taken (guint n_areas, guint n_points)
{
  g_autofree char *both = march_import_found_count (n_areas, n_points);

  if (n_points == 0)
    return g_strdup_printf (ngettext ("%u area was imported", "%u areas were imported", n_areas),
                            n_areas);
  if (n_areas == 0)
    return g_strdup_printf (ngettext ("%u point was imported", "%u points were imported", n_points),
                            n_points);
  /* Translators: %s is "3 areas, 2 points". */
  return g_strdup_printf (_("Imported: %s"), both);
}

/** march_import_found_sum_up: Returns: (transfer full): the report in two sentences */
char *
march_import_found_sum_up (const MarchImportReport *report)
{
  guint n_days = g_hash_table_size (report->days);

  if (report->n_features == 0 && report->n_points > 0)
    return g_strdup_printf (_("Days: %u. Points: %u. Left out: %u."), n_days,
                            report->n_points, report->n_skipped);
  if (report->n_points > 0)
    return g_strdup_printf (_("Days: %u. Areas: %u, of them repaired: %u. Points: %u. Left out: "
                              "%u. Pieces: %u."),
                            n_days, report->n_features, report->n_repaired,
                            report->n_points, report->n_skipped, report->n_pieces);
  return g_strdup_printf (_("Days: %u. Areas: %u, of them repaired: %u. Left out: %u. Pieces: %u."),
                          n_days, report->n_features, report->n_repaired,
                          report->n_skipped, report->n_pieces);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const MarchImportNote *one = *(MarchImportNote *const *) a;
  const MarchImportNote *other = *(MarchImportNote *const *) b;

  return (int) one->kind - (int) other->kind;
}

/** march_import_found_list_notes: Returns: (transfer full): a report that has @report's numbers,
 * and what was noted while reading as well, by kinds */
MarchImportReport *
march_import_found_list_notes (MarchLayer *layer, const MarchImportReport *report)
{
  MarchImportReport *whole = march_import_report_new ();
  GPtrArray         *notes = whole->notes;
  GHashTable        *days = whole->days;
  GHashTableIter     iter;
  gpointer           day;

  *whole = *report;
  whole->notes = notes;
  whole->days = days;
  g_hash_table_iter_init (&iter, report->days);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    g_hash_table_add (days, day);
  for (guint i = 0; i < march_layer_get_n_notes (layer); i++)
    march_import_report_note (whole, march_layer_get_note (layer, i)->kind,
                              march_layer_describe_note (layer, i));
  for (guint i = 0; i < report->notes->len; i++)
    {
      const MarchImportNote *note = report->notes->pdata[i];

      march_import_report_note (whole, note->kind, g_strdup (note->words));
    }
  g_ptr_array_sort (notes, compare_kinds);
  return whole;
}
