/* march-edtf.h — Extended Date/Time Format, level 1 (ISO 8601-2:2019) */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-period.h"

G_BEGIN_DECLS

/**
 * MarchEdtf:
 *
 * A parsed date or interval, immutable. "~", "?" and "%" qualify a date; they don't widen its
 * bounds. A date that is no interval is a period that begins and ends somewhere in it. An unknown
 * start ("/2028") has no earliest reading and starts at the latest with the end's last day; an open
 * one ("../2028") started before every day. An unknown end is read as one that may come any day
 * from the start on; an open end ("2028/..") never comes.
 */
typedef struct _MarchEdtf MarchEdtf;

MarchEdtf         *march_edtf_new         (const char *text, GError **error);
void               march_edtf_free        (MarchEdtf *edtf);
const char        *march_edtf_get_text    (MarchEdtf *edtf);
gboolean           march_edtf_is_interval (MarchEdtf *edtf);
gboolean           march_edtf_is_approximate (MarchEdtf *edtf);
gboolean           march_edtf_is_uncertain   (MarchEdtf *edtf);
const MarchPeriod *march_edtf_get_period  (MarchEdtf *edtf);
char              *march_edtf_describe    (MarchEdtf *edtf);

char              *march_edtf_describe_text (const char *text);
char              *march_edtf_describe_start (const char *text);
MarchEdtf         *march_edtf_new_from_words (const char *words, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchEdtf, march_edtf_free)

G_END_DECLS
