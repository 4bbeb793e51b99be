/* march-picture-sources.c — the quotations that justify what a picture shows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-sources.h"

#include "asof/march-words.h"
#include "render/march-point-marks.h"
#include "render/march-scene.h"

typedef struct
{
  MarchSnapshot *snapshot;
  GPtrArray     *sources;   /* of MarchCitedSource */
  GHashTable    *by_source; /* of const MarchSource → MarchCitedSource */
  GHashTable    *by_quotation;
} Collection;

static void
cited_quotation_free (MarchCitedQuotation *cited)
{
  g_ptr_array_unref (cited->places);
  g_free (cited);
}

static void
cited_source_free (MarchCitedSource *cited)
{
  g_ptr_array_unref (cited->quotations);
  g_ptr_array_unref (cited->shares);
  g_ptr_array_unref (cited->points);
  g_free (cited);
}

static MarchCitedSource *
find_source (Collection *collection, const MarchSource *source)
{
  MarchCitedSource *cited = g_hash_table_lookup (collection->by_source, source);

  if (cited != NULL)
    return cited;
  cited = g_new0 (MarchCitedSource, 1);
  cited->source = source;
  cited->quotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cited_quotation_free);
  cited->shares = g_ptr_array_new_with_free_func (g_free);
  cited->points = g_ptr_array_new ();
  g_hash_table_insert (collection->by_source, (gpointer) source, cited);
  g_ptr_array_add (collection->sources, cited);
  return cited;
}

/* Whether two passages that the dossier only points at would be told in the same words: one line
 * of the list stands for both. */
static gboolean
same_pointer (const MarchQuotation *one, const MarchQuotation *other)
{
  g_autofree char *a = NULL, *b = NULL;

  if (one->exact != NULL || other->exact != NULL || one->credibility != other->credibility
      || g_strcmp0 (one->translation, other->translation) != 0)
    return FALSE;
  a = march_words_attribution (one, NULL);
  b = march_words_attribution (other, NULL);
  return g_strcmp0 (a, b) == 0;
}

static MarchCitedQuotation *
find_pointer (const MarchCitedSource *cited, const MarchQuotation *quotation)
{
  for (guint i = 0; i < cited->quotations->len; i++)
    {
      MarchCitedQuotation *other = g_ptr_array_index (cited->quotations, i);

      if (same_pointer (other->quotation, quotation))
        return other;
    }
  return NULL;
}

static MarchCitedQuotation *
find_quotation (Collection *collection, const MarchQuotation *quotation)
{
  MarchCitedQuotation *cited = g_hash_table_lookup (collection->by_quotation, quotation);

  if (cited == NULL)
    cited = find_pointer (find_source (collection, quotation->source), quotation);
  if (cited != NULL)
    return cited;
  cited = g_new0 (MarchCitedQuotation, 1);
  cited->quotation = quotation;
  cited->places = g_ptr_array_new ();
  g_hash_table_insert (collection->by_quotation, (gpointer) quotation, cited);
  g_ptr_array_add (find_source (collection, quotation->source)->quotations, cited);
  return cited;
}

static void
collect_share (Collection *collection, const MarchAreaShare *share)
{
  MarchCitedSource *cited = find_source (collection, share->area_import->source);

  for (guint i = 0; i < cited->shares->len; i++)
    if (((const MarchAreaShare *) g_ptr_array_index (cited->shares, i))->area_import
        == share->area_import)
      return;
  g_ptr_array_add (cited->shares, g_memdup2 (share, sizeof *share));
}

static void
collect_import (Collection *collection, const MarchDatedImport *import)
{
  const MarchDay as_of = march_snapshot_get_question (collection->snapshot)->as_of;

  if (import != NULL)
    collect_share (collection,
                   &(MarchAreaShare){ .area_import = import,
                                      .data = march_area_import_find_data (import, as_of) });
}

static void
collect (Collection *collection, const MarchPlace *place, const MarchLook *look)
{
  const MarchFinding *finding = march_snapshot_get_finding (collection->snapshot, place);

  if (!look->drawn || finding == NULL)
    return;
  /* In the lens of disagreement they don't follow from the finding. */
  for (guint i = 0; i < look->n_areas; i++)
    {
      collect_import (collection, look->areas[i].area_import);
      collect_import (collection, look->areas[i].other);
    }
  for (guint i = 0; i < finding->n_deciding; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);

      for (guint j = 0; j < hold->shares->len; j++)
        collect_share (collection, g_ptr_array_index (hold->shares, j));
    }
  for (guint i = 0; i < finding->quotations->len; i++)
    {
      GPtrArray *places = find_quotation (collection, g_ptr_array_index (finding->quotations, i))
                              ->places;

      if (!g_ptr_array_find (places, place, NULL))
        g_ptr_array_add (places, (gpointer) place);
    }
}

static void
collect_points (Collection *collection, const MarchView *view, const MarchStyle *style)
{
  const MarchDay day = march_snapshot_get_question (collection->snapshot)->as_of;
  g_autoptr (GPtrArray) imports = march_snapshot_list_points (collection->snapshot);

  for (guint i = 0; i < imports->len && march_points_are_shown (style); i++)
    {
      const MarchDatedImport *import = g_ptr_array_index (imports, i);

      if (march_points_are_in (import, day, view))
        g_ptr_array_add (find_source (collection, import->source)->points, (gpointer) import);
    }
}

static void
collect_scene (Collection *collection, const MarchScene *scene)
{
  const MarchLand *land = scene->land;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL)
      collect (collection, land->faces[i].place, &scene->looks[i]);
  for (guint i = 0; i < land->seas->len; i++)
    collect (collection, g_array_index (land->seas, MarchLandSea, i).place, &scene->sea_looks[i]);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);

      collect (collection, mark->place, &mark->look);
    }
}

/**
 * march_picture_list_sources:
 *
 * Returns: (transfer full) (element-type MarchCitedSource): the sources of all that bears on the
 * colours and patterns of a view, in the order of the places; it borrows records from the
 * snapshot and its corpus
 */
GPtrArray *
march_picture_list_sources (MarchPainter     *painter,
                            MarchSnapshot    *snapshot,
                            const MarchView  *view,
                            const MarchStyle *style)
{
  Collection collection = { snapshot,
                            g_ptr_array_new_with_free_func ((GDestroyNotify) cited_source_free),
                            g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };
  g_auto (MarchScene) scene = { 0 };

  march_scene_init (&scene, painter, NULL, snapshot, view, style, NULL);
  collect_scene (&collection, &scene);
  collect_points (&collection, view, style);
  g_hash_table_unref (collection.by_source);
  g_hash_table_unref (collection.by_quotation);
  return collection.sources;
}
