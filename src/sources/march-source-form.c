/* march-source-form.c — what is known of a source, to be typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-form.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-form-part.h"
#include "forms/march-problem-row.h"
#include "sources/march-source-links.h"
#include "widgets/march-text-row.h"

/* Where a text of a draft is typed. */
typedef struct
{
  const char *field; /* the draft's member; NULL: a heading */
  const char *label;
  gsize       offset;
  gboolean    prose; /* several lines */
} Spec;

#define TEXT(member, label)                                                                        \
  {                                                                                                \
#member, label, G_STRUCT_OFFSET(MarchSourceDraft, member)                                      \
  }
#define PROSE(member, label)                                                                       \
  {                                                                                                \
#member, label, G_STRUCT_OFFSET(MarchSourceDraft, member), TRUE                                \
  }
#define HEADING(label)                                                                             \
  {                                                                                                \
    NULL, label, 0                                                                                 \
  }

static const Spec specs[] = {
  HEADING (N_("Publication")),
  TEXT (title, N_("Title")),
  TEXT (authors, N_("Authors, as “Orr, Ana; Kest, Ivo”")),
  TEXT (publication, N_("Published in")),
  TEXT (publisher, N_("Publisher")),
  TEXT (published, N_("Published on, as “15 May 2031” or “2031-05~”")),
  TEXT (language, N_("Language, as “en” or “uk”")),
  PROSE (inferred, N_("What of this is inferred, and how")),
  HEADING (N_("Where It Is")),
  TEXT (url, N_("Address")),
  TEXT (archived, N_("Address of an archived copy")),
  TEXT (accessed, N_("Read there on")),
  TEXT (doi, N_("DOI")),
  PROSE (note, N_("Note")),
  HEADING (N_("Reliability")),
  PROSE (grade_reason, N_("Why it is graded so")),
};

/* CSL-JSON's types that sources of disputed land are of. */
static const struct
{
  const char *type;
  const char *label;
} types[] = {
  { "article", N_("Article") },
  { "article-newspaper", N_("Newspaper article") },
  { "article-magazine", N_("Magazine article") },
  { "article-journal", N_("Journal article") },
  { "webpage", N_("Web page") },
  { "post-weblog", N_("Blog post") },
  { "post", N_("Post in a social network") },
  { "report", N_("Report") },
  { "book", N_("Book") },
  { "chapter", N_("Chapter of a book") },
  { "broadcast", N_("Broadcast") },
  { "interview", N_("Interview") },
  { "speech", N_("Speech") },
  { "legislation", N_("Law or resolution") },
  { "treaty", N_("Treaty") },
  { "legal_case", N_("Judgment") },
  { "map", N_("Map") },
  { "dataset", N_("Data") },
  { "document", N_("Document") },
};

#define N_GRADES 7 /* none, A … F */

struct _MarchSourceForm
{
  GtkBox parent_instance;

  MarchSourceDraft *draft; /* borrowed from the dialog */
  gboolean          filling;
  gboolean          thorough; /* what is missing is told too */

  GtkWidget        *rows[G_N_ELEMENTS (specs)];
  MarchProblemRow  *problems[G_N_ELEMENTS (specs)];
  GtkSwitch        *described;
  AdwComboRow      *type;
  GtkToggleButton  *grades[N_GRADES];
  MarchProblemRow  *grade_problem;
  GtkLabel         *meaning;
  MarchSourceLinks *links;
};

static guint changed_signal;

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchSourceForm, march_source_form, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

static char **
get_member (MarchSourceForm *self, gsize spec)
{
  return G_STRUCT_MEMBER_P (self->draft, specs[spec].offset);
}

static gboolean
is_deaf (MarchSourceForm *self)
{
  return self->filling || self->draft == NULL;
}

static void
changed (MarchSourceForm *self)
{
  if (!is_deaf (self))
    g_signal_emit (self, changed_signal, 0);
}

static gboolean
is_list (gsize spec)
{
  return g_strcmp0 (specs[spec].field, "authors") == 0;
}

/* Names are lines of the draft, and parts of one line here. */
static char *
swap (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (kept, parts[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (to, (char **) kept->pdata);
}

static void
typed_cb (MarchSourceForm *self, GtkWidget *row)
{
  const gsize      spec = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "march-spec"));
  const char      *typed = march_typed_get_text (row);
  g_autofree char *lines = is_list (spec) ? swap (typed, ";", "\n") : g_strdup (typed);

  if (is_deaf (self))
    return;
  march_draft_set_text (get_member (self, spec), lines);
  changed (self);
}

