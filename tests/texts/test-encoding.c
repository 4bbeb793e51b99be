/* test-encoding.c — bytes in whatever encoding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-error.h"
#include "texts/march-encoding.h"

static const char uk[] = "Вони сказали, що місто тримають. Це було у травні.";
static const char ru[] = "Они сказали, что город удерживают. Это было в мае.";
static const char fr[] = "Le préfet a été reçu à l’hôtel; il n’a rien dit.";
static const char pl[] = "Zażółć gęślą jaźń, powiedział świadek.";

static const struct
{
  const char *text;
  const char *encoding;
  const char *declared; /* NULL: it has to be guessed */
} cases[] = {
  { uk, "UTF-8", NULL },
  { uk, "WINDOWS-1251", NULL },
  { uk, "KOI8-U", NULL },
  { ru, "WINDOWS-1251", NULL },
  { ru, "KOI8-R", NULL },
  { ru, "IBM866", NULL },
  { fr, "WINDOWS-1252", NULL },
  { pl, "WINDOWS-1250", NULL },
  { uk, "WINDOWS-1251", "cp1251" },
  { pl, "ISO-8859-2", "iso-8859-2" },
  { fr, "WINDOWS-1252", "iso-8859-1" },
  { uk, "UTF-16", NULL },
  { uk, "UTF-32", NULL },
  { uk, "UTF-8", "windows-1251" },
};

static void
test_encodings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
      gsize            length = 0;
      g_autofree char *bytes = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL,
                                          &length, NULL);
      g_autofree char *text = march_encoding_decode (bytes, length, cases[i].declared, notes, NULL);
      const gboolean   guessed = cases[i].declared == NULL
                               && !g_str_has_prefix (cases[i].encoding, "UTF");

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (notes->len, ==, guessed);
    }
}

static char *
decode (const char *bytes, gsize length, const char *declared, guint n_notes)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  char *text = march_encoding_decode (bytes, length, declared, notes, NULL);

  g_assert_cmpuint (notes->len, ==, n_notes);
  return text;
}

/* A mark goes; what is broken is shown and told; line ends stay as they are. */
static void
test_repairs (void)
{
  g_autofree char *marked = decode ("\xef\xbb\xbfone\r\ntwo\rthree", 17, NULL, 0);
  g_autofree char *broken = decode ("\xd0\xbe\xd0\xb4\xd0\xb8\xd0\xbd\xd0\xbe\xd0\xb4\xd0\xb8\xd0"
                                    "\xbd"
                                    "\xd0\xbe\xd0\xb4\xd0\xb8\xd0\xbd\xd0\xbe\xd0\xb4\xd0\xb8\xd0"
                                    "\xbd"
                                    "\xd0\xbe\xd0\xb4\xd0\xb8\xd0\xbd\xff.",
                                    42, NULL, 1);
  g_autofree char *odd = decode ("\xff\xfe"
                                 "a\0b",
                                 5, NULL, 1);
  g_autofree char *unknown = decode ("one", 3, "no-such-thing", 0);
  g_autofree char *hole = decode ("a\x98"
                                  "b",
                                  3, "windows-1251", 1);

  g_assert_cmpstr (marked, ==, "one\r\ntwo\rthree");
  g_assert_cmpstr (broken, ==, "одинодинодинодинодин�.");
  g_assert_cmpstr (odd, ==, "a�");
  g_assert_cmpstr (unknown, ==, "one");
  g_assert_cmpstr (hole, ==, "a�b");
}

static void
test_no_text (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_encoding_decode ("PK\x03\x04\0\0", 6, NULL, notes, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

/* Whatever the bytes, it ends, and what it gives is text. */
static void
test_any_bytes (void)
{
  static const char *const declared[] = { NULL, "utf-8", "gb2312", "shift_jis", "utf-7", "utf-16" };

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
      char             bytes[64];
      gsize            length = g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *text = NULL;

      for (gsize at = 0; at < length; at++)
        bytes[at] = g_test_rand_int_range (0, 256);
      text = march_encoding_decode (bytes, length, declared[i % G_N_ELEMENTS (declared)], notes,
                                    NULL);
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/encoding/encodings", test_encodings);
  g_test_add_func ("/texts/encoding/repairs", test_repairs);
  g_test_add_func ("/texts/encoding/no-text", test_no_text);
  g_test_add_func ("/texts/encoding/any-bytes", test_any_bytes);
  return g_test_run ();
}
