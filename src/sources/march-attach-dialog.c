/* march-attach-dialog.c — attaches a text to a source, and tells of each quotation how it stands */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-attach-dialog.h"

#include <glib/gi18n.h>

#include "base/march-edtf.h"
#include "base/march-newest.h"
#include "corpus/march-verify.h"
#include "dossier/march-dossier-texts.h"
#include "forms/march-dialog-size.h"
#include "sources/march-text-check.h"
#include "sources/march-text-picker.h"

#define WIDTH 980
/* After the last key, before the quotations are looked for. */
#define CHECK_DELAY_MS 250

struct _MarchAttachDialog
{
  MarchEditDialog parent_instance;

  /* owned */
  MarchCorpus       *corpus; /* keeps the source */
  const MarchSource *source;
  GCancellable      *checking; /* NULL: nothing is compared */
  MarchTextCheck    *check;    /* NULL: there is no text, or it is being compared */
  guint              timeout;  /* before it is compared; 0: none */

  /* Template children */
  GtkBox          *columns;
  MarchTextPicker *picker;
  GtkEditable     *taken_row;
  GtkLabel        *summary;
  GtkWidget       *spinner;
  GtkListView     *view;
};

static guint attached_signal;

G_DEFINE_FINAL_TYPE (MarchAttachDialog, march_attach_dialog, MARCH_TYPE_EDIT_DIALOG)

/* What is told as long as there is nothing to compare with. */
static char *
describe_waiting (MarchAttachDialog *self)
{
  const guint n = self->source->quotations->len;

  return n == 0 ? g_strdup (_("Nothing is quoted of this source yet."))
                : g_strdup_printf (
                      ngettext ("As soon as there is a text, %u quotation is looked for in it. "
                                "Here it will stand whether it is there to the letter.",
                                "As soon as there is a text, %u quotations are looked for in it. "
                                "Here it will stand of each whether it is there to the letter.",
                                n),
                      n);
}

static char *
describe (MarchAttachDialog *self)
{
  if (self->check != NULL)
    return march_text_check_describe (self->check);
  return self->checking != NULL ? g_strdup ("") : describe_waiting (self);
}

static void
show_check (MarchAttachDialog *self)
{
  g_autofree char *summary = describe (self);
  const gboolean   sound = self->check == NULL || march_text_check_is_sound (self->check);
  GListModel      *rows = self->check != NULL ? march_text_check_list_rows (self->check) : NULL;
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (rows);

  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  gtk_widget_set_visible (self->spinner, self->checking != NULL);
  march_edit_dialog_name_write (MARCH_EDIT_DIALOG (self),
                                sound ? _("_Attach") : _("_Attach Anyway"));
  march_edit_dialog_allow_write (MARCH_EDIT_DIALOG (self), self->check != NULL);
}

/* What goes to the thread that compares. */
typedef struct
{
  MarchCorpus       *corpus;
  const MarchSource *source;
  char              *text;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  march_corpus_unref (comparison->corpus);
  g_free (comparison->text);
  g_free (comparison);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Comparison *comparison = data;

  g_task_return_pointer (task,
                         march_text_check_new (comparison->corpus, comparison->source,
                                               comparison->text),
                         (GDestroyNotify) march_text_check_free);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchTextCheck    *check = g_task_propagate_pointer (G_TASK (result), NULL);
  MarchAttachDialog *self = user_data;

  /* Cancelled: another text is compared, or the dialog is gone. */
  if (check == NULL)
    return;
  g_clear_object (&self->checking);
  self->check = check;
  show_check (self);
}

/* @text: (transfer full) */
static void
compare (MarchAttachDialog *self, char *text)
{
  Comparison *comparison = g_new0 (Comparison, 1);
  g_autoptr (GTask)
      task = g_task_new (NULL, march_newest_begin (&self->checking), compared_cb, self);

  *comparison = (Comparison){ march_corpus_ref (self->corpus), self->source, text };
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_in_thread);
}

static gboolean
compare_cb (gpointer user_data)
{
  MarchAttachDialog *self = user_data;
  char              *text = march_text_picker_dup_text (self->picker);

  self->timeout = 0;
  g_clear_pointer (&self->check, march_text_check_free);
  march_newest_stop (&self->checking);
  if (text != NULL)
    compare (self, text);
  show_check (self);
  return G_SOURCE_REMOVE;
}

static void
compare_soon (MarchAttachDialog *self)
{
  g_clear_pointer (&self->check, march_text_check_free);
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), "");
  march_edit_dialog_allow_write (MARCH_EDIT_DIALOG (self), FALSE);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (CHECK_DELAY_MS, compare_cb, self);
}

static void
changed_cb (MarchAttachDialog *self)
{
  march_edit_dialog_changed (MARCH_EDIT_DIALOG (self));
  compare_soon (self);
}

