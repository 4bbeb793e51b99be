/* march-coding-pane.c — says who says the quoted words, and what they support */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "base/march-newest.h"
#include "coding/march-said-when.h"
#include "coding/march-source-draft.h"
#include "forms/march-coding-specs.h"
#include "forms/march-place-chips.h"
#include "reader/march-coding-pane.h"
#include "widgets/march-wrap-layout.h"

/* While keys come fast, only the last one is followed by a check. */
#define CHECK_MS 250
/* Of the places that the words name, and of those that one name may mean. */
#define MOST_SUGGESTED 8
#define MOST_MEANINGS 2

struct _MarchCodingPane
{
  GtkBox parent_instance;

  MarchSession *session;

  /* What is coded; all NULL while nothing is */
  MarchCoding         *coding;
  MarchQuotationDraft *quotation; /* of the coding */
  MarchEvidenceDraft  *link;      /* of it: the one of the quotation that is in view, or NULL */
  gboolean             touched;   /* something was typed or chosen */
  gboolean             tried;     /* to save it: from then on all that is wrong is told */
  gboolean             binding;   /* what is there is shown, nobody chooses */
  gboolean             writing;

  /* What was coded before */
  MarchQuotationDraft *last_quotation; /* NULL for none */
  MarchAssertionDraft *last_assertion; /* NULL for none */
  MarchCoding         *cancelled;      /* NULL for none */
  gint64               saved_place;    /* id of the first one, 0 for none */

  MarchNameIndex *index;    /* of the corpus of the coding, or of the one before; NULL at first */
  GCancellable   *indexing; /* while a newer one is being made */
  MarchCompleter *completers[MARCH_N_COMPLETERS]; /* of the index */
  guint           check;                          /* id of the timeout, 0 for none */

  GtkWidget       *kind_buttons[MARCH_KIND_THESIS + 1];
  GtkWidget       *stance_buttons[MARCH_STANCE_QUALIFIES + 1];
  MarchChooser    *existing;
  MarchPlaceChips *places;
  MarchDraftForm  *assertion_form, *assertion_more;
  MarchDraftForm  *quotation_form, *quotation_more;
  MarchFormField  *credibility;
  GtkLabel        *grade;
  GtkWidget       *source_grades; /* a toggle for each */
  GtkWidget       *said_hints; /* what the words tell of when they were said */

  /* Template children */
  GtkStack       *stack;
  GtkLabel       *saved_title;
  GtkLabel       *effect;
  GtkWidget      *show_button;
  GtkWidget      *again_button;
  GtkLabel       *count;
  GtkLabel       *words;
  GtkLabel       *words_problem;
  GtkBox         *kinds;
  GtkBox         *stances;
  AdwBin         *existing_slot;
  GtkWidget      *assertion_card;
  GtkBox         *quotation_card;
  GtkBox         *grade_card;
  GtkExpander    *more;
  GtkBox         *more_card;
  GtkWidget      *linked_box;
  GtkListBox     *linked;
  GtkLabel       *problems;
  GtkWidget      *content;
};

enum
{
  SAVED,
  LEFT,
  ADD_WORDS,
  PICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchCodingPane, march_coding_pane, GTK_TYPE_BOX)

static void show_link (MarchCodingPane *self);

/* The draft that the link in view leads to; NULL if it leads to a record of the dossier, or if
 * there is no link. */
static MarchAssertionDraft *
get_assertion (MarchCodingPane *self)
{
  GPtrArray *drafts = self->coding != NULL ? march_coding_get_assertions (self->coding) : NULL;

  for (guint i = 0; self->link != NULL && i < drafts->len; i++)
    {
      MarchAssertionDraft *draft = drafts->pdata[i];

      if (draft->id == self->link->assertion)
        return draft;
    }
  return NULL;
}

static GPtrArray *
get_links (MarchCodingPane *self)
{
  return march_coding_get_evidence (self->coding);
}

/* Those that are named by @mention and can be meant by it. */
static void
add_places (GPtrArray *places, const MarchMention *mention)
{
  for (guint i = 0; i < MIN (mention->places->len, MOST_MEANINGS); i++)
    if (places->len < MOST_SUGGESTED
        && !g_ptr_array_find (places, mention->places->pdata[i], NULL))
      g_ptr_array_add (places, mention->places->pdata[i]);
}

/* What the quoted words name is one press away. */
static void
suggest_places (MarchCodingPane *self)
{
  GPtrArray            *places = g_ptr_array_new ();
  g_autofree char      *words = march_quotation_draft_dup_words (self->quotation);
  g_autoptr (GPtrArray) mentions = NULL;

  if (self->index != NULL && words != NULL
      && march_name_index_get_corpus (self->index) == march_coding_get_corpus (self->coding))
    mentions = march_name_index_list_mentions (self->index, words);
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    add_places (places, mentions->pdata[i]);
  march_place_chips_suggest (self->places, places);
}

static void
set_completers (MarchCodingPane *self)
{
  MarchDraftForm *const forms[] = { self->assertion_form, self->assertion_more,
                                    self->quotation_form, self->quotation_more };

  march_chooser_set_completer (self->existing, self->completers[MARCH_COMPLETE_ASSERTIONS]);
  march_place_chips_set_completer (self->places, self->completers[MARCH_COMPLETE_PLACES]);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    march_draft_form_set_completers (forms[i], self->completers);
}

