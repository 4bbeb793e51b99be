/* test-snapshot.c — the rules of a colour, a line each */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "tiny.h"

typedef struct
{
  const char *name;
  const char *assertions;
  const char *place;
  const char *day;         /* NULL: 2024-01-01 */
  const char *expected;
  const char *known_by;    /* NULL: never mind */
  const char *according;   /* actor; NULL: anyone */
  gint64      source;      /* 0: any */
} Row;

static const Row order_rows[] = {
  { "one whole", "control u A whole 2020/..", "u", NULL, "held [A whole independent]" },
  { "independent beats concluded", "control u A whole 2020/.. concluded; control u B whole 2020/..",
    "u", NULL, "held [B whole independent] (A whole concluded) !" },
  { "concluded beats own word",
    "control u A whole 2020/.. by=a; control u B whole 2020/.. concluded", "u", NULL,
    "held [B whole concluded] (A whole own) !" },
  { "independent beats against interest",
    "control u A whole 2020/.. by=v; control u B whole 2020/..", "u", NULL,
    "held [B whole independent] (A whole independent^) !" },
  { "against interest beats concluded",
    "control u A whole 2020/.. by=v; control u B whole 2020/.. concluded", "u", NULL,
    "held [A whole independent^] (B whole concluded) !" },
  { "a claimant reports his loss", "claim z B law 2020/..; control z A part 2020/.. by=b", "z",
    NULL, "held [A part independent^] {B law}" },
  { "a denial is in the speaker's interest",
    "control u A none 2020/.. by=v; control u B whole 2020/.. concluded", "u", NULL,
    "held [B whole concluded] (A none independent)" },
  { "a bystander has no interest", "control u A whole 2020/.. by=b", "u", NULL,
    "held [A whole independent]" },
  { "preferred beats all", "control u A whole 2020/.. by=a preferred; control u B whole 2020/..",
    "u", NULL, "held [A whole own] (B whole independent) =" },
  { "deprecated never draws",
    "control u A whole 2020/.. deprecated; control u B whole 2020/.. by=b", "u", NULL,
    "held [B whole own] =" },
  { "deprecated alone", "control u A whole 2020/.. deprecated", "u", NULL, "undisputed" },
  { "certain before possible", "control u A whole 2024/..; control u A part 2020/..", "u",
    "2024-02-01", "held [A part independent] (A whole independent?)" },
  { "possible keeps nothing away", "control u A whole 2024/..; control u B whole 2020/.. concluded",
    "u", "2024-02-01", "held [A whole independent?] [B whole concluded]" },
  { "two wholes tie", "control u A whole 2020/..; control u B whole 2021/..", "u", NULL,
    "held [B whole independent] [A whole independent] !" },
  { "parts stand together", "control u A part 2020/..; control u B part 2021/..", "u", NULL,
    "held [B part independent] [A part independent]" },
  { "parts of different basis stand together",
    "control u A part 2020/..; control u B part 2021/.. concluded; control u V foothold 2020/.. "
    "by=v",
    "u", NULL, "held [A part independent] [B part concluded] [V foothold own]" },
  { "whole and part can't add up", "control u A whole 2020/..; control u B part 2021/.. concluded",
    "u", NULL, "held [A whole independent] (B part concluded) !" },
  { "two mosts tie", "control u A most 2020/..; control u B most 2021/..", "u", NULL,
    "held [B most independent] [A most independent] !" },
  { "most and part add up", "control u A most 2020/..; control u B part 2021/..", "u", NULL,
    "held [B part independent] [A most independent]" },
  { "whole and not the whole of another",
    "control u A whole 2020/..; control u B not_whole 2021/..", "u", NULL,
    "held [B not_whole independent] [A whole independent]" },
  { "contested by both", "control u A contested 2020/..; control u B contested 2020/..", "u", NULL,
    "held [A contested independent] [B contested independent]" },
  { "not whole doesn't hide a concluded part",
    "control u A not_whole 2020/..; control u A part 2021/.. concluded", "u", NULL,
    "held [A part concluded*2]" },
  { "not whole contradicts a concluded whole",
    "control u A not_whole 2020/..; control u A whole 2021/.. concluded", "u", NULL,
    "held [A not_whole independent] (A whole concluded) !" },
  { "own word doesn't make others precise",
    "control u A not_stated 2020/..; control u A whole 2021/.. by=a", "u", NULL,
    "held [A not_stated independent*2]" },
  { "not stated yields to a part", "control u A not_stated 2022/..; control u A part 2020/..", "u",
    NULL, "held [A part independent*2]" },
  { "not whole tells more than not stated",
    "control u A not_stated 2020/..; control u A not_whole 2020/.. concluded", "u", NULL,
    "held [A not_whole concluded*2]" },
  { "most tells more than part", "control u A part 2022/..; control u A most 2020/..", "u", NULL,
    "held [A most independent*2]" },
  { "the later of two versions", "control u A whole 2020/..; control u A part 2021/..", "u", NULL,
    "held [A part independent] (A whole independent) !" },
  { "two versions of one start tie", "control u A whole 2020/..; control u A part 2020/..", "u",
    NULL, "held [A whole independent] [A part independent] !" },
  { "none against whole", "control u A none 2020/..; control u A whole 2020/.. by=a", "u", NULL,
    "silent (A none independent) (A whole own) !" },
  { "is not: holds nothing", "control u A whole 2020/.. is_not", "u", NULL, "undisputed" },
  { "settled between wholes", "control u A whole 2020/..; control u B whole 2021/.. preferred", "u",
    NULL, "held [B whole independent] (A whole independent) =" },
};

