/* test-reader-coding.c — what a passage can bear on, drafted along where the dossier lacks it, and
 * taken back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "reader-fixture.h"

#include "../dossier/dossier-fixture.h"
#include "asof/march-words.h"
#include "dossier/march-dossier-private.h"
#include "forms/march-chooser.h"
#include "forms/march-draft-list.h"
#include "forms/march-place-chips.h"
#include "corpus/march-verify.h"
#include "reader/march-link-assertion.h"
#include "reader/march-link-form.h"
#include "reader/march-office-form.h"
#include "reader/march-quotation-form.h"
#include "reader/march-relink.h"
#include "reader/march-link-proposal.h"

#define KIND_PROPOSAL (MARCH_KIND_THESIS + 1)

static const char *program;

/* A window with a passage of a text begun. */
typedef struct
{
  MarchWindow     *window;
  MarchSession    *session;
  gint64           source;
  char            *text;
  MarchCodingPane *pane;
} Passage;

static void
set_up (Passage *passage, gconstpointer data)
{
  const MarchSource *source = NULL;

  passage->window = reader_open ();
  passage->session = march_window_get_session (passage->window);
  source = reader_get_quoted_source (passage->session);
  passage->source = source->id;
  passage->pane = reader_begin_coding (passage->window, source, &passage->text);
}

static void
tear_down (Passage *passage, gconstpointer data)
{
  g_free (passage->text);
  reader_discard (passage->window);
}

static char *
checksum (Passage *passage)
{
  return fixture_checksum (march_session_get_dossier (passage->session)->copy->database);
}

static GtkWidget *
find_below (Passage *passage, GType type)
{
  GtkWidget *found = march_ui_find (GTK_WIDGET (passage->pane), type);

  g_assert_nonnull (found);
  return found;
}

/* The entries below @root that find records, in their order. */
static void
list_choosers (GtkWidget *root, GPtrArray *choosers)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (MARCH_IS_CHOOSER (child))
      g_ptr_array_add (choosers, child);
    else
      list_choosers (child, choosers);
}

static MarchChooser *
get_chooser (GtkWidget *root, guint index)
{
  g_autoptr (GPtrArray) choosers = g_ptr_array_new ();

  list_choosers (root, choosers);
  g_assert_cmpuint (index, <, choosers->len);
  return choosers->pdata[index];
}

typedef struct
{
  MarchChooser *chooser;
  const char   *typed;
  const char   *part;
  GtkWidget    *found;
} Choice;

/* Names are known a moment after the passage is begun: until then it is typed again. */
static gboolean
is_found (gpointer data)
{
  Choice       *choice = data;
  GtkEditable  *entry
      = GTK_EDITABLE (gtk_widget_get_first_child (GTK_WIDGET (choice->chooser)));
  GtkWidget    *list = NULL;

  gtk_editable_set_text (entry, "");
  gtk_editable_set_text (entry, choice->typed);
  list = march_ui_find (GTK_WIDGET (choice->chooser), GTK_TYPE_LIST_BOX);
  choice->found = list != NULL ? march_ui_find_text (list, choice->part) : NULL;
  return choice->found != NULL;
}

