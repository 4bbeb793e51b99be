/* march-group-page.c — the panel's page of the places that an entry of the legend stands for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-why.h"
#include "asof/march-words.h"
#include "panel/march-group-page.h"
#include "panel/march-panel-text.h"
#include "panel/march-quotation-list.h"
#include "panel/march-record-pages.h"
#include "widgets/march-swatch.h"

/* "6 places on the map of 15 May 2031, orange Velmark, blue Orrland" */
static char *
describe (const MarchGroup *group, guint n_places)
{
  g_autofree char *day = march_day_describe (group->day);
  g_autofree char *count
      = g_strdup_printf (ngettext ("%1$u place on the map of %2$s",
                                   "%1$u places on the map of %2$s", n_places),
                         n_places, day);

  return *group->entry->detail == '\0' ? g_steal_pointer (&count)
                                       : g_strdup_printf ("%s · %s", count, group->entry->detail);
}

static GtkWidget *
new_header (const MarchGroup *group, guint n_places)
{
  g_autofree char *detail = describe (group, n_places);
  GtkWidget *header = march_record_header_new (group->entry->words, _("In the legend"), detail);
  GtkWidget *swatch = march_swatch_new (group->corpus, group->entry, 51, 30);

  gtk_widget_set_halign (swatch, GTK_ALIGN_START);
  gtk_box_prepend (GTK_BOX (header), swatch);
  return header;
}

/* What is said of a place now, which on another day may be another thing than the entry. */
static void
add_place (MarchSection     *section,
           MarchSnapshot    *snapshot,
           const MarchPlace *place,
           guint             n_quotations)
{
  g_autoptr (MarchWhy) why = march_why_new (snapshot, place);
  g_autofree char *plain = march_words_name_place (march_snapshot_get_corpus (snapshot), place);
  g_autofree char *name = g_markup_printf_escaped ("<b>%s</b>", plain);
  g_autofree char *words = march_why_to_line (why);
  g_autofree char *count = n_quotations == 0 ? NULL : g_strdup_printf ("%u", n_quotations);
  GtkWidget *swatch = why->rows->len == 0
                          ? NULL
                          : march_swatch_new_for_row (why, why->rows->pdata[0], 28, 19);

  march_row_lead_to (march_section_add (section, swatch, name, words, count), MARCH_RECORD_PLACE,
                     place->id);
}

static void
add_once (GPtrArray *quotations, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (!g_ptr_array_find (quotations, more->pdata[i], NULL))
      g_ptr_array_add (quotations, more->pdata[i]);
}

/**
 * march_group_page_new:
 * @session: what is looked at; with a dossier
 * @group: the places
 *
 * Returns: (transfer floating): a page that lists the places, each with what is said of it on the
 * session's day, and the quotations on which it rests that they are drawn so
 */
GtkWidget *
march_group_page_new (MarchSession *session, MarchGroup *group)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (session);
  MarchCorpus   *corpus = march_snapshot_get_corpus (snapshot);
  g_autoptr (GPtrArray) places = march_group_list_places (group, corpus);
  g_autoptr (GPtrArray) quotations = g_ptr_array_new ();
  GtkWidget    *header = new_header (group, places->len);
  MarchSection *section = MARCH_SECTION (march_section_new (_("Places")));
  GtkWidget    *list = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (GPtrArray)
          bearing = march_group_list_quotations (group, snapshot, places->pdata[i]);

      add_place (section, snapshot, places->pdata[i], bearing->len);
      add_once (quotations, bearing);
    }
  march_section_append_to (section, GTK_BOX (header));
  list = march_quotation_list_new (header, march_session_get_figure_desk (session));
  march_quotation_list_set_quotations (MARCH_QUOTATION_LIST (list), corpus, quotations, NULL,
                                       NULL);
  return list;
}
