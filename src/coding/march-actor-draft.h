/* march-actor-draft.h — an actor with names and offices as the analyst has typed it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchNameDraft:
 * @language: BCP 47
 * @role: of an actor's names, %MARCH_NAME_MAIN is the preferred one of its language and
 *   %MARCH_NAME_VARIANT any other
 * @user: of a place's name, the actor who uses it; 0: in general use
 */
typedef struct
{
  char         *text;
  char         *language;
  MarchNameRole role;
  gint64        user;
} MarchNameDraft;

/**
 * MarchOfficeDraft:
 * @title: "" for what merely belongs to the body
 * @valid: EDTF, or words that march_edtf_new_from_words() reads; "/" where nothing is known
 * @speaks_for: its words are the body's own
 * @states_policy: its words can make a claim
 */
typedef struct
{
  gint64   body;
  char    *title;
  char    *valid;
  gboolean speaks_for;
  gboolean states_policy;
} MarchOfficeDraft;

/**
 * MarchActorDraft:
 * @existing: it changes an actor of the dossier instead of adding one
 * @palette: 1 … 12: slot of hue and pattern; 0: none
 * @names: (element-type MarchNameDraft):
 * @offices: (element-type MarchOfficeDraft):
 */
typedef struct
{
  gint64         id;
  gboolean       existing;
  MarchActorKind kind;
  guint          palette;
  char          *note;
  GPtrArray     *names;
  GPtrArray     *offices;
} MarchActorDraft;

MarchOfficeDraft *march_office_draft_new       (gint64 body, const char *title,
                                                const char *valid);
MarchOfficeDraft *march_office_draft_copy      (const MarchOfficeDraft *office);
void              march_office_draft_free      (MarchOfficeDraft *office);
MarchActorDraft  *march_actor_draft_new        (MarchActorKind kind, const char *name,
                                                const char *language);
MarchActorDraft  *march_actor_draft_new_from   (const MarchActor *actor);
MarchActorDraft  *march_actor_draft_copy       (const MarchActorDraft *draft);
void              march_actor_draft_free       (MarchActorDraft *draft);
void              march_actor_draft_add_name   (MarchActorDraft *draft, const char *text,
                                                const char *language, gboolean preferred);
MarchOfficeDraft *march_actor_draft_add_office (MarchActorDraft *draft, gint64 body,
                                                const char *title, const char *valid);
const char       *march_actor_draft_get_name   (const MarchActorDraft *draft,
                                                const char            *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchActorDraft, march_actor_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchOfficeDraft, march_office_draft_free)

G_END_DECLS
