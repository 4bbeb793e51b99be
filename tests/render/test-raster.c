/* test-raster.c — sheets on which areas lie over each other */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "render/march-raster.h"

#define SIZE 200

static const MarchInk inks[] = { { 1, 0, 0, 1 }, { 0, 1, 0, 1 }, { 0, 0, 1, 1 } };

/* Fills a part of the surface with a sheet that has but its ground. */
static void
fill_part (MarchRaster *raster, guint sheet, const MarchRect *part, const MarchInk *ink)
{
  const MarchRasterFill ground = { .ink = *ink }, fill = { .sheet = sheet };
  const MarchSpot       corners[] = { { part->x0, part->y0 },
                                      { part->x1, part->y0 },
                                      { part->x1, part->y1 },
                                      { part->x0, part->y1 },
                                      { part->x0, part->y0 } };

  march_raster_begin_sheet (raster, sheet, part);
  march_raster_add_ground (raster, &ground);
  march_raster_end_sheet (raster);
  march_raster_begin_fills (raster, &fill, 1, FALSE);
  march_raster_add_edges (raster, corners, G_N_ELEMENTS (corners), (const int[]){ 1, 0, 0 });
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x];
}

/* Layers are painted when all are recorded: what a sheet was last may not count for what it was
 * before. */
static void
test_sheets (void)
{
  static const MarchRect parts[]
      = { { 0, 0, 60, 90 }, { 60, 20, 200, 60 }, { 100, 100, 190, 200 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t         *cr = cairo_create (surface);
  MarchRaster     *raster = march_raster_new (cr, 1);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    fill_part (raster, 1, &parts[i], &inks[i]);
  g_assert_true (march_raster_flush (raster, NULL));
  march_raster_free (raster);
  cairo_surface_flush (surface);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (int y = (int) parts[i].y0; y < (int) parts[i].y1; y++)
      for (int x = (int) parts[i].x0; x < (int) parts[i].x1; x++)
        g_assert_cmphex (get_pixel (surface, x, y), ==, 0xff000000 | 0xffu << (16 - 8 * i));
  g_assert_cmphex (get_pixel (surface, 80, 80), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/raster/sheets", test_sheets);
  return g_test_run ();
}
