/* tiny.c — a land of a few places, for tests */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "tiny.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/march-corpus-builder.h"
#include "geo/march-holdings-builder.h"

static const struct
{
  const char    *name;
  MarchActorKind kind;
  const char    *body;
  const char    *valid;
  gboolean       speaks_for;
  gboolean       untitled;
} actors[] = {
  { "V", MARCH_ACTOR_STATE },
  { "A", MARCH_ACTOR_STATE },
  { "B", MARCH_ACTOR_STATE },
  { "v", MARCH_ACTOR_PERSON, "V", "2000/2029", TRUE },
  { "a", MARCH_ACTOR_PERSON, "A", "2000/2029", TRUE },
  { "b", MARCH_ACTOR_PERSON, "B", "2000/2029", TRUE },
  { "o", MARCH_ACTOR_PERSON, "A", "2000/2010", TRUE },
  { "n", MARCH_ACTOR_PERSON, "A", "2000/2029", FALSE },
  { "k", MARCH_ACTOR_ORGAN, "A", "2000/2029", TRUE },
  { "m", MARCH_ACTOR_PERSON, "k", "2000/2010", TRUE },
  { "p", MARCH_ACTOR_PERSON },
  { "x", MARCH_ACTOR_UNNAMED },
  { "y", MARCH_ACTOR_UNNAMED },
  { "q", MARCH_ACTOR_PERSON, "A", "2000/2029", TRUE, TRUE },
};

static const struct
{
  const char    *code;
  MarchPlaceKind kind;
  int            level;
  const char    *state;
  const char    *parent;
  MarchLinkKind  link;
  const char    *second_parent;
  MarchLinkKind  second_link;
} places[] = {
  { "V", MARCH_PLACE_STATE, 0, "V" },
  { "u", MARCH_PLACE_UNIT, 1, NULL, "V", MARCH_LINK_RECOGNISED, "c", MARCH_LINK_COMPOSITE },
  { "w", MARCH_PLACE_UNIT, 1, NULL, "V", MARCH_LINK_RECOGNISED, "c", MARCH_LINK_COMPOSITE },
  { "c", MARCH_PLACE_COMPOSITE },
  { "s", MARCH_PLACE_SETTLEMENT, 0, NULL, "u", MARCH_LINK_RECOGNISED },
  { "d", MARCH_PLACE_DESCRIPTION, 0, NULL, "V", MARCH_LINK_DESCRIBED },
  { "z", MARCH_PLACE_SEA },
  { "e", MARCH_PLACE_COMPOSITE, 0, NULL, "V", MARCH_LINK_RECOGNISED },
  { "t", MARCH_PLACE_UNIT, 1, NULL, "V", MARCH_LINK_RECOGNISED, "e", MARCH_LINK_COMPOSITE },
  { "g", MARCH_PLACE_UNIT, 1 },
};

static const char *const titles[] = { "Gazette", "Herald", "Gazette", "Gazette" };
static const char *const published[] = { "2021-01-01", "2023-01-01", "", "2022" };

static gint64
find_actor_id (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    if (g_str_equal (actors[i].name, name))
      return i + 1;
  g_error ("no actor %s", name);
}

static gint64
find_place_id (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].code, code))
      return i + 1;
  g_error ("no place %s", code);
}

#define SIDE 0.1 /* degrees */