/* Types into it, and takes the row of what is found that says so. */
static void
choose (MarchChooser *chooser, const char *typed, const char *part)
{
  Choice     choice = { chooser, typed, part, NULL };
  GtkWidget *row = NULL;

  march_ui_wait (is_found, &choice, part);
  row = gtk_widget_get_ancestor (choice.found, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

static void
press (Passage *passage, const char *label)
{
  GtkWidget *button = march_ui_find_button (GTK_WIDGET (passage->pane), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
type_title (GtkWidget *form, const char *title)
{
  GtkWidget *entry = reader_get_entry (form, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
}

static const MarchQuotation *
get_coded (Passage *passage)
{
  MarchCorpus *corpus = march_session_get_corpus (passage->session);

  return reader_find_quotation (march_corpus_get_source (corpus, passage->source),
                                "of a long book");
}

static void
step (Passage *passage, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (passage->window), action, NULL);
  march_ui_await_edit (march_session_get_dossier (passage->session));
}

/* Saves, takes it back and does it again: each time the same rows as before. */
static void
save_and_step (Passage *passage)
{
  g_autofree char *before = checksum (passage);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  march_coding_pane_save (passage->pane);
  reader_await_saved (passage->pane);
  after = checksum (passage);
  g_assert_cmpstr (after, !=, before);
  step (passage, "win.undo");
  undone = checksum (passage);
  g_assert_cmpstr (undone, ==, before);
  step (passage, "win.redo");
  redone = checksum (passage);
  g_assert_cmpstr (redone, ==, after);
}

/* Who took part is drafted along, and found when the same passage says who speaks. */
static void
test_participants (Passage *passage, gconstpointer data)
{
  GtkWidget            *list = NULL;
  const MarchAssertion *event = NULL;
  const MarchParticipant *one = NULL;

  gtk_widget_activate_action (GTK_WIDGET (passage->pane), "coding.kind", "i", MARCH_KIND_EVENT);
  type_title (find_below (passage, MARCH_TYPE_LINK_ASSERTION), "They met");
  press (passage, "Add a _Participant");
  list = find_below (passage, MARCH_TYPE_DRAFT_LIST);
  march_coding_pane_save (passage->pane);
  g_assert_true (march_coding_pane_has_draft (passage->pane));
  march_ui_assert_read (list, "Nobody is named here.");
  choose (get_chooser (list, 0), "Aren Tolde", "as a person");
  choose (get_chooser (find_below (passage, MARCH_TYPE_QUOTATION_FORM), 0), "Aren",
          "new, in this passage");
  save_and_step (passage);
  event = ((const MarchEvidence *) get_coded (passage)->evidence->pdata[0])->assertion;
  g_assert_cmpint (event->kind, ==, MARCH_KIND_EVENT);
  g_assert_cmpuint (event->participants->len, ==, 1);
  one = event->participants->pdata[0];
  g_assert_cmpstr (march_actor_get_name (one->actor, NULL), ==, "Aren Tolde");
  g_assert_true (march_quotation_get_speaker (get_coded (passage)) == one->actor);
}

static GtkDropDown *
get_offices (Passage *passage)
{
  GtkWidget *form = find_below (passage, MARCH_TYPE_OFFICE_FORM);

  return GTK_DROP_DOWN (march_ui_find (form, GTK_TYPE_DROP_DOWN));
}

static const char *
get_office_word (Passage *passage, guint index)
{
  return gtk_string_list_get_string (
      GTK_STRING_LIST (gtk_drop_down_get_model (get_offices (passage))), index);
}

static void
choose_last_office (Passage *passage)
{
  GtkDropDown *offices = get_offices (passage);

  gtk_drop_down_set_selected (
      offices, g_list_model_get_n_items (gtk_drop_down_get_model (offices)) - 1);
}

/* The office of who speaks is the one on record for that time; a new one is put on record with the
 * quotation, in the same step, and told of him from then on. */
static void
test_office (Passage *passage, gconstpointer data)
{
  GtkWidget       *form = find_below (passage, MARCH_TYPE_QUOTATION_FORM);
  MarchOfficeForm *office = MARCH_OFFICE_FORM (find_below (passage, MARCH_TYPE_OFFICE_FORM));
  MarchDraftForm  *fields = MARCH_DRAFT_FORM (march_office_form_get_fields (office));
  const MarchActor *speaker = NULL;
  g_autofree char  *credit = NULL;

  gtk_widget_activate_action (GTK_WIDGET (passage->pane), "coding.kind", "i", MARCH_KIND_THESIS);
  type_title (find_below (passage, MARCH_TYPE_LINK_ASSERTION), "They met");
  g_assert_cmpstr (get_office_word (passage, 0), ==, "none on record");
  choose (get_chooser (form, 0), "Ana Orr", "Ana Orr");
  g_assert_cmpstr (get_office_word (passage, 0), ==, "President");
  choose_last_office (passage);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fields)));
  march_coding_pane_save (passage->pane);
  g_assert_true (march_coding_pane_has_draft (passage->pane));
  march_ui_assert_read (GTK_WIDGET (fields), "Say what the office is");
  type_title (GTK_WIDGET (march_draft_form_get_field (fields, "title")), "Chancellor");
  choose (get_chooser (GTK_WIDGET (fields), 0), "Harrow", "Harrow");
  save_and_step (passage);
  speaker = march_quotation_get_speaker (get_coded (passage));
  g_assert_cmpstr (march_actor_get_office (speaker, march_quotation_get_time (get_coded (passage)))
                       ->title, ==, "Chancellor");
  credit = march_words_attribution (get_coded (passage), NULL);
  g_assert_nonnull (strstr (credit, "Ana Orr, Chancellor"));
}

/* Another office that the speaker held is written of this time; who else speaks has others. */
static void
test_office_of_another (Passage *passage, gconstpointer data)
{
  GtkWidget       *form = find_below (passage, MARCH_TYPE_QUOTATION_FORM);
  MarchOfficeForm *office = MARCH_OFFICE_FORM (find_below (passage, MARCH_TYPE_OFFICE_FORM));

  choose (get_chooser (form, 0), "Ana Orr", "Ana Orr");
  choose_last_office (passage);
  choose (get_chooser (form, 0), "Aren Tolde", "as a person");
  g_assert_cmpstr (get_office_word (passage, 0), ==, "none on record");
  g_assert_cmpuint (gtk_drop_down_get_selected (get_offices (passage)), ==, 0);
  g_assert_false (gtk_widget_get_mapped (march_office_form_get_fields (office)));
  march_coding_pane_cancel (passage->pane);
}

/* What is wrong in a field that is seldom needed is seen when saving is refused. */
static void
test_folded_problem (Passage *passage, gconstpointer data)
{
  GtkExpander *folded = GTK_EXPANDER (find_below (passage, GTK_TYPE_EXPANDER));
  GtkWidget   *form = find_below (passage, MARCH_TYPE_QUOTATION_FORM);
  GtkWidget   *more = march_quotation_form_get_more (MARCH_QUOTATION_FORM (form));
  GtkWidget   *field
      = GTK_WIDGET (march_draft_form_get_field (MARCH_DRAFT_FORM (more), "language"));

  g_assert_false (gtk_expander_get_expanded (folded));
  gtk_expander_set_expanded (folded, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (march_ui_find (field, GTK_TYPE_EDITABLE)), "");
  gtk_expander_set_expanded (folded, FALSE);
  march_coding_pane_save (passage->pane);
  g_assert_true (march_coding_pane_has_draft (passage->pane));
  march_ui_assert_read (field, "The language of the words is missing.");
  g_assert_true (gtk_expander_get_expanded (folded));
  march_coding_pane_cancel (passage->pane);
}

/* A new proposal, with a place that is drafted along. */
static void
test_proposal (Passage *passage, gconstpointer data)
{
  GtkWidget               *form = NULL;
  const MarchEvidence     *evidence = NULL;
  const MarchProposalTerm *term = NULL;

  gtk_widget_activate_action (GTK_WIDGET (passage->pane), "coding.kind", "i", KIND_PROPOSAL);
  march_coding_pane_save (passage->pane);
  g_assert_true (march_coding_pane_has_draft (passage->pane));
  form = find_below (passage, MARCH_TYPE_LINK_PROPOSAL);
  march_ui_assert_read (form, "A short sentence is missing");
  type_title (form, "A corridor for ten years");
  press (passage, "Add _Terms of a Place");
  march_coding_pane_save (passage->pane);
  march_ui_assert_read (form, "Say which place it is about.");
  choose (get_chooser (find_below (passage, MARCH_TYPE_DRAFT_LIST), 0), "Low Corridor",
          "as a part by description");
  save_and_step (passage);
  evidence = get_coded (passage)->evidence->pdata[0];
  g_assert_null (evidence->assertion);
  g_assert_cmpstr (evidence->proposal->title, ==, "A corridor for ten years");
  g_assert_cmpuint (evidence->proposal->places->len, ==, 1);
  term = evidence->proposal->places->pdata[0];
  g_assert_cmpstr (march_place_get_name (term->place, NULL), ==, "Low Corridor");
}

/* One that the dossier has gets a further provision, and keeps those it had. */
static void
test_provision (Passage *passage, gconstpointer data)
{
  MarchCorpus         *corpus = march_session_get_corpus (passage->session);
  const MarchProposal *proposal = march_corpus_get_proposals (corpus)->pdata[0];
  const gint64         id = proposal->id;
  const guint          n = proposal->places->len;
  GtkWidget           *list = NULL;

  gtk_widget_activate_action (GTK_WIDGET (passage->pane), "coding.kind", "i", KIND_PROPOSAL);
  choose (get_chooser (GTK_WIDGET (march_ui_find (GTK_WIDGET (passage->pane),
                                                  MARCH_TYPE_LINK_FORM)), 0),
          proposal->title, proposal->title);
  press (passage, "Add _Terms of a Place");
  list = march_ui_find (find_below (passage, MARCH_TYPE_LINK_PROPOSAL), MARCH_TYPE_DRAFT_LIST);
  choose (get_chooser (list, n * 3), "Low Corridor", "as a settlement");
  save_and_step (passage);
  proposal = march_corpus_get_proposal (march_session_get_corpus (passage->session), id);
  g_assert_cmpuint (proposal->places->len, ==, n + 1);
  g_assert_true (((const MarchEvidence *) get_coded (passage)->evidence->pdata[0])->proposal
                 == proposal);
}

/* A place that is drafted for one assertion is found for the next one of the passage. */
static void
test_drafted_place (Passage *passage, gconstpointer data)
{
  GtkWidget            *form = NULL;
  const MarchQuotation *quotation = NULL;

  march_coding_pane_set_actor (
      passage->pane,
      march_corpus_find_actor (march_session_get_corpus (passage->session), "Velmark", NULL)->id);
  form = find_below (passage, MARCH_TYPE_LINK_ASSERTION);
  choose (get_chooser (form, 0), "Low Ferry", "as a settlement");
  gtk_widget_activate_action (GTK_WIDGET (passage->pane), "coding.add-another", NULL);
  gtk_widget_activate_action (GTK_WIDGET (passage->pane), "coding.kind", "i", MARCH_KIND_CLAIM);
  choose (get_chooser (form, 0), "low fer", "Low Ferry");
  save_and_step (passage);
  quotation = get_coded (passage);
  g_assert_cmpuint (quotation->evidence->len, ==, 2);
  g_assert_true (((const MarchEvidence *) quotation->evidence->pdata[0])->assertion->place
                 == ((const MarchEvidence *) quotation->evidence->pdata[1])->assertion->place);
}

static MarchReaderPage *
get_page (Passage *passage)
{
  return reader_get_page (passage->window);
}

static MarchReaderText *
get_text (Passage *passage)
{
  return march_reader_page_get_text (get_page (passage));
}

static const MarchSource *
get_source (Passage *passage)
{
  return march_corpus_get_source (march_session_get_corpus (passage->session), passage->source);
}

/* The text of before with other blanks in the words of a quotation, after which more words come. */
static gint64
attach_other (Passage *passage)
{
  const MarchSource    *source = get_source (passage);
  const MarchQuotation *quotation = source->quotations->pdata[0];
  const gint64          id = quotation->id;
  g_autofree char      *otherwise = NULL;
  g_autoptr (GString)   text = g_string_new (passage->text);

  g_assert_cmpuint (quotation->spans->len, ==, 1);
  otherwise = g_strdelimit (g_strdup (quotation->exact), " ", '\n');
  g_string_replace (text, quotation->exact, otherwise, 1);
  march_coding_pane_cancel (passage->pane);
  reader_attach (passage->session, source, text->str);
  return id;
}

static gboolean
is_relinkable (gpointer data)
{
  Passage       *passage = data;
  MarchPassages *passages = march_reader_text_get_passages (get_text (passage));

  return march_reader_text_is_whole (get_text (passage)) && passages != NULL
         && passages->corpus == march_session_get_corpus (passage->session)
         && march_passages_count (passages, MARCH_MATCH_NORMALISED) == 1;
}

/* What is found with other blanks becomes the quotation's words, and can be taken back. */
static void
test_relink (Passage *passage, gconstpointer data)
{
  const gint64          id = attach_other (passage);
  MarchDossier         *dossier = march_session_get_dossier (passage->session);
  const MarchQuotation *quotation = NULL;
  g_autofree char      *before = NULL;
  g_autofree char      *after = NULL;
  g_autofree char      *undone = NULL;

  march_ui_wait (is_relinkable, passage, "a quotation is found with other blanks");
  before = checksum (passage);
  gtk_widget_activate_action (GTK_WIDGET (get_page (passage)), "reader.relink", "x", id);
  march_ui_await_edit (dossier);
  quotation = march_corpus_get_quotation (march_session_get_corpus (passage->session), id);
  g_assert_nonnull (strchr (quotation->exact, '\n'));
  g_assert_cmpint (march_verify_quotation (quotation, get_source (passage)->text), ==,
                   MARCH_MATCH_VERBATIM);
  after = checksum (passage);
  g_assert_cmpstr (after, !=, before);
  step (passage, "win.undo");
  undone = checksum (passage);
  g_assert_cmpstr (undone, ==, before);
}

/* The next words that are quoted are the quotation's; no new one is made. */
static void
test_relink_to (Passage *passage, gconstpointer data)
{
  const gint64          id = attach_other (passage);
  const MarchQuotation *quotation = NULL;
  const guint           n = get_source (passage)->quotations->len;
  const char           *words = "with “letters”";

  march_ui_wait (is_relinkable, passage, "a quotation is found with other blanks");
  gtk_widget_activate_action (GTK_WIDGET (get_page (passage)), "reader.relink-to", "x", id);
  march_ui_assert_read (GTK_WIDGET (get_page (passage)), "Select the words of this quotation");
  reader_begin (passage->window, get_source (passage)->text, words);
  march_ui_await_edit (march_session_get_dossier (passage->session));
  quotation = march_corpus_get_quotation (march_session_get_corpus (passage->session), id);
  g_assert_cmpstr (quotation->exact, ==, words);
  g_assert_cmpuint (get_source (passage)->quotations->len, ==, n);
  g_assert_false (march_coding_pane_has_draft (passage->pane));
}

static void
check_difference (const char *quoted, const char *found, const char *one, const char *other)
{
  g_autofree char *quoted_markup = NULL;
  g_autofree char *found_markup = NULL;

  march_relink_mark_difference (quoted, found, &quoted_markup, &found_markup);
  g_assert_cmpstr (quoted_markup, ==, one);
  g_assert_cmpstr (found_markup, ==, other);
}

static void
test_difference (void)
{
  check_difference ("the same", "the same", "the same", "the same");
  check_difference ("a b", "a\u00a0b", "a<b><u>␣</u></b>b", "a<b><u>⍽</u></b>b");
  check_difference ("“<now>”", "\"<now>\"", "<b><u>“</u></b>&lt;now&gt;<b><u>”</u></b>",
                    "<b><u>&quot;</u></b>&lt;now&gt;<b><u>&quot;</u></b>");
  check_difference ("one two", "one\n two", "one two", "one<b><u>↵</u></b> two");
  check_difference ("", "їжак", "", "<b><u>їжак</u></b>");
  check_difference ("abcd", "acbd", "a<b><u>b</u></b>cd", "ac<b><u>b</u></b>d");
}

/* In a process of its own: one passage after the other is coded, until it is killed. */
static void
code_without_end (void)
{
  Passage passage = { NULL };
  gint64  place = 0, actor = 0;

  set_up (&passage, NULL);
  place = march_corpus_find_place (march_session_get_corpus (passage.session), "Farrow", NULL)->id;
  actor = march_corpus_find_actor (march_session_get_corpus (passage.session), "Velmark", NULL)->id;
  for (guint i = 0;; i++)
    {
      march_coding_pane_take_place (passage.pane, place);
      march_coding_pane_set_actor (passage.pane, actor);
      march_coding_pane_save (passage.pane);
      reader_await_saved (passage.pane);
      if (write (STDOUT_FILENO, "saved\n", 6) != 6)
        return;
      reader_begin (passage.window, passage.text, "with “letters”");
    }
}

/* Returns: how many passages it said were coded */
static guint
code_until_killed (const char *path, guint most, guint microseconds)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (GSubprocess)      process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, path, "endless", NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  guint                        n = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      if (line == NULL)
        break;
      n += g_str_equal (line, "saved");
      if (n != most || !g_str_equal (line, "saved"))
        continue;
      g_usleep (microseconds);
      g_subprocess_force_exit (process);
    }
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  return n;
}