static void
free_completers (MarchCodingPane *self)
{
  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    g_clear_pointer (&self->completers[i], march_completer_free);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchCodingPane) self = user_data;
  g_autoptr (MarchNameIndex)  index = march_name_index_new_finish (result, NULL);

  if (!march_newest_end (&self->indexing, result) || index == NULL || self->session == NULL)
    return;
  g_clear_pointer (&self->index, march_name_index_unref);
  self->index = g_steal_pointer (&index);
  free_completers (self);
  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    self->completers[i] = march_completer_new (self->index, i);
  set_completers (self);
  if (self->coding != NULL)
    suggest_places (self);
}

/* The records may be others than when the passage was begun. */
static void
renew_completers (MarchCodingPane *self)
{
  MarchCorpus *corpus = march_coding_get_corpus (self->coding);

  suggest_places (self);
  if (self->index == NULL || march_name_index_get_corpus (self->index) != corpus)
    march_name_index_new_async (corpus, march_newest_begin (&self->indexing), indexed_cb,
                                g_object_ref (self));
}

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static const MarchSource *
get_source (MarchCodingPane *self)
{
  return march_corpus_get_source (march_coding_get_corpus (self->coding), self->quotation->source);
}

static void
show_words (MarchCodingPane *self)
{
  g_autofree char *words = march_quotation_draft_dup_words (self->quotation);
  const gboolean   marked = self->quotation->voice != MARCH_VOICE_REPORT;
  /* Translators: the quotation marks of your language, around a speaker's own words. */
  g_autofree char *quote = marked ? g_strdup_printf (_("“%s”"), words) : g_strdup (words);

  gtk_label_set_text (self->words, quote);
}

/* What the code of source and information means. */
static void
show_grade (MarchCodingPane *self)
{
  MarchQuotation   graded = { .source = get_source (self),
                              .credibility = self->quotation->credibility };
  g_autofree char *meaning
      = graded.source != NULL ? march_words_grade_meaning (&graded) : g_strdup ("");

  gtk_label_set_text (self->grade, meaning);
}

/* The speaker's office at the time, as the dossier knows it. */
static void
show_office (MarchCodingPane *self)
{
  MarchFormField  *field = march_draft_form_get_field (self->quotation_form, "speaker");
  const char      *office = march_coding_get_office (self->coding, self->quotation);
  g_autofree char *words = NULL;

  if (field == NULL)
    return;
  if (*office != '\0')
    /* Translators: the speaker's office at the time of speaking. */
    words = g_strdup_printf (_("then %s"), office);
  march_form_field_set_note (field, words != NULL ? words : "");
}

static char *
describe_link (MarchCodingPane *self, const MarchEvidenceDraft *link)
{
  MarchCorpus          *corpus = march_coding_get_corpus (self->coding);
  const MarchAssertion *assertion = march_corpus_get_assertion (corpus, link->assertion);
  const MarchProposal  *proposal = march_corpus_get_proposal (corpus, link->proposal);
  GPtrArray            *drafts = march_coding_get_assertions (self->coding);

  if (proposal != NULL)
    return g_strdup (proposal->title);
  if (assertion != NULL)
    return march_words_assertion (assertion, NULL);
  for (guint i = 0; i < drafts->len; i++)
    {
      const MarchAssertionDraft *draft = drafts->pdata[i];
      const char                *place = NULL;

      if (draft->id != link->assertion)
        continue;
      place = march_coding_get_place_name (self->coding, march_assertion_draft_get_place (draft),
                                           march_words_get_language (NULL));
      return g_strjoin (
          " · ", march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, draft->kind),
          place != NULL              ? place
          : *draft->title != '\0' ? draft->title
                                  : _("no place yet"),
          NULL);
    }
  return g_strdup ("");
}

static GtkWidget *
new_linked_row (MarchCodingPane *self, MarchEvidenceDraft *link)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  g_autofree char *words = describe_link (self, link);
  g_autofree char *line = g_strdup_printf (
      _("%1$s: %2$s"), march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, link->stance), words);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "march-link", link);
  return row;
}

static void
show_linked (MarchCodingPane *self)
{
  GPtrArray       *links = get_links (self);
  GtkListBoxRow   *row = NULL;
  guint            position = 0;
  g_autofree char *count = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->linked, 0)) != NULL)
    gtk_list_box_remove (self->linked, GTK_WIDGET (row));
  for (guint i = 0; i < links->len; i++)
    {
      if (links->pdata[i] == self->link)
        position = i + 1;
      else
        gtk_list_box_append (self->linked, new_linked_row (self, links->pdata[i]));
    }
  gtk_widget_set_visible (self->linked_box, links->len > (self->link != NULL ? 1 : 0));
  if (links->len > 0 && position > 0)
    count = g_strdup_printf (ngettext ("%1$u of %2$u assertion", "%1$u of %2$u assertions",
                                       links->len),
                             position, links->len);
  gtk_label_set_text (self->count, count != NULL ? count : "");
}

static gboolean
is_typed_wrong (const MarchProblem *problem)
{
  static const char *const read_at_once[]
      = { "valid", "said", "period", "low", "high", NULL };

  return g_str_equal (problem->field, "spans")
         || (problem->level == MARCH_PROBLEM_ERROR
             && g_strv_contains (read_at_once, problem->field));
}

