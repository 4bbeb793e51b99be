/* march-session.c — what the user looks at: dossier, day, lens, selection */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-session.h"

#include "base/march-newest.h"
#include "session/march-session-private.h"

enum
{
  PROP_0,
  PROP_DOSSIER,
  PROP_AS_OF,
  PROP_KNOWN_BY,
  PROP_ACCORDING_ACTOR,
  PROP_ACCORDING_SOURCE,
  PROP_AREA_SOURCE,
  PROP_LENS,
  PROP_POINTS,
  PROP_PLACE,
  PROP_GROUP,
  PROP_SNAPSHOT,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_DRAWN,
  N_PROPS
};

enum
{
  SHOW_QUOTATION,
  SHOW_ASSERTION,
  SHOW_WHY,
  SHOW_TEXT,
  SHOW_SEARCH,
  FIT_PLACE,
  REVEAL_PLACE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchSession, march_session, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (MarchSnapshot, march_snapshot_boxed, march_snapshot_ref, march_snapshot_unref)

/**
 * march_lens_get_type:
 *
 * Returns: the type of #MarchLens, whose nicks are the targets of the action "win.lens"
 */
GType
march_lens_get_type (void)
{
  static GType            type;
  static const GEnumValue values[] = {
    { MARCH_LENS_CONTROL, "MARCH_LENS_CONTROL", "control" },
    { MARCH_LENS_CLAIM, "MARCH_LENS_CLAIM", "claim" },
    { MARCH_LENS_BOTH, "MARCH_LENS_BOTH", "both" },
    { MARCH_LENS_VALUE, "MARCH_LENS_VALUE", "value" },
    { MARCH_LENS_EVIDENCE, "MARCH_LENS_EVIDENCE", "evidence" },
    { MARCH_LENS_DISAGREEMENT, "MARCH_LENS_DISAGREEMENT", "disagreement" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("MarchLens", values));
  return type;
}

static void
take_corpus (MarchSession *self, MarchCorpus *corpus)
{
  g_clear_pointer (&self->corpus, march_corpus_unref);
  self->corpus = corpus;
  if (corpus != NULL && self->place != 0 && march_corpus_get_place (corpus, self->place) == NULL)
    {
      self->place = 0;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
    }
  march_session_ask_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
dossier_changed_cb (MarchSession *self)
{
  take_corpus (self, march_dossier_dup_corpus (self->dossier));
}

static void
march_session_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  MarchSession *self = MARCH_SESSION (object);

  switch (property)
    {
    case PROP_DOSSIER:
      g_value_set_object (value, self->dossier);
      break;
    case PROP_AS_OF:
      g_value_set_int64 (value, self->question.as_of);
      break;
    case PROP_KNOWN_BY:
      g_value_set_int64 (value, self->question.known_by);
      break;
    case PROP_ACCORDING_ACTOR:
      g_value_set_int64 (value, self->question.according_actor);
      break;
    case PROP_ACCORDING_SOURCE:
      g_value_set_int64 (value, self->question.according_source);
      break;
    case PROP_AREA_SOURCE:
      g_value_set_int64 (value, self->question.area_source);
      break;
    case PROP_LENS:
      g_value_set_enum (value, self->lens);
      break;
    case PROP_POINTS:
      g_value_set_boolean (value, self->points);
      break;
    case PROP_PLACE:
      g_value_set_int64 (value, self->place);
      break;
    case PROP_GROUP:
      g_value_set_boxed (value, self->group);
      break;
    case PROP_SNAPSHOT:
      g_value_set_boxed (value, self->snapshot);
      break;
    case PROP_TITLE:
      g_value_set_string (value,
                          self->corpus != NULL ? march_corpus_get_facts (self->corpus)->title : "");
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, march_session_build_subtitle (self));
      break;
    case PROP_DRAWN:
      g_value_set_boolean (value, self->drawn);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_session_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  MarchSession *self = MARCH_SESSION (object);

  switch (property)
    {
    case PROP_DOSSIER:
      march_session_set_dossier (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      march_session_set_as_of (self, g_value_get_int64 (value));
      break;
    case PROP_KNOWN_BY:
      march_session_set_known_by (self, g_value_get_int64 (value));
      break;
    case PROP_ACCORDING_ACTOR:
      march_session_set_according (self, g_value_get_int64 (value),
                                   self->question.according_source);
      break;
    case PROP_ACCORDING_SOURCE:
      march_session_set_according (self, self->question.according_actor, g_value_get_int64 (value));
      break;
    case PROP_AREA_SOURCE:
      march_session_set_area_source (self, g_value_get_int64 (value));
      break;
    case PROP_LENS:
      march_session_set_lens (self, g_value_get_enum (value));
      break;
    case PROP_POINTS:
      march_session_set_points (self, g_value_get_boolean (value));
      break;
    case PROP_PLACE:
      march_session_select (self,
                            self->corpus == NULL
                                ? NULL
                                : march_corpus_get_place (self->corpus, g_value_get_int64 (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_session_dispose (GObject *object)
{
  MarchSession *self = MARCH_SESSION (object);

  march_newest_stop (&self->computing);
  g_clear_object (&self->area_desk);
  g_clear_object (&self->figure_desk);
  g_clear_object (&self->source_desk);
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->group, march_group_unref);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_session_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags shown = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, MARCH_TYPE_DOSSIER, flags);
  properties[PROP_AS_OF] = g_param_spec_int64 ("as-of", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                               flags);
  properties[PROP_KNOWN_BY] = g_param_spec_int64 ("known-by", NULL, NULL, G_MININT64, G_MAXINT64,
                                                  G_MAXINT64, flags);
  properties[PROP_ACCORDING_ACTOR] = g_param_spec_int64 ("according-actor", NULL, NULL, 0,
                                                         G_MAXINT64, 0, flags);
  properties[PROP_ACCORDING_SOURCE] = g_param_spec_int64 ("according-source", NULL, NULL, 0,
                                                          G_MAXINT64, 0, flags);
  properties[PROP_AREA_SOURCE] = g_param_spec_int64 ("area-source", NULL, NULL,
                                                     MARCH_NO_AREA_SOURCE, G_MAXINT64, 0, flags);
  properties[PROP_LENS] = g_param_spec_enum ("lens", NULL, NULL, MARCH_TYPE_LENS, MARCH_LENS_BOTH,
                                             flags);
  properties[PROP_POINTS] = g_param_spec_boolean ("points", NULL, NULL, TRUE, flags);
  properties[PROP_PLACE] = g_param_spec_int64 ("place", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_GROUP] = g_param_spec_boxed ("group", NULL, NULL, MARCH_TYPE_GROUP, shown);
  properties[PROP_SNAPSHOT] = g_param_spec_boxed ("snapshot", NULL, NULL, MARCH_TYPE_SNAPSHOT,
                                                  shown);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", shown);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", shown);
  properties[PROP_DRAWN] = g_param_spec_boolean ("drawn", NULL, NULL, FALSE, shown);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static guint
new_signal (const char *name, GType argument)
{
  return g_signal_new (name, MARCH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, argument);
}

static void
march_session_class_init (MarchSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = march_session_get_property;
  object_class->set_property = march_session_set_property;
  object_class->dispose = march_session_dispose;
  install_properties (object_class);
  signals[SHOW_QUOTATION] = new_signal ("show-quotation", G_TYPE_INT64);
  signals[SHOW_ASSERTION] = new_signal ("show-assertion", G_TYPE_INT64);
  signals[SHOW_WHY] = new_signal ("show-why", G_TYPE_INT64);
  signals[SHOW_TEXT] = g_signal_new ("show-text", MARCH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[SHOW_SEARCH] = new_signal ("show-search", G_TYPE_STRING);
  signals[FIT_PLACE] = new_signal ("fit-place", G_TYPE_INT64);
  signals[REVEAL_PLACE] = new_signal ("reveal-place", G_TYPE_INT64);
}

static void
march_session_init (MarchSession *self)
{
  self->question.known_by = MARCH_DAY_MAX;
  self->lens = MARCH_LENS_BOTH;
  self->points = TRUE;
  self->area_desk = march_area_desk_new (self);
  self->figure_desk = march_figure_desk_new (self);
  self->source_desk = march_source_desk_new (self);
}

/**
 * march_session_new:
 *
 * Returns: (transfer full): a session without a dossier
 */
MarchSession *
march_session_new (void)
{
  return g_object_new (MARCH_TYPE_SESSION, NULL);
}

/**
 * march_session_set_dossier:
 * @dossier: (nullable): the dossier to look at
 *
 * Starts anew with @dossier: its last day, known by today, anyone's word, nothing selected. The
 * lens stays.
 */
void
march_session_set_dossier (MarchSession *self, MarchDossier *dossier)
{
  MarchCorpus *corpus = NULL;

  g_return_if_fail (MARCH_IS_SESSION (self));
  if (dossier == self->dossier)
    return;
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_set_object (&self->dossier, dossier);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  g_clear_pointer (&self->group, march_group_unref);
  self->place = 0;
  self->drawn = FALSE;
  self->question = (MarchQuestion){ .known_by = MARCH_DAY_MAX };
  if (dossier != NULL)
    {
      g_signal_connect_object (dossier, "changed", G_CALLBACK (dossier_changed_cb), self,
                               G_CONNECT_SWAPPED);
      corpus = march_dossier_dup_corpus (dossier);
      self->question.as_of = march_corpus_get_facts (corpus)->last;
    }
  g_object_freeze_notify (G_OBJECT (self));
  take_corpus (self, corpus);
  for (guint i = PROP_DOSSIER; i < N_PROPS; i++)
    if (i != PROP_LENS)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/** march_session_get_figure_desk: Returns: (transfer none): where stated figures are held against
 * imported areas */
MarchFigureDesk *
march_session_get_figure_desk (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->figure_desk;
}

/** march_session_get_source_desk: Returns: (transfer none): where sources of areas are held against
 * each other */
MarchSourceDesk *
march_session_get_source_desk (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->source_desk;
}

/** march_session_get_area_desk: Returns: (transfer none): where imported areas are measured and
 * compared */
MarchAreaDesk *
march_session_get_area_desk (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->area_desk;
}

/** march_session_get_dossier: Returns: (transfer none) (nullable): the dossier */
MarchDossier *
march_session_get_dossier (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->dossier;
}

/** march_session_get_corpus: Returns: (transfer none) (nullable): the dossier's records as they
 * stand now */
MarchCorpus *
march_session_get_corpus (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->corpus;
}

/**
 * march_session_get_snapshot:
 *
 * Returns: (transfer none) (nullable): the answer shown; NULL without a dossier
 */
MarchSnapshot *
march_session_get_snapshot (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->snapshot;
}

/** march_session_get_lens: Returns: the lens */
MarchLens
march_session_get_lens (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), MARCH_LENS_BOTH);
  return self->lens;
}

/** march_session_set_lens: @lens: what of the snapshot the map draws */
void
march_session_set_lens (MarchSession *self, MarchLens lens)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (lens == self->lens)
    return;
  self->lens = lens;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LENS]);
}

/** march_session_get_points: Returns: whether imported points are drawn */
gboolean
march_session_get_points (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), FALSE);
  return self->points;
}

/** march_session_set_points: @points: whether imported points are drawn, and stepped to */
void
march_session_set_points (MarchSession *self, gboolean points)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (!points == !self->points)
    return;
  self->points = points != FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POINTS]);
}

