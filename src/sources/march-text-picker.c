/* march-text-picker.c — a text that is pasted, typed, or read from a document */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-text-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/march-newest.h"
#include "base/march-number-words.h"
#include "corpus/march-verify.h"
#include "widgets/march-file-chooser.h"

/* A text view lays out all it has: of a larger text its beginning is shown, and can't be typed
 * into. */
#define MOST_SHOWN 400000

/* In bytes: a line is laid out in one go, so that a longer one is shown in pieces. */
#define LONGEST_LINE 8192
#define LONGEST_PIECE 2560

struct _MarchTextPicker
{
  GtkBox parent_instance;

  /* owned */
  GCancellable  *reading;  /* NULL: nothing is read */
  MarchDocument *document; /* that was read last */
  char          *whole;    /* the text of it, while nothing was typed; NULL: what is seen counts */
  GArray        *breaks;   /* of guint: the code points of it before which a line end is shown */
  gboolean       filling;

  /* Template children */
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkLabel      *hint;
  GtkLabel      *count;
  GtkLabel      *notes;
  GtkWidget     *spinner;
  GtkWidget     *open_button;
};

static guint changed_signal;
static guint read_signal;

G_DEFINE_FINAL_TYPE (MarchTextPicker, march_text_picker, GTK_TYPE_BOX)

static void
update_count (MarchTextPicker *self)
{
  const glong      n = self->whole != NULL ? g_utf8_strlen (self->whole, -1)
                                           : gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *number = march_words_for_number ((double) n);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%s character", "%s characters",
                                                              (gulong) n),
                                                    number)
                                 : g_strdup ("");

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n == 0);
}

static void
typed_cb (MarchTextPicker *self)
{
  if (self->filling)
    return;
  g_clear_pointer (&self->whole, g_free);
  update_count (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
say (MarchTextPicker *self, const char *words)
{
  gtk_label_set_text (self->notes, words);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *words != '\0');
}

static void
set_reading (MarchTextPicker *self, gboolean reading)
{
  gtk_widget_set_visible (self->spinner, reading);
  gtk_widget_set_sensitive (self->open_button, !reading);
}

static gboolean
has_long_line (const char *text)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      if (strcspn (line, "\n") > LONGEST_LINE)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full): @text up to @end with a line end after each piece of a long line. */
static char *
break_lines (MarchTextPicker *self, const char *text, const char *end)
{
  GString    *shown = g_string_sized_new ((gsize) (end - text) + 1024);
  const char *piece = text;
  guint       point = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at), point++)
    {
      if (at - piece >= LONGEST_PIECE)
        {
          g_string_append_len (shown, piece, at - piece);
          g_string_append_c (shown, '\n');
          g_array_append_val (self->breaks, point);
          piece = at;
        }
      if (*at == '\n')
        {
          g_string_append_len (shown, piece, at + 1 - piece);
          piece = at + 1;
        }
    }
  g_string_append_len (shown, piece, end - piece);
  return g_string_free (shown, FALSE);
}

/* What is seen of a large text is its beginning, and of a long line its pieces; neither can be
 * typed into. */
static void
fill (MarchTextPicker *self, const char *text)
{
  const gboolean large = strlen (text) > MOST_SHOWN, broken = has_long_line (text);
  const char *end = large ? g_utf8_find_prev_char (text, text + MOST_SHOWN) : text + strlen (text);
  g_autofree char *pieces = NULL;

  g_array_set_size (self->breaks, 0);
  pieces = broken ? break_lines (self, text, end) : NULL;
  self->filling = TRUE;
  if (pieces != NULL)
    gtk_text_buffer_set_text (self->buffer, pieces, -1);
  else
    gtk_text_buffer_set_text (self->buffer, text, end - text);
  gtk_text_view_set_editable (self->view, !large && !broken);
  self->filling = FALSE;
  g_free (self->whole);
  self->whole = g_strdup (text);
  update_count (self);
}

static void
add_note (GString *notes, const char *note)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", note);
}

/* What is told of @text, and of the document that it was read from, if any. */
static char *
join_notes (const MarchDocument *document, const char *text)
{
  GString *notes = g_string_new (NULL);

  for (guint i = 0; document != NULL && i < document->notes->len; i++)
    add_note (notes, document->notes->pdata[i]);
  if (strlen (text) > MOST_SHOWN)
    add_note (notes, _("Only the beginning of the text is shown; all of it is taken."));
  if (has_long_line (text))
    add_note (notes, _("Long lines are shown in pieces; the text is taken as it is."));
  return g_string_free (notes, FALSE);
}

