/* march-html-private.h — reading web pages; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "texts/march-facts.h"

G_BEGIN_DECLS

gboolean    march_html_is_page      (const char *data, gsize length, const char *name);
char       *march_html_find_charset (const char *data, gsize length);
char       *march_html_read         (const char *page, MarchFacts *facts, GPtrArray *notes,
                                     GCancellable *cancellable, GError **error);

/* Elements. */
gboolean    march_html_is           (const xmlNode *node, const char *name);
gboolean    march_html_is_one_of    (const xmlNode *node, const char *const *names);
char       *march_html_get          (const xmlNode *element, const char *attribute);
char       *march_html_get_words    (const xmlNode *element);
xmlNode    *march_html_next         (const xmlNode *node, const xmlNode *top, gboolean inside);

/* What is no part of an article: always, and unless most of the page's text is in it. */
gboolean    march_html_is_hidden    (const xmlNode *element);
gboolean    march_html_is_clutter   (const xmlNode *element);

/**
 * MarchHtmlArticle:
 * @top: what the text is taken from
 * @first: at which element in @top it begins: its headline, or @last
 * @last: the element with the end of which it ends; @top itself, or in it
 * @weights: how many bytes of words each element of the page has, links left out
 * @total: of all the page
 * @shares: the same without clutter
 */
typedef struct
{
  xmlNode    *top;
  xmlNode    *first;
  xmlNode    *last;
  GHashTable *weights;
  gsize       total;
  GHashTable *shares;
} MarchHtmlArticle;

void        march_html_article_find  (MarchHtmlArticle *article, xmlNode *body);
void        march_html_article_clear (MarchHtmlArticle *article);
gboolean    march_html_article_skips (const MarchHtmlArticle *article, const xmlNode *element);

char       *march_html_write_blocks (const MarchHtmlArticle *article);

void        march_html_read_facts   (xmlDoc *page, MarchFacts *facts, char **body);
void        march_html_read_json_ld (const char *json, MarchFacts *facts, char **body);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchHtmlArticle, march_html_article_clear)

G_END_DECLS
