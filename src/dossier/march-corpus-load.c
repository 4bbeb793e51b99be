/* march-corpus-load.c — reads the records of a file, none of which is trusted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-corpus-load.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"
#include "corpus/march-corpus-builder.h"
#include "corpus/march-csl.h"
#include "dossier/march-imports-private.h"
#include "dossier/march-record-reader.h"

#define TEXT(column) march_record_reader_text (r, column)
#define TEXT_OR_NULL(column) march_record_reader_text_or_null (r, column)
#define DATE(column) march_record_reader_date (r, column)
#define ID(column) march_record_reader_id (r, column)
#define FLAG(column) ((gboolean) march_record_reader_integer (r, column, 0, 1))
#define COUNT(column) ((guint) march_record_reader_integer (r, column, 0, G_MAXINT32))
#define WORD(column, NAME) march_record_reader_word (r, column, MARCH_VOCABULARY_##NAME)
#define WORD_IF(column, NAME, needed)                                                              \
  march_record_reader_word_if (r, column, MARCH_VOCABULARY_##NAME, needed)

/* Reads one row; @warnings takes what was left out. */
typedef void (*ReadRow) (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings);

static void
read_dossier (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchDossierFacts facts = { 0 };

  facts.uuid = TEXT (1);
  facts.title = TEXT (2);
  facts.summary = TEXT (3);
  facts.language = TEXT (4);
  facts.carry_days = (guint) march_record_reader_integer (r, 7, 0, 1000000);
  facts.convention = TEXT (8);
  facts.credits = TEXT (9);
  march_corpus_builder_set_facts (builder, &facts, DATE (5), DATE (6));
  march_corpus_builder_set_area_source (builder, ID (10));
}

static void
read_actor (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchActor actor = { .id = r->id };

  actor.uuid = TEXT (1);
  actor.kind = WORD (2, ACTOR_KIND);
  actor.palette = (guint) march_record_reader_integer_or (r, 3, 1, 12, 0);
  actor.note = TEXT (4);
  march_corpus_builder_add_actor (builder, &actor);
}

static void
read_actor_name (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchName name = { 0 };

  name.text = TEXT (2);
  name.language = TEXT (3);
  name.role = FLAG (4) ? MARCH_NAME_MAIN : MARCH_NAME_VARIANT;
  march_corpus_builder_add_actor_name (builder, ID (1), &name);
}

static void
read_office (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchOffice office = { 0 };

  office.title = TEXT (3);
  office.valid = DATE (4);
  office.speaks_for = FLAG (5);
  office.states_policy = FLAG (6);
  march_corpus_builder_add_office (builder, ID (1), ID (2), &office);
}

static void
read_place (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  g_autoptr (MarchGeometry) geometry = march_record_reader_geometry (r, 8);
  MarchPlace place = { .id = r->id, .geometry = geometry };

  place.uuid = TEXT (1);
  place.kind = WORD (2, PLACE_KIND);
  place.code = TEXT_OR_NULL (3);
  place.level = (int) march_record_reader_integer_or (r, 4, 0, 99, 0);
  place.capital = (int) march_record_reader_integer (r, 5, 0, 2);
  place.importance = (int) march_record_reader_integer (r, 7, G_MININT32, G_MAXINT32);
  place.note = TEXT (9);
  march_corpus_builder_add_place (builder, &place, ID (6));
}

static void
read_place_link (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  march_corpus_builder_add_place_link (builder, ID (1), ID (2), WORD (3, LINK_KIND));
}

static void
read_name (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchName name = { 0 };

  name.text = TEXT (2);
  name.language = TEXT (3);
  name.role = WORD (5, NAME_ROLE);
  march_corpus_builder_add_place_name (builder, ID (1), ID (4), &name);
}

/* The builder would not say in which record it is wrong. */
static void
check_csl (MarchRecordReader *r, int column, const char *csl)
{
  g_autofree char *author = NULL, *publication = NULL;
  GError          *reason = NULL;

  if (!march_csl_read (csl, &author, &publication, &reason))
    march_record_reader_fail (r, column, reason);
}

