/* march-place-parents.c — of which places a place is a part */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-parents.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-chooser.h"
#include "forms/march-problem-row.h"

struct _MarchPlaceParents
{
  AdwPreferencesGroup parent_instance;

  MarchPlaceDraft *draft; /* borrowed from the dialog */
  MarchCorpus     *corpus;
  MarchCompleter  *completer; /* of places; borrowed; NULL until there is one */
  GPtrArray       *rows;      /* of Row, as the draft's parents */
  GtkWidget       *add;
};

/* One parent, and the widgets that show it; borrowed by them. */
typedef struct
{
  MarchPlaceParents *self;
  GtkWidget         *row;
  MarchChooser      *place;
  GtkDropDown       *kind;
  MarchProblemRow   *problem;
} Row;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchPlaceParents, march_place_parents, ADW_TYPE_PREFERENCES_GROUP)

static void
changed (MarchPlaceParents *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static guint
get_index (Row *row)
{
  guint index = 0;

  g_ptr_array_find (row->self->rows, row, &index);
  return index;
}

static MarchParentDraft *
get_parent (Row *row)
{
  return &g_array_index (row->self->draft->parents, MarchParentDraft, get_index (row));
}

static void
place_cb (Row *row, gint64 id)
{
  get_parent (row)->parent = id;
  changed (row->self);
}

static void
kind_cb (Row *row)
{
  MarchParentDraft *parent = get_parent (row);

  parent->kind = (MarchLinkKind) gtk_drop_down_get_selected (row->kind);
  changed (row->self);
}

static void
remove_cb (Row *row)
{
  MarchPlaceParents *self = row->self;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row->row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->problem));
  g_array_remove_index (self->draft->parents, get_index (row));
  g_ptr_array_remove (self->rows, row);
  changed (self);
}

static void
call (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkDropDown *
make_kind (const MarchParentDraft *parent)
{
  /* In the order of MarchLinkKind. */
  const char *const kinds[]
      = { _("by the recognised borders"), _("as one of its areas"), _("by description"), NULL };
  GtkWidget *kind = gtk_drop_down_new_from_strings (kinds);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), parent->kind);
  call (kind, _("In which sense it is a part"));
  return GTK_DROP_DOWN (kind);
}

static MarchChooser *
make_place (MarchPlaceParents *self, const MarchParentDraft *parent)
{
  GtkWidget        *chooser = march_chooser_new (_("It is a part of"), _("Name of a place"));
  const MarchPlace *place = march_corpus_get_place (self->corpus, parent->parent);

  march_chooser_set_completer (MARCH_CHOOSER (chooser), self->completer);
  if (place != NULL)
    march_chooser_show (MARCH_CHOOSER (chooser), place->id,
                        march_place_get_name (place, march_words_get_language (NULL)));
  gtk_widget_set_hexpand (chooser, TRUE);
  return MARCH_CHOOSER (chooser);
}

static GtkWidget *
make_remove (Row *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("It is no part of it"));
  call (button, _("It is no part of it"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), row);
  return button;
}

static Row *
add_row (MarchPlaceParents *self, const MarchParentDraft *parent)
{
  Row       *row = g_new0 (Row, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->self = self;
  row->row = adw_preferences_row_new ();
  row->place = make_place (self, parent);
  row->kind = make_kind (parent);
  row->problem = MARCH_PROBLEM_ROW (march_problem_row_new ());
  g_signal_connect_swapped (row->place, "chosen", G_CALLBACK (place_cb), row);
  g_signal_connect_swapped (row->kind, "notify::selected", G_CALLBACK (kind_cb), row);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->place));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->kind));
  gtk_box_append (GTK_BOX (line), make_remove (row));
  gtk_widget_add_css_class (line, "card-body");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->problem));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_cb (MarchPlaceParents *self)
{
  const MarchParentDraft none = { 0, MARCH_LINK_RECOGNISED };

  march_place_draft_add_parent (self->draft, none.parent, none.kind);
  gtk_widget_grab_focus (GTK_WIDGET (add_row (self, &none)->place));
  changed (self);
}

static gboolean
march_place_parents_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MARCH_PLACE_PARENTS (widget)->add);
}

static void
march_place_parents_finalize (GObject *object)
{
  MarchPlaceParents *self = MARCH_PLACE_PARENTS (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_place_parents_parent_class)->finalize (object);
}

static void
march_place_parents_class_init (MarchPlaceParentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_place_parents_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_place_parents_grab_focus;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_PLACE_PARENTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_place_parents_init (MarchPlaceParents *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Add a place that it is a part of"));
  call (self->add, _("Add a place that it is a part of"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_title (group, _("A Part Of"));
  adw_preferences_group_set_header_suffix (group, self->add);
}

/** march_place_parents_new: Returns: (transfer floating): rows for march_place_parents_bind() */
GtkWidget *
march_place_parents_new (void)
{
  return g_object_new (MARCH_TYPE_PLACE_PARENTS, NULL);
}

/** march_place_parents_bind: @draft: kept by its owner for as long as the rows are there; @corpus:
 * with the places that it may be a part of */
void
march_place_parents_bind (MarchPlaceParents *self, MarchPlaceDraft *draft, MarchCorpus *corpus)
{
  g_return_if_fail (MARCH_IS_PLACE_PARENTS (self) && self->draft == NULL);
  self->draft = draft;
  self->corpus = march_corpus_ref (corpus);
  for (guint i = 0; i < draft->parents->len; i++)
    add_row (self, &g_array_index (draft->parents, MarchParentDraft, i));
}

/** march_place_parents_set_completer: @completer: (nullable): finds places; borrowed */
void
march_place_parents_set_completer (MarchPlaceParents *self, MarchCompleter *completer)
{
  self->completer = completer;
  for (guint i = 0; i < self->rows->len; i++)
    march_chooser_set_completer (((Row *) self->rows->pdata[i])->place, completer);
}

/** march_place_parents_show_problems: @all: also of what nobody has typed into yet */
void
march_place_parents_show_problems (MarchPlaceParents *self, GPtrArray *problems, gboolean all)
{
  const MarchProblem *missing = march_problems_find (problems, self->draft->id, "parents");

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      self->rows->len == 0 && missing != NULL ? missing->sentence : "");
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row                *row = self->rows->pdata[i];
      const MarchProblem *problem
          = march_problems_find_at (problems, self->draft->id, "parents", i);

      march_problem_row_set (row->problem, all || get_parent (row)->parent != 0 ? problem : NULL);
    }
}

/** march_place_parents_focus_problem: Returns: whether a parent has an error; it has the focus then
 */
gboolean
march_place_parents_focus_problem (MarchPlaceParents *self, GPtrArray *problems)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MarchProblem *problem
          = march_problems_find_at (problems, self->draft->id, "parents", i);

      if (problem != NULL && problem->level == MARCH_PROBLEM_ERROR)
        return gtk_widget_grab_focus (GTK_WIDGET (((Row *) self->rows->pdata[i])->place));
    }
  return FALSE;
}
