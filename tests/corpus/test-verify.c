/* test-verify.c — quotations against texts: in place, moved, with other letters, gone */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "corpus/march-verify.h"

#include "base/march-error.h"

#define TEXT "Первое. “The shore is ours,” she said. The shore is ours, they wrote."

typedef struct
{
  const char *exact;
  const char *prefix;
  guint       first;
  guint       beyond;
  MarchMatch  match;
  guint       found;
} Case;

/* Positions count code points: the first word of the text has seven, in fourteen bytes. */
static const Case cases[] = {
  { "The shore is ours", "", 9, 26, MARCH_MATCH_VERBATIM, 9 },
  { "Первое", "", 0, 6, MARCH_MATCH_VERBATIM, 0 },
  { "The shore is ours", "", 3, 20, MARCH_MATCH_MOVED, 9 },
  { "The shore is ours", "said. ", 3, 20, MARCH_MATCH_MOVED, 39 },
  { "The shore is ours", "", 900, 917, MARCH_MATCH_MOVED, 9 },
  { "\"The  shore is\u00a0ours,\" she", "", 8, 33, MARCH_MATCH_NORMALISED, 8 },
  { "The shore is theirs", "", 9, 28, MARCH_MATCH_NOT_FOUND, 0 },
};

static void
test_span (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MarchSpan span = { (char *) cases[i].exact, (char *) cases[i].prefix, (char *) "",
                         cases[i].first,          cases[i].beyond,          (char *) "" };
      guint     first, beyond;

      g_test_message ("%s at %u", cases[i].exact, cases[i].first);
      g_assert_cmpint (march_verify_span (&span, TEXT, &first, &beyond), ==, cases[i].match);
      g_assert_cmpuint (first, ==, cases[i].found);
    }
}

static void
test_pointer (void)
{
  g_autofree char *hash = march_verify_hash ("The shore is ours");
  MarchSpan        span = { NULL, (char *) "", (char *) "", 9, 26, hash };
  guint            first;

  g_assert_cmpint (march_verify_span (&span, TEXT, &first, NULL), ==, MARCH_MATCH_VERBATIM);
  span.first = 2;
  span.beyond = 19;
  g_assert_cmpint (march_verify_span (&span, TEXT, &first, NULL), ==, MARCH_MATCH_MOVED);
  g_assert_cmpuint (first, ==, 9);
  g_assert_cmpint (march_verify_span (&span, "quite another text, and long enough", &first, NULL),
                   ==, MARCH_MATCH_NOT_FOUND);
  g_assert_cmpint (march_verify_span (&span, "", &first, NULL), ==, MARCH_MATCH_NOT_FOUND);
}

static void
test_read (void)
{
  g_autofree char      *hash = march_verify_hash ("she said");
  MarchSpan             spans[] = { { NULL, (char *) "", (char *) "", 29, 37, hash },
                                    { (char *) "they wrote", (char *) "", (char *) "", 58, 68,
                                      (char *) "" } };
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  MarchQuotation        quotation = { .spans = array };
  g_autofree char      *words = NULL;

  g_assert_cmpint (march_verify_quotation (&quotation, TEXT), ==, MARCH_MATCH_NOT_FOUND);
  g_ptr_array_add (array, &spans[0]);
  g_ptr_array_add (array, &spans[1]);
  words = march_verify_read (&quotation, TEXT);
  g_assert_cmpstr (words, ==, "she said … they wrote");
  g_assert_cmpint (march_verify_quotation (&quotation, TEXT), ==, MARCH_MATCH_VERBATIM);
  g_assert_null (march_verify_read (&quotation, "she said nothing"));
}

static void
test_prepare (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = march_verify_prepare ("\xef\xbb\xbfone\r\ntwo\rthree", 17, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "one\ntwo\rthree");
  g_assert_null (march_verify_prepare ("ab\xff", 3, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "byte 2"));
}

/* Each quotation of a source is told with where its first words stand. */
static void
test_source (void)
{
  MarchSpan moved = { (char *) "The shore is ours", (char *) "", (char *) "", 3, 20, (char *) "" };
  MarchSpan gone = { (char *) "The shore is theirs", (char *) "", (char *) "", 9, 28, (char *) "" };
  g_autoptr (GPtrArray) moved_spans = g_ptr_array_new (), mixed_spans = g_ptr_array_new ();
  g_autoptr (GPtrArray) quotations = g_ptr_array_new ();
  MarchQuotation first = { .spans = moved_spans }, second = { .spans = mixed_spans };
  MarchSource    source = { .quotations = quotations };
  g_autoptr (GArray) checks = NULL;

  g_ptr_array_add (moved_spans, &moved);
  g_ptr_array_add (mixed_spans, &gone);
  g_ptr_array_add (mixed_spans, &moved);
  g_ptr_array_add (quotations, &first);
  g_ptr_array_add (quotations, &second);
  checks = march_verify_source (&source, TEXT);
  g_assert_cmpuint (checks->len, ==, 2);
  for (guint i = 0; i < checks->len; i++)
    {
      const MarchQuotationCheck *check = &g_array_index (checks, MarchQuotationCheck, i);

      g_assert_true (check->quotation == quotations->pdata[i]);
      g_assert_cmpint (check->match, ==, i == 0 ? MARCH_MATCH_MOVED : MARCH_MATCH_NOT_FOUND);
      g_assert_cmpuint (check->first, ==, 9);
      g_assert_cmpuint (check->beyond, ==, 26);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/verify/span", test_span);
  g_test_add_func ("/dossier/verify/pointer", test_pointer);
  g_test_add_func ("/dossier/verify/read", test_read);
  g_test_add_func ("/dossier/verify/prepare", test_prepare);
  g_test_add_func ("/dossier/verify/source", test_source);
  return g_test_run ();
}