static void
take_document (MarchTextPicker *self, MarchDocument *document, char *text)
{
  g_autofree char *notes = join_notes (document, text);

  march_document_free (self->document);
  self->document = document;
  fill (self, text);
  say (self, notes);
  g_signal_emit (self, read_signal, 0);
  g_signal_emit (self, changed_signal, 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  MarchDocument   *document = march_document_load_finish (result, &error);
  MarchTextPicker *self = user_data;
  g_autofree char *text = NULL;

  /* Cancelled: another is read, or the widget is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  set_reading (self, FALSE);
  if (document != NULL)
    text = march_verify_prepare (document->text, strlen (document->text), &error);
  if (text != NULL)
    {
      take_document (self, document, text);
      return;
    }
  march_document_free (document);
  say (self, error->message);
}

/** march_text_picker_read: reads @file on another thread; what was there is kept if that fails */
void
march_text_picker_read (MarchTextPicker *self, GFile *file)
{
  g_return_if_fail (MARCH_IS_TEXT_PICKER (self) && G_IS_FILE (file));
  say (self, "");
  set_reading (self, TRUE);
  march_document_load_async (file, march_newest_begin (&self->reading), read_cb, self);
}

static void
file_cb (GtkWidget *picker, GFile *file)
{
  march_text_picker_read (MARCH_TEXT_PICKER (picker), file);
}

/** march_text_picker_open: asks for a file */
void
march_text_picker_open (MarchTextPicker *self)
{
  static const char *const endings[] = { "txt", "text",  "md",    "markdown", "html", "htm",
                                         "xhtml", "mhtml", "mht", "pdf", NULL };

  march_file_chooser_open (GTK_WIDGET (self), _("Open a Text, a Page or a PDF"), _("_Open"),
                           _("Texts, web pages and PDFs"), endings, file_cb);
}

/* In the place of what is there. */
static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchTextPicker) self = user_data;
  g_autofree char *pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *text = pasted != NULL ? march_verify_prepare (pasted, strlen (pasted), NULL)
                                         : NULL;
  g_autofree char *notes = NULL;

  if (text == NULL || *text == '\0')
    {
      say (self, _("There is no text to be pasted. Copy one first."));
      return;
    }
  notes = join_notes (NULL, text);
  fill (self, text);
  say (self, notes);
  g_signal_emit (self, changed_signal, 0);
}

static void
paste_cb (MarchTextPicker *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static gboolean
dropped_cb (MarchTextPicker *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  march_text_picker_read (self, files->data);
  return TRUE;
}

static gboolean
march_text_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MARCH_TEXT_PICKER (widget)->view));
}

static void
march_text_picker_dispose (GObject *object)
{
  MarchTextPicker *self = MARCH_TEXT_PICKER (object);

  march_newest_stop (&self->reading);
  g_clear_pointer (&self->document, march_document_free);
  g_clear_pointer (&self->whole, g_free);
  g_clear_pointer (&self->breaks, g_array_unref);
  G_OBJECT_CLASS (march_text_picker_parent_class)->dispose (object);
}

static void
march_text_picker_class_init (MarchTextPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_text_picker_dispose;
  widget_class->grab_focus = march_text_picker_grab_focus;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_TEXT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  read_signal = g_signal_new ("read", MARCH_TYPE_TEXT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-text-picker.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchTextPicker, name)
  BIND (view);
  BIND (buffer);
  BIND (hint);
  BIND (count);
  BIND (notes);
  BIND (spinner);
  BIND (open_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, march_text_picker_open);
}

static void
march_text_picker_init (MarchTextPicker *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_count (self);
}

/** march_text_picker_set_text: @text: as march_verify_prepare() makes it; nothing is told of it */
void
march_text_picker_set_text (MarchTextPicker *self, const char *text)
{
  g_return_if_fail (MARCH_IS_TEXT_PICKER (self));
  fill (self, text);
}

/** march_text_picker_dup_text: Returns: (transfer full) (nullable): the text, as
 * march_verify_prepare() makes it; %NULL if there is none but blanks */
char *
march_text_picker_dup_text (MarchTextPicker *self)
{
  g_autofree char *text = NULL, *bare = NULL;
  GtkTextIter      start, end;

  g_return_val_if_fail (MARCH_IS_TEXT_PICKER (self), NULL);
  if (self->whole != NULL)
    return *self->whole != '\0' ? g_strdup (self->whole) : NULL;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
  bare = g_strstrip (g_strdup (text));
  return *bare != '\0' ? march_verify_prepare (text, strlen (text), NULL) : NULL;
}

/** march_text_picker_get_facts: Returns: (nullable): what the document that was read last tells of
 * itself */
const MarchFacts *
march_text_picker_get_facts (MarchTextPicker *self)
{
  g_return_val_if_fail (MARCH_IS_TEXT_PICKER (self), NULL);
  return self->document != NULL ? self->document->facts : NULL;
}

/* Where in the view a code point of the text is. */
static int
count_shown (MarchTextPicker *self, guint point)
{
  guint n = 0;

  while (n < self->breaks->len && g_array_index (self->breaks, guint, n) <= point)
    n++;
  return (int) (point + n);
}

/** march_text_picker_show: selects and scrolls to these code points of the text */
void
march_text_picker_show (MarchTextPicker *self, guint first, guint beyond)
{
  GtkTextIter start, end;

  g_return_if_fail (MARCH_IS_TEXT_PICKER (self));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, count_shown (self, first));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, count_shown (self, beyond));
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_iter (self->view, &start, 0, TRUE, 0, 0.3);
}

/** march_text_picker_is_busy: Returns: whether a document is being read */
gboolean
march_text_picker_is_busy (MarchTextPicker *self)
{
  g_return_val_if_fail (MARCH_IS_TEXT_PICKER (self), FALSE);
  return self->reading != NULL;
}
