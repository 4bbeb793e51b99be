/* march-form-field.c — one member of a draft: its name, what is typed, and what is wrong with it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words.h"
#include "base/march-edtf.h"
#include "forms/march-date-picker.h"
#include "forms/march-form-field.h"
#include "forms/march-offers.h"

struct _MarchFormField
{
  GtkBox parent_instance;

  const MarchFormSpec *spec;
  MarchCoding         *coding; /* borrowed with the draft; NULL while there is none */
  gpointer             draft;

  GtkLabel  *label;
  GtkWidget *control;
  GtkLabel  *note;    /* what a date means */
  GtkLabel  *problem;
  gboolean   binding; /* the control shows what is there, nobody types */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchFormField, march_form_field, GTK_TYPE_BOX)

static gpointer
get_member (MarchFormField *self)
{
  return G_STRUCT_MEMBER_P (self->draft, self->spec->offset);
}

static gint64
get_id (MarchFormField *self)
{
  return self->spec->get != NULL ? self->spec->get (self->draft) : *(gint64 *) get_member (self);
}

static void
set_id (MarchFormField *self, gint64 id)
{
  if (self->spec->set != NULL)
    self->spec->set (self->draft, id);
  else
    *(gint64 *) get_member (self) = id;
}

/* What finds the records that the field names. */
static MarchCompleterKind
get_completer_kind (MarchFormField *self)
{
  switch (self->spec->kind)
    {
    case MARCH_FORM_PROPOSAL:
      return MARCH_COMPLETE_PROPOSALS;
    case MARCH_FORM_PLACE:
      return MARCH_COMPLETE_PLACES;
    case MARCH_FORM_ASSERTION:
      return MARCH_COMPLETE_ASSERTIONS;
    case MARCH_FORM_ACTOR:
    default:
      return MARCH_COMPLETE_ACTORS;
    }
}

static gboolean
get_switch (MarchFormField *self)
{
  return self->spec->get != NULL ? self->spec->get (self->draft) != 0
                                 : *(gboolean *) get_member (self);
}

static void
set_switch (MarchFormField *self, gboolean on)
{
  if (self->spec->set != NULL)
    self->spec->set (self->draft, on);
  else
    *(gboolean *) get_member (self) = on;
}

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* How a date is understood, while it is typed. */
static void
tell_date (MarchFormField *self, const char *typed)
{
  g_autoptr (MarchEdtf) date = march_edtf_new_from_words (typed, NULL);
  g_autofree char      *words = date != NULL ? march_edtf_describe (date) : g_strdup ("");

  set_optional (self->note, words);
}

static double
read_number (const char *typed)
{
  g_autofree char *plain = g_strdelimit (g_strdup (typed), ",", '.');
  char            *end = NULL;
  double           value = 0;

  g_strstrip (plain);
  if (*plain == '\0')
    return NAN;
  value = g_ascii_strtod (plain, &end);
  return *end == '\0' ? value : INFINITY;
}

static void
read_list (GPtrArray *list, const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, ",", -1);

  g_ptr_array_set_size (list, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (!march_draft_is_blank (words[i]))
      g_ptr_array_add (list, g_strdup (g_strstrip (words[i])));
}

static char *
write_list (GPtrArray *list)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", (const char *) list->pdata[i]);
  return g_string_free (words, FALSE);
}

static void
tell_changed (MarchFormField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
typed_cb (MarchFormField *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->control));

  if (self->binding || self->draft == NULL)
    return;
  if (self->spec->kind == MARCH_FORM_NUMBER)
    *(double *) get_member (self) = read_number (typed);
  else if (self->spec->kind == MARCH_FORM_LIST)
    read_list (*(GPtrArray **) get_member (self), typed);
  else
    march_draft_set_text (get_member (self), typed);
  if (self->spec->kind == MARCH_FORM_DATE)
    tell_date (self, typed);
  tell_changed (self);
}

static void
picked_cb (MarchFormField *self)
{
  if (self->binding || self->draft == NULL)
    return;
  *(guint *) get_member (self) = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));
  tell_changed (self);
}

static void
switched_cb (MarchFormField *self)
{
  if (self->binding || self->draft == NULL)
    return;
  set_switch (self, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->control)));
  tell_changed (self);
}

static void
chosen_cb (MarchFormField *self, gint64 id)
{
  if (self->draft == NULL)
    return;
  set_id (self, id);
  tell_changed (self);
}

/* What the dossier doesn't know yet is drafted along. */
static void
add_cb (MarchFormField *self, const char *name, guint choice)
{
  if (self->draft == NULL)
    return;
  set_id (self, march_offers_draft (self->coding, get_completer_kind (self), choice, name));
  march_form_field_bind (self, self->coding, self->draft);
  tell_changed (self);
}

