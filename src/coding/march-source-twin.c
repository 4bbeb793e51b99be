/* march-source-twin.c — whether the dossier has a source already */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include <string.h>

#include "coding/march-source-draft-private.h"
#include "corpus/march-verify.h"
#include "texts/march-address.h"

/* What a draft is compared by, worked out once. */
typedef struct
{
  char *sha256;
  char *doi;
  char *host;    /* as it stands in the addresses: a quick look before the item is read */
  char *address; /* keys */
  char *archived;
} Marks;

static void
marks_clear (Marks *marks)
{
  g_free (marks->sha256);
  g_free (marks->doi);
  g_free (marks->host);
  g_free (marks->address);
  g_free (marks->archived);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marks, marks_clear)

static char *
make_host (const char *key)
{
  return key != NULL ? g_strndup (key, strcspn (key, "/?")) : NULL;
}

static void
marks_fill (Marks *marks, const MarchSourceDraft *draft)
{
  g_autofree char *url = g_strstrip (g_strdup (draft->url));
  g_autofree char *original = march_address_find_archived (url);
  g_autofree char *archived = g_strstrip (g_strdup (draft->archived));

  marks->sha256 = draft->text != NULL ? march_verify_hash (draft->text) : NULL;
  marks->doi = march_doi_read (draft->doi);
  marks->address = march_address_make_key (original != NULL ? original : url);
  marks->archived = march_address_make_key (archived);
  marks->host = make_host (marks->address);
}

static gboolean
has_folded (const char *csl, const char *part)
{
  g_autofree char *folded = part != NULL ? g_ascii_strdown (csl, -1) : NULL;

  return folded != NULL && strstr (folded, part) != NULL;
}

static gboolean
is_same_address (const MarchSource *source, const Marks *marks)
{
  g_autofree char *url = march_source_csl_get (source->csl, "URL");
  g_autofree char *archived = march_source_csl_get (source->csl, "archive_location");
  g_autofree char *key = march_address_make_key (url);
  g_autofree char *archived_key = march_address_make_key (archived);

  return (key != NULL && g_strcmp0 (key, marks->address) == 0)
         || (archived_key != NULL && g_strcmp0 (archived_key, marks->archived) == 0);
}

static gboolean
is_same_doi (const MarchSource *source, const Marks *marks)
{
  g_autofree char *told = march_source_csl_get (source->csl, "DOI");
  g_autofree char *doi = march_doi_read (told);

  return g_strcmp0 (doi, marks->doi) == 0;
}

static MarchTwinReason
compare (const MarchSource *source, const Marks *marks)
{
  if (marks->sha256 != NULL && source->sha256 != NULL
      && g_ascii_strcasecmp (marks->sha256, source->sha256) == 0)
    return MARCH_TWIN_TEXT;
  if (has_folded (source->csl, marks->doi) && is_same_doi (source, marks))
    return MARCH_TWIN_DOI;
  if ((has_folded (source->csl, marks->host) || marks->archived != NULL)
      && is_same_address (source, marks))
    return MARCH_TWIN_ADDRESS;
  return MARCH_TWIN_NONE;
}

/**
 * march_source_draft_find_twin:
 * @reason: (out): by what it is known
 *
 * Returns: (transfer none) (nullable): another source of the dossier that is the same: it has the
 *   draft's text, DOI or address
 */
const MarchSource *
march_source_draft_find_twin (const MarchSourceDraft *draft,
                              MarchCorpus            *corpus,
                              MarchTwinReason        *reason)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);
  g_auto (Marks) marks = { NULL };

  marks_fill (&marks, draft);
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = sources->pdata[i];

      *reason = source->id != draft->id ? compare (source, &marks) : MARCH_TWIN_NONE;
      if (*reason != MARCH_TWIN_NONE)
        return source;
    }
  *reason = MARCH_TWIN_NONE;
  return NULL;
}
