/* march-map-chips.c — whose knowledge and whose word the map rests on, and the way to choose them
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-chips.h"

#include "widgets/march-spoken-name.h"
#include "widgets/march-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-fold.h"
#include "base/march-typed-day.h"

struct _MarchMapChips
{
  AdwBin         parent;

  MarchSession  *session;
  gboolean       filling;

  /* Template children */
  GtkMenuButton *known_by_button;
  GtkLabel      *known_by_label;
  GtkPopover    *known_by_popover;
  GtkEntry      *known_by_entry;
  GtkLabel      *known_by_note;
  GtkCalendar   *calendar;
  GtkMenuButton *according_button;
  GtkLabel      *according_label;
  GtkPopover    *according_popover;
  GtkListBox    *according_list;
  GtkEditable   *according_search;
};

G_DEFINE_FINAL_TYPE (MarchMapChips, march_map_chips, ADW_TYPE_BIN)

static char *
embolden (char *words)
{
  char *bold = g_markup_printf_escaped ("<b>%s</b>", words);

  g_free (words);
  return bold;
}

static void
update_labels (MarchMapChips *self)
{
  g_autofree char *known_by = NULL;
  g_autofree char *according = NULL;
  g_autofree char *known_by_text = NULL;
  g_autofree char *according_text = NULL;

  if (march_session_get_corpus (self->session) == NULL)
    return;
  known_by = embolden (march_session_describe_known_by (self->session));
  according = embolden (march_session_describe_according (self->session));
  /* Translators: %s is a day or "today". */
  known_by_text = g_strdup_printf (_("Known by: %s"), known_by);
  /* Translators: %s is an actor, the title of a source, or "all sources". */
  according_text = g_strdup_printf (_("According to: %s"), according);
  gtk_label_set_markup (self->known_by_label, known_by_text);
  gtk_label_set_markup (self->according_label, according_text);
  march_spoken_name_set_menu_button (self->known_by_button,
                                     gtk_label_get_text (self->known_by_label));
  march_spoken_name_set_menu_button (self->according_button,
                                     gtk_label_get_text (self->according_label));
}

/* Whoever speaks for itself somewhere in the dossier: those whom an assertion is according to, and
 * their bodies. */
static gboolean
is_heard (MarchCorpus      *corpus,
          const MarchActor *actor)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);

  if (actor->kind == MARCH_ACTOR_UNNAMED)
    return FALSE;
  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->according == actor
          && (assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM))
        return TRUE;
    }
  return actor->palette != 0;
}

static void
add_row (MarchMapChips *self,
         const char    *title,
         const char    *subtitle,
         const char    *heading,
         gint64         actor,
         gint64         source)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *under = g_markup_escape_text (subtitle, -1);
  gint64           chosen_actor, chosen_source;

  g_object_get (self->session, "according-actor", &chosen_actor, "according-source", &chosen_source,
                NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), under);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (actor == chosen_actor && source == chosen_source)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("object-select-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "actor", g_memdup2 (&actor, sizeof actor), g_free);
  g_object_set_data_full (G_OBJECT (row), "source", g_memdup2 (&source, sizeof source), g_free);
  g_object_set_data (G_OBJECT (row), "heading", (gpointer) heading);
  gtk_list_box_append (self->according_list, row);
}

static GPtrArray *
list_heard (MarchCorpus *corpus)
{
  GPtrArray *actors = march_corpus_get_actors (corpus);
  GPtrArray *heard = g_ptr_array_new ();

  for (guint i = 0; i < actors->len; i++)
    if (is_heard (corpus, actors->pdata[i]))
      g_ptr_array_add (heard, actors->pdata[i]);
  return heard;
}

/* Those with a colour on the map first, each group by name. */
static int
compare_actors (gconstpointer a,
                gconstpointer b,
                gpointer      session)
{
  const MarchActor *first = *(const MarchActor *const *) a;
  const MarchActor *second = *(const MarchActor *const *) b;
  const char       *language = march_session_get_language (session);

  if ((first->palette != 0) != (second->palette != 0))
    return first->palette != 0 ? -1 : 1;
  return g_utf8_collate (march_actor_get_name (first, language),
                         march_actor_get_name (second, language));
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  MarchMapChips   *self = user_data;
  g_autofree char *sought = march_fold (gtk_editable_get_text (self->according_search));
  g_autofree char *all
      = g_strjoin (" ", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                   adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), NULL);
  g_autofree char *folded = march_fold (all);

  return strstr (folded, sought) != NULL;
}

static void
according_sought_cb (MarchMapChips *self)
{
  gtk_list_box_invalidate_filter (self->according_list);
}

