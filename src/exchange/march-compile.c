/* march-compile.c — from the text form of a dossier to its file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-day.h"
#include "base/march-error.h"
#include "exchange/march-compile-private.h"

#define SECONDS_PER_DAY 86400

/* Files of a folder in the order of their names, each with its root. */
typedef struct
{
  char     *path;
  JsonNode *root;
} Part;

static void
part_free (Part *part)
{
  g_free (part->path);
  json_node_unref (part->root);
  g_free (part);
}

static void
compiler_clear (MarchCompiler *compiler)
{
  g_clear_pointer (&compiler->edit, march_edit_free);
  g_clear_pointer (&compiler->database, march_database_free);
  g_clear_pointer (&compiler->ids, g_hash_table_unref);
  g_clear_pointer (&compiler->features, g_hash_table_unref);
  g_free (compiler->folder);
  g_free (compiler->uuid);
  g_free (compiler->object);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchCompiler, compiler_clear)

static Part *
load_part (MarchCompiler *compiler,
           const char    *path,
           JsonNodeType   type,
           GError       **error)
{
  Part *part = g_new0 (Part, 1);

  part->path = g_strdup (path);
  part->root = march_compiler_load (compiler, part->path, type, error);
  if (part->root != NULL)
    return part;
  /* The message is made; nothing reads the file's name any more. */
  compiler->file = "";
  g_free (part->path);
  g_free (part);
  return NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_json_files (MarchCompiler *compiler,
                 const char    *subfolder,
                 GError       **error)
{
  g_autofree char      *full = g_build_filename (compiler->folder, subfolder, NULL);
  g_autoptr (GDir)      directory = g_dir_open (full, 0, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char           *name;

  if (directory == NULL)
    return NULL;
  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (paths, g_build_filename (subfolder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

static GPtrArray *
load_folder (MarchCompiler *compiler,
             const char    *subfolder,
             JsonNodeType   type,
             GError       **error)
{
  g_autoptr (GPtrArray) paths = list_json_files (compiler, subfolder, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      Part *part = load_part (compiler, g_ptr_array_index (paths, i), type, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return paths != NULL ? g_steal_pointer (&parts) : NULL;
}

static gboolean
write_dossier (MarchCompiler *compiler,
               JsonNode      *dossier,
               GError       **error)
{
  static const MarchMember members[] = {
    { "uuid", "uuid", MARCH_MEMBER_TEXT },
    { "title", "title", MARCH_MEMBER_TEXT },
    { "summary", "summary", MARCH_MEMBER_TEXT },
    { "language", "language", MARCH_MEMBER_TEXT },
    { "first", "first_edtf", MARCH_MEMBER_DATE },
    { "last", "last_edtf", MARCH_MEMBER_DATE },
    { "carry_days", "carry_days", MARCH_MEMBER_INTEGER },
    { "convention", "convention", MARCH_MEMBER_TEXT },
    { "credits", "credits", MARCH_MEMBER_LINES },
    { "geography", NULL, MARCH_MEMBER_CHILDREN },
    { "background", NULL, MARCH_MEMBER_CHILDREN },
    { "recorded", NULL, MARCH_MEMBER_CHILDREN },
    { NULL },
  };
  static const MarchRecordForm form = { "dossier", members };
  g_autoptr (MarchRow) row = march_row_new ();
  g_autoptr (GError) inner = NULL;

  compiler->file = "dossier.json";
  g_clear_pointer (&compiler->object, g_free);
  if (!march_compiler_fill (compiler, &form, dossier, row, error))
    return FALSE;
  if (march_edit_insert (compiler->edit, "dossier", 1, row, &inner) == 0)
    return march_compiler_fail (compiler, error, "%s", inner->message);
  return TRUE;
}

static gboolean
declare_all (MarchCompiler *compiler,
             const char    *table,
             JsonArray     *array,
             GError       **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *key;
      JsonArray  *places;

      if (!march_compiler_enter (compiler, table, node, error))
        return FALSE;
      key = march_compiler_get_text (json_node_get_object (node), "key");
      if (!march_compiler_check_array (compiler, json_node_get_object (node), "places",
                                       g_str_equal (table, "assertion"), error))
        return FALSE;
      places = g_str_equal (table, "assertion")
                   ? march_compiler_get_array (json_node_get_object (node), "places")
                   : NULL;
      if (places == NULL && !march_compiler_declare (compiler, table, key, error))
        return FALSE;
      for (guint k = 0; places != NULL && k < json_array_get_length (places); k++)
        {
          g_autofree char *place_key = g_strdup_printf ("%s-%s", key,
                                                        json_array_get_string_element (places, k));

          if (!march_compiler_declare (compiler, table, place_key, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
declare_source (MarchCompiler *compiler,
                Part          *part,
                GError       **error)
{
  JsonObject *object = json_node_get_object (part->root);
  JsonArray  *quotations = march_compiler_get_array (object, "quotations");

  compiler->file = part->path;
  return march_compiler_enter (compiler, "source", part->root, error)
         && march_compiler_declare (compiler, "source", march_compiler_get_text (object, "key"),
                                    error)
         && march_compiler_check_array (compiler, object, "quotations", FALSE, error)
         && (quotations == NULL || declare_all (compiler, "quotation", quotations, error));
}

typedef struct
{
  Part      *dossier;
  Part      *actors;
  Part      *places;
  Part      *proposals;
  GPtrArray *sources;
  GPtrArray *assertions;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_clear_pointer (&parts->dossier, part_free);
  g_clear_pointer (&parts->actors, part_free);
  g_clear_pointer (&parts->places, part_free);
  g_clear_pointer (&parts->proposals, part_free);
  g_clear_pointer (&parts->sources, g_ptr_array_unref);
  g_clear_pointer (&parts->assertions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
load_parts (MarchCompiler *compiler,
            Parts         *parts,
            GError       **error)
{
  return (parts->dossier = load_part (compiler, "dossier.json", JSON_NODE_OBJECT, error)) != NULL
         && (parts->actors = load_part (compiler, "actors.json", JSON_NODE_ARRAY, error)) != NULL
         && (parts->places = load_part (compiler, "places.json", JSON_NODE_ARRAY, error)) != NULL
         && (parts->proposals = load_part (compiler, "proposals.json", JSON_NODE_ARRAY, error))
                != NULL
         && (parts->sources = load_folder (compiler, "sources", JSON_NODE_OBJECT, error)) != NULL
         && (parts->assertions = load_folder (compiler, "assertions", JSON_NODE_ARRAY, error))
                != NULL;
}

static JsonArray *
enter_part (MarchCompiler *compiler,
            Part          *part)
{
  compiler->file = part->path;
  g_clear_pointer (&compiler->object, g_free);
  return json_node_get_array (part->root);
}

static gboolean
declare_parts (MarchCompiler *compiler,
               Parts         *parts,
               GError       **error)
{
  if (!declare_all (compiler, "actor", enter_part (compiler, parts->actors), error)
      || !declare_all (compiler, "place", enter_part (compiler, parts->places), error)
      || !declare_all (compiler, "proposal", enter_part (compiler, parts->proposals), error))
    return FALSE;
  for (guint i = 0; i < parts->sources->len; i++)
    if (!declare_source (compiler, g_ptr_array_index (parts->sources, i), error))
      return FALSE;
  for (guint i = 0; i < parts->assertions->len; i++)
    if (!declare_all (compiler, "assertion",
                      enter_part (compiler, g_ptr_array_index (parts->assertions, i)), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_sources (MarchCompiler *compiler,
               GPtrArray     *sources,
               GError       **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      Part *part = g_ptr_array_index (sources, i);

      compiler->file = part->path;
      if (!march_compile_source (compiler, part->root, error))
        return FALSE;
    }
  for (guint i = 0; i < sources->len; i++)
    {
      Part *part = g_ptr_array_index (sources, i);

      compiler->file = part->path;
      if (!march_compile_source_links (compiler, part->root, error))
        return FALSE;
    }
  return TRUE;
}

/* Each kind of record after those that it refers to. */
static gboolean
write_parts (MarchCompiler *compiler,
             Parts         *parts,
             GError       **error)
{
  JsonObject *dossier = json_node_get_object (parts->dossier->root);

  compiler->file = parts->dossier->path;
  g_clear_pointer (&compiler->object, g_free);
  if (!march_compiler_check_array (compiler, dossier, "geography", TRUE, error)
      || !march_compiler_check_array (compiler, dossier, "background", TRUE, error)
      || !march_compile_features (compiler, dossier, error)
      || !write_dossier (compiler, parts->dossier->root, error)
      || !march_compile_actors (compiler, enter_part (compiler, parts->actors), error)
      || !march_compile_places (compiler, enter_part (compiler, parts->places), error)
      || !write_sources (compiler, parts->sources, error)
      || !march_compile_proposals (compiler, enter_part (compiler, parts->proposals), error))
    return FALSE;
  for (guint i = 0; i < parts->assertions->len; i++)
    if (!march_compile_assertions (compiler,
                                   enter_part (compiler, g_ptr_array_index (parts->assertions, i)),
                                   error))
      return FALSE;
  return march_compile_background (compiler, dossier, error);
}

static gboolean
read_uuid (MarchCompiler *compiler,
           Part          *dossier,
           GError       **error)
{
  const char *uuid = march_compiler_get_text (json_node_get_object (dossier->root), "uuid");

  compiler->file = dossier->path;
  g_clear_pointer (&compiler->object, g_free);
  if (uuid == NULL || !g_uuid_string_is_valid (uuid))
    return march_compiler_fail (compiler, error,
                                _("“uuid” has to be a UUID: every id follows from it"));
  compiler->uuid = g_strdup (uuid);
  return TRUE;
}

/* When the history says that the dossier was compiled: at SOURCE_DATE_EPOCH
 * (reproducible-builds.org), else on the day that the dossier says it was recorded, else now. */
static GDateTime *
read_moment (MarchCompiler *compiler,
             Part          *dossier,
             GError       **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  JsonObject *object = json_node_get_object (dossier->root);
  const char *recorded = march_compiler_get_text (object, "recorded");
  gint64      seconds = 0;
  MarchDay    day = 0;

  compiler->file = dossier->path;
  g_clear_pointer (&compiler->object, g_free);
  if (recorded != NULL
          ? !march_day_parse (recorded, &day, NULL) || day < march_day_from_ymd (1, 1, 1)
          : json_object_has_member (object, "recorded"))
    {
      march_compiler_fail (compiler, error, _("“recorded” has to be a day, YYYY-MM-DD"));
      return NULL;
    }
  if (epoch != NULL && !g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("SOURCE_DATE_EPOCH has to be a number of seconds since 1970, and is “%s”."),
                   epoch);
      return NULL;
    }
  if (epoch != NULL)
    return g_date_time_new_from_unix_utc (seconds);
  if (recorded != NULL)
    return g_date_time_new_from_unix_utc (day * SECONDS_PER_DAY);
  return g_date_time_new_now_utc ();
}

static gboolean
begin_edit (MarchCompiler *compiler,
            Part          *dossier,
            GError       **error)
{
  g_autoptr (GDateTime) moment = read_moment (compiler, dossier, error);
  g_autofree char      *at = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S.000Z")
                                            : NULL;
  g_autofree char      *uuid = NULL;
  gint64                id;

  if (at == NULL)
    return FALSE;
  compiler->edit = march_edit_begin (compiler->database, "Compile the dossier", "marchland-cli",
                                     error);
  if (compiler->edit == NULL)
    return FALSE;
  id = march_compiler_make_id (compiler, "history", "compile", &uuid);
  march_edit_fix (compiler->edit, at, id, uuid);
  return TRUE;
}

static gboolean
compile_to (MarchCompiler *compiler,
            const char    *path,
            GError       **error)
{
  g_auto (Parts) parts = { NULL };

  if (!load_parts (compiler, &parts, error)
      || !read_uuid (compiler, parts.dossier, error)
      || !declare_parts (compiler, &parts, error))
    return FALSE;
  compiler->database = march_database_create (path, error);
  if (compiler->database == NULL)
    return FALSE;
  return begin_edit (compiler, parts.dossier, error)
         && write_parts (compiler, &parts, error)
         && march_edit_commit (compiler->edit, error);
}

/* What is written meanwhile has a name that nobody asked for. */
static void
name_output (GError *error, const char *temporary, const char *output)
{
  g_autofree char *written = g_filename_display_basename (temporary);
  g_autofree char *asked = g_filename_display_basename (output);
  GString         *message = g_string_new (error->message);

  g_string_replace (message, written, asked, 0);
  g_free (error->message);
  error->message = g_string_free (message, FALSE);
}

/**
 * march_compile:
 * @folder: holds the text form, as docs/dossier-text.md says
 * @output: the file to write; one that is there is replaced, and only by a whole one
 * @files_read: (nullable) (element-type filename): gets the name of every file that was read
 *
 * All of it is one edit. The file is the same, byte for byte, for the same text and the same
 * moment: SOURCE_DATE_EPOCH, or the dossier's own "recorded".
 *
 * Returns: whether @output was written
 */
gboolean
march_compile (const char *folder,
               const char *output,
               GPtrArray  *files_read,
               GError    **error)
{
  g_autofree char       *temporary = g_strconcat (output, ".part", NULL);
  g_auto (MarchCompiler) compiler = { NULL };
  GError                *reason = NULL;
  gboolean               done;

  compiler.folder = g_strdup (folder);
  compiler.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  compiler.features = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) march_geometry_unref);
  compiler.files_read = files_read;
  g_unlink (temporary);
  done = compile_to (&compiler, temporary, &reason);
  if (!done)
    {
      name_output (reason, temporary, output);
      g_propagate_error (error, reason);
    }
  g_clear_pointer (&compiler.edit, march_edit_free);
  g_clear_pointer (&compiler.database, march_database_free);
  if (done && g_rename (temporary, output) != 0)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED, _("“%s” can’t be written: %s."), output,
                   g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    g_unlink (temporary);
  return done;
}
