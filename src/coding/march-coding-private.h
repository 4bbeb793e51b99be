/* march-coding-private.h — what checking and writing a coding share; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"

G_BEGIN_DECLS

struct _MarchCoding
{
  gatomicrefcount references;
  MarchCorpus    *corpus;
  GPtrArray      *quotations;
  GPtrArray      *assertions;
  GPtrArray      *actors;
  GPtrArray      *places;
  GPtrArray      *proposals;
  GPtrArray      *evidence;
};

/* What an id means here: drafted along, or of the dossier. */
MarchQuotationDraft *march_coding_find_quotation (MarchCoding *coding, gint64 id);
MarchAssertionDraft *march_coding_find_assertion (MarchCoding *coding, gint64 id);
MarchActorDraft     *march_coding_find_actor     (MarchCoding *coding, gint64 id);
MarchPlaceDraft     *march_coding_find_place     (MarchCoding *coding, gint64 id);
MarchProposalDraft  *march_coding_find_proposal  (MarchCoding *coding, gint64 id);
gboolean             march_coding_has_actor      (MarchCoding *coding, gint64 id);
gboolean             march_coding_has_place      (MarchCoding *coding, gint64 id);
gboolean             march_coding_has_proposal   (MarchCoding *coding, gint64 id);
gboolean             march_coding_bears_on       (const MarchEvidenceDraft  *evidence,
                                                  const MarchAssertionDraft *draft);

/* Checks: each adds what it finds. */
gboolean march_check_date      (GPtrArray *problems, gint64 draft, const char *field, guint index,
                                const char *text, MarchPeriod *period);
void     march_check_needed    (GPtrArray *problems, gint64 draft, const char *field,
                                gboolean given, const char *sentence);
void     march_check_missing   (GPtrArray *problems, gint64 draft, const char *field,
                                gboolean given, const char *sentence);
gboolean march_check_actor     (MarchCoding *coding, GPtrArray *problems, gint64 draft,
                                const char *field, guint index, gint64 actor);
gboolean march_check_place     (MarchCoding *coding, GPtrArray *problems, gint64 draft,
                                const char *field, guint index, gint64 place);
void     march_check_names     (MarchCoding *coding, GPtrArray *problems, gint64 draft,
                                GPtrArray *names);
void     march_check_shape     (GPtrArray *problems, gint64 draft, const char *field, guint index,
                                MarchGeometry *geometry);
void     march_check_quotation (MarchCoding *coding, MarchQuotationDraft *draft,
                                GPtrArray *problems);
void     march_check_assertion (MarchCoding *coding, MarchAssertionDraft *draft,
                                GPtrArray *problems);
void     march_check_actor_draft    (MarchCoding *coding, MarchActorDraft *draft,
                                     GPtrArray *problems);
void     march_check_place_draft    (MarchCoding *coding, MarchPlaceDraft *draft,
                                     GPtrArray *problems);
void     march_check_proposal_draft (MarchCoding *coding, MarchProposalDraft *draft,
                                     GPtrArray *problems);
void     march_check_evidence       (MarchCoding *coding, GPtrArray *problems);
gboolean march_coding_is_aspiration (MarchCoding *coding, const MarchAssertionDraft *draft);

/* Writing, of what has no error. */
char    *march_coding_dup_edtf        (const char *text);
char    *march_coding_dup_said        (MarchCoding *coding, const MarchQuotationDraft *draft);
void     march_write_date             (MarchRow *row, const char *column, const char *text);
void     march_write_shape            (MarchRow *row, const char *column,
                                       MarchGeometry *geometry);
gboolean march_write_record           (MarchEdit *edit, const char *table, gint64 id,
                                       gboolean existing, MarchRow *row, GError **error);
gboolean march_write_quotation        (MarchCoding *coding, MarchEdit *edit,
                                       const MarchQuotationDraft *draft, GError **error);
gboolean march_write_assertion        (MarchCoding *coding, MarchEdit *edit,
                                       const MarchAssertionDraft *draft, GError **error);
MarchRow *march_write_make_office     (const MarchOfficeDraft *office);
gboolean march_write_actor            (MarchEdit *edit, const MarchActorDraft *draft,
                                       GError **error);
gboolean march_write_actor_children   (MarchEdit *edit, const MarchActorDraft *draft,
                                       GError **error);
gboolean march_write_place            (MarchCoding *coding, MarchEdit *edit,
                                       const MarchPlaceDraft *draft, GError **error);
gboolean march_write_place_children   (MarchEdit *edit, const MarchPlaceDraft *draft,
                                       GError **error);
gboolean march_write_proposal         (MarchEdit *edit, const MarchProposalDraft *draft,
                                       GError **error);
gboolean march_write_evidence         (MarchCoding *coding, MarchEdit *edit,
                                       const MarchEvidenceDraft *draft, GError **error);
gboolean march_coding_apply           (MarchEdit *edit, gpointer coding, GError **error);

G_END_DECLS
