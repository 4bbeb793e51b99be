/* test-editing.c — actors, proposals, assertions and evidence changed in a window, each undone */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "../dossier/dossier-fixture.h"
#include "dossier/march-dossier-private.h"
#include "editing/march-record-dialog.h"
#include "forms/march-draft-list.h"
#include "panel/march-panel.h"
#include "panel/march-section.h"
#include "widgets/march-text-row.h"

static char *dossier_path;

typedef struct
{
  MarchWindow *window;
  GtkWidget   *dialog;
  char        *before; /* the sum over all records */
} Fixture;

static MarchSession *
get_session (Fixture *fixture)
{
  return march_window_get_session (fixture->window);
}

static MarchDossier *
get_dossier (Fixture *fixture)
{
  return march_session_get_dossier (get_session (fixture));
}

static MarchCorpus *
get_corpus (Fixture *fixture)
{
  return march_session_get_corpus (get_session (fixture));
}

static char *
sum (Fixture *fixture)
{
  return fixture_checksum (get_dossier (fixture)->copy->database);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile)  file = g_file_new_for_path (dossier_path);
  g_autoptr (GError) error = NULL;

  fixture->window = march_ui_open_file (file);
  march_dossier_make_editable (get_dossier (fixture), &error);
  g_assert_no_error (error);
  fixture->before = sum (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  march_dossier_revert (get_dossier (fixture), NULL);
  march_ui_close (fixture->window);
  g_free (fixture->before);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
open_dialog (Fixture *fixture, const char *action, GVariant *target)
{
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, target));
  fixture->dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_RECORD_DIALOG));
  g_assert_nonnull (fixture->dialog);
  march_ui_wait (is_mapped, fixture->dialog, "the dialog is there");
}

static gboolean
is_gone (gpointer data)
{
  return march_ui_find_window (MARCH_TYPE_RECORD_DIALOG) == NULL;
}

static void
await_gone (Fixture *fixture)
{
  march_ui_wait (is_gone, NULL, "the dialog is gone");
  march_ui_await_edit (get_dossier (fixture));
}

static void
try_write (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->dialog, "record.write", NULL));
}

typedef gboolean (*Test) (GtkWidget *widget, const char *name);

/* The first mapped widget of the dialog that passes @test. */
static GtkWidget *
find (Fixture *fixture, Test test, const char *name)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, fixture->dialog);
  while (waiting->len > 0)
    {
      GtkWidget *widget = g_ptr_array_steal_index (waiting, 0);

      if (gtk_widget_get_mapped (widget) && test (widget, name))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (waiting, child);
    }
  g_error ("there is no “%s”", name);
}

static gboolean
is_button (GtkWidget *widget, const char *name)
{
  return GTK_IS_BUTTON (widget)
         && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0
             || g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0);
}

static gboolean
is_field (GtkWidget *widget, const char *member)
{
  return MARCH_IS_FORM_FIELD (widget)
         && g_str_equal (march_form_field_get_spec (MARCH_FORM_FIELD (widget))->name, member);
}

static void
press (Fixture *fixture, const char *name)
{
  g_signal_emit_by_name (find (fixture, is_button, name), "clicked");
}

static void
type_into (Fixture *fixture, const char *member, const char *text)
{
  GtkWidget *field = find (fixture, is_field, member);
  GtkWidget *typed = march_ui_find (field, GTK_TYPE_ENTRY);

  if (typed == NULL)
    typed = march_ui_find (field, MARCH_TYPE_TEXT_AREA);
  g_assert_nonnull (typed);
  march_typed_set_text (typed, text);
}

static void
choose (Fixture *fixture, const char *member, guint nth)
{
  GtkWidget *choice = march_ui_find (find (fixture, is_field, member), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), nth);
}

