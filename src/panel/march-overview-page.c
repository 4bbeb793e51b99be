/* march-overview-page.c — what the dossier is about, what is disputed on the day, and what is not
 * known */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "asof/march-why.h"
#include "asof/march-words.h"
#include "panel/march-area-summary.h"
#include "panel/march-gap-remedy.h"
#include "panel/march-gaps-page.h"
#include "panel/march-overview-page.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "widgets/march-swatch.h"
#include "widgets/march-wrap-layout.h"

/* More gaps of one kind wait behind a button. */
#define MAX_GAPS 6

/* How many rows a frame may make: laying out their text takes longer than making them. */
#define ROWS_A_FRAME 3

/* The key of a row's data that tells what it says. */
#define TOLD "march-told"

struct _MarchOverviewPage
{
  GtkBox parent_instance;

  MarchSession *session;
  MarchCorpus  *told; /* of which title, counts and gaps tell; NULL for none yet */
  MarchQuestion asked; /* what counts and gaps answer; its day doesn't matter */

  /* What is still to be told, frame by frame */
  guint          tick;       /* id of the tick callback, 0 while nothing is left */
  MarchSnapshot *telling;    /* whose places are told; NULL once all are */
  guint          next_place; /* index among its corpus's places */
  int            next_row;   /* where that place's row belongs */
  GCancellable  *finding;    /* NULL while no gaps are looked for */
  GPtrArray     *gap_list;   /* of MarchGap, of told; NULL until they are found */
  guint          next_gap;   /* their kind */

  GtkLabel     *title;
  GtkLabel     *summary;
  GtkWidget    *counts;
  GtkLabel     *empty;
  GtkBox       *places;
  MarchSection *disputed; /* the section in places */
  GtkBox       *gaps;
};

G_DEFINE_FINAL_TYPE (MarchOverviewPage, march_overview_page, GTK_TYPE_BOX)

static void
clear_children (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
fill_text (MarchOverviewPage *self, MarchCorpus *corpus)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);

  gtk_label_set_text (self->title, facts->title);
  gtk_label_set_text (self->summary, facts->summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *facts->summary != '\0');
}

static GtkWidget *
new_place (MarchSection *section, int position, MarchWhy *why, const char *told)
{
  const MarchFinding *finding = why->finding;
  g_autofree char *words = march_why_to_line (why);
  g_autoptr (GPtrArray) quotations = march_why_list_quotations (why);
  g_autofree char *plain
      = march_words_name_place (march_snapshot_get_corpus (why->snapshot), finding->place);
  g_autofree char *name = g_markup_printf_escaped ("<b>%s</b>", plain);
  g_autofree char *count
      = quotations->len == 0 ? NULL : g_strdup_printf ("%u", quotations->len);
  GtkWidget *swatch = NULL;
  GtkWidget *row = NULL;

  if (why->rows->len > 0)
    swatch = march_swatch_new_for_row (why, why->rows->pdata[0], 28, 19);
  row = march_section_insert (section, position, swatch, name, words, count);
  march_row_lead_to (row, MARCH_RECORD_PLACE, finding->place->id);
  g_object_set_data_full (G_OBJECT (row), TOLD, g_strdup (told), g_free);
  return row;
}

static char *
describe_telling (MarchWhy *why)
{
  g_autofree char *words = march_why_to_line (why);
  g_autoptr (GPtrArray) quotations = march_why_list_quotations (why);
  const MarchWhyRow *first = why->rows->len > 0 ? why->rows->pdata[0] : NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %u %d %d %s", why->finding->place->id,
                          quotations->len, first != NULL ? (int) first->symbol : -1,
                          first != NULL && first->concluded, words);
}

/* Whether a row that is there tells of the place, whatever it says of it. */
static gboolean
is_of_place (GtkWidget *row, const MarchPlace *place)
{
  return g_ascii_strtoll (g_object_get_data (G_OBJECT (row), TOLD), NULL, 10) == place->id;
}

/* Rows of places that are not disputed any more stand before that of @place, if it has one. */
static void
drop_rows_before (MarchOverviewPage *self, const MarchPlace *place)
{
  int position = self->next_row;

  for (GtkWidget *row = march_section_get_row (self->disputed, position);
       row != NULL && !is_of_place (row, place);
       row = march_section_get_row (self->disputed, position))
    position++;
  if (march_section_get_row (self->disputed, position) == NULL)
    return;
  while (position-- > self->next_row)
    march_section_remove (self->disputed, self->next_row);
}

