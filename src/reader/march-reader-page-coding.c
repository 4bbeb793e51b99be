/* march-reader-page-coding.c — quoting from the page Reader, coding, and linking anew */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "reader/march-reader-page-private.h"
#include "reader/march-relink.h"
#include "widgets/march-message.h"

static void
tell_refusal (MarchReaderPage *self, const GError *error)
{
  gtk_label_set_text (self->status, error->message);
  gtk_image_set_from_icon_name (self->status_icon, "dialog-warning-symbolic");
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/** march_reader_page_describe_aim: Returns: (transfer full): what the next words that are quoted
 * bear on, and what to do */
char *
march_reader_page_describe_aim (MarchReaderPage *self)
{
  MarchCorpus          *corpus = march_reader_page_get_corpus (self);
  const MarchAssertion *assertion = march_corpus_get_assertion (corpus, self->aim);
  const MarchProposal  *proposal = march_corpus_get_proposal (corpus, self->aim);
  g_autofree char      *said = assertion != NULL ? march_words_assertion (assertion, NULL)
                               : proposal != NULL ? g_strdup (proposal->title)
                                                  : g_strdup ("");
  g_autofree char      *end
      = assertion != NULL && assertion->place != NULL
            ? g_strjoin (" · ", march_place_get_name (assertion->place,
                                                      march_words_get_language (NULL)), said, NULL)
            : g_strdup (said);

  if (self->alike)
    /* Translators: what is said, such as "Brena · Held by Velmark". */
    return g_strdup_printf (_("Select words of somebody else that say “%s” and press L; Escape "
                              "gives it up"),
                            end);
  /* Translators: what is said, such as "Brena · Held by Velmark". */
  return g_strdup_printf (_("Select words that bear on “%s” and press L; Escape gives it up"), end);
}

/**
 * march_reader_page_aim:
 * @bears_on: id of an assertion or a proposal, which the next words that are quoted support, or a
 *   quotation that is taken up; 0: nothing any more
 * @alike: they support a new assertion that says the same by somebody else
 */
void
march_reader_page_aim (MarchReaderPage *self, gint64 bears_on, gboolean alike)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  self->relinked = 0;
  self->aim = bears_on;
  self->alike = alike;
  march_reader_page_show_status (self);
}

/* What was just begun bears on that, unless it is gone. */
static void
take_aim (MarchReaderPage *self)
{
  MarchCorpus *corpus = march_reader_page_get_corpus (self);

  if (self->aim == 0)
    return;
  if (march_corpus_get_assertion (corpus, self->aim) != NULL
      || march_corpus_get_proposal (corpus, self->aim) != NULL)
    march_coding_pane_aim (self->coding, self->aim, self->alike);
  march_reader_page_aim (self, 0, FALSE);
}

static void
begin_coding (MarchReaderPage *self, const MarchStretch *words)
{
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->bubble));
  march_reader_page_show_coding (self, TRUE);
  if (!march_coding_pane_begin (self->coding, march_reader_page_find_source (self), words, &error))
    tell_refusal (self, error);
  else if (self->note)
    march_coding_pane_begin_note (self->coding);
  else
    take_aim (self);
}

static void
coding_response_cb (MarchReaderPage *self, const char *response)
{
  const MarchStretch words = self->waiting;

  if (g_str_equal (response, "save"))
    {
      march_coding_pane_save (self->coding);
      return;
    }
  self->waiting = (MarchStretch){ 0, 0 };
  if (!g_str_equal (response, "discard"))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->coding));
      return;
    }
  march_coding_pane_cancel (self->coding);
  begin_coding (self, &words);
}

static void
relinked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchReaderPage) self = user_data;
  g_autoptr (GError)          error = NULL;

  if (!march_dossier_edit_finish (MARCH_DOSSIER (object), result, &error)
      && self->session != NULL)
    tell_refusal (self, error);
}

/* Takes @coding over. */
static void
write_relinked (MarchReaderPage *self, MarchCoding *coding, const GError *error)
{
  if (coding == NULL)
    {
      tell_refusal (self, error);
      return;
    }
  march_coding_write_async (coding, march_session_get_dossier (self->session), relinked_cb,
                            g_object_ref (self));
  march_coding_unref (coding);
}

/* The words that are found are the quotation's from now on. */
static void
relink_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage      *self = MARCH_READER_PAGE (widget);
  MarchPassages        *passages = march_reader_text_get_passages (self->text);
  const MarchQuotation *quotation
      = passages != NULL
            ? march_corpus_get_quotation (passages->corpus, g_variant_get_int64 (target))
            : NULL;
  g_autoptr (GError) error = NULL;

  march_reader_page_close_popover (self);
  if (quotation == NULL || passages->corpus != march_reader_page_get_corpus (self)
      || !march_relink_can_find (passages, quotation))
    gtk_widget_error_bell (widget);
  else
    write_relinked (self, march_relink_to_found (passages, quotation, &error), error);
}

