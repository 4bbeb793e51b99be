/* march-said-words.c — words that tell of a time, in English, German and Ukrainian */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-said-words.h"

#include "base/march-fold.h"

/* The forms of each value, in the order of the values from @first on; compared as a search compares
 * them. */
static const struct
{
  MarchTimeWordKind  kind;
  int                first;
  const char *const *forms;
} lists[] = {
  { MARCH_TIME_MONTH, 1,
    (const char *const[]){
        "january januar jänner січень січня січні",
        "february februar feber лютий лютого лютому",
        "march märz березень березня березні", "april квітень квітня квітні",
        "may mai травень травня травні", "june juni червень червня червні",
        "july juli липень липня липні", "august серпень серпня серпні",
        "september вересень вересня вересні", "october oktober жовтень жовтня жовтні",
        "november листопад листопада листопаді", "december dezember грудень грудня грудні",
        NULL } },
  { MARCH_TIME_MONTH_SHORT, 1,
    (const char *const[]){ "jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept",
                           "oct okt", "nov", "dec dez", NULL } },
  { MARCH_TIME_WEEKDAY, 0,
    (const char *const[]){
        "monday montag понеділок понеділка", "tuesday dienstag вівторок вівторка",
        "wednesday mittwoch середу середи", "thursday donnerstag четвер четверга",
        "friday freitag п'ятницю п'ятниці", "saturday samstag sonnabend суботу суботи",
        "sunday sonntag неділю неділі", NULL } },
  { MARCH_TIME_UNIT, MARCH_UNIT_DAY,
    (const char *const[]){ "day days tag tagen tage день дня дні днів",
                           "week weeks woche wochen тиждень тижня тижні тижнів",
                           "month months monat monate monaten місяць місяця місяці місяців",
                           "year years jahr jahre jahren рік року роки років", NULL } },
  { MARCH_TIME_NUMBER, 1,
    (const char *const[]){
        "a an one ein eine einem einer один одну", "two zwei два дві", "three drei три",
        "four vier чотири", "five fünf п'ять", "six sechs шість", "seven sieben сім",
        "eight acht вісім", "nine neun дев'ять", "ten zehn десять", NULL } },
  { MARCH_TIME_AGO, 0, (const char *const[]){ "ago тому", NULL } },
  { MARCH_TIME_BEFORE, 0, (const char *const[]){ "vor", NULL } },
  { MARCH_TIME_PREVIOUS, 0,
    (const char *const[]){ "last letzten vergangenen vorigen минулого минулої минулу", NULL } },
  { MARCH_TIME_PART, 0,
    (const char *const[]){ "mid early late mitte anfang ende середині початку наприкінці", NULL } },
  { MARCH_TIME_IN, 0,
    (const char *const[]){ "in im since during by until seit bis у в з із до від", NULL } },
  { MARCH_TIME_YEAR, 0, (const char *const[]){ "of року рік році", NULL } },
};

