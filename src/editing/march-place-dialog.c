/* march-place-dialog.c — adds a place or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "coding/march-removal.h"
#include "editing/march-place-facts.h"
#include "editing/march-place-lists.h"
#include "editing/march-place-shape.h"
#include "forms/march-dialog-size.h"

#define WIDTH 980

struct _MarchPlaceDialog
{
  MarchEditDialog parent_instance;

  MarchCoding     *coding;  /* the base's */
  MarchPlaceDraft *draft;   /* the coding's */
  MarchDrawing    *kept;    /* owned: that was cancelled, to go on with; NULL: none */
  MarchGeometry   *kept_of; /* owned: the shape that it began with; NULL: none */
  gboolean         drawn;   /* it comes back from the map */

  /* Template children */
  GtkBox          *columns;
  GtkBox          *lists;
  MarchPlaceFacts *facts;
  MarchPlaceShape *shape;
};

enum
{
  WRITTEN,
  DELETED,
  DRAW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchPlaceDialog, march_place_dialog, MARCH_TYPE_EDIT_DIALOG)

static void
draw_cb (MarchPlaceDialog *self, gboolean area)
{
  g_signal_emit (self, signals[DRAW], 0, area);
}

static char *
march_place_dialog_hinder (MarchEditDialog *dialog)
{
  return march_place_shape_is_busy (MARCH_PLACE_DIALOG (dialog)->shape)
             ? g_strdup (_("The shape is still being read."))
             : NULL;
}

static void
march_place_dialog_remove (MarchEditDialog    *dialog,
                           MarchDossier       *dossier,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  march_removal_run_async (dossier, MARCH_REMOVE_PLACE, MARCH_PLACE_DIALOG (dialog)->draft->id,
                           callback, user_data);
}

static void
march_place_dialog_written (MarchEditDialog *dialog)
{
  const MarchPlaceDraft *draft = MARCH_PLACE_DIALOG (dialog)->draft;

  g_signal_emit (dialog, signals[WRITTEN], 0, draft->id, !draft->existing);
}

static void
march_place_dialog_deleted (MarchEditDialog *dialog)
{
  const MarchPlaceDraft *draft = MARCH_PLACE_DIALOG (dialog)->draft;

  g_signal_emit (dialog, signals[DELETED], 0,
                 march_place_draft_get_name (draft, march_words_get_language (NULL)));
}

static void
march_place_dialog_map (GtkWidget *widget)
{
  MarchPlaceDialog *self = MARCH_PLACE_DIALOG (widget);

  GTK_WIDGET_CLASS (march_place_dialog_parent_class)->map (widget);
  if (self->drawn)
    march_edit_dialog_focus_write (MARCH_EDIT_DIALOG (self));
}

static void
forget_drawing (MarchPlaceDialog *self)
{
  g_clear_pointer (&self->kept, march_drawing_free);
  g_clear_pointer (&self->kept_of, march_geometry_unref);
}

static void
march_place_dialog_finalize (GObject *object)
{
  forget_drawing (MARCH_PLACE_DIALOG (object));
  G_OBJECT_CLASS (march_place_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-place-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceDialog, lists);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceDialog, shape);
  gtk_widget_class_bind_template_callback (widget_class, draw_cb);
}

