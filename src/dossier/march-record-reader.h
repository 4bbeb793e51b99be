/* march-record-reader.h — reads rows of one table column by column, and says which row was wrong;
 * private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database-private.h"
#include "corpus/march-vocabulary.h"
#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchRecordReader:
 *
 * Goes through the rows of a query whose first column is the record's id. The first wrong column
 * stops it: what the functions return after that is harmless, and march_record_reader_next() gives
 * the error. Strings are valid until the next row.
 */
typedef struct
{
  MarchDatabase *database;
  const char    *table;
  sqlite3_stmt  *statement;
  gint64         id;
  GError        *error;
} MarchRecordReader;

gboolean       march_record_reader_open     (MarchRecordReader *reader, MarchDatabase *database,
                                             const char *table, const char *sql, GError **error);
void           march_record_reader_clear    (MarchRecordReader *reader);
gboolean       march_record_reader_next     (MarchRecordReader *reader, gboolean *done,
                                             GError **error);
void           march_record_reader_fail     (MarchRecordReader *reader, int column, GError *reason);

char          *march_record_reader_text     (MarchRecordReader *reader, int column);
char          *march_record_reader_text_or_null (MarchRecordReader *reader, int column);
char          *march_record_reader_date     (MarchRecordReader *reader, int column);
gint64         march_record_reader_integer  (MarchRecordReader *reader, int column, gint64 least,
                                             gint64 most);
gint64         march_record_reader_integer_or (MarchRecordReader *reader, int column, gint64 least,
                                               gint64 most, gint64 fallback);
gint64         march_record_reader_id       (MarchRecordReader *reader, int column);
double         march_record_reader_real     (MarchRecordReader *reader, int column);
guint          march_record_reader_word     (MarchRecordReader *reader, int column,
                                             MarchVocabulary vocabulary);
guint          march_record_reader_word_if  (MarchRecordReader *reader, int column,
                                             MarchVocabulary vocabulary, gboolean needed);
MarchGeometry *march_record_reader_geometry (MarchRecordReader *reader, int column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchRecordReader, march_record_reader_clear)

G_END_DECLS
