/* march-encoding-guess.c — which encoding the bytes of a text are in, if nothing tells */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include "texts/march-encoding.h"

/* Bytes that are looked at: enough for some pages of text. */
#define SAMPLE 65536

/* Single bytes in which texts were written before UTF-8. In case of a tie the first. */
static const char *const candidates[] = {
  "WINDOWS-1252", "WINDOWS-1251", "KOI8-U", "WINDOWS-1250", "IBM866",
};

/* What a byte stands for in an encoding; 0 for nothing. */
typedef gunichar Letters[256];

static void
fill_letters (const char *encoding, Letters letters)
{
  for (guint byte = 0; byte < 256; byte++)
    {
      const char       single[] = { (char) byte, '\0' };
      g_autofree char *text = g_convert (single, 1, "UTF-8", encoding, NULL, NULL, NULL);

      letters[byte] = text != NULL ? g_utf8_get_char (text) : 0;
    }
}

/* Of all candidates, worked out once. */
static const Letters *
get_letters (void)
{
  static Letters letters[G_N_ELEMENTS (candidates)];
  static gsize   filled;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
        fill_letters (candidates[i], letters[i]);
      g_once_init_leave (&filled, 1);
    }
  return letters;
}

/* How a letter beyond ASCII fits to the one before it in its word. */
static int
rate_pair (gunichar before, gunichar letter)
{
  const gboolean same = (before >= 0x400) == (letter >= 0x400); /* both Cyrillic, or both Latin */

  if (!g_unichar_isalpha (before))
    return 0;
  if (!same)
    return -2;
  /* Latin words have letters beyond ASCII here and there, Cyrillic ones nothing else. */
  if (letter < 0x400 && before >= 0x80)
    return 0;
  return g_unichar_islower (before) && g_unichar_isupper (letter) ? -2 : 1;
}

static int
rate (const guchar *data, gsize length, const gunichar letters[256])
{
  gunichar before = ' ';
  int      score = 0;

  for (gsize i = 0; i < length; i++)
    {
      const gunichar letter = letters[data[i]];

      if (data[i] >= 0x80 && letter == 0)
        score -= 10;
      else if (data[i] >= 0x80 && g_unichar_isalpha (letter))
        score += rate_pair (before, letter);
      else if (data[i] >= 0x80 && g_unichar_iscntrl (letter))
        score -= 5;
      else if (letter < 0x80 && g_unichar_isalpha (letter) && before >= 0x400
               && g_unichar_isalpha (before))
        score -= 2;
      before = letter;
    }
  return score;
}

/** march_encoding_guess: @data: a text in one of the encodings of single bytes. Returns: the name
 * of the one in which its words look most like words */
const char *
march_encoding_guess (const char *data, gsize length)
{
  const Letters *letters = get_letters ();
  const char    *best = candidates[0];
  int            best_score = G_MININT;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const int score = rate ((const guchar *) data, MIN (length, SAMPLE), letters[i]);

      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }
  return best;
}