/** march_session_get_place: Returns: (nullable): the selected place */
const MarchPlace *
march_session_get_place (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->place == 0 || self->corpus == NULL
             ? NULL
             : march_corpus_get_place (self->corpus, self->place);
}

/** march_session_get_group: Returns: (transfer none) (nullable): the places that are highlighted */
MarchGroup *
march_session_get_group (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->group;
}

/** march_session_set_group: @group: (nullable): the places to highlight and to list; no single
 * place is selected while they are */
void
march_session_set_group (MarchSession *self, MarchGroup *group)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (group == self->group)
    return;
  g_clear_pointer (&self->group, march_group_unref);
  self->group = group != NULL ? march_group_ref (group) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
  if (group != NULL && self->place != 0)
    {
      self->place = 0;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
    }
}

/** march_session_select: @place: (nullable): a place of the session's corpus; NULL clears the
 * selection, that of a group too */
void
march_session_select (MarchSession *self, const MarchPlace *place)
{
  gint64 id = place != NULL ? place->id : 0;

  g_return_if_fail (MARCH_IS_SESSION (self));
  if (id != self->place)
    {
      self->place = id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
    }
  march_session_set_group (self, NULL);
}

/** march_session_get_drawn: Returns: whether the map has shown the dossier */
gboolean
march_session_get_drawn (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), FALSE);
  return self->drawn;
}

