/* area-fixture.c — Velmark, whose land another holds, day by day, by a sheet with known answers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "area-fixture.h"

#include "corpus/march-corpus-builder.h"
#include "geo/march-geodesic.h"
#include "geo/march-holdings-builder.h"

MarchGeometry *
area_new_strip (double west, double east)
{
  const double    w = west * AREA_SIDE, e = east * AREA_SIDE, n = AREA_SIDE;
  const double    points[] = { w, 0, e, 0, e, n, w, n, w, 0 };
  const MarchPart part = { points, 5, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

double
area_strip (double west, double east)
{
  g_autoptr (MarchGeometry) strip = area_new_strip (west, east);

  return march_geodesic_area (strip);
}

static MarchHoldings *
new_holdings (gboolean carried)
{
  static const double strips[][2] = { { 0, 0.5 }, { 0, 1.5 }, { 0, 1.25 }, { 0.25, 1.5 } };
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  MarchHoldings *holdings;

  for (guint i = 0; i < G_N_ELEMENTS (strips); i++)
    {
      g_autoptr (MarchGeometry) strip = area_new_strip (strips[i][0], strips[i][1]);

      march_holdings_builder_add (builder, 10 * (i + 1), strip, NULL, NULL);
    }
  holdings = march_holdings_builder_run (
      builder, carried ? MARCH_MISSING_CARRIED : MARCH_MISSING_OPEN, NULL, NULL, NULL, NULL);
  g_assert_nonnull (holdings);
  return holdings;
}

static void
add_actors (MarchCorpusBuilder *builder)
{
  static const char *const names[] = { "Velmark", "Free Marches" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      march_corpus_builder_add_actor (
          builder, &(MarchActor){ .id = i + 1, .kind = MARCH_ACTOR_STATE, .palette = i + 1 });
      march_corpus_builder_add_actor_name (builder, i + 1,
                                           &(MarchName){ .text = (char *) names[i],
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
    }
}

static void
add_place (MarchCorpusBuilder *builder,
           gint64              id,
           const char         *name,
           MarchPlaceKind      kind,
           int                 level,
           gint64              parent,
           MarchGeometry      *geometry)
{
  g_autoptr (MarchGeometry) owned = geometry;

  march_corpus_builder_add_place (builder,
                                  &(MarchPlace){ .id = id,
                                                 .kind = kind,
                                                 .level = level,
                                                 .code = (char *) name,
                                                 .geometry = geometry },
                                  kind == MARCH_PLACE_STATE ? AREA_VELMARK : 0);
  march_corpus_builder_add_place_name (builder, id, 0,
                                       &(MarchName){ .text = (char *) name,
                                                     .language = (char *) "en",
                                                     .role = MARCH_NAME_MAIN });
  if (parent != 0)
    march_corpus_builder_add_place_link (builder, id, parent, MARCH_LINK_RECOGNISED);
}

/* The sheet says each figure itself. */
static void
add_evidence (MarchCorpusBuilder *builder)
{
  static const gint64 figures[] = { AREA_SEIZED, AREA_SHARE, AREA_UNREAD };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      march_corpus_builder_add_quotation (builder,
                                          &(MarchQuotation){ .id = figures[i],
                                                             .exact = (char *) "so much",
                                                             .said = (char *) "",
                                                             .language = (char *) "en" },
                                          1);
      march_corpus_builder_add_evidence (builder, figures[i], figures[i], 0, MARCH_STANCE_SUPPORTS,
                                         "");
    }
}

