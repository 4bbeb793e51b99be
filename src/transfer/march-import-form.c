/* march-import-form.c — what was found in files, and what the analyst says of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-form.h"

#include <glib/gi18n.h>

#include "transfer/march-import-columns.h"
#include "transfer/march-import-found.h"
#include "transfer/march-import-holders.h"
#include "transfer/march-import-memories.h"
#include "transfer/march-import-preview.h"
#include "widgets/march-combo-labels.h"
#include "widgets/march-spoken-name.h"

#define MOST_NOTES 40 /* on the form; the report has all of them */

struct _MarchImportForm
{
  AdwBin              parent;

  MarchImportPlan    *plan; /* the dialog's */
  char               *language;
  GArray             *days; /* of MarchDay, of the map */
  gboolean            filling;
  MarchPlanParts      said; /* by hand, of this plan: no memory says otherwise */
  GPtrArray          *note_rows; /* borrowed */

  /* Template children */
  GtkScrolledWindow  *scroller;
  MarchImportPreview *preview;
  GtkBox             *day_box;
  GtkLabel           *day_label;
  GtkRange           *day_scale;
  AdwActionRow       *files_row;
  AdwActionRow       *features_row;
  AdwExpanderRow     *notes_row;
  MarchImportColumns *columns;
  AdwComboRow        *dates_row;
  GtkEditable        *day_row;
  AdwComboRow        *missing_row;
  AdwComboRow        *key_row;
  AdwComboRow        *basis_row;
  GtkWidget          *points_group;
  GtkSwitch          *points_switch;
  GtkListBox         *holders_list;
  AdwComboRow        *source_row;
  GtkEditable        *title_row;
  GtkEditable        *publisher_row;
  GtkEditable        *address_row;
  AdwComboRow        *grade_row;
};

enum
{
  CHANGED,
  COLUMNS_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchImportForm, march_import_form, ADW_TYPE_BIN)

/* While rows are filled or taken down they tell of changes that nobody made. */
static gboolean
is_deaf (MarchImportForm *self)
{
  return self->filling || self->plan == NULL || gtk_widget_in_destruction (GTK_WIDGET (self));
}

/* The day that the map shows; any, where there is none. */
static MarchDay
get_map_day (MarchImportForm *self)
{
  guint index = (guint) MAX (gtk_range_get_value (self->day_scale), 0);

  return index < self->days->len ? g_array_index (self->days, MarchDay, index) : MARCH_DAY_MIN;
}

static void
show_map (MarchImportForm *self)
{
  MarchDay         day = get_map_day (self);
  g_autofree char *words = self->days->len > 0 ? march_day_describe (day) : NULL;

  gtk_label_set_text (self->day_label, words != NULL ? words : "");
  march_import_preview_show (self->preview, self->plan, day);
}

static void
fill_days (MarchImportForm *self)
{
  g_clear_pointer (&self->days, g_array_unref);
  self->days = march_layer_list_days (self->plan->layer);
  gtk_widget_set_visible (GTK_WIDGET (self->day_box), self->days->len > 1);
  gtk_range_set_range (self->day_scale, 0, MAX (self->days->len, 1) - 1);
  gtk_range_set_increments (self->day_scale, 1, 10);
}

static void
fill_found (MarchImportForm *self)
{
  g_autofree char *files = march_import_found_list_files (self->plan->layer);
  g_autofree char *names = march_import_found_list_names (self->plan->layer);
  g_autofree char *features = march_import_found_count_features (self->plan->layer);
  g_autofree char *days = march_import_found_list_days (self->plan->layer);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->files_row), files);
  adw_action_row_set_subtitle (self->files_row, names);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->features_row), features);
  adw_action_row_set_subtitle (self->features_row, days);
}

static GtkWidget *
new_note_row (const char *words)
{
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "march-import-note");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_note (MarchImportForm *self, const char *words)
{
  GtkWidget *row = new_note_row (words);

  adw_expander_row_add_row (self->notes_row, row);
  g_ptr_array_add (self->note_rows, row);
}

static void
fill_notes (MarchImportForm *self)
{
  MarchLayer      *layer = self->plan->layer;
  guint            n = march_layer_get_n_notes (layer);
  g_autofree char *summary = march_import_found_count_notes (layer);

  while (self->note_rows->len > 0)
    adw_expander_row_remove (self->notes_row, g_ptr_array_steal_index (self->note_rows, 0));
  adw_expander_row_set_subtitle (self->notes_row, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_row), n > 0);
  for (guint i = 0; i < MIN (n, MOST_NOTES); i++)
    {
      g_autofree char *words = march_layer_describe_note (layer, i);

      add_note (self, words);
    }
  if (n > MOST_NOTES)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("… and %u more", "… and %u more",
                                                         n - MOST_NOTES),
                                               n - MOST_NOTES);

      add_note (self, more);
    }
}

static void
set_model (AdwComboRow *row, GtkStringList *list, guint selected)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
  g_object_unref (list);
}

