/* march-scene.h — one picture in the making: painter, snapshot, view, style and how each place
 * looks */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-inset.h"
#include "render/march-land.h"
#include "render/march-lettering.h"
#include "render/march-look.h"
#include "render/march-painter.h"
#include "render/march-plot.h"

G_BEGIN_DECLS

struct _MarchPainter
{
  gatomicrefcount ref_count;
  MarchCorpus    *corpus;
  MarchLand      *land;
  MarchInsets    *insets;
};

/* A settlement or site that is drawn. */
typedef struct
{
  const MarchPlace *place;
  MarchSpot         spot;    /* logical pixels */
  double            radius;
  double            reach;   /* with its aspiration ring */
  gboolean          mentioned;
  MarchLook         look;
} MarchSceneMark;

/**
 * MarchScene:
 * @looks: as the land's faces; of those out of view, nothing
 * @sea_looks: as the land's seas
 * @marks: (element-type MarchSceneMark): those drawn, the most important first
 * @k: the style's pattern scale
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
  double             k;
} MarchScene;

void     march_scene_init (MarchScene       *scene,
                           MarchPainter     *painter,
                           cairo_t          *cr,
                           MarchSnapshot    *snapshot,
                           const MarchView  *view,
                           const MarchStyle *style,
                           GCancellable     *cancellable);
void     march_scene_clear          (MarchScene *scene);
gboolean march_scene_sees_face      (const MarchScene *scene, guint face);

void     march_ink_set              (cairo_t *cr, const MarchInk *ink);
void     march_ink_set_alpha        (cairo_t *cr, const MarchInk *ink, double alpha);

void     march_scene_paint_fills    (MarchScene *scene);
void     march_scene_paint_waters   (MarchScene *scene);
void     march_scene_paint_edges    (MarchScene *scene);
void     march_scene_paint_marks    (MarchScene *scene);
void     march_scene_paint_badges   (MarchScene *scene);
void     march_scene_paint_names    (MarchScene *scene);
void     march_scene_paint_names_again (MarchScene *scene, const MarchPlace *selected);
void     march_scene_paint_certainty (MarchScene *scene, guint face, double distance);

void     march_mark_paint (cairo_t          *cr,
                           const MarchStyle *style,
                           const MarchPlace *place,
                           const MarchLook  *look,
                           double            x,
                           double            y);
double   march_mark_radius          (const MarchPlace *place);
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

/* A name where it is to stand. */
typedef struct
{
  char             *text;
  char             *note;        /* a second line, NULL for none */
  const MarchPlace *place;       /* NULL: a neighbouring country */
  MarchTextKind     kind;
  MarchRect         box;         /* logical pixels */
  double            text_width, text_height;
  gboolean          diamond;     /* sources disagree */
} MarchSceneName;

GArray    *march_scene_list_badge_boxes (MarchScene *scene);
GPtrArray *march_scene_list_claimed_borders (const MarchScene *scene);
GPtrArray *march_scene_place_names  (MarchScene *scene);
void       march_scene_name_free    (MarchSceneName *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchScene, march_scene_clear)

G_END_DECLS
