/* march-look.c — how one place is to be drawn on a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-look.h"

#include "asof/march-source-pair.h"

#define FOOTHOLD_BANDS 4 /* a foothold is one band in so many */

/**
 * march_hold_get_symbol:
 *
 * Returns: what a hold looks like
 */
MarchSymbol
march_hold_get_symbol (const MarchHold *hold)
{
  if (hold->area != NULL)
    return hold->basis == MARCH_BASIS_OWN ? MARCH_SYMBOL_SAYS_HOLDS : MARCH_SYMBOL_AREA;
  if (march_hold_get_share (hold) != NULL)
    return march_hold_get_share (hold)->area_import->basis == MARCH_BASIS_OWN
               ? MARCH_SYMBOL_SAYS_HOLDS
               : MARCH_SYMBOL_AREA;
  if (hold->extent == MARCH_EXTENT_CONTESTED)
    return MARCH_SYMBOL_CONTESTED;
  if (hold->basis == MARCH_BASIS_OWN)
    return MARCH_SYMBOL_SAYS_HOLDS;
  switch (hold->extent)
    {
    case MARCH_EXTENT_MOST:
    case MARCH_EXTENT_PART:
      return MARCH_SYMBOL_PARTLY;
    case MARCH_EXTENT_FOOTHOLD:
      return MARCH_SYMBOL_FOOTHOLD;
    case MARCH_EXTENT_NOT_WHOLE:
      return MARCH_SYMBOL_NOT_WHOLE;
    case MARCH_EXTENT_NOT_STATED:
      return MARCH_SYMBOL_NOT_STATED;
    case MARCH_EXTENT_WHOLE:
    case MARCH_EXTENT_NONE:
    case MARCH_EXTENT_CONTESTED:
      break;
    }
  return MARCH_SYMBOL_HELD;
}

static gboolean
has_band (const MarchLook *look, const MarchActor *actor)
{
  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].actor == actor)
      return TRUE;
  return FALSE;
}

static void
add_band (MarchLook *look, MarchBandKind kind, const MarchActor *actor)
{
  if (look->n_bands < MARCH_PATTERN_MAX_BANDS)
    look->bands[look->n_bands++] = (MarchBand){ kind, actor };
}

static MarchBandKind
hold_band (const MarchHold *hold)
{
  return hold->basis == MARCH_BASIS_OWN ? MARCH_BAND_STROKES : MARCH_BAND_FILL;
}

static void
add_actor (const MarchActor **actors, guint *n_actors, const MarchActor *actor)
{
  for (guint i = 0; i < *n_actors; i++)
    if (actors[i] == actor)
      return;
  if (*n_actors < MARCH_LOOK_MAX)
    actors[(*n_actors)++] = actor;
}

/* Whether an area shows where it is held, rather than the whole place. */
static gboolean
has_area (const MarchHold *hold)
{
  const MarchAreaShare *share = march_hold_get_share (hold);

  return hold->area != NULL || (share != NULL && !share->point);
}

/* Land that is both assessed and said to be held is drawn as assessed: what is said lies below. */
static void
put_area (MarchLook *look, const MarchLookArea *area)
{
  guint position = look->n_areas;

  if (look->n_areas == MARCH_LOOK_AREAS)
    return;
  for (guint i = 0; i < look->n_areas && area->kind == MARCH_BAND_STROKES; i++)
    if (look->areas[i].actor == area->actor && look->areas[i].kind == MARCH_BAND_FILL)
      position = MIN (position, i);
  memmove (look->areas + position + 1, look->areas + position,
           (look->n_areas - position) * sizeof *look->areas);
  look->areas[position] = *area;
  look->n_areas++;
}

static MarchBandKind
import_band (const MarchDatedImport *area_import)
{
  return area_import->basis == MARCH_BASIS_OWN ? MARCH_BAND_STROKES : MARCH_BAND_FILL;
}

