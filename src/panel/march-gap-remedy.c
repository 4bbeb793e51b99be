/* march-gap-remedy.c — leads to where a gap is mended */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-gap-remedy.h"

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
      march_session_set_as_of (session, gap->from);
      return FALSE;
    case MARCH_GAP_NO_INDEPENDENT:
    case MARCH_GAP_NO_EVIDENCE:
    case MARCH_GAP_SINGLE_SOURCE:
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
 * words; the page of its record where quotations have to be found first.
 */
void
march_gap_mend (GtkWidget *widget, MarchSession *session, const MarchGap *gap)
{
  MarchRecordKind kind;
  gint64          id;

  if (!open_tool (widget, session, gap) && march_gap_find_record (gap, &kind, &id))
    gtk_widget_activate_action (widget, "panel.show", "(ux)", (guint) kind, id);
}
