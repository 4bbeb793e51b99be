/* march-quotation-card.c — one quotation: its words, who says them where, its grade, and what it
 * bears on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asof/march-words.h"
#include "asof/march-reading.h"
#include "panel/march-bearing-row.h"
#include "panel/march-panel-text.h"
#include "panel/march-quotation-card.h"
#include "panel/march-section.h"
#include "widgets/march-bearing.h"
#include "widgets/march-spoken-name.h"

/* What a quotation bears on, beyond so many rows, waits behind a button. */
#define MAX_ROWS 2
/* Of what it bears on, in the menu. */
#define MENU_CHARS 56

struct _MarchQuotationCard
{
  GtkBox parent_instance;

  MarchQuotationItem *item; /* NULL while the card waits for one */

  GtkWidget  *tags;
  GtkWidget  *unidentified;
  GtkLabel   *words;
  GtkLabel   *translation;
  GtkLabel   *speaker;
  GtkLabel   *channel;
  GtkLabel   *note;
  GtkLabel   *grade;
  GtkWidget  *own_words;
  GtkListBox *bearings;
  GtkButton  *more;
  GtkLabel   *checked; /* what the figure of land came to */
  GtkWidget  *check;   /* leads to it */
  GtkWidget  *read;    /* leads to its place in the text */
  GtkMenuButton *menu; /* changes what it bears on */
};

G_DEFINE_FINAL_TYPE (MarchQuotationCard, march_quotation_card, GTK_TYPE_BOX)

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_translation (MarchQuotationCard *self, const MarchQuotation *quotation)
{
  g_autofree char *line = NULL;

  if (*quotation->translation != '\0' && *quotation->translator != '\0')
    /* Translators: a translation of a quotation, and who made it. */
    line = g_strdup_printf (_("%s (translated by %s)"), quotation->translation,
                            quotation->translator);
  else
    line = g_strdup (quotation->translation);
  set_optional (self->translation, line);
}

static void
show_words (MarchQuotationCard *self, const char *query)
{
  const MarchQuotation *quotation = march_quotation_item_get_quotation (self->item);
  g_autofree char      *words = march_text_quote (quotation, query);

  gtk_label_set_markup (self->words, words);
  if (quotation->exact == NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "quote");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "quote");
}

static void
show_grade (MarchQuotationCard *self, const MarchQuotation *quotation)
{
  g_autofree char *code = march_words_grade (quotation);
  g_autofree char *meaning = march_words_grade_meaning (quotation);

  gtk_label_set_text (self->grade, code);
  gtk_widget_set_visible (GTK_WIDGET (self->grade), *code != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->grade), meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grade), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meaning, -1);
}

static void
show_source (MarchQuotationCard *self, const MarchQuotation *quotation)
{
  g_autofree char *speaker = march_text_describe_speaker (quotation, TRUE);
  g_autofree char *channel = march_text_describe_channel (quotation);
  g_autofree char *link = g_markup_printf_escaped ("<a href=\"source:%" G_GINT64_FORMAT "\">%s</a>",
                                                   quotation->source->id, channel);

  gtk_label_set_markup (self->speaker, speaker);
  gtk_label_set_markup (self->channel, link);
  set_optional (self->note, quotation->note);
  gtk_widget_set_visible (self->own_words, march_text_is_own_word (quotation));
  gtk_widget_set_visible (self->tags, quotation->voice == MARCH_VOICE_REPORT
                                          || !march_source_is_identified (quotation->source));
  gtk_widget_set_visible (gtk_widget_get_first_child (self->tags),
                          quotation->voice == MARCH_VOICE_REPORT);
  gtk_widget_set_visible (self->unidentified, !march_source_is_identified (quotation->source));
}

static void
clear_rows (MarchQuotationCard *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->bearings, 0)) != NULL)
    gtk_list_box_remove (self->bearings, GTK_WIDGET (row));
}

