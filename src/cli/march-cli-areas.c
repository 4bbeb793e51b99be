/* march-cli-areas.c — what the commands that measure imported areas share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "base/march-typed-day.h"
#include "cli/march-cli.h"

/** march_cli_read_area_day: @text: a day as typed, held within the days of the dossier and of all
 * its areas. Returns: FALSE with a #MarchError */
gboolean
march_cli_read_area_day (MarchCorpus *corpus,
                         const char  *text,
                         MarchDay    *day,
                         GError     **error)
{
  GPtrArray       *imports = march_corpus_get_area_imports (corpus);
  MarchDay         first = march_corpus_get_facts (corpus)->first;
  MarchDay         last = march_corpus_get_facts (corpus)->last;
  g_autofree char *remark = NULL;

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchAreaImport *area_import = g_ptr_array_index (imports, i);

      first = MIN (first, area_import->first);
      last = MAX (last, area_import->last);
    }
  if (!march_typed_day_read (text, first, last, day, &remark, error))
    return FALSE;
  march_cli_remark (remark);
  return TRUE;
}

/** march_cli_find_area_source: @title: (nullable): as typed; @source: (out) (nullable): NULL where
 * no title is given. Returns: FALSE with %MARCH_ERROR_NOT_FOUND */
gboolean
march_cli_find_area_source (MarchCorpus        *corpus,
                            const char         *title,
                            const MarchSource **source,
                            GError            **error)
{
  *source = title != NULL ? march_cli_find_source (corpus, title) : NULL;
  if (title == NULL || *source != NULL)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
               _("No source of this dossier is called “%s”. “marchland-cli info” lists them."),
               title);
  return FALSE;
}
