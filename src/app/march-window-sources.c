/* march-window-sources.c — sources added and changed, and their texts attached, in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "sources/march-attach-dialog.h"
#include "sources/march-source-dialog.h"

static const MarchSource *
find_source (MarchWindow *self, gint64 id)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  return corpus != NULL ? march_corpus_get_source (corpus, id) : NULL;
}

static void
written_cb (MarchWindow *self, gint64 id, gboolean added)
{
  if (!added)
    return;
  march_reader_page_set_source (march_window_get_reader (self), id);
  march_window_toast_undo (self, _("The source is in the dossier"));
}

static void
deleted_cb (MarchWindow *self, const char *title)
{
  g_autofree char *words = g_strdup_printf (_("Deleted “%s”"), title);

  march_window_toast_undo (self, words);
}

static void
attached_cb (MarchWindow *self, gint64 id)
{
  march_reader_page_set_source (march_window_get_reader (self), id);
  march_window_toast_undo (self, _("The text is attached"));
}

static MarchAttachDialog *
attach (MarchWindow *self, const MarchSource *source)
{
  MarchAttachDialog *dialog = march_attach_dialog_new (GTK_WINDOW (self), self->session, source);

  g_signal_connect_object (dialog, "attached", G_CALLBACK (attached_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* The analyst goes on with a source that the dossier has: with its text, if it has none yet. */
static void
same_cb (MarchSourceDialog *dialog, gint64 id, MarchWindow *self)
{
  const MarchSource *source = find_source (self, id);
  g_autofree char   *text = march_source_dialog_dup_text (dialog);

  march_reader_page_set_source (march_window_get_reader (self), id);
  if (source != NULL && source->text == NULL && text != NULL)
    march_attach_dialog_set_text (attach (self, source), text);
  else if (source != NULL)
    march_session_show_text (self->session, source, NULL);
}

static MarchSourceDialog *
show_dialog (MarchWindow *self, const MarchSource *source)
{
  MarchSourceDialog *dialog = march_source_dialog_new (GTK_WINDOW (self), self->session, source);

  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "same", G_CALLBACK (same_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (march_session_get_dossier (self->session) != NULL)
    show_dialog (self, NULL);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow       *self = MARCH_WINDOW (widget);
  const MarchSource *source = find_source (self, g_variant_get_int64 (parameter));

  if (source != NULL)
    show_dialog (self, source);
}

/* Opened at a field, a member of the draft. */
static void
mend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow       *self = MARCH_WINDOW (widget);
  const MarchSource *source = NULL;
  const char        *field = NULL;
  gint64             id = 0;

  g_variant_get (parameter, "(x&s)", &id, &field);
  source = find_source (self, id);
  if (source != NULL)
    march_source_dialog_focus (show_dialog (self, source), field);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow       *self = MARCH_WINDOW (widget);
  const MarchSource *source = find_source (self, g_variant_get_int64 (parameter));

  if (source != NULL)
    attach (self, source);
}

/** march_window_install_source_actions: the actions of this file, for the class */
void
march_window_install_source_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-source", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.edit-source", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "win.mend-source", "(xs)", mend_action);
  gtk_widget_class_install_action (widget_class, "win.attach-text", "x", attach_action);
}
