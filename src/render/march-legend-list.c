/* march-legend-list.c — which symbols are on a picture, each once and in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-source-pair.h"
#include "asof/march-words.h"
#include "render/march-scene.h"

/* Entries under way: a key tells those that look and mean the same. */
typedef struct
{
  const MarchScene *scene;
  GPtrArray        *entries;
  GHashTable       *keys; /* char* to MarchLegendEntry in @entries */
} List;

static const char *
actor_name (const List *list, const MarchActor *actor)
{
  return march_actor_get_name (actor, list->scene->style->language);
}

/* Units come before settlements, and a place whose parts have faces of their own comes once. */
static void
add_place (MarchLegendEntry *entry, const MarchPlace *place)
{
  if (place != NULL && !g_ptr_array_find (entry->places, place, NULL))
    g_ptr_array_add (entry->places, (gpointer) place);
}

/* The entry of @key; @fresh is whether it had none. */
static MarchLegendEntry *
add_keyed (List             *list,
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
static MarchLegendEntry *
add (List             *list,
     MarchLegendGroup  group,
     MarchSwatchKind   kind,
     MarchSymbol       symbol,
     const MarchActor *actor,
     const MarchPlace *place)
{
  g_autofree char  *key = g_strdup_printf ("%d %d %" G_GINT64_FORMAT, kind, symbol,
                                          actor != NULL ? actor->id : 0);
  gboolean          fresh;
  MarchLegendEntry *entry = add_keyed (list, key, group, kind, symbol, actor, &fresh);

  add_place (entry, place);
  return fresh ? entry : NULL;
}

/* Who holds how much, as everywhere else. How far a hold reaches that is not told, and a dated
 * area, are drawn: they stand on the second line. */
static char *
hold_words (const List *list, MarchSymbol symbol, const MarchHold *hold)
{
  const char *name = actor_name (list, hold->actor);

  if (hold->shares->len > 0 && symbol == MARCH_SYMBOL_SAYS_HOLDS)
    return g_strdup_printf (_("%s says it holds this area"), name);
  switch (symbol)
    {
    case MARCH_SYMBOL_CONTESTED:
      return g_strdup (_("Contested"));
    case MARCH_SYMBOL_AREA:
      return g_strdup_printf (_("Held by %s, dated area"), name);
    case MARCH_SYMBOL_NOT_STATED:
      return g_strdup_printf (_("Held by %s"), name);
    default:
      return march_words_hold_headline (hold, list->scene->style->language);
    }
}

static gboolean
has_earlier_band (const MarchLegendEntry *entry, guint index)
{
  for (guint i = 0; i < index; i++)
    if (entry->bands[i].actor == entry->bands[index].actor)
      return TRUE;
  return FALSE;
}

/* Whose colour is whose, where the sample has those of several: "orange Velmark, blue Orrland". */
static char *
name_hues (const List *list, const MarchLegendEntry *entry)
{
  g_autoptr (GString) hues = g_string_new (NULL);
  guint               n = 0;

  for (guint i = 0; i < entry->n_bands; i++)
    {
      const MarchActor *actor = entry->bands[i].actor;

      if (actor == NULL || has_earlier_band (entry, i))
        continue;
      g_string_append (hues, n++ > 0 ? ", " : "");
      /* Translators: a colour on the map and whose it is: "orange Velmark". */
      g_string_append_printf (hues, _("%1$s %2$s"),
                              march_palette_get_hue_name (list->scene->style->theme,
                                                          actor->palette),
                              actor_name (list, actor));
    }
  return n > 1 ? g_strdup (hues->str) : NULL;
}

static const char *
describe_bands (const MarchLegendEntry *entry, const MarchHold *hold)
{
  if (entry->symbol == MARCH_SYMBOL_NOT_STATED)
    return _("extent not stated");
  if (entry->ring || hold->area != NULL || hold->shares->len > 0)
    return NULL;
  switch (hold->extent)
    {
    case MARCH_EXTENT_MOST:
    case MARCH_EXTENT_PART:
    case MARCH_EXTENT_NOT_WHOLE:
    case MARCH_EXTENT_FOOTHOLD:
      return _("bands, no line is known");
    default:
      return NULL;
    }
}

static void
append_detail (GString *detail, const char *words)
{
  if (words != NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? ", " : "", words);
}

/* Whose area it is and of which day. */
static char *
describe_area (const List *list, const MarchAreaShare *share)
{
  g_autofree char *day = march_day_describe (share->data);

  if (share->data == march_snapshot_get_question (list->scene->snapshot)->as_of)
    /* Translators: a source of areas, and the day of the area. */
    return g_strdup_printf (_("“%1$s”, %2$s"), share->area_import->source->title, day);
  /* Translators: the same of an area that is carried to a day of which there is none. */
  return g_strdup_printf (_("“%1$s”, as of %2$s, the newest before"),
                          share->area_import->source->title, day);
}

static char *
hold_detail (const List *list, const MarchLegendEntry *entry, const MarchHold *hold)
{
  g_autofree char *hues = name_hues (list, entry);
  GString         *detail = g_string_new (hues);

  append_detail (detail, describe_bands (entry, hold));
  if (hold->shares->len > 0)
    {
      g_autofree char *area = describe_area (list, march_hold_get_share (hold));

      append_detail (detail, area);
    }
  else if (hold->last_reported)
    {
      g_autofree char *date = march_words_last_reported (hold);
      g_autofree char *reported = g_strdup_printf (_("last reported %s"), date);

      append_detail (detail, reported);
    }
  return g_string_free (detail, FALSE);
}

/* Holds that differ in words, in age or in what is drawn are told apart; that a settlement's ring
 * shows the same as a unit's fill is not told twice. */
static char *
hold_key (const MarchLegendEntry *probe, const MarchHold *hold, const char *words)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "hold %d %d %s", probe->symbol, probe->stripes, words);
  for (guint i = 0; i < probe->n_bands; i++)
    g_string_append_printf (key, " %d.%" G_GINT64_FORMAT, probe->bands[i].kind,
                            probe->bands[i].actor != NULL ? probe->bands[i].actor->id : 0);
  if (hold->last_reported)
    {
      g_autofree char *date = march_words_last_reported (hold);

      g_string_append_printf (key, " %s", date);
    }
  return g_string_free (key, FALSE);
}

