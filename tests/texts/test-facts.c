/* test-facts.c — dates, addresses and identifiers as documents write them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "texts/march-address.h"
#include "texts/march-facts.h"

static const struct
{
  const char *told;
  const char *edtf;
} dates[] = {
  { "2031-05-15T09:00:00+03:00", "2031-05-15" },
  { "2031-05-15 09:00", "2031-05-15" },
  { "20310515", "2031-05-15" },
  { "2031/05/15", "2031-05-15" },
  { "2031-05", "2031-05" },
  { " 2031 ", "2031" },
  { "Thu, 15 May 2031 10:00:00 +0200", "2031-05-15" },
  { "15 May 2031", "2031-05-15" },
  { "May 15, 2031", "2031-05-15" },
  { "15.05.2031", "2031-05-15" },
  { "2031-13-15", NULL },
  { "the other day", NULL },
  { "", NULL },
};

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (MarchFacts) facts = march_facts_new ();

      march_facts_offer_date (facts, dates[i].told);
      g_assert_cmpstr (facts->published, ==, dates[i].edtf);
    }
}

/* The first that is told counts; a name is a line, and no address. */
static void
test_offers (void)
{
  g_autoptr (MarchFacts) facts = march_facts_new ();
  g_autofree char *endless = g_strnfill (600, 'a');

  march_facts_offer (&facts->title, " \n ");
  march_facts_offer (&facts->title, endless);
  march_facts_offer (&facts->title, NULL);
  march_facts_offer (&facts->title, "  The Quiet\n\tPartition ");
  march_facts_offer (&facts->title, "Another");
  march_facts_add_author (facts, "Ana Orr");
  march_facts_add_author (facts, " Ana  Orr");
  march_facts_add_author (facts, "https://herald.example/ana");
  march_facts_offer_url (facts, "javascript:alert(1)");
  march_facts_offer_url (facts, "file:///etc/passwd");
  march_facts_offer_url (facts, "https://herald.example/a");
  g_assert_cmpstr (facts->title, ==, "The Quiet Partition");
  g_assert_cmpuint (facts->authors->len, ==, 1);
  g_assert_cmpstr (facts->authors->pdata[0], ==, "Ana Orr");
  g_assert_cmpstr (facts->url, ==, "https://herald.example/a");
}

static const struct
{
  const char *address;
  const char *key;
} addresses[] = {
  { "https://www.Herald.example/a/b/?utm_source=x&id=4#top", "herald.example/a/b?id=4" },
  { "http://herald.example/a/b?id=4", "herald.example/a/b?id=4" },
  { "https://herald.example/a/b?id=4&fbclid=z", "herald.example/a/b?id=4" },
  { "https://herald.example", "herald.example" },
  { "https://herald.example/A", "herald.example/A" },
  { "herald.example/a", NULL },
  { "mailto:ana@herald.example", NULL },
  { "https:///a", NULL },
  { "", NULL },
};

static void
test_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *key = march_address_make_key (addresses[i].address);

      g_assert_cmpstr (key, ==, addresses[i].key);
      g_assert_cmpint (march_address_is_web (addresses[i].address), ==, addresses[i].key != NULL);
    }
}

static void
test_archived (void)
{
  g_autofree char *found = march_address_find_archived ("https://web.archive.org/web/"
                                                        "20310515101500/https://herald.example/"
                                                        "a?b=c");
  g_autofree char *none = march_address_find_archived ("https://herald.example/a");

  g_assert_cmpstr (found, ==, "https://herald.example/a?b=c");
  g_assert_null (none);
}

static const struct
{
  const char *typed;
  const char *doi;
} dois[] = {
  { "10.5555/Herald.12", "10.5555/herald.12" },
  { " https://doi.org/10.5555/herald.12 ", "10.5555/herald.12" },
  { "http://dx.doi.org/10.5555/herald.12", "10.5555/herald.12" },
  { "doi: 10.5555/a(b)c", "10.5555/a(b)c" },
  { "10.5/short", NULL },
  { "herald.12", NULL },
  { "10.5555/", NULL },
  { "", NULL },
};

static void
test_dois (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dois); i++)
    {
      g_autofree char *doi = march_doi_read (dois[i].typed);

      g_assert_cmpstr (doi, ==, dois[i].doi);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/facts/dates", test_dates);
  g_test_add_func ("/texts/facts/offers", test_offers);
  g_test_add_func ("/texts/facts/addresses", test_addresses);
  g_test_add_func ("/texts/facts/archived", test_archived);
  g_test_add_func ("/texts/facts/dois", test_dois);
  return g_test_run ();
}
