/* test-reader.c — the page Reader: texts with their quotations, finding, quoting and coding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader-fixture.h"

#include "forms/march-completer.h"
#include "forms/march-place-chips.h"
#include "reader/march-shown-text.h"
#include "reader/march-text-find.h"

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

static void
test_bare (void)
{
  MarchWindow       *window = reader_open ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = reader_get_quoted_source (session);

  march_session_show_text (session, source, NULL);
  march_ui_assert_read (GTK_WIDGET (reader_get_page (window)), "no saved copy in this dossier");
  march_ui_assert_read (GTK_WIDGET (reader_get_page (window)),
                        ((const MarchQuotation *) source->quotations->pdata[0])->exact);
  g_assert_nonnull (march_ui_find_button (GTK_WIDGET (window), "Attach the Text…"));
  gtk_widget_activate_action (GTK_WIDGET (reader_get_page (window)), "reader.escape", NULL);
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_READER_PAGE));
  march_ui_close (window);
}

/* Those that are there for show only, as the quotations have none. */
static char *
drop_line_ends (const char *shown)
{
  GString *words = g_string_new (shown);

  g_string_replace (words, "\n", "", 0);
  return g_string_free (words, FALSE);
}

/* Each quotation stands where its passage says, code point by code point, and is marked. */
static void
check_passages (MarchReaderText *shown)
{
  MarchPassages *passages = NULL;

  passages = march_reader_text_get_passages (shown);
  g_assert_cmpuint (passages->list->len, >, 1);
  for (guint i = 0; i < passages->list->len; i++)
    {
      const MarchPassage *passage = passages->list->pdata[i];
      g_autofree char    *plain = reader_get_words (shown, passage->first, passage->beyond);
      g_autofree char    *words = drop_line_ends (plain);
      GtkTextIter         iter;
      g_autoptr (GSList)  tags = NULL;

      g_assert_cmpstr (words, ==, passage->span->exact);
      march_reader_content_get_iters (march_reader_text_get_content (shown),
                                      &(MarchStretch){ passage->first, passage->beyond }, &iter,
                                      NULL);
      tags = gtk_text_iter_get_tags (&iter);
      g_assert_nonnull (tags);
    }
}

static void
test_passages (void)
{
  MarchWindow       *window = reader_open ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = reader_get_quoted_source (session);
  const gint64       id = source->id;
  g_autofree char   *text = reader_write_text (source, 0);
  MarchReaderText   *shown = NULL;
  MarchPassages     *passages = NULL;

  reader_attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  march_session_show_text (session, source, source->quotations->pdata[1]);
  shown = reader_await_text (reader_get_page (window));
  check_passages (shown);
  passages = march_reader_text_get_passages (shown);
  g_assert_cmpuint (
      march_reader_text_get_point (shown), ==,
      march_passages_find (passages, source->quotations->pdata[1])->first);
  reader_discard (window);
}

static void
test_book (void)
{
  MarchWindow       *window = reader_open ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = reader_get_quoted_source (session);
  const gint64       id = source->id;
  g_autofree char   *text = reader_write_text (source, 20000);
  const guint        length = g_utf8_strlen (text, -1);
  MarchReaderText   *shown = NULL;
  g_autofree char   *all = NULL;

  reader_attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  march_session_show_text (session, source, NULL);
  /* It comes in slices. */
  shown = march_reader_page_get_text (reader_get_page (window));
  g_assert_false (march_reader_text_is_whole (shown));
  reader_await_text (reader_get_page (window));
  all = reader_get_words (shown, 0, length);
  g_assert_cmpstr (all, ==, text);
  reader_discard (window);
}

static gboolean
is_marked (gpointer window)
{
  MarchPassages *passages
      = march_reader_text_get_passages (march_reader_page_get_text (reader_get_page (window)));

  for (guint i = 0; passages != NULL && i < passages->list->len; i++)
    if (g_strcmp0 (((const MarchPassage *) passages->list->pdata[i])->span->exact,
                   "of a long book")
        == 0)
      return TRUE;
  return FALSE;
}

/* Pieces and line ends that are shown, put together, are the text, and positions lead there and
 * back. */
