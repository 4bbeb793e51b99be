/* test-evidence.c — evidence from the side of what is said: found, marked in a text, and wherever a
 * gap leads to it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader-fixture.h"

#include "../dossier/dossier-fixture.h"
#include "asof/march-gaps.h"
#include "coding/march-coding.h"
#include "dossier/march-dossier-private.h"
#include "editing/march-assertion-form.h"
#include "editing/march-place-dialog.h"
#include "editing/march-place-shape.h"
#include "editing/march-record-dialog.h"
#include "editing/march-support-dialog.h"
#include "editing/march-support-row.h"
#include "forms/march-form-field.h"
#include "panel/march-gaps-page.h"
#include "panel/march-overview-page.h"
#include "panel/march-panel.h"
#include "sources/march-attach-dialog.h"

typedef struct
{
  MarchWindow  *window;
  MarchSession *session;
  char         *text;   /* of the first source that is quoted */
  gint64        source; /* that one */
} Fixture;

static MarchDossier *
get_dossier (Fixture *fixture)
{
  return march_session_get_dossier (fixture->session);
}

static MarchCorpus *
get_corpus (Fixture *fixture)
{
  return march_session_get_corpus (fixture->session);
}

static char *
sum (Fixture *fixture)
{
  return fixture_checksum (get_dossier (fixture)->copy->database);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const MarchSource *source = NULL;

  fixture->window = reader_open ();
  fixture->session = march_window_get_session (fixture->window);
  source = reader_get_quoted_source (fixture->session);
  fixture->source = source->id;
  fixture->text = reader_write_text (source, 3);
  reader_attach (fixture->session, source, fixture->text);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->text);
  reader_discard (fixture->window);
}

static gboolean
has_dialog (gpointer type)
{
  GtkWindow *dialog = march_ui_find_window (GPOINTER_TO_SIZE (type));

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static GtkWidget *
await_dialog (GType type)
{
  march_ui_wait (has_dialog, GSIZE_TO_POINTER (type), "the dialog is there");
  return GTK_WIDGET (march_ui_find_window (type));
}

static gboolean
has_no_dialog (gpointer type)
{
  return march_ui_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

static void
await_gone (GType type)
{
  march_ui_wait (has_no_dialog, GSIZE_TO_POINTER (type), "the dialog is gone");
}

static const MarchAssertion *
get_control (Fixture *fixture, MarchOrigin origin)
{
  GPtrArray *assertions = march_corpus_get_assertions (get_corpus (fixture));

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->kind == MARCH_KIND_CONTROL && assertion->origin == origin
          && assertion->superseded_by == NULL && !assertion->retracted)
        return assertion;
    }
  g_assert_not_reached ();
}

static const MarchEvidence *
find_evidence (const MarchAssertion *assertion, gint64 quotation)
{
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (evidence->quotation->id == quotation)
        return evidence;
    }
  return NULL;
}

/* One with words, which doesn't bear on @assertion. */
static const MarchQuotation *
get_stranger (Fixture *fixture, const MarchAssertion *assertion)
{
  GPtrArray *quotations = march_corpus_get_quotations (get_corpus (fixture));

  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = quotations->pdata[i];

      if (quotation->exact != NULL && find_evidence (assertion, quotation->id) == NULL)
        return quotation;
    }
  g_assert_not_reached ();
}

static GtkWidget *
open_support (Fixture *fixture, const char *action, gint64 id)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "x", id));
  return await_dialog (MARCH_TYPE_SUPPORT_DIALOG);
}

typedef struct
{
  GtkListView *view;
  gint64       wanted;
  guint        position;
} Listed;

static gboolean
is_listed (gpointer data)
{
  Listed     *listed = data;
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (listed->view));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MarchSupportRow) row = g_list_model_get_item (model, i);

      listed->position = i;
      if (march_support_row_get_quotation (row)->id == listed->wanted)
        return TRUE;
    }
  return FALSE;
}

