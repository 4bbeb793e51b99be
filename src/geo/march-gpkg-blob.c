/* march-gpkg-blob.c — GeoPackage geometry blobs and the WKB inside them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-gpkg-blob.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/march-error.h"
#include "geo/march-wkb.h"

/* OGC 12-128r17, "GeoPackage Encoding Standard" 1.3, clause 2.1.3: "GP", version, flags, srs id,
 * envelope, then WKB. */
#define HEADER_SIZE 8
#define FLAG_LITTLE 0x01
#define FLAG_EMPTY 0x10
#define FLAG_EXTENDED 0x20
#define ENVELOPE_SHIFT 1
#define ENVELOPE_MASK 0x07
#define ENVELOPE_XY 1

typedef struct
{
  gboolean little;
  gboolean empty;
  int      srs_id;
  guint    n_envelope; /* doubles */
  gsize    size;       /* of all before the WKB */
} Header;

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (MARCH_ERROR, MARCH_ERROR_BAD_INPUT, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
read_header (const guint8 *data,
             gsize         length,
             Header       *header,
             GError      **error)
{
  static const guint envelope_sizes[] = { 0, 4, 6, 6, 8 };
  guint   envelope;
  guint32 srs_id;

  if (length < HEADER_SIZE || data[0] != 'G' || data[1] != 'P')
    return refuse (
        error, _("This is not a GeoPackage geometry: it doesn't begin with “GP” and a header."));
  if (data[2] != 0)
    return refuse (
        error,
        _("The geometry has version %u, and only version 0 of the GeoPackage format is known."),
        data[2]);
  if ((data[3] & FLAG_EXTENDED) != 0)
    return refuse (error,
                   _("The geometry is of an extended GeoPackage type, which can't be read."));
  envelope = (data[3] >> ENVELOPE_SHIFT) & ENVELOPE_MASK;
  if (envelope >= G_N_ELEMENTS (envelope_sizes))
    return refuse (error, _("The geometry is damaged: its header names the unknown envelope %u."),
                   envelope);

  memcpy (&srs_id, data + 4, sizeof srs_id);
  header->little = (data[3] & FLAG_LITTLE) != 0;
  header->empty = (data[3] & FLAG_EMPTY) != 0;
  header->srs_id = (int) (header->little ? GUINT32_FROM_LE (srs_id) : GUINT32_FROM_BE (srs_id));
  header->n_envelope = envelope_sizes[envelope];
  header->size = HEADER_SIZE + 8 * header->n_envelope;
  if (length < header->size)
    return refuse (error, _("The geometry is cut off within its header."));
  return TRUE;
}

static double
read_double (const guint8 *data,
             gboolean      little)
{
  guint64 bits;
  double  value;

  memcpy (&bits, data, sizeof bits);
  bits = little ? GUINT64_FROM_LE (bits) : GUINT64_FROM_BE (bits);
  memcpy (&value, &bits, sizeof value);
  return value;
}

/**
 * march_gpkg_blob_read:
 * @data: (array length=length): a geometry column's value
 * @length: bytes
 * @srs_id: (out) (optional): the spatial reference system that the header names
 * @error: %MARCH_ERROR_BAD_INPUT if it is no such blob, or its geometry can't be read (see
 * march_wkb_read())
 *
 * Reads GeoPackage 1.3 binary of either byte order with any envelope. Nothing in @data is trusted.
 *
 * Returns: (transfer full) (nullable): the geometry
 */
MarchGeometry *
march_gpkg_blob_read (const guint8 *data,
                      gsize         length,
                      int          *srs_id,
                      GError      **error)
{
  Header header = { 0 };

  if (!read_header (data, length, &header, error))
    return NULL;
  if (srs_id != NULL)
    *srs_id = header.srs_id;
  return march_wkb_read (data + header.size, length - header.size, error);
}

static void
append_double (GByteArray *bytes,
               double      value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
}

/**
 * march_gpkg_blob_write:
 * @geometry: a geometry
 * @srs_id: its spatial reference system, #MARCH_SRS_WGS84 for degrees
 *
 * Writes GeoPackage 1.3 binary: little-endian, with an envelope unless it is a point or empty. The
 * same geometry always gives the same bytes.
 *
 * Returns: (transfer full): the blob
 */
GBytes *
march_gpkg_blob_write (MarchGeometry *geometry,
                       int            srs_id)
{
  GByteArray     *bytes = g_byte_array_new ();
  const MarchBox *box = march_geometry_get_box (geometry);
  gboolean        empty = march_geometry_get_n_parts (geometry) == 0;
  gboolean        envelope = !empty && march_geometry_get_kind (geometry) != MARCH_GEOMETRY_POINT;
  guint8          header[4] = { 'G', 'P', 0, FLAG_LITTLE };
  guint32         srs = GUINT32_TO_LE ((guint32) srs_id);

  header[3] |= empty ? FLAG_EMPTY : 0;
  header[3] |= envelope ? ENVELOPE_XY << ENVELOPE_SHIFT : 0;
  g_byte_array_append (bytes, header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) &srs, sizeof srs);
  if (envelope)
    {
      append_double (bytes, box->west);
      append_double (bytes, box->east);
      append_double (bytes, box->south);
      append_double (bytes, box->north);
    }
  march_wkb_append (geometry, bytes);
  return g_byte_array_free_to_bytes (bytes);
}

