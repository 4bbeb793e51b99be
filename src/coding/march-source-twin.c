/* march-source-twin.c — whether the dossier has a source already */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-source-twin.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/march-newest.h"
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
 * march_source_twin_find:
 * @cancellable: (nullable): ends the search, and nothing is found
 * @reason: (out): by what it is known
 *
 * Of many sources of the same site each item is read, which takes a worker; see
 * march_source_twin_seek(). Any thread.
 *
 * Returns: (transfer none) (nullable): another source of the dossier that is the same: it has the
 *   draft's text, DOI or address
 */
const MarchSource *
march_source_twin_find (const MarchSourceDraft *draft,
                        MarchCorpus            *corpus,
                        GCancellable           *cancellable,
                        MarchTwinReason        *reason)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);
  g_auto (Marks) marks = { NULL };

  marks_fill (&marks, draft);
  for (guint i = 0; i < sources->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const MarchSource *source = sources->pdata[i];

      *reason = source->id != draft->id ? compare (source, &marks) : MARCH_TWIN_NONE;
      if (*reason != MARCH_TWIN_NONE)
        return source;
    }
  *reason = MARCH_TWIN_NONE;
  return NULL;
}

/** march_source_twin_describe: Returns: (transfer full): that @twin is there, as a sentence */
char *
march_source_twin_describe (const MarchSource *twin, MarchTwinReason reason)
{
  switch (reason)
    {
    case MARCH_TWIN_TEXT:
      return g_strdup_printf (_("The dossier has this text already, as that of “%s”."),
                              twin->title);
    case MARCH_TWIN_DOI:
      return g_strdup_printf (_("The dossier has a source with this DOI already: “%s”."),
                              twin->title);
    case MARCH_TWIN_ADDRESS:
    case MARCH_TWIN_NONE:
    default:
      return g_strdup_printf (_("The dossier has a source with this address already: “%s”."),
                              twin->title);
    }
}

/* What goes to the thread that searches, and comes back. */
typedef struct
{
  MarchSourceDraft *draft;
  MarchCorpus      *corpus;
} Search;

typedef struct
{
  gint64 id;
  char  *sentence;
} Found;

static void
search_free (gpointer data)
{
  Search *search = data;

  march_source_draft_free (search->draft);
  march_corpus_unref (search->corpus);
  g_free (search);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->sentence);
  g_free (found);
}

static void
seek_in_thread (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  const Search      *search = data;
  MarchTwinReason    reason = MARCH_TWIN_NONE;
  const MarchSource *twin = march_source_twin_find (search->draft, search->corpus, cancellable,
                                                    &reason);
  Found             *found = g_new0 (Found, 1);

  if (twin != NULL)
    *found = (Found){ twin->id, march_source_twin_describe (twin, reason) };
  g_task_return_pointer (task, found, found_free);
}

/** march_source_twin_seek: looks for the twin of @draft as it is now, on another thread; see
 * march_newest_run() and march_source_twin_finish() */
void
march_source_twin_seek (GCancellable          **newest,
                        gpointer                owner,
                        const MarchSourceDraft *draft,
                        MarchCorpus            *corpus,
                        GAsyncReadyCallback     done)
{
  Search *search = g_new0 (Search, 1);

  *search = (Search){ march_source_draft_copy (draft), march_corpus_ref (corpus) };
  march_newest_run (newest, owner, seek_in_thread, search, search_free, done);
}

/**
 * march_source_twin_finish:
 * @sentence: (out) (transfer full) (nullable): that it is there, and by what it is known
 *
 * Returns: the id of the twin, in the dossier as it was when the search began; 0 if it has none, or
 *   if the search was cancelled
 */
gint64
march_source_twin_finish (GAsyncResult *result, char **sentence)
{
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);
  gint64 id = 0;

  *sentence = NULL;
  if (found == NULL)
    return 0;
  id = found->id;
  *sentence = g_steal_pointer (&found->sentence);
  found_free (found);
  return id;
}