static void
add_sources (MarchCorpusBuilder *builder)
{
  static const char *const titles[] = { "The daily sheet", "The ledger" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    march_corpus_builder_add_source (builder,
                                     &(MarchSource){ .id = i + 1,
                                                     .title = (char *) titles[i],
                                                     .titled = TRUE,
                                                     .published = (char *) "" });
}

static void
add_sheets (MarchCorpusBuilder *builder, const AreaSheet *sheets, guint n_sheets)
{
  for (guint i = 0; i < n_sheets; i++)
    march_corpus_builder_add_import (builder,
                                     &(MarchDatedImport){ .id = i + 1,
                                                          .basis = sheets[i].basis,
                                                          .carried = sheets[i].carried,
                                                          .first = sheets[i].first,
                                                          .last = sheets[i].last,
                                                          .n_days = 4,
                                                          .holdings = sheets[i].holdings },
                                     sheets[i].source, AREA_MARCHES);
}

MarchCorpus *
area_corpus_new (gboolean carried)
{
  g_autoptr (MarchHoldings) holdings = new_holdings (carried);

  return area_corpus_new_of (
      &(AreaSheet){ 1, MARCH_BASIS_INDEPENDENT, carried, 10, 40, holdings }, 1);
}

MarchCorpus *
area_corpus_new_of (const AreaSheet *sheets, guint n_sheets)
{
  static const double town[] = { 1.9 * AREA_SIDE, 0.5 * AREA_SIDE };
  const MarchPart     spot = { town, 1, 0, FALSE };
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_autoptr (GError) error = NULL;
  MarchCorpus *corpus;

  march_corpus_builder_set_facts (builder,
                                  &(MarchDossierFacts){ .title = (char *) "Areas",
                                                        .language = (char *) "en" },
                                  "1970-01-01", "1970-12-31");
  add_actors (builder);
  add_place (builder, AREA_STATE, "Velmark", MARCH_PLACE_STATE, 0, 0, NULL);
  add_place (builder, AREA_WEST, "West", MARCH_PLACE_UNIT, 1, AREA_STATE, area_new_strip (0, 1));
  add_place (builder, AREA_EAST, "East", MARCH_PLACE_UNIT, 1, AREA_STATE, area_new_strip (1, 2));
  add_place (builder, AREA_TOWN, "Orla", MARCH_PLACE_SETTLEMENT, 0, AREA_EAST,
             march_geometry_new (MARCH_GEOMETRY_POINT, &spot, 1));
  add_sources (builder);
  add_sheets (builder, sheets, n_sheets);
  march_corpus_builder_add_assertion (
      builder,
      &(MarchAssertion){ .id = AREA_SEIZED,
                         .kind = MARCH_KIND_FIGURE,
                         .low = 100,
                         .high = 110,
                         .unit = (char *) "km²",
                         .quantity = (char *) "land seized",
                         .read_period = (char *) "1970-01-11/1970-01-21" },
      &(MarchAssertionIds){ .read_holder = AREA_MARCHES, .read_place = AREA_EAST });
  march_corpus_builder_add_assertion (
      builder,
      &(MarchAssertion){ .id = AREA_SHARE,
                         .kind = MARCH_KIND_FIGURE,
                         .low = 50,
                         .high = 50,
                         .unit = (char *) "%",
                         .quantity = (char *) "share of the land",
                         .read_period = (char *) "1970-01-26" },
      &(MarchAssertionIds){ .read_holder = AREA_MARCHES, .read_place = AREA_STATE });
  march_corpus_builder_add_assertion (builder,
                                      &(MarchAssertion){ .id = AREA_UNREAD,
                                                         .kind = MARCH_KIND_FIGURE,
                                                         .low = 3,
                                                         .high = 3,
                                                         .unit = (char *) "towns",
                                                         .quantity = (char *) "towns seized" },
                                      &(MarchAssertionIds){ 0 });
  add_evidence (builder);
  corpus = march_corpus_builder_finish (builder, &error);
  g_assert_no_error (error);
  return corpus;
}

MarchSnapshot *
area_ask (MarchCorpus *corpus, MarchDay day)
{
  return march_snapshot_new (
      corpus, &(MarchQuestion){ .as_of = day, .known_by = MARCH_DAY_MAX });
}