/* OGC 06-103r4, 8.2.6: byte order, type, and two doubles of which NaN means empty. */
#define WKB_POINT 1
#define WKB_POINT_SIZE 21

static gboolean
read_wkb_point (const guint8 *data, gsize length, double *x, double *y)
{
  guint32 type;

  if (length != WKB_POINT_SIZE || data[0] > 1)
    return FALSE;
  memcpy (&type, data + 1, sizeof type);
  if ((data[0] != 0 ? GUINT32_FROM_LE (type) : GUINT32_FROM_BE (type)) != WKB_POINT)
    return FALSE;
  *x = read_double (data + 5, data[0] != 0);
  *y = read_double (data + 13, data[0] != 0);
  return isfinite (*x) && isfinite (*y);
}

/**
 * march_gpkg_blob_read_point:
 * @data: (array length=length): a geometry column's value
 * @length: bytes
 * @x: (out): longitude
 * @y: (out): latitude
 *
 * Without making a geometry, for points by the hundred thousand.
 *
 * Returns: whether it is one plain point in WGS 84
 */
gboolean
march_gpkg_blob_read_point (const guint8 *data, gsize length, double *x, double *y)
{
  Header header = { 0 };

  return read_header (data, length, &header, NULL) && header.srs_id == MARCH_SRS_WGS84
         && !header.empty && read_wkb_point (data + header.size, length - header.size, x, y);
}

/**
 * march_gpkg_blob_read_box:
 * @data: (array length=length): a geometry column's value
 * @length: bytes
 * @box: (out): what it spans, from its envelope if it has one
 * @empty: (out): whether it has no points
 *
 * Cheap where there is an envelope; for the functions that a GeoPackage's spatial index calls.
 *
 * Returns: %FALSE if it is no such blob or is damaged
 */
gboolean
march_gpkg_blob_read_box (const guint8 *data,
                          gsize         length,
                          MarchBox     *box,
                          gboolean     *empty)
{
  Header header = { 0 };
  g_autoptr (MarchGeometry) geometry = NULL;

  if (!read_header (data, length, &header, NULL))
    return FALSE;
  *empty = header.empty;
  *box = MARCH_BOX_EMPTY;
  if (header.empty)
    return TRUE;
  if (header.n_envelope > 0)
    {
      const guint8 *envelope = data + HEADER_SIZE;

      box->west = read_double (envelope, header.little);
      box->east = read_double (envelope + 8, header.little);
      box->south = read_double (envelope + 16, header.little);
      box->north = read_double (envelope + 24, header.little);
      return box->west <= box->east && box->south <= box->north && isfinite (box->west) &&
             isfinite (box->east) && isfinite (box->south) && isfinite (box->north);
    }

  if (read_wkb_point (data + header.size, length - header.size, &box->west, &box->south))
    {
      box->east = box->west;
      box->north = box->south;
      return TRUE;
    }
  geometry = march_wkb_read (data + header.size, length - header.size, NULL);
  if (geometry == NULL)
    return FALSE;
  *box = *march_geometry_get_box (geometry);
  *empty = march_geometry_get_n_parts (geometry) == 0;
  return TRUE;
}

/**
 * march_gpkg_blob_get_wkb:
 * @data: (array length=length): a geometry column's value
 * @length: bytes
 * @wkb_length: (out): bytes of what is returned
 * @error: %MARCH_ERROR_BAD_INPUT if it is no such blob
 *
 * Returns: (transfer none) (nullable): the well-known binary in it
 */
const guint8 *
march_gpkg_blob_get_wkb (const guint8 *data, gsize length, gsize *wkb_length, GError **error)
{
  Header header = { 0 };

  if (!read_header (data, length, &header, error))
    return NULL;
  *wkb_length = length - header.size;
  return data + header.size;
}