/* At its field, if the one is in view; else below all fields. */
static void
tell_problem (MarchCodingPane *self, const MarchProblem *problem, GString *others)
{
  const MarchAssertionDraft *assertion = get_assertion (self);
  const char                *field = problem->field;

  if (problem->draft == self->quotation->id && g_str_equal (field, "spans"))
    {
      set_optional (self->words_problem, problem->sentence);
      return;
    }
  if (problem->draft == self->quotation->id
      && (march_draft_form_show_problem (self->quotation_form, problem)
          || march_draft_form_show_problem (self->quotation_more, problem)))
    return;
  if (assertion != NULL && problem->draft == assertion->id && g_str_equal (field, "places"))
    {
      march_place_chips_set_problem (self->places, problem);
      return;
    }
  if (assertion != NULL && problem->draft == assertion->id
      && (march_draft_form_show_problem (self->assertion_form, problem)
          || march_draft_form_show_problem (self->assertion_more, problem)))
    return;
  g_string_append_printf (others, "%s%s", others->len > 0 ? "\n" : "", problem->sentence);
}

static void
clear_problems (MarchCodingPane *self)
{
  march_draft_form_clear_problems (self->assertion_form);
  march_draft_form_clear_problems (self->assertion_more);
  march_draft_form_clear_problems (self->quotation_form);
  march_draft_form_clear_problems (self->quotation_more);
  march_place_chips_set_problem (self->places, NULL);
  set_optional (self->words_problem, "");
}

/* Returns: whether it may be written. */
static gboolean
check (MarchCodingPane *self)
{
  g_autoptr (GPtrArray) problems = march_coding_check (self->coding);
  g_autoptr (GString)   others = g_string_new (NULL);

  clear_problems (self);
  for (guint i = 0; i < problems->len; i++)
    {
      const MarchProblem *problem = problems->pdata[i];

      /* A form that is begun lacks much, which needs no telling. */
      if (self->tried || is_typed_wrong (problem))
        tell_problem (self, problem, others);
    }
  set_optional (self->problems, others->str);
  return march_problems_get_error (problems) == NULL;
}

static gboolean
check_cb (gpointer user_data)
{
  MarchCodingPane *self = user_data;

  self->check = 0;
  if (self->coding != NULL && !self->writing)
    check (self);
  return G_SOURCE_REMOVE;
}

/* "Yesterday" is the day before the source was published. */
static void
show_said (MarchCodingPane *self)
{
  MarchFormField    *field = march_draft_form_get_field (self->quotation_form, "said");
  const MarchSource *source = get_source (self);
  g_autofree char   *edtf
      = source != NULL ? march_said_when_read (self->quotation->said, source->published) : NULL;
  g_autofree char *words = edtf != NULL ? march_edtf_describe_text (edtf) : g_strdup ("");

  if (field != NULL)
    march_form_field_set_note (field, words);
}

static void
changed_cb (MarchCodingPane *self)
{
  if (self->coding == NULL)
    return;
  show_said (self);
  self->touched = TRUE;
  show_words (self);
  show_grade (self);
  show_office (self);
  g_clear_handle_id (&self->check, g_source_remove);
  self->check = g_timeout_add (CHECK_MS, check_cb, self);
}

static MarchAssertionDraft *
new_assertion (MarchCodingPane *self)
{
  if (self->last_assertion != NULL)
    return march_assertion_draft_new_after (self->last_assertion);
  return march_assertion_draft_new (MARCH_KIND_CONTROL);
}

static void
link_to_new (MarchCodingPane *self, MarchAssertionDraft *draft)
{
  march_coding_add_assertion (self->coding, draft);
  self->link = march_coding_add_evidence (self->coding, self->quotation->id, draft->id,
                                          MARCH_STANCE_SUPPORTS);
}

static void
unlink_from (MarchCodingPane *self)
{
  MarchAssertionDraft *draft = get_assertion (self);

  if (draft != NULL)
    march_coding_remove (self->coding, draft->id);
  else if (self->link != NULL)
    march_coding_remove_evidence (self->coding, self->link);
  self->link = NULL;
}

/* A second press on the kind takes it back: the words support nothing yet. */
static void
kind_cb (MarchCodingPane *self, GtkToggleButton *button)
{
  const MarchAssertionKind kind
      = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-value"));
  MarchAssertionDraft *draft = get_assertion (self);

  if (self->binding || self->coding == NULL)
    return;
  if (!gtk_toggle_button_get_active (button))
    unlink_from (self);
  else if (draft != NULL)
    draft->kind = kind;
  else
    {
      unlink_from (self);
      draft = new_assertion (self);
      draft->kind = kind;
      link_to_new (self, draft);
    }
  show_link (self);
  changed_cb (self);
}

static void
stance_cb (MarchCodingPane *self, GtkToggleButton *button)
{
  if (self->binding || self->link == NULL || !gtk_toggle_button_get_active (button))
    return;
  self->link->stance = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-value"));
  changed_cb (self);
}

/* Instead of a new assertion, one that the dossier has. */
static void
existing_cb (MarchCodingPane *self, gint64 id)
{
  const MarchStance stance = self->link != NULL ? self->link->stance : MARCH_STANCE_SUPPORTS;

  if (self->coding == NULL || (id == 0 && get_assertion (self) != NULL))
    return;
  unlink_from (self);
  if (id != 0)
    self->link = march_coding_add_evidence (self->coding, self->quotation->id, id, stance);
  else
    link_to_new (self, new_assertion (self));
  show_link (self);
  changed_cb (self);
}

