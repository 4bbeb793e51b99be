/* march-ui.c — what the tests of the window share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "app/march-installation.h"
#include "widgets/march-text-row.h"

#define DEADLINE_US (20 * G_USEC_PER_SEC)

static MarchApplication *application;

/** march_ui_init: sets up test, toolkit and application */
void
march_ui_init (int    *argc,
               char ***argv)
{
  g_autoptr (GError) error = NULL;

  march_installation_prepare ();
  gtk_test_init (argc, argv, NULL);
  /* GTK 4.8 warns of a negative width inside its own shortcuts window. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  application = march_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static gboolean
time_is_up (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

/** march_ui_wait: runs the main loop until @condition holds; fails the test, saying @what, if it
 * does not in time */
void
march_ui_wait (MarchUiCondition condition,
               gpointer         data,
               const char      *what)
{
  const gint64 end = g_get_monotonic_time () + DEADLINE_US;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain until %s", what);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static gboolean
is_idle (gpointer dossier)
{
  gboolean busy = TRUE;

  g_object_get (dossier, "busy", &busy, NULL);
  return !busy;
}

/** march_ui_await_edit: waits until what is done to @dossier on another thread is done */
void
march_ui_await_edit (MarchDossier *dossier)
{
  march_ui_wait (is_idle, dossier, "the edit is done");
}

/** march_ui_settle: runs the main loop for so long, where nothing is expected to happen */
void
march_ui_settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  march_ui_wait (time_is_up, &end, "time is up");
}

static gboolean
has_dossier (gpointer data)
{
  return march_session_get_snapshot (march_window_get_session (data)) != NULL;
}

static gboolean
is_painted (gpointer data)
{
  GtkWidget *map = march_ui_find (data, MARCH_TYPE_MAP_VIEW);

  return map != NULL && march_map_view_is_painted (MARCH_MAP_VIEW (map));
}

static MarchWindow *
open_window (GFile *file,
             int    width,
             int    height)
{
  MarchWindow *window = march_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  march_window_open (window, file);
  march_ui_wait (has_dossier, window, "the dossier is open");
  march_ui_wait (is_painted, window, "the map is painted");
  march_ui_settle (300);
  march_ui_wait (is_painted, window, "the map is painted");
  return window;
}

/** march_ui_open: Returns: a wide window that shows the shipped dossier, painted */
MarchWindow *
march_ui_open (void)
{
  return march_ui_open_sized (1340, 860);
}

/** march_ui_open_sized: the same in that size */
MarchWindow *
march_ui_open_sized (int width,
                     int height)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_BUILD_ROOT"), SHIPPED_DOSSIER,
                                            NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return open_window (file, width, height);
}

