/* march-welcome.c — the page from which a dossier is opened */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-welcome.h"

#include <glib/gi18n.h>

#include "app/march-installation.h"
#include "app/march-recent.h"
#include "widgets/march-wrap-layout.h"

#define MOST_RECENT 6

struct _MarchWelcome
{
  AdwBin      parent;

  /* Template children */
  GtkButton  *shipped_button;
  GtkBox     *recent_box;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (MarchWelcome, march_welcome, ADW_TYPE_BIN)

static char *
describe_age (GDateTime *then)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const int days = g_date_time_get_year (now) == g_date_time_get_year (then)
                       ? g_date_time_get_day_of_year (now) - g_date_time_get_day_of_year (then)
                       : 999;

  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Yesterday"));
  return g_date_time_format (then, "%x");
}

static GtkWidget *
new_row (MarchRecent *recent)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (recent->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (recent->place, -1);
  g_autofree char *age = describe_age (recent->visited);
  GtkWidget       *label = gtk_label_new (age);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (recent->exists)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), "win.open-uri");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", recent->uri);
    }
  else
    {
      /* Translators: %s is the path of a file. */
      g_autofree char *gone = g_strdup_printf (_("File was moved or removed: %s"), subtitle);
      GtkWidget       *button = gtk_button_new_with_label (_("Locate…"));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gone);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
march_welcome_class_init (MarchWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MARCH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchWelcome, shipped_button);
  gtk_widget_class_bind_template_child (widget_class, MarchWelcome, recent_box);
  gtk_widget_class_bind_template_child (widget_class, MarchWelcome, recent_list);
}

static void
march_welcome_init (MarchWelcome *self)
{
  g_autoptr (GFile) shipped = march_installation_find_shipped ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->shipped_button), shipped != NULL);
}

/** march_welcome_refresh: lists the recent dossiers anew */
void
march_welcome_refresh (MarchWelcome *self)
{
  g_autoptr (GPtrArray) recent = march_recent_list (MOST_RECENT);
  GtkWidget            *child = NULL;

  g_return_if_fail (MARCH_IS_WELCOME (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, child);
  for (guint i = 0; i < recent->len; i++)
    gtk_list_box_append (self->recent_list, new_row (recent->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_box), recent->len > 0);
}
