/* march-source-header.c — a source: what is known of the publication, its grade, what was inferred
 * and set aside */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "panel/march-panel-text.h"
#include "panel/march-record-pages.h"

static void
add_publication (GtkBox *box, const MarchSource *source)
{
  MarchSection    *section = MARCH_SECTION (march_section_new (_("Publication")));
  g_autofree char *published = march_text_describe_date (source->published);

  march_section_add_text (section, _("Author"),
                          *source->author == '\0' ? _("not known") : source->author);
  march_section_add_text (section, _("Published in"),
                          *source->publication == '\0' ? _("publication not known")
                                                       : source->publication);
  march_section_add_text (section, _("Published on"),
                          *published == '\0' ? _("not told") : published);
  march_section_add_text (section, _("Inferred"), source->inferred);
  march_section_add_text (section, _("Note"), source->note);
  march_section_append_to (section, box);
}

static void
add_grade (GtkBox *box, const MarchSource *source)
{
  MarchSection    *section = MARCH_SECTION (march_section_new (_("Reliability")));
  g_autofree char *grade = march_text_describe_reliability (source);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", grade);

  march_section_add (section, NULL, markup, source->grade_reason, NULL);
  march_section_append_to (section, box);
}

/* What can be done with the source. */
static GtkWidget *
new_buttons (const MarchSource *source)
{
  GtkWidget *buttons = march_record_buttons_new ();

  march_record_add_button (buttons, _("Open in Reader"), _("Read its text, with its quotations"),
                           "win.read", g_variant_new ("(xx)", source->id, (gint64) 0));
  march_record_add_button (buttons, _("Edit…"), _("Change what is known of the source"),
                           "win.edit-source", g_variant_new_int64 (source->id));
  march_record_add_button (buttons, source->text != NULL ? _("Replace Text…") : _("Attach Text…"),
                           _("Keep a text with the source, and look for its quotations there"),
                           "win.attach-text", g_variant_new_int64 (source->id));
  return buttons;
}

/* The day of a moment, in words. */
static char *
describe_taken (const char *taken)
{
  g_autofree char *day = strlen (taken) > 10 && taken[10] == 'T' ? g_strndup (taken, 10)
                                                                 : g_strdup (taken);

  return march_text_describe_date (day);
}

static void
add_text_state (GtkBox *box, const MarchSource *source)
{
  MarchSection    *section = MARCH_SECTION (march_section_new (_("Text")));
  g_autofree char *taken = describe_taken (source->taken);

  if (source->text != NULL)
    march_section_add_text (section, _("Archived text"), _("attached to this dossier"));
  else if (source->sha256 != NULL)
    march_section_add_text (section, _("Archived text"),
                            _("not in this file; attach it to read the passages that are not "
                               "stored"));
  march_section_add_text (section, _("Saved on"), taken);
  march_section_add_text (section, _("SHA-256"), source->sha256);
  march_section_append_to (section, box);
  gtk_box_append (box, new_buttons (source));
}

static void
add_links (GtkBox *box, const MarchSource *source)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("Other sources")));

  for (guint i = 0; i < source->links->len; i++)
    {
      const MarchSourceLink *link = source->links->pdata[i];
      g_autofree char       *markup = NULL;

      /* Translators: how a source stands to another: it draws on it, or is independent of it. */
      markup = g_markup_printf_escaped ("%s <b>%s</b>",
                                        link->independent ? _("Independent of") : _("Draws on"),
                                        link->other->title);
      march_row_lead_to (march_section_add (section, NULL, markup, link->reason, NULL),
                         MARCH_RECORD_SOURCE, link->other->id);
    }
  march_section_append_to (section, box);
}

static void
add_set_asides (GtkBox *box, const MarchSource *source)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("Passages set aside")));

  for (guint i = 0; i < source->set_asides->len; i++)
    {
      const MarchSetAside *passage = source->set_asides->pdata[i];
      g_autofree char     *reason = g_markup_escape_text (passage->reason, -1);
      g_autofree char     *where = g_strdup_printf (_("characters %u to %u"), passage->first + 1,
                                                    passage->beyond);

      march_section_add (section, NULL, reason, where, NULL);
    }
  march_section_append_to (section, box);
}

/** march_source_header_new: Returns: (transfer floating): what is known of @source; its quotations
 * go to @quotations */
GtkWidget *
march_source_header_new (MarchCorpus *corpus, const MarchSource *source, GPtrArray *quotations)
{
  GtkWidget *box = march_record_header_new (source->title,
                                            source->titled
                                                ? _("source")
                                                : _("source without a title; described"),
                                            NULL);

  add_publication (GTK_BOX (box), source);
  add_grade (GTK_BOX (box), source);
  add_text_state (GTK_BOX (box), source);
  add_links (GTK_BOX (box), source);
  add_set_asides (GTK_BOX (box), source);
  for (guint i = 0; i < source->quotations->len; i++)
    g_ptr_array_add (quotations, source->quotations->pdata[i]);
  return box;
}