static void
described_cb (MarchSourceForm *self)
{
  if (is_deaf (self))
    return;
  self->draft->titled = !gtk_switch_get_active (self->described);
  changed (self);
}

static void
type_cb (MarchSourceForm *self)
{
  const guint selected = adw_combo_row_get_selected (self->type);

  if (is_deaf (self) || selected >= G_N_ELEMENTS (types))
    return;
  march_draft_set_text (&self->draft->type, types[selected].type);
  changed (self);
}

static void
show_meaning (MarchSourceForm *self)
{
  gtk_label_set_text (self->meaning, self->draft != NULL && self->draft->grade != 0
                                         ? march_words_reliability (self->draft->grade)
                                         : _("not graded"));
}

static void
grade_cb (MarchSourceForm *self, GtkToggleButton *button)
{
  if (is_deaf (self) || !gtk_toggle_button_get_active (button))
    return;
  self->draft->grade = (char) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button),
                                                                  "march-grade"));
  show_meaning (self);
  changed (self);
}

static GtkWidget *
make_type_row (MarchSourceForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_string_list_append (names, _ (types[i].label));
  self->type = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->type), _("Kind"));
  adw_combo_row_set_model (self->type, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->type, "notify::selected", G_CALLBACK (type_cb), self);
  return GTK_WIDGET (self->type);
}

static GtkWidget *
make_described_row (MarchSourceForm *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->described = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->described), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No title was published"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The title above describes the source"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->described));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->described));
  g_signal_connect_swapped (self->described, "notify::active", G_CALLBACK (described_cb), self);
  return row;
}

static void
add_grade (MarchSourceForm *self, GtkBox *box, guint index)
{
  const char       grade = index == 0 ? '\0' : (char) ('A' + index - 1);
  const char       letter[] = { grade, '\0' };
  GtkWidget       *button = gtk_toggle_button_new_with_label (grade == '\0' ? "–" : letter);
  g_autofree char *meaning = grade == '\0' ? g_strdup (_("not graded"))
                                           : g_strdup_printf ("%c: %s", grade,
                                                              march_words_reliability (grade));

  gtk_widget_set_tooltip_text (button, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning,
                                  -1);
  g_object_set_data (G_OBJECT (button), "march-grade", GINT_TO_POINTER (grade));
  self->grades[index] = GTK_TOGGLE_BUTTON (button);
  if (index > 0)
    gtk_toggle_button_set_group (self->grades[index], self->grades[0]);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (grade_cb), self);
  gtk_box_append (box, button);
}

static GtkWidget *
make_grade_row (MarchSourceForm *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (buttons, "linked");
  for (guint i = 0; i < N_GRADES; i++)
    add_grade (self, GTK_BOX (buttons), i);
  self->meaning = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->meaning, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "dim-label");
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->meaning));
  gtk_widget_add_css_class (box, "card-body");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Reliability"));
  return row;
}

static MarchProblemRow *
add_problem_row (AdwPreferencesGroup *group)
{
  GtkWidget *row = march_problem_row_new ();

  adw_preferences_group_add (group, row);
  return MARCH_PROBLEM_ROW (row);
}

static void
add_text_row (MarchSourceForm *self, AdwPreferencesGroup *group, gsize spec)
{
  const char *title = _ (specs[spec].label);
  GtkWidget  *row = specs[spec].prose ? march_text_row_new (title) : adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data (G_OBJECT (row), "march-spec", GSIZE_TO_POINTER (spec));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), self);
  adw_preferences_group_add (group, row);
  self->rows[spec] = row;
  self->problems[spec] = add_problem_row (group);
}

/* What isn't a text stands beside the text that it belongs to. */
static void
add_other_rows (MarchSourceForm *self, AdwPreferencesGroup *group, gsize spec)
{
  const char *field = specs[spec].field;

  if (g_strcmp0 (field, "title") == 0)
    {
      adw_preferences_group_add (group, make_described_row (self));
      adw_preferences_group_add (group, make_type_row (self));
    }
}

static void
make_rows (MarchSourceForm *self)
{
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      if (specs[i].field != NULL)
        {
          add_text_row (self, group, i);
          add_other_rows (self, group, i);
          continue;
        }
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (specs[i].label));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
      if (i + 2 == G_N_ELEMENTS (specs))
        {
          adw_preferences_group_add (group, make_grade_row (self));
          self->grade_problem = add_problem_row (group);
        }
    }
}

