/* march-coding-rest.c — what the coding pane shows while nothing is coded */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "reader/march-coding-rest.h"

struct _MarchCodingRest
{
  GtkBox parent_instance;

  MarchSession *session;
  gint64        place; /* id of what was coded last, 0 for none */

  /* Template children */
  GtkLabel  *saved_title;
  GtkLabel  *effect;
  GtkWidget *show_button;
  GtkWidget *again_button;
};

G_DEFINE_FINAL_TYPE (MarchCodingRest, march_coding_rest, GTK_TYPE_BOX)

static const MarchPlace *
get_place (MarchCodingRest *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  return corpus != NULL && self->place != 0 ? march_corpus_get_place (corpus, self->place) : NULL;
}

static char *
describe_effect (MarchCodingRest *self)
{
  MarchSnapshot      *snapshot = march_session_get_snapshot (self->session);
  const MarchPlace   *place = snapshot != NULL && self->place != 0
                                  ? march_corpus_get_place (march_snapshot_get_corpus (snapshot),
                                                            self->place)
                                  : NULL;
  const MarchFinding *finding
      = place != NULL ? march_snapshot_get_finding (snapshot, place) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (finding == NULL)
    return g_strdup ("");
  day = march_day_describe (march_session_get_as_of (self->session));
  words = march_words_finding (finding, NULL);
  /* Translators: a day, and what the map shows of a place on that day. */
  return g_strdup_printf (_("The map on %1$s: %2$s"), day, words);
}

/* What the map shows now of the place that was coded. */
static void
show_effect (MarchCodingRest *self)
{
  g_autofree char *line = describe_effect (self);

  gtk_widget_set_visible (self->show_button, get_place (self) != NULL);
  gtk_label_set_text (self->effect, line);
  gtk_widget_set_visible (GTK_WIDGET (self->effect), *line != '\0');
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchCodingRest  *self = MARCH_CODING_REST (widget);
  const MarchPlace *place = get_place (self);

  if (place == NULL)
    return;
  march_session_select (self->session, place);
  march_session_reveal (self->session, place);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
march_coding_rest_dispose (GObject *object)
{
  g_clear_object (&MARCH_CODING_REST (object)->session);
  G_OBJECT_CLASS (march_coding_rest_parent_class)->dispose (object);
}

static void
march_coding_rest_class_init (MarchCodingRestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_coding_rest_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-coding-rest.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchCodingRest, saved_title);
  gtk_widget_class_bind_template_child (widget_class, MarchCodingRest, effect);
  gtk_widget_class_bind_template_child (widget_class, MarchCodingRest, show_button);
  gtk_widget_class_bind_template_child (widget_class, MarchCodingRest, again_button);
  gtk_widget_class_install_action (widget_class, "coding.show", NULL, show_action);
}

static void
march_coding_rest_init (MarchCodingRest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** march_coding_rest_new: Returns: (transfer floating): the widget, telling of nothing saved */
GtkWidget *
march_coding_rest_new (MarchSession *session)
{
  MarchCodingRest *self = g_object_new (MARCH_TYPE_CODING_REST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (show_effect), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * march_coding_rest_show:
 * @saved: whether a passage was just saved
 * @place: id of the place that it is about, 0 for none
 * @cancelled: whether there is one that can be taken up again
 */
void
march_coding_rest_show (MarchCodingRest *self, gboolean saved, gint64 place, gboolean cancelled)
{
  self->place = place;
  gtk_widget_set_visible (GTK_WIDGET (self->saved_title), saved);
  gtk_widget_set_visible (self->again_button, cancelled);
  show_effect (self);
}
