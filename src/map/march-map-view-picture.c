/* march-map-view-picture.c — what the map shows: session, theme and the painter of the corpus */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include "base/march-newest.h"
#include "widgets/march-theme.h"

static MarchTheme
choose_theme (MarchMapView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean   dark = adw_style_manager_get_dark (manager);

  if (self->projector)
    return MARCH_THEME_PROJECTOR;
  if (adw_style_manager_get_high_contrast (manager))
    return dark ? MARCH_THEME_HIGH_CONTRAST_DARK : MARCH_THEME_HIGH_CONTRAST;
  return dark ? MARCH_THEME_DARK : MARCH_THEME_LIGHT;
}

static void
set_highlighted (MarchMapView *self)
{
  MarchGroup *group = march_session_get_group (self->session);
  GPtrArray  *places = group != NULL ? group->entry->places : NULL;

  self->style.n_highlighted = 0;
  for (guint i = 0; places != NULL && i < MIN (places->len, MARCH_STYLE_MAX_HIGHLIGHTED); i++)
    self->style.highlighted[self->style.n_highlighted++]
        = ((const MarchPlace *) places->pdata[i])->id;
}

/** march_map_view_update_picture: asks the layer to show what the session and the style say now */
void
march_map_view_update_picture (MarchMapView *self)
{
  const MarchPlace *place = NULL;
  const gint64      hovered = self->style.hovered;

  if (self->session == NULL)
    return;
  place = march_session_get_place (self->session);
  self->style = march_style_new (choose_theme (self),
                                 (MarchPaintLens) march_session_get_lens (self->session));
  self->style.points = march_session_get_points (self->session);
  march_style_set_language (&self->style, march_session_get_language (self->session));
  self->style.selected = place != NULL ? place->id : 0;
  self->style.hovered = hovered;
  set_highlighted (self);
  self->style.transparent_base = self->tiles != NULL;
  if (self->projector)
    march_style_fit_height (&self->style, gtk_widget_get_height (GTK_WIDGET (self)));
  else /* the projector look has sizes of its own */
    self->style.text_scale = march_theme_get_text_scale (GTK_WIDGET (self));
  march_map_view_forget_badges (self);
  march_map_layer_set_picture (self->layer, march_session_get_snapshot (self->session),
                               &self->style);
}

static void
prepare_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, march_painter_new (task_data),
                           (GDestroyNotify) march_painter_unref);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchMapView *self = MARCH_MAP_VIEW (source);
  g_autoptr (MarchPainter) painter = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!march_newest_end (&self->preparing, result))
    return;
  g_clear_pointer (&self->painter, march_painter_unref);
  self->painter = g_steal_pointer (&painter);
  march_map_view_update_picture (self);
  /* What is left of the dossier before has nothing to do with this one. */
  if (self->opening)
    march_map_layer_set_painter (self->layer, NULL);
  march_map_layer_set_painter (self->layer, self->painter);
  if (self->opening)
    march_map_view_fit_again (self);
}

/** march_map_view_prepare: sees to a painter for @corpus, made off the main thread */
void
march_map_view_prepare (MarchMapView *self, MarchCorpus *corpus)
{
  march_newest_stop (&self->preparing);
  if (self->painter != NULL && march_painter_get_corpus (self->painter) == corpus)
    return;
  march_newest_run (&self->preparing, self, prepare_thread, march_corpus_ref (corpus),
                    (GDestroyNotify) march_corpus_unref, prepared_cb);
}
