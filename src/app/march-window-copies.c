/* march-window-copies.c — a new dossier, copies of the one that is open, and its earlier saves */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "app/march-new-dialog.h"
#include "base/march-calendar-words.h"
#include "widgets/march-message.h"

/* The keys of a dialog's or a check button's data. */
#define LEFT_OUT "march-left-out"
#define POSITION "march-position"
#define CHECKS "march-checks"

#define MOST_HEIGHT 280 /* of a list of check buttons, which a small screen has to hold */

static MarchDossier *
get_dossier (MarchWindow *self)
{
  return march_session_get_dossier (self->session);
}

/* @checks: (transfer floating): a box of check buttons */
static void
set_checks (GtkWidget *dialog, GtkWidget *checks)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), checks);
  g_object_set_data (G_OBJECT (dialog), CHECKS, checks);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), window);
}

static GtkWidget *
get_first_check (AdwMessageDialog *dialog)
{
  return gtk_widget_get_first_child (g_object_get_data (G_OBJECT (dialog), CHECKS));
}

static void
made_cb (MarchWindow *self, GFile *file)
{
  g_application_open (g_application_get_default (), &file, 1, "");
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = march_new_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarchWindow) self = data;
  g_autoptr (GError)      error = NULL;

  if (march_dossier_save_copy_finish (MARCH_DOSSIER (source), result, &error))
    march_window_toast (self, _("Copy saved"));
  else
    march_window_show_error (self, _("The Copy Can’t Be Saved"), error);
}

static void
copy_chosen_cb (GtkNativeDialog *chooser, int response, MarchWindow *self)
{
  g_autoptr (GFile)    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  const MarchCopyParts without
      = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chooser), LEFT_OUT));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    march_dossier_save_copy_async (get_dossier (self), file, without, NULL, copied_cb,
                                   g_object_ref (self));
  g_object_unref (chooser);
}

static void
choose_copy (MarchWindow *self, MarchCopyParts without)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Save a Copy"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  GFile            *file = march_dossier_get_file (get_dossier (self));
  g_autofree char  *base = file != NULL ? g_file_get_basename (file) : g_strdup ("dossier.gpkg");
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  char             *ending = g_str_has_suffix (base, ".gpkg") ? strrchr (base, '.') : NULL;
  g_autofree char  *suggested = NULL;

  if (ending != NULL)
    *ending = '\0';
  /* Translators: the name of a file, without its ending; the copy is beside it. */
  suggested = g_strdup_printf (_("%s (copy).gpkg"), base);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), suggested);
  g_object_set_data (G_OBJECT (chooser), LEFT_OUT, GUINT_TO_POINTER (without));
  g_signal_connect_object (chooser, "response", G_CALLBACK (copy_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
copy_response_cb (AdwMessageDialog *dialog, const char *response, MarchWindow *self)
{
  MarchCopyParts without = 0;

  if (!g_str_equal (response, "save"))
    return;
  for (GtkWidget *check = get_first_check (dialog); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      without |= GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), LEFT_OUT));
  choose_copy (self, without);
}

static GtkWidget *
new_parts (void)
{
  static const struct
  {
    MarchCopyParts part;
    const char    *words;
  } parts[] = {
    { MARCH_COPY_TEXTS, N_("The _texts of the sources") },
    { MARCH_COPY_NOTES, N_("_Notes") },
    { MARCH_COPY_NAMES, N_("The n_ames of who made the edits") },
    { MARCH_COPY_HISTORY, N_("The whole _history of the edits") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_mnemonic (_(parts[i].words));

      g_object_set_data (G_OBJECT (check), LEFT_OUT, GUINT_TO_POINTER (parts[i].part));
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (widget), _("Save a Copy"),
      _("The dossier stays as it is, saved or not. What the copy is to be without:"));

  set_checks (dialog, new_parts ());
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save",
                                    _("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (copy_response_cb), widget, 0);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
gone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MarchWindow) self = data;
  g_autoptr (GError)      error = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error))
    march_window_toast (self, _("As it was saved then. Undo and redo lead back."));
  else
    march_window_show_error (self, _("That Save Can’t Be Reached"), error);
}

static void
saves_response_cb (AdwMessageDialog *dialog, const char *response, MarchWindow *self)
{
  if (!g_str_equal (response, "go"))
    return;
  for (GtkWidget *check = get_first_check (dialog); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      march_dossier_go_to_save_async (
          get_dossier (self), *(gint64 *) g_object_get_data (G_OBJECT (check), POSITION), gone_cb,
          g_object_ref (self));
}

static char *
describe_save (const MarchSave *save)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (save->at);

  return save->at == 0 || at == NULL ? g_strdup (_("As it was before the first edit here"))
                                     : march_words_for_moment (at);
}

/* How far a save is from what is shown now. */
static char *
describe_way (gint64 n_steps)
{
  const guint n = (guint) ABS (n_steps);

  if (n_steps == 0)
    return g_strdup (_("as it is now"));
  return n_steps < 0 ? g_strdup_printf (ngettext ("undoes %u edit", "undoes %u edits", n), n)
                     : g_strdup_printf (ngettext ("redoes %u edit", "redoes %u edits", n), n);
}

static GtkWidget *
new_save (MarchDossier *dossier, const MarchSave *save, GtkWidget *group)
{
  const gint64     way = save->position - march_dossier_get_position (dossier);
  g_autofree char *when = describe_save (save);
  g_autofree char *how_far = describe_way (way);
  g_autofree char *words = g_strdup_printf ("%s · %s", when, how_far);
  GtkWidget       *check = gtk_check_button_new_with_label (words);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  gtk_widget_set_sensitive (check, way != 0);
  g_object_set_data_full (G_OBJECT (check), POSITION,
                          g_memdup2 (&save->position, sizeof save->position), g_free);
  return check;
}

/* The newest first; the one before the state that is shown is the likeliest. */
static GtkWidget *
new_saves (MarchDossier *dossier)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GArray    *saves = march_dossier_list_saves (dossier);
  GtkWidget *group = NULL;
  gboolean   chosen = FALSE;

  for (guint i = saves->len; i-- > 0;)
    {
      const MarchSave *save = &g_array_index (saves, MarchSave, i);
      GtkWidget       *check = new_save (dossier, save, group);

      group = check;
      if (!chosen && save->position < march_dossier_get_position (dossier))
        {
          gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
          chosen = TRUE;
        }
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

static void
saves_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);
  GArray      *saves = march_dossier_list_saves (get_dossier (self));
  GtkWidget   *dialog = NULL;

  if (saves == NULL || saves->len == 0)
    {
      march_window_toast (self, _("Nothing was edited here yet: there is no earlier save."));
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Back to a Save"),
                                   _("The edits since then are undone, and can be redone. The file "
                                     "changes only when you save."));
  set_checks (dialog, new_saves (get_dossier (self)));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "go",
                                    _("_Go There"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (saves_response_cb), self, 0);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

/** march_window_install_copy_actions: the actions of this file, for the class */
void
march_window_install_copy_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.saves", NULL, saves_action);
}
