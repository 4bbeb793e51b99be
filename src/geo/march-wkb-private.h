/* march-wkb-private.h — what reading and writing well-known binary share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* OGC 06-103r4, table 7: of two dimensions. */
enum
{
  WKB_POINT = 1,
  WKB_LINE = 2,
  WKB_POLYGON = 3,
  WKB_MULTI_POINT = 4,
  WKB_MULTI_LINE = 5,
  WKB_MULTI_POLYGON = 6,
  WKB_COLLECTION = 7,
};
