/* march-link-form.c — what a passage bears on: of which kind it is, and its fields */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "forms/march-chooser.h"
#include "reader/march-link-assertion.h"
#include "reader/march-link-buttons.h"
#include "reader/march-link-form.h"
#include "reader/march-link-proposal.h"

struct _MarchLinkForm
{
  GtkBox parent_instance;

  MarchCompleters    *names;
  MarchPassageDraft   *passage; /* borrowed; NULL while nothing is coded */
  MarchAssertionDraft *last;    /* what was coded before; NULL for none */

  MarchLinkButtons   *buttons;
  MarchChooser       *existing;
  MarchLinkAssertion *assertion; /* the fields of a drafted one */
  MarchLinkProposal  *proposal;  /* likewise */
};

enum
{
  CHANGED,
  PICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchLinkForm, march_link_form, GTK_TYPE_BOX)

static MarchAssertionDraft *
get_assertion (MarchLinkForm *self)
{
  return self->passage != NULL ? march_passage_draft_get_assertion (self->passage) : NULL;
}

static MarchProposalDraft *
get_proposal (MarchLinkForm *self)
{
  return self->passage != NULL ? march_passage_draft_get_proposal (self->passage) : NULL;
}

/* Whether what is in view is a proposal, drafted or of the dossier. */
static gboolean
is_proposal (MarchLinkForm *self)
{
  return self->passage != NULL && self->passage->link != NULL && self->passage->link->proposal != 0;
}

static void
tell_changed (MarchLinkForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static MarchAssertionDraft *
new_assertion (MarchLinkForm *self)
{
  return self->last != NULL ? march_assertion_draft_new_after (self->last)
                            : march_assertion_draft_new (MARCH_KIND_CONTROL);
}

static MarchAssertionKind
get_last_kind (MarchLinkForm *self)
{
  return self->last != NULL ? self->last->kind : MARCH_KIND_CONTROL;
}

static MarchStance
get_stance (MarchLinkForm *self)
{
  return self->passage->link != NULL ? self->passage->link->stance : MARCH_STANCE_SUPPORTS;
}

static void
show_buttons (MarchLinkForm *self, const MarchAssertionDraft *draft)
{
  const MarchEvidenceDraft *link = self->passage != NULL ? self->passage->link : NULL;
  int                       kind = draft != NULL ? (int) draft->kind : -1;

  if (is_proposal (self))
    kind = MARCH_LINK_KIND_PROPOSAL;
  march_link_buttons_show (self->buttons, kind, link != NULL ? (int) link->stance : -1);
}

/* What the dossier has is found among the assertions, or among the proposals. */
static void
complete_existing (MarchLinkForm *self)
{
  MarchCompleter *const *completers = march_completers_get (self->names);

  march_chooser_set_completer (
      self->existing,
      completers[is_proposal (self) ? MARCH_COMPLETE_PROPOSALS : MARCH_COMPLETE_ASSERTIONS]);
  march_chooser_set_hint (self->existing, is_proposal (self)
                                              ? _("A new proposal, or find one")
                                              : _("A new assertion, or find one"));
}

/* Of a draft that is new there is nothing to find yet. */
static void
show_existing (MarchLinkForm *self, const MarchAssertionDraft *draft)
{
  const MarchEvidenceDraft *link = self->passage != NULL ? self->passage->link : NULL;
  const MarchProposalDraft *proposal = get_proposal (self);
  g_autofree char          *words = NULL;

  complete_existing (self);
  if (draft == NULL && link != NULL && (proposal == NULL || proposal->existing))
    words = proposal != NULL ? g_strdup (proposal->title)
                             : march_passage_draft_describe_link (self->passage, link);
  march_chooser_show (self->existing,
                      words != NULL ? MAX (link->assertion, link->proposal) : 0,
                      words != NULL ? words : "");
}

/* The link in view: what it leads to, and the fields that such an assertion has. */
static void
show (MarchLinkForm *self)
{
  MarchAssertionDraft *draft = get_assertion (self);
  MarchCoding         *coding = self->passage != NULL ? self->passage->coding : NULL;

  show_buttons (self, draft);
  show_existing (self, draft);
  march_link_assertion_bind (self->assertion, coding, draft);
  march_link_proposal_bind (self->proposal, coding, get_proposal (self));
}

static void
link_to (MarchLinkForm *self, guint kind)
{
  const MarchStance    stance = get_stance (self);
  MarchAssertionDraft *draft = NULL;

  march_passage_draft_unlink (self->passage);
  if (kind == MARCH_LINK_KIND_PROPOSAL)
    {
      march_passage_draft_link_proposal (self->passage, march_proposal_draft_new (""), stance);
      return;
    }
  draft = new_assertion (self);
  draft->kind = kind;
  march_passage_draft_link_new (self->passage, draft, stance);
}

/* A second press on the kind takes it back: the words support nothing yet. */
static void
kind_cb (MarchLinkForm *self, guint kind, gboolean on)
{
  MarchAssertionDraft *draft = get_assertion (self);

  if (self->passage == NULL)
    return;
  if (!on)
    march_passage_draft_unlink (self->passage);
  else if (draft != NULL && kind != MARCH_LINK_KIND_PROPOSAL)
    draft->kind = kind;
  else
    link_to (self, kind);
  show (self);
  tell_changed (self);
}

static void
stance_cb (MarchLinkForm *self, guint stance)
{
  if (self->passage == NULL || self->passage->link == NULL)
    return;
  self->passage->link->stance = stance;
  tell_changed (self);
}

/* One of the dossier is changed by what is typed; one that is drafted along is linked as it is. */
static void
link_to_proposal (MarchLinkForm *self, gint64 id, MarchStance stance)
{
  const MarchProposal *record
      = march_corpus_get_proposal (march_coding_get_corpus (self->passage->coding), id);

  if (record != NULL)
    march_passage_draft_link_proposal (self->passage, march_proposal_draft_new_from (record),
                                       stance);
  else
    march_passage_draft_link (self->passage, id, stance);
}

/* Instead of a new one, one that the dossier has. */
static void
existing_cb (MarchLinkForm *self, gint64 id)
{
  const gboolean            proposal = is_proposal (self);
  const MarchProposalDraft *draft = get_proposal (self);
  MarchStance               stance = MARCH_STANCE_SUPPORTS;

  if (self->passage == NULL
      || (id == 0 && (get_assertion (self) != NULL || (draft != NULL && !draft->existing))))
    return;
  stance = get_stance (self);
  if (id == 0)
    link_to (self, proposal ? MARCH_LINK_KIND_PROPOSAL : get_last_kind (self));
  else
    {
      march_passage_draft_unlink (self->passage);
      if (proposal)
        link_to_proposal (self, id, stance);
      else
        march_passage_draft_link (self->passage, id, stance);
    }
  show (self);
  tell_changed (self);
}

static void
pick_cb (MarchLinkForm *self)
{
  g_signal_emit (self, signals[PICK], 0);
}

static void
renewed_cb (MarchLinkForm *self)
{
  MarchCompleter *const *completers = march_completers_get (self->names);

  complete_existing (self);
  march_link_assertion_set_completers (self->assertion, completers);
  march_link_proposal_set_completers (self->proposal, completers);
  march_link_form_suggest_places (self);
}

static gboolean
march_link_form_grab_focus (GtkWidget *widget)
{
  MarchLinkForm *self = MARCH_LINK_FORM (widget);

  if (get_proposal (self) != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->proposal));
  return gtk_widget_grab_focus (GTK_WIDGET (self->assertion));
}