static void
add_certain_hold (List *list, const MarchFinding *finding, const MarchHold *hold, gboolean ring)
{
  MarchSymbol       symbol = march_hold_get_symbol (hold);
  g_autofree char  *words = hold_words (list, symbol, hold);
  g_autofree char  *key = NULL;
  MarchLegendEntry  probe = { .symbol = symbol }, *entry;
  gboolean          fresh;

  march_legend_entry_set_hold (&probe, finding, hold);
  key = hold_key (&probe, hold, words);
  entry = add_keyed (list, key, MARCH_LEGEND_CONTROL, MARCH_SWATCH_SYMBOL, symbol, hold->actor,
                     &fresh);
  add_place (entry, finding->place);
  if (!fresh)
    return;
  entry->ring = ring;
  march_legend_entry_set_hold (entry, finding, hold);
  entry->words = g_steal_pointer (&words);
  g_free (entry->detail);
  entry->detail = hold_detail (list, entry, hold);
}

/* @symbol is what it would be if it were certain. */
static void
add_possible (List *list, MarchSymbol symbol, const MarchActor *actor, const MarchPlace *place)
{
  MarchLegendEntry *entry = add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_POSSIBLE, symbol, actor,
                                 place);
  const char       *name = actor_name (list, actor);

  if (entry == NULL)
    return;
  entry->certainty = MARCH_CERTAINTY_POSSIBLE;
  if (symbol == MARCH_SYMBOL_OWNS)
    entry->words = g_strdup_printf (_("Perhaps %s says it owns it"), name);
  else if (symbol == MARCH_SYMBOL_SAYS_HOLDS)
    entry->words = g_strdup_printf (_("Perhaps %s says it holds"), name);
  else
    entry->words = g_strdup_printf (_("Perhaps held by %s"), name);
}

