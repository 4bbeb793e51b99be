/* reader-fixture.c — what the tests of the reader share: a source with a text, and passages */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader-fixture.h"

#include "dossier/march-dossier-texts.h"

const char *reader_dossier_path;

MarchWindow *
reader_open (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (reader_dossier_path);

  return march_ui_open_file (file);
}

MarchReaderPage *
reader_get_page (MarchWindow *window)
{
  return MARCH_READER_PAGE (march_ui_get (window, MARCH_TYPE_READER_PAGE));
}

const MarchSource *
reader_get_quoted_source (MarchSession *session)
{
  GPtrArray *sources = march_corpus_get_sources (march_session_get_corpus (session));

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = sources->pdata[i];

      if (source->quotations->len > 1
          && ((const MarchQuotation *) source->quotations->pdata[0])->exact != NULL)
        return source;
    }
  g_assert_not_reached ();
}

/* A text in which all quotations of @source stand, in the order of the source, and then much more.
 */
char *
reader_write_text (const MarchSource *source, guint n_paragraphs)
{
  GString *text = g_string_new ("Ünïcödé — first.\n");

  for (guint i = 0; i < source->quotations->len; i++)
    {
      const MarchQuotation *quotation = source->quotations->pdata[i];

      for (guint k = 0; k < quotation->spans->len; k++)
        {
          const MarchSpan *span = quotation->spans->pdata[k];

          g_string_append_printf (text, "Before it. %s After it.\n",
                                  span->exact != NULL ? span->exact : "");
        }
    }
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, "Paragraph %u of a long book, with “letters” — żółć, їжак.\n", i);
  return g_string_free (g_string_append (text, "The very last words."), FALSE);
}

/* Whatever the archived one was: this is about showing it. */
void
reader_attach (MarchSession *session, const MarchSource *source, const char *text)
{
  MarchTextReport    report;
  g_autoptr (GError) error = NULL;

  march_dossier_attach_text (march_session_get_dossier (session), source->id, text, strlen (text),
                             &report, &error);
  g_assert_no_error (error);
}

static gboolean
is_whole (gpointer text)
{
  return march_reader_text_is_whole (text);
}

MarchReaderText *
reader_await_text (MarchReaderPage *page)
{
  MarchReaderText *text = march_reader_page_get_text (page);

  march_ui_wait (is_whole, text, "the text is whole");
  return text;
}

char *
reader_get_words (MarchReaderText *text, guint first, guint beyond)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (march_reader_text_get_view (text));
  GtkTextIter    from, until;

  march_reader_content_get_iters (march_reader_text_get_content (text),
                                  &(MarchStretch){ first, beyond }, &from, &until);
  return gtk_text_buffer_get_text (buffer, &from, &until, TRUE);
}

void
reader_select (MarchReaderText *text, guint first, guint beyond)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (march_reader_text_get_view (text));
  GtkTextIter    from, until;

  march_reader_content_get_iters (march_reader_text_get_content (text),
                                  &(MarchStretch){ first, beyond }, &from, &until);
  gtk_text_buffer_select_range (buffer, &from, &until);
}

void
reader_discard (MarchWindow *window)
{
  g_autoptr (GError) error = NULL;

  march_dossier_revert (march_session_get_dossier (march_window_get_session (window)), &error);
  g_assert_no_error (error);
  march_ui_close (window);
}

GtkWidget *
reader_get_entry (GtkWidget *root, const char *placeholder)
{
  g_autofree char *text = NULL;

  if (GTK_IS_ENTRY (root) && gtk_widget_get_mapped (root))
    {
      g_object_get (root, "placeholder-text", &text, NULL);
      if (g_strcmp0 (text, placeholder) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = reader_get_entry (child, placeholder);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_saved (gpointer pane)
{
  return !march_coding_pane_has_draft (pane);
}

/* What is coded is one edit of the dossier then. */
void
reader_await_saved (MarchCodingPane *pane)
{
  march_ui_wait (is_saved, pane, "the passage is saved");
}

MarchCodingPane *
reader_begin (MarchWindow *window, const char *text, const char *words)
{
  MarchReaderText *shown = reader_await_text (reader_get_page (window));
  const char      *at = strstr (text, words);
  const guint      first = g_utf8_pointer_to_offset (text, at);

  reader_select (shown, first, first + g_utf8_strlen (words, -1));
  gtk_widget_activate_action (GTK_WIDGET (reader_get_page (window)), "reader.quote", NULL);
  return MARCH_CODING_PANE (march_ui_get (window, MARCH_TYPE_CODING_PANE));
}

const MarchQuotation *
reader_find_quotation (const MarchSource *source, const char *words)
{
  for (guint i = 0; i < source->quotations->len; i++)
    {
      const MarchQuotation *quotation = source->quotations->pdata[i];

      if (g_strcmp0 (quotation->exact, words) == 0)
        return quotation;
    }
  g_error ("“%s” is not quoted", words);
}

/* Begins a passage of a text with one more paragraph than quotations. */
MarchCodingPane *
reader_begin_coding (MarchWindow *window, const MarchSource *source, char **text)
{
  MarchSession *session = march_window_get_session (window);
  const gint64  id = source->id;

  *text = reader_write_text (source, 1);
  reader_attach (session, source, *text);
  march_session_show_text (session,
                           march_corpus_get_source (march_session_get_corpus (session), id), NULL);
  return reader_begin (window, *text, "of a long book");
}