static void
read_source (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchSource source = { .id = r->id };
  const char *grade = TEXT_OR_NULL (6);

  source.uuid = TEXT (1);
  source.title = TEXT (2);
  source.titled = FLAG (3);
  source.csl = TEXT (4);
  check_csl (r, 4, source.csl);
  source.published = DATE (5);
  source.grade_reason = TEXT (7);
  source.inferred = TEXT (8);
  source.sha256 = TEXT_OR_NULL (9);
  source.length = march_record_reader_integer_or (r, 10, 0, G_MAXINT32, 0);
  source.note = TEXT (11);
  source.text = TEXT_OR_NULL (12);
  source.taken = (char *) TEXT_OR_NULL (13);
  if (grade != NULL && (grade[0] < 'A' || grade[0] > 'F' || grade[1] != '\0'))
    march_record_reader_fail (r, 6, NULL);
  source.grade = grade != NULL ? grade[0] : 0;
  march_corpus_builder_add_source (builder, &source);
}

static void
read_source_link (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchSourceLink link = { 0 };
  const char     *kind = TEXT (3);

  link.independent = g_str_equal (kind, "independent");
  if (!link.independent && !g_str_equal (kind, "draws_on"))
    march_record_reader_fail (r, 3, NULL);
  link.reason = TEXT (4);
  march_corpus_builder_add_source_link (builder, ID (1), ID (2), &link);
}

static void
read_set_aside (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchSetAside set_aside = { 0 };

  set_aside.first = COUNT (2);
  set_aside.beyond = COUNT (3);
  set_aside.sha256 = TEXT (4);
  set_aside.reason = TEXT (5);
  march_corpus_builder_add_set_aside (builder, ID (1), &set_aside);
}

static void
read_quotation (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchQuotation quotation = { .id = r->id };

  quotation.uuid = TEXT (1);
  quotation.exact = TEXT_OR_NULL (3);
  quotation.voice = WORD (4, VOICE);
  quotation.act = WORD (5, ACT);
  quotation.said = DATE (6);
  quotation.credibility = (guint) march_record_reader_integer_or (r, 7, 1, 6, 0);
  quotation.language = TEXT (8);
  quotation.translation = TEXT (9);
  quotation.translator = TEXT (10);
  quotation.sic = TEXT (11);
  quotation.note = TEXT (12);
  march_corpus_builder_add_quotation (builder, &quotation, ID (2));
}

static void
read_span (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchSpan span = { 0 };

  span.exact = TEXT_OR_NULL (2);
  span.prefix = TEXT (3);
  span.suffix = TEXT (4);
  span.first = COUNT (5);
  span.beyond = COUNT (6);
  span.sha256 = TEXT (7);
  march_corpus_builder_add_span (builder, ID (1), &span);
}

static void
read_chain (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  march_corpus_builder_add_chain_link (builder, ID (1), ID (2), WORD (3, CHAIN_ROLE));
}

static void
read_proposal (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchProposal proposal = { .id = r->id };

  proposal.uuid = TEXT (1);
  proposal.title = TEXT (2);
  proposal.status = WORD (3, PROPOSAL_STATUS);
  proposal.dated = DATE (5);
  proposal.terms = TEXT (6);
  march_corpus_builder_add_proposal (builder, &proposal, ID (4));
}

static void
read_proposal_term (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchProposalTerm term = { 0 };

  term.deferred = TEXT (5);
  term.terms = TEXT (6);
  march_corpus_builder_add_proposal_term (builder, ID (1), ID (2), ID (3), ID (4), &term);
}

