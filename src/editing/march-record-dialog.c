/* march-record-dialog.c — the forms of a record, with what is wrong beside them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-record-dialog.h"

#include <glib/gi18n.h>

#include "forms/march-completers.h"
#include "forms/march-dialog-size.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 620
/* After the last key, before what is typed is compared with the dossier. */
#define CHECK_DELAY_MS 150

/* A part, and the draft whose members are typed there. */
typedef struct
{
  MarchFormPart *widget; /* borrowed from the dialog's box */
  gint64         draft;
} Part;

struct _MarchRecordDialog
{
  AdwWindow parent_instance;

  /* owned */
  MarchSession    *session;
  gpointer         typed;
  MarchCompleters *completers;
  GArray          *added; /* of Part */
  guint            check; /* id of the timeout before it is checked; 0: none */

  const MarchRecordWork *work; /* done with what is typed */

  gboolean         existing; /* what is shown is there already, and nothing to write while... */
  gboolean         touched;  /* ...nothing was typed or chosen */
  gboolean         tried;   /* to write it: from then on all problems are shown */
  gboolean         writing;
  gboolean         deletable;
  MarchRemovable   kind;     /* of what may be deleted, unless it is a link */
  gint64           record;   /* or the quotation that a link leads from */
  gint64           bears_on; /* what it leads to; 0: it is no link */

  /* Template children */
  AdwWindowTitle *window_title;
  GtkButton      *write_button;
  GtkButton      *delete_button;
  GtkBox         *parts;
  GtkLabel       *hint_label;
};

enum
{
  WRITTEN,
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchRecordDialog, march_record_dialog, ADW_TYPE_WINDOW)

/* What stands in the way, or is worth knowing; "" for nothing. */
static void
tell (MarchRecordDialog *self, const char *words)
{
  gtk_label_set_text (self->hint_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), *words != '\0');
}

static Part *
get_part (MarchRecordDialog *self, guint index)
{
  return &g_array_index (self->added, Part, index);
}

static void
set_completers_cb (MarchRecordDialog *self)
{
  for (guint i = 0; i < self->added->len; i++)
    march_form_part_set_completers (get_part (self, i)->widget,
                                    march_completers_get (self->completers));
}

/* Returns: (nullable): the widget beside which it is told; NULL if there is none */
static GtkWidget *
tell_problem (MarchRecordDialog *self, const MarchProblem *problem)
{
  GtkWidget *told = NULL;

  for (guint i = 0; told == NULL && i < self->added->len; i++)
    if (get_part (self, i)->draft == problem->draft)
      told = march_form_part_show_problem (get_part (self, i)->widget, problem);
  return told;
}

/* Of what is only begun much is missing, which needs no telling: "names" and "title" are asked for
 * when it is to be written. */
static gboolean
is_told_at_once (const MarchProblem *problem)
{
  static const char *const asked[] = { "title", "names", "actor", "places", "", NULL };

  return problem->level == MARCH_PROBLEM_WARNING || !g_strv_contains (asked, problem->field);
}

/* Tells what is wrong. Returns: (transfer full) (nullable): the sentence that stands in the way;
 * @where: (out) (nullable): what it is told beside */
static char *
check (MarchRecordDialog *self, GtkWidget **where)
{
  g_autoptr (GPtrArray) problems = self->work->check (self->typed);
  char                 *sentence = NULL;

  g_clear_handle_id (&self->check, g_source_remove);
  for (guint i = 0; i < self->added->len; i++)
    march_form_part_clear_problems (get_part (self, i)->widget);
  for (guint i = 0; i < problems->len; i++)
    {
      const MarchProblem *problem = problems->pdata[i];
      GtkWidget          *told = NULL;

      if (self->tried || is_told_at_once (problem))
        told = tell_problem (self, problem);
      if (problem->level == MARCH_PROBLEM_WARNING && *problem->field == '\0')
        tell (self, problem->sentence);
      if (sentence != NULL || problem->level != MARCH_PROBLEM_ERROR)
        continue;
      sentence = g_strdup (problem->sentence);
      *where = told;
    }
  return sentence;
}

static gboolean
check_cb (gpointer user_data)
{
  MarchRecordDialog *self = user_data;
  GtkWidget         *where = NULL;
  g_autofree char   *sentence = NULL;

  self->check = 0;
  sentence = check (self, &where);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MarchRecordDialog *self)
{
  self->touched = TRUE;
  tell (self, "");
  if (self->check == 0)
    self->check = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

static void
set_writing (MarchRecordDialog *self, gboolean writing)
{
  self->writing = writing;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.write", !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->parts), !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delete_button), self->deletable && !writing);
}

static gboolean
is_closed (MarchRecordDialog *self)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (self))
         || gtk_widget_in_destruction (GTK_WIDGET (self));
}