/* A settlement has no outline that could be dotted or dashed. */
static void
add_hold (List *list, const MarchFinding *finding, const MarchHold *hold, gboolean ring)
{
  MarchLegendEntry *entry;

  if (hold->actor == NULL || hold->extent == MARCH_EXTENT_NONE)
    return;
  if (hold->certainty != MARCH_CERTAINTY_CERTAIN)
    {
      if (march_hold_get_share (hold) != NULL && !ring)
        add_certain_hold (list, finding, hold, ring);
      if (!ring)
        add_possible (list,
                      hold->basis == MARCH_BASIS_OWN ? MARCH_SYMBOL_SAYS_HOLDS : MARCH_SYMBOL_HELD,
                      hold->actor, finding->place);
      return;
    }
  add_certain_hold (list, finding, hold, ring);
  if (hold->basis != MARCH_BASIS_CONCLUDED || ring)
    return;
  entry = add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_CONCLUDED, MARCH_SYMBOL_HELD, NULL,
               finding->place);
  if (entry != NULL)
    entry->words = g_strdup (_("Concluded by the analyst"));
}

static void
add_aspiration (List *list, const MarchOwn *own, const MarchPlace *place, gboolean ring)
{
  MarchLegendEntry *entry = add (list, MARCH_LEGEND_CLAIM,
                                 ring ? MARCH_SWATCH_ASPIRATION_RING : MARCH_SWATCH_SYMBOL,
                                 MARCH_SYMBOL_ASPIRATION, own->actor, place);
  g_autofree char  *since = NULL;

  if (entry == NULL)
    return;
  entry->certainty = own->certainty;
  entry->words = march_words_is_official (own) ? g_strdup (_("An official voiced a claim"))
                                               : g_strdup (_("A voice spoke of a claim"));
  g_free (entry->detail);
  since = own->since[0] != '\0' ? march_edtf_describe_start (own->since) : NULL;
  if (own->certainty == MARCH_CERTAINTY_POSSIBLE && since != NULL)
    entry->detail = g_strdup_printf (_("%s, perhaps since %s"), actor_name (list, own->actor),
                                     since);
  else
    entry->detail = g_strdup (actor_name (list, own->actor));
}

static void
add_own (List *list, const MarchOwn *own, const MarchPlace *place, gboolean ring)
{
  MarchLegendEntry *entry;

  if (own->actor == NULL || own->certainty == MARCH_CERTAINTY_NONE)
    return;
  if (own->basis == MARCH_CLAIM_ASPIRATION)
    {
      add_aspiration (list, own, place, ring);
      return;
    }
  if (own->certainty == MARCH_CERTAINTY_POSSIBLE)
    {
      add_possible (list, MARCH_SYMBOL_OWNS, own->actor, place);
      return;
    }
  entry = add (list, MARCH_LEGEND_CLAIM, MARCH_SWATCH_SYMBOL, MARCH_SYMBOL_OWNS, own->actor, place);
  if (entry != NULL)
    entry->words = g_strdup_printf (_("%s says it owns it"), actor_name (list, own->actor));
}

static gboolean
is_hatched (const MarchLook *look, const MarchActor *actor)
{
  for (guint i = 0; i < look->n_hatches; i++)
    if (look->hatches[i].actor == actor && look->hatches[i].bands != 0)
      return TRUE;
  return march_look_hatches_areas (look, actor);
}

