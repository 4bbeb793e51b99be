/* march-map-lens.c — what the lenses of value and of evidence say of a place, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-lens.h"

#include <glib/gi18n.h>

#include "render/march-look.h"

static void
add_line (GString *lines, const char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static char *
name_actors (GPtrArray *values, const char *language)
{
  GString              *names = g_string_new (NULL);
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  for (guint i = 0; i < values->len; i++)
    {
      const MarchActor *actor = ((const MarchAssertion *) values->pdata[i])->actor;

      if (actor == NULL || g_ptr_array_find (actors, actor, NULL))
        continue;
      g_string_append_printf (names, "%s%s", actors->len > 0 ? ", " : "",
                              march_actor_get_name (actor, language));
      g_ptr_array_add (actors, (gpointer) actor);
    }
  return g_string_free (names, FALSE);
}

/* "Strategic: 3 quotations, for Velmark" */
static void
add_value (GString          *lines,
           MarchSnapshot    *snapshot,
           const MarchPlace *place,
           MarchValueKind    kind,
           const char       *language)
{
  g_autoptr (GPtrArray) values = march_snapshot_list_values (snapshot, place, kind);
  const guint           n = march_snapshot_count_value (snapshot, place, kind);
  g_autofree char      *names = name_actors (values, language);
  g_autofree char *count = g_strdup_printf (ngettext ("%u quotation", "%u quotations", n), n);
  const char      *word = march_vocabulary_get_words (MARCH_VOCABULARY_VALUE_KIND, kind);
  g_autofree char *line = NULL;

  if (n == 0)
    return;
  line = *names == '\0'
             /* Translators: a kind of value, how many quotations. */
             ? g_strdup_printf (_("%1$s: %2$s, for whom is not told"), word, count)
             /* Translators: a kind of value, how many quotations, for which actors. */
             : g_strdup_printf (_("%1$s: %2$s, for %3$s"), word, count, names);
  add_line (lines, line);
}

static void
add_evidence (GString *lines, const MarchFinding *finding)
{
  const guint      n = finding->quotations->len;
  const char       grade = march_finding_get_best_grade (finding);
  g_autofree char *count = g_strdup_printf (ngettext ("%u quotation", "%u quotations", n), n);
  g_autofree char *best = NULL;

  if (n == 0)
    {
      add_line (lines, _("Nothing quoted about it"));
      return;
    }
  /* Translators: how many quotations; the letter of the best grade among their sources. */
  best = grade != 0 ? g_strdup_printf (_("%1$s, best grade %2$c"), count, grade)
                    : g_strdup_printf (_("%s, none graded"), count);
  add_line (lines, best);
  if (march_finding_is_thin (finding))
    add_line (lines, _("One source only"));
  if (finding->state == MARCH_STATE_SILENT)
    add_line (lines, _("No quotation on record of who holds it"));
}

/**
 * march_map_lens_describe:
 *
 * Returns: (transfer full) (nullable): lines of what the session's lens says of @place; %NULL where
 * it says nothing, as the lenses of colours do
 */
char *
march_map_lens_describe (MarchSession *session, const MarchPlace *place)
{
  MarchSnapshot      *snapshot = march_session_get_snapshot (session);
  const MarchFinding *finding = snapshot != NULL ? march_snapshot_get_finding (snapshot, place)
                                                 : NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  if (finding == NULL)
    return NULL;
  if (march_session_get_lens (session) == MARCH_LENS_VALUE)
    for (guint i = 0; i <= MARCH_VALUE_SYMBOLIC; i++)
      add_value (lines, snapshot, place, i, march_session_get_language (session));
  else if (march_session_get_lens (session) == MARCH_LENS_EVIDENCE)
    add_evidence (lines, finding);
  return lines->len > 0 ? g_strdup (lines->str) : NULL;
}