static const Row time_rows[] = {
  { "before an interval", "control u A whole 2020/2021", "u", "2019-12-31", "undisputed" },
  { "perhaps begun", "control u A whole 2020/2021", "u", "2020-06-01",
    "held [A whole independent?]" },
  { "perhaps ended", "control u A whole 2020/2021", "u", "2021-06-01",
    "held [A whole independent?]" },
  { "ended", "control u A whole 2020/2021", "u", "2022-01-01", "undisputed" },
  { "last day of an interval", "control u A whole 2020-01-01/2021-05-31", "u", "2021-05-31",
    "held [A whole independent]" },
  { "no time, no colour", "control u A whole /..", "u", NULL, "held [A whole independent?]" },
  { "observed on the day", "control u A part 2023-12-20", "u", "2023-12-20",
    "held [A part independent]" },
  { "not carried backward", "control u A part 2023-12-20", "u", "2023-12-19", "undisputed" },
  { "observed some day of a month", "control u A part 2023-12", "u", "2023-12-20",
    "held [A part independent?]" },
  { "by the month's end for sure", "control u A part 2023-12", "u", "2023-12-31",
    "held [A part independent]" },
  { "carried 30 days", "control u A part 2023-12-20", "u", "2024-01-19",
    "held [A part independent]" },
  { "then last reported", "control u A part 2023-12-20", "u", "2024-01-20",
    "held [A part independent~]" },
  { "superseded by a later report", "control u A part 2023-12-20; control u A whole 2023-12-25",
    "u", NULL, "held [A whole independent]" },
  { "not before that", "control u A part 2023-12-20; control u A whole 2023-12-25", "u",
    "2023-12-24", "held [A part independent]" },
  { "superseded by an interval that ended",
    "control u A part 2023-12-20; control u A whole 2023-12-25/2023-12-28", "u", NULL,
    "undisputed" },
  { "superseded by another's whole", "control u A part 2023-12-20; control u B whole 2023-12-25",
    "u", NULL, "held [B whole independent]" },
  { "not by another's part", "control u A part 2023-12-20; control u B part 2023-12-25", "u", NULL,
    "held [B part independent] [A part independent]" },
  { "perhaps superseded", "control u A part 2023-12-20; control u A none 2024-01", "u",
    "2024-01-10", "held [A part independent?] (A none independent?)" },
  { "not by own word", "control u A part 2023-12-20; control u A whole 2023-12-25 by=a", "u", NULL,
    "held [A part independent] (A whole own) !" },
  { "own word by own word", "control u A part 2023-12-20 by=a; control u A whole 2023-12-25 by=a",
    "u", NULL, "held [A whole own]" },
  { "not by the own word of a rival",
    "control u A whole 2023-12-20 by=a; control u V whole 2023-12-25 by=v", "u", NULL,
    "held [V whole own] [A whole own] !" },
  { "a later not whole adds to a part",
    "control u A part 2023-12-20; control u A not_whole 2023-12-25", "u", NULL,
    "held [A part independent*2]" },
  { "a later not whole undoes a whole",
    "control u A whole 2023-12-20; control u A not_whole 2023-12-25", "u", NULL,
    "held [A not_whole independent]" },
  { "two of one day", "control u A part 2023-12-20; control u B part 2023-12-20", "u", NULL,
    "held [A part independent] [B part independent]" },
  { "an interval isn't superseded",
    "control u A part 2020/.. concluded; control u A part 2023-12-20", "u", NULL,
    "held [A part independent*2]" },
};

