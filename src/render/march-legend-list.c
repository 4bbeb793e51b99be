/* march-legend-list.c — which symbols are on a picture, each once and in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-legend-private.h"

#include <glib/gi18n.h>

const char *
march_legend_list_name_actor (const MarchLegendList *list, const MarchActor *actor)
{
  return march_actor_get_name (actor, list->scene->style->language);
}

/* Units come before settlements, and a place whose parts have faces of their own comes once. */
void
march_legend_entry_add_place (MarchLegendEntry *entry, const MarchPlace *place)
{
  if (place != NULL && !g_ptr_array_find (entry->places, place, NULL))
    g_ptr_array_add (entry->places, (gpointer) place);
}

/* The entry of @key; @fresh is whether it had none. */
MarchLegendEntry *
march_legend_list_add_keyed (MarchLegendList  *list,
                             const char       *key,
                             MarchLegendGroup  group,
                             MarchSwatchKind   kind,
                             MarchSymbol       symbol,
                             const MarchActor *actor,
                             gboolean         *fresh)
{
  MarchLegendEntry *entry = g_hash_table_lookup (list->keys, key);

  *fresh = entry == NULL;
  if (entry != NULL)
    return entry;
  entry = g_new0 (MarchLegendEntry, 1);
  *entry = (MarchLegendEntry){ .group = group,
                               .kind = kind,
                               .symbol = symbol,
                               .actor = actor,
                               .certainty = MARCH_CERTAINTY_CERTAIN,
                               .places = g_ptr_array_new () };
  entry->detail = g_strdup ("");
  g_hash_table_insert (list->keys, g_strdup (key), entry);
  g_ptr_array_add (list->entries, entry);
  return entry;
}

/* Returns the entry if it is a new one, else notes one place more. */
MarchLegendEntry *
march_legend_list_add (MarchLegendList  *list,
                       MarchLegendGroup  group,
                       MarchSwatchKind   kind,
                       MarchSymbol       symbol,
                       const MarchActor *actor,
                       const MarchPlace *place)
{
  g_autofree char  *key = g_strdup_printf ("%d %d %" G_GINT64_FORMAT, kind, symbol,
                                          actor != NULL ? actor->id : 0);
  gboolean          fresh;
  MarchLegendEntry *entry = march_legend_list_add_keyed (list, key, group, kind, symbol, actor,
                                                         &fresh);

  march_legend_entry_add_place (entry, place);
  return fresh ? entry : NULL;
}

/** march_legend_entry_take_detail: @detail: (transfer full): its second line instead of the one it
 * has */
void
march_legend_entry_take_detail (MarchLegendEntry *entry, char *detail)
{
  g_free (entry->detail);
  entry->detail = detail;
}

/* What the border encloses: all on the picture that the entry's actor says it owns. */
static void
add_claimed (MarchLegendList *list, MarchLegendEntry *entry)
{
  for (guint i = 0; i < list->scene->land->mesh->n_faces; i++)
    {
      const MarchPlace   *place = list->scene->land->faces[i].place;
      const MarchFinding *finding = place != NULL
                                        ? march_snapshot_get_finding (list->scene->snapshot, place)
                                        : NULL;

      if (finding == NULL || !march_scene_shows_face (list->scene, i))
        continue;
      for (guint j = 0; j < finding->owns->len; j++)
        {
          const MarchOwn *own = g_ptr_array_index (finding->owns, j);

          if (own->actor == entry->actor && own->certainty == MARCH_CERTAINTY_CERTAIN
              && own->basis != MARCH_CLAIM_ASPIRATION)
            march_legend_entry_add_place (entry, place);
        }
    }
}

static void
add_borders (MarchLegendList *list)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (list->scene->painter->corpus);
  g_autoptr (GPtrArray) claimants = march_scene_list_claimed_borders (list->scene);
  MarchLegendEntry *entry;

  if (list->scene->style->recognised_border
      && march_scene_shows_edge (list->scene, MARCH_EDGE_RECOGNISED))
    {
      entry = march_legend_list_add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_RECOGNISED_BORDER,
                                     MARCH_SYMBOL_HELD, NULL, NULL);
      entry->words = g_strdup (_("Recognised border"));
      march_legend_entry_take_detail (entry, g_strdup (facts->convention));
    }
  for (guint i = 0; i < claimants->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (claimants, i);

      entry = march_legend_list_add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_CLAIMED_BORDER,
                                     MARCH_SYMBOL_OWNS, actor, NULL);
      if (entry == NULL)
        continue;
      entry->words = g_strdup_printf (_("Border %s says it has"),
                                      march_legend_list_name_actor (list, actor));
      add_claimed (list, entry);
    }
}

