/* test-document.c — pages and plain texts as text, and what they tell of themselves */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-error.h"
#include "texts/march-document.h"

static MarchDocument *
read_text (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return march_document_read (bytes, name, NULL, NULL);
}

static MarchDocument *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), "tests", "data",
                                            "texts", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MarchDocument *document = march_document_load (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_reads (const char *page, const char *expected)
{
  g_autoptr (MarchDocument) read = load (page), text = load (expected);

  g_assert_cmpint (read->kind, ==, MARCH_DOCUMENT_HTML);
  g_assert_cmpint (text->kind, ==, MARCH_DOCUMENT_TEXT);
  g_assert_cmpstr (read->text, ==, text->text);
  g_assert_cmpuint (read->notes->len, ==, 0);
}

static void
test_articles (void)
{
  assert_reads ("article.html", "article.txt");
  assert_reads ("wire-1251.html", "wire-1251.txt");
  assert_reads ("scripted.html", "scripted.txt");
  assert_reads ("wire-1251.mhtml", "wire-1251.txt");
}

/* What a browser saved as one file: the address is the file's, all else the page's. */
static void
test_saved_page (void)
{
  g_autoptr (MarchDocument) saved = load ("wire-1251.mhtml"), page = load ("wire-1251.html");
  g_autoptr (MarchDocument) named = NULL;

  g_assert_cmpstr (saved->facts->title, ==, page->facts->title);
  g_assert_cmpstr (saved->facts->published, ==, page->facts->published);
  g_assert_cmpstr (saved->facts->url, ==, "https://wire.example/velmark/7");
  named = read_text ("Content-Type: multipart/related; boundary=b\nSubject: s\n"
                     "Snapshot-Content-Location: https://herald.example/9\n\n"
                     "--b\nContent-Type: image/png\n\nnone\n"
                     "--b\nContent-Type: text/html; charset=utf-8\n\n<p>Ostrel is free.\n--b--\n",
                     NULL);
  g_assert_nonnull (named);
  g_assert_cmpstr (named->text, ==, "Ostrel is free.\n");
  g_assert_cmpstr (named->facts->url, ==, "https://herald.example/9");
}

static void
assert_no_page (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (march_document_read (bytes, NULL, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "no web page among its parts"));
}

/* Parts without a page, parts that never end, parts in parts. */
static void
test_saved_pages_bad (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  assert_no_page ("Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: "
                  "image/png\n\nnone\n--b--\n");
  assert_no_page ("MIME-Version: 1.0\nContent-Type: multipart/related\n\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (deep, "Content-Type: multipart/related; boundary=b%u\n\n--b%u\n", i, i);
  assert_no_page (deep->str);
}

static void
test_facts (void)
{
  g_autoptr (MarchDocument) article = load ("article.html"), wire = load ("wire-1251.html");
  const MarchFacts *facts = article->facts;

  g_assert_cmpstr (facts->title, ==, "The Quiet Partition");
  g_assert_cmpuint (facts->authors->len, ==, 2);
  g_assert_cmpstr (facts->authors->pdata[0], ==, "Ana Orr");
  g_assert_cmpstr (facts->authors->pdata[1], ==, "Ivo Kest");
  g_assert_cmpstr (facts->publication, ==, "The Herald");
  g_assert_cmpstr (facts->published, ==, "2031-05-15");
  g_assert_cmpstr (facts->url, ==, "https://herald.example/partition?id=4");
  g_assert_cmpstr (facts->doi, ==, "10.5555/herald.12");
  g_assert_cmpstr (facts->language, ==, "en");
  g_assert_cmpstr (facts->type, ==, "webpage");
  facts = wire->facts;
  g_assert_cmpstr (facts->title, ==, "Мер Брени відмовився");
  g_assert_cmpuint (facts->authors->len, ==, 2);
  g_assert_cmpstr (facts->publication, ==, "Провід");
  g_assert_cmpstr (facts->publisher, ==, "Видавництво «Провід»");
  g_assert_cmpstr (facts->published, ==, "2031-06-02");
  g_assert_cmpstr (facts->url, ==, "https://wire.example/velmark/7");
  g_assert_cmpstr (facts->language, ==, "uk");
  g_assert_cmpstr (facts->type, ==, "article-newspaper");
}

static const struct
{
  const char *page;
  const char *text;
} pages[] = {
  /* One paragraph, whatever is around it. */
  { "<html><p>One <i>word</i>,\n two", "One word, two\n" },
  { "<!doctype html><title>x</title>text alone", "text alone\n" },
  /* Words that sites use for clutter don't count where the text is. */
  { "<html><body><div class=sidebar-layout><p>All of the words of this page are in it.</div>",
    "All of the words of this page are in it.\n" },
  { "<html><div><p>The words that count, and there are enough.</div><div "
    "id=relatedArticles><p>No.</div>",
    "The words that count, and there are enough.\n" },
  /* Entities are HTML's; a document type declares none. */
  { "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>x &amp; &b; &lt;y&gt;</p>",
    NULL },
  { "<html><p>x &amp; y &lt;z&gt; &#8220;q&#8221;", "x & y <z> “q”\n" },
  /* A comment or a script with what looks like an end in it. */
  { "<html><p>a<!-- </p><p>b --> c<script>'</p>'</script> d", "a c d\n" },
  { "<html><textarea>typed</textarea><p>read", "read\n" },
  { "<html><p>a<p aria-hidden=true>b<p>c", "a\nc\n" },
};

static void
test_pages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (MarchDocument) document = read_text (pages[i].page, "page.html");

      g_assert_nonnull (document);
      if (pages[i].text != NULL)
        g_assert_cmpstr (document->text, ==, pages[i].text);
      g_assert_null (strstr (document->text, "aaaa"));
    }
}

