/* march-compared-table.c — square kilometres of a comparison, by unit and holder */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-compared-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-area-history.h"
#include "panel/march-panel-text.h"
#include "panel/march-section.h"

#define M2_PER_KM2 1e6
#define LEAST_SIGNED_M2 50000 /* less is told as nothing, or as less than a tenth */

static void
activated_cb (MarchTable *table, gint64 id)
{
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (table), "panel.show", "(ux)",
                                (guint) MARCH_RECORD_PLACE, id);
}

/** march_compared_table_new: @name: for a screen reader; @more: heads what is gained, or only the
 * other source's; @less: heads what is lost, or only the first one's. Returns: (transfer floating):
 * an empty table whose rows lead to their units */
MarchTable *
march_compared_table_new (const char *name, const char *more, const char *less)
{
  const MarchTableColumn columns[]
      = { { _("Where"), FALSE, NULL }, { _("Who"), FALSE, NULL }, { more, TRUE, _("km²") },
          { less, TRUE, _("km²") } };
  GtkWidget *table = march_table_new (name, columns, G_N_ELEMENTS (columns));

  g_signal_connect (table, "activated", G_CALLBACK (activated_cb), NULL);
  return MARCH_TABLE (table);
}

/* What is told as nothing has no direction. */
static char *
describe_change (const char *sign, double m2)
{
  g_autofree char *number = march_area_to_number (m2);

  return m2 < LEAST_SIGNED_M2 ? g_steal_pointer (&number) : g_strconcat (sign, number, NULL);
}

/** march_compared_table_fill: shows the rows of @comparison and no other */
void
march_compared_table_fill (MarchTable *table, MarchComparison *comparison)
{
  const char *language = march_text_get_language ();

  march_table_clear (table);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);
      g_autofree char        *gained = describe_change ("+", row->gained);
      g_autofree char        *lost = describe_change ("−", row->lost);
      g_autofree char        *holder = march_area_side_describe_short (&row->side, language);
      const char             *cells[]
          = { row->place != NULL ? march_place_get_short_name (row->place, language)
                                 : _("The whole"),
              holder, gained, lost };
      const double numbers[]
          = { NAN, NAN, row->gained / M2_PER_KM2, row->lost / M2_PER_KM2 };

      if (row->place == NULL || march_compared_row_differs (row))
        march_table_add (table, row->place != NULL ? row->place->id : 0,
                         row->place != NULL ? march_place_get_name (row->place, language) : NULL,
                         cells, numbers);
    }
}
