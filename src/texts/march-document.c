/* march-document.c — a document as text, and what it tells of itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include "texts/march-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "texts/march-encoding.h"
#include "texts/march-html-private.h"
#include "texts/march-mhtml.h"
#include "texts/march-pdf.h"

/* A first line of more characters than these is no title. */
#define LONGEST_TITLE 120

void
march_document_free (MarchDocument *document)
{
  if (document == NULL)
    return;
  g_free (document->text);
  march_facts_free (document->facts);
  g_ptr_array_unref (document->notes);
  g_free (document);
}

static gboolean
check_size (gsize size, gsize largest, GError **error)
{
  g_autofree char *is = g_format_size (size), *may = g_format_size (largest);

  if (size <= largest)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               /* Translators: sizes, as "20.1 MB". */
               _("The document is too large: it has %s, and at most %s are read. Take the part of "
                  "it that is quoted."),
               is, may);
  return FALSE;
}

/* A Markdown heading, or a first line that is short and no sentence. */
static void
offer_first_line (const char *text, MarchFacts *facts)
{
  const char      *start = text + strspn (text, " \t\r\n\f");
  const char      *end = start + strcspn (start, "\r\n");
  g_autofree char *line = g_strndup (start, end - start);
  const char      *title = line;

  while (*title == '#' || *title == ' ')
    title++;
  g_strchomp (line);
  if (g_utf8_strlen (title, -1) <= LONGEST_TITLE
      && (title > line || !g_str_has_suffix (title, ".")))
    march_facts_offer (&facts->title, title);
}

static gboolean
read_text (MarchDocument *document, const char *data, gsize length, GError **error)
{
  document->text = march_encoding_decode (data, length, NULL, document->notes, error);
  if (document->text == NULL)
    return FALSE;
  offer_first_line (document->text, document->facts);
  return TRUE;
}

/* @outside: (nullable): the encoding that is told beside the page; it counts more than the page's
 * own word, as in a browser */
static gboolean
read_page (MarchDocument *document,
           const char    *data,
           gsize          length,
           const char    *outside,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *declared = outside != NULL ? g_strdup (outside)
                                              : march_html_find_charset (data, length);
  g_autofree char *page = march_encoding_decode (data, length, declared, document->notes, error);

  document->kind = MARCH_DOCUMENT_HTML;
  if (page != NULL)
    document->text = march_html_read (page, document->facts, document->notes, cancellable, error);
  return document->text != NULL;
}

static gboolean
read_saved_page (MarchDocument *document,
                 const char    *data,
                 gsize          length,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *charset = NULL;
  g_autoptr (GBytes) page = march_mhtml_find_page (data, length, document->facts, &charset, error);
  gsize       page_length = 0;
  const char *page_data = page != NULL ? g_bytes_get_data (page, &page_length) : NULL;

  return page != NULL
         && read_page (document, page_data != NULL ? page_data : "", page_length, charset,
                       cancellable, error);
}

static gboolean
read_pdf (MarchDocument *document, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  document->kind = MARCH_DOCUMENT_PDF;
  document->text = march_pdf_read (bytes, document->facts, document->notes, cancellable, error);
  return document->text != NULL;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
fill (MarchDocument *document,
      GBytes        *bytes,
      const char    *name,
      GCancellable  *cancellable,
      GError       **error)
{
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (data == NULL)
    data = "";
  if (march_pdf_is_one (data, length))
    return check_size (length, MARCH_DOCUMENT_LARGEST_PDF, error)
           && read_pdf (document, bytes, cancellable, error);
  if (!check_size (length, MARCH_DOCUMENT_LARGEST, error))
    return FALSE;
  if (march_mhtml_is_one (data, length))
    return read_saved_page (document, data, length, cancellable, error);
  return march_html_is_page (data, length, name)
             ? read_page (document, data, length, NULL, cancellable, error)
             : read_text (document, data, length, error);
}

/**
 * march_document_read:
 * @bytes: a document as it was saved
 * @name: (nullable): of its file
 *
 * Any thread. Whatever it holds, nothing of it is run and nothing is fetched.
 *
 * Returns: (transfer full) (nullable): its text; an error is a sentence that says why there is none
 */
MarchDocument *
march_document_read (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchDocument) document = g_new0 (MarchDocument, 1);

  document->facts = march_facts_new ();
  document->notes = g_ptr_array_new_with_free_func (g_free);
  if (!fill (document, bytes, name, cancellable, error))
    return NULL;
  if (is_blank (document->text))
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _("The document is empty."));
      return NULL;
    }
  return g_steal_pointer (&document);
}

/* No more than may be read, whatever the file says of its size: it may be a pipe. */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n_read = 1;

  while (stream != NULL && n_read > 0 && bytes->len <= MARCH_DOCUMENT_LARGEST_PDF)
    {
      guint8 buffer[65536];

      n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, cancellable,
                                    error);
      g_byte_array_append (bytes, buffer, MAX (n_read, 0));
    }
  return stream != NULL && n_read >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                       : NULL;
}

/* What the system says of a file, as a sentence on which a person can act. */
static void
explain (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) cause = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR
      || (*error)->code == G_IO_ERROR_CANCELLED)
    return;
  cause = g_steal_pointer (error);
  if (cause->code == G_IO_ERROR_NOT_FOUND)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                 _("“%s” is not there any more. If it was moved or renamed, open it where it is "
                   "now."),
                 name);
  else if (cause->code == G_IO_ERROR_PERMISSION_DENIED)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                 _("“%s” may not be read by you. Ask whoever owns it, or open a copy that is "
                   "yours."),
                 name);
  else if (cause->code == G_IO_ERROR_IS_DIRECTORY)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                 _("“%s” is a folder. Open one of the files in it."), name);
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                 /* Translators: a file, and what the system says of it. */
                 _("“%1$s” can’t be read: %2$s. Try again, or open a copy of it."), name,
                 cause->message);
}

/** march_document_load: as march_document_read(), of a file */
MarchDocument *
march_document_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = load (file, cancellable, error);

  if (bytes != NULL)
    return march_document_read (bytes, name, cancellable, error);
  explain (file, error);
  return NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError        *error = NULL;
  MarchDocument *document = march_document_load (data, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) march_document_free);
  else
    g_task_return_error (task, error);
}

/** march_document_load_async: as march_document_load(), on another thread */
void
march_document_load_async (GFile              *file,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

MarchDocument *
march_document_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