/** march_session_set_drawn: to be called by the map when it shows a picture of what the session
 * asks for */
void
march_session_set_drawn (MarchSession *self)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (self->drawn)
    return;
  self->drawn = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAWN]);
}

/** march_session_show_quotation: asks the panel to show @quotation */
void
march_session_show_quotation (MarchSession *self, const MarchQuotation *quotation)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && quotation != NULL);
  g_signal_emit (self, signals[SHOW_QUOTATION], 0, quotation->id);
}

/** march_session_show_assertion: asks the panel for the page of @assertion */
void
march_session_show_assertion (MarchSession         *self,
                              const MarchAssertion *assertion)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && assertion != NULL);
  g_signal_emit (self, signals[SHOW_ASSERTION], 0, assertion->id);
}

/** march_session_show_why: asks the window for the page "Why this colour?" of @place */
void
march_session_show_why (MarchSession *self, const MarchPlace *place)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && place != NULL);
  g_signal_emit (self, signals[SHOW_WHY], 0, place->id);
}

/**
 * march_session_show_text:
 * @source: what to read
 * @quotation: (nullable): of which the place in the text is looked for
 *
 * Asks the window for the text of @source.
 */
void
march_session_show_text (MarchSession         *self,
                         const MarchSource    *source,
                         const MarchQuotation *quotation)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && source != NULL);
  g_signal_emit (self, signals[SHOW_TEXT], 0, source->id,
                 quotation != NULL ? quotation->id : (gint64) 0);
}

/** march_session_show_search: @text: (nullable): what to search for; asks the panel to search */
void
march_session_show_search (MarchSession *self, const char *text)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  g_signal_emit (self, signals[SHOW_SEARCH], 0, text != NULL ? text : "");
}

/** march_session_fit: @place: (nullable): what the map moves to; NULL: the whole dossier */
void
march_session_fit (MarchSession *self, const MarchPlace *place)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  g_signal_emit (self, signals[FIT_PLACE], 0, place != NULL ? place->id : (gint64) 0);
}

/** march_session_reveal: asks the map to move to @place if it is out of view */
void
march_session_reveal (MarchSession *self, const MarchPlace *place)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && place != NULL);
  g_signal_emit (self, signals[REVEAL_PLACE], 0, place->id);
}
