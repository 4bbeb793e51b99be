/* march-draft-list.c — a list that belongs to a draft, each of its entries a form of its own */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-draft-list.h"

#include <glib/gi18n.h>

#include "forms/march-form-part.h"

struct _MarchDraftList
{
  GtkBox parent_instance;

  const MarchDraftListSpec *spec;
  MarchCoding              *coding; /* borrowed with the draft; NULL while there is none */
  gpointer                  draft;
  MarchCompleter *const    *completers; /* borrowed; NULL for none yet */

  GPtrArray *entries; /* of Entry, as the draft's */
  GtkBox    *box;
  GtkLabel  *words;   /* what is told of the list as it is; hidden if nothing is */
  GtkLabel  *problem; /* of the list as a whole */
  GtkWidget *add;
};

/* One entry of the list, and the widgets that show it; borrowed by them. */
typedef struct
{
  MarchDraftList *self;
  GtkWidget      *card;
  MarchDraftForm *form;
  GtkLabel       *words; /* what is told of it as it is; hidden if nothing is */
  GtkLabel       *problem;
} Entry;

static guint changed_signal;

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchDraftList, march_draft_list, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

/* @words: (nullable) */
static void
tell (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
describe (MarchDraftList *self)
{
  g_autofree char *words = self->spec->describe != NULL && self->draft != NULL
                               ? self->spec->describe (self->draft)
                               : NULL;

  tell (self->words, words);
  for (guint i = 0; self->spec->describe_entry != NULL && i < self->entries->len; i++)
    {
      g_autofree char *of_entry = self->spec->describe_entry (self->draft, i);

      tell (((Entry *) self->entries->pdata[i])->words, of_entry);
    }
}

static void
changed_cb (MarchDraftList *self)
{
  describe (self);
  g_signal_emit (self, changed_signal, 0);
}

static guint
find_entry (MarchDraftList *self, const Entry *entry)
{
  guint index = 0;

  if (!g_ptr_array_find (self->entries, entry, &index))
    g_return_val_if_reached (0);
  return index;
}

/* The focus goes to what comes next, never to nowhere. */
static void
remove_cb (Entry *entry)
{
  MarchDraftList *self = entry->self;
  const guint     index = find_entry (self, entry);

  march_draft_form_bind (entry->form, NULL, NULL, NULL);
  gtk_widget_grab_focus (self->add);
  gtk_box_remove (self->box, entry->card);
  g_ptr_array_remove_index (self->spec->get (self->draft), index);
  g_ptr_array_remove_index (self->entries, index);
  changed_cb (self);
}

static GtkWidget *
new_remove (Entry *entry)
{
  const char *words = _(entry->self->spec->remove);
  GtkWidget  *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), entry);
  return button;
}

static GtkLabel *
new_line (void)
{
  GtkLabel *line = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (line, TRUE);
  gtk_label_set_wrap_mode (line, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (line, 0);
  gtk_widget_add_css_class (GTK_WIDGET (line), "caption");
  gtk_widget_set_visible (GTK_WIDGET (line), FALSE);
  return line;
}

static void
add_entry (MarchDraftList *self, gpointer draft)
{
  Entry     *entry = g_new0 (Entry, 1);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_grid_new ();

  entry->self = self;
  entry->form = MARCH_DRAFT_FORM (march_draft_form_new (self->spec->fields, self->spec->n_fields));
  entry->words = new_line ();
  gtk_widget_add_css_class (GTK_WIDGET (entry->words), "dim-label");
  entry->problem = new_line ();
  entry->card = lines;
  gtk_widget_set_hexpand (GTK_WIDGET (entry->form), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (line), 6);
  gtk_grid_attach (GTK_GRID (line), GTK_WIDGET (entry->form), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (line), new_remove (entry), 1, 0, 1, 1);
  gtk_box_append (GTK_BOX (lines), line);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (entry->words));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (entry->problem));
  gtk_widget_add_css_class (lines, "card");
  gtk_widget_add_css_class (lines, "draft-entry");
  g_signal_connect_object (entry->form, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  march_draft_form_bind (entry->form, self->coding, draft, NULL);
  if (self->completers != NULL)
    march_draft_form_set_completers (entry->form, self->completers);
  gtk_box_append (self->box, entry->card);
  g_ptr_array_add (self->entries, entry);
}