/* Text stays as it is, but for a mark and what the encoding is. */
static void
test_plain (void)
{
  static const char markdown[] = "# The Quiet *Partition*\r\n\r\nOn 1 May <b>they</b> said: a < "
                                 "b.\r\n";
  g_autoptr (MarchDocument) document = read_text (markdown, "notes.md");
  g_autoptr (MarchDocument) titled = read_text ("Title\nText.", "a.txt");
  g_autoptr (MarchDocument) bare = read_text ("It begins with a sentence.\nAnd goes on.", NULL);

  g_assert_cmpint (document->kind, ==, MARCH_DOCUMENT_TEXT);
  g_assert_cmpstr (document->text, ==, markdown);
  g_assert_cmpstr (document->facts->title, ==, "The Quiet *Partition*");
  g_assert_cmpstr (titled->facts->title, ==, "Title");
  g_assert_null (bare->facts->title);
}

static char *
repeat (const char *part, guint n, const char *end)
{
  GString *text = g_string_new ("<html><body>");

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

static void
assert_refused (const char *data, gsize length, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_document_read (bytes, "a.html", NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  g_autofree char *deep = repeat ("<div>", 100000, "<p>words");
  g_autofree char *large = g_strnfill (MARCH_DOCUMENT_LARGEST + 1, 'a');

  assert_refused (deep, strlen (deep), "nests too deep");
  assert_refused (large, strlen (large), "too large");
  assert_refused ("", 0, "page is empty");
  assert_refused ("<html><script>1</script>", 24, "scripts");
  assert_refused ("\0\1", 2, "no text");
}

/* Deep and broad pages take no longer than their length, and no stack. */
static void
test_hostile (void)
{
  static const char *const parts[] = {
    "<b>a",  "<table><tr><td>a",           "<p>a</p>", "<a href=x>a</a>", "<!--a-->b",
    "&amp;", "<li class='a b c related'>a"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *page = repeat (parts[i], 20000, "<p>end");
      g_autoptr (MarchDocument) document = read_text (page, "a.html");

      g_assert_true (document == NULL || g_utf8_validate (document->text, -1, NULL));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<html><p>a", 10);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (march_document_read (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_loading (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/a.txt");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  march_document_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (march_document_load_finish (result, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "is not there any more"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/document/articles", test_articles);
  g_test_add_func ("/texts/document/saved-page", test_saved_page);
  g_test_add_func ("/texts/document/saved-pages-bad", test_saved_pages_bad);
  g_test_add_func ("/texts/document/facts", test_facts);
  g_test_add_func ("/texts/document/pages", test_pages);
  g_test_add_func ("/texts/document/plain", test_plain);
  g_test_add_func ("/texts/document/refused", test_refused);
  g_test_add_func ("/texts/document/hostile", test_hostile);
  g_test_add_func ("/texts/document/cancelled", test_cancelled);
  g_test_add_func ("/texts/document/loading", test_loading);
  return g_test_run ();
}
