/* march-layer-kml-private.h — parts of the reader of KML; private to it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "exchange/march-layer-reading.h"

G_BEGIN_DECLS

char *march_kml_dup_text       (xmlNodePtr node);
char *march_kml_dup_attribute  (xmlNodePtr node, const char *name);
char *march_kml_find_colour    (xmlNodePtr style);
void  march_kml_read_time      (xmlNodePtr node, MarchLayerRecord *record);
char *march_kml_read_placemark (MarchReading *reading, xmlNodePtr node, MarchLayerRecord *record);

G_END_DECLS