static void
fill_according (MarchMapChips *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);
  GPtrArray   *sources = march_corpus_get_sources (corpus);
  GtkWidget   *child = NULL;
  g_autoptr (GPtrArray) actors = list_heard (corpus);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->according_list))) != NULL)
    gtk_list_box_remove (self->according_list, child);
  add_row (self, _("All sources"), "", NULL, 0, 0);
  g_ptr_array_sort_with_data (actors, compare_actors, self->session);
  for (guint i = 0; i < actors->len; i++)
    add_row (self,
             march_actor_get_name (actors->pdata[i], march_session_get_language (self->session)),
             "", _("What an actor says"), ((const MarchActor *) actors->pdata[i])->id, 0);
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = sources->pdata[i];

      if (source->quotations->len > 0)
        add_row (self, source->title, source->publication, _("What a source gives evidence for"),
                 0, source->id);
    }
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), "heading");
  const char *above = before != NULL ? g_object_get_data (G_OBJECT (before), "heading") : NULL;
  GtkWidget  *label = NULL;

  if (heading == NULL || g_strcmp0 (heading, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "march-list-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
according_chosen_cb (MarchMapChips *self,
                     GtkListBoxRow *row)
{
  const gint64 *actor = g_object_get_data (G_OBJECT (row), "actor");
  const gint64 *source = g_object_get_data (G_OBJECT (row), "source");

  march_session_set_according (self->session, *actor, *source);
  gtk_popover_popdown (self->according_popover);
}

/* Enter takes the first of those found, as the eye does. */
static void
according_entered_cb (MarchMapChips *self)
{
  GtkListBoxRow *row = NULL;

  if (*gtk_editable_get_text (self->according_search) == '\0')
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->according_list, i)) != NULL; i++)
    if (filter_cb (row, self))
      {
        according_chosen_cb (self, row);
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
according_shown_cb (MarchMapChips *self)
{
  gtk_editable_set_text (self->according_search, "");
  if (self->session != NULL && march_session_get_corpus (self->session) != NULL)
    fill_according (self);
}

static void
known_by_shown_cb (MarchMapChips *self)
{
  const MarchDay       known_by = march_session_get_known_by (self->session);
  const MarchDay       day = known_by == MARCH_DAY_MAX ? march_day_today () : known_by;
  gint64               year;
  guint                month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  march_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local ((int) CLAMP (year, 1, 9999), (int) month, (int) day_of_month, 12, 0,
                                0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->known_by_entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self->known_by_note), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->known_by_entry));
}

/* Which day was taken, or why none was, stays in view until the reader closes it. */
static void
day_typed_cb (MarchMapChips *self)
{
  const char        *words = gtk_editable_get_text (GTK_EDITABLE (self->known_by_entry));
  g_autoptr (GError) error = NULL;
  g_autofree char   *remark = NULL;
  MarchDay           day = 0;

  if (march_typed_day_read_last (words, &day, &remark, &error))
    {
      march_session_set_known_by (self->session, day);
      gtk_widget_remove_css_class (GTK_WIDGET (self->known_by_note), "error");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->known_by_note), "error");
    }
  gtk_label_set_text (self->known_by_note, error != NULL ? error->message
                                                          : remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->known_by_note), error != NULL || remark != NULL);
  if (error == NULL && remark == NULL)
    gtk_popover_popdown (self->known_by_popover);
}

static void
day_chosen_cb (MarchMapChips *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (!self->filling)
    march_session_set_known_by (self->session,
                                march_day_from_ymd (g_date_time_get_year (date),
                                                    (guint) g_date_time_get_month (date),
                                                    (guint) g_date_time_get_day_of_month (date)));
}

static void
today_cb (MarchMapChips *self)
{
  march_session_set_known_by (self->session, MARCH_DAY_MAX);
  gtk_popover_popdown (self->known_by_popover);
}

static void
march_map_chips_dispose (GObject *object)
{
  g_clear_object (&MARCH_MAP_CHIPS (object)->session);
  G_OBJECT_CLASS (march_map_chips_parent_class)->dispose (object);
}

static void
march_map_chips_class_init (MarchMapChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_map_chips_dispose;
  g_type_ensure (MARCH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-map-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, known_by_button);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, known_by_label);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, known_by_popover);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, known_by_entry);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, known_by_note);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, calendar);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, according_button);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, according_label);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, according_popover);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, according_list);
  gtk_widget_class_bind_template_child (widget_class, MarchMapChips, according_search);
  gtk_widget_class_bind_template_callback (widget_class, according_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, according_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, according_sought_cb);
  gtk_widget_class_bind_template_callback (widget_class, according_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_by_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
}

static void
march_map_chips_init (MarchMapChips *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->according_list, header_cb, NULL, NULL);
  gtk_list_box_set_filter_func (self->according_list, filter_cb, self, NULL);
}

/** march_map_chips_set_session: @session: whose question is shown and changed; given once */
void
march_map_chips_set_session (MarchMapChips *self,
                             MarchSession  *session)
{
  g_return_if_fail (MARCH_IS_MAP_CHIPS (self) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::subtitle", G_CALLBACK (update_labels), self,
                           G_CONNECT_SWAPPED);
  update_labels (self);
}

/** march_map_chips_ask_known_by: opens the choice of the day by which a source has to be published
 */
void
march_map_chips_ask_known_by (MarchMapChips *self)
{
  g_return_if_fail (MARCH_IS_MAP_CHIPS (self));
  gtk_menu_button_popup (self->known_by_button);
}

/** march_map_chips_ask_according_to: opens the choice of whose word counts */
void
march_map_chips_ask_according_to (MarchMapChips *self)
{
  g_return_if_fail (MARCH_IS_MAP_CHIPS (self));
  gtk_menu_button_popup (self->according_button);
}
