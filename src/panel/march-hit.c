/* march-hit.c — something that a search finds or that is browsed: a place, an actor, a quotation …
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "panel/march-hit.h"
#include "panel/march-note.h"
#include "panel/march-panel-text.h"
#include "widgets/march-bearing.h"

struct _MarchHit
{
  GObject parent_instance;

  MarchSearchKind kind;
  MarchRecordKind record_kind;
  gint64          id;
  MarchCorpus    *corpus;
  gconstpointer   record;  /* of the corpus */
  const char     *note;    /* what a note tells of the record; NULL: the record itself was found */
  char           *title;   /* NULL before it is described */
  char           *detail;
  char           *snippet; /* NULL for what is browsed */
  GArray         *marks;   /* of MarchSearchMark in it */
};

G_DEFINE_FINAL_TYPE (MarchHit, march_hit, G_TYPE_OBJECT)

static void
march_hit_finalize (GObject *object)
{
  MarchHit *self = MARCH_HIT (object);

  g_clear_pointer (&self->corpus, march_corpus_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->snippet);
  G_OBJECT_CLASS (march_hit_parent_class)->finalize (object);
}

static void
march_hit_class_init (MarchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_hit_finalize;
}

static void
march_hit_init (MarchHit *self)
{
}

static char *
join_other_names (GPtrArray *names, const char *shown)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const MarchName *name = names->pdata[i];

      if (!g_str_equal (name->text, shown))
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", name->text);
    }
  return g_string_free (line, FALSE);
}

static void
describe_place (MarchHit *hit, const MarchPlace *place)
{
  hit->title = g_strdup (march_place_get_name (place, march_text_get_language ()));
  hit->detail = join_other_names (place->names, hit->title);
}

static void
describe_actor (MarchHit *hit, const MarchActor *actor)
{
  const MarchOffice *office = march_actor_get_office (actor, NULL);
  const char        *kind = march_vocabulary_get_words (MARCH_VOCABULARY_ACTOR_KIND, actor->kind);

  hit->title = g_strdup (march_actor_get_name (actor, march_text_get_language ()));
  hit->detail = g_strdup (office == NULL || *office->title == '\0' ? kind : office->title);
}

static void
describe_source (MarchHit *hit, const MarchSource *source)
{
  hit->title = g_strdup (source->title);
  hit->detail = march_text_describe_source (source);
}

static void
describe_assertion (MarchHit *hit, const MarchAssertion *assertion)
{
  hit->title = march_bearing_describe_assertion (assertion);
  hit->detail = march_text_describe_date (assertion->valid);
}

static void
describe_proposal (MarchHit *hit, const MarchProposal *proposal)
{
  hit->title = g_strdup (proposal->title);
  hit->detail
      = g_strdup (march_vocabulary_get_words (MARCH_VOCABULARY_PROPOSAL_STATUS, proposal->status));
}

/* Only a speaker's own words stand in quotation marks. */
static char *
quote (const MarchQuotation *quotation, const char *words)
{
  return quotation->exact == NULL || quotation->voice == MARCH_VOICE_REPORT
             ? g_strdup (words)
             : g_strdup_printf (_("“%s”"), words);
}

static void
describe_quotation (MarchHit *hit, const MarchQuotation *quotation)
{
  g_autofree char *speaker = march_text_credit (quotation);

  hit->title = quote (quotation, quotation->exact == NULL
                                     ? _("Passage not stored; attach the text to read it.")
                                     : quotation->exact);
  hit->detail = g_strdup_printf ("%s · %s", speaker, quotation->source->title);
}

static void
describe_record (MarchHit *hit)
{
  switch (hit->record_kind)
    {
    case MARCH_RECORD_PLACE:
      describe_place (hit, hit->record);
      break;
    case MARCH_RECORD_ACTOR:
      describe_actor (hit, hit->record);
      break;
    case MARCH_RECORD_SOURCE:
      describe_source (hit, hit->record);
      break;
    case MARCH_RECORD_PROPOSAL:
      describe_proposal (hit, hit->record);
      break;
    case MARCH_RECORD_QUOTATION:
      describe_quotation (hit, hit->record);
      break;
    case MARCH_RECORD_ASSERTION:
    default:
      describe_assertion (hit, hit->record);
      break;
    }
}

/* What is not shown needs no words. A note's are its own, and its detail says of what it is. */
static void
describe (MarchHit *hit)
{
  if (hit->title != NULL)
    return;
  describe_record (hit);
  if (hit->note != NULL)
    {
      g_free (hit->detail);
      hit->detail = g_strdup_printf ("%s · %s", hit->note, hit->title);
      g_free (hit->title);
      hit->title = g_strdup (hit->snippet);
    }
}