static void
add_owners (List *list, const MarchFinding *finding, const MarchLook *look, gboolean ring)
{
  const MarchPaintLens lens = list->scene->style->lens;

  for (guint i = 0;
       i < finding->owns->len && (lens == MARCH_PAINT_CLAIM || lens == MARCH_PAINT_BOTH); i++)
    {
      const MarchOwn *own = g_ptr_array_index (finding->owns, i);
      gboolean        drawn = is_hatched (look, own->actor);

      if (own->basis == MARCH_CLAIM_ASPIRATION)
        drawn = look->n_dots > 0;
      else if (own->certainty == MARCH_CERTAINTY_POSSIBLE)
        drawn = look->n_possible > 0;
      if (drawn && (!ring || own->basis == MARCH_CLAIM_ASPIRATION))
        add_own (list, own, finding->place, ring);
    }
}

/* A settlement has the sign of silence where nothing but that is in its ring. */
static void
add_silence (List *list, const MarchFinding *finding, const MarchLook *look, gboolean ring)
{
  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].kind == MARCH_BAND_SILENT && (!ring || look->n_bands == 1))
      {
        MarchLegendEntry *entry = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_SYMBOL,
                                       MARCH_SYMBOL_SILENT, NULL, finding->place);

        if (entry == NULL)
          continue;
        entry->ring = ring;
        entry->words = g_strdup (_("No quotation on record"));
        g_free (entry->detail);
        entry->detail = g_strdup (_("of who holds it"));
      }
}

static void
add_finding (List *list, const MarchFinding *finding, const MarchLook *look, gboolean ring)
{
  const MarchPaintLens lens = list->scene->style->lens;
  MarchLegendEntry    *entry;

  if (finding == NULL || (!look->drawn && !look->disagree && look->n_possible == 0))
    return;
  for (guint i = 0;
       i < finding->n_deciding && (lens == MARCH_PAINT_CONTROL || lens == MARCH_PAINT_BOTH); i++)
    add_hold (list, finding, g_ptr_array_index (finding->holds, i), ring);
  add_silence (list, finding, look, ring);
  add_owners (list, finding, look, ring);
  if (!look->disagree)
    return;
  entry = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_DISAGREE, MARCH_SYMBOL_HELD, NULL,
               finding->place);
  if (entry != NULL)
    entry->words = g_strdup (_("Sources disagree"));
}

static gboolean
has_point_on_screen (const MarchScene *scene, const MarchMeshRing *ring)
{
  const MarchView   *view = &scene->plot.view;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MarchSpot));

  march_plot_ring_points (&scene->plot, scene->land->mesh, ring, points);
  for (guint i = 0; i < points->len; i++)
    {
      const MarchSpot *at = &g_array_index (points, MarchSpot, i);

      if (at->x >= 0 && at->y >= 0 && at->x <= view->width && at->y <= view->height)
        return TRUE;
    }
  return FALSE;
}

