/* march-table.c — a small table that sorts, and gives itself away as text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-table.h"

#include <math.h>
#include <string.h>

#include "widgets/march-spoken-name.h"

#define LEAST_CHARS 9 /* of a cell of text */
#define MOST_LINES 3

#define MARCH_TYPE_TABLE_ROW (march_table_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchTableRow, march_table_row, MARCH, TABLE_ROW, GObject)

struct _MarchTableRow
{
  GObject parent_instance;

  gint64  id;
  char   *whole; /* the first cell's name in full, or NULL */
  char  **cells;
  double *numbers; /* as many */
};

G_DEFINE_FINAL_TYPE (MarchTableRow, march_table_row, G_TYPE_OBJECT)

static void
march_table_row_finalize (GObject *object)
{
  MarchTableRow *self = MARCH_TABLE_ROW (object);

  g_free (self->whole);
  g_strfreev (self->cells);
  g_free (self->numbers);
  G_OBJECT_CLASS (march_table_row_parent_class)->finalize (object);
}

static void
march_table_row_class_init (MarchTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_table_row_finalize;
}

static void
march_table_row_init (MarchTableRow *self)
{
}

struct _MarchTable
{
  GtkWidget parent_instance;

  GtkColumnView    *view;
  GListStore       *rows;
  GListModel       *sorted;
  MarchTableColumn *columns;
  guint             n_columns;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (MarchTable, march_table, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const gboolean number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "number"));
  GtkWidget     *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
    }
  gtk_list_item_set_child (item, label);
}

static const char *
get_whole (const MarchTableRow *row, guint column)
{
  return column == 0 && row->whole != NULL ? row->whole : row->cells[column];
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MarchTableRow *row = gtk_list_item_get_item (item);
  GtkWidget     *label = gtk_list_item_get_child (item);
  const guint    column = GPOINTER_TO_UINT (user_data);

  gtk_label_set_text (GTK_LABEL (label), row->cells[column]);
  if (gtk_label_get_ellipsize (GTK_LABEL (label)) != PANGO_ELLIPSIZE_NONE)
    gtk_widget_set_tooltip_text (label, get_whole (row, column));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MarchTableRow *p = a, *q = b;
  const guint          column = GPOINTER_TO_UINT (user_data);
  const double         x = p->numbers[column], y = q->numbers[column];

  if (isnan (x) && isnan (y))
    return g_utf8_collate (p->cells[column], q->cells[column]);
  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);
  return (x > y) - (x < y);
}

static void
add_column (MarchTable *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn)
      column = gtk_column_view_column_new (self->columns[index].title, factory);
  g_autoptr (GtkSorter)
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (index), NULL));

  g_object_set_data (G_OBJECT (factory), "number",
                     GUINT_TO_POINTER ((guint) self->columns[index].number));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  gtk_column_view_column_set_expand (column, index == 0);
  gtk_column_view_column_set_resizable (column, FALSE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->view, column);
}

static void
activate_cb (MarchTable *self, guint position)
{
  g_autoptr (MarchTableRow) row = g_list_model_get_item (self->sorted, position);

  if (row != NULL)
    g_signal_emit (self, activated_signal, 0, row->id);
}

static void
march_table_dispose (GObject *object)
{
  MarchTable *self = MARCH_TABLE (object);

  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->view));
  self->view = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->sorted);
  G_OBJECT_CLASS (march_table_parent_class)->dispose (object);
}

static void
march_table_finalize (GObject *object)
{
  g_free (MARCH_TABLE (object)->columns);
  G_OBJECT_CLASS (march_table_parent_class)->finalize (object);
}

static void
march_table_class_init (MarchTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = march_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  activated_signal = g_signal_new ("activated", MARCH_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
march_table_init (MarchTable *self)
{
  self->rows = g_list_store_new (MARCH_TYPE_TABLE_ROW);
}

/**
 * march_table_new:
 * @name: what a screen reader calls it
 * @columns: with titles that last
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
march_table_new (const char *name, const MarchTableColumn *columns, guint n_columns)
{
  MarchTable        *self = g_object_new (MARCH_TYPE_TABLE, NULL);
  GtkSortListModel  *sorted;
  GtkSelectionModel *selection;

  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "march-table");
  march_spoken_name_set_list (GTK_WIDGET (self->view), name);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, i);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->sorted = G_LIST_MODEL (g_object_ref (sorted));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/** march_table_clear: takes all rows out; the order that was chosen stays */
void
march_table_clear (MarchTable *table)
{
  g_list_store_remove_all (table->rows);
}

/**
 * march_table_add:
 * @id: what the signal "activated" tells
 * @whole: (nullable): of the first cell, where it is short for something: that is copied
 * @cells: as they are shown, one a column
 * @numbers: what they are sorted by and copied as; NAN for words
 */
void
march_table_add (MarchTable        *table,
                 gint64             id,
                 const char        *whole,
                 const char *const *cells,
                 const double      *numbers)
{
  g_autoptr (MarchTableRow) row = g_object_new (MARCH_TYPE_TABLE_ROW, NULL);

  row->id = id;
  row->whole = g_strdup (whole);
  row->cells = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    row->cells[i] = g_strdup (cells[i]);
  row->numbers = g_memdup2 (numbers, table->n_columns * sizeof *numbers);
  g_list_store_append (table->rows, row);
}

/** march_table_get_n: Returns: how many rows it has */
guint
march_table_get_n (MarchTable *table)
{
  return g_list_model_get_n_items (G_LIST_MODEL (table->rows));
}

/* RFC 4180; with tabs nothing can be quoted, so that they become spaces. */
static void
append_cell (GString *text, const char *cell, char separator)
{
  g_autofree char *copy = g_strdup (cell);

  if (separator == '\t')
    {
      g_string_append (text, g_strdelimit (copy, "\t\r\n", ' '));
      return;
    }
  if (strpbrk (cell, "\",\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_printf (text, *p == '"' ? "\"\"" : "%c", *p);
  g_string_append_c (text, '"');
}

static void
append_row (MarchTable *self, GString *text, const MarchTableRow *row, char separator)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = get_whole (row, i);

      if (self->columns[i].number)
        cell = isnan (row->numbers[i])
                   ? ""
                   : g_ascii_formatd (number, sizeof number, "%.3f", row->numbers[i]);
      if (i > 0)
        g_string_append_c (text, separator);
      append_cell (text, cell, separator);
    }
  g_string_append (text, separator == '\t' ? "\n" : "\r\n");
}

static void
append_heading (GString *text, const MarchTableColumn *column, char separator)
{
  g_autofree char *heading = column->unit != NULL
                                 ? g_strdup_printf ("%s (%s)", column->title, column->unit)
                                 : g_strdup (column->title);

  append_cell (text, heading, separator);
}

/** march_table_to_text: @separator: a tab, or a comma for RFC 4180. Returns: (transfer full): the
 * headings and the rows in the order shown, numbers with a point and three decimals */
char *
march_table_to_text (MarchTable *table, char separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      append_heading (text, &table->columns[i], separator);
    }
  g_string_append (text, separator == '\t' ? "\n" : "\r\n");
  for (guint i = 0; i < g_list_model_get_n_items (table->sorted); i++)
    {
      g_autoptr (MarchTableRow) row = g_list_model_get_item (table->sorted, i);

      append_row (table, text, row, separator);
    }
  return g_string_free (text, FALSE);
}
