/* march-why-page.c — the page Why this colour?: from the drawing rule to the sources */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-place-picture.h"
#include "panel/march-section.h"
#include "panel/march-settle-dialog.h"
#include "panel/march-why-cards.h"
#include "panel/march-why-page.h"
#include "widgets/march-columns.h"

#define N_COLUMNS 4
#define GUTTER 26
#define PAIR_GUTTER 16

/* In less the cards of a row stand below each other. */
#define NARROW 920

static const int column_widths[N_COLUMNS] = { 292, 300, 0, 268 };

struct _MarchWhyPage
{
  GtkBox parent;

  MarchSession *session;
  gint64        place;  /* id of what is explained, 0 for nothing yet */
  guint         update; /* id of the idle source, 0 for none */
  MarchWhy     *why;    /* NULL for nothing yet */

  GtkLabel  *name;
  GtkLabel  *question;
  GtkLabel  *summary;
  GtkWidget *copy;
  GtkBox    *rows;

  /* What is still to be told, frame by frame */
  guint         tick;      /* id of the tick callback, 0 while nothing is left */
  gboolean      begun;     /* whether the first frame, that of the headings, has passed */
  guint         next_row;  /* index among the rows of why */
  guint         next_step; /* of telling that row */
  MarchColumns *columns;   /* borrowed: that row, once it is begun */
  guint         number;    /* of the last quotation */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchWhyPage, march_why_page, GTK_TYPE_BOX)

static void
clear_rows (MarchWhyPage *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
}

static GtkWidget *
new_heading (guint number, const char *words)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget       *circle = gtk_label_new (digits);
  GtkWidget       *label = march_label_new ("", "heading");

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_add_css_class (circle, "why-number");
  gtk_widget_add_css_class (circle, "filled");
  gtk_widget_set_valign (circle, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), circle);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_headings (MarchWhyPage *self)
{
  const char *const words[N_COLUMNS] = { _("Drawn by this rule"), _("From this assertion"),
                                         _("Resting on these words"), _("In these sources") };
  GtkWidget *columns = march_columns_new (column_widths, N_COLUMNS, GUTTER, NARROW, FALSE, TRUE);

  for (guint i = 0; i < N_COLUMNS; i++)
    march_columns_append (MARCH_COLUMNS (columns), new_heading (i + 1, words[i]));
  gtk_box_append (self->rows, columns);
}

static void
begin_row (MarchWhyPage *self, const MarchWhyRow *row)
{
  const MarchPlace *place = self->why->finding->place;
  GtkWidget        *picture = NULL;
  GtkWidget *columns = march_columns_new (column_widths, N_COLUMNS, GUTTER, NARROW, TRUE, FALSE);

  if (self->next_row == 0 && (place->geometry != NULL || place->children->len > 0))
    picture = march_place_picture_new (self->why->snapshot, place);
  march_columns_append (MARCH_COLUMNS (columns), march_why_rule_card_new (self->why, row, picture));
  march_columns_append (MARCH_COLUMNS (columns), march_why_assertion_card_new (self->why, row));
  gtk_box_append (self->rows, columns);
  self->columns = MARCH_COLUMNS (columns);
}

/* The next of a row's cards that takes a frame to lay out: the words have by far the most text. */
static void
add_cards (MarchWhyPage *self, const MarchWhyRow *row)
{
  const guint n_steps = march_why_row_rests_on_something (row) ? 3 : 1;

  if (self->next_step == 0)
    begin_row (self, row);
  else if (self->next_step == 1)
    march_columns_append (self->columns, march_why_words_card_new (row, &self->number));
  else
    march_columns_append (self->columns, march_why_source_card_new (row));
  self->next_step = (self->next_step + 1) % n_steps;
  self->next_row += self->next_step == 0;
}

static void
settle_clicked_cb (MarchWhyPage *self, GtkButton *button)
{
  guint      index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "march-conflict"));
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  if (window != NULL && index < self->why->finding->conflicts->len)
    march_settle_dialog_present (GTK_WINDOW (window), self->session,
                                 self->why->finding->conflicts->pdata[index]);
}

