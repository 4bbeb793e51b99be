/* test-said-when.c — words that tell of a time, in three languages */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-edtf.h"
#include "coding/march-said-when.h"

/* 15 May 2031 is a Thursday. "words=edtf confidence", joined by "; ". */
static const struct
{
  const char *text;
  const char *published;
  const char *expected;
} cases[] = {
  /* counted from the day of publication */
  { "He said so yesterday.", "2031-05-15", "yesterday=2031-05-14 high" },
  { "It was the day before yesterday", "2031-05-15",
    "the day before yesterday=2031-05-13 high" },
  { "Talks today, talks tomorrow", "2031-05-15",
    "today=2031-05-15 high; tomorrow=2031-05-16 high" },
  { "Yesterday evening", "2031-05-15~", "Yesterday=2031-05-14~ low" },
  { "Yesterday evening", "2031-05-15?", "Yesterday=2031-05-14~ low" },
  { "Yesterday evening", "2031-05", "Yesterday=2031-05~ low" },
  { "Yesterday evening", "2031~", "Yesterday=2031~ low" },
  { "Yesterday evening", "", "Yesterday= low" },
  { "Yesterday evening", "2031/..", "Yesterday= low" },
  { "new year's eve, yesterday", "2031-01-01", "yesterday=2030-12-31 high" },
  { "last week", "2031-05-15", "last week=2031-05-05/2031-05-11 moderate" },
  { "this week", "2031-05-15", "this week=2031-05-12/2031-05-15 moderate" },
  { "this week", "2031-05-12", "this week=2031-05-12 moderate" },
  { "last month", "2031-01-15", "last month=2030-12 high" },
  { "last month", "2031-05", "last month=2031-04 high" },
  { "last month", "2031-05-15~", "last month=2031-04~ low" },
  { "earlier this month", "2031-05-15", "earlier this month=2031-05 high" },
  { "last year", "2031~", "last year=2030 moderate" },
  { "two days ago", "2031-05-15", "two days ago=2031-05-13 high" },
  { "a week ago", "2031-05-15", "a week ago=2031-05-08~ moderate" },
  { "3 months ago", "2031-05-15", "3 months ago=2031-02 moderate" },
  { "ten years ago", "2031-05-15", "ten years ago=2021 moderate" },
  /* weekdays */
  { "He told so on Monday.", "2031-05-15", "Monday=2031-05-12 moderate" },
  { "on Thursday", "2031-05-15", "Thursday=2031-05-15 moderate" },
  { "last Thursday", "2031-05-15", "last Thursday=2031-05-08 moderate" },
  { "on Friday", "2031-05-15", "Friday=2031-05-09 moderate" },
  { "on Friday", "2031-05-15~", "Friday=2031-05-09~ low" },
  { "on Friday", "2031-05", "Friday=2031-05~ low" },
  /* dates */
  { "on 19 December 2030, at noon", "2031-05-15", "19 December 2030=2030-12-19 high" },
  { "on December 19, 2030", "", "December 19, 2030=2030-12-19 high" },
  { "On December 19 he spoke.", "2031-05-15", "December 19=2030-12-19 moderate" },
  { "the 19th of April", "2031-05-15", "19th of April=2031-04-19 moderate" },
  { "on Dec. 3", "2031-05-15", "Dec. 3=2030-12-03 moderate" },
  { "on 15 May", "2031-05-15", "15 May=2031-05-15 moderate" },
  { "on 16 May", "2031-05-15", "16 May=2030-05-16 moderate" },
  { "on 19 December", "", "19 December= low" },
  { "29 February", "2031-05-15", "29 February=2028-02-29 moderate" },
  { "30 February", "2031-05-15", "" },
  { "30 February 2031", "2031-05-15", "" },
  { "2030-12-19 and 19.12.2030", "", "2030-12-19=2030-12-19 high; 19.12.2030=2030-12-19 high" },
  { "in mid-December", "2031-05-15", "mid-December=2030-12~ moderate" },
  { "since December 2030", "2031-05-15", "December 2030=2030-12 high" },
  { "in March", "2031-05-15", "March=2031-03 moderate" },
  { "in 2030", "2031-05-15", "2030=2030 high" },
  { "that may be, they march in and may stay", "2031-05-15", "" },
  { "May was there; 2030 men, 12 of them", "2031-05-15", "" },
  { "second of all, one day, a month", "2031-05-15", "" },
  /* German */
  { "Er sagte gestern", "2031-05-15", "gestern=2031-05-14 high" },
  { "Vorgestern und heute", "2031-05-15", "Vorgestern=2031-05-13 high; heute=2031-05-15 high" },
  { "am Montag", "2031-05-15", "Montag=2031-05-12 moderate" },
  { "am vergangenen Donnerstag", "2031-05-15", "vergangenen Donnerstag=2031-05-08 moderate" },
  { "in der vergangenen Woche", "2031-05-15",
    "vergangenen Woche=2031-05-05/2031-05-11 moderate" },
  { "vor zwei Tagen", "2031-05-15", "vor zwei Tagen=2031-05-13 high" },
  { "vor einem Monat", "2031-05-15", "vor einem Monat=2031-04 moderate" },
  { "am 19. Dezember", "2031-05-15", "19. Dezember=2030-12-19 moderate" },
  { "am 3. März 2030", "2031-05-15", "3. März 2030=2030-03-03 high" },
  { "Mitte Dezember", "2031-05-15", "Mitte Dezember=2030-12~ moderate" },
  { "im Mai", "2031-05-15", "Mai=2031-05 moderate" },
  { "im vergangenen Jahr", "2031-05-15", "vergangenen Jahr=2030 high" },
  /* Ukrainian */
  { "Він сказав учора", "2031-05-15", "учора=2031-05-14 high" },
  { "Сьогодні, а не позавчора", "2031-05-15",
    "Сьогодні=2031-05-15 high; позавчора=2031-05-13 high" },
  { "у понеділок", "2031-05-15", "понеділок=2031-05-12 moderate" },
  { "минулого тижня", "2031-05-15", "минулого тижня=2031-05-05/2031-05-11 moderate" },
  { "минулої п’ятниці", "2031-05-15", "минулої п’ятниці=2031-05-09 moderate" },
  { "два дні тому", "2031-05-15", "два дні тому=2031-05-13 high" },
  { "тиждень тому", "2031-05-15", "тиждень тому=2031-05-08~ moderate" },
  { "19 грудня", "2031-05-15", "19 грудня=2030-12-19 moderate" },
  { "19 грудня 2030 року", "2031-05-15", "19 грудня 2030 року=2030-12-19 high" },
  { "у грудні", "2031-05-15", "грудні=2030-12 moderate" },
  { "у середині грудня", "2031-05-15", "середині грудня=2030-12~ moderate" },
  { "торік", "2031-05-15", "торік=2030 high" },
  { "у 2030 році", "2031-05-15", "2030 році=2030 high" },
};