/* The next words that are quoted are the quotation's from now on. */
static void
relink_to_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage *self = MARCH_READER_PAGE (widget);

  march_reader_page_close_popover (self);
  march_reader_page_aim (self, 0, FALSE);
  self->relinked = g_variant_get_int64 (target);
  march_reader_page_focus_text (self);
  march_reader_page_show_status (self);
}

static void
relink_to (MarchReaderPage *self, const MarchStretch *words)
{
  MarchCorpus          *corpus = march_reader_page_get_corpus (self);
  const MarchQuotation *quotation = march_corpus_get_quotation (corpus, self->relinked);
  g_autoptr (GError)    error = NULL;

  self->relinked = 0;
  gtk_popover_popdown (GTK_POPOVER (self->bubble));
  if (quotation == NULL || quotation->source != march_reader_page_find_source (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    write_relinked (self, march_relink_to_words (corpus, quotation, words, &error), error);
  march_reader_page_show_status (self);
}

/* What was typed is not lost in silence. */
static void
ask_about_coding (MarchReaderPage *self)
{
  GtkWidget        *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (window), _("Save the Passage Before?"),
      _("Another passage is being coded. What was typed for it can be saved first, or put "
        "aside.")));

  march_reader_page_show_coding (self, TRUE);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Go On with It"), "discard",
                                    _("_Put Aside"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (coding_response_cb), self,
                           G_CONNECT_SWAPPED);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
quote_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage *self = MARCH_READER_PAGE (widget);
  MarchStretch     words;

  if (!march_reader_text_get_selection (self->text, &words)
      || !march_reader_text_is_whole (self->text))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (self->relinked != 0)
    {
      relink_to (self, &words);
      return;
    }
  self->note = g_str_equal (name, "reader.note");
  if (!march_coding_pane_is_touched (self->coding))
    {
      begin_coding (self, &words);
      return;
    }
  self->waiting = words;
  ask_about_coding (self);
}

/* What was typed for another passage is put aside, and can be taken up again. */
static void
code_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage      *self = MARCH_READER_PAGE (widget);
  MarchCorpus          *corpus = march_reader_page_get_corpus (self);
  const MarchQuotation *quotation
      = march_corpus_get_quotation (corpus, g_variant_get_int64 (target));

  march_reader_page_close_popover (self);
  if (quotation == NULL)
    return;
  march_coding_pane_cancel (self->coding);
  march_reader_page_show_coding (self, TRUE);
  march_coding_pane_begin_from (self->coding, quotation);
  take_aim (self);
}

static void
close_coding_action (GtkWidget *widget, const char *name, GVariant *target)
{
  march_reader_page_show_coding (MARCH_READER_PAGE (widget), FALSE);
  march_reader_page_focus_text (MARCH_READER_PAGE (widget));
}

static void
coded_cb (MarchReaderPage *self, gint64 quotation, gint64 place)
{
  const MarchStretch words = self->waiting;

  g_signal_emit_by_name (self, "coded", quotation, place);
  self->waiting = (MarchStretch){ 0, 0 };
  if (words.beyond > words.first)
    begin_coding (self, &words);
}

static void
add_words_cb (MarchReaderPage *self)
{
  MarchStretch words;

  if (march_reader_text_get_selection (self->text, &words)
      && march_coding_pane_add_words (self->coding, &words))
    gtk_popover_popdown (GTK_POPOVER (self->bubble));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
pick_cb (MarchReaderPage *self)
{
  march_session_select (self->session, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  self->picking = TRUE;
  g_signal_emit_by_name (self, "picking");
}

static void
picked_cb (MarchReaderPage *self)
{
  const MarchPlace *place = march_session_get_place (self->session);

  if (!self->picking || place == NULL)
    return;
  self->picking = FALSE;
  march_coding_pane_take_place (self->coding, place->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reader", NULL);
}

/** march_reader_page_make_coding: adds the pane in which passages are coded */
void
march_reader_page_make_coding (MarchReaderPage *self)
{
  self->coding = MARCH_CODING_PANE (march_coding_pane_new (self->session));
  adw_bin_set_child (self->coding_slot, GTK_WIDGET (self->coding));
  g_signal_connect_object (self->coding, "saved", G_CALLBACK (coded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->coding, "left", G_CALLBACK (march_reader_page_focus_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->coding, "add-words", G_CALLBACK (add_words_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->coding, "pick", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::place", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
}

/** march_reader_page_install_coding: the actions by which passages are quoted and coded */
void
march_reader_page_install_coding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.quote", NULL, quote_action);
  gtk_widget_class_install_action (widget_class, "reader.note", NULL, quote_action);
  gtk_widget_class_install_action (widget_class, "reader.code", "x", code_action);
  gtk_widget_class_install_action (widget_class, "reader.relink", "x", relink_action);
  gtk_widget_class_install_action (widget_class, "reader.relink-to", "x", relink_to_action);
  gtk_widget_class_install_action (widget_class, "reader.close-coding", NULL, close_coding_action);
}
