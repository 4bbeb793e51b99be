/* march-html-clutter.c — what stands on a web page beside its article */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include <string.h>

#include "texts/march-html-private.h"

/* Never read by anybody, or never part of a text. */
static const char *const hidden_elements[] = {
  "script", "style", "noscript", "template", "iframe",   "object",   "embed",  "svg",
  "math",   "head",  "button",   "select",   "textarea", "datalist", "canvas", "audio",
  "video",  "map",   "dialog",   "nav",      "link",     "meta",     NULL,
};

static const char *const hidden_roles[] = {
  "navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", NULL,
};

/* Beside the article, as a rule. */
static const char *const clutter_elements[] = { "aside", "footer", "form", NULL };

static const char *const clutter_roles[] = { "banner", "complementary", "contentinfo", "form",
                                             NULL };

/* Words of class names and ids, as sites name what is no article. Whole words between hyphens,
 * underscores and changes of case: "related-articles", "shareButtons". */
static const char *const clutter_words[] = {
  "ad",         "ads",         "advert",      "advertisement",   "banner",
  "breadcrumb", "breadcrumbs", "comment",     "comments",        "cookie",
  "cookies",    "consent",     "disqus",      "footer",          "gdpr",
  "menu",       "modal",       "nav",         "navbar",          "navigation",
  "newsletter", "pager",       "pagination",  "paywall",         "popup",
  "promo",      "promoted",    "recommended", "recommendations", "related",
  "share",      "sharing",     "sidebar",     "signup",          "skip",
  "social",     "sponsor",     "sponsored",   "subscribe",       "subscription",
  "tags",       "teaser",      "teasers",     "toolbar",         "trending",
  "widget",     NULL,
};

static gboolean
has_attribute_of (const xmlNode *element, const char *attribute, const char *const *values)
{
  g_autofree char *value = march_html_get (element, attribute);

  if (value == NULL)
    return FALSE;
  for (; *values != NULL; values++)
    if (g_ascii_strcasecmp (g_strstrip (value), *values) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_styled_away (const xmlNode *element)
{
  g_autofree char *style = march_html_get (element, "style");
  g_autofree char *bare = NULL;
  g_auto (GStrv) words = NULL;

  if (style == NULL)
    return FALSE;
  words = g_strsplit_set (style, " \t\n", -1);
  bare = g_strjoinv ("", words);
  return strstr (bare, "display:none") != NULL || strstr (bare, "visibility:hidden") != NULL;
}

/** march_html_is_hidden: Returns: whether nobody sees what is in @element, or it is no text by its
 * nature: scripts, navigation, what is styled away */
gboolean
march_html_is_hidden (const xmlNode *element)
{
  static const char *const yes[] = { "true", NULL };

  return march_html_is_one_of (element, hidden_elements)
         || xmlHasProp ((xmlNode *) element, BAD_CAST "hidden") != NULL
         || has_attribute_of (element, "role", hidden_roles)
         || has_attribute_of (element, "aria-hidden", yes) || is_styled_away (element);
}

static gboolean
is_clutter_word (const char *word, gsize length)
{
  for (const char *const *known = clutter_words; *known != NULL; known++)
    if (strlen (*known) == length && g_ascii_strncasecmp (*known, word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a class name or id has a word that tells of clutter. */
static gboolean
names_clutter (const char *name)
{
  while (*name != '\0')
    {
      gsize length = 0;

      while (g_ascii_isalpha (name[length])
             && (length == 0 || !g_ascii_isupper (name[length])
                 || g_ascii_isupper (name[length - 1])))
        length++;
      if (length > 0 && is_clutter_word (name, length))
        return TRUE;
      name += MAX (length, 1);
    }
  return FALSE;
}

static gboolean
is_named_so (const xmlNode *element, const char *attribute)
{
  g_autofree char *names = march_html_get (element, attribute);

  return names != NULL && names_clutter (names);
}

/** march_html_is_clutter: Returns: whether @element looks as if it were beside the article: by its
 * element, its role, or how the site has named it. Sites wrap whole pages in such elements, too */
gboolean
march_html_is_clutter (const xmlNode *element)
{
  static const char *const kept[] = { "html", "body", "article", "main",       "p", "h1",
                                      "h2",   "h3",   "h4",      "blockquote", NULL };

  if (march_html_is_one_of (element, kept))
    return FALSE;
  return march_html_is_one_of (element, clutter_elements)
         || has_attribute_of (element, "role", clutter_roles) || is_named_so (element, "class")
         || is_named_so (element, "id");
}