static void
march_place_dialog_class_init (MarchPlaceDialogClass *klass)
{
  MarchEditDialogClass *edit_class = MARCH_EDIT_DIALOG_CLASS (klass);

  edit_class->hinder = march_place_dialog_hinder;
  edit_class->remove = march_place_dialog_remove;
  edit_class->written = march_place_dialog_written;
  edit_class->deleted = march_place_dialog_deleted;
  G_OBJECT_CLASS (klass)->finalize = march_place_dialog_finalize;
  GTK_WIDGET_CLASS (klass)->map = march_place_dialog_map;
  signals[WRITTEN] = g_signal_new ("written", MARCH_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[DELETED] = g_signal_new ("deleted", MARCH_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DRAW] = g_signal_new ("draw", MARCH_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (MARCH_TYPE_PLACE_FACTS);
  g_type_ensure (MARCH_TYPE_PLACE_SHAPE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
march_place_dialog_init (MarchPlaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_list (MarchPlaceDialog *self, GtkWidget *list)
{
  march_draft_list_bind (MARCH_DRAFT_LIST (list), self->coding, self->draft);
  gtk_box_append (self->lists, list);
  march_edit_dialog_watch (MARCH_EDIT_DIALOG (self), list, self->draft->id);
}

static void
bind_draft (MarchPlaceDialog *self, MarchCorpus *corpus)
{
  MarchEditDialog *dialog = MARCH_EDIT_DIALOG (self);

  add_list (self, march_place_lists_new_names ());
  add_list (self, march_place_lists_new_parents ());
  march_place_facts_bind (self->facts, self->coding, self->draft);
  march_edit_dialog_watch (dialog, GTK_WIDGET (self->facts), self->draft->id);
  march_place_shape_bind (self->shape, self->draft, corpus);
  march_edit_dialog_watch (dialog, GTK_WIDGET (self->shape), self->draft->id);
}

static void
show_existing (MarchPlaceDialog *self, const MarchPlace *place)
{
  march_task_dialog_set_subtitle (MARCH_TASK_DIALOG (self),
                                  march_place_get_name (place, march_words_get_language (NULL)));
  gtk_window_set_title (GTK_WINDOW (self), _("Edit Place"));
  march_edit_dialog_offer_delete (MARCH_EDIT_DIALOG (self), NULL, NULL, TRUE);
}

/** march_place_dialog_new: @place: (nullable): the one to be changed; NULL: a new one is added.
 * Returns: (transfer none): a dialog over @parent; GTK owns it, as any window */
MarchPlaceDialog *
march_place_dialog_new (GtkWindow *parent, MarchSession *session, const MarchPlace *place)
{
  MarchPlaceDialog *self = g_object_new (MARCH_TYPE_PLACE_DIALOG, "transient-for", parent, NULL);
  MarchCorpus      *corpus = march_session_get_corpus (session);

  self->coding = march_coding_new (corpus);
  self->draft = march_coding_add_place (
      self->coding, place != NULL ? march_place_draft_new_from (place)
                                  : march_place_draft_new (MARCH_PLACE_SETTLEMENT, "",
                                                           march_words_get_tag ()));
  march_edit_dialog_set_coding (MARCH_EDIT_DIALOG (self), march_session_get_dossier (session),
                                self->coding);
  if (place != NULL)
    show_existing (self, place);
  else
    march_edit_dialog_name_write (MARCH_EDIT_DIALOG (self), _("_Add"));
  bind_draft (self, corpus);
  march_dialog_size_set (GTK_WINDOW (self), parent, WIDTH, self->columns);
  return self;
}

/** march_place_dialog_focus_shape: the keys work where the shape is drawn or imported; the dialog
 * is presented already */
void
march_place_dialog_focus_shape (MarchPlaceDialog *self)
{
  g_return_if_fail (MARCH_IS_PLACE_DIALOG (self));
  gtk_widget_child_focus (GTK_WIDGET (self->shape), GTK_DIR_TAB_FORWARD);
}

/** march_place_dialog_import: takes the shape of @file */
void
march_place_dialog_import (MarchPlaceDialog *self, GFile *file)
{
  g_return_if_fail (MARCH_IS_PLACE_DIALOG (self));
  march_place_shape_import (self->shape, file);
}

/** march_place_dialog_get_place: Returns: the id that the place has or will have */
gint64
march_place_dialog_get_place (MarchPlaceDialog *self)
{
  g_return_val_if_fail (MARCH_IS_PLACE_DIALOG (self), 0);
  return self->draft->id;
}

/** march_place_dialog_dup_title: Returns: (transfer full): what the place is called so far */
char *
march_place_dialog_dup_title (MarchPlaceDialog *self)
{
  const char *name = NULL;

  g_return_val_if_fail (MARCH_IS_PLACE_DIALOG (self), NULL);
  name = march_place_draft_get_name (self->draft, march_words_get_language (NULL));
  return g_strdup (*name != '\0' ? name : _("New Place"));
}

/* As it stands in this dialog, if it moved along before. */
static MarchGeometry *
get_neighbour_shape (MarchPlaceDialog *self, const MarchPlace *place)
{
  GPtrArray *drafts = march_coding_get_places (self->coding);

  for (guint i = 0; i < drafts->len; i++)
    {
      const MarchPlaceDraft *draft = drafts->pdata[i];

      if (draft->id == place->id)
        return draft->geometry;
    }
  return place->geometry;
}

/* States, units of one level and settlements lie side by side. */
static gboolean
is_rival (MarchPlaceDialog *self, const MarchPlace *place)
{
  const MarchPlaceDraft *draft = self->draft;

  if (place->kind != draft->kind || place->level != draft->level
      || (place->kind != MARCH_PLACE_STATE && place->kind != MARCH_PLACE_UNIT
          && place->kind != MARCH_PLACE_SETTLEMENT))
    return FALSE;
  for (guint i = 0; i < draft->parents->len; i++)
    if (((const MarchParentDraft *) draft->parents->pdata[i])->parent == place->id)
      return FALSE;
  for (guint i = 0; i < place->parents->len; i++)
    if (((const MarchPlaceLink *) place->parents->pdata[i])->place->id == draft->id)
      return FALSE;
  return TRUE;
}

static void
add_neighbours (MarchPlaceDialog *self, MarchDrawing *drawing)
{
  GPtrArray *places = march_corpus_get_places (march_coding_get_corpus (self->coding));

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = places->pdata[i];
      MarchGeometry    *shape = get_neighbour_shape (self, place);

      if (place->id != self->draft->id && shape != NULL)
        march_drawing_add_neighbour (drawing, place->id, shape);
    }
}

/* By what is said of the place now. */
static void
tell_rivals (MarchPlaceDialog *self, MarchDrawing *drawing)
{
  MarchCorpus *corpus = march_coding_get_corpus (self->coding);

  for (guint i = 1; i < march_drawing_get_n_outlines (drawing); i++)
    {
      const MarchPlace *place
          = march_corpus_get_place (corpus, march_drawing_get_id (drawing, i));

      march_drawing_set_rival (drawing, i, place != NULL && is_rival (self, place));
    }
}

/**
 * march_place_dialog_make_drawing:
 * @area: or a point
 *
 * Returns: (transfer full): the shape as it stands here among all others of the dossier; what was
 * drawn last and cancelled, if nothing has changed since
 */
MarchDrawing *
march_place_dialog_make_drawing (MarchPlaceDialog *self, gboolean area)
{
  const MarchGeometryKind kind = area ? MARCH_GEOMETRY_POLYGON : MARCH_GEOMETRY_POINT;
  MarchDrawing           *drawing = NULL;

  g_return_val_if_fail (MARCH_IS_PLACE_DIALOG (self), NULL);
  if (self->kept != NULL && self->kept_of == self->draft->geometry
      && march_drawing_get_kind (self->kept) == kind)
    drawing = g_steal_pointer (&self->kept);
  forget_drawing (self);
  if (drawing == NULL)
    {
      drawing = march_drawing_new (kind, self->draft->geometry);
      add_neighbours (self, drawing);
    }
  tell_rivals (self, drawing);
  return drawing;
}

static void
move_neighbours (MarchPlaceDialog *self, GPtrArray *moved)
{
  MarchCorpus *corpus = march_coding_get_corpus (self->coding);

  for (guint i = 0; i < moved->len; i++)
    {
      const MarchMovedOutline *one = moved->pdata[i];
      const MarchPlace        *place = march_corpus_get_place (corpus, one->id);
      MarchPlaceDraft         *draft = NULL;

      if (place == NULL)
        continue;
      march_coding_remove (self->coding, one->id);
      draft = march_coding_add_place (self->coding, march_place_draft_new_from (place));
      march_place_draft_set_geometry (draft, one->geometry);
    }
}

static void
take_drawn (MarchPlaceDialog *self, MarchDrawing *drawing)
{
  g_autoptr (MarchGeometry) shape = march_drawing_get_shape (drawing);
  g_autoptr (GPtrArray) moved = march_drawing_list_moved (drawing);
  g_autofree char *note = NULL;

  move_neighbours (self, moved);
  if (moved->len > 0)
    note = g_strdup_printf (ngettext ("The border of %u neighbour changes with it.",
                                      "The borders of %u neighbours change with it.", moved->len),
                            moved->len);
  march_place_shape_take (self->shape, shape, note);
}

/**
 * march_place_dialog_take_drawing:
 * @drawing: (transfer full) (nullable):
 * @finished: it is the place's shape from now on; else it is kept to go on with
 */
void
march_place_dialog_take_drawing (MarchPlaceDialog *self, MarchDrawing *drawing, gboolean finished)
{
  g_return_if_fail (MARCH_IS_PLACE_DIALOG (self));
  forget_drawing (self);
  self->drawn = TRUE;
  if (drawing == NULL)
    return;
  if (finished)
    {
      take_drawn (self, drawing);
      march_drawing_free (drawing);
      return;
    }
  if (march_drawing_can_undo (drawing) || march_drawing_can_redo (drawing))
    {
      self->kept = drawing;
      self->kept_of = self->draft->geometry != NULL ? march_geometry_ref (self->draft->geometry)
                                                    : NULL;
      march_place_shape_tell (self->shape,
                              _("What was drawn is not taken, but kept: it is gone on with when "
                                "you draw again."));
    }
  else
    march_drawing_free (drawing);
}
