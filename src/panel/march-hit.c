/* march-hit.c — something that a search finds or that is browsed: a place, an actor, a quotation …
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-hit.h"
#include "panel/march-panel-text.h"

struct _MarchHit
{
  GObject parent_instance;

  MarchSearchKind kind;
  gint64          id;
  char           *title;
  char           *detail;
};

G_DEFINE_FINAL_TYPE (MarchHit, march_hit, G_TYPE_OBJECT)

static void
march_hit_finalize (GObject *object)
{
  MarchHit *self = MARCH_HIT (object);

  g_free (self->title);
  g_free (self->detail);
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

static void
add_hit (GPtrArray *hits, MarchSearchKind kind, gint64 id, const char *title, const char *detail)
{
  MarchHit *hit = g_object_new (MARCH_TYPE_HIT, NULL);

  hit->kind = kind;
  hit->id = id;
  hit->title = g_strdup (title);
  hit->detail = g_strdup (detail);
  g_ptr_array_add (hits, hit);
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
add_places (GPtrArray *hits, MarchCorpus *corpus)
{
  GPtrArray *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = places->pdata[i];
      const char       *name = march_place_get_name (place, march_text_get_language ());
      g_autofree char  *others = join_other_names (place->names, name);

      add_hit (hits, MARCH_SEARCH_PLACE, place->id, name, others);
    }
}

static void
add_actors (GPtrArray *hits, MarchCorpus *corpus)
{
  GPtrArray *actors = march_corpus_get_actors (corpus);

  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor  *actor = actors->pdata[i];
      const MarchOffice *office = march_actor_get_office (actor, NULL);
      const char *kind = march_vocabulary_get_words (MARCH_VOCABULARY_ACTOR_KIND, actor->kind);

      add_hit (hits, MARCH_SEARCH_ACTOR, actor->id,
               march_actor_get_name (actor, march_text_get_language ()),
               office == NULL || *office->title == '\0' ? kind : office->title);
    }
}

static void
add_sources (GPtrArray *hits, MarchCorpus *corpus)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = sources->pdata[i];
      g_autofree char   *line = march_text_describe_source (source);

      add_hit (hits, MARCH_SEARCH_SOURCE, source->id, source->title, line);
    }
}

static void
add_assertions (GPtrArray *hits, MarchCorpus *corpus, MarchAssertionKind kind, MarchSearchKind as)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];
      g_autofree char      *when = march_text_describe_date (assertion->valid);
      g_autofree char      *title = march_text_describe_assertion (assertion);

      if (assertion->kind == kind && !assertion->retracted && assertion->superseded_by == NULL)
        add_hit (hits, as, assertion->id, title, when);
    }
}

static void
add_proposals (GPtrArray *hits, MarchCorpus *corpus)
{
  GPtrArray *proposals = march_corpus_get_proposals (corpus);

  for (guint i = 0; i < proposals->len; i++)
    {
      const MarchProposal *proposal = proposals->pdata[i];

      add_hit (hits, MARCH_SEARCH_PROPOSAL, proposal->id, proposal->title,
               march_vocabulary_get_words (MARCH_VOCABULARY_PROPOSAL_STATUS, proposal->status));
    }
}

static void
add_quotations (GPtrArray *hits, MarchCorpus *corpus)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);

  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = quotations->pdata[i];
      g_autofree char      *speaker = march_text_credit (quotation);
      g_autofree char      *detail = NULL;
      gboolean              report = quotation->voice == MARCH_VOICE_REPORT;
      const char           *words = quotation->exact == NULL
                                        ? _("Passage not stored; attach the text to read it.")
                                        : quotation->exact;
      g_autofree char      *title = quotation->exact == NULL || report
                                        ? g_strdup (words)
                                        : g_strdup_printf (_("“%s”"), words);

      detail = g_strdup_printf ("%s · %s", speaker, quotation->source->title);
      add_hit (hits, MARCH_SEARCH_QUOTATION, quotation->id, title, detail);
    }
}

/**
 * march_hit_list_all:
 * @corpus: a dossier's records
 *
 * Returns: (transfer full) (element-type MarchHit): all that can be browsed, by kind
 */
GPtrArray *
march_hit_list_all (MarchCorpus *corpus)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  add_places (hits, corpus);
  add_actors (hits, corpus);
  add_sources (hits, corpus);
  add_assertions (hits, corpus, MARCH_KIND_EVENT, MARCH_SEARCH_EVENT);
  add_assertions (hits, corpus, MARCH_KIND_THESIS, MARCH_SEARCH_THESIS);
  add_proposals (hits, corpus);
  add_assertions (hits, corpus, MARCH_KIND_FIGURE, MARCH_SEARCH_FIGURE);
  add_quotations (hits, corpus);
  return hits;
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
  return hit->title;
}

/** march_hit_get_detail: Returns: (transfer none): a further line, "" for none */
const char *
march_hit_get_detail (MarchHit *hit)
{
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
