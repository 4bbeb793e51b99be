/* march-place-names.c — what a place is called, by language and by who uses it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-names.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-chooser.h"
#include "forms/march-problem-row.h"

struct _MarchPlaceNames
{
  AdwPreferencesGroup parent_instance;

  MarchPlaceDraft *draft; /* borrowed from the dialog */
  MarchCorpus     *corpus;
  MarchCompleter  *completer; /* of actors; borrowed; NULL until there is one */
  GPtrArray       *rows;      /* of Row, as the draft's names */
  GtkWidget       *add;
};

/* One name, and the widgets that show it; borrowed by them. */
typedef struct
{
  MarchPlaceNames *self;
  MarchNameDraft  *name;
  GtkWidget       *row;
  GtkEditable     *text;
  GtkEditable     *language;
  GtkDropDown     *role;
  MarchChooser    *user;
  MarchProblemRow *problem;
} Row;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchPlaceNames, march_place_names, ADW_TYPE_PREFERENCES_GROUP)

static void
changed (MarchPlaceNames *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
text_cb (Row *row)
{
  march_draft_set_text (&row->name->text, gtk_editable_get_text (row->text));
  changed (row->self);
}

static void
language_cb (Row *row)
{
  march_draft_set_text (&row->name->language, gtk_editable_get_text (row->language));
  changed (row->self);
}

static void
role_cb (Row *row)
{
  row->name->role = (MarchNameRole) gtk_drop_down_get_selected (row->role);
  changed (row->self);
}

static void
user_cb (Row *row, gint64 id)
{
  row->name->user = id;
  changed (row->self);
}

static void
remove_cb (Row *row)
{
  MarchPlaceNames *self = row->self;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row->row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->problem));
  g_ptr_array_remove (self->draft->names, row->name);
  g_ptr_array_remove (self->rows, row);
  changed (self);
}

static void
call (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkEditable *
make_entry (const char *text, const char *hint, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  call (entry, hint);
  return GTK_EDITABLE (entry);
}

static GtkDropDown *
make_role (Row *row)
{
  /* In the order of MarchNameRole. */
  const char *const roles[]
      = { _("Own name there"), _("Main name"), _("Short name"), _("Other name"), NULL };
  GtkWidget *role = gtk_drop_down_new_from_strings (roles);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (role), row->name->role);
  call (role, _("What kind of name it is"));
  return GTK_DROP_DOWN (role);
}

static MarchChooser *
make_user (Row *row)
{
  MarchPlaceNames  *self = row->self;
  GtkWidget        *user = march_chooser_new (_("Who calls it so"), _("In general use"));
  const MarchActor *actor = march_corpus_get_actor (self->corpus, row->name->user);

  march_chooser_set_completer (MARCH_CHOOSER (user), self->completer);
  if (actor != NULL)
    march_chooser_show (MARCH_CHOOSER (user), actor->id,
                        march_actor_get_name (actor, march_words_get_language (NULL)));
  gtk_widget_set_hexpand (user, TRUE);
  return MARCH_CHOOSER (user);
}

static GtkWidget *
make_remove (Row *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove this name"));
  call (button, _("Remove this name"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), row);
  return button;
}

static void
make_fields (Row *row)
{
  row->text = make_entry (row->name->text, _("Name"), 12);
  row->language = make_entry (row->name->language, _("Language"), 7);
  row->role = make_role (row);
  row->user = make_user (row);
  gtk_widget_set_hexpand (GTK_WIDGET (row->text), TRUE);
  g_signal_connect_swapped (row->text, "changed", G_CALLBACK (text_cb), row);
  g_signal_connect_swapped (row->language, "changed", G_CALLBACK (language_cb), row);
  g_signal_connect_swapped (row->role, "notify::selected", G_CALLBACK (role_cb), row);
  g_signal_connect_swapped (row->user, "chosen", G_CALLBACK (user_cb), row);
}

static GtkWidget *
make_body (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (above), GTK_WIDGET (row->text));
  gtk_box_append (GTK_BOX (above), GTK_WIDGET (row->role));
  gtk_box_append (GTK_BOX (above), make_remove (row));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (row->language));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (row->user));
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_add_css_class (box, "card-body");
  return box;
}