/* When the text was saved, in EDTF; NULL, with why, if that is no date. */
static char *
read_taken (MarchAttachDialog *self, GError **error)
{
  const char *typed = gtk_editable_get_text (self->taken_row);
  g_autoptr (MarchEdtf) date = *typed != '\0' ? march_edtf_new_from_words (typed, error) : NULL;

  if (*typed == '\0')
    return g_strdup ("");
  return date != NULL ? g_strdup (march_edtf_get_text (date)) : NULL;
}

static char *
march_attach_dialog_hinder (MarchEditDialog *dialog)
{
  MarchAttachDialog *self = MARCH_ATTACH_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  g_autofree char   *taken = read_taken (self, &error);

  if (taken != NULL)
    return NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self->taken_row));
  return g_strdup (error->message);
}

/* Whatever is in the text can be attached. */
static GPtrArray *
check_nothing (gpointer dialog)
{
  return march_problems_new ();
}

static void
attach (gpointer            dialog,
        MarchDossier       *dossier,
        GAsyncReadyCallback callback,
        gpointer            user_data)
{
  MarchAttachDialog *self = MARCH_ATTACH_DIALOG (dialog);
  g_autofree char   *taken = read_taken (self, NULL);

  march_dossier_attach_text_async (dossier, self->source->id,
                                   march_text_check_get_text (self->check), taken,
                                   MARCH_ATTACH_ANYWAY, callback, user_data);
}

static void
march_attach_dialog_written (MarchEditDialog *dialog)
{
  g_signal_emit (dialog, attached_signal, 0, MARCH_ATTACH_DIALOG (dialog)->source->id);
}

static void
activated_cb (MarchAttachDialog *self, guint position)
{
  guint first = 0, beyond = 0;

  if (self->check != NULL && march_text_check_find (self->check, position, &first, &beyond))
    march_text_picker_show (self->picker, first, beyond);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, march_text_check_make_row ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  march_text_check_fill_row (gtk_list_item_get_child (list_item),
                             gtk_list_item_get_item (list_item));
}

static void
march_attach_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (march_attach_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (MARCH_ATTACH_DIALOG (widget)->picker));
}

static void
march_attach_dialog_dispose (GObject *object)
{
  MarchAttachDialog *self = MARCH_ATTACH_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  march_newest_stop (&self->checking);
  G_OBJECT_CLASS (march_attach_dialog_parent_class)->dispose (object);
}

static void
march_attach_dialog_finalize (GObject *object)
{
  MarchAttachDialog *self = MARCH_ATTACH_DIALOG (object);

  g_clear_pointer (&self->check, march_text_check_free);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_attach_dialog_parent_class)->finalize (object);
}

static void
march_attach_dialog_class_init (MarchAttachDialogClass *klass)
{
  GObjectClass         *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass       *widget_class = GTK_WIDGET_CLASS (klass);
  MarchEditDialogClass *edit_class = MARCH_EDIT_DIALOG_CLASS (klass);

  edit_class->hinder = march_attach_dialog_hinder;
  edit_class->written = march_attach_dialog_written;
  object_class->dispose = march_attach_dialog_dispose;
  object_class->finalize = march_attach_dialog_finalize;
  widget_class->map = march_attach_dialog_map;
  attached_signal = g_signal_new ("attached", MARCH_TYPE_ATTACH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (MARCH_TYPE_TEXT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-attach-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchAttachDialog, name)
  BIND (columns);
  BIND (picker);
  BIND (taken_row);
  BIND (summary);
  BIND (spinner);
  BIND (view);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, march_edit_dialog_changed);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
march_attach_dialog_init (MarchAttachDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** march_attach_dialog_new: @source: of the session's corpus. Returns: (transfer none): a dialog
 * over
 * @parent; GTK owns it, as any window */
MarchAttachDialog *
march_attach_dialog_new (GtkWindow *parent, MarchSession *session, const MarchSource *source)
{
  static const MarchFormWork work = { check_nothing, attach, NULL };
  MarchAttachDialog *self = g_object_new (MARCH_TYPE_ATTACH_DIALOG, "transient-for", parent, NULL);

  march_edit_dialog_set_work (MARCH_EDIT_DIALOG (self), march_session_get_dossier (session), &work,
                              self);
  self->corpus = march_corpus_ref (march_session_get_corpus (session));
  self->source = source;
  march_task_dialog_set_subtitle (MARCH_TASK_DIALOG (self), source->title);
  march_dialog_size_set (GTK_WINDOW (self), parent, WIDTH, self->columns);
  show_check (self);
  return self;
}

/** march_attach_dialog_set_text: @text: as march_verify_prepare() makes it */
void
march_attach_dialog_set_text (MarchAttachDialog *self, const char *text)
{
  g_return_if_fail (MARCH_IS_ATTACH_DIALOG (self));
  march_text_picker_set_text (self->picker, text);
  compare_soon (self);
}

/** march_attach_dialog_read: takes the text of @file */
void
march_attach_dialog_read (MarchAttachDialog *self, GFile *file)
{
  g_return_if_fail (MARCH_IS_ATTACH_DIALOG (self));
  march_text_picker_read (self->picker, file);
}
