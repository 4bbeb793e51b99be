/* march-map-view-points.c — says what an imported point is: at the pointer, and on a card */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

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

/** march_map_view_name_point: names the point below the pointer instead of the place */
void
march_map_view_name_point (MarchMapView *self, double x, double y)
{
  MarchPointPick   found;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (march_map_view_is_measuring (self) || !pick (self, x, y, &found))
    return;
  words = describe (self, found.import, found.point, found.n_points);
  text = g_strdup_printf ("%s\n%s", get_title (found.import, found.point), words);
  gtk_label_set_text (self->hover, text);
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

/** march_map_view_show_point: tells on a card what the point at a spot is. Returns: whether there
 * is one */
gboolean
march_map_view_show_point (MarchMapView *self, double x, double y)
{
  MarchPointPick found;

  if (!pick (self, x, y, &found))
    {
      march_map_view_hide_point (self);
      return FALSE;
    }
  self->point_import = found.import->id;
  self->point = *found.point;
  show (self, found.import, found.point, found.n_points);
  return TRUE;
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
}
