/* march-wkb-curves.c — curves in well-known binary, drawn by short straight lines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-wkb-curves.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/march-error.h"

/* ISO/IEC 13249-3:2016, "SQL multimedia, part 3: spatial", 5.1.67: circular arcs are given by three
 * points each, of which the last is the first of the next. What is written has no curves, neither Z
 * nor M, and is little-endian. */

#define MOST_NESTED 8
#define STEP (G_PI / 90) /* 2° of an arc, off by less than a six-thousandth of its radius */

enum
{
  WKB_POINT = 1,
  WKB_LINE = 2,
  WKB_POLYGON = 3,
  WKB_MULTI_POLYGON = 6,
  WKB_COLLECTION = 7,
  WKB_CIRCULAR = 8,
  WKB_COMPOUND = 9,
  WKB_CURVE_POLYGON = 10,
  WKB_MULTI_CURVE = 11,
  WKB_MULTI_SURFACE = 12,
};

typedef struct
{
  const guint8 *data;
  gsize         length;
  gsize         at;
  gboolean      little;
  guint         n_dimensions;
  guint         depth;
} Reader;

static gboolean straighten (Reader *reader, GByteArray *out);

static gboolean
take_uint32 (Reader *reader, guint32 *value)
{
  if (reader->length - reader->at < sizeof *value)
    return FALSE;
  memcpy (value, reader->data + reader->at, sizeof *value);
  *value = reader->little ? GUINT32_FROM_LE (*value) : GUINT32_FROM_BE (*value);
  reader->at += sizeof *value;
  return TRUE;
}

/* Byte order and type, the latter without Z and M. */
static gboolean
take_header (Reader *reader, guint32 *type)
{
  guint32 code, family;

  if (reader->at >= reader->length || reader->data[reader->at] > 1)
    return FALSE;
  reader->little = reader->data[reader->at++] == 1;
  if (!take_uint32 (reader, &code) || (code & 0x0fffffff) >= 4000)
    return FALSE;
  family = (code & 0x0fffffff) / 1000;
  reader->n_dimensions = 2 + ((code & 0x80000000) != 0 || family == 1 || family == 3)
                         + ((code & 0x40000000) != 0 || family == 2 || family == 3);
  *type = (code & 0x0fffffff) % 1000;
  return (code & 0x20000000) == 0 || take_uint32 (reader, &code);
}

static gboolean
take_point (Reader *reader, double *xy)
{
  if (reader->length - reader->at < 8 * reader->n_dimensions)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      guint64 bits;

      memcpy (&bits, reader->data + reader->at + 8 * i, sizeof bits);
      bits = reader->little ? GUINT64_FROM_LE (bits) : GUINT64_FROM_BE (bits);
      memcpy (&xy[i], &bits, sizeof bits);
    }
  reader->at += 8 * reader->n_dimensions;
  return TRUE;
}

static void
put_uint32 (GByteArray *out, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
put_header (GByteArray *out, guint32 type)
{
  g_byte_array_append (out, (const guint8 *) "\x01", 1);
  put_uint32 (out, type);
}

static void
put_points (GByteArray *out, const GArray *points)
{
  put_uint32 (out, points->len / 2);
  for (guint i = 0; i < points->len; i++)
    {
      guint64 bits;

      memcpy (&bits, &g_array_index (points, double, i), sizeof bits);
      bits = GUINT64_TO_LE (bits);
      g_byte_array_append (out, (const guint8 *) &bits, sizeof bits);
    }
}

/* Adds a point unless the last one was the same, as where two pieces meet. */
static void
add_point (GArray *points, double x, double y)
{
  const double xy[2] = { x, y };

  if (points->len >= 2 && g_array_index (points, double, points->len - 2) == x
      && g_array_index (points, double, points->len - 1) == y)
    return;
  g_array_append_vals (points, xy, 2);
}

/* Adds the arc from @a through @b to @c, without @a itself. If @a and @c are one, @b lies opposite,
 * and the arc is a full circle. */
static void
add_arc (GArray *points, const double *a, const double *b, const double *c)
{
  double bx = b[0] - a[0], by = b[1] - a[1], cx = c[0] - a[0], cy = c[1] - a[1];
  double twice = 2 * (bx * cy - by * cx);
  double x, y, radius, start, sweep;
  guint  n;

  if (cx == 0 && cy == 0)
    {
      x = bx / 2;
      y = by / 2;
      sweep = 2 * G_PI;
    }
  else
    {
      x = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / twice;
      y = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / twice;
      sweep = atan2 (cy - y, cx - x) - atan2 (-y, -x);
      if (twice > 0 && sweep < 0)
        sweep += 2 * G_PI;
      else if (twice < 0 && sweep > 0)
        sweep -= 2 * G_PI;
    }
  radius = hypot (x, y);
  start = atan2 (-y, -x);
  n = isfinite (radius) && isfinite (sweep) ? MAX ((guint) ceil (fabs (sweep) / STEP), 1) : 1;
  for (guint i = 1; i < n; i++)
    add_point (points, a[0] + x + radius * cos (start + sweep * i / n),
               a[1] + y + radius * sin (start + sweep * i / n));
  add_point (points, c[0], c[1]);
}

static gboolean
read_points (Reader *reader, gboolean circular, GArray *points)
{
  guint32 n;
  double  a[2], b[2], c[2];

  if (!take_uint32 (reader, &n) || n > (reader->length - reader->at) / (8 * reader->n_dimensions)
      || (circular && n > 0 && (n < 3 || n % 2 == 0)))
    return FALSE;
  for (guint i = 0; i < n; i += circular && i > 0 ? 2 : 1)
    {
      if (!take_point (reader, circular && i > 0 ? b : c))
        return FALSE;
      if (circular && i > 0)
        {
          if (!take_point (reader, c))
            return FALSE;
          add_arc (points, a, b, c);
        }
      else
        add_point (points, c[0], c[1]);
      memcpy (a, c, sizeof a);
    }
  return TRUE;
}

/* A line, a circular one, or one of several of them, appended to @points. */
static gboolean
read_curve (Reader *reader, GArray *points)
{
  guint32  type, n;
  gboolean read = TRUE;

  if (reader->depth >= MOST_NESTED || !take_header (reader, &type))
    return FALSE;
  if (type == WKB_LINE || type == WKB_CIRCULAR)
    return read_points (reader, type == WKB_CIRCULAR, points);
  if (type != WKB_COMPOUND || !take_uint32 (reader, &n))
    return FALSE;
  reader->depth++;
  for (guint i = 0; i < n && read; i++)
    read = read_curve (reader, points);
  reader->depth--;
  return read;
}

static gboolean
straighten_line (Reader *reader, GByteArray *out)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  if (!read_curve (reader, points))
    return FALSE;
  put_header (out, WKB_LINE);
  put_points (out, points);
  return TRUE;
}