static MarchGeometry *
new_strip (double west, double east)
{
  const double    w = west * SIDE, e = east * SIDE, n = SIDE;
  const double    points[] = { w, 0, e, 0, e, n, w, n, w, 0 };
  const MarchPart part = { points, 5, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

/* Of the places that imported areas can be measured by. */
static MarchGeometry *
new_shape (const char *code)
{
  static const double point[] = { 0.5 * SIDE, 0.5 * SIDE };
  const MarchPart     spot = { point, 1, 0, FALSE };

  if (g_str_equal (code, "s"))
    return march_geometry_new (MARCH_GEOMETRY_POINT, &spot, 1);
  if (g_str_equal (code, "u"))
    return new_strip (0, 1);
  if (g_str_equal (code, "w"))
    return new_strip (1, 2);
  if (g_str_equal (code, "t"))
    return new_strip (2, 3);
  return g_str_equal (code, "g") ? new_strip (4, 204) : NULL;
}

static void
add_land (MarchCorpusBuilder *builder, gboolean shapes)
{
  march_corpus_builder_set_facts (
      builder, &(MarchDossierFacts){ .title = "Tiny", .language = "en", .carry_days = 30 }, "2000",
      "2029");
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      march_corpus_builder_add_actor (builder,
                                      &(MarchActor){ .id = i + 1, .kind = actors[i].kind });
      march_corpus_builder_add_actor_name (builder, i + 1,
                                           &(MarchName){ .text = (char *) actors[i].name,
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
      if (actors[i].body != NULL)
        march_corpus_builder_add_office (builder, i + 1, find_actor_id (actors[i].body),
                                         &(MarchOffice){ .title = (char *) (actors[i].untitled
                                                                                ? ""
                                                                                : "official"),
                                                         .valid = (char *) actors[i].valid,
                                                         .speaks_for = actors[i].speaks_for });
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      MarchGeometry *shape = shapes ? new_shape (places[i].code) : NULL;

      march_corpus_builder_add_place (builder,
                                      &(MarchPlace){ .id = i + 1,
                                                     .kind = places[i].kind,
                                                     .geometry = shape,
                                                     .code = (char *) places[i].code,
                                                     .level = places[i].level },
                                      places[i].state != NULL ? find_actor_id (places[i].state)
                                                              : 0);
      g_clear_pointer (&shape, march_geometry_unref);
      march_corpus_builder_add_place_name (builder, i + 1, 0,
                                           &(MarchName){ .text = (char *) places[i].code,
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
      if (places[i].parent != NULL)
        march_corpus_builder_add_place_link (builder, i + 1, find_place_id (places[i].parent),
                                             places[i].link);
      if (places[i].second_parent != NULL)
        march_corpus_builder_add_place_link (
            builder, i + 1, find_place_id (places[i].second_parent), places[i].second_link);
    }
  march_corpus_builder_add_place_link (builder, find_place_id ("w"), find_place_id ("d"),
                                       MARCH_LINK_DESCRIBED);
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    march_corpus_builder_add_source (builder, &(MarchSource){ .id = i + 1,
                                                              .title = (char *) titles[i],
                                                              .titled = TRUE,
                                                              .published = (char *) published[i] });
}

typedef struct
{
  MarchAssertion    assertion;
  MarchAssertionIds ids;
  MarchStance       stance;
  gint64            source;
  char             *said;
  const char       *note;
  gboolean          pointer;
} Line;

static gboolean
read_nick (MarchVocabulary vocabulary, const char *nick, guint *value)
{
  return march_vocabulary_find (vocabulary, nick, value);
}

static void
read_option (Line *line, const char *option)
{
  guint value;

  if (g_str_has_prefix (option, "by="))
    line->ids.according = g_str_equal (option, "by=") ? 0 : find_actor_id (option + 3);
  else if (g_str_has_prefix (option, "src="))
    line->source = atoi (option + 4);
  else if (g_str_has_prefix (option, "supersedes="))
    line->ids.supersedes = atoi (option + strlen ("supersedes="));
  else if (g_str_has_prefix (option, "said="))
    line->said = (char *) option + 5;
  else if (g_str_has_prefix (option, "note="))
    line->note = option + 5;
  else if (g_str_has_prefix (option, "title="))
    line->assertion.title = (char *) option + 6;
  else if (g_str_equal (option, "pointer"))
    line->pointer = TRUE;
  else if (g_str_equal (option, "disputed"))
    line->stance = MARCH_STANCE_DISPUTES;
  else if (g_str_equal (option, "qualified"))
    line->stance = MARCH_STANCE_QUALIFIES;
  else if (g_str_equal (option, "retracted"))
    line->assertion.retracted = TRUE;
  else if (read_nick (MARCH_VOCABULARY_MODE, option, &value))
    line->assertion.mode = value;
  else if (read_nick (MARCH_VOCABULARY_RANK, option, &value))
    line->assertion.rank = value;
  else if (read_nick (MARCH_VOCABULARY_ORIGIN, option, &value))
    line->assertion.origin = value;
  else if (read_nick (MARCH_VOCABULARY_POLARITY, option, &value))
    line->assertion.polarity = value;
  else
    g_error ("no option %s", option);
}

/* What the third word of a line says. */
static MarchVocabulary
get_detail (MarchAssertionKind kind)
{
  switch (kind)
    {
    case MARCH_KIND_CLAIM:
      return MARCH_VOCABULARY_CLAIM_BASIS;
    case MARCH_KIND_VALUE:
      return MARCH_VOCABULARY_VALUE_KIND;
    default:
      return MARCH_VOCABULARY_EXTENT;
    }
}

static void
read_kind (Line *line, char **words)
{
  guint value;

  line->assertion.low = line->assertion.high = NAN;
  line->ids.place = find_place_id (words[1]);
  g_assert_true (read_nick (MARCH_VOCABULARY_ASSERTION_KIND, words[0], &value));
  line->assertion.kind = value;
  if (line->assertion.kind == MARCH_KIND_FIGURE)
    {
      line->assertion.low = g_ascii_strtod (words[2], NULL);
      line->assertion.high = g_ascii_strtod (words[3], NULL);
      line->assertion.quantity = (char *) "people";
      line->assertion.figure_period = words[4];
      return;
    }
  line->ids.actor = find_actor_id (words[2]);
  line->ids.according =
      line->assertion.kind == MARCH_KIND_CLAIM ? line->ids.actor : find_actor_id ("x");
  line->assertion.valid = words[4];
  g_assert_true (read_nick (get_detail (line->assertion.kind), words[3], &value));
  if (line->assertion.kind == MARCH_KIND_CLAIM)
    line->assertion.basis = value;
  else if (line->assertion.kind == MARCH_KIND_VALUE)
    line->assertion.value_kind = value;
  else
    line->assertion.extent = value;
}

static void
add_evidence (MarchCorpusBuilder *builder,
              gint64              id,
              gint64              assertion,
              const char         *text,
              const Line         *line)
{
  march_corpus_builder_add_quotation (builder,
                                      &(MarchQuotation){
                                          .id = id,
                                          .exact = line->pointer ? NULL : (char *) text,
                                          .said = line->said,
                                          .language = (char *) "en" },
                                      line->source);
  march_corpus_builder_add_evidence (builder, id, assertion, 0, line->stance, line->note);
}

static void
add_assertion (MarchCorpusBuilder *builder, gint64 id, const char *text, char **words)
{
  Line     line = { .assertion = { .id = id, .rank = MARCH_RANK_NORMAL }, .source = 1 };
  gboolean further = g_str_equal (words[0], "evidence");

  g_assert_cmpuint (g_strv_length (words), >=, further ? 2 : 5);
  if (!further)
    read_kind (&line, words);
  for (guint i = further ? 2 : 5; words[i] != NULL; i++)
    read_option (&line, words[i]);
  if (!further)
    march_corpus_builder_add_assertion (builder, &line.assertion, &line.ids);
  add_evidence (builder, id, further ? atoi (words[1]) : id, text, &line);
}

/* "area ACTOR DAY WEST EAST [OPTION …]" */
static void
add_import (MarchCorpusBuilder *builder, gint64 id, char **words)
{
  g_autoptr (MarchHoldingsBuilder) holdings = march_holdings_builder_new ();
  g_autoptr (MarchGeometry) strip
      = new_strip (g_ascii_strtod (words[3], NULL), g_ascii_strtod (words[4], NULL));
  g_autoptr (MarchHoldings) held = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);
  MarchDay           day = tiny_read_day (words[2], 0);
  MarchAreaDocument  document = { (char *) "day.geojson", 3, (char *) "Strip", 2, 0, day, day + 1 };
  MarchDatedImport   area_import = { .id = id, .carried = TRUE, .first = day, .last = day,
                                     .n_days = 1, .documents = documents };
  gint64             source = 1;

  for (guint i = 5; words[i] != NULL; i++)
    if (g_str_equal (words[i], "own"))
      area_import.basis = MARCH_BASIS_OWN;
    else if (g_str_equal (words[i], "open"))
      area_import.carried = FALSE;
    else
      source = atoi (words[i] + strlen ("src="));
  g_ptr_array_add (documents, g_memdup2 (&document, sizeof document));
  march_holdings_builder_add (holdings, day, strip, NULL, NULL);
  held = march_holdings_builder_run (
      holdings, area_import.carried ? MARCH_MISSING_CARRIED : MARCH_MISSING_OPEN, NULL, NULL, NULL,
      NULL);
  g_assert_nonnull (held);
  area_import.holdings = held;
  march_corpus_builder_add_import (builder, &area_import, source, find_actor_id (words[1]));
}

/* "strip N EDTF WEST EAST" */
static void
add_strip (MarchCorpusBuilder *builder, char **words)
{
  g_autoptr (MarchGeometry) strip
      = new_strip (g_ascii_strtod (words[3], NULL), g_ascii_strtod (words[4], NULL));

  march_corpus_builder_add_area (builder, atoi (words[1]),
                                 &(MarchControlArea){ .valid = words[2], .geometry = strip });
}

static void
add_line (MarchCorpusBuilder *builder, gint64 id, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (g_str_equal (words[0], "area"))
    add_import (builder, id, words);
  else if (g_str_equal (words[0], "strip"))
    add_strip (builder, words);
  else
    add_assertion (builder, id, text, words);
}

MarchCorpus *
tiny_corpus_new (const char *assertions)
{
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_autoptr (GError)             error = NULL;
  g_auto (GStrv)                 lines = g_strsplit_set (assertions, ";\n", -1);
  MarchCorpus                   *corpus;

  add_land (builder, strstr (assertions, "area ") != NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_line (builder, i + 1, lines[i]);
  corpus = march_corpus_builder_finish (builder, &error);
  g_assert_no_error (error);
  return corpus;
}

const MarchPlace *
tiny_place (MarchCorpus *corpus, const char *code)
{
  return march_corpus_get_place (corpus, find_place_id (code));
}

const MarchActor *
tiny_actor (MarchCorpus *corpus, const char *name)
{
  return march_corpus_get_actor (corpus, find_actor_id (name));
}

static void
append_tail (GString          *text,
             MarchCertainty    certainty,
             const MarchPlace *inherited_from,
             guint             n_assertions)
{
  if (certainty == MARCH_CERTAINTY_POSSIBLE)
    g_string_append_c (text, '?');
  if (inherited_from != NULL)
    g_string_append_printf (text, "<%s", inherited_from->code);
  if (n_assertions > 1)
    g_string_append_printf (text, "*%u", n_assertions);
}

static void
append_hold (GString *text, const MarchHold *hold, gboolean drawn)
{
  g_string_append_printf (text, " %c%s %s %s", drawn ? '[' : '(',
                          march_actor_get_name (hold->actor, "en"),
                          march_vocabulary_get_nick (MARCH_VOCABULARY_EXTENT, hold->extent),
                          march_vocabulary_get_nick (MARCH_VOCABULARY_BASIS, hold->basis));
  if (hold->against_interest)
    g_string_append_c (text, '^');
  if (hold->last_reported)
    g_string_append_c (text, '~');
  append_tail (text, hold->certainty, hold->inherited_from, hold->assertions->len);
  for (guint i = 0; i < hold->shares->len; i++)
    {
      const MarchAreaShare *share = g_ptr_array_index (hold->shares, i);

      g_string_append_c (text, '@');
      if (!share->point)
        g_string_append_printf (text, "%.0f", share->share * 100);
    }
  g_string_append_c (text, drawn ? ']' : ')');
}

char *
tiny_describe (MarchSnapshot *snapshot, const char *place)
{
  static const char *const states[] = { "undisputed", "held", "silent" };
  const MarchFinding      *finding = march_snapshot_get_finding (
           snapshot, tiny_place (march_snapshot_get_corpus (snapshot), place));
  GString *text = g_string_new (states[finding->state]);

  for (guint i = 0; i < finding->holds->len; i++)
    append_hold (text, g_ptr_array_index (finding->holds, i), i < finding->n_deciding);
  for (guint i = 0; i < finding->owns->len; i++)
    {
      const MarchOwn *own = g_ptr_array_index (finding->owns, i);

      g_string_append_printf (text, " {%s %s", march_actor_get_name (own->actor, "en"),
                              march_vocabulary_get_nick (MARCH_VOCABULARY_CLAIM_BASIS, own->basis));
      append_tail (text, own->certainty, own->inherited_from, own->assertions->len);
      g_string_append_c (text, '}');
    }
  for (guint i = 0; i < finding->conflicts->len; i++)
    g_string_append (
        text,
        ((const MarchConflict *) g_ptr_array_index (finding->conflicts, i))->settled ? " =" : " !");
  for (guint i = 0; i < finding->area_conflicts->len; i++)
    if (!((const MarchAreaConflict *) g_ptr_array_index (finding->area_conflicts, i))->settled)
      g_string_append (text, " #");
  return g_string_free (text, FALSE);
}

MarchDay
tiny_read_day (const char *text, MarchDay otherwise)
{
  MarchDay day = otherwise;

  if (text != NULL)
    g_assert_true (march_day_parse (text, &day, NULL));
  return day;
}

MarchSnapshot *
tiny_ask (MarchCorpus *corpus, const char *day, const char *known_by)
{
  MarchQuestion question = { .as_of = tiny_read_day (day, 0),
                             .known_by = tiny_read_day (known_by, MARCH_DAY_MAX) };

  return march_snapshot_new (corpus, &question);
}
