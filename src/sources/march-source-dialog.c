/* march-source-dialog.c — adds a source with its text, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-dialog.h"

#include <glib/gi18n.h>

#include "forms/march-dialog-size.h"
#include "sources/march-source-form.h"
#include "sources/march-text-picker.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 980
#define WIDTH_WITHOUT_TEXT 620
/* After the last key, before what is typed is compared with the dossier. */
#define CHECK_DELAY_MS 150

struct _MarchSourceDialog
{
  MarchTaskDialog parent_instance;

  /* owned */
  MarchSession     *session;
  MarchSourceDraft *draft;
  guint             check; /* id of the timeout before it is checked; 0: none */
  gboolean          tried; /* to write it: from then on all problems are shown */
  gboolean          writing;
  gint64            twin; /* 0: the dossier has no such source */

  /* Template children */
  GtkButton       *write_button;
  GtkButton       *delete_button;
  GtkBox          *columns;
  GtkWidget       *text_box;
  MarchTextPicker *picker;
  MarchSourceForm *form;
  GtkWidget       *twin_box;
  GtkLabel        *twin_label;
};

enum
{
  WRITTEN,
  DELETED,
  SAME,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchSourceDialog, march_source_dialog, MARCH_TYPE_TASK_DIALOG)

static void
take_text (MarchSourceDialog *self)
{
  g_free (self->draft->text);
  self->draft->text = march_text_picker_dup_text (self->picker);
}

static void
show_twin (MarchSourceDialog *self, MarchCorpus *corpus, GPtrArray *problems)
{
  const MarchProblem *problem = march_problems_find (problems, self->draft->id, "");
  MarchTwinReason     reason = MARCH_TWIN_NONE;
  const MarchSource  *twin = march_source_draft_find_twin (self->draft, corpus, &reason);

  self->twin = twin != NULL ? twin->id : 0;
  gtk_widget_set_visible (self->twin_box, twin != NULL);
  gtk_label_set_text (self->twin_label, twin != NULL && problem != NULL ? problem->sentence : "");
}

/* Returns: (transfer full): what is wrong, which is shown */
static GPtrArray *
check (MarchSourceDialog *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);
  GPtrArray   *problems = NULL;

  g_clear_handle_id (&self->check, g_source_remove);
  if (corpus == NULL)
    return march_problems_new ();
  if (!self->draft->existing)
    take_text (self);
  problems = march_source_draft_check (self->draft, corpus);
  march_source_form_show_problems (self->form, problems, self->tried);
  show_twin (self, corpus, problems);
  return problems;
}

static gboolean
check_cb (gpointer user_data)
{
  MarchSourceDialog *self = user_data;
  g_autoptr (GPtrArray) problems = NULL;

  self->check = 0;
  problems = check (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MarchSourceDialog *self)
{
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), "");
  if (self->check == 0)
    self->check = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

/* What the document tells of itself goes where nothing is typed. */
static void
read_cb (MarchSourceDialog *self)
{
  const MarchFacts *facts = march_text_picker_get_facts (self->picker);

  if (facts == NULL)
    return;
  march_source_draft_take_facts (self->draft, facts);
  march_source_form_fill (self->form);
  changed_cb (self);
}

static void
set_writing (MarchSourceDialog *self, gboolean writing)
{
  self->writing = writing;
  gtk_widget_set_sensitive (GTK_WIDGET (self->write_button), !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delete_button), !writing);
}

