/* bench-hitches.c — how long the main thread is busy in one go while a reader uses the window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <time.h>

#include "window.h"

/* After each act the window gets so long to come to rest. */
#define REST_MS 700
#define MAX_PLACES 12
#define MAX_STEPS 12

static gint64 woken;   /* when the main loop last had something to do */
static gint64 longest; /* microseconds, since it was last set to 0 */

/* Microseconds of processor time of this thread, so that other programs don't count. */
static gint64
get_work (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

/* All between two polls is work of the main thread. */
static int
timing_poll (GPollFD *fds,
             guint    n_fds,
             int      timeout)
{
  const gint64 now = get_work ();
  int          result;

  if (woken != 0)
    longest = MAX (longest, now - woken);
  result = g_poll (fds, n_fds, timeout);
  woken = get_work ();
  return result;
}

/* The longest block of what happened since @worst was last told. */
static void
take (gint64 *worst)
{
  bench_run_for (REST_MS);
  *worst = MAX (*worst, longest);
  longest = 0;
}

static void
tell (const char *act,
      gint64      worst)
{
  g_print ("%-34s %6.1f ms%s\n", act, (double) worst / 1000, worst > 50000 ? "  over 50" : "");
}

static void
step (MarchSession *session,
      const char   *act)
{
  gint64 worst = 0;
  guint  n = 0;

  longest = 0;
  while (n++ < MAX_STEPS && march_session_step (session, -1))
    take (&worst);
  march_session_set_as_of (session, G_MAXINT64);
  take (&worst);
  tell (act, worst);
}

static void
select_places (MarchSession *session)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (session);
  GPtrArray     *places = march_corpus_get_places (march_session_get_corpus (session));
  gint64         worst = 0;
  guint          n = 0;

  for (guint i = 0; i < places->len && n < MAX_PLACES; i++)
    {
      const MarchFinding *finding = march_snapshot_get_finding (snapshot, places->pdata[i]);

      if (finding == NULL || !finding->disputed)
        continue;
      march_session_select (session, places->pdata[i]);
      take (&worst);
      n++;
    }
  tell ("selecting a place", worst);
}

static void
use_window (MarchWindow *window)
{
  MarchSession *session = march_window_get_session (window);
  const char   *lenses[] = { "control", "claim", "value", "evidence", "both" };
  const char   *typed[] = { "r", "ru", "russia", "crimea", "terr", "" };
  gint64        worst = 0;

  take (&worst);
  tell ("start to rest", worst);
  step (session, "a step, nothing selected");
  select_places (session);
  step (session, "a step, a place selected");
  worst = 0;
  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.lens", "s", lenses[i]);
      take (&worst);
    }
  tell ("another lens", worst);
  worst = 0;
  march_session_show_why (session, march_session_get_place (session));
  take (&worst);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  take (&worst);
  tell ("why this colour, and back", worst);
  worst = 0;
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      march_session_show_search (session, typed[i]);
      take (&worst);
    }
  tell ("a search", worst);
  worst = 0;
  march_session_select (session, NULL);
  take (&worst);
  tell ("back to the overview", worst);
}

int
main (int    argc,
      char **argv)
{
  g_main_context_set_poll_func (NULL, timing_poll);
  return bench_window_run (argc, argv, 1600, 900, use_window);
}
