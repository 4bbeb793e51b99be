/* march-place-dialog.c — adds a place or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "base/march-newest.h"
#include "coding/march-coding.h"
#include "coding/march-removal.h"
#include "editing/march-place-facts.h"
#include "editing/march-place-names.h"
#include "editing/march-place-parents.h"
#include "editing/march-place-shape.h"
#include "forms/march-dialog-size.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 980
/* After the last key, before what is typed is compared with the dossier. */
#define CHECK_DELAY_MS 150

struct _MarchPlaceDialog
{
  AdwWindow parent_instance;

  /* owned */
  MarchSession    *session;
  MarchCoding     *coding;
  MarchPlaceDraft *draft;    /* the coding's */
  GCancellable    *indexing; /* NULL while no names are read */
  MarchCompleter  *places;
  MarchCompleter  *actors;
  guint            check; /* id of the timeout before it is checked; 0: none */
  gboolean         tried; /* to write it: from then on all problems are shown */
  gboolean         writing;
  MarchDrawing    *kept;    /* that was cancelled, to go on with; NULL: none */
  MarchGeometry   *kept_of; /* the shape that it began with; NULL: none */
  gboolean         drawn;   /* it comes back from the map */

  /* Template children */
  AdwWindowTitle    *window_title;
  GtkButton         *cancel_button;
  GtkButton         *write_button;
  GtkButton         *delete_button;
  GtkBox            *columns;
  MarchPlaceNames   *names;
  MarchPlaceFacts   *facts;
  MarchPlaceParents *parents;
  MarchPlaceShape   *shape;
  GtkLabel          *hint_label;
};

enum
{
  WRITTEN,
  DELETED,
  DRAW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchPlaceDialog, march_place_dialog, ADW_TYPE_WINDOW)

static void
tell (MarchPlaceDialog *self, const char *words)
{
  gtk_label_set_text (self->hint_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), *words != '\0');
}

/* Returns: (transfer full): what is wrong, which is shown */
static GPtrArray *
check (MarchPlaceDialog *self)
{
  GPtrArray *problems = NULL;

  g_clear_handle_id (&self->check, g_source_remove);
  problems = march_coding_check (self->coding);
  march_place_names_show_problems (self->names, problems, self->tried);
  march_place_facts_show_problems (self->facts, problems);
  march_place_parents_show_problems (self->parents, problems, self->tried);
  march_place_shape_show_problems (self->shape, problems);
  return problems;
}

static gboolean
check_cb (gpointer user_data)
{
  MarchPlaceDialog     *self = user_data;
  g_autoptr (GPtrArray) problems = NULL;

  self->check = 0;
  problems = check (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MarchPlaceDialog *self)
{
  tell (self, "");
  if (self->check == 0 && self->coding != NULL)
    self->check = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

/* Side by side the columns are of one width; below each other each is as high as it needs to be. */
static void
turned_cb (GtkOrientable *columns)
{
  gtk_box_set_homogeneous (GTK_BOX (columns), gtk_orientable_get_orientation (columns)
                                                  == GTK_ORIENTATION_HORIZONTAL);
}

static void
draw_cb (MarchPlaceDialog *self, gboolean area)
{
  g_signal_emit (self, signals[DRAW], 0, area);
}

static void
set_writing (MarchPlaceDialog *self, gboolean writing)
{
  self->writing = writing;
  gtk_widget_set_sensitive (GTK_WIDGET (self->write_button), !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delete_button), !writing);
}

/* Returns: whether the edit was made; else what was typed is kept, and why is told */
static gboolean
finish (MarchPlaceDialog *self, GObject *dossier, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (dossier), result, &error))
    return TRUE;
  set_writing (self, FALSE);
  tell (self, error->message);
  return FALSE;
}

static void
leave (MarchPlaceDialog *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchPlaceDialog) self = user_data;

  if (!finish (self, source, result))
    return;
  g_signal_emit (self, signals[WRITTEN], 0, self->draft->id, !self->draft->existing);
  leave (self);
}

/* The first field with an error has the focus then. */
static gboolean
focus_problem (MarchPlaceDialog *self, GPtrArray *problems)
{
  return march_place_names_focus_problem (self->names, problems)
         || march_place_facts_focus_problem (self->facts, problems)
         || march_place_parents_focus_problem (self->parents, problems);
}

static gboolean
is_ready (MarchPlaceDialog *self)
{
  g_autoptr (GPtrArray) problems = check (self);
  const MarchProblem   *error = march_problems_get_error (problems);
  const gboolean        focused = focus_problem (self, problems);

  if (error != NULL)
    tell (self, error->sentence);
  else if (focused)
    tell (self, _("Choose one from the list, or take the name out."));
  return error == NULL && !focused;
}

static void
write_cb (MarchPlaceDialog *self)
{
  if (self->writing)
    return;
  if (march_place_shape_is_busy (self->shape))
    {
      tell (self, _("The shape is still being read."));
      return;
    }
  self->tried = TRUE;
  if (!is_ready (self))
    return;
  set_writing (self, TRUE);
  march_coding_write_async (self->coding, march_session_get_dossier (self->session), written_cb,
                            g_object_ref (self));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchPlaceDialog) self = user_data;

  if (!finish (self, source, result))
    return;
  g_signal_emit (self, signals[DELETED], 0,
                 march_place_draft_get_name (self->draft, march_words_get_language (NULL)));
  leave (self);
}