static void
fill_dates (MarchImportForm *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i + 1 < self->plan->choices->len; i++)
    {
      const MarchDateChoice *choice = g_ptr_array_index (self->plan->choices, i);

      gtk_string_list_take (list, march_date_choice_describe (choice));
    }
  gtk_string_list_append (list, _("a day given by hand"));
  set_model (self->dates_row, list, self->plan->choice);
}

static void
fill_columns (MarchImportForm *self)
{
  MarchLayer           *layer = self->plan->layer;
  const MarchLayerFile *file = march_layer_get_file (layer, 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  gtk_widget_set_visible (GTK_WIDGET (self->columns),
                          march_table_columns_are_said (&file->columns));
  if (!march_table_columns_are_said (&file->columns))
    return;
  for (guint i = 0; i < march_layer_get_n_fields (layer); i++)
    g_ptr_array_add (names, (gpointer) march_layer_get_field (layer, i));
  g_ptr_array_add (names, NULL);
  march_import_columns_show (self->columns, (const char *const *) names->pdata, &file->columns);
}

static void
fill_keys (MarchImportForm *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->plan->keys->len; i++)
    gtk_string_list_append (list, ((const MarchPlanKey *) g_ptr_array_index (self->plan->keys, i))
                                      ->label);
  set_model (self->key_row, list, self->plan->key);
  gtk_widget_set_visible (GTK_WIDGET (self->key_row), self->plan->keys->len > 1);
}

static void
holder_cb (gpointer user_data)
{
  MarchImportForm *self = user_data;

  self->said |= MARCH_PLAN_HOLDERS;
  show_map (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_holders (MarchImportForm *self)
{
  march_import_holders_fill (self->holders_list, self->plan, self->language, holder_cb, self);
}

static void
fill_sources (MarchImportForm *self)
{
  GPtrArray     *sources = march_corpus_get_sources (self->plan->corpus);
  GtkStringList *list = gtk_string_list_new (NULL);
  guint          selected = 0;

  gtk_string_list_append (list, _("A new source"));
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      gtk_string_list_append (list, source->title);
      if (source->id == self->plan->source)
        selected = i + 1;
    }
  set_model (self->source_row, list, selected);
}

static void
show_source (MarchImportForm *self)
{
  gboolean   added = self->plan->source == 0;
  GtkWidget *rows[] = { GTK_WIDGET (self->title_row), GTK_WIDGET (self->publisher_row),
                        GTK_WIDGET (self->address_row), GTK_WIDGET (self->grade_row) };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], added);
}

static void
fill_grades (MarchImportForm *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Not graded"));
  for (char grade = 'A'; grade <= 'F'; grade++)
    gtk_string_list_take (list, march_import_found_describe_grade (grade));
  set_model (self->grade_row, list, self->plan->grade != 0 ? self->plan->grade - 'A' + 1u : 0);
}

/* What the plan says now. The choices themselves stay: a row whose model is replaced while it tells
 * of a choice would tell of it for ever. */
