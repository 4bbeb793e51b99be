/* march-reader-page.c — the page Reader: the sources, the text of one, and its coding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "reader/march-reader-bubble.h"
#include "reader/march-reader-card.h"
#include "reader/march-reader-page-private.h"
#include "reader/march-reader-status.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SOURCE,
  PROP_MENU_MODEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CODED,
  PICKING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchReaderPage, march_reader_page, GTK_TYPE_BOX)

/** march_reader_page_get_corpus: Returns: (nullable): what the dossier holds now */
MarchCorpus *
march_reader_page_get_corpus (MarchReaderPage *self)
{
  return self->session != NULL ? march_session_get_corpus (self->session) : NULL;
}

/** march_reader_page_find_source: Returns: (nullable): what is read */
const MarchSource *
march_reader_page_find_source (MarchReaderPage *self)
{
  MarchCorpus *corpus = march_reader_page_get_corpus (self);

  return corpus != NULL ? march_corpus_get_source (corpus, self->source) : NULL;
}

/** march_reader_page_find_position: Returns: which of @sources has that id; 0 if none */
guint
march_reader_page_find_position (GPtrArray *sources, gint64 id)
{
  for (guint i = 0; i < sources->len; i++)
    if (((const MarchSource *) sources->pdata[i])->id == id)
      return i;
  return 0;
}

static char *
describe_source (const MarchSource *source)
{
  if (*source->author == '\0')
    return g_strdup (source->title);
  return *source->publication == '\0'
             ? g_strdup (source->author)
             : g_strdup_printf ("%s, %s", source->author, source->publication);
}

static void
show_title (MarchReaderPage *self, const MarchSource *source)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GPtrArray       *sources = NULL;

  if (source == NULL)
    {
      adw_window_title_set_title (self->title, _("Reader"));
      adw_window_title_set_subtitle (self->title, "");
      return;
    }
  sources = march_corpus_get_sources (march_reader_page_get_corpus (self));
  title = describe_source (source);
  /* Translators: which of how many sources is read, and the dossier's title. */
  subtitle = g_strdup_printf (_("Source %1$u of %2$u · %3$s"),
                              march_reader_page_find_position (sources, source->id) + 1,
                              sources->len,
                              march_corpus_get_facts (march_reader_page_get_corpus (self))->title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

/** march_reader_page_show_status: the line below the text follows what is selected in it */
void
march_reader_page_show_status (MarchReaderPage *self)
{
  g_autofree char *words = self->relinked != 0
                               ? g_strdup (_("Select the words of this quotation and press L; "
                                             "Escape leaves it as it is"))
                           : self->aim != 0 ? march_reader_page_describe_aim (self)
                                            : march_reader_status_describe (self->text);
  const gboolean   text = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "text");

  gtk_widget_set_visible (self->status_bar, (text || self->aim != 0) && *words != '\0');
  gtk_label_set_text (self->status, words);
  gtk_image_set_from_icon_name (self->status_icon, march_reader_status_get_icon (self->text));
}

static void
show_source (MarchReaderPage *self)
{
  const MarchSource *source = march_reader_page_find_source (self);
  const gboolean     text = source != NULL && source->text != NULL;

  show_title (self, source);
  march_reader_text_show (self->text, march_reader_page_get_corpus (self), text ? source : NULL);
  march_reader_bare_show (self->bare, march_reader_page_get_corpus (self), text ? NULL : source);
  gtk_stack_set_visible_child_name (self->stack, source == NULL ? "nothing"
                                                 : text         ? "text"
                                                                : "bare");
  gtk_widget_set_sensitive (GTK_WIDGET (self->find_button), text);
  if (!text)
    march_reader_find_end (self->find);
  march_reader_page_show_status (self);
}

/* One that can be read, if there is any. */
static gint64
find_first (GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (((const MarchSource *) sources->pdata[i])->text != NULL)
      return ((const MarchSource *) sources->pdata[i])->id;
  return sources->len > 0 ? ((const MarchSource *) sources->pdata[0])->id : 0;
}

