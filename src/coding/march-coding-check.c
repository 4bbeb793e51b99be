/* march-coding-check.c — what is wrong with the drafts of a coding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>

/**
 * march_check_date:
 * @text: as typed; "" is no date
 * @period: (out) (optional): when it is
 *
 * Returns: whether there is a date, and one that can be read
 */
gboolean
march_check_date (GPtrArray   *problems,
                  gint64       draft,
                  const char  *field,
                  guint        index,
                  const char  *text,
                  MarchPeriod *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdtf) edtf = NULL;

  if (march_draft_is_blank (text))
    return FALSE;
  edtf = march_edtf_new_from_words (text, &error);
  if (edtf == NULL)
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft, field, index, "%s", error->message);
  else if (period != NULL)
    *period = *march_edtf_get_period (edtf);
  return edtf != NULL;
}

void
march_check_needed (GPtrArray  *problems,
                    gint64      draft,
                    const char *field,
                    gboolean    given,
                    const char *sentence)
{
  if (!given)
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft, field, 0, "%s", sentence);
}

/** march_check_missing: as march_check_needed(), of what is not there because nothing was given */
void
march_check_missing (GPtrArray  *problems,
                     gint64      draft,
                     const char *field,
                     gboolean    given,
                     const char *sentence)
{
  march_check_needed (problems, draft, field, given, sentence);
  if (!given)
    ((MarchProblem *) problems->pdata[problems->len - 1])->missing = TRUE;
}

/**
 * march_check_actor:
 * @actor: 0 is none
 *
 * Returns: whether an actor is named that there is
 */
gboolean
march_check_actor (MarchCoding *coding,
                   GPtrArray   *problems,
                   gint64       draft,
                   const char  *field,
                   guint        index,
                   gint64       actor)
{
  if (actor == 0 || march_coding_has_actor (coding, actor))
    return actor != 0;
  march_problems_add (problems, MARCH_PROBLEM_ERROR, draft, field, index,
                      _("This actor is no longer in the dossier. Choose another one."));
  return FALSE;
}

/** march_check_place: as march_check_actor() */
gboolean
march_check_place (MarchCoding *coding,
                   GPtrArray   *problems,
                   gint64       draft,
                   const char  *field,
                   guint        index,
                   gint64       place)
{
  if (place == 0 || march_coding_has_place (coding, place))
    return place != 0;
  march_problems_add (problems, MARCH_PROBLEM_ERROR, draft, field, index,
                      _("This place is no longer in the dossier. Choose another one."));
  return FALSE;
}

static gboolean
is_language (const char *text)
{
  const gsize length = strlen (text);

  return length >= 2
         && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
                == length;
}

/** march_check_names: of a place or an actor, by which it has to be found again */
void
march_check_names (MarchCoding *coding, GPtrArray *problems, gint64 draft, GPtrArray *names)
{
  march_check_needed (problems, draft, "names", names->len > 0,
                      _("A name is missing. Say what it is called."));
  for (guint i = 0; i < names->len; i++)
    {
      const MarchNameDraft *name = g_ptr_array_index (names, i);

      if (march_draft_is_blank (name->text))
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft, "names", i,
                            _("A name is empty. Write it, or take it out."));
      if (!is_language (name->language))
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft, "names", i,
                            _("“%s” is no language. Write a tag such as en, de or uk."),
                            name->language);
      march_check_actor (coding, problems, draft, "names", i, name->user);
    }
}

/* A list of drafts, each checked in its turn. */
#define CHECK_ALL(drafts, check)                                                                   \
  for (guint i = 0; i < coding->drafts->len; i++)                                                  \
  check (coding, g_ptr_array_index (coding->drafts, i), problems)

/**
 * march_coding_check:
 *
 * Checks all drafts against each other and against the dossier. Fast enough to be asked after every
 * key.
 *
 * Returns: (transfer full) (element-type MarchProblem): what is wrong, in the order of the drafts
 */
GPtrArray *
march_coding_check (MarchCoding *coding)
{
  GPtrArray *problems = march_problems_new ();

  CHECK_ALL (quotations, march_check_quotation);
  CHECK_ALL (assertions, march_check_assertion);
  CHECK_ALL (proposals, march_check_proposal_draft);
  CHECK_ALL (places, march_check_place_draft);
  CHECK_ALL (actors, march_check_actor_draft);
  march_check_evidence (coding, problems);
  return problems;
}
