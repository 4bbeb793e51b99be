/* march-scene.h — one picture in the making: painter, snapshot, view, style and how each place
 * looks */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-area-shapes.h"
#include "render/march-inset.h"
#include "render/march-land.h"
#include "render/march-lettering.h"
#include "render/march-look.h"
#include "render/march-painter.h"
#include "render/march-plot.h"

G_BEGIN_DECLS

/* Logical pixels around the view from where a name may reach into it. */
#define MARCH_SCENE_NEAR 320.0
/* How far the ring around a selected settlement reaches beyond its mark, in pattern pixels. */
#define MARCH_SELECTED_RING 8.0

struct _MarchPainter
{
  gatomicrefcount ref_count;
  MarchCorpus    *corpus;
  MarchLand      *land;
  MarchInsets    *insets;
  MarchAreaShapes *areas;
};

/* A settlement or site that is drawn. */
typedef struct
{
  const MarchPlace *place;
  MarchSpot         spot;    /* logical pixels */
  double            radius;
  double            reach;   /* all that is drawn of it, rings of dots included */
  gboolean          mentioned;
  MarchLook         look;
} MarchSceneMark;

/**
 * MarchSceneBatch:
 * @first: the number of its first group
 * @looks: of each of its groups a face that looks like it
 * @boxes: of each the box around its faces
 * @arcs: (element-type MarchArcWeights): what bounds them
 */
typedef struct
{
  guint     first;
  guint     n_looks;
  guint     looks[MARCH_RASTER_FILLS];
  MarchRect boxes[MARCH_RASTER_FILLS];
  GArray   *arcs;
} MarchSceneBatch;

/**
 * MarchScene:
 * @looks: as the land's faces; of those out of view, nothing
 * @sea_looks: as the land's seas
 * @marks: (element-type MarchSceneMark): those drawn, the most important first; also somewhat out
 * of view, because of their names
 * @points: (nullable) (element-type MarchPointMark): once they were painted
 * @areas: of MarchDatedImport → MarchAreaShape, of the day, as far as they were asked for
 * @stated: of MarchGeometry → MarchAreaShape, of assertions, likewise
 * @frame: what of the view is on screen: all of it, or without a margin, in logical pixels
 * @covers: (nullable) (element-type MarchRect): what names keep clear of, borrowed
 * @weaves: the patterns on the picture
 * @groups: of the faces; NULL before march_scene_group_faces()
 * @batches: (element-type MarchSceneBatch): of the groups
 * @near: (element-type guint): the arcs whose lines may get onto the part that is being painted
 * @claimed: see march_scene_get_claimed_borders(); NULL before
 * @k: the style's pattern scale
 * @carried: whether all looks as in the scene before it, but for imported areas and points
 */
typedef struct
{
  MarchPainter      *painter;
  const MarchLand   *land;
  MarchSnapshot     *snapshot;
  MarchPlot          plot;
  const MarchStyle  *style;
  const MarchPalette *palette;
  MarchLettering    *lettering;
  MarchLook         *looks;
  MarchLook         *sea_looks;
  GArray            *marks;
  GArray            *points;
  GHashTable        *areas;
  GHashTable        *stated;
  MarchRect          frame;
  const GArray      *covers;
  MarchWeaveSet     *weaves;
  guint             *groups;
  GArray            *batches;
  GArray            *near;
  GPtrArray         *claimed;
  double             k;
  gboolean           carried;
} MarchScene;

void     march_scene_init (MarchScene       *scene,
                           MarchPainter     *painter,
                           cairo_t          *cr,
                           MarchSnapshot    *snapshot,
                           const MarchView  *view,
                           const MarchStyle *style,
                           GCancellable     *cancellable);
void     march_scene_clear          (MarchScene *scene);
gboolean march_scene_go_on          (MarchScene    *scene,
                                     MarchScene    *before,
                                     MarchSnapshot *snapshot);