/* A bounding box alone would list what lies beyond the picture's corner. */
static gboolean
is_on_screen (const MarchScene *scene, guint index)
{
  const MarchView *view = &scene->plot.view;
  const MarchFace *face = &scene->land->mesh->faces[index];
  const double     probes[][2] = { { 0.5, 0.5 }, { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } };
  double           longitude, latitude;

  if (!march_scene_sees_face (scene, index))
    return FALSE;
  for (guint i = 0; i < face->n_rings; i++)
    if (march_plot_sees (&scene->plot, &face->rings[i].box)
        && has_point_on_screen (scene, &face->rings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      march_view_unproject (view, probes[i][0] * view->width, probes[i][1] * view->height,
                            &longitude, &latitude);
      if (march_geometry_contains (scene->land->faces[index].geometry, longitude, latitude))
        return TRUE;
    }
  return FALSE;
}

static gboolean
sees_track (const MarchScene *scene, const MarchTrack *track)
{
  const guint level = scene->plot.level;

  for (guint i = 1; i < track->n_points[level]; i++)
    {
      MarchSpot from = track->points[level][i - 1], to = track->points[level][i];

      if (march_rect_cut_line (&scene->plot.unit_window, &from, &to))
        return TRUE;
    }
  return FALSE;
}

static gboolean
sees_edge (const MarchScene *scene, MarchEdgeKind kind)
{
  for (guint i = 0; i < scene->land->mesh->n_arcs; i++)
    if (scene->land->edges[i] == kind
        && march_plot_sees (&scene->plot, &scene->land->mesh->arcs[i].track.box)
        && sees_track (scene, &scene->land->mesh->arcs[i].track))
      return TRUE;
  return FALSE;
}

/* What the border encloses: all on the picture that the entry's actor says it owns. */
static void
add_claimed (List *list, MarchLegendEntry *entry)
{
  for (guint i = 0; i < list->scene->land->mesh->n_faces; i++)
    {
      const MarchPlace   *place = list->scene->land->faces[i].place;
      const MarchFinding *finding
          = place != NULL ? march_snapshot_get_finding (list->scene->snapshot, place) : NULL;

      if (finding == NULL || !is_on_screen (list->scene, i))
        continue;
      for (guint j = 0; j < finding->owns->len; j++)
        {
          const MarchOwn *own = g_ptr_array_index (finding->owns, j);

          if (own->actor == entry->actor && own->certainty == MARCH_CERTAINTY_CERTAIN
              && own->basis != MARCH_CLAIM_ASPIRATION)
            add_place (entry, place);
        }
    }
}

static void
add_borders (List *list)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (list->scene->painter->corpus);
  g_autoptr (GPtrArray)    claimants = march_scene_list_claimed_borders (list->scene);
  MarchLegendEntry        *entry;

  if (list->scene->style->recognised_border && sees_edge (list->scene, MARCH_EDGE_RECOGNISED))
    {
      entry = add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_RECOGNISED_BORDER, MARCH_SYMBOL_HELD, NULL,
                   NULL);
      entry->words = g_strdup (_("Recognised border"));
      g_free (entry->detail);
      entry->detail = g_strdup (facts->convention);
    }
  for (guint i = 0; i < claimants->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (claimants, i);

      entry = add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_CLAIMED_BORDER, MARCH_SYMBOL_OWNS, actor,
                   NULL);
      if (entry == NULL)
        continue;
      entry->words = g_strdup_printf (_("Border %s says it has"), actor_name (list, actor));
      add_claimed (list, entry);
    }
}

/* A lens that shows no dispute can't say that there is none. */
static gboolean
is_badge_lens (const MarchScene *scene)
{
  return scene->style->lens >= MARCH_PAINT_VALUE;
}

static void
add_land (List *list)
{
  for (guint i = 0; i < list->scene->land->mesh->n_faces; i++)
    {
      const MarchLandFace *face = &list->scene->land->faces[i];
      MarchLegendEntry    *entry = NULL;

      if ((face->ours && list->scene->looks[i].drawn) || !is_on_screen (list->scene, i))
        continue;
      if (face->ours)
        entry = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_SYMBOL, MARCH_SYMBOL_UNDISPUTED, NULL,
                     face->place);
      else
        entry = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_OUTSIDE, MARCH_SYMBOL_UNDISPUTED, NULL,
                     NULL);
      if (entry == NULL)
        continue;
      if (!face->ours)
        entry->words = g_strdup (_("Outside this dossier"));
      else
        entry->words = g_strdup (is_badge_lens (list->scene) ? _("Land of the dossier")
                                                             : _("Not disputed in this dossier"));
    }
}

/* Every place that may have a badge on the picture. */
static GPtrArray *
list_seen (const MarchScene *scene)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (scene->land->faces[i].place != NULL && scene->land->faces[i].ours && is_on_screen (scene, i)
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
value_detail (const List *list, GPtrArray *actors, gboolean all)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < actors->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            actor_name (list, g_ptr_array_index (actors, i)));
  if (actors->len == 0)
    return g_strdup (_("count of quotations"));
  /* Translators: actors to whom places matter. */
  return all ? g_strdup_printf (_("count of quotations; for %s"), names->str)
             /* Translators: actors to whom places matter; of some places nobody says to whom. */
             : g_strdup_printf (_("count of quotations; for %s, or not stated"), names->str);
}

