/* march-map-view.c — the map with what lies over it: legend, chips, scale, zoom buttons */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

#include "asof/march-why.h"
#include "map/march-map-grid.h"

/* The invisible places follow when the map has rested so long. */
#define PLACES_DELAY_MS 400
/* The height of a window for which the projector look's patterns were drawn, and their factor
 * there. */
#define PROJECTOR_HEIGHT 1080.0
#define PROJECTOR_FACTOR 1.65

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_LEGEND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchMapView, march_map_view, GTK_TYPE_WIDGET)

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
  march_style_set_language (&self->style, march_session_get_language (self->session));
  self->style.selected = place != NULL ? place->id : 0;
  self->style.hovered = hovered;
  self->style.transparent_base = self->tiles != NULL;
  if (self->projector)
    self->style.pattern_scale = CLAMP (gtk_widget_get_height (GTK_WIDGET (self)) / PROJECTOR_HEIGHT
                                           * PROJECTOR_FACTOR,
                                       1, 3);
  march_map_layer_set_picture (self->layer, march_session_get_snapshot (self->session),
                               &self->style);
}

static void
prepare_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, march_painter_new (task_data),
                           (GDestroyNotify) march_painter_unref);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MarchMapView           *self = MARCH_MAP_VIEW (source);
  g_autoptr (MarchPainter) painter = g_task_propagate_pointer (G_TASK (result), NULL);
  const gboolean          first = self->painter == NULL;

  if (painter == NULL || g_task_get_cancellable (G_TASK (result)) != self->preparing)
    return;
  g_clear_object (&self->preparing);
  g_clear_pointer (&self->painter, march_painter_unref);
  self->painter = g_steal_pointer (&painter);
  march_map_view_update_picture (self);
  march_map_layer_set_painter (self->layer, self->painter);
  if (first)
    march_map_view_queue_fit (self);
}

static void
prepare_painter (MarchMapView *self,
                 MarchCorpus  *corpus)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->preparing);
  g_clear_object (&self->preparing);
  if (self->painter != NULL && march_painter_get_corpus (self->painter) == corpus)
    return;
  self->preparing = g_cancellable_new ();
  task = g_task_new (self, self->preparing, prepared_cb, NULL);
  g_task_set_task_data (task, march_corpus_ref (corpus), (GDestroyNotify) march_corpus_unref);
  g_task_run_in_thread (task, prepare_thread);
}

/* What the card has room for: the title names the place, and the panel has the details. */
static char *
join_headlines (MarchWhy *why)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < why->rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            ((const MarchWhyRow *) g_ptr_array_index (why->rows, i))->headline);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (why->summary);
}

static void
show_card (MarchMapView *self)
{
  MarchSnapshot    *snapshot = march_session_get_snapshot (self->session);
  const MarchPlace *place = march_session_get_place (self->session);
  const gboolean    shown = place != NULL && snapshot != NULL && self->room <= MARCH_ROOM_NARROW;
  g_autoptr (MarchWhy) why = NULL;
  g_autofree char  *count = NULL;
  g_autofree char  *text = NULL;
  guint             n = 0;
  int               height = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->card), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), !shown);
  if (!shown)
    {
      gtk_widget_set_margin_top (GTK_WIDGET (self->legend), 56);
      return;
    }
  why = march_why_new (snapshot, place);
  n = why->finding != NULL ? why->finding->quotations->len : 0;
  count = n > 0 ? g_strdup_printf (ngettext ("%u quotation", "%u quotations", n), n)
                : g_strdup (_("Details"));
  gtk_label_set_text (self->card_title,
                      march_place_get_name (place, march_session_get_language (self->session)));
  text = join_headlines (why);
  gtk_label_set_text (self->card_text, text);
  gtk_button_set_label (self->card_button, count);
  /* The legend scrolls rather than lie under the card. */
  gtk_widget_measure (GTK_WIDGET (self->card), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);
  gtk_widget_set_margin_top (GTK_WIDGET (self->legend), height + 24);
}

static gboolean
places_cb (gpointer user_data)
{
  MarchMapView *self = user_data;
  MarchView     view;

  self->places_timeout = 0;
  if (march_session_get_snapshot (self->session) != NULL
      && march_map_layer_get_view (self->layer, &view))
    march_map_places_show (self->places, self->session, &view);
  return G_SOURCE_REMOVE;
}

static void
queue_places (MarchMapView *self)
{
  g_clear_handle_id (&self->places_timeout, g_source_remove);
  self->places_timeout = g_timeout_add_full (G_PRIORITY_LOW, PLACES_DELAY_MS, places_cb, self,
                                             NULL);
}

static void
show_note (MarchMapView *self)
{
  MarchSnapshot   *snapshot = march_session_get_snapshot (self->session);
  g_autofree char *empty = snapshot != NULL ? march_snapshot_describe_empty (snapshot) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->note), empty != NULL && empty[0] != '\0');
  gtk_label_set_text (self->note, empty != NULL ? empty : "");
}