static const struct
{
  MarchTimeUnit unit;
  int           offset;
  const char   *words;
} phrases[] = {
  { MARCH_UNIT_DAY, -2, "the day before yesterday" },
  { MARCH_UNIT_DAY, -2, "day before yesterday" },
  { MARCH_UNIT_DAY, -2, "vorgestern" },
  { MARCH_UNIT_DAY, -2, "позавчора" },
  { MARCH_UNIT_DAY, -1, "last night" },
  { MARCH_UNIT_DAY, -1, "yesterday" },
  { MARCH_UNIT_DAY, -1, "gestern" },
  { MARCH_UNIT_DAY, -1, "вчора" },
  { MARCH_UNIT_DAY, -1, "учора" },
  { MARCH_UNIT_DAY, 0, "today" },
  { MARCH_UNIT_DAY, 0, "tonight" },
  { MARCH_UNIT_DAY, 0, "heute" },
  { MARCH_UNIT_DAY, 0, "сьогодні" },
  { MARCH_UNIT_DAY, 1, "tomorrow" },
  { MARCH_UNIT_DAY, 1, "завтра" },
  { MARCH_UNIT_WEEK, -1, "last week" },
  { MARCH_UNIT_WEEK, -1, "the previous week" },
  { MARCH_UNIT_WEEK, -1, "letzte woche" },
  { MARCH_UNIT_WEEK, -1, "letzter woche" },
  { MARCH_UNIT_WEEK, -1, "vergangene woche" },
  { MARCH_UNIT_WEEK, -1, "vergangenen woche" },
  { MARCH_UNIT_WEEK, -1, "vorige woche" },
  { MARCH_UNIT_WEEK, -1, "минулого тижня" },
  { MARCH_UNIT_WEEK, -1, "на минулому тижні" },
  { MARCH_UNIT_WEEK, 0, "this week" },
  { MARCH_UNIT_WEEK, 0, "earlier this week" },
  { MARCH_UNIT_WEEK, 0, "diese woche" },
  { MARCH_UNIT_WEEK, 0, "dieser woche" },
  { MARCH_UNIT_WEEK, 0, "цього тижня" },
  { MARCH_UNIT_MONTH, -1, "last month" },
  { MARCH_UNIT_MONTH, -1, "the previous month" },
  { MARCH_UNIT_MONTH, -1, "letzten monat" },
  { MARCH_UNIT_MONTH, -1, "vergangenen monat" },
  { MARCH_UNIT_MONTH, -1, "vorigen monat" },
  { MARCH_UNIT_MONTH, -1, "минулого місяця" },
  { MARCH_UNIT_MONTH, 0, "this month" },
  { MARCH_UNIT_MONTH, 0, "earlier this month" },
  { MARCH_UNIT_MONTH, 0, "diesen monat" },
  { MARCH_UNIT_MONTH, 0, "diesem monat" },
  { MARCH_UNIT_MONTH, 0, "цього місяця" },
  { MARCH_UNIT_YEAR, -1, "last year" },
  { MARCH_UNIT_YEAR, -1, "the previous year" },
  { MARCH_UNIT_YEAR, -1, "letztes jahr" },
  { MARCH_UNIT_YEAR, -1, "letzten jahr" },
  { MARCH_UNIT_YEAR, -1, "vergangenes jahr" },
  { MARCH_UNIT_YEAR, -1, "vergangenen jahr" },
  { MARCH_UNIT_YEAR, -1, "voriges jahr" },
  { MARCH_UNIT_YEAR, -1, "торік" },
  { MARCH_UNIT_YEAR, -1, "минулого року" },
  { MARCH_UNIT_YEAR, 0, "this year" },
  { MARCH_UNIT_YEAR, 0, "earlier this year" },
  { MARCH_UNIT_YEAR, 0, "dieses jahr" },
  { MARCH_UNIT_YEAR, 0, "diesem jahr" },
  { MARCH_UNIT_YEAR, 0, "цього року" },
};

/* One meaning of a form; a form can have several. */
typedef struct
{
  MarchTimeWordKind kind;
  int               value;
} Meaning;

static void
add_form (GHashTable *words, const char *form, MarchTimeWordKind kind, int value)
{
  char    *folded = march_fold (form);
  GArray  *meanings = g_hash_table_lookup (words, folded);
  Meaning  meaning = { kind, value };

  if (meanings == NULL)
    {
      meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
      g_hash_table_insert (words, g_strdup (folded), meanings);
    }
  g_array_append_val (meanings, meaning);
  g_free (folded);
}

static GHashTable *
read_lists (void)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_array_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int k = 0; lists[i].forms[k] != NULL; k++)
      {
        g_auto (GStrv) forms = g_strsplit (lists[i].forms[k], " ", -1);

        for (char **form = forms; *form != NULL; form++)
          add_form (words, *form, lists[i].kind, lists[i].first + k);
      }
  return words;
}

/**
 * march_time_word_is:
 * @folded: a word, as march_fold() gives it
 * @value: (out) (optional): which one it is
 *
 * Returns: whether it is a word of that kind
 */
gboolean
march_time_word_is (const char *folded, MarchTimeWordKind kind, int *value)
{
  static GHashTable *words = NULL;
  static gsize       ready = 0;
  GArray            *meanings;

  if (g_once_init_enter (&ready))
    {
      words = read_lists ();
      g_once_init_leave (&ready, 1);
    }
  meanings = g_hash_table_lookup (words, folded);
  for (guint i = 0; meanings != NULL && i < meanings->len; i++)
    if (g_array_index (meanings, Meaning, i).kind == kind)
      {
        if (value != NULL)
          *value = g_array_index (meanings, Meaning, i).value;
        return TRUE;
      }
  return FALSE;
}

static GPtrArray *
read_phrases (void)
{
  GPtrArray *read = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      MarchTimePhrase *phrase = g_new0 (MarchTimePhrase, 1);
      g_autofree char *folded = march_fold (phrases[i].words);

      *phrase = (MarchTimePhrase){ g_strsplit (folded, " ", -1), phrases[i].unit,
                                   phrases[i].offset };
      g_ptr_array_add (read, phrase);
    }
  return read;
}

/**
 * march_time_phrases_get:
 *
 * Returns: (transfer none) (element-type MarchTimePhrase): the phrases that are counted from the
 * day of publication
 */
GPtrArray *
march_time_phrases_get (void)
{
  static GPtrArray *read = NULL;

  if (g_once_init_enter (&read))
    g_once_init_leave (&read, read_phrases ());
  return read;
}
