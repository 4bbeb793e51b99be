/* march-map-places.c — the places on the map for those who can't see it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-lens.h"
#include "map/march-map-places.h"

#include <math.h>

#include "asof/march-why.h"
#include "asof/march-words.h"

/* GTK 4.8 has no accessible children without widgets: one invisible widget for each place in view,
 * at most so many. */
#define MOST_PLACES 200

struct _MarchMapPlaces
{
  GtkWidget parent;
};

G_DEFINE_FINAL_TYPE (MarchMapPlaces, march_map_places, GTK_TYPE_WIDGET)

static gboolean
find_point (const MarchPlace *place,
            const MarchView  *view,
            double           *px,
            double           *py)
{
  double longitude, latitude;

  if (!march_place_is_painted (place) || place->geometry == NULL
      || place->kind == MARCH_PLACE_STATE)
    return FALSE;
  march_geometry_get_label_point (place->geometry, &longitude, &latitude);
  march_view_project (view, longitude, latitude, px, py);
  return TRUE;
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b)
{
  const MarchPlace *first = *(const MarchPlace *const *) a;
  const MarchPlace *second = *(const MarchPlace *const *) b;

  return second->importance - first->importance;
}

static GPtrArray *
list_visible (MarchCorpus     *corpus,
              const MarchView *view)
{
  GPtrArray *places = march_corpus_get_places (corpus);
  GPtrArray *visible = g_ptr_array_new ();
  double     px, py;

  for (guint i = 0; i < places->len; i++)
    if (find_point (places->pdata[i], view, &px, &py) && px >= 0 && py >= 0 && px < view->width
        && py < view->height)
      g_ptr_array_add (visible, places->pdata[i]);
  g_ptr_array_sort (visible, compare_importance);
  if (visible->len > MOST_PLACES)
    g_ptr_array_set_size (visible, MOST_PLACES);
  return visible;
}

/**
 * march_map_places_describe:
 *
 * Returns: (transfer full): who holds @place and who says they own it, and as of which day
 */
char *
march_map_places_describe (MarchSession     *session,
                           const MarchPlace *place)
{
  g_autoptr (MarchWhy) why = march_why_new (march_session_get_snapshot (session), place);
  g_autofree char     *question = march_words_question (march_session_get_snapshot (session),
                                                        march_session_get_language (session));
  g_autofree char     *lens = march_map_lens_describe (session, place);

  if (lens == NULL)
    return g_strdup_printf ("%s %s.", why->summary, question);
  g_strdelimit (lens, "\n", ';');
  return g_strdup_printf ("%s %s. %s.", why->summary, question, lens);
}

static void
march_map_places_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
march_map_places_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const graphene_point_t *point = g_object_get_data (G_OBJECT (child), "point");

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (child, 1, 1, -1, gsk_transform_translate (NULL, point));
    }
}

static void
remove_all (MarchMapPlaces *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
march_map_places_dispose (GObject *object)
{
  remove_all (MARCH_MAP_PLACES (object));
  G_OBJECT_CLASS (march_map_places_parent_class)->dispose (object);
}

static void
march_map_places_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  /* The children are there to be read aloud, not to be seen. */
}

static void
march_map_places_class_init (MarchMapPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_map_places_dispose;
  widget_class->measure = march_map_places_measure;
  widget_class->size_allocate = march_map_places_size_allocate;
  widget_class->snapshot = march_map_places_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
march_map_places_init (MarchMapPlaces *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * march_map_places_add:
 * @px: where it is, in logical pixels
 * @py: where it is
 *
 * Adds something that lies at a spot of the map, after what march_map_places_show() named.
 */
void
march_map_places_add (MarchMapPlaces *self,
                      double          px,
                      double          py,
                      const char     *name,
                      const char     *description)
{
  GtkWidget        *child = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                          GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  graphene_point_t *point = g_new0 (graphene_point_t, 1);

  g_return_if_fail (MARCH_IS_MAP_PLACES (self));
  graphene_point_init (point, (float) px, (float) py);
  g_object_set_data_full (G_OBJECT (child), "point", point, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * march_map_places_show:
 * @session: what is shown
 * @view: the part of the map on screen
 *
 * Names each painted place in view and tells what its colour says.
 */
void
march_map_places_show (MarchMapPlaces  *self,
                       MarchSession    *session,
                       const MarchView *view)
{
  g_autoptr (GPtrArray) visible = list_visible (march_session_get_corpus (session), view);
  const char *language = march_session_get_language (session);

  g_return_if_fail (MARCH_IS_MAP_PLACES (self));
  remove_all (self);
  for (guint i = 0; i < visible->len; i++)
    {
      g_autofree char *description = march_map_places_describe (session, visible->pdata[i]);
      double           px, py;

      find_point (visible->pdata[i], view, &px, &py);
      march_map_places_add (self, px, py, march_place_get_name (visible->pdata[i], language),
                            description);
    }
}

/**
 * march_map_places_find_next:
 * @px: from where, in logical pixels
 * @py: from where
 * @dx: 1 to the right, -1 to the left, 0 else
 * @dy: 1 downwards, -1 upwards, 0 else
 * @from: (nullable): the place there, which is passed over
 *
 * Returns: (nullable): the painted place nearest in that direction, within 50° of it, on screen or
 * not
 */
const MarchPlace *
march_map_places_find_next (MarchCorpus      *corpus,
                            const MarchView  *view,
                            double            px,
                            double            py,
                            int               dx,
                            int               dy,
                            const MarchPlace *from)
{
  GPtrArray        *places = march_corpus_get_places (corpus);
  const MarchPlace *nearest = NULL;
  double            least = INFINITY;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = places->pdata[i];
      double            x, y, along, across;

      if (place == from || (place->kind != MARCH_PLACE_UNIT && place->kind != MARCH_PLACE_SEA)
          || !find_point (place, view, &x, &y))
        continue;
      along = (x - px) * dx + (y - py) * dy;
      across = fabs ((x - px) * dy) + fabs ((y - py) * dx);
      if (along > 1 && across < along * tan (50 * G_PI / 180) && along + 2 * across < least)
        {
          least = along + 2 * across;
          nearest = place;
        }
    }
  return nearest;
}
