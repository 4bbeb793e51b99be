/* march-dossier-texts.c — the texts of sources, attached and taken out */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-texts.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-edit-change.h"

/* A text and the source that it is attached to. */
typedef struct
{
  MarchCorpus       *corpus; /* keeps the source */
  const MarchSource *source;
  char              *text;
  char              *taken;
  MarchAttach        how;
} Attaching;

static void
attaching_clear (Attaching *attaching)
{
  g_clear_pointer (&attaching->corpus, march_corpus_unref);
  g_clear_pointer (&attaching->text, g_free);
  g_clear_pointer (&attaching->taken, g_free);
}

static void
attaching_free (gpointer data)
{
  attaching_clear (data);
  g_free (data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attaching, attaching_clear)

/** march_text_report_fill: @text: as march_verify_prepare() makes it; any thread */
void
march_text_report_fill (MarchTextReport *report, const MarchSource *source, const char *text)
{
  g_autofree char *sha256 = march_verify_hash (text);

  *report = (MarchTextReport){ .same = source->sha256 == NULL
                                       || g_ascii_strcasecmp (source->sha256, sha256) == 0 };
  for (guint i = 0; i < source->quotations->len; i++)
    report->found[march_verify_quotation (source->quotations->pdata[i], text)]++;
}

/* Whether the text may be the source's. */
static gboolean
check_report (const MarchTextReport *report, const MarchSource *source, GError **error)
{
  const guint n_missing = report->found[MARCH_MATCH_NOT_FOUND];

  if (report->same || n_missing == 0)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               ngettext ("This is not the text of “%s”: it is another than the archived one, "
                         "and %u quotation is not in it.",
                         "This is not the text of “%s”: it is another than the archived one, "
                         "and %u quotations are not in it.",
                         n_missing),
               source->title, n_missing);
  return FALSE;
}

static MarchRow *
make_text_row (gint64 source, const char *text, const char *sha256, const char *taken)
{
  MarchRow *row = march_row_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *present = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  march_row_set_id (row, "source_id", source);
  march_row_set_text (row, "text", text);
  march_row_set_text (row, "sha256", sha256);
  march_row_set_text (row, "taken", taken != NULL && *taken != '\0' ? taken : present);
  return row;
}

static gboolean
find_text (MarchEdit *edit, gint64 source, gint64 *id, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_id (row, "source_id", source);
  return march_edit_find (edit, "source_text", row, id, error);
}

/**
 * march_edit_attach_text:
 * @text: as march_verify_prepare() makes it
 * @taken: (nullable): when it was saved or copied, ISO 8601; %NULL or "": now
 * @archived: the source was archived before; else the text's hash and length become its own
 *
 * Puts a text in the place of the one that @source has, if any.
 */
gboolean
march_edit_attach_text (MarchEdit  *edit,
                        gint64      source,
                        const char *text,
                        const char *taken,
                        gboolean    archived,
                        GError    **error)
{
  g_autofree char *sha256 = march_verify_hash (text);
  g_autoptr (MarchRow) row = make_text_row (source, text, sha256, taken);
  g_autoptr (MarchRow) source_row = march_row_new ();
  gint64 id = 0;

  if (!find_text (edit, source, &id, error))
    return FALSE;
  if (id != 0 ? !march_edit_update (edit, "source_text", id, row, error)
              : march_edit_insert (edit, "source_text", 0, row, error) == 0)
    return FALSE;
  if (archived)
    return TRUE;
  march_row_set_text (source_row, "sha256", sha256);
  march_row_set_integer (source_row, "length", g_utf8_strlen (text, -1));
  return march_edit_update (edit, "source", source, source_row, error);
}

