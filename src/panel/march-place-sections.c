/* march-place-sections.c — what is said of a place on a day, as chips and sections */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "panel/march-panel-text.h"
#include "panel/march-place-sections.h"
#include "widgets/march-bearing.h"
#include "widgets/march-swatch.h"

/**
 * march_chip_new:
 * @swatch: (transfer full): what the map draws
 * @words: what it means
 * @tag: (nullable): a framed word after it
 * @quotations: (element-type MarchQuotation): what it rests on
 *
 * Returns: (transfer floating): a toggle button that stands for those quotations
 */
GtkWidget *
march_chip_new (GtkWidget *swatch, const char *words, const char *tag, GPtrArray *quotations)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (chip, _("Show the quotations behind it"));
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  if (tag != NULL)
    gtk_box_append (GTK_BOX (box), march_tag_new (tag, "concluded-tag"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  march_chip_stand_for (chip, words, quotations);
  return chip;
}

/** march_chip_stand_for: makes @widget, a row, stand for @quotations as a chip does, and for what
 * @words say */
void
march_chip_stand_for (GtkWidget *widget, const char *words, GPtrArray *quotations)
{
  g_object_set_data_full (G_OBJECT (widget), "march-words", g_strdup (words), g_free);
  g_object_set_data_full (G_OBJECT (widget), "march-quotations", g_ptr_array_ref (quotations),
                          (GDestroyNotify) g_ptr_array_unref);
}

/** march_chip_get_words: Returns: (transfer none): what @chip, or a row made like one, says */
const char *
march_chip_get_words (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "march-words");
}

/** march_chip_get_quotations: Returns: (transfer none) (nullable): what @chip, or a row made like
 * one, stands for */
GPtrArray *
march_chip_get_quotations (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "march-quotations");
}

static void
add_evidence (GPtrArray *quotations, const MarchAssertion *assertion)
{
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (!g_ptr_array_find (quotations, evidence->quotation, NULL))
        g_ptr_array_add (quotations, (gpointer) evidence->quotation);
    }
}

static void
add_conflict_chip (GtkWidget *box, const MarchFinding *finding)
{
  g_autoptr (GPtrArray) quotations = g_ptr_array_new ();
  gboolean settled = TRUE;

  for (guint i = 0; i < finding->conflicts->len; i++)
    {
      const MarchConflict *conflict = finding->conflicts->pdata[i];

      settled = settled && conflict->settled;
      add_evidence (quotations, conflict->a);
      add_evidence (quotations, conflict->b);
    }
  for (guint i = 0; i < finding->area_conflicts->len; i++)
    {
      const MarchAreaConflict *conflict = finding->area_conflicts->pdata[i];

      settled = settled && conflict->settled;
      if (conflict->assertion != NULL)
        add_evidence (quotations, conflict->assertion);
    }
  if (finding->conflicts->len + finding->area_conflicts->len > 0)
    {
      GtkWidget *swatch = march_swatch_new_for_kind (MARCH_SWATCH_DISAGREE, 18, 18);
      GtkWidget *chip = march_chip_new (swatch, _("Sources disagree"),
                                        settled ? _("settled") : NULL, quotations);

      gtk_widget_add_css_class (chip, "warning-chip");
      gtk_widget_set_parent (chip, box);
    }
}

static void
add_row_chip (GtkWidget *box, MarchWhy *why, const MarchWhyRow *row)
{
  const char *tag = row->concluded ? march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN,
                                                                 MARCH_ORIGIN_CONCLUDED)
                                   : NULL;
  GtkWidget  *chip = march_chip_new (march_swatch_new_for_row (why, row, 22, 15), row->headline,
                                     tag, row->quotations);

  gtk_widget_set_sensitive (chip, row->quotations->len > 0);
  gtk_widget_set_parent (chip, box);
}

/** march_place_fill_chips: @box: gets a chip for each row of @why that words may stand behind,
 * and one where sources disagree */
void
march_place_fill_chips (GtkWidget *box, MarchWhy *why)
{
  for (guint i = 0; i < why->rows->len; i++)
    if (((const MarchWhyRow *) why->rows->pdata[i])->symbol != MARCH_SYMBOL_UNDISPUTED)
      add_row_chip (box, why, why->rows->pdata[i]);
  if (why->finding != NULL)
    add_conflict_chip (box, why->finding);
}