/* Types words of it, and takes its row. */
static void
choose_quotation (GtkWidget *dialog, const MarchQuotation *quotation)
{
  Listed           listed = { GTK_LIST_VIEW (march_ui_find (dialog, GTK_TYPE_LIST_VIEW)),
                              quotation->id, 0 };
  GtkWidget       *entry = march_ui_find (dialog, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *phrase = g_strdup_printf ("\"%s\"", quotation->exact);

  gtk_editable_set_text (GTK_EDITABLE (entry), phrase);
  march_ui_wait (is_listed, &listed, "the quotation is found");
  g_signal_emit_by_name (listed.view, "activate", listed.position);
}

/* What was done is undone without a trace, and done again. */
static void
assert_undoes (Fixture *fixture, const char *label, const char *before)
{
  g_autofree char *undo_label = NULL;
  g_autofree char *after = sum (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_object_get (get_dossier (fixture), "undo-label", &undo_label, NULL);
  g_assert_cmpstr (undo_label, ==, label);
  g_assert_cmpstr (after, !=, before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  march_ui_await_edit (get_dossier (fixture));
  undone = sum (fixture);
  g_assert_cmpstr (undone, ==, before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  march_ui_await_edit (get_dossier (fixture));
  redone = sum (fixture);
  g_assert_cmpstr (redone, ==, after);
}

static void
choose_stance (GtkWidget *dialog, MarchStance stance)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (march_ui_find (dialog, GTK_TYPE_DROP_DOWN)), stance);
}

/* A quotation that is found by its words disputes what is said. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  const gint64          id = get_control (fixture, MARCH_ORIGIN_STATED)->id;
  const MarchAssertion *control = march_corpus_get_assertion (get_corpus (fixture), id);
  const MarchQuotation *quotation = get_stranger (fixture, control);
  const gint64          quoted = quotation->id;
  g_autofree char      *before = sum (fixture);
  GtkWidget            *dialog = open_support (fixture, "win.add-evidence", id);
  const MarchEvidence  *evidence = NULL;

  choose_quotation (dialog, quotation);
  await_gone (MARCH_TYPE_SUPPORT_DIALOG);
  dialog = await_dialog (MARCH_TYPE_RECORD_DIALOG);
  march_ui_assert_read (dialog, quotation->exact);
  choose_stance (dialog, MARCH_STANCE_DISPUTES);
  g_assert_true (gtk_widget_activate_action (dialog, "record.write", NULL));
  await_gone (MARCH_TYPE_RECORD_DIALOG);
  march_ui_await_edit (get_dossier (fixture));
  evidence = find_evidence (march_corpus_get_assertion (get_corpus (fixture), id), quoted);
  g_assert (evidence != NULL);
  g_assert_cmpint (evidence->stance, ==, MARCH_STANCE_DISPUTES);
  assert_undoes (fixture, "Say what a quotation bears on", before);
}

/* Nothing is found, and the words that were typed stay. */
static gboolean
says_nothing_found (gpointer dialog)
{
  return march_ui_find_text (dialog, "No Quotation Found") != NULL;
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  const gint64 id = get_control (fixture, MARCH_ORIGIN_STATED)->id;
  GtkWidget   *dialog = open_support (fixture, "win.add-evidence", id);
  GtkWidget   *entry = march_ui_find (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "qwertz' OR \"\" ­");
  march_ui_wait (says_nothing_found, dialog, "nothing is found");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "qwertz' OR \"\" ­");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (has_dialog (GSIZE_TO_POINTER (MARCH_TYPE_SUPPORT_DIALOG)));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_signal_emit_by_name (entry, "stop-search");
  await_gone (MARCH_TYPE_SUPPORT_DIALOG);
}

/* From the dialog to the text: the page waits for words. */
static void
go_to_text (Fixture *fixture, GtkWidget *dialog)
{
  g_signal_emit_by_name (march_ui_find_button (dialog, "_Mark Words in a Text…"), "clicked");
  await_gone (MARCH_TYPE_SUPPORT_DIALOG);
  march_reader_page_show_text (reader_get_page (fixture->window), fixture->source, 0);
}

static const MarchQuotation *
find_new (Fixture *fixture, const char *words)
{
  return reader_find_quotation (
      march_corpus_get_source (get_corpus (fixture), fixture->source), words);
}

/* Words that are marked in a text support what the dialog was opened for. */
static void
test_marked (Fixture *fixture, gconstpointer data)
{
  const gint64     id = get_control (fixture, MARCH_ORIGIN_STATED)->id;
  g_autofree char *before = sum (fixture);
  GtkWidget       *dialog = open_support (fixture, "win.add-evidence", id);
  MarchCodingPane *pane = NULL;

  go_to_text (fixture, dialog);
  march_ui_assert_read (GTK_WIDGET (reader_get_page (fixture->window)),
                        "Select words that bear on");
  pane = reader_begin (fixture->window, fixture->text, "of a long book");
  g_assert_null (march_ui_find_text (GTK_WIDGET (reader_get_page (fixture->window)),
                                     "Select words that bear on"));
  march_coding_pane_save (pane);
  reader_await_saved (pane);
  g_assert_nonnull (find_evidence (march_corpus_get_assertion (get_corpus (fixture), id),
                                   find_new (fixture, "of a long book")->id));
  assert_undoes (fixture, "Add a quotation", before);
}

/* Escape gives it up: the next words support a new assertion, as they do else. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  const gint64     id = get_control (fixture, MARCH_ORIGIN_STATED)->id;
  GtkWidget       *page = NULL;
  MarchCodingPane *pane = NULL;

  go_to_text (fixture, open_support (fixture, "win.add-evidence", id));
  page = GTK_WIDGET (reader_get_page (fixture->window));
  gtk_widget_activate_action (page, "reader.escape", NULL);
  g_assert_null (march_ui_find_text (page, "Select words that bear on"));
  pane = reader_begin (fixture->window, fixture->text, "of a long book");
  march_ui_settle (300);
  march_coding_pane_save (pane);
  g_assert_true (march_coding_pane_has_draft (pane));
  march_coding_pane_cancel (pane);
}

/* Of what is only concluded, words of somebody else become an assertion of their own. */
static void
test_independent (Fixture *fixture, gconstpointer data)
{
  const MarchAssertion *concluded = get_control (fixture, MARCH_ORIGIN_CONCLUDED);
  const gint64          id = concluded->id, place = concluded->place->id;
  const gint64          actor = concluded->actor->id;
  const guint           n_evidence = concluded->evidence->len;
  MarchCodingPane      *pane = NULL;
  const MarchAssertion *said = NULL;

  go_to_text (fixture, open_support (fixture, "win.find-independent", id));
  pane = reader_begin (fixture->window, fixture->text, "of a long book");
  march_coding_pane_save (pane);
  reader_await_saved (pane);
  g_assert_cmpuint (find_new (fixture, "of a long book")->evidence->len, ==, 1);
  said = ((const MarchEvidence *) find_new (fixture, "of a long book")->evidence->pdata[0])
             ->assertion;
  g_assert_cmpint (said->id, !=, id);
  g_assert_cmpint (said->kind, ==, MARCH_KIND_CONTROL);
  g_assert_cmpint (said->origin, ==, MARCH_ORIGIN_STATED);
  g_assert_cmpint (said->place->id, ==, place);
  g_assert_cmpint (said->actor->id, ==, actor);
  g_assert_null (said->according);
  g_assert_null (said->supersedes);
  g_assert_cmpuint (march_corpus_get_assertion (get_corpus (fixture), id)->evidence->len, ==,
                    n_evidence);
}

static gboolean
has_gaps (gpointer page)
{
  GtkWidget *view = march_ui_find (page, GTK_TYPE_LIST_VIEW);

  return view != NULL
         && g_list_model_get_n_items (
                G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))) > 0;
}

