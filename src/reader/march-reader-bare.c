/* march-reader-bare.c — a source without a text: its quotations in order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "reader/march-reader-bare.h"
#include "reader/march-reader-card.h"
#include "reader/march-reader-heading.h"

#define COLUMN 600
/* What a frame has time for. */
#define CARDS_A_FRAME 6

struct _MarchReaderBare
{
  GtkBox parent_instance;

  GtkWidget     *heading;
  GtkLabel      *note;
  GtkButton     *attach;
  GtkBox        *cards;
  GtkAdjustment *adjustment;

  MarchCorpus       *corpus; /* keeps the source; NULL while nothing is shown */
  const MarchSource *source;
  guint              next;   /* of the quotations, whose card comes next */
  guint              tick;   /* 0 once all cards are there */
  gint64             wanted; /* id of the quotation to turn to, 0 for none */
};

G_DEFINE_FINAL_TYPE (MarchReaderBare, march_reader_bare, GTK_TYPE_BOX)

static void
reveal (MarchReaderBare *self, GtkWidget *card)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (card, gtk_widget_get_parent (GTK_WIDGET (self->cards)), &bounds))
    gtk_adjustment_set_value (self->adjustment, bounds.origin.y);
  gtk_widget_add_css_class (card, "found");
}

static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchReaderBare *self = MARCH_READER_BARE (widget);
  GtkWidget       *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (guint i = 0; card != NULL && i < self->source->quotations->len; i++)
    {
      if (((const MarchQuotation *) self->source->quotations->pdata[i])->id == self->wanted)
        reveal (self, card);
      else
        gtk_widget_remove_css_class (card, "found");
      card = gtk_widget_get_next_sibling (card);
    }
  self->wanted = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
fill_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchReaderBare *self = MARCH_READER_BARE (widget);

  for (guint i = 0; i < CARDS_A_FRAME && self->next < self->source->quotations->len; i++)
    {
      GtkWidget *card = march_reader_card_new_for_quotation (
          self->corpus, self->source->quotations->pdata[self->next++], TRUE);

      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "card-body");
      gtk_widget_add_css_class (card, "quotation-card");
      gtk_box_append (self->cards, card);
    }
  if (self->next < self->source->quotations->len)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (self->wanted != 0)
    gtk_widget_add_tick_callback (widget, reveal_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
stop (MarchReaderBare *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
march_reader_bare_dispose (GObject *object)
{
  MarchReaderBare *self = MARCH_READER_BARE (object);

  stop (self);
  self->source = NULL;
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_reader_bare_parent_class)->dispose (object);
}

static void
march_reader_bare_class_init (MarchReaderBareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_reader_bare_dispose;
}

static GtkWidget *
make_note (MarchReaderBare *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_xalign (self->note, 0);
  self->attach = GTK_BUTTON (gtk_button_new_with_label (_("Attach the Text…")));
  gtk_widget_set_halign (GTK_WIDGET (self->attach), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->attach), "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->attach));
  return box;
}

static void
march_reader_bare_init (MarchReaderBare *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->heading = march_reader_heading_new ();
  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (column), self->heading);
  gtk_box_append (GTK_BOX (column), make_note (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->cards));
  gtk_widget_add_css_class (column, "reader-bare");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_hexpand (scrolled, TRUE);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_box_append (GTK_BOX (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
}

/** march_reader_bare_new: Returns: (transfer floating): the widget, empty */
GtkWidget *
march_reader_bare_new (void)
{
  return g_object_new (MARCH_TYPE_READER_BARE, NULL);
}

static void
tell (MarchReaderBare *self)
{
  const guint      n = self->source->quotations->len;
  g_autofree char *words = NULL;

  if (n == 0)
    words = g_strdup (_("The text of this source is not in the dossier. Attach it to read it here "
                        "and to quote from it."));
  else
    words = g_strdup_printf (
        ngettext ("The text of this source is not in the dossier. Attach it to read it here; its "
                  "%u quotation is held against it.",
                  "The text of this source is not in the dossier. Attach it to read it here; its "
                  "%u quotations are held against it.",
                  n),
        n);
  gtk_label_set_text (self->note, words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->attach), "x", self->source->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->attach), "win.attach-text");
}

/** march_reader_bare_show: @corpus: (nullable): keeps @source, which has no text; NULL shows
 * nothing */
void
march_reader_bare_show (MarchReaderBare *self, MarchCorpus *corpus, const MarchSource *source)
{
  GtkWidget *card = NULL;

  stop (self);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  self->source = source;
  self->next = 0;
  if (source == NULL)
    return;
  self->corpus = march_corpus_ref (corpus);
  march_reader_heading_show (MARCH_READER_HEADING (self->heading), source, FALSE);
  tell (self);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

/** march_reader_bare_reveal: turns to the card of @quotation, at once or as soon as it is there.
 * Returns: whether the source has it */
gboolean
march_reader_bare_reveal (MarchReaderBare *self, gint64 quotation)
{
  for (guint i = 0; self->source != NULL && i < self->source->quotations->len; i++)
    if (((const MarchQuotation *) self->source->quotations->pdata[i])->id == quotation)
      {
        self->wanted = quotation;
        if (self->tick == 0)
          gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
        return TRUE;
      }
  return FALSE;
}
