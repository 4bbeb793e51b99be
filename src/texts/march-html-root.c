/* march-html-root.c — which part of a web page is its article */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include <string.h>

#include "texts/march-html-private.h"

/* How it is found. The weight of an element is the length of its words; links weigh nothing, so
 * that lists of other articles don't either. What is hidden is left out, and what looks like
 * clutter unless it bears half of the page's weight.
 *
 * 1. What the page itself calls the body of the article, its article or its main part, whichever of
 *    them comes first and bears enough of the weight: the heaviest, if there are several.
 * 2. Else, from the page's body downwards, the element that bears nearly all of the weight, as long
 *    as there is one.
 *
 * The text begins at the last heading of first order before that, where there is one: headline,
 * standfirst and byline are read along. */

#define ENOUGH 0.4     /* of the page's weight, for what it calls its article */
#define NEARLY_ALL 0.8 /* of an element's weight, to go on in a part of it */
#define MOST 0.5       /* of the page's weight: too much to be clutter */

static gsize
look_up (GHashTable *weights, const xmlNode *element)
{
  return GPOINTER_TO_SIZE (g_hash_table_lookup (weights, element));
}

static gsize
count_letters (const xmlNode *text)
{
  gsize n = 0;

  for (const char *at = (const char *) text->content; at != NULL && *at != '\0'; at++)
    n += !g_ascii_isspace (*at);
  return n;
}

/** march_html_article_skips: Returns: whether @element and what is in it is no part of the article
 */
gboolean
march_html_article_skips (const MarchHtmlArticle *article, const xmlNode *element)
{
  if (march_html_is_hidden (element))
    return TRUE;
  /* It is being weighed for the first time: by these weights clutter is told from the rest. */
  if (article->weights == NULL)
    return FALSE;
  return look_up (article->weights, element) < MOST * article->total
         && march_html_is_clutter (element);
}

static void
add_weight (GHashTable *weights, const xmlNode *element, gsize weight)
{
  const gsize sum = look_up (weights, element) + weight;

  g_hash_table_insert (weights, (gpointer) element, GSIZE_TO_POINTER (sum));
}

/* Elements that are left by going from @from to @to, in the order of the page, are complete: their
 * weight is added to that of what they are in. */
static void
leave (GHashTable *weights, const xmlNode *from, const xmlNode *to, const xmlNode *top)
{
  const xmlNode *above = to != NULL ? to->parent : top->parent;

  for (const xmlNode *node = from; node != top && node->parent != above; node = node->parent)
    add_weight (weights, node->parent->parent, look_up (weights, node->parent));
}

/* The weights of all elements, as the article's own tell what is to be skipped. */
static GHashTable *
weigh (const MarchHtmlArticle *article, xmlNode *body)
{
  GHashTable *weights = g_hash_table_new (NULL, NULL);
  xmlNode    *node = body;

  while (node != NULL)
    {
      const gboolean element = node->type == XML_ELEMENT_NODE;
      const gboolean inside = element && !march_html_is (node, "a")
                              && !march_html_article_skips (article, node);
      xmlNode *next = march_html_next (node, body, inside);

      if (node->type == XML_TEXT_NODE && node->parent != NULL)
        add_weight (weights, node->parent, count_letters (node));
      if (next == NULL || next->parent != node)
        leave (weights, node, next, body);
      node = next;
    }
  return weights;
}

static gboolean
is_called (const xmlNode *element, const char *name)
{
  g_autofree char *value = NULL;

  if (!g_str_equal (name, "articleBody"))
    return march_html_is (element, name);
  value = march_html_get (element, "itemprop");
  return value != NULL && strstr (value, name) != NULL;
}

static xmlNode *
find_called (const MarchHtmlArticle *article, xmlNode *body, const char *name)
{
  xmlNode *best = NULL;

  for (xmlNode *node = body; node != NULL; node = march_html_next (node, body, TRUE))
    if (node->type == XML_ELEMENT_NODE && is_called (node, name)
        && look_up (article->shares, node) >= ENOUGH * look_up (article->shares, body)
        && (best == NULL || look_up (article->shares, node) > look_up (article->shares, best)))
      best = node;
  return best;
}

static xmlNode *
find_heaviest (const MarchHtmlArticle *article, xmlNode *body)
{
  xmlNode *top = body, *child = body->children;

  while (child != NULL)
    {
      if (child->type == XML_ELEMENT_NODE && look_up (article->shares, child) > 0
          && look_up (article->shares, child) >= NEARLY_ALL * look_up (article->shares, top)
          && !march_html_is (child, "p"))
        {
          top = child;
          child = child->children;
        }
      else
        {
          child = child->next;
        }
    }
  return top;
}

static gboolean
is_in (const xmlNode *node, const xmlNode *top)
{
  while (node != NULL && node != top)
    node = node->parent;
  return node == top;
}

/* The last heading of first order before @top; NULL if @top has one itself. */
static xmlNode *
find_headline (const MarchHtmlArticle *article, xmlNode *body, const xmlNode *top)
{
  xmlNode *headline = NULL, *node = body;
  gboolean before = TRUE;

  while (node != NULL)
    {
      const gboolean element = node->type == XML_ELEMENT_NODE;

      before &= node != top;
      if (element && march_html_is (node, "h1") && (before || is_in (node, top)))
        {
          if (!before)
            return NULL;
          headline = node;
        }
      node = march_html_next (node, body, element && !march_html_article_skips (article, node));
    }
  return headline;
}

/** march_html_article_find: @article: to be cleared with march_html_article_clear(). @body: of a
 * page, for as long as it is used */
void
march_html_article_find (MarchHtmlArticle *article, xmlNode *body)
{
  static const char *const called[] = { "articleBody", "article", "main" };

  *article = (MarchHtmlArticle){ NULL };
  article->weights = weigh (article, body);
  article->total = look_up (article->weights, body);
  article->shares = weigh (article, body);
  for (gsize i = 0; i < G_N_ELEMENTS (called) && article->last == NULL; i++)
    article->last = find_called (article, body, called[i]);
  if (article->last == NULL)
    article->last = find_heaviest (article, body);
  article->top = article->last;
  article->first = find_headline (article, body, article->top);
  if (article->first == NULL)
    article->first = article->last;
  while (!is_in (article->first, article->top))
    article->top = article->top->parent;
}

void
march_html_article_clear (MarchHtmlArticle *article)
{
  g_clear_pointer (&article->weights, g_hash_table_unref);
  g_clear_pointer (&article->shares, g_hash_table_unref);
}
