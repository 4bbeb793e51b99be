/* march-import-columns.c — asks which columns of a table hold the coordinates */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-columns.h"

#include <glib/gi18n.h>

struct _MarchImportColumns
{
  AdwBin       parent;

  char       **names;
  gboolean     filling;
  AdwComboRow *latitude_row;
  AdwComboRow *longitude_row;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarchImportColumns, march_import_columns, ADW_TYPE_BIN)

/* NULL for the line that asks. */
static const char *
get_chosen (MarchImportColumns *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? self->names[selected - 1] : NULL;
}

static void
selected_cb (MarchImportColumns *self)
{
  const char *latitude, *longitude;

  if (self->filling || self->names == NULL)
    return;
  latitude = get_chosen (self, self->latitude_row);
  longitude = get_chosen (self, self->longitude_row);
  if (latitude != NULL && longitude != NULL && latitude != longitude)
    g_signal_emit (self, chosen_signal, 0, latitude, longitude);
}

static void
fill (MarchImportColumns *self, AdwComboRow *row, const char *chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, _("Choose…"));
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      gtk_string_list_append (list, self->names[i]);
      if (g_strcmp0 (self->names[i], chosen) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

static AdwComboRow *
add_row (MarchImportColumns *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static void
march_import_columns_finalize (GObject *object)
{
  g_strfreev (MARCH_IMPORT_COLUMNS (object)->names);
  G_OBJECT_CLASS (march_import_columns_parent_class)->finalize (object);
}

static void
march_import_columns_class_init (MarchImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_import_columns_finalize;
  chosen_signal = g_signal_new ("chosen", MARCH_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
march_import_columns_init (MarchImportColumns *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Columns"));
  self->latitude_row = add_row (self, group, _("Latitude"));
  self->longitude_row = add_row (self, group, _("Longitude"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

/**
 * march_import_columns_show:
 * @names: (array zero-terminated=1): of all columns
 * @latitude: (nullable): the one that is chosen
 * @longitude: (nullable): likewise
 */
void
march_import_columns_show (MarchImportColumns *self,
                           const char *const  *names,
                           const char         *latitude,
                           const char         *longitude)
{
  g_return_if_fail (MARCH_IS_IMPORT_COLUMNS (self));
  self->filling = TRUE;
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  fill (self, self->latitude_row, latitude);
  fill (self, self->longitude_row, longitude);
  self->filling = FALSE;
}
