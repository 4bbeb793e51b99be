/* march-why-rules.c — which symbol is drawn, and the rule that says so */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-why-private.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

static MarchSymbol
get_symbol_of_extent (MarchExtent extent)
{
  switch (extent)
    {
    case MARCH_EXTENT_MOST:
    case MARCH_EXTENT_PART:
      return MARCH_SYMBOL_PARTLY;
    case MARCH_EXTENT_FOOTHOLD:
      return MARCH_SYMBOL_FOOTHOLD;
    case MARCH_EXTENT_CONTESTED:
      return MARCH_SYMBOL_CONTESTED;
    case MARCH_EXTENT_NOT_WHOLE:
      return MARCH_SYMBOL_NOT_WHOLE;
    case MARCH_EXTENT_NOT_STATED:
      return MARCH_SYMBOL_NOT_STATED;
    case MARCH_EXTENT_NONE:
      return MARCH_SYMBOL_SILENT;
    case MARCH_EXTENT_WHOLE:
    default:
      return MARCH_SYMBOL_HELD;
    }
}

/* An imported area shows just where; by its holder's own word it is in strokes. */
static MarchSymbol
symbol_of_share (const MarchAreaShare *share)
{
  return share->area_import->basis == MARCH_BASIS_OWN ? MARCH_SYMBOL_SAYS_HOLDS
                                                      : MARCH_SYMBOL_AREA;
}

/* A dated area shows just where; a holder's own word looks like no other hold, whatever its
 * extent. */
MarchSymbol
march_why_symbol_of_hold (const MarchHold *hold)
{
  if (hold->area != NULL)
    return hold->basis == MARCH_BASIS_OWN ? MARCH_SYMBOL_SAYS_HOLDS : MARCH_SYMBOL_AREA;
  if (march_hold_get_share (hold) != NULL)
    return symbol_of_share (march_hold_get_share (hold));
  if (hold->basis == MARCH_BASIS_OWN && hold->extent != MARCH_EXTENT_NONE)
    return MARCH_SYMBOL_SAYS_HOLDS;
  return get_symbol_of_extent (hold->extent);
}

MarchSymbol
march_why_symbol_of_own (const MarchOwn *own)
{
  return own->basis == MARCH_CLAIM_ASPIRATION ? MARCH_SYMBOL_ASPIRATION : MARCH_SYMBOL_OWNS;
}

static const char *
get_rule (MarchSymbol symbol)
{
  static const char *const rules[] = {
    [MARCH_SYMBOL_UNDISPUTED] = N_("Nobody but its recognised state is on record as holding it, "
                                   "saying it holds it or saying it owns it: plain, without "
                                   "colour."),
    [MARCH_SYMBOL_HELD] = N_("The whole is held: solid colour."),
    [MARCH_SYMBOL_SAYS_HOLDS] = N_("Only the holder's own side says so: strokes instead of a "
                                   "fill, and a dashed outline."),
    [MARCH_SYMBOL_PARTLY] = N_("Part is held and no dated line is on record: bands over the whole "
                               "place. What nobody is said to hold stays without colour."),
    [MARCH_SYMBOL_FOOTHOLD] = N_("A foothold is held: one band in four."),
    [MARCH_SYMBOL_NOT_STATED] = N_("It is held, but no source says how far: solid colour with a "
                                   "broken outline."),
    [MARCH_SYMBOL_NOT_WHOLE] = N_("A source says only that not the whole is held: bands, their "
                                  "share is not said."),
    [MARCH_SYMBOL_CONTESTED] = N_("It is contested: upright stripes in the colours of those who "
                                  "contest it."),
    [MARCH_SYMBOL_AREA] = N_("A dated area covers the day: exactly that area is coloured."),
    [MARCH_SYMBOL_ASPIRATION] = N_("A claim voiced, but not by one who states policy: dots."),
    [MARCH_SYMBOL_SILENT] = N_("It is disputed, but no quotation on record says who holds it: "
                               "cross-ticks on plain land."),
  };

  return _(rules[symbol]);
}

static const char *
get_undisputed_rule (const MarchFinding *finding)
{
  if (finding->disputed_parts->len > 0)
    return _("Nobody but its recognised state is on record as holding it as a whole, saying so or "
             "saying it owns it: without a colour of its own. Its parts are drawn by what is said "
             "of each.");
  if (finding->recognised == NULL)
    return _("Nobody is on record as holding it, saying they hold it or saying they own it, and no "
             "state is recognised as having it: plain, without colour.");
  return get_rule (MARCH_SYMBOL_UNDISPUTED);
}

static const char *
get_rule_of_share (const MarchAreaShare *share)
{
  if (share->point)
    return _("Its point lies in an imported area: it is drawn as its holder’s.");
  if (share->further)
    return _("An imported area by the holder’s own word, which goes beyond what the same source "
             "assesses: strokes where it does; what is both is drawn as assessed.");
  if (share->area_import->basis == MARCH_BASIS_OWN)
    return _("An imported area by the holder’s own word: strokes over exactly that area; the rest "
             "has no colour of its own.");
  return _("An imported area covers the day: exactly that area is coloured, and the rest has no "
           "colour of its own.");
}

/* Settlements and sites are a ring, which shows the holder and no hatch. */
static gboolean
is_ring (const MarchFinding *finding)
{
  return finding->place->kind == MARCH_PLACE_SETTLEMENT || finding->place->kind == MARCH_PLACE_SITE;
}