static const Row inheritance_rows[] = {
  { "whole passes down", "control V A whole 2020/..", "s", NULL, "held [A whole independent<V]" },
  { "none passes down", "control u A none 2020/..; claim s A law 2020/..", "s", NULL,
    "silent (A none independent<u) {A law}" },
  { "part doesn't", "control u A part 2020/..", "s", NULL, "undisputed" },
  { "part stops what is farther",
    "control V A whole 2020/..; control u B part 2020/..; claim s A law 2020/..", "s", NULL,
    "silent {A law}" },
  { "not stated doesn't pass", "control u A not_stated 2020/..; claim s A law 2020/..", "s", NULL,
    "silent {A law}" },
  { "own control stops inheritance", "control u A whole 2020/..; control s B foothold 2020/..", "s",
    NULL, "held [B foothold independent]" },
  { "an own none is an exception",
    "control u A whole 2020/..; control s A none 2020/..; claim s A law 2020/..", "s", NULL,
    "silent (A none independent) {A law}" },
  { "from a composite", "control c A whole 2020/..", "w", NULL, "held [A whole independent<c]" },
  { "two at one distance", "control c A whole 2020/..; control V B whole 2020/..", "u", NULL,
    "held [A whole independent<c] [B whole independent<V] !" },
  { "the nearest one", "control V A whole 2020/..; control u B whole 2020/..", "s", NULL,
    "held [B whole independent<u]" },
  { "only what decides passes", "control V A whole 2020/.. by=a; control V B whole 2020/..", "u",
    NULL, "held [B whole independent<V]" },
  { "nothing passes up", "control u A whole 2020/..", "V", NULL, "undisputed" },
  { "nor through a description", "control d A whole 2020/..", "w", NULL, "undisputed" },
  { "hedged doesn't stop inheritance", "control u A whole 2020/..; control s B part 2020/.. hedged",
    "s", NULL, "held [A whole independent<u]" },
  { "a claim passes down", "claim V A law 2020/..", "s", NULL, "silent {A law<V}" },
  { "own claim before inherited", "claim V A law 2020/..; claim u A demand 2021/..", "u", NULL,
    "silent {A demand}" },
  { "nearest for each claimant",
    "claim V A law 2020/..; claim u A treaty 2020/..; claim V B law 2021/..", "s", NULL,
    "silent {B law<V} {A treaty<u}" },
  { "aspiration doesn't hide a claim", "claim V A law 2020/..; claim u A aspiration 2021/..", "u",
    NULL, "silent {A law<V} {A aspiration}" },
  { "is not cancels an inherited claim", "claim V A law 2020/..; claim u A law 2020/.. is_not", "u",
    NULL, "undisputed" },
  { "and below", "claim V A law 2020/..; claim u A law 2020/.. is_not", "s", NULL, "undisputed" },
  { "but of that claimant only",
    "claim V A law 2020/..; claim V B law 2020/..; claim u A law 2020/.. is_not", "u", NULL,
    "silent {B law<V}" },
  { "perhaps not", "claim V A law 2020/..; claim u A law 2024/.. is_not", "u", "2024-02-01",
    "silent {A law?<V}" },
  { "a composite is nearer than the state around it",
    "control V A whole 2020/..; control e B whole 2020/..", "t", NULL,
    "held [B whole independent<e]" },
  { "and its part hands nothing down", "control V A whole 2020/..; control e B part 2020/..", "t",
    NULL, "undisputed" },
  { "its denial goes before a claim to the state",
    "claim V A law 2020/..; claim e A law 2020/.. is_not", "t", NULL, "undisputed" },
  { "its claim before that to the state", "claim V A law 2020/..; claim e A treaty 2020/..", "t",
    NULL, "silent {A treaty<e}" },
  { "a nearer claim after a denial", "claim V A law 2020/.. is_not; claim c A law 2020/..", "u",
    NULL, "silent {A law<c}" },
};

