/* march-vector.h — surfaces that keep shapes and texts instead of pixels: SVG and PDF */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "render/march-style.h"

G_BEGIN_DECLS

/**
 * MarchVectorText:
 * @x: where the line of text begins, in the surface's units
 * @y: of its base line
 * @weight: as in CSS
 */
typedef struct
{
  const char *text;
  const char *family;
  double      x, y, width, height;
  double      size;
  int         weight;
  gboolean    italic;
  double      tracking;
  MarchInk    ink;
  MarchInk    halo;
  double      halo_width;
} MarchVectorText;

gboolean march_vector_is_target   (cairo_t *cr);
void     march_vector_keep_texts  (cairo_surface_t *surface);
gboolean march_vector_add_text    (cairo_t *cr, const MarchVectorText *text);
void     march_vector_cover_texts (cairo_t *cr, double x, double y, double width, double height);
char    *march_vector_escape      (const char *text);
char    *march_vector_texts_to_svg (cairo_surface_t *surface);
void     march_vector_draw_texts  (cairo_t *cr);
PangoLayout *march_vector_create_layout (cairo_t *cr);

G_END_DECLS
