/* march-map-view-points.c — says what an imported point is: at the pointer, and on a card */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words.h"

/* More are too many to be gone through by ear. */
#define MOST_LISTED 100

static gboolean
pick (MarchMapView *self, double x, double y, MarchPointPick *point)
{
  MarchSnapshot *snapshot = self->session != NULL ? march_session_get_snapshot (self->session)
                                                  : NULL;
  MarchView      view;

  return snapshot != NULL && march_map_layer_get_view (self->layer, &view)
         && march_point_marks_pick (snapshot, &view, &self->style, x, y, point);
}

static const char *
get_title (const MarchDatedImport *import, const MarchPoint *point)
{
  const char *name = march_points_get_name (import->points, point);

  return *name != '\0' ? name : _("Point without a name");
}

/* Whose it is, of which days, by which source, and how many others its mark stands for. */
static char *
describe (MarchMapView *self, const MarchDatedImport *import, const MarchPoint *point, guint n)
{
  MarchSnapshot   *snapshot = march_session_get_snapshot (self->session);
  g_autofree char *words = march_words_point (import, point,
                                              march_snapshot_get_question (snapshot)->as_of,
                                              march_session_get_language (self->session));
  g_autofree char *others = NULL;

  if (n <= 1)
    return g_steal_pointer (&words);
  /* Translators: of imported points that one mark stands for. */
  others = g_strdup_printf (ngettext ("and %u other point", "and %u other points", n - 1), n - 1);
  return g_strdup_printf ("%s\n%s", words, others);
}

/* Whether a place is drawn as a mark, on which that of a point may lie. */
static gboolean
is_mark (const MarchPlace *place)
{
  return place != NULL && place->geometry != NULL
         && march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POINT;
}

/** march_map_view_name_point: @place: (nullable): what is there else. Names the point below the
 * pointer instead of the land around it, and beside a settlement */
void
march_map_view_name_point (MarchMapView *self, const MarchPlace *place, double x, double y)
{
  MarchPointPick   found;
  g_autofree char *words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (march_map_view_is_measuring (self) || !pick (self, x, y, &found))
    return;
  if (is_mark (place))
    g_string_append_printf (text, "%s\n",
                            march_place_get_name (place,
                                                  march_session_get_language (self->session)));
  words = describe (self, found.import, found.point, found.n_points);
  g_string_append_printf (text, "%s\n%s", get_title (found.import, found.point), words);
  gtk_label_set_text (self->hover, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->hover), TRUE);
}

static void
show (MarchMapView *self, const MarchDatedImport *import, const MarchPoint *point, guint n)
{
  g_autofree char *text = describe (self, import, point, n);

  gtk_label_set_text (self->point_title, get_title (import, point));
  gtk_label_set_text (self->point_text, text);
  gtk_widget_set_visible (self->point_card, TRUE);
}

/** march_map_view_hide_point: takes the card of a point away */
void
march_map_view_hide_point (MarchMapView *self)
{
  self->point_import = 0;
  gtk_widget_set_visible (self->point_card, FALSE);
}

static gboolean
is_shown (MarchMapView *self, const MarchPointPick *found)
{
  return self->point_import == found->import->id && self->point.x == found->point->x
         && self->point.y == found->point->y;
}

static double
get_distance (MarchMapView *self, const MarchPlace *place, double x, double y)
{
  MarchView view;
  double    longitude, latitude, at_x, at_y;

  if (!march_map_layer_get_view (self->layer, &view))
    return INFINITY;
  march_geometry_get_label_point (place->geometry, &longitude, &latitude);
  march_view_project (&view, longitude, latitude, &at_x, &at_y);
  return hypot (at_x - x, at_y - y);
}

/* Where a point's mark lies on that of a place, the nearer of both is meant, then, clicked again,
 * the other one; the second press of a double click means what the first one did. */
static gboolean
gives_way (MarchMapView         *self,
           const MarchPointPick *found,
           const MarchPlace     *place,
           double                x,
           double                y,
           int                   n_press)
{
  if (!is_mark (place))
    return FALSE;
  if (n_press > 1)
    return !is_shown (self, found);
  if (is_shown (self, found))
    return TRUE;
  return place != march_session_get_place (self->session)
         && get_distance (self, place, x, y) <= hypot (found->spot.x - x, found->spot.y - y);
}

/**
 * march_map_view_show_point:
 * @place: (nullable): what else is there, to which a point may give way
 * @n_press: as of a click
 *
 * Tells on a card what the point at a spot is.
 *
 * Returns: whether it does
 */
gboolean
march_map_view_show_point (MarchMapView     *self,
                           const MarchPlace *place,
                           double            x,
                           double            y,
                           int               n_press)
{
  MarchPointPick found;

  if (!pick (self, x, y, &found) || gives_way (self, &found, place, x, y, n_press))
    {
      march_map_view_hide_point (self);
      return FALSE;
    }
  self->point_import = found.import->id;
  self->point = *found.point;
  show (self, found.import, found.point, found.n_points);
  return TRUE;
}

static int
compare_distance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MarchSpot *from = user_data, *one = &((const MarchPointMark *) a)->spot,
                  *other = &((const MarchPointMark *) b)->spot;
  const double     near = hypot (one->x - from->x, one->y - from->y),
               far = hypot (other->x - from->x, other->y - from->y);

  if (near != far)
    return near < far ? -1 : 1;
  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (one->y > other->y) - (one->y < other->y);
}