static void
check_shown (const char *text)
{
  g_autoptr (MarchShownText) shown = march_shown_text_new (text);
  g_autoptr (GString)        all = g_string_new (NULL);
  g_autoptr (GString)        view = g_string_new (NULL);
  gsize                      length = 0;
  gboolean                   broken = FALSE;

  for (const char *piece = march_shown_text_next (shown, &length, &broken); piece != NULL;
       piece = march_shown_text_next (shown, &length, &broken))
    {
      g_assert_cmpuint (length, >, 0);
      g_assert_true (g_utf8_validate_len (piece, length, NULL));
      g_string_append_len (all, piece, length);
      g_string_append_len (view, piece, length);
      if (broken)
        g_string_append_c (view, '\n');
    }
  g_assert_cmpstr (all->str, ==, text);
  g_assert_null (march_shown_text_get_rest (shown));
  for (guint point = 0; *text != '\0'; point += 97)
    {
      const guint there = march_shown_text_to_shown (shown, point);

      g_assert_cmpuint (march_shown_text_to_text (shown, there), ==, point);
      g_assert_cmpuint (march_shown_text_to_end (shown, point + 1), ==, there + 1);
      g_assert_cmpuint (g_utf8_get_char (g_utf8_offset_to_pointer (view->str, there)), ==,
                        g_utf8_get_char (text));
      for (guint i = 0; i < 97 && *text != '\0'; i++)
        text = g_utf8_next_char (text);
    }
  for (const char *line = view->str; *line != '\0'; line += strspn (line, "\n"))
    {
      const gsize line_length = strcspn (line, "\n");

      g_assert_cmpuint (line_length, <=, 8192);
      line += line_length;
    }
}

static char *
repeat (const char *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words);
  return g_string_free (text, FALSE);
}

static void
test_shown (void)
{
  g_autofree char *prose = repeat ("слово — word, ", 20000);
  g_autofree char *solid = repeat ("їжакżółć", 20000);
  g_autofree char *marks = repeat ("e\xcc\x81", 20000);
  g_autofree char *mixed = g_strconcat ("First.\n", prose, "\n\n", solid, "\nLast.\n", NULL);

  check_shown ("");
  check_shown ("One line.\n");
  check_shown (prose);
  check_shown (solid);
  check_shown (marks);
  check_shown (mixed);
}

static gboolean
turn_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The longest that the window was busy, in milliseconds, until the text was whole and painted. */
static double
show_and_measure (MarchWindow *window, const MarchSource *source)
{
  MarchSession    *session = march_window_get_session (window);
  g_autoptr (GTimer) timer = g_timer_new ();
  MarchReaderText *shown = NULL;
  double           longest = 0;

  march_session_show_text (session, source, NULL);
  shown = march_reader_page_get_text (reader_get_page (window));
  for (guint settled = 0; settled < 20; settled += march_reader_text_is_whole (shown))
    {
      /* So that it always turns. */
      g_idle_add (turn_cb, NULL);
      g_timer_start (timer);
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, g_timer_elapsed (timer, NULL) * 1000);
    }
  return longest;
}

typedef struct
{
  GdkClipboard *clipboard;
  const char   *wanted;
  gboolean      asked;
  gboolean      offered;
} Offer;

static void
offer_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Offer           *offer = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  offer->asked = FALSE;
  offer->offered = g_strcmp0 (text, offer->wanted) == 0;
}

static gboolean
is_offered (gpointer data)
{
  Offer *offer = data;

  if (!offer->asked && !offer->offered)
    {
      offer->asked = TRUE;
      gdk_clipboard_read_text_async (offer->clipboard, NULL, offer_read_cb, offer);
    }
  return offer->offered;
}

/* What is selected can be pasted with the middle button, without the line ends that are shown. */
static void
check_offered (MarchReaderText *shown, guint first, const char *words)
{
  Offer offer = { .clipboard = gtk_widget_get_primary_clipboard (GTK_WIDGET (shown)),
                  .wanted = words };

  reader_select (shown, first, first + (guint) g_utf8_strlen (words, -1));
  march_ui_wait (is_offered, &offer, "the selected words are offered");
}

