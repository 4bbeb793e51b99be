/* march-reader-marks.c — the margin of a text: what each quotation supports */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "reader/march-passage-words.h"
#include "reader/march-reader-marks.h"
#include "reader/march-reader-tags.h"
#include "widgets/march-bearing.h"
#include "widgets/march-theme.h"

/* From the left: a sample, and a bar for each lane; from the bars to the text it is a step. */
#define SAMPLE_WIDTH 24
#define SAMPLE_HEIGHT 16
#define FIRST_LANE 28
#define LANE_WIDTH 9
#define BAR_WIDTH 4
#define LEAST_HEIGHT 18

/* A mark of a passage that is in view. */
typedef struct
{
  const MarchPassage *passage;
  GtkWidget          *bar;    /* a button as high as the passage */
  GtkWidget          *sample; /* of what it supports, beside its first line */
} Mark;

struct _MarchReaderMarks
{
  GtkWidget parent_instance;

  GtkTextView   *view;     /* whose margin it is */
  MarchReaderContent *content; /* borrowed: what the view shows */
  MarchPassages *passages; /* borrowed; NULL for none */
  GPtrArray     *marks;    /* of Mark, by their passages */
  guint          update;   /* id of the tick callback, 0 for none */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchReaderMarks, march_reader_marks, GTK_TYPE_WIDGET)

static void
free_mark (gpointer data)
{
  Mark *mark = data;

  gtk_widget_unparent (mark->bar);
  gtk_widget_unparent (mark->sample);
  g_free (mark);
}

static void
clicked_cb (MarchReaderMarks *self, GtkWidget *bar)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = self->marks->pdata[i];

      if (mark->bar == bar)
        {
          g_signal_emit (self, signals[ACTIVATED], 0, mark->passage, bar);
          return;
        }
    }
}

static GtkWidget *
new_sign (const char *icon, const char *style_class)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, style_class);
  return image;
}

/* What went wrong with the words comes before what they support. */
static GtkWidget *
new_sample (MarchPassages *passages, const MarchPassage *passage)
{
  g_autoptr (GPtrArray) bearings = NULL;
  const MarchEvidence  *evidence = NULL;

  if (passage->match == MARCH_MATCH_NOT_FOUND)
    return new_sign ("dialog-error-symbolic", "error");
  if (passage->match == MARCH_MATCH_NORMALISED)
    return new_sign ("dialog-warning-symbolic", "warning");
  bearings = march_bearing_sort (passage->quotation->evidence, 0);
  evidence = bearings->len > 0 ? bearings->pdata[0] : NULL;
  if (evidence == NULL)
    return march_bearing_icon_new ("list-add-symbolic");
  if (evidence->assertion == NULL)
    return march_bearing_icon_new ("text-x-generic-symbolic");
  return march_bearing_swatch_new (passages->corpus, evidence->assertion);
}