static void
show_kinds (MarchCodingPane *self, const MarchAssertionDraft *draft)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->kind_buttons); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kind_buttons[i]),
                                  draft != NULL && draft->kind == i);
  for (guint i = 0; i < G_N_ELEMENTS (self->stance_buttons); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stance_buttons[i]),
                                  self->link != NULL && self->link->stance == i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stances), self->link != NULL);
}

static void
name_fields (MarchCodingPane *self, const MarchAssertionDraft *draft)
{
  MarchFormField *actor = march_draft_form_get_field (self->assertion_form, "actor");
  MarchFormField *valid = march_draft_form_get_field (self->assertion_form, "valid");

  if (actor != NULL)
    march_form_field_set_label (actor, march_coding_get_actor_label (draft->kind));
  if (valid != NULL)
    march_form_field_set_label (valid, march_coding_get_valid_label (draft->kind));
}

/* The link in view: what it leads to, and the fields that such an assertion has. */
static void
show_link (MarchCodingPane *self)
{
  MarchAssertionDraft *draft = get_assertion (self);
  g_autofree char     *existing
      = draft == NULL && self->link != NULL ? describe_link (self, self->link) : g_strdup ("");

  self->binding = TRUE;
  show_kinds (self, draft);
  march_chooser_show (self->existing,
                      draft == NULL && self->link != NULL ? self->link->assertion : 0, existing);
  march_place_chips_bind (self->places, self->coding, draft);
  march_draft_form_bind (self->assertion_form, self->coding, draft, march_coding_uses_member);
  march_draft_form_bind (self->assertion_more, self->coding, draft, march_coding_uses_member);
  self->binding = FALSE;
  if (draft != NULL)
    name_fields (self, draft);
  gtk_widget_set_visible (self->assertion_card, draft != NULL);
  show_linked (self);
}

static void
said_hint_cb (MarchCodingPane *self, GtkWidget *button)
{
  MarchFormField *field = march_draft_form_get_field (self->quotation_form, "said");

  if (self->coding == NULL || field == NULL)
    return;
  march_draft_set_text (&self->quotation->said,
                        g_object_get_data (G_OBJECT (button), "march-edtf"));
  march_form_field_bind (field, self->coding, self->quotation);
  changed_cb (self);
}

static GtkWidget *
new_said_hint (MarchCodingPane *self, const MarchSaidWhen *said)
{
  g_autofree char *when = march_edtf_describe_text (said->edtf);
  /* Translators: words of a source that tell of a time, and what they mean. */
  g_autofree char *label = g_strdup_printf (_("“%1$s”: %2$s"), said->words, when);
  GtkWidget       *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill-small");
  gtk_widget_set_tooltip_text (button, _("Said then"));
  g_object_set_data_full (G_OBJECT (button), "march-edtf", g_strdup (said->edtf), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (said_hint_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* What the words themselves tell of times, for the analyst to confirm. */
static void
show_said_hints (MarchCodingPane *self)
{
  const MarchSource    *source = get_source (self);
  g_autofree char      *words = march_quotation_draft_dup_words (self->quotation);
  g_autoptr (GPtrArray) said = NULL;
  GtkWidget            *child = NULL;

  while ((child = gtk_widget_get_first_child (self->said_hints)) != NULL)
    gtk_box_remove (GTK_BOX (self->said_hints), child);
  if (source != NULL && words != NULL)
    said = march_said_when_list (words, source->published);
  for (guint i = 0; said != NULL && i < said->len; i++)
    if (*((const MarchSaidWhen *) said->pdata[i])->edtf != '\0')
      gtk_box_append (GTK_BOX (self->said_hints), new_said_hint (self, said->pdata[i]));
  gtk_widget_set_visible (self->said_hints,
                          gtk_widget_get_first_child (self->said_hints) != NULL);
}

static void
show_source_grade (MarchCodingPane *self)
{
  const MarchSource *source = get_source (self);
  const char         letter = source != NULL ? source->grade : 0;
  GtkWidget         *button = NULL;

  self->binding = TRUE;
  for (button = gtk_widget_get_first_child (self->source_grades); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (button),
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "march-value")) == letter);
  self->binding = FALSE;
}

static void
graded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchCodingPane) self = user_data;
  g_autoptr (GError)          error = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (object), result, &error) || self->coding == NULL)
    return;
  set_optional (self->problems, error->message);
  show_source_grade (self);
}

/* The grade is the source's, of all that is quoted of it: an edit by itself. */
static void
source_grade_cb (MarchCodingPane *self, GtkToggleButton *button)
{
  const char letter = (char) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "march-value"));
  const MarchSource            *source = self->coding != NULL ? get_source (self) : NULL;
  g_autoptr (MarchSourceDraft) draft = NULL;

  if (self->binding || source == NULL)
    return;
  draft = march_source_draft_new_from (source);
  draft->grade = gtk_toggle_button_get_active (button) ? letter : 0;
  march_source_draft_write_async (draft, march_session_get_dossier (self->session), graded_cb,
                                  g_object_ref (self));
}