static const Row dispute_rows[] = {
  { "nothing asserted", "", "u", NULL, "undisputed" },
  { "the state's own hold and claim", "control u V whole 2020/..; claim V V borders 2000/..", "u",
    NULL, "undisputed" },
  { "its official's hold", "control u v whole 2020/..", "u", NULL, "undisputed" },
  { "someone else's claim", "control u V whole 2020/..; claim u A law 2020/..", "u", NULL,
    "held [V whole independent] {A law}" },
  { "an aspiration counts", "claim u A aspiration 2020/..", "u", NULL, "silent {A aspiration}" },
  { "so does a possible one", "claim u A aspiration 2024/..", "u", "2024-02-01",
    "silent {A aspiration?}" },
  { "what others say of its claim", "claim u A law 2020/.. by=x", "u", NULL, "silent {A law}" },
  { "its state says that its organ holds", "control u k part 2020/.. by=A", "u", NULL,
    "held [k part own]" },
  { "an official of its state does", "control u k part 2020/.. by=a", "u", NULL,
    "held [k part own]" },
  { "what an organ holds its state holds", "control u k whole 2020/..; control u A whole 2020/..",
    "u", NULL, "held [k whole independent] [A whole independent]" },
  { "says it holds", "control u A part 2020/.. by=a", "u", NULL, "held [A part own]" },
  { "who left office doesn't speak", "control u A part 2020/.. by=o", "u", NULL,
    "held [A part independent]" },
  { "who spoke in office did", "control u A part 2020/.. by=o said=2009", "u", NULL,
    "held [A part own]" },
  { "who doesn't speak for it", "control u A part 2020/.. by=n", "u", NULL,
    "held [A part independent]" },
  { "a neighbour stays undisputed", "control u A whole 2020/..; claim u A law 2020/..", "w", NULL,
    "undisputed" },
  { "a state by part of it", "control V A part 2020/..", "V", NULL, "held [A part independent]" },
  { "whose units it doesn't dispute", "control V A part 2020/..", "u", NULL, "undisputed" },
  { "a sea nobody claims", "", "z", NULL, "undisputed" },
  { "a sea that one claims", "claim z V law 2020/..", "z", NULL, "silent {V law}" },
  { "only stated colours",
    "control u A whole 2020/.. hedged; claim u A law 2020/.. predicted; claim u B law 2020/.. "
    "intended",
    "u", NULL, "undisputed" },
  { "retracted never counts", "control u A whole 2020/.. retracted", "u", NULL, "undisputed" },
  { "needs support", "control u A whole 2020/.. disputed; claim u A law 2020/.. qualified", "u",
    NULL, "undisputed" },
  { "claims and its denial", "claim u A law 2020/..; claim u A law 2020/.. is_not", "u", NULL,
    "silent {A law} !" },
  { "settled for the claim", "claim u A law 2020/.. preferred; claim u A law 2020/.. is_not", "u",
    NULL, "silent {A law} =" },
  { "settled against it", "claim u A law 2020/..; claim u A law 2020/.. is_not preferred", "u",
    NULL, "undisputed =" },
  { "and below", "claim u A law 2020/..; claim u A law 2020/.. is_not preferred", "s", NULL,
    "undisputed" },
  { "strongest basis first", "claim u A demand 2015/..; claim u A law 2020/..", "u", NULL,
    "silent {A law*2}" },
  { "claims of longest standing first", "claim u A law 2020/..; claim u V law 2000/..", "u", NULL,
    "silent {V law} {A law}" },
  { "figures that leave no room", "figure u 10 20 2020; figure u 30 40 2020", "u", NULL,
    "undisputed !" },
  { "figures that do", "figure u 10 30 2020; figure u 30 40 2020", "u", NULL, "undisputed" },
  { "figures of two periods", "figure u 10 20 2020; figure u 30 40 2021", "u", NULL, "undisputed" },
  { "figures overruled", "figure u 10 20 2020; figure u 30 40 2020 deprecated", "u", NULL,
    "undisputed =" },
};