/* An imported area, which may be of any day, goes before the one of an assertion. */
static void
add_area (MarchLook *look, const MarchHold *hold)
{
  const MarchAreaShare *share = march_hold_get_share (hold);
  MarchLookArea         area = { .actor = hold->actor, .kind = hold_band (hold) };

  if (share != NULL)
    {
      area.area_import = share->area_import;
      area.kind = import_band (share->area_import);
    }
  else
    area.geometry = hold->area;
  put_area (look, &area);
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const MarchActor *one = ((const MarchBand *) a)->actor, *other = ((const MarchBand *) b)->actor;

  if (one->palette != other->palette)
    return one->palette < other->palette ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static void
note_edges (MarchLook *look, const MarchHold *hold)
{
  if (hold->basis == MARCH_BASIS_CONCLUDED)
    look->concluded = TRUE;
  if (hold->basis == MARCH_BASIS_OWN && !has_area (hold))
    look->own_word = hold->actor;
  else if (hold->extent == MARCH_EXTENT_NOT_STATED && !has_area (hold))
    look->broken = hold->actor;
  if (hold->last_reported)
    look->last_reported = hold;
}

/* What the holders leave open: silence, unless one of them has the whole or there are several
 * shares. */
static gboolean
leaves_silence (const MarchHold *hold, guint n_holders)
{
  switch (hold->extent)
    {
    case MARCH_EXTENT_WHOLE:
    case MARCH_EXTENT_NOT_STATED:
      return FALSE;
    default:
      return n_holders == 1;
    }
}

static void
weigh_foothold (MarchLook *look, const MarchActor *foothold)
{
  MarchBand others[MARCH_PATTERN_MAX_BANDS];
  guint     n_others = 0;
  MarchBand own = { MARCH_BAND_FILL, foothold };

  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].actor == foothold)
      own = look->bands[i];
    else
      others[n_others++] = look->bands[i];
  if (n_others == 0)
    return;
  look->bands[0] = own;
  look->n_bands = 1;
  for (guint i = 0; i + 1 < MAX (FOOTHOLD_BANDS, n_others + 1); i++)
    add_band (look, others[i % n_others].kind, others[i % n_others].actor);
}

static void
add_holder (MarchLook *look, const MarchHold *hold)
{
  note_edges (look, hold);
  if (has_area (hold))
    add_area (look, hold);
  else if (!has_band (look, hold->actor))
    add_band (look, hold_band (hold), hold->actor);
  if (hold->extent == MARCH_EXTENT_CONTESTED)
    look->contested = look->stripes = TRUE;
}

/* Dated areas say which part is held. The rest of the place is then silent only if somebody says
 * that it is theirs; else it is as undisputed as any land beside. */
static gboolean
is_rest_undisputed (const MarchLook *look, const MarchFinding *finding)
{
  for (guint i = 0; i < finding->owns->len; i++)
    {
      const MarchOwn *own = g_ptr_array_index (finding->owns, i);

      if (own->actor != NULL && own->actor != finding->recognised
          && own->certainty != MARCH_CERTAINTY_NONE && own->basis != MARCH_CLAIM_ASPIRATION)
        return FALSE;
    }
  return look->n_areas > 0 && finding->recognised != NULL;
}

static void
set_control (MarchLook *look, const MarchFinding *finding)
{
  const MarchHold  *first = NULL;
  const MarchActor *foothold = NULL;

  for (guint i = 0; i < finding->n_deciding; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);

      if (hold->extent == MARCH_EXTENT_NONE || hold->actor == NULL)
        continue;
      if (hold->certainty != MARCH_CERTAINTY_CERTAIN)
        {
          add_actor (look->possible, &look->n_possible, hold->actor);
          if (march_hold_get_share (hold) != NULL && has_area (hold))
            add_area (look, hold); /* an area is of the day, whatever else is said */
          continue;
        }
      add_holder (look, hold);
      if (!has_area (hold) && first == NULL)
        first = hold;
      if (hold->extent == MARCH_EXTENT_FOOTHOLD && !has_area (hold))
        foothold = hold->actor;
    }
  qsort (look->bands, look->n_bands, sizeof (MarchBand), compare_bands);
  if (first == NULL && (look->n_possible > 0 || is_rest_undisputed (look, finding)))
    add_band (look, MARCH_BAND_PLAIN, NULL); /* if there is a quotation, it is of a possible time */
  else if (first == NULL || leaves_silence (first, look->n_bands))
    add_band (look, MARCH_BAND_SILENT, NULL);
  if (foothold != NULL)
    weigh_foothold (look, foothold);
}

static gboolean
has_area_of_other (const MarchLook *look, const MarchActor *actor)
{
  for (guint i = 0; i < look->n_areas; i++)
    if (look->areas[i].actor != actor)
      return TRUE;
  return FALSE;
}

/* A hatch lies on what others hold, which may be just an area of theirs; where nobody else is known
 * to hold anything, on the silent rest. */
