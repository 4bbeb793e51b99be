/* march-area-summary.c — who holds how much of a place on the day, in a few rows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-area-summary.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-front.h"
#include "base/march-newest.h"
#include "base/march-number-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"

struct _MarchAreaSummary
{
  GtkBox parent_instance;

  MarchSession  *session;
  gboolean       of_place; /* else of the whole dossier */
  MarchSection  *section;  /* NULL while nothing is told */
  char          *told;
  GCancellable  *seeking;  /* the distance; NULL while no worker is at it */
  MarchSnapshot *sought;   /* of which the distances are; NULL: none are known */
  gint64         sought_place;
  GArray        *distances; /* of MarchFrontDistance */
};

G_DEFINE_FINAL_TYPE (MarchAreaSummary, march_area_summary, GTK_TYPE_BOX)

static void update (MarchAreaSummary *self);

typedef struct
{
  MarchSnapshot    *snapshot;
  const MarchPlace *place;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  march_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
seek_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;
  GArray *distances = march_front_measure (job->snapshot, job->place, cancellable, &error);

  if (distances != NULL)
    g_task_return_pointer (task, distances, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
sought_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchAreaSummary *self = MARCH_AREA_SUMMARY (source);
  Job              *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) distances = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_newest_end (&self->seeking, result))
    return;
  if (distances == NULL)
    g_warning ("The distance to the line of contact can't be measured: %s", error->message);
  g_clear_pointer (&self->distances, g_array_unref);
  g_clear_pointer (&self->sought, march_snapshot_unref);
  self->distances = g_steal_pointer (&distances);
  self->sought = march_snapshot_ref (job->snapshot);
  self->sought_place = job->place->id;
  update (self);
}

/* A day that moves on cancels what is under way. */
static void
seek (MarchAreaSummary *self, MarchSnapshot *snapshot, const MarchPlace *place)
{
  Job *job = NULL;

  march_newest_stop (&self->seeking);
  if (self->sought == snapshot && self->sought_place == place->id)
    return;
  job = g_new0 (Job, 1);
  job->snapshot = march_snapshot_ref (snapshot);
  job->place = place;
  march_newest_run (&self->seeking, self, seek_thread, job, free_job, sought_cb);
}

static void
add_row (GPtrArray *rows, char *markup, char *detail, char *suffix)
{
  char **row = g_new0 (char *, 4);

  row[0] = markup;
  row[1] = detail != NULL ? detail : g_strdup ("");
  row[2] = suffix != NULL ? suffix : g_strdup ("");
  g_ptr_array_add (rows, row);
}

static char *
describe_share (const MarchPlace *place, const MarchAreaRow *row)
{
  const char      *language = march_text_get_language ();
  g_autofree char *share = march_share_to_words (row->share);
  g_autofree char *of_country = march_share_to_words (row->country_share);

  if (row->place == NULL)
    return g_strdup (_("wherever it lies"));
  if (row->country == NULL || row->country == row->place)
    /* Translators: a share in per cent, and of which place. */
    return g_strdup_printf (_("%1$s of %2$s"), share, march_place_get_name (row->place, language));
  /* Translators: a share in per cent of a place, and one of the country. */
  return g_strdup_printf (_("%1$s of %2$s · %3$s of %4$s"), share,
                          march_place_get_short_name (row->place, language), of_country,
                          march_place_get_name (row->country, language));
}

static void
add_area (GPtrArray *rows, const MarchPlace *place, const MarchAreaRow *row)
{
  g_autofree char *holder = march_area_side_describe (&row->side, march_text_get_language ());

  add_row (rows, g_markup_printf_escaped ("<b>%s</b>", holder), describe_share (place, row),
           march_area_to_words (row->m2));
}

static void
add_areas (GPtrArray *rows, MarchAreaHistory *history, const MarchPlace *place, MarchDay day)
{
  g_autoptr (GArray) areas = march_area_history_list_rows (history, day);

  for (guint i = 0; i < areas->len; i++)
    {
      const MarchAreaRow *row = &g_array_index (areas, MarchAreaRow, i);

      if (place != NULL ? row->place == place
                        : row->place == NULL || row->place == row->country)
        add_area (rows, place, row);
    }
}

static char *
describe_distance (const MarchFrontDistance *distance)
{
  const char *name = march_actor_get_name (distance->holder, march_text_get_language ());

  if (distance->metres == 0)
    return g_strdup_printf (_("the line of contact of the land that %s holds runs through it"),
                            name);
  if (distance->inside)
    /* Translators: of a settlement; a holder. */
    return g_strdup_printf (_("within the land that %s holds"), name);
  return g_strdup_printf (_("from the land that %s holds"), name);
}

static void
add_distances (MarchAreaSummary *self, GPtrArray *rows)
{
  for (guint i = 0; i < self->distances->len; i++)
    {
      const MarchFrontDistance *distance
          = &g_array_index (self->distances, MarchFrontDistance, i);

      if (isinf (distance->metres))
        add_row (rows, g_strdup (_("No line of contact on this day")),
                 describe_distance (distance), NULL);
      else
        add_row (rows, g_strdup (_("To the line of contact")), describe_distance (distance),
                 march_words_for_distance (distance->metres));
    }
}

