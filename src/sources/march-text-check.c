/* march-text-check.c — how each quotation of a source stands in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-text-check.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

/* Of the words that are shown where a quotation is found. */
#define MOST_LETTERS 300

struct _MarchTextCheckRow
{
  GObject parent_instance;

  MarchCorpus        *corpus; /* keeps the quotation */
  MarchQuotationCheck check;
  char               *found; /* the words that the text has there; NULL: none */
  guint               line;  /* of the text, from 1 */
  guint               n;     /* so many quotations that have nothing to be told apart by */
};

struct _MarchTextCheck
{
  char       *text;
  GListStore *rows; /* those that need looking at first */
  guint       found[MARCH_MATCH_NOT_FOUND + 1];
  gboolean    same; /* it is the archived text, or none was archived */
};

G_DEFINE_FINAL_TYPE (MarchTextCheckRow, march_text_check_row, G_TYPE_OBJECT)

static void
march_text_check_row_finalize (GObject *object)
{
  MarchTextCheckRow *self = MARCH_TEXT_CHECK_ROW (object);

  march_corpus_unref (self->corpus);
  g_free (self->found);
  G_OBJECT_CLASS (march_text_check_row_parent_class)->finalize (object);
}

static void
march_text_check_row_class_init (MarchTextCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_text_check_row_finalize;
}

static void
march_text_check_row_init (MarchTextCheckRow *self)
{
}

static guint
count_lines (const char *text, const char *end)
{
  guint n = 1;

  for (; text < end; text++)
    n += *text == '\n';
  return n;
}

static MarchTextCheckRow *
row_new (MarchCorpus *corpus, const MarchQuotationCheck *check, const char *text)
{
  MarchTextCheckRow *row = g_object_new (MARCH_TYPE_TEXT_CHECK_ROW, NULL);
  const guint        beyond = MIN (check->beyond, check->first + MOST_LETTERS);

  row->corpus = march_corpus_ref (corpus);
  row->check = *check;
  row->n = 1;
  if (check->beyond > check->first)
    {
      row->found = g_utf8_substring (text, check->first, beyond);
      row->line = count_lines (text, g_utf8_offset_to_pointer (text, check->first));
    }
  return row;
}

/* Passages that are lost, and of which only the hash is kept, are one row. */
static gboolean
join_lost (GListStore *rows, const MarchQuotationCheck *check)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));
  g_autoptr (MarchTextCheckRow) last = NULL;

  if (n_rows == 0 || check->match != MARCH_MATCH_NOT_FOUND || check->quotation->exact != NULL)
    return FALSE;
  last = g_list_model_get_item (G_LIST_MODEL (rows), n_rows - 1);
  if (last->check.match != check->match || last->check.quotation->exact != NULL)
    return FALSE;
  last->n++;
  return TRUE;
}

static void
add_row (MarchTextCheck *self, MarchCorpus *corpus, const MarchQuotationCheck *check)
{
  g_autoptr (MarchTextCheckRow) row = NULL;

  self->found[check->match]++;
  if (join_lost (self->rows, check))
    return;
  row = row_new (corpus, check, self->text);
  g_list_store_append (self->rows, row);
}

/* Those of that match, with words or with a hash alone. */
static void
add_rows (MarchTextCheck *self, MarchCorpus *corpus, GArray *checks, int match, gboolean words)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const MarchQuotationCheck *check = &g_array_index (checks, MarchQuotationCheck, i);

      if ((int) check->match == match && (check->quotation->exact != NULL) == words)
        add_row (self, corpus, check);
    }
}

/** march_text_check_new: @text: as march_verify_prepare() makes it; any thread */
MarchTextCheck *
march_text_check_new (MarchCorpus *corpus, const MarchSource *source, const char *text)
{
  MarchTextCheck *self = g_new0 (MarchTextCheck, 1);
  g_autoptr (GArray) checks = march_verify_source (source, text);
  g_autofree char *sha256 = march_verify_hash (text);

  self->text = g_strdup (text);
  self->rows = g_list_store_new (MARCH_TYPE_TEXT_CHECK_ROW);
  self->same = source->sha256 == NULL || g_ascii_strcasecmp (source->sha256, sha256) == 0;
  for (int match = MARCH_MATCH_NOT_FOUND; match >= 0; match--)
    {
      add_rows (self, corpus, checks, match, TRUE);
      add_rows (self, corpus, checks, match, FALSE);
    }
  return self;
}