/* Returns: how many rows it had to make. */
static guint
tell_place (MarchOverviewPage *self, const MarchPlace *place)
{
  const MarchFinding  *finding = march_snapshot_get_finding (self->telling, place);
  g_autoptr (MarchWhy) why = NULL;
  g_autofree char     *told = NULL;
  GtkWidget           *row = NULL;

  if (finding == NULL || !finding->disputed)
    return 0;
  why = march_why_new (self->telling, place);
  told = describe_telling (why);
  drop_rows_before (self, place);
  row = march_section_get_row (self->disputed, self->next_row);
  if (row != NULL && g_str_equal (g_object_get_data (G_OBJECT (row), TOLD), told))
    {
      self->next_row++;
      return 0;
    }
  if (row != NULL && is_of_place (row, place))
    march_section_remove (self->disputed, self->next_row);
  new_place (self->disputed, self->next_row++, why, told);
  return 1;
}

/* Returns: whether there is more to tell of places. */
static gboolean
tell_places (MarchOverviewPage *self)
{
  GPtrArray *places = march_corpus_get_places (march_snapshot_get_corpus (self->telling));
  guint      made = 0;

  while (self->next_place < places->len && made < ROWS_A_FRAME)
    made += tell_place (self, places->pdata[self->next_place++]);
  gtk_widget_set_visible (GTK_WIDGET (self->places), self->next_row > 0);
  if (self->next_place < places->len)
    return TRUE;
  while (march_section_get_row (self->disputed, self->next_row) != NULL)
    march_section_remove (self->disputed, self->next_row);
  g_clear_pointer (&self->telling, march_snapshot_unref);
  return FALSE;
}

/* The row leads to what mends the gap, by its place in the list. */
static void
add_gap (MarchSection *section, GPtrArray *gaps, guint index)
{
  const MarchGap  *gap = gaps->pdata[index];
  g_autofree char *markup = g_markup_escape_text (gap->sentence, -1);
  GtkWidget       *row = march_section_add (section, NULL, markup, NULL, NULL);
  MarchRecordKind  kind;
  gint64           id;

  if (!march_gap_find_record (gap, &kind, &id))
    return;
  march_row_make_lead (row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "overview.mend");
}

static void
mend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchOverviewPage *self = MARCH_OVERVIEW_PAGE (widget);
  const guint        index = g_variant_get_uint32 (parameter);

  if (self->gap_list != NULL && index < self->gap_list->len)
    march_gap_mend (widget, self->session, self->gap_list->pdata[index]);
}

/* The gaps that wait behind the button get their rows when they are asked for. */
static void
show_hidden_cb (GtkButton *button, MarchSection *section)
{
  MarchOverviewPage *self = MARCH_OVERVIEW_PAGE (
      gtk_widget_get_ancestor (GTK_WIDGET (section), MARCH_TYPE_OVERVIEW_PAGE));
  GArray *hidden = g_object_get_data (G_OBJECT (button), "march-gaps");

  for (guint i = 0; i < hidden->len; i++)
    add_gap (section, self->gap_list, g_array_index (hidden, guint, i));
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static GtkWidget *
new_more_button (MarchSection *section, GArray *hidden)
{
  g_autofree char *label
      = g_strdup_printf (ngettext ("%u more", "%u more", hidden->len), hidden->len);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "march-gaps", g_array_ref (hidden),
                          (GDestroyNotify) g_array_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_hidden_cb), section, 0);
  return button;
}

static void
tell_gaps_of (MarchOverviewPage *self, MarchGapKind kind)
{
  MarchSection *section = MARCH_SECTION (march_section_new (march_gap_kind_get_title (kind)));
  g_autoptr (GArray) of_kind = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->gap_list->len; i++)
    if (((const MarchGap *) self->gap_list->pdata[i])->kind == kind)
      g_array_append_val (of_kind, i);
  for (guint i = 0; i < of_kind->len; i++)
    if (of_kind->len <= MAX_GAPS + 1 || i < MAX_GAPS)
      add_gap (section, self->gap_list, g_array_index (of_kind, guint, i));
    else
      g_array_append_val (hidden, g_array_index (of_kind, guint, i));
  if (hidden->len > 0)
    gtk_box_append (GTK_BOX (section), new_more_button (section, hidden));
  march_section_append_to (section, self->gaps);
}

