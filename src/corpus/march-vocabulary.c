/* march-vocabulary.c — the closed vocabularies of a dossier: one table per list */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-vocabulary.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *nick;   /* in the file and in JSON */
  const char *words;  /* for a reader, to be translated */
} Term;

typedef struct
{
  const Term *terms;
  guint       n_terms;
} List;

static const Term actor_kinds[] = {
  { "state", NC_ ("vocabulary", "state") },
  { "organ", NC_ ("vocabulary", "organ") },
  { "group", NC_ ("vocabulary", "group") },
  { "organisation", NC_ ("vocabulary", "organisation") },
  { "entity", NC_ ("vocabulary", "self-declared entity") },
  { "person", NC_ ("vocabulary", "person") },
  { "unnamed", NC_ ("vocabulary", "unnamed") },
};

static const Term place_kinds[] = {
  { "state", NC_ ("vocabulary", "state") },
  { "unit", NC_ ("vocabulary", "unit") },
  { "composite", NC_ ("vocabulary", "several units together") },
  { "settlement", NC_ ("vocabulary", "settlement") },
  { "sea", NC_ ("vocabulary", "sea") },
  { "site", NC_ ("vocabulary", "site") },
  { "description", NC_ ("vocabulary", "part by description") },
};

static const Term link_kinds[] = {
  { "recognised", NC_ ("vocabulary", "recognised part of") },
  { "composite", NC_ ("vocabulary", "makes up") },
  { "described", NC_ ("vocabulary", "described part of") },
};

static const Term name_roles[] = {
  { "endonym", NC_ ("vocabulary", "own name") },
  { "main", NC_ ("vocabulary", "name") },
  { "short", NC_ ("vocabulary", "short name") },
  { "variant", NC_ ("vocabulary", "other name") },
};

static const Term voices[] = {
  { "verbatim", NC_ ("vocabulary", "verbatim") },
  { "translated", NC_ ("vocabulary", "verbatim in translation") },
  { "single_word", NC_ ("vocabulary", "single word") },
  { "report", NC_ ("vocabulary", "report") },
};

static const Term acts[] = {
  { "law", NC_ ("vocabulary", "law") },
  { "decree", NC_ ("vocabulary", "decree") },
  { "treaty", NC_ ("vocabulary", "treaty") },
  { "vote", NC_ ("vocabulary", "vote") },
  { "speech", NC_ ("vocabulary", "speech") },
  { "communique", NC_ ("vocabulary", "communiqué") },
  { "interview", NC_ ("vocabulary", "interview") },
  { "report", NC_ ("vocabulary", "report") },
  { "commentary", NC_ ("vocabulary", "commentary") },
};

static const Term chain_roles[] = {
  { "speaker", NC_ ("vocabulary", "speaker") },
  { "relay", NC_ ("vocabulary", "passed on by") },
  { "author", NC_ ("vocabulary", "author") },
  { "publication", NC_ ("vocabulary", "publication") },
  { "subject", NC_ ("vocabulary", "about") },
};

static const Term proposal_statuses[] = {
  { "negotiated", NC_ ("vocabulary", "negotiated") },
  { "drafted", NC_ ("vocabulary", "drafted") },
  { "offered", NC_ ("vocabulary", "offered") },
  { "reported", NC_ ("vocabulary", "reported") },
  { "never_adopted", NC_ ("vocabulary", "never adopted") },
};

static const Term assertion_kinds[] = {
  { "control", NC_ ("vocabulary", "control") },
  { "claim", NC_ ("vocabulary", "says it owns") },
  { "position", NC_ ("vocabulary", "position") },
  { "value", NC_ ("vocabulary", "value") },
  { "figure", NC_ ("vocabulary", "figure") },
  { "event", NC_ ("vocabulary", "event") },
  { "thesis", NC_ ("vocabulary", "thesis") },
};

static const Term origins[] = {
  { "stated", NC_ ("vocabulary", "stated") },
  { "concluded", NC_ ("vocabulary", "concluded") },
};

static const Term polarities[] = {
  { "is", NC_ ("vocabulary", "is") },
  { "is_not", NC_ ("vocabulary", "is not") },
};

