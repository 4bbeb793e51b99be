/* march-place-facts.c — what kind of place it is, its code, and what else is told of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-facts.h"

#include <glib/gi18n.h>

#include "forms/march-draft-form.h"
#include "forms/march-form-part.h"

#define MOST_LEVEL 99
#define MOST_IMPORTANCE 1000

#define PLACE(member) G_STRUCT_OFFSET (MarchPlaceDraft, member)

static const char *const capitals[]
    = { N_("No"), N_("Of a state"), N_("Of a first-level unit"), NULL };

static const MarchFormSpec kind_specs[] = {
  { .name = "kind", .label = N_("Kind"), .kind = MARCH_FORM_CHOICE, .wide = TRUE,
    .vocabulary = MARCH_VOCABULARY_PLACE_KIND, .offset = PLACE (kind) },
};

static const MarchFormSpec other_specs[] = {
  { .name = "code", .label = N_("Code, as the ISO one or your own"), .kind = MARCH_FORM_TEXT,
    .wide = TRUE, .offset = PLACE (code) },
  { .name = "state", .label = N_("The state, as one who holds and owns"),
    .hint = N_("Name of a state"), .kind = MARCH_FORM_ACTOR, .wide = TRUE,
    .offset = PLACE (state) },
  { .name = "level", .label = N_("Level below the state"), .kind = MARCH_FORM_COUNT, .least = 0,
    .most = MOST_LEVEL, .offset = PLACE (level) },
  { .name = "capital", .label = N_("Capital"), .kind = MARCH_FORM_CHOICE, .words = capitals,
    .offset = PLACE (capital) },
  { .name = "importance", .label = N_("Importance: larger is labelled first"),
    .kind = MARCH_FORM_COUNT, .least = -MOST_IMPORTANCE, .most = MOST_IMPORTANCE,
    .offset = PLACE (importance) },
  { .name = "note", .label = N_("Note"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = PLACE (note) },
};

struct _MarchPlaceFacts
{
  GtkBox parent_instance;

  MarchCoding     *coding; /* borrowed from the dialog, as the draft */
  MarchPlaceDraft *draft;
  MarchPlaceKind   shown; /* of which kind the members are that are shown */

  MarchDraftForm *kind;
  MarchDraftForm *others;
};

static guint changed_signal;

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchPlaceFacts, march_place_facts, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

/* What only some kinds have is shown with these alone; what was said of it before is kept. */
static gboolean
has_member (gconstpointer draft, const char *member)
{
  const MarchPlaceKind kind = ((const MarchPlaceDraft *) draft)->kind;

  return g_str_equal (member, "level")     ? kind == MARCH_PLACE_UNIT
         : g_str_equal (member, "capital") ? kind == MARCH_PLACE_SETTLEMENT
         : g_str_equal (member, "state")   ? kind == MARCH_PLACE_STATE
                                           : TRUE;
}

static void
show_others (MarchPlaceFacts *self)
{
  self->shown = self->draft->kind;
  march_draft_form_bind (self->others, self->coding, self->draft, has_member);
}

static void
kind_cb (MarchPlaceFacts *self)
{
  if (self->draft->kind == MARCH_PLACE_UNIT && self->draft->level == 0)
    self->draft->level = 1;
  if (self->draft->kind != self->shown)
    show_others (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
changed_cb (MarchPlaceFacts *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
set_completers (MarchFormPart *part, MarchCompleter *const *completers)
{
  march_draft_form_set_completers (MARCH_PLACE_FACTS (part)->others, completers);
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  return march_form_part_show_problem (MARCH_FORM_PART (MARCH_PLACE_FACTS (part)->others),
                                       problem);
}

static void
clear_problems (MarchFormPart *part)
{
  march_draft_form_clear_problems (MARCH_PLACE_FACTS (part)->others);
}

static gboolean
check_resolved (MarchFormPart *part)
{
  return march_draft_form_check_resolved (MARCH_PLACE_FACTS (part)->others);
}

static void
part_init (MarchFormPartInterface *iface)
{
  iface->set_completers = set_completers;
  iface->show_problem = show_problem;
  iface->clear_problems = clear_problems;
  iface->check_resolved = check_resolved;
}

static void
march_place_facts_class_init (MarchPlaceFactsClass *klass)
{
  changed_signal = g_signal_new ("changed", MARCH_TYPE_PLACE_FACTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static MarchDraftForm *
add_form (MarchPlaceFacts     *self,
          GtkWidget           *card,
          const MarchFormSpec *specs,
          guint                n_specs,
          GCallback            changed)
{
  GtkWidget *form = march_draft_form_new (specs, n_specs);

  g_signal_connect_object (form, "changed", changed, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), form);
  return MARCH_DRAFT_FORM (form);
}

static void
march_place_facts_init (MarchPlaceFacts *self)
{
  GtkWidget *title = gtk_label_new (_("Place"));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "draft-card");
  self->kind = add_form (self, card, kind_specs, G_N_ELEMENTS (kind_specs), G_CALLBACK (kind_cb));
  self->others = add_form (self, card, other_specs, G_N_ELEMENTS (other_specs),
                           G_CALLBACK (changed_cb));
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), card);
}

/** march_place_facts_new: Returns: (transfer floating): fields for march_place_facts_bind() */
GtkWidget *
march_place_facts_new (void)
{
  return g_object_new (MARCH_TYPE_PLACE_FACTS, NULL);
}

/** march_place_facts_bind: @coding, @draft: kept by their owner for as long as the fields are there
 */
void
march_place_facts_bind (MarchPlaceFacts *self, MarchCoding *coding, MarchPlaceDraft *draft)
{
  g_return_if_fail (MARCH_IS_PLACE_FACTS (self) && self->draft == NULL);
  self->coding = coding;
  self->draft = draft;
  march_draft_form_bind (self->kind, coding, draft, NULL);
  show_others (self);
}