/* Returns: whether the edit was made; else what was typed is kept, and why is told */
static gboolean
finish (MarchSourceDialog *self, GObject *dossier, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (dossier), result, &error))
    return TRUE;
  set_writing (self, FALSE);
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), error->message);
  return FALSE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchSourceDialog) self = user_data;

  if (!finish (self, source, result))
    return;
  g_signal_emit (self, signals[WRITTEN], 0, self->draft->id, !self->draft->existing);
  if (!march_task_dialog_is_closed (MARCH_TASK_DIALOG (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
write_cb (MarchSourceDialog *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (self->writing)
    return;
  if (march_text_picker_is_busy (self->picker))
    {
      march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), _("The document is still being read."));
      return;
    }
  self->tried = TRUE;
  problems = check (self);
  if (march_source_form_focus_error (self->form, problems))
    {
      march_task_dialog_set_hint (MARCH_TASK_DIALOG (self),
                                  march_problems_get_error (problems)->sentence);
      return;
    }
  set_writing (self, TRUE);
  march_source_draft_write_async (self->draft, march_session_get_dossier (self->session),
                                  written_cb, g_object_ref (self));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchSourceDialog) self = user_data;

  if (!finish (self, source, result))
    return;
  g_signal_emit (self, signals[DELETED], 0, self->draft->title);
  if (!march_task_dialog_is_closed (MARCH_TASK_DIALOG (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_cb (MarchSourceDialog *self)
{
  set_writing (self, TRUE);
  march_source_delete_async (march_session_get_dossier (self->session), self->draft->id, deleted_cb,
                             g_object_ref (self));
}

static void
same_cb (MarchSourceDialog *self)
{
  const gint64 twin = self->twin;

  if (twin == 0)
    return;
  g_signal_emit (self, signals[SAME], 0, twin);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Text can be pasted or typed at once. */
static void
march_source_dialog_map (GtkWidget *widget)
{
  MarchSourceDialog *self = MARCH_SOURCE_DIALOG (widget);

  GTK_WIDGET_CLASS (march_source_dialog_parent_class)->map (widget);
  if (self->draft->existing)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
march_source_dialog_dispose (GObject *object)
{
  MarchSourceDialog *self = MARCH_SOURCE_DIALOG (object);

  g_clear_handle_id (&self->check, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_source_dialog_parent_class)->dispose (object);
}

static void
march_source_dialog_finalize (GObject *object)
{
  march_source_draft_free (MARCH_SOURCE_DIALOG (object)->draft);
  G_OBJECT_CLASS (march_source_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-source-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchSourceDialog, name)
  BIND (write_button);
  BIND (delete_button);
  BIND (columns);
  BIND (text_box);
  BIND (picker);
  BIND (form);
  BIND (twin_box);
  BIND (twin_label);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
}

static void
march_source_dialog_class_init (MarchSourceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = march_source_dialog_dispose;
  object_class->finalize = march_source_dialog_finalize;
  GTK_WIDGET_CLASS (klass)->map = march_source_dialog_map;
  signals[WRITTEN] = g_signal_new ("written", MARCH_TYPE_SOURCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[DELETED] = g_signal_new ("deleted", MARCH_TYPE_SOURCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAME] = g_signal_new ("same", MARCH_TYPE_SOURCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (MARCH_TYPE_TEXT_PICKER);
  g_type_ensure (MARCH_TYPE_SOURCE_FORM);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
march_source_dialog_init (MarchSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

/* The text of a source that is there is changed by attaching another. */
static void
show_existing (MarchSourceDialog *self, const MarchSource *source)
{
  g_autofree char *use = march_source_describe_use (march_session_get_corpus (self->session),
                                                    source);

  march_task_dialog_set_subtitle (MARCH_TASK_DIALOG (self), source->title);
  gtk_window_set_title (GTK_WINDOW (self), _("Source"));
  gtk_button_set_label (self->write_button, _("_Save"));
  gtk_widget_set_visible (self->text_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delete_button), use == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->delete_button), use);
}

/** march_source_dialog_new: @source: (nullable): the one to be changed; NULL: a new one is added.
 * Returns: (transfer none): a dialog over @parent; GTK owns it, as any window */
MarchSourceDialog *
march_source_dialog_new (GtkWindow *parent, MarchSession *session, const MarchSource *source)
{
  MarchSourceDialog *self = g_object_new (MARCH_TYPE_SOURCE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->draft = source != NULL ? march_source_draft_new_from (source) : march_source_draft_new ();
  march_source_form_bind (self->form, self->draft, march_session_get_corpus (session));
  if (source != NULL)
    show_existing (self, source);
  march_dialog_size_set (GTK_WINDOW (self), parent, source != NULL ? WIDTH_WITHOUT_TEXT : WIDTH,
                         self->columns);
  march_task_dialog_show_page (MARCH_TASK_DIALOG (self), "form");
  return self;
}

/** march_source_dialog_focus: @field: a member of the draft, in which the keys type; the dialog is
 * presented already */
void
march_source_dialog_focus (MarchSourceDialog *self, const char *field)
{
  march_source_form_focus (self->form, field);
}

/** march_source_dialog_read: takes the text of @file, and what it tells of itself */
void
march_source_dialog_read (MarchSourceDialog *self, GFile *file)
{
  g_return_if_fail (MARCH_IS_SOURCE_DIALOG (self));
  march_text_picker_read (self->picker, file);
}

/** march_source_dialog_dup_text: Returns: (transfer full) (nullable): the text that is there */
char *
march_source_dialog_dup_text (MarchSourceDialog *self)
{
  g_return_val_if_fail (MARCH_IS_SOURCE_DIALOG (self), NULL);
  return march_text_picker_dup_text (self->picker);
}
