/* march-html.c — the readable text of a web page */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/march-error.h"
#include "texts/march-html-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Where a page's beginning has to tell what it is, as browsers look. */
#define BEGINNING 4096

/* A page with less text than this is one that scripts put together. */
#define LEAST_TEXT 100

/** march_html_is: Returns: whether @node is an element of that name */
gboolean
march_html_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/** march_html_is_one_of: @names: ended by NULL */
gboolean
march_html_is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    if (march_html_is (node, *names))
      return TRUE;
  return FALSE;
}

/** march_html_get: Returns: (transfer full) (nullable): what @attribute says */
char *
march_html_get (const xmlNode *element, const char *attribute)
{
  xmlChar *value = xmlGetProp ((xmlNode *) element, BAD_CAST attribute);
  char    *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/** march_html_get_words: Returns: (transfer full): all text in @element */
char *
march_html_get_words (const xmlNode *element)
{
  GString *words = g_string_new (NULL);

  for (xmlNode *node = element->children; node != NULL;
       node = march_html_next (node, element, TRUE))
    if (node->type != XML_ELEMENT_NODE && node->type != XML_COMMENT_NODE && node->content != NULL)
      g_string_append (words, (const char *) node->content);
  return g_string_free (words, FALSE);
}

/** march_html_next: @top: what is walked through; NULL: all of the page. @inside: whether to go
 * into
 * @node. Returns: (nullable): what follows @node in the order of the page; it takes no stack,
 * however deep a page nests */
xmlNode *
march_html_next (const xmlNode *node, const xmlNode *top, gboolean inside)
{
  if (inside && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  for (; node != NULL && node != top && node->type != XML_HTML_DOCUMENT_NODE; node = node->parent)
    if (node->next != NULL)
      return node->next;
  return NULL;
}

static gboolean
has_ending (const char *name, const char *ending)
{
  const gsize length = strlen (name), ending_length = strlen (ending);

  return length >= ending_length && g_ascii_strcasecmp (name + length - ending_length, ending) == 0;
}

static gboolean
begins_with (const char *data, gsize length, const char *words)
{
  return length >= strlen (words) && g_ascii_strncasecmp (data, words, strlen (words)) == 0;
}

/** march_html_is_page: @name: (nullable): of the file. Returns: whether @data begins as a web page,
 * or is called one and has an element in its beginning */
gboolean
march_html_is_page (const char *data, gsize length, const char *name)
{
  const gboolean called = name != NULL
                          && (has_ending (name, ".html") || has_ending (name, ".htm")
                              || has_ending (name, ".xhtml"));

  length = MIN (length, BEGINNING);
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  return begins_with (data, length, "<!doctype html") || begins_with (data, length, "<html")
         || (called && (length == 0 || memchr (data, '<', length) != NULL));
}

/** march_html_find_charset: Returns: (transfer full) (nullable): the encoding that a page says it
 * is in, in a meta element or an XML declaration */
char *
march_html_find_charset (const char *data, gsize length)
{
  g_autoptr (GRegex) regex = g_regex_new ("<(?:meta[^>]*?charset|\\?xml[^>]*?encoding)\\s*=\\s*[\"'"
                                          "]?\\s*([\\w.:-]+)",
                                          G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match_full (regex, data, MIN (length, BEGINNING), 0, 0, &match, NULL)
             ? g_match_info_fetch (match, 1)
             : NULL;
}

/* Nothing is fetched, no document type is read; entities are HTML's own and never nest. */
static xmlDoc *
parse (const char *page, gboolean *whole)
{
  const int       options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                      | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlParserCtxt *context = htmlNewParserCtxt ();
  xmlDoc         *doc = htmlCtxtReadMemory (context, page, strlen (page), NULL, "UTF-8", options);

  /* What it gives up on is what nests deeper than any page does. */
  *whole = !context->disableSAX;
  htmlFreeParserCtxt (context);
  return doc;
}

static xmlNode *
find_body (xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (march_html_is (node, "body"))
      return node;
  return root;
}

static void
fail (const char *sentence, GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, sentence);
}

/* A page may have its text for machines only. */
static char *
choose_text (char *text, char *body)
{
  if (body != NULL && strlen (text) < LEAST_TEXT && strlen (body) > strlen (text))
    {
      g_free (text);
      return body;
    }
  g_free (body);
  return text;
}

/**
 * march_html_read:
 * @page: UTF-8
 * @facts: what it tells of itself is added
 *
 * Scripts are never run, nothing is fetched from anywhere.
 *
 * Returns: (transfer full) (nullable): the article, a line for each heading and paragraph; an error
 *   says that there is none
 */
char *
march_html_read (const char   *page,
                 MarchFacts   *facts,
                 GPtrArray    *notes,
                 GCancellable *cancellable,
                 GError      **error)
{
  gboolean whole = FALSE;
  g_autoptr (xmlDoc) doc = parse (page, &whole);
  g_auto (MarchHtmlArticle) article = { NULL };
  char            *body = NULL;
  g_autofree char *text = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (doc == NULL || find_body (doc) == NULL)
    {
      fail (_("The page is empty."), error);
      return NULL;
    }
  march_html_read_facts (doc, facts, &body);
  march_html_article_find (&article, find_body (doc));
  text = choose_text (march_html_write_blocks (&article), body);
  if (*text == '\0')
    fail (whole ? _("The page holds no text: a browser puts it together by scripts, which are not "
                     "run "
                     "here. Copy its words in a browser and paste them.")
                : _("The page nests too deep to be read. Copy its words in a browser and paste "
                     "them."),
          error);
  else if (!whole)
    g_ptr_array_add (notes,
                     g_strdup (_("The page nests too deep to be read whole; what follows its "
                                  "deepest part is missing.")));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
