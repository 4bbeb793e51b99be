/* march-accelerators.c — every key of the program, in one table */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-accelerators.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  const char *group;  /* NULL: as the one above */
  const char *action; /* detailed; NULL for a key that a widget handles while it has the focus */
  const char *keys;   /* as GtkShortcutLabel spells them */
  const char *title;
} Accelerator;

static const Accelerator accelerators[] = {
  { N_("Dossier"), "win.new", "<Control>n", N_("New") },
  { NULL, "win.open", "<Control>o", N_("Open") },
  { NULL, "win.import", "<Control>i", N_("Import areas") },
  { NULL, "win.add-source", "<Control><Shift>i", N_("Add a source") },
  { NULL, "win.add-place", "<Control><Shift>p", N_("Add a place") },
  { NULL, "win.export", "<Control><Shift>e", N_("Export the map") },
  { NULL, "win.save", "<Control>s", N_("Save") },
  { NULL, "win.save-as", "<Control><Shift>s", N_("Save as") },
  { NULL, "win.properties", "<Alt>Return", N_("What the dossier says of itself") },
  { NULL, "win.edit", "F2", N_("Change what the side panel is about") },
  { NULL, "win.undo", "<Control>z", N_("Undo") },
  { NULL, "win.redo", "<Control><Shift>z", N_("Redo") },
  { NULL, "window.close", "<Control>w", N_("Close the window") },
  { NULL, "app.quit", "<Control>q", N_("Quit") },
  { N_("View"), "win.lens('control')", "<Control>1", N_("Control") },
  { NULL, "win.lens('claim')", "<Control>2", N_("Claim") },
  { NULL, "win.lens('both')", "<Control>3", N_("Control and claim") },
  { NULL, "win.lens('value')", "<Control>4", N_("Value") },
  { NULL, "win.lens('evidence')", "<Control>5", N_("Evidence") },
  { NULL, "win.lens('disagreement')", "<Control>6", N_("Disagreement between sources") },
  { NULL, "win.panel", "F9", N_("Side panel") },
  { NULL, "win.legend", "<Control>l", N_("Legend") },
  { NULL, "win.find", "<Control>f", N_("Find in these quotations, or in the text") },
  { NULL, "win.search", "<Control>k", N_("Search everything") },
  { NULL, "win.why", "<Control>y", N_("Why this colour?") },
  { NULL, "win.reader", "<Control>r", N_("Reader") },
  { NULL, "win.projector", "F5", N_("Projector look") },
  { NULL, "win.fullscreen", "F11", N_("Full screen") },
  { NULL, "app.preferences", "<Control>comma", N_("Preferences") },
  { NULL, "win.show-help-overlay", "<Control>question", N_("Keyboard shortcuts") },
  { N_("Reader"), NULL, "<Alt>Down", N_("Next quotation") },
  { NULL, NULL, "<Alt>Up", N_("Previous quotation") },
  { NULL, NULL, "Return", N_("What the words support") },
  { NULL, NULL, "l", N_("Quote the selected words") },
  { NULL, NULL, "n", N_("Note on the selected words") },
  { NULL, NULL, "<Control>Return", N_("Save the passage") },
  { NULL, NULL, "<Control><Shift>Return", N_("Another assertion of the passage") },
  { NULL, NULL, "<Alt>1...8", N_("What kind of assertion the passage supports") },
  { NULL, NULL, "<Alt>Down", N_("Calendar, in a date") },
  { NULL, NULL, "<Alt>Page_Down", N_("Next source") },
  { NULL, NULL, "<Alt>Page_Up", N_("Previous source") },
  { N_("Time"), NULL, "bracketleft", N_("Previous change") },
  { NULL, NULL, "bracketright", N_("Next change") },
  { NULL, NULL, "space", N_("Play or pause") },
  { NULL, "win.day(-1)", "<Alt>Left", N_("One day back") },
  { NULL, "win.day(1)", "<Alt>Right", N_("One day on") },
  { NULL, "win.month(-1)", "<Shift><Alt>Left", N_("One month back") },
  { NULL, "win.month(1)", "<Shift><Alt>Right", N_("One month on") },
  { NULL, NULL, "Page_Down", N_("One month back, in the timeline") },
  { NULL, NULL, "Page_Up", N_("One month on, in the timeline") },
  { NULL, NULL, "Return", N_("Event of the day, in the timeline") },
  { N_("Map"), NULL, "Left Right Up Down", N_("Nearest place in that direction") },
  { NULL, NULL, "Return", N_("Select the place") },
  { NULL, NULL, "Escape", N_("Clear the selection") },
  { NULL, NULL, "plus", N_("Zoom in") },
  { NULL, NULL, "minus", N_("Zoom out") },
  { NULL, NULL, "0", N_("Fit the whole dossier") },
  { NULL, NULL, "p", N_("Nearest imported point, then the next") },
  { NULL, NULL, "<Shift>p", N_("Imported point before it") },
  { NULL, NULL, "d", N_("Measure a distance") },
  { NULL, NULL, "a", N_("Measure an area") },
  { N_("Drawing on the Map"), NULL, "space", N_("Put a corner where the cross is") },
  { NULL, NULL, "<Shift>space", N_("The same, along the longer way of a border") },
  { NULL, NULL, "BackSpace", N_("Take the last corner back") },
  { NULL, NULL, "Return", N_("Close the outline, then finish") },
  { NULL, NULL, "Escape", N_("Leave out what is begun, then the drawing") },
  { NULL, NULL, "<Control>z", N_("Undo a step of the drawing") },
  { NULL, NULL, "<Control><Shift>z", N_("Redo a step of the drawing") },
  { NULL, NULL, "Tab <Shift>Tab", N_("Next corner, previous corner") },
  { NULL, NULL, "Left Right Up Down",
    N_("Move the cross or the chosen corner; with Shift in fine steps") },
  { NULL, NULL, "Insert", N_("Put a corner after the chosen one") },
  { NULL, NULL, "Delete", N_("Delete the chosen corner") },
  { NULL, NULL, "Page_Down Page_Up", N_("Next part or hole, previous one") },
  { NULL, NULL, "p", N_("Add a part") },
  { NULL, NULL, "h", N_("Cut a hole") },
  { NULL, NULL, "<Shift>Delete", N_("Delete the chosen part or hole") },
  { NULL, NULL, "t", N_("Follow borders of neighbours, or don’t") },
  { NULL, NULL, "b", N_("Lead a stretch along a border, from the chosen corner on") },
  { NULL, NULL, "n", N_("Trim to neighbours") },
};

/** march_accelerators_install: gives the actions of @application and its windows their keys */
void
march_accelerators_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      g_auto (GStrv) keys = g_strsplit (accelerators[i].keys, " ", -1);

      if (accelerators[i].action != NULL)
        gtk_application_set_accels_for_action (application, accelerators[i].action,
                                               (const char *const *) keys);
    }
}

static GtkWidget *
new_row (const Accelerator *accelerator)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_shortcut_label_new (accelerator->keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(accelerator->title));
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static void
add_rows (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      if (accelerators[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(accelerators[i].group));
          adw_preferences_page_add (page, group);
        }
      adw_preferences_group_add (group, new_row (&accelerators[i]));
    }
}

/** march_accelerators_new_window: Returns: (transfer none): the window that lists all keys; GTK
 * owns it, as any window. GtkShortcutsWindow lays its columns out side by side and cuts them off in
 * a small window */
GtkWidget *
march_accelerators_new_window (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                                    "title", _("Keyboard shortcuts"),
                                    "modal", TRUE,
                                    "default-width", 560,
                                    "default-height", 560,
                                    NULL);

  add_rows (ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  return window;
}
