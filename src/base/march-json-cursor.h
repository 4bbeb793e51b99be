/* march-json-cursor.h — walks untrusted JSON without building it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-json.h"

G_BEGIN_DECLS

/**
 * MarchJsonKind:
 *
 * What the next value is, by its first character; %MARCH_JSON_NOTHING if none begins there.
 */
typedef enum
{
  MARCH_JSON_NOTHING,
  MARCH_JSON_OBJECT,
  MARCH_JSON_ARRAY,
  MARCH_JSON_STRING,
  MARCH_JSON_NUMBER,
  MARCH_JSON_BOOLEAN,
  MARCH_JSON_NULL,
} MarchJsonKind;

/**
 * MarchJsonCursor:
 *
 * A place in a text, and how to go on from there. It lives on the stack, owns nothing, and may be
 * copied to come back to a place. The text must be UTF-8 without NUL, outlive it, and its lines
 * count from where the cursor was set.
 *
 * |[<!-- language="C" -->
 * march_json_cursor_enter (&cursor);
 * while (march_json_cursor_next_member (&cursor, name))
 *   …read or skip its value…
 * if (cursor.failed) …
 * ]|
 *
 * Every function returns %FALSE once one has failed; the first reason stays in @error.
 */
typedef struct
{
  const char    *text;
  const char    *at;
  const char    *end;
  guint          depth;
  gboolean       fresh; /* no member or element of the present object or array was read so far */
  gboolean       failed;
  MarchJsonFlags flags;
  GError       **error;
} MarchJsonCursor;

gboolean      march_json_cursor_init         (MarchJsonCursor *cursor, const char *text,
                                              gsize length, MarchJsonFlags flags, GError **error);
MarchJsonKind march_json_cursor_peek         (MarchJsonCursor *cursor);
gboolean      march_json_cursor_is_at_end    (MarchJsonCursor *cursor);
gboolean      march_json_cursor_enter        (MarchJsonCursor *cursor);
gboolean      march_json_cursor_next_member  (MarchJsonCursor *cursor, GString *name);
gboolean      march_json_cursor_next_element (MarchJsonCursor *cursor);
gboolean      march_json_cursor_read_string  (MarchJsonCursor *cursor, GString *string);
gboolean      march_json_cursor_read_double  (MarchJsonCursor *cursor, double *number);
gboolean      march_json_cursor_skip         (MarchJsonCursor *cursor);
guint         march_json_cursor_get_line     (const MarchJsonCursor *cursor);

G_END_DECLS
