/* march-map-view-speech.c — what a screen reader is told of the place that the keyboard is at */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <gmodule.h>

#include "map/march-map-places.h"

/* gtk_accessible_announce(), from GTK 4.14 on; its last argument is a priority, 1 for medium. */
typedef void (*Announce) (GtkAccessible *accessible, const char *message, int priority);

#define PRIORITY_MEDIUM 1

static Announce
find_announce (void)
{
  static Announce announce;
  static gsize    looked;

  if (g_once_init_enter (&looked))
    {
      GModule *program = g_module_open (NULL, G_MODULE_BIND_LAZY);
      gpointer symbol = NULL;

      /* Never closed: the toolkit stays. Its stand-in for tests lacks this and would crash. */
      if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0 && program != NULL
          && g_module_symbol (program, "gtk_accessible_announce", &symbol))
        announce = (Announce) symbol;
      g_once_init_leave (&looked, 1);
    }
  return announce;
}

/** march_map_view_say: tells a screen reader @words: as the map's description and, where the
 * toolkit can, aloud */
void
march_map_view_say (MarchMapView *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  if (find_announce () != NULL)
    find_announce () (GTK_ACCESSIBLE (self), words, PRIORITY_MEDIUM);
}

/**
 * march_map_view_announce:
 *
 * Tells of the place that has the keyboard's focus on the map who holds it and who says they own
 * it, and as of which day: as the map's description and, where the toolkit can, aloud.
 */
void
march_map_view_announce (MarchMapView *self)
{
  MarchCorpus      *corpus = march_session_get_corpus (self->session);
  MarchSnapshot    *snapshot = march_session_get_snapshot (self->session);
  const MarchPlace *place = corpus != NULL && self->focused != 0
                                ? march_corpus_get_place (corpus, self->focused)
                                : NULL;
  g_autofree char  *facts = NULL;

  if (place == NULL || snapshot == NULL)
    return;
  facts = march_map_places_describe (self->session, place);
  march_map_view_say (self, facts);
}
