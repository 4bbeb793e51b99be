/* test-rules.c — the rules of a colour, a line each */
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
  { "unless that is preferred",
    "control u A not_stated 2022/.. preferred; control u A part 2020/..", "u", NULL,
    "held [A not_stated independent*2]" },
  { "what agrees with the first alone is another version",
    "control u A not_stated 2022/..; control u A whole 2020/.. by=a; control u A part 2020/.. by=a",
    "u", NULL, "held [A not_stated independent*2] (A part own) !" },
  { "what is overridden overrides nothing",
    "control u A most 2020/..; control u B most 2020/.. concluded; control u B foothold 2020/.. "
    "by=b",
    "u", NULL, "held [A most independent] [B foothold own] (B most concluded) ! !" },
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
  { NULL },
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
  { "not stated by not stated",
    "control u A not_stated 2023-12-20; control u A not_stated 2023-12-25", "u", NULL,
    "held [A not_stated independent]" },
  { "by the newest of its kind",
    "control u A part 2023-12-20; control u A whole 2023-12-25; control u A whole 2023-12-15", "u",
    NULL, "held [A whole independent]" },
  { "nothing is not superseded by another's whole",
    "control u A none 2023-12-20; control u B whole 2023-12-25", "u", NULL,
    "held [B whole independent] (A none independent)" },
  { "an interval isn't superseded",
    "control u A part 2020/.. concluded; control u A part 2023-12-20", "u", NULL,
    "held [A part independent*2]" },
  { NULL },
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
  { NULL },
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
  { "also where its state is told first",
    "control u A whole 2020/..; control u k whole 2020/.. concluded", "u", NULL,
    "held [A whole independent] (k whole concluded)" },
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
  { "superseded never counts",
    "control u A whole 2020/..; control u B whole 2020/.. supersedes=1", "u", NULL,
    "held [B whole independent]" },
  { "needs support", "control u A whole 2020/.. disputed; claim u A law 2020/.. qualified", "u",
    NULL, "undisputed" },
  { "claims and its denial", "claim u A law 2020/..; claim u A law 2020/.. is_not", "u", NULL,
    "silent {A law} !" },
  { "or perhaps its denial", "claim u A law 2020/..; claim u A law 2024/.. is_not", "u",
    "2024-02-01", "silent {A law}" },
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
  { NULL },
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
  { NULL },
};

static void
check_rows (gconstpointer data)
{
  const Row *rows = data;

  for (guint i = 0; rows[i].name != NULL; i++)
    {
      g_autoptr (MarchCorpus)   corpus = tiny_corpus_new (rows[i].assertions);
      MarchDay                  day = march_day_from_ymd (2024, 1, 1);
      MarchQuestion question = { .as_of = tiny_read_day (rows[i].day, day),
                                 .known_by = tiny_read_day (rows[i].known_by, MARCH_DAY_MAX),
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/asof/rules/order", order_rows, check_rows);
  g_test_add_data_func ("/asof/rules/time", time_rows, check_rows);
  g_test_add_data_func ("/asof/rules/inheritance", inheritance_rows, check_rows);
  g_test_add_data_func ("/asof/rules/dispute", dispute_rows, check_rows);
  g_test_add_data_func ("/asof/rules/knowledge", knowledge_rows, check_rows);
  return g_test_run ();
}
