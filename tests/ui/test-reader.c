/* test-reader.c — the page Reader: texts with their quotations, finding, quoting and coding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "corpus/march-verify.h"
#include "dossier/march-dossier-texts.h"
#include "reader/march-coding-pane.h"
#include "forms/march-completer.h"
#include "forms/march-place-chips.h"
#include "reader/march-reader-page.h"
#include "reader/march-text-find.h"

/* Of Velmark, in tests/data/velmark. */
static const char *dossier_path;

static void
assert_found (const char *text, const char *words, guint n, guint first, guint beyond)
{
  g_autoptr (GArray) found = march_text_find (text, words);

  g_assert_cmpuint (found->len, ==, n);
  if (n == 0)
    return;
  g_assert_cmpuint (g_array_index (found, MarchStretch, 0).first, ==, first);
  g_assert_cmpuint (g_array_index (found, MarchStretch, 0).beyond, ==, beyond);
}

static void
test_find (void)
{
  assert_found ("Brena fell.", "brena", 1, 0, 5);
  assert_found ("In Bréna, in BRENA.", "brena", 2, 3, 8);
  /* A mark of its own, and a letter that takes two. */
  assert_found ("Bre\xcc\x81na", "BRENA", 1, 0, 6);
  assert_found ("a “quoted”  word — here", "\"quoted\" word - here", 1, 2, 23);
  assert_found ("ж Бре\xcc\x81на", "БРЕНА", 1, 2, 8);
  assert_found ("aaaa", "aa", 2, 0, 2);
  assert_found ("", "a", 0, 0, 0);
  assert_found ("some words", "", 0, 0, 0);
  assert_found ("some words", "words more", 0, 0, 0);
}

static MarchWindow *
open_velmark (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (dossier_path);

  return march_ui_open_file (file);
}

static MarchReaderPage *
get_page (MarchWindow *window)
{
  return MARCH_READER_PAGE (march_ui_get (window, MARCH_TYPE_READER_PAGE));
}

static const MarchSource *
get_quoted_source (MarchSession *session)
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
static char *
write_text (const MarchSource *source, guint n_paragraphs)
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
static void
attach (MarchSession *session, const MarchSource *source, const char *text)
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

static MarchReaderText *
await_text (MarchReaderPage *page)
{
  MarchReaderText *text = march_reader_page_get_text (page);

  march_ui_wait (is_whole, text, "the text is whole");
  return text;
}

static char *
get_words (MarchReaderText *text, guint first, guint beyond)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (march_reader_text_get_view (text));
  GtkTextIter    from, until;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, first);
  gtk_text_buffer_get_iter_at_offset (buffer, &until, beyond);
  return gtk_text_buffer_get_text (buffer, &from, &until, TRUE);
}

static void
select_words (MarchReaderText *text, guint first, guint beyond)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (march_reader_text_get_view (text));
  GtkTextIter    from, until;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, first);
  gtk_text_buffer_get_iter_at_offset (buffer, &until, beyond);
  gtk_text_buffer_select_range (buffer, &from, &until);
}

static void
discard (MarchWindow *window)
{
  g_autoptr (GError) error = NULL;

  march_dossier_revert (march_session_get_dossier (march_window_get_session (window)), &error);
  g_assert_no_error (error);
  march_ui_close (window);
}

static void
test_bare (void)
{
  MarchWindow       *window = open_velmark ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = get_quoted_source (session);

  march_session_show_text (session, source, NULL);
  march_ui_assert_read (GTK_WIDGET (get_page (window)), "no saved copy in this dossier");
  march_ui_assert_read (GTK_WIDGET (get_page (window)),
                        ((const MarchQuotation *) source->quotations->pdata[0])->exact);
  g_assert_nonnull (march_ui_find_button (GTK_WIDGET (window), "Attach the Text…"));
  gtk_widget_activate_action (GTK_WIDGET (get_page (window)), "reader.escape", NULL);
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_READER_PAGE));
  march_ui_close (window);
}

/* Each quotation stands where its passage says, code point by code point, and is marked. */
static void
test_passages (void)
{
  MarchWindow       *window = open_velmark ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = get_quoted_source (session);
  const gint64       id = source->id;
  g_autofree char   *text = write_text (source, 0);
  MarchReaderText   *shown = NULL;
  MarchPassages     *passages = NULL;

  attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  march_session_show_text (session, source, source->quotations->pdata[1]);
  shown = await_text (get_page (window));
  passages = march_reader_text_get_passages (shown);
  g_assert_cmpuint (passages->list->len, >, 1);
  for (guint i = 0; i < passages->list->len; i++)
    {
      const MarchPassage *passage = passages->list->pdata[i];
      g_autofree char    *words = get_words (shown, passage->first, passage->beyond);
      GtkTextIter         iter;
      g_autoptr (GSList)  tags = NULL;

      g_assert_cmpstr (words, ==, passage->span->exact);
      gtk_text_buffer_get_iter_at_offset (
          gtk_text_view_get_buffer (march_reader_text_get_view (shown)), &iter, passage->first);
      tags = gtk_text_iter_get_tags (&iter);
      g_assert_nonnull (tags);
    }
  g_assert_cmpuint (
      march_reader_text_get_point (shown), ==,
      march_passages_find (passages, source->quotations->pdata[1])->first);
  discard (window);
}