/* A second press on a grade takes it back. */
static void
graded_cb (MarchFormField *self, GtkToggleButton *button)
{
  const guint grade = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-grade"));
  GtkWidget  *other = NULL;

  if (self->binding || self->draft == NULL)
    return;
  self->binding = TRUE;
  for (other = gtk_widget_get_first_child (self->control); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (other != GTK_WIDGET (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
  self->binding = FALSE;
  *(guint *) get_member (self) = gtk_toggle_button_get_active (button) ? grade : 0;
  tell_changed (self);
}

static void
march_form_field_dispose (GObject *object)
{
  MARCH_FORM_FIELD (object)->draft = NULL;
  G_OBJECT_CLASS (march_form_field_parent_class)->dispose (object);
}

static gboolean
march_form_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MARCH_FORM_FIELD (widget)->control);
}

static void
march_form_field_class_init (MarchFormFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_form_field_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_form_field_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_FORM_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
new_line (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style_class);
  return GTK_LABEL (label);
}

static void
march_form_field_init (MarchFormField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  self->label = new_line ("dim-label");
  self->note = new_line ("dim-label");
  self->problem = new_line ("error");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static GtkWidget *
new_entry (MarchFormField *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  if (self->spec->hint != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(self->spec->hint));
  if (self->spec->kind == MARCH_FORM_DATE)
    march_date_picker_attach (GTK_ENTRY (entry));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
setup_word_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer ellipsized)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (ellipsized != NULL)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_word_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *word = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (word));
}

static GtkListItemFactory *
new_factory (gboolean ellipsized)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_word_cb), GINT_TO_POINTER (ellipsized));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_word_cb), NULL);
  return factory;
}

/* Long words must not make the column wide: they are whole in the list. */
static GtkWidget *
new_choice (MarchFormField *self)
{
  g_autoptr (GtkListItemFactory) button = new_factory (TRUE);
  g_autoptr (GtkListItemFactory) list = new_factory (FALSE);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget                *choice = NULL;

  for (guint i = 0; i < march_vocabulary_get_size (self->spec->vocabulary); i++)
    gtk_string_list_append (words, march_vocabulary_get_words (self->spec->vocabulary, i));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), list);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
new_grades (MarchFormField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint grade = 1; grade <= 6; grade++)
    {
      g_autofree char *digit = g_strdup_printf ("%u", grade);
      g_autofree char *name = g_strdup_printf ("%s %u", _(self->spec->label), grade);
      GtkWidget       *button = gtk_toggle_button_new_with_label (digit);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);

      g_object_set_data (G_OBJECT (button), "march-grade", GUINT_TO_POINTER (grade));
      g_signal_connect_object (button, "toggled", G_CALLBACK (graded_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
new_chooser (MarchFormField *self)
{
  GtkWidget *chooser = march_chooser_new (
      _(self->spec->label), self->spec->hint != NULL ? _(self->spec->hint) : NULL);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  return chooser;
}

static GtkWidget *
new_control (MarchFormField *self)
{
  GtkWidget *check = NULL;

  switch (self->spec->kind)
    {
    case MARCH_FORM_CHOICE:
      return new_choice (self);
    case MARCH_FORM_GRADE:
      return new_grades (self);
    case MARCH_FORM_SWITCH:
      check = gtk_check_button_new_with_label (_(self->spec->label));
      g_signal_connect_object (check, "toggled", G_CALLBACK (switched_cb), self,
                               G_CONNECT_SWAPPED);
      return check;
    case MARCH_FORM_ACTOR:
    case MARCH_FORM_PROPOSAL:
    case MARCH_FORM_PLACE:
    case MARCH_FORM_ASSERTION:
      return new_chooser (self);
    case MARCH_FORM_TEXT:
    case MARCH_FORM_LIST:
    case MARCH_FORM_DATE:
    case MARCH_FORM_NUMBER:
    default:
      return new_entry (self);
    }
}

/** march_form_field_new: Returns: (transfer floating): an empty field; @spec stays */
GtkWidget *
march_form_field_new (const MarchFormSpec *spec)
{
  MarchFormField *self = g_object_new (MARCH_TYPE_FORM_FIELD, NULL);

  self->spec = spec;
  self->control = new_control (self);
  if (spec->kind != MARCH_FORM_SWITCH)
    gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  else
    g_object_ref_sink (self->label);
  gtk_box_append (GTK_BOX (self), self->control);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  march_form_field_set_label (self, _(spec->label));
  return GTK_WIDGET (self);
}

/** march_form_field_get_spec: Returns: what it is about */
const MarchFormSpec *
march_form_field_get_spec (MarchFormField *self)
{
  return self->spec;
}

/** march_form_field_set_completers: @completers: (array): one of each kind, or %NULL; borrowed */
void
march_form_field_set_completers (MarchFormField *self, MarchCompleter *const *completers)
{
  const MarchCompleterKind kind = get_completer_kind (self);

  if (!MARCH_IS_CHOOSER (self->control))
    return;
  march_chooser_set_completer (MARCH_CHOOSER (self->control), completers[kind]);
  march_chooser_offer (MARCH_CHOOSER (self->control), march_offers_get (kind));
}

/* Returns: (transfer full): what the chosen record is called, "" for none */
static char *
dup_name (MarchFormField *self, gint64 id)
{
  MarchCorpus          *corpus = march_coding_get_corpus (self->coding);
  const char           *language = march_words_get_language (NULL);
  const MarchAssertion *assertion = NULL;

  if (id == 0)
    return g_strdup ("");
  if (self->spec->kind == MARCH_FORM_ACTOR)
    return g_strdup (march_coding_get_actor_name (self->coding, id, language));
  if (self->spec->kind == MARCH_FORM_PLACE)
    return g_strdup (march_coding_get_place_name (self->coding, id, language));
  if (self->spec->kind == MARCH_FORM_PROPOSAL)
    return g_strdup (march_coding_get_proposal_title (self->coding, id));
  assertion = march_corpus_get_assertion (corpus, id);
  return assertion != NULL ? march_words_assertion (assertion, NULL) : g_strdup ("");
}

static void
show_number (MarchFormField *self, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  /* What is no number stays as it was typed. */
  if (isinf (value))
    return;
  if (!isnan (value))
    g_ascii_formatd (text, sizeof text, "%.15g", value);
  gtk_editable_set_text (GTK_EDITABLE (self->control), text);
}

static void
show_grade (MarchFormField *self, guint grade)
{
  GtkWidget *button = NULL;

  for (button = gtk_widget_get_first_child (self->control); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (button),
        grade == GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-grade")));
}

static void
show (MarchFormField *self)
{
  g_autofree char *words = NULL;

  switch (self->spec->kind)
    {
    case MARCH_FORM_LIST:
      words = write_list (*(GPtrArray **) get_member (self));
      gtk_editable_set_text (GTK_EDITABLE (self->control), words);
      break;
    case MARCH_FORM_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), *(guint *) get_member (self));
      break;
    case MARCH_FORM_GRADE:
      show_grade (self, *(guint *) get_member (self));
      break;
    case MARCH_FORM_SWITCH:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->control), get_switch (self));
      break;
    case MARCH_FORM_NUMBER:
      show_number (self, *(double *) get_member (self));
      break;
    case MARCH_FORM_ACTOR:
    case MARCH_FORM_PROPOSAL:
    case MARCH_FORM_PLACE:
    case MARCH_FORM_ASSERTION:
      words = dup_name (self, get_id (self));
      march_chooser_show (MARCH_CHOOSER (self->control), get_id (self), words != NULL ? words : "");
      break;
    case MARCH_FORM_TEXT:
    case MARCH_FORM_DATE:
    default:
      gtk_editable_set_text (GTK_EDITABLE (self->control), *(char **) get_member (self));
    }
}

