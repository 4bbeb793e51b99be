/* test-sources.c — a source added, changed, given a text and deleted in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialog-fixture.h"

#include "sources/march-attach-dialog.h"
#include "sources/march-source-dialog.h"
#include "sources/march-source-list.h"
#include "sources/march-text-picker.h"

static GFile *
find_page (const char *name)
{
  return g_file_new_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), "tests", "data", "texts",
                                    name, NULL);
}

static const MarchSource *
find_source (DialogFixture *fixture, const char *title)
{
  GPtrArray *sources = march_corpus_get_sources (dialog_get_corpus (fixture));

  for (guint i = 0; i < sources->len; i++)
    if (g_str_equal (((const MarchSource *) sources->pdata[i])->title, title))
      return sources->pdata[i];
  return NULL;
}

static const MarchSource *
get_source (DialogFixture *fixture, const char *title)
{
  const MarchSource *source = find_source (fixture, title);

  if (source == NULL)
    g_error ("“%s” is not among the sources", title);
  return source;
}

static void
open_dialog (DialogFixture *fixture, const char *action, gint64 source, GType type)
{
  if (source == 0)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "x", source);
  dialog_find (fixture, type);
}

static gboolean
has_text (gpointer data)
{
  DialogFixture   *fixture = data;
  GtkWidget       *picker = march_ui_find (fixture->dialog, MARCH_TYPE_TEXT_PICKER);
  g_autofree char *text = march_text_picker_dup_text (MARCH_TEXT_PICKER (picker));

  return text != NULL;
}

static GtkTextBuffer *
get_buffer (DialogFixture *fixture)
{
  GtkWidget *picker = march_ui_find (fixture->dialog, MARCH_TYPE_TEXT_PICKER);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (march_ui_find (picker, GTK_TYPE_TEXT_VIEW)));
}

static void
add_page (DialogFixture *fixture)
{
  g_autoptr (GFile) page = find_page ("article.html");

  open_dialog (fixture, "win.add-source", 0, MARCH_TYPE_SOURCE_DIALOG);
  march_source_dialog_read (MARCH_SOURCE_DIALOG (fixture->dialog), page);
  march_ui_wait (has_text, fixture, "the page is read");
}

/* A page fills the form; a mistake is told and what was typed is kept; then the source is there
 * with its text, and one undo takes it away. */
