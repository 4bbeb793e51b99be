/* march-export-dialog.c — the map as a picture, a page, a series of pictures or a table */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-export-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/march-typed-day.h"
#include "transfer/march-export.h"
#include "widgets/march-combo-labels.h"
#include "widgets/march-spoken-name.h"
#include "widgets/march-theme.h"

#define WIDTH 560
#define HEIGHT 720

static const struct
{
  int width;
  int height;
} sizes[] = { { 1600, 900 }, { 1920, 1080 }, { 2560, 1440 }, { 3840, 2160 }, { 1080, 1080 } };

/* Lines of the row that chooses a part of the map. */
enum
{
  PART_ALL,
  PART_WINDOW,
  PART_PLACE,
};

struct _MarchExportDialog
{
  MarchTaskDialog     parent;

  MarchSession       *session;
  MarchView           view;        /* of the window's map */
  char               *path;

  /* Template children */
  GtkButton          *export_button;
  AdwComboRow        *kind_row;
  AdwComboRow        *format_row;
  AdwComboRow        *size_row;
  AdwComboRow        *page_row;
  GtkEditable        *day_row;
  GtkEditable        *from_row;
  GtkEditable        *to_row;
  AdwComboRow        *every_row;
  GtkEditable        *compare_row;
  GtkWidget          *look_group;
  GtkEditable        *title_row;
  AdwComboRow        *part_row;
  AdwComboRow        *lens_row;
  AdwComboRow        *theme_row;
};

static guint exported_signal;

G_DEFINE_FINAL_TYPE (MarchExportDialog, march_export_dialog, MARCH_TYPE_TASK_DIALOG)

static MarchExportKind
get_kind (MarchExportDialog *self)
{
  return (MarchExportKind) adw_combo_row_get_selected (self->kind_row);
}

static MarchPictureFormat
get_format (MarchExportDialog *self)
{
  return (MarchPictureFormat) adw_combo_row_get_selected (self->format_row);
}

static void
march_export_dialog_page_shown (MarchTaskDialog *dialog, const char *name)
{
  gtk_widget_set_sensitive (GTK_WIDGET (MARCH_EXPORT_DIALOG (dialog)->export_button),
                            g_str_equal (name, "form"));
}

/* Whether the text of a row that is asked for is a day. */
static gboolean
read_day (GtkEditable *row, MarchDay *day, GError **error)
{
  g_autofree char *remark = NULL;

  if (march_typed_day_read (gtk_editable_get_text (row), MARCH_DAY_MIN + 1, MARCH_DAY_MAX - 1, day,
                            &remark, error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      return TRUE;
    }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return FALSE;
}

/* The typed days; those that are not asked for stay as they are. */
typedef struct
{
  MarchDay from, to;
  gboolean compares;
  MarchDay other;
} Days;

static gboolean
has_areas (MarchExportDialog *self)
{
  return march_corpus_get_area_imports (march_session_get_corpus (self->session))->len > 0;
}

static gboolean
is_picture (MarchExportDialog *self)
{
  return get_kind (self) == MARCH_EXPORT_MAP || get_kind (self) == MARCH_EXPORT_SERIES;
}

static gboolean
read_days (MarchExportDialog *self, Days *days, GError **error)
{
  days->compares = is_picture (self) && has_areas (self)
                   && *gtk_editable_get_text (self->compare_row) != '\0';
  gtk_widget_remove_css_class (GTK_WIDGET (self->compare_row), "error");
  if (get_kind (self) == MARCH_EXPORT_SERIES
          ? !read_day (self->from_row, &days->from, error)
                || !read_day (self->to_row, &days->to, error)
          : !read_day (self->day_row, &days->from, error))
    return FALSE;
  return !days->compares || read_day (self->compare_row, &days->other, error);
}

static void
update_cb (MarchExportDialog *self)
{
  MarchPictureFormat format = get_format (self);
  gboolean picture = is_picture (self), series = get_kind (self) == MARCH_EXPORT_SERIES;
  Days     days = { 0 };
  g_autoptr (GError) error = NULL;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->session == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->format_row), picture);
  gtk_widget_set_visible (GTK_WIDGET (self->size_row), picture && format != MARCH_PICTURE_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->page_row), picture && format == MARCH_PICTURE_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->day_row), !series);
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), series);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), series);
  gtk_widget_set_visible (GTK_WIDGET (self->every_row), series);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_row), picture && has_areas (self));
  gtk_widget_set_visible (self->look_group, picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button),
                            read_days (self, &days, &error));
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), error != NULL ? error->message : "");
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean         good = march_export_write_finish (result, &error);
  g_autofree char *name = g_path_get_basename (self->path);

  if (good)
    g_signal_emit (self, exported_signal, 0, name);
  if (!march_task_dialog_end (MARCH_TASK_DIALOG (self)))
    return;
  if (good)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  march_task_dialog_fail (MARCH_TASK_DIALOG (self), NULL, error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), _("It was cancelled."));
}