static MarchDossier *
recover (const char *path)
{
  g_autoptr (GPtrArray) recoveries = march_recovery_list ();
  g_autoptr (GError)    error = NULL;
  MarchDossier         *dossier = NULL;

  for (guint i = 0; i < recoveries->len; i++)
    {
      MarchRecovery *recovery = recoveries->pdata[i];

      if (g_strcmp0 (recovery->path, path) == 0)
        dossier = march_recovery_open (recovery, &error);
    }
  g_assert_no_error (error);
  g_assert_nonnull (dossier);
  return dossier;
}

/* Each that is there is there with what it supports. */
static gboolean
is_coded (const MarchQuotation *quotation)
{
  const MarchAssertion *assertion = NULL;

  if (g_strcmp0 (quotation->exact, "with “letters”") != 0
      && g_strcmp0 (quotation->exact, "of a long book") != 0)
    return FALSE;
  g_assert_cmpuint (quotation->evidence->len, ==, 1);
  assertion = ((const MarchEvidence *) quotation->evidence->pdata[0])->assertion;
  g_assert_cmpstr (march_place_get_name (assertion->place, NULL), ==, "Farrow");
  g_assert_cmpstr (march_actor_get_name (assertion->actor, NULL), ==, "Velmark");
  return TRUE;
}

