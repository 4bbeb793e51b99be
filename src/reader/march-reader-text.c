/* march-reader-text.c — the text of a source in a comfortable column, with what is quoted of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "reader/march-reader-clicks.h"
#include "reader/march-reader-content.h"
#include "reader/march-reader-heading.h"
#include "reader/march-reader-marks.h"
#include "reader/march-reader-tags.h"
#include "reader/march-reader-text.h"
#include "widgets/march-theme.h"

/* Of the column, in pixels of usual text. */
#define COLUMN 600
#define ROOM_AROUND 18
#define PARAGRAPH_GAP 15
#define ABOVE_HEADING 26
#define BELOW_HEADING 22

#define FLASH_MS 1400
#define SELECTION_MS 120
/* More found words than so many are counted, and not all marked. */
#define MOST_MARKED 500

struct _MarchReaderText
{
  GtkBox parent_instance;

  GtkWidget        *clamp;
  GtkTextView      *view;
  MarchReaderMarks *marks;
  GtkWidget        *heading;
  GtkAdjustment    *adjustment;

  MarchReaderContent *content;
  GtkTextBuffer      *buffer; /* of the content */
  MarchReaderClicks  *clicks;
  gint64              wanted; /* id of a quotation to turn to as soon as it can be; 0 for none */

  guint flash; /* ids of sources, 0 for none */
  guint heading_idle;
  guint selection;
};

enum
{
  SELECTION_CHANGED,
  LOCATED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchReaderText, march_reader_text, GTK_TYPE_BOX)

static void
clear_tag (MarchReaderText *self, const char *name)
{
  GtkTextIter first, beyond;

  gtk_text_buffer_get_bounds (self->buffer, &first, &beyond);
  gtk_text_buffer_remove_tag_by_name (self->buffer, name, &first, &beyond);
}

static int
measure_heading (MarchReaderText *self, int *width)
{
  int height = 0;

  *width = gtk_widget_get_width (GTK_WIDGET (self->view)) - MARCH_READER_MARGIN - ROOM_AROUND;
  if (*width > 0)
    gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, *width, NULL, &height, NULL, NULL);
  return height;
}

static int
get_room (int height)
{
  return height + ABOVE_HEADING + BELOW_HEADING;
}

static gboolean
make_room_cb (gpointer user_data)
{
  MarchReaderText *self = user_data;
  int              width = 0;
  const int        height = measure_heading (self, &width);

  self->heading_idle = 0;
  if (width > 0)
    gtk_text_view_set_top_margin (self->view, get_room (height));
  return G_SOURCE_REMOVE;
}

static void
queue_heading (MarchReaderText *self)
{
  if (self->heading_idle == 0)
    self->heading_idle = g_idle_add (make_room_cb, self);
}

/* The heading is scrolled with the text: it lies in the margin above the first line. */
static gboolean
place_heading_cb (MarchReaderText *self, GtkWidget *heading, GdkRectangle *place)
{
  int       width = 0;
  const int height = measure_heading (self, &width);

  if (width > 0 && get_room (height) != gtk_text_view_get_top_margin (self->view))
    queue_heading (self);
  *place = (GdkRectangle){ MARCH_READER_MARGIN,
                           ABOVE_HEADING - (int) gtk_adjustment_get_value (self->adjustment),
                           MAX (width, 1), MAX (height, 1) };
  return TRUE;
}

static void
show_heading (MarchReaderText *self, gboolean unchanged)
{
  march_reader_heading_show (MARCH_READER_HEADING (self->heading),
                             march_reader_content_get_source (self->content), unchanged);
  queue_heading (self);
}

static gboolean
end_flash_cb (gpointer user_data)
{
  MarchReaderText *self = user_data;

  self->flash = 0;
  clear_tag (self, MARCH_TAG_FLASH);
  return G_SOURCE_REMOVE;
}

