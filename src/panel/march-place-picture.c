/* march-place-picture.c — a small map of one place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <adwaita.h>

#include "asof/march-words.h"
#include "base/march-newest.h"
#include "panel/march-place-picture.h"
#include "widgets/march-theme.h"

#define HEIGHT 158

/* It is painted this wide and cut to what the card has. */
#define WIDTH 300

#define MARGIN 26.0

struct _MarchPlacePicture
{
  GtkWidget parent_instance;

  MarchSnapshot    *snapshot;
  const MarchPlace *place;    /* of its corpus */
  GdkTexture       *texture;  /* NULL while it is being painted */
  GCancellable     *painting; /* NULL while nothing is being painted */
};

G_DEFINE_FINAL_TYPE (MarchPlacePicture, march_place_picture, GTK_TYPE_WIDGET)

typedef struct
{
  MarchSnapshot    *snapshot;
  const MarchPlace *place;
  MarchTheme        theme;
  int               scale;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_snapshot_unref (job->snapshot);
  g_free (job);
}

/* NULL for a place without any shape. */
static cairo_surface_t *
paint (Job *job, GCancellable *cancellable)
{
  g_autoptr (MarchPainter) painter = march_painter_new (march_snapshot_get_corpus (job->snapshot));
  MarchStyle       style = march_style_new (job->theme, MARCH_PAINT_BOTH);
  MarchBox         box = march_painter_get_box (painter, job->place);
  MarchView        view = march_view_fit (&box, WIDTH, HEIGHT, job->scale,
                                          (double[4]){ MARGIN, MARGIN, MARGIN, MARGIN });
  cairo_surface_t *surface = NULL;
  cairo_t         *cr = NULL;

  if (box.west > box.east)
    return NULL;
  surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * job->scale, HEIGHT * job->scale);
  style.selected = job->place->id;
  march_style_set_language (&style, march_words_get_language (NULL));
  cairo_surface_set_device_scale (surface, job->scale, job->scale);
  cr = cairo_create (surface);
  march_painter_paint (painter, cr, job->snapshot, &view, &style, cancellable);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
paint_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, paint (task_data, cancellable),
                         (GDestroyNotify) cairo_surface_destroy);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchPlacePicture *self = MARCH_PLACE_PICTURE (source);
  cairo_surface_t   *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another picture is being painted, or none is wanted any more. */
  if (!march_newest_end (&self->painting, result))
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), surface != NULL);
  if (surface == NULL)
    return;
  g_clear_object (&self->texture);
  self->texture = make_texture (surface);
  cairo_surface_destroy (surface);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start (MarchPlacePicture *self)
{
  Job *job = g_new0 (Job, 1);

  job->snapshot = march_snapshot_ref (self->snapshot);
  job->place = self->place;
  job->theme = march_theme_get_current ();
  job->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  march_newest_run (&self->painting, self, paint_thread, job, job_free, painted_cb);
}

static void
march_place_picture_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 100 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
march_place_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchPlacePicture *self = MARCH_PLACE_PICTURE (widget);
  int                width = gtk_widget_get_width (widget);
  GskRoundedRect     corners;

  if (self->texture == NULL)
    return;
  gsk_rounded_rect_init_from_rect (
      &corners,
      &GRAPHENE_RECT_INIT ((width - MIN (width, WIDTH)) / 2, 0, MIN (width, WIDTH), HEIGHT), 8);
  gtk_snapshot_push_rounded_clip (snapshot, &corners);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((width - WIDTH) / 2, 0, WIDTH, HEIGHT));
  gtk_snapshot_pop (snapshot);
}

static void
march_place_picture_dispose (GObject *object)
{
  MarchPlacePicture *self = MARCH_PLACE_PICTURE (object);

  march_newest_stop (&self->painting);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  G_OBJECT_CLASS (march_place_picture_parent_class)->dispose (object);
}

static void
march_place_picture_class_init (MarchPlacePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_place_picture_dispose;
  widget_class->measure = march_place_picture_measure;
  widget_class->snapshot = march_place_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
march_place_picture_init (MarchPlacePicture *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (start), self,
                           G_CONNECT_SWAPPED);
}

/** march_place_picture_new: @place: of @snapshot's corpus. Returns: (transfer floating): a map of
 * it, painted by a worker; hidden if it has no shape */
GtkWidget *
march_place_picture_new (MarchSnapshot *snapshot, const MarchPlace *place)
{
  MarchPlacePicture *self = g_object_new (MARCH_TYPE_PLACE_PICTURE, NULL);

  self->snapshot = march_snapshot_ref (snapshot);
  self->place = place;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  march_place_get_name (place, march_words_get_language (NULL)),
                                  -1);
  start (self);
  return GTK_WIDGET (self);
}
