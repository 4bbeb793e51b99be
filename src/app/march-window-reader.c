/* march-window-reader.c — the page Reader in a window: how it is reached, and how it is left */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"
#include "sources/march-source-list.h"
#include "widgets/march-message.h"

#include <glib/gi18n.h>

/** march_window_is_reading: Returns: whether the page Reader is in view */
gboolean
march_window_is_reading (MarchWindow *self)
{
  return g_str_equal (adw_leaflet_get_visible_child_name (self->leaflet), "reader");
}

static void
coded_cb (MarchWindow *self, gint64 quotation, gint64 place)
{
  march_window_toast_undo (self, _("The passage is in the dossier"));
}

static void
picking_cb (MarchWindow *self)
{
  march_window_toast (self, _("Choose a place on the map; Ctrl+R goes back without one"));
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

/* The page with its list and its forms is most of the window's widgets, and many who open a dossier
 * don't go there: it is made when it is first shown. */
static void
make_reader (MarchWindow *self)
{
  GtkWidget *list = march_source_list_new (self->session);

  self->reader = g_object_new (MARCH_TYPE_READER_PAGE, "session", self->session, "menu-model",
                               gtk_menu_button_get_menu_model (self->menu_button), NULL);
  march_reader_page_set_list (self->reader, list);
  march_reader_page_set_room (self->reader, march_adaptive_bin_get_room (self->adaptive));
  g_object_bind_property (list, "source", self->reader, "source", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (list, "activated", G_CALLBACK (march_reader_page_enter_text),
                           self->reader, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "coded", G_CALLBACK (coded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "picking", G_CALLBACK (picking_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->reader_slot, GTK_WIDGET (self->reader));
  march_window_name_steps (self);
}

/** march_window_get_reader: Returns: (transfer none): the page, which is made if need be */
MarchReaderPage *
march_window_get_reader (MarchWindow *self)
{
  if (self->reader == NULL)
    make_reader (self);
  return self->reader;
}

static void
show_reader (MarchWindow *self)
{
  march_window_get_reader (self);
  adw_leaflet_set_visible_child_name (self->leaflet, "reader");
}

/* A page that is made while the session asks for the text has not heard that. */
static void
show_text_cb (MarchWindow *self, gint64 source, gint64 quotation)
{
  const gboolean made = self->reader == NULL;

  show_reader (self);
  if (made)
    march_reader_page_show_text (self->reader, source, quotation);
}

static void
reader_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_reader (MARCH_WINDOW (widget));
}

/* Of a source, or of a quotation: then at its place. */
static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow          *self = MARCH_WINDOW (widget);
  MarchCorpus          *corpus = march_session_get_corpus (self->session);
  gint64                source_id = 0, quotation_id = 0;
  const MarchSource    *source = NULL;
  const MarchQuotation *quotation = NULL;

  g_variant_get (parameter, "(xx)", &source_id, &quotation_id);
  source = corpus != NULL ? march_corpus_get_source (corpus, source_id) : NULL;
  if (source == NULL)
    return;
  if (quotation_id != 0)
    quotation = march_corpus_get_quotation (corpus, quotation_id);
  march_session_show_text (self->session, source, quotation);
}

static void
coding_response_cb (MarchWindow *self, const char *response)
{
  if (g_str_equal (response, "cancel"))
    {
      show_reader (self);
      return;
    }
  march_reader_page_end_coding (self->reader);
  gtk_window_close (GTK_WINDOW (self));
}

/** march_window_is_coding: Returns: whether something was typed in the reader and is not saved */
gboolean
march_window_is_coding (MarchWindow *self)
{
  return self->reader != NULL && march_reader_page_is_coding (self->reader);
}

/** march_window_ask_about_coding: asks before the window is closed on a passage that was typed and
 * not saved. Returns: whether there is one */
gboolean
march_window_ask_about_coding (MarchWindow *self)
{
  AdwMessageDialog *dialog = NULL;

  if (!march_window_is_coding (self))
    return FALSE;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _("Close without the Passage?"),
      _("What was typed for the quoted words in the reader is not saved.")));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Go Back to It"), "discard",
                                    _("_Close without It"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (coding_response_cb), self,
                           G_CONNECT_SWAPPED);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
  return TRUE;
}

/** march_window_install_reader_actions: the actions of this file, for the class */
void
march_window_install_reader_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.reader", NULL, reader_action);
  gtk_widget_class_install_action (widget_class, "win.read", "(xx)", read_action);
}

/** march_window_watch_reader: shows the page when somebody asks for a text, for one window */
void
march_window_watch_reader (MarchWindow *self)
{
  g_signal_connect_object (self->session, "show-text", G_CALLBACK (show_text_cb), self,
                           G_CONNECT_SWAPPED);
}