void
march_text_check_free (MarchTextCheck *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_object_unref (self->rows);
  g_free (self);
}

const char *
march_text_check_get_text (MarchTextCheck *self)
{
  return self->text;
}

/** march_text_check_is_sound: Returns: whether it is the archived text, or has every quotation */
gboolean
march_text_check_is_sound (MarchTextCheck *self)
{
  return self->same || self->found[MARCH_MATCH_NOT_FOUND] == 0;
}

/** march_text_check_list_rows: Returns: (transfer full): of #MarchTextCheckRow, what isn't found
 * first */
GListModel *
march_text_check_list_rows (MarchTextCheck *self)
{
  return g_object_ref (G_LIST_MODEL (self->rows));
}

/** march_text_check_find: Returns: whether the quotation of that row is found, and where */
gboolean
march_text_check_find (MarchTextCheck *self, guint position, guint *first, guint *beyond)
{
  g_autoptr (MarchTextCheckRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row == NULL || row->found == NULL)
    return FALSE;
  *first = row->check.first;
  *beyond = row->check.beyond;
  return TRUE;
}

static const char *
get_state (MarchMatch match)
{
  switch (match)
    {
    case MARCH_MATCH_VERBATIM:
      /* Translators: how a quotation stands in a text. */
      return _("verbatim");
    case MARCH_MATCH_MOVED:
      return _("moved");
    case MARCH_MATCH_NORMALISED:
      return _("found after normalising");
    case MARCH_MATCH_NOT_FOUND:
    default:
      return _("no longer matches the text");
    }
}

static void
append_count (GString *text, guint n, MarchMatch match)
{
  if (n > 0 && text->len > 0)
    g_string_append (text, ", ");
  if (n > 0 && match == MARCH_MATCH_NOT_FOUND)
    g_string_append_printf (text, ngettext ("%u no longer matches", "%u no longer match", n), n);
  else if (n > 0)
    g_string_append_printf (text, "%u %s", n, get_state (match));
}

/** march_text_check_describe: Returns: (transfer full): what the text is to the source, as a
 * sentence or two */
char *
march_text_check_describe (MarchTextCheck *self)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  const char *which = NULL;

  for (guint match = 0; match < G_N_ELEMENTS (self->found); match++)
    append_count (counts, self->found[match], match);
  if (self->same)
    which = counts->len > 0 ? "" : _("Nothing is quoted of this source yet.");
  else
    which = _("It is another text than the one that was archived.");
  return g_strdup_printf ("%s%s%s", which, *which != '\0' && counts->len > 0 ? " " : "",
                          counts->str);
}

/** march_text_check_make_row: Returns: (transfer floating): for march_text_check_fill_row() */
GtkWidget *
march_text_check_make_row (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 4);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, i == 1 ? "quote" : "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static char *
describe_words (const MarchTextCheckRow *row)
{
  char *words = march_words_quote (row->check.quotation);

  if (words != NULL)
    return words;
  return g_strdup_printf (ngettext ("%u passage that is not stored, known by its hash",
                                    "%u passages that are not stored, known by their hashes",
                                    row->n),
                          row->n);
}

/* Where the text has other letters they are shown; else the line is enough. */
static char *
describe_place (const MarchTextCheckRow *row)
{
  if (row->found == NULL)
    return g_strdup ("");
  /* What is quoted word by word can be read above. */
  if (row->check.match == MARCH_MATCH_VERBATIM && row->check.quotation->exact != NULL)
    return g_strdup_printf (_("line %u"), row->line);
  return g_strdup_printf (_("line %u: %s"), row->line, row->found);
}

/** march_text_check_fill_row: @widget: of march_text_check_make_row() */
void
march_text_check_fill_row (GtkWidget *widget, MarchTextCheckRow *row)
{
  GtkWidget       *state = gtk_widget_get_first_child (widget);
  GtkWidget       *words = gtk_widget_get_next_sibling (state);
  GtkWidget       *place = gtk_widget_get_last_child (widget);
  g_autofree char *quoted = describe_words (row);
  g_autofree char *where = describe_place (row);

  gtk_label_set_text (GTK_LABEL (state), get_state (row->check.match));
  if (row->check.match == MARCH_MATCH_NOT_FOUND)
    gtk_widget_add_css_class (state, "error");
  else
    gtk_widget_remove_css_class (state, "error");
  gtk_label_set_text (GTK_LABEL (words), quoted);
  gtk_label_set_text (GTK_LABEL (place), where);
  gtk_widget_set_visible (place, *where != '\0');
}