static void
read_assertion (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  MarchAssertion    assertion = { .id = r->id };
  MarchAssertionIds ids = { 0 };

  assertion.uuid = TEXT (1);
  assertion.kind = WORD (2, ASSERTION_KIND);
  assertion.title = TEXT (3);
  ids.place = ID (4);
  ids.actor = ID (5);
  ids.according = ID (6);
  ids.proposal = ID (7);
  assertion.origin = WORD (8, ORIGIN);
  assertion.polarity = WORD (9, POLARITY);
  assertion.mode = WORD (10, MODE);
  assertion.rank = WORD (11, RANK);
  assertion.rank_reason = TEXT (12);
  assertion.valid = DATE (13);
  assertion.extent = WORD_IF (14, EXTENT, assertion.kind == MARCH_KIND_CONTROL);
  assertion.basis = WORD_IF (15, CLAIM_BASIS, assertion.kind == MARCH_KIND_CLAIM);
  assertion.value_kind = WORD_IF (16, VALUE_KIND, assertion.kind == MARCH_KIND_VALUE);
  assertion.comparison = TEXT (17);
  assertion.stand = WORD_IF (18, STAND, assertion.kind == MARCH_KIND_POSITION);
  assertion.low = march_record_reader_real (r, 19);
  assertion.high = march_record_reader_real (r, 20);
  assertion.unit = TEXT (21);
  assertion.quantity = TEXT (22);
  assertion.figure_period = DATE (23);
  assertion.reasoning = TEXT (24);
  assertion.assumption = TEXT (25);
  assertion.would_change = TEXT (26);
  assertion.confidence = WORD_IF (27, CONFIDENCE, assertion.origin == MARCH_ORIGIN_CONCLUDED);
  ids.supersedes = ID (28);
  assertion.retracted = FLAG (29);
  assertion.retract_reason = TEXT (30);
  assertion.note = TEXT (31);
  ids.read_holder = ID (32);
  ids.read_place = ID (33);
  assertion.read_period = DATE (34);
  march_corpus_builder_add_assertion (builder, &assertion, &ids);
}

static void
read_tag (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  march_corpus_builder_add_tag (builder, ID (1), TEXT (2));
}

static void
read_participant (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  march_corpus_builder_add_participant (builder, ID (1), ID (2), ID (4),
                                        WORD (3, PARTICIPANT_ROLE));
}

static void
read_evidence (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  gint64 assertion = ID (2), proposal = ID (3);

  if ((assertion == 0) == (proposal == 0))
    march_record_reader_fail (r, 2, NULL);
  else
    march_corpus_builder_add_evidence (builder, ID (1), assertion, proposal, WORD (4, STANCE),
                                       TEXT (5));
}

static void
read_control_area (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  g_autoptr (MarchGeometry) geometry = march_record_reader_geometry (r, 3);
  MarchControlArea area = { .geometry = geometry };

  area.valid = DATE (2);
  if (geometry == NULL || march_geometry_get_kind (geometry) != MARCH_GEOMETRY_POLYGON)
    march_record_reader_fail (r, 3, NULL);
  else
    march_corpus_builder_add_area (builder, ID (1), &area);
}

/* A river less does no harm, so that it is left out and told. */
static void
read_background (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  g_autoptr (MarchGeometry) geometry = march_record_reader_geometry (r, 3);
  MarchBackground background = { .geometry = geometry };

  background.kind = WORD (1, BACKGROUND_KIND);
  background.name = TEXT (2);
  if (geometry == NULL)
    march_record_reader_fail (r, 3, NULL);
  if (r->error == NULL)
    {
      march_corpus_builder_add_background (builder, &background);
      return;
    }
  g_ptr_array_add (warnings,
                   g_strdup_printf (_ ("%s It is left out of the map."), r->error->message));
  g_clear_error (&r->error);
}

/* What the tables of areas and of points both have. @import: with its land or its points; those
 * that are missing are told by @reason, which is taken. */
