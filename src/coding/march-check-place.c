/* march-check-place.c — what may be wrong with a drafted place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>

static void
fail (GPtrArray *problems, const MarchPlaceDraft *draft, const char *field, const char *sentence)
{
  march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, field, 0, "%s", sentence);
}

static void
warn (GPtrArray *problems, const MarchPlaceDraft *draft, const char *field, const char *sentence)
{
  march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, field, 0, "%s", sentence);
}

static void
fail_code (GPtrArray *problems, const MarchPlaceDraft *draft, const char *other)
{
  march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "code", 0,
                      _("%1$s has the code %2$s already. Two places can’t have one code."), other,
                      draft->code);
}

/* As people read them. */
static gboolean
is_same_code (const char *one, const char *other)
{
  g_autofree char *first = g_utf8_casefold (one != NULL ? one : "", -1);
  g_autofree char *second = g_utf8_casefold (other != NULL ? other : "", -1);

  return g_str_equal (g_strstrip (first), g_strstrip (second));
}

static void
check_code (MarchCoding *coding, const MarchPlaceDraft *draft, GPtrArray *problems)
{
  GPtrArray *places = march_corpus_get_places (coding->corpus);

  if (march_draft_is_blank (draft->code))
    return;
  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *other = g_ptr_array_index (places, i);

      if (other->id != draft->id && is_same_code (other->code, draft->code)
          && march_coding_find_place (coding, other->id) == NULL)
        fail_code (problems, draft, march_place_get_name (other, NULL));
    }
  for (guint i = 0; i < coding->places->len; i++)
    {
      const MarchPlaceDraft *other = g_ptr_array_index (coding->places, i);

      if (other != draft && is_same_code (other->code, draft->code))
        fail_code (problems, draft, march_place_draft_get_name (other, NULL));
    }
}

static gint64
parent_at (const MarchPlaceDraft *draft, guint index)
{
  return ((const MarchParentDraft *) draft->parents->pdata[index])->parent;
}

/* The ids of a place's parents, as they are to be. */
static void
list_parents (MarchCoding *coding, gint64 place, GArray *parents)
{
  MarchPlaceDraft  *draft = march_coding_find_place (coding, place);
  const MarchPlace *record = march_corpus_get_place (coding->corpus, place);

  for (guint i = 0; draft != NULL && i < draft->parents->len; i++)
    {
      const gint64 parent = parent_at (draft, i);

      g_array_append_val (parents, parent);
    }
  for (guint i = 0; draft == NULL && record != NULL && i < record->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (record->parents, i);

      g_array_append_val (parents, link->place->id);
    }
}

/* Whether going up from @start leads to @place. */
static gboolean
reaches (MarchCoding *coding, gint64 start, gint64 place)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_array_append_val (above, start);
  for (guint i = 0; i < above->len; i++)
    {
      gint64 id = g_array_index (above, gint64, i);

      if (id == place)
        return TRUE;
      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        list_parents (coding, id, above);
    }
  return FALSE;
}

static void
check_parent (MarchCoding *coding, const MarchPlaceDraft *draft, guint index, GPtrArray *problems)
{
  const gint64 parent = parent_at (draft, index);

  if (parent == 0)
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "parents", index,
                        _("Say of which place it is a part, or take the line out."));
  else if (march_check_place (coding, problems, draft->id, "parents", index, parent)
           && reaches (coding, parent, draft->id))
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "parents", index,
                        _("%s would be a part of itself."),
                        march_place_draft_get_name (draft, NULL));
  for (guint i = 0; i < index; i++)
    if (parent_at (draft, i) == parent)
      march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "parents", index,
                          _("It is a part of this place already."));
}

/* Which of two is shown would be told by nothing. */
static void
check_main_names (const MarchPlaceDraft *draft, GPtrArray *problems)
{
  for (guint i = 0; i < draft->names->len; i++)
    {
      const MarchNameDraft *name = draft->names->pdata[i];

      for (guint k = 0; k < i && name->role == MARCH_NAME_MAIN && name->user == 0; k++)
        {
          const MarchNameDraft *other = draft->names->pdata[k];

          if (other->role == MARCH_NAME_MAIN && other->user == 0
              && g_ascii_strcasecmp (other->language, name->language) == 0)
            march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "names", i,
                                _("“%s” is the main name in this language already. Choose which "
                                  "of the two is shown, and make the other another name."),
                                other->text);
        }
    }
}

static gboolean
is_called (const MarchPlace *place, const char *name)
{
  for (guint i = 0; i < place->names->len; i++)
    if (g_ascii_strcasecmp (((const MarchName *) place->names->pdata[i])->text, name) == 0)
      return TRUE;
  return FALSE;
}

/* Two places may have one name, and more often one place is added twice. */
static void
check_namesakes (MarchCoding *coding, const MarchPlaceDraft *draft, GPtrArray *problems)
{
  GPtrArray *places = march_corpus_get_places (coding->corpus);

  for (guint i = 0; !draft->existing && i < draft->names->len; i++)
    {
      const MarchNameDraft *name = draft->names->pdata[i];
      g_autofree char      *text = g_strstrip (g_strdup (name->text));
      gboolean              found = *text == '\0';

      for (guint k = 0; !found && k < places->len; k++)
        {
          found = is_called (places->pdata[k], text);
          if (found)
            march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "names", i,
                                _("The dossier has a place “%s” already. If this is another one, a "
                                  "code or what it is a part of tells them apart."),
                                text);
        }
    }
}

static gboolean
is_on_earth (MarchGeometry *geometry)
{
  const MarchBox *box = march_geometry_get_box (geometry);

  return box->west >= -180 && box->east <= 180 && box->south >= -90 && box->north <= 90;
}

static void
check_geometry (MarchCoding *coding, const MarchPlaceDraft *draft, GPtrArray *problems)
{
  const MarchPlace *record = march_corpus_get_place (coding->corpus, draft->id);

  if (draft->geometry == NULL)
    return;
  if (march_geometry_get_kind (draft->geometry) == MARCH_GEOMETRY_LINE)
    fail (problems, draft, "geometry", _("A place is a point or an area, not a line."));
  if (!is_on_earth (draft->geometry))
    fail (problems, draft, "geometry", _("A part of this shape lies outside the Earth."));
  else if (record == NULL || record->geometry != draft->geometry)
    march_check_shape (problems, draft->id, "geometry", 0, draft->geometry);
  if (draft->kind == MARCH_PLACE_DESCRIPTION)
    warn (problems, draft, "geometry",
          _("A part by description has no shape: the words don’t say where it lies."));
}

/** march_check_place_draft: adds what is wrong with a place */
void
march_check_place_draft (MarchCoding *coding, MarchPlaceDraft *draft, GPtrArray *problems)
{
  march_check_names (coding, problems, draft->id, draft->names);
  check_main_names (draft, problems);
  check_namesakes (coding, draft, problems);
  check_code (coding, draft, problems);
  for (guint i = 0; i < draft->parents->len; i++)
    check_parent (coding, draft, i, problems);
  check_geometry (coding, draft, problems);
  march_check_actor (coding, problems, draft->id, "state", 0, draft->state);
  if (draft->kind == MARCH_PLACE_STATE && draft->state == 0)
    warn (problems, draft, "state", _("Nobody is named who holds what nobody disputes here."));
  if (draft->kind == MARCH_PLACE_UNIT && draft->parents->len == 0)
    warn (problems, draft, "parents", _("It is not told of which state it is a part."));
  if (draft->level < 0 || draft->level > 99)
    fail (problems, draft, "level", _("The level of a unit is a number from 1 to 99."));
}
