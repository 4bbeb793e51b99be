/* march-apart-section.h — on how much land two sources of areas disagree, by unit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_APART_SECTION (march_apart_section_get_type ())
G_DECLARE_FINAL_TYPE (MarchApartSection, march_apart_section, MARCH, APART_SECTION, GtkBox)

GtkWidget *march_apart_section_new (MarchSession *session);

G_END_DECLS
