/* march-wkt.c — well-known text, as tables have it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-wkt.h"

#include <math.h>
#include <string.h>

#define DEEPEST 8 /* collections within collections */

/* OGC 06-103r4, 7.2; and the "SRID=…;" that PostGIS puts before it. */
typedef struct
{
  const char      *at;
  MarchLayerShape *shape;
  guint            n_numbers; /* of a point */
  guint            depth;
} Wkt;

typedef gboolean (*ReadFunc) (Wkt *wkt);

static void
skip_blanks (Wkt *wkt)
{
  while (g_ascii_isspace (*wkt->at))
    wkt->at++;
}

static gboolean
take (Wkt *wkt, char sign)
{
  skip_blanks (wkt);
  if (*wkt->at != sign)
    return FALSE;
  wkt->at++;
  return TRUE;
}

static gboolean
take_word (Wkt *wkt, const char *word)
{
  gsize length = strlen (word);

  skip_blanks (wkt);
  if (g_ascii_strncasecmp (wkt->at, word, length) != 0 || g_ascii_isalpha (wkt->at[length]))
    return FALSE;
  wkt->at += length;
  return TRUE;
}

static gboolean
read_point (Wkt *wkt)
{
  double numbers[4] = { 0 };

  for (guint i = 0; i < wkt->n_numbers; i++)
    {
      char *end;

      skip_blanks (wkt);
      numbers[i] = g_ascii_strtod (wkt->at, &end);
      if (end == wkt->at || !isfinite (numbers[i]))
        return FALSE;
      wkt->at = end;
    }
  march_layer_shape_add (wkt->shape, numbers[0], numbers[1]);
  return TRUE;
}

/* "( member, member )" */
static gboolean
read_list (Wkt *wkt, ReadFunc read)
{
  if (!take (wkt, '('))
    return FALSE;
  do
    if (!read (wkt))
      return FALSE;
  while (take (wkt, ','));
  return take (wkt, ')');
}

static gboolean
read_points (Wkt *wkt, MarchGeometryKind kind)
{
  gboolean good;

  march_layer_shape_begin_part (wkt->shape, kind);
  good = read_list (wkt, read_point);
  march_layer_shape_end_part (wkt->shape);
  return good;
}

static gboolean
read_ring (Wkt *wkt)
{
  return read_points (wkt, MARCH_GEOMETRY_POLYGON);
}

static gboolean
read_polygon (Wkt *wkt)
{
  march_layer_shape_begin_polygon (wkt->shape);
  return read_list (wkt, read_ring);
}

static gboolean
read_line (Wkt *wkt)
{
  return read_points (wkt, MARCH_GEOMETRY_LINE);
}

static gboolean
read_single_point (Wkt *wkt)
{
  gboolean bracket = take (wkt, '('), good;

  march_layer_shape_begin_part (wkt->shape, MARCH_GEOMETRY_POINT);
  good = read_point (wkt);
  march_layer_shape_end_part (wkt->shape);
  return good && (!bracket || take (wkt, ')'));
}

static gboolean
read_multi_point (Wkt *wkt)
{
  return read_list (wkt, read_single_point);
}

static gboolean
read_multi_line (Wkt *wkt)
{
  return read_list (wkt, read_line);
}

static gboolean
read_multi_polygon (Wkt *wkt)
{
  return read_list (wkt, read_polygon);
}

static gboolean read_geometry (Wkt *wkt);

static gboolean
read_collection (Wkt *wkt)
{
  gboolean good;

  if (++wkt->depth > DEEPEST)
    return FALSE;
  good = read_list (wkt, read_geometry);
  wkt->depth--;
  return good;
}

/* "Z", "M", "ZM", also right behind the name. */
static void
read_dimensions (Wkt *wkt)
{
  wkt->n_numbers = 2;
  skip_blanks (wkt);
  if (g_ascii_toupper (*wkt->at) == 'Z')
    {
      wkt->n_numbers++;
      wkt->shape->has_heights = TRUE;
      wkt->at++;
    }
  if (g_ascii_toupper (*wkt->at) == 'M')
    {
      wkt->n_numbers++;
      wkt->at++;
    }
}

static gboolean
read_geometry (Wkt *wkt)
{
  static const struct
  {
    const char *name;
    ReadFunc    read;
  } kinds[] = {
    { "POINT", read_single_point },        { "LINESTRING", read_line },
    { "POLYGON", read_polygon },           { "MULTIPOINT", read_multi_point },
    { "MULTILINESTRING", read_multi_line }, { "MULTIPOLYGON", read_multi_polygon },
    { "GEOMETRYCOLLECTION", read_collection },
  };

  skip_blanks (wkt);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i].name);

      if (g_ascii_strncasecmp (wkt->at, kinds[i].name, length) != 0)
        continue;
      wkt->at += length;
      read_dimensions (wkt);
      return take_word (wkt, "EMPTY") || kinds[i].read (wkt);
    }
  return FALSE;
}

/**
 * march_wkt_read:
 * @text: well-known text (OGC 06-103r4) in WGS 84, heights and measures are left out
 * @shape: gets its parts; what it has is of no use if @text is not understood
 *
 * Returns: whether @text was understood to its end
 */
gboolean
march_wkt_read (const char *text, MarchLayerShape *shape)
{
  Wkt wkt = { .at = text, .shape = shape };

  skip_blanks (&wkt);
  if (g_ascii_strncasecmp (wkt.at, "SRID=4326;", 10) == 0)
    wkt.at += 10;
  if (!read_geometry (&wkt))
    return FALSE;
  skip_blanks (&wkt);
  return *wkt.at == '\0';
}
