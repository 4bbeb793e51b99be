/* fuzz.h — what a fuzzing program gives libFuzzer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* Tries one input; what it does must hold for any bytes. Returns: 0 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t length);
