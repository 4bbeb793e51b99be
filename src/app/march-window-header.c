/* march-window-header.c — the header of a window: its words, and what there is room for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "widgets/march-theme.h"

#define WIDEST_PANEL 520

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

static void
room_changed_cb (MarchWindow *self)
{
  apply_room (self);
}

/* GTK leaves the focus in a menu that closes while another window opens, and from there no key
 * gets anywhere: it goes back to what the menu belongs to, or else to the map. */
static void
is_active_cb (MarchWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!gtk_window_is_active (GTK_WINDOW (self)) || focus == NULL || gtk_widget_get_mapped (focus))
    return;
  while (focus != NULL && !gtk_widget_get_mapped (focus))
    focus = gtk_widget_get_parent (focus);
  if (focus == NULL || !gtk_widget_grab_focus (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

/** march_window_bind_header: names this file's handler to the template */
void
march_window_bind_header (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, room_changed_cb);
}

/** march_window_watch_header: from now on the header tells what the session shows */
void
march_window_watch_header (MarchWindow *self)
{
  g_signal_connect_object (self->session, "notify::subtitle",
                           G_CALLBACK (march_window_update_subtitle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::title", G_CALLBACK (march_window_update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::snapshot", G_CALLBACK (update_disagreement),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::lens", G_CALLBACK (update_lens_label), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  update_lens_label (self);
  march_window_update_title (self);
  apply_room (self);
}
