/* march-compile-reader.c — reads objects of the text form into rows, strictly */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-edtf.h"
#include "base/march-error.h"
#include "base/march-json.h"

/**
 * march_compiler_fail:
 *
 * Sets an error that begins with the file and the object being read.
 *
 * Returns: FALSE
 */
gboolean
march_compiler_fail (MarchCompiler *compiler,
                     GError       **error,
                     const char    *format,
                     ...)
{
  va_list          arguments;
  g_autofree char *what = NULL;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (compiler->object != NULL)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, "%s: %s: %s", compiler->file,
                 compiler->object, what);
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, "%s: %s", compiler->file, what);
  return FALSE;
}

/**
 * march_compiler_read_file:
 * @path: relative to the folder
 *
 * Reads a file and makes it the one that messages name; @path has to live as long.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
char *
march_compiler_read_file (MarchCompiler *compiler, const char *path, gsize *length, GError **error)
{
  g_autofree char   *full = g_build_filename (compiler->folder, path, NULL);
  g_autoptr (GError) inner = NULL;
  char              *text = NULL;

  compiler->file = path;
  g_clear_pointer (&compiler->object, g_free);
  if (compiler->files_read != NULL)
    g_ptr_array_add (compiler->files_read, g_strdup (full));
  if (!g_file_get_contents (full, &text, length, &inner))
    march_compiler_fail (compiler, error, _("can’t be read: %s"), inner->message);
  return text;
}

/**
 * march_compiler_load:
 * @path: of a JSON file, relative to the folder
 * @type: what its root has to be
 *
 * As march_compiler_read_file().
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *
march_compiler_load (MarchCompiler *compiler,
                     const char    *path,
                     JsonNodeType   type,
                     GError       **error)
{
  gsize                length;
  g_autofree char     *text = march_compiler_read_file (compiler, path, &length, error);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError)   inner = NULL;

  if (text == NULL)
    return NULL;
  root = march_json_parse (text, length, MARCH_JSON_UNIQUE, &inner);
  if (root == NULL)
    {
      march_compiler_fail (compiler, error, _("can’t be read: %s"), inner->message);
      return NULL;
    }
  if (json_node_get_node_type (root) != type)
    {
      march_compiler_fail (compiler, error,
                           type == JSON_NODE_ARRAY ? _("an array of objects is expected")
                                                   : _("an object is expected"));
      return NULL;
    }
  return g_steal_pointer (&root);
}

/**
 * march_compiler_enter:
 * @node: an object that has a "key"
 *
 * Makes @node the object that messages name.
 */
gboolean
march_compiler_enter (MarchCompiler *compiler,
                      const char    *table,
                      JsonNode      *node,
                      GError       **error)
{
  const char *key;

  g_clear_pointer (&compiler->object, g_free);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return march_compiler_fail (compiler, error, _("each entry has to be an object"));
  key = march_compiler_get_text (json_node_get_object (node), "key");
  if (key == NULL || *key == '\0')
    return march_compiler_fail (compiler, error, _("an object has no “key”"));
  compiler->object = g_strdup_printf ("%s “%s”", table, key);
  return TRUE;
}

/**
 * march_compiler_get_text:
 *
 * Returns: (nullable) (transfer none): the member's text; NULL if there is none or it is no text
 */
