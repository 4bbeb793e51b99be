/* march-place-header.c — who holds a place and who says it owns it, its history, values and figures
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-newest.h"
#include "panel/march-area-summary.h"
#include "panel/march-history-strip.h"
#include "panel/march-panel-text.h"
#include "panel/march-place-header.h"
#include "panel/march-place-sections.h"
#include "widgets/march-wrap-layout.h"

struct _MarchPlaceHeader
{
  GtkBox parent_instance;

  MarchSession *session;
  gint64        place;     /* id of what is shown, 0 for nothing yet */
  MarchQuestion asked;     /* what the history in the strip answers */
  MarchCorpus  *of_corpus; /* borrowed, for comparison alone: of which the history tells */
  GCancellable *loading;   /* NULL while no history is being made */

  GtkLabel          *name;
  GtkLabel          *kind;
  GtkLabel          *names;
  GtkWidget         *chips;
  MarchHistoryStrip *strip;
  GtkLabel          *silence; /* what a click on a silent stretch asks for */
  GtkBox            *statements;
  GtkBox            *sections;
};

static guint subset_signal;

G_DEFINE_FINAL_TYPE (MarchPlaceHeader, march_place_header, GTK_TYPE_BOX)

static void
clear_children (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static const MarchPlace *
get_place (MarchPlaceHeader *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  return corpus == NULL ? NULL : march_corpus_get_place (corpus, self->place);
}

static void
chip_toggled_cb (GtkToggleButton *chip, MarchPlaceHeader *self)
{
  GtkWidget *other = NULL;

  if (!gtk_toggle_button_get_active (chip))
    {
      g_signal_emit (self, subset_signal, 0, NULL, NULL, FALSE);
      return;
    }
  for (other = gtk_widget_get_first_child (self->chips); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (other != GTK_WIDGET (chip))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
  g_signal_emit (self, subset_signal, 0, march_chip_get_quotations (GTK_WIDGET (chip)),
                 march_chip_get_words (GTK_WIDGET (chip)), FALSE);
}

static void
row_activated_cb (MarchPlaceHeader *self, GtkListBoxRow *row)
{
  GPtrArray *quotations = march_chip_get_quotations (GTK_WIDGET (row));

  if (quotations != NULL)
    g_signal_emit (self, subset_signal, 0, quotations, march_chip_get_words (GTK_WIDGET (row)),
                   TRUE);
}

/* Of a silent stretch there are no quotations to lead to: it is told what is missing. */
static void
tell_silence (MarchPlaceHeader *self, const MarchStretch *stretch)
{
  g_autofree char *words = march_stretch_describe (stretch);

  gtk_label_set_text (self->silence, words);
  gtk_widget_set_visible (GTK_WIDGET (self->silence), TRUE);
  g_signal_emit (self, subset_signal, 0, NULL, NULL, FALSE);
}

static void
stretch_activated_cb (MarchPlaceHeader *self, const MarchStretch *stretch)
{
  g_autoptr (GPtrArray) quotations = g_ptr_array_ref (stretch->quotations);
  MarchDay day = march_session_get_as_of (self->session);
  g_autofree char *years = march_stretch_describe_years (stretch);

  gtk_widget_set_visible (GTK_WIDGET (self->silence), FALSE);
  if (day < stretch->from || day >= stretch->until)
    march_session_set_as_of (self->session, stretch->from);
  if (quotations->len > 0)
    g_signal_emit (self, subset_signal, 0, quotations, years, TRUE);
  else
    tell_silence (self, stretch);
}

static gboolean
activate_link_cb (MarchPlaceHeader *self, const char *uri)
{
  gint64 id = 0;

  if (!g_str_has_prefix (uri, "place:"))
    return FALSE;
  id = g_ascii_strtoll (uri + strlen ("place:"), NULL, 10);
  gtk_widget_activate_action (GTK_WIDGET (self), "panel.show", "(ux)", (guint) MARCH_RECORD_PLACE,
                              id);
  return TRUE;
}

static void
why_clicked_cb (MarchPlaceHeader *self)
{
  if (get_place (self) != NULL)
    march_session_show_why (self->session, get_place (self));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchPlaceHeader *self = MARCH_PLACE_HEADER (widget);

  if (get_place (self) != NULL)
    march_session_fit (self->session, get_place (self));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const MarchPlace *place = get_place (MARCH_PLACE_HEADER (widget));

  if (place != NULL)
    gtk_widget_activate_action (widget, "win.edit-place", "x", place->id);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchPlaceHeader *self = MARCH_PLACE_HEADER (widget);
  g_autoptr (MarchWhy) why = NULL;
  g_autofree char *text = NULL;

  if (get_place (self) == NULL || march_session_get_snapshot (self->session) == NULL)
    return;
  why = march_why_new (march_session_get_snapshot (self->session), get_place (self));
  text = march_why_to_text (why);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
show_strip (MarchPlaceHeader *self, gboolean shown)
{
  GtkWidget *card = gtk_widget_get_parent (GTK_WIDGET (self->strip));

  gtk_widget_set_visible (GTK_WIDGET (self->strip), shown);
  if (shown)
    gtk_widget_remove_css_class (card, "plain");
  else
    gtk_widget_add_css_class (card, "plain");
}

/* By the areas that are drawn; the history of areas may come before or after that of the words. */
static void
show_shares (MarchPlaceHeader *self)
{
  MarchCorpus      *corpus = march_session_get_corpus (self->session);
  MarchAreaHistory *areas
      = march_area_desk_get_history (march_session_get_area_desk (self->session));
  const MarchPlace *place = corpus != NULL && corpus == self->of_corpus
                                ? march_corpus_get_place (corpus, self->place)
                                : NULL;
  g_autoptr (GPtrArray) lanes = NULL;

  if (place == NULL)
    return;
  lanes = march_share_lanes_new (areas, place);
  march_history_strip_set_shares (self->strip, lanes);
  if (lanes->len > 0)
    show_strip (self, TRUE);
}

static void
history_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchPlaceHeader *self = user_data;
  MarchHistory     *history = march_history_new_finish (result, NULL);

  /* Cancelled: another history is under way, or the widget is gone. */
  if (history == NULL)
    return;
  g_clear_object (&self->loading);
  march_history_strip_set_history (self->strip, history);
  show_strip (self, history->lanes->len > 1
                        || ((const MarchLane *) history->lanes->pdata[0])->stretches->len > 0);
  show_shares (self);
}

static gboolean
has_history (MarchPlaceHeader    *self,
             MarchCorpus         *corpus,
             const MarchQuestion *question,
             const MarchPlace    *place)
{
  return self->place == place->id && self->of_corpus == corpus
         && self->asked.known_by == question->known_by
         && self->asked.according_actor == question->according_actor
         && self->asked.according_source == question->according_source;
}

/* The history doesn't change with the day. */
static void
update_history (MarchPlaceHeader *self, const MarchPlace *place)
{
  MarchSnapshot       *snapshot = march_session_get_snapshot (self->session);
  MarchCorpus         *corpus = march_snapshot_get_corpus (snapshot);
  const MarchQuestion *question = march_snapshot_get_question (snapshot);

  march_history_strip_set_day (self->strip, question->as_of);
  if (has_history (self, corpus, question, place))
    return;
  self->asked = *question;
  self->of_corpus = corpus;
  self->place = place->id;
  march_history_strip_set_history (self->strip, NULL);
  show_shares (self);
  gtk_widget_set_visible (GTK_WIDGET (self->silence), FALSE);
  march_history_new_async (corpus, question, place, march_newest_begin (&self->loading),
                           history_made_cb, self);
}

static void
fill_chips (MarchPlaceHeader *self, MarchWhy *why)
{
  GtkWidget *chip = NULL;

  clear_children (self->chips);
  march_place_fill_chips (self->chips, why);
  gtk_widget_set_visible (self->chips, gtk_widget_get_first_child (self->chips) != NULL);
  for (chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled_cb), self);
}

static MarchSection *
new_section (MarchPlaceHeader *self, const char *title)
{
  MarchSection *section = MARCH_SECTION (march_section_new (title));

  g_signal_connect_object (section, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return section;
}

/* Told in full on the page Why this colour?; here it waits until it is asked for. */
static void
add_not_known (MarchPlaceHeader *self, MarchSection *section, guint n)
{
  g_autofree char *label = g_strdup_printf (_("Not known (%u)"), n);
  GtkWidget       *expander = gtk_expander_new (label);

  gtk_widget_set_margin_top (GTK_WIDGET (section), 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (section));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_visible (expander, n > 0);
  gtk_box_append (self->sections, expander);
}

static void
fill_sections (MarchPlaceHeader *self, MarchWhy *why, const MarchPlace *place)
{
  MarchSection *statements = new_section (self, NULL);
  MarchSection *values = new_section (self, _("Why it matters"));
  MarchSection *figures = new_section (self, _("Figures"));
  MarchSection *not_known = new_section (self, NULL);

  march_section_name (statements, _("What the map shows here"));
  march_section_name (not_known, _("Not known"));
  clear_children (GTK_WIDGET (self->statements));
  clear_children (GTK_WIDGET (self->sections));
  march_place_fill_statements (statements, why);
  march_place_fill_values (values, why->snapshot, place);
  march_place_fill_figures (figures, why->snapshot, place);
  march_place_fill_not_known (not_known, why);
  march_section_append_to (statements, self->statements);
  march_section_append_to (values, self->sections);
  march_section_append_to (figures, self->sections);
  add_not_known (self, not_known, march_why_get_not_known (why)->len);
}

static void
fill_names (MarchPlaceHeader *self, const MarchPlace *place)
{
  g_autofree char *names = march_place_describe_names (place);
  g_autofree char *kind = march_place_describe_parents (place);

  gtk_label_set_text (self->name, march_place_get_name (place, march_text_get_language ()));
  gtk_label_set_markup (self->names, names);
  gtk_widget_set_visible (GTK_WIDGET (self->names), *names != '\0');
  gtk_label_set_markup (self->kind, kind);
}

static void
march_place_header_dispose (GObject *object)
{
  MarchPlaceHeader *self = MARCH_PLACE_HEADER (object);

  march_newest_stop (&self->loading);
  g_clear_object (&self->session);
  if (self->chips != NULL)
    clear_children (self->chips);
  G_OBJECT_CLASS (march_place_header_parent_class)->dispose (object);
}

static void
march_place_header_class_init (MarchPlaceHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_place_header_dispose;
  subset_signal = g_signal_new ("subset", MARCH_TYPE_PLACE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_PTR_ARRAY, G_TYPE_STRING,
                                G_TYPE_BOOLEAN);
  g_type_ensure (MARCH_TYPE_WRAP_LAYOUT);
  g_type_ensure (MARCH_TYPE_HISTORY_STRIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-place-header.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, name);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, kind);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, names);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, chips);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, strip);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, silence);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, statements);
  gtk_widget_class_bind_template_child (widget_class, MarchPlaceHeader, sections);
  gtk_widget_class_bind_template_callback (widget_class, why_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, stretch_activated_cb);
  gtk_widget_class_install_action (widget_class, "place.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "place.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "place.copy", NULL, copy_action);
}

