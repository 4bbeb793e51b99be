/* march-swatch.c — a small sample of what the map draws for one thing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include <adwaita.h>

#include "widgets/march-swatch.h"
#include "widgets/march-theme.h"

struct _MarchSwatch
{
  GtkWidget parent_instance;

  MarchCorpus     *corpus; /* keeps the entry's actors; NULL for an entry without any */
  MarchLegendEntry entry;  /* without its strings */
  MarchStyle      *style;  /* NULL: as the desktop has it */
  int              width;
  int              height;
};

G_DEFINE_FINAL_TYPE (MarchSwatch, march_swatch, GTK_TYPE_WIDGET)

static void
march_swatch_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  MarchSwatch *self = MARCH_SWATCH (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
march_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchSwatch *self = MARCH_SWATCH (widget);
  int          width = gtk_widget_get_width (widget);
  int          height = gtk_widget_get_height (widget);
  MarchStyle   style = self->style != NULL
                           ? *self->style
                           : march_style_new (march_theme_get_current (), MARCH_PAINT_BOTH);
  cairo_t     *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  march_swatch_paint (cr, &self->entry, width, height, gtk_widget_get_scale_factor (widget),
                      &style);
  cairo_destroy (cr);
}

static void
march_swatch_finalize (GObject *object)
{
  MarchSwatch *self = MARCH_SWATCH (object);

  g_clear_pointer (&self->corpus, march_corpus_unref);
  g_clear_pointer (&self->style, g_free);
  G_OBJECT_CLASS (march_swatch_parent_class)->finalize (object);
}

static void
march_swatch_class_init (MarchSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_swatch_finalize;
  widget_class->measure = march_swatch_measure;
  widget_class->snapshot = march_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "swatch");
}

static void
march_swatch_init (MarchSwatch *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * march_swatch_new:
 * @corpus: (nullable): whose actors @entry names
 * @entry: copied but for its words: the widget beside it says them
 * @width: in logical pixels
 * @height: in logical pixels
 *
 * Returns: (transfer floating): a sample, redrawn when the theme changes
 */
GtkWidget *
march_swatch_new (MarchCorpus *corpus, const MarchLegendEntry *entry, int width, int height)
{
  MarchSwatch *self = g_object_new (MARCH_TYPE_SWATCH, NULL);

  self->corpus = corpus == NULL ? NULL : march_corpus_ref (corpus);
  self->entry = *entry;
  self->entry.words = NULL;
  self->entry.detail = NULL;
  self->entry.places = NULL;
  self->width = width;
  self->height = height;
  return GTK_WIDGET (self);
}

/**
 * march_swatch_set_style:
 * @style: (nullable): how to paint the sample; NULL: as the desktop has it
 */
void
march_swatch_set_style (MarchSwatch *self, const MarchStyle *style)
{
  g_return_if_fail (MARCH_IS_SWATCH (self));
  g_free (self->style);
  self->style = style != NULL ? g_memdup2 (style, sizeof *style) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * march_swatch_new_for_row:
 * @why: "why this colour?"
 * @row: one of its rows
 * @width: in logical pixels
 * @height: in logical pixels
 *
 * Returns: (transfer floating): a sample of what the map draws for the row
 */
GtkWidget *
march_swatch_new_for_row (const MarchWhy *why, const MarchWhyRow *row, int width, int height)
{
  g_autoptr (MarchLegendEntry) entry = march_legend_entry_new_for_why (why, row);

  return march_swatch_new (march_snapshot_get_corpus (why->snapshot), entry, width, height);
}

/**
 * march_swatch_new_for_kind:
 * @kind: a mark that belongs to no actor
 * @width: in logical pixels
 * @height: in logical pixels
 *
 * Returns: (transfer floating): a sample of the mark
 */
GtkWidget *
march_swatch_new_for_kind (MarchSwatchKind kind, int width, int height)
{
  MarchLegendEntry entry = { .kind = kind };

  return march_swatch_new (NULL, &entry, width, height);
}