static const Term modes[] = {
  { "stated", NC_ ("vocabulary", "stated") },
  { "hedged", NC_ ("vocabulary", "hedged") },
  { "conditional", NC_ ("vocabulary", "conditional") },
  { "predicted", NC_ ("vocabulary", "predicted") },
  { "intended", NC_ ("vocabulary", "intended") },
  { "asked", NC_ ("vocabulary", "asked") },
};

static const Term ranks[] = {
  { "preferred", NC_ ("vocabulary", "preferred") },
  { "normal", NC_ ("vocabulary", "normal") },
  { "deprecated", NC_ ("vocabulary", "deprecated") },
};

static const Term extents[] = {
  { "whole", NC_ ("vocabulary", "the whole") },
  { "most", NC_ ("vocabulary", "most") },
  { "part", NC_ ("vocabulary", "part") },
  { "foothold", NC_ ("vocabulary", "a foothold") },
  { "none", NC_ ("vocabulary", "none") },
  { "contested", NC_ ("vocabulary", "contested") },
  { "not_whole", NC_ ("vocabulary", "not the whole") },
  { "not_stated", NC_ ("vocabulary", "extent not stated") },
};

static const Term claim_bases[] = {
  { "law", NC_ ("vocabulary", "by law") },
  { "treaty", NC_ ("vocabulary", "by treaty") },
  { "borders", NC_ ("vocabulary", "by its borders") },
  { "demand", NC_ ("vocabulary", "by demand") },
  { "aspiration", NC_ ("vocabulary", "as an aspiration") },
  { "not_stated", NC_ ("vocabulary", "basis not stated") },
};

static const Term value_kinds[] = {
  { "strategic", NC_ ("vocabulary", "strategic") },
  { "economic", NC_ ("vocabulary", "economic") },
  { "symbolic", NC_ ("vocabulary", "symbolic") },
};

static const Term stands[] = {
  { "accepts", NC_ ("vocabulary", "accepts") },
  { "rejects", NC_ ("vocabulary", "rejects") },
  { "conditional", NC_ ("vocabulary", "takes a conditional position") },
  { "silent", NC_ ("vocabulary", "silent") },
};

static const Term confidences[] = {
  { "low", NC_ ("vocabulary", "low confidence") },
  { "moderate", NC_ ("vocabulary", "moderate confidence") },
  { "high", NC_ ("vocabulary", "high confidence") },
};

static const Term participant_roles[] = {
  { "head", NC_ ("vocabulary", "head of delegation") },
  { "member", NC_ ("vocabulary", "member") },
  { "host", NC_ ("vocabulary", "host") },
  { "party", NC_ ("vocabulary", "party") },
  { "absent", NC_ ("vocabulary", "absent") },
  { "mediator", NC_ ("vocabulary", "mediator") },
  { "expected", NC_ ("vocabulary", "expected") },
};

static const Term stances[] = {
  { "supports", NC_ ("vocabulary", "supports") },
  { "disputes", NC_ ("vocabulary", "disputes") },
  { "qualifies", NC_ ("vocabulary", "qualifies") },
};

static const Term background_kinds[] = {
  { "country", NC_ ("vocabulary", "country") },
  { "river", NC_ ("vocabulary", "river") },
  { "lake", NC_ ("vocabulary", "lake") },
  { "disputed_line", NC_ ("vocabulary", "disputed line") },
};

static const Term bases[] = {
  { "independent", NC_ ("vocabulary", "independent") },
  { "concluded", NC_ ("vocabulary", "concluded") },
  { "own", NC_ ("vocabulary", "own word") },
};

