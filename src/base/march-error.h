/* march-error.h — the errors that data, files and users can cause */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MARCH_ERROR (march_error_quark ())

/**
 * MarchError:
 * @MARCH_ERROR_BAD_INPUT: text or a value that can't be understood; the message says where and what
 * was expected
 * @MARCH_ERROR_NOT_FOUND: nothing has that name, code or id
 * @MARCH_ERROR_AMBIGUOUS: several things have that name; the message lists them
 * @MARCH_ERROR_NOT_A_DOSSIER: a file of another kind
 * @MARCH_ERROR_DAMAGED: a dossier that contradicts its own rules
 * @MARCH_ERROR_NEWER: a dossier written by a newer version
 * @MARCH_ERROR_CHANGED: the original changed since it was opened
 * @MARCH_ERROR_CONFLICT: two programs have changed the same, and a person has to choose
 * @MARCH_ERROR_READ_ONLY: the place can't be written to
 * @MARCH_ERROR_NO_SPACE: the disk is full
 * @MARCH_ERROR_BUSY: another process holds it
 * @MARCH_ERROR_FAILED: anything else
 *
 * Every message is a whole sentence that says what is wrong, where, and what to do.
 */
typedef enum
{
  MARCH_ERROR_BAD_INPUT,
  MARCH_ERROR_NOT_FOUND,
  MARCH_ERROR_AMBIGUOUS,
  MARCH_ERROR_NOT_A_DOSSIER,
  MARCH_ERROR_DAMAGED,
  MARCH_ERROR_NEWER,
  MARCH_ERROR_CHANGED,
  MARCH_ERROR_CONFLICT,
  MARCH_ERROR_READ_ONLY,
  MARCH_ERROR_NO_SPACE,
  MARCH_ERROR_BUSY,
  MARCH_ERROR_FAILED,
} MarchError;

GQuark march_error_quark (void);

G_END_DECLS
