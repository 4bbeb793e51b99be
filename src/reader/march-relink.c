/* march-relink.c — makes a quotation whose words are found otherwise than they were match again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <string.h>

#include "reader/march-relink.h"

/* Letters times letters: beyond this, only what both begin and end with counts as the same. */
#define LARGEST_TABLE (2000 * 2000)

static const MarchPassage *
find_span (MarchPassages *passages, const MarchSpan *span)
{
  for (guint i = 0; i < passages->list->len; i++)
    {
      const MarchPassage *passage = passages->list->pdata[i];

      if (passage->span == span)
        return passage;
    }
  return NULL;
}

/** march_relink_can_find: Returns: whether all of its words are found, and some of them otherwise
 * than the dossier has them, or elsewhere */
gboolean
march_relink_can_find (MarchPassages *passages, const MarchQuotation *quotation)
{
  MarchMatch worst = MARCH_MATCH_VERBATIM;

  for (guint i = 0; i < quotation->spans->len; i++)
    {
      const MarchPassage *passage = find_span (passages, quotation->spans->pdata[i]);

      worst = MAX (worst, passage != NULL ? passage->match : MARCH_MATCH_NOT_FOUND);
    }
  return worst == MARCH_MATCH_MOVED || worst == MARCH_MATCH_NORMALISED;
}

static MarchQuotationDraft *
add_draft (MarchCoding *coding, const MarchQuotation *quotation)
{
  MarchQuotationDraft *draft
      = march_coding_add_quotation (coding, march_quotation_draft_new_from (quotation));

  while (draft->spans->len > 0)
    march_quotation_draft_remove_span (draft, draft->spans->len - 1);
  return draft;
}

/**
 * march_relink_to_found:
 * @quotation: march_relink_can_find() it
 *
 * The words that are found in the text are the quotation's from now on.
 *
 * Returns: (transfer full) (nullable): the edit, to be written
 */
MarchCoding *
march_relink_to_found (MarchPassages *passages, const MarchQuotation *quotation, GError **error)
{
  g_autoptr (MarchCoding) coding = march_coding_new (passages->corpus);
  MarchQuotationDraft    *draft = add_draft (coding, quotation);

  for (guint i = 0; i < quotation->spans->len; i++)
    {
      const MarchPassage *passage = find_span (passages, quotation->spans->pdata[i]);

      g_return_val_if_fail (passage != NULL, NULL);
      if (!march_quotation_draft_add_span (draft, passages->source->text, passage->first,
                                           passage->beyond, error))
        return NULL;
    }
  return g_steal_pointer (&coding);
}

/**
 * march_relink_to_words:
 * @corpus: of @quotation, whose source has a text
 * @words: what it quotes of that from now on
 *
 * Returns: (transfer full) (nullable): the edit, to be written
 */
MarchCoding *
march_relink_to_words (MarchCorpus          *corpus,
                       const MarchQuotation *quotation,
                       const MarchStretch   *words,
                       GError              **error)
{
  g_autoptr (MarchCoding) coding = march_coding_new (corpus);
  MarchQuotationDraft    *draft = add_draft (coding, quotation);

  if (!march_quotation_draft_add_span (draft, quotation->source->text, words->first, words->beyond,
                                       error))
    return NULL;
  return g_steal_pointer (&coding);
}

/* Blanks that differ are seen. */
static void
append_letter (GString *markup, gunichar letter, gboolean differs)
{
  char             text[7] = "";
  g_autofree char *escaped = NULL;

  if (differs && letter == '\n')
    letter = 0x21b5;
  else if (differs && letter != ' ' && g_unichar_isspace (letter))
    letter = 0x237d;
  else if (differs && letter == ' ')
    letter = 0x2423;
  text[g_unichar_to_utf8 (letter, text)] = '\0';
  escaped = g_markup_escape_text (text, -1);
  g_string_append (markup, escaped);
}

static char *
mark (const gunichar *letters, glong n, const gboolean *same)
{
  GString *markup = g_string_new (NULL);

  for (glong i = 0; i < n; i++)
    {
      if (!same[i] && (i == 0 || same[i - 1]))
        g_string_append (markup, "<b><u>");
      append_letter (markup, letters[i], !same[i]);
      if (!same[i] && (i + 1 == n || same[i + 1]))
        g_string_append (markup, "</u></b>");
    }
  return g_string_free (markup, FALSE);
}

/* The longest row of letters that both have in this order; @same is set for each of them. */
static void
align (const gunichar *a, glong n_a, const gunichar *b, glong n_b, gboolean *same_a,
       gboolean *same_b)
{
  const glong         width = n_b + 1;
  g_autofree guint16 *table = g_new0 (guint16, (n_a + 1) * width);
  glong               i = 0, k = 0;

  for (i = n_a - 1; i >= 0; i--)
    for (k = n_b - 1; k >= 0; k--)
      table[i * width + k] = a[i] == b[k] ? table[(i + 1) * width + k + 1] + 1
                                          : MAX (table[(i + 1) * width + k],
                                                 table[i * width + k + 1]);
  for (i = k = 0; i < n_a && k < n_b;)
    if (a[i] == b[k])
      same_a[i++] = same_b[k++] = TRUE;
    else if (table[(i + 1) * width + k] >= table[i * width + k + 1])
      i++;
    else
      k++;
}

/**
 * march_relink_mark_difference:
 * @quoted: words
 * @found: other ones
 * @quoted_markup: (out): @quoted, for a label, with what @found lacks in bold
 * @found_markup: (out): likewise
 */
void
march_relink_mark_difference (const char *quoted,
                              const char *found,
                              char      **quoted_markup,
                              char      **found_markup)
{
  glong                n_a = 0, n_b = 0, head = 0, tail = 0;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (quoted, -1, &n_a);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (found, -1, &n_b);
  g_autofree gboolean *same_a = g_new0 (gboolean, n_a + 1);
  g_autofree gboolean *same_b = g_new0 (gboolean, n_b + 1);

  for (; head < MIN (n_a, n_b) && a[head] == b[head]; head++)
    same_a[head] = same_b[head] = TRUE;
  for (; tail < MIN (n_a, n_b) - head && a[n_a - 1 - tail] == b[n_b - 1 - tail]; tail++)
    same_a[n_a - 1 - tail] = same_b[n_b - 1 - tail] = TRUE;
  if ((n_a - head - tail) * (n_b - head - tail) <= LARGEST_TABLE)
    align (a + head, n_a - head - tail, b + head, n_b - head - tail, same_a + head,
           same_b + head);
  *quoted_markup = mark (a, n_a, same_a);
  *found_markup = mark (b, n_b, same_b);
}
