/* bench-memory.c — what the surfaces of a window take together while the map is used */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE 1 /* RTLD_NEXT */

#include "config.h"

#include <dlfcn.h>
#include <pixman.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/shm.h>

#include "window.h"

/* bench-memory DOSSIER WIDTH HEIGHT: in a window of so many logical pixels days follow each other
 * quickly and slowly, then the map is panned and zoomed. Told is the most that all images of the
 * process took at any time: those of the map and of GTK, and copies that cairo makes on its own;
 * and beside it how much cairo set apart to share with the X server, of which it uses a part.
 * Functions that stand before pixman's and the system's count. */

#define FRAME_MS 16
#define REST_MS 1500

static GMutex      mutex;
static GHashTable *images, *segments;   /* under the mutex */
static gint64      n_bytes, most_bytes; /* atomic */
static gint64      n_shared;            /* under the mutex */

static void
count (gint64 bytes)
{
  const gint64 now = __atomic_add_fetch (&n_bytes, bytes, __ATOMIC_SEQ_CST);
  gint64       most = __atomic_load_n (&most_bytes, __ATOMIC_SEQ_CST);

  while (now > most
         && !__atomic_compare_exchange_n (&most_bytes, &most, now, FALSE, __ATOMIC_SEQ_CST,
                                          __ATOMIC_SEQ_CST))
    ;
}

pixman_image_t *
pixman_image_create_bits (pixman_format_code_t format,
                          int                  width,
                          int                  height,
                          uint32_t            *bits,
                          int                  stride)
{
  static pixman_image_t *(*create) (pixman_format_code_t, int, int, uint32_t *, int);
  pixman_image_t *image;

  if (create == NULL)
    *(void **) &create = dlsym (RTLD_NEXT, "pixman_image_create_bits");
  image = create (format, width, height, bits, stride);
  if (image != NULL && bits == NULL)
    {
      g_mutex_lock (&mutex);
      g_hash_table_add (images, image);
      g_mutex_unlock (&mutex);
      count ((gint64) pixman_image_get_stride (image) * height);
    }
  return image;
}

pixman_bool_t
pixman_image_unref (pixman_image_t *image)
{
  static pixman_bool_t (*unref) (pixman_image_t *);
  const gint64  bytes = (gint64) pixman_image_get_stride (image) * pixman_image_get_height (image);
  pixman_bool_t gone;
  gboolean      ours;

  if (unref == NULL)
    *(void **) &unref = dlsym (RTLD_NEXT, "pixman_image_unref");
  g_mutex_lock (&mutex);
  gone = unref (image);
  ours = gone && g_hash_table_remove (images, image);
  g_mutex_unlock (&mutex);
  if (ours)
    count (-bytes);
  return gone;
}

/* What the process shares with the X server, by its address. */
void *
shmat (int id, const void *address, int flags)
{
  static void *(*attach) (int, const void *, int);
  struct shmid_ds about = { 0 };
  void           *memory;

  if (attach == NULL)
    *(void **) &attach = dlsym (RTLD_NEXT, "shmat");
  memory = attach (id, address, flags);
  if (memory != (void *) -1 && shmctl (id, IPC_STAT, &about) == 0)
    {
      g_mutex_lock (&mutex);
      g_hash_table_insert (segments, memory, GSIZE_TO_POINTER (about.shm_segsz));
      n_shared += (gint64) about.shm_segsz;
      g_mutex_unlock (&mutex);
    }
  return memory;
}

int
shmdt (const void *address)
{
  static int (*detach) (const void *);
  gsize bytes;

  if (detach == NULL)
    *(void **) &detach = dlsym (RTLD_NEXT, "shmdt");
  g_mutex_lock (&mutex);
  bytes = GPOINTER_TO_SIZE (g_hash_table_lookup (segments, address));
  g_hash_table_remove (segments, address);
  n_shared -= (gint64) bytes;
  g_mutex_unlock (&mutex);
  return detach (address);
}

static void
tell (const char *act)
{
  struct rusage usage;

  bench_run_for (REST_MS);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%-24s images at most %6.1f MiB, now %6.1f MiB; set apart to share with the X server "
           "%6.1f MiB; the process at most %4.0f MiB\n",
           act, (double) most_bytes / (1 << 20), (double) n_bytes / (1 << 20),
           (double) n_shared / (1 << 20), (double) usage.ru_maxrss / 1024);
  __atomic_store_n (&most_bytes, n_bytes, __ATOMIC_SEQ_CST);
}

static void
step (MarchSession *session, guint n_days, guint days_apart, guint milliseconds)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (march_session_get_corpus (session));

  for (guint i = 0; i < n_days; i++)
    {
      march_session_set_as_of (session, facts->last - (MarchDay) (days_apart * i));
      bench_run_for (milliseconds);
    }
}

static void
use_window (MarchWindow *window)
{
  MarchSession    *session = march_window_get_session (window);
  ShumateViewport *viewport = bench_window_get_viewport (window);
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  const double     zoom = shumate_viewport_get_zoom_level (viewport);

  g_print ("%d × %d at scale %d\n", gtk_widget_get_width (GTK_WIDGET (window)),
           gtk_widget_get_height (GTK_WIDGET (window)),
           gtk_widget_get_scale_factor (GTK_WIDGET (window)));
  tell ("opening");
  step (session, 60, 30, FRAME_MS);
  tell ("scrubbing 60 dates");
  step (session, 6, 400, REST_MS);
  tell ("6 dates, each at rest");
  for (guint i = 0; i < 90; i++)
    {
      shumate_location_set_location (location, shumate_location_get_latitude (location),
                                     shumate_location_get_longitude (location) - 0.05);
      bench_run_for (FRAME_MS);
    }
  tell ("panning 90 frames");
  for (guint i = 0; i < 90; i++)
    {
      shumate_viewport_set_zoom_level (viewport, zoom + 0.03 * i);
      bench_run_for (FRAME_MS);
    }
  tell ("zooming 90 frames");
}

int
main (int argc, char **argv)
{
  int width, height;

  images = g_hash_table_new (NULL, NULL);
  segments = g_hash_table_new (NULL, NULL);
  if (argc != 4)
    {
      g_printerr ("Usage: bench-memory DOSSIER WIDTH HEIGHT\n");
      return 2;
    }
  height = atoi (argv[--argc]);
  width = atoi (argv[--argc]);
  return bench_window_run (argc, argv, width, height, use_window);
}