static void
test_book (void)
{
  MarchWindow       *window = open_velmark ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = get_quoted_source (session);
  const gint64       id = source->id;
  g_autofree char   *text = write_text (source, 20000);
  const guint        length = g_utf8_strlen (text, -1);
  MarchReaderText   *shown = NULL;
  g_autofree char   *all = NULL;

  attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  march_session_show_text (session, source, NULL);
  /* It comes in slices. */
  g_assert_false (march_reader_text_is_whole (march_reader_page_get_text (get_page (window))));
  shown = await_text (get_page (window));
  all = get_words (shown, 0, length);
  g_assert_cmpstr (all, ==, text);
  discard (window);
}

static GtkWidget *
get_entry (GtkWidget *root, const char *placeholder)
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
      GtkWidget *found = get_entry (child, placeholder);

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

static MarchCodingPane *
begin (MarchWindow *window, const char *text, const char *words)
{
  MarchReaderText *shown = await_text (get_page (window));
  const char      *at = strstr (text, words);
  const guint      first = g_utf8_pointer_to_offset (text, at);

  select_words (shown, first, first + g_utf8_strlen (words, -1));
  gtk_widget_activate_action (GTK_WIDGET (get_page (window)), "reader.quote", NULL);
  return MARCH_CODING_PANE (march_ui_get (window, MARCH_TYPE_CODING_PANE));
}

static const MarchQuotation *
find_quotation (const MarchSource *source, const char *words)
{
  for (guint i = 0; i < source->quotations->len; i++)
    {
      const MarchQuotation *quotation = source->quotations->pdata[i];

      if (g_strcmp0 (quotation->exact, words) == 0)
        return quotation;
    }
  g_error ("“%s” is not quoted", words);
}

static gboolean
is_marked (gpointer window)
{
  MarchPassages *passages
      = march_reader_text_get_passages (march_reader_page_get_text (get_page (window)));

  for (guint i = 0; passages != NULL && i < passages->list->len; i++)
    if (g_strcmp0 (((const MarchPassage *) passages->list->pdata[i])->span->exact,
                   "of a long book")
        == 0)
      return TRUE;
  return FALSE;
}

/* Nothing is written without what is needed, and what was typed stays; then it is one edit. */
static void
test_code (void)
{
  MarchWindow       *window = open_velmark ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = get_quoted_source (session);
  const gint64       id = source->id;
  const guint        n = source->quotations->len;
  g_autofree char   *text = write_text (source, 1);
  const MarchPlace  *place = march_corpus_find_place (march_session_get_corpus (session), "Farrow",
                                                      NULL);
  const gint64       place_id = place->id;
  MarchCodingPane   *pane = NULL;
  const MarchQuotation *quotation = NULL;

  attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  march_session_show_text (session, source, NULL);
  pane = begin (window, text, "of a long book");
  march_coding_pane_save (pane);
  g_assert_true (march_coding_pane_has_draft (pane));
  march_ui_assert_read (GTK_WIDGET (pane), "Say who holds the place.");
  march_coding_pane_take_place (pane, place_id);
  march_ui_assert_read (GTK_WIDGET (pane), "Farrow");
  gtk_widget_activate_action (GTK_WIDGET (pane), "coding.kind", "i", MARCH_KIND_EVENT);
  gtk_widget_activate_action (GTK_WIDGET (pane), "coding.save", NULL);
  g_assert_true (march_coding_pane_has_draft (pane));
  gtk_widget_activate_action (GTK_WIDGET (pane), "coding.cancel", NULL);
  g_assert_false (march_coding_pane_has_draft (pane));
  gtk_widget_activate_action (GTK_WIDGET (pane), "coding.again", NULL);
  march_ui_assert_read (GTK_WIDGET (pane), "Farrow");
  gtk_widget_activate_action (GTK_WIDGET (pane), "coding.kind", "i", MARCH_KIND_CONTROL);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (GTK_WIDGET (pane), "not stated here")),
                         "2020-05-03");
  march_coding_pane_set_actor (pane, march_corpus_find_actor (march_session_get_corpus (session),
                                                              "Velmark", NULL)->id);
  march_coding_pane_save (pane);
  march_ui_wait (is_saved, pane, "the passage is saved");
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  g_assert_cmpuint (source->quotations->len, ==, n + 1);
  quotation = find_quotation (source, "of a long book");
  g_assert_cmpuint (quotation->evidence->len, ==, 1);
  g_assert_cmpint (
      ((const MarchEvidence *) quotation->evidence->pdata[0])->assertion->place->id, ==, place_id);
  march_ui_wait (is_marked, window, "the new quotation is marked");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  march_ui_await_edit (march_session_get_dossier (session));
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  g_assert_cmpuint (source->quotations->len, ==, n);
  discard (window);
}

