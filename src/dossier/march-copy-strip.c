/* march-copy-strip.c — takes out of a copy what is not for everybody */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-copy-strip.h"

#include "dossier/march-database-private.h"
#include "dossier/march-search-index.h"

static const struct
{
  MarchCopyParts part;
  const char    *statements;
} parts[] = {
  /* That a text was archived, and which, stays: whoever has it can attach it again. */
  { MARCH_COPY_TEXTS, "DELETE FROM source_text;" },
  { MARCH_COPY_NOTES, "UPDATE actor SET note = '' WHERE note <> '';"
                      "UPDATE place SET note = '' WHERE note <> '';"
                      "UPDATE source SET note = '' WHERE note <> '';"
                      "UPDATE quotation SET note = '' WHERE note <> '';"
                      "UPDATE assertion SET note = '' WHERE note <> '';"
                      "UPDATE evidence SET note = '' WHERE note <> '';"
                      "UPDATE area_import SET note = '' WHERE note <> '';"
                      "UPDATE point_import SET note = '' WHERE note <> '';" },
  { MARCH_COPY_NAMES, "UPDATE history SET who = '';" },
  { MARCH_COPY_HISTORY, "UPDATE history SET undoes_id = NULL;"
                        "DELETE FROM history_row;"
                        "DELETE FROM history;" },
};

/* What is searched has the notes as well. Made anew, it keeps no trace of them; what is forgotten
 * one by one would leave some. */
static gboolean
forget_notes (MarchDatabase *copy, GError **error)
{
  if (!march_database_begin (copy, error))
    return FALSE;
  if (march_search_index_rebuild (copy, error) && march_database_commit (copy, error))
    return TRUE;
  march_database_rollback (copy);
  return FALSE;
}

/**
 * march_copy_strip:
 * @path: of a copy that nobody else has open
 * @without: what it is not to have
 *
 * Takes parts out of a dossier so that nothing is left of them, also not between its records.
 */
gboolean
march_copy_strip (const char *path, MarchCopyParts without, GError **error)
{
  g_autoptr (MarchDatabase) copy = march_database_open (path, MARCH_ACCESS_WRITE, error);

  if (copy == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((without & parts[i].part) != 0
        && !march_sqlite_run (copy->handle, parts[i].statements, error))
      return FALSE;
  if ((without & MARCH_COPY_NOTES) != 0 && !forget_notes (copy, error))
    return FALSE;
  return march_sqlite_run (copy->handle, "VACUUM", error);
}
