/* march-figure-check.c — a stated figure held against the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-figure-check.h"

#include <glib/gi18n.h>

#include "asof/march-reading.h"
#include "base/march-newest.h"
#include "dossier/march-dossier-edits.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"

struct _MarchFigureCheck
{
  GtkBox parent_instance;

  MarchSession *session;
  gint64        figure;    /* its id */
  GCancellable *measuring; /* NULL while no worker is at it */
  GPtrArray    *holders;   /* of MarchActor, as the drop-down has them; valid as long as the page */
  GPtrArray    *places;    /* of MarchPlace, NULL first: wherever */
  GtkDropDown  *holder;
  GtkDropDown  *place;
  GtkEntry     *period;
  GtkLabel     *remark;
  GtkBox       *results;
};

G_DEFINE_FINAL_TYPE (MarchFigureCheck, march_figure_check, GTK_TYPE_BOX)

typedef struct
{
  MarchSnapshot        *snapshot;
  const MarchAssertion *figure;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  march_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
measure_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job       *job = task_data;
  GError    *error = NULL;
  GPtrArray *readings
      = march_reading_measure (job->snapshot, job->figure, NULL, cancellable, &error);

  if (readings != NULL)
    g_task_return_pointer (task, readings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
tell (MarchFigureCheck *self, const char *words)
{
  gtk_label_set_text (self->remark, words);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), *words != '\0');
}

static void
show_readings (MarchFigureCheck *self, GPtrArray *readings, const MarchAssertion *figure)
{
  MarchSection *section = MARCH_SECTION (march_section_new (NULL));

  march_section_name (section, _("What the imported areas measure"));
  for (guint i = 0; i < readings->len; i++)
    {
      const MarchReading *reading = g_ptr_array_index (readings, i);
      g_autofree char    *words = march_reading_describe (reading, figure);
      g_autofree char    *source = march_reading_describe_source (reading, figure);
      g_autofree char    *detail = g_strdup_printf ("%s%s%s", reading->words,
                                                    *words != '\0' ? "\n" : "", words);

      march_section_add_text (section, source, detail);
    }
  march_section_append_to (section, self->results);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchFigureCheck *self = MARCH_FIGURE_CHECK (source);
  Job              *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_newest_end (&self->measuring, result))
    return;
  if (readings != NULL)
    show_readings (self, readings, job->figure);
  else
    tell (self, error->message);
}

static void
measure (MarchFigureCheck *self, const MarchAssertion *figure)
{
  Job *job = g_new0 (Job, 1);

  job->snapshot = march_snapshot_ref (march_session_get_snapshot (self->session));
  job->figure = figure;
  march_newest_run (&self->measuring, self, measure_thread, job, free_job, measured_cb);
}

/* What is typed is EDTF or a date in words; a typed interval is EDTF alone. */
static char *
read_period (const char *typed, GError **error)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (typed, error);

  return edtf != NULL ? g_strdup (march_edtf_get_text (edtf)) : NULL;
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchFigureCheck) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tell (self, error->message);
}

static void
set_reading (MarchFigureCheck *self, gint64 holder, gint64 place, const char *period)
{
  march_dossier_set_reading_async (march_session_get_dossier (self->session), self->figure, holder,
                                   place, period, set_cb, g_object_ref (self));
}

static void
read_cb (MarchFigureCheck *self)
{
  const guint       holder = gtk_drop_down_get_selected (self->holder);
  const guint       place = gtk_drop_down_get_selected (self->place);
  const MarchPlace *where = place < self->places->len ? self->places->pdata[place] : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *period
      = read_period (gtk_editable_get_text (GTK_EDITABLE (self->period)), &error);

  if (period == NULL)
    tell (self, error->message);
  else if (holder < self->holders->len)
    set_reading (self, ((const MarchActor *) self->holders->pdata[holder])->id,
                 where != NULL ? where->id : 0, period);
}

static void
forget_cb (MarchFigureCheck *self)
{
  set_reading (self, 0, 0, "");
}

static void
march_figure_check_dispose (GObject *object)
{
  MarchFigureCheck *self = MARCH_FIGURE_CHECK (object);

  march_newest_stop (&self->measuring);
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_figure_check_parent_class)->dispose (object);
}

static void
march_figure_check_class_init (MarchFigureCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_figure_check_dispose;
}