typedef struct
{
  GtkWidget   *panel;
  MarchGapKind kind;
} Chosen;

/* What is found of the dossier as it was before the last edit is found anew. */
static gboolean
is_chosen (gpointer data)
{
  const Chosen *chosen = data;
  GtkWidget    *page = march_ui_find (chosen->panel, MARCH_TYPE_GAPS_PAGE);
  gpointer      item = NULL;

  if (page == NULL || !has_gaps (page))
    return FALSE;
  item = gtk_drop_down_get_selected_item (
      GTK_DROP_DOWN (march_ui_find (page, GTK_TYPE_DROP_DOWN)));
  if (item != NULL
      && g_str_has_prefix (gtk_string_object_get_string (item),
                           march_gap_kind_get_title (chosen->kind)))
    return TRUE;
  gtk_widget_activate_action (chosen->panel, "panel.gaps-of", "u", (guint) chosen->kind);
  return FALSE;
}

/* Lists the gaps of @kind, and activates the first. */
static void
mend_first (Fixture *fixture, MarchGapKind kind)
{
  GtkWidget *panel = march_ui_get (fixture->window, MARCH_TYPE_PANEL);
  Chosen     chosen = { panel, kind };
  GtkWidget *page = NULL;

  gtk_widget_activate_action (panel, "panel.gaps-of", "u", (guint) kind);
  march_ui_wait (is_chosen, &chosen, "the gaps are listed");
  page = march_ui_find (panel, MARCH_TYPE_GAPS_PAGE);
  g_signal_emit_by_name (march_ui_find (page, GTK_TYPE_LIST_VIEW), "activate", 0u);
}

