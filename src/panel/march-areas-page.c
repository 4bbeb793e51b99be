/* march-areas-page.c — the panel's page of imported areas: measured, over time, and compared */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-areas-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "panel/march-apart-section.h"
#include "panel/march-compare-section.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "panel/march-table-card.h"
#include "widgets/march-area-chart.h"

#define M2_PER_KM2 1e6

struct _MarchAreasPage
{
  GtkBox parent_instance;

  MarchSession     *session;
  MarchAreaHistory *charted; /* which the chart shows; NULL: none */
  gint64            charted_place;
  gboolean          filling; /* the drop-down changes by the program */

  GtkLabel       *title;
  GtkLabel       *cover;
  GtkWidget      *source_line;
  GtkDropDown    *source;
  GtkWidget      *keep;
  GtkSpinner     *spinner;
  GtkWidget      *card;
  MarchTable     *table;
  GtkWidget      *over_time;
  MarchAreaChart *chart;
  GtkLabel       *reading;
};

G_DEFINE_FINAL_TYPE (MarchAreasPage, march_areas_page, GTK_TYPE_BOX)

static MarchAreaDesk *
get_desk (MarchAreasPage *self)
{
  return march_session_get_area_desk (self->session);
}

/* What the areas are of: a unit or what consists of units; NULL: the whole dossier. */
static const MarchPlace *
get_place (MarchAreasPage *self, MarchAreaHistory *history)
{
  const MarchPlace *place = march_session_get_place (self->session);
  g_autoptr (GArray) units = NULL;

  if (place == NULL || history == NULL)
    return place;
  units = march_area_units_find (march_area_history_get_units (history), place);
  return units->len > 0 ? place : NULL;
}

static void
add_row (MarchAreasPage *self, const MarchAreaRow *row)
{
  const char      *language = march_text_get_language ();
  const double     km2 = row->m2 / M2_PER_KM2;
  g_autofree char *area = march_area_to_number (row->m2);
  g_autofree char *share = march_share_to_words (row->share);
  g_autofree char *of_country = march_share_to_words (row->country_share);
  g_autofree char *holder = march_area_side_describe_short (&row->side, language);
  const char      *cells[] = { row->place != NULL
                                   ? march_place_get_short_name (row->place, language)
                                   : _("The whole"),
                               holder, area, share, of_country };
  const double     numbers[]
      = { NAN, NAN, km2, 100 * row->share, 100 * row->country_share };

  march_table_add (self->table, row->place != NULL ? row->place->id : 0,
                   row->place != NULL ? march_place_get_name (row->place, language) : NULL, cells,
                   numbers);
}

static void
fill_table (MarchAreasPage *self, MarchAreaHistory *history, const MarchPlace *place)
{
  g_autoptr (GArray) rows
      = march_area_history_list_rows (history, march_session_get_as_of (self->session));
  g_autoptr (GArray) found = NULL;

  if (place != NULL)
    found = march_area_units_find (march_area_history_get_units (history), place);
  march_table_clear (self->table);
  for (guint i = 0; i < rows->len; i++)
    {
      const MarchAreaRow *row = &g_array_index (rows, MarchAreaRow, i);
      gboolean            wanted = found == NULL || row->place == place;

      for (guint j = 0; found != NULL && j < found->len && !wanted; j++)
        wanted = march_area_units_get (march_area_history_get_units (history),
                                       g_array_index (found, guint, j))
                 == row->place;
      if (wanted)
        add_row (self, row);
    }
  gtk_widget_set_visible (self->card, march_table_get_n (self->table) > 0);
}

static void
fill_title (MarchAreasPage *self, const MarchPlace *place)
{
  g_autofree char *title = NULL;

  if (place == NULL)
    {
      gtk_label_set_text (self->title, _("Areas"));
      return;
    }
  /* Translators: heads the areas that are held in a place. */
  title = g_strdup_printf (_("Areas in %s"),
                           march_place_get_name (place, march_text_get_language ()));
  gtk_label_set_text (self->title, title);
}

/* A list that stays the same is left alone: it is just telling which of it was chosen when the
 * day's areas change with that. */
static void
set_titles (GtkDropDown *choice, const char *const *titles)
{
  GListModel *model = gtk_drop_down_get_model (choice);
  guint       n = model != NULL ? g_list_model_get_n_items (model) : 0, same = 0;

  while (same < n && titles[same] != NULL
         && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), same), titles[same]))
    same++;
  if (model == NULL || same < n || titles[same] != NULL)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (titles);

      gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
    }
}