static void
march_link_form_dispose (GObject *object)
{
  MarchLinkForm *self = MARCH_LINK_FORM (object);

  self->passage = NULL;
  g_clear_object (&self->names);
  G_OBJECT_CLASS (march_link_form_parent_class)->dispose (object);
}

static void
march_link_form_finalize (GObject *object)
{
  g_clear_pointer (&MARCH_LINK_FORM (object)->last, march_assertion_draft_free);
  G_OBJECT_CLASS (march_link_form_parent_class)->finalize (object);
}

static void
march_link_form_class_init (MarchLinkFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_link_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = march_link_form_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_link_form_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_LINK_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PICK] = g_signal_new ("pick", MARCH_TYPE_LINK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
make_forms (MarchLinkForm *self)
{
  self->assertion = MARCH_LINK_ASSERTION (march_link_assertion_new ());
  self->proposal = MARCH_LINK_PROPOSAL (march_link_proposal_new ());
  g_signal_connect_object (self->assertion, "changed", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->assertion, "pick", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->proposal, "changed", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
march_link_form_init (MarchLinkForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->existing = MARCH_CHOOSER (march_chooser_new (_("Assertion"),
                                                     _("A new assertion, or find one")));
  g_signal_connect_object (self->existing, "chosen", G_CALLBACK (existing_cb), self,
                           G_CONNECT_SWAPPED);
  self->buttons = MARCH_LINK_BUTTONS (march_link_buttons_new ());
  g_signal_connect_object (self->buttons, "kind", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buttons, "stance", G_CALLBACK (stance_cb), self,
                           G_CONNECT_SWAPPED);
  make_forms (self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->buttons));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->existing));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->assertion));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->proposal));
}

/** march_link_form_new: Returns: (transfer floating): the fields, of nothing yet; @names finds what
 * is typed */