static gint64
get_id (MarchRecordKind kind, gconstpointer record)
{
  switch (kind)
    {
    case MARCH_RECORD_PLACE:
      return ((const MarchPlace *) record)->id;
    case MARCH_RECORD_ACTOR:
      return ((const MarchActor *) record)->id;
    case MARCH_RECORD_SOURCE:
      return ((const MarchSource *) record)->id;
    case MARCH_RECORD_PROPOSAL:
      return ((const MarchProposal *) record)->id;
    case MARCH_RECORD_QUOTATION:
      return ((const MarchQuotation *) record)->id;
    case MARCH_RECORD_ASSERTION:
    default:
      return ((const MarchAssertion *) record)->id;
    }
}

/* In the order of MarchSearchKind, but for notes. */
static const MarchRecordKind records[] = {
  MARCH_RECORD_PLACE,     MARCH_RECORD_ACTOR,    MARCH_RECORD_SOURCE,    MARCH_RECORD_ASSERTION,
  MARCH_RECORD_ASSERTION, MARCH_RECORD_PROPOSAL, MARCH_RECORD_ASSERTION, MARCH_RECORD_QUOTATION,
};

G_STATIC_ASSERT (G_N_ELEMENTS (records) == MARCH_SEARCH_NOTE);

static MarchHit *
new_hit (MarchCorpus    *corpus,
         MarchSearchKind kind,
         MarchRecordKind record_kind,
         gconstpointer   record)
{
  MarchHit *hit = g_object_new (MARCH_TYPE_HIT, NULL);

  hit->corpus = march_corpus_ref (corpus);
  hit->kind = kind;
  hit->record_kind = record_kind;
  hit->id = get_id (record_kind, record);
  hit->record = record;
  return hit;
}

/** march_hit_new: @kind: of @record, which is no note; @record: of @corpus. Returns: (transfer
 * full): what is browsed */
MarchHit *
march_hit_new (MarchCorpus *corpus, MarchSearchKind kind, gconstpointer record)
{
  return new_hit (corpus, kind, records[kind], record);
}

/**
 * march_hit_new_found:
 * @found: what a search of the dossier found, and how
 *
 * Returns: (transfer full) (nullable): the same, which tells where the words that were searched for
 * stand; %NULL if @corpus doesn't have it
 */
MarchHit *
march_hit_new_found (MarchCorpus *corpus, const MarchSearchHit *found)
{
  MarchNoteKind   note = { NULL, MARCH_RECORD_PLACE };
  const gboolean  is_note = found->kind == MARCH_SEARCH_NOTE;
  MarchRecordKind kind = MARCH_RECORD_PLACE;
  gconstpointer   record = NULL;
  MarchHit       *self = NULL;

  if (is_note && !march_note_find_kind (found->field, &note))
    return NULL;
  kind = is_note ? note.record : records[found->kind];
  record = march_note_find_record (corpus, kind, found->id);
  if (record == NULL)
    return NULL;
  self = new_hit (corpus, found->kind, kind, record);
  self->note = note.words;
  self->snippet = g_strdup (found->snippet);
  self->marks = g_array_ref (found->marks);
  return self;
}

static void
append_escaped (GString *markup, const char *text, guint first, guint beyond)
{
  g_autofree char *piece = g_utf8_substring (text, first, beyond);
  g_autofree char *escaped = g_markup_escape_text (piece, -1);

  g_string_append (markup, escaped);
}

/* The characters of the snippet from @first to before @beyond, what was searched for in bold. */
static char *
mark (MarchHit *hit, guint first, guint beyond, gboolean *marked)
{
  GString *markup = g_string_new (NULL);
  guint    at = first;

  for (guint i = 0; i < hit->marks->len; i++)
    {
      const MarchSearchMark *word = &g_array_index (hit->marks, MarchSearchMark, i);
      const guint            from = MAX (word->first, at), to = MIN (word->beyond, beyond);

      if (from >= to)
        continue;
      append_escaped (markup, hit->snippet, at, from);
      g_string_append (markup, "<b>");
      append_escaped (markup, hit->snippet, from, to);
      g_string_append (markup, "</b>");
      at = to;
      *marked = TRUE;
    }
  append_escaped (markup, hit->snippet, at, beyond);
  return g_string_free (markup, FALSE);
}

/* Goes through the lines that a snippet joins. @title: the one that is what the hit is called, NULL
 * for none; @rest: the others; *marked: whether something in them is in bold */
