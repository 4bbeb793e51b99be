/* march-draft-form.c — the fields of a draft, in two columns */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-draft-form.h"

#include "forms/march-form-part.h"

struct _MarchDraftForm
{
  AdwBin parent_instance;

  GPtrArray *fields; /* of MarchFormField, in their order */
  GPtrArray *placed; /* of those, which stand in the grid */
  GtkGrid   *grid;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchDraftForm, march_draft_form, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

static void
changed_cb (MarchDraftForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
march_draft_form_finalize (GObject *object)
{
  MarchDraftForm *self = MARCH_DRAFT_FORM (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->placed);
  G_OBJECT_CLASS (march_draft_form_parent_class)->finalize (object);
}

static void
march_draft_form_class_init (MarchDraftFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_draft_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_DRAFT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_draft_form_init (MarchDraftForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->placed = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

static MarchFormField *
make_field (MarchDraftForm *self, const MarchFormSpec *spec)
{
  GtkWidget *field = march_form_field_new (spec);

  g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return MARCH_FORM_FIELD (g_object_ref_sink (field));
}

/** march_draft_form_new: Returns: (transfer floating): a form with a field for each of @specs,
 * which stay */
GtkWidget *
march_draft_form_new (const MarchFormSpec *specs, guint n_specs)
{
  MarchDraftForm *self = g_object_new (MARCH_TYPE_DRAFT_FORM, NULL);

  for (guint i = 0; i < n_specs; i++)
    g_ptr_array_add (self->fields, make_field (self, &specs[i]));
  return GTK_WIDGET (self);
}

static void
place (MarchDraftForm *self, MarchFormField *field, int *column, int *row)
{
  const gboolean wide = march_form_field_get_spec (field)->wide;

  if (wide && *column > 0)
    {
      *column = 0;
      ++*row;
    }
  gtk_grid_attach (self->grid, GTK_WIDGET (field), *column, *row, wide ? 2 : 1, 1);
  g_ptr_array_add (self->placed, field);
  if (!wide && *column == 0)
    {
      *column = 1;
      return;
    }
  *column = 0;
  ++*row;
}

/**
 * march_draft_form_bind:
 * @draft: (nullable): whose members the fields show and change; borrowed until another is bound
 * @use: (nullable): which members it has; NULL: all
 */
void
march_draft_form_bind (MarchDraftForm   *self,
                       MarchCoding      *coding,
                       gpointer          draft,
                       MarchDraftFormUse use)
{
  int column = 0, row = 0;

  for (guint i = 0; i < self->placed->len; i++)
    gtk_grid_remove (self->grid, self->placed->pdata[i]);
  g_ptr_array_set_size (self->placed, 0);
  for (guint i = 0; i < self->fields->len; i++)
    {
      MarchFormField *field = self->fields->pdata[i];

      march_form_field_bind (field, coding, draft);
      if (draft != NULL
          && (use == NULL || use (draft, march_form_field_get_spec (field)->name)))
        place (self, field, &column, &row);
    }
}

/** march_draft_form_set_completers: @completers: (array): what finds the records that are named,
 * one of each kind or %NULL; borrowed */
void
march_draft_form_set_completers (MarchDraftForm *self, MarchCompleter *const *completers)
{
  for (guint i = 0; i < self->fields->len; i++)
    march_form_field_set_completers (self->fields->pdata[i], completers);
}

/** march_draft_form_get_field: Returns: (nullable): the field of that member, if it is shown */
MarchFormField *
march_draft_form_get_field (MarchDraftForm *self, const char *member)
{
  for (guint i = 0; i < self->placed->len; i++)
    if (g_str_equal (march_form_field_get_spec (self->placed->pdata[i])->name, member))
      return self->placed->pdata[i];
  return NULL;
}

/** march_draft_form_show_problem: Returns: whether it has a field to tell it at */
gboolean
march_draft_form_show_problem (MarchDraftForm *self, const MarchProblem *problem)
{
  MarchFormField *field = march_draft_form_get_field (self, problem->field);

  if (field != NULL)
    march_form_field_set_problem (field, problem);
  return field != NULL;
}

/** march_draft_form_clear_problems: nothing is known to be wrong */
void
march_draft_form_clear_problems (MarchDraftForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    march_form_field_set_problem (self->fields->pdata[i], NULL);
}

/** march_draft_form_check_resolved: Returns: whether each name that is typed is a record; the first
 * one that isn't is told, and takes the focus */
gboolean
march_draft_form_check_resolved (MarchDraftForm *self)
{
  for (guint i = 0; i < self->placed->len; i++)
    if (!march_form_field_check_resolved (self->placed->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
set_completers (MarchFormPart *part, MarchCompleter *const *completers)
{
  march_draft_form_set_completers (MARCH_DRAFT_FORM (part), completers);
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  MarchDraftForm *self = MARCH_DRAFT_FORM (part);

  return march_draft_form_show_problem (self, problem)
             ? GTK_WIDGET (march_draft_form_get_field (self, problem->field))
             : NULL;
}

static void
clear_problems (MarchFormPart *part)
{
  march_draft_form_clear_problems (MARCH_DRAFT_FORM (part));
}

static gboolean
check_resolved (MarchFormPart *part)
{
  return march_draft_form_check_resolved (MARCH_DRAFT_FORM (part));
}

static void
part_init (MarchFormPartInterface *iface)
{
  iface->set_completers = set_completers;
  iface->show_problem = show_problem;
  iface->clear_problems = clear_problems;
  iface->check_resolved = check_resolved;
}
