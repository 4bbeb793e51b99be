/* march-support-dialog.c — finds a quotation for what is said: one of the dossier, or one to be
 * marked in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-support-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "base/march-newest.h"
#include "editing/march-evidence-dialog.h"
#include "editing/march-support-row.h"
#include "forms/march-dialog-size.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 620
/* More than this nobody reads: another word finds fewer. */
#define MOST_ROWS 60

struct _MarchSupportDialog
{
  AdwWindow parent_instance;

  /* owned */
  MarchSession *session;
  MarchCorpus  *corpus;    /* keeps the quotations of the rows */
  GCancellable *searching; /* NULL while nothing is searched for */
  GListStore   *rows;      /* of MarchSupportRow */

  gint64   bears_on;
  gboolean independent; /* of what is said, another source is wanted */

  /* Template children */
  AdwWindowTitle *window_title;
  GtkLabel       *purpose_label;
  GtkEditable    *entry;
  GtkLabel       *list_label; /* what is listed */
  GtkStack       *stack;
  GtkListView    *view;
  AdwStatusPage  *nothing;
};

enum
{
  CHOSEN,
  MARK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchSupportDialog, march_support_dialog, ADW_TYPE_WINDOW)

static void
show_rows (MarchSupportDialog *self, GPtrArray *rows, const char *heading)
{
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_label_set_text (self->list_label, heading);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "nothing");
}

static void
show_nothing (MarchSupportDialog *self, const char *title, const char *description)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
  show_rows (self, none, "");
}

static gboolean
bears_on_it (MarchSupportDialog *self, const MarchQuotation *quotation)
{
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = quotation->evidence->pdata[i];

      if (evidence->assertion != NULL && evidence->assertion->id == self->bears_on)
        return TRUE;
    }
  return FALSE;
}

/* What is quoted of the same place, and not for this yet. */
static void
collect_of (MarchSupportDialog *self, const MarchAssertion *neighbour, GHashTable *seen,
            GPtrArray *rows)
{
  for (guint i = 0; i < neighbour->evidence->len && rows->len < MOST_ROWS; i++)
    {
      const MarchQuotation *quotation
          = ((const MarchEvidence *) neighbour->evidence->pdata[i])->quotation;

      if (g_hash_table_add (seen, (gpointer) quotation) && !bears_on_it (self, quotation))
        g_ptr_array_add (rows, march_support_row_new (quotation, NULL));
    }
}