static void
march_place_header_init (MarchPlaceHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** march_place_header_new: @session: what is looked at. Returns: (transfer floating): a header
 * without a place */
GtkWidget *
march_place_header_new (MarchSession *session)
{
  MarchPlaceHeader *self = g_object_new (MARCH_TYPE_PLACE_HEADER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (march_session_get_area_desk (session), "notify::history",
                           G_CALLBACK (show_shares), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->sections))),
                              march_area_summary_new (session, TRUE),
                              gtk_widget_get_prev_sibling (GTK_WIDGET (self->sections)));
  return GTK_WIDGET (self);
}

/** march_place_header_update: @place: a place of the session's corpus, told as the session's
 * snapshot has it */
void
march_place_header_update (MarchPlaceHeader *header, const MarchPlace *place)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (header->session);
  g_autoptr (MarchWhy) why = march_why_new (snapshot, place);

  fill_names (header, place);
  fill_chips (header, why);
  fill_sections (header, why, place);
  update_history (header, place);
}

/** march_place_header_release_chips: no chip is pressed any more */
void
march_place_header_release_chips (MarchPlaceHeader *header)
{
  GtkWidget *chip = NULL;

  for (chip = gtk_widget_get_first_child (header->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
}

/** march_place_header_update_day: moves the mark of the day; nothing else changed */
void
march_place_header_update_day (MarchPlaceHeader *header)
{
  march_history_strip_set_day (header->strip, march_session_get_as_of (header->session));
}