/* A megabyte without a line end stays a text that is read: its quotations stand where they stood,
 * and what is selected is what is quoted. */
static void
test_one_line (void)
{
  MarchWindow        *window = reader_open ();
  MarchSession       *session = march_window_get_session (window);
  const MarchSource  *source = reader_get_quoted_source (session);
  const gint64        id = source->id;
  g_autofree char    *lines = reader_write_text (source, 15000);
  g_autofree char    *text = g_strdelimit (g_strdup (lines), "\n", ' ');
  const char         *sought = strstr (text, "Paragraph 14000 of");
  const guint         point = g_utf8_pointer_to_offset (text, sought);
  MarchReaderText    *shown = NULL;
  g_autofree char    *words = NULL;
  g_autofree char    *pasted = NULL;
  MarchStretch        selection;

  reader_attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  g_test_message ("busy for at most %.0f ms", show_and_measure (window, source));
  shown = march_reader_page_get_text (reader_get_page (window));
  check_passages (shown);
  reader_select (shown, point, point + 15);
  g_assert_true (march_reader_text_get_selection (shown, &selection));
  g_assert_cmpuint (selection.first, ==, point);
  g_assert_cmpuint (selection.beyond, ==, point + 15);
  words = march_reader_content_dup_words (march_reader_text_get_content (shown), &selection);
  g_assert_cmpstr (words, ==, "Paragraph 14000");
  check_offered (shown, point, "Paragraph 14000");
  pasted = g_utf8_substring (text, point, point + 20000);
  check_offered (shown, point, pasted);
  reader_discard (window);
}

static gboolean
is_told (gpointer data)
{
  return *(gboolean *) data;
}

static void
told_cb (gboolean *told)
{
  *told = TRUE;
}

/* A drag takes the blank behind the last word along: the words stay selected. */
static void
test_blanks (void)
{
  MarchWindow       *window = reader_open ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = reader_get_quoted_source (session);
  const gint64       id = source->id;
  g_autofree char   *text = reader_write_text (source, 1);
  const guint        point
      = (guint) g_utf8_pointer_to_offset (text, strstr (text, "Paragraph 0 of"));
  MarchReaderText   *shown = NULL;
  gboolean           told = FALSE;
  MarchStretch       selection;

  reader_attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  g_test_message ("busy for at most %.0f ms", show_and_measure (window, source));
  shown = march_reader_page_get_text (reader_get_page (window));
  g_signal_connect_swapped (shown, "selection-changed", G_CALLBACK (told_cb), &told);
  reader_select (shown, point, point + 12);
  march_ui_wait (is_told, &told, "the selection is told");
  g_signal_handlers_disconnect_by_func (shown, told_cb, &told);
  g_assert_true (march_reader_text_get_selection (shown, &selection));
  g_assert_cmpuint (selection.first, ==, point);
  g_assert_cmpuint (selection.beyond, ==, point + 11);
  reader_discard (window);
}

/* Nothing is written without what is needed, and what was typed stays; then it is one edit. */
static void
test_code (void)
{
  MarchWindow       *window = reader_open ();
  MarchSession      *session = march_window_get_session (window);
  const MarchSource *source = reader_get_quoted_source (session);
  const gint64       id = source->id;
  const guint        n = source->quotations->len;
  g_autofree char   *text = reader_write_text (source, 1);
  const MarchPlace  *place = march_corpus_find_place (march_session_get_corpus (session), "Farrow",
                                                      NULL);
  const gint64       place_id = place->id;
  MarchCodingPane   *pane = NULL;
  const MarchQuotation *quotation = NULL;

  reader_attach (session, source, text);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  march_session_show_text (session, source, NULL);
  pane = reader_begin (window, text, "of a long book");
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
  gtk_editable_set_text (GTK_EDITABLE (reader_get_entry (GTK_WIDGET (pane), "not stated here")),
                         "2020-05-03");
  march_coding_pane_set_actor (pane, march_corpus_find_actor (march_session_get_corpus (session),
                                                              "Velmark", NULL)->id);
  march_coding_pane_save (pane);
  reader_await_saved (pane);
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  g_assert_cmpuint (source->quotations->len, ==, n + 1);
  quotation = reader_find_quotation (source, "of a long book");
  g_assert_cmpuint (quotation->evidence->len, ==, 1);
  g_assert_cmpint (
      ((const MarchEvidence *) quotation->evidence->pdata[0])->assertion->place->id, ==, place_id);
  march_ui_wait (is_marked, window, "the new quotation is marked");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  march_ui_await_edit (march_session_get_dossier (session));
  source = march_corpus_get_source (march_session_get_corpus (session), id);
  g_assert_cmpuint (source->quotations->len, ==, n);
  reader_discard (window);
}

