/* march-gaps-page.c — the panel's list of what is still to be done: gaps and checks */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-gaps-page.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "panel/march-gap-remedy.h"
#include "panel/march-lead-row.h"
#include "panel/march-section.h"

/* A gap, as a row of a list. */
#define MARCH_TYPE_GAP_ROW (march_gap_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchGapRow, march_gap_row, MARCH, GAP_ROW, GObject)

struct _MarchGapRow
{
  GObject parent_instance;

  const MarchGap *gap; /* of the page's list, which outlives the row in its list */
};

G_DEFINE_FINAL_TYPE (MarchGapRow, march_gap_row, G_TYPE_OBJECT)

struct _MarchGapsPage
{
  GtkBox parent_instance;

  MarchSession *session;
  MarchCorpus  *told;    /* whose gaps are listed; NULL: none yet */
  MarchQuestion asked;   /* what they answer; its day doesn't matter */
  GCancellable *finding; /* NULL while nothing is looked for */
  GPtrArray    *gaps;    /* of MarchGap, of @told; NULL until they are found */
  GListStore   *rows;    /* of MarchGapRow, of the chosen kind */
  GArray       *kinds;   /* of MarchGapKind, which the drop-down offers after all of them */
  gboolean      filling; /* the drop-down changes by the program */
  MarchGapKind  wanted;  /* to be chosen once it is there; MARCH_N_GAP_KINDS: none */

  GtkLabel    *known;
  GtkDropDown *kind;
  GtkStack    *stack;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (MarchGapsPage, march_gaps_page, GTK_TYPE_BOX)

static void
march_gap_row_class_init (MarchGapRowClass *klass)
{
}

static void
march_gap_row_init (MarchGapRow *self)
{
}

/** march_gap_kind_get_title: Returns: what heads gaps of @kind */
const char *
march_gap_kind_get_title (MarchGapKind kind)
{
  switch (kind)
    {
    case MARCH_GAP_CONTROL_SILENT:
      return _("No quotation on record");
    case MARCH_GAP_NO_INDEPENDENT:
      return _("No independent source");
    case MARCH_GAP_UNIDENTIFIED_SOURCE:
      return _("Unidentified sources");
    case MARCH_GAP_INFERRED_DATE:
      return _("Inferred dates");
    case MARCH_GAP_UNGRADED:
      return _("Not graded");
    case MARCH_GAP_UNQUOTED:
      return _("Nothing quoted");
    case MARCH_GAP_NO_EVIDENCE:
      return _("Without evidence");
    case MARCH_GAP_CONFLICT:
      return _("Sources disagree");
    case MARCH_GAP_NO_TEXT:
      return _("Text not attached");
    case MARCH_GAP_SINGLE_SOURCE:
      return _("One source, or none shown to be independent");
    case MARCH_GAP_UNVERIFIED:
      return _("Words not found in their text");
    case MARCH_GAP_NO_STATEMENT:
      return _("Places without a statement");
    case MARCH_GAP_NO_SHAPE:
      return _("Places without a shape");
    case MARCH_N_GAP_KINDS:
    default:
      g_return_val_if_reached ("");
    }
}

static void
activate_row (MarchGapsPage *self, guint position)
{
  g_autoptr (MarchGapRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL)
    march_gap_mend (GTK_WIDGET (self), self->session, row->gap);
}

/* The chosen kind; MARCH_N_GAP_KINDS: any. */
static MarchGapKind
get_kind (MarchGapsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kind);

  return selected == 0 || selected > self->kinds->len
             ? MARCH_N_GAP_KINDS
             : g_array_index (self->kinds, MarchGapKind, selected - 1);
}

static void
fill_list (MarchGapsPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const MarchGapKind    kind = get_kind (self);

  for (guint i = 0; self->gaps != NULL && i < self->gaps->len; i++)
    {
      const MarchGap *gap = self->gaps->pdata[i];

      if (kind != MARCH_N_GAP_KINDS && gap->kind != kind)
        continue;
      g_ptr_array_add (rows, g_object_new (MARCH_TYPE_GAP_ROW, NULL));
      MARCH_GAP_ROW (rows->pdata[rows->len - 1])->gap = gap;
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "nothing");
}

static void
kind_chosen_cb (MarchGapsPage *self)
{
  if (!self->filling)
    fill_list (self);
}

static char *
count_words (const char *words, guint n)
{
  /* Translators: a kind, and how many there are of it: "Not graded · 3". */
  return g_strdup_printf (_("%1$s · %2$u"), words, n);
}