static void
flash (MarchReaderText *self, const MarchStretch *stretch)
{
  GtkTextIter first, beyond;

  g_clear_handle_id (&self->flash, g_source_remove);
  clear_tag (self, MARCH_TAG_FLASH);
  march_reader_content_get_iters (self->content, stretch, &first, &beyond);
  gtk_text_buffer_apply_tag_by_name (self->buffer, MARCH_TAG_FLASH, &first, &beyond);
  self->flash = g_timeout_add (FLASH_MS, end_flash_cb, self);
}

static void
reveal_wanted (MarchReaderText *self)
{
  MarchPassages        *passages = march_reader_content_get_passages (self->content);
  const MarchQuotation *quotation
      = self->wanted != 0 ? march_corpus_get_quotation (passages->corpus, self->wanted) : NULL;
  const MarchPassage *passage
      = quotation != NULL ? march_passages_find (passages, quotation) : NULL;

  self->wanted = 0;
  if (passage != NULL)
    march_reader_text_reveal_stretch (self, &(MarchStretch){ passage->first, passage->beyond },
                                      TRUE);
}

static void
forgotten_cb (MarchReaderText *self)
{
  march_reader_marks_show (self->marks, NULL);
}

static void
passages_cb (MarchReaderText *self)
{
  MarchPassages *passages = march_reader_content_get_passages (self->content);

  march_reader_marks_show (self->marks, passages);
  show_heading (self, passages->unchanged);
}

static void
whole_cb (MarchReaderText *self)
{
  reveal_wanted (self);
  march_reader_marks_update (self->marks);
  g_signal_emit (self, signals[LOCATED], 0);
}

/* The toolkit offers what is shown to be pasted with the middle button: where line ends are shown
 * that the text lacks, the text is offered instead. */
static void
offer_selection (MarchReaderText *self)
{
  MarchStretch     selection;
  GtkTextIter      from, until;
  g_autofree char *words = NULL;

  if (!march_reader_text_get_selection (self, &selection))
    return;
  march_reader_content_get_iters (self->content, &selection, &from, &until);
  /* Blanks around the words are no reason: whoever offers takes the selection away. */
  if ((guint) (gtk_text_iter_get_offset (&until) - gtk_text_iter_get_offset (&from))
      == selection.beyond - selection.first)
    return;
  words = march_reader_content_dup_words (self->content, &selection);
  gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self->view)), words);
}

static gboolean
tell_selection_cb (gpointer user_data)
{
  MarchReaderText *self = user_data;

  /* While the pointer is down there is more to come. */
  if (march_reader_clicks_is_pressed (self->clicks))
    return G_SOURCE_CONTINUE;
  self->selection = 0;
  offer_selection (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
mark_set_cb (MarchReaderText *self, GtkTextIter *iter, GtkTextMark *mark)
{
  if ((mark == gtk_text_buffer_get_insert (self->buffer)
       || mark == gtk_text_buffer_get_selection_bound (self->buffer))
      && self->selection == 0)
    self->selection = g_timeout_add (SELECTION_MS, tell_selection_cb, self);
}

static void
renewed_cb (MarchReaderText *self)
{
  g_clear_handle_id (&self->flash, g_source_remove);
  self->wanted = 0;
  self->buffer = march_reader_content_get_buffer (self->content);
  gtk_text_view_set_buffer (self->view, self->buffer);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self,
                           G_CONNECT_SWAPPED);
}

/* As the text has them, not as they are shown. */
static void
copy_cb (MarchReaderText *self)
{
  g_autofree char *words = NULL;
  MarchStretch     selection;

  g_signal_stop_emission_by_name (self->view, "copy-clipboard");
  if (!march_reader_text_get_selection (self, &selection))
    return;
  words = march_reader_content_dup_words (self->content, &selection);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), words);
}

static void
emit_activated (MarchReaderText *self, guint first, guint beyond)
{
  MarchPassages        *passages = march_reader_content_get_passages (self->content);
  g_autoptr (GPtrArray) at = NULL;

  if (passages == NULL)
    return;
  at = march_passages_list_at (passages, first, beyond);
  if (at->len > 0)
    g_signal_emit (self, signals[ACTIVATED], 0, at);
}