/** march_line_append: appends @part, unless it is empty, to a line of parts with dots between */
void
march_line_append (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
append_hold (GString *line, const MarchHold *hold)
{
  march_line_append (line, march_vocabulary_get_words (MARCH_VOCABULARY_BASIS, hold->basis));
  if (hold->against_interest)
    march_line_append (line, _("against interest"));
  if (hold->last_reported)
    {
      g_autofree char *date = march_words_last_reported (hold);
      g_autofree char *words = g_strdup_printf (_("last reported %s"), date);

      march_line_append (line, words);
    }
  if (hold->inherited_from != NULL)
    {
      g_autofree char *words = g_strdup_printf (
          /* Translators: a place, of which what is said holds as a whole. */
          _("as part of %s"),
          march_place_get_name (hold->inherited_from, march_text_get_language ()));

      march_line_append (line, words);
    }
}

static void
append_own (GString *line, const MarchOwn *own)
{
  march_line_append (line, march_vocabulary_get_words (MARCH_VOCABULARY_CLAIM_BASIS, own->basis));
  if (own->inherited_from != NULL)
    {
      g_autofree char *words = g_strdup_printf (
          _("as part of %s"),
          march_place_get_name (own->inherited_from, march_text_get_language ()));

      march_line_append (line, words);
    }
}

/* The basis of a hold says by itself that it is concluded. */
static void
append_conclusion (GString *line, const MarchWhyRow *row, const MarchAssertion *assertion)
{
  if (row->hold == NULL || row->hold->basis != MARCH_BASIS_CONCLUDED)
    march_line_append (line,
                       march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN, assertion->origin));
  march_line_append (line, march_vocabulary_get_words (MARCH_VOCABULARY_CONFIDENCE,
                                                       assertion->confidence));
}

/* Of which time it holds; NULL where the day of an old report says so already. */
static char *
describe_when (const MarchWhyRow *row)
{
  const MarchAssertion *assertion = row->assertions->len == 0 ? NULL : row->assertions->pdata[0];
  g_autofree char      *reported = row->hold != NULL ? march_words_last_reported (row->hold) : NULL;
  g_autofree char      *when = NULL;

  if (assertion == NULL)
    return NULL;
  if (row->own != NULL)
    return march_words_since (row->own);
  when = march_text_describe_date (assertion->valid);
  return g_strcmp0 (when, reported) != 0 ? g_steal_pointer (&when) : NULL;
}

/* "concluded · moderate confidence · since 2031" */
static char *
describe_row (const MarchWhyRow *row)
{
  GString              *line = g_string_new (NULL);
  const MarchAssertion *assertion = row->assertions->len == 0 ? NULL : row->assertions->pdata[0];
  g_autofree char      *when = describe_when (row);

  if (row->hold != NULL)
    append_hold (line, row->hold);
  if (row->own != NULL)
    append_own (line, row->own);
  if (assertion != NULL && assertion->origin == MARCH_ORIGIN_CONCLUDED)
    append_conclusion (line, row, assertion);
  if (row->certainty == MARCH_CERTAINTY_POSSIBLE && row->own == NULL)
    march_line_append (line, _("perhaps"));
  march_line_append (line, when);
  return g_string_free (line, FALSE);
}

/* Says what an area holds, of which day and by whom: "area of “Daily sheet”, 15 May 2031 · 63 % of
 * it (16,800 km²)". */
static char *
describe_area_row (const MarchWhyRow *row, MarchDay as_of)
{
  const MarchAreaShare *share = row->hold->shares->pdata[0];
  GString              *line = g_string_new (NULL);
  g_autofree char      *origin = march_words_share_origin (share, as_of);
  g_autofree char      *amount = march_words_share (share);

  march_line_append (line, origin);
  march_line_append (line, amount);
  if (row->hold->basis == MARCH_BASIS_OWN)
    march_line_append (line, march_vocabulary_get_words (MARCH_VOCABULARY_BASIS, MARCH_BASIS_OWN));
  return g_string_free (line, FALSE);
}

static gboolean
disagrees_with_area (const MarchFinding *finding, const MarchAssertion *assertion)
{
  for (guint i = 0; i < finding->area_conflicts->len; i++)
    if (((const MarchAreaConflict *) finding->area_conflicts->pdata[i])->assertion == assertion)
      return TRUE;
  return FALSE;
}

/* What is said beside an area that decides: it bears the colour out, or doesn't. */
static void
add_beside_area (MarchSection *section, MarchWhy *why, const MarchAssertion *assertion)
{
  GtkWidget       *indent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GString         *line = g_string_new (NULL);
  g_autofree char *words = march_bearing_describe_assertion (assertion);
  g_autofree char *when = march_text_describe_date (assertion->valid);
  g_autofree char *markup = g_markup_escape_text (words, -1);
  g_autofree char *detail = NULL;

  march_line_append (line, disagrees_with_area (why->finding, assertion)
                               ? _("disagrees with the area")
                               : _("agrees with the area"));
  march_line_append (line,
                     march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN, assertion->origin));
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED)
    march_line_append (line, march_vocabulary_get_words (MARCH_VOCABULARY_CONFIDENCE,
                                                         assertion->confidence));
  march_line_append (line, when);
  detail = g_string_free (line, FALSE);
  gtk_widget_set_size_request (indent, 24, -1);
  march_row_lead_to (march_section_add (section, indent, markup, detail, NULL),
                     MARCH_RECORD_ASSERTION, assertion->id);
}