static void
show_bearings (MarchQuotationCard *self, gint64 place)
{
  MarchCorpus          *corpus = march_quotation_item_get_corpus (self->item);
  const MarchQuotation *quotation = march_quotation_item_get_quotation (self->item);
  g_autoptr (GPtrArray) bearings = march_bearing_sort (quotation->evidence, place);
  guint            hidden = bearings->len > MAX_ROWS + 1 ? bearings->len - MAX_ROWS : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("%u more", "%u more", hidden), hidden);

  clear_rows (self);
  for (guint i = 0; i < bearings->len; i++)
    {
      GtkWidget *row = march_bearing_row_new (corpus, bearings->pdata[i], place);

      gtk_widget_set_visible (row, hidden == 0 || i < MAX_ROWS);
      gtk_list_box_append (self->bearings, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->bearings), bearings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), hidden > 0);
  gtk_button_set_label (self->more, label);
}

/* A name leads to its actor's page, the publication to its source's. */
static gboolean
activate_link_cb (MarchQuotationCard *self, const char *uri)
{
  MarchRecordKind kind = g_str_has_prefix (uri, "actor:") ? MARCH_RECORD_ACTOR
                                                          : MARCH_RECORD_SOURCE;
  const char     *colon = strchr (uri, ':');

  if (colon == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "panel.show", "(ux)", (guint) kind,
                              g_ascii_strtoll (colon + 1, NULL, 10));
  return TRUE;
}

/* The figure of land that the quotation is evidence for; NULL if there is none. */
static const MarchAssertion *
find_figure (const MarchQuotation *quotation)
{
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = quotation->evidence->pdata[i];

      if (evidence->assertion != NULL && march_figure_is_of_land (evidence->assertion))
        return evidence->assertion;
    }
  return NULL;
}

static void
check_clicked_cb (MarchQuotationCard *self)
{
  const MarchAssertion *figure
      = find_figure (march_quotation_item_get_quotation (self->item));

  if (figure != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.show", "(ux)",
                                (guint) MARCH_RECORD_ASSERTION, figure->id);
}

static void
more_clicked_cb (MarchQuotationCard *self)
{
  GtkWidget *row = NULL;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->bearings)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
}

/* A line of a menu is short. */
static char *
shorten (const char *words)
{
  if (g_utf8_strlen (words, -1) <= MENU_CHARS)
    return g_strdup (words);
  return g_strdup_printf ("%.*s…",
                          (int) (g_utf8_offset_to_pointer (words, MENU_CHARS) - words), words);
}

static char *
describe_end (const MarchEvidence *evidence)
{
  const MarchAssertion *assertion = evidence->assertion;
  const MarchPlace     *place = assertion != NULL ? assertion->place : NULL;
  g_autofree char      *words = assertion != NULL ? march_words_assertion (assertion, NULL)
                                                  : g_strdup (evidence->proposal->title);
  g_autofree char      *of_place
      = place != NULL ? g_strdup_printf (
            "%s · %s", march_place_get_name (place, march_text_get_language ()), words)
                      : g_strdup (words);
  g_autofree char      *shown = shorten (of_place);

  return g_strdup_printf (
      _("%1$s: %2$s"), march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, evidence->stance),
      shown);
}

static void
append_evidence (GMenu *menu, gint64 quotation, gint64 bears_on, const char *words)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", words);
  g_menu_item_set_action_and_target (item, "win.evidence", "(xx)", quotation, bears_on);
  g_menu_append_item (menu, item);
}

/* Underscores in records are no mnemonics. */
static char *
escape_label (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "_", -1);

  return g_strjoinv ("__", parts);
}

