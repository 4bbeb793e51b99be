/* march-place-values.c — why a place matters, to whom, and the figures that are told of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"
#include "panel/march-place-sections.h"
#include "widgets/march-bearing.h"

/* What several sources say of one kind of value. */
typedef struct
{
  GString   *tags;       /* "resources, location" */
  GString   *comparison; /* in the sources' words */
  GPtrArray *quotations;
  GPtrArray *actors; /* to whom it matters */
} Value;

static void
add_once (GPtrArray *array, gconstpointer item)
{
  if (item != NULL && !g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

static void
add_value (Value *value, MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  for (guint i = 0; i < assertion->tags->len; i++)
    if (strstr (value->tags->str, assertion->tags->pdata[i]) == NULL)
      g_string_append_printf (value->tags, "%s%s", value->tags->len > 0 ? _(", ") : "",
                              (const char *) assertion->tags->pdata[i]);
  if (strstr (value->comparison->str, assertion->comparison) == NULL
      || value->comparison->len == 0)
    march_line_append (value->comparison, assertion->comparison);
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (march_snapshot_is_evidence_known (snapshot, evidence))
        add_once (value->quotations, evidence->quotation);
    }
  add_once (value->actors, assertion->actor);
}

static const char *
get_title (MarchValueKind kind, gboolean denied)
{
  static const char *const titles[] = { [MARCH_VALUE_STRATEGIC] = N_("Strategic"),
                                        [MARCH_VALUE_ECONOMIC] = N_("Economic"),
                                        [MARCH_VALUE_SYMBOLIC] = N_("Symbolic") };
  static const char *const denials[] = { [MARCH_VALUE_STRATEGIC] = N_("No strategic value"),
                                         [MARCH_VALUE_ECONOMIC] = N_("No economic value"),
                                         [MARCH_VALUE_SYMBOLIC] = N_("No symbolic value") };

  return denied ? _(denials[kind]) : _(titles[kind]);
}

/* "Strategic  land corridor", and below it the comparison. */
static char *
describe_title (const char *title, const char *tags)
{
  if (*tags == '\0')
    return g_markup_printf_escaped ("<b>%s</b>", title);
  return g_markup_printf_escaped ("<b>%s</b>  <span alpha=\"75%%\">%s</span>", title, tags);
}

static void
add_whom (GtkWidget *row, GPtrArray *actors)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  for (guint i = 0; i < actors->len; i++)
    {
      const char *name = march_actor_get_name (actors->pdata[i], march_text_get_language ());
      /* Translators: an actor to whom a place matters. */
      g_autofree char *words = g_strdup_printf (_("for %s"), name);
      GtkWidget       *tag = march_tag_new (name, NULL);

      gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (tag), 12);
      gtk_widget_set_tooltip_text (tag, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (tag), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      -1);
      gtk_box_append (GTK_BOX (box), tag);
    }
}

static void
add_value_row (MarchSection *section, const char *title, const Value *value)
{
  g_autofree char *markup = describe_title (title, value->tags->str);
  guint            n = value->quotations->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u quotation", "%u quotations", n), n);
  GtkWidget       *row = NULL;

  if (n == 0)
    return;
  if (value->actors->len == 0)
    march_line_append (value->comparison, _("for whom: not stated"));
  row = march_section_add (section, NULL, markup, value->comparison->str, count);
  add_whom (row, value->actors);
  march_chip_stand_for (row, title, value->quotations);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
add_kind (MarchSection   *section,
          MarchSnapshot  *snapshot,
          GPtrArray      *values,
          MarchValueKind  kind,
          MarchPolarity   polarity)
{
  g_autoptr (GString) tags = g_string_new (NULL);
  g_autoptr (GString) comparison = g_string_new (NULL);
  g_autoptr (GPtrArray) quotations = g_ptr_array_new ();
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  Value value = { tags, comparison, quotations, actors };

  for (guint i = 0; i < values->len; i++)
    {
      const MarchAssertion *assertion = values->pdata[i];

      if (assertion->value_kind == kind && assertion->polarity == polarity)
        add_value (&value, snapshot, assertion);
    }
  add_value_row (section, get_title (kind, polarity == MARCH_POLARITY_IS_NOT), &value);
}

/** march_place_fill_values: @section: gets a row for each kind of value that a quotation gives the
 * place or denies it, with its tags and for whom it is */
void
march_place_fill_values (MarchSection *section, MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_autoptr (GPtrArray) values = march_snapshot_list_valid (snapshot, MARCH_KIND_VALUE, place);

  for (guint kind = 0; kind < march_vocabulary_get_size (MARCH_VOCABULARY_VALUE_KIND); kind++)
    {
      add_kind (section, snapshot, values, kind, MARCH_POLARITY_IS);
      add_kind (section, snapshot, values, kind, MARCH_POLARITY_IS_NOT);
    }
}

static char *
describe_figure_of (const MarchAssertion *figure)
{
  GString         *line = g_string_new (NULL);
  g_autofree char *period = *figure->figure_period == '\0'
                                ? g_strdup (_("period not stated"))
                                : march_text_describe_date (figure->figure_period);

  march_line_append (line, period);
  if (figure->according != NULL)
    {
      g_autofree char *according
          = g_strdup_printf (_("according to %s"),
                             march_actor_get_name (figure->according, march_text_get_language ()));

      march_line_append (line, according);
    }
  return g_string_free (line, FALSE);
}

/** march_place_fill_figures: @section: gets a row for each figure about the place */
void
march_place_fill_figures (MarchSection *section, MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_autoptr (GPtrArray) figures = march_snapshot_list_valid (snapshot, MARCH_KIND_FIGURE, place);

  for (guint i = 0; i < figures->len; i++)
    {
      const MarchAssertion *figure = figures->pdata[i];
      g_autofree char      *words = march_bearing_describe_assertion (figure);
      g_autofree char      *markup = g_markup_escape_text (words, -1);
      g_autofree char      *detail = describe_figure_of (figure);

      march_row_lead_to (march_section_add (section, NULL, markup, detail, NULL),
                         MARCH_RECORD_ASSERTION, figure->id);
    }
}
