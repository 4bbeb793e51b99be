/* coding-fixture.h — drafts on the small dossier of Velmark */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../dossier/dossier-fixture.h"
#include "../dossier/edit-fixture.h"
#include "coding/march-coding.h"

G_BEGIN_DECLS

typedef struct
{
  EditFixture edit;
  MarchCoding *coding;
} CodingFixture;

#define CODING_ADD(path, data, function)                                                           \
  g_test_add (path, CodingFixture, data, coding_set_up, function, coding_tear_down)

void coding_set_up    (CodingFixture *fixture, gconstpointer data);
void coding_tear_down (CodingFixture *fixture, gconstpointer data);
void coding_reload    (CodingFixture *fixture);
void coding_write     (CodingFixture *fixture);
void coding_forget    (CodingFixture *fixture);

MarchQuotationDraft *coding_quote (CodingFixture *fixture, guint first, guint beyond);
MarchAssertionDraft *coding_assert (CodingFixture *fixture, MarchAssertionKind kind);
void                 coding_expect (CodingFixture *fixture, gint64 draft, const char *field,
                                    MarchProblemLevel level);
void                 coding_expect_nothing (CodingFixture *fixture, gint64 draft,
                                            const char *field);

G_END_DECLS