static void
test_completer (void)
{
  MarchWindow               *window = open_velmark ();
  MarchCorpus               *corpus = march_session_get_corpus (march_window_get_session (window));
  g_autoptr (MarchNameIndex) index = march_name_index_new (corpus);
  g_autoptr (MarchCompleter) places = march_completer_new (index, MARCH_COMPLETE_PLACES);
  g_autoptr (MarchCompleter) proposals = march_completer_new (index, MARCH_COMPLETE_PROPOSALS);
  g_autoptr (GPtrArray)      found = march_completer_list (places, "farr", 8);
  g_autoptr (GPtrArray)      none = march_completer_list (places, "zzyzx", 8);
  g_autoptr (GPtrArray)      one = march_completer_list (proposals, "", 1);
  g_autofree char           *text = NULL;
  g_autofree char           *nothing = NULL;

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((const MarchSuggestion *) found->pdata[0])->text, ==, "Farrow");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, MIN (1, march_corpus_get_proposals (corpus)->len));
  g_assert_cmpint (march_completer_find (places, "FARROW", &text), !=, 0);
  g_assert_cmpstr (text, ==, "Farrow");
  g_assert_cmpint (march_completer_find (places, "farr", &nothing), ==, 0);
  g_assert_null (nothing);
  march_ui_close (window);
}

/* Begins a passage of a text with one more paragraph than quotations. */
static MarchCodingPane *
begin_coding (MarchWindow *window, const MarchSource *source, char **text)
{
  MarchSession *session = march_window_get_session (window);
  const gint64  id = source->id;

  *text = write_text (source, 1);
  attach (session, source, *text);
  march_session_show_text (session,
                           march_corpus_get_source (march_session_get_corpus (session), id), NULL);
  return begin (window, *text, "of a long book");
}

/* The page comes back with the place that was selected on the map. */
static void
test_pick (void)
{
  MarchWindow      *window = open_velmark ();
  MarchSession     *session = march_window_get_session (window);
  g_autofree char  *text = NULL;
  MarchCodingPane  *pane = begin_coding (window, get_quoted_source (session), &text);
  const MarchPlace *place
      = march_corpus_find_place (march_session_get_corpus (session), "Farrow", NULL);
  MarchPlaceChips  *chips = MARCH_PLACE_CHIPS (march_ui_get (window, MARCH_TYPE_PLACE_CHIPS));

  g_signal_emit_by_name (chips, "pick");
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_READER_PAGE));
  march_session_select (session, place);
  march_ui_settle (300);
  march_ui_assert_read (GTK_WIDGET (get_page (window)), "Farrow");
  g_assert_true (march_coding_pane_is_touched (pane));
  /* A place that is selected later is none of its. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  march_session_select (session, NULL);
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_READER_PAGE));
  march_coding_pane_cancel (pane);
  discard (window);
}

/* The window does not go while something is typed and not saved. */
static void
test_close (void)
{
  MarchWindow     *window = open_velmark ();
  MarchSession    *session = march_window_get_session (window);
  g_autofree char *text = NULL;
  MarchCodingPane *pane = begin_coding (window, get_quoted_source (session), &text);
  GtkWindow       *dialog = NULL;

  march_coding_pane_take_place (
      pane, march_corpus_find_place (march_session_get_corpus (session), "Farrow", NULL)->id);
  gtk_window_close (GTK_WINDOW (window));
  march_ui_settle (300);
  dialog = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  march_ui_settle (300);
  g_assert_true (march_coding_pane_is_touched (pane));
  march_ui_assert_read (GTK_WIDGET (get_page (window)), "Farrow");
  march_coding_pane_cancel (pane);
  discard (window);
}

/* Words that are coded after others take over what stays the same. */
static void
test_row (void)
{
  MarchWindow     *window = open_velmark ();
  MarchSession    *session = march_window_get_session (window);
  g_autofree char *text = NULL;
  MarchCodingPane *pane = begin_coding (window, get_quoted_source (session), &text);
  MarchCorpus     *corpus = march_session_get_corpus (session);

  march_coding_pane_take_place (pane, march_corpus_find_place (corpus, "Farrow", NULL)->id);
  march_coding_pane_set_actor (pane, march_corpus_find_actor (corpus, "Velmark", NULL)->id);
  march_coding_pane_save (pane);
  march_ui_wait (is_saved, pane, "the passage is saved");
  begin (window, text, "with “letters”");
  march_ui_assert_read (GTK_WIDGET (pane), "Farrow");
  g_assert_false (march_coding_pane_is_touched (pane));
  march_coding_pane_save (pane);
  march_ui_wait (is_saved, pane, "the next passage is saved");
  discard (window);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  dossier_path = argv[1];
  g_test_add_func ("/ui/reader/find", test_find);
  g_test_add_func ("/ui/reader/completer", test_completer);
  g_test_add_func ("/ui/reader/bare", test_bare);
  g_test_add_func ("/ui/reader/passages", test_passages);
  g_test_add_func ("/ui/reader/book", test_book);
  g_test_add_func ("/ui/reader/code", test_code);
  g_test_add_func ("/ui/reader/pick", test_pick);
  g_test_add_func ("/ui/reader/close", test_close);
  g_test_add_func ("/ui/reader/row", test_row);
  return g_test_run ();
}
