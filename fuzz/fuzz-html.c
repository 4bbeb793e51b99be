/* fuzz-html.c — web pages, and any other document that is no PDF */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "texts/march-document.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDocument) document = march_document_read (bytes, "page.html", NULL, &error);

  g_assert ((document == NULL) == (error != NULL));
  g_assert (document == NULL || g_utf8_validate (document->text, -1, NULL));
  return 0;
}