static Mark *
new_mark (MarchReaderMarks *self, const MarchPassage *passage)
{
  Mark            *mark = g_new0 (Mark, 1);
  g_autofree char *words = march_passage_describe (passage);

  mark->passage = passage;
  mark->bar = gtk_button_new ();
  mark->sample = new_sample (self->passages, passage);
  gtk_widget_add_css_class (mark->bar, "reader-mark");
  gtk_widget_add_css_class (mark->bar, "flat");
  gtk_widget_set_tooltip_text (mark->bar, words);
  gtk_widget_set_can_target (mark->sample, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_object (mark->bar, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (mark->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (mark->sample, GTK_WIDGET (self));
  return mark;
}

/* The code points that are in view. */
static void
get_view (MarchReaderMarks *self, guint *first, guint *beyond)
{
  GdkRectangle visible;
  GtkTextIter  from, until;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &from, visible.y, NULL);
  gtk_text_view_get_line_at_y (self->view, &until, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&until);
  *first = march_reader_content_get_point (self->content, &from);
  *beyond = march_reader_content_get_point (self->content, &until) + 1;
}

static Mark *
steal_mark (GPtrArray *marks, const MarchPassage *passage)
{
  for (guint i = 0; i < marks->len; i++)
    {
      Mark *mark = marks->pdata[i];

      if (mark != NULL && mark->passage == passage)
        {
          marks->pdata[i] = NULL;
          return mark;
        }
    }
  return NULL;
}

/* Marks that stay in view stay as they are, for the focus and what is open at one. */
static void
update_marks (MarchReaderMarks *self)
{
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->marks);
  guint                 first = 0, beyond = 0;

  g_ptr_array_set_free_func (old, NULL);
  self->marks = g_ptr_array_new_with_free_func (free_mark);
  if (self->passages != NULL)
    {
      get_view (self, &first, &beyond);
      shown = march_passages_list_at (self->passages, first, beyond);
    }
  for (guint i = 0; shown != NULL && i < shown->len; i++)
    {
      Mark *mark = steal_mark (old, shown->pdata[i]);

      g_ptr_array_add (self->marks, mark != NULL ? mark : new_mark (self, shown->pdata[i]));
    }
  for (guint i = 0; i < old->len; i++)
    if (old->pdata[i] != NULL)
      free_mark (old->pdata[i]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarchReaderMarks *self = MARCH_READER_MARKS (widget);

  self->update = 0;
  update_marks (self);
  return G_SOURCE_REMOVE;
}

static int
get_y (MarchReaderMarks *self, guint point, gboolean bottom)
{
  GtkTextIter  iter;
  GdkRectangle place;
  int          y = 0;

  march_reader_content_get_iters (self->content, &(MarchStretch){ point, point }, &iter, NULL);
  gtk_text_view_get_iter_location (self->view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_LEFT, 0,
                                         place.y + (bottom ? place.height : 0), NULL, &y);
  return y;
}

static void
place_mark (MarchReaderMarks *self, const Mark *mark, int *free_below)
{
  const int top = get_y (self, mark->passage->first, FALSE);
  const int bottom
      = get_y (self, MAX (mark->passage->beyond, mark->passage->first + 1) - 1, TRUE);
  const int     height = MAX (bottom - top, LEAST_HEIGHT);
  const int     sample = MAX (top + 4, *free_below);
  const gboolean fits = sample + SAMPLE_HEIGHT <= top + MAX (height, SAMPLE_HEIGHT + 6);
  GtkAllocation place = { FIRST_LANE + (int) mark->passage->lane * LANE_WIDTH, top, LANE_WIDTH,
                          height };

  gtk_widget_measure (mark->bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (mark->bar, &place, -1);
  gtk_widget_measure (mark->sample, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  place = (GtkAllocation){ 0, sample, SAMPLE_WIDTH, SAMPLE_HEIGHT };
  gtk_widget_set_child_visible (mark->sample, fits);
  if (!fits)
    return;
  gtk_widget_size_allocate (mark->sample, &place, -1);
  *free_below = sample + SAMPLE_HEIGHT + 2;
}

static void
march_reader_marks_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MarchReaderMarks *self = MARCH_READER_MARKS (widget);
  int               free_below = G_MININT;

  for (guint i = 0; i < self->marks->len; i++)
    place_mark (self, self->marks->pdata[i], &free_below);
}

static void
march_reader_marks_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MARCH_READER_MARGIN : 0;
}

/* A pointer's bar is hollow: its words are not in the dossier. */
static void
draw_bar (GtkSnapshot *snapshot, const Mark *mark)
{
  const MarchTheme theme = march_theme_get_current ();
  const MarchInk   ink
      = march_palette_get_ink (theme, march_reader_tags_get_slot (mark->passage->quotation));
  const GdkRGBA   colour = { ink.red, ink.green, ink.blue, 1 };
  const float     width = mark->passage->span->exact == NULL ? 1.2f : BAR_WIDTH;
  const GdkRGBA   colours[] = { colour, colour, colour, colour };
  const float     widths[] = { width, width, width, width };
  graphene_rect_t bounds;
  GskRoundedRect  shape;

  if (!gtk_widget_compute_bounds (mark->bar, gtk_widget_get_parent (mark->bar), &bounds))
    return;
  bounds = GRAPHENE_RECT_INIT (bounds.origin.x + (LANE_WIDTH - BAR_WIDTH) / 2.0f,
                               bounds.origin.y + 2, BAR_WIDTH, bounds.size.height - 4);
  gsk_rounded_rect_init_from_rect (&shape, &bounds, BAR_WIDTH / 2.0f);
  gtk_snapshot_append_border (snapshot, &shape, widths, colours);
}

static void
march_reader_marks_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchReaderMarks *self = MARCH_READER_MARKS (widget);

  for (guint i = 0; i < self->marks->len; i++)
    draw_bar (snapshot, self->marks->pdata[i]);
  GTK_WIDGET_CLASS (march_reader_marks_parent_class)->snapshot (widget, snapshot);
}

/* The sample belongs to its bar. */
static void
pressed_cb (MarchReaderMarks *self, int n_press, double x, double y)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark     *mark = self->marks->pdata[i];
      graphene_rect_t bounds;

      if (gtk_widget_get_child_visible (mark->sample)
          && gtk_widget_compute_bounds (mark->sample, GTK_WIDGET (self), &bounds)
          && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y)))
        g_signal_emit (self, signals[ACTIVATED], 0, mark->passage, mark->bar);
    }
}