static void
take_apart (MarchHit *hit, char **title, GString *rest, gboolean *marked)
{
  static const char between[] = " · ";

  for (const char *line = hit->snippet; line != NULL;)
    {
      const char      *end = strstr (line, between);
      const gsize      length = end != NULL ? (gsize) (end - line) : strlen (line);
      const glong      first = g_utf8_pointer_to_offset (hit->snippet, line);
      const glong      n = g_utf8_strlen (line, (gssize) length);
      const gboolean   is_title = *title == NULL && strlen (hit->title) == length
                                && strncmp (line, hit->title, length) == 0;
      gboolean         own = FALSE;
      g_autofree char *markup
          = mark (hit, (guint) first, (guint) (first + n), is_title ? &own : marked);

      if (is_title)
        *title = g_steal_pointer (&markup);
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? between : "", markup);
      line = end != NULL ? end + strlen (between) : NULL;
    }
}

static void
describe_found (MarchHit *hit, char **title, char **detail)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  gboolean marked = FALSE;

  take_apart (hit, title, rest, &marked);
  if (*title == NULL)
    *title = g_markup_escape_text (hit->title, -1);
  *detail = marked || (hit->kind == MARCH_SEARCH_PLACE && rest->len > 0)
                ? g_strdup (rest->str)
                : g_markup_escape_text (hit->detail, -1);
}

static void
describe_found_quotation (MarchHit *hit, char **title, char **detail)
{
  const MarchQuotation *quotation = hit->record;
  gboolean              marked = FALSE;

  *detail = g_markup_escape_text (hit->detail, -1);
  if (quotation->exact == NULL)
    *title = g_markup_escape_text (hit->title, -1);
  else
    {
      const glong      length = g_utf8_strlen (hit->snippet, -1);
      g_autofree char *words = mark (hit, 0, (guint) length, &marked);

      *title = quote (quotation, words);
    }
}

static void
describe_found_note (MarchHit *hit, char **title, char **detail)
{
  gboolean marked = FALSE;

  *title = mark (hit, 0, (guint) g_utf8_strlen (hit->snippet, -1), &marked);
  *detail = g_markup_escape_text (hit->detail, -1);
}

/**
 * march_hit_describe:
 * @title: (out) (transfer full): what it is called, as Pango markup
 * @detail: (out) (transfer full): a further line, "" for none
 *
 * What was searched for is in bold; where it is in none of what is shown else, the name or the line
 * in which it was found is the detail.
 */
void
march_hit_describe (MarchHit *hit, char **title, char **detail)
{
  *title = *detail = NULL;
  describe (hit);
  if (hit->snippet == NULL)
    {
      *title = g_markup_escape_text (hit->title, -1);
      *detail = g_markup_escape_text (hit->detail, -1);
    }
  else if (hit->note != NULL)
    describe_found_note (hit, title, detail);
  else if (hit->kind == MARCH_SEARCH_QUOTATION)
    describe_found_quotation (hit, title, detail);
  else
    describe_found (hit, title, detail);
}

/** march_hit_is_quoted: Returns: whether its title is the words of a source */
gboolean
march_hit_is_quoted (MarchHit *hit)
{
  return hit->kind == MARCH_SEARCH_QUOTATION
         && ((const MarchQuotation *) hit->record)->exact != NULL;
}

/** march_hit_get_kind: Returns: what it is */
MarchSearchKind
march_hit_get_kind (MarchHit *hit)
{
  return hit->kind;
}

/** march_hit_get_record: Returns: what the panel has to be turned to */
MarchRecordKind
march_hit_get_record (MarchHit *hit)
{
  return hit->record_kind;
}

/** march_hit_get_id: Returns: the id of its record */
gint64
march_hit_get_id (MarchHit *hit)
{
  return hit->id;
}

/** march_hit_get_title: Returns: (transfer none): what it is called */
const char *
march_hit_get_title (MarchHit *hit)
{
  describe (hit);
  return hit->title;
}

/** march_hit_get_detail: Returns: (transfer none): a further line, "" for none */
const char *
march_hit_get_detail (MarchHit *hit)
{
  describe (hit);
  return hit->detail;
}

/** march_hit_kind_get_title: Returns: the heading over hits of that kind */
const char *
march_hit_kind_get_title (MarchSearchKind kind)
{
  static const char *const titles[]
      = { N_("Places"), N_("Actors"),    N_("Sources"), N_("Events"),
          N_("Theses"), N_("Proposals"), N_("Figures"), N_("Quotations"),
          N_("Notes") };

  return _(titles[kind]);
}

/** march_hit_kind_get_word: Returns: the word for one of them */
const char *
march_hit_kind_get_word (MarchSearchKind kind)
{
  static const char *const words[]
      = { N_("place"),  N_("actor"),    N_("source"), N_("event"),
          N_("thesis"), N_("proposal"), N_("figure"), N_("quotation"),
          N_("note") };

  return _(words[kind]);
}