static const Row knowledge_rows[] = {
  { "known on the day it was out", "control u A whole 2020/..", "u", NULL,
    "held [A whole independent]", "2021-01-01" },
  { "not a day earlier", "control u A whole 2020/..", "u", NULL, "undisputed", "2020-12-31" },
  { "from the latest possible day", "control u A whole 2020/.. src=4", "u", NULL,
    "held [A whole independent]", "2022-12-31" },
  { "not while it may be unpublished", "control u A whole 2020/.. src=4", "u", NULL, "undisputed",
    "2022-12-30" },
  { "undated counts without a day", "control u A whole 2020/.. src=3", "u", NULL,
    "held [A whole independent]" },
  { "and never with one", "control u A whole 2020/.. src=3", "u", NULL, "undisputed",
    "2029-01-01" },
  { "conflicts are found anew", "control u A whole 2020/..; control u B whole 2020/.. src=2", "u",
    NULL, "held [A whole independent]", "2022-01-01" },
  { "of an actor", "control u A whole 2020/..; claim u A law 2020/..; claim u B law 2020/..", "u",
    NULL, "silent {A law}", NULL, "A" },
  { "and its officials", "control u A part 2020/.. by=a; claim u A law 2020/.. by=a", "u", NULL,
    "held [A part own] {A law}", NULL, "A" },
  { "not an official's own", "claim u A law 2020/..", "u", NULL, "undisputed", NULL, "a" },
  { "not those who had left", "control u A part 2020/.. by=o", "u", NULL, "undisputed", NULL, "A" },
  { "an organ's", "control u A part 2020/.. by=m said=2009", "u", NULL, "held [A part own]", NULL,
    "k" },
  { "and so its state's", "control u A part 2020/.. by=m said=2009", "u", NULL,
    "held [A part own]", NULL, "A" },
  { "not a state's as its organ's", "control u A part 2020/.. by=A", "u", NULL, "undisputed", NULL,
    "k" },
  { "nor after he had left", "control u A part 2020/.. by=m said=2011", "u", NULL, "undisputed",
    NULL, "A" },
  { "disputing evidence of a later source drops",
    "control u A whole 2020/..; evidence 1 disputed src=2", "u", NULL, "held [A whole independent]",
    "2021-01-01" },
  { "disputing evidence alone supports nothing",
    "control u A whole 2020/.. src=2; evidence 1 disputed", "u", NULL, "undisputed", "2021-01-01" },
  { "conclusions are nobody's", "control u A part 2020/.. concluded by=", "u", NULL, "undisputed",
    NULL, "A" },
  { "of a publication", "control u A whole 2020/..; control u B whole 2020/.. src=2", "u", NULL,
    "held [B whole independent]", NULL, NULL, 2 },
};

static MarchDay
read_day (const char *text, MarchDay otherwise)
{
  MarchDay day = otherwise;

  if (text != NULL)
    g_assert_true (march_day_parse (text, &day, NULL));
  return day;
}

static void
check_rows (const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      MarchQuestion question = { .as_of = read_day (rows[i].day, march_day_from_ymd (2024, 1, 1)),
                                 .known_by = read_day (rows[i].known_by, MARCH_DAY_MAX),
                                 .according_actor = rows[i].according != NULL
                                                        ? tiny_actor (corpus, rows[i].according)->id
                                                        : 0,
                                 .according_source = rows[i].source };
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
      g_autofree char          *actual = tiny_describe (snapshot, rows[i].place);

      if (!g_str_equal (actual, rows[i].expected))
        {
          g_test_message ("%s: %s, not %s", rows[i].name, actual, rows[i].expected);
          g_test_fail ();
        }
    }
}

static void
test_order (void)
{
  check_rows (order_rows, G_N_ELEMENTS (order_rows));
}

static void
test_time (void)
{
  check_rows (time_rows, G_N_ELEMENTS (time_rows));
}

static void
test_inheritance (void)
{
  check_rows (inheritance_rows, G_N_ELEMENTS (inheritance_rows));
}

static void
test_dispute (void)
{
  check_rows (dispute_rows, G_N_ELEMENTS (dispute_rows));
}

static void
test_knowledge (void)
{
  check_rows (knowledge_rows, G_N_ELEMENTS (knowledge_rows));
}

static MarchSnapshot *
ask (MarchCorpus *corpus, const char *day, const char *known_by)
{
  return march_snapshot_new (corpus,
                             &(MarchQuestion){ .as_of = read_day (day, 0),
                                               .known_by = read_day (known_by, MARCH_DAY_MAX) });
}

static void
test_empty (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("control u A whole 2020/..");
  g_autoptr (MarchSnapshot) early = ask (corpus, "2024-01-01", "2019-01-01");
  g_autoptr (MarchSnapshot) late = ask (corpus, "2024-01-01", "2021-01-01");
  g_autofree char          *reason = march_snapshot_describe_empty (early);

  g_assert_cmpstr (reason, ==,
                   "Nothing is on record yet on this day: the earliest source is of 1 January "
                   "2021.");
  g_assert_null (march_snapshot_describe_empty (late));
}