/* What is chosen here holds for this window; by the button it becomes the dossier's default. */
static void
fill_source (MarchAreasPage *self, MarchCorpus *corpus)
{
  MarchSnapshot         *snapshot = march_session_get_snapshot (self->session);
  g_autoptr (GPtrArray)  sources = march_corpus_list_area_sources (corpus);
  g_autoptr (GPtrArray)  titles = g_ptr_array_new ();
  const MarchSource     *drawn = march_snapshot_get_area_source (snapshot);
  guint                  selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < sources->len; i++)
    {
      g_ptr_array_add (titles, ((const MarchSource *) sources->pdata[i])->title);
      if (sources->pdata[i] == drawn)
        selected = i;
    }
  g_ptr_array_add (titles, NULL);
  self->filling = TRUE;
  set_titles (self->source, (const char *const *) titles->pdata);
  gtk_drop_down_set_selected (self->source, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (self->source_line, sources->len > 1);
  gtk_widget_set_visible (self->keep,
                          drawn != NULL && drawn != march_corpus_get_area_source (corpus));
}

static void
source_chosen_cb (MarchAreasPage *self)
{
  MarchCorpus          *corpus = march_session_get_corpus (self->session);
  const guint           selected = gtk_drop_down_get_selected (self->source);
  g_autoptr (GPtrArray) sources = NULL;

  if (self->filling || corpus == NULL)
    return;
  sources = march_corpus_list_area_sources (corpus);
  if (selected < sources->len)
    march_session_set_area_source (self->session,
                                   sources->pdata[selected] == march_corpus_get_area_source (corpus)
                                       ? 0
                                       : ((const MarchSource *) sources->pdata[selected])->id);
}

static void
read_chart (MarchAreasPage *self)
{
  g_autofree char *words
      = march_area_chart_read (self->chart, march_session_get_as_of (self->session));

  gtk_label_set_text (self->reading, words);
}

static void
fill_chart (MarchAreasPage *self, MarchAreaHistory *history, const MarchPlace *place)
{
  const gint64 id = place != NULL ? place->id : 0;

  if (history != self->charted || id != self->charted_place)
    {
      march_area_chart_show (self->chart, history, place);
      self->charted = history;
      self->charted_place = id;
    }
  march_area_chart_set_day (self->chart, march_session_get_as_of (self->session));
  read_chart (self);
}

static void
describe_cover (MarchAreasPage *self, MarchAreaHistory *history, MarchCorpus *corpus)
{
  const char      *trouble = march_area_desk_get_trouble (get_desk (self));
  g_autofree char *words = NULL;

  if (march_session_get_area_source (self->session) == MARCH_NO_AREA_SOURCE)
    words = g_strdup (_("In this window nobody’s areas are shown."));
  else if (history != NULL)
    words = march_area_history_describe_cover (history, march_session_get_as_of (self->session));
  else if (march_corpus_get_area_imports (corpus)->len == 0)
    words = g_strdup (_("No areas are imported; no quotation draws a line."));
  else
    words = g_strdup (trouble != NULL ? trouble : _("Measuring…"));
  gtk_label_set_text (self->cover, words);
}

static void
step (MarchAreasPage *self, int direction)
{
  MarchAreaHistory *history = march_area_desk_get_history (get_desk (self));
  const MarchDay    day = march_session_get_as_of (self->session);
  MarchDay          best = day;
  g_autoptr (GArray) changes = NULL;

  if (history == NULL)
    return;
  changes = march_area_history_list_changes (history, get_place (self, history));
  for (guint i = 0; i < changes->len; i++)
    {
      const MarchDay change = g_array_index (changes, MarchDay, i);

      if (direction < 0 && change < day)
        best = change;
      if (direction > 0 && change > day && best == day)
        best = change;
    }
  if (best == day)
    gtk_widget_error_bell (GTK_WIDGET (self));
  march_session_set_as_of (self->session, best);
}

static void
previous_cb (MarchAreasPage *self)
{
  step (self, -1);
}

static void
next_cb (MarchAreasPage *self)
{
  step (self, 1);
}

static void
day_chosen_cb (MarchAreasPage *self, gint64 day)
{
  march_session_set_as_of (self->session, day);
}

static void
activated_cb (MarchAreasPage *self, gint64 id)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  if (id != 0 && corpus != NULL)
    march_session_select (self->session, march_corpus_get_place (corpus, id));
}

static void
update_cb (MarchAreasPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    march_areas_page_update (self);
}

static void
march_areas_page_dispose (GObject *object)
{
  g_clear_object (&MARCH_AREAS_PAGE (object)->session);
  G_OBJECT_CLASS (march_areas_page_parent_class)->dispose (object);
}

static void
march_areas_page_class_init (MarchAreasPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_areas_page_dispose;
}

