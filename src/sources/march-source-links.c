/* march-source-links.c — how a source stands to others: independent, or drawing on them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-links.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-problem-row.h"
#include "widgets/march-picker.h"
#include "widgets/march-text-area.h"

struct _MarchSourceLinks
{
  AdwPreferencesGroup parent_instance;

  MarchSourceDraft *draft; /* borrowed from the dialog */
  MarchCorpus      *corpus;
  GPtrArray        *sources; /* of const MarchSource: those that may be chosen */
  GPtrArray        *rows;    /* of Row, as the draft's links */
  GtkWidget        *add;
};

/* One link, and the widgets that show it; borrowed by them. */
typedef struct
{
  MarchSourceLinks     *self;
  MarchSourceLinkDraft *link;
  GtkWidget            *row;
  MarchPicker          *other;
  GtkDropDown          *kind;
  MarchTextArea        *reason;
  MarchProblemRow      *problem;
} Row;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchSourceLinks, march_source_links, ADW_TYPE_PREFERENCES_GROUP)

static void
changed (MarchSourceLinks *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
chosen_cb (Row *row)
{
  const guint selected = march_picker_get_selected (row->other);

  /* The first one stands for none. */
  row->link->other = selected == 0 || selected > row->self->sources->len
                         ? 0
                         : ((const MarchSource *) row->self->sources->pdata[selected - 1])->id;
  changed (row->self);
}

static void
kind_cb (Row *row)
{
  row->link->independent = gtk_drop_down_get_selected (row->kind) == 1;
  changed (row->self);
}

static void
reason_cb (Row *row)
{
  march_draft_set_text (&row->link->reason, march_text_area_get_text (row->reason));
  changed (row->self);
}

static void
remove_cb (Row *row)
{
  MarchSourceLinks *self = row->self;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row->row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->problem));
  march_source_draft_remove_link (self->draft, row->link);
  g_ptr_array_remove (self->rows, row);
  changed (self);
}

static GtkWidget *
make_kind (Row *row)
{
  /* Translators: how a source stands to another. */
  const char *const kinds[] = { _("Draws on"), _("Independent of"), NULL };
  GtkWidget        *kind = gtk_drop_down_new_from_strings (kinds);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), row->link->independent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How it stands to the other source"), -1);
  g_signal_connect_swapped (kind, "notify::selected", G_CALLBACK (kind_cb), row);
  return kind;
}

static GtkWidget *
make_other (Row *row)
{
  GtkWidget *other = march_picker_new (_("The other source"));

  march_picker_append (MARCH_PICKER (other), _("Choose a source"), "");
  for (guint i = 0; i < row->self->sources->len; i++)
    {
      const MarchSource *source = row->self->sources->pdata[i];
      g_autofree char   *words = march_words_source (source);

      march_picker_append (MARCH_PICKER (other), words, source->title);
      if (source->id == row->link->other)
        march_picker_set_selected (MARCH_PICKER (other), i + 1);
    }
  gtk_widget_set_hexpand (other, TRUE);
  g_signal_connect_swapped (other, "notify::selected", G_CALLBACK (chosen_cb), row);
  return other;
}

static GtkWidget *
make_remove (Row *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove this link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove this link"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), row);
  return button;
}

static GtkWidget *
make_reason (Row *row)
{
  GtkWidget *reason = march_text_area_new ();

  march_text_area_set_text (MARCH_TEXT_AREA (reason), row->link->reason);
  march_text_area_set_placeholder (MARCH_TEXT_AREA (reason), _("How that is known"));
  march_text_area_set_name (MARCH_TEXT_AREA (reason), _("How that is known"));
  g_signal_connect_swapped (reason, "changed", G_CALLBACK (reason_cb), row);
  return reason;
}

static void
add_row (MarchSourceLinks *self, MarchSourceLinkDraft *link)
{
  Row       *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->self = self;
  row->link = link;
  row->row = adw_preferences_row_new ();
  row->kind = GTK_DROP_DOWN (make_kind (row));
  row->other = MARCH_PICKER (make_other (row));
  row->reason = MARCH_TEXT_AREA (make_reason (row));
  row->problem = MARCH_PROBLEM_ROW (march_problem_row_new ());
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->kind));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->other));
  gtk_box_append (GTK_BOX (line), make_remove (row));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->reason));
  gtk_widget_add_css_class (box, "card-body");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->problem));
  g_ptr_array_add (self->rows, row);
}

static void
add_cb (MarchSourceLinks *self)
{
  add_row (self, march_source_draft_add_link (self->draft, 0, FALSE, ""));
  changed (self);
}

static gboolean
march_source_links_grab_focus (GtkWidget *widget)
{
  MarchSourceLinks *self = MARCH_SOURCE_LINKS (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (gtk_widget_get_visible (GTK_WIDGET (row->problem)))
        return gtk_widget_grab_focus (row->link->other == 0 ? GTK_WIDGET (row->other)
                                                            : GTK_WIDGET (row->reason));
    }
  return gtk_widget_grab_focus (self->add);
}

static void
march_source_links_finalize (GObject *object)
{
  MarchSourceLinks *self = MARCH_SOURCE_LINKS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->sources);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_source_links_parent_class)->finalize (object);
}

static void
march_source_links_class_init (MarchSourceLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_source_links_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_source_links_grab_focus;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_SOURCE_LINKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_source_links_init (MarchSourceLinks *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new ();
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Add a link to another source"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add a link to another source"), -1);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_title (group, _("Other Sources"));
  adw_preferences_group_set_description (group, _("Sources that aren't shown to be independent "
                                                   "never confirm each other."));
  adw_preferences_group_set_header_suffix (group, self->add);
}

GtkWidget *
march_source_links_new (void)
{
  return g_object_new (MARCH_TYPE_SOURCE_LINKS, NULL);
}

/** march_source_links_bind: @draft: kept by its owner for as long as the widget is there; to be
 * called once */
void
march_source_links_bind (MarchSourceLinks *self, MarchSourceDraft *draft, MarchCorpus *corpus)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);

  self->draft = draft;
  self->corpus = march_corpus_ref (corpus);
  for (guint i = 0; i < sources->len; i++)
    if (((const MarchSource *) sources->pdata[i])->id != draft->id)
      g_ptr_array_add (self->sources, sources->pdata[i]);
  gtk_widget_set_sensitive (self->add, self->sources->len > 0);
  for (guint i = 0; i < draft->links->len; i++)
    add_row (self, draft->links->pdata[i]);
}

/** march_source_links_show_problem: at the link that has it */
void
march_source_links_show_problem (MarchSourceLinks *self, const MarchProblem *problem)
{
  if (problem->index < self->rows->len)
    march_problem_row_set (((const Row *) self->rows->pdata[problem->index])->problem, problem);
}

/** march_source_links_clear_problems: nothing is known to be wrong */
void
march_source_links_clear_problems (MarchSourceLinks *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    march_problem_row_set (((const Row *) self->rows->pdata[i])->problem, NULL);
}
