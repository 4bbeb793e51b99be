/* march-changes-stream.h — the bytes of a file of changes: numbers, texts and values of rows;
 * private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/* What begins a part of the file; docs/changes.md tells what follows each. */
#define MARCH_CHANGES_DOSSIER 'D'
#define MARCH_CHANGES_TABLE 'T'
#define MARCH_CHANGES_ADDED 'A'
#define MARCH_CHANGES_CHANGED 'C'
#define MARCH_CHANGES_DELETED 'X'
#define MARCH_CHANGES_UNCHANGED 'U'
#define MARCH_CHANGES_HISTORY 'H'
#define MARCH_CHANGES_PARTS 'P'
#define MARCH_CHANGES_ROW 'R'
#define MARCH_CHANGES_END 'E'

#define MARCH_CHANGES_VERSION 1

/**
 * MarchChangesWriter:
 *
 * Writes the bytes of a file of changes. The first thing that fails is kept and told by
 * march_changes_writer_close(); what is written after it is dropped.
 */
typedef struct _MarchChangesWriter MarchChangesWriter;

MarchChangesWriter *march_changes_writer_new   (GOutputStream *out, GError **error);
void                march_changes_writer_free  (MarchChangesWriter *writer);
gboolean            march_changes_writer_close (MarchChangesWriter *writer, GError **error);

void march_changes_put_byte   (MarchChangesWriter *writer, guint8 byte);
void march_changes_put_count  (MarchChangesWriter *writer, guint32 count);
void march_changes_put_number (MarchChangesWriter *writer, gint64 number);
void march_changes_put_text   (MarchChangesWriter *writer, const char *text);
void march_changes_put_value  (MarchChangesWriter *writer, sqlite3_value *value);

/**
 * MarchChangesReader:
 *
 * Reads those bytes, none of which is trusted. The first thing that is wrong is kept, and told by
 * march_changes_reader_check(); what is read after it is 0 or %NULL.
 */
typedef struct _MarchChangesReader MarchChangesReader;

MarchChangesReader *march_changes_reader_new   (GBytes *bytes, GError **error);
void                march_changes_reader_free  (MarchChangesReader *reader);
gboolean            march_changes_reader_check (MarchChangesReader *reader, GError **error);
void                march_changes_reader_fail  (MarchChangesReader *reader);
gboolean            march_changes_reader_is_fine (MarchChangesReader *reader);
gint64              march_changes_reader_get_read (MarchChangesReader *reader);
gboolean            march_changes_reader_is_end (MarchChangesReader *reader);

guint8  march_changes_get_byte   (MarchChangesReader *reader);
guint32 march_changes_get_count  (MarchChangesReader *reader, guint32 most);
gint64  march_changes_get_number (MarchChangesReader *reader);
char   *march_changes_get_text   (MarchChangesReader *reader, guint32 most);
void    march_changes_bind_value (MarchChangesReader *reader, sqlite3_stmt *statement,
                                  int parameter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchChangesWriter, march_changes_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchChangesReader, march_changes_reader_free)

G_END_DECLS