GtkWidget *
march_link_form_new (MarchCompleters *names)
{
  MarchLinkForm *self = g_object_new (MARCH_TYPE_LINK_FORM, NULL);

  self->names = g_object_ref (names);
  g_signal_connect_object (names, "changed", G_CALLBACK (renewed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** march_link_form_get_more: Returns: (transfer none): the fields that are seldom needed, to be put
 * somewhere else */
GtkWidget *
march_link_form_get_more (MarchLinkForm *self)
{
  return march_link_assertion_get_more (self->assertion);
}

/** march_link_form_bind: @passage: (nullable): whose link in view is shown and changed; borrowed.
 * Again when another link comes into view */
void
march_link_form_bind (MarchLinkForm *self, MarchPassageDraft *passage)
{
  self->passage = passage;
  show (self);
  if (passage != NULL)
    march_link_form_suggest_places (self);
}

/** march_link_form_set_last: @last: (nullable): what a new assertion is filled in from */
void
march_link_form_set_last (MarchLinkForm *self, const MarchAssertionDraft *last)
{
  g_clear_pointer (&self->last, march_assertion_draft_free);
  self->last = last != NULL ? march_assertion_draft_copy (last) : NULL;
}

/** march_link_form_begin: the passage supports a new assertion */
void
march_link_form_begin (MarchLinkForm *self)
{
  march_passage_draft_link_new (self->passage, new_assertion (self), MARCH_STANCE_SUPPORTS);
  show (self);
}

/** march_link_form_begin_another: it supports one more, like that in view but of another place */
void
march_link_form_begin_another (MarchLinkForm *self)
{
  const MarchAssertionDraft *current = get_assertion (self);
  MarchAssertionDraft       *draft = current != NULL ? march_assertion_draft_new_after (current)
                                                     : new_assertion (self);

  march_assertion_draft_set_place (draft, 0);
  march_passage_draft_link_new (self->passage, draft, MARCH_STANCE_SUPPORTS);
  show (self);
}

/** march_link_form_aim: in place of what is in view the passage supports a record of the dossier;
 * @bears_on: id of an assertion or a proposal; @alike: it supports a new assertion by somebody
 * else, of the same kind, place and actor */
void
march_link_form_aim (MarchLinkForm *self, gint64 bears_on, gboolean alike)
{
  MarchCorpus          *corpus = march_coding_get_corpus (self->passage->coding);
  const MarchAssertion *assertion = march_corpus_get_assertion (corpus, bears_on);

  march_passage_draft_unlink (self->passage);
  if (assertion == NULL)
    link_to_proposal (self, bears_on, MARCH_STANCE_SUPPORTS);
  else if (alike)
    {
      g_autoptr (MarchAssertionDraft) pattern = march_assertion_draft_new_from (assertion);

      pattern->according = 0;
      march_passage_draft_link_new (self->passage, march_assertion_draft_new_after (pattern),
                                    MARCH_STANCE_SUPPORTS);
    }
  else
    march_passage_draft_link (self->passage, bears_on, MARCH_STANCE_SUPPORTS);
  show (self);
}

/** march_link_form_unlink: the passage does not bear on what is in view */
void
march_link_form_unlink (MarchLinkForm *self)
{
  march_passage_draft_unlink (self->passage);
  show (self);
}

/** march_link_form_choose_kind: @kind: of assertion, or the one after them: a proposal. As its
 * button does */
void
march_link_form_choose_kind (MarchLinkForm *self, guint kind)
{
  if (self->passage != NULL)
    march_link_buttons_press (self->buttons, kind);
}

/** march_link_form_take_place: @place: id of a place that was picked on the map */
void
march_link_form_take_place (MarchLinkForm *self, gint64 place)
{
  march_link_assertion_take_place (self->assertion, place);
}

/** march_link_form_set_actor: @actor: id of who holds or claims, as far as the assertion has one */
void
march_link_form_set_actor (MarchLinkForm *self, gint64 actor)
{
  MarchAssertionDraft *draft = get_assertion (self);

  if (draft == NULL)
    return;
  draft->actor = actor;
  show (self);
  tell_changed (self);
}

/** march_link_form_suggest_places: what the quoted words name is one press away */
void
march_link_form_suggest_places (MarchLinkForm *self)
{
  g_autofree char *words
      = self->passage != NULL ? march_quotation_draft_dup_words (self->passage->quotation) : NULL;

  if (words != NULL)
    march_link_assertion_suggest_places (
        self->assertion,
        march_completers_list_places (
            self->names, march_coding_get_corpus (self->passage->coding), words));
}

/** march_link_form_clear_problems: nothing is known to be wrong */
void
march_link_form_clear_problems (MarchLinkForm *self)
{
  march_link_assertion_clear_problems (self->assertion);
  march_link_proposal_clear_problems (self->proposal);
}

/** march_link_form_show_problem: Returns: whether it is about what is in view, and told there */
gboolean
march_link_form_show_problem (MarchLinkForm *self, const MarchProblem *problem)
{
  return march_link_assertion_show_problem (self->assertion, problem)
         || march_link_proposal_show_problem (self->proposal, problem);
}

/** march_link_form_is_resolved: Returns: whether all that is typed names something; where it does
 * not, that is told */
gboolean
march_link_form_is_resolved (MarchLinkForm *self)
{
  return march_link_assertion_check_resolved (self->assertion)
         && march_link_proposal_check_resolved (self->proposal);
}