/* Offers the kinds there are, and stays with the one that was chosen. */
static void
fill_kinds (MarchGapsPage *self)
{
  const MarchGapKind chosen = self->wanted != MARCH_N_GAP_KINDS ? self->wanted : get_kind (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint                    counts[MARCH_N_GAP_KINDS] = { 0 };
  guint                    selected = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    counts[((const MarchGap *) self->gaps->pdata[i])->kind]++;
  g_array_set_size (self->kinds, 0);
  gtk_string_list_take (words, count_words (_("All"), self->gaps->len));
  for (MarchGapKind kind = 0; kind < MARCH_N_GAP_KINDS; kind++)
    if (counts[kind] > 0)
      {
        gtk_string_list_take (words, count_words (march_gap_kind_get_title (kind), counts[kind]));
        g_array_append_val (self->kinds, kind);
        if (kind == chosen)
          selected = self->kinds->len;
      }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->kind, selected);
  self->filling = FALSE;
  self->wanted = MARCH_N_GAP_KINDS;
}

static void
clear (MarchGapsPage *self)
{
  march_newest_stop (&self->finding);
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->told, march_corpus_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MarchGapsPage        *self = MARCH_GAPS_PAGE (source);
  g_autoptr (GPtrArray) gaps = march_gaps_list_finish (result, NULL);

  if (!march_newest_end (&self->finding, result) || gaps == NULL)
    return;
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  self->gaps = g_steal_pointer (&gaps);
  fill_kinds (self);
  fill_list (self);
}

/* Of a chosen kind, each row is of that. */
static void
bind_cb (MarchGapsPage *self, GtkListItem *item)
{
  const MarchGap  *gap = MARCH_GAP_ROW (gtk_list_item_get_item (item))->gap;
  g_autofree char *sentence = g_markup_escape_text (gap->sentence, -1);
  const char *title
      = get_kind (self) == MARCH_N_GAP_KINDS ? march_gap_kind_get_title (gap->kind) : "";
  MarchRecordKind  kind;
  gint64           id;

  march_lead_row_bind (item, sentence, title, march_gap_find_record (gap, &kind, &id));
}

static void
march_gaps_page_dispose (GObject *object)
{
  MarchGapsPage *self = MARCH_GAPS_PAGE (object);

  if (self->rows != NULL)
    clear (self);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_gaps_page_parent_class)->dispose (object);
}

static void
march_gaps_page_class_init (MarchGapsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_gaps_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-gaps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchGapsPage, known);
  gtk_widget_class_bind_template_child (widget_class, MarchGapsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, MarchGapsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MarchGapsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_row);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
}

static void
march_gaps_page_init (MarchGapsPage *self)
{
  self->wanted = MARCH_N_GAP_KINDS;
  self->rows = g_list_store_new (MARCH_TYPE_GAP_ROW);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (MarchGapKind));
  gtk_widget_init_template (GTK_WIDGET (self));
  march_list_view_show (self->view, G_LIST_MODEL (self->rows),
                        G_CALLBACK (march_lead_row_setup_cb), G_CALLBACK (bind_cb), self);
}

/** march_gaps_page_new: @session: what is looked at. Returns: (transfer floating): a page that
 * march_gaps_page_update() fills */
GtkWidget *
march_gaps_page_new (MarchSession *session)
{
  MarchGapsPage *self = g_object_new (MARCH_TYPE_GAPS_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static gboolean
tells_of (MarchGapsPage *self, MarchCorpus *corpus, const MarchQuestion *question)
{
  return self->told == corpus && self->asked.known_by == question->known_by
         && self->asked.according_actor == question->according_actor
         && self->asked.according_source == question->according_source
         && self->asked.area_source == question->area_source;
}

/** march_gaps_page_choose: lists only those of @kind, as soon as they are found */
void
march_gaps_page_choose (MarchGapsPage *page, MarchGapKind kind)
{
  page->wanted = kind;
  if (page->gaps == NULL)
    return;
  fill_kinds (page);
  fill_list (page);
}

/** march_gaps_page_update: lists the gaps of the session's dossier, as far as its question lets
 * them in. They are found off the main thread, and only if they aren't listed yet */
void
march_gaps_page_update (MarchGapsPage *page)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (page->session);
  MarchCorpus   *corpus = NULL;

  if (snapshot == NULL)
    return;
  corpus = march_snapshot_get_corpus (snapshot);
  if (tells_of (page, corpus, march_snapshot_get_question (snapshot)))
    return;
  clear (page);
  page->told = march_corpus_ref (corpus);
  page->asked = *march_snapshot_get_question (snapshot);
  gtk_widget_set_visible (GTK_WIDGET (page->known), march_question_restricts (&page->asked));
  gtk_stack_set_visible_child_name (page->stack, "finding");
  march_gaps_list_async (corpus, &page->asked, &page->finding, page, found_cb);
}
