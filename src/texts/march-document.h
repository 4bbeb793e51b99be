/* march-document.h — a document as text, and what it tells of itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "texts/march-facts.h"

G_BEGIN_DECLS

/**
 * MarchDocumentKind:
 * @MARCH_DOCUMENT_TEXT: plain text or Markdown, as it is
 * @MARCH_DOCUMENT_HTML: a web page; its text is the article, a line for each heading and paragraph
 * @MARCH_DOCUMENT_PDF: its text is that of all pages, a line for each paragraph
 */
typedef enum
{
  MARCH_DOCUMENT_TEXT,
  MARCH_DOCUMENT_HTML,
  MARCH_DOCUMENT_PDF,
} MarchDocumentKind;

/**
 * MarchDocument:
 * @kind: known by what it holds, not by its name
 * @text: UTF-8 without a byte order mark; line ends of plain text are as they were
 * @facts: what it tells of itself, to be offered and never to be taken unasked
 * @notes: (element-type utf8): sentences on what a reader of the text has to know, as which
 *   encoding was guessed
 */
typedef struct
{
  MarchDocumentKind kind;
  char             *text;
  MarchFacts       *facts;
  GPtrArray        *notes;
} MarchDocument;

/* Bytes of a file, and of the text that is made of it: more is refused. */
#define MARCH_DOCUMENT_LARGEST (16 * 1024 * 1024)
#define MARCH_DOCUMENT_LARGEST_PDF (256 * 1024 * 1024)

MarchDocument *march_document_read        (GBytes *bytes, const char *name,
                                           GCancellable *cancellable, GError **error);
MarchDocument *march_document_load        (GFile *file, GCancellable *cancellable, GError **error);
void           march_document_load_async  (GFile *file, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
MarchDocument *march_document_load_finish (GAsyncResult *result, GError **error);
void           march_document_free        (MarchDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchDocument, march_document_free)

G_END_DECLS
