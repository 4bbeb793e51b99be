/* march-settle-dialog.c — asks which of two assertions to prefer, and why */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"
#include "panel/march-settle-dialog.h"
#include "widgets/march-bearing.h"
#include "widgets/march-message.h"
#include "widgets/march-text-area.h"

struct _MarchSettleDialog
{
  AdwMessageDialog parent_instance;

  MarchSession *session;
  MarchCorpus  *corpus; /* owns the conflict's assertions */
  MarchConflict conflict;

  GtkCheckButton *prefer_a;
  GtkCheckButton *prefer_b;
  GtkLabel       *words_a;
  GtkLabel       *words_b;
  GtkCheckButton *leave_open;
  GtkDropDown    *rule; /* its first entry is none */
  MarchTextArea  *reason;
};

G_DEFINE_FINAL_TYPE (MarchSettleDialog, march_settle_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* The ranks that two assertions get. */
typedef struct
{
  gint64     assertions[2];
  MarchRank  ranks[2];
  char      *reason;
} Settlement;

static void
free_settlement (gpointer data)
{
  Settlement *settlement = data;

  g_free (settlement->reason);
  g_free (settlement);
}

static gboolean
set_ranks (MarchEdit *edit, gpointer data, GError **error)
{
  const Settlement *settlement = data;

  for (guint i = 0; i < G_N_ELEMENTS (settlement->ranks); i++)
    {
      const MarchRank rank = settlement->ranks[i];
      g_autoptr (MarchRow) row = march_row_new ();

      march_row_set_text (row, "rank", march_vocabulary_get_nick (MARCH_VOCABULARY_RANK, rank));
      march_row_set_text (row, "rank_reason",
                          rank == MARCH_RANK_PREFERRED ? settlement->reason : "");
      if (!march_edit_update (edit, "assertion", settlement->assertions[i], row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_settle_conflict_async:
 * @dossier: whose conflict it is
 * @conflict: between two assertions of its corpus
 * @preferred: (nullable): the one to prefer; NULL leaves the conflict open again
 * @reason: why
 *
 * Writes ranks in one edit that can be undone; nothing is deleted. march_dossier_edit_finish()
 * tells the outcome.
 */
void
march_settle_conflict_async (MarchDossier         *dossier,
                             const MarchConflict  *conflict,
                             const MarchAssertion *preferred,
                             const char           *reason,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  const MarchAssertion *sides[] = { conflict->a, conflict->b };
  Settlement *settlement = g_new0 (Settlement, 1);

  settlement->reason = g_strdup (reason);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      settlement->assertions[i] = sides[i]->id;
      settlement->ranks[i] = sides[i] == preferred ? MARCH_RANK_PREFERRED : MARCH_RANK_NORMAL;
    }
  march_dossier_edit_async (dossier,
                            preferred == NULL ? _("Leave a conflict open")
                                              : _("Settle a conflict"),
                            set_ranks, settlement, free_settlement, callback, user_data);
}

static const MarchAssertion *
get_preferred (MarchSettleDialog *self)
{
  if (gtk_check_button_get_active (self->prefer_a))
    return self->conflict.a;
  return gtk_check_button_get_active (self->prefer_b) ? self->conflict.b : NULL;
}

/* A choice needs to be made, and a preference needs its rule and its reason. */
static void
update_response (MarchSettleDialog *self)
{
  gboolean told = gtk_drop_down_get_selected (self->rule) > 0
                  && *march_text_area_get_text (self->reason) != '\0';
  gboolean open = gtk_check_button_get_active (self->leave_open);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "settle",
                                           open || (told && get_preferred (self) != NULL));
}

/* The last entry: the reason names its rule itself. */
static gboolean
is_told_below (MarchSettleDialog *self)
{
  return gtk_drop_down_get_selected (self->rule) + 1
         == g_list_model_get_n_items (gtk_drop_down_get_model (self->rule));
}

/* What the preferred assertion is stored with: the rule, and why it holds here. */
static char *
dup_reason (MarchSettleDialog *self)
{
  GtkStringObject *rule = gtk_drop_down_get_selected_item (self->rule);

  if (rule == NULL || is_told_below (self))
    return g_strdup (march_text_area_get_text (self->reason));
  /* Translators: a rule, and why it is followed. */
  return g_strdup_printf (_("%1$s: %2$s"), gtk_string_object_get_string (rule),
                          march_text_area_get_text (self->reason));
}

/* @user_data: (nullable): the window below the dialog, which is gone by now */
static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error))
    return;
  dialog = adw_message_dialog_new (parent, _("The Conflict Can’t Be Settled"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
march_settle_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  MarchSettleDialog *self = MARCH_SETTLE_DIALOG (dialog);
  MarchDossier      *dossier = march_session_get_dossier (self->session);
  GtkWindow         *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *reason = dup_reason (self);

  if (!g_str_equal (response, "settle") || dossier == NULL
      || march_session_get_corpus (self->session) != self->corpus)
    return;
  march_settle_conflict_async (dossier, &self->conflict, get_preferred (self), reason, settled_cb,
                               parent != NULL ? g_object_ref (parent) : NULL);
}

static void
march_settle_dialog_dispose (GObject *object)
{
  MarchSettleDialog *self = MARCH_SETTLE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_settle_dialog_parent_class)->dispose (object);
}

/* By keys: Enter begins a line of the reason. */
static void
settle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  if (!adw_message_dialog_get_response_enabled (dialog, "settle"))
    return;
  adw_message_dialog_response (dialog, "settle");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
march_settle_dialog_class_init (MarchSettleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MARCH_TYPE_TEXT_AREA);
  G_OBJECT_CLASS (klass)->dispose = march_settle_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = march_settle_dialog_response;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-settle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchSettleDialog, prefer_a);
  gtk_widget_class_bind_template_child (widget_class, MarchSettleDialog, prefer_b);
  gtk_widget_class_bind_template_child (widget_class, MarchSettleDialog, words_a);
  gtk_widget_class_bind_template_child (widget_class, MarchSettleDialog, words_b);
  gtk_widget_class_bind_template_child (widget_class, MarchSettleDialog, leave_open);
  gtk_widget_class_bind_template_child (widget_class, MarchSettleDialog, rule);
  gtk_widget_class_bind_template_child (widget_class, MarchSettleDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, update_response);
  gtk_widget_class_install_action (widget_class, "dialog.settle", NULL, settle_action);
}

