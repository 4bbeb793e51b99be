/* march-place-shape.c — where a place lies: its shape shown small, drawn, imported or removed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-shape.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "editing/march-place-sketch.h"
#include "editing/march-shape-file.h"
#include "forms/march-form-part.h"
#include "forms/march-problem-row.h"
#include "widgets/march-file-chooser.h"
#include "widgets/march-picker.h"
#include "widgets/march-spoken-name.h"
#include "widgets/march-wrap-layout.h"

struct _MarchPlaceShape
{
  AdwPreferencesGroup parent_instance;

  MarchPlaceDraft *draft; /* borrowed from the dialog */
  MarchCorpus     *corpus;
  MarchLayer      *layer;   /* of the file chosen last; NULL: none, or one shape was taken */
  GArray          *usable;  /* of guint: its features that can be chosen */
  GCancellable    *reading; /* NULL while no file is read */
  GCancellable    *mending;

  GtkWidget        *frame;
  MarchPlaceSketch *sketch;
  GtkLabel         *words;
  GtkLabel         *note;
  GtkWidget        *choice_row;
  AdwBin           *choice;
  GtkWidget        *area;
  GtkWidget        *point;
  GtkWidget        *file;
  GtkWidget        *clear;
  MarchProblemRow  *problem;
};

enum
{
  CHANGED,
  DRAW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void part_init (MarchFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarchPlaceShape, march_place_shape, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (MARCH_TYPE_FORM_PART, part_init))

static MarchGeometry *
find_around (MarchPlaceShape *self)
{
  for (guint i = 0; i < self->draft->parents->len; i++)
    {
      const gint64 id = ((const MarchParentDraft *) self->draft->parents->pdata[i])->parent;
      const MarchPlace *parent = march_corpus_get_place (self->corpus, id);

      if (parent != NULL && parent->geometry != NULL)
        return parent->geometry;
    }
  return NULL;
}

static void
show (MarchPlaceShape *self)
{
  MarchGeometry   *shape = self->draft->geometry;
  const gboolean   area
      = shape != NULL && march_geometry_get_kind (shape) == MARCH_GEOMETRY_POLYGON;
  g_autofree char *words = march_shape_describe (shape);

  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sketch), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  march_place_sketch_show (self->sketch, shape, find_around (self));
  gtk_widget_set_visible (self->frame, shape != NULL);
  gtk_widget_set_visible (self->clear, shape != NULL);
  gtk_button_set_label (GTK_BUTTON (self->area), area ? _("Change the A_rea…")
                                                      : _("Draw an A_rea…"));
  gtk_button_set_label (GTK_BUTTON (self->point),
                        shape != NULL && !area ? _("Move the _Point…") : _("Set a _Point…"));
  march_spoken_name_set_buttons (self->area);
  march_spoken_name_set_buttons (self->point);
}

static void
tell (MarchPlaceShape *self, const char *note)
{
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL && *note != '\0');
}

static void
forget_file (MarchPlaceShape *self)
{
  march_newest_stop (&self->reading);
  march_newest_stop (&self->mending);
  g_clear_pointer (&self->layer, march_layer_unref);
  g_clear_pointer (&self->usable, g_array_unref);
  gtk_widget_set_visible (self->choice_row, FALSE);
}

static void
mended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchPlaceShape *self = MARCH_PLACE_SHAPE (source);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchGeometry) shape = march_shape_file_repair_finish (result, &note, &error);

  if (!march_newest_end (&self->mending, result))
    return;
  if (shape == NULL)
    {
      tell (self, error->message);
      return;
    }
  march_place_draft_set_geometry (self->draft, shape);
  show (self);
  tell (self, note);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_feature (MarchPlaceShape *self, guint nth)
{
  const guint index = g_array_index (self->usable, guint, nth);

  tell (self, _("The shape is looked at…"));
  march_shape_file_repair_async (march_layer_get_feature (self->layer, index)->geometry,
                                 &self->mending, self, mended_cb);
}