/* A perspective that disputes nothing says why. */
static void
test_empty_perspective (void)
{
  static const struct
  {
    const char *assertions;
    const char *according;
    const char *expected; /* NULL: not empty */
  } rows[] = {
    { "claim u A law 2020/..", "A", NULL },
    { "claim u A law 2020/..", "a", "According to a nothing is on record." },
    { "claim V V law 2000/..", "V", "According to V no place is disputed on this day." },
    { "control u A part 2025/.. by=x", "x",
      "According to x it is not on record who holds a place or says they own it on this day, but "
      "on others." },
    { "control u A whole 2020/.. by=x intended", "x",
      "According to x it is not on record who holds a place or says they own it; what is "
      "intended, predicted, asked or hedged colours nothing." },
    { "control u A whole 2020/.. by=x deprecated; figure u 1 2 2020 by=x", "x",
      "According to x it is not on record who holds a place or says they own it, but other "
      "things are." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus) corpus = tiny_corpus_new (rows[i].assertions);
      MarchQuestion question = { .as_of = march_day_from_ymd (2024, 1, 1),
                                 .known_by = MARCH_DAY_MAX,
                                 .according_actor = tiny_actor (corpus, rows[i].according)->id };
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
      g_autofree char          *reason = march_snapshot_describe_empty (snapshot);

      g_assert_cmpstr (reason, ==, rows[i].expected);
      g_assert_false (march_snapshot_is_blank (snapshot));
    }
}

/* Quotations are those of what is shown and told, each once, in the order of their sources. */
static void
test_quotations (void)
{
  g_autoptr (MarchCorpus)
      corpus = tiny_corpus_new ("control u A whole 2020/.. src=2; claim u A law 2020/..; figure u "
                                "1 2 2020; "
                                "control u A whole 2020/.. hedged; claim u B law 1990/1991");
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-01-01", NULL);
  g_autoptr (MarchSnapshot) older = ask (corpus, "2010-01-01", NULL);
  GPtrArray *shown = march_snapshot_get_finding (snapshot, tiny_place (corpus, "u"))->quotations;
  GPtrArray *undisputed = march_snapshot_get_finding (older, tiny_place (corpus, "u"))->quotations;

  g_assert_cmpuint (shown->len, ==, 3);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 0))->id, ==, 2);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 1))->id, ==, 3);
  g_assert_cmpint (((const MarchQuotation *) g_ptr_array_index (shown, 2))->id, ==, 1);
  g_assert_cmpuint (undisputed->len, ==, 1);
}

static void
test_list_valid (void)
{
  g_autoptr (MarchCorpus)
      corpus = tiny_corpus_new ("control u A whole 2020/.. hedged; claim u A law 2020/2021; "
                                "control w A part 2020-05-01; figure u 1 2 2020");
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-01-01", NULL);
  g_autoptr (GPtrArray) controls = march_snapshot_list_valid (snapshot, MARCH_KIND_CONTROL, NULL);
  g_autoptr (GPtrArray)
      here = march_snapshot_list_valid (snapshot, MARCH_KIND_CONTROL, tiny_place (corpus, "u"));
  g_autoptr (GPtrArray)     claims = march_snapshot_list_valid (snapshot, MARCH_KIND_CLAIM, NULL);
  g_autoptr (GPtrArray)     figures = march_snapshot_list_valid (snapshot, MARCH_KIND_FIGURE, NULL);

  g_assert_cmpuint (controls->len, ==, 2);
  g_assert_cmpuint (here->len, ==, 1);
  g_assert_cmpuint (claims->len, ==, 0);
  g_assert_cmpuint (figures->len, ==, 1);
}

/* What a value was on a day it is taken to be from then on, as a report of control is. */
static void
test_carried_values (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new ("value u A economic 2023-12-20; "
                                                      "value w A economic 2023-12-20/2023-12-25");
  g_autoptr (MarchSnapshot) before = ask (corpus, "2023-12-19", NULL);
  g_autoptr (MarchSnapshot) later = ask (corpus, "2024-01-01", NULL);
  g_autoptr (GPtrArray)     early = march_snapshot_list_valid (before, MARCH_KIND_VALUE, NULL);
  g_autoptr (GPtrArray)     late = march_snapshot_list_valid (later, MARCH_KIND_VALUE, NULL);

  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpuint (late->len, ==, 1);
  g_assert_true (((const MarchAssertion *) g_ptr_array_index (late, 0))->place
                 == tiny_place (corpus, "u"));
}

