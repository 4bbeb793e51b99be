/* march-cli-figures.c — stated figures of land, held against imported areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include "cli/march-cli-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words.h"
#include "cli/march-cli-json.h"
#include "cli/march-cli.h"

typedef struct
{
  const MarchAssertion *figure;
  GPtrArray            *readings; /* of MarchReading */
} Checked;

static void
free_checked (gpointer data)
{
  g_ptr_array_unref (((Checked *) data)->readings);
  g_free (data);
}

/**
 * march_cli_figures_measure:
 * @place: (nullable): as for march_figure_list_of_land()
 *
 * Returns: (transfer full) (nullable): what each source of areas measures for each figure
 */
GPtrArray *
march_cli_figures_measure (MarchSnapshot *snapshot, const MarchPlace *place, GError **error)
{
  g_autoptr (GPtrArray) figures = march_figure_list_of_land (snapshot, place);
  g_autoptr (GPtrArray) checked = g_ptr_array_new_with_free_func (free_checked);
  g_autoptr (MarchAreaUnits) units = NULL;

  if (figures->len > 0)
    units = march_area_units_new (march_snapshot_get_corpus (snapshot), error);
  if (figures->len > 0 && units == NULL)
    return NULL;
  for (guint i = 0; i < figures->len; i++)
    {
      const MarchAssertion *figure = g_ptr_array_index (figures, i);
      GPtrArray *readings = march_reading_measure (snapshot, figure, units, NULL, error);
      Checked   *entry;

      if (readings == NULL)
        return NULL;
      entry = g_new (Checked, 1);
      *entry = (Checked){ figure, readings };
      g_ptr_array_add (checked, entry);
    }
  return g_steal_pointer (&checked);
}

static void
print_readings (const Checked *checked)
{
  for (guint i = 0; i < checked->readings->len; i++)
    {
      const MarchReading *reading = g_ptr_array_index (checked->readings, i);
      g_autofree char    *words = march_reading_describe (reading, checked->figure);
      g_autofree char    *source = march_reading_describe_source (reading, checked->figure);

      if (*words == '\0')
        march_cli_print ("      – %s\n", reading->words);
      else
        march_cli_print ("      – “%s”: %s\n        %s\n", source, words, reading->words);
    }
}

/** march_cli_figures_print: @figures: of march_cli_figures_measure(). Prints nothing for none */
void
march_cli_figures_print (MarchSnapshot *snapshot, GPtrArray *figures)
{
  if (figures->len > 0)
    march_cli_print ("\n%s\n", _("Stated figures of land"));
  for (guint i = 0; i < figures->len; i++)
    {
      const Checked   *checked = g_ptr_array_index (figures, i);
      g_autofree char *words = march_words_assertion (checked->figure, NULL);
      g_autofree char *read = march_figure_describe_reading (checked->figure, NULL);
      g_autofree char *none = march_reading_describe_none (snapshot, checked->figure);

      march_cli_print ("   %s\n      %s\n", words, read);
      if (none != NULL && checked->figure->read_holder != NULL)
        march_cli_print ("      %s\n", none);
      print_readings (checked);
    }
}

/* What is not known or not covered is null. */
static void
add_number (JsonBuilder *builder, const char *member, double value)
{
  json_builder_set_member_name (builder, member);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_reading_of_source (JsonBuilder *builder, const MarchReading *reading)
{
  json_builder_begin_object (builder);
  march_cli_json_string (builder, "source", reading->source->title);
  json_builder_set_member_name (builder, "with_own_word");
  json_builder_add_boolean_value (builder, reading->with_own_word);
  json_builder_set_member_name (builder, "covered");
  json_builder_add_boolean_value (builder, !isnan (reading->measured));
  add_number (builder, "measured", reading->measured);
  add_number (builder, "lost_km2", reading->lost);
  add_number (builder, "difference", isnan (reading->measured) ? NAN : reading->difference);
  add_number (builder, "relative", isnan (reading->measured) ? NAN : reading->relative);
  json_builder_end_object (builder);
}

static void
add_read (JsonBuilder *builder, const MarchAssertion *figure)
{
  const MarchPlace *place = figure->read_place;

  json_builder_set_member_name (builder, "read");
  if (figure->read_holder == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  march_cli_json_string (builder, "holder", march_actor_get_name (figure->read_holder, "en"));
  march_cli_json_string (builder, "place",
                         place != NULL ? march_place_get_name (place, "en") : NULL);
  march_cli_json_string (builder, "code", place != NULL ? place->code : NULL);
  march_cli_json_string (builder, "period", figure->read_period);
  json_builder_end_object (builder);
}

/** march_cli_figures_to_json: adds an array with an object for each figure */
void
march_cli_figures_to_json (JsonBuilder *builder, GPtrArray *figures)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->len; i++)
    {
      const Checked *checked = g_ptr_array_index (figures, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "figure");
      march_cli_json_assertion (builder, checked->figure);
      march_cli_json_string (builder, "quantity", checked->figure->quantity);
      add_number (builder, "low", checked->figure->low);
      add_number (builder, "high", checked->figure->high);
      march_cli_json_string (builder, "unit", checked->figure->unit);
      add_read (builder, checked->figure);
      json_builder_set_member_name (builder, "readings");
      json_builder_begin_array (builder);
      for (guint j = 0; j < checked->readings->len; j++)
        add_reading_of_source (builder, g_ptr_array_index (checked->readings, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
