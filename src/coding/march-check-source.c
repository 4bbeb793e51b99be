/* march-check-source.c — what is wrong with a source's draft */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-day.h"
#include "base/march-edtf.h"
#include "coding/march-source-draft-private.h"
#include "texts/march-address.h"

#define ADD(field, level, ...)                                                                     \
  march_problems_add (problems, MARCH_PROBLEM_##level, draft->id, field, 0, __VA_ARGS__)

static void
check_title (const MarchSourceDraft *draft, GPtrArray *problems)
{
  if (march_draft_is_blank (draft->title))
    ADD ("title", ERROR,
         _("A source needs a title. If it has none, describe it in a few words and say so."));
}

/* Returns: the date, if it is one. */
static MarchEdtf *
check_date (const MarchSourceDraft *draft,
            const char             *field,
            const char             *typed,
            GPtrArray              *problems)
{
  g_autofree char *edtf = march_source_draft_dup_edtf (typed);
  g_autoptr (GError) error = NULL;
  MarchEdtf *date = NULL;

  if (march_draft_is_blank (typed))
    return NULL;
  date = edtf != NULL ? march_edtf_new (edtf, &error) : march_edtf_new_from_words (typed, &error);
  if (date == NULL)
    ADD (field, ERROR, "%s", error->message);
  else if (march_edtf_get_period (date)->from_earliest > march_day_today ())
    ADD (field, WARNING, _("This day is still to come."));
  return date;
}

static void
check_dates (const MarchSourceDraft *draft, GPtrArray *problems)
{
  g_autoptr (MarchEdtf) published = check_date (draft, "published", draft->published, problems);
  g_autoptr (MarchEdtf) accessed = check_date (draft, "accessed", draft->accessed, problems);

  if (published != NULL && accessed != NULL
      && march_edtf_get_period (accessed)->until_latest
             <= march_edtf_get_period (published)->from_earliest)
    ADD ("accessed", WARNING, _("It was read before it was published."));
  if (march_draft_is_blank (draft->published))
    ADD ("published", WARNING,
         _("Without a date nobody can tell by when it was known; it stays in the list of gaps."));
}

static void
check_address (const MarchSourceDraft *draft,
               const char             *field,
               const char             *typed,
               GPtrArray              *problems)
{
  g_autofree char *address = g_strstrip (g_strdup (typed));

  if (*address != '\0' && !march_address_is_web (address))
    ADD (field, ERROR, _("This is no address of a web page. It begins with “https://”."));
}

static void
check_addresses (const MarchSourceDraft *draft, GPtrArray *problems)
{
  g_autofree char *original = march_address_find_archived (draft->url);

  check_address (draft, "url", draft->url, problems);
  check_address (draft, "archived", draft->archived, problems);
  if (original != NULL)
    ADD ("url", WARNING, _("This is an archived copy's address. The publication's own is %s."),
         original);
}

static gboolean
is_language (const char *tag)
{
  return g_regex_match_simple ("^\\s*[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\s*$", tag, 0, 0);
}

static void
check_codes (const MarchSourceDraft *draft, GPtrArray *problems)
{
  g_autofree char *doi = march_doi_read (draft->doi);

  if (!march_draft_is_blank (draft->doi) && doi == NULL)
    ADD ("doi", ERROR, _("This is no DOI. One looks as “10.1000/182”."));
  if (!march_draft_is_blank (draft->language) && !is_language (draft->language))
    ADD ("language", ERROR, _("This is no code of a language. One looks as “en” or “uk”."));
}

static void
check_grade (const MarchSourceDraft *draft, const MarchSource *record, GPtrArray *problems)
{
  const gboolean kept = record != NULL && record->grade == draft->grade;

  if (draft->grade == 0)
    ADD ("grade", WARNING, _("Its reliability isn't graded; it stays in the list of gaps."));
  else if (march_draft_is_blank (draft->grade_reason) && !kept)
    ADD ("grade_reason", ERROR, _("A grade needs a reason. Say why the source is so reliable."));
}

static gboolean
is_repeated (const MarchSourceDraft *draft, guint index)
{
  const MarchSourceLinkDraft *link = draft->links->pdata[index];

  for (guint i = 0; i < index; i++)
    if (((const MarchSourceLinkDraft *) draft->links->pdata[i])->other == link->other)
      return TRUE;
  return FALSE;
}

static void
check_links (const MarchSourceDraft *draft, MarchCorpus *corpus, GPtrArray *problems)
{
  for (guint i = 0; i < draft->links->len; i++)
    {
      const MarchSourceLinkDraft *link = draft->links->pdata[i];
      const char                 *sentence = NULL;

      if (link->other == 0 || march_corpus_get_source (corpus, link->other) == NULL)
        sentence = _("Choose the other source.");
      else if (link->other == draft->id)
        sentence = _("A source is neither independent of itself nor does it draw on itself.");
      else if (is_repeated (draft, i))
        sentence = _("This source is named twice.");
      else if (link->independent && march_draft_is_blank (link->reason))
        sentence = _("Independence has to be shown. Say how it is known.");
      if (sentence != NULL)
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "links", i, "%s", sentence);
    }
}

/**
 * march_source_draft_check:
 * @corpus: the dossier as it is
 *
 * Fast enough to be asked after every key. Whether the dossier has the source already takes longer:
 * march_source_twin_seek() tells.
 *
 * Returns: (transfer full) (element-type MarchProblem): what is wrong, and what will be a gap
 */
GPtrArray *
march_source_draft_check (const MarchSourceDraft *draft, MarchCorpus *corpus)
{
  GPtrArray         *problems = march_problems_new ();
  const MarchSource *record = march_corpus_get_source (corpus, draft->id);

  if (draft->existing && record == NULL)
    ADD ("", ERROR, _("The dossier has no such source. It may have been deleted."));
  check_title (draft, problems);
  check_dates (draft, problems);
  check_addresses (draft, problems);
  check_codes (draft, problems);
  check_grade (draft, record, problems);
  check_links (draft, corpus, problems);
  return problems;
}
