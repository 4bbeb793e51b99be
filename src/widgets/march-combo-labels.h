/* march-combo-labels.h — what is chosen in a row, in full where there is room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void march_combo_labels_widen (AdwComboRow *row);

G_END_DECLS
