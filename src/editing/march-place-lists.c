/* march-place-lists.c — what a place is called, and of which places it is a part */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-lists.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "coding/march-name-readers.h"

#define NAME(member) G_STRUCT_OFFSET (MarchNameDraft, member)
#define PARENT(member) G_STRUCT_OFFSET (MarchParentDraft, member)

/* In the order of MarchNameRole. */
static const char *const roles[]
    = { N_("Own name there"), N_("Main name"), N_("Short name"), N_("Other name"), NULL };

/* In the order of MarchLinkKind. */
static const char *const kinds[] = { N_("by the recognised borders"), N_("as one of its areas"),
                                     N_("by description"), NULL };

static const MarchFormSpec name_specs[] = {
  { .name = "text", .label = N_("Name"), .kind = MARCH_FORM_TEXT, .offset = NAME (text) },
  { .name = "role", .label = N_("What kind of name it is"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_NAME_ROLE, .words = roles, .offset = NAME (role) },
  { .name = "language", .label = N_("Language"), .hint = N_("as “en” or “uk-Latn”"),
    .kind = MARCH_FORM_TEXT, .offset = NAME (language) },
  { .name = "user", .label = N_("Who calls it so"), .hint = N_("In general use"),
    .kind = MARCH_FORM_ACTOR, .offset = NAME (user) },
};

static const MarchFormSpec parent_specs[] = {
  { .name = "parent", .label = N_("It is a part of"), .hint = N_("Name of a place"),
    .kind = MARCH_FORM_PLACE, .wide = TRUE, .offset = PARENT (parent) },
  { .name = "kind", .label = N_("In which sense it is a part"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_LINK_KIND, .words = kinds, .wide = TRUE,
    .offset = PARENT (kind) },
};

static GPtrArray *
get_names (gpointer draft)
{
  return ((MarchPlaceDraft *) draft)->names;
}

static void
append_name (gpointer draft)
{
  MarchPlaceDraft *place = draft;

  march_place_draft_add_name (place, "", march_words_get_tag (),
                              place->names->len == 0 ? MARCH_NAME_MAIN : MARCH_NAME_VARIANT);
}

/* What is chosen by language and by who uses it, rather than arranged. */
static char *
describe_names (gpointer draft)
{
  const char *name = march_place_draft_get_name (draft, march_words_get_language (NULL));

  return march_draft_is_blank (name)
             ? g_strdup (_("The main name in a reader’s language is shown, else the English one."))
             /* Translators: %s is the name of a place. */
             : g_strdup_printf (_("Shown as “%s”: the main name in your language, else the "
                                  "English one."),
                                name);
}

static char *
describe_name (gpointer draft, guint index)
{
  return march_name_readers_describe_place (draft, index);
}

static GPtrArray *
get_parents (gpointer draft)
{
  return ((MarchPlaceDraft *) draft)->parents;
}

static void
append_parent (gpointer draft)
{
  march_place_draft_add_parent (draft, 0, MARCH_LINK_RECOGNISED);
}

static const MarchDraftListSpec names_spec = {
  .name = "names", .title = N_("Names"), .add = N_("Add a _Name"), .remove = N_("Remove this name"),
  .fields = name_specs, .n_fields = G_N_ELEMENTS (name_specs),
  .get = get_names, .append = append_name, .describe = describe_names,
  .describe_entry = describe_name,
};

static const MarchDraftListSpec parents_spec = {
  .name = "parents", .title = N_("A Part Of"), .add = N_("Add a place that it is a part of"),
  .remove = N_("It is no part of it"),
  .fields = parent_specs, .n_fields = G_N_ELEMENTS (parent_specs),
  .get = get_parents, .append = append_parent,
};

/** march_place_lists_new_names: Returns: (transfer floating): the names of a place draft, by
 * language and by who uses them */
GtkWidget *
march_place_lists_new_names (void)
{
  return march_draft_list_new (&names_spec);
}

/** march_place_lists_new_parents: Returns: (transfer floating): the places that a place draft is a
 * part of, each in its sense */
GtkWidget *
march_place_lists_new_parents (void)
{
  return march_draft_list_new (&parents_spec);
}