static void
march_settle_dialog_init (MarchSettleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_text_area_set_name (self->reason, _("Reason"));
}

/* An earlier choice is shown with its reason; without one nobody is preferred. */
static void
show_earlier (MarchSettleDialog *self, GtkCheckButton *button, const MarchAssertion *assertion)
{
  if (assertion->rank != MARCH_RANK_PREFERRED)
    return;
  gtk_check_button_set_active (button, TRUE);
  gtk_drop_down_set_selected (self->rule,
                              g_list_model_get_n_items (gtk_drop_down_get_model (self->rule)) - 1);
  march_text_area_set_text (self->reason, assertion->rank_reason);
}

static void
fill (MarchSettleDialog *self)
{
  g_autofree char *a = march_bearing_describe_assertion (self->conflict.a);
  g_autofree char *b = march_bearing_describe_assertion (self->conflict.b);

  gtk_label_set_text (self->words_a, a);
  gtk_label_set_text (self->words_b, b);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->prefer_a), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  a, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->prefer_b), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  b, -1);
  show_earlier (self, self->prefer_a, self->conflict.a);
  show_earlier (self, self->prefer_b, self->conflict.b);
  update_response (self);
}

/** march_settle_dialog_present: asks in a dialog over @parent how to settle @conflict, of the
 * session's snapshot */
void
march_settle_dialog_present (GtkWindow           *parent,
                             MarchSession        *session,
                             const MarchConflict *conflict)
{
  MarchSettleDialog *self = g_object_new (MARCH_TYPE_SETTLE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->corpus = march_corpus_ref (march_session_get_corpus (session));
  self->conflict = *conflict;
  fill (self);
  march_message_present (ADW_MESSAGE_DIALOG (self));
}
