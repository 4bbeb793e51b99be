/* march-edit-dialog.c — a dialog in which something is typed, checked and written as one edit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-edit-dialog.h"

#include <glib/gi18n.h>

#include "forms/march-completers.h"
#include "widgets/march-message.h"
#include "widgets/march-spoken-name.h"

/* After the last key, before what is typed is compared with the dossier. */
#define CHECK_DELAY_MS 150

/* A part, and the draft whose members are typed there. */
typedef struct
{
  MarchFormPart *widget; /* borrowed from the dialog */
  gint64         draft;
} Part;

typedef struct
{
  MarchDossier *dossier; /* weak: NULL once it is closed */

  /* owned */
  gpointer         typed;      /* if the work frees it */
  MarchCompleters *completers; /* NULL: no record is found by its name */
  GArray          *parts;      /* of Part */
  guint            check;      /* id of the timeout before it is checked; 0: none */

  const MarchFormWork *work; /* done with what is typed */

  gboolean existing; /* what is shown is there already, and nothing to write while... */
  gboolean touched;  /* ...nothing was typed or chosen */
  gboolean tried;    /* to write it: from then on all problems are shown */
  gboolean discarded; /* somebody said that what was typed may go */
  gboolean writing;
  gboolean allowed;
  gboolean deletable;

  /* Template children */
  GtkButton *write_button;
  GtkButton *delete_button;
} MarchEditDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MarchEditDialog, march_edit_dialog, MARCH_TYPE_TASK_DIALOG)

typedef void (*Told) (MarchEditDialog *self);

static MarchEditDialogPrivate *
get_private (MarchEditDialog *self)
{
  return march_edit_dialog_get_instance_private (self);
}

/* What stands in the way, or is worth knowing; "" for nothing. */
static void
tell (MarchEditDialog *self, const char *words)
{
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), words);
}

static Part *
get_part (MarchEditDialogPrivate *priv, guint index)
{
  return &g_array_index (priv->parts, Part, index);
}

/* Returns: (nullable): the widget beside which it is told; NULL if there is none */
static GtkWidget *
tell_problem (MarchEditDialogPrivate *priv, const MarchProblem *problem)
{
  GtkWidget *told = NULL;

  for (guint i = 0; told == NULL && i < priv->parts->len; i++)
    if (get_part (priv, i)->draft == problem->draft)
      told = march_form_part_show_problem (get_part (priv, i)->widget, problem);
  return told;
}

/* Of what is only begun much is missing, which needs no telling: "names" and "title" are asked for
 * when it is to be written. */
static gboolean
is_told_at_once (const MarchProblem *problem)
{
  static const char *const asked[] = { "title", "names", "actor", "places", "", NULL };

  return problem->level == MARCH_PROBLEM_WARNING
         || (!problem->missing && !g_strv_contains (asked, problem->field));
}

/* Tells what is wrong. Returns: (transfer full) (nullable): the sentence that stands in the way;
 * @where: (out) (nullable): what it is told beside */
