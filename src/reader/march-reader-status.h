/* march-reader-status.h — the line below a text: what is selected, or what is quoted of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/march-reader-text.h"

G_BEGIN_DECLS

char       *march_reader_status_describe (MarchReaderText *text);
const char *march_reader_status_get_icon (MarchReaderText *text);

G_END_DECLS