static void
test_add (DialogFixture *fixture, gconstpointer data)
{
  const MarchSource *source = NULL;
  g_autofree char   *text = NULL;
  g_autoptr (GFile) stored = find_page ("article.txt");

  add_page (fixture);
  march_ui_type_into (fixture->dialog, "Title", "");
  dialog_press (fixture, "_Add");
  march_ui_assert_read (fixture->dialog, "A source needs a title.");
  g_assert_nonnull (march_ui_find_window (MARCH_TYPE_SOURCE_DIALOG));
  march_ui_type_into (fixture->dialog, "Title", "A Partition, Quietly");
  dialog_press (fixture, "_Add");
  dialog_await_gone (fixture, MARCH_TYPE_SOURCE_DIALOG);
  source = get_source (fixture, "A Partition, Quietly");
  g_assert_cmpstr (source->author, ==, "Ana Orr and Ivo Kest");
  g_assert_cmpstr (source->publication, ==, "The Herald");
  g_assert_cmpstr (source->published, ==, "2031-05-15");
  g_assert_true (g_file_load_contents (stored, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (source->text, ==, text);
  dialog_undo (fixture);
  g_assert_null (find_source (fixture, "A Partition, Quietly"));
}

/* What the page told goes with it, but for what was typed over it. */
static void
test_other_document (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dialog_write_file (fixture, "plain.txt", "Nothing but words.\n");
  g_autoptr (GFile) plain = g_file_new_for_path (path);
  const MarchSource *source = NULL;

  add_page (fixture);
  march_ui_type_into (fixture->dialog, "Title", "Typed by Hand");
  march_source_dialog_read (MARCH_SOURCE_DIALOG (fixture->dialog), plain);
  march_ui_settle (500);
  dialog_press (fixture, "_Add");
  dialog_await_gone (fixture, MARCH_TYPE_SOURCE_DIALOG);
  source = get_source (fixture, "Typed by Hand");
  g_assert_cmpstr (source->text, ==, "Nothing but words.\n");
  g_assert_cmpstr (source->author, ==, "");
  g_assert_cmpstr (source->published, ==, "");
  dialog_undo (fixture);
}

static gboolean
has_twin (gpointer data)
{
  return march_ui_find_text (data, "The dossier has this text already") != NULL;
}

static gboolean
has_no_twin (gpointer data)
{
  return !has_twin (data);
}

/* The same page again is offered as the one that is there, as long as it is the same. */
static void
test_same (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) page = find_page ("article.html");
  GtkWidget *list = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.reader", NULL);
  march_ui_settle (300);
  list = march_ui_get (fixture->window, MARCH_TYPE_SOURCE_LIST);
  add_page (fixture);
  march_ui_type_into (fixture->dialog, "Title", "A Partition, Quietly");
  dialog_press (fixture, "_Add");
  dialog_await_gone (fixture, MARCH_TYPE_SOURCE_DIALOG);
  march_source_list_set_source (MARCH_SOURCE_LIST (list), 0);
  add_page (fixture);
  march_ui_wait (has_twin, fixture->dialog, "it is known to be there");
  gtk_text_buffer_set_text (get_buffer (fixture), "Something else.", -1);
  march_ui_wait (has_no_twin, fixture->dialog, "another text is no longer the same");
  march_source_dialog_read (MARCH_SOURCE_DIALOG (fixture->dialog), page);
  march_ui_wait (has_twin, fixture->dialog, "it is known again");
  dialog_press (fixture, "_Go On With That One");
  dialog_await_gone (fixture, MARCH_TYPE_SOURCE_DIALOG);
  g_assert_cmpint (march_source_list_get_source (MARCH_SOURCE_LIST (list)), ==,
                   get_source (fixture, "A Partition, Quietly")->id);
}

static void
test_change (DialogFixture *fixture, gconstpointer data)
{
  const MarchSource *source = get_source (fixture, "The Quiet Partition of Velmark");

  open_dialog (fixture, "win.edit-source", source->id, MARCH_TYPE_SOURCE_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (march_ui_find_button (fixture->dialog, "_Delete")));
  march_ui_type_into (fixture->dialog, "DOI", "no doi");
  dialog_press (fixture, "_Save");
  march_ui_assert_read (fixture->dialog, "This is no DOI.");
  march_ui_type_into (fixture->dialog, "DOI", "10.5555/Q.1");
  dialog_press (fixture, "_Save");
  dialog_await_gone (fixture, MARCH_TYPE_SOURCE_DIALOG);
  source = get_source (fixture, "The Quiet Partition of Velmark");
  g_assert_nonnull (strstr (source->csl, "10.5555/q.1"));
}

static void
test_delete (DialogFixture *fixture, gconstpointer data)
{
  add_page (fixture);
  march_ui_type_into (fixture->dialog, "Title", "To be deleted");
  dialog_press (fixture, "_Add");
  dialog_await_gone (fixture, MARCH_TYPE_SOURCE_DIALOG);
  open_dialog (fixture, "win.edit-source", get_source (fixture, "To be deleted")->id,
               MARCH_TYPE_SOURCE_DIALOG);
  dialog_press (fixture, "_Delete");
  dialog_await_gone (fixture, MARCH_TYPE_SOURCE_DIALOG);
  g_assert_null (find_source (fixture, "To be deleted"));
}

static gboolean
may_attach (gpointer data)
{
  GtkWidget *button = march_ui_find_button (data, "_Attach");

  if (button == NULL)
    button = march_ui_find_button (data, "_Attach Anyway");
  return button != NULL && gtk_widget_get_sensitive (button);
}

/* Each quotation is told with how it stands in the text, first in a wrong one, then in its own. */
static void
test_attach (DialogFixture *fixture, gconstpointer data)
{
  const MarchSource *source = get_source (fixture, "The Quiet Partition of Velmark");
  g_autoptr (GFile)
      text = g_file_new_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), "tests", "data",
                                        "velmark", "texts", "100-herald.txt", NULL);

  open_dialog (fixture, "win.attach-text", source->id, MARCH_TYPE_ATTACH_DIALOG);
  march_ui_assert_read (fixture->dialog, "20 quotations are looked for in it");
  march_attach_dialog_set_text (MARCH_ATTACH_DIALOG (fixture->dialog), "Something else.\n");
  march_ui_wait (may_attach, fixture->dialog, "it is compared");
  march_ui_assert_read (fixture->dialog, "It is another text than the one that was archived.");
  march_ui_assert_read (fixture->dialog, "no longer match");
  g_assert_null (march_ui_find_text (fixture->dialog, "not found"));
  g_assert_nonnull (march_ui_find_button (fixture->dialog, "_Attach Anyway"));
  march_attach_dialog_read (MARCH_ATTACH_DIALOG (fixture->dialog), text);
  march_ui_wait (has_text, fixture, "the text is read");
  march_ui_settle (400);
  march_ui_wait (may_attach, fixture->dialog, "it is compared");
  march_ui_assert_read (fixture->dialog, "20 verbatim");
  march_ui_type_into (fixture->dialog, "Saved or copied on (empty: now)", "2021-03-11");
  dialog_press (fixture, "_Attach");
  dialog_await_gone (fixture, MARCH_TYPE_ATTACH_DIALOG);
  g_assert_nonnull (get_source (fixture, "The Quiet Partition of Velmark")->text);
  dialog_undo (fixture);
  g_assert_null (get_source (fixture, "The Quiet Partition of Velmark")->text);
}