/* The edit has changed something, is called that, and leaves no trace once undone. */
static void
assert_undoes (Fixture *fixture, const char *label)
{
  MarchDossier    *dossier = get_dossier (fixture);
  g_autofree char *undo_label = NULL;
  g_autofree char *after = sum (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_object_get (dossier, "undo-label", &undo_label, NULL);
  g_assert_cmpstr (undo_label, ==, label);
  g_assert_cmpstr (after, !=, fixture->before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  march_ui_await_edit (dossier);
  undone = sum (fixture);
  g_assert_cmpstr (undone, ==, fixture->before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  march_ui_await_edit (dossier);
  redone = sum (fixture);
  g_assert_cmpstr (redone, ==, after);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  march_ui_await_edit (dossier);
}

static void
assert_unchanged (Fixture *fixture)
{
  g_autofree char *now = sum (fixture);

  g_assert_cmpstr (now, ==, fixture->before);
}

static const MarchAssertion *
get_assertion (Fixture *fixture, MarchAssertionKind kind)
{
  GPtrArray *assertions = march_corpus_get_assertions (get_corpus (fixture));

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->kind == kind && assertion->superseded_by == NULL && !assertion->retracted
          && assertion->rank == MARCH_RANK_NORMAL && assertion->evidence->len > 0)
        return assertion;
    }
  g_assert_not_reached ();
}

/* A new actor with an office is told what it lacks, written, changed, and deleted again. */
static void
test_actor (Fixture *fixture, gconstpointer data)
{
  GPtrArray        *actors = NULL;
  const MarchActor *actor = NULL;

  open_dialog (fixture, "win.add-actor", NULL);
  try_write (fixture);
  g_assert_false (is_gone (NULL));
  assert_unchanged (fixture);
  type_into (fixture, "text", "Aren Tolde");
  type_into (fixture, "language", "en");
  press (fixture, "Add an _Office");
  try_write (fixture);
  march_ui_assert_read (fixture->dialog, "Say of whom this office is, or take it out.");
  press (fixture, "Remove this office");
  try_write (fixture);
  await_gone (fixture);
  assert_undoes (fixture, "Add an actor");

  actors = march_corpus_get_actors (get_corpus (fixture));
  actor = actors->pdata[0];
  open_dialog (fixture, "win.edit-actor", g_variant_new_int64 (actor->id));
  try_write (fixture);
  await_gone (fixture);
  assert_unchanged (fixture);
  open_dialog (fixture, "win.edit-actor", g_variant_new_int64 (actor->id));
  type_into (fixture, "note", "Looked at again");
  try_write (fixture);
  await_gone (fixture);
  assert_undoes (fixture, "Change an actor");
}

/* Texts of several lines, and those that break programs, are kept to the letter. */
static void
test_prose (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "First.\n\nThird,\twith a tab.\n",
    "\r\nAs another system ends lines.\r\n",
    "\"}; DROP TABLE actor; -- %s %n <b>&amp;</b>",
    "\u202eright to left\u202c\u2029a paragraph\ufffcan object",
    "Z\u0351\u036b\u0343a\u036alg\u0322o \U0001F469\u200D\U0001F467\n\U0010FFFD",
  };
  const gint64 id = get_assertion (fixture, MARCH_KIND_CLAIM)->actor->id;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      open_dialog (fixture, "win.edit-actor", g_variant_new_int64 (id));
      type_into (fixture, "note", texts[i]);
      try_write (fixture);
      await_gone (fixture);
      g_assert_cmpstr (march_corpus_get_actor (get_corpus (fixture), id)->note, ==, texts[i]);
      open_dialog (fixture, "win.edit-actor", g_variant_new_int64 (id));
      g_assert_cmpstr (
          march_typed_get_text (march_ui_find (fixture->dialog, MARCH_TYPE_TEXT_AREA)), ==,
          texts[i]);
      gtk_window_close (GTK_WINDOW (fixture->dialog));
      await_gone (fixture);
    }
}

typedef struct
{
  GtkWidget *area;
  int        height; /* that it shall be higher than, or no lower than */
} Grown;

static gboolean
is_higher (gpointer data)
{
  const Grown *grown = data;

  return gtk_widget_get_height (grown->area) > grown->height;
}

static gboolean
does_scroll (gpointer data)
{
  GtkWidget     *scroller = march_ui_find (((const Grown *) data)->area, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  return gtk_adjustment_get_upper (adjustment)
         > gtk_adjustment_get_page_size (adjustment) + 1;
}

/* A field of several lines grows with them, up to a limit, and then scrolls. */
static void
test_growth (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (400, '\n');
  Grown            grown = { NULL, 0 };

  open_dialog (fixture, "win.add-actor", NULL);
  grown.area = march_ui_find (fixture->dialog, MARCH_TYPE_TEXT_AREA);
  grown.height = gtk_widget_get_height (grown.area);
  march_typed_set_text (grown.area, "One\ntwo\nthree\nfour");
  march_ui_wait (is_higher, &grown, "it grows");
  grown.height = gtk_widget_get_height (grown.area);
  march_typed_set_text (grown.area, long_text);
  march_ui_wait (is_higher, &grown, "it grows further");
  march_ui_wait (does_scroll, &grown, "it scrolls");
  g_assert_cmpint (gtk_widget_get_height (grown.area), <, 200);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  await_gone (fixture);
}

/* Who is named elsewhere stays, and why is told at the button. */
static void
test_actor_deleted (Fixture *fixture, gconstpointer data)
{
  const MarchAssertion *claim = get_assertion (fixture, MARCH_KIND_CLAIM);
  GtkWidget            *button = NULL;
  g_autofree char      *before = g_steal_pointer (&fixture->before);
  GPtrArray            *actors = NULL;
  gint64                added = 0;

  open_dialog (fixture, "win.edit-actor", g_variant_new_int64 (claim->actor->id));
  button = march_ui_find_button (fixture->dialog, "_Delete");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), "others name it"));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  open_dialog (fixture, "win.add-actor", NULL);
  type_into (fixture, "text", "Aren Tolde");
  try_write (fixture);
  await_gone (fixture);
  actors = march_corpus_get_actors (get_corpus (fixture));
  for (guint i = 0; i < actors->len; i++)
    if (g_str_equal (march_actor_get_name (actors->pdata[i], "en"), "Aren Tolde"))
      added = ((const MarchActor *) actors->pdata[i])->id;
  fixture->before = sum (fixture);
  open_dialog (fixture, "win.edit-actor", g_variant_new_int64 (added));
  press (fixture, "_Delete");
  await_gone (fixture);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "The actor is deleted");
  assert_undoes (fixture, "Delete an actor");
}

