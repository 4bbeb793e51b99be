/* march-window-editing-records.c — records other than sources and places, changed in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "dossier/march-dossier-edits.h"
#include "editing/march-actor-dialog.h"
#include "editing/march-assertion-dialog.h"
#include "editing/march-dossier-dialog.h"
#include "editing/march-evidence-dialog.h"
#include "editing/march-proposal-dialog.h"
#include "editing/march-standing-dialog.h"
#include "panel/march-section.h"

static MarchCorpus *
get_corpus (gpointer window)
{
  return march_session_get_corpus (MARCH_WINDOW (window)->session);
}

/* What is told once the edit of a dialog is made. */
static void
toast_cb (MarchRecordDialog *dialog, MarchWindow *self)
{
  march_window_toast_undo (self, g_object_get_data (G_OBJECT (dialog), "march-toast"));
}

static void
deleted_cb (MarchRecordDialog *dialog, MarchWindow *self)
{
  march_window_toast_undo (self, g_object_get_data (G_OBJECT (dialog), "march-deleted"));
}

/* @written, @deleted: (nullable): what is told then, with a button that undoes it */
static void
present (MarchWindow *self, MarchRecordDialog *dialog, const char *written, const char *deleted)
{
  if (written != NULL)
    {
      g_object_set_data_full (G_OBJECT (dialog), "march-toast", g_strdup (written), g_free);
      g_signal_connect_object (dialog, "written", G_CALLBACK (toast_cb), self, 0);
    }
  if (deleted != NULL)
    {
      g_object_set_data_full (G_OBJECT (dialog), "march-deleted", g_strdup (deleted), g_free);
      g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, 0);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_written_cb (MarchRecordDialog *dialog, MarchWindow *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), "march-id");

  gtk_widget_activate_action (GTK_WIDGET (self->panel), "panel.show", "(ux)",
                              (guint) MARCH_RECORD_ASSERTION, *id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);
  gint64       id = 0;

  if (get_corpus (self) == NULL)
    return;
  if (g_str_equal (name, "win.add-actor"))
    present (self, march_actor_dialog_new (GTK_WINDOW (self), self->session, NULL),
             _("The actor is in the dossier"), NULL);
  else if (g_str_equal (name, "win.add-proposal"))
    present (self, march_proposal_dialog_new (GTK_WINDOW (self), self->session, NULL),
             _("The proposal is in the dossier"), NULL);
  else
    present (self, march_assertion_dialog_new (GTK_WINDOW (self), self->session, NULL, &id),
             _("The assertion is in the dossier"), NULL);
}

static void
support_written_cb (MarchRecordDialog *dialog, MarchWindow *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), "march-id");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-evidence", "x", *id);
}

static void
keep_id (MarchRecordDialog *dialog, gint64 id)
{
  g_object_set_data_full (G_OBJECT (dialog), "march-id", g_memdup2 (&id, sizeof id), g_free);
}

/* What nothing is known of needs words as well, which are asked for next. */
static void
add_control_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow       *self = MARCH_WINDOW (widget);
  MarchRecordDialog *dialog = NULL;
  gint64             id = 0;

  if (get_corpus (self) == NULL)
    return;
  dialog = march_assertion_dialog_new_missing (GTK_WINDOW (self), self->session,
                                               g_variant_get_string (parameter, NULL), &id);
  keep_id (dialog, id);
  g_signal_connect_object (dialog, "written", G_CALLBACK (support_written_cb), self, 0);
  present (self, dialog, _("The assertion is in the dossier"), NULL);
}

/* What the panel's page is about. */
static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (get_corpus (self) != NULL && !march_window_is_reading (self))
    gtk_widget_activate_action (GTK_WIDGET (self->panel), "panel.edit", NULL);
}

static void
properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (get_corpus (self) != NULL)
    present (self, march_dossier_dialog_new (GTK_WINDOW (self), self->session), NULL, NULL);
}

static void
edit_actor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow      *self = MARCH_WINDOW (widget);
  MarchCorpus      *corpus = get_corpus (self);
  const MarchActor *actor
      = corpus != NULL ? march_corpus_get_actor (corpus, g_variant_get_int64 (parameter)) : NULL;

  if (actor != NULL)
    present (self, march_actor_dialog_new (GTK_WINDOW (self), self->session, actor), NULL,
             _("The actor is deleted"));
}

