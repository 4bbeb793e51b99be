/* march-compare-section.h — two days compared: which ones, and what was gained and lost */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_COMPARE_SECTION (march_compare_section_get_type ())
G_DECLARE_FINAL_TYPE (MarchCompareSection, march_compare_section, MARCH, COMPARE_SECTION, GtkBox)

GtkWidget *march_compare_section_new (MarchSession *session);

G_END_DECLS