static void
show_quotation (MarchCodingPane *self)
{
  self->binding = TRUE;
  march_draft_form_bind (self->quotation_form, self->coding, self->quotation, NULL);
  march_draft_form_bind (self->quotation_more, self->coding, self->quotation, NULL);
  march_form_field_bind (self->credibility, self->coding, self->quotation);
  self->binding = FALSE;
  show_words (self);
  show_grade (self);
  show_source_grade (self);
  show_office (self);
  show_said (self);
  show_said_hints (self);
}

static void
show_form (MarchCodingPane *self)
{
  renew_completers (self);
  clear_problems (self);
  set_optional (self->problems, "");
  show_quotation (self);
  show_link (self);
  gtk_stack_set_visible_child_name (self->stack, "form");
}

/* Whoever borrows the drafts lets go of them. */
static MarchCoding *
steal_coding (MarchCodingPane *self)
{
  g_clear_handle_id (&self->check, g_source_remove);
  march_place_chips_bind (self->places, NULL, NULL);
  march_draft_form_bind (self->assertion_form, NULL, NULL, NULL);
  march_draft_form_bind (self->assertion_more, NULL, NULL, NULL);
  march_draft_form_bind (self->quotation_form, NULL, NULL, NULL);
  march_draft_form_bind (self->quotation_more, NULL, NULL, NULL);
  march_form_field_bind (self->credibility, NULL, NULL);
  self->quotation = NULL;
  self->link = NULL;
  self->touched = self->tried = FALSE;
  return g_steal_pointer (&self->coding);
}

/* What the map shows now of the place that was coded. */
static void
show_effect (MarchCodingPane *self)
{
  MarchSnapshot      *snapshot = march_session_get_snapshot (self->session);
  const MarchPlace   *place = snapshot != NULL && self->saved_place != 0
                                  ? march_corpus_get_place (march_snapshot_get_corpus (snapshot),
                                                            self->saved_place)
                                  : NULL;
  const MarchFinding *finding
      = place != NULL ? march_snapshot_get_finding (snapshot, place) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  gtk_widget_set_visible (self->show_button, place != NULL);
  if (finding != NULL)
    {
      day = march_day_describe (march_session_get_as_of (self->session));
      words = march_words_finding (finding, NULL);
      /* Translators: a day, and what the map shows of a place on that day. */
      line = g_strdup_printf (_("The map on %1$s: %2$s"), day, words);
    }
  set_optional (self->effect, line != NULL ? line : "");
}

static void
show_rest (MarchCodingPane *self, gboolean saved)
{
  gtk_widget_set_visible (GTK_WIDGET (self->saved_title), saved);
  gtk_widget_set_visible (self->again_button, self->cancelled != NULL);
  if (!saved)
    self->saved_place = 0;
  show_effect (self);
  gtk_stack_set_visible_child_name (self->stack, "rest");
}

static void
remember (MarchCodingPane *self)
{
  GPtrArray *assertions = march_coding_get_assertions (self->coding);

  g_clear_pointer (&self->last_quotation, march_quotation_draft_free);
  self->last_quotation = march_quotation_draft_copy (self->quotation);
  self->saved_place = 0;
  if (assertions->len == 0)
    return;
  g_clear_pointer (&self->last_assertion, march_assertion_draft_free);
  self->last_assertion = march_assertion_draft_copy (assertions->pdata[assertions->len - 1]);
  self->saved_place = march_assertion_draft_get_place (assertions->pdata[0]);
}

static void
saved (MarchCodingPane *self)
{
  const gint64 quotation = self->quotation->id;

  remember (self);
  march_coding_unref (steal_coding (self));
  show_rest (self, TRUE);
  g_signal_emit (self, signals[SAVED], 0, quotation, self->saved_place);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchCodingPane) self = user_data;
  g_autoptr (GError)          error = NULL;
  const gboolean ok = march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error);

  self->writing = FALSE;
  gtk_widget_set_sensitive (self->content, TRUE);
  if (self->session == NULL || self->coding == NULL)
    return;
  if (ok)
    {
      saved (self);
      return;
    }
  set_optional (self->problems, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->places));
}

static void
tell_unresolved (MarchFormField *field)
{
  const MarchProblem problem = {
    .level = MARCH_PROBLEM_ERROR,
    .sentence = (char *) _("Choose one from the list, add it as new, or take the name out."),
  };

  march_form_field_set_problem (field, &problem);
  gtk_widget_grab_focus (GTK_WIDGET (field));
}

/* A name that is typed and means nothing yet must not be lost in silence. */
static gboolean
is_resolved (MarchCodingPane *self)
{
  MarchDraftForm *const forms[] = { self->assertion_form, self->assertion_more,
                                    self->quotation_form, self->quotation_more };

  if (get_assertion (self) != NULL && march_place_chips_is_unresolved (self->places))
    {
      march_place_chips_set_problem (
          self->places,
          &(MarchProblem){ .level = MARCH_PROBLEM_ERROR,
                           .sentence = (char *) _("Choose one from the list, add it as new, or "
                                                  "take the name out.") });
      gtk_widget_grab_focus (GTK_WIDGET (self->places));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      MarchFormField *field = march_draft_form_find_unresolved (forms[i]);

      if (field == NULL)
        continue;
      if (forms[i] == self->assertion_more || forms[i] == self->quotation_more)
        gtk_expander_set_expanded (self->more, TRUE);
      tell_unresolved (field);
      return FALSE;
    }
  return TRUE;
}

