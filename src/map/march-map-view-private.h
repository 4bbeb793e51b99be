/* march-map-view-private.h — what the files of the map view share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "map/march-map-chips.h"
#include "map/march-map-draw.h"
#include "map/march-map-layer.h"
#include "map/march-map-legend.h"
#include "map/march-map-measure.h"
#include "map/march-map-places.h"
#include "map/march-map-scale.h"
#include "map/march-map-view.h"
#include "render/march-point-marks.h"

G_BEGIN_DECLS

struct _MarchMapView
{
  GtkWidget        parent;

  MarchSession    *session;
  GSettings       *settings;
  /* of the session's corpus, or of the one before while a new one is prepared */
  MarchPainter    *painter;
  GCancellable    *preparing;
  MarchStyle       style;
  MarchRoom        room;
  gboolean         panel_shown; /* which tells more than the card does */
  gboolean         projector;

  /* The view */
  gboolean         fitted;        /* nothing moved the map since it was last fitted */
  gint64           fitted_place;
  int              fitted_width;
  int              fitted_height;
  gboolean         fitting;
  gboolean         opening;       /* another dossier: nothing is drawn before it is fitted */
  guint            fit_idle;
  guint            nudge;         /* see march_map_view_nudge(); 0: none is to come */
  guint            nudge_ms;      /* after which it comes */
  guint            places_timeout;
  double           press_x;
  double           press_y;
  double           pointer_x;
  double           pointer_y;
  gboolean         pointed;       /* whether the pointer is on the map */
  gint64           focused;       /* by keyboard; 0: none */
  gint64           point_import;  /* whose point stands on the card; 0: none */
  MarchPoint       point;
  /* of MarchPlacedLabel: what stands on the map; NULL until the pointer asks */
  GPtrArray       *badges;

  /* While an outline is drawn */
  MarchDrawing    *drawing;  /* NULL: none is */
  GCancellable    *checking;
  char            *defect;   /* what is wrong with it; NULL: nothing */
  GCancellable    *trimming;
  char            *draw_note; /* what was done last, until something else is; NULL: nothing */
  gboolean         holding;  /* a corner is held by the pointer: */
  MarchMapHandle   held;
  gboolean         pulled;   /* and has been moved */

  MarchMapLayer   *layer;
  ShumateMapLayer *tiles;         /* NULL unless the user wants them */
  char            *tiles_trouble; /* why they don't come; NULL while they do */

  /* Template children */
  GtkOverlay      *overlay;
  ShumateMap      *map;
  GtkEventController *click;
  GtkEventController *motion;
  MarchMapChips   *chips;
  GtkWidget       *top_left;
  GtkBox          *card;
  GtkLabel        *card_title;
  GtkLabel        *card_text;
  GtkButton       *card_button;
  GtkWidget       *point_card;
  GtkLabel        *point_title;
  GtkLabel        *point_text;
  GtkWidget       *measure_card;
  GtkLabel        *measure_label;
  MarchMapMeasure *measure;
  MarchMapDraw    *draw;
  GtkWidget       *draw_bar;
  GtkLabel        *draw_title;
  GtkLabel        *draw_words;
  GtkCheckButton  *draw_together;
  GtkCheckButton  *draw_follow;
  GtkWidget       *draw_borders;
  GtkWidget       *draw_parts;
  GtkWidget       *compared_card;
  GtkLabel        *compared_label;
  GtkWidget       *compared_end;
  GtkLabel        *note;
  GtkLabel        *credits;
  GtkWidget       *credits_button;
  GtkLabel        *credits_text;
  MarchMapLegend  *legend;
  MarchMapScale   *scale;
  GtkLabel        *hover;
  MarchMapPlaces  *places;
};

/* march-map-view-input.c */
void march_map_view_bind_input (GtkWidgetClass *widget_class);
void march_map_view_set_hovered (MarchMapView *view, const MarchPlace *place);
void march_map_view_hide_hover (MarchMapView *view);
void march_map_view_update_hover (MarchMapView *view);
void march_map_view_forget_badges (MarchMapView *view);
void march_map_view_move_hover (MarchMapView *view, double x, double y);