/* Returns: (nullable): what is drawn otherwise of a ring than of land */
static const char *
get_rule_of_ring (const MarchWhyRow *row)
{
  switch (row->symbol)
    {
    case MARCH_SYMBOL_SILENT:
      return row->hold != NULL ? _("It is said only who does not hold it: its ring has no colour.")
                               : _("It is disputed, but no quotation on record says who holds it: "
                                   "its ring has no colour.");
    case MARCH_SYMBOL_OWNS:
      return _("A claim to a single point has no hatch of its own.");
    case MARCH_SYMBOL_ASPIRATION:
      return _("A claim voiced, but not by one who states policy: a ring of dots.");
    default:
      return NULL;
    }
}

/* A dotted outline stands for what is only possible, if anything does. */
static gboolean
is_outline (const MarchFinding *finding, const MarchWhyRow *row)
{
  if (row->certainty != MARCH_CERTAINTY_POSSIBLE || row->symbol == MARCH_SYMBOL_ASPIRATION
      || row->symbol == MARCH_SYMBOL_SILENT)
    return FALSE;
  return row->own == NULL || !march_finding_has_only_possible_rivals (finding, row->actor);
}

static const char *
get_rule_of_row (const MarchFinding *finding, const MarchWhyRow *row)
{
  gboolean hatched;

  if (row->symbol == MARCH_SYMBOL_UNDISPUTED)
    return get_undisputed_rule (finding);
  if (is_outline (finding, row))
    return _("The day lies in some readings of its dates only: a dotted outline, without fill or "
             "hatch.");
  if (row->hold != NULL && march_hold_get_share (row->hold) != NULL)
    return get_rule_of_share (march_hold_get_share (row->hold));
  if (is_ring (finding) && get_rule_of_ring (row) != NULL)
    return get_rule_of_ring (row);
  if (row->symbol == MARCH_SYMBOL_SILENT && row->hold != NULL)
    return _("It is said only who does not hold it: cross-ticks on plain land.");
  if (row->symbol == MARCH_SYMBOL_OWNS)
    return march_why_rule_of_hatch (finding, row->actor, &hatched);
  return get_rule (row->symbol);
}

static const char *
get_drawing (const MarchFinding *finding, const MarchWhyRow *row)
{
  static const char *const drawings[] = {
    [MARCH_SYMBOL_UNDISPUTED] = N_("Plain"),
    [MARCH_SYMBOL_HELD] = N_("Solid colour"),
    [MARCH_SYMBOL_SAYS_HOLDS] = N_("Strokes"),
    [MARCH_SYMBOL_PARTLY] = N_("Bands"),
    [MARCH_SYMBOL_FOOTHOLD] = N_("One band in four"),
    [MARCH_SYMBOL_NOT_STATED] = N_("Solid colour, broken outline"),
    [MARCH_SYMBOL_NOT_WHOLE] = N_("Bands"),
    [MARCH_SYMBOL_CONTESTED] = N_("Upright stripes"),
    [MARCH_SYMBOL_AREA] = N_("Exact area"),
    [MARCH_SYMBOL_OWNS] = N_("Hatch"),
    [MARCH_SYMBOL_ASPIRATION] = N_("Dots"),
    [MARCH_SYMBOL_SILENT] = N_("Cross-ticks"),
  };
  gboolean hatched = TRUE;

  if (is_outline (finding, row))
    return _("Dotted outline");
  if (is_ring (finding) && row->symbol == MARCH_SYMBOL_SILENT)
    return _("No colour");
  if (is_ring (finding) && row->symbol == MARCH_SYMBOL_ASPIRATION)
    return _("Ring of dots");
  if (is_ring (finding) && row->symbol == MARCH_SYMBOL_OWNS)
    return _("No hatch");
  if (row->symbol == MARCH_SYMBOL_OWNS)
    march_why_rule_of_hatch (finding, row->actor, &hatched);
  if (!hatched)
    return _("No hatch");
  return _(drawings[row->symbol]);
}

/* What is drawn of a row, in a few words. */
char *
march_why_describe_drawing (const MarchFinding *finding, const MarchWhyRow *row)
{
  const char *drawing = get_drawing (finding, row);

  if (row->concluded && row->certainty == MARCH_CERTAINTY_CERTAIN)
    /* Translators: what is drawn, such as "Bands". */
    return g_strdup_printf (_("%s, dashed edge"), drawing);
  return g_strdup (drawing);
}

static void
append_edge (GString *rule, const MarchWhyRow *row)
{
  if (row->concluded && row->certainty == MARCH_CERTAINTY_CERTAIN)
    g_string_append_printf (rule, " %s",
                            _("It is a conclusion of the analyst: a short-dashed edge."));
  if (row->hold != NULL && row->hold->last_reported && row->hold->by_area)
    g_string_append_printf (
        rule, " %s", _("Its source has no newer data up to this day: its age is in the legend."));
  else if (row->hold != NULL && row->hold->last_reported)
    g_string_append_printf (
        rule, " %s",
        _("The report is older than the dossier carries one: its age is in the label."));
}

static void
append_inheritance (GString *rule, const MarchWhyRow *row)
{
  const MarchPlace *from = row->hold != NULL  ? row->hold->inherited_from
                           : row->own != NULL ? row->own->inherited_from
                                              : NULL;

  if (from == NULL)
    return;
  g_string_append_c (rule, ' ');
  /* Translators: %s is a place */
  g_string_append_printf (rule,
                          row->hold != NULL ? _("It is said of all of %s, and so of its parts.")
                                            : _("It is a claim to %s, and so to its parts."),
                          march_place_get_name (from, march_words_get_language (NULL)));
}

/* The drawing rule of a row, in sentences. */
char *
march_why_rule (const MarchFinding *finding, const MarchWhyRow *row)
{
  GString *rule = g_string_new (get_rule_of_row (finding, row));

  append_edge (rule, row);
  append_inheritance (rule, row);
  return g_string_free (rule, FALSE);
}
