/* march-actor-header.c — an actor: names, offices over time, what is asserted of it and what it
 * says */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"
#include "panel/march-record-pages.h"
#include "widgets/march-bearing.h"

static char *
join_other_names (const MarchActor *actor, const char *shown)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < actor->names->len; i++)
    {
      const MarchName *name = actor->names->pdata[i];

      if (!g_str_equal (name->text, shown))
        g_string_append_printf (line, "%s%s (%s)", line->len > 0 ? " · " : "", name->text,
                                name->language);
    }
  return g_string_free (line, FALSE);
}

static void
add_office (MarchSection      *section,
            const char        *title,
            const MarchActor  *leads_to,
            const MarchOffice *office)
{
  const char      *name = march_actor_get_name (leads_to, march_text_get_language ());
  g_autofree char *markup = NULL;
  g_autofree char *when
      = march_text_describe_date (g_str_equal (office->valid, "/") ? "" : office->valid);
  GtkWidget *row = NULL;

  if (*title == '\0')
    markup = g_markup_printf_escaped ("<b>%s</b>", name);
  else
    markup = g_markup_printf_escaped ("<b>%s</b> · %s", title, name);
  row = march_section_add (section, NULL, markup, when, NULL);
  march_row_lead_to (row, MARCH_RECORD_ACTOR, leads_to->id);
}

static void
add_offices (GtkBox *box, const MarchActor *actor)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("Offices and affiliations")));

  for (guint i = 0; i < actor->offices->len; i++)
    {
      const MarchOffice *office = actor->offices->pdata[i];

      add_office (section, office->title, office->body, office);
    }
  march_section_append_to (section, box);
}

static void
add_members (GtkBox *box, MarchCorpus *corpus, const MarchActor *actor)
{
  MarchSection *section
      = MARCH_SECTION (march_section_new (_("Who speaks for it or belongs to it")));
  GPtrArray *actors = march_corpus_get_actors (corpus);

  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *other = actors->pdata[i];

      for (guint j = 0; j < other->offices->len; j++)
        {
          const MarchOffice *office = other->offices->pdata[j];

          if (office->body == actor)
            add_office (section, office->title, other, office);
        }
    }
  march_section_append_to (section, box);
}

static void
add_assertions (GtkBox *box, MarchCorpus *corpus, const MarchActor *actor)
{
  MarchSection *section = MARCH_SECTION (march_section_new (_("What is said of it")));
  GPtrArray    *assertions = march_corpus_get_assertions (corpus);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];
      g_autofree char      *words = NULL;
      g_autofree char      *markup = NULL;
      g_autofree char      *when = NULL;
      const char           *place = NULL;
      GtkWidget            *row = NULL;

      if (assertion->actor != actor || assertion->retracted || assertion->superseded_by != NULL)
        continue;
      words = march_bearing_describe_assertion (assertion);
      when = march_text_describe_date (assertion->valid);
      place = assertion->place == NULL
                  ? ""
                  : march_place_get_name (assertion->place, march_text_get_language ());
      markup = g_markup_printf_escaped ("<b>%s</b>%s%s", place, *place == '\0' ? "" : " · ", words);
      row = march_section_add (section, march_bearing_swatch_new (corpus, assertion), markup, when,
                               NULL);
      march_row_lead_to (row, MARCH_RECORD_ASSERTION, assertion->id);
    }
  march_section_append_to (section, box);
}

static void
add_quotations (GPtrArray *quotations, MarchCorpus *corpus, const MarchActor *actor)
{
  GPtrArray *all = march_corpus_get_quotations (corpus);

  for (guint i = 0; i < all->len; i++)
    {
      const MarchQuotation *quotation = all->pdata[i];

      for (guint j = 0; j < quotation->chain->len; j++)
        if (((const MarchChainLink *) quotation->chain->pdata[j])->actor == actor)
          {
            g_ptr_array_add (quotations, (gpointer) quotation);
            break;
          }
    }
}

static GtkWidget *
new_buttons (const MarchActor *actor)
{
  GtkWidget *buttons = march_record_buttons_new ();

  march_record_add_button (buttons, _("Edit…"), _("Change names, colour and offices"),
                           "win.edit-actor", g_variant_new_int64 (actor->id));
  return buttons;
}

/** march_actor_header_new: Returns: (transfer floating): names, offices and what is said of @actor;
 * its words and reports on it go to @quotations */
GtkWidget *
march_actor_header_new (MarchCorpus *corpus, const MarchActor *actor, GPtrArray *quotations)
{
  const char      *name = march_actor_get_name (actor, march_text_get_language ());
  g_autofree char *others = join_other_names (actor, name);
  GtkWidget       *box = march_record_header_new (
            name, march_vocabulary_get_words (MARCH_VOCABULARY_ACTOR_KIND, actor->kind), others);
  MarchSection *about = MARCH_SECTION (march_section_new (NULL));

  gtk_box_append (GTK_BOX (box), new_buttons (actor));
  march_section_add_text (about, _("Note"), actor->note);
  march_section_append_to (about, GTK_BOX (box));
  add_offices (GTK_BOX (box), actor);
  add_members (GTK_BOX (box), corpus, actor);
  add_assertions (GTK_BOX (box), corpus, actor);
  add_quotations (quotations, corpus, actor);
  return box;
}
