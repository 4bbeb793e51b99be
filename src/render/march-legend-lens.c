/* march-legend-lens.c — how the legend tells of values, of evidence and of disagreement */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-legend-private.h"

#include <glib/gi18n.h>

#include "asof/march-source-pair.h"
#include "render/march-point-marks.h"

/* A lens that shows no dispute can't say that there is none. */
gboolean
march_legend_list_is_of_badges (const MarchLegendList *list)
{
  return list->scene->style->lens >= MARCH_PAINT_VALUE;
}

/* Every place that may have a badge on the picture. */
static GPtrArray *
list_seen (const MarchScene *scene)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (scene->land->faces[i].place != NULL && scene->land->faces[i].ours
        && march_scene_shows_face (scene, i)
        && !g_ptr_array_find (places, scene->land->faces[i].place, NULL))
      g_ptr_array_add (places, (gpointer) scene->land->faces[i].place);
  for (guint i = 0; i < scene->land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (scene->land->seas, MarchLandSea, i);

      if (march_plot_sees (&scene->plot, &sea->shape->box))
        g_ptr_array_add (places, (gpointer) sea->place);
    }
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);

      if (mark->mentioned && march_scene_sees_mark (scene, mark))
        g_ptr_array_add (places, (gpointer) mark->place);
    }
  return places;
}

/* Returns: whether each value is said to be one for somebody */
static gboolean
note_actors (GPtrArray *actors, GPtrArray *values)
{
  gboolean all = TRUE;

  for (guint i = 0; i < values->len; i++)
    {
      const MarchAssertion *value = g_ptr_array_index (values, i);

      if (value->actor == NULL)
        all = FALSE;
      else if (!g_ptr_array_find (actors, value->actor, NULL))
        g_ptr_array_add (actors, (gpointer) value->actor);
    }
  return all;
}

/* "count of quotations, for Velmark, Orrland" */
static char *
value_detail (const MarchLegendList *list, GPtrArray *actors, gboolean all)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < actors->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            march_legend_list_name_actor (list, g_ptr_array_index (actors, i)));
  if (actors->len == 0)
    return g_strdup (_("count of quotations"));
  /* Translators: actors to whom places matter. */
  return all ? g_strdup_printf (_("count of quotations; for %s"), names->str)
             /* Translators: actors to whom places matter; of some places nobody says to whom. */
             : g_strdup_printf (_("count of quotations; for %s, or not stated"), names->str);
}

static void
add_value (MarchLegendList *list, GPtrArray *seen, MarchValueKind kind)
{
  static const char *const words[] = { N_("Strategic value"), N_("Economic value"),
                                       N_("Symbolic value") };
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  MarchLegendEntry *entry = NULL;
  gboolean          all = TRUE;

  for (guint i = 0; i < seen->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (seen, i);
      g_autoptr (GPtrArray)
          values = march_snapshot_list_values (list->scene->snapshot, place, kind);

      if (values->len == 0)
        continue;
      all = note_actors (actors, values) && all;
      if (entry == NULL)
        entry = march_legend_list_add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_VALUE,
                                       (MarchSymbol) kind, NULL, place);
      else
        march_legend_entry_add_place (entry, place);
    }
  if (entry == NULL)
    return;
  entry->value_kind = kind;
  entry->words = g_strdup (_(words[kind]));
  march_legend_entry_take_detail (entry, value_detail (list, actors, all));
}

static void
add_evidence_kind (MarchLegendList  *list,
                   MarchSwatchKind   kind,
                   const char       *words,
                   const char       *detail,
                   const MarchPlace *place)
{
  MarchLegendEntry *entry = march_legend_list_add (list, MARCH_LEGEND_MARK, kind, MARCH_SYMBOL_HELD,
                                                   NULL, place);

  if (entry == NULL)
    return;
  entry->words = g_strdup (words);
  march_legend_entry_take_detail (entry, g_strdup (detail));
}

static void
add_evidence (MarchLegendList *list, GPtrArray *seen)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const MarchFinding *finding = march_snapshot_get_finding (list->scene->snapshot,
                                                                g_ptr_array_index (seen, i));

      if (finding == NULL || finding->quotations->len == 0)
        continue;
      if (march_finding_is_thin (finding))
        add_evidence_kind (list, MARCH_SWATCH_THIN, _("One source only"),
                           _("count of quotations · grade"), finding->place);
      else
        add_evidence_kind (list, MARCH_SWATCH_EVIDENCE, _("Quotations · best grade"),
                           _("heavier from 2 and from 5 on"), finding->place);
    }
  for (guint i = 0; i < list->scene->land->mesh->n_faces; i++)
    if (march_scene_is_unquoted (list->scene, i) && march_scene_shows_face (list->scene, i))
      add_evidence_kind (list, MARCH_SWATCH_UNQUOTED, _("Nothing quoted about it"), "",
                         list->scene->land->faces[i].place);
}