static const List lists[MARCH_N_VOCABULARIES] = {
  [MARCH_VOCABULARY_ACTOR_KIND] = { actor_kinds, G_N_ELEMENTS (actor_kinds) },
  [MARCH_VOCABULARY_PLACE_KIND] = { place_kinds, G_N_ELEMENTS (place_kinds) },
  [MARCH_VOCABULARY_LINK_KIND] = { link_kinds, G_N_ELEMENTS (link_kinds) },
  [MARCH_VOCABULARY_NAME_ROLE] = { name_roles, G_N_ELEMENTS (name_roles) },
  [MARCH_VOCABULARY_VOICE] = { voices, G_N_ELEMENTS (voices) },
  [MARCH_VOCABULARY_ACT] = { acts, G_N_ELEMENTS (acts) },
  [MARCH_VOCABULARY_CHAIN_ROLE] = { chain_roles, G_N_ELEMENTS (chain_roles) },
  [MARCH_VOCABULARY_PROPOSAL_STATUS] = { proposal_statuses, G_N_ELEMENTS (proposal_statuses) },
  [MARCH_VOCABULARY_ASSERTION_KIND] = { assertion_kinds, G_N_ELEMENTS (assertion_kinds) },
  [MARCH_VOCABULARY_ORIGIN] = { origins, G_N_ELEMENTS (origins) },
  [MARCH_VOCABULARY_POLARITY] = { polarities, G_N_ELEMENTS (polarities) },
  [MARCH_VOCABULARY_MODE] = { modes, G_N_ELEMENTS (modes) },
  [MARCH_VOCABULARY_RANK] = { ranks, G_N_ELEMENTS (ranks) },
  [MARCH_VOCABULARY_EXTENT] = { extents, G_N_ELEMENTS (extents) },
  [MARCH_VOCABULARY_CLAIM_BASIS] = { claim_bases, G_N_ELEMENTS (claim_bases) },
  [MARCH_VOCABULARY_VALUE_KIND] = { value_kinds, G_N_ELEMENTS (value_kinds) },
  [MARCH_VOCABULARY_STAND] = { stands, G_N_ELEMENTS (stands) },
  [MARCH_VOCABULARY_CONFIDENCE] = { confidences, G_N_ELEMENTS (confidences) },
  [MARCH_VOCABULARY_PARTICIPANT_ROLE] = { participant_roles, G_N_ELEMENTS (participant_roles) },
  [MARCH_VOCABULARY_STANCE] = { stances, G_N_ELEMENTS (stances) },
  [MARCH_VOCABULARY_BACKGROUND_KIND] = { background_kinds, G_N_ELEMENTS (background_kinds) },
  [MARCH_VOCABULARY_BASIS] = { bases, G_N_ELEMENTS (bases) },
};

static const Term *
get_term (MarchVocabulary vocabulary, guint value)
{
  g_return_val_if_fail ((guint) vocabulary < MARCH_N_VOCABULARIES, NULL);
  g_return_val_if_fail (value < lists[vocabulary].n_terms, NULL);

  return &lists[vocabulary].terms[value];
}

/**
 * march_vocabulary_get_nick:
 *
 * Returns: (transfer none): @value as files and JSON spell it, the same in every locale
 */
const char *
march_vocabulary_get_nick (MarchVocabulary vocabulary, guint value)
{
  const Term *term = get_term (vocabulary, value);

  return term != NULL ? term->nick : NULL;
}

/**
 * march_vocabulary_get_words:
 *
 * Returns: (transfer none): @value in the reader's language, as it stands inside a sentence
 */
const char *
march_vocabulary_get_words (MarchVocabulary vocabulary, guint value)
{
  const Term *term = get_term (vocabulary, value);

  return term != NULL ? g_dpgettext2 (NULL, "vocabulary", term->words) : NULL;
}

/**
 * march_vocabulary_find:
 * @nick: (nullable): as a file spells it
 * @value: (out) (optional): set if found
 *
 * Returns: whether the list has @nick
 */
gboolean
march_vocabulary_find (MarchVocabulary vocabulary, const char *nick, guint *value)
{
  g_return_val_if_fail ((guint) vocabulary < MARCH_N_VOCABULARIES, FALSE);

  for (guint i = 0; i < lists[vocabulary].n_terms; i++)
    if (g_strcmp0 (lists[vocabulary].terms[i].nick, nick) == 0)
      {
        if (value != NULL)
          *value = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * march_vocabulary_get_size:
 *
 * Returns: how many values the list has; they are counted from 0
 */
guint
march_vocabulary_get_size (MarchVocabulary vocabulary)
{
  g_return_val_if_fail ((guint) vocabulary < MARCH_N_VOCABULARIES, 0);

  return lists[vocabulary].n_terms;
}
