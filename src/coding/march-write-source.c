/* march-write-source.c — writes a source's draft, and deletes a source, as one edit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "coding/march-source-draft-private.h"
#include "corpus/march-verify.h"
#include "dossier/march-dossier-texts.h"
#include "dossier/march-edit-change.h"
#include "texts/march-address.h"

/* What goes to the thread that writes. */
typedef struct
{
  MarchSourceDraft *draft;
  char             *csl;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  march_source_draft_free (writing->draft);
  g_free (writing->csl);
  g_free (writing);
}

static MarchRow *
make_row (const MarchSourceDraft *draft, const char *csl)
{
  MarchRow        *row = march_row_new ();
  const char       grade[] = { draft->grade, '\0' };
  g_autofree char *published = march_source_draft_dup_edtf (draft->published);
  g_autofree char *title = g_strstrip (g_strdup (draft->title));

  march_row_set_text (row, "title", title);
  march_row_set_integer (row, "titled", draft->titled);
  march_row_set_text (row, "csl", csl);
  march_row_set_text (row, "published_edtf", published);
  march_row_set_text (row, "inferred", draft->inferred);
  if (draft->grade != 0)
    march_row_set_text (row, "grade", grade);
  else
    march_row_set_null (row, "grade");
  march_row_set_text (row, "grade_reason", draft->grade_reason);
  march_row_set_text (row, "note", draft->note);
  return row;
}

static gboolean
write_links (MarchEdit *edit, const MarchSourceDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) march_row_free);

  for (guint i = 0; i < draft->links->len; i++)
    {
      const MarchSourceLinkDraft *link = draft->links->pdata[i];
      MarchRow                   *row = march_row_new ();

      march_row_set_id (row, "other_id", link->other);
      march_row_set_text (row, "kind", link->independent ? "independent" : "draws_on");
      march_row_set_text (row, "reason", link->reason);
      g_ptr_array_add (rows, row);
    }
  return march_edit_change_children (edit, "source_link", "source_id", draft->id, "other_id", rows,
                                     error);
}

static gboolean
write_source (MarchEdit *edit, gpointer data, GError **error)
{
  const Writing          *writing = data;
  const MarchSourceDraft *draft = writing->draft;
  g_autoptr (MarchRow) row = make_row (draft, writing->csl);

  if (draft->existing ? !march_edit_change (edit, "source", draft->id, row, error)
                      : march_edit_insert (edit, "source", draft->id, row, error) == 0)
    return FALSE;
  if (!write_links (edit, draft, error))
    return FALSE;
  return draft->existing || draft->text == NULL
         || march_edit_attach_text (edit, draft->id, draft->text, draft->taken, FALSE, error);
}

/* The draft may have been checked against the dossier as it was before another edit. */
static Writing *
prepare (const MarchSourceDraft *draft, MarchDossier *dossier, GError **error)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  g_autoptr (GPtrArray) problems = march_source_draft_check (draft, corpus);
  const MarchProblem *problem = march_problems_get_error (problems);
  Writing            *writing = NULL;

  if (problem != NULL)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, problem->sentence);
      return NULL;
    }
  writing = g_new0 (Writing, 1);
  writing->draft = march_source_draft_copy (draft);
  if (!march_draft_is_blank (draft->doi))
    {
      g_free (writing->draft->doi);
      writing->draft->doi = march_doi_read (draft->doi);
    }
  writing->csl = march_source_csl_write (writing->draft,
                                         march_corpus_get_source (corpus, draft->id));
  return writing;
}

static const char *
get_label (const MarchSourceDraft *draft)
{
  return draft->existing ? _("Change a source") : _("Add a source");
}

/**
 * march_source_draft_write:
 *
 * Checks the draft against the dossier as it is now and writes it as one edit: what differs of a
 * source that is there, or a new one with its text.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT and the sentence of a problem, or an error of
 * march_dossier_edit(); nothing has changed then
 */
