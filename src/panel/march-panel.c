/* march-panel.c — the side panel: pages of places, actors, sources and all else, with a way back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-panel-private.h"

#include "panel/march-record-pages.h"
#include "widgets/march-width-layout.h"

/* A page further back than this is forgotten. */
#define MAX_VISITS 50

/* After a change the panel waits until the map is drawn: after a newly opened dossier for its first
 * picture, yet not for ever. */
#define UPDATE_PRIORITY (G_PRIORITY_DEFAULT_IDLE)
#define PATIENCE_MS 1500
/* What the window needs to get that picture onto the screen. */
#define FIRST_FRAMES_MS 40

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchPanel, march_panel, GTK_TYPE_BOX)

/** march_panel_get_current: Returns: (transfer none): whose page is in view */
MarchVisit *
march_panel_get_current (MarchPanel *self)
{
  return &g_array_index (self->visits, MarchVisit, self->visits->len - 1);
}

static void leave_what_is_gone (MarchPanel *self);

static gboolean
update_cb (gpointer user_data)
{
  MarchPanel *self = user_data;

  self->update = 0;
  leave_what_is_gone (self);
  march_panel_fill_page (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (MarchPanel *self)
{
  if (self->update == 0)
    self->update = march_session_get_drawn (self->session)
                       ? g_idle_add_full (UPDATE_PRIORITY, update_cb, self, NULL)
                       : g_timeout_add (PATIENCE_MS, update_cb, self);
}

static void
drawn_cb (MarchPanel *self)
{
  if (self->update != 0 && march_session_get_drawn (self->session))
    {
      g_clear_handle_id (&self->update, g_source_remove);
      self->update = g_timeout_add (FIRST_FRAMES_MS, update_cb, self);
    }
}

/* Shows the page at once, so that what follows finds it. */
static void
update_now (MarchPanel *self)
{
  g_clear_handle_id (&self->update, g_source_remove);
  gtk_revealer_set_reveal_child (self->back_bar, self->visits->len > 1);
  march_panel_fill_page (self);
}

static void
visits_changed (MarchPanel *self)
{
  if (self->visits->len > MAX_VISITS)
    g_array_remove_index (self->visits, 0);
  if (self->visits->len > 1)
    gtk_label_set_text (self->back_label, march_visit_get_name (march_panel_get_current (self) - 1,
                                              march_session_get_corpus (self->session)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.back", self->visits->len > 1);
  self->going = TRUE;
  march_session_set_group (self->session, march_panel_get_current (self)->group);
  self->going = FALSE;
  update_now (self);
}

static void
visit (MarchPanel *self, MarchVisit next)
{
  if (!march_visit_is_same (march_panel_get_current (self), &next))
    {
      if (next.group != NULL)
        march_group_ref (next.group);
      g_array_append_val (self->visits, next);
    }
  visits_changed (self);
}

/* The map or a search chose a place: a place takes the place of another, and other pages stay to
 * come back to. */
static void
place_changed_cb (MarchPanel *self)
{
  const MarchPlace *place = march_session_get_place (self->session);
  MarchVisit        next = { place == NULL ? MARCH_VISIT_OVERVIEW : MARCH_VISIT_PLACE, 0,
                             place == NULL ? 0 : place->id, NULL };

  if (self->going || march_visit_is_same (march_panel_get_current (self), &next)
      || (place == NULL && march_session_get_group (self->session) != NULL))
    return;
  /* That page tells of the place that is selected, whichever it is. */
  if (march_panel_get_current (self)->kind == MARCH_VISIT_AREAS)
    return;
  if (march_panel_get_current (self)->kind == MARCH_VISIT_PLACE
      || march_panel_get_current (self)->kind == MARCH_VISIT_OVERVIEW)
    g_array_set_size (self->visits, self->visits->len - 1);
  if (place == NULL)
    g_array_set_size (self->visits, 0);
  g_array_append_val (self->visits, next);
  visits_changed (self);
}

/* An entry of the legend was chosen; or is let go of, as a selected place is. */
static void
group_changed_cb (MarchPanel *self)
{
  MarchVisit first = { MARCH_VISIT_OVERVIEW, 0, 0, NULL };
  MarchVisit next = { MARCH_VISIT_GROUP, 0, 0, march_session_get_group (self->session) };

  if (self->going)
    return;
  if (next.group != NULL)
    {
      if (march_panel_get_current (self)->kind == MARCH_VISIT_GROUP)
        g_array_set_size (self->visits, self->visits->len - 1);
      visit (self, next);
    }
  else if (march_panel_get_current (self)->kind == MARCH_VISIT_GROUP)
    {
      g_array_set_size (self->visits, 0);
      g_array_append_val (self->visits, first);
      visits_changed (self);
    }
}

static void
dossier_changed_cb (MarchPanel *self)
{
  MarchVisit first = { MARCH_VISIT_OVERVIEW, 0, 0, NULL };

  g_array_set_size (self->visits, 0);
  g_array_append_val (self->visits, first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.back", FALSE);
  gtk_revealer_set_reveal_child (self->back_bar, FALSE);
  queue_update (self);
}

static void
select_place (MarchPanel *self, gint64 id)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  self->going = TRUE;
  march_session_select (self->session, id == 0 ? NULL : march_corpus_get_place (corpus, id));
  self->going = FALSE;
}

/* What the page is about is selected; the map moves only if that is out of view. */
static void
show_record (MarchPanel *self, MarchRecordKind record, gint64 id)
{
  MarchVisit        next = { MARCH_VISIT_RECORD, record, id, NULL };
  const MarchPlace *place = march_visit_get_place (&next, march_session_get_corpus (self->session));

  select_place (self, place != NULL ? place->id : 0);
  if (place != NULL)
    march_session_reveal (self->session, place);
  visit (self, next);
}

static void
show_assertion_cb (MarchPanel *self, gint64 id)
{
  if (march_session_get_corpus (self->session) != NULL)
    show_record (self, MARCH_RECORD_ASSERTION, id);
}

static void
show_place (MarchPanel *self, gint64 id)
{
  MarchVisit        next = { MARCH_VISIT_PLACE, 0, id, NULL };
  MarchCorpus      *corpus = march_session_get_corpus (self->session);
  const MarchPlace *place = corpus == NULL ? NULL : march_corpus_get_place (corpus, id);

  if (place == NULL)
    return;
  select_place (self, id);
  march_session_fit (self->session, place);
  visit (self, next);
}

/* The place that the quotation bears on first, NULL if it bears on none. */
static const MarchPlace *
find_place (const MarchQuotation *quotation)
{
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = quotation->evidence->pdata[i];

      if (evidence->assertion != NULL && evidence->assertion->place != NULL)
        return evidence->assertion->place;
    }
  return NULL;
}

static void
show_quotation_cb (MarchPanel *self, gint64 id)
{
  MarchCorpus          *corpus = march_session_get_corpus (self->session);
  const MarchQuotation *quotation = corpus == NULL ? NULL : march_corpus_get_quotation (corpus, id);
  const MarchPlace     *place = quotation == NULL ? NULL : find_place (quotation);
  MarchVisit            page = { MARCH_VISIT_PLACE, 0, 0, NULL };

  if (quotation == NULL)
    return;
  if (march_panel_get_current (self)->kind == MARCH_VISIT_PLACE && self->place != NULL
      && march_place_page_show (self->place, quotation))
    return;
  if (place != NULL)
    {
      page.id = place->id;
      select_place (self, place->id);
      march_session_reveal (self->session, place);
      visit (self, page);
      if (self->place != NULL && march_place_page_show (self->place, quotation))
        return;
    }
  show_record (self, MARCH_RECORD_SOURCE, quotation->source->id);
  march_record_page_show (self->record, quotation);
}

static void
show_search_cb (MarchPanel *self, const char *text)
{
  MarchVisit next = { MARCH_VISIT_SEARCH, 0, 0, NULL };

  visit (self, next);
  march_search_page_start (march_panel_get_search (self), text);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchPanel *self = MARCH_PANEL (widget);
  guint       kind = 0;
  gint64      id = 0;

  g_variant_get (target, "(ux)", &kind, &id);
  if (kind == MARCH_RECORD_PLACE)
    show_place (self, id);
  else if (kind == MARCH_RECORD_QUOTATION)
    show_quotation_cb (self, id);
  else if (march_session_get_corpus (self->session) != NULL)
    show_record (self, kind, id);
}

/* A page that tells of the whole dossier, or of the assertion of that id. */
static void
visit_of_dossier (GtkWidget *widget, MarchVisitKind kind, gint64 id)
{
  MarchPanel *self = MARCH_PANEL (widget);
  MarchVisit  next = { kind, 0, id, NULL };

  if (march_session_get_corpus (self->session) != NULL)
    visit (self, next);
}

static void
areas_action (GtkWidget *widget, const char *name, GVariant *target)
{
  visit_of_dossier (widget, MARCH_VISIT_AREAS, 0);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *target)
{
  visit_of_dossier (widget, MARCH_VISIT_EDITS, g_variant_get_int64 (target));
}

static void
gaps_action (GtkWidget *widget, const char *name, GVariant *target)
{
  visit_of_dossier (widget, MARCH_VISIT_GAPS, 0);
}

static void
gaps_of_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchPanel *self = MARCH_PANEL (widget);

  gaps_action (widget, name, NULL);
  if (self->gaps != NULL && g_variant_get_uint32 (target) < MARCH_N_GAP_KINDS)
    march_gaps_page_choose (self->gaps, g_variant_get_uint32 (target));
}

static void
browse_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchPanel *self = MARCH_PANEL (widget);
  MarchVisit  next = { MARCH_VISIT_SEARCH, 0, 0, NULL };

  visit (self, next);
  march_search_page_browse (march_panel_get_search (self), g_variant_get_uint32 (target));
}

/* What the page that is shown now is about. */
static void
select_of_current (MarchPanel *self)
{
  const MarchVisit *current = march_panel_get_current (self);

  if (current->kind == MARCH_VISIT_PLACE)
    select_place (self, current->id);
  else if (current->kind == MARCH_VISIT_OVERVIEW)
    select_place (self, 0);
  else if (current->kind == MARCH_VISIT_RECORD)
    {
      const MarchPlace *place
          = march_visit_get_place (current, march_session_get_corpus (self->session));

      select_place (self, place != NULL ? place->id : 0);
    }
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchPanel *self = MARCH_PANEL (widget);

  if (self->visits->len < 2)
    return;
  g_array_set_size (self->visits, self->visits->len - 1);
  select_of_current (self);
  visits_changed (self);
}

/* An undone edit may have made the record whose page is shown: the page before it comes back, with
 * the place that it is about. */
static void
leave_what_is_gone (MarchPanel *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);
  const guint  n = self->visits->len;

  while (corpus != NULL && self->visits->len > 1
         && march_visit_is_gone (march_panel_get_current (self), corpus))
    g_array_set_size (self->visits, self->visits->len - 1);
  if (self->visits->len == n)
    return;
  select_of_current (self);
  visits_changed (self);
}

