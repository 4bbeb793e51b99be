/* march-changes-since.c — asks since when changes are to be written, and where to */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-changes"

#include "config.h"

#include "changes/march-changes-since.h"

#include <glib/gi18n.h>
#include <string.h>

#include "changes/march-changes-writing.h"
#include "dossier/march-dossier-changes.h"

struct _MarchChangesSince
{
  AdwMessageDialog  parent;

  MarchSession     *session;
  GtkWindow        *parent_window; /* NULL once it is gone */
  GArray           *positions; /* of gint64: the saves, in the order of their rows */
  GPtrArray        *checks;    /* of GtkCheckButton; the last is another file */
  char             *before;    /* path of that file, once it was chosen */
};

static guint written_signal, failed_signal;

G_DEFINE_FINAL_TYPE (MarchChangesSince, march_changes_since, ADW_TYPE_MESSAGE_DIALOG)

/* What outlives the dialog while the file is written. */
typedef struct
{
  MarchChangesSince *self;
  char              *name;
  MarchTaskDialog   *dialog; /* how far it is */
} Writing;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;
  g_autoptr (MarchChangesSince) self = writing->self;
  g_autofree char *name = writing->name;
  g_autoptr (MarchTaskDialog) dialog = writing->dialog;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_free (writing);
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (march_dossier_write_changes_finish (MARCH_DOSSIER (source), result, &n, &error))
    g_signal_emit (self, written_signal, 0, n, name);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, failed_signal, 0, error);
}

static guint
get_chosen (MarchChangesSince *self)
{
  guint i = 0;

  while (i + 1 < self->checks->len && !gtk_check_button_get_active (self->checks->pdata[i]))
    i++;
  return i;
}

/**
 * march_changes_since_write:
 * @before: (nullable): path of an earlier state; %NULL: the save that is chosen in the dialog
 * @out: path of the file to write
 */
void
march_changes_since_write (MarchChangesSince *self, const char *before, const char *out)
{
  MarchDossier    *dossier = march_session_get_dossier (self->session);
  MarchTaskDialog *dialog = march_changes_writing_new (self->parent_window);
  Writing         *writing = g_new0 (Writing, 1);
  guint            chosen = get_chosen (self);

  *writing = (Writing){ g_object_ref (self), g_filename_display_basename (out),
                        g_object_ref (dialog) };
  march_dossier_write_changes_async (dossier,
                                     chosen < self->positions->len
                                         ? g_array_index (self->positions, gint64, chosen)
                                         : 0,
                                     before, out, march_progress_tell,
                                     march_task_dialog_get_progress (dialog),
                                     march_task_dialog_get_cancellable (dialog), written_cb,
                                     writing);
}

static void
out_chosen_cb (GtkNativeDialog *chooser, int response, MarchChangesSince *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    march_changes_since_write (self, self->before, g_file_peek_path (file));
  g_object_unref (chooser);
  g_object_unref (self);
}

