/* march-pdf.c — the text of a PDF */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include "texts/march-pdf.h"

#include <glib/gi18n.h>
#include <poppler.h>
#include <string.h>

#include "base/march-error.h"
#include "texts/march-address.h"
#include "texts/march-document.h"

/* A PDF may stand behind something else, as mail programs leave it. */
#define BEGINNING 1024
#define MOST_PAGES 5000

/** march_pdf_is_one: Returns: whether @data begins as a PDF does */
gboolean
march_pdf_is_one (const char *data, gsize length)
{
  return g_strstr_len (data, MIN (length, BEGINNING), "%PDF-") != NULL;
}

static PopplerDocument *
open_document (GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  const char      *sentence = _("The PDF is damaged and can't be read.");

  if (document != NULL)
    return document;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    sentence = _("The PDF is locked by a password. Unlock it with another program and save it "
                  "without, or copy its words and paste them.");
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, sentence);
  return NULL;
}

/* The place of a line by those of its letters. */
static void
measure (MarchPdfLine *line, const PopplerRectangle *letters, guint n)
{
  double heights = 0;

  line->left = letters[0].x1;
  line->right = letters[0].x2;
  line->top = MIN (letters[0].y1, letters[0].y2);
  for (guint i = 0; i < n; i++)
    {
      line->left = MIN (line->left, letters[i].x1);
      line->right = MAX (line->right, letters[i].x2);
      line->top = MIN (line->top, MIN (letters[i].y1, letters[i].y2));
      heights += ABS (letters[i].y2 - letters[i].y1);
    }
  line->height = heights / n;
}

static void
add_line (GArray                 *lines,
          const char             *start,
          gsize                   length,
          guint                   page,
          const PopplerRectangle *letters,
          guint                   n_letters)
{
  MarchPdfLine line = { .text = g_strstrip (g_strndup (start, length)), .page = page };
  const guint  n = MIN ((guint) g_utf8_strlen (start, length), n_letters);

  if (*line.text == '\0')
    {
      g_free (line.text);
      return;
    }
  if (n > 0)
    measure (&line, letters, n);
  g_array_append_val (lines, line);
}

static void
read_page (PopplerPage *page, guint number, GArray *lines)
{
  g_autofree char             *raw = poppler_page_get_text (page);
  g_autofree PopplerRectangle *letters = NULL;
  guint                        n_letters = 0, at = 0;

  if (raw == NULL || !g_utf8_validate (raw, -1, NULL)
      || !poppler_page_get_text_layout (page, &letters, &n_letters))
    return;
  for (const char *start = raw; *start != '\0';)
    {
      const gsize length = strcspn (start, "\n\f");
      const guint n = g_utf8_strlen (start, length);

      add_line (lines, start, length, number, letters + MIN (at, n_letters),
                n_letters - MIN (at, n_letters));
      at += n + (start[length] != '\0');
      start += length + (start[length] != '\0');
    }
}

static gsize
count_bytes (const GArray *lines, guint first)
{
  gsize n = 0;

  for (guint i = first; i < lines->len; i++)
    n += strlen (g_array_index (lines, MarchPdfLine, i).text);
  return n;
}

static gboolean
fail (const char *sentence, GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, sentence);
  return FALSE;
}

/* Returns: whether the page has text. */
static gboolean
read_page_of (PopplerDocument *document, guint number, GArray *lines)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  const guint  before = lines->len;

  if (page == NULL)
    return FALSE;
  read_page (page, number, lines);
  g_object_unref (page);
  return lines->len > before;
}

static gboolean
read_pages (PopplerDocument *document,
            GArray          *lines,
            guint           *n_bare,
            GCancellable    *cancellable,
            GError         **error)
{
  const int n_pages = poppler_document_get_n_pages (document);
  gsize     n_bytes = 0;

  if (n_pages > MOST_PAGES)
    return fail (_("The PDF has too many pages. Take those that are quoted."), error);
  for (int i = 0; i < n_pages; i++)
    {
      const guint before = lines->len;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      *n_bare += !read_page_of (document, i, lines);
      n_bytes += count_bytes (lines, before);
      if (n_bytes > MARCH_DOCUMENT_LARGEST)
        return fail (_("The PDF holds too much text. Take the pages that are quoted."), error);
    }
  return lines->len > 0
         || fail (_("The PDF holds pictures of its pages and no text. Have its text recognised "
                     "(OCR) by another program first, or type what is quoted and paste it."),
                  error);
}

/* The first DOI in its beginning, where articles tell it. */
static char *
find_doi (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b10\\.\\d{4,9}/[^\\s\"<>]+[^\\s\"<>.,;)]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const gsize      length = MIN (strlen (text), 8000);
  g_autofree char *start = g_utf8_make_valid (text, length);
  g_autofree char *doi = NULL;

  if (!g_regex_match (regex, start, 0, &match))
    return NULL;
  doi = g_match_info_fetch (match, 0);
  return march_doi_read (doi);
}

/* The day it was made is near the one it was published, and no more. */
static void
offer_date (PopplerDocument *document, MarchFacts *facts)
{
  g_autoptr (GDateTime) made = poppler_document_get_creation_date_time (document);
  g_autofree char *day = made != NULL ? g_date_time_format (made, "%Y-%m-%d~") : NULL;

  march_facts_offer (&facts->published, day);
}

static void
read_facts (PopplerDocument *document, const char *text, MarchFacts *facts)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *doi = find_doi (text);

  if (title != NULL && !g_str_has_prefix (title, "Microsoft "))
    march_facts_offer (&facts->title, title);
  march_facts_add_author (facts, author);
  march_facts_offer (&facts->doi, doi);
  march_facts_offer (&facts->type, doi != NULL ? "article-journal" : "report");
  offer_date (document, facts);
}

static char *
read_document (PopplerDocument *document,
               MarchFacts      *facts,
               GPtrArray       *notes,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr (GArray) lines = march_pdf_lines_new ();
  guint n_bare = 0;
  char *text = NULL;

  if (!read_pages (document, lines, &n_bare, cancellable, error))
    return NULL;
  march_pdf_lines_strip (lines, poppler_document_get_n_pages (document));
  text = march_pdf_lines_join (lines);
  if (n_bare > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (ngettext ("%u page holds no text, perhaps a picture.",
                                                "%u pages hold no text, perhaps pictures.", n_bare),
                                      n_bare));
  read_facts (document, text, facts);
  return text;
}

/**
 * march_pdf_read:
 * @facts: what it tells of itself is added
 *
 * Returns: (transfer full) (nullable): its text, a line for each paragraph; an error says why there
 *   is none
 */
char *
march_pdf_read (GBytes       *bytes,
                MarchFacts   *facts,
                GPtrArray    *notes,
                GCancellable *cancellable,
                GError      **error)
{
  PopplerDocument *document = open_document (bytes, error);
  char            *text = NULL;

  if (document == NULL)
    return NULL;
  text = read_document (document, facts, notes, cancellable, error);
  g_object_unref (document);
  return text;
}
