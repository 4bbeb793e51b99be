/* march-colour.h — how far apart two colours look, to whom and where */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-style.h"

G_BEGIN_DECLS

/* Under this difference two holders can't be told apart reliably, and the program warns. */
#define MARCH_COLOUR_WARN_BELOW 20.0

/* Share of white light that a lit room adds to a projected picture. */
#define MARCH_COLOUR_GLARE 0.15

typedef enum
{
  MARCH_VISION_NORMAL,
  MARCH_VISION_PROTANOPIA,
  MARCH_VISION_DEUTERANOPIA,
  MARCH_VISION_TRITANOPIA,
  MARCH_N_VISIONS
} MarchVision;

typedef struct
{
  double l, a, b;
} MarchLab;

gboolean march_ink_parse            (const char *hex, MarchInk *ink);
MarchInk march_ink_over             (const MarchInk *ink, const MarchInk *ground);
MarchLab march_colour_to_lab        (const MarchInk *ink, MarchVision vision, double glare);
double   march_colour_ciede2000     (const MarchLab *one, const MarchLab *other);
double   march_colour_difference (const MarchInk *one,
                                  const MarchInk *other,
                                  MarchVision     vision,
                                  double          glare);
double   march_colour_worst_difference (const MarchInk *one, const MarchInk *other);
double   march_colour_luminance     (const MarchInk *ink);
double   march_colour_contrast      (const MarchInk *one, const MarchInk *other);
gboolean march_colour_warns         (const MarchInk *one, const MarchInk *other);

G_END_DECLS