static void
suggest (MarchSupportDialog *self)
{
  const MarchAssertion *assertion = march_corpus_get_assertion (self->corpus, self->bears_on);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray)  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray)  neighbours = NULL;

  if (assertion != NULL && assertion->place != NULL)
    neighbours = march_corpus_list_assertions_of (self->corpus, assertion->place);
  for (guint i = 0; neighbours != NULL && i < neighbours->len; i++)
    collect_of (self, neighbours->pdata[i], seen, rows);
  if (rows->len > 0)
    show_rows (self, rows, _("Quoted of the same place"));
  else
    show_nothing (self, _("Find a Quotation"), _("Type some of its words, or mark new ones in the "
                                                 "text of a source"));
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchSupportDialog   *self = user_data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MarchSearchResults) results
      = march_dossier_search_finish (MARCH_DOSSIER (source), result, &error);

  /* Cancelled: another search is under way, or the dialog is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  march_newest_end (&self->searching, result);
  for (guint i = 0; results != NULL && i < results->hits->len; i++)
    {
      const MarchSearchHit *hit = results->hits->pdata[i];
      const MarchQuotation *quotation = march_corpus_get_quotation (self->corpus, hit->id);

      if (quotation != NULL)
        g_ptr_array_add (rows, march_support_row_new (quotation, hit));
    }
  if (rows->len > 0)
    show_rows (self, rows, results->total.n > MOST_ROWS ? _("The first that have these words")
                                                        : _("Quotations with these words"));
  else
    show_nothing (self, _("No Quotation Found"),
                  error != NULL ? error->message
                                : _("Try other words, or mark new ones in the text of a source"));
}

static void
search_cb (MarchSupportDialog *self)
{
  MarchDossier          *dossier = march_session_get_dossier (self->session);
  const MarchSearchQuery query = {
    .text = gtk_editable_get_text (self->entry),
    .kinds = MARCH_SEARCH_BIT (MARCH_SEARCH_QUOTATION),
    .limit = MOST_ROWS,
  };

  march_newest_stop (&self->searching);
  if (dossier == NULL || !march_search_has_words (query.text))
    suggest (self);
  else
    march_dossier_search_async (dossier, &query, march_newest_begin (&self->searching),
                                searched_cb, self);
}

/* What it leads to is a dialog of its own, or a page. */
static void
choose (MarchSupportDialog *self, guint position)
{
  g_autoptr (MarchSupportDialog) kept = g_object_ref (self);
  g_autoptr (MarchSupportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  gint64 id = 0;

  if (row == NULL)
    return;
  id = march_support_row_get_quotation (row)->id;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CHOSEN], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
choose_first_cb (MarchSupportDialog *self)
{
  if (self->searching == NULL)
    choose (self, 0);
}

static void
mark_cb (MarchSupportDialog *self)
{
  g_autoptr (MarchSupportDialog) kept = g_object_ref (self);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[MARK], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Escape empties the entry before it closes the dialog. */
static void
stop_search_cb (MarchSupportDialog *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
bind_cb (MarchSupportDialog *self, GtkListItem *item)
{
  march_support_row_bind (item, self->bears_on);
}

static void
march_support_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (march_support_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (MARCH_SUPPORT_DIALOG (widget)->entry));
}

static void
march_support_dialog_dispose (GObject *object)
{
  MarchSupportDialog *self = MARCH_SUPPORT_DIALOG (object);

  march_newest_stop (&self->searching);
  if (self->rows != NULL)
    g_list_store_remove_all (self->rows);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_support_dialog_parent_class)->dispose (object);
}

static void
march_support_dialog_class_init (MarchSupportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_support_dialog_dispose;
  widget_class->map = march_support_dialog_map;
  signals[CHOSEN] = g_signal_new ("chosen", MARCH_TYPE_SUPPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MARK] = g_signal_new ("mark", MARCH_TYPE_SUPPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-support-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchSupportDialog, name)
  BIND (window_title);
  BIND (purpose_label);
  BIND (entry);
  BIND (list_label);
  BIND (stack);
  BIND (view);
  BIND (nothing);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
march_support_dialog_init (MarchSupportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection)     selection = NULL;

  self->rows = g_list_store_new (MARCH_TYPE_SUPPORT_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  g_signal_connect (factory, "setup", G_CALLBACK (march_support_row_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
show_purpose (MarchSupportDialog *self)
{
  const char      *title = self->independent ? _("Find Another Source") : _("Add Evidence");
  g_autofree char *end = march_evidence_describe_end (self->corpus, self->bears_on);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, end);
  gtk_label_set_text (self->purpose_label,
                      self->independent
                          ? _("Words of somebody else that say so. They are coded as an assertion "
                              "of their own, beside this one.")
                          : _("Words that support, dispute or qualify it."));
}

/**
 * march_support_dialog_new:
 * @bears_on: id of an assertion or a proposal
 * @independent: whether the words are to say the same by themselves, instead of being evidence
 *
 * Returns: (transfer none): a dialog over @parent; GTK owns it, as any window
 */
MarchSupportDialog *
march_support_dialog_new (GtkWindow    *parent,
                          MarchSession *session,
                          gint64        bears_on,
                          gboolean      independent)
{
  MarchSupportDialog *self = g_object_new (MARCH_TYPE_SUPPORT_DIALOG, "transient-for", parent,
                                           NULL);

  self->session = g_object_ref (session);
  self->corpus = march_corpus_ref (march_session_get_corpus (session));
  self->bears_on = bears_on;
  self->independent = independent;
  show_purpose (self);
  suggest (self);
  march_dialog_size_set (GTK_WINDOW (self), parent, WIDTH, NULL);
  return self;
}