static void
delete_cb (MarchPlaceDialog *self)
{
  if (self->writing)
    return;
  set_writing (self, TRUE);
  march_removal_run_async (march_session_get_dossier (self->session), MARCH_REMOVE_PLACE,
                           self->draft->id, deleted_cb, g_object_ref (self));
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchPlaceDialog) self = user_data;
  g_autoptr (MarchNameIndex)   index = march_name_index_new_finish (result, NULL);

  if (!march_newest_end (&self->indexing, result) || index == NULL || self->session == NULL)
    return;
  self->places = march_completer_new (index, MARCH_COMPLETE_PLACES);
  self->actors = march_completer_new (index, MARCH_COMPLETE_ACTORS);
  march_place_names_set_completer (self->names, self->actors);
  march_place_facts_set_completer (self->facts, self->actors);
  march_place_parents_set_completer (self->parents, self->places);
}

static void
march_place_dialog_map (GtkWidget *widget)
{
  MarchPlaceDialog *self = MARCH_PLACE_DIALOG (widget);

  GTK_WIDGET_CLASS (march_place_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (self->drawn ? GTK_WIDGET (self->write_button) : GTK_WIDGET (self->names));
}

static void
forget_drawing (MarchPlaceDialog *self)
{
  g_clear_pointer (&self->kept, march_drawing_free);
  g_clear_pointer (&self->kept_of, march_geometry_unref);
}

static void
march_place_dialog_dispose (GObject *object)
{
  MarchPlaceDialog *self = MARCH_PLACE_DIALOG (object);

  g_clear_handle_id (&self->check, g_source_remove);
  march_newest_stop (&self->indexing);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_place_dialog_parent_class)->dispose (object);
}

static void
march_place_dialog_finalize (GObject *object)
{
  MarchPlaceDialog *self = MARCH_PLACE_DIALOG (object);

  forget_drawing (self);
  g_clear_pointer (&self->places, march_completer_free);
  g_clear_pointer (&self->actors, march_completer_free);
  g_clear_pointer (&self->coding, march_coding_unref);
  G_OBJECT_CLASS (march_place_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-place-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchPlaceDialog, name)
  BIND (window_title);
  BIND (cancel_button);
  BIND (write_button);
  BIND (delete_button);
  BIND (columns);
  BIND (names);
  BIND (facts);
  BIND (parents);
  BIND (shape);
  BIND (hint_label);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, draw_cb);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
march_place_dialog_class_init (MarchPlaceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = march_place_dialog_dispose;
  object_class->finalize = march_place_dialog_finalize;
  GTK_WIDGET_CLASS (klass)->map = march_place_dialog_map;
  signals[WRITTEN] = g_signal_new ("written", MARCH_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[DELETED] = g_signal_new ("deleted", MARCH_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DRAW] = g_signal_new ("draw", MARCH_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (MARCH_TYPE_PLACE_NAMES);
  g_type_ensure (MARCH_TYPE_PLACE_FACTS);
  g_type_ensure (MARCH_TYPE_PLACE_PARENTS);
  g_type_ensure (MARCH_TYPE_PLACE_SHAPE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
march_place_dialog_init (MarchPlaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

static void
bind_draft (MarchPlaceDialog *self, MarchCorpus *corpus)
{
  march_place_names_bind (self->names, self->draft, corpus);
  march_place_facts_bind (self->facts, self->draft, corpus);
  march_place_parents_bind (self->parents, self->draft, corpus);
  march_place_shape_bind (self->shape, self->draft, corpus);
  march_name_index_new_async (corpus, march_newest_begin (&self->indexing), indexed_cb,
                              g_object_ref (self));
}

static void
show_existing (MarchPlaceDialog *self, const MarchPlace *place)
{
  adw_window_title_set_title (self->window_title, _("Edit Place"));
  adw_window_title_set_subtitle (
      self->window_title, march_place_get_name (place, march_words_get_language (NULL)));
  gtk_window_set_title (GTK_WINDOW (self), _("Edit Place"));
  gtk_button_set_label (self->write_button, _("_Save"));
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), TRUE);
}

/** march_place_dialog_new: @place: (nullable): the one to be changed; NULL: a new one is added.
 * Returns: (transfer none): a dialog over @parent; GTK owns it, as any window */
MarchPlaceDialog *
march_place_dialog_new (GtkWindow *parent, MarchSession *session, const MarchPlace *place)
{
  MarchPlaceDialog *self = g_object_new (MARCH_TYPE_PLACE_DIALOG, "transient-for", parent, NULL);
  MarchCorpus      *corpus = march_session_get_corpus (session);

  self->session = g_object_ref (session);
  self->coding = march_coding_new (corpus);
  self->draft = march_coding_add_place (
      self->coding, place != NULL ? march_place_draft_new_from (place)
                                  : march_place_draft_new (MARCH_PLACE_SETTLEMENT, "",
                                                           march_words_get_language (NULL)));
  if (place != NULL)
    show_existing (self, place);
  bind_draft (self, corpus);
  march_dialog_size_set (GTK_WINDOW (self), parent, WIDTH, self->columns);
  return self;
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
    }
  else
    march_drawing_free (drawing);
}