/* Where none was chosen, or it is gone. */
static void
choose_source (MarchReaderPage *self)
{
  MarchCorpus *corpus = march_reader_page_get_corpus (self);
  gint64       source = 0;

  if (march_reader_page_find_source (self) != NULL)
    return;
  source = corpus != NULL ? find_first (march_corpus_get_sources (corpus)) : 0;
  if (source == self->source)
    return;
  self->source = source;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

static void
take_focus (MarchReaderPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
update_cb (gpointer user_data)
{
  MarchReaderPage *self = user_data;

  self->update = 0;
  choose_source (self);
  show_source (self);
  if (self->entered)
    take_focus (self);
  self->entered = FALSE;
  return G_SOURCE_REMOVE;
}

/* Nothing is looked up for a page that nobody looks at. */
static void
queue_update (MarchReaderPage *self)
{
  if (self->update == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update = g_idle_add (update_cb, self);
}

static void
update_now (MarchReaderPage *self)
{
  g_clear_handle_id (&self->update, g_source_remove);
  update_cb (self);
}

/** march_reader_page_close_popover: the quotations at a place are shown no more */
void
march_reader_page_close_popover (MarchReaderPage *self)
{
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  self->popover = NULL;
}

static void
selection_cb (MarchReaderPage *self)
{
  MarchStretch selection;
  GdkRectangle place;

  march_reader_page_show_status (self);
  if (gtk_widget_has_focus (GTK_WIDGET (march_reader_text_get_view (self->text)))
      && march_reader_text_get_selection (self->text, &selection)
      && march_reader_text_get_place (self->text, &selection, &place))
    {
      gtk_popover_set_pointing_to (GTK_POPOVER (self->bubble), &place);
      gtk_popover_popup (GTK_POPOVER (self->bubble));
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self->bubble));
}

static void
scrolled_cb (MarchReaderPage *self)
{
  if (gtk_widget_get_visible (self->bubble))
    selection_cb (self);
}

static void
located_cb (MarchReaderPage *self)
{
  march_reader_page_show_status (self);
}

static void
activated_cb (MarchReaderPage *self, GPtrArray *passages)
{
  const MarchPassage *first = passages->pdata[0];
  GdkRectangle        place;

  march_reader_page_close_popover (self);
  march_reader_text_get_place (self->text, &(MarchStretch){ first->first, first->beyond }, &place);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (
      GTK_POPOVER (self->popover),
      march_reader_card_new (march_reader_text_get_passages (self->text), passages));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->text));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Quotations at this place"), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/** march_reader_page_focus_text: the text takes the focus */
void
march_reader_page_focus_text (MarchReaderPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (march_reader_text_get_view (self->text)));
}

static void
apply_room (MarchReaderPage *self)
{
  const gboolean coding = adw_flap_get_reveal_flap (self->coding_flap);
  const gboolean folded
      = self->room <= MARCH_ROOM_NARROW || (coding && self->room < MARCH_ROOM_WIDE);

  adw_flap_set_fold_policy (self->coding_flap, self->room == MARCH_ROOM_TIGHT
                                                   ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                   : ADW_FLAP_FOLD_POLICY_NEVER);
  if (folded == (adw_flap_get_fold_policy (self->list_flap) == ADW_FLAP_FOLD_POLICY_ALWAYS))
    return;
  adw_flap_set_fold_policy (self->list_flap,
                            folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->list_flap, !folded);
}

/** march_reader_page_show_coding: @shown: whether the pane for coding is beside the text */
void
march_reader_page_show_coding (MarchReaderPage *self, gboolean shown)
{
  adw_flap_set_reveal_flap (self->coding_flap, shown);
  apply_room (self);
}

/* What is open is closed before the page is left. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *target)
{
  MarchReaderPage *self = MARCH_READER_PAGE (widget);

  if (self->relinked != 0)
    {
      self->relinked = 0;
      march_reader_page_show_status (self);
    }
  else if (self->aim != 0)
    march_reader_page_aim (self, 0, FALSE);
  else if (gtk_widget_get_visible (self->bubble))
    g_signal_emit_by_name (march_reader_text_get_view (self->text), "select-all", FALSE);
  else if (march_reader_find_is_open (self->find))
    march_reader_find_end (self->find);
  else
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
march_reader_page_map (GtkWidget *widget)
{
  MarchReaderPage *self = MARCH_READER_PAGE (widget);

  GTK_WIDGET_CLASS (march_reader_page_parent_class)->map (widget);
  self->picking = FALSE;
  self->entered = TRUE;
  queue_update (self);
}

static void
march_reader_page_unmap (GtkWidget *widget)
{
  MarchReaderPage *self = MARCH_READER_PAGE (widget);

  march_reader_page_close_popover (self);
  gtk_popover_popdown (GTK_POPOVER (self->bubble));
  GTK_WIDGET_CLASS (march_reader_page_parent_class)->unmap (widget);
}

static void
set_session (MarchReaderPage *self, MarchSession *session)
{
  if (session == NULL)
    return;
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  march_reader_page_make_coding (self);
  g_signal_connect_object (session, "show-text", G_CALLBACK (march_reader_page_show_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dossier", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
}

static void
march_reader_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarchReaderPage *self = MARCH_READER_PAGE (object);

  switch (id)
    {
    case PROP_SOURCE:
      g_value_set_int64 (value, self->source);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, gtk_menu_button_get_menu_model (self->menu_button));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
march_reader_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MarchReaderPage *self = MARCH_READER_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_SOURCE:
      march_reader_page_set_source (self, g_value_get_int64 (value));
      break;
    case PROP_MENU_MODEL:
      gtk_menu_button_set_menu_model (self->menu_button, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
march_reader_page_dispose (GObject *object)
{
  MarchReaderPage *self = MARCH_READER_PAGE (object);

  g_clear_handle_id (&self->update, g_source_remove);
  march_reader_page_close_popover (self);
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_reader_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCE]
      = g_param_spec_int64 ("source", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_MENU_MODEL]
      = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchReaderPage, name)
  BIND (title);
  BIND (back);
  BIND (list_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (menu_button);
  BIND (find_button);
  BIND (list_flap);
  BIND (list_slot);
  BIND (coding_flap);
  BIND (coding_slot);
  BIND (find_slot);
  BIND (stack);
  BIND (text);
  BIND (bare);
  BIND (status_bar);
  BIND (status_icon);
  BIND (status);
#undef BIND
}

static void
march_reader_page_class_init (MarchReaderPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = march_reader_page_get_property;
  object_class->set_property = march_reader_page_set_property;
  object_class->dispose = march_reader_page_dispose;
  widget_class->map = march_reader_page_map;
  widget_class->unmap = march_reader_page_unmap;
  install_properties (object_class);
  signals[CODED] = g_signal_new ("coded", MARCH_TYPE_READER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[PICKING] = g_signal_new ("picking", MARCH_TYPE_READER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MARCH_TYPE_READER_TEXT);
  g_type_ensure (MARCH_TYPE_READER_BARE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-reader-page.ui");
  bind_children (widget_class);
  march_reader_page_install_leading (widget_class);
  march_reader_page_install_coding (widget_class);
  gtk_widget_class_install_action (widget_class, "reader.escape", NULL, escape_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "reader.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "reader.next-source", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "reader.previous-source", NULL);
}

/* Letters mean something only while the text has the focus. */
static void
add_shortcut (MarchReaderPage *self, const char *key, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), gtk_named_action_new (action)));
  gtk_widget_add_controller (GTK_WIDGET (march_reader_text_get_view (self->text)), keys);
}