static void
add_cb (MarchDraftList *self)
{
  GPtrArray *drafts = NULL;
  Entry     *entry = NULL;

  if (self->draft == NULL)
    return;
  self->spec->append (self->draft);
  drafts = self->spec->get (self->draft);
  add_entry (self, drafts->pdata[drafts->len - 1]);
  entry = self->entries->pdata[self->entries->len - 1];
  gtk_widget_child_focus (GTK_WIDGET (entry->form), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static void
set_completers (MarchFormPart *part, MarchCompleter *const *completers)
{
  MarchDraftList *self = MARCH_DRAFT_LIST (part);

  self->completers = completers;
  for (guint i = 0; i < self->entries->len; i++)
    march_draft_form_set_completers (((Entry *) self->entries->pdata[i])->form, completers);
}

static void
set_problem (GtkLabel *label, const MarchProblem *problem)
{
  const gboolean error = problem != NULL && problem->level == MARCH_PROBLEM_ERROR;

  gtk_label_set_text (label, problem != NULL ? problem->sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (label), error ? "warning" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (label), error ? "error" : "warning");
}

/* One sentence is enough, and an error counts more than a warning. */
static void
tell_problem (GtkLabel *label, const MarchProblem *problem)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (label))
      || (problem->level == MARCH_PROBLEM_ERROR
          && !gtk_widget_has_css_class (GTK_WIDGET (label), "error")))
    set_problem (label, problem);
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  MarchDraftList *self = MARCH_DRAFT_LIST (part);
  Entry          *entry = NULL;

  if (!g_str_equal (problem->field, self->spec->name))
    return NULL;
  if (problem->index >= self->entries->len)
    {
      tell_problem (self->problem, problem);
      return self->add;
    }
  entry = self->entries->pdata[problem->index];
  tell_problem (entry->problem, problem);
  return GTK_WIDGET (entry->form);
}

static void
clear_problems (MarchFormPart *part)
{
  MarchDraftList *self = MARCH_DRAFT_LIST (part);

  set_problem (self->problem, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      set_problem (entry->problem, NULL);
      march_draft_form_clear_problems (entry->form);
    }
}

/* What a field says of itself is said enough. */
static gboolean
check_resolved (MarchFormPart *part)
{
  MarchDraftList *self = MARCH_DRAFT_LIST (part);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (march_draft_form_check_resolved (entry->form))
        continue;
      set_problem (entry->problem, NULL);
      return FALSE;
    }
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

static void
march_draft_list_finalize (GObject *object)
{
  g_ptr_array_unref (MARCH_DRAFT_LIST (object)->entries);
  G_OBJECT_CLASS (march_draft_list_parent_class)->finalize (object);
}

static void
march_draft_list_class_init (MarchDraftListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_draft_list_finalize;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_DRAFT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_draft_list_init (MarchDraftList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->entries = g_ptr_array_new_with_free_func (g_free);
}

static GtkWidget *
new_title (MarchDraftList *self)
{
  GtkWidget *title = gtk_label_new (_(self->spec->title));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  return title;
}

/** march_draft_list_new: Returns: (transfer floating): a list for march_draft_list_bind(); @spec
 * stays */
GtkWidget *
march_draft_list_new (const MarchDraftListSpec *spec)
{
  MarchDraftList *self = g_object_new (MARCH_TYPE_DRAFT_LIST, NULL);

  self->spec = spec;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->add = gtk_button_new_with_mnemonic (_(spec->add));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), new_title (self));
  self->words = new_line ();
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  self->problem = new_line ();
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (self), self->add);
  return GTK_WIDGET (self);
}

/** march_draft_list_bind: @draft: (nullable): whose list is shown and changed; borrowed until
 * another is bound */
void
march_draft_list_bind (MarchDraftList *self, MarchCoding *coding, gpointer draft)
{
  GPtrArray *drafts = draft != NULL ? self->spec->get (draft) : NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      march_draft_form_bind (entry->form, NULL, NULL, NULL);
      gtk_box_remove (self->box, entry->card);
    }
  g_ptr_array_set_size (self->entries, 0);
  self->coding = coding;
  self->draft = draft;
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    add_entry (self, drafts->pdata[i]);
  describe (self);
}
