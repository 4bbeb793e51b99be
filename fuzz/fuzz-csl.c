/* fuzz-csl.c — bibliographic items */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "corpus/march-csl.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  g_autofree char *author = NULL;
  g_autofree char *publication = NULL;
  g_autoptr (GError) error = NULL;

  /* A database gives text in UTF-8 only. */
  if (g_utf8_validate (text, -1, NULL))
    g_assert (march_csl_read (text, &author, &publication, &error) == (error == NULL));
  return 0;
}
