/* march-actor-draft.c — an actor with names and offices as the analyst has typed it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-actor-draft.h"
#include "coding/march-draft-private.h"

#include "coding/march-draft.h"
#include "dossier/march-edit.h"

static void
free_name (gpointer data)
{
  MarchNameDraft *name = data;

  g_free (name->text);
  g_free (name->language);
  g_free (name);
}

/** march_office_draft_new: @valid: EDTF; "/" where nothing is known of its time. Returns: (transfer
 * full): an office whose words are the body's own and state no policy */
MarchOfficeDraft *
march_office_draft_new (gint64 body, const char *title, const char *valid)
{
  MarchOfficeDraft *office = g_new0 (MarchOfficeDraft, 1);

  *office = (MarchOfficeDraft){ body, g_strdup (title), g_strdup (valid), TRUE, FALSE };
  return office;
}

/** march_office_draft_copy: Returns: (transfer full): the same office */
MarchOfficeDraft *
march_office_draft_copy (const MarchOfficeDraft *office)
{
  MarchOfficeDraft *copy = march_office_draft_new (office->body, office->title, office->valid);

  copy->speaks_for = office->speaks_for;
  copy->states_policy = office->states_policy;
  return copy;
}

/** march_office_draft_free: frees all of it */
void
march_office_draft_free (MarchOfficeDraft *office)
{
  g_free (office->title);
  g_free (office->valid);
  g_free (office);
}

/** march_name_drafts_new: (element-type MarchNameDraft): an empty list, of a place or an actor */
GPtrArray *
march_name_drafts_new (void)
{
  return g_ptr_array_new_with_free_func (free_name);
}

/** march_name_drafts_add: (transfer none): the new name, for its other members */
MarchNameDraft *
march_name_drafts_add (GPtrArray    *names,
                       const char   *text,
                       const char   *language,
                       MarchNameRole role,
                       gint64        user)
{
  MarchNameDraft *name = g_new0 (MarchNameDraft, 1);

  *name = (MarchNameDraft){ g_strdup (text), g_strdup (language), role, user };
  g_ptr_array_add (names, name);
  return name;
}

/** march_name_drafts_take: the names of a record */
void
march_name_drafts_take (GPtrArray *names, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const MarchName *name = g_ptr_array_index (records, i);

      march_name_drafts_add (names, name->text, name->language, name->role,
                             name->user != NULL ? name->user->id : 0);
    }
}

/** march_name_drafts_copy: appends the names of another draft */
void
march_name_drafts_copy (GPtrArray *names, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const MarchNameDraft *name = g_ptr_array_index (others, i);

      march_name_drafts_add (names, name->text, name->language, name->role, name->user);
    }
}

static const char *
pick (GPtrArray *names, MarchNameRole role, const char *language)
{
  for (guint i = 0; i < names->len; i++)
    {
      const MarchNameDraft *name = g_ptr_array_index (names, i);

      if (name->role == role && name->user == 0
          && march_language_is_same (name->language, language))
        return name->text;
    }
  return NULL;
}

/**
 * march_name_drafts_get_text:
 * @language: (nullable): BCP 47 or a locale's name; %NULL: English
 *
 * Returns: (transfer none): as of records, the name in general use in that language, else the
 * English one, else any; "" if there is none
 */
const char *
march_name_drafts_get_text (GPtrArray *names, const char *language)
{
  const char *text = NULL;

  if (language != NULL)
    text = pick (names, MARCH_NAME_MAIN, language);
  if (language != NULL && text == NULL)
    text = pick (names, MARCH_NAME_ENDONYM, language);
  if (text == NULL)
    text = pick (names, MARCH_NAME_MAIN, "en");
  if (text != NULL)
    return text;
  return names->len > 0 ? ((MarchNameDraft *) g_ptr_array_index (names, 0))->text : "";
}

/**
 * march_actor_draft_new:
 * @name: (nullable): its preferred name, as far as it is known
 * @language: BCP 47, of @name
 *
 * Returns: (transfer full): a draft of a new actor
 */
MarchActorDraft *
march_actor_draft_new (MarchActorKind kind, const char *name, const char *language)
{
  MarchActorDraft *draft = g_new0 (MarchActorDraft, 1);

  draft->id = march_edit_make_id ();
  draft->kind = kind;
  draft->note = g_strdup ("");
  draft->names = march_name_drafts_new ();
  draft->offices = g_ptr_array_new_with_free_func ((GDestroyNotify) march_office_draft_free);
  if (name != NULL)
    march_actor_draft_add_name (draft, name, language, TRUE);
  return draft;
}

/**
 * march_actor_draft_new_from:
 *
 * Returns: (transfer full): a draft that changes @actor
 */
MarchActorDraft *
march_actor_draft_new_from (const MarchActor *actor)
{
  MarchActorDraft *draft = march_actor_draft_new (actor->kind, NULL, NULL);

  draft->id = actor->id;
  draft->existing = TRUE;
  draft->palette = actor->palette;
  march_draft_set_text (&draft->note, actor->note);
  march_name_drafts_take (draft->names, actor->names);
  for (guint i = 0; i < actor->offices->len; i++)
    {
      const MarchOffice *office = g_ptr_array_index (actor->offices, i);
      MarchOfficeDraft  *own = march_actor_draft_add_office (draft, office->body->id,
                                                             office->title, office->valid);

      own->speaks_for = office->speaks_for;
      own->states_policy = office->states_policy;
    }
  return draft;
}

/**
 * march_actor_draft_copy:
 *
 * Returns: (transfer full): the same draft, of the same record
 */
MarchActorDraft *
march_actor_draft_copy (const MarchActorDraft *draft)
{
  MarchActorDraft *copy = march_actor_draft_new (draft->kind, NULL, NULL);

  copy->id = draft->id;
  copy->existing = draft->existing;
  copy->palette = draft->palette;
  march_draft_set_text (&copy->note, draft->note);
  march_name_drafts_copy (copy->names, draft->names);
  for (guint i = 0; i < draft->offices->len; i++)
    g_ptr_array_add (copy->offices, march_office_draft_copy (draft->offices->pdata[i]));
  return copy;
}

void
march_actor_draft_free (MarchActorDraft *draft)
{
  g_free (draft->note);
  g_ptr_array_unref (draft->names);
  g_ptr_array_unref (draft->offices);
  g_free (draft);
}

void
march_actor_draft_add_name (MarchActorDraft *draft,
                            const char      *text,
                            const char      *language,
                            gboolean         preferred)
{
  march_name_drafts_add (draft->names, text, language,
                         preferred ? MARCH_NAME_MAIN : MARCH_NAME_VARIANT, 0);
}

/**
 * march_actor_draft_add_office:
 * @valid: EDTF; "/" where nothing is known of its time
 *
 * Returns: (transfer none): the office, whose words are the body's own and state no policy
 */
MarchOfficeDraft *
march_actor_draft_add_office (MarchActorDraft *draft,
                              gint64           body,
                              const char      *title,
                              const char      *valid)
{
  MarchOfficeDraft *office = march_office_draft_new (body, title, valid);

  g_ptr_array_add (draft->offices, office);
  return office;
}

/** march_actor_draft_get_name: (transfer none): as march_actor_get_name() of a record */
const char *
march_actor_draft_get_name (const MarchActorDraft *draft, const char *language)
{
  return march_name_drafts_get_text (draft->names, language);
}
