/* march-support-row.c — a quotation that may be chosen as evidence */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-support-row.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

struct _MarchSupportRow
{
  GObject parent_instance;

  const MarchQuotation *quotation; /* of a corpus that the list keeps */
  char                 *markup;    /* its words */
};

G_DEFINE_FINAL_TYPE (MarchSupportRow, march_support_row, G_TYPE_OBJECT)

static void
march_support_row_finalize (GObject *object)
{
  g_free (MARCH_SUPPORT_ROW (object)->markup);
  G_OBJECT_CLASS (march_support_row_parent_class)->finalize (object);
}

static void
march_support_row_class_init (MarchSupportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_support_row_finalize;
}

static void
march_support_row_init (MarchSupportRow *self)
{
}

static void
append_escaped (GString *markup, const char *text, guint first, guint beyond)
{
  g_autofree char *piece = g_utf8_substring (text, first, beyond);
  g_autofree char *escaped = g_markup_escape_text (piece, -1);

  g_string_append (markup, escaped);
}

/* What was searched for is bold. */
static char *
mark_found (const MarchSearchHit *found)
{
  GString *markup = g_string_new (NULL);
  guint    at = 0;

  for (guint i = 0; i < found->marks->len; i++)
    {
      const MarchSearchMark *mark = &g_array_index (found->marks, MarchSearchMark, i);

      append_escaped (markup, found->snippet, at, mark->first);
      g_string_append (markup, "<b>");
      append_escaped (markup, found->snippet, mark->first, mark->beyond);
      g_string_append (markup, "</b>");
      at = mark->beyond;
    }
  append_escaped (markup, found->snippet, at, g_utf8_strlen (found->snippet, -1));
  return g_string_free (markup, FALSE);
}

static char *
mark_words (const MarchQuotation *quotation)
{
  g_autofree char *words = march_words_quote (quotation);

  return g_markup_escape_text (words != NULL ? words : _("a pointer"), -1);
}

/** march_support_row_new: @quotation: kept by its owner for as long as the row is there; @found:
 * (nullable): the hit that it is of. Returns: (transfer full): the row */
MarchSupportRow *
march_support_row_new (const MarchQuotation *quotation, const MarchSearchHit *found)
{
  MarchSupportRow *self = g_object_new (MARCH_TYPE_SUPPORT_ROW, NULL);

  self->quotation = quotation;
  self->markup = found != NULL && quotation->exact != NULL ? mark_found (found)
                                                           : mark_words (quotation);
  return self;
}

/** march_support_row_get_quotation: Returns: (transfer none): what may be chosen */
const MarchQuotation *
march_support_row_get_quotation (MarchSupportRow *self)
{
  return self->quotation;
}

static GtkWidget *
new_label (const char *style_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

/** march_support_row_setup_cb: for the "setup" of a #GtkSignalListItemFactory */
void
march_support_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *detail = new_label ("caption", 2);

  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label ("quote", 4));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

/* How it bears on that already; NULL if it doesn't. */
static const char *
describe_stance (const MarchQuotation *quotation, gint64 bears_on)
{
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = quotation->evidence->pdata[i];

      if ((evidence->assertion != NULL && evidence->assertion->id == bears_on)
          || (evidence->proposal != NULL && evidence->proposal->id == bears_on))
        return march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, evidence->stance);
    }
  return NULL;
}

/** march_support_row_bind: for its "bind"; @bears_on: id of what evidence is looked for */
void
march_support_row_bind (GtkListItem *item, gint64 bears_on)
{
  MarchSupportRow *self = gtk_list_item_get_item (item);
  GtkWidget       *box = gtk_list_item_get_child (item);
  const char      *stance = describe_stance (self->quotation, bears_on);
  g_autofree char *who = march_words_attribution (self->quotation, NULL);
  g_autofree char *source = march_words_source (self->quotation->source);
  g_autofree char *plain = g_strjoin (" · ", who, source, NULL);
  /* Translators: whose words they are, and their stance: "Ana Orr · Herald · already: supports". */
  g_autofree char *detail = stance == NULL
                                ? g_strdup (plain)
                                : g_strdup_printf (_("%1$s · already: %2$s"), plain, stance);

  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_first_child (box)), self->markup);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), detail);
}
