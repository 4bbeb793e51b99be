/* march-map-view-overlays.c — what lies over the map: card, note, credits, legend, places */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

#include "asof/march-why.h"

/* The invisible places follow when the map has rested so long. */
#define PLACES_DELAY_MS 400

static void
show_place (MarchMapView *self, const MarchPlace *place)
{
  g_autoptr (MarchWhy) why = march_why_new (march_session_get_snapshot (self->session), place);
  g_autoptr (GPtrArray) quotations = march_why_list_quotations (why);
  const guint      n = quotations->len;
  g_autofree char *count = n > 0 ? g_strdup_printf (ngettext ("%u quotation", "%u quotations", n),
                                                    n)
                                 : g_strdup (_ ("Details"));
  g_autofree char *text = march_why_to_line (why);

  gtk_label_set_text (self->card_title,
                      march_place_get_name (place, march_session_get_language (self->session)));
  gtk_label_set_text (self->card_text, text);
  gtk_button_set_label (self->card_button, count);
}

static void
show_group (MarchMapView *self, const MarchGroup *group)
{
  g_autoptr (GPtrArray) places = march_group_list_places (
      group, march_session_get_corpus (self->session));
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = g_strdup_printf (ngettext ("%u place", "%u places", places->len),
                                            places->len);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            march_place_get_short_name (places->pdata[i],
                                                        march_session_get_language (
                                                            self->session)));
  gtk_label_set_text (self->card_title, group->entry->words);
  gtk_label_set_text (self->card_text, names->str);
  gtk_button_set_label (self->card_button, count);
}

/** march_map_view_show_card: says of the selected place, or of the places of a chosen entry of the
 * legend, what there is room for, where the panel is shut */
void
march_map_view_show_card (MarchMapView *self)
{
  const MarchPlace *place = march_session_get_place (self->session);
  const MarchGroup *group = march_session_get_group (self->session);
  const gboolean    shown = (place != NULL || group != NULL)
                         && march_session_get_snapshot (self->session) != NULL
                         && !self->panel_shown && !self->projector;

  gtk_widget_set_visible (GTK_WIDGET (self->card), shown);
  if (shown && place != NULL)
    show_place (self, place);
  else if (shown)
    show_group (self, group);
}

static gboolean
places_cb (gpointer user_data)
{
  MarchMapView *self = user_data;
  MarchView     view;

  self->places_timeout = 0;
  if (march_session_get_snapshot (self->session) != NULL
      && march_map_layer_get_view (self->layer, &view))
    {
      march_map_places_show (self->places, self->session, &view);
      march_map_view_list_points (self, &view);
    }
  return G_SOURCE_REMOVE;
}

/** march_map_view_queue_places: names the places in view to those who can't see them, when the map
 * has rested */
void
march_map_view_queue_places (MarchMapView *self)
{
  g_clear_handle_id (&self->places_timeout, g_source_remove);
  self->places_timeout = g_timeout_add_full (G_PRIORITY_LOW, PLACES_DELAY_MS, places_cb, self,
                                             NULL);
}

/** march_map_view_show_note: says why the map is empty, or why tiles don't come */
void
march_map_view_show_note (MarchMapView *self)
{
  MarchSnapshot   *snapshot = march_session_get_snapshot (self->session);
  g_autofree char *empty = snapshot != NULL ? march_snapshot_describe_empty (snapshot) : NULL;

  g_autofree char *note = NULL;

  if (empty != NULL && empty[0] == '\0')
    g_clear_pointer (&empty, g_free);
  note = empty != NULL && self->tiles_trouble != NULL
             ? g_strdup_printf ("%s\n%s", empty, self->tiles_trouble)
             : g_strdup (empty != NULL ? empty : self->tiles_trouble);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/** march_map_view_show_credits: names the convention of borders and whose data are shown */
void
march_map_view_show_credits (MarchMapView *self)
{
  MarchCorpus             *corpus = march_session_get_corpus (self->session);
  const MarchDossierFacts *facts = corpus != NULL ? march_corpus_get_facts (corpus) : NULL;
  const char              *convention = facts != NULL ? facts->convention : "";
  const char              *others = facts != NULL ? facts->credits : "";
  g_autofree char         *tiles = g_settings_get_string (self->settings, "tile-credit");
  g_autofree char         *line = NULL;

  if (self->tiles != NULL && tiles[0] != '\0')
    line = g_strdup_printf ("%s%s%s", convention, convention[0] != '\0' ? " · " : "", tiles);
  gtk_label_set_text (self->credits, line != NULL ? line : convention);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->credits), line != NULL ? line : convention);
  gtk_label_set_text (self->credits_text, others);
  gtk_widget_set_visible (self->credits_button, others[0] != '\0');
}