/* march-map-view-keys.c */
void              march_map_view_bind_keys   (GtkWidgetClass *widget_class);
const MarchPlace *march_map_view_get_focused (MarchMapView *view);
void              march_map_view_find_anchor (MarchMapView *view, double *x, double *y);
gboolean          march_map_view_read_arrow  (guint key, int *dx, int *dy);
gboolean          march_map_view_zoom_key    (MarchMapView *view, guint key);

/* march-map-view-measure.c */
void     march_map_view_bind_measure (GtkWidgetClass *widget_class);
gboolean march_map_view_is_measuring (MarchMapView *view);
void     march_map_view_measure_at   (MarchMapView *view, double x, double y);
gboolean march_map_view_measure_key  (MarchMapView *view, guint key);

/* march-map-view-draw.c */
void     march_map_view_bind_draw     (GtkWidgetClass *widget_class);
gboolean march_map_view_draw_is_point (MarchMapView *view);
void     march_map_view_draw_tell     (MarchMapView *view);
void     march_map_view_draw_changed  (MarchMapView *view);
void     march_map_view_draw_finish   (MarchMapView *view);

void     march_map_view_draw_note     (MarchMapView *view, const char *words);

/* march-map-view-draw-rings.c */
void     march_map_view_bind_rings      (GtkWidgetClass *widget_class);
void     march_map_view_bind_lead       (GtkWidgetClass *widget_class);
gboolean march_map_view_is_leading      (MarchMapView *view);
const char *march_map_view_describe_lead (MarchMapView *view);
void     march_map_view_start_lead      (MarchMapView *view);
gboolean march_map_view_end_lead        (MarchMapView *view);
void     march_map_view_lead            (MarchMapView *view);
void     march_map_view_update_rings    (MarchMapView *view);
char    *march_map_view_describe_ring   (MarchMapView *view);

/* march-map-view-draw-keys.c */
gboolean march_map_view_draw_key (MarchMapView *view, guint key, GdkModifierType state);

/* march-map-view-draw-pointer.c */
void march_map_view_watch_drags (MarchMapView *view);
void march_map_view_draw_append (MarchMapView *view, double x, double y);
void march_map_view_draw_at     (MarchMapView *view, double x, double y, int n_press);

/* march-map-view-compare.c */
void march_map_view_bind_compare (GtkWidgetClass *widget_class);
void march_map_view_show_compared (MarchMapView *view);
void march_map_view_tell_compared (MarchMapView *view);

/* march-map-view-points.c */
void     march_map_view_bind_points  (GtkWidgetClass *widget_class);
void     march_map_view_name_point   (MarchMapView *view, const MarchPlace *place, double x,
                                      double y);
gboolean march_map_view_show_point   (MarchMapView *view, const MarchPlace *place, double x,
                                      double y, int n_press);
void     march_map_view_hide_point   (MarchMapView *view);
void     march_map_view_update_point (MarchMapView *view);
void     march_map_view_list_points (MarchMapView *view, const MarchView *shown);
void     march_map_view_step_point  (MarchMapView *view, int direction);

/* march-map-view-speech.c */
void march_map_view_announce (MarchMapView *view);
void march_map_view_say      (MarchMapView *view, const char *words);

/* march-map-view-moves.c */
void march_map_view_fit        (MarchMapView *view, const MarchPlace *place);
void march_map_view_queue_fit  (MarchMapView *view);
void march_map_view_fit_again  (MarchMapView *view);
void march_map_view_fit_box    (MarchMapView *view, const MarchBox *box);
void march_map_view_reveal     (MarchMapView *view, const MarchPlace *place);

/* march-map-view-overlays.c */
void march_map_view_bind_overlays (GtkWidgetClass *widget_class);
void march_map_view_show_card     (MarchMapView *view);
void march_map_view_show_credits  (MarchMapView *view);
void march_map_view_show_legend   (MarchMapView *view);
void march_map_view_show_note     (MarchMapView *view);
void march_map_view_fold_legend   (MarchMapView *view);
void march_map_view_queue_places  (MarchMapView *view);

/* march-map-view-picture.c */
void march_map_view_prepare        (MarchMapView *view, MarchCorpus *corpus);
void march_map_view_update_picture (MarchMapView *view);

/* march-map-view-tiles.c */
void march_map_view_nudge         (MarchMapView *view);
void march_map_view_update_tiles  (MarchMapView *view);

G_END_DECLS
