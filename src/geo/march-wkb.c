/* march-wkb.c — well-known binary, read from untrusted bytes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-wkb.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/march-error.h"
#include "geo/march-wkb-private.h"

#define MOST_NESTED 8
#define LARGEST_COORDINATE 1e9 /* far beyond degrees and metres */

#define EWKB_Z 0x80000000u
#define EWKB_M 0x40000000u
#define EWKB_SRID 0x20000000u

typedef struct
{
  const guint8 *data;
  gsize         length;
  gsize         at;
  gboolean      little;      /* of the geometry being read */
  guint         n_dimensions;
  guint         depth;
  gboolean      has_kind;
  MarchGeometryKind kind;    /* of all that was read so far */
  guint         n_polygons;
  GArray       *points;      /* of double */
  GArray       *parts;       /* of MarchPart whose points aren't set yet */
  GError      **error;
} Reader;

static gboolean read_geometry (Reader *reader,
                               guint   expected);

static gboolean G_GNUC_PRINTF (2, 3)
refuse (Reader     *reader,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (reader->error != NULL)
    *reader->error = g_error_new_valist (MARCH_ERROR, MARCH_ERROR_BAD_INPUT, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
need (Reader *reader,
      gsize   n_bytes)
{
  if (reader->length - reader->at >= n_bytes)
    return TRUE;
  return refuse (reader,
                 _("The geometry is cut off: it ends at byte %lu, where more must follow."),
                 (gulong) reader->length);
}

static guint32
take_uint32 (Reader *reader)
{
  guint32 value;

  memcpy (&value, reader->data + reader->at, sizeof value);
  reader->at += sizeof value;
  return reader->little ? GUINT32_FROM_LE (value) : GUINT32_FROM_BE (value);
}

static double
take_double (Reader *reader)
{
  guint64 bits;
  double  value;

  memcpy (&bits, reader->data + reader->at, sizeof bits);
  reader->at += sizeof bits;
  bits = reader->little ? GUINT64_FROM_LE (bits) : GUINT64_FROM_BE (bits);
  memcpy (&value, &bits, sizeof value);
  return value;
}

/* A count of things of at least @least bytes each: it can't be larger than what is left. */
static gboolean
read_count (Reader *reader,
            gsize   least,
            guint  *count)
{
  if (!need (reader, 4))
    return FALSE;
  *count = take_uint32 (reader);
  if (*count <= (reader->length - reader->at) / least)
    return TRUE;
  return refuse (
      reader,
      _("The geometry is damaged or cut off: at byte %lu it announces %u parts "
        "or points, more than it has room for."),
      (gulong) (reader->at - 4), *count);
}

/* Z and M are dropped. @empty: set if all coordinates are NaN, as an empty point is written; else
 * that is refused. */
static gboolean
read_point (Reader   *reader,
            gboolean *empty)
{
  double xy[2];
  gsize  start = reader->at;

  xy[0] = take_double (reader);
  xy[1] = take_double (reader);
  reader->at = start + 8 * reader->n_dimensions;
  if (empty != NULL && isnan (xy[0]) && isnan (xy[1]))
    {
      *empty = TRUE;
      return TRUE;
    }
  if (!(fabs (xy[0]) <= LARGEST_COORDINATE && fabs (xy[1]) <= LARGEST_COORDINATE))
    return refuse (reader, _("The geometry has an impossible coordinate at byte %lu."),
                   (gulong) start);
  g_array_append_vals (reader->points, xy, 2);
  return TRUE;
}

static gboolean
set_kind (Reader           *reader,
          MarchGeometryKind kind)
{
  if (reader->has_kind && reader->kind != kind)
    return refuse (
        reader,
        _("The geometry mixes points, lines and polygons; only collections of one of them "
          "can be read."));
  reader->has_kind = TRUE;
  reader->kind = kind;
  return TRUE;
}

static void
add_part (Reader  *reader,
          guint    n_points,
          guint    polygon,
          gboolean hole)
{
  const MarchPart part = { NULL, n_points, polygon, hole };

  g_array_append_val (reader->parts, part);
}

static gboolean
read_single_point (Reader *reader)
{
  gboolean empty = FALSE;

  if (!set_kind (reader, MARCH_GEOMETRY_POINT) || !need (reader, 8 * reader->n_dimensions) ||
      !read_point (reader, &empty))
    return FALSE;
  if (!empty)
    add_part (reader, 1, 0, FALSE);
  return TRUE;
}

static gboolean
read_points (Reader *reader,
             guint  *n_points)
{
  if (!read_count (reader, 8 * reader->n_dimensions, n_points))
    return FALSE;
  for (guint i = 0; i < *n_points; i++)
    if (!read_point (reader, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
read_line (Reader *reader)
{
  guint n_points;

  if (!set_kind (reader, MARCH_GEOMETRY_LINE) || !read_points (reader, &n_points))
    return FALSE;
  add_part (reader, n_points, 0, FALSE);
  return TRUE;
}

static gboolean
read_polygon (Reader *reader)
{
  guint n_rings;

  if (!set_kind (reader, MARCH_GEOMETRY_POLYGON) || !read_count (reader, 4, &n_rings))
    return FALSE;
  for (guint i = 0; i < n_rings; i++)
    {
      guint n_points;

      if (!read_points (reader, &n_points))
        return FALSE;
      add_part (reader, n_points, reader->n_polygons, i > 0);
    }
  reader->n_polygons++;
  return TRUE;
}

/* @member: the type that each member must have, 0 for any. */
static gboolean
read_members (Reader *reader,
              guint   member)
{
  guint count;

  if (member != 0 && !set_kind (reader, (MarchGeometryKind) (member - WKB_POINT)))
    return FALSE;
  if (!read_count (reader, 9, &count))
    return FALSE;
  for (guint i = 0; i < count; i++)
    if (!read_geometry (reader, member))
      return FALSE;
  return TRUE;
}

static gboolean
refuse_type (Reader *reader,
             guint   type)
{
  static const char *const names[] = { "CircularString", "CompoundCurve",     "CurvePolygon",
                                       "MultiCurve",     "MultiSurface",      "Curve",
                                       "Surface",        "PolyhedralSurface", "TIN",
                                       "Triangle" };

  if (type >= 8 && type < 8 + G_N_ELEMENTS (names))
    return refuse (
        reader,
        _("The geometry is of type %s, which can't be read: convert curves and surfaces "
          "to straight lines and polygons first."),
        names[type - 8]);
  return refuse (reader, _("The geometry has the unknown type %u at byte %lu."), type,
                 (gulong) (reader->at - 4));
}

static gboolean
refuse_member (Reader *reader)
{
  return refuse (
      reader,
      _("The geometry has a member of a type that doesn't belong there, at byte %lu."),
      (gulong) (reader->at - 4));
}

/* Reads byte order and type; sets what they say of the coordinates. */
static gboolean
read_header (Reader *reader,
             guint  *type)
{
  guint32  code;
  gboolean has_z, has_m;

  if (!need (reader, 5))
    return FALSE;
  if (reader->data[reader->at] > 1)
    return refuse (reader, _("The geometry is damaged: byte %lu should tell the byte order."),
                   (gulong) reader->at);
  reader->little = reader->data[reader->at++] == 1;
  code = take_uint32 (reader);
  *type = code & 0x0fffffff;
  has_z = (code & EWKB_Z) != 0 || *type / 1000 == 1 || *type / 1000 == 3;
  has_m = (code & EWKB_M) != 0 || *type / 1000 == 2 || *type / 1000 == 3;
  if (*type < 4000)
    *type %= 1000;
  reader->n_dimensions = 2 + (guint) has_z + (guint) has_m;
  if ((code & EWKB_SRID) != 0)
    {
      if (!need (reader, 4))
        return FALSE;
      reader->at += 4;
    }
  return TRUE;
}

static gboolean
read_content (Reader *reader,
              guint   type)
{
  switch (type)
    {
    case WKB_POINT:
      return read_single_point (reader);
    case WKB_LINE:
      return read_line (reader);
    case WKB_POLYGON:
      return read_polygon (reader);
    case WKB_MULTI_POINT:
    case WKB_MULTI_LINE:
    case WKB_MULTI_POLYGON:
      return read_members (reader, type - WKB_MULTI_POINT + WKB_POINT);
    case WKB_COLLECTION:
      return read_members (reader, 0);
    default:
      return refuse_type (reader, type);
    }
}

/* @expected: the type that the parent asks for, 0 for any. */
static gboolean
read_geometry (Reader *reader,
               guint   expected)
{
  guint    type = 0;
  gboolean read;

  if (reader->depth >= MOST_NESTED)
    return refuse (reader, _("The geometry's collections are nested more than %d deep."),
                   MOST_NESTED);
  if (!read_header (reader, &type))
    return FALSE;
  if (expected != 0 && type != expected)
    return type > WKB_COLLECTION ? refuse_type (reader, type) : refuse_member (reader);
  reader->depth++;
  read = read_content (reader, type);
  reader->depth--;
  return read;
}

/* The parts' points were in one array that moved as it grew: now it stays. */
static MarchGeometry *
build (Reader *reader)
{
  const double *next = (const double *) (gpointer) reader->points->data;

  for (guint i = 0; i < reader->parts->len; i++)
    {
      MarchPart *part = &g_array_index (reader->parts, MarchPart, i);

      part->points = next;
      /* Without any points there is no array to step along. */
      if (part->n_points > 0)
        next += 2 * (gsize) part->n_points;
    }
  return march_geometry_new (reader->kind, (const MarchPart *) (gpointer) reader->parts->data,
                             reader->parts->len);
}

/**
 * march_wkb_read:
 * @data: (array length=length): one geometry in the OGC's or ISO's well-known binary, or PostGIS's
 * extension of it
 * @length: bytes
 * @error: %MARCH_ERROR_BAD_INPUT if it is cut off, damaged, nested too deep, curved or of several
 * dimensions; the message says which
 *
 * Either byte order, in each nested geometry its own; Z and M are dropped. Collections of one kind
 * are read as one geometry.
 *
 * Returns: (transfer full) (nullable): the geometry
 */
MarchGeometry *
march_wkb_read (const guint8 *data,
                gsize         length,
                GError      **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  Reader reader = {
    .data = data, .length = length, .points = points, .parts = parts, .error = error
  };

  if (!read_geometry (&reader, 0))
    return NULL;
  if (reader.at != length)
    {
      refuse (&reader, _("The geometry ends at byte %lu, but %lu more bytes follow."),
              (gulong) reader.at, (gulong) (length - reader.at));
      return NULL;
    }
  return build (&reader);
}

/**
 * march_wkb_has_heights:
 * @data: (array length=length): as of march_wkb_read()
 * @length: bytes
 *
 * Returns: whether its positions have more than two coordinates
 */
gboolean
march_wkb_has_heights (const guint8 *data,
                       gsize         length)
{
  Reader  reader = { .data = data, .length = length };
  guint32 type = 0;

  return read_header (&reader, &type) && reader.n_dimensions > 2;
}