static void
edit_proposal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow         *self = MARCH_WINDOW (widget);
  MarchCorpus         *corpus = get_corpus (self);
  const MarchProposal *proposal
      = corpus != NULL ? march_corpus_get_proposal (corpus, g_variant_get_int64 (parameter))
                       : NULL;

  if (proposal != NULL)
    present (self, march_proposal_dialog_new (GTK_WINDOW (self), self->session, proposal), NULL,
             _("The proposal is deleted"));
}

static const MarchAssertion *
find_assertion (gpointer window, GVariant *id)
{
  MarchCorpus *corpus = get_corpus (window);

  return corpus != NULL ? march_corpus_get_assertion (corpus, g_variant_get_int64 (id)) : NULL;
}

/* The page goes on with the new version. */
static void
edit_assertion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow          *self = MARCH_WINDOW (widget);
  const MarchAssertion *assertion = find_assertion (self, parameter);
  MarchRecordDialog    *dialog = NULL;
  gint64                id = 0;

  if (assertion == NULL)
    return;
  dialog = march_assertion_dialog_new (GTK_WINDOW (self), self->session, assertion, &id);
  keep_id (dialog, id);
  g_signal_connect_object (dialog, "written", G_CALLBACK (show_written_cb), self, 0);
  present (self, dialog, NULL, NULL);
}

static void
retract_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow          *self = MARCH_WINDOW (widget);
  const MarchAssertion *assertion = find_assertion (self, parameter);

  if (assertion != NULL)
    present (self, march_retract_dialog_new (GTK_WINDOW (self), self->session, assertion),
             _("The assertion is retracted"), NULL);
}

static void
rank_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow          *self = MARCH_WINDOW (widget);
  const MarchAssertion *assertion = find_assertion (self, parameter);

  if (assertion != NULL)
    present (self, march_rank_dialog_new (GTK_WINDOW (self), self->session, assertion), NULL,
             NULL);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  if (!march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error))
    march_window_show_error (self, _("This Can’t Be Changed"), error);
}

static void
deleted_quotation_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error))
    march_window_toast_undo (self, _("The quotation is deleted"));
  else
    march_window_show_error (self, _("The Quotation Can’t Be Deleted"), error);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow          *self = MARCH_WINDOW (widget);
  const MarchAssertion *assertion = find_assertion (self, parameter);

  if (assertion != NULL)
    march_dossier_restore_async (march_session_get_dossier (self->session), assertion->id,
                                 edited_cb, g_object_ref (self));
}

/* What a quotation bears on; 0: it is chosen in the dialog. */
static void
evidence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow          *self = MARCH_WINDOW (widget);
  MarchCorpus          *corpus = get_corpus (self);
  const MarchQuotation *quotation = NULL;
  gint64                id = 0, bears_on = 0;

  g_variant_get (parameter, "(xx)", &id, &bears_on);
  quotation = corpus != NULL ? march_corpus_get_quotation (corpus, id) : NULL;
  if (quotation != NULL)
    present (self,
             march_evidence_dialog_new (GTK_WINDOW (self), self->session, quotation, bears_on),
             NULL, _("The evidence is taken back"));
}

static void
delete_quotation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (get_corpus (self) != NULL)
    march_removal_run_async (march_session_get_dossier (self->session), MARCH_REMOVE_QUOTATION,
                             g_variant_get_int64 (parameter), deleted_quotation_cb,
                             g_object_ref (self));
}

/** march_window_install_record_actions: the actions of this file, for the class */
void
march_window_install_record_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-actor", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.add-proposal", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.add-assertion", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.add-control", "s", add_control_action);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "win.properties", NULL, properties_action);
  gtk_widget_class_install_action (widget_class, "win.edit-actor", "x", edit_actor_action);
  gtk_widget_class_install_action (widget_class, "win.edit-proposal", "x", edit_proposal_action);
  gtk_widget_class_install_action (widget_class, "win.edit-assertion", "x", edit_assertion_action);
  gtk_widget_class_install_action (widget_class, "win.retract", "x", retract_action);
  gtk_widget_class_install_action (widget_class, "win.restore", "x", restore_action);
  gtk_widget_class_install_action (widget_class, "win.rank", "x", rank_action);
  gtk_widget_class_install_action (widget_class, "win.evidence", "(xx)", evidence_action);
  gtk_widget_class_install_action (widget_class, "win.delete-quotation", "x",
                                   delete_quotation_action);
}
