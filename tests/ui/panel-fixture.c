/* panel-fixture.c — the panel and the page Why this colour? of an invented land, in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "panel-fixture.h"

#include "march-ui.h"
#include "panel/march-panel.h"
#include "panel/march-why-page.h"

/* Path of the compiled test dossier, from the command line. */
static const char *dossier_path;

/* Until nothing has happened for a while: a worker's answer needs some patience. */
void
panel_settle (void)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () < end
         && g_get_monotonic_time () - quiet_since < 60 * G_TIME_SPAN_MILLISECOND)
    if (g_main_context_iteration (NULL, FALSE))
      quiet_since = g_get_monotonic_time ();
    else
      g_usleep (2000);
}

static void
set_up (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (dossier_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_assert_no_error (error);
  fixture->session = march_session_new ();
  fixture->panel = march_panel_new (fixture->session);
  fixture->why = march_why_page_new (fixture->session);
  fixture->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), fixture->panel);
  gtk_box_append (GTK_BOX (box), fixture->why);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1400, 800);
  march_session_set_dossier (fixture->session, dossier);
  /* No map is there to draw. */
  march_session_set_drawn (fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  panel_settle ();
}

static void
tear_down (PanelFixture *fixture, gconstpointer data)
{
  MarchDossier *dossier = g_object_ref (march_session_get_dossier (fixture->session));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  march_session_set_dossier (fixture->session, NULL);
  g_object_unref (fixture->session);
  march_dossier_close (dossier);
  g_object_unref (dossier);
  panel_settle ();
}

static void
collect_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

char *
panel_read_text (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  collect_text (widget, text);
  return g_string_free (text, FALSE);
}

void
panel_assert_says (GtkWidget *widget, const char *words)
{
  g_autofree char *text = panel_read_text (widget);

  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is missing in:\n%s", words, text);
  g_assert_nonnull (strstr (text, words));
}

void
panel_assert_says_not (GtkWidget *widget, const char *words)
{
  g_autofree char *text = panel_read_text (widget);

  g_assert_null (strstr (text, words));
}

/* The first mapped button whose text begins with @label. */
GtkWidget *
panel_find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *text = panel_read_text (widget);

      if (g_str_has_prefix (text, label))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = panel_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
panel_press (GtkWidget *widget, const char *label)
{
  GtkWidget *button = panel_find_button (widget, label);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
  panel_settle ();
}

const MarchPlace *
panel_get_place (PanelFixture *fixture, const char *name)
{
  const MarchPlace *place
      = march_corpus_find_place (march_session_get_corpus (fixture->session), name, NULL);

  g_assert_nonnull (place);
  return place;
}

void
panel_look_at (PanelFixture *fixture, const char *place, const char *day)
{
  MarchDay as_of = 0;

  g_assert_true (march_day_parse (day, &as_of, NULL));
  march_session_set_as_of (fixture->session, as_of);
  march_session_select (fixture->session, panel_get_place (fixture, place));
  panel_settle ();
}

MarchQuotationList *
panel_get_list (PanelFixture *fixture)
{
  GtkWidget *list = march_ui_find (fixture->panel, MARCH_TYPE_QUOTATION_LIST);

  g_assert_nonnull (list);
  return MARCH_QUOTATION_LIST (list);
}

void
panel_add (const char *path, void (*test) (PanelFixture *, gconstpointer))
{
  g_test_add (path, PanelFixture, NULL, set_up, test, tear_down);
}

/** panel_init: sets up test and toolkit, and takes the path of the dossier from the command line */
void
panel_init (int *argc, char ***argv)
{
  g_autofree char *state = g_dir_make_tmp ("march-panel-XXXXXX", NULL);

  /* An edit's working copy belongs into no reader's home. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  g_assert_cmpint (*argc, ==, 2);
  dossier_path = (*argv)[1];
}