/* The form of what the page is about, if it has one. */
static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const MarchVisit *current = march_panel_get_current (MARCH_PANEL (widget));
  const char       *action = march_visit_get_edit_action (current);

  if (action != NULL)
    gtk_widget_activate_action (widget, action, "x", current->id);
  else
    gtk_widget_error_bell (widget);
}

static void
set_session (MarchPanel *self, MarchSession *session)
{
  if (session == NULL)
    return;
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  self->overview = MARCH_OVERVIEW_PAGE (march_overview_page_new (session));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->overview));
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::drawn", G_CALLBACK (drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::place", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::group", G_CALLBACK (group_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-quotation", G_CALLBACK (show_quotation_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-assertion", G_CALLBACK (show_assertion_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-search", G_CALLBACK (show_search_cb), self,
                           G_CONNECT_SWAPPED);
  queue_update (self);
}

static void
march_panel_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  MarchPanel *self = MARCH_PANEL (object);

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
march_panel_dispose (GObject *object)
{
  MarchPanel *self = MARCH_PANEL (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_panel_parent_class)->dispose (object);
}

static void
march_panel_finalize (GObject *object)
{
  g_array_unref (MARCH_PANEL (object)->visits);
  G_OBJECT_CLASS (march_panel_parent_class)->finalize (object);
}

