/* march-import-holders.c — a row for each kind of feature, to say who holds it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-holders.h"

#include <glib/gi18n.h>

#include "transfer/march-import-found.h"
#include "widgets/march-picker.h"

#define SAMPLE_WIDTH 32
#define SAMPLE_HEIGHT 20

/* What one row changes; owned by it. */
typedef struct
{
  MarchImportPlan *plan;
  MarchPlanValue  *value;
  GArray          *ids;   /* of gint64, of each line of the list */
  GtkWidget       *basis; /* borrowed; NULL: one row stands for all */
  MarchHolderFunc  changed;
  gpointer         user_data;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->ids);
  g_free (row);
}

/* Who can hold land: persons hold offices. */
static GPtrArray *
list_actors (MarchCorpus *corpus)
{
  GPtrArray *all = march_corpus_get_actors (corpus), *able = g_ptr_array_new ();

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < all->len; i++)
      {
        const MarchActor *actor = g_ptr_array_index (all, i);

        if (actor->kind != MARCH_ACTOR_PERSON && (actor->palette != 0) == (pass == 0))
          g_ptr_array_add (able, (gpointer) actor);
      }
  return able;
}

static void
chosen_cb (MarchPicker *picker, GParamSpec *pspec, Row *row)
{
  row->value->holder = g_array_index (row->ids, gint64, march_picker_get_selected (picker));
  if (row->basis != NULL)
    gtk_widget_set_visible (row->basis, row->value->holder != 0);
  row->changed (row->user_data);
}

static void
basis_cb (GtkDropDown *basis, GParamSpec *pspec, Row *row)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (basis)))
    return;
  march_import_plan_set_basis (row->plan, row->value,
                               gtk_drop_down_get_selected (basis) == 1 ? MARCH_BASIS_OWN
                                                                       : MARCH_BASIS_INDEPENDENT);
  row->changed (row->user_data);
}

static char *
describe_value (MarchImportPlan *plan, const MarchPlanValue *value)
{
  const MarchPlanKey *key = g_ptr_array_index (plan->keys, plan->key);

  if (key->whole)
    return g_strdup (march_import_plan_has_areas (plan) ? _("All Areas Are Held By")
                                                        : _("All Points Are Of"));
  return g_strdup (value->text != NULL ? value->text : _("(nothing there)"));
}

/* All names, in any language, find an actor. */
static char *
join_names (const MarchActor *actor)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < actor->names->len; i++)
    g_string_append_printf (words, " %s",
                            ((const MarchName *) g_ptr_array_index (actor->names, i))->text);
  return g_string_free (words, FALSE);
}

static GtkWidget *
new_picker (const char           *title,
            gboolean              whole,
            const MarchPlanValue *value,
            GPtrArray            *actors,
            const char           *language)
{
  GtkWidget *picker = march_picker_new (title);
  guint      selected = 0;

  march_picker_append (MARCH_PICKER (picker), whole ? _("Choose…") : _("Leave out"), NULL);
  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);
      g_autofree char  *words = join_names (actor);

      march_picker_append (MARCH_PICKER (picker), march_actor_get_name (actor, language), words);
      if (actor->id == value->holder)
        selected = i + 1;
    }
  march_picker_set_selected (MARCH_PICKER (picker), selected);
  return picker;
}

static GtkWidget *
new_basis (MarchImportPlan *plan, const MarchPlanValue *value, const char *title)
{
  /* Translators: on whose word land is held: assessed by the source, or the holder says so. */
  const char *const words[] = { _("Assessed"), _("Says so"), NULL };
  GtkWidget        *basis = gtk_drop_down_new_from_strings (words);
  g_autofree char  *name = g_strdup_printf (_("%1$s: %2$s"), title, _("On Whose Word"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (basis),
                              march_import_plan_get_basis (plan, value) == MARCH_BASIS_OWN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (basis), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (basis, _("On Whose Word"));
  gtk_widget_set_valign (basis, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (basis, "march-basis");
  gtk_widget_set_visible (basis, value->holder != 0);
  return basis;
}

static void
draw_colour_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const GdkRGBA *colour = data;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_paint (cr);
}

/* Where a colour is all that tells areas apart, its number says nothing to a reader. */
static void
add_colour (GtkWidget *widget, const MarchPlanKey *key, const MarchPlanValue *value)
{
  GtkWidget *sample;
  GdkRGBA    colour;

  if (key->whole || key->key != MARCH_LAYER_KEY_COLOUR || value->text == NULL
      || !gdk_rgba_parse (&colour, value->text))
    return;
  sample = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_colour_cb,
                                  g_memdup2 (&colour, sizeof colour), g_free);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (sample), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), sample);
}

static GtkWidget *
new_row (MarchImportPlan *plan, const MarchPlanValue *value, const char *title)
{
  GtkWidget       *widget = adw_action_row_new ();
  g_autofree char *subtitle = march_import_found_count (value->n_areas,
                                                        plan->points ? value->n_points : 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  /* Those of points alone, while no points are asked for. */
  gtk_widget_set_visible (widget, value->n_areas > 0 || plan->points);
  add_colour (widget, g_ptr_array_index (plan->keys, plan->key), value);
  return widget;
}

static GArray *
list_ids (GPtrArray *actors)
{
  GArray      *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 nobody = 0;

  g_array_append_val (ids, nobody);
  for (guint i = 0; i < actors->len; i++)
    g_array_append_val (ids, ((const MarchActor *) g_ptr_array_index (actors, i))->id);
  return ids;
}

static void
add_row (GtkListBox *list, Row *row, GPtrArray *actors, const char *language)
{
  const MarchPlanKey *key = g_ptr_array_index (row->plan->keys, row->plan->key);
  g_autofree char    *title = describe_value (row->plan, row->value);
  GtkWidget          *widget = new_row (row->plan, row->value, title);
  GtkWidget          *picker = new_picker (title, key->whole, row->value, actors, language);

  if (!key->whole)
    {
      row->basis = new_basis (row->plan, row->value, title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (widget), row->basis);
      g_signal_connect (row->basis, "notify::selected", G_CALLBACK (basis_cb), row);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), picker);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget),
                                         march_picker_get_button (MARCH_PICKER (picker)));
  g_signal_connect (picker, "notify::selected", G_CALLBACK (chosen_cb), row);
  g_object_set_data_full (G_OBJECT (widget), "march-row", row, row_free);
  gtk_list_box_append (list, widget);
}

/**
 * march_import_holders_fill:
 * @plan: has to stay as long as the rows; each changes one of its values
 * @changed: (scope notified)
 */
void
march_import_holders_fill (GtkListBox      *list,
                           MarchImportPlan *plan,
                           const char      *language,
                           MarchHolderFunc  changed,
                           gpointer         user_data)
{
  g_autoptr (GPtrArray) actors = list_actors (plan->corpus);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < plan->values->len; i++)
    {
      Row *row = g_new0 (Row, 1);

      *row = (Row){ .plan = plan,
                    .value = g_ptr_array_index (plan->values, i),
                    .ids = list_ids (actors),
                    .changed = changed,
                    .user_data = user_data };
      add_row (list, row, actors, language);
    }
}