/** march_map_view_fold_legend: in a small window the legend starts folded, whatever it is in a
 * larger one */
void
march_map_view_fold_legend (MarchMapView *self)
{
  const gboolean wanted = g_settings_get_boolean (self->settings, "show-legend");

  g_object_set (self->legend, "unfolded", wanted && self->room != MARCH_ROOM_TIGHT, NULL);
}

/* How much the legend stands higher where the credits reach below it, with large text in a small
 * window. */
static int
measure_credits (MarchMapView *self, int room)
{
  GtkWidget *strip = gtk_widget_get_parent (GTK_WIDGET (self->credits));
  int        wide = 0, high = 0;

  gtk_widget_measure (strip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, -1, NULL, &high, NULL, NULL);
  return wide > room ? high : 0;
}

/* The legend gives way to what stands above it: its rows scroll. */
static gboolean
place_child_cb (GtkOverlay *overlay, GtkWidget *child, GtkAllocation *place, MarchMapView *self)
{
  int            width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int            height = gtk_widget_get_height (GTK_WIDGET (overlay));
  int            least, whole, wanted, above, below;
  GtkRequisition minimum, natural;

  if (child != GTK_WIDGET (self->legend))
    return FALSE;
  gtk_widget_get_preferred_size (child, &minimum, &natural);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural.width, &least, &whole, NULL, NULL);
  gtk_widget_measure (self->top_left, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_measure (self->top_left, GTK_ORIENTATION_VERTICAL, MIN (wanted, width), NULL, &above,
                      NULL, NULL);
  place->width = MAX (minimum.width, MIN (natural.width, width));
  below = measure_credits (self, width - place->width);
  place->height = MIN (whole, MAX (least, height - above - below));
  place->x = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL ? width - place->width : 0;
  place->y = height - place->height - below;
  return TRUE;
}

/** march_map_view_show_legend: explains what is on the picture shown */
void
march_map_view_show_legend (MarchMapView *self)
{
  GPtrArray *legend = march_map_layer_get_legend (self->layer);

  if (legend != NULL)
    march_map_legend_show (self->legend, self->session,
                           march_map_layer_get_corpus (self->layer), legend, &self->style);
  march_map_view_update_hover (self);
}

/** march_map_view_bind_overlays: names this file's handlers to the template */
void
march_map_view_bind_overlays (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, place_child_cb);
}

/** march_map_view_set_room: lays the map's overlays out for a window of that width */
void
march_map_view_set_room (MarchMapView *self, MarchRoom room)
{
  const int credits[] = { 50, 80, 90, 110 };

  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  self->room = room;
  gtk_widget_set_visible (GTK_WIDGET (self->scale), room != MARCH_ROOM_TIGHT);
  gtk_label_set_max_width_chars (self->credits, credits[room]);
  march_map_legend_set_plain (self->legend, room <= MARCH_ROOM_NARROW);
  march_map_view_fold_legend (self);
  if (self->session != NULL)
    {
      march_map_view_show_card (self);
      march_map_view_show_legend (self);
    }
}

/** march_map_view_set_panel_shown: @shown: whether the panel tells of the selection */
void
march_map_view_set_panel_shown (MarchMapView *self, gboolean shown)
{
  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  self->panel_shown = shown;
  if (self->session != NULL)
    march_map_view_show_card (self);
}