static gboolean
tell_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchOverviewPage *self = MARCH_OVERVIEW_PAGE (widget);

  if (self->telling != NULL && tell_places (self))
    return G_SOURCE_CONTINUE;
  if (self->gap_list != NULL && self->next_gap < MARCH_N_GAP_KINDS)
    {
      tell_gaps_of (self, self->next_gap++);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
tick (MarchOverviewPage *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tell_more_cb, NULL, NULL);
}

static void
start_telling (MarchOverviewPage *self, MarchSnapshot *snapshot)
{
  g_clear_pointer (&self->telling, march_snapshot_unref);
  self->telling = march_snapshot_ref (snapshot);
  self->next_place = 0;
  self->next_row = 0;
  tick (self);
}

static gboolean
tells_of (MarchOverviewPage *self, MarchCorpus *corpus, const MarchQuestion *question)
{
  return self->told == corpus && self->asked.known_by == question->known_by
         && self->asked.according_actor == question->according_actor
         && self->asked.according_source == question->according_source
         && self->asked.area_source == question->area_source;
}

static void
gaps_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MarchOverviewPage    *self = MARCH_OVERVIEW_PAGE (source);
  g_autoptr (GPtrArray) gaps = march_gaps_list_finish (result, NULL);

  if (!march_newest_end (&self->finding, result) || gaps == NULL)
    return;
  self->gap_list = g_steal_pointer (&gaps);
  self->next_gap = 0;
  tick (self);
}

/* Gaps point into the corpus, which the page holds. */
static void
take_corpus (MarchOverviewPage *self, MarchCorpus *corpus, const MarchQuestion *question)
{
  self->asked = *question;
  clear_children (GTK_WIDGET (self->gaps));
  clear_children (GTK_WIDGET (self->places));
  g_clear_pointer (&self->gap_list, g_ptr_array_unref);
  g_clear_pointer (&self->told, march_corpus_unref);
  self->told = march_corpus_ref (corpus);
  march_gaps_list_async (corpus, question, &self->finding, self, gaps_found_cb);
  self->disputed = MARCH_SECTION (march_section_new (_("Disputed on this day")));
  gtk_box_append (self->places, GTK_WIDGET (self->disputed));
  fill_text (self, corpus);
}

static void
march_overview_page_dispose (GObject *object)
{
  MarchOverviewPage *self = MARCH_OVERVIEW_PAGE (object);

  if (self->counts != NULL)
    clear_children (self->counts);
  march_newest_stop (&self->finding);
  g_clear_pointer (&self->telling, march_snapshot_unref);
  g_clear_pointer (&self->gap_list, g_ptr_array_unref);
  g_clear_pointer (&self->told, march_corpus_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_overview_page_parent_class)->dispose (object);
}

static void
march_overview_page_class_init (MarchOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_overview_page_dispose;
  g_type_ensure (MARCH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, MarchOverviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MarchOverviewPage, counts);
  gtk_widget_class_bind_template_child (widget_class, MarchOverviewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MarchOverviewPage, places);
  gtk_widget_class_bind_template_child (widget_class, MarchOverviewPage, gaps);
  gtk_widget_class_install_action (widget_class, "overview.mend", "u", mend_action);
}

static void
march_overview_page_init (MarchOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** march_overview_page_new: @session: what is looked at. Returns: (transfer floating): a page that
 * march_overview_page_update() fills */
GtkWidget *
march_overview_page_new (MarchSession *session)
{
  MarchOverviewPage *self = g_object_new (MARCH_TYPE_OVERVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->places))),
                              march_area_summary_new (session, FALSE), GTK_WIDGET (self->empty));
  return GTK_WIDGET (self);
}

/** march_overview_page_update: tells of the session's dossier as its snapshot has it; rows follow
 * while the page is in view, a few each frame, and those that say the same stay */
void
march_overview_page_update (MarchOverviewPage *page)
{
  MarchSnapshot   *snapshot = march_session_get_snapshot (page->session);
  MarchCorpus     *corpus = NULL;
  g_autofree char *empty = NULL;

  if (snapshot == NULL)
    return;
  corpus = march_snapshot_get_corpus (snapshot);
  if (!tells_of (page, corpus, march_snapshot_get_question (snapshot)))
    {
      take_corpus (page, corpus, march_snapshot_get_question (snapshot));
      clear_children (page->counts);
      march_overview_fill_counts (page->counts, snapshot);
    }
  start_telling (page, snapshot);
  empty = march_snapshot_describe_empty (snapshot);
  gtk_label_set_text (page->empty, empty == NULL ? "" : empty);
  gtk_widget_set_visible (GTK_WIDGET (page->empty), empty != NULL && *empty != '\0');
}