/* @curved: the rings are curves of their own, with a header each */
static gboolean
straighten_polygon (Reader *reader, gboolean curved, GByteArray *out)
{
  guint32 n;

  if (!take_uint32 (reader, &n) || n > (reader->length - reader->at) / 4)
    return FALSE;
  put_header (out, WKB_POLYGON);
  put_uint32 (out, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

      if (!(curved ? read_curve (reader, points) : read_points (reader, FALSE, points)))
        return FALSE;
      put_points (out, points);
    }
  return TRUE;
}

static gboolean
straighten_members (Reader *reader, guint32 type, GByteArray *out)
{
  guint32  n;
  gboolean read = TRUE;

  if (!take_uint32 (reader, &n) || n > (reader->length - reader->at) / 5)
    return FALSE;
  put_header (out, type);
  put_uint32 (out, n);
  for (guint i = 0; i < n && read; i++)
    read = straighten (reader, out);
  return read;
}

static gboolean
straighten_point (Reader *reader, GByteArray *out)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  double xy[2];

  if (!take_point (reader, xy))
    return FALSE;
  g_array_append_vals (points, xy, 2);
  put_header (out, WKB_POINT);
  put_points (out, points);
  /* A point has no count. */
  g_byte_array_remove_range (out, out->len - 20, 4);
  return TRUE;
}

static gboolean
straighten_content (Reader *reader, guint32 type, gsize start, GByteArray *out)
{
  switch (type)
    {
    case WKB_POINT:
      return straighten_point (reader, out);
    case WKB_LINE:
    case WKB_CIRCULAR:
    case WKB_COMPOUND:
      reader->at = start;
      return straighten_line (reader, out);
    case WKB_POLYGON:
    case WKB_CURVE_POLYGON:
      return straighten_polygon (reader, type == WKB_CURVE_POLYGON, out);
    case WKB_MULTI_CURVE:
      return straighten_members (reader, 5, out);
    case WKB_MULTI_SURFACE:
      return straighten_members (reader, WKB_MULTI_POLYGON, out);
    default:
      return type > WKB_POLYGON && type <= WKB_COLLECTION && straighten_members (reader, type, out);
    }
}

static gboolean
straighten (Reader *reader, GByteArray *out)
{
  gsize    start = reader->at;
  guint32  type;
  gboolean read;

  if (reader->depth >= MOST_NESTED || !take_header (reader, &type))
    return FALSE;
  reader->depth++;
  read = straighten_content (reader, type, start, out);
  reader->depth--;
  return read;
}

/**
 * march_wkb_has_curves:
 * @data: (array length=length): well-known binary
 * @length: bytes
 *
 * Returns: whether it is of a type that may have curves, which march_wkb_read() refuses
 */
gboolean
march_wkb_has_curves (const guint8 *data, gsize length)
{
  Reader  reader = { .data = data, .length = length };
  guint32 type;

  return take_header (&reader, &type) && type >= WKB_CIRCULAR && type <= WKB_MULTI_SURFACE;
}

/**
 * march_wkb_straighten:
 * @data: (array length=length): well-known binary of a type that may have curves
 * @length: bytes
 * @error: %MARCH_ERROR_BAD_INPUT if it is damaged
 *
 * Each arc becomes straight lines of two degrees of its circle.
 *
 * Returns: (transfer full) (nullable): well-known binary for march_wkb_read()
 */
GByteArray *
march_wkb_straighten (const guint8 *data, gsize length, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  Reader reader = { .data = data, .length = length };

  if (!straighten (&reader, out) || reader.at != length)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _ ("The curves of the geometry are damaged or cut off."));
      return NULL;
    }
  return g_steal_pointer (&out);
}
