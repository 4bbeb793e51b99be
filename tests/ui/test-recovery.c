/* test-recovery.c — the program killed amid edits and saves and started again, and two of it on one
 * file: nothing is lost, and nobody is overwritten in silence */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "march-ui.h"

#include "editing/march-record-dialog.h"
#include "forms/march-form-field.h"

/* Every edit is numbered in the title; every second one is saved. */
#define TITLE "Edit "

static const char *program;
static const char *original;

/* What another process is told by a word, and says in a line. */
typedef struct
{
  GSubprocess      *process;
  GDataInputStream *lines;
} Other;

/* A dossier of its own, and a folder where the program keeps what is unsaved. */
typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile)  from = g_file_new_for_path (original);
  g_autoptr (GError) error = NULL;

  desk->folder = folder_make ();
  desk->path = g_build_filename (desk->folder, "dossier.gpkg", NULL);
  desk->file = g_file_new_for_path (desk->path);
  g_file_copy (from, desk->file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  folder_remove (desk->folder);
  g_object_unref (desk->file);
  g_free (desk->path);
  g_free (desk->folder);
}

/* --- what the other process does --- */

static void
say (const char *word, guint number)
{
  printf ("%s %u\n", word, number);
  fflush (stdout);
}

static MarchDossier *
get_dossier (MarchWindow *window)
{
  return march_session_get_dossier (march_window_get_session (window));
}

static gboolean
has_dialog (gpointer type)
{
  GtkWindow *dialog = march_ui_find_window (GPOINTER_TO_SIZE (type));

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static gboolean
has_no_dialog (gpointer type)
{
  return march_ui_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

/* The first below @root that tells the title. */
static GtkWidget *
find_title (GtkWidget *root)
{
  if (MARCH_IS_FORM_FIELD (root)
      && g_str_equal (march_form_field_get_spec (MARCH_FORM_FIELD (root))->name, "title"))
    return march_ui_find (root, GTK_TYPE_ENTRY);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_title (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* As the analyst does it: in the properties. */
static void
retitle (MarchWindow *window, const char *title)
{
  const gpointer type = GSIZE_TO_POINTER (MARCH_TYPE_RECORD_DIALOG);
  GtkWidget     *dialog = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.properties", NULL);
  march_ui_wait (has_dialog, type, "the properties are there");
  dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_RECORD_DIALOG));
  gtk_editable_set_text (GTK_EDITABLE (find_title (dialog)), title);
  gtk_widget_activate_action (dialog, "record.write", NULL);
  march_ui_wait (has_no_dialog, type, "the title is written");
  march_ui_await_edit (get_dossier (window));
}

static gboolean
is_saved (gpointer window)
{
  return !march_dossier_get_modified (get_dossier (window));
}

static void
save (MarchWindow *window)
{
  march_ui_await_edit (get_dossier (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  march_ui_wait (is_saved, window, "it is saved");
  march_ui_await_edit (get_dossier (window));
}

static void
edit_without_end (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  MarchWindow      *window = march_ui_open_file (file);

  for (guint i = 1;; i++)
    {
      g_autofree char *title = g_strdup_printf (TITLE "%u", i);

      retitle (window, title);
      say ("edited", i);
      if (i % 2 == 1)
        continue;
      save (window);
      say ("saved", i);
    }
}

/* The number in a title, 0 in the first one. */
static guint
read_number (const char *title)
{
  return g_str_has_prefix (title, TITLE)
             ? (guint) g_ascii_strtoull (title + strlen (TITLE), NULL, 10)
             : 0;
}

static gboolean
is_open (gpointer data)
{
  MarchWindow **window = data;

  *window = MARCH_WINDOW (
      gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ())));
  return *window != NULL && get_dossier (*window) != NULL;
}

static gboolean
is_offered (gpointer heading)
{
  GtkWindow *dialog = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog))
         && g_strcmp0 (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), heading) == 0;
}