const char *
march_compiler_get_text (JsonObject *object,
                         const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * march_compiler_get_array:
 *
 * Returns: (nullable) (transfer none): the member's array; NULL if there is none
 */
JsonArray *
march_compiler_get_array (JsonObject *object,
                          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/**
 * march_compiler_check_array:
 * @member: one that may be left out
 * @of_texts: whether the array has to hold texts alone
 *
 * Returns: FALSE if the member is there and is no such array
 */
gboolean
march_compiler_check_array (MarchCompiler *compiler,
                            JsonObject    *object,
                            const char    *member,
                            gboolean       of_texts,
                            GError       **error)
{
  JsonNode  *node = json_object_get_member (object, member);
  JsonArray *array = march_compiler_get_array (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (array == NULL)
    return march_compiler_fail (compiler, error, _("“%s” has to be an array"), member);
  for (guint i = 0; of_texts && i < json_array_get_length (array); i++)
    if (!is_text (json_array_get_element (array, i)))
      return march_compiler_fail (compiler, error, _("“%s” has to be an array of texts"), member);
  return TRUE;
}

static char *
join_lines (JsonNode *node)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  JsonArray            *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *line = json_array_get_element (array, i);

      if (!is_text (line))
        return NULL;
      g_ptr_array_add (lines, (char *) json_node_get_string (line));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static gboolean
fill_text (MarchCompiler     *compiler,
           const MarchMember *member,
           const char        *text,
           MarchRow          *row,
           GError           **error)
{
  g_autoptr (MarchEdtf) edtf = NULL;
  g_autoptr (GError)    inner = NULL;
  guint                 value;
  gint64                id;

  switch ((guint) member->kind)
    {
    case MARCH_MEMBER_WORD:
      if (!march_vocabulary_find (member->vocabulary, text, &value))
        return march_compiler_fail (compiler, error, _("“%s” can’t be “%s”"), member->member,
                                    text);
      break;
    case MARCH_MEMBER_DATE:
      edtf = *text != '\0' ? march_edtf_new (text, &inner) : NULL;
      if (inner != NULL)
        return march_compiler_fail (compiler, error, "“%s”: %s", member->member, inner->message);
      break;
    case MARCH_MEMBER_REFERENCE:
      if (!march_compiler_find (compiler, member->refers_to, text, &id, error))
        return FALSE;
      march_row_set_id (row, member->column, id);
      return TRUE;
    case MARCH_MEMBER_CAPITAL:
      if (!g_str_equal (text, "state") && !g_str_equal (text, "unit"))
        return march_compiler_fail (compiler, error, _("“%s” can’t be “%s”"), member->member,
                                    text);
      march_row_set_integer (row, member->column, g_str_equal (text, "state") ? 1 : 2);
      return TRUE;
    default:
      break;
    }
  march_row_set_text (row, member->column, text);
  return TRUE;
}

static gboolean
fill_value (MarchCompiler     *compiler,
            const MarchMember *member,
            JsonNode          *node,
            MarchRow          *row,
            GError           **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_STRING && member->kind != MARCH_MEMBER_INTEGER
      && member->kind != MARCH_MEMBER_REAL && member->kind != MARCH_MEMBER_BOOLEAN)
    return fill_text (compiler, member, json_node_get_string (node), row, error);
  if (type == G_TYPE_INT64 && member->kind == MARCH_MEMBER_INTEGER)
    march_row_set_integer (row, member->column, json_node_get_int (node));
  else if ((type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) && member->kind == MARCH_MEMBER_REAL)
    march_row_set_real (row, member->column, json_node_get_double (node));
  else if (type == G_TYPE_BOOLEAN && member->kind == MARCH_MEMBER_BOOLEAN)
    march_row_set_integer (row, member->column, json_node_get_boolean (node));
  else
    return march_compiler_fail (compiler, error, _("“%s” has a value of the wrong type"),
                                member->member);
  return TRUE;
}

static gboolean
fill_member (MarchCompiler     *compiler,
             const MarchMember *member,
             JsonNode          *node,
             MarchRow          *row,
             GError           **error)
{
  g_autofree char *text = NULL;

  switch ((guint) member->kind)
    {
    case MARCH_MEMBER_KEY:
    case MARCH_MEMBER_CHILDREN:
      return TRUE;
    case MARCH_MEMBER_FEATURE:
      return is_text (node)
             || march_compiler_fail (compiler, error, _("“%s” has a value of the wrong type"),
                                     member->member);
    case MARCH_MEMBER_OBJECT:
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return march_compiler_fail (compiler, error, _("“%s” has to be an object"),
                                    member->member);
      text = march_json_write (node);
      break;
    case MARCH_MEMBER_LINES:
      text = join_lines (node);
      if (text == NULL)
        return march_compiler_fail (compiler, error, _("“%s” has to be an array of texts"),
                                    member->member);
      break;
    default:
      return fill_value (compiler, member, node, row, error);
    }
  march_row_set_text (row, member->column, text);
  return TRUE;
}

static const MarchMember *
find_member (const MarchRecordForm *form,
             const char       *name)
{
  for (const MarchMember *member = form->members; member->member != NULL; member++)
    if (g_str_equal (member->member, name))
      return member;
  return NULL;
}

/**
 * march_compiler_fill:
 * @node: an object of the text form
 * @row: gets a column for each member
 *
 * A member that the form does not know is an error, so that no slip of the pen goes unread; a
 * member that is null counts as left out.
 */
gboolean
march_compiler_fill (MarchCompiler         *compiler,
                     const MarchRecordForm *form,
                     JsonNode              *node,
                     MarchRow              *row,
                     GError               **error)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return march_compiler_fail (compiler, error, _("each entry has to be an object"));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      const MarchMember *member = find_member (form, name);

      if (member == NULL)
        return march_compiler_fail (compiler, error, _("there is no member “%s” in a %s"), name,
                                    form->table);
      if (!JSON_NODE_HOLDS_NULL (value) && !fill_member (compiler, member, value, row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_compiler_fill_row:
 *
 * Returns: (transfer full) (nullable): a row of its own, as march_compiler_fill() fills it
 */
MarchRow *
march_compiler_fill_row (MarchCompiler         *compiler,
                         const MarchRecordForm *form,
                         JsonObject            *object,
                         GError               **error)
{
  g_autoptr (MarchRow) row = march_row_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return march_compiler_fill (compiler, form, node, row, error) ? g_steal_pointer (&row) : NULL;
}

/**
 * march_compiler_for_each:
 *
 * Writes one object after another; each becomes the one that messages name.
 */
gboolean
march_compiler_for_each (MarchCompiler *compiler,
                         const char    *table,
                         JsonArray     *array,
                         MarchWriteFunc write,
                         GError       **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      JsonObject *object;

      if (!march_compiler_enter (compiler, table, node, error))
        return FALSE;
      object = json_node_get_object (node);
      if (!write (compiler, object, march_compiler_get_text (object, "key"), error))
        return FALSE;
    }
  return TRUE;
}
