/* march-actor-dialog.c — adds an actor with names and offices, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-actor-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "coding/march-name-readers.h"
#include "editing/march-palette-field.h"
#include "forms/march-draft-list.h"

#define ACTOR(member) G_STRUCT_OFFSET (MarchActorDraft, member)
#define NAME(member) G_STRUCT_OFFSET (MarchNameDraft, member)
#define OFFICE(member) G_STRUCT_OFFSET (MarchOfficeDraft, member)

static gint64
get_preferred (gconstpointer draft)
{
  return ((const MarchNameDraft *) draft)->role == MARCH_NAME_MAIN;
}

static void
set_preferred (gpointer draft, gint64 preferred)
{
  ((MarchNameDraft *) draft)->role = preferred != 0 ? MARCH_NAME_MAIN : MARCH_NAME_VARIANT;
}

static const MarchFormSpec actor_specs[] = {
  { .name = "kind", .label = N_("Kind"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_ACTOR_KIND, .offset = ACTOR (kind) },
  { .name = "note", .label = N_("Note"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = ACTOR (note) },
};

static const MarchFormSpec name_specs[] = {
  { .name = "text", .label = N_("Name"), .kind = MARCH_FORM_TEXT, .offset = NAME (text) },
  { .name = "language", .label = N_("Language"), .hint = N_("as “en” or “uk”"),
    .kind = MARCH_FORM_TEXT, .offset = NAME (language) },
  { .name = "role", .label = N_("Preferred in its language"), .kind = MARCH_FORM_SWITCH,
    .wide = TRUE, .get = get_preferred, .set = set_preferred, .offset = MARCH_FORM_NO_OFFSET },
};

static const MarchFormSpec office_specs[] = {
  { .name = "title", .label = N_("Office"), .hint = N_("none: it is merely a part"),
    .kind = MARCH_FORM_TEXT, .offset = OFFICE (title) },
  { .name = "body", .label = N_("Of whom"), .kind = MARCH_FORM_ACTOR, .offset = OFFICE (body) },
  { .name = "valid", .label = N_("From and until"), .hint = N_("as “2019/2031-05” or “2030/..”"),
    .kind = MARCH_FORM_DATE, .wide = TRUE, .offset = OFFICE (valid) },
  { .name = "speaks_for", .label = N_("Its words are the body’s own"), .kind = MARCH_FORM_SWITCH,
    .wide = TRUE, .offset = OFFICE (speaks_for) },
  { .name = "states_policy", .label = N_("Its words can make a claim"), .kind = MARCH_FORM_SWITCH,
    .wide = TRUE, .offset = OFFICE (states_policy) },
};

static GPtrArray *
get_names (gpointer draft)
{
  return ((MarchActorDraft *) draft)->names;
}

static void
append_name (gpointer draft)
{
  march_actor_draft_add_name (draft, "", march_words_get_tag (), TRUE);
}

static char *
describe_name (gpointer draft, guint index)
{
  return march_name_readers_describe_actor (draft, index);
}

static GPtrArray *
get_offices (gpointer draft)
{
  return ((MarchActorDraft *) draft)->offices;
}

static void
append_office (gpointer draft)
{
  march_actor_draft_add_office (draft, 0, "", "/");
}

static const MarchDraftListSpec names_spec = {
  .name = "names", .title = N_("Names"), .add = N_("Add a _Name"), .remove = N_("Remove this name"),
  .fields = name_specs, .n_fields = G_N_ELEMENTS (name_specs),
  .get = get_names, .append = append_name, .describe_entry = describe_name,
};

static const MarchDraftListSpec offices_spec = {
  .name = "offices", .title = N_("Offices, and what it is a part of"),
  .add = N_("Add an _Office"), .remove = N_("Remove this office"),
  .fields = office_specs, .n_fields = G_N_ELEMENTS (office_specs),
  .get = get_offices, .append = append_office,
};

static void
add_list (MarchRecordDialog        *dialog,
          const MarchDraftListSpec *spec,
          MarchCoding              *coding,
          MarchActorDraft          *draft)
{
  GtkWidget *list = march_draft_list_new (spec);

  march_draft_list_bind (MARCH_DRAFT_LIST (list), coding, draft);
  march_record_dialog_add (dialog, list, draft->id);
}

/** march_actor_dialog_new: @actor: (nullable): the one to be changed; NULL: a new one is added.
 * Returns: (transfer none): a dialog over @parent; GTK owns it, as any window */
MarchRecordDialog *
march_actor_dialog_new (GtkWindow *parent, MarchSession *session, const MarchActor *actor)
{
  const char  *language = march_words_get_language (NULL);
  MarchCorpus *corpus = march_session_get_corpus (session);
  MarchCoding *coding = march_coding_new (corpus);
  MarchActorDraft *draft = march_coding_add_actor (
      coding, actor != NULL ? march_actor_draft_new_from (actor)
                            : march_actor_draft_new (MARCH_ACTOR_ORGANISATION, "",
                                                    march_words_get_tag ()));
  MarchRecordDialog *dialog = march_record_dialog_new_for (
      parent, session, actor != NULL ? _("Change Actor") : _("Add Actor"),
      actor != NULL ? march_actor_get_name (actor, language) : "", coding);
  GtkWidget *form = march_draft_form_new (actor_specs, G_N_ELEMENTS (actor_specs));

  add_list (dialog, &names_spec, coding, draft);
  march_draft_form_bind (MARCH_DRAFT_FORM (form), coding, draft, NULL);
  march_record_dialog_add (dialog, form, draft->id);
  march_record_dialog_add (dialog, march_palette_field_new (corpus, draft), draft->id);
  add_list (dialog, &offices_spec, coding, draft);
  if (actor == NULL)
    return dialog;
  march_edit_dialog_set_existing (MARCH_EDIT_DIALOG (dialog));
  march_record_dialog_offer_delete (dialog, MARCH_REMOVE_ACTOR, actor->id);
  return dialog;
}