static void
chosen_cb (MarchPlaceShape *self, GParamSpec *pspec, MarchPicker *picker)
{
  const guint selected = march_picker_get_selected (picker);

  /* The first line asks. */
  if (self->usable != NULL && selected > 0 && selected <= self->usable->len)
    take_feature (self, selected - 1);
}

static void
offer_features (MarchPlaceShape *self)
{
  GtkWidget       *picker = march_picker_new (_("Which of them"));
  g_autofree char *words = g_strdup_printf (
      ngettext ("The file has %u shape: choose the place’s.",
                "The file has %u shapes: choose the place’s.", self->usable->len),
      self->usable->len);

  march_picker_append (MARCH_PICKER (picker), _("Choose a shape"), "");
  for (guint i = 0; i < self->usable->len; i++)
    {
      g_autofree char *name
          = march_shape_file_describe (self->layer, g_array_index (self->usable, guint, i));

      march_picker_append (MARCH_PICKER (picker), name, "");
    }
  g_signal_connect_object (picker, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->choice, picker);
  gtk_widget_set_visible (self->choice_row, TRUE);
  tell (self, words);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchPlaceShape *self = MARCH_PLACE_SHAPE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = march_shape_file_read_finish (result, &error);

  if (!march_newest_end (&self->reading, result))
    return;
  if (layer == NULL)
    {
      tell (self, error->message);
      return;
    }
  self->layer = g_steal_pointer (&layer);
  self->usable = march_shape_file_list (self->layer);
  if (self->usable->len == 0)
    tell (self, _("The file has no area and no single point. A place is one of these."));
  else if (self->usable->len == 1)
    take_feature (self, 0);
  else
    offer_features (self);
}

static void
file_cb (GtkWidget *shape, GFile *file)
{
  march_place_shape_import (MARCH_PLACE_SHAPE (shape), file);
}

static void
import_cb (MarchPlaceShape *self)
{
  static const char *const endings[]
      = { "geojson", "json", "geojsonl", "gpkg", "kml", "kmz", NULL };

  march_file_chooser_open (GTK_WIDGET (self), _("Import a Shape"), _("_Import"),
                           _("Areas and points"), endings, file_cb);
}

static void
draw_cb (MarchPlaceShape *self, GtkWidget *button)
{
  g_signal_emit (self, signals[DRAW], 0, button == self->area);
}

static void
clear_cb (MarchPlaceShape *self)
{
  march_place_shape_take (self, NULL, NULL);
  gtk_widget_grab_focus (self->area);
}

static GtkWidget *
show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  MarchPlaceShape *self = MARCH_PLACE_SHAPE (part);

  if (!g_str_equal (problem->field, "geometry"))
    return NULL;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    march_problem_row_set (self->problem, problem);
  return self->area;
}

static void
clear_problems (MarchFormPart *part)
{
  march_problem_row_set (MARCH_PLACE_SHAPE (part)->problem, NULL);
}

static void
part_init (MarchFormPartInterface *iface)
{
  iface->show_problem = show_problem;
  iface->clear_problems = clear_problems;
}

static void
march_place_shape_dispose (GObject *object)
{
  MarchPlaceShape *self = MARCH_PLACE_SHAPE (object);

  march_newest_stop (&self->reading);
  march_newest_stop (&self->mending);
  G_OBJECT_CLASS (march_place_shape_parent_class)->dispose (object);
}

static void
march_place_shape_finalize (GObject *object)
{
  MarchPlaceShape *self = MARCH_PLACE_SHAPE (object);

  g_clear_pointer (&self->layer, march_layer_unref);
  g_clear_pointer (&self->usable, g_array_unref);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_place_shape_parent_class)->finalize (object);
}