/** march_ui_open_file: the same with another dossier */
MarchWindow *
march_ui_open_file (GFile *file)
{
  return open_window (file, 1340, 860);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/** march_ui_close: closes the window and sees that nothing keeps it */
void
march_ui_close (MarchWindow *window)
{
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_close (GTK_WINDOW (window));
  march_ui_wait (is_gone, &alive, "the window is gone");
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer wanted);

static GtkWidget *
find_mapped (GtkWidget    *root,
             Match         match,
             gconstpointer wanted)
{
  if (gtk_widget_get_mapped (root) && match (root, wanted))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, match, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget    *widget,
          gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

/** march_ui_find: Returns: (nullable): the first mapped widget of that type below @root */
GtkWidget *
march_ui_find (GtkWidget *root,
               GType      type)
{
  return find_mapped (root, has_type, &type);
}

static gboolean
reads (GtkWidget    *widget,
       gconstpointer part)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

/** march_ui_find_text: Returns: (nullable): the first mapped label below @root whose text holds
 * @part */
GtkWidget *
march_ui_find_text (GtkWidget  *root,
                    const char *part)
{
  return find_mapped (root, reads, part);
}

static gboolean
has_tooltip (GtkWidget    *widget,
             gconstpointer tooltip)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

/** march_ui_find_tooltip: Returns: (nullable): the first mapped widget below @root with it */
GtkWidget *
march_ui_find_tooltip (GtkWidget  *root,
                       const char *tooltip)
{
  return find_mapped (root, has_tooltip, tooltip);
}

static gboolean
has_title (GtkWidget    *widget,
           gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

/** march_ui_find_row: Returns: (nullable): the first mapped row below @root with that title */
GtkWidget *
march_ui_find_row (GtkWidget  *root,
                   const char *title)
{
  return find_mapped (root, has_title, title);
}

/** march_ui_get_row: Returns: the row below @root with that title, which is there */
GtkWidget *
march_ui_get_row (GtkWidget  *root,
                  const char *title)
{
  GtkWidget *row = march_ui_find_row (root, title);

  if (row == NULL)
    g_error ("there is no row “%s”", title);
  return row;
}

static gboolean
has_label (GtkWidget    *widget,
           gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/** march_ui_find_button: Returns: (nullable): the first mapped button below @root so labelled */
GtkWidget *
march_ui_find_button (GtkWidget  *root,
                      const char *label)
{
  return find_mapped (root, has_label, label);
}

/** march_ui_type_into: types into the row below @root with that title */
void
march_ui_type_into (GtkWidget  *root,
                    const char *title,
                    const char *text)
{
  march_typed_set_text (march_ui_get_row (root, title), text);
}

/** march_ui_press: clicks the button below @root so labelled, which can be */
void
march_ui_press (GtkWidget  *root,
                const char *label)
{
  GtkWidget *button = march_ui_find_button (root, label);

  if (button == NULL || !gtk_widget_is_sensitive (button))
    g_error ("“%s” can't be clicked", label);
  g_signal_emit_by_name (button, "clicked");
}

/** march_ui_press_key: presses a key where @widget listens itself. Returns: whether it took it */
gboolean
march_ui_press_key (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  return taken;
}

/** march_ui_choose: of the choices of the row below @root with that title the one that reads so */
void
march_ui_choose (GtkWidget  *root,
                 const char *title,
                 const char *choice)
{
  AdwComboRow *row = ADW_COMBO_ROW (march_ui_get_row (root, title));
  GListModel  *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), choice))
      {
        adw_combo_row_set_selected (row, i);
        return;
      }
  g_error ("“%s” is no choice of “%s”", choice, title);
}

/** march_ui_get_chosen: Returns: how the choice of the row below @root with that title reads */
const char *
march_ui_get_chosen (GtkWidget  *root,
                     const char *title)
{
  AdwComboRow *row = ADW_COMBO_ROW (march_ui_get_row (root, title));

  return gtk_string_object_get_string (GTK_STRING_OBJECT (adw_combo_row_get_selected_item (row)));
}

/** march_ui_find_window: Returns: (nullable): the window of that type; at most one is open */
GtkWindow *
march_ui_find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (g_type_is_a (G_OBJECT_TYPE (item->data), type))
      return item->data;
  return NULL;
}

/** march_ui_get: Returns: the first mapped widget of that type in the window, which has one */
GtkWidget *
march_ui_get (MarchWindow *window,
              GType        type)
{
  GtkWidget *found = march_ui_find (GTK_WIDGET (window), type);

  g_assert_nonnull (found);
  return found;
}

/** march_ui_get_map: Returns: the window's map */
MarchMapView *
march_ui_get_map (MarchWindow *window)
{
  return MARCH_MAP_VIEW (march_ui_get (window, MARCH_TYPE_MAP_VIEW));
}

typedef struct
{
  GtkWidget  *root;
  const char *part;
} Wanted;

static gboolean
is_read (gpointer data)
{
  const Wanted *wanted = data;

  return march_ui_find_text (wanted->root, wanted->part) != NULL;
}

/** march_ui_assert_read: waits until a label below @root holds @part */
void
march_ui_assert_read (GtkWidget  *root,
                      const char *part)
{
  Wanted wanted = { root, part };

  march_ui_wait (is_read, &wanted, part);
}

/** march_ui_find_place: Returns: the place of that code, which the dossier has */
const MarchPlace *
march_ui_find_place (MarchSession *session,
                     const char   *code)
{
  const MarchPlace *place = march_corpus_find_place (march_session_get_corpus (session), code,
                                                     NULL);

  g_assert_nonnull (place);
  return place;
}

/** march_ui_click: clicks on the map where a place's name stands, which is in view */
void
march_ui_click (MarchWindow *window,
                const char  *code,
                int          n_press)
{
  MarchMapView     *map = march_ui_get_map (window);
  const MarchPlace *place = march_ui_find_place (march_window_get_session (window), code);
  MarchView         view;
  double            longitude, latitude, x, y;

  g_assert_true (march_map_view_get_view (map, &view));
  march_geometry_get_label_point (place->geometry, &longitude, &latitude);
  march_view_project (&view, longitude, latitude, &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, view.width);
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, view.height);
  march_map_view_click (map, x, y, n_press);
}
