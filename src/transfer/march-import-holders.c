/* march-import-holders.c — a row for each kind of feature, to say who holds it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-holders.h"

#include <glib/gi18n.h>

#include "transfer/march-import-found.h"
/* What one row changes; owned by it. */
typedef struct
{
  MarchPlanValue *value;
  GArray         *ids; /* of gint64, of each line of the list */
  MarchHolderFunc changed;
  gpointer        user_data;
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
chosen_cb (AdwComboRow *widget, GParamSpec *pspec, Row *row)
{
  guint selected = adw_combo_row_get_selected (widget);

  if (selected >= row->ids->len || gtk_widget_in_destruction (GTK_WIDGET (widget)))
    return;
  row->value->holder = g_array_index (row->ids, gint64, selected);
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

static GtkWidget *
new_row (MarchImportPlan *plan, MarchPlanValue *value, GPtrArray *actors, const char *language)
{
  const MarchPlanKey *key = g_ptr_array_index (plan->keys, plan->key);
  GtkWidget          *widget = adw_combo_row_new ();
  g_autofree char    *title = describe_value (plan, value);
  g_autofree char    *subtitle = march_import_found_count (
      value->n_areas, plan->points ? value->n_points : 0);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, key->whole ? _("Choose…") : _("Leave out"));
  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      gtk_string_list_append (names, march_actor_get_name (actor, language));
      if (actor->id == value->holder)
        selected = i + 1;
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (widget), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget), selected);
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
      MarchPlanValue *value = g_ptr_array_index (plan->values, i);
      GtkWidget      *widget = new_row (plan, value, actors, language);
      Row            *row = g_new0 (Row, 1);

      *row = (Row){ value, list_ids (actors), changed, user_data };
      g_object_set_data_full (G_OBJECT (widget), "march-row", row, row_free);
      g_signal_connect (widget, "notify::selected", G_CALLBACK (chosen_cb), row);
      gtk_list_box_append (list, widget);
    }
}