static void
march_place_shape_class_init (MarchPlaceShapeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_place_shape_dispose;
  G_OBJECT_CLASS (klass)->finalize = march_place_shape_finalize;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_PLACE_SHAPE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAW] = g_signal_new ("draw", MARCH_TYPE_PLACE_SHAPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkWidget *
add_button (MarchPlaceShape *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_buttons (MarchPlaceShape *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, march_wrap_layout_new (6, 6));
  self->area = add_button (self, box, "", G_CALLBACK (draw_cb));
  self->point = add_button (self, box, "", G_CALLBACK (draw_cb));
  gtk_button_set_use_underline (GTK_BUTTON (self->area), TRUE);
  gtk_button_set_use_underline (GTK_BUTTON (self->point), TRUE);
  self->file = add_button (self, box, _("_Import…"), G_CALLBACK (import_cb));
  self->clear = add_button (self, box, _("Re_move"), G_CALLBACK (clear_cb));
  return box;
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_body (MarchPlaceShape *self, GtkWidget *box)
{
  self->frame = gtk_frame_new (NULL);
  self->sketch = MARCH_PLACE_SKETCH (march_place_sketch_new ());
  gtk_frame_set_child (GTK_FRAME (self->frame), GTK_WIDGET (self->sketch));
  gtk_box_append (GTK_BOX (box), self->frame);
  self->words = add_label (box);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  self->note = add_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  self->choice_row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->choice = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (self->choice_row), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), self->choice_row);
  gtk_widget_add_css_class (box, "card-body");
}

static void
march_place_shape_init (MarchPlaceShape *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget           *row = adw_preferences_row_new ();
  GtkWidget           *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  adw_preferences_group_set_title (group, _("Shape"));
  make_body (self, box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Shape"));
  adw_preferences_group_add (group, row);
  self->problem = MARCH_PROBLEM_ROW (march_problem_row_new ());
  adw_preferences_group_add (group, GTK_WIDGET (self->problem));
  gtk_widget_set_visible (self->choice_row, FALSE);
  tell (self, NULL);
}

/** march_place_shape_new: Returns: (transfer floating): for march_place_shape_bind() */
GtkWidget *
march_place_shape_new (void)
{
  return g_object_new (MARCH_TYPE_PLACE_SHAPE, NULL);
}

/** march_place_shape_bind: @draft: kept by its owner for as long as this is there; @corpus: with
 * the places around it */
void
march_place_shape_bind (MarchPlaceShape *self, MarchPlaceDraft *draft, MarchCorpus *corpus)
{
  g_return_if_fail (MARCH_IS_PLACE_SHAPE (self) && self->draft == NULL);
  self->draft = draft;
  self->corpus = march_corpus_ref (corpus);
  show (self);
}

/** march_place_shape_take: @geometry: (nullable): the shape from now on; @note: (nullable): what is
 * told of it */
void
march_place_shape_take (MarchPlaceShape *self, MarchGeometry *geometry, const char *note)
{
  g_return_if_fail (MARCH_IS_PLACE_SHAPE (self));
  forget_file (self);
  march_place_draft_set_geometry (self->draft, geometry);
  show (self);
  tell (self, note);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** march_place_shape_import: takes the shape of @file; where it has several, offers them */
void
march_place_shape_import (MarchPlaceShape *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_if_fail (MARCH_IS_PLACE_SHAPE (self));
  forget_file (self);
  if (path == NULL)
    {
      tell (self, _("This file can’t be read from there. Copy it to this computer first."));
      return;
    }
  tell (self, _("The file is read…"));
  march_shape_file_read_async (path, &self->reading, self, read_cb);
}

/** march_place_shape_tell: @note: what is said below the shape, which stays as it is */
void
march_place_shape_tell (MarchPlaceShape *self, const char *note)
{
  g_return_if_fail (MARCH_IS_PLACE_SHAPE (self));
  tell (self, note);
}

/** march_place_shape_is_busy: Returns: whether a file is being read */
gboolean
march_place_shape_is_busy (MarchPlaceShape *self)
{
  return self->reading != NULL || self->mending != NULL;
}