static void
read_import (MarchRecordReader  *r,
             MarchCorpusBuilder *builder,
             MarchDatedImport   *import,
             GError             *reason)
{
  const char *basis = TEXT (4), *missing = TEXT (5);

  import->id = r->id;
  import->uuid = TEXT (1);
  import->basis = g_str_equal (basis, "own") ? MARCH_BASIS_OWN : MARCH_BASIS_INDEPENDENT;
  import->carried = g_str_equal (missing, "carried");
  import->dated = TEXT (6);
  import->first = (MarchDay) march_record_reader_integer (r, 7, MARCH_DAY_MIN, MARCH_DAY_MAX);
  import->last = (MarchDay) march_record_reader_integer (r, 8, MARCH_DAY_MIN, MARCH_DAY_MAX);
  import->n_days = COUNT (9);
  import->note = TEXT (10);
  if (reason != NULL)
    march_record_reader_fail (r, 0, reason);
  else
    march_corpus_builder_add_import (builder, import, ID (2), ID (3));
}

static void
read_area_import (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  GError *reason = NULL;
  g_autoptr (MarchHoldings) holdings = march_areas_load (r->database, r->id, &reason);
  g_autoptr (GPtrArray) documents = holdings != NULL ? march_areas_load_documents (r->database,
                                                                                   r->id, &reason)
                                                     : NULL;

  read_import (r, builder, &(MarchDatedImport){ .holdings = holdings, .documents = documents },
               reason);
}

static void
read_point_import (MarchRecordReader *r, MarchCorpusBuilder *builder, GPtrArray *warnings)
{
  GError *reason = NULL;
  g_autoptr (MarchPoints) points = march_points_load (r->database, r->id, &reason);

  read_import (r, builder, &(MarchDatedImport){ .points = points }, reason);
}

/* The rows of a table of imports, in the order in which they were brought in. */
#define IMPORTS(table)                                                                             \
  "SELECT id, uuid, source_id, holder_id, basis, missing, dated, first_day, last_day, n_days, "    \
  "note FROM " table " LEFT JOIN (SELECT record_id, min (at) AS added FROM history JOIN "          \
  "history_row ON history_id = history.id WHERE record_table = '" table "' GROUP BY record_id) "   \
  "ON record_id = id ORDER BY added IS NULL, added, id"

static const struct
{
  const char *table;
  const char *sql;
  ReadRow     read;
} readings[] = {
  { "dossier",
    "SELECT id, uuid, title, summary, language, first_edtf, last_edtf, carry_days, convention, "
    "credits, area_source_id FROM dossier WHERE id = 1",
    read_dossier },
  { "actor", "SELECT id, uuid, kind, palette, note FROM actor ORDER BY id", read_actor },
  { "actor_name",
    "SELECT id, actor_id, text, language, preferred FROM actor_name ORDER BY preferred DESC, id",
    read_actor_name },
  { "office",
    "SELECT id, actor_id, body_id, title, valid_edtf, speaks_for, states_policy FROM office ORDER "
    "BY from_day, id",
    read_office },
  { "place",
    "SELECT id, uuid, kind, code, level, capital, state_id, importance, geom, note FROM place "
    "ORDER BY id",
    read_place },
  { "place_link", "SELECT id, child_id, parent_id, kind FROM place_link ORDER BY id",
    read_place_link },
  { "name",
    "SELECT id, place_id, text, language, user_id, role FROM name ORDER BY role = 'main' DESC, id",
    read_name },
  { "source",
    "SELECT source.id, source.uuid, title, titled, csl, published_edtf, grade, grade_reason, "
    "inferred, source.sha256, length, note, text, taken "
    "FROM source LEFT JOIN source_text ON source_text.source_id = source.id ORDER BY source.id",
    read_source },
  { "source_link", "SELECT id, source_id, other_id, kind, reason FROM source_link ORDER BY id",
    read_source_link },
  { "set_aside",
    "SELECT id, source_id, first, beyond, sha256, reason FROM set_aside ORDER BY source_id, first",
    read_set_aside },
  { "quotation",
    "SELECT id, uuid, source_id, exact, voice, act, said_edtf, credibility, language, translation, "
    "translator, sic, note FROM quotation ORDER BY id",
    read_quotation },
  { "span",
    "SELECT id, quotation_id, exact, prefix, suffix, first, beyond, sha256 FROM span ORDER BY "
    "quotation_id, position",
    read_span },
  { "chain", "SELECT id, quotation_id, actor_id, role FROM chain ORDER BY quotation_id, position",
    read_chain },
  { "proposal",
    "SELECT id, uuid, title, status, proposer_id, dated_edtf, terms FROM proposal ORDER BY id",
    read_proposal },
  { "proposal_term",
    "SELECT id, proposal_id, place_id, holder_id, law_id, deferred, terms FROM proposal_term ORDER "
    "BY id",
    read_proposal_term },
  { "assertion",
    "SELECT id, uuid, kind, title, place_id, actor_id, according_id, proposal_id, origin, "
    "polarity, mode, rank, rank_reason, valid_edtf, extent, basis, "
    "value_kind, comparison, stand, low, high, unit, quantity, period_edtf, reasoning, assumption, "
    "would_change, confidence, supersedes_id, retracted, "
    "retract_reason, note, read_holder_id, read_place_id, read_edtf FROM assertion ORDER BY id",
    read_assertion },
  { "tag", "SELECT id, assertion_id, text FROM tag ORDER BY text", read_tag },
  { "participant", "SELECT id, assertion_id, actor_id, role, side_id FROM participant ORDER BY id",
    read_participant },
  { "evidence",
    "SELECT id, quotation_id, assertion_id, proposal_id, stance, note FROM evidence ORDER BY id",
    read_evidence },
  { "control_area", "SELECT id, assertion_id, valid_edtf, geom FROM control_area ORDER BY id",
    read_control_area },
  { "background", "SELECT id, kind, name, geom FROM background ORDER BY id", read_background },
  { "area_import", IMPORTS ("area_import"), read_area_import },
  { "point_import", IMPORTS ("point_import"), read_point_import },
};

