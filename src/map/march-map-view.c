/* march-map-view.c — the map with what lies over it: legend, chips, scale, zoom buttons */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include "base/march-newest.h"
#include "map/march-map-grid.h"
#include "widgets/march-hollow-box.h"
#include "widgets/march-spoken-name.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_LEGEND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchMapView, march_map_view, GTK_TYPE_WIDGET)

static void
snapshot_changed_cb (MarchMapView *self)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (self->session);

  if (snapshot != NULL)
    march_map_view_prepare (self, march_snapshot_get_corpus (snapshot));
  march_map_view_update_picture (self);
  march_map_view_show_card (self);
  march_map_view_update_point (self);
  march_map_view_show_note (self);
  march_map_view_queue_places (self);
  march_map_view_announce (self);
}

static void
dossier_changed_cb (MarchMapView *self)
{
  march_map_view_stop_drawing (self, FALSE);
  if (march_session_get_dossier (self->session) == NULL)
    {
      g_clear_pointer (&self->painter, march_painter_unref);
      march_map_layer_set_painter (self->layer, NULL);
    }
  self->opening = TRUE;
  march_map_layer_set_held (self->layer, TRUE);
  self->fitted = TRUE;
  self->fitted_place = 0;
  self->focused = 0;
  self->style.hovered = 0;
  march_map_view_show_credits (self);
  march_map_view_queue_fit (self);
}

static void
place_changed_cb (MarchMapView *self)
{
  self->focused = 0;
  march_map_view_update_picture (self);
  march_map_view_show_card (self);
}

static void
fit_place_cb (MarchMapView *self, gint64 id)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  march_map_view_fit (self, corpus != NULL && id != 0 ? march_corpus_get_place (corpus, id) : NULL);
}

static void
painted_cb (MarchMapView *self)
{
  march_map_view_forget_badges (self);
  march_map_view_show_legend (self);
  if (self->session != NULL && march_map_view_is_painted (self))
    march_session_set_drawn (self->session);
}

static void
reveal_place_cb (MarchMapView *self, gint64 id)
{
  MarchCorpus      *corpus = march_session_get_corpus (self->session);
  const MarchPlace *place = corpus != NULL ? march_corpus_get_place (corpus, id) : NULL;

  if (place != NULL)
    march_map_view_reveal (self, place);
}

static void
view_changed_cb (MarchMapView *self)
{
  MarchView view;

  march_map_view_forget_badges (self);
  march_map_view_hide_hover (self);
  if (march_map_layer_get_view (self->layer, &view))
    {
      march_map_scale_show (self->scale, &view);
      march_map_tool_show (MARCH_MAP_TOOL (self->measure), &view, &self->style);
      march_map_tool_show (MARCH_MAP_TOOL (self->draw), &view, &self->style);
    }
  if (self->session != NULL)
    march_map_view_queue_places (self);
}

static void
viewport_changed_cb (MarchMapView *self)
{
  if (!self->fitting)
    self->fitted = FALSE;
}

static void
legend_folded_cb (MarchMapView *self)
{
  gboolean unfolded = FALSE;

  g_object_get (self->legend, "unfolded", &unfolded, NULL);
  if (self->room != MARCH_ROOM_TIGHT && !self->projector)
    g_settings_set_boolean (self->settings, "show-legend", unfolded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_LEGEND]);
}

static void
points_changed_cb (MarchMapView *self)
{
  march_map_view_update_picture (self);
  march_map_view_update_point (self);
  march_map_view_queue_places (self);
}

