/* march-reader-find.c — the bar that finds words in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "reader/march-reader-find.h"

struct _MarchReaderFind
{
  GtkBox parent_instance;

  MarchReaderText *text; /* where to look; of the same page */
  GtkSearchBar    *bar;
  GtkEditable     *entry;
  GtkLabel        *count;

  GCancellable *looking;
  GArray       *found;   /* of MarchStretch; NULL while nothing is looked for */
  guint         current; /* index among them */
  gint64        source;  /* id of what was looked through */
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchReaderFind, march_reader_find, GTK_TYPE_BOX)

static void
show_count (MarchReaderFind *self)
{
  g_autofree char *words = NULL;

  if (self->found == NULL)
    words = g_strdup ("");
  else if (self->found->len == 0)
    words = g_strdup (_("not found"));
  else
    /* Translators: which of the places where words were found, and how many there are. */
    words = g_strdup_printf (_("%1$u of %2$u"), self->current + 1, self->found->len);
  gtk_label_set_text (self->count, words);
}

static void
show (MarchReaderFind *self, GArray *found)
{
  const guint point = march_reader_text_get_point (self->text);

  g_clear_pointer (&self->found, g_array_unref);
  self->found = found;
  self->current = 0;
  /* The first one from where the reader is. */
  while (found != NULL && self->current + 1 < found->len
         && g_array_index (found, MarchStretch, self->current).first < point)
    self->current++;
  march_reader_text_mark_found (self->text, found, self->current);
  show_count (self);
}

typedef struct
{
  MarchCorpus *corpus; /* keeps the text */
  const char  *text;
  char        *words;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  march_corpus_unref (job->corpus);
  g_free (job->words);
  g_free (job);
}

static void
find_thread (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, march_text_find (job->text, job->words),
                         (GDestroyNotify) g_array_unref);
}

static void
found_cb (GObject *owner, GAsyncResult *result, gpointer user_data)
{
  MarchReaderFind   *self = MARCH_READER_FIND (owner);
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (march_newest_end (&self->looking, result) && found != NULL)
    show (self, g_steal_pointer (&found));
}

static void
look (MarchReaderFind *self)
{
  const char        *words = gtk_editable_get_text (self->entry);
  const MarchSource *source = march_reader_text_get_source (self->text);
  Job               *job = NULL;

  march_newest_stop (&self->looking);
  self->source = source != NULL ? source->id : 0;
  if (!march_reader_find_is_open (self) || *words == '\0' || source == NULL)
    {
      show (self, NULL);
      return;
    }
  job = g_new0 (Job, 1);
  job->corpus = march_corpus_ref (march_reader_text_get_corpus (self->text));
  job->text = source->text;
  job->words = g_strdup (words);
  march_newest_run (&self->looking, self, find_thread, job, free_job, found_cb);
}

/* Quotations that were looked up anew move no reader; another text does. */
static void
located_cb (MarchReaderFind *self)
{
  if (march_reader_text_get_source (self->text)->id != self->source)
    look (self);
}

static void
step (MarchReaderFind *self, int direction)
{
  if (self->found == NULL || self->found->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->current = (self->current + self->found->len + direction) % self->found->len;
  march_reader_text_mark_found (self->text, self->found, self->current);
  show_count (self);
}

static void
next_cb (MarchReaderFind *self)
{
  step (self, 1);
}

static void
previous_cb (MarchReaderFind *self)
{
  step (self, -1);
}

static void
open_cb (MarchReaderFind *self)
{
  look (self);
  if (!march_reader_find_is_open (self))
    gtk_widget_grab_focus (GTK_WIDGET (march_reader_text_get_view (self->text)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
march_reader_find_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, march_reader_find_is_open (MARCH_READER_FIND (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
march_reader_find_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarchReaderFind *self = MARCH_READER_FIND (object);

  if (id != PROP_OPEN)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_value_get_boolean (value) != march_reader_find_is_open (self))
    {
      if (g_value_get_boolean (value))
        march_reader_find_begin (self);
      else
        march_reader_find_end (self);
    }
}

static void
march_reader_find_dispose (GObject *object)
{
  MarchReaderFind *self = MARCH_READER_FIND (object);

  march_newest_stop (&self->looking);
  g_clear_pointer (&self->found, g_array_unref);
  G_OBJECT_CLASS (march_reader_find_parent_class)->dispose (object);
}

static void
march_reader_find_class_init (MarchReaderFindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = march_reader_find_get_property;
  object_class->set_property = march_reader_find_set_property;
  object_class->dispose = march_reader_find_dispose;
  properties[PROP_OPEN]
      = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
new_button (MarchReaderFind *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
march_reader_find_init (MarchReaderFind *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  self->count = GTK_LABEL (gtk_label_new (""));
  g_object_set (self->entry, "placeholder-text", _("Find in this text"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find in this text"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_label_set_width_chars (self->count, 10);
  gtk_widget_add_css_class (steps, "linked");
  gtk_box_append (GTK_BOX (steps), new_button (self, "go-up-symbolic", _("Previous place"),
                                               G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (steps),
                  new_button (self, "go-down-symbolic", _("Next place"), G_CALLBACK (next_cb)));
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_set_size_request (box, 420, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), steps);
  gtk_search_bar_set_child (self->bar, box);
  gtk_search_bar_connect_entry (self->bar, self->entry);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "next-match", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "previous-match", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (open_cb), self,
                           G_CONNECT_SWAPPED);
}

/** march_reader_find_new: Returns: (transfer floating): a bar that finds words in @text, closed */
GtkWidget *
march_reader_find_new (MarchReaderText *text)
{
  MarchReaderFind *self = g_object_new (MARCH_TYPE_READER_FIND, NULL);

  self->text = text;
  g_signal_connect_object (text, "located", G_CALLBACK (located_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** march_reader_find_begin: lets the reader type what to find */
void
march_reader_find_begin (MarchReaderFind *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/** march_reader_find_end: closes the bar */
void
march_reader_find_end (MarchReaderFind *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/** march_reader_find_is_open: Returns: whether the bar is there */
gboolean
march_reader_find_is_open (MarchReaderFind *self)
{
  return gtk_search_bar_get_search_mode (self->bar);
}