static void
fill_picture (MarchExportDialog *self, MarchExport *export)
{
  MarchPicture *picture = &export->job.picture;
  guint         size = MIN (adw_combo_row_get_selected (self->size_row), G_N_ELEMENTS (sizes) - 1);
  guint         part = adw_combo_row_get_selected (self->part_row);
  const char   *title = gtk_editable_get_text (self->title_row);

  picture->width = sizes[size].width;
  picture->height = sizes[size].height;
  picture->scale = 1;
  picture->style = march_style_new (
      (MarchTheme) adw_combo_row_get_selected (self->theme_row),
      (MarchPaintLens) adw_combo_row_get_selected (self->lens_row));
  picture->style.points = march_session_get_points (self->session);
  march_style_set_language (&picture->style, export->language);
  export->title = *title != '\0' ? g_strdup (title) : NULL;
  if (part == PART_PLACE)
    picture->place = march_session_get_place (self->session);
  else if (part == PART_WINDOW)
    {
      export->view = self->view;
      picture->view = &export->view;
    }
}

/* The window's view in a picture of another shape: the same middle, and all of it. */
static void
fit_view (MarchExport *export)
{
  MarchView *view = &export->view;
  double     width = export->job.picture.width, height = export->job.picture.height;
  double     factor = MIN (width / view->width, height / view->height);
  double     world = march_view_world (view);

  view->x -= (width / factor - view->width) / 2 / world;
  view->y -= (height / factor - view->height) / 2 / world;
  view->zoom += log2 (factor);
  view->width = width;
  view->height = height;
  view->scale = 1;
}

static MarchExport *
new_export (MarchExportDialog *self, const char *path)
{
  MarchExport *export = g_new0 (MarchExport, 1);
  Days         days = { 0 };

  read_days (self, &days, NULL);
  export->kind = get_kind (self);
  export->corpus = march_corpus_ref (march_session_get_corpus (self->session));
  export->question = *march_snapshot_get_question (march_session_get_snapshot (self->session));
  export->question.as_of = days.from;
  export->series = (MarchPictureSeries){
    .from = days.from,
    .to = days.to,
    .every = (MarchPictureEvery) adw_combo_row_get_selected (self->every_row)
  };
  export->language = g_strdup (march_session_get_language (self->session));
  export->path = g_strdup (path);
  export->job.format = get_format (self);
  export->job.compares = days.compares;
  export->job.other_day = days.other;
  export->job.page_size = (MarchPageSize) adw_combo_row_get_selected (self->page_row);
  fill_picture (self, export);
  if (export->job.picture.view != NULL)
    fit_view (export);
  return export;
}

/** march_export_dialog_write: writes what the dialog says to @path, off the main thread */
void
march_export_dialog_write (MarchExportDialog *self, const char *path)
{
  MarchTaskDialog *dialog = MARCH_TASK_DIALOG (self);
  GCancellable    *cancellable;

  g_return_if_fail (MARCH_IS_EXPORT_DIALOG (self) && path != NULL);
  g_free (self->path);
  self->path = g_strdup (path);
  cancellable = march_task_dialog_begin (dialog, _("Exporting"), NULL, "form");
  march_export_write_async (new_export (self, path), march_task_dialog_get_progress (dialog),
                            cancellable, written_cb, g_object_ref (self));
}

static void
response_cb (GtkNativeDialog *dialog, int response, MarchExportDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    march_export_dialog_write (self, path);
  g_object_unref (dialog);
}

