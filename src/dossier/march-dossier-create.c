/* march-dossier-create.c — begins a new, empty dossier, and changes what one says of itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier-create.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-edit-change.h"
#include "dossier/march-private-folder.h"
#include "dossier/march-publish.h"

/* A century: who wants longer wants no limit. */
#define MAX_CARRY_DAYS 36525

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, sentence);
  return FALSE;
}

static gboolean
check_timeline (MarchEdtf *first, MarchEdtf *last, GError **error)
{
  if (march_edtf_get_period (first)->from_earliest == MARCH_DAY_MIN
      || march_edtf_get_period (last)->until_latest == MARCH_DAY_MAX)
    return refuse (_("The timeline needs a first and a last day. It can be made longer later."),
                   error);
  if (march_edtf_get_period (last)->until_latest <= march_edtf_get_period (first)->from_earliest)
    return refuse (_("The timeline ends before it begins."), error);
  return TRUE;
}

/* A member that is given and blank though it must not be. */
static gboolean
check_given (const char *text, const char *name, const char *sentence, const char **field,
             GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : name));

  if (*stripped != '\0')
    return TRUE;
  *field = name;
  return refuse (sentence, error);
}

static gboolean
check_carry_days (const char *text, const char **field, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : "0"));

  if (g_ascii_string_to_unsigned (stripped, 10, 0, MAX_CARRY_DAYS, NULL, NULL))
    return TRUE;
  *field = "carry_days";
  return refuse (_("Write a whole number of days, such as 30."), error);
}

/* Both ends, or neither; @row gets them. */
static gboolean
set_timeline (MarchRow *row, const MarchNewDossier *facts, const char **field, GError **error)
{
  g_autoptr (MarchEdtf) first = NULL, last = NULL;

  if (facts->first == NULL && facts->last == NULL)
    return TRUE;
  *field = "first";
  first = march_edtf_new_from_words (facts->first, error);
  if (first == NULL)
    return FALSE;
  *field = "last";
  last = march_edtf_new_from_words (facts->last, error);
  if (last == NULL || !check_timeline (first, last, error))
    return FALSE;
  march_row_set_text (row, "first_edtf", march_edtf_get_text (first));
  march_row_set_text (row, "last_edtf", march_edtf_get_text (last));
  return TRUE;
}

static void
set_text (MarchRow *row, const char *column, const char *text)
{
  g_autofree char *stripped = g_strdup (text);

  if (stripped != NULL)
    march_row_set_text (row, column, g_strstrip (stripped));
}

/* NULL with a sentence if something is blank, or no date; @field: (out): what */
static MarchRow *
make_row (const MarchNewDossier *facts, const char **field, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();

  if (!check_given (facts->title, "title", _("A dossier needs a title."), field, error)
      || !check_given (facts->language, "language",
                       _("A dossier needs a language. Write a tag such as en, de or uk."), field,
                       error)
      || !set_timeline (row, facts, field, error)
      || !check_carry_days (facts->carry_days, field, error))
    return NULL;
  set_text (row, "title", facts->title);
  set_text (row, "language", facts->language);
  set_text (row, "convention", facts->convention);
  set_text (row, "summary", facts->summary);
  if (facts->carry_days != NULL)
    march_row_set_integer (row, "carry_days", g_ascii_strtoll (facts->carry_days, NULL, 10));
  return g_steal_pointer (&row);
}

/* As make_row(), of a dossier that doesn't say anything yet. */
static MarchRow *
make_whole_row (const MarchNewDossier *facts, GError **error)
{
  const char *field = NULL;

  g_return_val_if_fail (facts->title != NULL && facts->language != NULL && facts->first != NULL
                            && facts->last != NULL && facts->convention != NULL,
                        NULL);
  return make_row (facts, &field, error);
}

/* Where the new dossier is to go, and what it is to say of itself. */
typedef struct
{
  GFile    *file;
  MarchRow *row;
} Plan;

static void
free_plan (gpointer data)
{
  Plan *plan = data;

  g_object_unref (plan->file);
  march_row_free (plan->row);
  g_free (plan);
}

static Plan *
make_plan (GFile *file, const MarchNewDossier *facts, GError **error)
{
  MarchRow *row = make_whole_row (facts, error);
  Plan     *plan;

  if (row == NULL)
    return NULL;
  plan = g_new0 (Plan, 1);
  *plan = (Plan){ g_object_ref (file), row };
  return plan;
}

static gboolean
write_facts (MarchDatabase *database, Plan *plan, GError **error)
{
  g_autoptr (MarchEdit) edit = march_edit_begin (database, _("Begin a dossier"),
                                                 march_dossier_get_account_name (), error);

  return edit != NULL && march_edit_insert (edit, "dossier", 1, plan->row, error) != 0
         && march_edit_commit (edit, error);
}

static gboolean
write_database (const char *path, Plan *plan, GError **error)
{
  g_autoptr (MarchDatabase) database = march_database_create (path, error);

  return database != NULL && write_facts (database, plan, error);
}