static void
take_session (MarchMapView *self, MarchSession *session)
{
  const struct
  {
    const char *signal;
    GCallback   handler;
  } handlers[] = {
    { "notify::dossier", G_CALLBACK (dossier_changed_cb) },
    { "notify::snapshot", G_CALLBACK (snapshot_changed_cb) },
    { "notify::lens", G_CALLBACK (march_map_view_update_picture) },
    { "notify::points", G_CALLBACK (points_changed_cb) },
    { "notify::place", G_CALLBACK (place_changed_cb) },
    { "notify::group", G_CALLBACK (place_changed_cb) },
    { "fit-place", G_CALLBACK (fit_place_cb) },
    { "reveal-place", G_CALLBACK (reveal_place_cb) },
  };

  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (session, handlers[i].signal, handlers[i].handler, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (march_session_get_area_desk (session), "notify::comparison",
                           G_CALLBACK (march_map_view_show_compared), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (march_session_get_source_desk (session), "compared",
                           G_CALLBACK (march_map_view_tell_compared), self, G_CONNECT_SWAPPED);
  march_map_chips_set_session (self->chips, session);
  dossier_changed_cb (self);
  snapshot_changed_cb (self);
}

static void
march_map_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  MarchMapView *self = MARCH_MAP_VIEW (object);

  switch (property)
    {
    case PROP_SHOW_LEGEND:
      g_object_get_property (G_OBJECT (self->legend), "unfolded", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_map_view_set_property (GObject      *object,
                             guint         property,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MarchMapView *self = MARCH_MAP_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      take_session (self, g_value_get_object (value));
      break;
    case PROP_SHOW_LEGEND:
      g_object_set_property (G_OBJECT (self->legend), "unfolded", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_map_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (MARCH_MAP_VIEW (widget)->overlay), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static void
march_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MarchMapView *self = MARCH_MAP_VIEW (widget);

  gtk_widget_allocate (GTK_WIDGET (self->overlay), width, height, baseline, NULL);
  /* The scale asks for another size whenever the map moves: that alone is no reason to fit it
   * again. */
  if (self->fitted && (width != self->fitted_width || height != self->fitted_height))
    march_map_view_queue_fit (self);
  self->fitted_width = width;
  self->fitted_height = height;
}

static void
march_map_view_dispose (GObject *object)
{
  MarchMapView *self = MARCH_MAP_VIEW (object);

  g_clear_handle_id (&self->fit_idle, g_source_remove);
  g_clear_handle_id (&self->nudge, g_source_remove);
  g_clear_handle_id (&self->places_timeout, g_source_remove);
  g_clear_pointer (&self->tiles_trouble, g_free);
  march_newest_stop (&self->preparing);
  march_newest_stop (&self->checking);
  g_clear_pointer (&self->drawing, march_drawing_free);
  g_clear_pointer (&self->defect, g_free);
  if (self->overlay != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->overlay));
  self->overlay = NULL;
  march_map_view_forget_badges (self);
  g_clear_pointer (&self->painter, march_painter_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_map_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchMapView, name)
  BIND (overlay);
  BIND (map);
  BIND (chips);
  BIND (top_left);
  BIND (card);
  BIND (card_title);
  BIND (card_text);
  BIND (card_button);
  BIND (measure);
  BIND (measure_card);
  BIND (measure_label);
  BIND (draw);
  BIND (draw_bar);
  BIND (draw_title);
  BIND (draw_words);
  BIND (draw_together);
  BIND (draw_follow);
  BIND (draw_borders);
  BIND (draw_parts);
  BIND (click);
  BIND (motion);
  BIND (compared_card);
  BIND (compared_label);
  BIND (compared_end);
  BIND (note);
  BIND (credits);
  BIND (credits_button);
  BIND (credits_text);
  BIND (legend);
  BIND (scale);
  BIND (hover);
  BIND (places);
#undef BIND
}

static void
march_map_view_class_init (MarchMapViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = march_map_view_get_property;
  object_class->set_property = march_map_view_set_property;
  object_class->dispose = march_map_view_dispose;
  widget_class->measure = march_map_view_measure;
  widget_class->size_allocate = march_map_view_size_allocate;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_LEGEND] = g_param_spec_boolean ("show-legend", NULL, NULL, TRUE,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (MARCH_TYPE_HOLLOW_BOX);
  g_type_ensure (MARCH_TYPE_MAP_CHIPS);
  g_type_ensure (MARCH_TYPE_MAP_DRAW);
  g_type_ensure (MARCH_TYPE_MAP_LEGEND);
  g_type_ensure (MARCH_TYPE_MAP_MEASURE);
  g_type_ensure (MARCH_TYPE_MAP_PLACES);
  g_type_ensure (MARCH_TYPE_MAP_SCALE);
  /* A role that may have a name: newer GTK gives none to a generic widget. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-map-view.ui");
  gtk_widget_class_set_css_name (widget_class, "march-map");
  bind_children (widget_class);
  march_map_view_bind_input (widget_class);
  march_map_view_bind_keys (widget_class);
  march_map_view_bind_overlays (widget_class);
  march_map_view_bind_points (widget_class);
  march_map_view_bind_measure (widget_class);
  march_map_view_bind_draw (widget_class);
  march_map_view_bind_lead (widget_class);
  march_map_view_bind_rings (widget_class);
  march_map_view_bind_compare (widget_class);
}

/* What lies over the map becomes larger or smaller: a fitted map is fitted again when it is so. */
static void
text_changed_cb (MarchMapView *self)
{
  self->fitted_width = -1;
  march_map_view_update_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
march_map_view_init (MarchMapView *self)
{
  g_autoptr (ShumateMapSource) grid = march_map_grid_new ();
  ShumateViewport *viewport = NULL;
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->settings = g_settings_new (APP_ID);
  self->room = MARCH_ROOM_WIDE;
  self->style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (self->draw_bar);

  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, grid);
  shumate_viewport_set_min_zoom_level (viewport, MARCH_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, MARCH_MAP_MAX_ZOOM);
  self->layer = march_map_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));

  march_map_view_watch_drags (self);
  march_map_view_fold_legend (self);
  g_signal_connect_object (self->legend, "notify::unfolded", G_CALLBACK (legend_folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::show-tiles",
                           G_CALLBACK (march_map_view_update_tiles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::tile-url",
                           G_CALLBACK (march_map_view_update_tiles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::tile-credit",
                           G_CALLBACK (march_map_view_update_tiles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "painted", G_CALLBACK (painted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "view-changed", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::longitude", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (march_map_view_update_picture),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (march_map_view_update_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  march_map_view_update_tiles (self);
}

/** march_map_view_set_projector: switches the strong lines and large text for a projector */
void
march_map_view_set_projector (MarchMapView *self, gboolean projector)
{
  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  self->projector = projector;
  if (projector)
    g_object_set (self->legend, "unfolded", TRUE, NULL);
  else
    march_map_view_fold_legend (self);
  if (self->session != NULL)
    march_map_view_show_card (self);
  text_changed_cb (self);
}

/** march_map_view_ask_known_by: opens the choice of the day by which a source has to be published
 */
void
march_map_view_ask_known_by (MarchMapView *self)
{
  march_map_chips_ask_known_by (self->chips);
}

/** march_map_view_ask_according_to: opens the choice of whose word counts */
void
march_map_view_ask_according_to (MarchMapView *self)
{
  march_map_chips_ask_according_to (self->chips);
}

/** march_map_view_get_view: Returns: FALSE before the map has a size, else @shown is what is on
 * screen */
gboolean
march_map_view_get_view (MarchMapView *self, MarchView *shown)
{
  g_return_val_if_fail (MARCH_IS_MAP_VIEW (self), FALSE);
  return march_map_layer_get_view (self->layer, shown);
}

/** march_map_view_is_painted: Returns: whether the picture shown is what the session and the view
 * ask for */
gboolean
march_map_view_is_painted (MarchMapView *self)
{
  g_return_val_if_fail (MARCH_IS_MAP_VIEW (self), FALSE);
  return self->fit_idle == 0 && march_map_layer_is_painted (self->layer);
}
