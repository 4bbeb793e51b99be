/* march-facts.c — what a document tells of its publication */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include "texts/march-facts.h"

#include <string.h>

#include "base/march-edtf.h"
#include "texts/march-address.h"

/* A name or title of more characters than these is none. */
#define LONGEST_FACT 500
#define MOST_AUTHORS 200

MarchFacts *
march_facts_new (void)
{
  MarchFacts *facts = g_new0 (MarchFacts, 1);

  facts->authors = g_ptr_array_new_with_free_func (g_free);
  return facts;
}

void
march_facts_free (MarchFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->title);
  g_ptr_array_unref (facts->authors);
  g_free (facts->publication);
  g_free (facts->publisher);
  g_free (facts->published);
  g_free (facts->url);
  g_free (facts->doi);
  g_free (facts->language);
  g_free (facts->type);
  g_free (facts);
}

/* One line without blanks at its ends; NULL if nothing is left, or too much for a name or title. */
static char *
tidy (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isspace (letter) && !g_unichar_iscntrl (letter))
        g_string_append_unichar (line, letter);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  g_strchomp (line->str);
  if (*line->str == '\0' || g_utf8_strlen (line->str, -1) > LONGEST_FACT)
    return NULL;
  return g_strdup (line->str);
}

/** march_facts_offer: @fact: where it goes, unless something is there by now. @text: (nullable) */
void
march_facts_offer (char **fact, const char *text)
{
  if (*fact == NULL)
    *fact = tidy (text);
}

/** march_facts_add_author: @name: (nullable): of one; an address of a web page is none */
void
march_facts_add_author (MarchFacts *facts, const char *name)
{
  g_autofree char *tidied = tidy (name);

  if (tidied == NULL || facts->authors->len >= MOST_AUTHORS || march_address_is_web (tidied))
    return;
  if (!g_ptr_array_find_with_equal_func (facts->authors, tidied, g_str_equal, NULL))
    g_ptr_array_add (facts->authors, g_steal_pointer (&tidied));
}

/* The date that @text begins with, written with hyphens: "2031-05-15" of "2031/05/15 10:00",
 * "20310515" and "2031-05-15T10:00:00+02:00". The day is as it was where it was published. */
static char *
read_digits (const char *text)
{
  const gsize n_digits = strspn (text, "0123456789");
  char       *date = NULL;

  if (n_digits == 8)
    return g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  if (n_digits != 4)
    return NULL;
  date = g_strndup (text, MIN (strspn (text, "0123456789-/."), strlen ("2031-05-15")));
  return g_strdelimit (date, "/.", '-');
}

/* The day in "Thu, 15 May 2031 10:00:00 +0200", as mail and feeds have it; NULL if it has none. */
static char *
read_mail_date (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b\\d{1,2} \\p{L}{3,} \\d{4}\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
}

static MarchEdtf *
read_date (const char *text)
{
  g_autofree char *digits = read_digits (text);
  g_autofree char *words = digits == NULL ? read_mail_date (text) : NULL;

  if (digits != NULL)
    return march_edtf_new (digits, NULL);
  return march_edtf_new_from_words (words != NULL ? words : text, NULL);
}

/** march_facts_offer_date: @text: (nullable): when it was published, as documents write it; what is
 * no date is left out */
void
march_facts_offer_date (MarchFacts *facts, const char *text)
{
  g_autofree char *tidied = tidy (text);
  g_autoptr (MarchEdtf) date = tidied != NULL ? read_date (tidied) : NULL;

  if (date != NULL)
    march_facts_offer (&facts->published, march_edtf_get_text (date));
}

/** march_facts_offer_url: @text: (nullable): an address; another than http or https is left out */
void
march_facts_offer_url (MarchFacts *facts, const char *text)
{
  g_autofree char *tidied = tidy (text);

  if (tidied != NULL && march_address_is_web (tidied))
    march_facts_offer (&facts->url, tidied);
}