static void
add_hatch (MarchLook *look, const MarchActor *actor)
{
  MarchHatch hatch = { actor, 0 };
  guint      silent = 0;

  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].actor == NULL)
      silent |= 1u << i;
    else if (look->bands[i].actor != actor)
      hatch.bands |= 1u << i;
  if (hatch.bands == 0 && !has_area_of_other (look, actor))
    hatch.bands = silent;
  if (look->n_hatches < MARCH_LOOK_MAX)
    look->hatches[look->n_hatches++] = hatch;
}

static void
add_owner (MarchLook *look, const MarchOwn *own)
{
  if (own->actor == NULL || own->certainty == MARCH_CERTAINTY_NONE)
    return;
  if (own->basis == MARCH_CLAIM_ASPIRATION)
    {
      add_actor (look->dots, &look->n_dots, own->actor);
      look->dots_possible = look->dots_possible && own->certainty == MARCH_CERTAINTY_POSSIBLE;
    }
  else if (own->certainty == MARCH_CERTAINTY_POSSIBLE)
    add_actor (look->possible, &look->n_possible, own->actor);
  else
    add_hatch (look, own->actor);
}

/**
 * march_look_init:
 * @finding: what a snapshot says of the place
 *
 * Decides symbols and edges by the table of symbols; nothing here depends on the view.
 */
void
march_look_init (MarchLook *look, const MarchFinding *finding, MarchPaintLens lens)
{
  gboolean control = lens == MARCH_PAINT_CONTROL || lens == MARCH_PAINT_BOTH;
  gboolean claim = lens == MARCH_PAINT_CLAIM || lens == MARCH_PAINT_BOTH;

  *look = (MarchLook){ .dots_possible = TRUE };
  if (finding == NULL)
    return;
  look->disputed = finding->state != MARCH_STATE_UNDISPUTED;
  if (control && look->disputed)
    set_control (look, finding);
  else if (lens == MARCH_PAINT_EVIDENCE && finding->state == MARCH_STATE_SILENT)
    add_band (look, MARCH_BAND_SILENT, NULL);
  else if (look->disputed)
    add_band (look, MARCH_BAND_PLAIN, NULL);
  for (guint i = 0; claim && i < finding->owns->len; i++)
    {
      const MarchOwn *own = g_ptr_array_index (finding->owns, i);

      if (own->basis == MARCH_CLAIM_ASPIRATION
          || (look->disputed && !march_finding_has_only_possible_rivals (finding, own->actor)))
        add_owner (look, own);
    }
  if (look->n_bands == 0 && look->n_dots > 0)
    add_band (look, MARCH_BAND_PLAIN, NULL);
  look->disagree = march_finding_disagrees (finding);
  look->drawn = look->n_bands > 0;
}

static void
add_compared (MarchLook *look, const MarchDatedImport *one, const MarchDatedImport *other)
{
  if (look->n_areas < MARCH_LOOK_AREAS)
    look->areas[look->n_areas++]
        = (MarchLookArea){ .area_import = one,
                           .other = other,
                           .actor = one->holder,
                           .kind = other == NULL ? import_band (one) : MARCH_BAND_FILL };
}

static void
add_pairs_of (MarchLook *look, const GArray *pairs, gboolean own)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const MarchSourcePair *pair = &g_array_index (pairs, MarchSourcePair, i);

      if ((pair->one->basis == MARCH_BASIS_OWN) == own && (i == 0 || pair[-1].one != pair->one))
        add_compared (look, pair->one, NULL);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const MarchSourcePair *pair = &g_array_index (pairs, MarchSourcePair, i);

      if ((pair->one->basis == MARCH_BASIS_OWN) == own)
        add_compared (look, pair->one, pair->other);
    }
}

/**
 * march_look_add_pairs:
 * @pairs: (element-type MarchSourcePair)
 *
 * In the lens of disagreement: the areas of the drawn source, and over them those on which another
 * one disagrees. What is said to be held lies below what is assessed.
 */
void
march_look_add_pairs (MarchLook *look, const GArray *pairs)
{
  add_pairs_of (look, pairs, TRUE);
  add_pairs_of (look, pairs, FALSE);
  if (look->n_areas > 0 && look->n_bands == 0)
    add_band (look, MARCH_BAND_PLAIN, NULL);
  look->drawn = look->n_bands > 0;
}

/**
 * march_look_init_area:
 *
 * How the inside of a dated area looks: its holder's, hatched by everybody else who says that it is
 * theirs.
 */
void
march_look_init_area (MarchLook *look, const MarchLook *whole, guint area)
{
  *look = (MarchLook){ .drawn = TRUE, .disputed = TRUE };
  add_band (look, whole->areas[area].kind, whole->areas[area].actor);
  if (whole->areas[area].other != NULL)
    {
      add_band (look, MARCH_BAND_SILENT, NULL);
      look->stripes = TRUE;
    }
  for (guint i = 0; i < whole->n_hatches; i++)
    add_hatch (look, whole->hatches[i].actor);
}