/* Over a tile layer no plain land is drawn. */
static void
add_land (MarchLegendList *list)
{
  if (list->scene->style->transparent_base)
    return;
  for (guint i = 0; i < list->scene->land->mesh->n_faces; i++)
    {
      const MarchLandFace *face = &list->scene->land->faces[i];
      MarchLegendEntry    *entry = NULL;

      if ((face->ours && list->scene->looks[i].drawn) || !march_scene_shows_face (list->scene, i))
        continue;
      if (face->ours)
        entry = march_legend_list_add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_SYMBOL,
                                       MARCH_SYMBOL_UNDISPUTED, NULL, face->place);
      else
        entry = march_legend_list_add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_OUTSIDE,
                                       MARCH_SYMBOL_UNDISPUTED, NULL, NULL);
      if (entry == NULL)
        continue;
      if (!face->ours)
        entry->words = g_strdup (_("Outside this dossier"));
      else
        entry->words = g_strdup (march_legend_list_is_of_badges (list)
                                     ? _("Land of the dossier")
                                     : _("Not disputed in this dossier"));
    }
}

static gboolean
has_shape (MarchPainter *painter, const MarchPlace *place)
{
  const MarchBox box = march_painter_get_box (painter, place);

  return box.west <= box.east;
}

static void
add_selected (MarchLegendList *list)
{
  const gint64      id = list->scene->style->selected;
  const MarchPlace *place = id != 0 ? march_corpus_get_place (list->scene->painter->corpus, id)
                                    : NULL;
  MarchLegendEntry *entry;

  /* What is only described can be selected, but not drawn. */
  if (place == NULL || !has_shape (list->scene->painter, place))
    return;
  entry = march_legend_list_add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_SELECTED, MARCH_SYMBOL_HELD,
                                 NULL, place);
  entry->words = g_strdup (_("Selected place"));
}

/* Groups in order; within one, symbols in the order of the enumeration, then actors by their slot.
 */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MarchLegendEntry *one = *(const MarchLegendEntry *const *) a,
                         *other = *(const MarchLegendEntry *const *) b;
  guint one_slot = one->actor != NULL ? one->actor->palette : 0,
        other_slot = other->actor != NULL ? other->actor->palette : 0;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  if (one->group != MARCH_LEGEND_MARK && one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->group != MARCH_LEGEND_MARK && one->symbol != other->symbol)
    return one->symbol < other->symbol ? -1 : 1;
  return (one_slot > other_slot) - (one_slot < other_slot);
}

static void
add_site (MarchLegendList *list, const MarchPlace *place)
{
  MarchLegendEntry *entry = march_legend_list_add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_SITE,
                                                   MARCH_SYMBOL_HELD, NULL, place);

  if (entry != NULL)
    entry->words = g_strdup (_("Site: a plant, a port or the like"));
}

static void
collect (MarchLegendList *list)
{
  const MarchScene *scene = list->scene;

  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (scene->land->faces[i].place != NULL && march_scene_shows_face (scene, i))
      march_legend_list_add_finding (list,
                                     march_snapshot_get_finding (scene->snapshot,
                                                                 scene->land->faces[i].place),
                                     &scene->looks[i], FALSE);
  for (guint i = 0; i < scene->land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (scene->land->seas, MarchLandSea, i);

      if (march_plot_sees (&scene->plot, &sea->shape->box))
        march_legend_list_add_finding (list,
                                       march_snapshot_get_finding (scene->snapshot, sea->place),
                                       &scene->sea_looks[i], FALSE);
    }
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);

      if (!march_scene_sees_mark (scene, mark))
        continue;
      march_legend_list_add_finding (list,
                                     march_snapshot_get_finding (scene->snapshot, mark->place),
                                     &mark->look, TRUE);
      if (mark->place->kind == MARCH_PLACE_SITE)
        add_site (list, mark->place);
    }
  add_borders (list);
  add_selected (list);
  march_legend_list_add_points (list);
  march_legend_list_add_lens (list);
  add_land (list);
}

GPtrArray *
march_painter_list_legend (MarchPainter     *painter,
                           MarchSnapshot    *snapshot,
                           const MarchView  *view,
                           const MarchStyle *style)
{
  g_auto (MarchScene) scene = { 0 };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MarchLegendList list = {
    &scene, g_ptr_array_new_with_free_func ((GDestroyNotify) march_legend_entry_free), keys
  };

  if (!march_view_is_sane (view))
    return list.entries;
  march_scene_init (&scene, painter, NULL, snapshot, view, style, NULL);
  scene.plot.unit_window = (MarchRect){ view->x, view->y, view->x + view->width / scene.plot.world,
                                        view->y + view->height / scene.plot.world };
  collect (&list);
  g_ptr_array_sort (list.entries, compare_entries);
  return list.entries;
}
