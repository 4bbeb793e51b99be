/* march-assertion-form.c — all that is typed of an assertion */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-assertion-form.h"

#include <glib/gi18n.h>

#include "forms/march-coding-specs.h"
#include "forms/march-draft-list.h"
#include "forms/march-form-part.h"
#include "forms/march-place-chips.h"


enum
{
  KIND,
  PLACES,
  MAIN,
  PARTICIPANTS,
  SELDOM,
  N_PARTS
};

struct _MarchAssertionForm
{
  GtkBox parent_instance;

  MarchCoding         *coding; /* borrowed from the dialog, with the draft */
  MarchAssertionDraft *draft;
  MarchAssertionKind   kind;   /* whose members are shown */
  MarchOrigin          origin;

  GtkWidget *parts[N_PARTS]; /* MarchFormParts; NULL: not shown */
  GtkWidget *more;
};

static guint changed_signal;

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchAssertionForm, march_assertion_form, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

static const MarchFormSpec kind_specs[] = {
  { .name = "kind", .label = N_("What is said"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_ASSERTION_KIND,
    .offset = G_STRUCT_OFFSET (MarchAssertionDraft, kind) },
};

static void
name_field (MarchAssertionForm *self, const char *member, const char *label)
{
  MarchFormField *field
      = march_draft_form_get_field (MARCH_DRAFT_FORM (self->parts[MAIN]), member);

  if (field != NULL)
    march_form_field_set_label (field, label);
}

static gboolean
uses (MarchAssertionForm *self, const char *member)
{
  return march_assertion_kind_get_use (self->draft->kind, member) != MARCH_FIELD_UNUSED;
}

/* The members that assertions of that kind and origin have. */
static void
show_members (MarchAssertionForm *self)
{
  self->kind = self->draft->kind;
  self->origin = self->draft->origin;
  march_draft_form_bind (MARCH_DRAFT_FORM (self->parts[MAIN]), self->coding, self->draft,
                         march_coding_uses_member);
  march_draft_form_bind (MARCH_DRAFT_FORM (self->parts[SELDOM]), self->coding, self->draft,
                         march_coding_uses_member);
  name_field (self, "actor", march_coding_get_actor_label (self->kind));
  name_field (self, "valid", march_coding_get_valid_label (self->kind));
  gtk_widget_set_visible (self->parts[PLACES], uses (self, "places"));
  gtk_widget_set_visible (self->parts[PARTICIPANTS], uses (self, "participants"));
}

/* What was typed stays in the draft while another kind is looked at. */
static void
changed_cb (MarchAssertionForm *self)
{
  if (self->draft->kind != self->kind || self->draft->origin != self->origin)
    {
      MarchFormField *origin = NULL;

      show_members (self);
      origin = march_draft_form_get_field (MARCH_DRAFT_FORM (self->parts[SELDOM]), "origin");
      if (gtk_expander_get_expanded (GTK_EXPANDER (self->more)) && origin != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (origin));
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
set_completers (MarchFormPart *part, MarchCompleter *const *completers)
{
  MarchAssertionForm *self = MARCH_ASSERTION_FORM (part);

  for (guint i = 0; i < N_PARTS; i++)
    if (self->parts[i] != NULL)
      march_form_part_set_completers (MARCH_FORM_PART (self->parts[i]), completers);
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  MarchAssertionForm *self = MARCH_ASSERTION_FORM (part);
  GtkWidget          *told = NULL;

  for (guint i = 0; told == NULL && i < N_PARTS; i++)
    if (self->parts[i] != NULL)
      told = march_form_part_show_problem (MARCH_FORM_PART (self->parts[i]), problem);
  return told;
}

static void
clear_problems (MarchFormPart *part)
{
  MarchAssertionForm *self = MARCH_ASSERTION_FORM (part);

  for (guint i = 0; i < N_PARTS; i++)
    if (self->parts[i] != NULL)
      march_form_part_clear_problems (MARCH_FORM_PART (self->parts[i]));
}

static gboolean
check_resolved (MarchFormPart *part)
{
  MarchAssertionForm *self = MARCH_ASSERTION_FORM (part);

  for (guint i = 0; i < N_PARTS; i++)
    if (self->parts[i] != NULL && gtk_widget_get_visible (self->parts[i])
        && !march_form_part_check_resolved (MARCH_FORM_PART (self->parts[i])))
      return FALSE;
  return TRUE;
}

static void
part_init (MarchFormPartInterface *iface)
{
  iface->set_completers = set_completers;
  iface->show_problem = show_problem;
  iface->clear_problems = clear_problems;
  iface->check_resolved = check_resolved;
}

static gboolean
march_assertion_form_grab_focus (GtkWidget *widget)
{
  MarchAssertionForm *self = MARCH_ASSERTION_FORM (widget);

  return gtk_widget_grab_focus (self->parts[PLACES])
         || gtk_widget_child_focus (self->parts[MAIN], GTK_DIR_TAB_FORWARD);
}

static void
march_assertion_form_class_init (MarchAssertionFormClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = march_assertion_form_grab_focus;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_ASSERTION_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_assertion_form_init (MarchAssertionForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

/* An earlier version can't become something of another kind. */
static void
make_parts (MarchAssertionForm *self)
{
  if (self->draft->supersedes == 0)
    {
      self->parts[KIND] = march_draft_form_new (kind_specs, G_N_ELEMENTS (kind_specs));
      march_draft_form_bind (MARCH_DRAFT_FORM (self->parts[KIND]), self->coding, self->draft,
                             NULL);
    }
  self->parts[PLACES] = march_place_chips_new ();
  march_place_chips_set_pick (MARCH_PLACE_CHIPS (self->parts[PLACES]), FALSE);
  march_place_chips_bind (MARCH_PLACE_CHIPS (self->parts[PLACES]), self->coding, self->draft);
  self->parts[MAIN] = march_coding_new_assertion_form (FALSE);
  self->parts[PARTICIPANTS] = march_coding_new_participants ();
  march_draft_list_bind (MARCH_DRAFT_LIST (self->parts[PARTICIPANTS]), self->coding, self->draft);
  self->parts[SELDOM] = march_coding_new_assertion_form (TRUE);
}

/** march_assertion_form_new: @draft: of @coding; both kept by their owner as long as the form is
 * there. Returns: (transfer floating): a form that shows what assertions of its kind have */
GtkWidget *
march_assertion_form_new (MarchCoding *coding, MarchAssertionDraft *draft)
{
  MarchAssertionForm *self = g_object_new (MARCH_TYPE_ASSERTION_FORM, NULL);

  self->coding = coding;
  self->draft = draft;
  make_parts (self);
  self->more = gtk_expander_new (_("More"));
  gtk_widget_set_margin_top (self->parts[SELDOM], 9);
  gtk_expander_set_child (GTK_EXPANDER (self->more), self->parts[SELDOM]);
  gtk_expander_set_expanded (GTK_EXPANDER (self->more), draft->origin == MARCH_ORIGIN_CONCLUDED);
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (self->parts[i] == NULL)
        continue;
      g_signal_connect_object (self->parts[i], "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), i == SELDOM ? self->more : self->parts[i]);
    }
  show_members (self);
  return GTK_WIDGET (self);
}
