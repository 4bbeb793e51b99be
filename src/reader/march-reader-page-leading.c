/* march-reader-page-leading.c — from the page Reader to the map, to cards and to other sources */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "reader/march-reader-page-private.h"

/* A day on which it is so: the one that is shown, if it can be. */
static MarchDay
choose_day (MarchReaderPage *self, const MarchAssertion *assertion)
{
  const MarchDay     day = march_session_get_as_of (self->session);
  const MarchPeriod *period = &assertion->period;

  if (*assertion->valid == '\0' || march_period_at (period, day) != MARCH_CERTAINTY_NONE)
    return day;
  if (period->from_latest < period->until_earliest && period->from_latest != MARCH_DAY_MAX)
    return period->from_latest;
  return period->from_earliest != MARCH_DAY_MIN ? period->from_earliest
                                                : period->until_latest - 1;
}

/* To the map, on such a day, with the place in view. */
static void
show_place_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage      *self = MARCH_READER_PAGE (widget);
  MarchCorpus          *corpus = march_reader_page_get_corpus (self);
  const MarchAssertion *assertion
      = march_corpus_get_assertion (corpus, g_variant_get_int64 (target));

  march_reader_page_close_popover (self);
  if (assertion == NULL || assertion->place == NULL)
    return;
  march_session_set_as_of (self->session, choose_day (self, assertion));
  march_session_select (self->session, assertion->place);
  march_session_reveal (self->session, assertion->place);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
show_card_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage      *self = MARCH_READER_PAGE (widget);
  MarchCorpus          *corpus = march_reader_page_get_corpus (self);
  const MarchQuotation *quotation
      = march_corpus_get_quotation (corpus, g_variant_get_int64 (target));

  march_reader_page_close_popover (self);
  if (quotation != NULL)
    march_session_show_quotation (self->session, quotation);
}

static void
step_source_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage *self = MARCH_READER_PAGE (widget);
  const int        step = g_str_equal (name, "reader.next-source") ? 1 : -1;
  MarchCorpus     *corpus = march_reader_page_get_corpus (self);
  GPtrArray       *sources = corpus != NULL ? march_corpus_get_sources (corpus) : NULL;
  guint            position = 0;

  if (sources == NULL || sources->len == 0)
    return;
  position = march_reader_page_find_position (sources, self->source);
  if ((step < 0 && position == 0) || (step > 0 && position + 1 == sources->len))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  march_reader_page_set_source (self,
                                ((const MarchSource *) sources->pdata[position + step])->id);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit_by_name (march_reader_text_get_view (MARCH_READER_PAGE (widget)->text),
                         "copy-clipboard");
}

/** march_reader_page_install_leading: the actions that lead elsewhere, and copy */
void
march_reader_page_install_leading (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.show-place", "x", show_place_action);
  gtk_widget_class_install_action (widget_class, "reader.show-card", "x", show_card_action);
  gtk_widget_class_install_action (widget_class, "reader.next-source", NULL, step_source_action);
  gtk_widget_class_install_action (widget_class, "reader.previous-source", NULL,
                                   step_source_action);
  gtk_widget_class_install_action (widget_class, "reader.copy", NULL, copy_action);
}
