/* march-window.c — one dossier in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-recent.h"
#include "app/march-window-private.h"
#include "base/march-newest.h"
#include "widgets/march-theme.h"

#include <glib/gi18n.h>

/* Nothing turns before this: most files open faster. */
#define SPINNER_DELAY_MS 300
#define COVER_FADE_MS 150
#define MOST_RECENT 8
#define WIDEST_PANEL 520

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchWindow, march_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_lens_label (MarchWindow *self)
{
  const char *labels[] = { N_("Control"), N_("Claim"), N_("Both"), N_("Value"), N_("Evidence"),
                           N_("Disagreement") };

  gtk_menu_button_set_label (self->lens_button, _(labels[march_session_get_lens (self->session)]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lens_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(labels[march_session_get_lens (self->session)]), -1);
}

/* There is nothing to disagree about with fewer than two sources of areas. */
static void
update_disagreement (MarchWindow *self)
{
  MarchCorpus          *corpus = march_session_get_corpus (self->session);
  g_autoptr (GPtrArray) sources = corpus != NULL ? march_corpus_list_area_sources (corpus) : NULL;

  gtk_widget_set_visible (self->disagreement_toggle, sources != NULL && sources->len > 1);
}

/** march_window_update_subtitle: tells the whole question where there is room. In a smaller window,
 * and with a projector's large words, the chips on the map tell the rest of it */
void
march_window_update_subtitle (MarchWindow *self)
{
  g_autofree char *whole = NULL;
  g_autofree char *day = NULL;

  if (march_session_get_corpus (self->session) == NULL)
    {
      adw_window_title_set_subtitle (self->title, "");
      return;
    }
  g_object_get (self->session, "subtitle", &whole, NULL);
  day = march_day_describe (march_session_get_as_of (self->session));
  if (march_adaptive_bin_get_room (self->adaptive) != MARCH_ROOM_WIDE
      || gtk_widget_has_css_class (GTK_WIDGET (self), "projector"))
    {
      g_free (whole);
      /* Translators: below the title of the window: the day of the map. */
      whole = g_strdup_printf (_("as of %s"), day);
    }
  adw_window_title_set_subtitle (self->title, whole);
}

/* A word, or a sign where there is little room. */
static void
show_open_button (MarchWindow *self, gboolean word)
{
  if (word)
    adw_split_button_set_label (self->open_button, _("Open"));
  else
    adw_split_button_set_icon_name (self->open_button, "document-open-symbolic");
}

static void
apply_room (MarchWindow *self)
{
  const MarchRoom room = march_adaptive_bin_get_room (self->adaptive);
  const gboolean  folded = room <= MARCH_ROOM_NARROW;
  const double text_scale = march_theme_get_text_scale (GTK_WIDGET (self));
  const int panel_width
      = (int) MIN (text_scale * (room == MARCH_ROOM_WIDE ? 400 : 340), WIDEST_PANEL);

  gtk_widget_set_visible (GTK_WIDGET (self->lens_box), !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->lens_button), folded);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), room != MARCH_ROOM_TIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->redo_button), room != MARCH_ROOM_TIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->present_button), room != MARCH_ROOM_TIGHT);
  march_window_update_subtitle (self);
  show_open_button (self, room >= MARCH_ROOM_MEDIUM);
  adw_button_content_set_label (self->present_content, room == MARCH_ROOM_WIDE ? _("Present") : "");
  /* libadwaita 1.7 names the button by its label, which is empty here as often as not. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->present_button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel_clamp), panel_width, -1);
  adw_clamp_set_maximum_size (self->panel_clamp, panel_width);
  adw_clamp_set_tightening_threshold (self->panel_clamp, panel_width);
  if (folded != (adw_flap_get_fold_policy (self->flap) == ADW_FLAP_FOLD_POLICY_ALWAYS))
    {
      adw_flap_set_fold_policy (self->flap,
                                folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
      adw_flap_set_reveal_flap (self->flap, !folded);
    }
  march_map_view_set_room (self->map, room);
  march_timeline_set_room (self->timeline, room);
  if (self->reader != NULL)
    march_reader_page_set_room (self->reader, room);
}

static void
room_changed_cb (MarchWindow *self)
{
  apply_room (self);
}

/* A split button does not let its second half be named. */
static void
name_recent_button (MarchWindow *self)
{
  GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->open_button));

  while (part != NULL && !GTK_IS_MENU_BUTTON (part))
    part = gtk_widget_get_next_sibling (part);
  if (part != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Recent dossiers"), -1);
}