gboolean march_scene_same_drawing   (const MarchScene *one,
                                     const MarchScene *other,
                                     const MarchPlace *place);
void     march_scene_turn_to        (MarchScene *scene, cairo_t *cr, GCancellable *cancellable);
void     march_scene_leave_areas    (MarchScene *scene);
gboolean march_scene_paint_control  (MarchScene *scene);
gboolean march_scene_has_mark_in    (const MarchScene *scene, const MarchRect *rect);
GArray  *march_scene_list_changed   (MarchScene *before, MarchScene *after);
MarchAreaShape *march_scene_get_area (const MarchScene      *scene,
                                      const MarchDatedImport *area_import);
MarchAreaShape *march_scene_get_stated (const MarchScene *scene, const MarchLookArea *area);
gboolean march_scene_draws_area     (const MarchScene      *scene,
                                     const MarchDatedImport *area_import);
gboolean march_scene_sees_face      (const MarchScene *scene, guint face);
gboolean march_scene_is_unquoted    (const MarchScene *scene, guint face);
gboolean march_scene_sees_mark      (const MarchScene *scene, const MarchSceneMark *mark);
gboolean march_scene_shows_face     (const MarchScene *scene, guint face);
gboolean march_scene_shows_edge     (const MarchScene *scene, MarchEdgeKind kind);
void     march_scene_add_selected   (MarchScene *scene);

void     march_ink_set              (cairo_t *cr, const MarchInk *ink);
void     march_ink_set_alpha        (cairo_t *cr, const MarchInk *ink, double alpha);

const guint *march_scene_group_faces (MarchScene *scene);
void     march_scene_paint_fills    (MarchScene *scene);
void     march_scene_paint_waters   (MarchScene *scene);
void     march_scene_paint_edges    (MarchScene *scene);
void     march_scene_paint_marks    (MarchScene *scene);
MarchRect march_scene_paint_names   (MarchScene *scene);
void     march_scene_paint_certainty (MarchScene *scene, guint face, double distance);

void     march_mark_paint (cairo_t          *cr,
                           const MarchStyle *style,
                           const MarchPlace *place,
                           const MarchLook  *look,
                           double            x,
                           double            y);
double   march_mark_radius          (const MarchPlace *place);
double   march_mark_reach           (const MarchPlace *place, const MarchLook *look);
void     march_badge_outline        (cairo_t *cr, gboolean thin, double k);
void march_value_sign_paint (cairo_t *cr, MarchValueKind kind, double x, double y, double radius);
void march_ring_paint (cairo_t          *cr,
                       const MarchStyle *style,
                       guint             slot,
                       gboolean          possible,
                       double            x,
                       double            y,
                       double            factor);
void march_diamond_paint (cairo_t          *cr,
                          const MarchStyle *style,
                          double            x,
                          double            y,
                          double            side,
                          double            scale);

/* A name or a badge where it is to stand. */
typedef struct
{
  char             *text;
  char             *note;        /* a second line, NULL for none */
  const MarchPlace *place;       /* NULL: a neighbouring country */
  MarchTextKind     kind;
  MarchRect         box;         /* logical pixels */
  double            text_width, text_height;
  gboolean          diamond;     /* sources disagree */
  gboolean          badge;       /* what a lens says of the place, without any text */
} MarchSceneName;

gboolean   march_badge_measure (const MarchScene *scene,
                                const MarchPlace *place,
                                double           *width,
                                double           *height);
gboolean march_badge_has_value (const MarchScene *scene,
                                const MarchPlace *place,
                                MarchValueKind    kind);
void march_badge_paint (const MarchScene *scene, const MarchPlace *place, const MarchRect *box);
GPtrArray *march_scene_list_claimed_borders (const MarchScene *scene);
GPtrArray *march_scene_get_claimed_borders (MarchScene *scene);
GPtrArray *march_scene_place_names  (MarchScene *scene);
void       march_scene_name_free    (MarchSceneName *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchScene, march_scene_clear)

G_END_DECLS