static void
add_value (List *list, GPtrArray *seen, MarchValueKind kind)
{
  static const char *const words[] = { N_("Strategic value"), N_("Economic value"),
                                       N_("Symbolic value") };
  g_autoptr (GPtrArray)    actors = g_ptr_array_new ();
  MarchLegendEntry        *entry = NULL;
  gboolean                 all = TRUE;

  for (guint i = 0; i < seen->len; i++)
    {
      const MarchPlace     *place = g_ptr_array_index (seen, i);
      g_autoptr (GPtrArray) values = march_snapshot_list_values (list->scene->snapshot, place,
                                                                 kind);

      if (values->len == 0)
        continue;
      all = note_actors (actors, values) && all;
      if (entry == NULL)
        entry = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_VALUE, (MarchSymbol) kind, NULL, place);
      else
        add_place (entry, place);
    }
  if (entry == NULL)
    return;
  entry->value_kind = kind;
  entry->words = g_strdup (_(words[kind]));
  g_free (entry->detail);
  entry->detail = value_detail (list, actors, all);
}

static void
add_evidence_kind (List             *list,
                   MarchSwatchKind   kind,
                   const char       *words,
                   const char       *detail,
                   const MarchPlace *place)
{
  MarchLegendEntry *entry = add (list, MARCH_LEGEND_MARK, kind, MARCH_SYMBOL_HELD, NULL, place);

  if (entry == NULL)
    return;
  entry->words = g_strdup (words);
  g_free (entry->detail);
  entry->detail = g_strdup (detail);
}

static void
add_evidence (List *list, GPtrArray *seen)
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
    if (march_scene_is_unquoted (list->scene, i) && is_on_screen (list->scene, i))
      add_evidence_kind (list, MARCH_SWATCH_UNQUOTED, _("Nothing quoted about it"), "",
                         list->scene->land->faces[i].place);
}

static char *
describe_import (const List *list, const MarchAreaImport *area_import)
{
  const MarchDay       day = march_snapshot_get_question (list->scene->snapshot)->as_of;
  const MarchAreaShare share = { .area_import = area_import,
                                 .data = march_area_import_find_data (area_import, day) };

  return describe_area (list, &share);
}

static void
add_pair (List *list, const MarchSourcePair *pair)
{
  g_autofree char  *one = describe_import (list, pair->one);
  g_autofree char  *other = describe_import (list, pair->other);
  g_autofree char  *key = g_strdup_printf ("pair %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                           pair->one->id, pair->other->id);
  const char       *name = actor_name (list, pair->one->holder);
  MarchLegendEntry *entry;
  gboolean          fresh;

  entry = add (list, MARCH_LEGEND_CONTROL, MARCH_SWATCH_SYMBOL, MARCH_SYMBOL_AREA,
               pair->one->holder, NULL);
  if (entry != NULL)
    {
      entry->bands[entry->n_bands++] = (MarchBand){ MARCH_BAND_FILL, pair->one->holder };
      entry->words = g_strdup_printf (_("Sources agree: held by %s"), name);
    }
  entry = add_keyed (list, key, MARCH_LEGEND_CONTROL, MARCH_SWATCH_SYMBOL, MARCH_SYMBOL_CONTESTED,
                     pair->one->holder, &fresh);
  entry->stripes = TRUE;
  entry->bands[0] = (MarchBand){ MARCH_BAND_FILL, pair->one->holder };
  entry->bands[1] = (MarchBand){ MARCH_BAND_SILENT, NULL };
  entry->n_bands = 2;
  entry->words = g_strdup_printf (_("Held by %s as only one of two sources has it"), name);
  g_free (entry->detail);
  /* Translators: two sources of areas with their days. */
  entry->detail = g_strdup_printf (_("%1$s against %2$s"), one, other);
}

static void
add_disagreement (List *list)
{
  g_autoptr (GArray) pairs = march_snapshot_list_source_pairs (list->scene->snapshot);
  MarchLegendEntry  *entry;

  for (guint i = 0; i < pairs->len; i++)
    add_pair (list, &g_array_index (pairs, MarchSourcePair, i));
  if (pairs->len > 0)
    return;
  entry = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_DISAGREE, MARCH_SYMBOL_HELD, NULL, NULL);
  if (entry != NULL)
    entry->words = g_strdup (_("No two sources have areas of one holder on this day"));
}