static void
snapshot_changed_cb (MarchMapView *self)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (self->session);

  if (snapshot != NULL)
    prepare_painter (self, march_snapshot_get_corpus (snapshot));
  march_map_view_update_picture (self);
  show_card (self);
  show_note (self);
  queue_places (self);
}

static void
show_credits (MarchMapView *self)
{
  MarchCorpus     *corpus = march_session_get_corpus (self->session);
  g_autofree char *tile_credit = g_settings_get_string (self->settings, "tile-credit");
  GString         *line = g_string_new (NULL);
  g_autofree char *whole = NULL;

  if (corpus != NULL)
    {
      const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
      g_auto (GStrv)           credits = g_strsplit (facts->credits, "\n", -1);

      g_string_append (line, facts->convention);
      for (guint i = 0; credits[i] != NULL; i++)
        if (credits[i][0] != '\0')
          g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", credits[i]);
    }
  if (self->tiles != NULL && tile_credit[0] != '\0')
    g_string_append_printf (line, " · %s", tile_credit);
  whole = g_string_free (line, FALSE);
  gtk_label_set_text (self->credits, whole);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->credits), whole);
}

static void
dossier_changed_cb (MarchMapView *self)
{
  if (march_session_get_dossier (self->session) == NULL)
    {
      g_clear_pointer (&self->painter, march_painter_unref);
      march_map_layer_set_painter (self->layer, NULL);
    }
  self->fitted = TRUE;
  self->fitted_place = 0;
  self->focused = 0;
  self->style.hovered = 0;
  show_credits (self);
  march_map_view_queue_fit (self);
}

static void
place_changed_cb (MarchMapView *self)
{
  self->focused = 0;
  march_map_view_update_picture (self);
  show_card (self);
}

static void
fit_place_cb (MarchMapView *self,
              gint64        id)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  march_map_view_fit (self, corpus != NULL && id != 0 ? march_corpus_get_place (corpus, id) : NULL);
}

static void
painted_cb (MarchMapView *self)
{
  GPtrArray *legend = march_map_layer_get_legend (self->layer);

  if (legend != NULL)
    march_map_legend_show (self->legend, self->session, legend, &self->style);
  march_map_view_update_hover (self);
}

static void
view_changed_cb (MarchMapView *self)
{
  if (self->session != NULL)
    queue_places (self);
}

static void
viewport_changed_cb (MarchMapView *self)
{
  if (!self->fitting)
    self->fitted = FALSE;
}

static void
tiles_changed_cb (MarchMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  g_autofree char *url = g_settings_get_string (self->settings, "tile-url");
  g_autofree char *credit = g_settings_get_string (self->settings, "tile-credit");

  if (self->tiles != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->tiles));
  self->tiles = NULL;
  if (g_settings_get_boolean (self->settings, "show-tiles") && url[0] != '\0')
    {
      self->tiles = march_map_tiles_new (viewport, url, credit);
      shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->tiles),
                                       SHUMATE_LAYER (self->layer));
    }
  if (self->session != NULL)
    show_credits (self);
  march_map_view_update_picture (self);
  march_map_view_nudge (self);
}

/* In a small window the legend starts folded, whatever it is in a larger one. */
static void
fold_legend (MarchMapView *self)
{
  const gboolean wanted = g_settings_get_boolean (self->settings, "show-legend");

  g_object_set (self->legend, "unfolded", wanted && self->room != MARCH_ROOM_TIGHT, NULL);
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
take_session (MarchMapView *self,
              MarchSession *session)
{
  const struct
  {
    const char *signal;
    GCallback   handler;
  } handlers[] = {
    { "notify::dossier", G_CALLBACK (dossier_changed_cb) },
    { "notify::snapshot", G_CALLBACK (snapshot_changed_cb) },
    { "notify::lens", G_CALLBACK (march_map_view_update_picture) },
    { "notify::place", G_CALLBACK (place_changed_cb) },
    { "fit-place", G_CALLBACK (fit_place_cb) },
  };

  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (session, handlers[i].signal, handlers[i].handler, self,
                             G_CONNECT_SWAPPED);
  march_map_chips_set_session (self->chips, session);
  dossier_changed_cb (self);
  snapshot_changed_cb (self);
}

static void
march_map_view_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *pspec)
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