static void
update_recent (MarchWindow *self)
{
  g_autoptr (GMenu) menu = march_recent_new_menu (MOST_RECENT);

  adw_split_button_set_menu_model (self->open_button, G_MENU_MODEL (menu));
}

static void
show_page (MarchWindow *self,
           const char  *name)
{
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_stack_set_visible_child_name (self->stack, name);
  march_window_update_actions (self);
}

/* Keeps a picture of the page in view, so that no empty map shows before the drawn one. */
static void
put_cover (MarchWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  g_autoptr (GdkPaintable) page = NULL;
  g_autoptr (GdkPaintable) image = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->stack)) || g_str_equal (name, "dossier"))
    return;
  page = gtk_widget_paintable_new (GTK_WIDGET (self->stack));
  image = gdk_paintable_get_current_image (page);
  gtk_picture_set_paintable (self->cover_picture, image);
  gtk_revealer_set_transition_duration (self->cover, 0);
  gtk_revealer_set_reveal_child (self->cover, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), TRUE);
  /* Fading costs frames, and nothing is seen of it where the page is empty. */
  gtk_revealer_set_transition_duration (self->cover,
                                        g_str_equal (name, "welcome") ? COVER_FADE_MS : 0);
}

static void
drawn_cb (MarchWindow *self)
{
  if (march_session_get_drawn (self->session))
    gtk_revealer_set_reveal_child (self->cover, FALSE);
}

static void
cover_gone_cb (MarchWindow *self)
{
  if (gtk_revealer_get_child_revealed (self->cover))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->cover), FALSE);
  gtk_picture_set_paintable (self->cover_picture, NULL);
}

static gboolean
spinner_cb (gpointer user_data)
{
  MarchWindow *self = user_data;

  self->spinner_timeout = 0;
  show_page (self, "loading");
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

/* What was being opened no longer is. */
static void
stop_opening (MarchWindow *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  march_newest_stop (&self->opening);
  g_clear_object (&self->opening_file);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MarchWindow)  self = user_data;
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = march_dossier_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_opening (self);
  if (dossier != NULL)
    {
      march_window_show_dossier (self, dossier);
      march_recent_add (march_dossier_get_file (dossier), march_dossier_get_title (dossier));
      update_recent (self);
    }
  else
    {
      march_window_await_dossier (self, NULL);
      if (march_session_get_dossier (self->session) != NULL)
        show_page (self, "dossier");
      else
        march_window_show_welcome (self);
      march_window_show_error (self, _("The Dossier Can’t Be Opened"), error);
    }
}

static void
why_cb (MarchWindow *self,
        gint64       id)
{
  const MarchPlace *place = march_corpus_get_place (march_session_get_corpus (self->session), id);

  adw_window_title_set_subtitle (
      self->why_title,
      place != NULL ? march_place_get_name (place, march_session_get_language (self->session))
                    : "");
  adw_leaflet_set_visible_child_name (self->leaflet, "why");
}

static void
panel_wanted_cb (MarchWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* With the panel goes the keyboard's focus, if it was there: back to the map, as a rule. */
static void
panel_shown_cb (MarchWindow *self)
{
  const gboolean shown = adw_flap_get_reveal_flap (self->flap);
  GtkWidget     *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!shown && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel)))
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
  march_map_view_set_panel_shown (self->map, shown);
}

static void
restore_size (MarchWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* A window that a file is opened in has no use for the page from which to open one. */
static void
march_window_map (GtkWidget *widget)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (march_window_is_vacant (self))
    march_window_show_welcome (self);
  GTK_WIDGET_CLASS (march_window_parent_class)->map (widget);
}

