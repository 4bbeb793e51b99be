/* march-write-records.c — writes drafted actors, places and proposals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include "dossier/march-edit-change.h"

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) march_row_free);
}

static MarchRow *
add_row (GPtrArray *rows)
{
  MarchRow *row = march_row_new ();

  g_ptr_array_add (rows, row);
  return row;
}

static void
set_word (MarchRow *row, const char *column, MarchVocabulary vocabulary, guint value)
{
  march_row_set_text (row, column, march_vocabulary_get_nick (vocabulary, value));
}

/** march_write_actor: the record alone: others may be named by what belongs to it */
gboolean
march_write_actor (MarchEdit *edit, const MarchActorDraft *draft, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();

  set_word (row, "kind", MARCH_VOCABULARY_ACTOR_KIND, draft->kind);
  if (draft->palette != 0)
    march_row_set_integer (row, "palette", draft->palette);
  else
    march_row_set_null (row, "palette");
  march_row_set_text (row, "note", draft->note);
  return march_write_record (edit, "actor", draft->id, draft->existing, row, error);
}

/** march_write_make_office: Returns: (transfer full): the row of an office but who holds it */
MarchRow *
march_write_make_office (const MarchOfficeDraft *office)
{
  MarchRow      *row = march_row_new ();
  const gboolean dated = !march_draft_is_blank (office->valid);

  march_row_set_id (row, "body_id", office->body);
  march_row_set_text (row, "title", office->title);
  march_write_date (row, "valid_edtf", dated ? office->valid : "/");
  march_row_set_integer (row, "speaks_for", office->speaks_for);
  march_row_set_integer (row, "states_policy", office->states_policy);
  return row;
}

/** march_write_actor_children: names and offices, once all actors are there */
gboolean
march_write_actor_children (MarchEdit *edit, const MarchActorDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) names = new_rows (), offices = new_rows ();

  for (guint i = 0; i < draft->names->len; i++)
    {
      const MarchNameDraft *name = g_ptr_array_index (draft->names, i);
      MarchRow             *row = add_row (names);

      march_row_set_text (row, "text", name->text);
      march_row_set_text (row, "language", name->language);
      march_row_set_integer (row, "preferred", name->role == MARCH_NAME_MAIN);
    }
  for (guint i = 0; i < draft->offices->len; i++)
    g_ptr_array_add (offices, march_write_make_office (draft->offices->pdata[i]));
  return march_edit_change_children (edit, "actor_name", "actor_id", draft->id, "text", names,
                                     error)
         && march_edit_change_children (edit, "office", "actor_id", draft->id, "body_id", offices,
                                        error);
}

/** march_write_place: the record alone; its shape only if it is another one than before */
gboolean
march_write_place (MarchCoding           *coding,
                   MarchEdit             *edit,
                   const MarchPlaceDraft *draft,
                   GError               **error)
{
  const MarchPlace    *record = march_corpus_get_place (coding->corpus, draft->id);
  g_autofree char     *code = g_strstrip (g_strdup (draft->code));
  g_autoptr (MarchRow) row = march_row_new ();

  set_word (row, "kind", MARCH_VOCABULARY_PLACE_KIND, draft->kind);
  march_row_set_text (row, "code", *code != '\0' ? code : NULL);
  if (draft->level != 0)
    march_row_set_integer (row, "level", draft->level);
  else
    march_row_set_null (row, "level");
  march_row_set_integer (row, "capital", draft->capital);
  march_row_set_id (row, "state_id", draft->state);
  march_row_set_integer (row, "importance", draft->importance);
  march_row_set_text (row, "note", draft->note);
  if (record == NULL || record->geometry != draft->geometry)
    march_write_shape (row, "geom", draft->geometry);
  return march_write_record (edit, "place", draft->id, draft->existing, row, error);
}

/** march_write_place_children: names and links, once all places are there */
gboolean
march_write_place_children (MarchEdit *edit, const MarchPlaceDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) names = new_rows (), links = new_rows ();

  for (guint i = 0; i < draft->names->len; i++)
    {
      const MarchNameDraft *name = g_ptr_array_index (draft->names, i);
      MarchRow             *row = add_row (names);

      march_row_set_text (row, "text", name->text);
      march_row_set_text (row, "language", name->language);
      march_row_set_id (row, "user_id", name->user);
      set_word (row, "role", MARCH_VOCABULARY_NAME_ROLE, name->role);
    }
  for (guint i = 0; i < draft->parents->len; i++)
    {
      const MarchParentDraft *parent = draft->parents->pdata[i];
      MarchRow               *row = add_row (links);

      march_row_set_id (row, "parent_id", parent->parent);
      set_word (row, "kind", MARCH_VOCABULARY_LINK_KIND, parent->kind);
    }
  return march_edit_change_children (edit, "name", "place_id", draft->id, "text", names, error)
         && march_edit_change_children (edit, "place_link", "child_id", draft->id, "parent_id",
                                        links, error);
}

/** march_write_proposal: with its terms */
gboolean
march_write_proposal (MarchEdit *edit, const MarchProposalDraft *draft, GError **error)
{
  g_autoptr (MarchRow)  row = march_row_new ();
  g_autoptr (GPtrArray) terms = new_rows ();

  march_row_set_text (row, "title", draft->title);
  set_word (row, "status", MARCH_VOCABULARY_PROPOSAL_STATUS, draft->status);
  march_row_set_id (row, "proposer_id", draft->proposer);
  march_write_date (row, "dated_edtf", draft->dated);
  march_row_set_text (row, "terms", draft->terms);
  for (guint i = 0; i < draft->places->len; i++)
    {
      const MarchTermDraft *term = g_ptr_array_index (draft->places, i);
      MarchRow             *own = add_row (terms);

      march_row_set_id (own, "place_id", term->place);
      march_row_set_id (own, "holder_id", term->holder);
      march_row_set_id (own, "law_id", term->law);
      march_row_set_text (own, "deferred", term->deferred);
      march_row_set_text (own, "terms", term->terms);
    }
  return march_write_record (edit, "proposal", draft->id, draft->existing, row, error)
         && march_edit_change_children (edit, "proposal_term", "proposal_id", draft->id, "place_id",
                                        terms, error);
}
