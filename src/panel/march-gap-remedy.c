/* march-gap-remedy.c — leads to where a gap is mended */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-gap-remedy.h"

#include <glib/gi18n.h>

#include "panel/march-settle-dialog.h"

/** march_gap_find_record: @kind: (out), @id: (out): the record that @gap is about. Returns: %FALSE
 * if there is none */
gboolean
march_gap_find_record (const MarchGap *gap, MarchRecordKind *kind, gint64 *id)
{
  *id = 0;
  *kind = MARCH_RECORD_PLACE;
  if (gap->assertion != NULL)
    *kind = MARCH_RECORD_ASSERTION, *id = gap->assertion->id;
  else if (gap->quotation != NULL)
    *kind = MARCH_RECORD_QUOTATION, *id = gap->quotation->id;
  else if (gap->source != NULL)
    *kind = MARCH_RECORD_SOURCE, *id = gap->source->id;
  else if (gap->proposal != NULL)
    *kind = MARCH_RECORD_PROPOSAL, *id = gap->proposal->id;
  else if (gap->place != NULL)
    *id = gap->place->id;
  return *id != 0;
}

/* Both are asked for together, as only one of them may be in force. */
static gboolean
settle (GtkWidget *widget, MarchSession *session, const MarchGap *gap)
{
  GtkWidget          *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);
  const MarchConflict conflict = { gap->assertion, gap->other, FALSE };

  if (window == NULL || gap->assertion == NULL || gap->other == NULL)
    return FALSE;
  march_settle_dialog_present (GTK_WINDOW (window), session, &conflict);
  return TRUE;
}

/* The form of the source, at the field that wants to be filled. */
static gboolean
edit_source (GtkWidget *widget, const MarchGap *gap, const char *field)
{
  return gtk_widget_activate_action (widget, "win.mend-source", "(xs)", gap->source->id, field);
}

static const char *
find_missing (const MarchSource *source)
{
  return !source->titled           ? "title"
         : *source->author == '\0' ? "authors"
                                   : "publication";
}

/* A form for what is said of the place, in which it is chosen. */
static gboolean
add_statement (GtkWidget *widget, MarchSession *session, const MarchGap *gap)
{
  march_session_select (session, gap->place);
  return gtk_widget_activate_action (widget, "win.add-assertion", NULL);
}

/* A form for who holds the place, on the first day that is silent. Which days are known is for the
 * source to say. */
static gboolean
add_control (GtkWidget *widget, MarchSession *session, const MarchGap *gap)
{
  g_autofree char *first = march_day_describe (gap->from);
  g_autofree char *last = march_day_describe (gap->until - 1);
  /* Translators: the first and the last day */
  g_autofree char *words = g_strdup_printf (_("no quotation on record from %1$s through %2$s"),
                                            first, last);

  march_session_set_as_of (session, gap->from);
  march_session_select (session, gap->place);
  return gtk_widget_activate_action (widget, "win.add-control", "s", words);
}

/* Quotations that support what is said, to choose one of or to mark one in a text. */
static gboolean
add_evidence (GtkWidget *widget, const MarchGap *gap)
{
  return gtk_widget_activate_action (widget, "win.add-evidence", "x",
                                     gap->assertion != NULL ? gap->assertion->id
                                                            : gap->proposal->id);
}

/* Of one source another is wanted; of several, whether they are independent of each other. */
static gboolean
confirm (GtkWidget *widget, const MarchGap *gap)
{
  return gap->source != NULL ? edit_source (widget, gap, "links") : add_evidence (widget, gap);
}

/* Returns: FALSE where there is nothing better than the page of the record. */
static gboolean
open_tool (GtkWidget *widget, MarchSession *session, const MarchGap *gap)
{
  switch (gap->kind)
    {
    case MARCH_GAP_CONFLICT:
      return settle (widget, session, gap);
    case MARCH_GAP_UNGRADED:
      return edit_source (widget, gap, "grade");
    case MARCH_GAP_INFERRED_DATE:
      return edit_source (widget, gap, "published");
    case MARCH_GAP_UNIDENTIFIED_SOURCE:
      return edit_source (widget, gap, find_missing (gap->source));
    case MARCH_GAP_NO_TEXT:
      return gtk_widget_activate_action (widget, "win.attach-text", "x", gap->source->id);
    case MARCH_GAP_UNQUOTED:
      return gtk_widget_activate_action (widget, "win.read", "(xx)", gap->source->id, (gint64) 0);
    case MARCH_GAP_UNVERIFIED:
      return gtk_widget_activate_action (widget, "win.read", "(xx)", gap->source->id,
                                         gap->quotation->id);
    case MARCH_GAP_NO_STATEMENT:
      return add_statement (widget, session, gap);
    case MARCH_GAP_CONTROL_SILENT:
      return add_control (widget, session, gap);
    case MARCH_GAP_NO_SHAPE:
      return gtk_widget_activate_action (widget, "win.shape-place", "x", gap->place->id);
    case MARCH_GAP_NO_INDEPENDENT:
      return gtk_widget_activate_action (widget, "win.find-independent", "x", gap->assertion->id);
    case MARCH_GAP_NO_EVIDENCE:
      return add_evidence (widget, gap);
    case MARCH_GAP_SINGLE_SOURCE:
      return confirm (widget, gap);
    case MARCH_N_GAP_KINDS:
    default:
      return FALSE;
    }
}

/**
 * march_gap_mend:
 * @widget: in the window; it activates that window's actions
 *
 * Opens what mends @gap: a form at its field, the dialog that settles a conflict, the reader at the
 * words, quotations to choose from; the page of its record where there is nothing better.
 */
void
march_gap_mend (GtkWidget *widget, MarchSession *session, const MarchGap *gap)
{
  MarchRecordKind kind;
  gint64          id;

  if (!open_tool (widget, session, gap) && march_gap_find_record (gap, &kind, &id))
    gtk_widget_activate_action (widget, "panel.show", "(ux)", (guint) kind, id);
}
