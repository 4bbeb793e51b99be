/* march-cli-json.c — findings as JSON, the same in every locale */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include "cli/march-cli-json.h"

/* Actors and places are named in English, with the id beside it: a script must not depend on who
 * runs it. */
#define LANGUAGE "en"

/**
 * march_cli_json_string:
 * @value: (nullable): what the member holds; NULL becomes null
 */
void
march_cli_json_string (JsonBuilder *builder,
                       const char  *member,
                       const char  *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *member,
             gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static void
add_word (JsonBuilder    *builder,
          const char     *member,
          MarchVocabulary vocabulary,
          guint           value)
{
  march_cli_json_string (builder, member, march_vocabulary_get_nick (vocabulary, value));
}

static void
add_actor (JsonBuilder      *builder,
           const char       *member,
           const MarchActor *actor)
{
  g_autofree char *id_member = g_strconcat (member, "_id", NULL);

  march_cli_json_string (builder, member,
                         actor != NULL ? march_actor_get_name (actor, LANGUAGE) : NULL);
  json_builder_set_member_name (builder, id_member);
  if (actor != NULL)
    json_builder_add_int_value (builder, actor->id);
  else
    json_builder_add_null_value (builder);
}

static const char *
place_name (const MarchPlace *place)
{
  return place != NULL ? march_place_get_name (place, LANGUAGE) : NULL;
}

static const char *
certainty_nick (MarchCertainty certainty)
{
  return certainty == MARCH_CERTAINTY_CERTAIN ? "certain" : "possible";
}

/* When a report that is carried forward was made, as EDTF. */
static char *
dup_observed (const MarchHold *hold)
{
  return hold->observed != MARCH_DAY_MAX ? march_hold_dup_report_date (hold) : NULL;
}

/* Only of a holder by an imported area. */
static void
add_share (JsonBuilder          *builder,
           const MarchAreaShare *share)
{
  g_autofree char *data = march_day_to_iso (share->data);

  json_builder_set_member_name (builder, "area");
  json_builder_begin_object (builder);
  march_cli_json_string (builder, "source", share->area_import->source->title);
  march_cli_json_string (builder, "data", data);
  if (!share->point)
    {
      json_builder_set_member_name (builder, "km2");
      json_builder_add_double_value (builder, share->km2);
      json_builder_set_member_name (builder, "share");
      json_builder_add_double_value (builder, share->share);
    }
  json_builder_end_object (builder);
}

static void
add_hold (JsonBuilder     *builder,
          const MarchHold *hold)
{
  g_autofree char *observed = dup_observed (hold);

  json_builder_begin_object (builder);
  add_actor (builder, "actor", hold->actor);
  add_word (builder, "extent", MARCH_VOCABULARY_EXTENT, hold->extent);
  add_word (builder, "basis", MARCH_VOCABULARY_BASIS, hold->basis);
  march_cli_json_string (builder, "certainty", certainty_nick (hold->certainty));
  add_boolean (builder, "against_interest", hold->against_interest);
  add_boolean (builder, "last_reported", hold->last_reported);
  march_cli_json_string (builder, "observed", observed);
  march_cli_json_string (builder, "inherited_from", place_name (hold->inherited_from));
  if (march_hold_get_share (hold) != NULL)
    add_share (builder, march_hold_get_share (hold));
  json_builder_end_object (builder);
}

static void
add_own (JsonBuilder    *builder,
         const MarchOwn *own)
{
  json_builder_begin_object (builder);
  add_actor (builder, "actor", own->actor);
  add_word (builder, "basis", MARCH_VOCABULARY_CLAIM_BASIS, own->basis);
  march_cli_json_string (builder, "since", *own->since != '\0' ? own->since : NULL);
  add_word (builder, "since_origin", MARCH_VOCABULARY_ORIGIN, own->first->origin);
  march_cli_json_string (builder, "certainty", certainty_nick (own->certainty));
  march_cli_json_string (builder, "inherited_from", place_name (own->inherited_from));
  json_builder_end_object (builder);
}

/* Where the colour comes from if the place has none of its own: control before claim. */
static const MarchPlace *
inherited_from (const MarchFinding *finding)
{
  if (finding->holds->len > 0)
    return ((const MarchHold *) g_ptr_array_index (finding->holds, 0))->inherited_from;
  if (finding->owns->len > 0)
    return ((const MarchOwn *) g_ptr_array_index (finding->owns, 0))->inherited_from;
  return NULL;
}

/**
 * march_cli_json_finding:
 *
 * Adds one object: place, code, disputed, holders, claimants, conflict, inherited_from, quotations.
 */
void
march_cli_json_finding (JsonBuilder        *builder,
                        const MarchFinding *finding)
{
  json_builder_begin_object (builder);
  march_cli_json_string (builder, "place", place_name (finding->place));
  json_builder_set_member_name (builder, "place_id");
  json_builder_add_int_value (builder, finding->place->id);
  march_cli_json_string (builder, "code", finding->place->code);
  add_word (builder, "kind", MARCH_VOCABULARY_PLACE_KIND, finding->place->kind);
  add_boolean (builder, "disputed", finding->disputed);
  json_builder_set_member_name (builder, "disputed_parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->disputed_parts->len; i++)
    json_builder_add_string_value (builder,
                                   place_name (g_ptr_array_index (finding->disputed_parts, i)));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "holders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->holds->len; i++)
    add_hold (builder, g_ptr_array_index (finding->holds, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "claimants");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->owns->len; i++)
    add_own (builder, g_ptr_array_index (finding->owns, i));
  json_builder_end_array (builder);
  add_boolean (builder, "conflict", march_finding_disagrees (finding));
  march_cli_json_string (builder, "inherited_from", place_name (inherited_from (finding)));
  json_builder_set_member_name (builder, "quotations");
  json_builder_add_int_value (builder, finding->quotations->len);
  json_builder_end_object (builder);
}

static void
add_bearing (JsonBuilder         *builder,
             const MarchEvidence *evidence)
{
  add_word (builder, "stance", MARCH_VOCABULARY_STANCE, evidence->stance);
  march_cli_json_string (builder, "note", *evidence->note != '\0' ? evidence->note : NULL);
}

/**
 * march_cli_json_assertion:
 *
 * Adds one object: what is asserted, by whom, since when, on which evidence.
 */
void
march_cli_json_assertion (JsonBuilder          *builder,
                          const MarchAssertion *assertion)
{
  json_builder_begin_object (builder);
  march_cli_json_string (builder, "uuid", assertion->uuid);
  add_word (builder, "kind", MARCH_VOCABULARY_ASSERTION_KIND, assertion->kind);
  march_cli_json_string (builder, "place", place_name (assertion->place));
  add_actor (builder, "actor", assertion->actor);
  add_actor (builder, "according_to", assertion->according);
  add_word (builder, "origin", MARCH_VOCABULARY_ORIGIN, assertion->origin);
  add_word (builder, "mode", MARCH_VOCABULARY_MODE, assertion->mode);
  add_word (builder, "polarity", MARCH_VOCABULARY_POLARITY, assertion->polarity);
  add_word (builder, "rank", MARCH_VOCABULARY_RANK, assertion->rank);
  march_cli_json_string (builder, "valid", assertion->valid);
  if (assertion->kind == MARCH_KIND_CONTROL)
    add_word (builder, "extent", MARCH_VOCABULARY_EXTENT, assertion->extent);
  if (assertion->kind == MARCH_KIND_CLAIM)
    add_word (builder, "basis", MARCH_VOCABULARY_CLAIM_BASIS, assertion->basis);
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED)
    {
      march_cli_json_string (builder, "reasoning", assertion->reasoning);
      march_cli_json_string (builder, "assumption", assertion->assumption);
      add_word (builder, "confidence", MARCH_VOCABULARY_CONFIDENCE, assertion->confidence);
    }
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (assertion->evidence, i);

      json_builder_begin_object (builder);
      march_cli_json_string (builder, "quotation", evidence->quotation->uuid);
      add_bearing (builder, evidence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * march_cli_json_evidence:
 *
 * Adds one object: how a quotation bears on what is said, its exact words (null in a pointer), who
 * said them, when, published where, with which grade.
 */
void
march_cli_json_evidence (JsonBuilder         *builder,
                         const MarchEvidence *evidence)
{
  const MarchQuotation *quotation = evidence->quotation;

  json_builder_begin_object (builder);
  march_cli_json_string (builder, "uuid", quotation->uuid);
  add_bearing (builder, evidence);
  march_cli_json_string (builder, "exact", quotation->exact);
  add_word (builder, "voice", MARCH_VOCABULARY_VOICE, quotation->voice);
  add_word (builder, "act", MARCH_VOCABULARY_ACT, quotation->act);
  add_actor (builder, "speaker", march_quotation_get_speaker (quotation));
  march_cli_json_string (builder, "said", quotation->said);
  march_cli_json_string (builder, "source", quotation->source->title);
  march_cli_json_string (builder, "published", quotation->source->published);
  if (quotation->source->grade != 0)
    {
      char grade[] = { quotation->source->grade, '\0' };

      march_cli_json_string (builder, "source_grade", grade);
    }
  json_builder_set_member_name (builder, "credibility");
  if (quotation->credibility != 0)
    json_builder_add_int_value (builder, quotation->credibility);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}
