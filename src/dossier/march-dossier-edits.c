/* march-dossier-edits.c — the edits that the window offers, each one undo step */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-edits.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-dossier-private.h"
#include "corpus/march-vocabulary.h"

static gboolean
fail_blank (const char *sentence, GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, sentence);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/* One record changed is one edit. */
typedef struct
{
  const char *table; /* static */
  gint64      id;
  MarchRow   *row;
} Update;

static void
free_update (gpointer data)
{
  Update *update = data;

  march_row_free (update->row);
  g_free (update);
}

static gboolean
do_update (MarchEdit *edit, gpointer data, GError **error)
{
  const Update *update = data;

  return march_edit_update (edit, update->table, update->id, update->row, error);
}

static gboolean
update_record (MarchDossier *self,
               const char   *label,
               const char   *table,
               gint64        id,
               MarchRow     *row,
               GError      **error)
{
  Update update = { table, id, row };

  return march_dossier_edit (self, label, do_update, &update, error);
}

/* @row: (transfer full) */
static void
update_record_async (MarchDossier       *self,
                     const char         *label,
                     const char         *table,
                     gint64              id,
                     MarchRow           *row,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  Update *update = g_new0 (Update, 1);

  *update = (Update){ table, id, row };
  march_dossier_edit_async (self, label, do_update, update, free_update, callback, user_data);
}

static const char *
describe_ranking (MarchRank rank)
{
  switch (rank)
    {
    case MARCH_RANK_PREFERRED:
      return _("Prefer an assertion");
    case MARCH_RANK_DEPRECATED:
      return _("Deprecate an assertion");
    case MARCH_RANK_NORMAL:
    default:
      return _("Rank an assertion as any other");
    }
}

static MarchRow *
make_rank (MarchRank rank, const char *reason, GError **error)
{
  MarchRow *row;

  if (rank != MARCH_RANK_NORMAL && is_blank (reason))
    {
      fail_blank (_("A rank needs a reason. Say why this assertion is preferred or deprecated."),
                  error);
      return NULL;
    }
  row = march_row_new ();
  march_row_set_text (row, "rank", march_vocabulary_get_nick (MARCH_VOCABULARY_RANK, rank));
  march_row_set_text (row, "rank_reason", reason);
  return row;
}

/**
 * march_dossier_set_rank:
 * @assertion: its id
 * @reason: why; may be "" for the normal rank only
 *
 * Settles a conflict, or opens it again. Nothing is deleted.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT without a reason, %MARCH_ERROR_NOT_FOUND, or another
 * #MarchError
 */
gboolean
march_dossier_set_rank (MarchDossier *self,
                        gint64        assertion,
                        MarchRank     rank,
                        const char   *reason,
                        GError      **error)
{
  g_autoptr (MarchRow) row = make_rank (rank, reason, error);

  return row != NULL &&
         update_record (self, describe_ranking (rank), "assertion", assertion, row, error);
}

/** march_dossier_set_rank_async: on another thread, for march_dossier_edit_finish() */
void
march_dossier_set_rank_async (MarchDossier       *self,
                              gint64              assertion,
                              MarchRank           rank,
                              const char         *reason,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GError   *error = NULL;
  MarchRow *row = make_rank (rank, reason, &error);

  if (row != NULL)
    update_record_async (self, describe_ranking (rank), "assertion", assertion, row, callback,
                         user_data);
  else
    g_task_report_error (self, callback, user_data, march_dossier_set_rank_async, error);
}

static MarchRow *
make_retraction (const char *reason, GError **error)
{
  MarchRow *row;

  if (is_blank (reason))
    {
      fail_blank (_ ("A retraction needs a reason. Say why this assertion no longer holds."),
                  error);
      return NULL;
    }
  row = march_row_new ();
  march_row_set_integer (row, "retracted", 1);
  march_row_set_text (row, "retract_reason", reason);
  return row;
}

/**
 * march_dossier_retract:
 *
 * Takes an assertion out of every answer. It stays readable, with the reason.
 */
gboolean
march_dossier_retract (MarchDossier *self, gint64 assertion, const char *reason, GError **error)
{
  g_autoptr (MarchRow) row = make_retraction (reason, error);

  return row != NULL &&
         update_record (self, _("Retract an assertion"), "assertion", assertion, row, error);
}

/** march_dossier_retract_async: on another thread; march_dossier_edit_finish() tells the outcome */
void
march_dossier_retract_async (MarchDossier       *self,
                             gint64              assertion,
                             const char         *reason,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GError   *error = NULL;
  MarchRow *row = make_retraction (reason, &error);

  if (row != NULL)
    update_record_async (self, _("Retract an assertion"), "assertion", assertion, row, callback,
                         user_data);
  else
    g_task_report_error (self, callback, user_data, march_dossier_retract_async, error);
}

