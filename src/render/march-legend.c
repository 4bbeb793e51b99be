/* march-legend.c — the legend of a picture */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-legend.h"

#include <glib/gi18n.h>

#include "render/march-scene.h"

#define SWATCH_WIDTH 34.0
#define COLUMN_GAP 18.0
#define SWATCH_HEIGHT 20.0
#define GAP 11.0
#define DETAIL_LINE 46 /* characters, about, of a line of detail */

void
march_legend_entry_free (MarchLegendEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->words);
  g_free (entry->detail);
  g_clear_pointer (&entry->places, g_ptr_array_unref);
  g_free (entry);
}

MarchLegendEntry *
march_legend_entry_copy (const MarchLegendEntry *entry)
{
  MarchLegendEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->words = g_strdup (entry->words);
  copy->detail = g_strdup (entry->detail);
  copy->places = g_ptr_array_new ();
  if (entry->places != NULL)
    g_ptr_array_extend (copy->places, entry->places, NULL, NULL);
  return copy;
}

/**
 * march_legend_entry_set_hold:
 * @finding: what a snapshot says of a place
 * @hold: (nullable): one of those that decide in @finding; %NULL: none is on record
 *
 * Makes the sample what the map draws of the place: the bands of all who hold it, but of a dated
 * area the area's holder alone.
 */
void
march_legend_entry_set_hold (MarchLegendEntry   *entry,
                             const MarchFinding *finding,
                             const MarchHold    *hold)
{
  const MarchAreaShare *share = hold != NULL ? march_hold_get_share (hold) : NULL;
  MarchLook             look;

  if (hold != NULL && (hold->area != NULL || share != NULL))
    {
      const MarchBasis basis = share != NULL ? share->area_import->basis : hold->basis;

      entry->bands[0] = (MarchBand){ basis == MARCH_BASIS_OWN ? MARCH_BAND_STROKES
                                                              : MARCH_BAND_FILL,
                                     hold->actor };
      entry->n_bands = 1;
      return;
    }
  march_look_init (&look, finding, MARCH_PAINT_CONTROL);
  if (!look.disputed)
    return;
  memcpy (entry->bands, look.bands, sizeof entry->bands);
  entry->n_bands = look.n_bands;
  entry->stripes = look.stripes;
}

/**
 * march_legend_entry_same_look:
 *
 * Returns: whether two entries have the same sample
 */
gboolean
march_legend_entry_same_look (const MarchLegendEntry *a, const MarchLegendEntry *b)
{
  if (a->kind != b->kind || a->symbol != b->symbol || a->actor != b->actor
      || a->concluded != b->concluded || a->certainty != b->certainty || a->n_bands != b->n_bands
      || a->stripes != b->stripes)
    return FALSE;
  for (guint i = 0; i < a->n_bands; i++)
    if (a->bands[i].kind != b->bands[i].kind || a->bands[i].actor != b->bands[i].actor)
      return FALSE;
  return TRUE;
}

/**
 * march_legend_entry_new_for_why:
 * @row: one of @why
 *
 * Returns: (transfer full): the sample that stands beside a row of the explanation of a colour
 */
MarchLegendEntry *
march_legend_entry_new_for_why (const MarchWhy *why, const MarchWhyRow *row)
{
  MarchLegendEntry *entry = g_new0 (MarchLegendEntry, 1);

  entry->group = row->own != NULL ? MARCH_LEGEND_CLAIM : MARCH_LEGEND_CONTROL;
  entry->kind = MARCH_SWATCH_SYMBOL;
  entry->symbol = row->symbol;
  entry->actor = row->actor;
  entry->concluded = row->concluded;
  entry->certainty = row->certainty;
  entry->words = g_strdup (row->headline);
  entry->detail = g_strdup ("");
  if (row->symbol == MARCH_SYMBOL_UNDISPUTED && why->finding != NULL
      && why->finding->place->kind == MARCH_PLACE_SEA)
    entry->kind = MARCH_SWATCH_WATER;
  else if (row->symbol == MARCH_SYMBOL_ASPIRATION)
    entry->kind = MARCH_SWATCH_ASPIRATION_RING;
  else if (row->certainty == MARCH_CERTAINTY_POSSIBLE)
    entry->kind = MARCH_SWATCH_POSSIBLE;
  else if (row->hold != NULL && why->finding != NULL)
    march_legend_entry_set_hold (entry, why->finding, row->hold);
  return entry;
}

/**
 * march_legend_group_get_title:
 *
 * Returns: (transfer none): the heading of a group
 */
const char *
march_legend_group_get_title (MarchLegendGroup group)
{
  static const char *const titles[MARCH_N_LEGEND_GROUPS] = { N_("Control: fill"),
                                                             N_("Claim: hatch and ring"),
                                                             N_("Edges"), N_("Marks and land") };

  return _(titles[group]);
}

/* A legend being measured, or painted where @cr is not NULL. */
typedef struct
{
  cairo_t          *cr;
  const MarchStyle *style;
  double            x, y, scale, k;
  double            width;
} Layout;