/* A quotation counts once for a kind of value, and only one that supports it. */
static void
test_count_value (void)
{
  g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (
        "value u A economic 2023-12-20; evidence 1 disputed; evidence 1 qualified; evidence 1; "
        "evidence 1 src=2; value u A symbolic 2023-12-20; value u A economic 2025-01-01; "
        "value c A economic 2020/..; value V A economic 2020/..; "
        "value u A economic 2023-12-20 deprecated");
  g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-01-01", NULL);
  g_autoptr (MarchSnapshot) early = ask (corpus, "2024-01-01", "2022-01-01");
  g_autoptr (MarchSnapshot) before = ask (corpus, "2023-12-19", NULL);
  const MarchPlace         *u = tiny_place (corpus, "u");

  g_assert_cmpuint (march_snapshot_count_value (snapshot, u, MARCH_VALUE_ECONOMIC), ==, 4);
  g_assert_cmpuint (march_snapshot_count_value (early, u, MARCH_VALUE_ECONOMIC), ==, 3);
  g_assert_cmpuint (march_snapshot_count_value (before, u, MARCH_VALUE_ECONOMIC), ==, 1);
  g_assert_cmpuint (march_snapshot_count_value (snapshot, u, MARCH_VALUE_SYMBOLIC), ==, 1);
  g_assert_cmpuint (march_snapshot_count_value (snapshot, u, MARCH_VALUE_STRATEGIC), ==, 0);
}

/* Since when a claimant has said so: the start of the first of the claims that follow each other
 * without a gap. */
static void
test_since (void)
{
  static const struct
  {
    const char *assertions;
    const char *place;
    const char *expected;
  } rows[] = {
    { "claim u A law 2020-09/..", "u", "2020-09" },
    { "claim u A law ../2025", "u", "" },
    { "claim u A law 1991/2022-05-14~; claim u A law 2022-05-15~/..", "u", "1991" },
    { "claim u A law 1991/2022-05-13; claim u A law 2022-05-15/..", "u", "2022-05-15" },
    { "claim u A law 1991/2000; claim u A law 2001/2010; claim u A law 2005/..", "u", "1991" },
    { "claim u A law 1991/2000; claim u A law 2005/2010; claim u A law 2011/..", "u", "2005" },
    { "claim u A law 2005/..; claim u A demand 1999/..", "u", "1999" },
    { "claim u A aspiration 1991/2010; claim u A law 2010/..", "u", "2010" },
    { "claim u A law ../2010; claim u A law 2011/..", "u", "" },
    { "claim u B law 1991/2010; claim u A law 2011/..", "u", "2011" },
    { "claim V A law 1991/2010; claim u A law 2011/..", "u", "1991" },
    { "claim V A law 1991/..; claim u A law 2011/..", "s", "1991" },
    { "claim V A law 1991/..; claim u A law 1991/2010 is_not; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 1991/2010 deprecated; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 1991/2010 predicted; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 1991/2010 retracted; claim u A law 2011/..", "u", "2011" },
    { "claim u A law 2026/..; claim u A law 2011/..", "u", "2011" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2024-01-01", NULL);
      const MarchFinding       *finding =
          march_snapshot_get_finding (snapshot, tiny_place (corpus, rows[i].place));

      g_assert_cmpstr (((const MarchOwn *) g_ptr_array_index (finding->owns, 0))->since, ==,
                       rows[i].expected);
    }
}

static void
test_equal_drawing (void)
{
  g_autoptr (MarchCorpus)
      corpus = tiny_corpus_new ("control u A part 2020-01-01; claim u A law 2022-01-01/..");
  g_autoptr (MarchSnapshot) first = ask (corpus, "2020-01-05", NULL);
  g_autoptr (MarchSnapshot) next = ask (corpus, "2020-01-06", NULL);
  g_autoptr (MarchSnapshot) old = ask (corpus, "2020-06-06", NULL);
  g_autoptr (MarchSnapshot) claimed = ask (corpus, "2022-06-06", NULL);

  g_assert_true (march_snapshot_equal_drawing (first, next));
  g_assert_false (march_snapshot_equal_drawing (first, old));
  g_assert_false (march_snapshot_equal_drawing (old, claimed));
}

static char *
make_random (GRand *rand)
{
  static const char *const spots[] = { "V", "u", "w", "c", "s", "z" };
  static const char *const holders[] = { "V", "A", "B" };
  static const char *const years[] = { "2020/..",    "2022/..", "2019/2024",
                                       "2023-06-01", "2023-06", "2021-01-01/2023-05-05" };
  static const char *const tails[] = {
    "",           " concluded",  " by=a",   " by=v",  " by=b src=2",
    " preferred", " deprecated", " is_not", " src=2", " src=3"
  };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    {
      gboolean        claim = g_rand_boolean (rand);
      MarchVocabulary values = claim ? MARCH_VOCABULARY_CLAIM_BASIS : MARCH_VOCABULARY_EXTENT;

      g_string_append_printf (
          text, "%s %s %s %s %s%s;", claim ? "claim" : "control",
          spots[g_rand_int_range (rand, 0, G_N_ELEMENTS (spots))],
          holders[g_rand_int_range (rand, 0, G_N_ELEMENTS (holders))],
          march_vocabulary_get_nick (values, g_rand_int_range (rand, 0,
                                                               march_vocabulary_get_size (values))),
          years[g_rand_int_range (rand, 0, G_N_ELEMENTS (years))],
          tails[g_rand_int_range (rand, 0, G_N_ELEMENTS (tails))]);
    }
  return g_string_free (text, FALSE);
}

/* What holds of every finding, whatever is asserted. */
static void
check_finding (const MarchFinding *finding)
{
  g_assert_true (finding->disputed == (finding->state != MARCH_STATE_UNDISPUTED));
  g_assert_true ((finding->state == MARCH_STATE_HELD) == (finding->n_deciding > 0));
  g_assert_cmpuint (finding->n_deciding, <=, finding->holds->len);
  g_assert_true (finding->disputed || (finding->holds->len == 0 && finding->owns->len == 0));
  for (guint i = 0; i < finding->holds->len; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);

      g_assert_true (hold->inherited_from == NULL || hold->extent == MARCH_EXTENT_WHOLE
                     || hold->extent == MARCH_EXTENT_NONE);
      g_assert_cmpint (hold->certainty, !=, MARCH_CERTAINTY_NONE);
      g_assert_true (i >= finding->n_deciding || hold->extent != MARCH_EXTENT_NONE);
      for (guint j = 0; j < hold->assertions->len; j++)
        g_assert_true (((const MarchAssertion *) g_ptr_array_index (hold->assertions, j))->actor
                       == hold->actor);
      g_assert_cmpuint (finding->quotations->len, >, 0);
    }
}

