/* march-map-legend.c — what the symbols on screen mean, on a card */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-legend.h"

#include <glib/gi18n.h>

#include "widgets/march-swatch.h"

#define SWATCH_WIDTH 34
#define SPACING 10
#define SWATCH_HEIGHT 20
/* Always the same, so that the legend's width, beside which the map is fitted, doesn't change with
 * the day. */
#define WIDTH_CHARS 21
/* A second line of no more characters is never cut. */
#define DETAIL_WHOLE 50

struct _MarchMapLegend
{
  AdwBin        parent;

  MarchSession *session;
  char         *shown;    /* the words of all rows: nothing is built anew while they stay */
  gboolean      plain;
  gboolean      unfolded;

  /* Template children */
  GtkListBox   *rows;
  GtkLabel     *foot;
};

enum
{
  PROP_0,
  PROP_UNFOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchMapLegend, march_map_legend, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text,
           const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
new_detail (const char *text)
{
  GtkWidget *label = new_label (text, "march-detail");

  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (g_utf8_strlen (text, -1) > DETAIL_WHOLE)
    gtk_widget_set_tooltip_text (label, text);
  return label;
}

/* One place is selected; several are highlighted together, and listed in the panel. */
static void
row_activated_cb (MarchMapLegend *self,
                  GtkListBoxRow  *row)
{
  MarchGroup  *listed = g_object_get_data (G_OBJECT (row), "group-of-places");
  MarchCorpus *corpus = march_session_get_corpus (self->session);
  g_autoptr (MarchGroup) group = NULL;
  g_autoptr (GPtrArray)  places = NULL;

  if (corpus == NULL || listed == NULL)
    return;
  /* The row may have stayed while days went by. */
  group = march_group_new (listed->corpus, listed->entry,
                           march_session_get_as_of (self->session));
  places = march_group_list_places (group, corpus);
  if (places->len == 1)
    march_session_select (self->session, places->pdata[0]);
  else if (places->len > 1)
    march_session_set_group (self->session, group);
}

static GtkWidget *
new_content (MarchCorpus            *corpus,
             const MarchLegendEntry *entry,
             const MarchStyle       *style)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *swatch = march_swatch_new (corpus, entry, SWATCH_WIDTH, SWATCH_HEIGHT);

  march_swatch_set_style (MARCH_SWATCH (swatch), style);
  gtk_box_append (GTK_BOX (content), swatch);
  gtk_box_append (GTK_BOX (content), words);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), new_label (entry->words, NULL));
  if (entry->detail[0] != '\0')
    gtk_box_append (GTK_BOX (words), new_detail (entry->detail));
  gtk_widget_add_css_class (content, "march-legend-row");
  return content;
}

/* Each row takes the keyboard's focus, so that all can be brought into view and read aloud. */
static GtkWidget *
new_row (MarchCorpus            *corpus,
         const MarchLegendEntry *entry,
         const MarchStyle       *style)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  g_autofree char *label = entry->detail[0] == '\0'
                               ? g_strdup (entry->words)
                               : g_strdup_printf ("%s, %s", entry->words, entry->detail);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_content (corpus, entry, style));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), entry->places->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (row), "group",
                     (gpointer) march_legend_group_get_title (entry->group));
  if (entry->places->len == 0)
    return row;
  gtk_widget_set_tooltip_text (row, _("Show the places drawn so and their quotations"));
  g_object_set_data_full (G_OBJECT (row), "group-of-places",
                          march_group_new (corpus, entry, 0), (GDestroyNotify) march_group_unref);
  return row;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  MarchMapLegend *self = user_data;
  const char     *title = g_object_get_data (G_OBJECT (row), "group");
  const char     *above = before != NULL ? g_object_get_data (G_OBJECT (before), "group") : NULL;
  const gboolean  first = !self->plain && g_strcmp0 (title, above) != 0;

  gtk_list_box_row_set_header (row, first ? new_label (title, "march-legend-group") : NULL);
}