static void
add_lens (List *list)
{
  g_autoptr (GPtrArray) seen = NULL;

  if (list->scene->style->lens == MARCH_PAINT_DISAGREEMENT)
    add_disagreement (list);

  if (!is_badge_lens (list->scene))
    return;
  seen = list_seen (list->scene);
  for (guint i = 0; i <= MARCH_VALUE_SYMBOLIC && list->scene->style->lens == MARCH_PAINT_VALUE; i++)
    add_value (list, seen, (MarchValueKind) i);
  if (list->scene->style->lens == MARCH_PAINT_EVIDENCE)
    add_evidence (list, seen);
}

static void
add_selected (List *list)
{
  MarchLegendEntry *entry;

  if (list->scene->style->selected == 0)
    return;
  entry = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_SELECTED, MARCH_SYMBOL_HELD, NULL,
               march_corpus_get_place (list->scene->painter->corpus, list->scene->style->selected));
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
add_site (List *list, const MarchPlace *place)
{
  MarchLegendEntry *entry
      = add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_SITE, MARCH_SYMBOL_HELD, NULL, place);

  if (entry != NULL)
    entry->words = g_strdup (_("Site: a plant, a port or the like"));
}

static void
collect (List *list)
{
  const MarchScene *scene = list->scene;

  for (guint i = 0; i < scene->land->mesh->n_faces; i++)
    if (scene->land->faces[i].place != NULL && is_on_screen (scene, i))
      add_finding (list, march_snapshot_get_finding (scene->snapshot, scene->land->faces[i].place),
                   &scene->looks[i], FALSE);
  for (guint i = 0; i < scene->land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (scene->land->seas, MarchLandSea, i);

      if (march_plot_sees (&scene->plot, &sea->shape->box))
        add_finding (list, march_snapshot_get_finding (scene->snapshot, sea->place),
                     &scene->sea_looks[i], FALSE);
    }
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);

      if (!march_scene_sees_mark (scene, mark))
        continue;
      add_finding (list, march_snapshot_get_finding (scene->snapshot, mark->place), &mark->look,
                   TRUE);
      if (mark->place->kind == MARCH_PLACE_SITE)
        add_site (list, mark->place);
    }
  add_borders (list);
  add_selected (list);
  add_lens (list);
  add_land (list);
}

GPtrArray *
march_painter_list_legend (MarchPainter     *painter,
                           MarchSnapshot    *snapshot,
                           const MarchView  *view,
                           const MarchStyle *style)
{
  g_auto (MarchScene)    scene = { 0 };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  List list = { &scene, g_ptr_array_new_with_free_func ((GDestroyNotify) march_legend_entry_free),
                keys };

  if (!march_view_is_sane (view))
    return list.entries;
  march_scene_init (&scene, painter, NULL, snapshot, view, style, NULL);
  scene.plot.unit_window = (MarchRect){ view->x, view->y, view->x + view->width / scene.plot.world,
                                        view->y + view->height / scene.plot.world };
  collect (&list);
  g_ptr_array_sort (list.entries, compare_entries);
  return list.entries;
}
