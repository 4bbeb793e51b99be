/* march-source-dialog.c — adds a source with its text, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-dialog.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "coding/march-source-twin.h"
#include "forms/march-dialog-size.h"
#include "sources/march-source-form.h"
#include "sources/march-text-picker.h"

#define WIDTH 980
#define WIDTH_WITHOUT_TEXT 620

struct _MarchSourceDialog
{
  MarchEditDialog parent_instance;

  /* owned */
  MarchSourceDraft *draft;
  MarchSourceDraft *offered; /* what the document that was read last tells of itself */
  GCancellable     *seeking; /* NULL: no twin is looked for */

  gint64 twin; /* 0: the dossier has no such source */

  /* Template children */
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

G_DEFINE_FINAL_TYPE (MarchSourceDialog, march_source_dialog, MARCH_TYPE_EDIT_DIALOG)

static void
take_text (MarchSourceDialog *self)
{
  g_free (self->draft->text);
  self->draft->text = march_text_picker_dup_text (self->picker);
}

/* It has a place of its own at the top, with a button to go on there. */
static void
twin_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchSourceDialog *self = MARCH_SOURCE_DIALOG (source);
  g_autofree char   *sentence = NULL;
  const gint64       twin = march_source_twin_finish (result, &sentence);

  if (!march_newest_end (&self->seeking, result))
    return;
  self->twin = twin;
  gtk_label_set_text (self->twin_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->twin_box, twin != 0);
}

static GPtrArray *
check (gpointer dialog)
{
  MarchSourceDialog *self = MARCH_SOURCE_DIALOG (dialog);
  g_autoptr (MarchCorpus) corpus = march_edit_dialog_dup_corpus (dialog);
  GPtrArray *problems = NULL;

  if (corpus == NULL)
    return march_problems_new ();
  if (!self->draft->existing)
    take_text (self);
  problems = march_source_draft_check (self->draft, corpus);
  march_source_form_set_thorough (self->form,
                                  march_edit_dialog_is_tried (MARCH_EDIT_DIALOG (self)));
  march_source_twin_seek (&self->seeking, self, self->draft, corpus, twin_cb);
  return problems;
}

static void
write_draft (gpointer            dialog,
             MarchDossier       *dossier,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  march_source_draft_write_async (MARCH_SOURCE_DIALOG (dialog)->draft, dossier, callback,
                                  user_data);
}

/* What the document tells of itself goes where nothing is typed, in the place of what another one
 * told. */
static void
read_cb (MarchSourceDialog *self)
{
  const MarchFacts *facts = march_text_picker_get_facts (self->picker);

  march_source_draft_drop_facts (self->draft, self->offered);
  march_source_draft_free (self->offered);
  self->offered = march_source_draft_new ();
  if (facts != NULL)
    {
      march_source_draft_take_facts (self->offered, facts);
      march_source_draft_take_facts (self->draft, facts);
    }
  march_source_form_fill (self->form);
  march_edit_dialog_changed (MARCH_EDIT_DIALOG (self));
}

static char *
march_source_dialog_hinder (MarchEditDialog *dialog)
{
  return march_text_picker_is_busy (MARCH_SOURCE_DIALOG (dialog)->picker)
             ? g_strdup (_("The document is still being read."))
             : NULL;
}

static void
march_source_dialog_remove (MarchEditDialog    *dialog,
                            MarchDossier       *dossier,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  march_source_delete_async (dossier, MARCH_SOURCE_DIALOG (dialog)->draft->id, callback, user_data);
}

static void
march_source_dialog_written (MarchEditDialog *dialog)
{
  const MarchSourceDraft *draft = MARCH_SOURCE_DIALOG (dialog)->draft;

  g_signal_emit (dialog, signals[WRITTEN], 0, draft->id, !draft->existing);
}

static void
march_source_dialog_deleted (MarchEditDialog *dialog)
{
  g_signal_emit (dialog, signals[DELETED], 0, MARCH_SOURCE_DIALOG (dialog)->draft->title);
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
  march_newest_stop (&MARCH_SOURCE_DIALOG (object)->seeking);
  G_OBJECT_CLASS (march_source_dialog_parent_class)->dispose (object);
}

static void
march_source_dialog_finalize (GObject *object)
{
  march_source_draft_free (MARCH_SOURCE_DIALOG (object)->draft);
  march_source_draft_free (MARCH_SOURCE_DIALOG (object)->offered);
  G_OBJECT_CLASS (march_source_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-source-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchSourceDialog, name)
  BIND (columns);
  BIND (text_box);
  BIND (picker);
  BIND (form);
  BIND (twin_box);
  BIND (twin_label);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, same_cb);
  gtk_widget_class_bind_template_callback (widget_class, march_edit_dialog_changed);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
}

static void
march_source_dialog_class_init (MarchSourceDialogClass *klass)
{
  MarchEditDialogClass *edit_class = MARCH_EDIT_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_source_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = march_source_dialog_finalize;
  edit_class->hinder = march_source_dialog_hinder;
  edit_class->remove = march_source_dialog_remove;
  edit_class->written = march_source_dialog_written;
  edit_class->deleted = march_source_dialog_deleted;
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
  self->offered = march_source_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The text of a source that is there is changed by attaching another. */
static void
show_existing (MarchSourceDialog *self, const MarchSource *source, MarchCorpus *corpus)
{
  g_autofree char *use = march_source_describe_use (corpus, source);

  march_task_dialog_set_subtitle (MARCH_TASK_DIALOG (self), source->title);
  gtk_window_set_title (GTK_WINDOW (self), _("Source"));
  gtk_widget_set_visible (self->text_box, FALSE);
  march_edit_dialog_offer_delete (MARCH_EDIT_DIALOG (self), NULL, use, use == NULL);
}

/** march_source_dialog_new: @source: (nullable): the one to be changed; NULL: a new one is added.
 * Returns: (transfer none): a dialog over @parent; GTK owns it, as any window */
MarchSourceDialog *
march_source_dialog_new (GtkWindow *parent, MarchSession *session, const MarchSource *source)
{
  static const MarchFormWork work = { check, write_draft, NULL };
  MarchSourceDialog *self = g_object_new (MARCH_TYPE_SOURCE_DIALOG, "transient-for", parent, NULL);

  self->draft = source != NULL ? march_source_draft_new_from (source) : march_source_draft_new ();
  march_edit_dialog_set_work (MARCH_EDIT_DIALOG (self), march_session_get_dossier (session), &work,
                              self);
  march_source_form_bind (self->form, self->draft, march_session_get_corpus (session));
  march_edit_dialog_watch (MARCH_EDIT_DIALOG (self), GTK_WIDGET (self->form), self->draft->id);
  if (source != NULL)
    show_existing (self, source, march_session_get_corpus (session));
  else
    march_edit_dialog_name_write (MARCH_EDIT_DIALOG (self), _("_Add"));
  march_dialog_size_set (GTK_WINDOW (self), parent, source != NULL ? WIDTH_WITHOUT_TEXT : WIDTH,
                         self->columns);
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
