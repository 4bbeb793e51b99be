/* march-link-form.c — what a passage bears on: of which kind it is, and its fields */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "forms/march-chooser.h"
#include "reader/march-link-assertion.h"
#include "reader/march-link-form.h"
#include "reader/march-link-proposal.h"
#include "widgets/march-wrap-layout.h"

/* The kinds of assertions, and after them proposals. */
#define KIND_PROPOSAL (MARCH_KIND_THESIS + 1)
#define N_KINDS (KIND_PROPOSAL + 1)

struct _MarchLinkForm
{
  GtkBox parent_instance;

  MarchCompleters    *names;
  MarchPassageDraft   *passage; /* borrowed; NULL while nothing is coded */
  MarchAssertionDraft *last;    /* what was coded before; NULL for none */
  gboolean             binding; /* what is there is shown, nobody chooses */

  GtkWidget          *kinds[N_KINDS];
  GtkWidget          *stances;
  GtkWidget          *stance_buttons[MARCH_STANCE_QUALIFIES + 1];
  MarchChooser       *existing;
  MarchLinkAssertion *assertion; /* the fields of a drafted one */
  MarchLinkProposal     *proposal;  /* likewise */
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
show_kinds (MarchLinkForm *self, const MarchAssertionDraft *draft)
{
  const MarchEvidenceDraft *link = self->passage != NULL ? self->passage->link : NULL;

  for (guint i = 0; i < KIND_PROPOSAL; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[i]),
                                  draft != NULL && draft->kind == i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[KIND_PROPOSAL]),
                                is_proposal (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->stance_buttons); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stance_buttons[i]),
                                  link != NULL && link->stance == i);
  gtk_widget_set_sensitive (self->stances, link != NULL);
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

  self->binding = TRUE;
  show_kinds (self, draft);
  show_existing (self, draft);
  march_link_assertion_bind (self->assertion, coding, draft);
  march_link_proposal_bind (self->proposal, coding, get_proposal (self));
  self->binding = FALSE;
}

static void
link_to (MarchLinkForm *self, guint kind)
{
  const MarchStance    stance = get_stance (self);
  MarchAssertionDraft *draft = NULL;

  march_passage_draft_unlink (self->passage);
  if (kind == KIND_PROPOSAL)
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
kind_cb (MarchLinkForm *self, GtkToggleButton *button)
{
  const guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-value"));
  MarchAssertionDraft *draft = get_assertion (self);

  if (self->binding || self->passage == NULL)
    return;
  if (!gtk_toggle_button_get_active (button))
    march_passage_draft_unlink (self->passage);
  else if (draft != NULL && kind != KIND_PROPOSAL)
    draft->kind = kind;
  else
    link_to (self, kind);
  show (self);
  tell_changed (self);
}

static void
stance_cb (MarchLinkForm *self, GtkToggleButton *button)
{
  if (self->binding || self->passage == NULL || self->passage->link == NULL
      || !gtk_toggle_button_get_active (button))
    return;
  self->passage->link->stance
      = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-value"));
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
    link_to (self, proposal ? KIND_PROPOSAL : get_last_kind (self));
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

/* The words stand by themselves here, not in a sentence. */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *large = g_utf8_strup (first, -1);

  return g_strconcat (large, g_utf8_next_char (words), NULL);
}

static GtkWidget *
new_toggle (MarchLinkForm *self, const char *words, guint value, GCallback toggled)
{
  g_autofree char *label = capitalise (words);
  GtkWidget       *button = gtk_toggle_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "march-value", GUINT_TO_POINTER (value));
  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_kinds (MarchLinkForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, march_wrap_layout_new (6, 6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Kind of assertion"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    {
      const char *words = i == KIND_PROPOSAL
                              ? _("proposal")
                              : march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, i);

      self->kinds[i] = new_toggle (self, words, i, G_CALLBACK (kind_cb));
      gtk_widget_add_css_class (self->kinds[i], "pill-small");
      gtk_box_append (GTK_BOX (box), self->kinds[i]);
    }
  return box;
}

static void
make_stances (MarchLinkForm *self)
{
  self->stances = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->stances), TRUE);
  gtk_widget_add_css_class (self->stances, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stances), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Stance"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (self->stance_buttons); i++)
    {
      self->stance_buttons[i]
          = new_toggle (self, march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, i), i,
                        G_CALLBACK (stance_cb));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->stance_buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->stance_buttons[0]));
      gtk_box_append (GTK_BOX (self->stances), self->stance_buttons[i]);
    }
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
  make_stances (self);
  make_forms (self);
  gtk_box_append (GTK_BOX (self), new_kinds (self));
  gtk_box_append (GTK_BOX (self), self->stances);
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
  if (self->passage != NULL && kind < G_N_ELEMENTS (self->kinds))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[kind]), TRUE);
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