static void
march_panel_class_init (MarchPanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = march_panel_set_property;
  object_class->dispose = march_panel_dispose;
  object_class->finalize = march_panel_finalize;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (MARCH_TYPE_WIDTH_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MarchPanel, back_bar);
  gtk_widget_class_bind_template_child (widget_class, MarchPanel, back_label);
  gtk_widget_class_install_action (widget_class, "panel.show", "(ux)", show_action);
  gtk_widget_class_install_action (widget_class, "panel.browse", "u", browse_action);
  gtk_widget_class_install_action (widget_class, "panel.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "panel.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "panel.areas", NULL, areas_action);
  gtk_widget_class_install_action (widget_class, "panel.history", "x", history_action);
  gtk_widget_class_install_action (widget_class, "panel.gaps", NULL, gaps_action);
  gtk_widget_class_install_action (widget_class, "panel.gaps-of", "u", gaps_of_action);
}

static void
march_panel_init (MarchPanel *self)
{
  MarchVisit first = { MARCH_VISIT_OVERVIEW, 0, 0, NULL };

  self->visits = g_array_new (FALSE, FALSE, sizeof (MarchVisit));
  g_array_set_clear_func (self->visits, march_visit_clear);
  g_array_append_val (self->visits, first);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The map takes all the room that is left, however much the pages could use. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.back", FALSE);
}

/**
 * march_panel_new:
 * @session: what to show
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
march_panel_new (MarchSession *session)
{
  return g_object_new (MARCH_TYPE_PANEL, "session", session, NULL);
}

/** march_panel_find: lets the user type what to search for within the quotations of the page.
 * Returns: FALSE if the page has none */
gboolean
march_panel_find (MarchPanel *panel)
{
  g_return_val_if_fail (MARCH_IS_PANEL (panel), FALSE);
  if (panel->update != 0)
    update_now (panel);
  switch (march_panel_get_current (panel)->kind)
    {
    case MARCH_VISIT_PLACE:
      return panel->place != NULL && march_place_page_focus_search (panel->place);
    case MARCH_VISIT_RECORD:
    case MARCH_VISIT_GROUP:
      return march_record_page_focus_search (panel->record);
    case MARCH_VISIT_AREAS:
    case MARCH_VISIT_OVERVIEW:
    case MARCH_VISIT_SEARCH:
    case MARCH_VISIT_EDITS:
    case MARCH_VISIT_GAPS:
    default:
      return FALSE;
    }
}