static void
march_reader_marks_dispose (GObject *object)
{
  MarchReaderMarks *self = MARCH_READER_MARKS (object);

  if (self->update != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->update);
  self->update = 0;
  self->passages = NULL;
  g_ptr_array_set_size (self->marks, 0);
  G_OBJECT_CLASS (march_reader_marks_parent_class)->dispose (object);
}

static void
march_reader_marks_finalize (GObject *object)
{
  g_ptr_array_unref (MARCH_READER_MARKS (object)->marks);
  G_OBJECT_CLASS (march_reader_marks_parent_class)->finalize (object);
}

static void
march_reader_marks_class_init (MarchReaderMarksClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_reader_marks_dispose;
  object_class->finalize = march_reader_marks_finalize;
  widget_class->measure = march_reader_marks_measure;
  widget_class->size_allocate = march_reader_marks_size_allocate;
  widget_class->snapshot = march_reader_marks_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "march-marks");
  signals[ACTIVATED]
      = g_signal_new ("activated", MARCH_TYPE_READER_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, GTK_TYPE_WIDGET);
}

static void
march_reader_marks_init (MarchReaderMarks *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->marks = g_ptr_array_new_with_free_func (free_mark);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/** march_reader_marks_new: Returns: (transfer floating): an empty margin for @view, which it is put
 * into as its left gutter; both outlive it */
GtkWidget *
march_reader_marks_new (GtkTextView *view, MarchReaderContent *content)
{
  MarchReaderMarks *self = g_object_new (MARCH_TYPE_READER_MARKS, NULL);

  self->view = view;
  self->content = content;
  return GTK_WIDGET (self);
}

/** march_reader_marks_show: @passages: (nullable): what is quoted of the text; borrowed until
 * others are shown */
void
march_reader_marks_show (MarchReaderMarks *self, MarchPassages *passages)
{
  g_return_if_fail (MARCH_IS_READER_MARKS (self));
  self->passages = passages;
  g_ptr_array_set_size (self->marks, 0);
  march_reader_marks_update (self);
}

/** march_reader_marks_update: follows the text, which was scrolled or laid out anew */
void
march_reader_marks_update (MarchReaderMarks *self)
{
  g_return_if_fail (MARCH_IS_READER_MARKS (self));
  if (self->update == 0)
    self->update = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}
