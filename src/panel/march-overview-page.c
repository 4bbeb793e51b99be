/* march-overview-page.c — what the dossier is about, what is disputed on the day, and what is not
 * known */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-gaps.h"
#include "asof/march-why.h"
#include "panel/march-overview-page.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "widgets/march-swatch.h"
#include "widgets/march-wrap-layout.h"

/* More gaps of one kind wait behind a button. */
#define MAX_GAPS 6

struct _MarchOverviewPage
{
  GtkBox parent_instance;

  MarchSession *session;
  MarchCorpus  *told; /* of which title, counts and gaps tell; NULL for none yet */

  GtkLabel  *title;
  GtkLabel  *summary;
  GtkWidget *counts;
  GtkLabel  *empty;
  GtkBox    *places;
  GtkBox    *gaps;
};

G_DEFINE_FINAL_TYPE (MarchOverviewPage, march_overview_page, GTK_TYPE_BOX)

static void
clear_children (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static guint
count_kind (MarchCorpus *corpus, MarchAssertionKind kind)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);
  guint      n = 0;

  for (guint i = 0; i < assertions->len; i++)
    n += ((const MarchAssertion *) assertions->pdata[i])->kind == kind;
  return n;
}

static void
add_count (MarchOverviewPage *self, const char *format, guint n)
{
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf ("%s%u%s", parts[0], n, parts[1] == NULL ? "" : parts[1]);
  gtk_widget_set_parent (march_tag_new (text, "count"), self->counts);
}

static void
fill_counts (MarchOverviewPage *self, MarchCorpus *corpus)
{
  guint quotations = march_corpus_get_quotations (corpus)->len;
  guint sources = march_corpus_get_sources (corpus)->len;
  guint actors = march_corpus_get_actors (corpus)->len;
  guint proposals = march_corpus_get_proposals (corpus)->len;
  guint events = count_kind (corpus, MARCH_KIND_EVENT);
  guint theses = count_kind (corpus, MARCH_KIND_THESIS);

  clear_children (self->counts);
  add_count (self, ngettext ("%u quotation", "%u quotations", quotations), quotations);
  add_count (self, ngettext ("%u source", "%u sources", sources), sources);
  add_count (self, ngettext ("%u actor", "%u actors", actors), actors);
  add_count (self, ngettext ("%u event", "%u events", events), events);
  add_count (self, ngettext ("%u thesis", "%u theses", theses), theses);
  add_count (self, ngettext ("%u proposal", "%u proposals", proposals), proposals);
}

static void
fill_text (MarchOverviewPage *self, MarchCorpus *corpus)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);

  gtk_label_set_text (self->title, facts->title);
  gtk_label_set_text (self->summary, facts->summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *facts->summary != '\0');
}

/* All that is said of a place, in one line. */
static char *
join_headlines (MarchWhy *why)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < why->rows->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " · " : "",
                            ((const MarchWhyRow *) why->rows->pdata[i])->headline);
  return g_string_free (line, FALSE);
}

static void
add_place (MarchSection *section, MarchSnapshot *snapshot, const MarchFinding *finding)
{
  g_autoptr (MarchWhy) why = march_why_new (snapshot, finding->place);
  g_autofree char *words = join_headlines (why);
  g_autofree char *name = g_markup_printf_escaped (
      "<b>%s</b>", march_place_get_name (finding->place, march_text_get_language ()));
  g_autofree char *count
      = finding->quotations->len == 0 ? NULL : g_strdup_printf ("%u", finding->quotations->len);
  GtkWidget *swatch = NULL;
  GtkWidget *row = NULL;

  if (why->rows->len > 0)
    swatch = march_swatch_new_for_row (march_snapshot_get_corpus (snapshot), why->rows->pdata[0],
                                       28, 19);
  row = march_section_add (section, swatch, name, words, count);
  march_row_lead_to (row, MARCH_RECORD_PLACE, finding->place->id);
}

static void
fill_places (MarchOverviewPage *self, MarchSnapshot *snapshot)
{
  GPtrArray    *places = march_corpus_get_places (march_snapshot_get_corpus (snapshot));
  MarchSection *section = MARCH_SECTION (march_section_new (_("Disputed on this day")));

  clear_children (GTK_WIDGET (self->places));
  for (guint i = 0; i < places->len; i++)
    {
      const MarchFinding *finding = march_snapshot_get_finding (snapshot, places->pdata[i]);

      if (finding != NULL && finding->disputed)
        add_place (section, snapshot, finding);
    }
  march_section_append_to (section, self->places);
}

