/* march-dossier.c — the document: its properties, its working copy and its edits */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-dossier.h"
#include "dossier/march-dossier-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-corpus-load.h"
#include "dossier/march-database-private.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_FILE,
  PROP_CORPUS,
  PROP_BUSY,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_TYPE (MarchDossier, march_dossier, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
march_dossier_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  MarchDossier *self = MARCH_DOSSIER (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, march_dossier_get_title (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, march_dossier_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo.undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->undo.redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo.undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->undo.redo_label);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_CORPUS:
      g_value_set_pointer (value, self->corpus);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
march_dossier_finalize (GObject *object)
{
  MarchDossier *self = MARCH_DOSSIER (object);

  march_dossier_close (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  g_clear_pointer (&self->search_file, march_search_file_unref);
  march_undo_state_clear (&self->undo);
  g_free (self->who);
  G_OBJECT_CLASS (march_dossier_parent_class)->finalize (object);
}

static void
march_dossier_class_init (MarchDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = march_dossier_get_property;
  object_class->finalize = march_dossier_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_CORPUS] = g_param_spec_pointer ("corpus", NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_dossier_init (MarchDossier *self)
{
  self->search_file = march_search_file_new ();
  march_dossier_set_who (self, "");
}

/**
 * march_dossier_dup_corpus:
 *
 * Returns: (transfer full): all records as they are now; a later edit makes a new corpus and leaves
 * this one as it is
 */
MarchCorpus *
march_dossier_dup_corpus (MarchDossier *self)
{
  return march_corpus_ref (self->corpus);
}

/**
 * march_dossier_get_file:
 *
 * Returns: (transfer none): what was opened, or saved last
 */
GFile *
march_dossier_get_file (MarchDossier *self)
{
  return self->file;
}

const char *
march_dossier_get_title (MarchDossier *self)
{
  return march_corpus_get_facts (self->corpus)->title;
}

/**
 * march_dossier_get_modified:
 *
 * Returns: whether there is something to save
 */
gboolean
march_dossier_get_modified (MarchDossier *self)
{
  return self->copy != NULL && self->undo.position != self->undo.saved;
}

/**
 * march_dossier_get_warnings:
 *
 * Returns: (transfer none) (element-type utf8): sentences on what was found odd in the file when it
 * was opened
 */
GPtrArray *
march_dossier_get_warnings (MarchDossier *self)
{
  return self->warnings;
}

/**
 * march_dossier_get_reading_path:
 * @access: (out): how to open it
 *
 * For further connections that only read, such as a #MarchSearch: what they read changes with the
 * first edit, a save under another name and a revert, so that they are to be made anew after
 * "changed" and when "file" is notified.
 *
 * Returns: (transfer none) (nullable): the path of the working copy, if there is one, or of the
 * file as it was opened; %NULL if closed
 */
const char *
march_dossier_get_reading_path (MarchDossier *self, MarchAccess *access)
{
  if (self->copy != NULL)
    {
      *access = MARCH_ACCESS_READ;
      return march_database_get_path (self->copy->database);
    }
  if (self->original == NULL)
    return NULL;
  *access = march_original_get_access (self->original);
  return march_original_get_path (self->original);
}

/* The file as it was read or saved last; FALSE if it is closed. */
static gboolean
get_known (MarchDossier *self, const char **path, MarchIdentity *identity)
{
  if (self->copy != NULL)
    {
      *path = self->copy->origin.path;
      *identity = self->copy->origin.identity;
    }
  else if (self->original != NULL)
    {
      *path = self->original->path;
      *identity = self->original->identity;
    }
  return self->copy != NULL || self->original != NULL;
}

/**
 * march_dossier_is_outdated:
 *
 * Returns: whether another program has changed the file, or has taken it away, since it was read or
 *   saved
 */
gboolean
march_dossier_is_outdated (MarchDossier *self)
{
  const char   *path;
  MarchIdentity known, now;

  return get_known (self, &path, &known)
         && !(march_file_identify (path, &now, NULL) && march_identity_equal (&now, &known));
}

/**
 * march_dossier_is_rewritten:
 *
 * Returns: whether the file is there and another program has written to it since it was read or
 *   saved. One on a medium that was taken out and put in again is the same still
 */
gboolean
march_dossier_is_rewritten (MarchDossier *self)
{
  const char   *path;
  MarchIdentity known, now;

  return get_known (self, &path, &known) && march_file_identify (path, &now, NULL)
         && (now.size != known.size || now.changed_ns != known.changed_ns);
}

/** march_dossier_get_account_name: Returns: (transfer none): whom the desktop's account is of */
const char *
march_dossier_get_account_name (void)
{
  const char *name = g_get_real_name ();

  return g_str_equal (name, "Unknown") || *name == '\0' ? g_get_user_name () : name;
}

/**
 * march_dossier_set_who:
 * @who: whom the history names for edits from now on; "", as at first: the name of the account
 */
void
march_dossier_set_who (MarchDossier *self, const char *who)
{
  g_free (self->who);
  self->who = g_strdup (*who == '\0' ? march_dossier_get_account_name () : who);
}

/**
 * march_dossier_check_idle:
 *
 * Returns: %FALSE with %MARCH_ERROR_BUSY while another thread has the working copy
 */
gboolean
march_dossier_check_idle (MarchDossier *self, GError **error)
{
  if (!self->busy)
    return TRUE;
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BUSY,
                       _ ("The dossier is being saved or copied. Try again in a moment."));
  return FALSE;
}

void
march_dossier_set_busy (MarchDossier *self, gboolean busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * march_dossier_set_file:
 *
 * Notes that the dossier is now the file at @path.
 */
void
march_dossier_set_file (MarchDossier *self, const char *path)
{
  g_clear_object (&self->file);
  self->file = g_file_new_for_path (path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/**
 * march_dossier_take_copy:
 * @copy: (transfer full): opened
 */
void
march_dossier_take_copy (MarchDossier *self, MarchWorkingCopy *copy)
{
  g_assert (self->copy == NULL && copy->database != NULL);
  self->copy = copy;
}

/**
 * march_dossier_take_corpus:
 * @corpus: (transfer full)
 *
 * Puts new records in the place of those before and tells everybody.
 */
void
march_dossier_take_corpus (MarchDossier *self, MarchCorpus *corpus)
{
  march_corpus_adopt_measures (corpus, self->corpus);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  self->corpus = corpus;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CORPUS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * march_dossier_read_undo:
 *
 * Reads from the log what can be undone now.
 */
gboolean
march_dossier_read_undo (MarchDossier *self, GError **error)
{
  MarchUndoState state = { 0 };

  if (!march_working_copy_read_state (self->copy, &state, error))
    return FALSE;
  march_undo_state_clear (&self->undo);
  self->undo = state;
  march_dossier_notify_undo (self);
  return TRUE;
}

void
march_dossier_notify_undo (MarchDossier *self)
{
  for (guint i = PROP_MODIFIED; i <= PROP_REDO_LABEL; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