static void
answer (const char *heading, const char *response)
{
  GtkWindow *dialog = NULL;

  march_ui_wait (is_offered, (gpointer) heading, heading);
  dialog = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

static void
step (MarchWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  march_ui_await_edit (get_dossier (window));
}

/* What is recovered is unsaved, undone and done again, and saved. */
static void
take_up (MarchWindow *window)
{
  g_autofree char *title = NULL;

  g_assert_true (march_dossier_get_modified (get_dossier (window)));
  title = g_strdup (march_dossier_get_title (get_dossier (window)));
  step (window, "win.undo");
  g_assert_cmpuint (read_number (march_dossier_get_title (get_dossier (window))), ==,
                    read_number (title) - 1);
  step (window, "win.redo");
  g_assert_cmpstr (march_dossier_get_title (get_dossier (window)), ==, title);
  save (window);
  say ("recovered", read_number (title));
}

/* Starts as a person starts it, with a file, and answers what is offered. */
static void
start (const char *path, const char *response)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  MarchWindow      *window = NULL;

  g_application_open (g_application_get_default (), &file, 1, "");
  march_ui_wait (is_open, &window, "the dossier is open");
  if (g_str_equal (response, "none"))
    {
      march_ui_settle (1500);
      g_assert_null (march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG));
      say ("nothing", read_number (march_dossier_get_title (get_dossier (window))));
      return;
    }
  answer ("Recover Unsaved Edits?", response);
  march_ui_settle (200);
  is_open (&window);
  if (g_str_equal (response, "recover"))
    take_up (window);
  else
    say (response, read_number (march_dossier_get_title (get_dossier (window))));
}

static gboolean
is_told (gpointer window)
{
  return gtk_info_bar_get_revealed (
      GTK_INFO_BAR (march_ui_get (window, GTK_TYPE_INFO_BAR)));
}

/* Does what it is told, a word a line. */
static void
obey (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  MarchWindow      *window = march_ui_open_file (file);
  char              line[64];

  say ("open", 0);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_strchomp (line);
      if (g_str_equal (line, "save"))
        save (window);
      else if (g_str_equal (line, "hear"))
        march_ui_wait (is_told, window, "the change is told");
      else
        retitle (window, line);
      say (line, 0);
    }
}

/* --- what the test does --- */

static Other *
other_new (Desk *desk, const char *role)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char   *state = g_build_filename (desk->folder, "state", NULL);
  g_autoptr (GError) error = NULL;
  Other             *other = g_new0 (Other, 1);

  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", state, TRUE);
  other->process = g_subprocess_launcher_spawn (launcher, &error, program, original, role,
                                                desk->path, NULL);
  g_assert_no_error (error);
  other->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (other->process));
  return other;
}

static void
other_free (Other *other)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (other->process), NULL, NULL);
  g_subprocess_wait (other->process, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (other->lines);
  g_object_unref (other->process);
  g_free (other);
}

/* The next line that begins with @word. Returns: its number; G_MAXUINT if there is none any more */
static guint
await_word (Other *other, const char *word)
{
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *line = g_data_input_stream_read_line (other->lines, NULL, NULL, &error);

      g_assert_no_error (error);
      if (line == NULL)
        return G_MAXUINT;
      if (g_str_has_prefix (line, word))
        return (guint) g_ascii_strtoull (strrchr (line, ' ') + 1, NULL, 10);
    }
}

static void
tell (Other *other, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *line = g_strconcat (word, "\n", NULL);

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (other->process), line, strlen (line),
                             NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (await_word (other, word), !=, G_MAXUINT);
}

/* Starts it anew with that answer. Returns: the number in the title that it tells then */
static guint
run_again (Desk *desk, const char *response, const char *word)
{
  Other      *other = other_new (desk, response);
  const guint number = await_word (other, word);

  other_free (other);
  g_assert_cmpuint (number, !=, G_MAXUINT);
  return number;
}

static char *
read_title (Desk *desk)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = march_dossier_open (desk->file, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (march_dossier_get_title (dossier));
}

static guint
read_file_number (Desk *desk)
{
  g_autofree char *title = read_title (desk);

  return read_number (title);
}

