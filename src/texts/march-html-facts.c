/* march-html-facts.c — what a web page tells of itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include <string.h>

#include "texts/march-address.h"
#include "texts/march-html-private.h"

/* Names of meta elements, the most reliable first: Highwire's, which libraries read, then those of
 * Open Graph and of Dublin Core, then what sites have made up. */
static const char *const titles[] = { "citation_title", "og:title",      "twitter:title",
                                      "dc.title",       "dcterms.title", NULL };
static const char *const authors[] = {
  "citation_author", "article:author",  "author", "dc.creator", "dcterms.creator",
  "parsely-author",  "sailthru.author", "byl",    NULL
};
static const char *const publications[] = { "citation_journal_title", "og:site_name",
                                            "application-name", NULL };
static const char *const publishers[] = { "citation_publisher", "dc.publisher", "dcterms.publisher",
                                          NULL };
static const char *const dates[] = { "citation_publication_date",
                                     "citation_date",
                                     "article:published_time",
                                     "dcterms.issued",
                                     "dc.date.issued",
                                     "dcterms.created",
                                     "dc.date",
                                     "dcterms.date",
                                     "parsely-pub-date",
                                     "pubdate",
                                     "date",
                                     NULL };
static const char *const languages[] = { "citation_language", "dc.language", "og:locale",
                                         "content-language", NULL };
static const char *const dois[] = { "citation_doi", "dc.identifier", "prism.doi", NULL };

/* A list of what all meta elements say: names and contents by turns. */
static GPtrArray *
list_metas (xmlNode *root)
{
  GPtrArray *metas = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *node = root; node != NULL; node = march_html_next (node, root, TRUE))
    {
      char *name = NULL, *content = NULL;

      if (!march_html_is (node, "meta"))
        continue;
      content = march_html_get (node, "content");
      name = march_html_get (node, "property");
      if (name == NULL)
        name = march_html_get (node, "name");
      if (name == NULL)
        name = march_html_get (node, "http-equiv");
      if (name != NULL && content != NULL)
        {
          g_ptr_array_add (metas, name);
          g_ptr_array_add (metas, content);
          continue;
        }
      g_free (name);
      g_free (content);
    }
  return metas;
}

static const char *
find_meta (const GPtrArray *metas, const char *const *names)
{
  for (; *names != NULL; names++)
    for (guint i = 0; i < metas->len; i += 2)
      if (g_ascii_strcasecmp (metas->pdata[i], *names) == 0
          && *(const char *) metas->pdata[i + 1] != '\0')
        return metas->pdata[i + 1];
  return NULL;
}

/* "By Ana Orr and Ivo Kest": the names in it. */
static void
add_byline (MarchFacts *facts, const char *byline)
{
  g_autoptr (GRegex)
      joints = g_regex_new ("\\s+(?:and|und|і|та|и|et)\\s+|\\s*[;&|]\\s*", 0, 0, NULL);
  g_auto (GStrv) names = g_regex_split (joints, byline, 0);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (g_ascii_strncasecmp (name, "by ", 3) == 0)
        name += 3;
      march_facts_add_author (facts, name);
    }
}

static void
read_metas (const GPtrArray *metas, MarchFacts *facts)
{
  const char      *doi = find_meta (metas, dois);
  g_autofree char *read_doi = doi != NULL ? march_doi_read (doi) : NULL;
  const char      *language = find_meta (metas, languages);

  march_facts_offer (&facts->title, find_meta (metas, titles));
  march_facts_offer (&facts->publication, find_meta (metas, publications));
  march_facts_offer (&facts->publisher, find_meta (metas, publishers));
  march_facts_offer_date (facts, find_meta (metas, dates));
  march_facts_offer (&facts->doi, read_doi);
  march_facts_offer (&facts->language, language);
  for (const char *const *name = authors; *name != NULL && facts->authors->len == 0; name++)
    for (guint i = 0; i < metas->len; i += 2)
      if (g_ascii_strcasecmp (metas->pdata[i], *name) == 0)
        add_byline (facts, metas->pdata[i + 1]);
}

static gboolean
has_value (const xmlNode *element, const char *attribute, const char *value)
{
  g_autofree char *text = march_html_get (element, attribute);

  return text != NULL && g_ascii_strcasecmp (g_strstrip (text), value) == 0;
}