/* A claim that no quotation supports, and a place that has no shape. Returns: the claim's id */
static gint64
add_draft (Fixture *fixture)
{
  g_autoptr (MarchCoding) coding = march_coding_new (get_corpus (fixture));
  g_autoptr (GError)      error = NULL;
  MarchAssertionDraft    *draft = march_coding_add_assertion (
         coding, march_assertion_draft_new (MARCH_KIND_CLAIM));
  const gint64 id = draft->id;

  march_coding_add_place (coding, march_place_draft_new (MARCH_PLACE_SETTLEMENT, "Ambry", "en"));
  draft->actor = get_control (fixture, MARCH_ORIGIN_STATED)->actor->id;
  march_assertion_draft_set_place (draft, get_control (fixture, MARCH_ORIGIN_STATED)->place->id);
  march_coding_write (coding, get_dossier (fixture), &error);
  g_assert_no_error (error);
  return id;
}

static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = NULL;

  add_draft (fixture);
  mend_first (fixture, MARCH_GAP_NO_EVIDENCE);
  dialog = await_dialog (MARCH_TYPE_SUPPORT_DIALOG);
  march_ui_assert_read (dialog, "support, dispute or qualify");
  gtk_window_close (GTK_WINDOW (dialog));

  mend_first (fixture, MARCH_GAP_SINGLE_SOURCE);
  gtk_window_close (GTK_WINDOW (await_dialog (MARCH_TYPE_SUPPORT_DIALOG)));

  mend_first (fixture, MARCH_GAP_NO_INDEPENDENT);
  dialog = await_dialog (MARCH_TYPE_SUPPORT_DIALOG);
  march_ui_assert_read (dialog, "Words of somebody else");
  gtk_window_close (GTK_WINDOW (dialog));

  mend_first (fixture, MARCH_GAP_NO_SHAPE);
  dialog = await_dialog (MARCH_TYPE_PLACE_DIALOG);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                             MARCH_TYPE_PLACE_SHAPE));
  gtk_window_close (GTK_WINDOW (dialog));
}

static const MarchGap *
get_first_gap (Fixture *fixture, GPtrArray *gaps, MarchGapKind kind)
{
  for (guint i = 0; i < gaps->len; i++)
    if (((const MarchGap *) gaps->pdata[i])->kind == kind)
      return gaps->pdata[i];
  g_assert_not_reached ();
}

/* Where the record that a member names is chosen. */
static GtkWidget *
find_chooser (GtkWidget *root, const char *member)
{
  GtkWidget *found = NULL;

  if (MARCH_IS_FORM_FIELD (root)
      && g_str_equal (march_form_field_get_spec (MARCH_FORM_FIELD (root))->name, member))
    return march_ui_find (root, MARCH_TYPE_CHOOSER);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_chooser (child, member);
  return found;
}

/* Whether it is said, without words for it, that @actor holds @place. */
static gboolean
is_drafted (MarchCorpus *corpus, gint64 place, gint64 actor)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *said = assertions->pdata[i];

      if (said->kind == MARCH_KIND_CONTROL && said->evidence->len == 0 && said->place->id == place
          && said->actor->id == actor)
        return TRUE;
    }
  return FALSE;
}

