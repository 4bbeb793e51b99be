/* march-window-evidence.c — evidence found for what is said, in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"
#include "editing/march-support-dialog.h"

/* What a dialog looks for evidence of, on which it ends. */
typedef struct
{
  gint64   bears_on;
  gboolean independent;
} Wanted;

static const Wanted *
get_wanted (MarchSupportDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "march-wanted");
}

static void
code_alike (MarchWindow *self, const MarchQuotation *quotation, gint64 assertion)
{
  MarchReaderPage *reader = march_window_get_reader (self);

  march_session_show_text (self->session, quotation->source, quotation);
  march_reader_page_aim (reader, assertion, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.code", "x", quotation->id);
}

/* One is asked how it bears on it, or is coded by itself. */
static void
chosen_cb (MarchWindow *self, gint64 id, MarchSupportDialog *dialog)
{
  const Wanted         *wanted = get_wanted (dialog);
  MarchCorpus          *corpus = march_session_get_corpus (self->session);
  const MarchQuotation *quotation
      = corpus != NULL ? march_corpus_get_quotation (corpus, id) : NULL;

  if (quotation != NULL && wanted->independent)
    code_alike (self, quotation, wanted->bears_on);
  else if (quotation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.evidence", "(xx)", id, wanted->bears_on);
}

static void
mark_cb (MarchWindow *self, MarchSupportDialog *dialog)
{
  const Wanted *wanted = get_wanted (dialog);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.reader", NULL);
  march_reader_page_aim (march_window_get_reader (self), wanted->bears_on, wanted->independent);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow        *self = MARCH_WINDOW (widget);
  MarchCorpus        *corpus = march_session_get_corpus (self->session);
  const Wanted        wanted = { g_variant_get_int64 (parameter),
                                 g_str_equal (name, "win.find-independent") };
  MarchSupportDialog *dialog = NULL;

  if (corpus == NULL
      || (march_corpus_get_assertion (corpus, wanted.bears_on) == NULL
          && (wanted.independent || march_corpus_get_proposal (corpus, wanted.bears_on) == NULL)))
    return;
  dialog = march_support_dialog_new (GTK_WINDOW (self), self->session, wanted.bears_on,
                                     wanted.independent);
  g_object_set_data_full (G_OBJECT (dialog), "march-wanted", g_memdup2 (&wanted, sizeof wanted),
                          g_free);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "mark", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** march_window_install_evidence_actions: the actions of this file, for the class */
void
march_window_install_evidence_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-evidence", "x", find_action);
  gtk_widget_class_install_action (widget_class, "win.find-independent", "x", find_action);
}