static gboolean
read_table (MarchDatabase      *database,
            gsize               index,
            MarchCorpusBuilder *builder,
            GPtrArray          *warnings,
            guint              *n_rows,
            GError            **error)
{
  g_auto (MarchRecordReader) reader = { NULL };
  gboolean done = FALSE;

  *n_rows = 0;
  if (!march_record_reader_open (&reader, database, readings[index].table, readings[index].sql,
                                 error))
    return FALSE;
  while (march_record_reader_next (&reader, &done, error))
    {
      readings[index].read (&reader, builder, warnings);
      (*n_rows)++;
    }
  return done;
}

/* Says which row names a record that is not there; the builder would only say which record. */
static gboolean
check_references (MarchDatabase *database, GError **error)
{
  g_autoptr (sqlite3_stmt)
      statement = march_statement_new (database->handle, "PRAGMA foreign_key_check", error);
  g_autofree char *name = g_filename_display_basename (database->path);
  gboolean         row = FALSE;
  const char      *child, *parent;

  if (statement == NULL || !march_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  child = march_statement_get_text (statement, 0);
  parent = march_statement_get_text (statement, 2);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
               _ ("“%s” is damaged: record %" PRId64
                  " of “%s” names a record of “%s” that is not there. Open an earlier copy of it."),
               name, (int64_t) sqlite3_column_int64 (statement, 1), child != NULL ? child : "?",
               parent != NULL ? parent : "?");
  return FALSE;
}

/**
 * march_corpus_load:
 * @database: a dossier whose schema was checked
 * @warnings: (element-type utf8): takes a sentence for each record that was left out
 *
 * Reads all records. Any thread, as long as no other one uses @database.
 *
 * Returns: (transfer full): the corpus, or %NULL with %MARCH_ERROR_DAMAGED, whose message names the
 * table and the record
 */
MarchCorpus *
march_corpus_load (MarchDatabase *database, GPtrArray *warnings, GError **error)
{
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  guint n_rows;

  if (!check_references (database, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      if (!read_table (database, i, builder, warnings, &n_rows, error))
        return NULL;
      if (i == 0 && n_rows == 0)
        {
          g_autofree char *name = g_filename_display_basename (database->path);

          g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                       _ ("“%s” is damaged: it does not say what it is called. Open an earlier "
                          "copy of it."),
                       name);
          return NULL;
        }
    }
  return march_corpus_builder_finish (builder, error);
}