static void
refuse (MarchCodingPane *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  march_coding_pane_save (MARCH_CODING_PANE (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[LEFT], 0);
  march_coding_pane_cancel (MARCH_CODING_PANE (widget));
}

static void
add_another_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchCodingPane     *self = MARCH_CODING_PANE (widget);
  MarchAssertionDraft *draft = NULL, *current = NULL;

  if (self->coding == NULL || self->writing)
    return;
  self->tried = TRUE;
  if (!check (self) || !is_resolved (self))
    {
      refuse (self);
      return;
    }
  current = get_assertion (self);
  draft = current != NULL ? march_assertion_draft_new_after (current) : new_assertion (self);
  march_assertion_draft_set_place (draft, 0);
  link_to_new (self, draft);
  self->tried = FALSE;
  show_link (self);
  check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->places));
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchCodingPane *self = MARCH_CODING_PANE (widget);
  GPtrArray       *links = NULL;

  if (self->cancelled == NULL || self->coding != NULL)
    return;
  self->coding = g_steal_pointer (&self->cancelled);
  march_coding_set_corpus (self->coding, march_session_get_corpus (self->session));
  self->quotation = march_coding_get_quotations (self->coding)->pdata[0];
  links = get_links (self);
  self->link = links->len > 0 ? links->pdata[links->len - 1] : NULL;
  self->touched = TRUE;
  show_form (self);
}

static void
add_words_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ADD_WORDS], 0);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchCodingPane  *self = MARCH_CODING_PANE (widget);
  MarchCorpus      *corpus = march_session_get_corpus (self->session);
  const MarchPlace *place
      = corpus != NULL ? march_corpus_get_place (corpus, self->saved_place) : NULL;

  if (place == NULL)
    return;
  march_session_select (self->session, place);
  march_session_reveal (self->session, place);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
kind_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchCodingPane *self = MARCH_CODING_PANE (widget);
  const int        kind = g_variant_get_int32 (target);

  if (self->coding != NULL && kind >= 0 && kind < (int) G_N_ELEMENTS (self->kind_buttons))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kind_buttons[kind]), TRUE);
}

static void
linked_cb (MarchCodingPane *self, GtkListBoxRow *row)
{
  self->link = g_object_get_data (G_OBJECT (row), "march-link");
  show_link (self);
  check (self);
}

static void
pick_cb (MarchCodingPane *self)
{
  g_signal_emit (self, signals[PICK], 0);
}

/* The dossier has changed: by another edit, or by this one. */
static void
snapshot_cb (MarchCodingPane *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  if (self->coding == NULL)
    {
      show_effect (self);
      return;
    }
  if (corpus == NULL || self->writing || corpus == march_coding_get_corpus (self->coding))
    return;
  march_coding_set_corpus (self->coding, corpus);
  renew_completers (self);
  show_grade (self);
  show_source_grade (self);
  check (self);
}

/* A draft of another dossier has no sense here. */
static void
dossier_cb (MarchCodingPane *self)
{
  g_clear_pointer (&self->cancelled, march_coding_unref);
  g_clear_pointer (&self->last_quotation, march_quotation_draft_free);
  g_clear_pointer (&self->last_assertion, march_assertion_draft_free);
  if (self->coding != NULL)
    march_coding_unref (steal_coding (self));
  show_rest (self, FALSE);
}

static void
march_coding_pane_dispose (GObject *object)
{
  MarchCodingPane *self = MARCH_CODING_PANE (object);

  if (self->coding != NULL)
    march_coding_unref (steal_coding (self));
  g_clear_pointer (&self->cancelled, march_coding_unref);
  g_clear_pointer (&self->last_quotation, march_quotation_draft_free);
  g_clear_pointer (&self->last_assertion, march_assertion_draft_free);
  march_newest_stop (&self->indexing);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_coding_pane_parent_class)->dispose (object);
}

static void
march_coding_pane_finalize (GObject *object)
{
  free_completers (MARCH_CODING_PANE (object));
  g_clear_pointer (&MARCH_CODING_PANE (object)->index, march_name_index_unref);
  G_OBJECT_CLASS (march_coding_pane_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchCodingPane, name)
  BIND (stack);
  BIND (saved_title);
  BIND (effect);
  BIND (show_button);
  BIND (again_button);
  BIND (count);
  BIND (words);
  BIND (words_problem);
  BIND (kinds);
  BIND (stances);
  BIND (existing_slot);
  BIND (assertion_card);
  BIND (quotation_card);
  BIND (grade_card);
  BIND (more);
  BIND (more_card);
  BIND (linked_box);
  BIND (linked);
  BIND (problems);
  BIND (content);
#undef BIND
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "coding.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "coding.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "coding.add-another", NULL, add_another_action);
  gtk_widget_class_install_action (widget_class, "coding.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "coding.add-words", NULL, add_words_action);
  gtk_widget_class_install_action (widget_class, "coding.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "coding.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "coding.kind", "i", kind_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "coding.leave", NULL);
  for (int kind = 0; kind <= MARCH_KIND_THESIS; kind++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + kind, GDK_ALT_MASK,
                                         "coding.kind", "i", kind);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, MARCH_TYPE_CODING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
march_coding_pane_class_init (MarchCodingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_coding_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = march_coding_pane_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-coding-pane.ui");
  bind_children (widget_class);
  install_actions (widget_class);
  signals[SAVED] = g_signal_new ("saved", MARCH_TYPE_CODING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[LEFT] = new_signal ("left");
  signals[ADD_WORDS] = new_signal ("add-words");
  signals[PICK] = new_signal ("pick");
}

/* The words stand by themselves here, not in a sentence. */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *large = g_utf8_strup (first, -1);

  return g_strconcat (large, g_utf8_next_char (words), NULL);
}

static GtkWidget *
new_toggle (MarchCodingPane *self, MarchVocabulary vocabulary, guint value, GCallback toggled)
{
  g_autofree char *words = capitalise (march_vocabulary_get_words (vocabulary, value));
  GtkWidget       *button = gtk_toggle_button_new_with_label (words);

  g_object_set_data (G_OBJECT (button), "march-value", GUINT_TO_POINTER (value));
  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);
  return button;
}

