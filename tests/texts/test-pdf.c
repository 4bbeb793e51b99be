/* test-pdf.c — the text of PDFs, made here with cairo but for one that is locked */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "base/march-error.h"
#include "texts/march-document.h"
#include "texts/march-pdf.h"

#define WIDTH 400
#define LINE 14

static cairo_status_t
append_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* @lines: "" is a gap, NULL the end of a page, and another the end of all. */
static GBytes *
make_pdf (const char *const *lines, const char *title)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, WIDTH, 500);
  cairo_t         *cairo = cairo_create (surface);
  double           y = 60;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Ana Orr");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2031-05-15T10:00:00Z");
  cairo_select_font_face (cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cairo, 10);
  for (; lines[0] != NULL || lines[1] != NULL; lines++)
    {
      if (lines[0] == NULL)
        {
          cairo_show_page (cairo);
          y = 60;
          continue;
        }
      cairo_move_to (cairo, 40, y);
      cairo_show_text (cairo, lines[0]);
      y += LINE;
    }
  cairo_rectangle (cairo, 10, 480, 5, 5);
  cairo_fill (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_paragraphs (void)
{
  static const char *const lines[] = {
    "The Herald · 15 May",
    "On 1 May the assembly at Brena declared the Free Mar-",
    "ches, from the hills of Brena to the harbours of Calda. It",
    "said so twice.",
    "A second paragraph begins after a short line; the well-known",
    "words are told again by a well-",
    "known man, who was there",
    "1",
    NULL,
    "The Herald · 15 May",
    "and who goes on over the page. So it ends.",
    "",
    "After a gap",
    "2",
    NULL,
    "The Herald · 15 May",
    "The last page.",
    "3",
    NULL,
    NULL,
  };
  g_autoptr (GBytes) bytes = make_pdf (lines, "The Quiet Partition");
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDocument) document = march_document_read (bytes, "a.pdf", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (document->kind, ==, MARCH_DOCUMENT_PDF);
  g_assert_cmpstr (document->text, ==,
                   "On 1 May the assembly at Brena declared the Free Marches, from the hills of "
                   "Brena to the harbours of Calda. It said so twice.\n"
                   "A second paragraph begins after a short line; the well-known words are told "
                   "again by a well-known man, who was there and who goes on over the page. So it "
                   "ends.\n"
                   "After a gap\n"
                   "The last page.\n");
  g_assert_cmpstr (document->facts->title, ==, "The Quiet Partition");
  g_assert_cmpstr (document->facts->authors->pdata[0], ==, "Ana Orr");
  g_assert_cmpstr (document->facts->published, ==, "2031-05-15~");
  g_assert_cmpuint (document->notes->len, ==, 0);
}

static void
assert_refused (GBytes *bytes, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (march_document_read (bytes, NULL, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  static const char *const nothing[] = { "", NULL, NULL };
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), "tests", "data",
                                            "texts", "locked.pdf", NULL);
  g_autofree char *data = NULL;
  gsize            length = 0;
  g_autoptr (GBytes) pictures = make_pdf (nothing, "");
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.4\nnothing", 16);
  g_autoptr (GBytes) locked = NULL;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  locked = g_bytes_new (data, length);
  assert_refused (pictures, "pictures of its pages");
  assert_refused (broken, "damaged");
  assert_refused (locked, "password");
}

/* Some pages without text are told of. */
static void
test_bare_page (void)
{
  static const char *const lines[] = { "Words.", NULL, "", NULL, NULL };
  g_autoptr (GBytes) bytes = make_pdf (lines, "");
  g_autoptr (MarchDocument) document = march_document_read (bytes, NULL, NULL, NULL);

  g_assert_nonnull (document);
  g_assert_cmpuint (document->notes->len, ==, 1);
  g_assert_cmpstr (document->text, ==, "Words.\n");
}

/* However it is cut or changed, it is read or refused. */
static void
test_damaged (void)
{
  static const char *const lines[] = { "Words that are here.", "And there.", NULL, NULL };
  g_autoptr (GBytes) bytes = make_pdf (lines, "");
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  /* Poppler warns of dates that make no sense. */
  const GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (MarchDocument) document = NULL;

      for (guint at = 0; at < i; at++)
        copy[g_test_rand_int_range (8, length)] = g_test_rand_int_range (0, 256);
      changed = g_bytes_new (copy, i % 3 == 0 ? length * i / 60 : length);
      document = march_document_read (changed, NULL, NULL, NULL);
      g_assert_true (document == NULL || g_utf8_validate (document->text, -1, NULL));
    }
  g_log_set_always_fatal (fatal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/pdf/paragraphs", test_paragraphs);
  g_test_add_func ("/texts/pdf/refused", test_refused);
  g_test_add_func ("/texts/pdf/bare-page", test_bare_page);
  g_test_add_func ("/texts/pdf/damaged", test_damaged);
  return g_test_run ();
}