static void
march_window_dispose (GObject *object)
{
  MarchWindow *self = MARCH_WINDOW (object);

  stop_opening (self);
  g_clear_weak_pointer (&self->undo_toast);
  march_window_await_dossier (self, NULL);
  march_window_stop_watching_file (self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (march_window_parent_class)->dispose (object);
}

static void
march_window_finalize (GObject *object)
{
  g_clear_object (&MARCH_WINDOW (object)->session);
  G_OBJECT_CLASS (march_window_parent_class)->finalize (object);
}

static void
march_window_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, MARCH_WINDOW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchWindow, name)
  BIND (toasts);
  BIND (adaptive);
  BIND (drop_hint);
  BIND (cover);
  BIND (cover_picture);
  BIND (stack);
  BIND (welcome);
  BIND (spinner);
  BIND (leaflet);
  BIND (header);
  BIND (title);
  BIND (why_title);
  BIND (open_button);
  BIND (changed_bar);
  BIND (changed_label);
  BIND (reload_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (busy_spinner);
  BIND (menu_button);
  BIND (areas_section);
  BIND (panel_button);
  BIND (present_button);
  BIND (present_content);
  BIND (search_button);
  BIND (lens_button);
  BIND (lens_box);
  BIND (disagreement_toggle);
  BIND (flap);
  BIND (map);
  BIND (timeline);
  BIND (panel_clamp);
  BIND (panel);
  BIND (why);
  BIND (reader_slot);
#undef BIND
}

static void
march_window_class_init (MarchWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_window_dispose;
  object_class->finalize = march_window_finalize;
  object_class->get_property = march_window_get_property;
  widget_class->map = march_window_map;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARCH_TYPE_ADAPTIVE_BIN);
  g_type_ensure (MARCH_TYPE_WELCOME);
  g_type_ensure (MARCH_TYPE_MAP_VIEW);
  g_type_ensure (MARCH_TYPE_TIMELINE);
  g_type_ensure (MARCH_TYPE_PANEL);
  g_type_ensure (MARCH_TYPE_WHY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cover_gone_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, march_window_answer_changed);
  march_window_install_actions (widget_class);
  march_window_install_document_actions (widget_class);
  march_window_install_save_actions (widget_class);
  march_window_install_copy_actions (widget_class);
  march_window_install_transfer_actions (widget_class);
  march_window_install_changes_actions (widget_class);
  march_window_install_reader_actions (widget_class);
  march_window_install_source_actions (widget_class);
  march_window_install_place_actions (widget_class);
  march_window_install_record_actions (widget_class);
}

static void
march_window_init (MarchWindow *self)
{
  self->session = march_session_new ();
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::author-name",
                           G_CALLBACK (march_window_name_author), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  march_window_add_actions (self);
  march_window_watch_document (self);
  march_window_watch_file (self);
  restore_size (self);
  march_window_accept_files (self);
  march_window_watch_areas (self);
  march_window_watch_reader (self);

  g_signal_connect_object (self->session, "notify::subtitle",
                           G_CALLBACK (march_window_update_subtitle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::drawn", G_CALLBACK (drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::title", G_CALLBACK (march_window_update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::snapshot", G_CALLBACK (update_disagreement),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::lens", G_CALLBACK (update_lens_label), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-why", G_CALLBACK (why_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-quotation", G_CALLBACK (panel_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-assertion", G_CALLBACK (panel_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-search", G_CALLBACK (panel_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  name_recent_button (self);
  update_recent (self);
  update_lens_label (self);
  march_window_update_title (self);
  apply_room (self);
  panel_shown_cb (self);
  show_page (self, "loading");
}

/** march_window_new: Returns: (transfer floating): a window that shows the welcome page */
MarchWindow *
march_window_new (GtkApplication *application)
{
  return g_object_new (MARCH_TYPE_WINDOW, "application", application, NULL);
}

static gboolean
has_file (MarchWindow *self, GFile *file)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);
  GFile        *own = self->opening_file;

  if (own == NULL && dossier != NULL)
    own = march_dossier_get_file (dossier);
  return own != NULL && g_file_equal (own, file);
}

/** march_window_find: Returns: (transfer none) (nullable): the window that shows or opens @file */
MarchWindow *
march_window_find (GtkApplication *application,
                   GFile          *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MARCH_IS_WINDOW (l->data) && has_file (l->data, file))
      return l->data;
  return NULL;
}

/** march_window_find_vacant: Returns: (transfer none): a window without a dossier, a new one if
 * there is none */
MarchWindow *
march_window_find_vacant (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MARCH_IS_WINDOW (l->data) && march_window_is_vacant (l->data))
      return l->data;
  return march_window_new (application);
}

static gboolean
is_modified (MarchWindow *self)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);

  return dossier != NULL
         && (march_dossier_get_modified (dossier) || march_window_is_coding (self));
}

