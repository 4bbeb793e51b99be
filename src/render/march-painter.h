/* march-painter.h — paints the map of a dossier as of a day: the one painter for screen, picture
 * and page */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "asof/march-snapshot.h"
#include "render/march-legend.h"
#include "render/march-style.h"
#include "render/march-track.h"
#include "render/march-view.h"

G_BEGIN_DECLS

/**
 * MarchPainter:
 *
 * The prepared geometry of a corpus: projected, cut into shared arcs, simplified for each zoom.
 * Counted atomically and usable from several threads at once. It takes some 0.1 s to make for a
 * large dossier: do it off the main thread.
 *
 * Every paint function draws in logical pixels with the view's north-west corner at the origin, on
 * a surface whose device scale (cairo_surface_set_device_scale()) is the view's scale. It returns
 * FALSE, leaving the picture unfinished, when @cancellable was cancelled. Views of any place and
 * size are safe: what lies outside the world is sea. A snapshot has to be of the painter's corpus.
 */
typedef struct _MarchPainter MarchPainter;

MarchPainter *march_painter_new             (MarchCorpus *corpus);
MarchPainter *march_painter_ref             (MarchPainter *painter);
void          march_painter_unref           (MarchPainter *painter);
MarchCorpus  *march_painter_get_corpus      (MarchPainter *painter);

/* base: sea, coast glow, land, rivers, lakes, neighbours' borders; it depends on the view and the
 * theme alone, so keep it while days go by. control: fills, bands, hatches, dots, borders, edges
 * and settlements, over a copy of the base; neither depends on what is selected. names: the
 * outlines of the selected and the hovered place, names and badges, which give way to the selected
 * place's name; to be painted last. march_painter_paint() does all three, march_painter_paint_map()
 * the first two. */
gboolean march_painter_paint_base (MarchPainter     *painter,
                                   cairo_t          *cr,
                                   const MarchView  *view,
                                   const MarchStyle *style,
                                   GCancellable     *cancellable);
gboolean march_painter_paint_control (MarchPainter     *painter,
                                      cairo_t          *cr,
                                      MarchSnapshot    *snapshot,
                                      const MarchView  *view,
                                      const MarchStyle *style,
                                      GCancellable     *cancellable);
/**
 * march_painter_paint_names:
 * @frame: (nullable): what of the view is on screen, in logical pixels; a badge that it would cut
 * moves into it or is left out
 * @covers: (nullable) (element-type MarchRect): what will be drawn over the map, in logical pixels;
 * names and badges keep clear of it
 * @selected_name: (out) (optional): where the selected place's name stands, in logical pixels; an
 * empty rectangle if it is not on the picture
 */
gboolean march_painter_paint_names (MarchPainter     *painter,
                                    cairo_t          *cr,
                                    MarchSnapshot    *snapshot,
                                    const MarchView  *view,
                                    const MarchStyle *style,
                                    const MarchRect  *frame,
                                    const GArray     *covers,
                                    MarchRect        *selected_name);
gboolean march_painter_paint_map (MarchPainter     *painter,
                                  cairo_t          *cr,
                                  MarchSnapshot    *snapshot,
                                  const MarchView  *view,
                                  const MarchStyle *style,
                                  GCancellable     *cancellable);
gboolean march_painter_paint (MarchPainter     *painter,
                              cairo_t          *cr,
                              MarchSnapshot    *snapshot,
                              const MarchView  *view,
                              const MarchStyle *style,
                              GCancellable     *cancellable);

GArray *march_painter_list_changed (MarchPainter     *painter,
                                    MarchSnapshot    *before,
                                    MarchSnapshot    *after,
                                    const MarchView  *view,
                                    const MarchStyle *style);

/**
 * march_painter_pick:
 *
 * The place under a point in logical pixels: a settlement or site whose mark lies there, else the
 * painted unit, else a sea; NULL for none.
 */
const MarchPlace *march_painter_pick (MarchPainter     *painter,
                                      MarchSnapshot    *snapshot,
                                      const MarchView  *view,
                                      const MarchStyle *style,
                                      double            px,
                                      double            py);

/**
 * march_painter_get_box:
 *
 * What to show to see all of @place, or with NULL all that the dossier is about. An empty box for a
 * place without any shape.
 */
MarchBox      march_painter_get_box         (MarchPainter *painter, const MarchPlace *place);

/**
 * MarchPlacedLabel:
 *
 * A name or a lens's badge as it stands on the picture, in logical pixels.
 */
typedef struct
{
  char             *text;   /* "" of a badge */
  const MarchPlace *place;  /* NULL: a neighbouring country */
  gboolean          badge;
  double            x, y, width, height;
} MarchPlacedLabel;

void          march_placed_label_free       (MarchPlacedLabel *label);
GPtrArray    *march_painter_list_labels (MarchPainter     *painter,
                                         MarchSnapshot    *snapshot,
                                         const MarchView  *view,
                                         const MarchStyle *style);

/**
 * march_painter_list_legend:
 *
 * Returns: (transfer full) (element-type MarchLegendEntry): one entry for each kind of symbol that
 * is on the picture and no other, in the order of the groups; it borrows actors and places from the
 * snapshot's corpus
 */
GPtrArray *march_painter_list_legend (MarchPainter     *painter,
                                      MarchSnapshot    *snapshot,
                                      const MarchView  *view,
                                      const MarchStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPainter, march_painter_unref)

G_END_DECLS