static guint
count_longest_line (GtkTextBuffer *buffer)
{
  guint longest = 0;

  for (int i = 0; i < gtk_text_buffer_get_line_count (buffer); i++)
    {
      GtkTextIter line;

      gtk_text_buffer_get_iter_at_line (buffer, &line, i);
      longest = MAX (longest, (guint) gtk_text_iter_get_bytes_in_line (&line));
    }
  return longest;
}

/* A line that can't be laid out in one go is shown in pieces, and taken as it is. */
static void
test_long_line (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget        *picker = NULL;
  g_autoptr (GString) line = g_string_new ("A line\n");
  g_autofree char  *taken = NULL, *chosen = NULL;
  GtkTextIter       start, end;

  open_dialog (fixture, "win.add-source", 0, MARCH_TYPE_SOURCE_DIALOG);
  picker = march_ui_find (fixture->dialog, MARCH_TYPE_TEXT_PICKER);
  for (guint i = 0; i < 20000; i++)
    g_string_append (line, "слово ");
  g_string_append (line, "the last");
  march_text_picker_set_text (MARCH_TEXT_PICKER (picker), line->str);
  g_assert_cmpuint (count_longest_line (get_buffer (fixture)), <, 8192);
  march_ui_assert_read (fixture->dialog, "120,015 characters");
  taken = march_text_picker_dup_text (MARCH_TEXT_PICKER (picker));
  g_assert_cmpstr (taken, ==, line->str);
  march_text_picker_show (MARCH_TEXT_PICKER (picker), 7 + 6 * 20000, 7 + 6 * 20000 + 8);
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &start, &end));
  chosen = gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, FALSE);
  g_assert_cmpstr (chosen, ==, "the last");
  march_text_picker_set_text (MARCH_TEXT_PICKER (picker), "");
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  dialog_add ("/ui/sources/add", test_add);
  dialog_add ("/ui/sources/other-document", test_other_document);
  dialog_add ("/ui/sources/same", test_same);
  dialog_add ("/ui/sources/change", test_change);
  dialog_add ("/ui/sources/delete", test_delete);
  dialog_add ("/ui/sources/long-line", test_long_line);
  dialog_add ("/ui/sources/attach", test_attach);
  return g_test_run ();
}