static void
load (MarchWindow *self,
      GFile       *file)
{
  stop_opening (self);
  self->opening = g_cancellable_new ();
  self->opening_file = g_object_ref (file);
  self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_cb, self);
  march_dossier_open_async (file, self->opening, opened_cb, g_object_ref (self));
}

/* What the window shows is what the file says, or what it is going to say once it is saved. */
static gboolean
is_up_to_date (MarchWindow *self)
{
  return self->opening != NULL || is_modified (self)
         || !march_dossier_is_outdated (march_session_get_dossier (self->session));
}

/**
 * march_window_open:
 * @file: a dossier
 *
 * Opens @file off the main thread in place of what the window shows, or in another window if that
 * has unsaved edits. The window that has it already is raised instead, and reads it again if
 * another program has changed it. A failure is told in a dialog and leaves everything as it is.
 */
void
march_window_open (MarchWindow *self,
                   GFile       *file)
{
  GtkApplication *application;
  MarchWindow    *window;

  g_return_if_fail (MARCH_IS_WINDOW (self) && G_IS_FILE (file));
  application = gtk_window_get_application (GTK_WINDOW (self));
  window = application != NULL ? march_window_find (application, file) : NULL;
  if (window == NULL)
    window = is_modified (self) ? march_window_new (application) : self;
  if (window != self && self->awaiting != NULL)
    {
      march_window_await_dossier (window, self->awaiting);
      march_window_await_dossier (self, NULL);
    }
  if (!has_file (window, file) || !is_up_to_date (window))
    load (window, file);
  if (window->opening == NULL && window->awaiting != NULL)
    {
      g_autoptr (GPtrArray) awaiting = g_steal_pointer (&window->awaiting);

      march_window_take_files (window, awaiting);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/** march_window_show_welcome: turns to the page from which a dossier can be opened */
void
march_window_show_welcome (MarchWindow *self)
{
  g_return_if_fail (MARCH_IS_WINDOW (self));
  march_welcome_refresh (self->welcome);
  show_page (self, "welcome");
}

/** march_window_is_vacant: Returns: whether no dossier is open or being opened */
gboolean
march_window_is_vacant (MarchWindow *self)
{
  g_return_val_if_fail (MARCH_IS_WINDOW (self), FALSE);
  return self->opening == NULL && march_session_get_dossier (self->session) == NULL;
}

/** march_window_get_session: Returns: (transfer none): what the window shows */
MarchSession *
march_window_get_session (MarchWindow *self)
{
  g_return_val_if_fail (MARCH_IS_WINDOW (self), NULL);
  return self->session;
}

/** march_window_show_error: tells in a dialog what went wrong; the message of @error is a sentence
 * for the reader */
void
march_window_show_error (MarchWindow  *self,
                         const char   *heading,
                         const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/** march_window_name_author: edits from now on are whose the preferences say */
void
march_window_name_author (MarchWindow *self)
{
  MarchDossier    *dossier = march_session_get_dossier (self->session);
  g_autofree char *name = g_strstrip (g_settings_get_string (self->settings, "author-name"));

  if (dossier != NULL)
    march_dossier_set_who (dossier, name);
}

/** march_window_show_dossier: shows @dossier in place of what the window showed, and imports what
 * waited for one */
void
march_window_show_dossier (MarchWindow  *self,
                           MarchDossier *dossier)
{
  g_autoptr (GPtrArray) awaiting = g_steal_pointer (&self->awaiting);

  stop_opening (self);
  put_cover (self);
  march_session_set_dossier (self->session, dossier);
  march_window_name_author (self);
  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  show_page (self, "dossier");
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  if (awaiting != NULL)
    march_window_take_files (self, awaiting);
}

/** march_window_update_title: tells the dossier's title, with a dot while it has unsaved edits */
void
march_window_update_title (MarchWindow *self)
{
  MarchDossier    *dossier = march_session_get_dossier (self->session);
  g_autofree char *title = NULL;
  g_autofree char *marked = NULL;

  g_object_get (self->session, "title", &title, NULL);
  marked = g_strconcat (dossier != NULL && march_dossier_get_modified (dossier) ? "• " : "", title,
                        NULL);
  adw_window_title_set_title (self->title, marked);
  gtk_window_set_title (GTK_WINDOW (self), title[0] != '\0' ? marked : _("Marchland"));
}

/** march_window_remember_size: the next window will be as large */
void
march_window_remember_size (MarchWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}
