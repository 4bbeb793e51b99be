/* march-geometry-pack.c — geometry exactly as it was, told by what differs from another one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-geometry-pack.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "geo/march-wkb.h"

/* "MP", the version, flags, the length of the WKB, its checksum (both little-endian, 32 bits), and
 * raw deflate (RFC 1951) of: the WKB; or, by the flag FOLLOWS, of steps { start in the WKB before,
 * bytes to copy from there, bytes that are new } of 32 bits each, and the new bytes behind it. */
#define HEAD_SIZE 12
#define VERSION 1
#define FOLLOWS 1
#define STEP_SIZE 12
#define BLOCK 32 /* two points; fewer in common are not worth a step */
#define PITCH 16
#define MOST_IN_A_ROW 64 /* then one stands alone, so that little is lost with a damaged one */
#define CHUNK ((gsize) 65536)
#define LARGEST (G_GUINT64_CONSTANT (1) << 30)

struct _MarchPack
{
  GBytes *before; /* WKB */
  guint   n_in_a_row;
};

MarchPack *
march_pack_new (void)
{
  return g_new0 (MarchPack, 1);
}

void
march_pack_free (MarchPack *pack)
{
  g_clear_pointer (&pack->before, g_bytes_unref);
  g_free (pack);
}

static void
add_number (GByteArray *bytes, guint32 number)
{
  guint32 little = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static guint32
get_number (const guint8 *data)
{
  guint32 little;

  memcpy (&little, data, sizeof little);
  return GUINT32_FROM_LE (little);
}

static guint32
hash_block (const guint8 *data)
{
  guint64 hash = 0, word;

  for (guint i = 0; i < BLOCK; i += sizeof word)
    {
      memcpy (&word, data + i, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 29;
    }
  return (guint32) (hash >> 16);
}

/* Where blocks of the WKB before start, by their hashes; 0: nowhere, else the start + 1. */
typedef struct
{
  guint32 *starts;
  guint32  mask;
} Index;

static void
index_init (Index *index, const guint8 *data, gsize length)
{
  guint32 size = 16;

  while (size < length / PITCH * 2)
    size *= 2;
  index->starts = g_new0 (guint32, size);
  index->mask = size - 1;
  for (gsize at = 0; at + BLOCK <= length; at += PITCH)
    index->starts[hash_block (data + at) & index->mask] = (guint32) at + 1;
}

/* How many bytes from @at on are those of the WKB before from @start on. */
static gsize
count_equal (const guint8 *now, gsize n_now, gsize at, const guint8 *before, gsize n_before,
             gsize start)
{
  gsize n = 0, most = MIN (n_now - at, n_before - start);

  while (n < most && now[at + n] == before[start + n])
    n++;
  return n;
}

static gsize
find_equal (const Index  *index,
            const guint8 *now,
            gsize         n_now,
            gsize         at,
            const guint8 *before,
            gsize         n_before,
            gsize        *start)
{
  guint32 found = index->starts[hash_block (now + at) & index->mask];

  if (found == 0)
    return 0;
  *start = found - 1;
  return count_equal (now, n_now, at, before, n_before, *start);
}

static void
add_step (GByteArray *steps, gsize start, gsize copied, const guint8 *fresh, gsize n_fresh)
{
  add_number (steps, (guint32) start);
  add_number (steps, (guint32) copied);
  add_number (steps, (guint32) n_fresh);
  g_byte_array_append (steps, fresh, (guint) n_fresh);
}

static GByteArray *
make_steps (const guint8 *before, gsize n_before, const guint8 *now, gsize n_now)
{
  GByteArray *steps = g_byte_array_new ();
  gsize       at = 0, fresh = 0, copy_start = 0, copied = 0;
  Index       index;

  index_init (&index, before, n_before);
  while (at + BLOCK <= n_now)
    {
      gsize start = 0, n = find_equal (&index, now, n_now, at, before, n_before, &start);

      if (n < BLOCK)
        {
          at++;
          continue;
        }
      /* What was copied before, and what is new since then. */
      add_step (steps, copy_start, copied, now + fresh, at - fresh);
      copy_start = start;
      copied = n;
      at += n;
      fresh = at;
    }
  add_step (steps, copy_start, copied, now + fresh, n_now - fresh);
  g_free (index.starts);
  return steps;
}

/* All of it, but no more than @most bytes; memory grows with what there is, not with what is said
 * to be. */
static GByteArray *
convert (GConverter *converter, const guint8 *data, gsize length, gsize most)
{
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (data, (gssize) length,
                                                                        NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (plain, converter);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, MIN (CHUNK, most - all->len), NULL, NULL)) > 0)
    g_byte_array_append (all, chunk, (guint) n);
  return n == 0 ? g_steal_pointer (&all) : NULL;
}

static GByteArray *
compress (const guint8 *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  GByteArray *bytes = convert (G_CONVERTER (compressor), data, length, G_MAXUINT32);

  g_assert (bytes != NULL); /* memory into memory */
  return bytes;
}

/* Adler-32 of RFC 1950 is enough to tell that a neighbour is not the one that was meant. */
static guint32
check_sum (const guint8 *data, gsize length)
{
  guint32 a = 1, b = 0;

  for (gsize i = 0; i < length; i++)
    {
      a = (a + data[i]) % 65521;
      b = (b + a) % 65521;
    }
  return b << 16 | a;
}

