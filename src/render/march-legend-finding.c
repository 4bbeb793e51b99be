/* march-legend-finding.c — how the legend tells of what is said of a place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-legend-private.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

/* Who holds how much, as everywhere else. How far a hold reaches that is not told, and a dated
 * area, are drawn: they stand on the second line. */
static char *
hold_words (const MarchLegendList *list, MarchSymbol symbol, const MarchHold *hold)
{
  const char *name = march_legend_list_name_actor (list, hold->actor);

  if ((hold->area != NULL || hold->shares->len > 0) && symbol == MARCH_SYMBOL_SAYS_HOLDS)
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
name_hues (const MarchLegendList *list, const MarchLegendEntry *entry)
{
  g_autoptr (GString) hues = g_string_new (NULL);
  guint n = 0;

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
                              march_legend_list_name_actor (list, actor));
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
char *
march_legend_list_describe_area (const MarchLegendList *list, const MarchAreaShare *share)
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
hold_detail (const MarchLegendList *list, const MarchLegendEntry *entry, const MarchHold *hold)
{
  g_autofree char *hues = name_hues (list, entry);
  GString         *detail = g_string_new (hues);

  append_detail (detail, describe_bands (entry, hold));
  if (hold->shares->len > 0)
    {
      g_autofree char *area = march_legend_list_describe_area (list, march_hold_get_share (hold));

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
add_certain_hold (MarchLegendList    *list,
                  const MarchFinding *finding,
                  const MarchHold    *hold,
                  gboolean            ring)
{
  MarchSymbol      symbol = march_hold_get_symbol (hold);
  g_autofree char *words = hold_words (list, symbol, hold);
  g_autofree char *key = NULL;
  MarchLegendEntry probe = { .symbol = symbol }, *entry;
  gboolean         fresh;

  march_legend_entry_set_hold (&probe, finding, hold);
  key = hold_key (&probe, hold, words);
  entry = march_legend_list_add_keyed (list, key, MARCH_LEGEND_CONTROL, MARCH_SWATCH_SYMBOL, symbol,
                                       hold->actor, &fresh);
  march_legend_entry_add_place (entry, finding->place);
  if (!fresh)
    return;
  entry->ring = ring;
  march_legend_entry_set_hold (entry, finding, hold);
  entry->words = g_steal_pointer (&words);
  march_legend_entry_take_detail (entry, hold_detail (list, entry, hold));
}

/* @symbol is what it would be if it were certain. */
static void
add_possible (MarchLegendList  *list,
              MarchSymbol       symbol,
              const MarchActor *actor,
              const MarchPlace *place)
{
  MarchLegendEntry *entry = march_legend_list_add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_POSSIBLE,
                                                   symbol, actor, place);
  const char       *name = march_legend_list_name_actor (list, actor);

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
add_hold (MarchLegendList *list, const MarchFinding *finding, const MarchHold *hold, gboolean ring)
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
  entry = march_legend_list_add (list, MARCH_LEGEND_EDGE, MARCH_SWATCH_CONCLUDED, MARCH_SYMBOL_HELD,
                                 NULL, finding->place);
  if (entry != NULL)
    entry->words = g_strdup (_("Concluded by the analyst"));
}

static void
add_aspiration (MarchLegendList *list, const MarchOwn *own, const MarchPlace *place, gboolean ring)
{
  MarchLegendEntry *entry = march_legend_list_add (list, MARCH_LEGEND_CLAIM,
                                                   ring ? MARCH_SWATCH_ASPIRATION_RING
                                                        : MARCH_SWATCH_SYMBOL,
                                                   MARCH_SYMBOL_ASPIRATION, own->actor, place);
  g_autofree char  *since = NULL;
  const char       *name;

  if (entry == NULL)
    return;
  entry->certainty = own->certainty;
  entry->words = march_words_is_official (own) ? g_strdup (_("An official voiced a claim"))
                                               : g_strdup (_("A voice spoke of a claim"));
  name = march_legend_list_name_actor (list, own->actor);
  since = own->since[0] != '\0' ? march_edtf_describe_start (own->since) : NULL;
  march_legend_entry_take_detail (
      entry, own->certainty == MARCH_CERTAINTY_POSSIBLE && since != NULL
                 ? g_strdup_printf (_("%s, perhaps since %s"), name, since)
                 : g_strdup (name));
}

static void
add_own (MarchLegendList *list, const MarchOwn *own, const MarchPlace *place, gboolean ring)
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
  entry = march_legend_list_add (list, MARCH_LEGEND_CLAIM, MARCH_SWATCH_SYMBOL, MARCH_SYMBOL_OWNS,
                                 own->actor, place);
  if (entry != NULL)
    entry->words = g_strdup_printf (_("%s says it owns it"),
                                    march_legend_list_name_actor (list, own->actor));
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
add_owners (MarchLegendList    *list,
            const MarchFinding *finding,
            const MarchLook    *look,
            gboolean            ring)
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
add_silence (MarchLegendList    *list,
             const MarchFinding *finding,
             const MarchLook    *look,
             gboolean            ring)
{
  for (guint i = 0; i < look->n_bands; i++)
    if (look->bands[i].kind == MARCH_BAND_SILENT && (!ring || look->n_bands == 1))
      {
        MarchLegendEntry *entry = march_legend_list_add (list, MARCH_LEGEND_MARK,
                                                         MARCH_SWATCH_SYMBOL, MARCH_SYMBOL_SILENT,
                                                         NULL, finding->place);

        if (entry == NULL)
          continue;
        entry->ring = ring;
        entry->words = g_strdup (_("No quotation on record"));
        march_legend_entry_take_detail (entry, g_strdup (_("of who holds it")));
      }
}

void
march_legend_list_add_finding (MarchLegendList    *list,
                               const MarchFinding *finding,
                               const MarchLook    *look,
                               gboolean            ring)
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
  entry = march_legend_list_add (list, MARCH_LEGEND_MARK, MARCH_SWATCH_DISAGREE, MARCH_SYMBOL_HELD,
                                 NULL, finding->place);
  if (entry != NULL)
    entry->words = g_strdup (_("Sources disagree"));
}
