/* march-lettering.h — writes names on a map: type, halo, and pictures of words kept for the next
 * time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "render/march-style.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_TEXT_UNIT,
  MARCH_TEXT_SELECTED,
  MARCH_TEXT_TOWN,
  MARCH_TEXT_STATE,   /* a state of the dossier, across its units */
  MARCH_TEXT_COUNTRY, /* a neighbour */
  MARCH_TEXT_SEA,
  MARCH_TEXT_NOTE,    /* the age of a report, below a name */
  MARCH_TEXT_BADGE,
  MARCH_TEXT_TITLE,   /* of a picture */
  MARCH_TEXT_HEADING,
  MARCH_TEXT_BODY,
  MARCH_TEXT_BOLD,
  MARCH_TEXT_CAPTION,
  MARCH_N_TEXT_KINDS
} MarchTextKind;

/**
 * MarchLettering:
 *
 * Fonts and a store of written words. Locks itself, so that several threads may use it.
 */
typedef struct _MarchLettering MarchLettering;

MarchLettering *march_lettering_get      (void);
double          march_lettering_get_size (const MarchStyle *style, MarchTextKind kind);

void march_lettering_measure (MarchLettering   *self,
                              const MarchStyle *style,
                              MarchTextKind     kind,
                              const char       *text,
                              double           *width,
                              double           *height);
void march_lettering_write (MarchLettering   *self,
                            cairo_t          *cr,
                            const MarchStyle *style,
                            MarchTextKind     kind,
                            const char       *text,
                            double            x,
                            double            y,
                            double            scale);

G_END_DECLS