/* What it was retracted for goes with the retraction, and stays in the history. */
static MarchRow *
make_restoration (void)
{
  MarchRow *row = march_row_new ();

  march_row_set_integer (row, "retracted", 0);
  march_row_set_text (row, "retract_reason", "");
  return row;
}

/** march_dossier_restore: lets a retracted assertion count again */
gboolean
march_dossier_restore (MarchDossier *self, gint64 assertion, GError **error)
{
  g_autoptr (MarchRow) row = make_restoration ();

  return update_record (self, _("Take a retraction back"), "assertion", assertion, row, error);
}

/** march_dossier_restore_async: on another thread; march_dossier_edit_finish() tells the outcome */
void
march_dossier_restore_async (MarchDossier       *self,
                             gint64              assertion,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  update_record_async (self, _("Take a retraction back"), "assertion", assertion,
                       make_restoration (), callback, user_data);
}

static gboolean
is_date (const char *text)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new (text, NULL);

  return edtf != NULL;
}

static const char *
describe_reading (gint64 holder)
{
  return holder != 0 ? _("Read a figure of a place and time")
                     : _("Take the reading of a figure back");
}

static MarchRow *
make_reading (gint64 holder, gint64 place, const char *period, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();

  if (holder != 0 && !is_date (period))
    {
      fail_blank (_("A reading needs a day or an interval. Say when the figure is of."), error);
      return NULL;
    }
  march_row_set_id (row, "read_holder_id", holder);
  march_row_set_id (row, "read_place_id", holder != 0 ? place : 0);
  march_row_set_text (row, "read_edtf", holder != 0 ? period : "");
  return g_steal_pointer (&row);
}

/**
 * march_dossier_set_reading:
 * @figure: its id
 * @holder: whose land it is read as; 0: it is not read any more
 * @place: where; 0: wherever the land lies
 * @period: EDTF: a day on which it is held, or an interval in which it is gained
 *
 * Says how the analyst reads a figure whose words state neither place nor period, to hold it
 * against the map. What the words state stays as it is.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT without a date, %MARCH_ERROR_NOT_FOUND, or another
 * #MarchError
 */
gboolean
march_dossier_set_reading (MarchDossier *self,
                           gint64        figure,
                           gint64        holder,
                           gint64        place,
                           const char   *period,
                           GError      **error)
{
  g_autoptr (MarchRow) row = make_reading (holder, place, period, error);

  return row != NULL &&
         update_record (self, describe_reading (holder), "assertion", figure, row, error);
}

/**
 * march_dossier_set_reading_async:
 *
 * As march_dossier_set_reading(), on another thread; march_dossier_edit_finish() tells the outcome.
 */
void
march_dossier_set_reading_async (MarchDossier       *self,
                                 gint64              figure,
                                 gint64              holder,
                                 gint64              place,
                                 const char         *period,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GError   *error = NULL;
  MarchRow *row = make_reading (holder, place, period, &error);

  if (row != NULL)
    update_record_async (self, describe_reading (holder), "assertion", figure, row, callback,
                         user_data);
  else
    g_task_report_error (self, callback, user_data, march_dossier_set_reading_async, error);
}

/* What makes a source the one whose areas are drawn. */
static MarchRow *
make_area_source (MarchDossier *self, gint64 source, GError **error)
{
  g_autoptr (GPtrArray) sources = march_corpus_list_area_sources (self->corpus);
  MarchRow *row = NULL;

  if (source != 0 && !g_ptr_array_find (sources, march_corpus_get_source (self->corpus, source),
                                        NULL))
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                           _("The dossier has no areas of this source. Import some first."));
      return NULL;
    }
  row = march_row_new ();
  march_row_set_id (row, "area_source_id", source);
  return row;
}

/**
 * march_dossier_set_area_source:
 * @source: whose areas are drawn by default; 0: of the first import
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if the dossier has no areas of it, or another
 * #MarchError
 */
gboolean
march_dossier_set_area_source (MarchDossier *self, gint64 source, GError **error)
{
  g_autoptr (MarchRow) row = make_area_source (self, source, error);

  return row != NULL &&
         update_record (self, _("Choose whose areas are drawn"), "dossier", 1, row, error);
}

/**
 * march_dossier_set_area_source_async:
 *
 * As march_dossier_set_area_source(), on another thread; march_dossier_edit_finish() tells the
 * outcome.
 */
void
march_dossier_set_area_source_async (MarchDossier       *self,
                                     gint64              source,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  GError   *error = NULL;
  MarchRow *row = make_area_source (self, source, &error);

  if (row != NULL)
    update_record_async (self, _("Choose whose areas are drawn"), "dossier", 1, row, callback,
                         user_data);
  else
    g_task_report_error (self, callback, user_data, march_dossier_set_area_source_async, error);
}
