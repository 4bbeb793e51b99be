/* march-reader-content.c — the text of a source with what is quoted of it, filled in by and by */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "base/march-newest.h"
#include "reader/march-reader-content.h"
#include "reader/march-reader-tags.h"
#include "reader/march-shown-text.h"

/* What a frame has time for: so many bytes of a long text, so many of its quotations. */
#define SLICE 24576
#define SLICE_OF_PASSAGES 100

struct _MarchReaderContent
{
  GObject parent_instance;

  GtkTextTagTable   *tags;
  GtkTextBuffer     *buffer;
  MarchCorpus       *corpus;   /* keeps the source; NULL while nothing is shown */
  const MarchSource *source;
  MarchShownText    *shown;    /* of its text; NULL while nothing is shown */
  MarchPassages     *passages; /* NULL until they are known */
  guint              n_tagged; /* of the passages, how many are marked in the buffer */
  GCancellable      *locating;
  guint              fill;     /* id of the idle source, 0 for none */
};

enum
{
  RENEWED,
  FORGOTTEN,
  PASSAGES,
  WHOLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchReaderContent, march_reader_content, G_TYPE_OBJECT)

static gboolean
has_rest (MarchReaderContent *self)
{
  return self->shown != NULL && march_shown_text_get_rest (self->shown) != NULL;
}

static gboolean
has_untagged (MarchReaderContent *self)
{
  return self->passages != NULL && self->n_tagged < self->passages->list->len;
}

/* What is broken for show only looks like the lines above and below it. */
static gsize
append_piece (MarchReaderContent *self)
{
  GtkTextIter end;
  gsize       length = 0;
  gboolean    broken = FALSE;
  const char *piece = march_shown_text_next (self->shown, &length, &broken);

  if (piece == NULL)
    return 0;
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (!broken)
    gtk_text_buffer_insert (self->buffer, &end, piece, length);
  else
    {
      gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, piece, length,
                                                MARCH_TAG_BROKEN, NULL);
      gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, "\n", 1, MARCH_TAG_BROKEN,
                                                NULL);
    }
  return length;
}

/* Empty lines above the first word would only push it down. */
static void
shrink_blanks (MarchReaderContent *self)
{
  GtkTextIter first, word;

  gtk_text_buffer_get_start_iter (self->buffer, &first);
  word = first;
  while (g_unichar_isspace (gtk_text_iter_get_char (&word)))
    gtk_text_iter_forward_char (&word);
  gtk_text_iter_set_line_offset (&word, 0);
  gtk_text_buffer_apply_tag_by_name (self->buffer, MARCH_TAG_BLANK, &first, &word);
}

static void
append_slice (MarchReaderContent *self)
{
  const gboolean first = gtk_text_buffer_get_char_count (self->buffer) == 0;

  for (gsize done = 0; done < SLICE && has_rest (self);)
    done += append_piece (self);
  if (first)
    shrink_blanks (self);
}

static void
tag_slice (MarchReaderContent *self)
{
  const guint end = MIN (self->n_tagged + SLICE_OF_PASSAGES, self->passages->list->len);

  for (; self->n_tagged < end; self->n_tagged++)
    {
      const MarchPassage *passage = self->passages->list->pdata[self->n_tagged];
      GtkTextIter         first, beyond;

      march_reader_content_get_iters (self, &(MarchStretch){ passage->first, passage->beyond },
                                      &first, &beyond);
      march_reader_tags_apply (self->buffer, passage, &first, &beyond);
    }
}

static gboolean
fill_cb (gpointer user_data)
{
  MarchReaderContent *self = user_data;

  if (has_rest (self))
    append_slice (self);
  else if (has_untagged (self))
    tag_slice (self);
  if (has_rest (self) || has_untagged (self))
    return G_SOURCE_CONTINUE;
  self->fill = 0;
  if (self->passages != NULL)
    g_signal_emit (self, signals[WHOLE], 0);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (MarchReaderContent *self)
{
  if (self->fill == 0)
    self->fill = g_idle_add (fill_cb, self);
}

typedef struct
{
  MarchCorpus       *corpus;
  const MarchSource *source;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  march_corpus_unref (job->corpus);
  g_free (job);
}

static void
locate_thread (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, march_passages_new (job->corpus, job->source),
                         (GDestroyNotify) march_passages_free);
}

static void
forget_passages (MarchReaderContent *self)
{
  g_autoptr (MarchPassages) passages = g_steal_pointer (&self->passages);

  self->n_tagged = 0;
  g_signal_emit (self, signals[FORGOTTEN], 0);
}

static void
located_cb (GObject *owner, GAsyncResult *result, gpointer user_data)
{
  MarchReaderContent       *self = MARCH_READER_CONTENT (owner);
  g_autoptr (MarchPassages) passages = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!march_newest_end (&self->locating, result) || passages == NULL)
    return;
  forget_passages (self);
  march_reader_tags_clear (self->buffer);
  self->passages = g_steal_pointer (&passages);
  g_signal_emit (self, signals[PASSAGES], 0);
  queue_fill (self);
}

static void
locate (MarchReaderContent *self)
{
  Job *job = g_new0 (Job, 1);

  job->corpus = march_corpus_ref (self->corpus);
  job->source = self->source;
  march_newest_run (&self->locating, self, locate_thread, job, free_job, located_cb);
}

/* A buffer of its own for each text: emptying a long one takes as long as filling it. */
static void
renew_buffer (MarchReaderContent *self)
{
  g_clear_object (&self->buffer);
  self->buffer = gtk_text_buffer_new (self->tags);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
}