static GBytes *
make_packed (GBytes *wkb, const guint8 *body, gsize length, gboolean follows)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (wkb, &size);
  g_autoptr (GByteArray) compressed = compress (body, length);
  GByteArray *packed = g_byte_array_new ();
  guint8      head[] = { 'M', 'P', VERSION, follows ? FOLLOWS : 0 };

  g_byte_array_append (packed, head, sizeof head);
  add_number (packed, (guint32) size);
  add_number (packed, check_sum (data, size));
  g_byte_array_append (packed, compressed->data, compressed->len);
  return g_byte_array_free_to_bytes (packed);
}

static void
take_before (MarchPack *pack, GBytes *wkb, gboolean follows)
{
  g_clear_pointer (&pack->before, g_bytes_unref);
  pack->before = wkb;
  pack->n_in_a_row = follows ? pack->n_in_a_row + 1 : 0;
}

/**
 * march_pack_write:
 *
 * Returns: (transfer full): @geometry, to be read after what was written before it, in that order
 */
GBytes *
march_pack_write (MarchPack *pack, MarchGeometry *geometry)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  GBytes *wkb, *alone, *following = NULL;
  gsize   n_now, n_before = 0;
  const guint8 *now, *before = NULL;

  march_wkb_append (geometry, array);
  wkb = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  now = g_bytes_get_data (wkb, &n_now);
  if (pack->before != NULL && pack->n_in_a_row < MOST_IN_A_ROW)
    {
      g_autoptr (GByteArray) steps = NULL;

      before = g_bytes_get_data (pack->before, &n_before);
      steps = make_steps (before, n_before, now, n_now);
      if (steps->len < n_now)
        following = make_packed (wkb, steps->data, steps->len, TRUE);
    }
  if (following != NULL)
    {
      take_before (pack, wkb, TRUE);
      return following;
    }
  alone = make_packed (wkb, now, n_now, FALSE);
  take_before (pack, wkb, FALSE);
  return alone;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                       _("The geometry of an imported feature is damaged."));
  return FALSE;
}

static gboolean
take_steps (MarchPack *pack, const guint8 *steps, gsize length, GByteArray *wkb, gsize size,
            GError **error)
{
  gsize         n_before;
  const guint8 *before;

  if (pack->before == NULL)
    return fail (error);
  before = g_bytes_get_data (pack->before, &n_before);
  while (length > 0)
    {
      gsize start, copied, fresh;

      if (length < STEP_SIZE)
        return fail (error);
      start = get_number (steps);
      copied = get_number (steps + 4);
      fresh = get_number (steps + 8);
      if (start > n_before || copied > n_before - start || fresh > length - STEP_SIZE
          || copied + fresh > size - wkb->len)
        return fail (error);
      g_byte_array_append (wkb, before + start, (guint) copied);
      g_byte_array_append (wkb, steps + STEP_SIZE, (guint) fresh);
      steps += STEP_SIZE + fresh;
      length -= STEP_SIZE + fresh;
    }
  return TRUE;
}

static GBytes *
unpack (MarchPack *pack, const guint8 *data, gsize length, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor
      = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GByteArray) wkb = g_byte_array_new ();
  g_autoptr (GByteArray) body = NULL;
  gsize size = get_number (data + 4);

  if (size > LARGEST)
    {
      fail (error);
      return NULL;
    }
  /* Steps are written only where they are shorter than what they tell. */
  body = convert (G_CONVERTER (decompressor), data + HEAD_SIZE, length - HEAD_SIZE, size + 1);
  if (body == NULL)
    {
      fail (error);
      return NULL;
    }
  if ((data[3] & FOLLOWS) == 0)
    g_byte_array_append (wkb, body->data, body->len);
  else if (!take_steps (pack, body->data, body->len, wkb, size, error))
    return NULL;
  if (wkb->len != size || check_sum (wkb->data, size) != get_number (data + 8))
    {
      fail (error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&wkb));
}

/** march_pack_is: Returns: whether the bytes begin as those of march_pack_write() do */
gboolean
march_pack_is (const guint8 *data, gsize length)
{
  return length >= HEAD_SIZE && data[0] == 'M' && data[1] == 'P' && data[2] == VERSION;
}

/**
 * march_pack_read:
 * @data: (array length=length): of march_pack_write(), not trusted
 *
 * Returns: (transfer full): the geometry, point by point as it was; %NULL with
 * %MARCH_ERROR_DAMAGED, also if the one before was not read
 */
MarchGeometry *
march_pack_read (MarchPack *pack, const guint8 *data, gsize length, GError **error)
{
  GBytes        *wkb;
  gsize          size;
  const guint8  *bytes;
  MarchGeometry *geometry;

  if (!march_pack_is (data, length))
    {
      fail (error);
      return NULL;
    }
  wkb = unpack (pack, data, length, error);
  if (wkb == NULL)
    return NULL;
  bytes = g_bytes_get_data (wkb, &size);
  geometry = march_wkb_read (bytes, size, error);
  take_before (pack, wkb, (data[3] & FOLLOWS) != 0);
  return geometry;
}