static void
march_figure_check_init (MarchFigureCheck *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GPtrArray *
list_holders (MarchCorpus *corpus)
{
  GPtrArray *imports = march_corpus_get_area_imports (corpus);
  GPtrArray *holders = g_ptr_array_new ();

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchActor *holder = ((const MarchDatedImport *) imports->pdata[i])->holder;

      if (!g_ptr_array_find (holders, holder, NULL))
        g_ptr_array_add (holders, (gpointer) holder);
    }
  return holders;
}

/* Wherever, then states, composites and first-level units. */
static GPtrArray *
list_places (MarchCorpus *corpus)
{
  GPtrArray *all = march_corpus_get_places (corpus);
  GPtrArray *places = g_ptr_array_new ();

  g_ptr_array_add (places, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (all, i);

      if (place->kind == MARCH_PLACE_STATE || place->kind == MARCH_PLACE_COMPOSITE
          || (place->kind == MARCH_PLACE_UNIT && place->level == 1))
        g_ptr_array_add (places, (gpointer) place);
    }
  return places;
}

static GtkDropDown *
new_drop_down (MarchFigureCheck *self, GtkStringList *names, guint selected, const char *label)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_widget_set_tooltip_text (drop_down, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (GTK_BOX (self), drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static void
add_choices (MarchFigureCheck *self, const MarchAssertion *figure)
{
  GtkStringList *holders = gtk_string_list_new (NULL);
  GtkStringList *places = gtk_string_list_new (NULL);
  guint          holder = 0, place = 0;

  for (guint i = 0; i < self->holders->len; i++)
    gtk_string_list_append (holders, march_actor_get_name (self->holders->pdata[i],
                                                           march_text_get_language ()));
  for (guint i = 0; i < self->places->len; i++)
    gtk_string_list_append (places, i == 0 ? _("Wherever it lies")
                                           : march_place_get_name (self->places->pdata[i],
                                                                   march_text_get_language ()));
  if (figure->read_holder != NULL)
    g_ptr_array_find (self->holders, figure->read_holder, &holder);
  if (figure->read_place != NULL)
    g_ptr_array_find (self->places, figure->read_place, &place);
  self->holder = new_drop_down (self, holders, holder, _("Whose land it is read as"));
  self->place = new_drop_down (self, places, place, _("Which place it is read as"));
}

static void
add_button (MarchFigureCheck *self, GtkWidget *line, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), button);
}

static void
add_form (MarchFigureCheck *self, const MarchAssertion *figure)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_choices (self, figure);
  self->period = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->period, _("A day, or from/to: 2031-01-01/2031-12-31"));
  gtk_editable_set_text (GTK_EDITABLE (self->period), figure->read_period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->period), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which time it is read as"), -1);
  g_signal_connect_object (self->period, "activate", G_CALLBACK (read_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->period));
  add_button (self, line, _("_Read It So"), G_CALLBACK (read_cb));
  if (figure->read_holder != NULL)
    add_button (self, line, _("_Take the Reading Back"), G_CALLBACK (forget_cb));
  gtk_box_append (GTK_BOX (self), line);
}

/**
 * march_figure_check_new:
 * @figure: one that march_figure_is_of_land()
 *
 * Returns: (transfer floating): how @figure is read, and what each source of areas measures; an
 * edit makes a new one
 */
GtkWidget *
march_figure_check_new (MarchSession *session, const MarchAssertion *figure)
{
  MarchFigureCheck *self = g_object_new (MARCH_TYPE_FIGURE_CHECK, NULL);
  MarchCorpus      *corpus = march_session_get_corpus (session);
  g_autofree char  *none = NULL;

  self->session = g_object_ref (session);
  self->figure = figure->id;
  self->holders = list_holders (corpus);
  self->places = list_places (corpus);
  gtk_box_append (GTK_BOX (self), march_label_new (_("Held against the Map"), "heading"));
  self->remark = GTK_LABEL (march_label_new ("", NULL));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->remark));
  tell (self, "");
  self->results = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  if (self->holders->len > 0)
    add_form (self, figure);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->results));
  none = march_reading_describe_none (march_session_get_snapshot (session), figure);
  if (none != NULL)
    tell (self, none);
  else
    measure (self, figure);
  return GTK_WIDGET (self);
}