/* What was typed is kept where the edit couldn't be made, and why is told. */
static void
finish (MarchRecordDialog *self, GObject *dossier, GAsyncResult *result, guint signal)
{
  g_autoptr (GError) error = NULL;

  if (!march_dossier_edit_finish (MARCH_DOSSIER (dossier), result, &error))
    {
      set_writing (self, FALSE);
      tell (self, error->message);
      return;
    }
  g_signal_emit (self, signals[signal], 0);
  if (!is_closed (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchRecordDialog) self = user_data;

  finish (self, source, result, WRITTEN);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchRecordDialog) self = user_data;

  finish (self, source, result, DELETED);
}

static void
refuse (MarchRecordDialog *self, GtkWidget *where, const char *sentence)
{
  GtkWidget *folded = where != NULL ? gtk_widget_get_ancestor (where, GTK_TYPE_EXPANDER) : NULL;

  tell (self, sentence);
  if (folded != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (folded), TRUE);
  if (where != NULL && !gtk_widget_grab_focus (where))
    gtk_widget_child_focus (where, GTK_DIR_TAB_FORWARD);
}

static gboolean
check_resolved (MarchRecordDialog *self)
{
  for (guint i = 0; i < self->added->len; i++)
    if (!march_form_part_check_resolved (get_part (self, i)->widget))
      return FALSE;
  return TRUE;
}

/* Whether it may be written; if not, why is told. */
static gboolean
is_ready (MarchRecordDialog *self)
{
  GtkWidget       *where = NULL;
  g_autofree char *sentence = NULL;

  self->tried = TRUE;
  sentence = check (self, &where);
  if (!check_resolved (self))
    return FALSE;
  if (sentence != NULL)
    refuse (self, where, sentence);
  return sentence == NULL;
}

/* The focus goes before the fields lose it: an entry that is left resolves what is typed in it. */
static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchRecordDialog *self = MARCH_RECORD_DIALOG (widget);
  MarchDossier      *dossier = march_session_get_dossier (self->session);

  if (self->writing || dossier == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->existing && !self->touched)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (is_ready (self))
    {
      set_writing (self, TRUE);
      self->work->write (self->typed, dossier, written_cb, g_object_ref (self));
    }
}

static void
delete_cb (MarchRecordDialog *self)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);

  set_writing (self, TRUE);
  if (self->bears_on != 0)
    march_evidence_remove_async (dossier, self->record, self->bears_on, deleted_cb,
                                 g_object_ref (self));
  else
    march_removal_run_async (dossier, self->kind, self->record, deleted_cb, g_object_ref (self));
}

static void
march_record_dialog_map (GtkWidget *widget)
{
  MarchRecordDialog *self = MARCH_RECORD_DIALOG (widget);

  GTK_WIDGET_CLASS (march_record_dialog_parent_class)->map (widget);
  if (self->added->len == 0 || !gtk_widget_grab_focus (GTK_WIDGET (get_part (self, 0)->widget)))
    gtk_widget_child_focus (GTK_WIDGET (self->parts), GTK_DIR_TAB_FORWARD);
}

static void
march_record_dialog_dispose (GObject *object)
{
  MarchRecordDialog *self = MARCH_RECORD_DIALOG (object);

  g_clear_handle_id (&self->check, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_record_dialog_parent_class)->dispose (object);
}

static void
march_record_dialog_finalize (GObject *object)
{
  MarchRecordDialog *self = MARCH_RECORD_DIALOG (object);

  self->work->free (self->typed);
  g_clear_object (&self->completers);
  g_array_unref (self->added);
  G_OBJECT_CLASS (march_record_dialog_parent_class)->finalize (object);
}