static gboolean
is_point (const MarchPlace *place)
{
  return place != NULL && place->geometry != NULL
         && march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POINT;
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static GPtrArray *
list_rows (MarchAreaSummary *self, MarchSnapshot *snapshot, const MarchPlace *place)
{
  MarchAreaDesk    *desk = march_session_get_area_desk (self->session);
  MarchAreaHistory *history = march_area_desk_get_history (desk);
  GPtrArray        *rows = g_ptr_array_new_with_free_func (free_row);
  const MarchDay    day = march_snapshot_get_question (snapshot)->as_of;

  if (!is_point (place) && history != NULL)
    add_areas (rows, history, place, day);
  if (place != NULL && self->sought == snapshot && self->sought_place == place->id
      && self->distances != NULL)
    add_distances (self, rows);
  if (history != NULL && (rows->len > 0 || !is_point (place)))
    add_row (rows, g_markup_escape_text (_("All areas, over time and compared"), -1),
             march_area_history_describe_cover (history, day), NULL);
  return rows;
}

static void
activated_cb (MarchAreaSummary *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "panel.areas", NULL);
}

static void
import_cb (MarchAreaSummary *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static MarchSection *
begin_section (MarchAreaSummary *self, GCallback callback)
{
  if (self->section != NULL)
    gtk_box_remove (GTK_BOX (self), GTK_WIDGET (self->section));
  self->section = MARCH_SECTION (march_section_new (_("Areas")));
  g_signal_connect_object (self->section, "row-activated", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->section));
  return self->section;
}

static void
show_rows (MarchAreaSummary *self, GPtrArray *rows)
{
  MarchSection *section = begin_section (self, G_CALLBACK (activated_cb));

  for (guint i = 0; i < rows->len; i++)
    {
      char     **words = g_ptr_array_index (rows, i);
      GtkWidget *row = march_section_add (section, NULL, words[0],
                                          *words[1] != '\0' ? words[1] : NULL,
                                          *words[2] != '\0' ? words[2] : NULL);

      march_row_make_lead (row);
    }
}

/* Whether the window can import areas. */
static gboolean
can_import (MarchAreaSummary *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GType               owner;
  const char         *name, *property;
  const GVariantType *type;

  if (root == NULL)
    return FALSE;
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (root), i, &owner, &name,
                                                   &type, &property);
       i++)
    if (g_str_equal (name, "win.import"))
      return TRUE;
  return FALSE;
}

static void
show_import (MarchAreaSummary *self)
{
  GtkWidget *row = march_section_add (begin_section (self, G_CALLBACK (import_cb)), NULL,
                                      _("Import areas…"),
                                      _("No areas are imported; no quotation draws a line."), NULL);

  march_row_make_lead (row);
}

static char *
join (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (rows, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

/* Widgets are dear, and a step of a day mostly changes nothing. */
static void
tell (MarchAreaSummary *self, MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_autoptr (GPtrArray) rows = list_rows (self, snapshot, place);
  g_autofree char *text = join (rows);

  if (g_strcmp0 (text, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&text);
  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0);
  show_rows (self, rows);
}

static void
tell_nothing (MarchAreaSummary *self, gboolean import)
{
  g_clear_pointer (&self->told, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), import);
  if (import)
    show_import (self);
}

static void
update (MarchAreaSummary *self)
{
  MarchSnapshot    *snapshot = march_session_get_snapshot (self->session);
  const MarchPlace *place = march_session_get_place (self->session);
  MarchCorpus      *corpus = march_session_get_corpus (self->session);

  if (snapshot == NULL || march_snapshot_get_corpus (snapshot) != corpus
      || self->of_place != (place != NULL))
    return;
  if (march_corpus_get_area_imports (corpus)->len == 0)
    {
      tell_nothing (self, place == NULL && can_import (self));
      return;
    }
  march_area_desk_measure (march_session_get_area_desk (self->session));
  if (place != NULL)
    seek (self, snapshot, place);
  tell (self, snapshot, place);
}

static void
march_area_summary_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (march_area_summary_parent_class)->root (widget);
  update (MARCH_AREA_SUMMARY (widget));
}

static void
march_area_summary_dispose (GObject *object)
{
  MarchAreaSummary *self = MARCH_AREA_SUMMARY (object);

  march_newest_stop (&self->seeking);
  g_clear_pointer (&self->distances, g_array_unref);
  g_clear_pointer (&self->sought, march_snapshot_unref);
  g_clear_pointer (&self->told, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_area_summary_parent_class)->dispose (object);
}

static void
march_area_summary_class_init (MarchAreaSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_area_summary_dispose;
  GTK_WIDGET_CLASS (klass)->root = march_area_summary_root;
}

static void
march_area_summary_init (MarchAreaSummary *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** march_area_summary_new: @of_place: whether it tells of the place that is selected, else of the
 * whole dossier. Returns: (transfer floating): rows, out of sight where there is nothing to tell */
GtkWidget *
march_area_summary_new (MarchSession *session, gboolean of_place)
{
  MarchAreaSummary *self = g_object_new (MARCH_TYPE_AREA_SUMMARY, NULL);

  self->session = g_object_ref (session);
  self->of_place = of_place;
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::place", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (march_session_get_area_desk (session), "notify::history",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