static void
mark_activated_cb (MarchReaderText *self, const MarchPassage *passage)
{
  g_autoptr (GPtrArray) at = g_ptr_array_new ();

  g_ptr_array_add (at, (gpointer) passage);
  g_signal_emit (self, signals[ACTIVATED], 0, at);
}

static void
clicked_cb (MarchReaderText *self)
{
  const guint point = march_reader_text_get_point (self);

  if (!gtk_text_buffer_get_has_selection (self->buffer))
    emit_activated (self, point, point + 1);
}

static gboolean
key_cb (MarchReaderText *self, guint key, guint code, GdkModifierType state)
{
  const guint point = march_reader_text_get_point (self);

  state &= gtk_accelerator_get_default_mod_mask ();
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && state == 0)
    emit_activated (self, point, point + 1);
  else if ((key == GDK_KEY_Down || key == GDK_KEY_Up) && state == GDK_ALT_MASK)
    {
      if (!march_reader_text_step (self, key == GDK_KEY_Down ? 1 : -1))
        gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Beside the column the wheel turns the text as well. */
static gboolean
scroll_cb (MarchReaderText *self, double dx, double dy)
{
  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment)
                                + dy * gtk_adjustment_get_step_increment (self->adjustment));
  return GDK_EVENT_STOP;
}

static void
moved_cb (MarchReaderText *self)
{
  gtk_widget_queue_allocate (gtk_widget_get_parent (self->heading));
  march_reader_marks_update (self->marks);
}

static void
style_cb (MarchReaderText *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->marks));
}