static char *
list_words (GPtrArray        *entries,
            const MarchStyle *style,
            gboolean          plain)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%d %d %d\n", style->theme, style->lens, plain);
  for (guint i = 0; i < entries->len; i++)
    {
      const MarchLegendEntry *entry = entries->pdata[i];

      g_string_append_printf (words, "%d %d %d %s %s %" G_GINT64_FORMAT,
                              entry->group, entry->kind, entry->symbol, entry->words, entry->detail,
                              entry->actor != NULL ? entry->actor->id : 0);
      for (guint j = 0; j < entry->places->len; j++)
        g_string_append_printf (words, " %" G_GINT64_FORMAT,
                                ((const MarchPlace *) entry->places->pdata[j])->id);
      g_string_append_c (words, '\n');
    }
  return g_string_free (words, FALSE);
}

static void
fill_rows (MarchMapLegend   *self,
           MarchCorpus      *corpus,
           GPtrArray        *entries,
           const MarchStyle *style)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->rows, new_row (corpus, entries->pdata[i], style));
}

/* As wide as a row with words: the map is fitted beside the legend before there are any. */
static GtkWidget *
new_blank_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *blank = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (blank, SWATCH_WIDTH, SWATCH_HEIGHT);
  gtk_box_append (GTK_BOX (content), blank);
  gtk_box_append (GTK_BOX (content), new_label ("", NULL));
  gtk_widget_add_css_class (content, "march-legend-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_widget_set_sensitive (row, FALSE);
  return row;
}

static void
march_map_legend_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_UNFOLDED:
      g_value_set_boolean (value, MARCH_MAP_LEGEND (object)->unfolded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_map_legend_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_UNFOLDED:
      MARCH_MAP_LEGEND (object)->unfolded = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_map_legend_dispose (GObject *object)
{
  g_clear_object (&MARCH_MAP_LEGEND (object)->session);
  g_clear_pointer (&MARCH_MAP_LEGEND (object)->shown, g_free);
  G_OBJECT_CLASS (march_map_legend_parent_class)->dispose (object);
}

static void
march_map_legend_class_init (MarchMapLegendClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = march_map_legend_get_property;
  object_class->set_property = march_map_legend_set_property;
  object_class->dispose = march_map_legend_dispose;
  properties[PROP_UNFOLDED] = g_param_spec_boolean ("unfolded", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-map-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchMapLegend, rows);
  gtk_widget_class_bind_template_child (widget_class, MarchMapLegend, foot);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
march_map_legend_init (MarchMapLegend *self)
{
  self->unfolded = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_append (self->rows, new_blank_row ());
  gtk_list_box_set_header_func (self->rows, header_cb, self, NULL);
}

/**
 * march_map_legend_show:
 * @session: where a click on a row shows the places that are drawn so
 * @corpus: whose actors and places @entries name
 * @entries: (element-type MarchLegendEntry): what is on screen
 * @style: how the map is drawn
 */
void
march_map_legend_show (MarchMapLegend   *self,
                       MarchSession     *session,
                       MarchCorpus      *corpus,
                       GPtrArray        *entries,
                       const MarchStyle *style)
{
  g_autofree char *words = list_words (entries, style, self->plain);
  g_autofree char *day = march_day_describe (march_session_get_as_of (session));
  g_autofree char *foot = NULL;

  g_return_if_fail (MARCH_IS_MAP_LEGEND (self));
  g_set_object (&self->session, session);
  /* Translators: %s is the day that the map shows. */
  foot = g_strdup_printf (_("Only what is on screen, %s"), day);
  gtk_label_set_text (self->foot, foot);
  if (g_strcmp0 (words, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
  fill_rows (self, corpus, entries, style);
}

/** march_map_legend_set_plain: leaves out the headings, where there is little room; shows from the
 * next entries on */
void
march_map_legend_set_plain (MarchMapLegend *self,
                            gboolean        plain)
{
  g_return_if_fail (MARCH_IS_MAP_LEGEND (self));
  self->plain = plain;
}