static const char *
get_gap_title (MarchGapKind kind)
{
  switch (kind)
    {
    case MARCH_GAP_CONTROL_SILENT:
      return _("No quotation on record about control");
    case MARCH_GAP_NO_INDEPENDENT:
      return _("Own word or conclusion alone");
    case MARCH_GAP_UNIDENTIFIED_SOURCE:
      return _("Unidentified sources");
    case MARCH_GAP_INFERRED_DATE:
      return _("Inferred dates");
    case MARCH_GAP_UNGRADED:
      return _("Not graded");
    case MARCH_GAP_NO_EVIDENCE:
      return _("Without evidence");
    case MARCH_GAP_CONFLICT:
      return _("Sources disagree");
    case MARCH_GAP_NO_TEXT:
      return _("Text not attached");
    default:
      return "";
    }
}

static void
show_hidden_cb (GtkButton *button, MarchSection *section)
{
  march_section_show_all (section);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static void
add_gap (MarchSection *section, const MarchGap *gap)
{
  g_autofree char *markup = g_markup_escape_text (gap->sentence, -1);
  GtkWidget       *row = march_section_add (section, NULL, markup, NULL, NULL);

  if (gap->assertion != NULL)
    march_row_lead_to (row, MARCH_RECORD_ASSERTION, gap->assertion->id);
  else if (gap->source != NULL)
    march_row_lead_to (row, MARCH_RECORD_SOURCE, gap->source->id);
  else if (gap->place != NULL)
    march_row_lead_to (row, MARCH_RECORD_PLACE, gap->place->id);
}

static void
fill_gaps_of (MarchOverviewPage *self, GPtrArray *gaps, MarchGapKind kind)
{
  MarchSection *section = MARCH_SECTION (march_section_new (get_gap_title (kind)));
  guint         n = 0;

  for (guint i = 0; i < gaps->len; i++)
    if (((const MarchGap *) gaps->pdata[i])->kind == kind)
      {
        add_gap (section, gaps->pdata[i]);
        n++;
      }
  march_section_append_to (g_object_ref (section), self->gaps);
  if (n > MAX_GAPS + 1)
    {
      g_autofree char *label
          = g_strdup_printf (ngettext ("%u more", "%u more", n - MAX_GAPS), n - MAX_GAPS);
      GtkWidget *button = gtk_button_new_with_label (label);

      march_section_show_first (section, MAX_GAPS);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_object (button, "clicked", G_CALLBACK (show_hidden_cb), section, 0);
      gtk_box_append (GTK_BOX (section), button);
    }
  g_object_unref (section);
}

static void
fill_gaps (MarchOverviewPage *self, MarchCorpus *corpus)
{
  g_autoptr (GPtrArray) gaps = march_gaps_list (corpus);

  clear_children (GTK_WIDGET (self->gaps));
  for (guint kind = MARCH_GAP_CONTROL_SILENT; kind <= MARCH_GAP_NO_TEXT; kind++)
    fill_gaps_of (self, gaps, kind);
}

static void
march_overview_page_dispose (GObject *object)
{
  MarchOverviewPage *self = MARCH_OVERVIEW_PAGE (object);

  if (self->counts != NULL)
    clear_children (self->counts);
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
  return GTK_WIDGET (self);
}

/** march_overview_page_update: tells of the session's dossier as its snapshot has it */
void
march_overview_page_update (MarchOverviewPage *page)
{
  MarchSnapshot   *snapshot = march_session_get_snapshot (page->session);
  MarchCorpus     *corpus = NULL;
  g_autofree char *empty = NULL;

  if (snapshot == NULL)
    return;
  corpus = march_snapshot_get_corpus (snapshot);
  if (corpus != page->told)
    {
      g_clear_pointer (&page->told, march_corpus_unref);
      page->told = march_corpus_ref (corpus);
      fill_text (page, corpus);
      fill_counts (page, corpus);
      fill_gaps (page, corpus);
    }
  fill_places (page, snapshot);
  empty = march_snapshot_describe_empty (snapshot);
  gtk_label_set_text (page->empty, empty == NULL ? "" : empty);
  gtk_widget_set_visible (GTK_WIDGET (page->empty), empty != NULL && *empty != '\0');
}