/* MarchEditWork */
static gboolean
do_attach (MarchEdit *edit, gpointer data, GError **error)
{
  const Attaching *attaching = data;
  MarchTextReport  report;

  if (attaching->how == MARCH_ATTACH_IF_FOUND)
    {
      march_text_report_fill (&report, attaching->source, attaching->text);
      if (!check_report (&report, attaching->source, error))
        return FALSE;
    }
  return march_edit_attach_text (edit, attaching->source->id, attaching->text, attaching->taken,
                                 attaching->source->sha256 != NULL, error);
}

static gboolean
attaching_fill (Attaching *attaching, MarchDossier *dossier, gint64 source, GError **error)
{
  attaching->corpus = march_dossier_dup_corpus (dossier);
  attaching->source = march_corpus_get_source (attaching->corpus, source);
  if (attaching->source == NULL)
    g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                         _("The dossier has no such source. It may have been deleted."));
  return attaching->source != NULL;
}

/**
 * march_dossier_attach_text:
 * @data: the source's text as it was saved; @length in bytes
 * @report: (out): what it is to the source, also when it is refused
 *
 * Puts a source's text into the dossier, so that its quotations can be verified and its pointers
 * opened. A text that is not the archived one is taken if every quotation stands in it.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if it is no text, or if it lacks quotations;
 * %MARCH_ERROR_NOT_FOUND, or another #MarchError
 */
gboolean
march_dossier_attach_text (MarchDossier    *self,
                           gint64           source,
                           const char      *data,
                           gsize            length,
                           MarchTextReport *report,
                           GError         **error)
{
  g_auto (Attaching) attaching = { .how = MARCH_ATTACH_ANYWAY };

  if (!attaching_fill (&attaching, self, source, error))
    return FALSE;
  attaching.text = march_verify_prepare (data, length, error);
  if (attaching.text == NULL)
    return FALSE;
  march_text_report_fill (report, attaching.source, attaching.text);
  return check_report (report, attaching.source, error)
         && march_dossier_edit (self, _("Attach a text"), do_attach, &attaching, error);
}

/**
 * march_dossier_attach_text_async:
 * @text: as march_verify_prepare() makes it
 * @taken: (nullable): when it was saved or copied, ISO 8601; %NULL: now
 *
 * As march_dossier_attach_text(), on another thread; march_dossier_edit_finish() tells the outcome.
 */
void
march_dossier_attach_text_async (MarchDossier       *self,
                                 gint64              source,
                                 const char         *text,
                                 const char         *taken,
                                 MarchAttach         how,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  Attaching *attaching = g_new0 (Attaching, 1);
  GError    *error = NULL;

  if (attaching_fill (attaching, self, source, &error))
    {
      attaching->text = g_strdup (text);
      attaching->taken = g_strdup (taken);
      attaching->how = how;
      march_dossier_edit_async (self, _("Attach a text"), do_attach, attaching, attaching_free,
                                callback, user_data);
      return;
    }
  attaching_free (attaching);
  g_task_report_error (self, callback, user_data, march_dossier_attach_text_async, error);
}

/* MarchEditWork */
static gboolean
do_detach (MarchEdit *edit, gpointer data, GError **error)
{
  const gint64 source = *(const gint64 *) data;
  gint64       id = 0;

  return find_text (edit, source, &id, error) && march_edit_delete (edit, "source_text", id, error);
}

/**
 * march_dossier_detach_text:
 *
 * Takes a source's text out of the dossier, as before it is sent to somebody who may not have it.
 * The undo log keeps it, on this computer.
 */
gboolean
march_dossier_detach_text (MarchDossier *self, gint64 source, GError **error)
{
  return march_dossier_edit (self, _("Detach a text"), do_detach, &source, error);
}

/** march_dossier_detach_text_async: as march_dossier_detach_text(), on another thread;
 * march_dossier_edit_finish() tells the outcome */
void
march_dossier_detach_text_async (MarchDossier       *self,
                                 gint64              source,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  march_dossier_edit_async (self, _("Detach a text"), do_detach,
                            g_memdup2 (&source, sizeof source), g_free, callback, user_data);
}
