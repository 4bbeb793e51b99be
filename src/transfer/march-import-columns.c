/* march-import-columns.c — asks which columns of a table hold the coordinates */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-columns.h"

#include <glib/gi18n.h>

#include "widgets/march-combo-labels.h"

struct _MarchImportColumns
{
  AdwBin         parent;

  char         **names;
  gboolean       filling;
  MarchTableForm form;

  AdwComboRow   *form_row;
  AdwComboRow   *first_row;
  AdwComboRow   *second_row;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarchImportColumns, march_import_columns, ADW_TYPE_BIN)

/* In the order of the rows of form_row. */
static const char *const forms[] = {
  [MARCH_TABLE_APART] = N_("Latitude and longitude in two columns"),
  [MARCH_TABLE_LATITUDE_FIRST] = N_("“Latitude, longitude” in one column"),
  [MARCH_TABLE_LONGITUDE_FIRST] = N_("“Longitude, latitude” in one column"),
  [MARCH_TABLE_WKT] = N_("Geometries as well-known text (WKT)"),
};

/* NULL for the line that asks. */
static const char *
get_chosen (MarchImportColumns *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? self->names[selected - 1] : NULL;
}

static MarchTableForm
get_form (MarchImportColumns *self)
{
  return (MarchTableForm) MIN (adw_combo_row_get_selected (self->form_row),
                               G_N_ELEMENTS (forms) - 1);
}

static void
show_rows (MarchImportColumns *self)
{
  gboolean apart = get_form (self) == MARCH_TABLE_APART;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->first_row),
                                 apart ? _("Latitude") : _("Column"));
  gtk_widget_set_visible (GTK_WIDGET (self->second_row), apart);
}

static void
selected_cb (MarchImportColumns *self)
{
  MarchTableForm form = get_form (self);
  const char    *first, *second;

  if (self->filling || self->names == NULL)
    return;
  first = get_chosen (self, self->first_row);
  second = form == MARCH_TABLE_APART ? get_chosen (self, self->second_row) : NULL;
  if (first != NULL && (form != MARCH_TABLE_APART || (second != NULL && first != second)))
    {
      const MarchTableColumns columns = { form, (char *) first, (char *) second };

      g_signal_emit (self, chosen_signal, 0, &columns);
    }
}

/* Which comes first may be turned round at once; else another column is meant. */
static void
form_cb (MarchImportColumns *self)
{
  gboolean turned = get_form (self) != MARCH_TABLE_APART && get_form (self) != MARCH_TABLE_WKT
                    && self->form != MARCH_TABLE_APART && self->form != MARCH_TABLE_WKT;

  if (self->filling)
    return;
  self->form = get_form (self);
  self->filling = TRUE;
  show_rows (self);
  if (!turned)
    {
      adw_combo_row_set_selected (self->first_row, 0);
      adw_combo_row_set_selected (self->second_row, 0);
    }
  self->filling = FALSE;
  selected_cb (self);
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
add_row (MarchImportColumns  *self,
         AdwPreferencesGroup *group,
         const char          *title,
         GCallback            callback)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  march_combo_labels_widen (ADW_COMBO_ROW (row));
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static void
fill_forms (MarchImportColumns *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    gtk_string_list_append (list, _(forms[i]));
  adw_combo_row_set_model (self->form_row, G_LIST_MODEL (list));
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
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
march_import_columns_init (MarchImportColumns *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->filling = TRUE;
  adw_preferences_group_set_title (group, _("Columns"));
  self->form_row = add_row (self, group, _("Positions"), G_CALLBACK (form_cb));
  self->first_row = add_row (self, group, _("Latitude"), G_CALLBACK (selected_cb));
  self->second_row = add_row (self, group, _("Longitude"), G_CALLBACK (selected_cb));
  fill_forms (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  self->filling = FALSE;
}

/**
 * march_import_columns_show:
 * @names: (array zero-terminated=1): of all columns
 * @chosen: (nullable): what is chosen
 */
void
march_import_columns_show (MarchImportColumns      *self,
                           const char *const       *names,
                           const MarchTableColumns *chosen)
{
  g_return_if_fail (MARCH_IS_IMPORT_COLUMNS (self));
  self->filling = TRUE;
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  self->form = chosen != NULL ? chosen->form : MARCH_TABLE_APART;
  adw_combo_row_set_selected (self->form_row, self->form);
  fill (self, self->first_row, chosen != NULL ? chosen->first : NULL);
  fill (self, self->second_row, chosen != NULL ? chosen->second : NULL);
  show_rows (self);
  self->filling = FALSE;
}