/* Where nothing is on record, who holds the place is asked for, and then the words for it. */
static void
test_silence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) gaps = march_gaps_list (get_corpus (fixture));
  const MarchGap *gap = get_first_gap (fixture, gaps, MARCH_GAP_CONTROL_SILENT);
  const gint64 actor = get_control (fixture, MARCH_ORIGIN_STATED)->actor->id;
  const gint64 place = gap->place->id;
  const MarchDay from = gap->from;
  const guint n = march_corpus_get_assertions (get_corpus (fixture))->len;
  GtkWidget  *dialog = NULL, *form = NULL;

  mend_first (fixture, MARCH_GAP_CONTROL_SILENT);
  dialog = await_dialog (MARCH_TYPE_RECORD_DIALOG);
  march_ui_assert_read (dialog, "no quotation on record from");
  g_assert_cmpint (march_session_get_as_of (fixture->session), ==, from);
  form = march_ui_find (dialog, MARCH_TYPE_ASSERTION_FORM);
  g_assert_nonnull (form);
  g_signal_emit_by_name (find_chooser (form, "actor"), "chosen", actor);
  g_assert_true (gtk_widget_activate_action (dialog, "record.write", NULL));
  dialog = await_dialog (MARCH_TYPE_SUPPORT_DIALOG);
  march_ui_await_edit (get_dossier (fixture));
  g_assert_cmpuint (march_corpus_get_assertions (get_corpus (fixture))->len, ==, n + 1);
  g_assert_true (is_drafted (get_corpus (fixture), place, actor));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
is_on_overview (gpointer window)
{
  return march_ui_find_text (march_ui_get (window, MARCH_TYPE_OVERVIEW_PAGE),
                             "1 draft without evidence") != NULL;
}

/* A draft is counted where the dossier is told of, leads to what supports it, and is gone from
 * there with its first quotation. */
static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  GtkWidget   *overview = march_ui_get (fixture->window, MARCH_TYPE_OVERVIEW_PAGE);
  gint64       id = 0;
  GtkWidget   *dialog = NULL;

  g_assert_null (march_ui_find_text (overview, "without evidence"));
  id = add_draft (fixture);
  march_ui_wait (is_on_overview, fixture->window, "the draft is counted");
  g_assert_cmpuint (march_gaps_count_drafts (get_corpus (fixture)), ==, 1);
  g_signal_emit_by_name (march_ui_find_button (overview, "1 draft without evidence"), "clicked");
  march_ui_wait (has_gaps, march_ui_get (fixture->window, MARCH_TYPE_GAPS_PAGE),
                 "the gaps are listed");
  march_ui_assert_read (march_ui_get (fixture->window, MARCH_TYPE_GAPS_PAGE),
                        "Without evidence · 1");
  dialog = open_support (fixture, "win.add-evidence", id);
  choose_quotation (dialog, get_stranger (fixture,
                                          march_corpus_get_assertion (get_corpus (fixture), id)));
  dialog = await_dialog (MARCH_TYPE_RECORD_DIALOG);
  g_assert_true (gtk_widget_activate_action (dialog, "record.write", NULL));
  await_gone (MARCH_TYPE_RECORD_DIALOG);
  march_ui_await_edit (get_dossier (fixture));
  g_assert_cmpuint (march_gaps_count_drafts (get_corpus (fixture)), ==, 0);
}

static GtkWidget *
find_gap_row (GtkWidget *overview, const char *words)
{
  GtkWidget *label = march_ui_find_text (overview, words);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static gboolean
has_textless_row (gpointer overview)
{
  return find_gap_row (overview, "its text isn't attached") != NULL;
}

/* A gap of the overview leads to what mends it. */
static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = march_ui_get (fixture->window, MARCH_TYPE_OVERVIEW_PAGE);

  march_ui_wait (has_textless_row, overview, "the gaps are told");
  gtk_widget_activate (find_gap_row (overview, "its text isn't attached"));
  gtk_window_close (GTK_WINDOW (await_dialog (MARCH_TYPE_ATTACH_DIALOG)));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  reader_dossier_path = argv[1];
  add ("/ui/evidence/chosen", test_chosen);
  add ("/ui/evidence/not-found", test_not_found);
  add ("/ui/evidence/marked", test_marked);
  add ("/ui/evidence/given-up", test_given_up);
  add ("/ui/evidence/independent", test_independent);
  add ("/ui/evidence/gaps", test_gaps);
  add ("/ui/evidence/silence", test_silence);
  add ("/ui/evidence/overview", test_overview);
  add ("/ui/evidence/drafts", test_drafts);
  return g_test_run ();
}
