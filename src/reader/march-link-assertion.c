/* march-link-assertion.c — an assertion that a passage bears on: its places and fields */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "forms/march-coding-specs.h"
#include "forms/march-form-part.h"
#include "forms/march-place-chips.h"
#include "reader/march-link-assertion.h"

struct _MarchLinkAssertion
{
  GtkBox parent_instance;

  MarchAssertionDraft *draft; /* borrowed; NULL for none */
  MarchPlaceChips     *places;
  MarchDraftForm      *form;
  MarchDraftList      *participants;
  MarchDraftForm      *more; /* stands elsewhere */
};

enum
{
  CHANGED,
  PICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchLinkAssertion, march_link_assertion, GTK_TYPE_BOX)

static void
changed_cb (MarchLinkAssertion *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pick_cb (MarchLinkAssertion *self)
{
  g_signal_emit (self, signals[PICK], 0);
}

static gboolean
march_link_assertion_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MARCH_LINK_ASSERTION (widget)->places));
}

static void
march_link_assertion_dispose (GObject *object)
{
  MARCH_LINK_ASSERTION (object)->draft = NULL;
  g_clear_object (&MARCH_LINK_ASSERTION (object)->more);
  G_OBJECT_CLASS (march_link_assertion_parent_class)->dispose (object);
}

static void
march_link_assertion_class_init (MarchLinkAssertionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_link_assertion_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_link_assertion_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_LINK_ASSERTION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PICK] = g_signal_new ("pick", MARCH_TYPE_LINK_ASSERTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static gpointer
watch (MarchLinkAssertion *self, GtkWidget *part)
{
  g_signal_connect_object (part, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return part;
}

static void
march_link_assertion_init (MarchLinkAssertion *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-body");
  self->places = watch (self, march_place_chips_new ());
  self->form = watch (self, march_coding_new_assertion_form (FALSE));
  self->participants = watch (self, march_coding_new_participants ());
  self->more = g_object_ref_sink (watch (self, march_coding_new_assertion_form (TRUE)));
  g_signal_connect_object (self->places, "pick", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->places));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->participants));
}

/** march_link_assertion_new: Returns: (transfer floating): the fields, of nothing yet */
GtkWidget *
march_link_assertion_new (void)
{
  return g_object_new (MARCH_TYPE_LINK_ASSERTION, NULL);
}

/** march_link_assertion_get_more: Returns: (transfer none): the fields that are seldom needed, to
 * be put somewhere else */
GtkWidget *
march_link_assertion_get_more (MarchLinkAssertion *self)
{
  return GTK_WIDGET (self->more);
}

/* What an actor and a date are depends on the kind. */
static void
name_fields (MarchLinkAssertion *self)
{
  MarchFormField *actor = march_draft_form_get_field (self->form, "actor");
  MarchFormField *valid = march_draft_form_get_field (self->form, "valid");

  if (actor != NULL)
    march_form_field_set_label (actor, march_coding_get_actor_label (self->draft->kind));
  if (valid != NULL)
    march_form_field_set_label (valid, march_coding_get_valid_label (self->draft->kind));
}

static gboolean
is_event (MarchLinkAssertion *self)
{
  return self->draft != NULL && self->draft->kind == MARCH_KIND_EVENT;
}

/** march_link_assertion_bind: @draft: (nullable): what is shown and changed, with the fields of its
 * kind; borrowed; none hides it. Again when its kind is another */
void
march_link_assertion_bind (MarchLinkAssertion  *self,
                           MarchCoding         *coding,
                           MarchAssertionDraft *draft)
{
  self->draft = draft;
  march_place_chips_bind (self->places, coding, draft);
  march_draft_form_bind (self->form, coding, draft, march_coding_uses_member);
  march_draft_form_bind (self->more, coding, draft, march_coding_uses_member);
  march_draft_list_bind (self->participants, coding, draft);
  gtk_widget_set_visible (GTK_WIDGET (self->participants), is_event (self));
  gtk_widget_set_visible (GTK_WIDGET (self), draft != NULL);
  if (draft != NULL)
    name_fields (self);
}

/** march_link_assertion_set_completers: @completers: (array): one of each kind, or %NULL; borrowed
 */
void
march_link_assertion_set_completers (MarchLinkAssertion    *self,
                                     MarchCompleter *const *completers)
{
  march_place_chips_set_completer (self->places, completers[MARCH_COMPLETE_PLACES]);
  march_draft_form_set_completers (self->form, completers);
  march_draft_form_set_completers (self->more, completers);
  march_form_part_set_completers (MARCH_FORM_PART (self->participants), completers);
}

/** march_link_assertion_suggest_places: @places: (transfer full) (element-type MarchPlace): what
 * the words name; it is one press away */
void
march_link_assertion_suggest_places (MarchLinkAssertion *self, GPtrArray *places)
{
  march_place_chips_suggest (self->places, places);
}

/** march_link_assertion_take_place: @place: id of a place that was picked on the map */
void
march_link_assertion_take_place (MarchLinkAssertion *self, gint64 place)
{
  if (self->draft != NULL)
    march_place_chips_add (self->places, place);
}

/** march_link_assertion_show_problem: Returns: whether it is about what is here, and told there */
gboolean
march_link_assertion_show_problem (MarchLinkAssertion *self, const MarchProblem *problem)
{
  if (self->draft == NULL || problem->draft != self->draft->id)
    return FALSE;
  if (g_str_equal (problem->field, "places"))
    {
      march_place_chips_set_problem (self->places, problem);
      return TRUE;
    }
  return march_form_part_show_problem (MARCH_FORM_PART (self->participants), problem) != NULL
         || march_draft_form_show_problem (self->form, problem)
         || march_draft_form_show_problem (self->more, problem);
}

/** march_link_assertion_clear_problems: nothing is known to be wrong */
void
march_link_assertion_clear_problems (MarchLinkAssertion *self)
{
  march_place_chips_set_problem (self->places, NULL);
  march_draft_form_clear_problems (self->form);
  march_draft_form_clear_problems (self->more);
  march_form_part_clear_problems (MARCH_FORM_PART (self->participants));
}

/** march_link_assertion_check_resolved: Returns: whether all that is typed names something; where
 * it does not, that is told */
gboolean
march_link_assertion_check_resolved (MarchLinkAssertion *self)
{
  return self->draft == NULL
         || (march_place_chips_check_resolved (self->places)
             && march_draft_form_check_resolved (self->form)
             && (!is_event (self)
                 || march_form_part_check_resolved (MARCH_FORM_PART (self->participants)))
             && march_draft_form_check_resolved (self->more));
}