static void
make_toggles (MarchCodingPane *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self->kinds), march_wrap_layout_new (6, 6));
  for (guint i = 0; i < G_N_ELEMENTS (self->kind_buttons); i++)
    {
      self->kind_buttons[i]
          = new_toggle (self, MARCH_VOCABULARY_ASSERTION_KIND, i, G_CALLBACK (kind_cb));
      gtk_widget_add_css_class (self->kind_buttons[i], "pill-small");
      gtk_box_append (self->kinds, self->kind_buttons[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->stance_buttons); i++)
    {
      self->stance_buttons[i]
          = new_toggle (self, MARCH_VOCABULARY_STANCE, i, G_CALLBACK (stance_cb));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->stance_buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->stance_buttons[0]));
      gtk_box_append (self->stances, self->stance_buttons[i]);
    }
}

static MarchDraftForm *
adopt_form (MarchCodingPane *self, GtkWidget *form, GtkBox *box)
{
  gtk_box_append (box, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return MARCH_DRAFT_FORM (form);
}

static void
make_forms (MarchCodingPane *self)
{
  self->places = MARCH_PLACE_CHIPS (march_place_chips_new ());
  gtk_box_append (GTK_BOX (self->assertion_card), GTK_WIDGET (self->places));
  g_signal_connect_object (self->places, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "pick", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  self->assertion_form = adopt_form (self, march_coding_new_assertion_form (FALSE),
                                     GTK_BOX (self->assertion_card));
  self->quotation_form
      = adopt_form (self, march_coding_new_quotation_form (FALSE), self->quotation_card);
  self->said_hints = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->said_hints, march_wrap_layout_new (6, 6));
  gtk_box_append (self->quotation_card, self->said_hints);
  self->assertion_more
      = adopt_form (self, march_coding_new_assertion_form (TRUE), self->more_card);
  self->quotation_more
      = adopt_form (self, march_coding_new_quotation_form (TRUE), self->more_card);
}

static GtkWidget *
new_source_grades (MarchCodingPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (_("Source, for all that is quoted of it"));

  self->source_grades = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->source_grades, "linked");
  gtk_box_set_homogeneous (GTK_BOX (self->source_grades), TRUE);
  for (char letter = 'A'; letter <= 'F'; letter++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label ((char[]){ letter, '\0' });
      /* Translators: %c is the letter of a source's grade. */
      g_autofree char *name = g_strdup_printf (_("Source %c"), letter);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (button), "march-value", GINT_TO_POINTER (letter));
      g_signal_connect_object (button, "toggled", G_CALLBACK (source_grade_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->source_grades), button);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->source_grades);
  return box;
}

static void
make_grade (MarchCodingPane *self)
{
  static const MarchFormSpec spec = {
    .name = "credibility", .label = N_("Information"), .kind = MARCH_FORM_GRADE,
    .offset = G_STRUCT_OFFSET (MarchQuotationDraft, credibility), .wide = TRUE,
  };

  self->credibility = MARCH_FORM_FIELD (march_form_field_new (&spec));
  self->grade = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->grade, TRUE);
  gtk_label_set_xalign (self->grade, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->grade), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->grade), "dim-label");
  gtk_box_append (self->grade_card, new_source_grades (self));
  gtk_box_append (self->grade_card, GTK_WIDGET (self->credibility));
  gtk_box_append (self->grade_card, GTK_WIDGET (self->grade));
  g_signal_connect_object (self->credibility, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_shortcut (GtkShortcutController *controller, const char *keys, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                    gtk_named_action_new (action)));
}

