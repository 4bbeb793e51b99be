/* march-edits-page.c — the panel's page of who changed what, and when */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-edits-page.h"

#include <glib/gi18n.h>

#include "base/march-calendar-words.h"
#include "base/march-newest.h"
#include "dossier/march-dossier-history.h"
#include "panel/march-lead-row.h"
#include "panel/march-section.h"
#include "widgets/march-bearing.h"

/* An entry of the history, as a row of a list. */
#define MARCH_TYPE_EDIT_ROW (march_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchEditRow, march_edit_row, MARCH, EDIT_ROW, GObject)

struct _MarchEditRow
{
  GObject parent_instance;

  GPtrArray               *entries; /* whom the entry belongs to */
  const MarchHistoryEntry *entry;
  gboolean                 taken_back;
};

G_DEFINE_FINAL_TYPE (MarchEditRow, march_edit_row, G_TYPE_OBJECT)

struct _MarchEditsPage
{
  GtkBox parent_instance;

  MarchSession *session;
  MarchCorpus  *told;      /* whose history is shown; NULL: none yet */
  gint64        assertion; /* whose history is shown; 0: of the dossier */
  GCancellable *loading;   /* NULL while nothing is read */
  GListStore   *rows;      /* of MarchEditRow, the newest first */

  GtkLabel      *of_what;
  GtkStack      *stack;
  GtkListView   *view;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (MarchEditsPage, march_edits_page, GTK_TYPE_BOX)

static void
march_edit_row_finalize (GObject *object)
{
  g_ptr_array_unref (MARCH_EDIT_ROW (object)->entries);
  G_OBJECT_CLASS (march_edit_row_parent_class)->finalize (object);
}

static void
march_edit_row_class_init (MarchEditRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_edit_row_finalize;
}

static void
march_edit_row_init (MarchEditRow *self)
{
}

/* "2 added, 1 changed" */
static char *
describe_extent (const MarchHistoryEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (entry->n_inserted > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u record added", "%u records added",
                                                       entry->n_inserted), entry->n_inserted));
  if (entry->n_updated > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u changed", "%u changed",
                                                       entry->n_updated), entry->n_updated));
  if (entry->n_deleted > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u deleted", "%u deleted",
                                                       entry->n_deleted), entry->n_deleted));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* Who, when, how much, and whether it was taken back, as far as each is known. */
static char *
describe (const MarchEditRow *row)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (row->entry->at, utc);
  /* What can't be read stays as it is. */
  g_autofree char *when = at != NULL ? march_words_for_moment (at) : g_strdup (row->entry->at);
  g_autofree char *extent = describe_extent (row->entry);
  const char      *parts[] = { *row->entry->who == '\0' ? _("Unnamed") : row->entry->who, when,
                               extent, row->taken_back ? _("taken back since") : "" };
  GString         *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  return g_string_free (words, FALSE);
}

/* An edit of more than this is of no record more than of any other. */
#define MOST_LED 50

/* What an entry leads to, if that is still in the dossier. */
static gboolean
find_record (MarchCorpus *corpus, const MarchHistoryEntry *entry, MarchRecordKind *kind)
{
  const gint64 id = entry->record;
  const struct
  {
    const char     *table;
    MarchRecordKind kind;
    gboolean        there;
  } kinds[] = {
    { "assertion", MARCH_RECORD_ASSERTION, march_corpus_get_assertion (corpus, id) != NULL },
    { "quotation", MARCH_RECORD_QUOTATION, march_corpus_get_quotation (corpus, id) != NULL },
    { "source", MARCH_RECORD_SOURCE, march_corpus_get_source (corpus, id) != NULL },
    { "proposal", MARCH_RECORD_PROPOSAL, march_corpus_get_proposal (corpus, id) != NULL },
    { "place", MARCH_RECORD_PLACE, march_corpus_get_place (corpus, id) != NULL },
    { "actor", MARCH_RECORD_ACTOR, march_corpus_get_actor (corpus, id) != NULL },
  };

  if (entry->n_inserted + entry->n_updated + entry->n_deleted > MOST_LED)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (entry->table, kinds[i].table) == 0)
      {
        *kind = kinds[i].kind;
        return kinds[i].there;
      }
  return FALSE;
}

