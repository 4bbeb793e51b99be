/* bench-scroll.c — the work of the main thread for each frame in which a list scrolls */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "blocks.h"
#include "window.h"

#include "panel/march-search-page.h"

/* bench-scroll DOSSIER [WORD]: all records are listed, then what has a word; each list is
 * scrolled down for 600 frames by what a wheel turns in one, and what it comes to is fetched page
 * by page. Told is the main thread's work as by bench-frames. */

#define FRAME_MS 16
#define FRAMES 600
#define PIXELS 60
#define OPENING_US (60 * G_USEC_PER_SEC) /* until something is listed, at most */
#define STEP_MS 50
#define OVERVIEW_MS 3000 /* until the first page has come to rest */

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
scroll (gconstpointer data, guint frame)
{
  GtkAdjustment *adjustment = (GtkAdjustment *) data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + PIXELS);
}

/* Returns: (nullable): how far down the list is, once it is longer than a window */
static GtkAdjustment *
get_list (MarchWindow *window)
{
  GtkWidget     *page = find (GTK_WIDGET (window), MARCH_TYPE_SEARCH_PAGE);
  GtkWidget     *list = page != NULL ? find (page, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkAdjustment *adjustment;

  if (list == NULL || !gtk_widget_get_mapped (list))
    return NULL;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (list));
  if (gtk_adjustment_get_upper (adjustment) <= 2 * gtk_adjustment_get_page_size (adjustment))
    return NULL;
  return adjustment;
}

/* The list of what is found for @text; its height is another than @before, that of the last one. */
static GtkAdjustment *
open_list (MarchWindow *window, const char *text, double before)
{
  MarchSession  *session = march_window_get_session (window);
  const gint64   start = g_get_monotonic_time ();
  GtkAdjustment *list = NULL;

  march_session_show_search (session, text);
  while (list == NULL || ABS (gtk_adjustment_get_upper (list) - before) < 1)
    {
      if (g_get_monotonic_time () - start > OPENING_US)
        g_error ("Nothing is listed for “%s”.", text);
      bench_run_for (STEP_MS);
      list = get_list (window);
    }
  g_print ("“%s” is listed after %.1f s\n", text, (double) (g_get_monotonic_time () - start) / 1e6);
  return list;
}

static const char *word = "territory";

static void
scroll_down (const char *name, GtkAdjustment *list)
{
  bench_blocks_perform (name, scroll, list, FRAMES, FRAME_MS);
  g_print ("%-28s %.0f of %.0f pixels\n", "", gtk_adjustment_get_value (list),
           gtk_adjustment_get_upper (list));
}

static void
use_window (MarchWindow *window)
{
  g_autofree char *name = g_strdup_printf ("scrolling what has “%s”", word);
  GtkAdjustment   *list;

  while (march_session_get_corpus (march_window_get_session (window)) == NULL)
    bench_run_for (STEP_MS);
  bench_run_for (OVERVIEW_MS);
  list = open_list (window, "", 0);
  scroll_down ("scrolling all that is listed", list);
  list = open_list (window, word, gtk_adjustment_get_upper (list));
  scroll_down (name, list);
}

int
main (int argc, char **argv)
{
  int status;

  if (argc > 2)
    word = argv[--argc];
  bench_blocks_start (NULL);
  status = bench_window_run (argc, argv, 1600, 900, use_window);
  bench_blocks_end ();
  return status;
}