static char *
describe_import (const MarchLegendList *list, const MarchDatedImport *area_import)
{
  const MarchDay       day = march_snapshot_get_question (list->scene->snapshot)->as_of;
  const MarchAreaShare share = { .area_import = area_import,
                                 .data = march_area_import_find_data (area_import, day) };

  return march_legend_list_describe_area (list, &share);
}

static void
add_pair (MarchLegendList *list, const MarchSourcePair *pair)
{
  g_autofree char  *one = describe_import (list, pair->one);
  g_autofree char  *other = describe_import (list, pair->other);
  g_autofree char  *key = g_strdup_printf ("pair %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                           pair->one->id, pair->other->id);
  const char       *name = march_legend_list_name_actor (list, pair->one->holder);
  MarchLegendEntry *entry;
  gboolean          fresh;

  entry = march_legend_list_add (list, MARCH_LEGEND_CONTROL, MARCH_SWATCH_SYMBOL, MARCH_SYMBOL_AREA,
                                 pair->one->holder, NULL);
  if (entry != NULL)
    {
      entry->bands[entry->n_bands++] = (MarchBand){ MARCH_BAND_FILL, pair->one->holder };
      entry->words = g_strdup_printf (_("Sources agree: held by %s"), name);
    }
  entry = march_legend_list_add_keyed (list, key, MARCH_LEGEND_CONTROL, MARCH_SWATCH_SYMBOL,
                                       MARCH_SYMBOL_CONTESTED, pair->one->holder, &fresh);
  entry->stripes = TRUE;
  entry->bands[0] = (MarchBand){ MARCH_BAND_FILL, pair->one->holder };
  entry->bands[1] = (MarchBand){ MARCH_BAND_SILENT, NULL };
  entry->n_bands = 2;
  entry->words = g_strdup_printf (_("Held by %s as only one of two sources has it"), name);
  march_legend_entry_take_detail (
      entry,
      /* Translators: two sources of areas with their days. */
      g_strdup_printf (_("%1$s against %2$s"), one, other));
}

static void
add_disagreement (MarchLegendList *list)
{
  g_autoptr (GArray) pairs = march_snapshot_list_source_pairs (list->scene->snapshot);
  MarchLegendEntry *entry;
  gboolean          fresh;

  for (guint i = 0; i < pairs->len; i++)
    add_pair (list, &g_array_index (pairs, MarchSourcePair, i));
  if (pairs->len > 0)
    return;
  /* Not the mark of a disagreement, which texts may have on this day. */
  entry = march_legend_list_add_keyed (list, "no pair", MARCH_LEGEND_CONTROL, MARCH_SWATCH_SYMBOL,
                                       MARCH_SYMBOL_UNDISPUTED, NULL, &fresh);
  if (fresh)
    entry->words = g_strdup (_("No two sources have areas of one holder on this day"));
}

static void
add_points (MarchLegendList *list, const MarchDatedImport *import)
{
  const gboolean    own = import->basis == MARCH_BASIS_OWN;
  const char       *name = march_legend_list_name_actor (list, import->holder);
  g_autofree char  *key = g_strdup_printf ("points %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
                                          import->holder->id, import->source->id, own);
  gboolean          fresh;
  MarchLegendEntry *entry
      = march_legend_list_add_keyed (list, key, MARCH_LEGEND_MARK, MARCH_SWATCH_POINT,
                                     own ? MARCH_SYMBOL_SAYS_HOLDS : MARCH_SYMBOL_HELD,
                                     import->holder, &fresh);

  if (!fresh)
    return;
  /* Translators: an entry of the legend: marks of imported points, and whose they are. */
  entry->words = g_strdup_printf (own ? _("Points of %s, by its own word") : _("Points of %s"),
                                  name);
  march_legend_entry_take_detail (
      entry,
      /* Translators: the source of imported points; a larger mark stands for several of them. */
      g_strdup_printf (_("“%s”; a larger mark: several"), import->source->title));
}

/* Of each batch that has a point in view on the day. */
void
march_legend_list_add_points (MarchLegendList *list)
{
  MarchSnapshot *snapshot = list->scene->snapshot;
  const MarchDay day = march_snapshot_get_question (snapshot)->as_of;
  g_autoptr (GPtrArray) imports = march_snapshot_list_points (snapshot);

  if (!march_points_are_shown (list->scene->style))
    return;
  for (guint i = 0; i < imports->len; i++)
    if (march_points_are_in (imports->pdata[i], day, &list->scene->plot.view))
      add_points (list, imports->pdata[i]);
}

void
march_legend_list_add_lens (MarchLegendList *list)
{
  g_autoptr (GPtrArray) seen = NULL;

  if (list->scene->style->lens == MARCH_PAINT_DISAGREEMENT)
    add_disagreement (list);

  if (!march_legend_list_is_of_badges (list))
    return;
  seen = list_seen (list->scene);
  for (guint i = 0; i <= MARCH_VALUE_SYMBOLIC && list->scene->style->lens == MARCH_PAINT_VALUE; i++)
    add_value (list, seen, (MarchValueKind) i);
  if (list->scene->style->lens == MARCH_PAINT_EVIDENCE)
    add_evidence (list, seen);
}