static char *
check (MarchEditDialog *self, GtkWidget **where)
{
  MarchEditDialogPrivate *priv = get_private (self);
  g_autoptr (GPtrArray)   problems = priv->work->check (priv->typed);
  char                   *sentence = NULL;

  g_clear_handle_id (&priv->check, g_source_remove);
  for (guint i = 0; i < priv->parts->len; i++)
    march_form_part_clear_problems (get_part (priv, i)->widget);
  for (guint i = 0; i < problems->len; i++)
    {
      const MarchProblem *problem = problems->pdata[i];
      GtkWidget          *told = NULL;

      if (priv->tried || is_told_at_once (problem))
        told = tell_problem (priv, problem);
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
  MarchEditDialog *self = user_data;
  GtkWidget       *where = NULL;
  g_autofree char *sentence = NULL;

  get_private (self)->check = 0;
  sentence = check (self, &where);
  return G_SOURCE_REMOVE;
}

static void
set_writing (MarchEditDialog *self, gboolean writing)
{
  MarchEditDialogPrivate *priv = get_private (self);

  priv->writing = writing;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.write", priv->allowed && !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->delete_button), priv->deletable && !writing);
  for (guint i = 0; i < priv->parts->len; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (get_part (priv, i)->widget), !writing);
}

/* What was typed is kept where the edit couldn't be made, and why is told. */
static void
finish (MarchEditDialog *self, GObject *dossier, GAsyncResult *result, Told told)
{
  g_autoptr (GError) error = NULL;

  if (!march_dossier_edit_finish (MARCH_DOSSIER (dossier), result, &error))
    {
      set_writing (self, FALSE);
      tell (self, error->message);
      return;
    }
  told (self);
  if (!march_task_dialog_is_closed (MARCH_TASK_DIALOG (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchEditDialog) self = user_data;

  finish (self, source, result, MARCH_EDIT_DIALOG_GET_CLASS (self)->written);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchEditDialog) self = user_data;

  finish (self, source, result, MARCH_EDIT_DIALOG_GET_CLASS (self)->deleted);
}

static void
refuse (MarchEditDialog *self, GtkWidget *where, const char *sentence)
{
  GtkWidget *folded = where != NULL ? gtk_widget_get_ancestor (where, GTK_TYPE_EXPANDER) : NULL;

  tell (self, sentence);
  if (folded != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (folded), TRUE);
  if (where != NULL && !gtk_widget_grab_focus (where))
    gtk_widget_child_focus (where, GTK_DIR_TAB_FORWARD);
}

static gboolean
check_resolved (MarchEditDialogPrivate *priv)
{
  for (guint i = 0; i < priv->parts->len; i++)
    if (!march_form_part_check_resolved (get_part (priv, i)->widget))
      return FALSE;
  return TRUE;
}

/* A name that is typed and not chosen changed nothing, and is lost all the same. */
static gboolean
is_as_it_was (MarchEditDialogPrivate *priv)
{
  return !priv->touched && check_resolved (priv);
}

/* Whether it may be written; if not, why is told. */
static gboolean
is_ready (MarchEditDialog *self)
{
  MarchEditDialogClass *klass = MARCH_EDIT_DIALOG_GET_CLASS (self);
  g_autofree char      *hindrance = klass->hinder != NULL ? klass->hinder (self) : NULL;
  g_autofree char      *sentence = NULL;
  GtkWidget            *where = NULL;

  if (hindrance != NULL)
    {
      tell (self, hindrance);
      return FALSE;
    }
  get_private (self)->tried = TRUE;
  sentence = check (self, &where);
  if (!check_resolved (get_private (self)))
    return FALSE;
  if (sentence != NULL)
    refuse (self, where, sentence);
  return sentence == NULL;
}

/* The focus goes before the fields lose it: an entry that is left resolves what is typed in it. */
static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchEditDialog        *self = MARCH_EDIT_DIALOG (widget);
  MarchEditDialogPrivate *priv = get_private (self);

  if (priv->writing || priv->dossier == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (priv->existing && is_as_it_was (priv))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (is_ready (self))
    {
      set_writing (self, TRUE);
      priv->work->write (priv->typed, priv->dossier, written_cb, g_object_ref (self));
    }
}

static void
delete_cb (MarchEditDialog *self)
{
  MarchEditDialogPrivate *priv = get_private (self);

  if (priv->writing || priv->dossier == NULL)
    return;
  set_writing (self, TRUE);
  MARCH_EDIT_DIALOG_GET_CLASS (self)->remove (self, priv->dossier, deleted_cb,
                                              g_object_ref (self));
}

static void
set_completers_cb (MarchEditDialog *self)
{
  MarchEditDialogPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->parts->len; i++)
    march_form_part_set_completers (get_part (priv, i)->widget,
                                    march_completers_get (priv->completers));
}

static void
march_edit_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (march_edit_dialog_parent_class)->map (widget);
  march_edit_dialog_focus_part (MARCH_EDIT_DIALOG (widget));
}

static void
close_cb (gpointer user_data)
{
  gtk_window_close (user_data);
  g_object_unref (user_data);
}

