/* march-link-proposal.c — a proposal that a passage bears on, with what it says of places */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "forms/march-coding-specs.h"
#include "forms/march-form-part.h"
#include "reader/march-link-proposal.h"

struct _MarchLinkProposal
{
  GtkBox parent_instance;

  MarchProposalDraft *draft; /* borrowed; NULL for none */
  MarchDraftForm     *form;
  MarchDraftList     *places;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchLinkProposal, march_link_proposal, GTK_TYPE_BOX)

static void
changed_cb (MarchLinkProposal *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
march_link_proposal_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (MARCH_LINK_PROPOSAL (widget)->form),
                                 GTK_DIR_TAB_FORWARD);
}

static void
march_link_proposal_class_init (MarchLinkProposalClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = march_link_proposal_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_LINK_PROPOSAL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_link_proposal_init (MarchLinkProposal *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-body");
  self->form = MARCH_DRAFT_FORM (march_coding_new_proposal_form ());
  self->places = MARCH_DRAFT_LIST (march_coding_new_terms ());
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->places));
}

/** march_link_proposal_new: Returns: (transfer floating): the fields, of nothing yet */
GtkWidget *
march_link_proposal_new (void)
{
  return g_object_new (MARCH_TYPE_LINK_PROPOSAL, NULL);
}

/** march_link_proposal_bind: @draft: (nullable): what is shown and changed; borrowed; none hides
 * it */
void
march_link_proposal_bind (MarchLinkProposal *self, MarchCoding *coding, MarchProposalDraft *draft)
{
  self->draft = draft;
  march_draft_form_bind (self->form, coding, draft, NULL);
  march_draft_list_bind (self->places, coding, draft);
  gtk_widget_set_visible (GTK_WIDGET (self), draft != NULL);
}

/** march_link_proposal_set_completers: @completers: (array): one of each kind, or %NULL; borrowed
 */
void
march_link_proposal_set_completers (MarchLinkProposal *self, MarchCompleter *const *completers)
{
  march_draft_form_set_completers (self->form, completers);
  march_form_part_set_completers (MARCH_FORM_PART (self->places), completers);
}

/** march_link_proposal_show_problem: Returns: whether it is about what is here, and told there */
gboolean
march_link_proposal_show_problem (MarchLinkProposal *self, const MarchProblem *problem)
{
  return self->draft != NULL && problem->draft == self->draft->id
         && (march_form_part_show_problem (MARCH_FORM_PART (self->places), problem) != NULL
             || march_draft_form_show_problem (self->form, problem));
}

/** march_link_proposal_clear_problems: nothing is known to be wrong */
void
march_link_proposal_clear_problems (MarchLinkProposal *self)
{
  march_draft_form_clear_problems (self->form);
  march_form_part_clear_problems (MARCH_FORM_PART (self->places));
}

/** march_link_proposal_check_resolved: Returns: whether all that is typed names something; where it
 * does not, that is told */
gboolean
march_link_proposal_check_resolved (MarchLinkProposal *self)
{
  return self->draft == NULL
         || (march_draft_form_check_resolved (self->form)
             && march_form_part_check_resolved (MARCH_FORM_PART (self->places)));
}
