/* march-picture-files.c — pictures as PNG and SVG files */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-private.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "base/march-error.h"
#include "base/march-whole-file.h"
#include "render/march-vector.h"

#define VECTOR_DETAIL 2 /* device pixels that shapes without pixels are simplified for */

/* A cairo_write_func_t; @closure is a GByteArray. */
cairo_status_t
march_picture_append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Puts a finished picture where the user wants it. */
gboolean
march_picture_replace_file (const char   *path,
                            const char   *contents,
                            gsize         length,
                            GCancellable *cancellable,
                            GError      **error)
{
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && march_whole_file_write (path, contents, length, error);
}

static gboolean
encode (cairo_surface_t *surface, GByteArray *bytes, GError **error)
{
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, march_picture_append_bytes,
                                                             bytes);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED, _("The picture could not be made: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

static gboolean
paint_surface (const MarchPicture *picture,
               MarchPainter       *painter,
               MarchSnapshot      *snapshot,
               cairo_surface_t    *surface,
               GCancellable       *cancellable,
               GError            **error)
{
  cairo_t *cr;
  gboolean finished;

  cairo_surface_set_device_scale (surface, picture->scale, picture->scale);
  cr = cairo_create (surface);
  finished = cairo_status (cr) == CAIRO_STATUS_SUCCESS
             && march_picture_paint (picture, painter, snapshot, cr, cancellable);
  cairo_destroy (cr);
  if (!finished && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                         _("There is not enough memory for a picture of this size."));
  return finished;
}

static gboolean
check_size (double width, double height, GError **error)
{
  if (width >= 1 && height >= 1 && width <= MARCH_PICTURE_MAX_SIZE
      && height <= MARCH_PICTURE_MAX_SIZE)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("A picture can be 1 to %d pixels wide and high."), MARCH_PICTURE_MAX_SIZE);
  return FALSE;
}

/**
 * march_picture_write_png:
 * @path: the file to write; replaced if it exists
 * @cancellable: (nullable)
 *
 * Returns: whether it was written; else @error says why, and what was there before is still there
 */
gboolean
march_picture_write_png (const MarchPicture *picture,
                         MarchPainter       *painter,
                         MarchSnapshot      *snapshot,
                         const char         *path,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width = ceil (picture->width * picture->scale),
         height = ceil (picture->height * picture->scale);
  cairo_surface_t *surface;
  gboolean         done;

  if (!check_size (width, height, error))
    return FALSE;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  done = paint_surface (picture, painter, snapshot, surface, cancellable, error)
         && encode (surface, bytes, error);
  cairo_surface_destroy (surface);
  return done
         && march_picture_replace_file (path, (const char *) bytes->data, bytes->len, cancellable,
                                        error);
}

/**
 * march_picture_paint_vector:
 *
 * Paints @picture onto a surface that keeps shapes and texts; its scale is of no account.
 *
 * Returns: whether it was painted to the end
 */
gboolean
march_picture_paint_vector (const MarchPicture *picture,
                            MarchPainter       *painter,
                            MarchSnapshot      *snapshot,
                            cairo_t            *cr,
                            GCancellable       *cancellable,
                            GError            **error)
{
  MarchPicture fine = *picture;
  gboolean     finished;

  fine.scale = VECTOR_DETAIL;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_clip (cr);
  finished = march_picture_paint (&fine, painter, snapshot, cr, cancellable);
  cairo_restore (cr);
  if (!finished && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                         _("The picture could not be made."));
  return finished;
}

/* The document with a title and its texts, which cairo knows nothing of. */
static char *
complete_svg (const GByteArray *bytes, const char *title, const char *texts)
{
  g_autofree char *written = g_strndup ((const char *) bytes->data, bytes->len);
  g_autofree char *text = march_svg_mend_clips (written);
  g_autofree char *escaped = march_vector_escape (title);
  char            *root = strstr (text, "<svg"), *open = root != NULL ? strchr (root, '>') : NULL;
  char            *end = g_strrstr (text, "</svg>");

  if (open == NULL || end == NULL)
    return NULL;
  *end = '\0';
  *open = '\0';
  return g_strdup_printf ("%s>\n<title>%s</title>%s%s</svg>\n", text, escaped, open + 1, texts);
}

/**
 * march_picture_write_svg:
 * @picture: its scale is of no account
 * @path: the file to write; replaced if it exists
 * @cancellable: (nullable)
 *
 * Shapes are shapes, hatches too, and names are text elements.
 *
 * Returns: whether it was written; else @error says why, and what was there before is still there
 */
gboolean
march_picture_write_svg (const MarchPicture *picture,
                         MarchPainter       *painter,
                         MarchSnapshot      *snapshot,
                         const char         *path,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *texts = NULL, *svg = NULL;
  cairo_surface_t *surface;
  cairo_t         *cr;
  gboolean         done;

  if (!check_size (picture->width, picture->height, error))
    return FALSE;
  surface = cairo_svg_surface_create_for_stream (march_picture_append_bytes, bytes, picture->width,
                                                 picture->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  march_vector_keep_texts (surface);
  cr = cairo_create (surface);
  done = march_picture_paint_vector (picture, painter, snapshot, cr, cancellable, error);
  cairo_destroy (cr);
  texts = march_vector_texts_to_svg (surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (!done)
    return FALSE;
  svg = complete_svg (bytes, march_picture_get_title (picture, snapshot), texts);
  if (svg == NULL)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                           _("The picture could not be made."));
      return FALSE;
    }
  return march_picture_replace_file (path, svg, strlen (svg), cancellable, error);
}
