/* march-raster.c — the layers of a raster: painted strip by strip */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-raster-private.h"

#include <math.h>
#include <wchar.h>

#define MOST_SHADES 48 /* kept from one picture to the next */

static void
store_free (gpointer data)
{
  MarchRasterStore *store = data;

  for (guint i = 0; i < store->n_bins; i++)
    {
      g_free (store->bins[i].edges);
      g_free (store->bins[i].pieces);
    }
  g_free (store->bins);
  g_free (store->strip.sums);
  g_free (store->strip.touched);
  g_free (store->strip.mask);
  g_free (store->strip.marked);
  for (guint i = 0; i < MARCH_RASTER_FILLS; i++)
    g_free (store->strip.sheets[i]);
  g_ptr_array_unref (store->shades);
  g_array_unref (store->layers);
  g_free (store);
}

static GPrivate kept_store = G_PRIVATE_INIT (store_free);

static void
store_widen (MarchRasterStore *store, int width)
{
  MarchStrip *strip = &store->strip;

  g_free (strip->sums);
  g_free (strip->touched);
  g_free (strip->mask);
  g_free (strip->marked);
  for (guint i = 0; i < MARCH_RASTER_FILLS; i++)
    g_clear_pointer (&strip->sheets[i], g_free);
  strip->sheet_stride = width;
  strip->sum_stride = width + 2;
  strip->touched_stride = (width + 2 + 63) / 64;
  strip->mask_stride = (width + 15) / 16 * 16 + 16;
  strip->marked_stride = (width + 16 + 1023) / 1024;
  strip->sums = g_new0 (gint64, (gsize) strip->sum_stride * MARCH_STRIP_ROWS);
  strip->touched = g_new0 (guint64, (gsize) strip->touched_stride * MARCH_STRIP_ROWS);
  strip->mask = g_new0 (guint8, (gsize) strip->mask_stride * MARCH_STRIP_ROWS);
  strip->marked = g_new0 (guint64, (gsize) strip->marked_stride * MARCH_STRIP_ROWS);
  store->width = width;
}

/* The thread's own, if no other raster of it has it. */
static MarchRasterStore *
store_take (int width, int height)
{
  MarchRasterStore *store = g_private_get (&kept_store);
  guint             n_bins = (guint) (height + MARCH_STRIP_ROWS - 1) / MARCH_STRIP_ROWS;

  g_private_set (&kept_store, NULL);
  if (store == NULL)
    {
      store = g_new0 (MarchRasterStore, 1);
      store->shades = g_ptr_array_new_with_free_func (g_free);
      store->layers = g_array_new (FALSE, FALSE, sizeof (MarchRasterLayer));
    }
  if (store->shades->len > MOST_SHADES)
    g_ptr_array_set_size (store->shades, 0);
  if (store->width < width)
    store_widen (store, width);
  if (store->n_bins < n_bins)
    {
      store->bins = g_renew (MarchRasterBin, store->bins, n_bins);
      memset (store->bins + store->n_bins, 0, (n_bins - store->n_bins) * sizeof *store->bins);
      store->n_bins = n_bins;
    }
  return store;
}

static void
store_give_back (MarchRasterStore *store)
{
  for (guint i = 0; i < store->n_bins; i++)
    store->bins[i].n_edges = store->bins[i].n_pieces = 0;
  g_array_set_size (store->layers, 0);
  g_private_replace (&kept_store, store);
}

/* The part of the surface that the context's clip leaves, if it is one of whole pixels. */
static gboolean
find_part (MarchRaster *self, cairo_t *cr, double scale)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean                fine = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles <= 1;

  if (fine && list->num_rectangles == 1)
    {
      const cairo_rectangle_t *part = &list->rectangles[0];
      double x0 = part->x * scale, y0 = part->y * scale, x1 = (part->x + part->width) * scale,
             y1 = (part->y + part->height) * scale;

      self->part.left = (int) lround (x0);
      self->part.top = (int) lround (y0);
      self->part.right = (int) lround (x1);
      self->part.bottom = (int) lround (y1);
      fine = fabs (x0 - self->part.left) + fabs (y0 - self->part.top) < 1e-3
             && fabs (x1 - self->part.right) + fabs (y1 - self->part.bottom) < 1e-3;
    }
  cairo_rectangle_list_destroy (list);
  return fine;
}

static gboolean
is_upright (cairo_t *cr, cairo_surface_t *surface, double scale)
{
  cairo_matrix_t matrix;
  double         x_scale, y_scale, x_offset, y_offset;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (surface, &x_scale, &y_scale);
  cairo_surface_get_device_offset (surface, &x_offset, &y_offset);
  return matrix.xx == 1 && matrix.yy == 1 && matrix.xy == 0 && matrix.yx == 0 && matrix.x0 == 0
         && matrix.y0 == 0 && x_scale == scale && y_scale == scale && x_offset == 0
         && y_offset == 0;
}

static gboolean
is_image (cairo_surface_t *surface)
{
  cairo_format_t format;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  return format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24;
}