static void
update (MarchImportForm *self)
{
  self->filling = TRUE;
  /* A memory may tell apart by what the files have one of. */
  if (g_list_model_get_n_items (adw_combo_row_get_model (self->key_row)) != self->plan->keys->len)
    fill_keys (self);
  fill_days (self);
  fill_found (self);
  fill_notes (self);
  fill_holders (self);
  show_source (self);
  adw_combo_row_set_selected (self->dates_row, self->plan->choice);
  adw_combo_row_set_selected (self->key_row, self->plan->key);
  adw_combo_row_set_selected (self->missing_row, self->plan->missing == MARCH_MISSING_OPEN);
  adw_combo_row_set_selected (self->basis_row, self->plan->basis == MARCH_BASIS_OWN);
  gtk_switch_set_active (self->points_switch, self->plan->points);
  gtk_widget_set_visible (self->points_group,
                          march_import_plan_has_areas (self->plan)
                              && march_layer_count_kind (self->plan->layer, MARCH_GEOMETRY_POINT)
                                     > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->day_row),
                          self->plan->choice + 1 == self->plan->choices->len);
  self->filling = FALSE;
  show_map (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill (MarchImportForm *self)
{
  self->filling = TRUE;
  fill_columns (self);
  fill_dates (self);
  fill_keys (self);
  fill_sources (self);
  fill_grades (self);
  gtk_editable_set_text (self->title_row, self->plan->title != NULL ? self->plan->title : "");
  self->filling = FALSE;
  update (self);
}

static void
day_moved_cb (MarchImportForm *self)
{
  if (!is_deaf (self))
    show_map (self);
}

static void
columns_chosen_cb (MarchImportForm *self, const MarchTableColumns *columns)
{
  g_signal_emit (self, signals[COLUMNS_CHOSEN], 0, columns);
}

static void
dates_chosen_cb (MarchImportForm *self)
{
  if (is_deaf (self))
    return;
  self->said |= MARCH_PLAN_DATES;
  march_import_plan_choose_dates (self->plan, adw_combo_row_get_selected (self->dates_row));
  update (self);
}

static void
day_typed_cb (MarchImportForm *self)
{
  g_autoptr (GError) error = NULL;

  if (is_deaf (self))
    return;
  self->said |= MARCH_PLAN_DATES;
  if (march_import_plan_set_day (self->plan, gtk_editable_get_text (self->day_row), &error))
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day_row), "error");
  fill_found (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
key_chosen_cb (MarchImportForm *self)
{
  if (is_deaf (self))
    return;
  march_import_plan_choose_key (self->plan, adw_combo_row_get_selected (self->key_row));
  self->filling = TRUE;
  fill_holders (self);
  self->filling = FALSE;
  holder_cb (self);
}

static void
choice_cb (MarchImportForm *self)
{
  MarchMissing missing;
  MarchBasis   basis;
  guint        grade;

  if (is_deaf (self))
    return;
  missing = self->plan->missing;
  basis = self->plan->basis;
  grade = adw_combo_row_get_selected (self->grade_row);
  self->plan->missing = adw_combo_row_get_selected (self->missing_row) == 1
                            ? MARCH_MISSING_OPEN
                            : MARCH_MISSING_CARRIED;
  self->plan->basis = adw_combo_row_get_selected (self->basis_row) == 1 ? MARCH_BASIS_OWN
                                                                        : MARCH_BASIS_INDEPENDENT;
  self->plan->grade = grade > 0 ? (char) ('A' + grade - 1) : 0;
  self->said |= self->plan->missing != missing ? MARCH_PLAN_MISSING : 0;
  if (self->plan->basis != basis)
    {
      self->said |= MARCH_PLAN_HOLDERS;
      fill_holders (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
points_switched_cb (MarchImportForm *self)
{
  if (is_deaf (self))
    return;
  self->said |= MARCH_PLAN_POINTS;
  self->plan->points = gtk_switch_get_active (self->points_switch);
  update (self);
}

/* What was said of the source before is said again, but for what the analyst says now. */
static void
source_chosen_cb (MarchImportForm *self)
{
  GPtrArray *sources;
  guint      index;

  if (is_deaf (self))
    return;
  sources = march_corpus_get_sources (self->plan->corpus);
  index = adw_combo_row_get_selected (self->source_row);
  self->plan->source = index > 0 && index <= sources->len
                           ? ((const MarchSource *) g_ptr_array_index (sources, index - 1))->id
                           : 0;
  if (self->plan->source != 0)
    march_import_memories_recall (self->plan, MARCH_PLAN_ALL & ~self->said);
  update (self);
}

static void
take_text (GtkEditable *row, char **member)
{
  g_free (*member);
  *member = g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static void
source_typed_cb (MarchImportForm *self)
{
  g_autofree char *before = NULL;

  if (is_deaf (self))
    return;
  before = g_strdup (self->plan->title);
  take_text (self->title_row, &self->plan->title);
  take_text (self->publisher_row, &self->plan->publisher);
  take_text (self->address_row, &self->plan->address);
  /* One of another dossier, perhaps. */
  if (g_strcmp0 (self->plan->title, before) != 0 && march_import_memories_knows (self->plan))
    {
      march_import_memories_recall (self->plan, MARCH_PLAN_ALL & ~self->said);
      update (self);
      return;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
march_import_form_finalize (GObject *object)
{
  MarchImportForm *self = MARCH_IMPORT_FORM (object);

  g_free (self->language);
  g_clear_pointer (&self->days, g_array_unref);
  g_ptr_array_unref (self->note_rows);
  G_OBJECT_CLASS (march_import_form_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchImportForm, name)
  BIND (scroller);
  BIND (preview);
  BIND (day_box);
  BIND (day_label);
  BIND (day_scale);
  BIND (files_row);
  BIND (features_row);
  BIND (notes_row);
  BIND (columns);
  BIND (points_group);
  BIND (points_switch);
  BIND (dates_row);
  BIND (day_row);
  BIND (missing_row);
  BIND (key_row);
  BIND (basis_row);
  BIND (holders_list);
  BIND (source_row);
  BIND (title_row);
  BIND (publisher_row);
  BIND (address_row);
  BIND (grade_row);
#undef BIND
}

static void
march_import_form_class_init (MarchImportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_import_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_IMPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[COLUMNS_CHOSEN] = g_signal_new ("columns-chosen", MARCH_TYPE_IMPORT_FORM,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_POINTER);
  g_type_ensure (MARCH_TYPE_IMPORT_COLUMNS);
  g_type_ensure (MARCH_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-import-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, day_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_typed_cb);
}

static void
march_import_form_init (MarchImportForm *self)
{
  AdwComboRow **rows[] = { &self->dates_row, &self->missing_row, &self->key_row,
                           &self->basis_row, &self->source_row,  &self->grade_row };

  self->note_rows = g_ptr_array_new ();
  self->days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    march_combo_labels_widen (*rows[i]);
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

/**
 * march_import_form_show:
 * @plan: has to stay until another is shown or the form is gone
 * @language: of names, BCP 47
 */
void
march_import_form_show (MarchImportForm *self, MarchImportPlan *plan, const char *language)
{
  g_return_if_fail (MARCH_IS_IMPORT_FORM (self) && plan != NULL);
  self->plan = plan;
  self->said = 0;
  g_free (self->language);
  self->language = g_strdup (language);
  fill (self);
}
