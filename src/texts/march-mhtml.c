/* march-mhtml.c — web pages that a browser saved as one file (RFC 2557) */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include "texts/march-mhtml.h"

#include <glib/gi18n.h>
#include <gmime/gmime.h>

#include "base/march-error.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimePartIter, g_mime_part_iter_free)

/* Where a file's headers have to tell what it is. */
#define BEGINNING 8192

/** march_mhtml_is_one: Returns: whether @data begins with the headers of parts that belong together
 */
gboolean
march_mhtml_is_one (const char *data, gsize length)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\A(?:[!-9;-~]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?"
                                          "content-type:\\s*multipart/related\\b",
                                          G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);

  return g_regex_match_full (regex, data, (gssize) MIN (length, BEGINNING), 0, 0, NULL, NULL);
}

/* GMime is set up once for the process and never put away. */
static void
start (void)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      g_mime_init ();
      g_once_init_leave (&started, 1);
    }
}

static GMimeMessage *
parse (const char *data, gsize length)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, length);
  g_autoptr (GMimeParser) parser = g_mime_parser_new_with_stream (stream);

  return g_mime_parser_construct_message (parser, NULL);
}

/* The page is the first part that is one; what it shows stands behind it. */
static GMimePart *
find_part (GMimeMessage *message)
{
  g_autoptr (GMimePartIter) parts = g_mime_part_iter_new (GMIME_OBJECT (message));

  do
    {
      GMimeObject      *part = g_mime_part_iter_get_current (parts);
      GMimeContentType *type = part != NULL ? g_mime_object_get_content_type (part) : NULL;

      if (type != NULL && GMIME_IS_PART (part)
          && (g_mime_content_type_is_type (type, "text", "html")
              || g_mime_content_type_is_type (type, "application", "xhtml+xml")))
        return GMIME_PART (part);
    }
  while (g_mime_part_iter_next (parts));
  return NULL;
}

static GBytes *
decode (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GByteArray *bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));

  if (content == NULL || g_mime_data_wrapper_write_to_stream (content, stream) < 0)
    return NULL;
  return g_bytes_new (bytes->data, bytes->len);
}

/* What the browser noted of the page when it saved it. */
static void
offer_headers (GMimeMessage *message, GMimePart *part, MarchFacts *facts)
{
  const char *place = g_mime_part_get_content_location (part);

  if (place == NULL)
    place = g_mime_object_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location");
  if (place != NULL)
    march_facts_offer_url (facts, place);
}

/**
 * march_mhtml_find_page:
 * @data: a file that march_mhtml_is_one()
 * @facts: the page's address is added
 * @charset: (out) (transfer full) (nullable): the encoding that the part is said to be in
 *
 * Any thread. Only the page is decoded; the pictures and scripts beside it are not looked at.
 *
 * Returns: (transfer full) (nullable): the page as it was; an error says that there is none
 */
GBytes *
march_mhtml_find_page (const char *data,
                       gsize       length,
                       MarchFacts *facts,
                       char      **charset,
                       GError    **error)
{
  g_autoptr (GMimeMessage) message = NULL;
  GMimePart *part;
  GBytes    *page = NULL;

  start ();
  message = parse (data, length);
  part = message != NULL ? find_part (message) : NULL;
  if (part != NULL)
    page = decode (part);
  if (page == NULL)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("The saved page holds no web page among its parts. Save it again as "
                              "a "
                              "page of HTML, or copy its words and paste them."));
      return NULL;
    }
  *charset = g_strdup (g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset"));
  offer_headers (message, part, facts);
  return page;
}