/* The colour is the area's: it leads to whose area it is, and what words say follows. */
static void
add_area_statement (MarchSection *section, MarchWhy *why, const MarchWhyRow *row)
{
  MarchDay              as_of = march_snapshot_get_question (why->snapshot)->as_of;
  const MarchAreaShare *share = row->hold->shares->pdata[0];
  g_autofree char      *markup = g_markup_printf_escaped ("<b>%s</b>", row->headline);
  g_autofree char      *detail = describe_area_row (row, as_of);
  GtkWidget            *shown = march_section_add (
                 section, march_swatch_new_for_row (why, row, 24, 16), markup, detail, NULL);

  march_row_lead_to (shown, MARCH_RECORD_SOURCE, share->area_import->source->id);
  for (guint i = 0; i < row->assertions->len; i++)
    add_beside_area (section, why, row->assertions->pdata[i]);
}

static void
add_statement (MarchSection *section, MarchWhy *why, const MarchWhyRow *row)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", row->headline);
  g_autofree char *detail = describe_row (row);
  GtkWidget       *shown = march_section_add (section, march_swatch_new_for_row (why, row, 24, 16),
                                              markup, detail, NULL);

  if (row->assertions->len > 0)
    march_row_lead_to (shown, MARCH_RECORD_ASSERTION,
                       ((const MarchAssertion *) row->assertions->pdata[0])->id);
}

/** march_place_fill_statements: @section: gets a row for each thing that is said, with dates,
 * leading to its assertion, or to the source of the area that it rests on */
void
march_place_fill_statements (MarchSection *section, MarchWhy *why)
{
  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *row = why->rows->pdata[i];

      if (row->hold != NULL && row->hold->by_area)
        add_area_statement (section, why, row);
      else
        add_statement (section, why, row);
    }
}

/** march_place_fill_not_known: @section: gets a row for each thing that no quotation says */
void
march_place_fill_not_known (MarchSection *section, MarchWhy *why)
{
  for (guint i = 0; i < march_why_get_not_known (why)->len; i++)
    {
      g_autofree char *markup = g_markup_escape_text (march_why_get_not_known (why)->pdata[i], -1);

      march_section_add (section, NULL, markup, NULL, NULL);
    }
}

static void
append_name (GString *line, const MarchName *name)
{
  g_autofree char *user = NULL;
  g_autofree char *item = NULL;

  if (name->user == NULL)
    user = g_strdup (name->language);
  else
    /* Translators: an actor who uses a name. */
    user = g_strdup_printf (_("used by %s"),
                            march_actor_get_name (name->user, march_text_get_language ()));
  item = g_markup_printf_escaped ("%s <span size=\"small\" alpha=\"75%%\">(%s)</span>", name->text,
                                  user);
  march_line_append (line, item);
}

/* Own names come first, then those in general use, then those of one party. */
static guint
get_name_order (const MarchName *name)
{
  if (name->user != NULL)
    return 2;
  return name->role == MARCH_NAME_ENDONYM ? 0 : 1;
}

/** march_place_describe_names: Returns: (transfer full): markup: the other names, each with its
 * language or who uses it */
char *
march_place_describe_names (const MarchPlace *place)
{
  GString    *line = g_string_new (NULL);
  const char *shown = march_place_get_name (place, march_text_get_language ());

  for (guint order = 0; order <= 2; order++)
    for (guint i = 0; i < place->names->len; i++)
      {
        const MarchName *name = place->names->pdata[i];

        if (get_name_order (name) == order && name->role != MARCH_NAME_SHORT
            && !g_str_equal (name->text, shown))
          append_name (line, name);
      }
  return g_string_free (line, FALSE);
}

/** march_place_describe_parents: Returns: (transfer full): markup: what kind of place it is, and
 * links "place:ID" to what it is part of */
char *
march_place_describe_parents (const MarchPlace *place)
{
  GString *line
      = g_string_new (march_vocabulary_get_words (MARCH_VOCABULARY_PLACE_KIND, place->kind));

  if (place->code != NULL)
    {
      g_autofree char *code = g_markup_escape_text (place->code, -1);

      march_line_append (line, code);
    }
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = place->parents->pdata[i];
      g_autofree char      *name = g_markup_escape_text (
               march_place_get_name (link->place, march_text_get_language ()), -1);
      g_autofree char *anchor = g_strdup_printf ("<a href=\"place:%" G_GINT64_FORMAT "\">%s</a>",
                                                 link->place->id, name);
      g_autofree char *words = NULL;

      /* Translators: what a place is part of. */
      words = g_strdup_printf (_("part of %s"), anchor);
      march_line_append (line, words);
    }
  return g_string_free (line, FALSE);
}
