/* march-compile-ids.c — ids that follow from keys, and rows that go into the dossier under them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Ids are positive and have 52 bits, so that JSON can carry them. */
#define ID_MASK ((G_GINT64_CONSTANT (1) << 52) - 1)

/**
 * march_compiler_make_id:
 * @uuid: (out) (optional): a UUID of version 8 (RFC 9562), from the same digest
 *
 * The same dossier, table and key always give the same id, so that two compilations can be
 * compared.
 */
gint64
march_compiler_make_id (MarchCompiler *compiler,
                        const char    *table,
                        const char    *key,
                        char         **uuid)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char      *text = g_strdup_printf ("%s/%s/%s", compiler->uuid, table, key);
  guint8                digest[32];
  gsize                 length = sizeof digest;
  guint64               id = 0;

  g_checksum_update (checksum, (const guchar *) text, strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < 8; i++)
    id = id << 8 | digest[i];
  id &= ID_MASK;
  if (uuid != NULL)
    *uuid = g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-8%01x%02x-%02x%02x-%02x%02x%02x%02x%02x%"
                             "02x",
                             digest[8], digest[9], digest[10], digest[11], digest[12], digest[13],
                             digest[14] & 0xf, digest[15], (digest[16] & 0x3f) | 0x80, digest[17],
                             digest[18], digest[19], digest[20], digest[21], digest[22],
                             digest[23]);
  return id != 0 ? (gint64) id : 1;
}

/**
 * march_compiler_declare:
 *
 * Makes a key known, so that others can refer to it before it is written.
 */
gboolean
march_compiler_declare (MarchCompiler *compiler,
                        const char    *table,
                        const char    *key,
                        GError       **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", table, key);
  gint64           id = march_compiler_make_id (compiler, table, key, NULL);

  if (g_hash_table_contains (compiler->ids, path))
    return march_compiler_fail (compiler, error, _("there are two of kind %s with the key “%s”"),
                                table, key);
  g_hash_table_insert (compiler->ids, g_steal_pointer (&path), g_memdup2 (&id, sizeof id));
  return TRUE;
}

/**
 * march_compiler_find:
 *
 * Looks up the id that a key stands for.
 */
gboolean
march_compiler_find (MarchCompiler *compiler,
                     const char    *table,
                     const char    *key,
                     gint64        *id,
                     GError       **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", table, key);
  const gint64    *found = g_hash_table_lookup (compiler->ids, path);

  if (found == NULL)
    return march_compiler_fail (compiler, error, _("no %s has the key “%s”"), table, key);
  *id = *found;
  return TRUE;
}

/**
 * march_compiler_insert:
 *
 * Writes @row under the id that follows from @key.
 */
gboolean
march_compiler_insert (MarchCompiler *compiler,
                       const char    *table,
                       const char    *key,
                       MarchRow      *row,
                       GError       **error)
{
  g_autofree char   *uuid = NULL;
  g_autoptr (GError) inner = NULL;
  gint64             id = march_compiler_make_id (compiler, table, key, &uuid);

  march_row_set_text (row, "uuid", uuid);
  if (march_edit_insert (compiler->edit, table, id, row, &inner) == 0)
    return march_compiler_fail (compiler, error, "%s", inner->message);
  return TRUE;
}

/**
 * march_compiler_insert_children:
 * @parent: the object that may have an array of children
 * @member: its name
 * @parent_key: from which the children's keys follow
 * @parent_column: of the child, set to the parent's id
 * @numbered: whether the children have a "position"
 *
 * Writes each child as a record of its own.
 */
gboolean
march_compiler_insert_children (MarchCompiler         *compiler,
                                const MarchRecordForm *form,
                                JsonObject            *parent,
                                const char            *member,
                                const char            *parent_key,
                                const char            *parent_column,
                                gboolean               numbered,
                                GError               **error)
{
  JsonArray *children = march_compiler_get_array (parent, member);
  guint      n_children = children != NULL ? json_array_get_length (children) : 0;

  if (!march_compiler_check_array (compiler, parent, member, FALSE, error))
    return FALSE;
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (MarchRow) row = march_row_new ();
      g_autofree char     *key = g_strdup_printf ("%s#%s#%u", parent_key, parent_column, i);
      const char          *parent_table = g_str_equal (parent_column, "child_id") ? "place" : NULL;
      g_autofree char     *table = parent_table != NULL
                                       ? g_strdup (parent_table)
                                       : g_strndup (parent_column,
                                                    strlen (parent_column) - strlen ("_id"));
      gint64               parent_id;

      if (!march_compiler_find (compiler, table, parent_key, &parent_id, error))
        return FALSE;
      march_row_set_id (row, parent_column, parent_id);
      if (numbered)
        march_row_set_integer (row, "position", i);
      if (!march_compiler_fill (compiler, form, json_array_get_element (children, i), row, error)
          || !march_compiler_insert (compiler, form->table, key, row, error))
        return FALSE;
    }
  return TRUE;
}