/**
 * march_form_field_bind:
 * @coding: (nullable): what @draft belongs to
 * @draft: (nullable): whose member it shows and changes; borrowed until another is bound
 */
void
march_form_field_bind (MarchFormField *self, MarchCoding *coding, gpointer draft)
{
  self->coding = coding;
  self->draft = draft;
  if (draft == NULL)
    return;
  self->binding = TRUE;
  show (self);
  self->binding = FALSE;
  if (self->spec->kind == MARCH_FORM_DATE)
    tell_date (self, *(char **) get_member (self));
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/** march_form_field_set_label: what stands above it, and what it is called */
void
march_form_field_set_label (MarchFormField *self, const char *label)
{
  gtk_label_set_text (self->label, label);
  if (GTK_IS_DROP_DOWN (self->control))
    name_widget (gtk_widget_get_first_child (self->control), label);
  if (MARCH_IS_CHOOSER (self->control))
    march_chooser_set_name (MARCH_CHOOSER (self->control), label);
  if (GTK_IS_ENTRY (self->control) || GTK_IS_DROP_DOWN (self->control))
    name_widget (self->control, label);
}

/** march_form_field_set_problem: @problem: (nullable): what is wrong with what is typed */
void
march_form_field_set_problem (MarchFormField *self, const MarchProblem *problem)
{
  const gboolean error = problem != NULL && problem->level == MARCH_PROBLEM_ERROR;

  set_optional (self->problem, problem != NULL ? problem->sentence : "");
  if (error)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
      gtk_widget_add_css_class (self->control, "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "warning");
  gtk_widget_remove_css_class (self->control, "error");
}

/** march_form_field_is_wrong: Returns: whether the problem told is an error */
gboolean
march_form_field_is_wrong (MarchFormField *self)
{
  return gtk_widget_has_css_class (self->control, "error");
}

/** march_form_field_set_note: @note: what is known of it besides, "" for nothing */
void
march_form_field_set_note (MarchFormField *self, const char *note)
{
  set_optional (self->note, note);
}

/** march_form_field_reveal: opens what hides it, and gives it the focus */
void
march_form_field_reveal (MarchFormField *self)
{
  GtkWidget *expander = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_EXPANDER);

  if (expander != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/** march_form_field_check_resolved: Returns: whether what is typed names a record, or nothing; what
 * names none is told, as it must not be lost in silence */
gboolean
march_form_field_check_resolved (MarchFormField *self)
{
  const MarchProblem *problem = MARCH_IS_CHOOSER (self->control)
                                    ? march_chooser_get_problem (MARCH_CHOOSER (self->control))
                                    : NULL;

  if (problem == NULL)
    return TRUE;
  march_form_field_set_problem (self, problem);
  march_form_field_reveal (self);
  return FALSE;
}