static char *
describe (GPtrArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MarchSaidWhen *said = g_ptr_array_index (found, i);

      g_string_append_printf (
          text, "%s%s=%s %s", i > 0 ? "; " : "", said->words, said->edtf,
          march_vocabulary_get_nick (MARCH_VOCABULARY_CONFIDENCE, said->confidence));
    }
  return g_string_free (text, FALSE);
}

/* What is found is a date of EDTF, and its words stand where it says. */
static void
check_found (const char *text, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const MarchSaidWhen *said = g_ptr_array_index (found, i);
      g_autofree char *words = g_utf8_substring (text, said->first, said->beyond);
      g_autoptr (MarchEdtf) edtf = march_edtf_new (said->edtf, NULL);

      g_assert_cmpstr (words, ==, said->words);
      g_assert_true (*said->edtf == '\0' || edtf != NULL);
    }
}

static void
test_list (gconstpointer data)
{
  const gsize           i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) found = march_said_when_list (cases[i].text, cases[i].published);
  g_autofree char      *told = describe (found);

  check_found (cases[i].text, found);
  g_test_message ("%s", cases[i].text);
  g_assert_cmpstr (told, ==, cases[i].expected);
}

static const struct
{
  const char *typed;
  const char *published;
  const char *edtf; /* NULL: can't be read */
} typed[] = {
  { "2031-05-14", "2031-05-15", "2031-05-14" },
  { "2031-05/..", "2031-05-15", "2031-05/.." },
  { "yesterday", "2031-05-15", "2031-05-14" },
  { "yesterday", "", NULL },
  { "19 December", "2031-05-15", "2030-12-19" },
  { "19 December 2029", "2031-05-15", "2029-12-19" },
  { "14.05.2031", "", "2031-05-14" },
  { "May 2031", "", "2031-05" },
  { "spring 2031", "", "2031-21" },
  { "yesterday or today", "2031-05-15", NULL },
  { "31 February 2031", "2031-05-15", NULL },
  { "", "2031-05-15", NULL },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *edtf = march_said_when_read (typed[i].typed, typed[i].published);

      g_test_message ("%s", typed[i].typed);
      g_assert_cmpstr (edtf, ==, typed[i].edtf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/said-when/list/%zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_list);
    }
  g_test_add_func ("/said-when/typed", test_typed);
  return g_test_run ();
}
