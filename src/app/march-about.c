/* march-about.c — the window that says what the program is and what it rests on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-about.h"

#include <glib/gi18n.h>

static void
add_credits (AdwAboutWindow *window,
             MarchCorpus    *corpus)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  g_auto (GStrv)           lines = g_strsplit (facts->credits, "\n", -1);

  if (lines[0] != NULL && lines[0][0] != '\0')
    adw_about_window_add_credit_section (window, _("Geography of the dossier"),
                                         (const char **) lines);
  if (facts->convention[0] != '\0')
    {
      const char *convention[] = { facts->convention, NULL };

      adw_about_window_add_credit_section (window, _("Borders drawn as recognised"), convention);
    }
}

/**
 * march_about_show:
 * @parent: (nullable): over which window
 * @session: (nullable): whose dossier's credits are told too
 */
void
march_about_show (GtkWindow    *parent,
                  MarchSession *session)
{
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window,
                "transient-for", parent,
                "application-name", _("Marchland"),
                "application-icon", APP_ID,
                "version", PACKAGE_VERSION,
                "developer-name", _("The Marchland developers"),
                "copyright", "© 2026 The Marchland developers",
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Who holds a place, who says it owns it, and who said so. "
                              "No colour without a quotation."),
                /* Translators: put your names here, one a line. */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (window), _("Map data"), NULL,
                                      GTK_LICENSE_CUSTOM,
                                      _("The base map rests on public-domain data by Natural Earth "
                                        "and on data under the licences that each dossier names. "
                                        "Quoted words belong to their authors and publishers."));
  if (session != NULL && march_session_get_corpus (session) != NULL)
    add_credits (ADW_ABOUT_WINDOW (window), march_session_get_corpus (session));
  gtk_window_present (GTK_WINDOW (window));
}