static gsize
find_spec (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_strcmp0 (specs[i].field, field) == 0)
      return i;
  return G_N_ELEMENTS (specs);
}

/* Of one field the first sentence is told, and of what is missing none before it is asked for. */
static void
tell_problem (MarchProblemRow *row, const MarchProblem *problem, gboolean wanted)
{
  if (wanted && !gtk_widget_get_visible (GTK_WIDGET (row)))
    march_problem_row_set (row, problem);
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  MarchSourceForm *self = MARCH_SOURCE_FORM (part);
  const gsize      spec = find_spec (problem->field);

  if (spec < G_N_ELEMENTS (specs))
    {
      tell_problem (self->problems[spec], problem,
                    self->thorough || !march_draft_is_blank (*get_member (self, spec)));
      return self->rows[spec];
    }
  if (g_str_equal (problem->field, "grade"))
    tell_problem (self->grade_problem, problem, self->thorough);
  else if (g_str_equal (problem->field, "links"))
    march_source_links_show_problem (self->links, problem);
  return *problem->field != '\0' ? GTK_WIDGET (self->links) : NULL;
}

static void
clear_problems (MarchFormPart *part)
{
  MarchSourceForm *self = MARCH_SOURCE_FORM (part);

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    if (self->problems[i] != NULL)
      march_problem_row_set (self->problems[i], NULL);
  march_problem_row_set (self->grade_problem, NULL);
  march_source_links_clear_problems (self->links);
}

static void
part_init (MarchFormPartInterface *iface)
{
  iface->show_problem = show_problem;
  iface->clear_problems = clear_problems;
}

static void
march_source_form_class_init (MarchSourceFormClass *klass)
{
  changed_signal = g_signal_new ("changed", MARCH_TYPE_SOURCE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_source_form_init (MarchSourceForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  make_rows (self);
  self->links = MARCH_SOURCE_LINKS (march_source_links_new ());
  g_signal_connect_swapped (self->links, "changed", G_CALLBACK (changed), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->links));
}

/** march_source_form_new: Returns: (transfer floating): a form for march_source_form_bind() */
GtkWidget *
march_source_form_new (void)
{
  return g_object_new (MARCH_TYPE_SOURCE_FORM, NULL);
}

static guint
find_type (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/** march_source_form_fill: shows what the draft says now */
void
march_source_form_fill (MarchSourceForm *self)
{
  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autofree char *line = NULL;

      if (specs[i].field == NULL)
        continue;
      line = is_list (i) ? swap (*get_member (self, i), "\n", "; ")
                         : g_strdup (*get_member (self, i));
      march_typed_set_text (self->rows[i], line);
    }
  gtk_switch_set_active (self->described, !self->draft->titled);
  adw_combo_row_set_selected (self->type, find_type (self->draft->type));
  gtk_toggle_button_set_active (
      self->grades[self->draft->grade == 0 ? 0 : self->draft->grade - 'A' + 1], TRUE);
  show_meaning (self);
  self->filling = FALSE;
}

/** march_source_form_bind: @draft: kept by its owner for as long as the form is there; @corpus:
 * with the sources that it may be linked to */
void
march_source_form_bind (MarchSourceForm *self, MarchSourceDraft *draft, MarchCorpus *corpus)
{
  g_return_if_fail (MARCH_IS_SOURCE_FORM (self) && draft != NULL);
  self->draft = draft;
  march_source_form_fill (self);
  march_source_links_bind (self->links, draft, corpus);
}

/** march_source_form_set_thorough: @thorough: what is missing is told too, from the next check on
 */
void
march_source_form_set_thorough (MarchSourceForm *self, gboolean thorough)
{
  self->thorough = thorough;
}

/** march_source_form_focus: @field: a member of the draft; its row gets the focus */
void
march_source_form_focus (MarchSourceForm *self, const char *field)
{
  const gsize    spec = find_spec (field);
  const gboolean ungraded = gtk_toggle_button_get_active (self->grades[0]);

  if (spec < G_N_ELEMENTS (specs))
    gtk_widget_grab_focus (self->rows[spec]);
  else if (g_str_equal (field, "grade"))
    gtk_widget_grab_focus (GTK_WIDGET (self->grades[ungraded ? 0 : self->draft->grade - 'A' + 1]));
  else if (g_str_equal (field, "links"))
    gtk_widget_child_focus (GTK_WIDGET (self->links), GTK_DIR_TAB_FORWARD);
}