static void
watch_text (MarchReaderPage *self)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (march_reader_text_get_view (self->text)));

  g_signal_connect_object (self->text, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "located", G_CALLBACK (located_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  add_shortcut (self, "l", "reader.quote");
  add_shortcut (self, "n", "reader.note");
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
march_reader_page_init (MarchReaderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->room = MARCH_ROOM_WIDE;
  self->bubble = march_reader_bubble_new ();
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self->text));
  self->find = MARCH_READER_FIND (march_reader_find_new (self->text));
  adw_bin_set_child (self->find_slot, GTK_WIDGET (self->find));
  g_object_bind_property (self->find, "open", self->find_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  watch_text (self);
}

/** march_reader_page_set_source: @source: id of the source to read, 0 for none in particular */
void
march_reader_page_set_source (MarchReaderPage *self, gint64 source)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  if (source == self->source)
    return;
  self->source = source;
  self->relinked = 0;
  march_reader_page_close_popover (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
  queue_update (self);
}

/** march_reader_page_show_text: shows the text of @source and turns to @quotation in it; 0: to
 * none. This is also the answer to the session's "show-text" */
void
march_reader_page_show_text (MarchReaderPage *self, gint64 source, gint64 quotation)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  march_reader_page_set_source (self, source);
  update_now (self);
  if (quotation == 0)
    return;
  if (!march_reader_bare_reveal (self->bare, quotation))
    march_reader_text_reveal (self->text, quotation);
}

/** march_reader_page_get_source: Returns: id of the source that is read, 0 for none */
gint64
march_reader_page_get_source (MarchReaderPage *self)
{
  return self->source;
}

/** march_reader_page_set_list: @list: the list of sources, beside the text */
void
march_reader_page_set_list (MarchReaderPage *self, GtkWidget *list)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  adw_bin_set_child (self->list_slot, list);
}

/** march_reader_page_enter_text: from the list, which gets out of the way where it lies over the
 * text */
void
march_reader_page_enter_text (MarchReaderPage *self)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  if (adw_flap_get_fold_policy (self->list_flap) == ADW_FLAP_FOLD_POLICY_ALWAYS)
    adw_flap_set_reveal_flap (self->list_flap, FALSE);
  take_focus (self);
}

/** march_reader_page_name_steps: what undoing and redoing would do, in words */
void
march_reader_page_name_steps (MarchReaderPage *self, const char *undo, const char *redo)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
}

/** march_reader_page_set_room: lays the page out for @room */
void
march_reader_page_set_room (MarchReaderPage *self, MarchRoom room)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  self->room = room;
  apply_room (self);
  gtk_widget_set_visible (self->undo_button, room != MARCH_ROOM_TIGHT);
  gtk_widget_set_visible (self->redo_button, room != MARCH_ROOM_TIGHT);
  adw_button_content_set_label (self->back, room == MARCH_ROOM_TIGHT ? "" : _("Map"));
}

/** march_reader_page_is_coding: Returns: whether something that was typed is not saved */
gboolean
march_reader_page_is_coding (MarchReaderPage *self)
{
  return march_coding_pane_is_touched (self->coding);
}

/** march_reader_page_end_coding: what was typed is not going to be saved */
void
march_reader_page_end_coding (MarchReaderPage *self)
{
  march_coding_pane_cancel (self->coding);
}

/** march_reader_page_find: lets the reader type what to find in the text */
void
march_reader_page_find (MarchReaderPage *self)
{
  g_return_if_fail (MARCH_IS_READER_PAGE (self));
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->find_button)))
    march_reader_find_begin (self->find);
}

/** march_reader_page_get_text: Returns: (transfer none): the text that is read */
MarchReaderText *
march_reader_page_get_text (MarchReaderPage *self)
{
  return self->text;
}
