/* march-window-private.h — what the files of the window share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/march-adaptive-bin.h"
#include "app/march-welcome.h"
#include "app/march-window.h"
#include "map/march-map-view.h"
#include "panel/march-panel.h"
#include "panel/march-why-page.h"
#include "reader/march-reader-page.h"
#include "timeline/march-timeline.h"

G_BEGIN_DECLS

struct _MarchWindow
{
  AdwApplicationWindow parent;

  MarchSession        *session;
  GSettings           *settings;

  /* While a dossier is being opened */
  GCancellable        *opening;
  GFile               *opening_file;
  guint                spinner_timeout;
  GPtrArray           *awaiting; /* of GFile: to be taken in once a dossier is open; NULL: none */

  /* While a dossier is open */
  GFileMonitor        *monitor;
  guint                look_timeout;

  gboolean             closing; /* once everything is saved */
  gboolean             close_again; /* asked for while something else than a save was under way */
  gpointer             areas_corpus; /* of which the menu of areas is; to compare only */
  gpointer             drawn_dossier; /* of which a shape is drawn; to compare only */
  MarchReaderPage     *reader; /* NULL until it is shown for the first time */

  /* Template children */
  AdwToastOverlay     *toasts;
  AdwToast            *undo_toast;         /* weak; NULL: none undoes what was done last */
  gconstpointer        undo_toast_corpus;  /* to be compared: the one it would undo from */
  MarchAdaptiveBin    *adaptive;
  GtkWidget           *drop_hint; /* while files are dragged over the window */
  GtkRevealer         *cover; /* the page before, until the map is drawn */
  GtkPicture          *cover_picture;
  GtkStack            *stack;
  MarchWelcome        *welcome;
  GtkSpinner          *spinner;
  AdwLeaflet          *leaflet;
  AdwHeaderBar        *header;
  AdwWindowTitle      *title;
  AdwWindowTitle      *why_title;
  AdwSplitButton      *open_button;
  GtkInfoBar          *changed_bar;
  GtkLabel            *changed_label;
  GtkButton           *reload_button;
  GtkButton           *undo_button;
  GtkButton           *redo_button;
  GtkSpinner          *busy_spinner;
  GtkMenuButton       *menu_button;
  GMenu               *areas_section;
  GtkToggleButton     *panel_button;
  GtkToggleButton     *present_button;
  AdwButtonContent    *present_content;
  GtkButton           *search_button;
  GtkMenuButton       *lens_button;
  GtkBox              *lens_box;
  GtkWidget           *disagreement_toggle;
  AdwFlap             *flap;
  MarchMapView        *map;
  MarchTimeline       *timeline;
  AdwClamp            *panel_clamp;
  MarchPanel          *panel;
  MarchWhyPage        *why;
  AdwBin              *reader_slot;
};

void march_window_install_actions (GtkWidgetClass *widget_class);
void march_window_add_actions     (MarchWindow *window);
void march_window_update_actions  (MarchWindow *window);
void march_window_show_error      (MarchWindow *window, const char *heading, const GError *error);
void march_window_name_author     (MarchWindow *window);
void march_window_remember_size   (MarchWindow *window);

void march_window_bind_header     (GtkWidgetClass *widget_class);
void march_window_watch_header    (MarchWindow *window);
void march_window_update_title    (MarchWindow *window);
void march_window_update_subtitle (MarchWindow *window);

void march_window_bind_opening    (GtkWidgetClass *widget_class);
void march_window_watch_opening   (MarchWindow *window);
void march_window_stop_opening    (MarchWindow *window);
void march_window_show_dossier    (MarchWindow *window, MarchDossier *dossier);

void march_window_install_document_actions (GtkWidgetClass *widget_class);
void march_window_watch_document           (MarchWindow *window);
void march_window_name_steps               (MarchWindow *window);

void march_window_install_save_actions     (GtkWidgetClass *widget_class);
void march_window_install_copy_actions     (GtkWidgetClass *widget_class);
void march_window_save                     (MarchWindow *window, MarchSaveFlags flags);
void march_window_finish_close             (MarchWindow *window);
void march_window_toast                    (MarchWindow *window, const char *words);
void march_window_toast_undo               (MarchWindow *window, const char *words);
void march_window_check_undo_toast         (MarchWindow *window);

void march_window_watch_file               (MarchWindow *window);
void march_window_stop_watching_file       (MarchWindow *window);
void march_window_answer_changed           (MarchWindow *window, int response);

void march_window_install_transfer_actions (GtkWidgetClass *widget_class);
void march_window_install_changes_actions  (GtkWidgetClass *widget_class);
void march_window_accept_files             (MarchWindow *window);
void march_window_await_dossier            (MarchWindow *window, GPtrArray *files);
void march_window_ask_dossier              (MarchWindow *window, const char *body);
void march_window_watch_areas              (MarchWindow *window);

void     march_window_install_reader_actions (GtkWidgetClass *widget_class);
void     march_window_install_source_actions (GtkWidgetClass *widget_class);
void     march_window_install_place_actions (GtkWidgetClass *widget_class);
void     march_window_install_record_actions (GtkWidgetClass *widget_class);
void     march_window_install_evidence_actions (GtkWidgetClass *widget_class);
gboolean march_window_stop_drawing          (MarchWindow *window);
void     march_window_watch_reader           (MarchWindow *window);
MarchReaderPage *march_window_get_reader     (MarchWindow *window);
gboolean march_window_has_dialog             (MarchWindow *window);
gboolean march_window_is_coding              (MarchWindow *window);
gboolean march_window_is_reading             (MarchWindow *window);
gboolean march_window_ask_about_coding       (MarchWindow *window);

G_END_DECLS