static char *
propose_name (MarchExportDialog *self)
{
  MarchDossier    *dossier = march_session_get_dossier (self->session);
  g_autofree char *title = g_strdelimit (g_strdup (march_dossier_get_title (dossier)), "/", '-');
  const char      *ending = march_picture_format_get_ending (get_format (self));

  if (get_kind (self) == MARCH_EXPORT_TABLE)
    ending = "csv";
  else if (get_kind (self) == MARCH_EXPORT_AREAS)
    ending = "geojson";
  return g_strdup_printf ("%s %s.%s", title, gtk_editable_get_text (self->day_row), ending);
}

static void
export_cb (MarchExportDialog *self)
{
  gboolean              series = get_kind (self) == MARCH_EXPORT_SERIES;
  g_autofree char      *name = propose_name (self);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      series ? _("Folder for the Pictures") : _("Export"), GTK_WINDOW (self),
      series ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
      NULL);

  if (!series)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
march_export_dialog_finalize (GObject *object)
{
  MarchExportDialog *self = MARCH_EXPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_free (self->path);
  G_OBJECT_CLASS (march_export_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchExportDialog, name)
  BIND (export_button);
  BIND (kind_row);
  BIND (format_row);
  BIND (size_row);
  BIND (page_row);
  BIND (day_row);
  BIND (from_row);
  BIND (to_row);
  BIND (every_row);
  BIND (compare_row);
  BIND (look_group);
  BIND (title_row);
  BIND (part_row);
  BIND (lens_row);
  BIND (theme_row);
#undef BIND
}

static void
march_export_dialog_class_init (MarchExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = march_export_dialog_finalize;
  MARCH_TASK_DIALOG_CLASS (klass)->page_shown = march_export_dialog_page_shown;
  exported_signal = g_signal_new ("exported", MARCH_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
widen_rows (MarchExportDialog *self)
{
  AdwComboRow *rows[] = { self->kind_row, self->format_row, self->size_row, self->page_row,
                          self->every_row, self->part_row, self->lens_row, self->theme_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    march_combo_labels_widen (rows[i]);
}

static void
march_export_dialog_init (MarchExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  widen_rows (self);
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

static void
fill_sizes (MarchExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_take (list, g_strdup_printf ("%d × %d", sizes[i].width, sizes[i].height));
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (list));
}

static void
fill_parts (MarchExportDialog *self)
{
  const MarchPlace *place = march_session_get_place (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("The whole dossier"));
  gtk_string_list_append (list, _("As in the window"));
  if (place != NULL)
    gtk_string_list_append (
        list, march_place_get_name (place, march_session_get_language (self->session)));
  adw_combo_row_set_model (self->part_row, G_LIST_MODEL (list));
}

static void
fill_compared (MarchExportDialog *self)
{
  MarchDay day = march_area_desk_get_compared_day (march_session_get_area_desk (self->session));
  g_autofree char *text = day != MARCH_DAY_MAX ? march_day_to_iso (day) : g_strdup ("");

  gtk_editable_set_text (self->compare_row, text);
}

/* As the window shows it now. */
static void
fill (MarchExportDialog *self)
{
  const MarchDossierFacts *facts
      = march_corpus_get_facts (march_session_get_corpus (self->session));
  g_autofree char *day = march_day_to_iso (march_session_get_as_of (self->session));
  g_autofree char *first = march_day_to_iso (facts->first);

  fill_sizes (self);
  fill_parts (self);
  gtk_editable_set_text (self->day_row, day);
  gtk_editable_set_text (self->from_row, first);
  gtk_editable_set_text (self->to_row, day);
  fill_compared (self);
  gtk_editable_set_text (self->title_row, facts->title);
  adw_combo_row_set_selected (self->lens_row, march_session_get_lens (self->session));
  adw_combo_row_set_selected (self->theme_row, MARCH_THEME_LIGHT);
  update_cb (self);
}

/** march_export_dialog_new: @view: what the window's map shows. Returns: (transfer none): a dialog
 * over @parent; GTK owns it, as any window */
MarchExportDialog *
march_export_dialog_new (GtkWindow *parent, MarchSession *session, const MarchView *view)
{
  MarchExportDialog *self = g_object_new (MARCH_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->view = *view;
  march_task_dialog_set_size (MARCH_TASK_DIALOG (self), parent, WIDTH, HEIGHT);
  march_task_dialog_show_page (MARCH_TASK_DIALOG (self), "form");
  fill (self);
  /* Not what leaves it again. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->kind_row));
  return self;
}