static GtkLabel *
append_label (GtkBox *box, const char *style_class)
{
  GtkWidget *label = march_label_new ("", style_class);

  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
append_source (MarchAreasPage *self, GtkBox *box)
{
  self->source_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->source = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->keep = gtk_button_new_with_label (_("Make Default"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->source), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Whose areas are drawn and measured in this window"), -1);
  gtk_widget_set_tooltip_text (self->keep,
                               _("Show these areas to everybody who opens the dossier"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->keep), "win.keep-area-source");
  g_signal_connect_object (self->source, "notify::selected", G_CALLBACK (source_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->source_line), GTK_WIDGET (self->source));
  gtk_box_append (GTK_BOX (self->source_line), self->keep);
  gtk_box_append (box, self->source_line);
}

static void
append_table (MarchAreasPage *self, GtkBox *box)
{
  const MarchTableColumn columns[] = { { _("Where"), FALSE, NULL },
                                       { _("Who"), FALSE, NULL },
                                       { _("km²"), TRUE, NULL },
                                       /* Translators: heads shares of a unit. */
                                       { _("Of it"), TRUE, "%" },
                                       /* Translators: heads shares of the country. */
                                       { _("Of all"), TRUE, "%" } };

  self->table
      = MARCH_TABLE (march_table_new (_("Areas by unit and holder"), columns,
                                      G_N_ELEMENTS (columns)));
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->card = march_table_card_new (self->table, "areas.csv");
  gtk_box_append (box, self->card);
}

static void
append_step (MarchAreasPage *self, GtkBox *box, const char *icon, const char *words,
             GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
append_chart (MarchAreasPage *self, GtkBox *box)
{
  GtkWidget *heading = march_label_new (_("Over Time"), "heading");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->over_time = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  append_step (self, GTK_BOX (line), "go-previous-symbolic", _("Previous change of the area"),
               G_CALLBACK (previous_cb));
  append_step (self, GTK_BOX (line), "go-next-symbolic", _("Next change of the area"),
               G_CALLBACK (next_cb));
  self->chart = MARCH_AREA_CHART (march_area_chart_new ());
  g_signal_connect_object (self->chart, "day-chosen", G_CALLBACK (day_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->over_time), line);
  gtk_box_append (GTK_BOX (self->over_time), GTK_WIDGET (self->chart));
  self->reading = append_label (GTK_BOX (self->over_time), "caption");
  gtk_box_append (box, self->over_time);
}

static void
march_areas_page_init (MarchAreasPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkBox    *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (box), "page-top");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (box));
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);

  self->title = append_label (box, "place-name");
  self->cover = append_label (GTK_BOX (line), NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->cover), TRUE);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->spinner));
  gtk_box_append (box, line);
  append_source (self, box);
  /* Above the table, whose rows come and go: the steps stay under the pointer. */
  append_chart (self, box);
  append_table (self, box);
  g_object_set_data (G_OBJECT (self), "march-box", box);
}

/** march_areas_page_new: @session: what is looked at. Returns: (transfer floating): a page that
 * march_areas_page_update() fills; while it is in view it follows day, place and source */
GtkWidget *
march_areas_page_new (MarchSession *session)
{
  MarchAreasPage *self = g_object_new (MARCH_TYPE_AREAS_PAGE, NULL);

  self->session = g_object_ref (session);
  gtk_box_append (g_object_get_data (G_OBJECT (self), "march-box"),
                  march_compare_section_new (session));
  gtk_box_append (g_object_get_data (G_OBJECT (self), "march-box"),
                  march_apart_section_new (session));
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::place", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (march_session_get_area_desk (session), "notify::history",
                           G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** march_areas_page_update: tells of the day, the place and the source that the session has */
void
march_areas_page_update (MarchAreasPage *page)
{
  MarchCorpus      *corpus = march_session_get_corpus (page->session);
  MarchAreaHistory *history = NULL;
  const MarchPlace *place = NULL;

  if (corpus == NULL || march_session_get_snapshot (page->session) == NULL)
    return;
  march_area_desk_measure (get_desk (page));
  history = march_area_desk_get_history (get_desk (page));
  place = get_place (page, history);
  fill_title (page, place);
  fill_source (page, corpus);
  describe_cover (page, history, corpus);
  gtk_spinner_set_spinning (page->spinner,
                            history == NULL && march_area_desk_is_busy (get_desk (page)));
  gtk_widget_set_visible (page->over_time,
                          history != NULL && march_area_history_get_sides (history)->len > 0);
  fill_chart (page, history, place);
  if (history != NULL)
    fill_table (page, history, place);
  else
    gtk_widget_set_visible (page->card, FALSE);
}