static void
test_proposal (Fixture *fixture, gconstpointer data)
{
  GPtrArray           *proposals = march_corpus_get_proposals (get_corpus (fixture));
  const MarchProposal *proposal = NULL;

  open_dialog (fixture, "win.add-proposal", NULL);
  press (fixture, "Add _Terms of a Place");
  type_into (fixture, "title", "A bridge for peace");
  try_write (fixture);
  march_ui_assert_read (fixture->dialog, "Say which place it is about.");
  press (fixture, "Remove these terms");
  try_write (fixture);
  await_gone (fixture);
  assert_undoes (fixture, "Add a proposal");
  g_assert_cmpuint (proposals->len, >, 0);
  proposal = march_corpus_get_proposals (get_corpus (fixture))->pdata[0];
  open_dialog (fixture, "win.edit-proposal", g_variant_new_int64 (proposal->id));
  type_into (fixture, "dated", "no day at all");
  try_write (fixture);
  g_assert_false (is_gone (NULL));
  type_into (fixture, "dated", "3 May 2031");
  try_write (fixture);
  await_gone (fixture);
  assert_undoes (fixture, "Change a proposal");
}

/* The new version has the evidence of the old one, which stays; the page goes on with the new. */
static void
test_assertion (Fixture *fixture, gconstpointer data)
{
  const MarchAssertion *control = get_assertion (fixture, MARCH_KIND_CONTROL);
  const gint64          id = control->id;
  const guint           n_evidence = control->evidence->len;
  const gint64          place = control->place->id;
  const MarchAssertion *old = NULL;

  gtk_widget_activate_action (march_ui_get (fixture->window, MARCH_TYPE_PANEL), "panel.show",
                              "(ux)", (guint) MARCH_RECORD_ASSERTION, id);
  open_dialog (fixture, "win.edit-assertion", g_variant_new_int64 (id));
  type_into (fixture, "valid", "2031/2030");
  try_write (fixture);
  g_assert_false (is_gone (NULL));
  assert_unchanged (fixture);
  type_into (fixture, "valid", "2031-05-03/..");
  try_write (fixture);
  await_gone (fixture);
  old = march_corpus_get_assertion (get_corpus (fixture), id);
  g_assert_nonnull (old->superseded_by);
  g_assert_cmpuint (old->superseded_by->evidence->len, ==, n_evidence);
  march_ui_assert_read (march_ui_get (fixture->window, MARCH_TYPE_PANEL), "The version before");
  assert_undoes (fixture, "Change a control");
  march_ui_assert_read (march_ui_get (fixture->window, MARCH_TYPE_PANEL), "Retract…");
  g_assert_cmpint (march_session_get_place (get_session (fixture))->id, ==, place);
}

/* Without evidence it is a draft, and told to be one. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "win.add-assertion", NULL);
  choose (fixture, "kind", MARCH_KIND_THESIS);
  try_write (fixture);
  g_assert_false (is_gone (NULL));
  type_into (fixture, "title", "Bridges matter most");
  march_ui_assert_read (fixture->dialog, "stands in the list of gaps");
  try_write (fixture);
  await_gone (fixture);
  assert_undoes (fixture, "Add a thesis");
}

/* Of what is only begun nothing is told to be missing before it is to be written; what is typed
 * wrong is. */