static void
march_record_dialog_class_init (MarchRecordDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_record_dialog_dispose;
  object_class->finalize = march_record_dialog_finalize;
  widget_class->map = march_record_dialog_map;
  signals[WRITTEN] = g_signal_new ("written", MARCH_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DELETED] = g_signal_new ("deleted", MARCH_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "record.write", NULL, write_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchRecordDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MarchRecordDialog, write_button);
  gtk_widget_class_bind_template_child (widget_class, MarchRecordDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, MarchRecordDialog, parts);
  gtk_widget_class_bind_template_child (widget_class, MarchRecordDialog, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
march_record_dialog_init (MarchRecordDialog *self)
{
  self->added = g_array_new (FALSE, TRUE, sizeof (Part));
  self->completers = march_completers_new ();
  g_signal_connect_object (self->completers, "changed", G_CALLBACK (set_completers_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

/**
 * march_record_dialog_new:
 * @title: what is done
 * @subtitle: to what, "" for something new
 * @work: what is done with what is typed; stays
 * @typed: (transfer full): for @work
 *
 * Returns: (transfer none): a dialog over @parent, for march_record_dialog_add(); GTK owns it, as
 * any window
 */
MarchRecordDialog *
march_record_dialog_new (GtkWindow             *parent,
                         MarchSession          *session,
                         const char            *title,
                         const char            *subtitle,
                         const MarchRecordWork *work,
                         gpointer               typed)
{
  MarchRecordDialog *self = g_object_new (MARCH_TYPE_RECORD_DIALOG, "transient-for", parent,
                                          "title", title, NULL);

  self->session = g_object_ref (session);
  self->work = work;
  self->typed = typed;
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  march_completers_update (self->completers, march_session_get_corpus (session));
  march_dialog_size_set (GTK_WINDOW (self), parent, WIDTH, NULL);
  return self;
}

static GPtrArray *
check_coding (gpointer coding)
{
  return march_coding_check (coding);
}

static void
write_coding (gpointer            coding,
              MarchDossier       *dossier,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  march_coding_write_async (coding, dossier, callback, user_data);
}

static void
free_coding (gpointer coding)
{
  march_coding_unref (coding);
}

/** march_record_dialog_new_for: @coding: (transfer full): what is typed. Returns: (transfer none):
 * as march_record_dialog_new() */
MarchRecordDialog *
march_record_dialog_new_for (GtkWindow    *parent,
                             MarchSession *session,
                             const char   *title,
                             const char   *subtitle,
                             MarchCoding  *coding)
{
  static const MarchRecordWork work = { check_coding, write_coding, free_coding };

  return march_record_dialog_new (parent, session, title, subtitle, &work, coding);
}

/** march_record_dialog_watch: @part: a #MarchFormPart somewhere in the dialog; @draft: id of the
 * draft that is typed there */
void
march_record_dialog_watch (MarchRecordDialog *self, GtkWidget *part, gint64 draft)
{
  const Part watched = { MARCH_FORM_PART (part), draft };

  g_array_append_val (self->added, watched);
  g_signal_connect_object (part, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/** march_record_dialog_add_plain: @widget: (transfer floating): below those that are there */
void
march_record_dialog_add_plain (MarchRecordDialog *self, GtkWidget *widget)
{
  gtk_box_append (self->parts, widget);
}

/** march_record_dialog_add: @part: (transfer floating): as march_record_dialog_watch(), below those
 * that are there */
void
march_record_dialog_add (MarchRecordDialog *self, GtkWidget *part, gint64 draft)
{
  march_record_dialog_add_plain (self, part);
  march_record_dialog_watch (self, part, draft);
}

/** march_record_dialog_set_existing: what is shown is in the dossier already: while nothing is
 * changed, saving it writes nothing */
void
march_record_dialog_set_existing (MarchRecordDialog *self)
{
  self->existing = TRUE;
}

/** march_record_dialog_offer_delete: lets the record be deleted, or tells at the button what names
 * it */
void
march_record_dialog_offer_delete (MarchRecordDialog *self, MarchRemovable kind, gint64 id)
{
  g_autofree char *reason
      = march_removal_explain (march_session_get_corpus (self->session), kind, id);

  self->deletable = reason == NULL;
  self->kind = kind;
  self->record = id;
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delete_button), self->deletable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->delete_button),
                               reason != NULL ? reason : _("It can be undone"));
}

/** march_record_dialog_offer_unlink: lets it be taken back that a quotation bears on something */
void
march_record_dialog_offer_unlink (MarchRecordDialog *self, gint64 quotation, gint64 bears_on)
{
  self->deletable = TRUE;
  self->record = quotation;
  self->bears_on = bears_on;
  gtk_button_set_label (self->delete_button, _("_Take Back"));
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->delete_button),
                               _("The words don’t bear on it after all; both stay"));
}

/** march_record_dialog_name_write: @label: with a mnemonic: what writing does, if it doesn't merely
 * save */
void
march_record_dialog_name_write (MarchRecordDialog *self, const char *label)
{
  gtk_button_set_label (self->write_button, label);
}

/** march_record_dialog_set_height: @height: in logical pixels, for what needs less than a long form
 */
void
march_record_dialog_set_height (MarchRecordDialog *self, int height)
{
  int width = 0, most = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &most);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MIN (height, most));
}
