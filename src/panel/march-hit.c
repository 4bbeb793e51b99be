/* march-hit.c — something that a search finds or that is browsed: a place, an actor, a quotation …
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "panel/march-hit.h"
#include "panel/march-panel-text.h"
#include "widgets/march-bearing.h"

struct _MarchHit
{
  GObject parent_instance;

  MarchSearchKind kind;
  gint64          id;
  MarchCorpus    *corpus;
  gconstpointer   record;  /* of the corpus */
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

static MarchHit *
new_hit (MarchCorpus *corpus, MarchSearchKind kind, gint64 id, gconstpointer record)
{
  MarchHit *hit = g_object_new (MARCH_TYPE_HIT, NULL);

  hit->corpus = march_corpus_ref (corpus);
  hit->kind = kind;
  hit->id = id;
  hit->record = record;
  return hit;
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

/* What is not shown needs no words. */
static void
describe (MarchHit *hit)
{
  if (hit->title != NULL)
    return;
  switch (hit->kind)
    {
    case MARCH_SEARCH_PLACE:
      describe_place (hit, hit->record);
      break;
    case MARCH_SEARCH_ACTOR:
      describe_actor (hit, hit->record);
      break;
    case MARCH_SEARCH_SOURCE:
      describe_source (hit, hit->record);
      break;
    case MARCH_SEARCH_PROPOSAL:
      describe_proposal (hit, hit->record);
      break;
    case MARCH_SEARCH_QUOTATION:
      describe_quotation (hit, hit->record);
      break;
    case MARCH_SEARCH_EVENT:
    case MARCH_SEARCH_THESIS:
    case MARCH_SEARCH_FIGURE:
    case MARCH_N_SEARCH_KINDS:
    default:
      describe_assertion (hit, hit->record);
      break;
    }
}

#define ADD_ALL(hits, corpus, records, Type, kind)                                                 \
  for (guint i = 0; i < (records)->len; i++)                                                       \
  g_ptr_array_add (hits, new_hit (corpus, kind, ((const Type *) (records)->pdata[i])->id,          \
                                  (records)->pdata[i]))

static void
add_assertions (GPtrArray *hits, MarchCorpus *corpus, MarchAssertionKind kind, MarchSearchKind as)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->kind == kind && !assertion->retracted && assertion->superseded_by == NULL)
        g_ptr_array_add (hits, new_hit (corpus, as, assertion->id, assertion));
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MarchPlace *p = *(const MarchPlace *const *) a, *q = *(const MarchPlace *const *) b;
  const char       *language = march_text_get_language ();

  if (p->kind != q->kind)
    return (p->kind > q->kind) - (p->kind < q->kind);
  return g_utf8_collate (march_place_get_name (p, language), march_place_get_name (q, language));
}

static int
compare_actors (gconstpointer a, gconstpointer b)
{
  const char *language = march_text_get_language ();

  return g_utf8_collate (march_actor_get_name (*(const MarchActor *const *) a, language),
                         march_actor_get_name (*(const MarchActor *const *) b, language));
}

static GPtrArray *
sort (GPtrArray *records, GCompareFunc compare)
{
  GPtrArray *sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, records, NULL, NULL);
  g_ptr_array_sort (sorted, compare);
  return sorted;
}

/**
 * march_hit_list_all:
 * @corpus: a dossier's records
 *
 * Returns: (transfer full) (element-type MarchHit): all that can be browsed, by kind; of places,
 * states first and then units and so on, each by name, and actors by name; all else in its order in
 * the dossier
 */
GPtrArray *
march_hit_list_all (MarchCorpus *corpus)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) places = sort (march_corpus_get_places (corpus), compare_places);
  g_autoptr (GPtrArray) actors = sort (march_corpus_get_actors (corpus), compare_actors);

  ADD_ALL (hits, corpus, places, MarchPlace, MARCH_SEARCH_PLACE);
  ADD_ALL (hits, corpus, actors, MarchActor, MARCH_SEARCH_ACTOR);
  ADD_ALL (hits, corpus, march_corpus_get_sources (corpus), MarchSource, MARCH_SEARCH_SOURCE);
  add_assertions (hits, corpus, MARCH_KIND_EVENT, MARCH_SEARCH_EVENT);
  add_assertions (hits, corpus, MARCH_KIND_THESIS, MARCH_SEARCH_THESIS);
  ADD_ALL (hits, corpus, march_corpus_get_proposals (corpus), MarchProposal,
           MARCH_SEARCH_PROPOSAL);
  add_assertions (hits, corpus, MARCH_KIND_FIGURE, MARCH_SEARCH_FIGURE);
  ADD_ALL (hits, corpus, march_corpus_get_quotations (corpus), MarchQuotation,
           MARCH_SEARCH_QUOTATION);
  return hits;
}

/**
 * march_hit_new_found:
 * @hit: what was found
 * @found: how
 *
 * Returns: (transfer full): the same, which tells where the words that were searched for stand
 */
MarchHit *
march_hit_new_found (MarchHit *hit, const MarchSearchHit *found)
{
  MarchHit *self = new_hit (hit->corpus, hit->kind, hit->id, hit->record);

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

/** march_hit_is_among: @records: (nullable): a set; %NULL for all. Returns: whether its record is
 * in the set */
gboolean
march_hit_is_among (MarchHit *hit, GHashTable *records)
{
  return records == NULL || g_hash_table_contains (records, hit->record);
}

/** march_hit_get_record: Returns: what the panel has to be turned to */
MarchRecordKind
march_hit_get_record (MarchHit *hit)
{
  static const MarchRecordKind records[] = {
    [MARCH_SEARCH_PLACE] = MARCH_RECORD_PLACE,
    [MARCH_SEARCH_ACTOR] = MARCH_RECORD_ACTOR,
    [MARCH_SEARCH_SOURCE] = MARCH_RECORD_SOURCE,
    [MARCH_SEARCH_EVENT] = MARCH_RECORD_ASSERTION,
    [MARCH_SEARCH_THESIS] = MARCH_RECORD_ASSERTION,
    [MARCH_SEARCH_PROPOSAL] = MARCH_RECORD_PROPOSAL,
    [MARCH_SEARCH_FIGURE] = MARCH_RECORD_ASSERTION,
    [MARCH_SEARCH_QUOTATION] = MARCH_RECORD_QUOTATION,
  };

  return records[hit->kind];
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
          N_("Theses"), N_("Proposals"), N_("Figures"), N_("Quotations") };

  return _(titles[kind]);
}

/** march_hit_kind_get_word: Returns: the word for one of them */
const char *
march_hit_kind_get_word (MarchSearchKind kind)
{
  static const char *const words[]
      = { N_("place"),  N_("actor"),    N_("source"), N_("event"),
          N_("thesis"), N_("proposal"), N_("figure"), N_("quotation") };

  return _(words[kind]);
}
