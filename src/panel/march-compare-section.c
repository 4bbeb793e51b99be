/* march-compare-section.c — two days compared: which ones, and what was gained and lost */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-compare-section.h"

#include <glib/gi18n.h>

#include "base/march-typed-day.h"
#include "panel/march-compared-table.h"
#include "panel/march-section.h"
#include "panel/march-table-card.h"
#include "widgets/march-spoken-name.h"

struct _MarchCompareSection
{
  GtkBox parent_instance;

  MarchSession *session;
  GtkEntry     *entry;
  GtkLabel     *remark;
  GtkWidget    *end;
  GtkLabel     *title;
  GtkLabel     *turned; /* what changed its word and no holder */
  GtkWidget    *card;
  MarchTable   *table;
};

G_DEFINE_FINAL_TYPE (MarchCompareSection, march_compare_section, GTK_TYPE_BOX)

static MarchAreaDesk *
get_desk (MarchCompareSection *self)
{
  return march_session_get_area_desk (self->session);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_comparison (MarchCompareSection *self)
{
  MarchComparison *comparison = march_area_desk_get_comparison (get_desk (self));
  const gboolean   on = march_area_desk_get_compared_day (get_desk (self)) != MARCH_DAY_MAX;
  g_autofree char *from = NULL, *to = NULL, *title = NULL, *turned = NULL;

  gtk_widget_set_visible (self->end, on);
  gtk_widget_set_visible (self->card, comparison != NULL && comparison->untold == NULL);
  if (comparison == NULL)
    {
      set_label (self->title, on ? _("Comparing…") : NULL);
      set_label (self->turned, NULL);
      return;
    }
  from = march_day_describe (comparison->from);
  to = march_day_describe (comparison->to);
  /* Translators: two days. */
  title = g_strdup_printf (_("%1$s → %2$s, in km²"), from, to);
  set_label (self->title, comparison->untold != NULL ? comparison->untold : title);
  march_compared_table_fill (self->table, comparison);
  turned = march_comparison_describe_turned (comparison);
  set_label (self->turned, turned);
}

static void
compare_cb (MarchCompareSection *self)
{
  MarchCorpus             *corpus = march_session_get_corpus (self->session);
  const MarchDossierFacts *facts = corpus != NULL ? march_corpus_get_facts (corpus) : NULL;
  MarchDay                 day;
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;

  if (facts == NULL)
    return;
  if (march_typed_day_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)), facts->first,
                            facts->last, &day, &remark, &error))
    march_area_desk_compare (get_desk (self), day);
  set_label (self->remark, error != NULL ? error->message : remark);
}

/* The last day before that of the map on which the areas in the selected place were otherwise. */
static gboolean
find_change_before (MarchCompareSection *self, MarchDay *before)
{
  MarchAreaHistory *history = march_area_desk_get_history (get_desk (self));
  const MarchDay    day = march_session_get_as_of (self->session);
  g_autoptr (GArray) changes = NULL;
  gboolean found = FALSE;

  if (history == NULL)
    return FALSE;
  changes = march_area_history_list_changes (history, march_session_get_place (self->session));
  for (guint i = 0; i < changes->len; i++)
    {
      const MarchDay change = g_array_index (changes, MarchDay, i);

      if (change > day || march_area_history_get_cover (history, change - 1) < MARCH_COVER_CARRIED)
        continue;
      *before = change - 1;
      found = TRUE;
    }
  return found;
}

static void
previous_cb (MarchCompareSection *self)
{
  MarchDay day;

  if (find_change_before (self, &day))
    {
      march_area_desk_compare (get_desk (self), day);
      set_label (self->remark, NULL);
    }
  else
    set_label (self->remark, _("No change before this day is known."));
}

static void
end_cb (MarchCompareSection *self)
{
  march_area_desk_compare (get_desk (self), MARCH_DAY_MAX);
  set_label (self->remark, NULL);
}

static void
march_compare_section_dispose (GObject *object)
{
  g_clear_object (&MARCH_COMPARE_SECTION (object)->session);
  G_OBJECT_CLASS (march_compare_section_parent_class)->dispose (object);
}

static void
march_compare_section_class_init (MarchCompareSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_compare_section_dispose;
}

static GtkWidget *
new_button (MarchCompareSection *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  march_spoken_name_set_buttons (button);
  return button;
}

static GtkWidget *
new_question (MarchCompareSection *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _("A day, as 1 May 2031"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day to compare with"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (compare_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), new_button (self, _("Co_mpare"), G_CALLBACK (compare_cb)));
  return line;
}

static GtkLabel *
append_label (MarchCompareSection *self, const char *style_class)
{
  GtkWidget *label = march_label_new ("", style_class);

  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
march_compare_section_init (MarchCompareSection *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), march_label_new (_("Compared with Another Day"), "heading"));
  gtk_box_append (GTK_BOX (self), new_question (self));
  self->remark = append_label (self, "warning-note");
  self->end = new_button (self, _("_End Comparing"), G_CALLBACK (end_cb));
  gtk_box_append (GTK_BOX (buttons),
                  new_button (self, _("With the _Previous Change"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (buttons), self->end);
  gtk_box_append (GTK_BOX (self), buttons);
  self->title = append_label (self, "caption-heading");
  self->table
      = march_compared_table_new (_("Gained and lost, in km²"), _("Gained"), _("Lost"));
  self->card = march_table_card_new (self->table, "comparison.csv");
  gtk_box_append (GTK_BOX (self), self->card);
  self->turned = append_label (self, "caption");
}

/** march_compare_section_new: Returns: (transfer floating): where the day of @session is compared
 * with another */
GtkWidget *
march_compare_section_new (MarchSession *session)
{
  MarchCompareSection *self = g_object_new (MARCH_TYPE_COMPARE_SECTION, NULL);
  MarchAreaDesk       *desk = march_session_get_area_desk (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (desk, "notify::compared-day", G_CALLBACK (show_comparison), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::comparison", G_CALLBACK (show_comparison), self,
                           G_CONNECT_SWAPPED);
  show_comparison (self);
  return GTK_WIDGET (self);
}