static double
put_text (Layout *layout, MarchTextKind kind, const char *text, double x, double y)
{
  MarchLettering *lettering = march_lettering_get ();
  double          width, height;

  march_lettering_measure (lettering, layout->style, kind, text, &width, &height);
  if (layout->cr != NULL)
    march_lettering_write (lettering, layout->cr, layout->style, kind, text, x, y, layout->scale);
  layout->width = MAX (layout->width, x + width - layout->x);
  return height;
}

/* The second line and those below it, broken at spaces. */
static double
put_detail (Layout *layout, const char *detail, double x, double y)
{
  g_auto (GStrv)      words = g_strsplit (detail, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  double              height = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (line->len > 0
          && g_utf8_strlen (line->str, -1) + g_utf8_strlen (words[i], -1) >= DETAIL_LINE)
        {
          height += put_text (layout, MARCH_TEXT_CAPTION, line->str, x, y + height);
          g_string_truncate (line, 0);
        }
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
    }
  if (line->len > 0)
    height += put_text (layout, MARCH_TEXT_CAPTION, line->str, x, y + height);
  return height;
}

/* A sample, beside words of that height. Where the projector's letters are at their least, the
 * samples, which would not be, take no more room than they. */
static double
get_swatch_height (const Layout *layout, double line)
{
  const double height = SWATCH_HEIGHT * layout->k;

  return layout->style->theme == MARCH_THEME_PROJECTOR ? MIN (height, line) : height;
}

static double
put_entry (Layout *layout, const MarchLegendEntry *entry, double y)
{
  double k = layout->k, text_x = layout->x + (SWATCH_WIDTH + GAP) * k, height, swatch;

  height = put_text (layout, MARCH_TEXT_BODY, entry->words, text_x, y);
  swatch = get_swatch_height (layout, height);
  height += put_detail (layout, entry->detail, text_x, y + height);
  if (layout->cr != NULL)
    {
      cairo_save (layout->cr);
      cairo_translate (layout->cr, layout->x, y + MAX ((height - swatch) / 2, 0));
      march_swatch_paint (layout->cr, entry, SWATCH_WIDTH * k, swatch, layout->scale,
                          layout->style);
      cairo_restore (layout->cr);
    }
  return MAX (height, swatch) + 4 * k;
}

/* One column of the legend. Returns: its height */
static double
put_column (Layout *layout, GPtrArray *entries, guint first, guint end, gboolean headings)
{
  double y = layout->y;

  layout->width = 0;
  for (guint i = first; i < end; i++)
    {
      const MarchLegendEntry *entry = g_ptr_array_index (entries, i);
      const MarchLegendEntry *before = i > first ? g_ptr_array_index (entries, i - 1) : NULL;

      if (headings && (before == NULL || before->group != entry->group))
        y += put_text (layout, MARCH_TEXT_HEADING, march_legend_group_get_title (entry->group),
                       layout->x, y + (before != NULL ? 4 : 0) * layout->k)
             + (before != NULL ? 8 : 4) * layout->k;
      y += put_entry (layout, entry, y);
    }
  return y - layout->y;
}

static void
put_entries (Layout *layout, GPtrArray *entries, guint n_columns, double *width, double *height)
{
  const gboolean headings = entries->len > 6 && layout->style->theme != MARCH_THEME_PROJECTOR;
  const guint    most = (entries->len + n_columns - 1) / n_columns;
  const double   left = layout->x;

  *width = *height = 0;
  for (guint first = 0; first < entries->len; first += most)
    {
      double high;

      layout->x = left + (first > 0 ? *width + COLUMN_GAP * layout->k : 0);
      high = put_column (layout, entries, first, MIN (first + most, entries->len), headings);
      *height = MAX (*height, high);
      *width = layout->x + layout->width - left;
    }
}

/**
 * march_legend_measure:
 * @entries: (element-type MarchLegendEntry): see march_painter_list_legend()
 * @n_columns: over which they are spread, at least 1
 *
 * The room that march_legend_paint() takes, in logical pixels.
 */
void
march_legend_measure (GPtrArray        *entries,
                      const MarchStyle *style,
                      guint             n_columns,
                      double           *width,
                      double           *height)
{
  Layout layout = { NULL, style, 0, 0, 1, style->pattern_scale, 0 };

  put_entries (&layout, entries, n_columns, width, height);
}

/**
 * march_legend_paint:
 * @n_columns: as for march_legend_measure()
 * @x: left edge, logical pixels
 * @y: top edge
 *
 * Draws samples and words of a legend, without a ground.
 */
void
march_legend_paint (cairo_t          *cr,
                    GPtrArray        *entries,
                    guint             n_columns,
                    double            x,
                    double            y,
                    double            scale,
                    const MarchStyle *style)
{
  Layout layout = { cr, style, x, y, scale, style->pattern_scale, 0 };
  double width, height;

  put_entries (&layout, entries, n_columns, &width, &height);
}
