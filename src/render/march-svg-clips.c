/* march-svg-clips.c — puts the rule of a clip where readers of SVG look for it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-private.h"

#include <string.h>

#define USE "clip-path=\"url(#"
#define EVEN_ODD ")\" clip-rule=\"evenodd\""
#define CLIP "<clipPath id=\""
#define PATH "<path"

/* The names of the clips that are used by the even-odd rule. */
static GHashTable *
list_even_odd (const char *svg)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = strstr (svg, USE); at != NULL; at = strstr (at, USE))
    {
      const char *end;

      at += strlen (USE);
      end = strchr (at, ')');
      if (end != NULL && g_str_has_prefix (end, EVEN_ODD))
        g_hash_table_add (names, g_strndup (at, end - at));
    }
  return names;
}

/**
 * march_svg_mend_clips:
 * @svg: as cairo writes it
 *
 * cairo before 1.18 gives the rule of a clip to what is clipped, where it means nothing; SVG wants
 * it at the path of the clip (https://www.w3.org/TR/css-masking-1/#the-clip-rule). Without it the
 * holes of an area are filled.
 *
 * Returns: (transfer full): the same with the rule at the paths
 */
char *
march_svg_mend_clips (const char *svg)
{
  g_autoptr (GHashTable) names = list_even_odd (svg);
  GString    *mended = g_string_sized_new (strlen (svg) + 1024);
  const char *done = svg;

  for (const char *at = strstr (svg, CLIP); at != NULL; at = strstr (at, CLIP))
    {
      const char      *name = at + strlen (CLIP), *end = strchr (name, '"');
      const char      *path = end != NULL ? strstr (end, PATH) : NULL;
      g_autofree char *own = end != NULL ? g_strndup (name, end - name) : NULL;

      at = name;
      if (path == NULL || !g_hash_table_contains (names, own))
        continue;
      path += strlen (PATH);
      g_string_append_len (mended, done, path - done);
      g_string_append (mended, " clip-rule=\"evenodd\"");
      done = path;
    }
  g_string_append (mended, done);
  return g_string_free (mended, FALSE);
}