/* Those on screen, the nearest to where the keyboard is first. */
static GArray *
list_nearest (MarchMapView *self, const MarchView *view)
{
  const MarchRect screen = { 0, 0, view->width, view->height };
  GArray         *marks = march_point_marks_list (march_session_get_snapshot (self->session), view,
                                                  &self->style, &screen);
  MarchSpot       from;

  for (guint i = marks->len; i > 0; i--)
    {
      const MarchSpot *spot = &g_array_index (marks, MarchPointMark, i - 1).spot;

      if (spot->x < 0 || spot->y < 0 || spot->x >= view->width || spot->y >= view->height)
        g_array_remove_index_fast (marks, i - 1);
    }
  march_map_view_find_anchor (self, &from.x, &from.y);
  g_array_sort_with_data (marks, compare_distance, &from);
  return marks;
}

/** march_map_view_list_points: names the points in view, the nearest to where the keyboard is, for
 * those who can't see the map */
void
march_map_view_list_points (MarchMapView *self, const MarchView *shown)
{
  g_autoptr (GArray) marks = list_nearest (self, shown);
  MarchPointPick found;

  for (guint i = 0; i < MIN (marks->len, MOST_LISTED); i++)
    {
      const MarchSpot *spot = &g_array_index (marks, MarchPointMark, i).spot;
      g_autofree char *words = NULL;

      if (!pick (self, spot->x, spot->y, &found))
        continue;
      words = describe (self, found.import, found.point, found.n_points);
      g_strdelimit (words, "\n", ';');
      march_map_places_add (self->places, spot->x, spot->y, get_title (found.import, found.point),
                            words);
    }
}

/* Which of the marks stands for the point on the card; their number if none does. */
static guint
find_shown (MarchMapView *self, const MarchView *view, const GArray *marks)
{
  const double world = march_view_world (view);
  const double x = (self->point.x / MARCH_POINT_STEPS - view->x) * world,
               y = (self->point.y / MARCH_POINT_STEPS - view->y) * world;
  double       nearest = INFINITY;
  guint        found = marks->len;

  for (guint i = 0; i < marks->len && self->point_import != 0; i++)
    {
      const MarchSpot *spot = &g_array_index (marks, MarchPointMark, i).spot;
      const double     distance = hypot (spot->x - x, spot->y - y);

      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }
  return found;
}

/* On the card, with its name beside the mark, and aloud. */
static void
tell (MarchMapView *self, const MarchSpot *spot)
{
  g_autofree char *words = NULL;

  /* A resting pointer says nothing any longer. */
  self->pointed = FALSE;
  if (self->focused == 0)
    march_map_view_set_hovered (self, NULL);
  gtk_label_set_text (self->hover, gtk_label_get_text (self->point_title));
  gtk_widget_set_visible (GTK_WIDGET (self->hover), TRUE);
  march_map_view_move_hover (self, spot->x, spot->y);
  words = g_strdup_printf ("%s. %s", gtk_label_get_text (self->point_title),
                           gtk_label_get_text (self->point_text));
  g_strdelimit (words, "\n", ';');
  march_map_view_say (self, words);
}

/** march_map_view_step_point: by keyboard: tells of the point nearest to where the keyboard is, and
 * then of the next one on screen. @direction: -1 back */
void
march_map_view_step_point (MarchMapView *self, int direction)
{
  g_autoptr (GArray) marks = NULL;
  MarchView view;
  MarchSpot spot;
  guint     shown;

  if (self->session == NULL || march_session_get_snapshot (self->session) == NULL
      || !march_map_layer_get_view (self->layer, &view))
    return;
  marks = list_nearest (self, &view);
  if (marks->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  shown = find_shown (self, &view, marks);
  if (shown == marks->len)
    shown = direction > 0 ? 0 : marks->len - 1;
  else
    shown = (shown + marks->len + (guint) (direction > 0 ? 1 : -1)) % marks->len;
  spot = g_array_index (marks, MarchPointMark, shown).spot;
  if (march_map_view_show_point (self, NULL, spot.x, spot.y, 1))
    tell (self, &spot);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  march_map_view_step_point (MARCH_MAP_VIEW (widget), g_variant_get_int32 (parameter));
}

/* The import, if the session asks for it; its points never change. */
static const MarchDatedImport *
find_import (MarchSnapshot *snapshot, gint64 id)
{
  g_autoptr (GPtrArray) imports = march_snapshot_list_points (snapshot);

  for (guint i = 0; i < imports->len; i++)
    if (((const MarchDatedImport *) imports->pdata[i])->id == id)
      return imports->pdata[i];
  return NULL;
}

/** march_map_view_update_point: lets the card follow the day, as long as the point counts */
void
march_map_view_update_point (MarchMapView *self)
{
  MarchSnapshot          *snapshot = march_session_get_snapshot (self->session);
  const MarchDatedImport *import = NULL;

  if (self->point_import != 0 && snapshot != NULL && march_points_are_shown (&self->style))
    import = find_import (snapshot, self->point_import);
  if (import != NULL
      && march_point_counts (&self->point, march_snapshot_get_question (snapshot)->as_of))
    show (self, import, &self->point, 1);
  else
    march_map_view_hide_point (self);
}

static void
point_closed_cb (MarchMapView *self)
{
  march_map_view_hide_point (self);
}

/** march_map_view_bind_points: names this file's handlers and children to the template */
void
march_map_view_bind_points (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MarchMapView, point_card);
  gtk_widget_class_bind_template_child (widget_class, MarchMapView, point_title);
  gtk_widget_class_bind_template_child (widget_class, MarchMapView, point_text);
  gtk_widget_class_bind_template_callback (widget_class, point_closed_cb);
  gtk_widget_class_install_action (widget_class, "map.point", "i", step_action);
}
