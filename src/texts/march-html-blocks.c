/* march-html-blocks.c — the text of an article: a line for each heading and paragraph */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include <string.h>

#include "texts/march-html-private.h"

/* Elements that begin and end a line. */
static const char *const blocks[] = {
  "address", "article", "aside",   "blockquote", "body",  "br",       "caption",    "center",
  "dd",      "details", "div",     "dl",         "dt",    "fieldset", "figcaption", "figure",
  "footer",  "form",    "h1",      "h2",         "h3",    "h4",       "h5",         "h6",
  "header",  "hgroup",  "hr",      "legend",     "li",    "main",     "menu",       "ol",
  "p",       "pre",     "section", "summary",    "table", "tbody",    "tfoot",      "thead",
  "tr",      "ul",      NULL,
};

static const char *const cells[] = { "td", "th", NULL };

typedef struct
{
  GString *text;
  GString *line;
  guint    n_pre; /* elements around in which blanks count */
} Writer;

static void
end_line (Writer *writer)
{
  g_strchomp (writer->line->str);
  if (*writer->line->str != '\0')
    g_string_append_printf (writer->text, "%s\n", writer->line->str);
  g_string_truncate (writer->line, 0);
}

static gboolean
is_blank (char letter)
{
  return strchr (" \t\n\r\f", letter) != NULL && letter != '\0';
}

/* Runs of blanks are one, but for no-break ones: as a browser shows it. */
static void
add_words (Writer *writer, const char *words)
{
  GString *line = writer->line;

  for (; *words != '\0'; words++)
    if (!is_blank (*words))
      g_string_append_c (line, *words);
    else if (line->len > 0 && !is_blank (line->str[line->len - 1]))
      g_string_append_c (line, ' ');
}

static void
add_lines (Writer *writer, const char *words)
{
  for (; *words != '\0'; words++)
    if (*words == '\n')
      end_line (writer);
    else
      g_string_append_c (writer->line, *words);
}

static void
enter (Writer *writer, const xmlNode *element)
{
  if (march_html_is_one_of (element, blocks))
    end_line (writer);
  if (march_html_is (element, "pre"))
    writer->n_pre++;
}

static void
leave (Writer *writer, const xmlNode *element)
{
  if (march_html_is_one_of (element, blocks))
    end_line (writer);
  if (march_html_is_one_of (element, cells) && writer->line->len > 0)
    g_string_append_c (writer->line, '\t');
  if (march_html_is (element, "pre") && writer->n_pre > 0)
    writer->n_pre--;
}

static void
leave_all (Writer *writer, const xmlNode *from, const xmlNode *to, const xmlNode *top)
{
  const xmlNode *above = to != NULL ? to->parent : NULL;

  for (const xmlNode *node = from; node != NULL && node != above; node = node->parent)
    {
      if (node->type == XML_ELEMENT_NODE)
        leave (writer, node);
      if (node == top)
        return;
    }
}

static void
write_node (Writer *writer, const xmlNode *node)
{
  const char *words = (const char *) node->content;

  if (node->type == XML_ELEMENT_NODE)
    enter (writer, node);
  else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && words != NULL)
    (writer->n_pre > 0 ? add_lines : add_words) (writer, words);
}

/* What follows the end of @last in the order of the page; NULL if nothing of @top does. */
static const xmlNode *
find_beyond (const MarchHtmlArticle *article)
{
  return march_html_next (article->last, article->top, FALSE);
}

/** march_html_write_blocks: Returns: (transfer full): the text of @article, each line ended */
char *
march_html_write_blocks (const MarchHtmlArticle *article)
{
  const xmlNode *beyond = find_beyond (article), *node = article->first;
  Writer         writer = { g_string_new (NULL), g_string_new (NULL), 0 };

  while (node != NULL && node != beyond)
    {
      const gboolean inside = node->type != XML_ELEMENT_NODE
                              || !march_html_article_skips (article, node);
      const xmlNode *next = march_html_next (node, article->top, inside);

      if (inside)
        write_node (&writer, node);
      if (next == NULL || next->parent != node)
        leave_all (&writer, node, next, article->top);
      node = next;
    }
  end_line (&writer);
  g_string_free (writer.line, TRUE);
  return g_string_free (writer.text, FALSE);
}
