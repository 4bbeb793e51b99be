/* march-error.c — the errors that data, files and users can cause */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-error.h"

G_DEFINE_QUARK (march-error-quark, march_error)