static void
test_completer (void)
{
  MarchWindow               *window = reader_open ();
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

/* The page comes back with the place that was selected on the map. */
static void
test_pick (void)
{
  MarchWindow      *window = reader_open ();
  MarchSession     *session = march_window_get_session (window);
  g_autofree char  *text = NULL;
  MarchCodingPane  *pane = reader_begin_coding (window, reader_get_quoted_source (session), &text);
  const MarchPlace *place
      = march_corpus_find_place (march_session_get_corpus (session), "Farrow", NULL);
  MarchPlaceChips  *chips = MARCH_PLACE_CHIPS (march_ui_get (window, MARCH_TYPE_PLACE_CHIPS));

  g_signal_emit_by_name (chips, "pick");
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_READER_PAGE));
  march_session_select (session, place);
  march_ui_settle (300);
  march_ui_assert_read (GTK_WIDGET (reader_get_page (window)), "Farrow");
  g_assert_true (march_coding_pane_is_touched (pane));
  /* A place that is selected later is none of its. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  march_session_select (session, NULL);
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_READER_PAGE));
  march_coding_pane_cancel (pane);
  reader_discard (window);
}

/* The window does not go while something is typed and not saved. */
static void
test_close (void)
{
  MarchWindow     *window = reader_open ();
  MarchSession    *session = march_window_get_session (window);
  g_autofree char *text = NULL;
  MarchCodingPane *pane = reader_begin_coding (window, reader_get_quoted_source (session), &text);
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
  march_ui_assert_read (GTK_WIDGET (reader_get_page (window)), "Farrow");
  march_coding_pane_cancel (pane);
  reader_discard (window);
}

/* Words that are coded after others take over what stays the same. */
static void
test_row (void)
{
  MarchWindow     *window = reader_open ();
  MarchSession    *session = march_window_get_session (window);
  g_autofree char *text = NULL;
  MarchCodingPane *pane = reader_begin_coding (window, reader_get_quoted_source (session), &text);
  MarchCorpus     *corpus = march_session_get_corpus (session);

  march_coding_pane_take_place (pane, march_corpus_find_place (corpus, "Farrow", NULL)->id);
  march_coding_pane_set_actor (pane, march_corpus_find_actor (corpus, "Velmark", NULL)->id);
  march_coding_pane_save (pane);
  reader_await_saved (pane);
  reader_begin (window, text, "with “letters”");
  march_ui_assert_read (GTK_WIDGET (pane), "Farrow");
  g_assert_false (march_coding_pane_is_touched (pane));
  march_coding_pane_save (pane);
  reader_await_saved (pane);
  reader_discard (window);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  reader_dossier_path = argv[1];
  g_test_add_func ("/ui/reader/find", test_find);
  g_test_add_func ("/ui/reader/completer", test_completer);
  g_test_add_func ("/ui/reader/bare", test_bare);
  g_test_add_func ("/ui/reader/passages", test_passages);
  g_test_add_func ("/ui/reader/book", test_book);
  g_test_add_func ("/ui/reader/shown", test_shown);
  g_test_add_func ("/ui/reader/one-line", test_one_line);
  g_test_add_func ("/ui/reader/blanks", test_blanks);
  g_test_add_func ("/ui/reader/code", test_code);
  g_test_add_func ("/ui/reader/pick", test_pick);
  g_test_add_func ("/ui/reader/close", test_close);
  g_test_add_func ("/ui/reader/row", test_row);
  return g_test_run ();
}