static void
ask_out (MarchChangesSince *self)
{
  GtkWindow            *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_("Write Changes"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                   _("_Write"), NULL);
  GFile            *file = march_dossier_get_file (march_session_get_dossier (self->session));
  g_autofree char  *base = file != NULL ? g_file_get_basename (file) : g_strdup ("dossier.gpkg");
  const char       *ending = strrchr (base, '.');
  gsize             length = ending != NULL && ending > base ? (gsize) (ending - base)
                                                             : strlen (base);
  g_autofree char  *name = g_strdup_printf ("%.*s.marchland-changes", (int) length, base);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  /* The dialog itself is closed by its answer. */
  g_signal_connect (chooser, "response", G_CALLBACK (out_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
before_chosen_cb (GtkNativeDialog *chooser, int response, MarchChangesSince *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      g_free (self->before);
      self->before = g_file_get_path (file);
      if (self->before != NULL)
        ask_out (self);
    }
  g_object_unref (chooser);
  g_object_unref (self);
}

static void
ask_before (MarchChangesSince *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_("Choose an Earlier Copy"),
                                   gtk_window_get_transient_for (GTK_WINDOW (self)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);

  g_signal_connect (chooser, "response", G_CALLBACK (before_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
march_changes_since_response (AdwMessageDialog *dialog, const char *response)
{
  MarchChangesSince *self = MARCH_CHANGES_SINCE (dialog);

  if (!g_str_equal (response, "write"))
    return;
  if (get_chosen (self) < self->positions->len)
    ask_out (self);
  else
    ask_before (self);
}

static char *
describe_save (const MarchSave *save, gboolean last)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (save->at);
  g_autofree char *when = save->at != 0 && at != NULL ? g_date_time_format (at, "%x %X") : NULL;

  if (when == NULL)
    return g_strdup (_("As it was before it was first edited here"));
  /* Translators: %s is a date and time. */
  return g_strdup_printf (last ? _("The last save, %s") : _("The save of %s"), when);
}

static void
add_check (MarchChangesSince *self, GtkWidget *box, const char *words)
{
  GtkWidget *check = gtk_check_button_new_with_label (words);

  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_box_append (GTK_BOX (box), check);
  g_ptr_array_add (self->checks, check);
}

/* The newest first; one that undoing has gone behind is later than now. */
static void
fill (MarchChangesSince *self)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);
  GArray       *saves = march_dossier_list_saves (dossier);
  GtkWidget    *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = saves != NULL ? saves->len : 0; i > 0; i--)
    {
      const MarchSave *save = &g_array_index (saves, MarchSave, i - 1);
      g_autofree char *words = describe_save (save, self->checks->len == 0);

      if (save->position > march_dossier_get_position (dossier))
        continue;
      g_array_append_val (self->positions, save->position);
      add_check (self, box, words);
    }
  add_check (self, box, _("Another copy of this dossier…"));
  gtk_check_button_set_active (self->checks->pdata[0], TRUE);
  gtk_widget_set_visible (box, self->positions->len > 0);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
}

static void
march_changes_since_finalize (GObject *object)
{
  MarchChangesSince *self = MARCH_CHANGES_SINCE (object);

  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->parent_window);
  g_array_unref (self->positions);
  g_ptr_array_unref (self->checks);
  g_free (self->before);
  G_OBJECT_CLASS (march_changes_since_parent_class)->finalize (object);
}

static void
march_changes_since_class_init (MarchChangesSinceClass *klass)
{
  GType type = MARCH_TYPE_CHANGES_SINCE;

  G_OBJECT_CLASS (klass)->finalize = march_changes_since_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = march_changes_since_response;
  written_signal = g_signal_new ("written", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  failed_signal = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
march_changes_since_init (MarchChangesSince *self)
{
  self->positions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->checks = g_ptr_array_new ();
}

/** march_changes_since_new: Returns: (transfer none): a dialog over @parent; GTK owns it, as any
 * window */
MarchChangesSince *
march_changes_since_new (GtkWindow *parent, MarchSession *session)
{
  MarchChangesSince *self = g_object_new (MARCH_TYPE_CHANGES_SINCE, "transient-for", parent,
                                          "modal", TRUE, NULL);
  AdwMessageDialog  *dialog = ADW_MESSAGE_DIALOG (self);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->parent_window, parent);
  adw_message_dialog_set_heading (dialog, _("Write Changes"));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "write", _("_Write…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "write", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "write");
  adw_message_dialog_set_close_response (dialog, "cancel");
  fill (self);
  adw_message_dialog_set_body (dialog,
                               self->positions->len > 0
                                   ? _("A colleague who has a copy of this dossier can apply them. "
                                       "They hold your name and the history. Write what was "
                                       "changed since:")
                                   : _("A colleague who has a copy of this dossier can apply them. "
                                       "They hold your name and the history. Choose an earlier "
                                       "copy: what was changed since is written."));
  return self;
}
