/* march-dossier-dialog.c — changes what a dossier says of itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-dossier-dialog.h"

#include <glib/gi18n.h>

#include "base/march-day.h"
#include "coding/march-draft.h"
#include "dossier/march-dossier-create.h"
#include "forms/march-draft-form.h"

/* What is typed, and what was there: only what differs is written. */
typedef struct
{
  char *title;
  char *summary;
  char *language;
  char *first;
  char *last;
  char *convention;
  char *carry_days;
} Facts;

typedef struct
{
  Facts now;
  Facts before;
} Typed;

/* Of the dialog. */
#define HEIGHT 440
#define CREDITS_HEIGHT 160

#define FACT(member) G_STRUCT_OFFSET (Facts, member)

static const MarchFormSpec specs[] = {
  { .name = "title", .label = N_("Title"), .kind = MARCH_FORM_TEXT, .wide = TRUE,
    .offset = FACT (title) },
  { .name = "summary", .label = N_("What it is about"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = FACT (summary) },
  { .name = "first", .label = N_("First day of the timeline"), .kind = MARCH_FORM_DATE,
    .offset = FACT (first) },
  { .name = "last", .label = N_("Last day of the timeline"), .kind = MARCH_FORM_DATE,
    .offset = FACT (last) },
  { .name = "convention", .label = N_("Whose borders are drawn as recognised"),
    .hint = N_("as every map names it"), .kind = MARCH_FORM_TEXT, .wide = TRUE,
    .offset = FACT (convention) },
  { .name = "carry_days", .label = N_("Days until a report of control is an old one"),
    .kind = MARCH_FORM_TEXT, .offset = FACT (carry_days) },
  { .name = "language", .label = N_("Language that it is written in"),
    .hint = N_("as “en” or “uk”"), .kind = MARCH_FORM_TEXT, .offset = FACT (language) },
};

static Facts
take_facts (const MarchDossierFacts *facts)
{
  return (Facts){ .title = g_strdup (facts->title),
                  .summary = g_strdup (facts->summary),
                  .language = g_strdup (facts->language),
                  .first = march_day_to_iso (facts->first),
                  .last = march_day_to_iso (facts->last),
                  .convention = g_strdup (facts->convention),
                  .carry_days = g_strdup_printf ("%u", facts->carry_days) };
}

static void
clear_facts (Facts *facts)
{
  g_free (facts->title);
  g_free (facts->summary);
  g_free (facts->language);
  g_free (facts->first);
  g_free (facts->last);
  g_free (facts->convention);
  g_free (facts->carry_days);
}

static void
free_typed (gpointer data)
{
  Typed *typed = data;

  clear_facts (&typed->now);
  clear_facts (&typed->before);
  g_free (typed);
}

static const char *
pick (const char *now, const char *before)
{
  return g_str_equal (now, before) ? NULL : now;
}

/* The two days go together. */
static MarchNewDossier
find_changed (const Typed *typed)
{
  const Facts   *now = &typed->now, *before = &typed->before;
  const gboolean days = pick (now->first, before->first) != NULL
                        || pick (now->last, before->last) != NULL;

  return (MarchNewDossier){ .title = pick (now->title, before->title),
                            .summary = pick (now->summary, before->summary),
                            .language = pick (now->language, before->language),
                            .first = days ? now->first : NULL,
                            .last = days ? now->last : NULL,
                            .convention = pick (now->convention, before->convention),
                            .carry_days = pick (now->carry_days, before->carry_days) };
}

static GPtrArray *
check (gpointer typed)
{
  const MarchNewDossier facts = find_changed (typed);
  GPtrArray            *problems = march_problems_new ();
  g_autoptr (GError)    error = NULL;
  const char           *field = NULL;

  if (!march_dossier_check_facts (&facts, &field, &error))
    march_problems_add (problems, MARCH_PROBLEM_ERROR, 0, field, 0, "%s", error->message);
  return problems;
}

static void
write_facts (gpointer            typed,
             MarchDossier       *dossier,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  const MarchNewDossier facts = find_changed (typed);

  march_dossier_set_facts_async (dossier, &facts, callback, user_data);
}

/* Whom the file names for its shapes and names: to be read, as the sources of them want it. */
static GtkWidget *
new_credits (const char *credits)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Credits"));
  GtkWidget *label = gtk_label_new (credits);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/** march_dossier_dialog_new: Returns: (transfer none): a dialog over @parent about the session's
 * dossier; GTK owns it, as any window */
MarchRecordDialog *
march_dossier_dialog_new (GtkWindow *parent, MarchSession *session)
{
  static const MarchFormWork work = { check, write_facts, free_typed };
  const MarchDossierFacts *facts = march_corpus_get_facts (march_session_get_corpus (session));
  Typed                   *typed = g_new0 (Typed, 1);
  MarchRecordDialog       *dialog = march_record_dialog_new (
            parent, session, _("Properties"), facts->title, &work, typed);
  GtkWidget               *form = march_draft_form_new (specs, G_N_ELEMENTS (specs));

  typed->now = take_facts (facts);
  typed->before = take_facts (facts);
  march_draft_form_bind (MARCH_DRAFT_FORM (form), NULL, &typed->now, NULL);
  march_record_dialog_add (dialog, form, 0);
  if (*facts->credits != '\0')
    march_record_dialog_add_plain (dialog, new_credits (facts->credits));
  march_edit_dialog_set_existing (MARCH_EDIT_DIALOG (dialog));
  march_record_dialog_set_height (
      dialog, *facts->credits != '\0' ? HEIGHT + CREDITS_HEIGHT : HEIGHT);
  return dialog;
}