/* Not from within the dialog that asked, which goes with its window. */
static void
discard_cb (MarchEditDialog *self, const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;
  get_private (self)->discarded = TRUE;
  g_idle_add_once (close_cb, g_object_ref (self));
}

/* One Escape too many must not cost what was typed. */
static void
ask_to_discard (MarchEditDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _("Discard What Was Typed?"), _("It is not in the dossier yet.")));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Go On with It"), "discard",
                                    _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  march_message_present (dialog);
}

static gboolean
march_edit_dialog_close_request (GtkWindow *window)
{
  MarchEditDialogPrivate *priv = get_private (MARCH_EDIT_DIALOG (window));

  if (!priv->writing && !priv->discarded && priv->dossier != NULL && !is_as_it_was (priv))
    {
      ask_to_discard (MARCH_EDIT_DIALOG (window));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (march_edit_dialog_parent_class)->close_request (window);
}

static void
march_edit_dialog_dispose (GObject *object)
{
  MarchEditDialogPrivate *priv = get_private (MARCH_EDIT_DIALOG (object));

  g_clear_handle_id (&priv->check, g_source_remove);
  g_clear_weak_pointer (&priv->dossier);
  G_OBJECT_CLASS (march_edit_dialog_parent_class)->dispose (object);
}

static void
march_edit_dialog_finalize (GObject *object)
{
  MarchEditDialogPrivate *priv = get_private (MARCH_EDIT_DIALOG (object));

  if (priv->work != NULL && priv->work->free != NULL)
    priv->work->free (priv->typed);
  g_clear_object (&priv->completers);
  g_array_unref (priv->parts);
  G_OBJECT_CLASS (march_edit_dialog_parent_class)->finalize (object);
}

static void
march_edit_dialog_class_init (MarchEditDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_edit_dialog_dispose;
  object_class->finalize = march_edit_dialog_finalize;
  widget_class->map = march_edit_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = march_edit_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "record.write", NULL, write_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-edit-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, MarchEditDialog, write_button);
  gtk_widget_class_bind_template_child_private (widget_class, MarchEditDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
march_edit_dialog_init (MarchEditDialog *self)
{
  MarchEditDialogPrivate *priv = get_private (self);

  priv->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  priv->allowed = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (march_task_dialog_get_cancel_button (MARCH_TASK_DIALOG (self)),
                               _("Leave all as it was (Escape)"));
}

/**
 * march_edit_dialog_set_work:
 * @work: what is done with what is typed; stays
 * @typed: for @work, which frees it
 *
 * To be called once, before the dialog is shown.
 */
void
march_edit_dialog_set_work (MarchEditDialog     *self,
                            MarchDossier        *dossier,
                            const MarchFormWork *work,
                            gpointer             typed)
{
  MarchEditDialogPrivate *priv = get_private (self);

  g_return_if_fail (MARCH_IS_EDIT_DIALOG (self) && priv->work == NULL);
  g_set_weak_pointer (&priv->dossier, dossier);
  priv->work = work;
  priv->typed = typed;
  march_task_dialog_show_page (MARCH_TASK_DIALOG (self), "form");
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

/** march_edit_dialog_set_coding: as march_edit_dialog_set_work(); @coding: (transfer full): what is
 * typed */
void
march_edit_dialog_set_coding (MarchEditDialog *self, MarchDossier *dossier, MarchCoding *coding)
{
  static const MarchFormWork work = { check_coding, write_coding, free_coding };
  MarchEditDialogPrivate    *priv = get_private (self);

  march_edit_dialog_set_work (self, dossier, &work, coding);
  priv->completers = march_completers_new ();
  g_signal_connect_object (priv->completers, "changed", G_CALLBACK (set_completers_cb), self,
                           G_CONNECT_SWAPPED);
  march_completers_update (priv->completers, march_coding_get_corpus (coding));
}

/** march_edit_dialog_dup_corpus: Returns: (transfer full) (nullable): the dossier as it is now;
 * %NULL once it is closed */
MarchCorpus *
march_edit_dialog_dup_corpus (MarchEditDialog *self)
{
  MarchEditDialogPrivate *priv = get_private (self);

  return priv->dossier != NULL ? march_dossier_dup_corpus (priv->dossier) : NULL;
}

/** march_edit_dialog_watch: @part: a #MarchFormPart somewhere in the dialog; @draft: id of the
 * draft that is typed there */
void
march_edit_dialog_watch (MarchEditDialog *self, GtkWidget *part, gint64 draft)
{
  const Part watched = { MARCH_FORM_PART (part), draft };

  g_array_append_val (get_private (self)->parts, watched);
  march_spoken_name_set_buttons (part);
  g_signal_connect_object (part, "changed", G_CALLBACK (march_edit_dialog_changed), self,
                           G_CONNECT_SWAPPED);
}

/** march_edit_dialog_focus_part: what is typed goes into the first part */
void
march_edit_dialog_focus_part (MarchEditDialog *self)
{
  MarchEditDialogPrivate *priv = get_private (self);
  GtkWidget *first = priv->parts->len > 0 ? GTK_WIDGET (get_part (priv, 0)->widget) : NULL;

  if (first != NULL && !gtk_widget_grab_focus (first))
    gtk_widget_child_focus (gtk_widget_get_parent (first), GTK_DIR_TAB_FORWARD);
}

/** march_edit_dialog_focus_write: what is there is only to be written */
void
march_edit_dialog_focus_write (MarchEditDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_private (self)->write_button));
}

/** march_edit_dialog_set_existing: what is shown is in the dossier already: while nothing is
 * changed, saving it writes nothing */
void
march_edit_dialog_set_existing (MarchEditDialog *self)
{
  get_private (self)->existing = TRUE;
}

/** march_edit_dialog_allow_write: @allowed: whether there is something to write; at first there is
 */
void
march_edit_dialog_allow_write (MarchEditDialog *self, gboolean allowed)
{
  MarchEditDialogPrivate *priv = get_private (self);

  priv->allowed = allowed;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.write", allowed && !priv->writing);
}

/** march_edit_dialog_name_write: @label: with a mnemonic: what writing does, if it doesn't merely
 * save */
void
march_edit_dialog_name_write (MarchEditDialog *self, const char *label)
{
  MarchEditDialogPrivate *priv = get_private (self);

  gtk_button_set_label (priv->write_button, label);
  march_spoken_name_set_buttons (GTK_WIDGET (priv->write_button));
}

/**
 * march_edit_dialog_offer_delete:
 * @label: (nullable): with a mnemonic; %NULL: what is shown is deleted
 * @tooltip: (nullable): what comes of it, or why it can't be done; %NULL: it can be undone
 * @deletable: whether the button can be pressed
 *
 * For dialogs whose class can remove what is shown.
 */
void
march_edit_dialog_offer_delete (MarchEditDialog *self,
                                const char      *label,
                                const char      *tooltip,
                                gboolean         deletable)
{
  MarchEditDialogPrivate *priv = get_private (self);

  g_return_if_fail (MARCH_EDIT_DIALOG_GET_CLASS (self)->remove != NULL);
  priv->deletable = deletable;
  if (label != NULL)
    gtk_button_set_label (priv->delete_button, label);
  march_spoken_name_set_buttons (GTK_WIDGET (priv->delete_button));
  gtk_widget_set_visible (GTK_WIDGET (priv->delete_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->delete_button), deletable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->delete_button),
                               tooltip != NULL ? tooltip : _("It can be undone"));
}

/** march_edit_dialog_changed: something else is typed than before; it is checked soon */
void
march_edit_dialog_changed (MarchEditDialog *self)
{
  MarchEditDialogPrivate *priv = get_private (self);

  priv->touched = TRUE;
  tell (self, "");
  if (priv->check == 0 && priv->work != NULL)
    priv->check = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

/** march_edit_dialog_is_tried: Returns: whether it was to be written already, so that what is
 * missing is told */
gboolean
march_edit_dialog_is_tried (MarchEditDialog *self)
{
  return get_private (self)->tried;
}
