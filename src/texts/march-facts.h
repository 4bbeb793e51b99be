/* march-facts.h — what a document tells of its publication */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchFacts:
 * @title: as published
 * @authors: (element-type utf8): names as they are told
 * @publication: where it came out: a newspaper, a journal, a site
 * @publisher: who published it
 * @published: EDTF
 * @url: where it came out; http or https
 * @doi: as march_doi_read() makes it
 * @language: BCP 47
 * @type: of CSL-JSON, "webpage" where a page doesn't tell
 *
 * Each is %NULL where the document doesn't tell it. Somebody else may have written it: none of it
 * is more than a suggestion.
 */
typedef struct
{
  char      *title;
  GPtrArray *authors;
  char      *publication;
  char      *publisher;
  char      *published;
  char      *url;
  char      *doi;
  char      *language;
  char      *type;
} MarchFacts;

MarchFacts *march_facts_new          (void);
void        march_facts_free         (MarchFacts *facts);
void        march_facts_offer        (char **fact, const char *text);
void        march_facts_add_author   (MarchFacts *facts, const char *name);
void        march_facts_offer_date   (MarchFacts *facts, const char *text);
void        march_facts_offer_url    (MarchFacts *facts, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchFacts, march_facts_free)

G_END_DECLS
