/* mutate.h — valid inputs, spoilt in ways that are the same on every run */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

/* Up to three changes: a byte set, a byte inserted or dropped, a stretch repeated or cut out, the
 * end cut off. */
static inline void
mutate (GByteArray *bytes,
        GRand      *random)
{
  static const guint8 favourites[] = { 0,   1,   0x7f, 0x80, 0xff, '0', '9', '-', '/',
                                       '.', '"', '[',  ']',  '{',  '}', ',', 'X', 'e' };
  gint32              n_changes = g_rand_int_range (random, 1, 4);

  for (gint32 i = 0; i < n_changes && bytes->len > 0; i++)
    {
      guint  at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
      guint  length = (guint) g_rand_int_range (random, 1, (gint32) MIN (bytes->len - at, 16) + 1);
      guint8 byte = g_rand_boolean (random)
                        ? favourites[g_rand_int_range (random, 0, G_N_ELEMENTS (favourites))]
                        : (guint8) g_rand_int (random);

      switch (g_rand_int_range (random, 0, 8))
        {
        case 0:
          g_byte_array_append (bytes, &byte, 1);
          memmove (bytes->data + at + 1, bytes->data + at, bytes->len - at - 1);
          bytes->data[at] = byte;
          break;
        case 1:
          g_byte_array_remove_range (bytes, at, length);
          break;
        case 2:
          {
            g_autofree guint8 *copy = g_memdup2 (bytes->data + at, length);

            g_byte_array_append (bytes, copy, length);
          }
          break;
        case 3:
          g_byte_array_set_size (bytes, at);
          break;
        default:
          bytes->data[at] = byte;
        }
    }
}

/* A copy of exactly its size, so that a sanitizer sees a byte read beyond it; text gets a NUL
 * behind. */
static inline char *
spoil (const void *valid,
       gsize       length,
       GRand      *random,
       gsize      *spoilt_length)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  char *exact;

  g_byte_array_append (bytes, valid, (guint) length);
  mutate (bytes, random);
  exact = g_malloc (bytes->len + 1);
  if (bytes->len > 0)
    memcpy (exact, bytes->data, bytes->len);
  exact[bytes->len] = '\0';
  *spoilt_length = bytes->len;
  return exact;
}
