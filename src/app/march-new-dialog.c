/* march-new-dialog.c — asks what a new dossier is to say of itself, and begins it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-new-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "dossier/march-dossier-create.h"

struct _MarchNewDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkEditable *name;
  GtkEditable *language;
  GtkEditable *first;
  GtkEditable *last;
  GtkEditable *convention;
  GtkLabel    *problem;
  GtkWidget   *create;
  GtkSpinner  *spinner;
};

G_DEFINE_FINAL_TYPE (MarchNewDialog, march_new_dialog, ADW_TYPE_WINDOW)

static guint made_signal;

static void
set_busy (MarchNewDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->create, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* What was typed stays, for another try. */
static void
tell (MarchNewDialog *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *problem != '\0');
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarchNewDialog) self = data;
  g_autoptr (GError)         error = NULL;
  g_autoptr (MarchDossier)   dossier = march_dossier_create_finish (result, &error);

  set_busy (self, FALSE);
  if (dossier == NULL)
    {
      tell (self, error->message);
      return;
    }
  g_signal_emit (self, made_signal, 0, march_dossier_get_file (dossier));
  march_dossier_close (dossier);
  gtk_window_close (GTK_WINDOW (self));
}

static MarchNewDossier
get_facts (MarchNewDialog *self)
{
  return (MarchNewDossier){ .title = gtk_editable_get_text (self->name),
                            .language = gtk_editable_get_text (self->language),
                            .first = gtk_editable_get_text (self->first),
                            .last = gtk_editable_get_text (self->last),
                            .convention = gtk_editable_get_text (self->convention) };
}

/** march_new_dialog_make: begins the dossier in @file as the dialog says, off the main thread */
void
march_new_dialog_make (MarchNewDialog *dialog, GFile *file)
{
  const MarchNewDossier facts = get_facts (dialog);

  tell (dialog, "");
  set_busy (dialog, TRUE);
  march_dossier_create_async (file, &facts, created_cb, g_object_ref (dialog));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, MarchNewDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    march_new_dialog_make (self, file);
  g_object_unref (chooser);
}

/* A title may have letters that a file's name may not. */
static char *
suggest_name (const char *title)
{
  g_autofree char *plain = g_strstrip (g_strdup (title));

  g_strdelimit (plain, "/\\:*?\"<>|", '-');
  return g_strconcat (*plain == '\0' || *plain == '.' ? "dossier" : plain, ".gpkg", NULL);
}

/* Asked for before the file: nobody chooses a place for what can't be made. */
static void
create (MarchNewDialog *self)
{
  const MarchNewDossier facts = get_facts (self);
  g_autoptr (GError)    error = NULL;
  g_autofree char      *name = suggest_name (facts.title);
  GtkFileChooserNative *chooser = NULL;

  if (!march_dossier_create_check (&facts, &error))
    {
      tell (self, error->message);
      return;
    }
  tell (self, "");
  chooser = gtk_file_chooser_native_new (_("Where the Dossier Is to Be"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
march_new_dialog_class_init (MarchNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  made_signal = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, language);
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, first);
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, last);
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, convention);
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, create);
  gtk_widget_class_bind_template_child (widget_class, MarchNewDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, create);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The language of the program, and the days until now: what is likeliest. */
static void
march_new_dialog_init (MarchNewDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *january = g_date_time_format (now, "%Y-01-01");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->language, march_words_get_tag ());
  gtk_editable_set_text (self->first, january);
  gtk_editable_set_text (self->last, today);
}

/** march_new_dialog_new: Returns: (transfer floating): a dialog for @parent, empty but for what is
 * likeliest */
GtkWidget *
march_new_dialog_new (GtkWindow *parent)
{
  MarchNewDialog *self = g_object_new (MARCH_TYPE_NEW_DIALOG, "transient-for", parent, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