/* What can be changed of the quotation. It is made when it is opened: cards come and go. */
static void
make_menu_cb (GtkMenuButton *button, gpointer card)
{
  MarchQuotationCard   *self = MARCH_QUOTATION_CARD (card);
  const MarchQuotation *quotation = march_quotation_item_get_quotation (self->item);
  g_autoptr (GMenu)     menu = g_menu_new ();
  g_autoptr (GMenu)     ends = g_menu_new ();
  g_autoptr (GMenu)     rest = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Delete the Quotation"), NULL);

  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = quotation->evidence->pdata[i];
      g_autofree char     *words = describe_end (evidence);
      g_autofree char     *label = escape_label (words);

      append_evidence (ends, quotation->id,
                       evidence->assertion != NULL ? evidence->assertion->id
                                                   : evidence->proposal->id,
                       label);
    }
  g_menu_append_section (menu, _("Change Evidence"), G_MENU_MODEL (ends));
  append_evidence (rest, quotation->id, 0, _("Let It Bear on _Something Else…"));
  g_menu_item_set_action_and_target (item, "win.delete-quotation", "x", quotation->id);
  g_menu_append_item (rest, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
march_quotation_card_dispose (GObject *object)
{
  g_clear_object (&MARCH_QUOTATION_CARD (object)->item);
  G_OBJECT_CLASS (march_quotation_card_parent_class)->dispose (object);
}

static void
march_quotation_card_class_init (MarchQuotationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_quotation_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-quotation-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, tags);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, unidentified);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, words);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, translation);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, speaker);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, channel);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, note);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, grade);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, own_words);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, bearings);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, more);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, checked);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, check);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, read);
  gtk_widget_class_bind_template_child (widget_class, MarchQuotationCard, menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_clicked_cb);
}

static void
march_quotation_card_init (MarchQuotationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_menu_button (self->menu, _("What it bears on, and more"));
  gtk_menu_button_set_create_popup_func (self->menu, make_menu_cb, self, NULL);
}

/** march_quotation_card_new: Returns: (transfer floating): a card without a quotation */
GtkWidget *
march_quotation_card_new (void)
{
  return g_object_new (MARCH_TYPE_QUOTATION_CARD, NULL);
}

/**
 * march_quotation_card_set_item:
 * @item: what to show
 * @place: id of the place that is looked at, 0 for none; what bears on it stands first and doesn't
 * repeat its name
 * @query: (nullable): what is searched for, marked in the words
 */
void
march_quotation_card_set_item (MarchQuotationCard *card,
                               MarchQuotationItem *item,
                               gint64              place,
                               const char         *query)
{
  const MarchQuotation *quotation = march_quotation_item_get_quotation (item);
  g_autofree char      *name = march_text_credit (quotation);
  g_autofree char      *label = g_strdup_printf (_("Quotation: %s"), name);

  g_set_object (&card->item, item);
  show_words (card, query);
  show_translation (card, quotation);
  show_source (card, quotation);
  show_grade (card, quotation);
  show_bearings (card, place);
  gtk_widget_set_visible (card->check, find_figure (quotation) != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card->read), "(xx)", quotation->source->id,
                                    quotation->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card->read), "win.read");
  gtk_widget_set_opacity (GTK_WIDGET (card), march_quotation_item_is_on_day (item) ? 1 : 0.68);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/** march_quotation_card_get_item: Returns: (transfer none) (nullable): what is shown */
MarchQuotationItem *
march_quotation_card_get_item (MarchQuotationCard *card)
{
  return card->item;
}

/** march_quotation_card_get_figure: Returns: (transfer none) (nullable): the figure of land that
 * the quotation is evidence for */
const MarchAssertion *
march_quotation_card_get_figure (MarchQuotationCard *card)
{
  return card->item != NULL ? find_figure (march_quotation_item_get_quotation (card->item)) : NULL;
}

/** march_quotation_card_set_checked: @line: (nullable): what its figure of land came to, held
 * against the map */
void
march_quotation_card_set_checked (MarchQuotationCard *card, const char *line)
{
  set_optional (card->checked, line != NULL ? line : "");
}

/** march_quotation_card_set_query: @query: (nullable): what is searched for, marked in the words */
void
march_quotation_card_set_query (MarchQuotationCard *card, const char *query)
{
  if (card->item != NULL)
    show_words (card, query);
}

/** march_quotation_card_set_found: @found: whether this is the card that was looked for */
void
march_quotation_card_set_found (MarchQuotationCard *card, gboolean found)
{
  if (found)
    gtk_widget_add_css_class (GTK_WIDGET (card), "found");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card), "found");
}