/* No colour without a quotation, "part" is never inherited, and nothing once known is unknown
 * later. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240101);
  static const char *const days[] = { "2020-12-31", "2021-01-01", "2022-06-30", "2023-01-01",
                                      NULL };

  for (guint round = 0; round < 400; round++)
    {
      g_autofree char          *text = make_random (rand);
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (text);
      g_autoptr (MarchSnapshot) before = NULL;
      GPtrArray *places = march_corpus_get_places (corpus),
                *assertions = march_corpus_get_assertions (corpus);

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        {
          g_autoptr (MarchSnapshot) snapshot = ask (corpus, "2023-06-15", days[i]);

          for (guint j = 0; j < places->len; j++)
            check_finding (march_snapshot_get_finding (snapshot, g_ptr_array_index (places, j)));
          for (guint j = 0; before != NULL && j < assertions->len; j++)
            g_assert_true (!march_snapshot_is_known (before, g_ptr_array_index (assertions, j))
                           || march_snapshot_is_known (snapshot,
                                                       g_ptr_array_index (assertions, j)));
          g_clear_pointer (&before, march_snapshot_unref);
          before = g_steal_pointer (&snapshot);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/snapshot/order", test_order);
  g_test_add_func ("/dossier/snapshot/time", test_time);
  g_test_add_func ("/dossier/snapshot/inheritance", test_inheritance);
  g_test_add_func ("/dossier/snapshot/dispute", test_dispute);
  g_test_add_func ("/dossier/snapshot/knowledge", test_knowledge);
  g_test_add_func ("/dossier/snapshot/empty", test_empty);
  g_test_add_func ("/dossier/snapshot/empty-perspective", test_empty_perspective);
  g_test_add_func ("/dossier/snapshot/quotations", test_quotations);
  g_test_add_func ("/dossier/snapshot/list-valid", test_list_valid);
  g_test_add_func ("/dossier/snapshot/carried-values", test_carried_values);
  g_test_add_func ("/dossier/snapshot/count-value", test_count_value);
  g_test_add_func ("/dossier/snapshot/since", test_since);
  g_test_add_func ("/dossier/snapshot/equal-drawing", test_equal_drawing);
  g_test_add_func ("/dossier/snapshot/properties", test_properties);
  return g_test_run ();
}
