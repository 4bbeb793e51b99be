/* places-fixture.c — the form of a place, over the window of an invented land */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "places-fixture.h"

#include "editing/march-place-dialog.h"
#include "forms/march-draft-list.h"

const MarchPlace *
places_find_place (DialogFixture *fixture, const char *name)
{
  return march_corpus_find_place (dialog_get_corpus (fixture), name, NULL);
}

const MarchPlace *
places_get_place (DialogFixture *fixture, const char *name)
{
  const MarchPlace *place = places_find_place (fixture, name);

  if (place == NULL)
    g_error ("“%s” is not among the places", name);
  return place;
}

/** places_open_dialog: an empty @name: a new place */
void
places_open_dialog (DialogFixture *fixture, const char *name)
{
  if (*name == '\0')
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-place", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-place", "x",
                                places_get_place (fixture, name)->id);
  dialog_find (fixture, MARCH_TYPE_PLACE_DIALOG);
}

void
places_await_gone (DialogFixture *fixture)
{
  dialog_await_gone (fixture, MARCH_TYPE_PLACE_DIALOG);
}

/** places_discard: cancels the dialog, and says that what was typed may go */
void
places_discard (DialogFixture *fixture)
{
  dialog_discard (fixture, MARCH_TYPE_PLACE_DIALOG);
}

GtkWidget *
places_get_list (DialogFixture *fixture, const char *title)
{
  GtkWidget *heading = march_ui_find_text (fixture->dialog, title);

  g_assert_nonnull (heading);
  return gtk_widget_get_ancestor (heading, MARCH_TYPE_DRAFT_LIST);
}

void
places_type_name (DialogFixture *fixture, const char *name)
{
  GtkWidget *entry = march_ui_find (places_get_list (fixture, "Names"), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
}