static Row *
add_row (MarchPlaceNames *self, MarchNameDraft *name)
{
  Row *row = g_new0 (Row, 1);

  row->self = self;
  row->name = name;
  row->row = adw_preferences_row_new ();
  make_fields (row);
  row->problem = MARCH_PROBLEM_ROW (march_problem_row_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), make_body (row));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->problem));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_cb (MarchPlaceNames *self)
{
  const gboolean first = self->draft->names->len == 0;
  Row *row = add_row (self, march_place_draft_add_name (
                                self->draft, "", march_words_get_language (NULL),
                                first ? MARCH_NAME_MAIN : MARCH_NAME_VARIANT));

  gtk_widget_grab_focus (GTK_WIDGET (row->text));
  changed (self);
}

static gboolean
march_place_names_grab_focus (GtkWidget *widget)
{
  MarchPlaceNames *self = MARCH_PLACE_NAMES (widget);

  return gtk_widget_grab_focus (
      self->rows->len > 0 ? GTK_WIDGET (((Row *) self->rows->pdata[0])->text) : self->add);
}

static void
march_place_names_finalize (GObject *object)
{
  MarchPlaceNames *self = MARCH_PLACE_NAMES (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_place_names_parent_class)->finalize (object);
}

static void
march_place_names_class_init (MarchPlaceNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_place_names_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_place_names_grab_focus;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_PLACE_NAMES, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_place_names_init (MarchPlaceNames *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Add a name"));
  call (self->add, _("Add a name"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_title (group, _("Names"));
  adw_preferences_group_set_description (
      group,
      _("By language and by who uses them; the script stands with the language, as uk-Latn."));
  adw_preferences_group_set_header_suffix (group, self->add);
}

/** march_place_names_new: Returns: (transfer floating): rows for march_place_names_bind() */
GtkWidget *
march_place_names_new (void)
{
  return g_object_new (MARCH_TYPE_PLACE_NAMES, NULL);
}

/** march_place_names_bind: @draft: kept by its owner for as long as the rows are there; @corpus:
 * with those who may use a name */
void
march_place_names_bind (MarchPlaceNames *self, MarchPlaceDraft *draft, MarchCorpus *corpus)
{
  g_return_if_fail (MARCH_IS_PLACE_NAMES (self) && self->draft == NULL);
  self->draft = draft;
  self->corpus = march_corpus_ref (corpus);
  for (guint i = 0; i < draft->names->len; i++)
    add_row (self, draft->names->pdata[i]);
}

/** march_place_names_set_completer: @completer: (nullable): finds actors; borrowed */
void
march_place_names_set_completer (MarchPlaceNames *self, MarchCompleter *completer)
{
  self->completer = completer;
  for (guint i = 0; i < self->rows->len; i++)
    march_chooser_set_completer (((Row *) self->rows->pdata[i])->user, completer);
}

/** march_place_names_show_problems: @all: also of what nobody has typed into yet */
void
march_place_names_show_problems (MarchPlaceNames *self, GPtrArray *problems, gboolean all)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row          *row = self->rows->pdata[i];
      const MarchProblem *problem
          = march_problems_find_at (problems, self->draft->id, "names", i);
      const MarchProblem  unresolved = {
         .level = MARCH_PROBLEM_ERROR,
         .sentence = (char *) _("Choose one from the list, or take the name out."),
      };

      if (!all && *row->name->text == '\0')
        problem = NULL;
      if (all && march_chooser_is_unresolved (row->user))
        problem = &unresolved;
      march_problem_row_set (row->problem, problem);
    }
}

/** march_place_names_focus_problem: Returns: whether a name has an error; it has the focus then */
gboolean
march_place_names_focus_problem (MarchPlaceNames *self, GPtrArray *problems)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row          *row = self->rows->pdata[i];
      const MarchProblem *problem
          = march_problems_find_at (problems, self->draft->id, "names", i);

      if (march_chooser_is_unresolved (row->user))
        return gtk_widget_grab_focus (GTK_WIDGET (row->user));
      if (problem != NULL && problem->level == MARCH_PROBLEM_ERROR)
        return gtk_widget_grab_focus (march_draft_is_blank (row->name->text)
                                          ? GTK_WIDGET (row->text)
                                          : GTK_WIDGET (row->language));
    }
  return FALSE;
}
