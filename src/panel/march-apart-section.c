/* march-apart-section.c — on how much land two sources of areas disagree, by unit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-apart-section.h"

#include <glib/gi18n.h>

#include "panel/march-compared-table.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"
#include "panel/march-table-card.h"

struct _MarchApartSection
{
  GtkBox parent_instance;

  MarchSession *session;
  GtkWidget    *show; /* turns the lens on */
  GtkWidget    *wait;
  GtkBox       *results;
};

G_DEFINE_FINAL_TYPE (MarchApartSection, march_apart_section, GTK_TYPE_BOX)

static void
show_comparison (MarchApartSection *self, MarchComparison *comparison)
{
  g_autofree char *day = march_day_describe (comparison->to);
  /* Translators: what two sources of areas have on a day: one and the other. */
  g_autofree char *title = g_strdup_printf (
      _("%3$s, in km²: + only by “%1$s”, − only by “%2$s”"), comparison->other->title,
      comparison->source->title, day);
  GtkWidget  *label = march_label_new ("", "caption-heading");
  MarchTable *table = NULL;

  gtk_label_set_text (GTK_LABEL (label),
                      comparison->untold != NULL ? comparison->untold : title);
  gtk_box_append (self->results, label);
  if (comparison->untold != NULL)
    return;
  table = march_compared_table_new (_("Where the sources disagree, in km²"), "+", "−");
  march_compared_table_fill (table, comparison);
  gtk_box_append (self->results, march_table_card_new (table, "disagreement.csv"));
}

static void
update_cb (MarchApartSection *self)
{
  MarchCorpus    *corpus = march_session_get_corpus (self->session);
  GPtrArray      *comparisons
      = march_source_desk_get_comparisons (march_session_get_source_desk (self->session));
  const gboolean  on = march_session_get_lens (self->session) == MARCH_LENS_DISAGREEMENT;
  g_autoptr (GPtrArray) sources = corpus != NULL ? march_corpus_list_area_sources (corpus) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_box_remove (self->results, child);
  gtk_widget_set_visible (GTK_WIDGET (self), sources != NULL && sources->len > 1);
  gtk_widget_set_visible (self->show, !on);
  gtk_widget_set_visible (self->wait, on && (comparisons == NULL || comparisons->len == 0));
  gtk_label_set_text (GTK_LABEL (self->wait),
                      comparisons != NULL
                          ? _("No two sources have areas of one holder on this day")
                          : _("Comparing…"));
  for (guint i = 0; comparisons != NULL && i < comparisons->len; i++)
    show_comparison (self, comparisons->pdata[i]);
}

static void
show_cb (MarchApartSection *self)
{
  march_session_set_lens (self->session, MARCH_LENS_DISAGREEMENT);
}

static void
march_apart_section_dispose (GObject *object)
{
  g_clear_object (&MARCH_APART_SECTION (object)->session);
  G_OBJECT_CLASS (march_apart_section_parent_class)->dispose (object);
}

static void
march_apart_section_class_init (MarchApartSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_apart_section_dispose;
}

static void
march_apart_section_init (MarchApartSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), march_label_new (_("Sources Compared"), "heading"));
  self->show = gtk_button_new_with_label (_("Show Where They Disagree"));
  gtk_widget_set_halign (self->show, GTK_ALIGN_START);
  g_signal_connect_object (self->show, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->show);
  self->wait = march_label_new ("", NULL);
  gtk_box_append (GTK_BOX (self), self->wait);
  self->results = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->results));
}

/** march_apart_section_new: Returns: (transfer floating): how much land only one of two sources
 * has, while @session shows the lens of disagreement; out of sight where there is one source */
GtkWidget *
march_apart_section_new (MarchSession *session)
{
  MarchApartSection *self = g_object_new (MARCH_TYPE_APART_SECTION, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::lens", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (march_session_get_source_desk (session), "compared",
                           G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return GTK_WIDGET (self);
}