/**
 * march_raster_new:
 * @cr: (nullable)
 * @scale: device pixels a logical pixel
 *
 * Returns: (transfer full) (nullable): a raster over the image that @cr draws on, bounded by its
 * clip; %NULL if that is no image, or drawn on with another scale, or clipped by more than a
 * rectangle of whole pixels
 */
MarchRaster *
march_raster_new (cairo_t *cr, double scale)
{
  g_autoptr (MarchRaster) self = NULL;
  cairo_surface_t *surface = cr != NULL ? cairo_get_group_target (cr) : NULL;

  if (surface == NULL || !is_image (surface) || !is_upright (cr, surface, scale))
    return NULL;
  self = g_new0 (MarchRaster, 1);
  self->surface = surface;
  self->width = cairo_image_surface_get_width (surface);
  self->height = cairo_image_surface_get_height (surface);
  if (!find_part (self, cr, scale))
    return NULL;
  self->store = store_take (self->width, self->height);
  self->layers = self->store->layers;
  return g_steal_pointer (&self);
}

void
march_raster_free (MarchRaster *self)
{
  g_clear_pointer (&self->store, store_give_back);
  g_free (self);
}

/**
 * march_raster_get_part:
 * @part: (out): what is painted of the surface, or of the sheet that was begun, in pixels of the
 * surface
 */
void
march_raster_get_part (const MarchRaster *self, MarchRect *part)
{
  const MarchRasterPart *bounds = march_raster_get_bounds (self);

  *part = (MarchRect){ bounds->left, bounds->top, bounds->right, bounds->bottom };
}

/* The strip as a layer of a sheet sees it. */
static void
turn_to_sheet (MarchStrip *strip, const MarchRasterLayer *layer)
{
  const MarchRasterPart *part = &layer->part;

  strip->pixels = strip->sheets[layer->sheet - 1];
  strip->stride = strip->sheet_stride;
  strip->left = part->left;
  strip->right = part->right;
  strip->first = MAX (part->top - strip->top, 0);
  strip->end = MIN (part->bottom - strip->top, strip->rows);
}

static void
paint_strip (const MarchRaster *self, const MarchStrip *own, MarchRasterBin *bin)
{
  const MarchRasterEdge  *edge = bin->edges, *last_edge = edge + bin->n_edges;
  const MarchRasterPiece *piece = bin->pieces, *last_piece = piece + bin->n_pieces;

  for (guint i = 0; i < self->layers->len; i++)
    {
      const MarchRasterLayer *layer = &g_array_index (self->layers, MarchRasterLayer, i);
      const MarchRasterEdge  *first_edge = edge;
      const MarchRasterPiece *first_piece = piece;
      MarchStrip              strip = *own;

      if (layer->sheet > 0)
        turn_to_sheet (&strip, layer);
      if (layer->kind == MARCH_RASTER_GROUND)
        march_strip_paint_ground (&strip, layer);
      for (; edge < last_edge && edge->layer == i; edge++)
        march_strip_add_edge (&strip, edge);
      if (edge > first_edge)
        march_strip_paint_areas (&strip, layer);
      for (; piece < last_piece && piece->layer == i; piece++)
        march_strip_add_piece (&strip, piece, layer);
      if (piece > first_piece)
        march_strip_paint_lines (&strip, layer);
    }
}

static void
paint_strips (MarchRaster *self, GCancellable *cancellable)
{
  guint32   *pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (self->surface);
  MarchStrip strip = self->store->strip;
  int        first = self->part.top / MARCH_STRIP_ROWS * MARCH_STRIP_ROWS;

  strip.stride = cairo_image_surface_get_stride (self->surface) / 4;
  strip.width = self->width;
  strip.left = self->part.left;
  strip.right = self->part.right;
  for (int top = first; top < self->part.bottom && !g_cancellable_is_cancelled (cancellable);
       top += MARCH_STRIP_ROWS)
    {
      strip.top = top;
      strip.rows = MIN (MARCH_STRIP_ROWS, self->height - top);
      strip.first = MAX (self->part.top - top, 0);
      strip.end = MIN (self->part.bottom - top, strip.rows);
      strip.pixels = pixels + (gsize) top * strip.stride;
      paint_strip (self, &strip, &self->store->bins[top / MARCH_STRIP_ROWS]);
    }
}

/**
 * march_raster_flush:
 * @cancellable: (nullable)
 *
 * Paints the layers that were recorded, and forgets them. Do it before anything else draws on the
 * surface.
 *
 * Returns: whether they were painted to the end
 */
gboolean
march_raster_flush (MarchRaster *self, GCancellable *cancellable)
{
  const MarchRasterPart *part = &self->part;

  if (self->layers->len > 0 && part->left < part->right && part->top < part->bottom)
    {
      cairo_surface_flush (self->surface);
      if (cairo_image_surface_get_data (self->surface) != NULL)
        paint_strips (self, cancellable);
      cairo_surface_mark_dirty_rectangle (self->surface, part->left, part->top,
                                          part->right - part->left, part->bottom - part->top);
    }
  g_array_set_size (self->layers, 0);
  for (guint i = 0; i < self->store->n_bins; i++)
    self->store->bins[i].n_edges = self->store->bins[i].n_pieces = 0;
  return !g_cancellable_is_cancelled (cancellable);
}
