/* march-coding-pane.c — says who says the quoted words, and what they support */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "reader/march-coding-form.h"
#include "reader/march-coding-pane.h"
#include "reader/march-coding-rest.h"

struct _MarchCodingPane
{
  GtkBox parent_instance;

  MarchSession      *session;
  MarchPassageDraft *passage; /* what is coded; NULL while nothing is */
  gboolean           touched; /* something of it was typed or chosen */
  gboolean           writing;

  /* What was coded before; each NULL for none */
  MarchQuotationDraft *last;
  MarchPassageDraft   *cancelled;

  GtkStack        *stack;
  MarchCodingRest *rest;
  MarchCodingForm *form;
};

enum
{
  SAVED,
  LEFT,
  ADD_WORDS,
  PICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchCodingPane, march_coding_pane, GTK_TYPE_BOX)

static void
changed_cb (MarchCodingPane *self)
{
  self->touched = TRUE;
}

static void
pick_cb (MarchCodingPane *self)
{
  g_signal_emit (self, signals[PICK], 0);
}

static MarchLinkForm *
get_links (MarchCodingPane *self)
{
  return march_coding_form_get_links (self->form);
}

/* Whoever borrows the drafts lets go of them. */
static MarchPassageDraft *
steal_passage (MarchCodingPane *self)
{
  march_coding_form_bind (self->form, NULL);
  self->touched = FALSE;
  return g_steal_pointer (&self->passage);
}

static void
drop_passage (MarchCodingPane *self)
{
  g_autoptr (MarchPassageDraft) passage = steal_passage (self);
}

static void
show_rest (MarchCodingPane *self, gboolean saved, gint64 place)
{
  march_coding_rest_show (self->rest, saved, place, self->cancelled != NULL);
  gtk_stack_set_visible_child_name (self->stack, "rest");
}

static void
forget_last (MarchCodingPane *self)
{
  g_clear_pointer (&self->last, march_quotation_draft_free);
  march_link_form_set_last (get_links (self), NULL);
}

/* Returns: the first place that it is about, 0 for none. */
static gint64
remember (MarchCodingPane *self)
{
  GPtrArray *assertions = march_coding_get_assertions (self->passage->coding);

  g_clear_pointer (&self->last, march_quotation_draft_free);
  self->last = march_quotation_draft_copy (self->passage->quotation);
  if (assertions->len == 0)
    return 0;
  march_link_form_set_last (get_links (self), assertions->pdata[assertions->len - 1]);
  return march_assertion_draft_get_place (assertions->pdata[0]);
}

static void
saved (MarchCodingPane *self)
{
  const gint64 quotation = self->passage->quotation->id;
  const gint64 place = remember (self);

  drop_passage (self);
  show_rest (self, TRUE, place);
  g_signal_emit (self, signals[SAVED], 0, quotation, place);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchCodingPane) self = user_data;
  g_autoptr (GError)          error = NULL;
  const gboolean ok = march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error);

  self->writing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), TRUE);
  if (self->session == NULL || self->passage == NULL)
    return;
  if (ok)
    {
      saved (self);
      return;
    }
  march_coding_form_refuse (self->form, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  march_coding_pane_save (MARCH_CODING_PANE (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[LEFT], 0);
  march_coding_pane_cancel (MARCH_CODING_PANE (widget));
}

static void
add_another_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchCodingPane *self = MARCH_CODING_PANE (widget);

  if (self->passage != NULL && !self->writing && march_coding_form_may_write (self->form))
    march_coding_form_link_another (self->form);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchCodingPane *self = MARCH_CODING_PANE (widget);
  GPtrArray       *links = NULL;

  if (self->cancelled == NULL || self->passage != NULL)
    return;
  self->passage = g_steal_pointer (&self->cancelled);
  march_coding_set_corpus (self->passage->coding, march_session_get_corpus (self->session));
  links = march_passage_draft_get_links (self->passage);
  self->passage->link = links->len > 0 ? links->pdata[links->len - 1] : NULL;
  march_coding_form_bind (self->form, self->passage);
  self->touched = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "form");
}

static void
add_words_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ADD_WORDS], 0);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
kind_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const int kind = g_variant_get_int32 (target);

  if (kind >= 0)
    march_link_form_choose_kind (get_links (MARCH_CODING_PANE (widget)), kind);
}

/* The dossier has changed: by another edit, or by this one. */
static void
snapshot_cb (MarchCodingPane *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  if (self->passage == NULL || corpus == NULL || self->writing
      || corpus == march_coding_get_corpus (self->passage->coding))
    return;
  march_coding_form_set_corpus (self->form, corpus);
}

/* A draft of another dossier has no sense here. */
static void
dossier_cb (MarchCodingPane *self)
{
  g_clear_pointer (&self->cancelled, march_passage_draft_free);
  forget_last (self);
  if (self->passage != NULL)
    drop_passage (self);
  show_rest (self, FALSE, 0);
}

