/* march-linked-list.h — what a passage bears on besides what is in view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-passage-draft.h"

G_BEGIN_DECLS

#define MARCH_TYPE_LINKED_LIST (march_linked_list_get_type ())
G_DECLARE_FINAL_TYPE (MarchLinkedList, march_linked_list, MARCH, LINKED_LIST, GtkBox)

/* Signal "chosen" (pointer link, a MarchEvidenceDraft): another link is to come into view. */
GtkWidget *march_linked_list_new  (void);
void       march_linked_list_show (MarchLinkedList *list, MarchPassageDraft *passage);

G_END_DECLS