/* The legend gives way to what stands above it: its rows scroll. */
static gboolean
place_child_cb (GtkOverlay    *overlay,
                GtkWidget     *child,
                GtkAllocation *place,
                MarchMapView  *self)
{
  int            width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int            height = gtk_widget_get_height (GTK_WIDGET (overlay));
  int            least, whole, wanted, above;
  GtkRequisition natural;

  if (child != GTK_WIDGET (self->legend))
    return FALSE;
  gtk_widget_get_preferred_size (child, NULL, &natural);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural.width, &least, &whole, NULL, NULL);
  gtk_widget_measure (self->top_left, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_measure (self->top_left, GTK_ORIENTATION_VERTICAL, MIN (wanted, width), NULL, &above,
                      NULL, NULL);
  place->width = MIN (natural.width, width);
  place->height = MIN (whole, MAX (least, height - above));
  place->x = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL ? width - place->width : 0;
  place->y = height - place->height;
  return TRUE;
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
march_map_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
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
  g_clear_handle_id (&self->nudges[0], g_source_remove);
  g_clear_handle_id (&self->nudges[1], g_source_remove);
  g_clear_handle_id (&self->places_timeout, g_source_remove);
  g_cancellable_cancel (self->preparing);
  g_clear_object (&self->preparing);
  if (self->overlay != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->overlay));
  self->overlay = NULL;
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
  BIND (note);
  BIND (credits);
  BIND (legend);
  BIND (scale_bin);
  BIND (hover);
  BIND (places);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, place_child_cb);
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
  g_type_ensure (MARCH_TYPE_MAP_CHIPS);
  g_type_ensure (MARCH_TYPE_MAP_LEGEND);
  g_type_ensure (MARCH_TYPE_MAP_PLACES);
  /* A role that may have a name: newer GTK gives none to a generic widget. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-map-view.ui");
  gtk_widget_class_set_css_name (widget_class, "march-map");
  bind_children (widget_class);
  march_map_view_bind_input (widget_class);
}

static void
add_scale (MarchMapView    *self,
           ShumateViewport *viewport)
{
  ShumateScale *scale = shumate_scale_new (viewport);

  shumate_scale_set_unit (scale, SHUMATE_UNIT_METRIC);
  gtk_widget_set_can_focus (GTK_WIDGET (scale), FALSE);
  adw_bin_set_child (self->scale_bin, GTK_WIDGET (scale));
}

static void
march_map_view_init (MarchMapView *self)
{
  g_autoptr (ShumateMapSource) grid = march_map_grid_new ();
  ShumateViewport             *viewport = NULL;
  AdwStyleManager             *manager = adw_style_manager_get_default ();

  self->settings = g_settings_new (APP_ID);
  self->room = MARCH_ROOM_WIDE;
  self->style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  gtk_widget_init_template (GTK_WIDGET (self));

  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, grid);
  shumate_viewport_set_min_zoom_level (viewport, MARCH_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, MARCH_MAP_MAX_ZOOM);
  self->layer = march_map_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  add_scale (self, viewport);

  fold_legend (self);
  g_signal_connect_object (self->legend, "notify::unfolded", G_CALLBACK (legend_folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::show-tiles", G_CALLBACK (tiles_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::tile-url", G_CALLBACK (tiles_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::tile-credit", G_CALLBACK (tiles_changed_cb),
                           self, G_CONNECT_SWAPPED);
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
  tiles_changed_cb (self);
}

/** march_map_view_set_room: lays the map's overlays out for a window of that width */
void
march_map_view_set_room (MarchMapView *self,
                         MarchRoom     room)
{
  const int credits[] = { 50, 80, 90, 110 };

  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  self->room = room;
  gtk_widget_set_visible (GTK_WIDGET (self->scale_bin), room != MARCH_ROOM_TIGHT);
  gtk_label_set_max_width_chars (self->credits, credits[room]);
  march_map_legend_set_plain (self->legend, room <= MARCH_ROOM_NARROW);
  fold_legend (self);
  if (self->session != NULL)
    {
      show_card (self);
      painted_cb (self);
    }
}

/** march_map_view_set_projector: switches the strong lines and large text for a projector */
void
march_map_view_set_projector (MarchMapView *self,
                              gboolean      projector)
{
  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  self->projector = projector;
  gtk_widget_set_visible (GTK_WIDGET (self->chips), !projector);
  if (projector)
    g_object_set (self->legend, "unfolded", TRUE, NULL);
  else
    fold_legend (self);
  march_map_view_update_picture (self);
}

/** march_map_view_ask_known_by: opens the choice of the day by which a source has to be published
 */
void
march_map_view_ask_known_by (MarchMapView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->chips), TRUE);
  march_map_chips_ask_known_by (self->chips);
}

/** march_map_view_ask_according_to: opens the choice of whose word counts */
void
march_map_view_ask_according_to (MarchMapView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->chips), TRUE);
  march_map_chips_ask_according_to (self->chips);
}

/** march_map_view_get_view: Returns: FALSE before the map has a size, else @shown is what is on
 * screen */
gboolean
march_map_view_get_view (MarchMapView *self,
                         MarchView    *shown)
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
  return march_map_layer_is_painted (self->layer);
}