static void
march_coding_pane_dispose (GObject *object)
{
  MarchCodingPane *self = MARCH_CODING_PANE (object);

  if (self->passage != NULL)
    drop_passage (self);
  g_clear_pointer (&self->cancelled, march_passage_draft_free);
  g_clear_pointer (&self->last, march_quotation_draft_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_coding_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "coding.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "coding.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "coding.add-another", NULL, add_another_action);
  gtk_widget_class_install_action (widget_class, "coding.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "coding.add-words", NULL, add_words_action);
  gtk_widget_class_install_action (widget_class, "coding.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "coding.kind", "i", kind_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "coding.leave", NULL);
  /* The last is a proposal. */
  for (int kind = 0; kind <= MARCH_KIND_THESIS + 1; kind++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + kind, GDK_ALT_MASK,
                                         "coding.kind", "i", kind);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, MARCH_TYPE_CODING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
march_coding_pane_class_init (MarchCodingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_coding_pane_dispose;
  install_actions (widget_class);
  signals[SAVED] = g_signal_new ("saved", MARCH_TYPE_CODING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[LEFT] = new_signal ("left");
  signals[ADD_WORDS] = new_signal ("add-words");
  signals[PICK] = new_signal ("pick");
}

static void
add_shortcut (GtkShortcutController *controller, const char *keys, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                    gtk_named_action_new (action)));
}

static void
march_coding_pane_init (MarchCodingPane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  /* Before an entry takes Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), "<Control>Return|<Control>KP_Enter",
                "coding.save");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                "<Control><Shift>Return|<Control><Shift>KP_Enter", "coding.add-another");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/** march_coding_pane_new: Returns: (transfer floating): the pane, at rest */
GtkWidget *
march_coding_pane_new (MarchSession *session)
{
  MarchCodingPane *self = g_object_new (MARCH_TYPE_CODING_PANE, NULL);

  self->session = g_object_ref (session);
  self->rest = MARCH_CODING_REST (march_coding_rest_new (session));
  self->form = MARCH_CODING_FORM (march_coding_form_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->rest), "rest");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), "form");
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "pick", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (snapshot_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dossier", G_CALLBACK (dossier_cb), self,
                           G_CONNECT_SWAPPED);
  show_rest (self, FALSE, 0);
  return GTK_WIDGET (self);
}

/* In place of what was coded. */
static void
begin (MarchCodingPane *self, MarchQuotationDraft *quotation)
{
  if (self->passage != NULL)
    drop_passage (self);
  self->passage = march_passage_draft_new (march_session_get_corpus (self->session), quotation);
  march_coding_form_bind (self->form, self->passage);
  march_coding_form_link (self->form);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/**
 * march_coding_pane_begin:
 * @source: of the session's corpus, with its text
 * @words: which of its words are quoted
 *
 * Begins a passage in place of what was coded, with what stays the same from the last one.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if these words can't be quoted
 */
gboolean
march_coding_pane_begin (MarchCodingPane    *self,
                         const MarchSource  *source,
                         const MarchStretch *words,
                         GError            **error)
{
  g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new_after (
      march_session_get_corpus (self->session), source, self->last);

  if (!march_quotation_draft_add_span (draft, source->text, words->first, words->beyond, error))
    return FALSE;
  begin (self, g_steal_pointer (&draft));
  return TRUE;
}

/** march_coding_pane_begin_from: takes up a quotation of the dossier in place of what was coded, to
 * say what else it supports */
void
march_coding_pane_begin_from (MarchCodingPane *self, const MarchQuotation *quotation)
{
  begin (self, march_quotation_draft_new_from (quotation));
}

/** march_coding_pane_begin_note: what was just begun is to have a note, and supports nothing yet */
void
march_coding_pane_begin_note (MarchCodingPane *self)
{
  march_coding_form_write_note (self->form);
}

/** march_coding_pane_aim: what was just begun supports an assertion or a proposal of the dossier,
 * @bears_on; @alike: a new assertion by somebody else, of the same kind, place and actor */
void
march_coding_pane_aim (MarchCodingPane *self, gint64 bears_on, gboolean alike)
{
  march_coding_form_aim (self->form, bears_on, alike);
}

/** march_coding_pane_add_words: quotes further words along, of the same text. Returns: whether they
 * can be; why not is told in the pane */
gboolean
march_coding_pane_add_words (MarchCodingPane *self, const MarchStretch *words)
{
  return march_coding_form_add_words (self->form, words);
}

/** march_coding_pane_take_place: @place: id of a place that was picked on the map */
void
march_coding_pane_take_place (MarchCodingPane *self, gint64 place)
{
  march_link_form_take_place (get_links (self), place);
}

/** march_coding_pane_set_actor: @actor: id of who holds or claims, as far as the assertion has one
 */
void
march_coding_pane_set_actor (MarchCodingPane *self, gint64 actor)
{
  march_link_form_set_actor (get_links (self), actor);
}

/** march_coding_pane_has_draft: Returns: whether a passage is being coded */
gboolean
march_coding_pane_has_draft (MarchCodingPane *self)
{
  return self->passage != NULL;
}

/** march_coding_pane_is_touched: Returns: whether something of it would be lost with it */
gboolean
march_coding_pane_is_touched (MarchCodingPane *self)
{
  return self->passage != NULL && self->touched;
}

/** march_coding_pane_save: writes the passage as one edit, or tells what stands in its way */
void
march_coding_pane_save (MarchCodingPane *self)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);

  if (self->passage == NULL || self->writing || dossier == NULL
      || !march_coding_form_may_write (self->form))
    return;
  march_coding_form_end (self->form);
  self->writing = TRUE;
  /* The focus goes before its field does. */
  g_signal_emit (self, signals[LEFT], 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  march_coding_write_async (self->passage->coding, dossier, written_cb, g_object_ref (self));
}

/** march_coding_pane_cancel: codes the passage no more; it can be taken up again */
void
march_coding_pane_cancel (MarchCodingPane *self)
{
  if (self->passage == NULL || self->writing)
    return;
  if (march_coding_pane_is_touched (self))
    {
      g_clear_pointer (&self->cancelled, march_passage_draft_free);
      self->cancelled = steal_passage (self);
    }
  else
    drop_passage (self);
  show_rest (self, FALSE, 0);
}