gboolean
march_source_draft_write (const MarchSourceDraft *draft, MarchDossier *dossier, GError **error)
{
  Writing *writing = prepare (draft, dossier, error);
  gboolean written = writing != NULL
                     && march_dossier_edit (dossier, get_label (draft), write_source, writing,
                                            error);

  g_clear_pointer (&writing, writing_free);
  return written;
}

/** march_source_draft_write_async: as march_source_draft_write(), on another thread;
 * march_dossier_edit_finish() tells the outcome. The draft may be changed or freed meanwhile */
void
march_source_draft_write_async (const MarchSourceDraft *draft,
                                MarchDossier           *dossier,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  GError  *error = NULL;
  Writing *writing = prepare (draft, dossier, &error);

  if (writing != NULL)
    march_dossier_edit_async (dossier, get_label (draft), write_source, writing, writing_free,
                              callback, user_data);
  else
    g_task_report_error (dossier, callback, user_data, march_source_draft_write_async, error);
}

static gboolean
is_imported_from (MarchCorpus *corpus, const MarchSource *source)
{
  GPtrArray *areas = march_corpus_get_area_imports (corpus);
  GPtrArray *points = march_corpus_get_point_imports (corpus);

  for (guint i = 0; i < areas->len; i++)
    if (((const MarchDatedImport *) areas->pdata[i])->source == source)
      return TRUE;
  for (guint i = 0; i < points->len; i++)
    if (((const MarchDatedImport *) points->pdata[i])->source == source)
      return TRUE;
  return FALSE;
}

/** march_source_describe_use: Returns: (transfer full) (nullable): a sentence on what stands in the
 * way of deleting @source; %NULL if nothing does */
char *
march_source_describe_use (MarchCorpus *corpus, const MarchSource *source)
{
  const guint n = source->quotations->len;

  if (n > 0)
    return g_strdup_printf (ngettext ("%u quotation is of this source. Delete it first.",
                                      "%u quotations are of this source. Delete them first.", n),
                            n);
  if (is_imported_from (corpus, source))
    return g_strdup (_("Areas or points are imported by this source. Undo their import first."));
  return NULL;
}

/* Its links to others and theirs to it, what is set aside of it, and its text go with it. */
static gboolean
delete_source (MarchEdit *edit, gpointer data, GError **error)
{
  const gint64 id = *(const gint64 *) data;

  return march_edit_delete_children (edit, "source_link", "source_id", id, error)
         && march_edit_delete_children (edit, "source_link", "other_id", id, error)
         && march_edit_delete_children (edit, "set_aside", "source_id", id, error)
         && march_edit_delete_children (edit, "source_text", "source_id", id, error)
         && march_edit_delete (edit, "source", id, error);
}

static gboolean
may_delete (MarchDossier *dossier, gint64 id, GError **error)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  const MarchSource *source = march_corpus_get_source (corpus, id);
  g_autofree char   *use = source != NULL ? march_source_describe_use (corpus, source) : NULL;

  if (source == NULL)
    g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                         _("The dossier has no such source. It may have been deleted."));
  else if (use != NULL)
    g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, use);
  return source != NULL && use == NULL;
}

/**
 * march_source_delete:
 *
 * Deletes a source that nothing is quoted of, with its links and its text, as one edit.
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND, with %MARCH_ERROR_BAD_INPUT if it is in use, or
 * another #MarchError
 */
gboolean
march_source_delete (MarchDossier *dossier, gint64 source, GError **error)
{
  return may_delete (dossier, source, error)
         && march_dossier_edit (dossier, _("Delete a source"), delete_source, &source, error);
}

/** march_source_delete_async: as march_source_delete(), on another thread;
 * march_dossier_edit_finish() tells the outcome */
void
march_source_delete_async (MarchDossier       *dossier,
                           gint64              source,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GError *error = NULL;

  if (may_delete (dossier, source, &error))
    march_dossier_edit_async (dossier, _("Delete a source"), delete_source,
                              g_memdup2 (&source, sizeof source), g_free, callback, user_data);
  else
    g_task_report_error (dossier, callback, user_data, march_source_delete_async, error);
}