static void
read_time (const xmlNode *element, MarchFacts *facts)
{
  g_autofree char *day = march_html_get (element, "datetime");

  if (day == NULL)
    day = march_html_get (element, "content");
  if (day == NULL)
    day = march_html_get_words (element);
  march_facts_offer_date (facts, day);
}

/* What the page's visible elements tell. */
static void
read_element (const xmlNode *element, MarchFacts *facts)
{
  g_autofree char *words = NULL;

  if (march_html_is (element, "link") && has_value (element, "rel", "canonical"))
    {
      words = march_html_get (element, "href");
      march_facts_offer_url (facts, words);
    }
  else if (march_html_is (element, "time") || has_value (element, "itemprop", "datePublished"))
    {
      read_time (element, facts);
    }
  else if (has_value (element, "rel", "author") || has_value (element, "itemprop", "author"))
    {
      words = march_html_get_words (element);
      add_byline (facts, words);
    }
}

/* Browsers note where a page was saved from: "<!-- saved from url=(0031)https://…". A page may have
 * comments without end. */
static GRegex *
get_saved_from (void)
{
  static gsize regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       GPOINTER_TO_SIZE (g_regex_new ("(?:saved from url=\\(\\d+\\)|\\burl:)\\s*"
                                                      "(https?://\\S+)",
                                                      G_REGEX_CASELESS, 0, NULL)));
  return GSIZE_TO_POINTER (regex);
}

static void
read_comment (const xmlNode *comment, MarchFacts *facts)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *url = NULL;

  if (comment->content == NULL
      || !g_regex_match (get_saved_from (), (const char *) comment->content, 0, &match))
    return;
  url = g_match_info_fetch (match, 1);
  march_facts_offer_url (facts, url);
}

static void
read_json_lds (xmlNode *root, MarchFacts *facts, char **body)
{
  for (xmlNode *node = root; node != NULL; node = march_html_next (node, root, TRUE))
    if (march_html_is (node, "script") && has_value (node, "type", "application/ld+json"))
      {
        g_autofree char *json = march_html_get_words (node);

        march_html_read_json_ld (json, facts, body);
      }
}

static void
offer_words_of (xmlNode *root, const char *name, char **fact)
{
  for (xmlNode *node = root; node != NULL && *fact == NULL;
       node = march_html_next (node, root, TRUE))
    if (march_html_is (node, name))
      {
        g_autofree char *words = march_html_get_words (node);

        march_facts_offer (fact, words);
      }
}

static char *
make_language (const char *told)
{
  char *language = g_strdelimit (g_strdup (told), "_", '-');

  language[strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] =
      '\0';
  return language;
}

/**
 * march_html_read_facts:
 * @facts: to be filled
 * @body: (out): the article's text as the page's JSON-LD has it, %NULL if it doesn't
 *
 * What is told in several places counts in this order: JSON-LD, meta elements, then what is to be
 * seen on the page.
 */
void
march_html_read_facts (xmlDoc *page, MarchFacts *facts, char **body)
{
  xmlNode *root = xmlDocGetRootElement (page);
  g_autoptr (GPtrArray) metas = list_metas (root);
  static const char *const addresses[] = { "og:url", NULL };
  g_autofree char         *language = NULL;

  *body = NULL;
  read_json_lds (root, facts, body);
  read_metas (metas, facts);
  for (xmlNode *node = root; node != NULL; node = march_html_next (node, root, TRUE))
    if (node->type == XML_ELEMENT_NODE)
      read_element (node, facts);
  march_facts_offer_url (facts, find_meta (metas, addresses));
  for (xmlNode *node = page->children; node != NULL; node = march_html_next (node, NULL, TRUE))
    if (node->type == XML_COMMENT_NODE)
      read_comment (node, facts);
  offer_words_of (root, "h1", &facts->title);
  offer_words_of (root, "title", &facts->title);
  if (facts->language == NULL)
    facts->language = march_html_get (root, "lang");
  if (facts->language != NULL)
    {
      language = facts->language;
      facts->language = make_language (language);
    }
  march_facts_offer (&facts->type, "webpage");
}