/* Made where nobody sees it, and put in its place when it is whole. */
static gboolean
write_file (const char *target, Plan *plan, GError **error)
{
  g_autoptr (MarchPrivateFolder) folder = march_private_folder_new (error);
  g_autofree char *path = folder != NULL ? march_private_folder_get_copy (folder) : NULL;
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (MarchPublication) publication = NULL;

  if (path == NULL || !write_database (path, plan, error))
    return FALSE;
  publication = march_publication_prepare (path, target, parent, NULL, error);
  return publication != NULL && march_publication_finish (publication, error);
}

static MarchDossier *
create (Plan *plan, GError **error)
{
  g_autofree char *path = g_file_get_path (plan->file);

  if (path == NULL)
    {
      refuse (_("A new dossier needs a folder of this computer. Choose another place."), error);
      return NULL;
    }
  if (!write_file (path, plan, error))
    return NULL;
  return march_dossier_open (plan->file, NULL, error);
}

/**
 * march_dossier_create_check:
 *
 * Returns: whether a dossier can say that of itself; %FALSE with %MARCH_ERROR_BAD_INPUT
 */
gboolean
march_dossier_create_check (const MarchNewDossier *facts, GError **error)
{
  g_autoptr (MarchRow) row = make_whole_row (facts, error);

  return row != NULL;
}

/**
 * march_dossier_check_facts:
 * @facts: as of march_dossier_set_facts()
 * @field: (out): the member that is wrong
 *
 * Returns: as march_dossier_create_check()
 */
gboolean
march_dossier_check_facts (const MarchNewDossier *facts, const char **field, GError **error)
{
  g_autoptr (MarchRow) row = make_row (facts, field, error);

  return row != NULL;
}

/**
 * march_dossier_create:
 * @file: where it is to be; a file that is there is replaced
 *
 * Writes a dossier without any record to @file, whole or not at all, and opens it. Any thread.
 *
 * Returns: (transfer full): the dossier, or %NULL with %MARCH_ERROR_BAD_INPUT if something is
 * missing of @facts or no date, %MARCH_ERROR_READ_ONLY, %MARCH_ERROR_NO_SPACE, %MARCH_ERROR_BUSY if
 * another program has @file open, or another #MarchError; @file is as it was then
 */
MarchDossier *
march_dossier_create (GFile *file, const MarchNewDossier *facts, GError **error)
{
  Plan         *plan = make_plan (file, facts, error);
  MarchDossier *dossier = plan != NULL ? create (plan, error) : NULL;

  g_clear_pointer (&plan, free_plan);
  return dossier;
}

static void
create_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError       *error = NULL;
  MarchDossier *dossier = create (data, &error);

  if (dossier != NULL)
    g_task_return_pointer (task, dossier, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * march_dossier_create_async:
 *
 * As march_dossier_create(), on another thread.
 */
void
march_dossier_create_async (GFile                 *file,
                            const MarchNewDossier *facts,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  GError *error = NULL;
  Plan   *plan = make_plan (file, facts, &error);

  g_task_set_source_tag (task, march_dossier_create_async);
  if (plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, plan, free_plan);
  g_task_run_in_thread (task, create_in_thread);
}

MarchDossier *
march_dossier_create_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
change_facts (MarchEdit *edit, gpointer row, GError **error)
{
  return march_edit_change (edit, "dossier", 1, row, error);
}

static const char *
describe_facts (const MarchNewDossier *facts)
{
  const gboolean title_alone = facts->language == NULL && facts->first == NULL
                               && facts->convention == NULL && facts->summary == NULL
                               && facts->carry_days == NULL;

  return title_alone ? _("Change the title") : _("Change what the dossier says of itself");
}

/**
 * march_dossier_set_facts:
 * @facts: of which each member may be %NULL: what it tells stays as it is; the timeline's two days
 *   go together
 *
 * Changes what a dossier says of itself.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT as march_dossier_create(), or another #MarchError
 */
gboolean
march_dossier_set_facts (MarchDossier *dossier, const MarchNewDossier *facts, GError **error)
{
  const char *field = NULL;
  g_autoptr (MarchRow) row = make_row (facts, &field, error);

  return row != NULL
         && march_dossier_edit (dossier, describe_facts (facts), change_facts, row, error);
}

/** march_dossier_set_facts_async: on another thread, for march_dossier_edit_finish() */
void
march_dossier_set_facts_async (MarchDossier          *dossier,
                               const MarchNewDossier *facts,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  const char *field = NULL;
  GError     *error = NULL;
  MarchRow   *row = make_row (facts, &field, &error);

  if (row != NULL)
    march_dossier_edit_async (dossier, describe_facts (facts), change_facts, row,
                              (GDestroyNotify) march_row_free, callback, user_data);
  else
    g_task_report_error (dossier, callback, user_data, march_dossier_set_facts_async, error);
}
