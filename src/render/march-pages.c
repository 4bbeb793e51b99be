/* march-pages.c — lets paragraphs flow over the columns and pages of a document */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-pages.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "render/march-vector.h"

#define FAMILY "Cantarell, Noto Sans, Sans"
#define MARGIN 42.0
#define GAP 26.0
#define COLUMNS 2
#define NUMBER 0.2 /* of a column, for a cell with a number */
#define FOOT 9.0 /* points of type */
#define INK 0.09
#define PALE 0.40

typedef struct
{
  double      size;
  PangoWeight weight;
  double      grey;
  double      before; /* space, unless it stands at a column's top */
} Type;

static const Type types[MARCH_N_PARAGRAPHS] = {
  [MARCH_PARAGRAPH_TITLE] = { 16, PANGO_WEIGHT_ULTRABOLD, INK, 0 },
  [MARCH_PARAGRAPH_HEADING] = { 9.5, PANGO_WEIGHT_BOLD, INK, 9 },
  [MARCH_PARAGRAPH_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, INK, 3 },
  [MARCH_PARAGRAPH_NOTE] = { 8.2, PANGO_WEIGHT_NORMAL, PALE, 1 },
};

struct _MarchPages
{
  cairo_t *cr;
  double   width, height;
  guint    page; /* the number of the one being written */
  guint    column;
  double   y;
  gboolean begun; /* whether anything is on it */
  char    *running;
};

/**
 * march_pages_new:
 * @n_before: pages that are finished already
 * @running: the text at the foot of each page
 *
 * Returns: (transfer full): an empty page
 */
MarchPages *
march_pages_new (cairo_t *cr, double width, double height, guint n_before, const char *running)
{
  MarchPages *self = g_new0 (MarchPages, 1);

  self->cr = cairo_reference (cr);
  self->width = width;
  self->height = height;
  self->page = n_before + 1;
  self->y = MARGIN;
  self->running = g_strdup (running);
  return self;
}

void
march_pages_free (MarchPages *self)
{
  cairo_destroy (self->cr);
  g_free (self->running);
  g_free (self);
}

static PangoLayout *
make_layout (MarchPages *self, double size, PangoWeight weight, double room, const char *text)
{
  PangoLayout          *layout = march_vector_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static double
column_width (const MarchPages *self)
{
  return (self->width - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
}

static void
write_foot (MarchPages *self)
{
  g_autofree char *number = g_strdup_printf (_("Page %u"), self->page);
  double           room = self->width - 2 * MARGIN;
  g_autoptr (PangoLayout)
      left = make_layout (self, FOOT, PANGO_WEIGHT_NORMAL, 0.8 * room, self->running);
  g_autoptr (PangoLayout) right = make_layout (self, FOOT, PANGO_WEIGHT_NORMAL, room, number);

  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (self->cr, PALE, PALE, PALE);
  cairo_move_to (self->cr, MARGIN, self->height - MARGIN + FOOT);
  pango_cairo_show_layout (self->cr, left);
  cairo_move_to (self->cr, MARGIN, self->height - MARGIN + FOOT);
  pango_cairo_show_layout (self->cr, right);
}

static void
end_page (MarchPages *self)
{
  write_foot (self);
  cairo_show_page (self->cr);
  self->page++;
  self->column = 0;
  self->begun = FALSE;
}

static void
end_column (MarchPages *self)
{
  if (++self->column == COLUMNS)
    end_page (self);
  self->y = MARGIN;
}

static double
room_left (const MarchPages *self)
{
  return self->height - MARGIN - self->y;
}

static void
put_line (MarchPages *self, PangoLayoutIter *iter, double indent)
{
  double         x = MARGIN + self->column * (column_width (self) + GAP) + indent;
  PangoRectangle extents;
  int            top, bottom;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  cairo_move_to (self->cr, x + (double) extents.x / PANGO_SCALE,
                 self->y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
  pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
  self->y += (double) (bottom - top) / PANGO_SCALE;
  self->begun = TRUE;
}

/**
 * march_pages_add:
 * @indent: from the column's left edge
 *
 * Adds a paragraph. A heading does not stand alone at the foot of a column.
 */
void
march_pages_add (MarchPages *self, MarchParagraph kind, double indent, const char *text)
{
  const Type *type = &types[kind];
  g_autoptr (PangoLayout)
      layout = make_layout (self, type->size, type->weight, column_width (self) - indent, text);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double           least = kind == MARCH_PARAGRAPH_HEADING ? 5 * type->size : 0;

  if (self->y > MARGIN)
    self->y += type->before;
  if (room_left (self) < least && self->y > MARGIN)
    end_column (self);
  do
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (room_left (self) < (double) (bottom - top) / PANGO_SCALE && self->y > MARGIN)
        end_column (self);
      cairo_set_source_rgb (self->cr, type->grey, type->grey, type->grey);
      put_line (self, iter, indent);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * march_pages_add_row:
 * @cells: words, then numbers
 *
 * Adds a line of a table: the first cell from the left, the others in columns to its right.
 */
void
march_pages_add_row (MarchPages *self, MarchParagraph kind, const char *const *cells, guint n)
{
  const Type  *type = &types[kind];
  const double number = column_width (self) * NUMBER;
  const double words = column_width (self) - (n - 1) * number;
  double       high = 0;

  if (self->y > MARGIN)
    self->y += type->before;
  if (room_left (self) < (kind == MARCH_PARAGRAPH_HEADING ? 5 : 1.5) * type->size)
    end_column (self);
  cairo_set_source_rgb (self->cr, type->grey, type->grey, type->grey);
  for (guint i = 0; i < n; i++)
    {
      const double room = i == 0 ? words : number;
      g_autoptr (PangoLayout) layout = make_layout (self, type->size, type->weight, room, cells[i]);
      int height;

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (layout, i == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      pango_layout_get_size (layout, NULL, &height);
      high = MAX (high, (double) height / PANGO_SCALE);
      cairo_move_to (self->cr,
                     MARGIN + self->column * (column_width (self) + GAP)
                         + (i > 0 ? words + (i - 1) * number : 0),
                     self->y);
      pango_cairo_show_layout (self->cr, layout);
    }
  self->y += high;
  self->begun = TRUE;
}

void
march_pages_add_space (MarchPages *self, double height)
{
  if (self->y > MARGIN)
    self->y += height;
}

/**
 * march_pages_finish:
 *
 * Ends the last page, if anything is on it.
 *
 * Returns: how many pages there are, those before included
 */
guint
march_pages_finish (MarchPages *self)
{
  if (self->begun || self->column > 0)
    end_page (self);
  return self->page - 1;
}
