/* fuzz-edtf.c — dates, as a file gives them and as a person types them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-edtf.h"
#include "fuzz.h"

/* A day lies in the bounds that it gives, and its text is read again as the same. */
static void
check (MarchEdtf *edtf)
{
  const MarchPeriod *period = march_edtf_get_period (edtf);
  g_autofree char   *words = march_edtf_describe (edtf);
  g_autoptr (MarchEdtf) again = march_edtf_new (march_edtf_get_text (edtf), NULL);

  g_assert_nonnull (words);
  g_assert_nonnull (again);
  g_assert_cmpmem (period, sizeof *period, march_edtf_get_period (again), sizeof *period);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  g_autoptr (MarchEdtf) read = march_edtf_new (text, NULL);
  g_autoptr (MarchEdtf) typed = NULL;

  if (g_utf8_validate (text, -1, NULL))
    typed = march_edtf_new_from_words (text, NULL);
  if (read != NULL)
    check (read);
  if (typed != NULL)
    check (typed);
  return 0;
}
