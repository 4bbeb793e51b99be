/* march-address.c — addresses of web pages and digital object identifiers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include "texts/march-address.h"

#include <string.h>

/* What sites add to an address to learn who comes from where: it makes no other page. */
static const char *const tracking[] = {
  "utm_", "fbclid", "gclid", "yclid", "mc_cid", "mc_eid", "igshid", "ref_src",
};

static GUri *
parse_web (const char *address)
{
  g_autoptr (GUri)
      uri = g_uri_parse (address, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (uri == NULL || (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")))
    return NULL;
  return g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' ? g_steal_pointer (&uri)
                                                                       : NULL;
}

/** march_address_is_web: Returns: whether @address is that of a web page: http or https, with a
 * host
 */
gboolean
march_address_is_web (const char *address)
{
  g_autoptr (GUri) uri = parse_web (address);

  return uri != NULL;
}

static gboolean
is_tracking (const char *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tracking); i++)
    if (g_ascii_strncasecmp (parameter, tracking[i], strlen (tracking[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The query without what is there to follow readers; "" if nothing is left. */
static char *
clean_query (const char *query)
{
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !is_tracking (parts[i]))
      g_string_append_printf (kept, "%c%s", kept->len > 0 ? '&' : '?', parts[i]);
  return g_string_free (kept, FALSE);
}

/**
 * march_address_make_key:
 * @address: of a web page, as it was typed
 *
 * Makes addresses of one page alike: without scheme, "www.", fragment, a slash at the end and what
 * follows readers around.
 *
 * Returns: (transfer full) (nullable): to be compared with other keys only; %NULL if @address is no
 * web page's
 */
char *
march_address_make_key (const char *address)
{
  g_autoptr (GUri) uri = parse_web (address);
  g_autofree char *host = uri != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : NULL;
  g_autofree char *query = uri != NULL ? clean_query (g_uri_get_query (uri)) : NULL;
  g_autofree char *path = uri != NULL ? g_strdup (g_uri_get_path (uri)) : NULL;
  const char      *plain = host;

  if (uri == NULL)
    return NULL;
  if (g_str_has_prefix (plain, "www."))
    plain += strlen ("www.");
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_strconcat (plain, path, query, NULL);
}

/**
 * march_address_find_archived:
 * @address: of a web page
 *
 * Returns: (transfer full) (nullable): the address that a copy in a web archive is of; %NULL if
 * @address is no such copy's, or doesn't tell
 */
char *
march_address_find_archived (const char *address)
{
  g_autoptr (GUri) uri = parse_web (address);
  const char *path = uri != NULL ? g_uri_get_path (uri) : "";
  const char *inner = path;

  /* The Internet Archive and others of its software: /web/20310515101500/https://… */
  while ((inner = strstr (inner, "/http")) != NULL)
    {
      inner++;
      if (g_str_has_prefix (inner, "http://") || g_str_has_prefix (inner, "https://"))
        return g_strdup (strstr (address, inner));
    }
  return NULL;
}

/**
 * march_doi_read:
 * @text: a DOI, alone or as an address: "10.1000/182", "doi:10.1000/182",
 *   "https://doi.org/10.1000/182"
 *
 * Returns: (transfer full) (nullable): it alone, in lower case, for DOIs don't tell cases apart;
 * %NULL if @text is none
 */
char *
march_doi_read (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*(?:https?://(?:dx\\.)?doi\\.org/"
                                          "|doi:\\s*)?(10\\.\\d{4,9}(?:\\.\\d+)*/\\S+)\\s*$",
                                          G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *doi = NULL;

  if (!g_utf8_validate (text, -1, NULL) || !g_regex_match (regex, text, 0, &match))
    return NULL;
  doi = g_match_info_fetch (match, 1);
  return g_ascii_strdown (doi, -1);
}
