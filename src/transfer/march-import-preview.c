/* march-import-preview.c — a small map of what files hold, before it is brought in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-preview.h"

#include <adwaita.h>

#include "base/march-newest.h"
#include "transfer/march-import-picture.h"
#include "widgets/march-theme.h"

struct _MarchImportPreview
{
  GtkWidget           parent;

  MarchImportPicture *wanted;  /* what is to be seen; NULL: nothing yet */
  gboolean            stale;   /* it is to be painted, anew or first */
  MarchPainter       *painter; /* made by the first painting */
  GCancellable       *painting;
  cairo_surface_t    *surface; /* what is shown */
  guint               tick;
};

G_DEFINE_FINAL_TYPE (MarchImportPreview, march_import_preview, GTK_TYPE_WIDGET)

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  cairo_surface_t *surface = march_import_picture_paint (data, cancellable);

  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void
painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MarchImportPreview *self = MARCH_IMPORT_PREVIEW (object);
  MarchImportPicture *picture = g_task_get_task_data (G_TASK (result));
  cairo_surface_t    *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!march_newest_end (&self->painting, result) || surface == NULL)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  if (self->painter == NULL)
    self->painter = march_painter_ref (picture->painter);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = surface;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start_painting (MarchImportPreview *self)
{
  MarchImportPicture *picture = march_import_picture_copy (self->wanted);

  self->stale = FALSE;
  picture->width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  picture->height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);
  picture->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  picture->theme = march_theme_get_current ();
  if (self->painter != NULL)
    picture->painter = march_painter_ref (self->painter);
  march_newest_run (&self->painting, self, paint_in_thread, picture,
                    (GDestroyNotify) march_import_picture_free, painted_cb);
}

/* Once a frame, so that a slider that is drawn doesn't start a painting for each step. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchImportPreview *self = MARCH_IMPORT_PREVIEW (widget);

  if (!self->stale)
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (gtk_widget_get_width (widget) > 0 && (self->painting == NULL || self->painter != NULL))
    start_painting (self);
  return G_SOURCE_CONTINUE;
}

static void
paint_soon (MarchImportPreview *self)
{
  self->stale = self->wanted != NULL;
  if (self->stale && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
march_import_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MarchImportPreview *self = MARCH_IMPORT_PREVIEW (widget);

  GTK_WIDGET_CLASS (march_import_preview_parent_class)
      ->size_allocate (widget, width, height, baseline);
  paint_soon (self);
}

static void
march_import_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchImportPreview *self = MARCH_IMPORT_PREVIEW (widget);
  const int           width = gtk_widget_get_width (widget);
  const int           height = gtk_widget_get_height (widget);
  cairo_t            *cr;

  if (self->surface == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
march_import_preview_dispose (GObject *object)
{
  MarchImportPreview *self = MARCH_IMPORT_PREVIEW (object);

  march_newest_stop (&self->painting);
  g_clear_pointer (&self->wanted, march_import_picture_free);
  g_clear_pointer (&self->painter, march_painter_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  G_OBJECT_CLASS (march_import_preview_parent_class)->dispose (object);
}

static void
march_import_preview_class_init (MarchImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_import_preview_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = march_import_preview_size_allocate;
  GTK_WIDGET_CLASS (klass)->snapshot = march_import_preview_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "march-preview");
}

static void
march_import_preview_init (MarchImportPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (paint_soon), self, G_CONNECT_SWAPPED);
}

/** march_import_preview_show: paints the features of @day, off the main thread */
void
march_import_preview_show (MarchImportPreview *self, MarchImportPlan *plan, MarchDay day)
{
  g_return_if_fail (MARCH_IS_IMPORT_PREVIEW (self));
  g_clear_pointer (&self->wanted, march_import_picture_free);
  self->wanted = march_import_picture_new (plan, day);
  paint_soon (self);
}

/** march_import_preview_is_painted: Returns: whether it shows what it was last asked to */
gboolean
march_import_preview_is_painted (MarchImportPreview *self)
{
  return self->surface != NULL && !self->stale && self->painting == NULL;
}
