/* blocks.c — the work of the main thread between two polls, while a benchmark uses a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include "blocks.h"

#include <stdio.h>
#include <time.h>

#include "window.h"

#define REST_MS 1500
#define BUDGET_US 16700
#define LEAST_US 100

static gint64      woken;  /* when the main loop last had something to do */
static GArray     *blocks; /* of gint64, microseconds, of the act that goes on */
static const char *act_name;
static FILE       *log_file;

static gint64
get_work (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static int
timing_poll (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 block = woken != 0 ? get_work () - woken : 0;
  int    result;

  if (block >= LEAST_US && act_name != NULL)
    {
      g_array_append_val (blocks, block);
      if (log_file != NULL)
        fprintf (log_file, "%s\t%.2f\n", act_name, (double) block / 1000);
    }
  result = g_poll (fds, n_fds, timeout);
  woken = get_work ();
  return result;
}

/** bench_blocks_start: @log: (nullable): a file that gets a line for each block over a tenth of a
 * millisecond. Before anything is polled */
void
bench_blocks_start (const char *log)
{
  blocks = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (log != NULL)
    log_file = fopen (log, "w");
  g_main_context_set_poll_func (NULL, timing_poll);
}

/** bench_blocks_end: closes the log */
void
bench_blocks_end (void)
{
  g_clear_pointer (&log_file, fclose);
  g_array_unref (blocks);
}

static int
compare (const void *a, const void *b)
{
  const gint64 *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static void
tell (void)
{
  const gint64 *all = (const void *) blocks->data;
  guint         n_over = 0;

  g_array_sort (blocks, compare);
  for (guint i = 0; i < blocks->len; i++)
    n_over += all[i] > BUDGET_US;
  g_print ("%-28s %4u blocks, median %5.1f ms, p99 %5.1f ms, longest %5.1f ms, %u over 16.7 ms\n",
           act_name, blocks->len, (double) all[blocks->len / 2] / 1000,
           (double) all[blocks->len * 99 / 100] / 1000, (double) all[blocks->len - 1] / 1000,
           n_over);
}

/**
 * bench_blocks_perform:
 * @name: for a reader
 * @act: called @n_frames times, @frame_ms apart
 *
 * Prints what the main thread worked in one go meanwhile, in processor time, drawing by GTK
 * included.
 */
void
bench_blocks_perform (const char   *name,
                      BenchAct      act,
                      gconstpointer data,
                      guint         n_frames,
                      guint         frame_ms)
{
  bench_run_for (REST_MS);
  g_array_set_size (blocks, 0);
  act_name = name;
  for (guint i = 0; i < n_frames; i++)
    {
      act (data, i);
      bench_run_for (frame_ms);
    }
  bench_run_for (REST_MS);
  if (blocks->len > 0)
    tell ();
  act_name = NULL;
}