static void
march_coding_pane_init (MarchCodingPane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  make_toggles (self);
  self->existing = MARCH_CHOOSER (march_chooser_new (_("Assertion"),
                                                     _("A new assertion, or find one")));
  adw_bin_set_child (self->existing_slot, GTK_WIDGET (self->existing));
  g_signal_connect_object (self->existing, "chosen", G_CALLBACK (existing_cb), self,
                           G_CONNECT_SWAPPED);
  make_forms (self);
  make_grade (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_expander_get_label (self->more), -1);
  g_signal_connect_object (self->linked, "row-activated", G_CALLBACK (linked_cb), self,
                           G_CONNECT_SWAPPED);
  /* Before an entry takes Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), "<Control>Return|<Control>KP_Enter",
                "coding.save");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                "<Control><Shift>Return|<Control><Shift>KP_Enter", "coding.add-another");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/** march_coding_pane_new: Returns: (transfer floating): the pane, at rest */
GtkWidget *
march_coding_pane_new (MarchSession *session)
{
  MarchCodingPane *self = g_object_new (MARCH_TYPE_CODING_PANE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (snapshot_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dossier", G_CALLBACK (dossier_cb), self,
                           G_CONNECT_SWAPPED);
  show_rest (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * march_coding_pane_begin:
 * @source: of the session's corpus, with its text
 * @words: which of its words are quoted
 *
 * Begins a passage in place of what was coded, with what stays the same from the last one.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if these words can't be quoted
 */
gboolean
march_coding_pane_begin (MarchCodingPane    *self,
                         const MarchSource  *source,
                         const MarchStretch *words,
                         GError            **error)
{
  MarchCorpus                    *corpus = march_session_get_corpus (self->session);
  g_autoptr (MarchQuotationDraft) draft
      = march_quotation_draft_new_after (corpus, source, self->last_quotation);

  if (!march_quotation_draft_add_span (draft, source->text, words->first, words->beyond, error))
    return FALSE;
  if (self->coding != NULL)
    march_coding_unref (steal_coding (self));
  self->coding = march_coding_new (corpus);
  self->quotation = march_coding_add_quotation (self->coding, g_steal_pointer (&draft));
  link_to_new (self, new_assertion (self));
  show_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->places));
  return TRUE;
}

/** march_coding_pane_begin_from: takes up a quotation of the dossier in place of what was coded, to
 * say what else it supports */
void
march_coding_pane_begin_from (MarchCodingPane *self, const MarchQuotation *quotation)
{
  if (self->coding != NULL)
    march_coding_unref (steal_coding (self));
  self->coding = march_coding_new (march_session_get_corpus (self->session));
  self->quotation = march_coding_add_quotation (self->coding,
                                                march_quotation_draft_new_from (quotation));
  link_to_new (self, new_assertion (self));
  show_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->places));
}

/** march_coding_pane_begin_note: what was just begun is to have a note, and supports nothing yet */
void
march_coding_pane_begin_note (MarchCodingPane *self)
{
  MarchFormField *note = NULL;

  unlink_from (self);
  show_link (self);
  gtk_expander_set_expanded (self->more, TRUE);
  note = march_draft_form_get_field (self->quotation_more, "note");
  if (note != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (note));
}

/** march_coding_pane_add_words: quotes further words along, of the same text. Returns: whether they
 * can be; why not is told in the pane */
gboolean
march_coding_pane_add_words (MarchCodingPane *self, const MarchStretch *words)
{
  const MarchSource *source = self->coding != NULL ? get_source (self) : NULL;
  g_autoptr (GError) error = NULL;

  if (source == NULL || source->text == NULL)
    return FALSE;
  if (march_quotation_draft_add_span (self->quotation, source->text, words->first, words->beyond,
                                      &error))
    {
      changed_cb (self);
      return TRUE;
    }
  set_optional (self->words_problem, error->message);
  return FALSE;
}

/** march_coding_pane_take_place: @place: id of a place that was picked on the map */
void
march_coding_pane_take_place (MarchCodingPane *self, gint64 place)
{
  if (get_assertion (self) != NULL)
    march_place_chips_add (self->places, place);
}

/** march_coding_pane_set_actor: @actor: id of who holds or claims, as far as the assertion has one
 */
void
march_coding_pane_set_actor (MarchCodingPane *self, gint64 actor)
{
  MarchAssertionDraft *draft = get_assertion (self);

  if (draft == NULL)
    return;
  draft->actor = actor;
  show_link (self);
  changed_cb (self);
}

/** march_coding_pane_has_draft: Returns: whether a passage is being coded */
gboolean
march_coding_pane_has_draft (MarchCodingPane *self)
{
  return self->coding != NULL;
}

/** march_coding_pane_is_touched: Returns: whether something of it would be lost with it */
gboolean
march_coding_pane_is_touched (MarchCodingPane *self)
{
  return self->coding != NULL && self->touched;
}

/* What is counted from the day of publication is written as the day that it means. */
static void
resolve_said (MarchCodingPane *self)
{
  const MarchSource *source = get_source (self);
  g_autofree char   *edtf
      = source != NULL ? march_said_when_read (self->quotation->said, source->published) : NULL;

  if (edtf != NULL)
    march_draft_set_text (&self->quotation->said, edtf);
}

/** march_coding_pane_save: writes the passage as one edit, or tells what stands in its way */
void
march_coding_pane_save (MarchCodingPane *self)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);

  if (self->coding == NULL || self->writing || dossier == NULL)
    return;
  self->tried = TRUE;
  if (!check (self) || !is_resolved (self))
    {
      refuse (self);
      return;
    }
  g_clear_handle_id (&self->check, g_source_remove);
  resolve_said (self);
  self->writing = TRUE;
  /* The focus goes before its field does. */
  g_signal_emit (self, signals[LEFT], 0);
  gtk_widget_set_sensitive (self->content, FALSE);
  march_coding_write_async (self->coding, dossier, written_cb, g_object_ref (self));
}

/** march_coding_pane_cancel: codes the passage no more; it can be taken up again */
void
march_coding_pane_cancel (MarchCodingPane *self)
{
  const gboolean touched = march_coding_pane_is_touched (self);

  if (self->coding == NULL || self->writing)
    return;
  if (touched)
    {
      g_clear_pointer (&self->cancelled, march_coding_unref);
      self->cancelled = steal_coding (self);
    }
  else
    march_coding_unref (steal_coding (self));
  show_rest (self, FALSE);
}