static GtkWidget *
new_conflict_card (MarchWhyPage *self, guint index)
{
  GtkWidget *card
      = march_why_conflict_card_new (self->why, self->why->finding->conflicts->pdata[index]);
  GtkWidget *button = gtk_button_new_with_label (_("Settle…"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_object_set_data (G_OBJECT (button), "march-conflict", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (settle_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

/* What is not known, and beside it where sources disagree. */
static void
add_foot (MarchWhyPage *self)
{
  const int  widths[] = { 0, 0 };
  GPtrArray *said = self->why->finding->conflicts, *drawn = self->why->finding->area_conflicts;
  gboolean   any = said->len + drawn->len > 0;
  GtkWidget *columns = march_columns_new (widths, any ? 2 : 1, PAIR_GUTTER, NARROW, FALSE, FALSE);
  GtkWidget *conflicts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  march_columns_append (MARCH_COLUMNS (columns), march_why_unknown_card_new (self->why));
  for (guint i = 0; i < said->len; i++)
    gtk_box_append (GTK_BOX (conflicts), new_conflict_card (self, i));
  for (guint i = 0; i < drawn->len; i++)
    gtk_box_append (GTK_BOX (conflicts),
                    march_why_area_conflict_card_new (self->why, drawn->pdata[i]));
  g_object_ref_sink (conflicts);
  if (any)
    march_columns_append (MARCH_COLUMNS (columns), conflicts);
  g_object_unref (conflicts);
  gtk_box_append (self->rows, columns);
}

/* The rows follow frame by frame: laying out all their text at once holds up the window. */
static gboolean
fill_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchWhyPage *self = MARCH_WHY_PAGE (widget);

  if (!self->begun)
    {
      self->begun = TRUE;
      return G_SOURCE_CONTINUE;
    }
  if (self->why != NULL && self->next_row < self->why->rows->len)
    {
      add_cards (self, self->why->rows->pdata[self->next_row]);
      return G_SOURCE_CONTINUE;
    }
  if (self->why != NULL)
    add_foot (self);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (MarchWhyPage *self, const MarchPlace *place)
{
  g_autofree char *question = NULL;

  g_clear_pointer (&self->why, march_why_free);
  self->why = march_why_new (march_session_get_snapshot (self->session), place);
  question = march_words_question (self->why->snapshot, NULL);
  gtk_label_set_text (self->name, march_place_get_name (place, march_text_get_language ()));
  gtk_label_set_text (self->question, question);
  gtk_label_set_text (self->summary, self->why->summary);
  clear_rows (self);
  add_headings (self);
  self->begun = FALSE;
  self->next_row = 0;
  self->next_step = 0;
  self->number = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_more_cb, NULL, NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  MarchWhyPage     *self = user_data;
  MarchSnapshot    *snapshot = march_session_get_snapshot (self->session);
  MarchCorpus      *corpus = march_session_get_corpus (self->session);
  const MarchPlace *place
      = corpus == NULL || self->place == 0 ? NULL : march_corpus_get_place (corpus, self->place);

  self->update = 0;
  /* While a newer snapshot is being made the old one may be of an older corpus. */
  if (place != NULL && snapshot != NULL && march_snapshot_get_corpus (snapshot) == corpus)
    fill (self, place);
  return G_SOURCE_REMOVE;
}

/* Nothing is built for a page that nobody looks at. */
static void
queue_update (MarchWhyPage *self)
{
  if (self->update == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update = g_idle_add (update_cb, self);
}

static void
show_why_cb (MarchWhyPage *self, gint64 place)
{
  self->place = place;
  g_clear_handle_id (&self->update, g_source_remove);
  update_cb (self);
  gtk_widget_grab_focus (self->copy);
}

static void
march_why_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (march_why_page_parent_class)->map (widget);
  gtk_widget_grab_focus (MARCH_WHY_PAGE (widget)->copy);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchWhyPage    *self = MARCH_WHY_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->why == NULL)
    return;
  text = march_why_to_text (self->why);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
set_session (MarchWhyPage *self, MarchSession *session)
{
  if (session == NULL)
    return;
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "show-why", G_CALLBACK (show_why_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
}

static void
march_why_page_set_property (GObject      *object,
                             guint         property,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MarchWhyPage *self = MARCH_WHY_PAGE (object);

  switch (property)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_why_page_dispose (GObject *object)
{
  MarchWhyPage *self = MARCH_WHY_PAGE (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_pointer (&self->why, march_why_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_why_page_parent_class)->dispose (object);
}

static void
march_why_page_class_init (MarchWhyPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = march_why_page_set_property;
  object_class->dispose = march_why_page_dispose;
  widget_class->map = march_why_page_map;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-why-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchWhyPage, name);
  gtk_widget_class_bind_template_child (widget_class, MarchWhyPage, question);
  gtk_widget_class_bind_template_child (widget_class, MarchWhyPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MarchWhyPage, copy);
  gtk_widget_class_bind_template_child (widget_class, MarchWhyPage, rows);
  gtk_widget_class_install_action (widget_class, "why.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
march_why_page_init (MarchWhyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * march_why_page_new:
 * @session: what to show
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
march_why_page_new (MarchSession *session)
{
  return g_object_new (MARCH_TYPE_WHY_PAGE, "session", session, NULL);
}