static char *
sum_file (Desk *desk)
{
  g_autofree char *contents = NULL;
  gsize            length = 0;

  g_assert_true (g_file_get_contents (desk->path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

/* Kills it so long after it has said that. */
static void
kill_after (Other *other, const char *word, guint number, guint microseconds)
{
  while (await_word (other, word) != number)
    ;
  g_usleep (microseconds);
  g_subprocess_force_exit (other->process);
}

/* Amid the edit after the first. */
static void
test_edits (Desk *desk, gconstpointer data)
{
  static const guint delays[] = { 0, 4000, 30000 };

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      Other *other = NULL;
      guint  recovered = 0;

      other = other_new (desk, "edit");
      kill_after (other, "edited", 1, delays[i]);
      other_free (other);
      if (read_file_number (desk) > 0)
        continue; /* slow as it was, it was killed only after it had saved */
      recovered = run_again (desk, "recover", "recovered");
      g_assert_true (recovered == 1 || recovered == 2);
      g_assert_cmpuint (read_file_number (desk), ==, recovered);
      g_assert_cmpuint (run_again (desk, "none", "nothing"), ==, recovered);
      tear_down (desk, NULL);
      set_up (desk, NULL);
    }
}

/* Amid the save after the second edit: the file is the old one or the new one, and what is not in
 * it is offered. */
static void
test_saves (Desk *desk, gconstpointer data)
{
  static const guint delays[] = { 0, 5000, 15000, 40000, 90000 };

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      Other *other = NULL;
      guint  number = 0;

      other = other_new (desk, "edit");
      kill_after (other, "edited", 2, delays[i]);
      other_free (other);
      number = read_file_number (desk);
      g_assert_true (number == 0 || number % 2 == 0);
      if (number == 0)
        number = run_again (desk, "recover", "recovered");
      g_assert_cmpuint (number, >=, 2);
      g_assert_cmpuint (read_file_number (desk), >=, 2);
      tear_down (desk, NULL);
      set_up (desk, NULL);
    }
}

/* Later asks again at the next start; discarded edits are gone for good, and the file is as it was.
 */
static void
test_refuses (Desk *desk, gconstpointer data)
{
  g_autofree char *before = sum_file (desk);
  g_autofree char *after = NULL;
  Other           *other = other_new (desk, "obey");

  tell (other, TITLE "1");
  g_subprocess_force_exit (other->process);
  other_free (other);
  g_assert_cmpuint (run_again (desk, "later", "later"), ==, 0);
  g_assert_cmpuint (run_again (desk, "discard", "discard"), ==, 0);
  g_assert_cmpuint (run_again (desk, "none", "nothing"), ==, 0);
  after = sum_file (desk);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_file (Desk *desk, const char *sum)
{
  g_autofree char *now = sum_file (desk);

  g_assert_cmpstr (now, ==, sum);
}

static void
begin_save (MarchWindow *window)
{
  march_ui_await_edit (get_dossier (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
}

/* Both have edited: who saves last is asked, and can leave it at every question. */
static void
test_two (Desk *desk, gconstpointer data)
{
  Other           *other = other_new (desk, "obey");
  MarchWindow     *window = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpuint (await_word (other, "open"), ==, 0);
  window = march_ui_open_file (desk->file);
  retitle (window, "Mine");
  tell (other, "Theirs");
  tell (other, "save");
  theirs = sum_file (desk);
  march_ui_wait (is_told, window, "the change is told");
  march_ui_assert_read (march_ui_get (window, GTK_TYPE_INFO_BAR), "Your edits are kept");

  begin_save (window);
  answer ("The File Has Changed", "cancel");
  assert_file (desk, theirs);
  begin_save (window);
  answer ("The File Has Changed", "merge");
  answer ("Whose Changes Count?", "cancel");
  assert_file (desk, theirs);
  g_assert_cmpstr (march_dossier_get_title (get_dossier (window)), ==, "Mine");
  begin_save (window);
  answer ("The File Has Changed", "merge");
  answer ("Whose Changes Count?", "ours");
  march_ui_wait (is_saved, window, "it is saved");
  title = read_title (desk);
  g_assert_cmpstr (title, ==, "Mine");

  tell (other, "hear");
  march_ui_close (window);
  other_free (other);
}

static gboolean
is_theirs (gpointer window)
{
  return g_str_equal (march_dossier_get_title (get_dossier (window)), "Theirs");
}

/* One saves while the other has nothing unsaved: that one is told, and what it shows can be read
 * again. */
static void
test_reader_of_two (Desk *desk, gconstpointer data)
{
  Other       *other = other_new (desk, "obey");
  MarchWindow *window = NULL;

  g_assert_cmpuint (await_word (other, "open"), ==, 0);
  window = march_ui_open_file (desk->file);
  tell (other, "Theirs");
  g_assert_false (is_theirs (window));
  tell (other, "save");
  march_ui_wait (is_told, window, "the change is told");
  g_signal_emit_by_name (
      march_ui_find_button (march_ui_get (window, GTK_TYPE_INFO_BAR), "Reload"), "clicked");
  march_ui_wait (is_theirs, window, "the file is read again");
  march_ui_close (window);
  other_free (other);
}

static int
play (const char *role, const char *path)
{
  if (g_str_equal (role, "edit"))
    edit_without_end (path);
  else if (g_str_equal (role, "obey"))
    obey (path);
  else
    start (path, role);
  return 0;
}

static void
add (const char *path, void (*test) (Desk *, gconstpointer))
{
  g_test_add (path, Desk, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  program = argv[0];
  original = argv[1];
  if (argc == 4)
    return play (argv[2], argv[3]);
  add ("/ui/recovery/edits", test_edits);
  add ("/ui/recovery/saves", test_saves);
  add ("/ui/recovery/refuses", test_refuses);
  add ("/ui/recovery/two", test_two);
  add ("/ui/recovery/reader-of-two", test_reader_of_two);
  return g_test_run ();
}
