/* march-name-readers.c — to whom each name of a draft is shown */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-name-readers.h"

#include <string.h>

#include <glib/gi18n.h>

#include "coding/march-draft.h"
#include "corpus/march-corpus.h"

#define ANY_ROLE -1

/* The one in that role and language that is shown: a place's record has those alike in the order
 * of their letters, an actor's in that of their adding. */
static const MarchNameDraft *
pick (GPtrArray *names, int role, const char *language, gboolean by_letters)
{
  const MarchNameDraft *found = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      const MarchNameDraft *name = g_ptr_array_index (names, i);

      if (name->user != 0 || (role != ANY_ROLE && (int) name->role != role)
          || !march_language_is_same (name->language, language))
        continue;
      if (found == NULL || (by_letters && strcmp (name->text, found->text) < 0))
        found = name;
    }
  return found;
}

/* As march_place_get_name(): (nullable) */
static const MarchNameDraft *
pick_full (GPtrArray *names, const char *language)
{
  const MarchNameDraft *name = pick (names, MARCH_NAME_MAIN, language, TRUE);

  return name != NULL ? name : pick (names, MARCH_NAME_ENDONYM, language, TRUE);
}

/* What is shown to readers of a language in which there is no name. */
static const MarchNameDraft *
pick_for_others (GPtrArray *names, gboolean by_letters)
{
  return pick (names, MARCH_NAME_MAIN, "en", by_letters);
}

static char *
describe_shown (const MarchNameDraft *name, gboolean for_others)
{
  return for_others
             /* Translators: %s is the tag of a language, as “en”. */
             ? g_strdup_printf (_("Shown to readers of “%s”, and where there is none in their "
                                  "language"),
                                name->language)
             : g_strdup_printf (_("Shown to readers of “%s”"), name->language);
}

static char *
describe_short (const MarchNameDraft *name)
{
  return march_language_is_same (name->language, "en")
             ? g_strdup_printf (_("Shown on the map to readers of “%s”, and where there is none in "
                                  "their language"),
                                name->language)
             : g_strdup_printf (_("Shown on the map to readers of “%s”"), name->language);
}

/** march_name_readers_describe_place: @index: of a name. Returns: (transfer full) (nullable): to
 * whom it is shown, and where; %NULL while nothing is written */
char *
march_name_readers_describe_place (const MarchPlaceDraft *draft, guint index)
{
  const MarchNameDraft *name = g_ptr_array_index (draft->names, index);
  const MarchNameDraft *full = pick_full (draft->names, name->language);

  if (march_draft_is_blank (name->text))
    return NULL;
  if (name->user != 0)
    return g_strdup (_("Told below the title, with who calls it so"));
  if (name == full)
    return describe_shown (name, name == pick_for_others (draft->names, TRUE));
  if (name->role == MARCH_NAME_SHORT
      && name == pick (draft->names, MARCH_NAME_SHORT, name->language, TRUE))
    return describe_short (name);
  if (full != NULL && name->role == full->role && name->role == MARCH_NAME_MAIN)
    /* Translators: %1$s is a name, %2$s the tag of a language. */
    return g_strdup_printf (_("Not shown as the title: “%1$s” is a main name in “%2$s” as well"),
                            full->text, name->language);
  return g_strdup (_("Told below the title, and found by a search"));
}

/** march_name_readers_describe_actor: as march_name_readers_describe_place() */
char *
march_name_readers_describe_actor (const MarchActorDraft *draft, guint index)
{
  const MarchNameDraft *name = g_ptr_array_index (draft->names, index);
  const MarchNameDraft *shown = pick (draft->names, MARCH_NAME_MAIN, name->language, FALSE);

  if (march_draft_is_blank (name->text))
    return NULL;
  if (shown == NULL)
    shown = pick (draft->names, ANY_ROLE, name->language, FALSE);
  if (name == shown)
    return describe_shown (name, name == pick_for_others (draft->names, FALSE));
  return g_strdup (_("Told below the title, and found by a search"));
}
