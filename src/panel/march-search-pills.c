/* march-search-pills.c — the kinds of what is found, to choose one of, each with its number */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-search-pills.h"

#include <glib/gi18n.h>

#include "base/march-number-words.h"

#define KIND_KEY "march-kind"

/**
 * march_search_pills_make:
 * @pills: the box to fill
 * @toggled: a handler of "toggled", of each pill
 *
 * Begins with the pill of all kinds.
 */
void
march_search_pills_make (GtkWidget *pills, GCallback toggled, gpointer user_data)
{
  GtkToggleButton *first = NULL;

  for (int kind = MARCH_HITS_ANY_KIND; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      GtkWidget *pill = gtk_toggle_button_new_with_label ("");

      g_object_set_data (G_OBJECT (pill), KIND_KEY, GINT_TO_POINTER (kind));
      gtk_widget_add_css_class (pill, "pill-small");
      gtk_widget_set_parent (pill, pills);
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (pill), first);
      else
        first = GTK_TOGGLE_BUTTON (pill);
    }
  gtk_toggle_button_set_active (first, TRUE);
  for (GtkWidget *pill = GTK_WIDGET (first); pill != NULL;
       pill = gtk_widget_get_next_sibling (pill))
    g_signal_connect (pill, "toggled", toggled, user_data);
}

/** march_search_pills_clear: @pills: (nullable): before the box goes */
void
march_search_pills_clear (GtkWidget *pills)
{
  GtkWidget *child = NULL;

  while (pills != NULL && (child = gtk_widget_get_first_child (pills)) != NULL)
    gtk_widget_unparent (child);
}

/** march_search_pills_get_kind: Returns: a MarchSearchKind, or %MARCH_HITS_ANY_KIND */
int
march_search_pills_get_kind (GtkWidget *pill)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (pill), KIND_KEY));
}

static void
set_count (GtkWidget *pill, MarchSearchCount count, gboolean filtered)
{
  const int        kind = march_search_pills_get_kind (pill);
  const char      *title = kind == MARCH_HITS_ANY_KIND ? _("All") : march_hit_kind_get_title (kind);
  g_autofree char *n = march_words_for_number (count.n);
  g_autofree char *label = g_strdup_printf ("%s %s%s", title, n, count.more ? "+" : "");

  gtk_button_set_label (GTK_BUTTON (pill), label);
  gtk_widget_set_sensitive (pill,
                            count.n > 0 || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pill)));
  /* Notes are found, and not browsed; and with a filter only quotations are left. */
  gtk_widget_set_visible (pill, (kind != MARCH_SEARCH_NOTE && !filtered)
                                    || gtk_widget_get_sensitive (pill));
}

/** march_search_pills_tell: @counts: how much was found of each kind; @filtered: of which only
 * quotations are offered */
void
march_search_pills_tell (GtkWidget *pills, const MarchSearchCount *counts, gboolean filtered)
{
  GtkWidget       *pill = gtk_widget_get_first_child (pills);
  MarchSearchCount sum = { 0, FALSE };

  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      sum.n += counts[kind].n;
      sum.more |= counts[kind].more;
    }
  set_count (pill, sum, filtered);
  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      pill = gtk_widget_get_next_sibling (pill);
      set_count (pill, counts[kind], filtered);
    }
}