/** march_look_hatches_areas: Returns: whether @actor says it owns it, and so hatches a dated area
 * of somebody else's in it */
gboolean
march_look_hatches_areas (const MarchLook *look, const MarchActor *actor)
{
  for (guint i = 0; i < look->n_hatches; i++)
    if (look->hatches[i].actor == actor)
      return has_area_of_other (look, actor);
  return FALSE;
}

static gboolean
same_areas (const MarchLook *one, const MarchLook *other)
{
  for (guint i = 0; one->n_areas == other->n_areas && i < one->n_areas; i++)
    {
      const MarchLookArea *a = &one->areas[i], *b = &other->areas[i];

      if (a->geometry != b->geometry || a->area_import != b->area_import || a->other != b->other
          || a->actor != b->actor || a->kind != b->kind)
        return FALSE;
    }
  return one->n_areas == other->n_areas;
}

/** march_look_same_fill: Returns: whether what is inside the outlines of both looks the same */
gboolean
march_look_same_fill (const MarchLook *one, const MarchLook *other)
{
  if (one->n_bands != other->n_bands || one->n_hatches != other->n_hatches
      || one->n_dots != other->n_dots || one->dots_possible != other->dots_possible
      || one->stripes != other->stripes || !same_areas (one, other))
    return FALSE;
  for (guint i = 0; i < one->n_bands; i++)
    if (one->bands[i].kind != other->bands[i].kind || one->bands[i].actor != other->bands[i].actor)
      return FALSE;
  for (guint i = 0; i < one->n_hatches; i++)
    if (one->hatches[i].actor != other->hatches[i].actor
        || one->hatches[i].bands != other->hatches[i].bands)
      return FALSE;
  for (guint i = 0; i < one->n_dots; i++)
    if (one->dots[i] != other->dots[i])
      return FALSE;
  return TRUE;
}

static guint
slot_of (const MarchActor *actor)
{
  return actor != NULL ? actor->palette : 0;
}

static void
add_strokes (const MarchLook *look, const MarchStyle *style, MarchPattern *pattern)
{
  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].kind == MARCH_BAND_STROKES)
      {
        MarchPatternLayer layer = march_pattern_strokes (style->theme,
                                                         slot_of (look->bands[i].actor));

        layer.bands = 1u << i;
        march_pattern_add_layer (pattern, &layer);
      }
}

static void
add_ticks (const MarchLook *look, const MarchStyle *style, MarchPattern *pattern)
{
  MarchPatternLayer layer = march_pattern_ticks (style->theme);

  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].kind == MARCH_BAND_SILENT)
      layer.bands |= 1u << i;
  march_pattern_add_layer (pattern, &layer);
}

static void
add_hatches (const MarchLook *look, const MarchStyle *style, MarchPattern *pattern)
{
  for (guint i = 0; i < look->n_hatches; i++)
    {
      MarchPatternLayer layer = march_pattern_hatch (style->theme,
                                                     slot_of (look->hatches[i].actor));

      layer.bands = look->hatches[i].bands;
      march_pattern_add_layer (pattern, &layer);
    }
  for (guint i = 0; i < look->n_dots; i++)
    {
      MarchPatternLayer layer = march_pattern_dots (style->theme, slot_of (look->dots[i]));

      layer.bands = (1u << look->n_bands) - 1;
      if (look->dots_possible)
        layer.width *= 0.75;
      march_pattern_add_layer (pattern, &layer);
    }
}

/**
 * march_look_get_pattern:
 *
 * The pattern of a look in a style; a draft leaves all but the bands out.
 */
void
march_look_get_pattern (const MarchLook *look, const MarchStyle *style, MarchPattern *pattern)
{
  const MarchPalette *palette = march_palette_get (style->theme);

  memset (pattern, 0, sizeof *pattern);
  pattern->stripes = look->stripes;
  pattern->n_bands = look->n_bands;
  for (guint i = 0; i < look->n_bands; i++)
    pattern->bands[i] = look->bands[i].kind == MARCH_BAND_FILL
                            ? march_palette_get_fill (style->theme, slot_of (look->bands[i].actor))
                            : palette->undisputed;
  add_strokes (look, style, pattern);
  if (style->draft)
    return;
  add_ticks (look, style, pattern);
  if (style->hatches)
    add_hatches (look, style, pattern);
}