static void
activate_row (MarchEditsPage *self, guint position)
{
  g_autoptr (MarchEditRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  MarchCorpus    *corpus = march_session_get_corpus (self->session);
  MarchRecordKind kind;

  if (row != NULL && corpus != NULL && find_record (corpus, row->entry, &kind))
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.show", "(ux)", (guint) kind,
                                row->entry->record);
}

static void
bind_cb (MarchEditsPage *self, GtkListItem *item)
{
  const MarchEditRow *row = gtk_list_item_get_item (item);
  MarchCorpus        *corpus = march_session_get_corpus (self->session);
  g_autofree char    *detail = describe (row);
  g_autofree char    *title = g_markup_printf_escaped (row->taken_back ? "<s>%s</s>" : "%s",
                                                       row->entry->label);
  MarchRecordKind     kind;

  march_lead_row_bind (item, title, detail,
                       corpus != NULL && find_record (corpus, row->entry, &kind));
}

static void
fill (MarchEditsPage *self, GPtrArray *entries)
{
  g_autoptr (GHashTable) undone = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray)  rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      const MarchHistoryEntry *entry = entries->pdata[i];
      MarchEditRow            *row = g_object_new (MARCH_TYPE_EDIT_ROW, NULL);

      row->entries = g_ptr_array_ref (entries);
      row->entry = entry;
      row->taken_back = g_hash_table_contains (undone, &entry->id);
      /* The newest comes first: what takes an undo back has been seen before the undo. */
      if (entry->undoes != 0 && !row->taken_back)
        g_hash_table_add (undone, (gpointer) &entry->undoes);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "nothing");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchEditsPage   *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = march_dossier_list_history_finish (MARCH_DOSSIER (source), result, &error);

  /* Another history is being read, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (entries != NULL)
    {
      fill (self, entries);
      return;
    }
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
march_edits_page_dispose (GObject *object)
{
  MarchEditsPage *self = MARCH_EDITS_PAGE (object);

  march_newest_stop (&self->loading);
  g_clear_pointer (&self->told, march_corpus_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_edits_page_parent_class)->dispose (object);
}

static void
march_edits_page_class_init (MarchEditsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_edits_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-edits-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchEditsPage, of_what);
  gtk_widget_class_bind_template_child (widget_class, MarchEditsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MarchEditsPage, view);
  gtk_widget_class_bind_template_child (widget_class, MarchEditsPage, failed);
  gtk_widget_class_bind_template_callback (widget_class, activate_row);
}

static void
march_edits_page_init (MarchEditsPage *self)
{
  self->rows = g_list_store_new (MARCH_TYPE_EDIT_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  march_list_view_show (self->view, G_LIST_MODEL (self->rows),
                        G_CALLBACK (march_lead_row_setup_cb), G_CALLBACK (bind_cb), self);
}

/** march_edits_page_new: @session: what is looked at. Returns: (transfer floating): a page that
 * march_edits_page_update() fills */
GtkWidget *
march_edits_page_new (MarchSession *session)
{
  MarchEditsPage *self = g_object_new (MARCH_TYPE_EDITS_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
name_page (MarchEditsPage *self, const MarchAssertion *assertion)
{
  g_autofree char *words = assertion != NULL ? march_bearing_describe_assertion (assertion) : NULL;

  gtk_label_set_text (self->of_what,
                      words != NULL ? words : _("Who changed what, and when. It is kept in the "
                                                "dossier and travels with it."));
}

/** march_edits_page_update: lists the history of @assertion, 0: of the session's whole dossier. It
 * is read off the main thread, and only if it isn't shown yet */
void
march_edits_page_update (MarchEditsPage *page, gint64 assertion)
{
  MarchCorpus *corpus = march_session_get_corpus (page->session);

  if (corpus == NULL || (corpus == page->told && assertion == page->assertion))
    return;
  g_clear_pointer (&page->told, march_corpus_unref);
  page->told = march_corpus_ref (corpus);
  page->assertion = assertion;
  name_page (page, assertion != 0 ? march_corpus_get_assertion (corpus, assertion) : NULL);
  march_dossier_list_history_async (march_session_get_dossier (page->session), assertion, 0,
                                    march_newest_begin (&page->loading), listed_cb, page);
}