static guint
count_coded (MarchCorpus *corpus)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);
  guint      n = 0;

  for (guint i = 0; i < quotations->len; i++)
    n += is_coded (quotations->pdata[i]);
  return n;
}

/* Killed while passages are coded: those that were saved are found again, and none by half. */
static void
test_kill (void)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autofree char *folder = folder_make ();
      g_autofree char *path = g_build_filename (folder, "velmark.gpkg", NULL);
      g_autoptr (GFile) original = g_file_new_for_path (reader_dossier_path);
      g_autoptr (GFile) copy = g_file_new_for_path (path);
      g_autoptr (MarchDossier) dossier = NULL;
      g_autoptr (MarchCorpus)  corpus = NULL;
      GError                  *error = NULL;
      guint                    said = 0, found = 0;

      g_file_copy (original, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      said = code_until_killed (path, 1 + round, round * 7919);
      dossier = recover (path);
      corpus = march_dossier_dup_corpus (dossier);
      found = count_coded (corpus);
      g_assert_true (found == said || found == said + 1);
      march_dossier_revert (dossier, &error);
      g_assert_no_error (error);
      folder_remove (folder);
    }
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  program = argv[0];
  reader_dossier_path = argv[1];
  if (argc > 2)
    {
      code_without_end ();
      return 1;
    }
  g_test_add ("/ui/reader-coding/participants", Passage, NULL, set_up, test_participants,
              tear_down);
  g_test_add ("/ui/reader-coding/office", Passage, NULL, set_up, test_office, tear_down);
  g_test_add ("/ui/reader-coding/office-of-another", Passage, NULL, set_up,
              test_office_of_another, tear_down);
  g_test_add ("/ui/reader-coding/folded-problem", Passage, NULL, set_up, test_folded_problem,
              tear_down);
  g_test_add ("/ui/reader-coding/proposal", Passage, NULL, set_up, test_proposal, tear_down);
  g_test_add ("/ui/reader-coding/provision", Passage, NULL, set_up, test_provision, tear_down);
  g_test_add ("/ui/reader-coding/drafted-place", Passage, NULL, set_up, test_drafted_place,
              tear_down);
  g_test_add ("/ui/reader-coding/relink", Passage, NULL, set_up, test_relink, tear_down);
  g_test_add ("/ui/reader-coding/relink-to", Passage, NULL, set_up, test_relink_to, tear_down);
  g_test_add_func ("/ui/reader-coding/difference", test_difference);
  g_test_add_func ("/ui/reader-coding/kill", test_kill);
  return g_test_run ();
}