static void
style_cb (MarchReaderContent *self)
{
  march_reader_tags_colour (self->tags);
}

static void
march_reader_content_dispose (GObject *object)
{
  MarchReaderContent *self = MARCH_READER_CONTENT (object);

  march_newest_stop (&self->locating);
  g_clear_handle_id (&self->fill, g_source_remove);
  if (self->passages != NULL)
    forget_passages (self);
  g_clear_pointer (&self->shown, march_shown_text_free);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  g_clear_object (&self->buffer);
  g_clear_object (&self->tags);
  G_OBJECT_CLASS (march_reader_content_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, MARCH_TYPE_READER_CONTENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
march_reader_content_class_init (MarchReaderContentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_reader_content_dispose;
  signals[RENEWED] = new_signal ("renewed");
  signals[FORGOTTEN] = new_signal ("forgotten");
  signals[PASSAGES] = new_signal ("passages");
  signals[WHOLE] = new_signal ("whole");
}

static void
march_reader_content_init (MarchReaderContent *self)
{
  self->tags = march_reader_tags_new ();
  renew_buffer (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
}

/** march_reader_content_new: Returns: (transfer full): it, of nothing */
MarchReaderContent *
march_reader_content_new (void)
{
  return g_object_new (MARCH_TYPE_READER_CONTENT, NULL);
}

static gboolean
is_same_text (MarchReaderContent *self, const MarchSource *source)
{
  return self->source != NULL && source != NULL && self->source->id == source->id
         && strcmp (self->source->text, source->text) == 0;
}

static void
begin_text (MarchReaderContent *self, const MarchSource *source)
{
  forget_passages (self);
  g_clear_handle_id (&self->fill, g_source_remove);
  march_newest_stop (&self->locating);
  g_clear_pointer (&self->shown, march_shown_text_free);
  if (source != NULL)
    self->shown = march_shown_text_new (source->text);
  renew_buffer (self);
  g_signal_emit (self, signals[RENEWED], 0);
}

/**
 * march_reader_content_show:
 * @corpus: (nullable): keeps @source
 * @source: (nullable): with its text; NULL shows nothing
 *
 * A long text comes in slices. If it is the one that is shown already, only what is quoted of it is
 * looked up anew.
 *
 * Returns: whether it is that one
 */
gboolean
march_reader_content_show (MarchReaderContent *self, MarchCorpus *corpus, const MarchSource *source)
{
  g_autoptr (MarchCorpus) old = g_steal_pointer (&self->corpus);
  const gboolean          same = is_same_text (self, source);

  if (same)
    march_shown_text_move (self->shown, source->text);
  else
    begin_text (self, source);
  self->source = source;
  if (source == NULL)
    return FALSE;
  self->corpus = march_corpus_ref (corpus);
  queue_fill (self);
  locate (self);
  return same;
}

/** march_reader_content_get_source: Returns: (nullable): what is shown */
const MarchSource *
march_reader_content_get_source (MarchReaderContent *self)
{
  return self->source;
}

/** march_reader_content_get_corpus: Returns: (nullable): whose record the source is */
MarchCorpus *
march_reader_content_get_corpus (MarchReaderContent *self)
{
  return self->corpus;
}

/** march_reader_content_get_passages: Returns: (nullable): what is quoted, once it is known */
MarchPassages *
march_reader_content_get_passages (MarchReaderContent *self)
{
  return self->passages;
}

/** march_reader_content_is_whole: Returns: whether all of the text and its quotations are there */
gboolean
march_reader_content_is_whole (MarchReaderContent *self)
{
  return self->source != NULL && !has_rest (self) && self->passages != NULL && self->fill == 0;
}

/** march_reader_content_is_locating: Returns: whether its quotations are being looked up anew */
gboolean
march_reader_content_is_locating (MarchReaderContent *self)
{
  return self->locating != NULL;
}

/** march_reader_content_get_buffer: Returns: (transfer none): what holds the text, until "renewed"
 */
GtkTextBuffer *
march_reader_content_get_buffer (MarchReaderContent *self)
{
  return self->buffer;
}

/** march_reader_content_get_iters: @first: (out): before the first code point of @stretch; @beyond:
 * (out) (optional): after the last */
void
march_reader_content_get_iters (MarchReaderContent *self,
                                const MarchStretch *stretch,
                                GtkTextIter        *first,
                                GtkTextIter        *beyond)
{
  guint from = stretch->first, until = stretch->beyond;

  if (self->shown != NULL)
    {
      from = march_shown_text_to_shown (self->shown, stretch->first);
      until = MAX (from, march_shown_text_to_end (self->shown, stretch->beyond));
    }
  gtk_text_buffer_get_iter_at_offset (self->buffer, first, from);
  if (beyond != NULL)
    gtk_text_buffer_get_iter_at_offset (self->buffer, beyond, until);
}

/** march_reader_content_get_point: Returns: the code point at @iter */
guint
march_reader_content_get_point (MarchReaderContent *self, const GtkTextIter *iter)
{
  const guint offset = gtk_text_iter_get_offset (iter);

  return self->shown != NULL ? march_shown_text_to_text (self->shown, offset) : offset;
}

/** march_reader_content_dup_words: Returns: (transfer full): these words as the text has them */
char *
march_reader_content_dup_words (MarchReaderContent *self, const MarchStretch *stretch)
{
  return self->source != NULL
             ? g_utf8_substring (self->source->text, stretch->first, stretch->beyond)
             : g_strdup ("");
}
