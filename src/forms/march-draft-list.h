/* march-draft-list.h — a list that belongs to a draft, each of its entries a form of its own */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-draft-form.h"

G_BEGIN_DECLS

/**
 * MarchDraftListSpec:
 * @name: the member, as its struct calls it
 * @title: what heads the list, to be translated
 * @add: what adds an entry, to be translated
 * @remove: what takes one out, to be translated
 * @fields: (array length=n_fields): of each entry
 * @get: gives the member, an array of entries that stay where they are while others come and go
 * @append: adds an empty entry
 * @describe: (nullable): what is told below the title; Returns: (transfer full)
 * @describe_entry: (nullable): what is told below an entry; Returns: (transfer full) (nullable)
 */
typedef struct
{
  const char          *name;
  const char          *title;
  const char          *add;
  const char          *remove;
  const MarchFormSpec *fields;
  guint                n_fields;
  GPtrArray         *(*get)    (gpointer draft);
  void               (*append) (gpointer draft);
  char              *(*describe) (gpointer draft);
  char              *(*describe_entry) (gpointer draft, guint index);
} MarchDraftListSpec;

#define MARCH_TYPE_DRAFT_LIST (march_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (MarchDraftList, march_draft_list, MARCH, DRAFT_LIST, GtkBox)

/* A MarchFormPart. */
GtkWidget *march_draft_list_new  (const MarchDraftListSpec *spec);
void       march_draft_list_bind (MarchDraftList *list, MarchCoding *coding, gpointer draft);

G_END_DECLS