static void
march_reader_text_dispose (GObject *object)
{
  MarchReaderText *self = MARCH_READER_TEXT (object);

  g_clear_handle_id (&self->heading_idle, g_source_remove);
  g_clear_handle_id (&self->flash, g_source_remove);
  g_clear_handle_id (&self->selection, g_source_remove);
  if (self->content != NULL)
    march_reader_marks_show (self->marks, NULL);
  g_clear_object (&self->content);
  g_clear_object (&self->clicks);
  G_OBJECT_CLASS (march_reader_text_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n_arguments, GType argument)
{
  return g_signal_new (name, MARCH_TYPE_READER_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_arguments, argument);
}

static void
march_reader_text_class_init (MarchReaderTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_reader_text_dispose;
  signals[SELECTION_CHANGED] = new_signal ("selection-changed", 0, G_TYPE_NONE);
  signals[LOCATED] = new_signal ("located", 0, G_TYPE_NONE);
  signals[ACTIVATED] = new_signal ("activated", 1, G_TYPE_POINTER);
}

static void
watch_view (MarchReaderText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  self->clicks = march_reader_clicks_new (self->view);
  g_signal_connect_object (self->clicks, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "copy-clipboard", G_CALLBACK (copy_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
make_content (MarchReaderText *self)
{
  self->content = march_reader_content_new ();
  g_signal_connect_object (self->content, "renewed", G_CALLBACK (renewed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "forgotten", G_CALLBACK (forgotten_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "passages", G_CALLBACK (passages_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "whole", G_CALLBACK (whole_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
make_view (MarchReaderText *self)
{
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (self->view, MARCH_READER_LEADING);
  gtk_text_view_set_pixels_below_lines (self->view, PARAGRAPH_GAP);
  gtk_text_view_set_right_margin (self->view, ROOM_AROUND);
  gtk_text_view_set_bottom_margin (self->view, 80);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "reader-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text of the source"), -1);
  self->marks = MARCH_READER_MARKS (march_reader_marks_new (self->view, self->content));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->marks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Quotations in view"), -1);
  gtk_text_view_set_gutter (self->view, GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self->marks));
  g_signal_connect_object (self->marks, "activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_SWAPPED);
  watch_view (self);
}

static void
watch_adjustment (MarchReaderText *self)
{
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The bar stands at the window's edge, not beside the column. */
static void
march_reader_text_init (MarchReaderText *self)
{
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkWidget          *overlay = gtk_overlay_new ();
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  const int width = COLUMN + MARCH_READER_MARGIN + ROOM_AROUND;

  make_content (self);
  make_view (self);
  renewed_cb (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  watch_adjustment (self);
  g_signal_connect_object (
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)), "changed",
      G_CALLBACK (queue_heading), self, G_CONNECT_SWAPPED);
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), overlay);
  self->heading = march_reader_heading_new ();
  gtk_widget_set_can_target (self->heading, FALSE);
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scrolled);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->heading);
  g_signal_connect_object (overlay, "get-child-position", G_CALLBACK (place_heading_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (self->clamp, TRUE);
  gtk_box_append (GTK_BOX (self), self->clamp);
  gtk_box_append (GTK_BOX (self),
                  gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->adjustment));
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
}

/** march_reader_text_new: Returns: (transfer floating): the widget, empty */
GtkWidget *
march_reader_text_new (void)
{
  return g_object_new (MARCH_TYPE_READER_TEXT, NULL);
}

/**
 * march_reader_text_show:
 * @corpus: (nullable): keeps @source
 * @source: (nullable): with its text; NULL shows nothing
 *
 * A long text comes in slices. If it is the one that is shown already, it stays where it is and
 * only what is quoted of it is looked up anew.
 */
void
march_reader_text_show (MarchReaderText *self, MarchCorpus *corpus, const MarchSource *source)
{
  gboolean same = FALSE;

  g_return_if_fail (source == NULL || source->text != NULL);
  same = march_reader_content_show (self->content, corpus, source);
  if (source == NULL)
    return;
  show_heading (self, TRUE);
  if (!same)
    gtk_adjustment_set_value (self->adjustment, 0);
}

/** march_reader_text_get_source: Returns: (nullable): what is shown */
const MarchSource *
march_reader_text_get_source (MarchReaderText *self)
{
  return march_reader_content_get_source (self->content);
}

/** march_reader_text_get_corpus: Returns: (nullable): whose record the source is */
MarchCorpus *
march_reader_text_get_corpus (MarchReaderText *self)
{
  return march_reader_content_get_corpus (self->content);
}

/** march_reader_text_get_passages: Returns: (nullable): what is quoted, once it is known */
MarchPassages *
march_reader_text_get_passages (MarchReaderText *self)
{
  return march_reader_content_get_passages (self->content);
}

/** march_reader_text_is_whole: Returns: whether all of the text and its quotations are there */
gboolean
march_reader_text_is_whole (MarchReaderText *self)
{
  return march_reader_content_is_whole (self->content);
}

/** march_reader_text_get_view: Returns: the view that takes the focus */
GtkTextView *
march_reader_text_get_view (MarchReaderText *self)
{
  return self->view;
}

/** march_reader_text_get_content: Returns: (transfer none): what the view shows */
MarchReaderContent *
march_reader_text_get_content (MarchReaderText *self)
{
  return self->content;
}

/** march_reader_text_reveal: turns to the quotation with that id, at once or as soon as it is there
 */
void
march_reader_text_reveal (MarchReaderText *self, gint64 quotation)
{
  self->wanted = quotation;
  if (march_reader_text_is_whole (self) && !march_reader_content_is_locating (self->content))
    reveal_wanted (self);
}

/** march_reader_text_reveal_stretch: scrolls to @stretch and puts the cursor there; @flash: and
 * shows for a moment where it is */
void
march_reader_text_reveal_stretch (MarchReaderText    *self,
                                  const MarchStretch *stretch,
                                  gboolean            flashing)
{
  GtkTextIter iter;

  march_reader_content_get_iters (self->content, stretch, &iter, NULL);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0,
                                0.3);
  if (flashing && stretch->beyond > stretch->first)
    flash (self, stretch);
}

/** march_reader_text_step: turns to the next quotation (@direction 1), or the one before (-1).
 * Returns: whether there is one */
gboolean
march_reader_text_step (MarchReaderText *self, int direction)
{
  MarchPassages      *passages = march_reader_content_get_passages (self->content);
  const MarchPassage *passage
      = passages != NULL
            ? march_passages_step (passages, march_reader_text_get_point (self), direction)
            : NULL;

  if (passage == NULL)
    return FALSE;
  march_reader_text_reveal_stretch (self, &(MarchStretch){ passage->first, passage->beyond }, TRUE);
  return TRUE;
}

/** march_reader_text_get_selection: @selection: (out): the selected words, without blanks around
 * them. Returns: whether there are any */
gboolean
march_reader_text_get_selection (MarchReaderText *self, MarchStretch *selection)
{
  GtkTextIter first, beyond;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &first, &beyond))
    return FALSE;
  while (gtk_text_iter_compare (&first, &beyond) < 0
         && g_unichar_isspace (gtk_text_iter_get_char (&first)))
    gtk_text_iter_forward_char (&first);
  while (gtk_text_iter_compare (&first, &beyond) < 0)
    {
      GtkTextIter last = beyond;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      beyond = last;
    }
  selection->first = march_reader_content_get_point (self->content, &first);
  selection->beyond = march_reader_content_get_point (self->content, &beyond);
  return selection->beyond > selection->first;
}

/**
 * march_reader_text_mark_found:
 * @found: (nullable) (element-type MarchStretch): what was looked for
 * @current: index of the one to turn to
 */
void
march_reader_text_mark_found (MarchReaderText *self, GArray *found, guint current)
{
  guint first = 0, end = 0;

  clear_tag (self, MARCH_TAG_FOUND);
  clear_tag (self, MARCH_TAG_CURRENT);
  if (found == NULL || found->len == 0)
    return;
  first = current > MOST_MARKED / 2 ? current - MOST_MARKED / 2 : 0;
  end = MIN (first + MOST_MARKED, found->len);
  for (guint i = first; i < end; i++)
    {
      const MarchStretch *stretch = &g_array_index (found, MarchStretch, i);
      GtkTextIter         from, until;

      march_reader_content_get_iters (self->content, stretch, &from, &until);
      gtk_text_buffer_apply_tag_by_name (self->buffer,
                                         i == current ? MARCH_TAG_CURRENT : MARCH_TAG_FOUND, &from,
                                         &until);
    }
  march_reader_text_reveal_stretch (self, &g_array_index (found, MarchStretch, current), FALSE);
}

/** march_reader_text_get_point: Returns: the code point at the cursor */
guint
march_reader_text_get_point (MarchReaderText *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter,
                                    gtk_text_buffer_get_insert (self->buffer));
  return march_reader_content_get_point (self->content, &iter);
}

/** march_reader_text_get_place: @place: (out): where the last line of @stretch ends, in coordinates
 * of the widget. Returns: whether that is in view */
gboolean
march_reader_text_get_place (MarchReaderText    *self,
                             const MarchStretch *stretch,
                             GdkRectangle       *place)
{
  GtkTextIter  iter;
  MarchStretch end = { 0, 0 };
  GdkRectangle first, last;
  double       x = 0, y = 0;

  march_reader_content_get_iters (self->content, stretch, &iter, NULL);
  gtk_text_view_get_iter_location (self->view, &iter, &first);
  end.first = MAX (stretch->beyond, stretch->first + 1) - 1;
  march_reader_content_get_iters (self->content, &end, &iter, NULL);
  gtk_text_view_get_iter_location (self->view, &iter, &last);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, last.x, last.y,
                                         &place->x, &place->y);
  if (first.y == last.y)
    {
      place->x += (first.x - last.x) / 2;
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), place->x, place->y,
                                    &x, &y);
  *place = (GdkRectangle){ (int) x, (int) y, 1, last.height };
  return y + last.height > 0 && y < gtk_widget_get_height (GTK_WIDGET (self));
}