static void
test_figure (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "win.add-assertion", NULL);
  choose (fixture, "kind", MARCH_KIND_FIGURE);
  march_ui_settle (400);
  g_assert_null (march_ui_find_text (fixture->dialog, "The number is missing."));
  type_into (fixture, "low", "many");
  march_ui_assert_read (fixture->dialog, "This is no number");
  type_into (fixture, "low", "");
  try_write (fixture);
  march_ui_assert_read (fixture->dialog, "The number is missing.");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  assert_unchanged (fixture);
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  const gint64     id = get_assertion (fixture, MARCH_KIND_CONTROL)->id;
  g_autofree char *before = g_strdup (fixture->before);

  open_dialog (fixture, "win.rank", g_variant_new_int64 (id));
  choose (fixture, "rank", MARCH_RANK_DEPRECATED);
  try_write (fixture);
  march_ui_assert_read (fixture->dialog, "A rank needs a reason.");
  type_into (fixture, "reason", "an older report");
  try_write (fixture);
  await_gone (fixture);
  assert_undoes (fixture, "Deprecate an assertion");

  open_dialog (fixture, "win.retract", g_variant_new_int64 (id));
  try_write (fixture);
  march_ui_assert_read (fixture->dialog, "A retraction needs a reason.");
  type_into (fixture, "reason", "misread");
  try_write (fixture);
  await_gone (fixture);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "The assertion is retracted");
  assert_undoes (fixture, "Retract an assertion");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  march_ui_await_edit (get_dossier (fixture));
  g_free (fixture->before);
  fixture->before = sum (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore", "x", id);
  march_ui_await_edit (get_dossier (fixture));
  assert_undoes (fixture, "Take a retraction back");
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  const MarchAssertion *control = get_assertion (fixture, MARCH_KIND_CONTROL);
  const MarchEvidence  *evidence = control->evidence->pdata[0];
  const gint64          quotation = evidence->quotation->id;
  const gint64          id = control->id;

  open_dialog (fixture, "win.evidence", g_variant_new ("(xx)", quotation, id));
  choose (fixture, "stance", MARCH_STANCE_QUALIFIES);
  type_into (fixture, "note", "only of the town");
  try_write (fixture);
  await_gone (fixture);
  assert_undoes (fixture, "Change evidence");

  open_dialog (fixture, "win.evidence", g_variant_new ("(xx)", quotation, id));
  press (fixture, "_Take Back");
  await_gone (fixture);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "The evidence is taken back");
  assert_undoes (fixture, "Take evidence back");

  open_dialog (fixture, "win.evidence", g_variant_new ("(xx)", quotation, (gint64) 0));
  try_write (fixture);
  g_assert_false (is_gone (NULL));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  assert_unchanged (fixture);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "win.properties", NULL);
  type_into (fixture, "title", "");
  type_into (fixture, "last", "soon");
  try_write (fixture);
  march_ui_assert_read (fixture->dialog, "A dossier needs a title.");
  type_into (fixture, "title", "Velmark anew");
  try_write (fixture);
  g_assert_false (is_gone (NULL));
  type_into (fixture, "last", "2035");
  type_into (fixture, "summary", "Who is where");
  try_write (fixture);
  await_gone (fixture);
  g_assert_cmpstr (march_dossier_get_title (get_dossier (fixture)), ==, "Velmark anew");
  assert_undoes (fixture, "Change what the dossier says of itself");
}

/* The place that is looked at stays so through an edit, its undo and its redo. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const MarchAssertion *control = get_assertion (fixture, MARCH_KIND_CONTROL);
  const gint64          place = control->place->id;

  march_session_select (get_session (fixture), control->place);
  open_dialog (fixture, "win.rank", g_variant_new_int64 (control->id));
  choose (fixture, "rank", MARCH_RANK_PREFERRED);
  type_into (fixture, "reason", "nearer to it");
  try_write (fixture);
  await_gone (fixture);
  g_assert_cmpint (march_session_get_place (get_session (fixture))->id, ==, place);
  assert_undoes (fixture, "Prefer an assertion");
  g_assert_nonnull (march_session_get_place (get_session (fixture)));
  g_assert_cmpint (march_session_get_place (get_session (fixture))->id, ==, place);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  dossier_path = argv[1];
  ADD ("/ui/editing/actor", test_actor);
  ADD ("/ui/editing/prose", test_prose);
  ADD ("/ui/editing/growth", test_growth);
  ADD ("/ui/editing/actor-deleted", test_actor_deleted);
  ADD ("/ui/editing/proposal", test_proposal);
  ADD ("/ui/editing/assertion", test_assertion);
  ADD ("/ui/editing/draft", test_draft);
  ADD ("/ui/editing/figure", test_figure);
  ADD ("/ui/editing/standing", test_standing);
  ADD ("/ui/editing/evidence", test_evidence);
  ADD ("/ui/editing/properties", test_properties);
  ADD ("/ui/editing/selection", test_selection);
  return g_test_run ();
}
