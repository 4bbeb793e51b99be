/* march-import-plan.c — what an analyst says of a layer before it is brought into a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asof/march-words.h"
#include "base/march-error.h"
#include "base/march-fold.h"
#include "base/march-typed-day.h"

#define MOST_VALUES 40 /* that somebody would sort by hand */

static void
key_free (MarchPlanKey *key)
{
  g_free (key->label);
  g_free (key);
}

static void
value_free (MarchPlanValue *value)
{
  g_free (value->text);
  g_free (value);
}

static void
add_key (MarchImportPlan *plan, gboolean whole, MarchLayerKey key, guint field, char *label)
{
  MarchPlanKey *added = g_new0 (MarchPlanKey, 1);

  *added = (MarchPlanKey){ .label = label, .whole = whole, .key = key, .field = field };
  g_ptr_array_add (plan->keys, added);
}

/* Whether it tells at least two kinds of features apart, and not each from each. */
static gboolean
tells_apart (MarchImportPlan *plan, MarchLayerKey key, guint field)
{
  g_autoptr (GPtrArray) counts = march_layer_count_keys (plan->layer, key, field, MOST_VALUES);

  return counts->len > 1 && counts->len <= MOST_VALUES;
}

static char *
describe_key (MarchImportPlan *plan, MarchLayerKey key, guint field)
{
  static const char *const words[] = {
    [MARCH_LAYER_KEY_SERIES] = N_("The name of the file"),
    [MARCH_LAYER_KEY_GROUP] = N_("The layer or folder in the file"),
    [MARCH_LAYER_KEY_COLOUR] = N_("The colour"),
    [MARCH_LAYER_KEY_NAME] = N_("The name of the area"),
  };

  if (key != MARCH_LAYER_KEY_FIELD)
    return g_strdup (_(words[key]));
  /* Translators: a property of the features of a file. */
  return g_strdup_printf (_("The field “%s”"), march_layer_get_field (plan->layer, field));
}

static void
list_keys (MarchImportPlan *plan)
{
  static const MarchLayerKey plain[] = { MARCH_LAYER_KEY_SERIES, MARCH_LAYER_KEY_GROUP,
                                         MARCH_LAYER_KEY_COLOUR, MARCH_LAYER_KEY_NAME };

  g_ptr_array_set_size (plan->keys, 0);
  add_key (plan, TRUE, MARCH_LAYER_KEY_SERIES, 0, g_strdup (_("Nothing: one holder")));
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (tells_apart (plan, plain[i], 0))
      add_key (plan, FALSE, plain[i], 0, describe_key (plan, plain[i], 0));
  for (guint i = 0; i < march_layer_get_n_fields (plan->layer); i++)
    if (tells_apart (plan, MARCH_LAYER_KEY_FIELD, i))
      add_key (plan, FALSE, MARCH_LAYER_KEY_FIELD, i,
               describe_key (plan, MARCH_LAYER_KEY_FIELD, i));
}

/**
 * march_import_plan_offer_key:
 * @field: for %MARCH_LAYER_KEY_FIELD
 *
 * Returns: the index of that key, which is offered from now on if it wasn't as it tells nothing
 *   apart
 */
guint
march_import_plan_offer_key (MarchImportPlan *plan, MarchLayerKey key, guint field)
{
  for (guint i = 0; i < plan->keys->len; i++)
    {
      const MarchPlanKey *known = g_ptr_array_index (plan->keys, i);

      if (!known->whole && known->key == key
          && (key != MARCH_LAYER_KEY_FIELD || known->field == field))
        return i;
    }
  add_key (plan, FALSE, key, field, describe_key (plan, key, field));
  return plan->keys->len - 1;
}

/* The only actor that is called so, in full; a guess by some words of a name could be the opposite
 * of what a file means. */
static gint64
find_namesake (MarchCorpus *corpus, const char *text)
{
  GPtrArray       *actors = march_corpus_get_actors (corpus);
  g_autofree char *wanted = text != NULL ? march_fold (text) : NULL;
  gint64           found = 0;

  for (guint i = 0; wanted != NULL && i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      for (guint j = 0; j < actor->names->len; j++)
        {
          const MarchName *name = g_ptr_array_index (actor->names, j);
          g_autofree char *folded = march_fold (name->text);

          if (strcmp (folded, wanted) != 0 || found == actor->id)
            continue;
          if (found != 0)
            return 0;
          found = actor->id;
        }
    }
  return found;
}

static gboolean
is_of_kind (const MarchLayerFeature *feature, MarchGeometryKind kind)
{
  return feature->geometry != NULL && march_geometry_get_kind (feature->geometry) == kind;
}

static const MarchPlanKey *
get_key (MarchImportPlan *plan)
{
  return g_ptr_array_index (plan->keys, plan->key);
}

static const char *
get_text (MarchImportPlan *plan, const MarchLayerFeature *feature)
{
  const MarchPlanKey *key = get_key (plan);

  return key->whole ? NULL : march_layer_get_key (plan->layer, feature, key->key, key->field);
}

/**
 * march_import_plan_find_value:
 * @text: (nullable): what features have in common; %NULL: those that have nothing there
 *
 * Returns: (transfer none) (nullable): that value
 */
MarchPlanValue *
march_import_plan_find_value (MarchImportPlan *plan, const char *text)
{
  for (guint i = 0; i < plan->values->len; i++)
    {
      MarchPlanValue *value = g_ptr_array_index (plan->values, i);

      if (g_strcmp0 (value->text, text) == 0)
        return value;
    }
  return NULL;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const MarchPlanValue *one = *(MarchPlanValue *const *) a;
  const MarchPlanValue *other = *(MarchPlanValue *const *) b;

  if (one->n_features != other->n_features)
    return one->n_features > other->n_features ? -1 : 1;
  return g_strcmp0 (one->text, other->text);
}

static void
count_values (MarchImportPlan *plan)
{
  g_ptr_array_set_size (plan->values, 0);
  for (guint i = 0; i < march_layer_get_n_features (plan->layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (plan->layer, i);
      const char              *text = get_text (plan, feature);
      MarchPlanValue          *value = march_import_plan_find_value (plan, text);

      if (value == NULL)
        {
          value = g_new0 (MarchPlanValue, 1);
          value->text = g_strdup (text);
          value->holder = find_namesake (plan->corpus, text);
          g_ptr_array_add (plan->values, value);
        }
      value->n_features++;
      value->n_areas += is_of_kind (feature, MARCH_GEOMETRY_POLYGON);
      value->n_points += is_of_kind (feature, MARCH_GEOMETRY_POINT);
    }
  g_ptr_array_sort (plan->values, compare_values);
}

/* By that of which every value is an actor's name, if there is such a thing. */
static void
guess_key (MarchImportPlan *plan)
{
  for (guint i = 1; i < plan->keys->len; i++)
    {
      gboolean all = TRUE;

      march_import_plan_choose_key (plan, i);
      for (guint j = 0; j < plan->values->len; j++)
        all = all && ((const MarchPlanValue *) g_ptr_array_index (plan->values, j))->holder != 0;
      if (all)
        return;
    }
  march_import_plan_choose_key (plan, 0);
}

static void
list_choices (MarchImportPlan *plan)
{
  g_autoptr (GPtrArray) found = march_layer_list_choices (plan->layer, plan->today);

  while (found->len > 0)
    g_ptr_array_add (plan->choices, g_ptr_array_steal_index (found, 0));
  g_ptr_array_add (plan->choices, march_date_choice_new (MARCH_DATED_BY_HAND));
  ((MarchDateChoice *) g_ptr_array_index (plan->choices, plan->choices->len - 1))->from =
      MARCH_DAY_MIN;
}

/** march_import_plan_has_areas: Returns: whether there are any; else the plan is about points */
gboolean
march_import_plan_has_areas (MarchImportPlan *plan)
{
  return march_layer_count_kind (plan->layer, MARCH_GEOMETRY_POLYGON) > 0;
}

/**
 * march_import_plan_new:
 * @layer: a reference is taken
 * @corpus: a reference is taken
 *
 * Points beside areas may be mere signs on a map and are left out, unless @points is set; those of
 * a layer without areas count on their own days, where areas are carried.
 *
 * Returns: (transfer full): a plan with the likeliest dates; who holds what is guessed only where
 * the layer names actors in full
 */
MarchImportPlan *
march_import_plan_new (MarchLayer *layer, MarchCorpus *corpus, MarchDay today)
{
  MarchImportPlan *plan = g_new0 (MarchImportPlan, 1);

  plan->layer = march_layer_ref (layer);
  plan->corpus = march_corpus_ref (corpus);
  plan->today = today;
  plan->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) march_date_choice_free);
  plan->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) key_free);
  plan->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  plan->basis = MARCH_BASIS_INDEPENDENT;
  plan->points = !march_import_plan_has_areas (plan);
  plan->missing = plan->points ? MARCH_MISSING_OPEN : MARCH_MISSING_CARRIED;
  list_choices (plan);
  march_import_plan_choose_dates (plan, 0);
  guess_key (plan);
  return plan;
}

void
march_import_plan_free (MarchImportPlan *plan)
{
  march_layer_unref (plan->layer);
  march_corpus_unref (plan->corpus);
  g_ptr_array_unref (plan->choices);
  g_ptr_array_unref (plan->keys);
  g_ptr_array_unref (plan->values);
  g_free (plan->title);
  g_free (plan->publisher);
  g_free (plan->address);
  g_free (plan);
}

/** march_import_plan_get_choice: Returns: (transfer none): where the dates come from now */
const MarchDateChoice *
march_import_plan_get_choice (MarchImportPlan *plan)
{
  return g_ptr_array_index (plan->choices, plan->choice);
}

static void
date_layer (MarchImportPlan *plan)
{
  const MarchDateChoice      *choice = march_import_plan_get_choice (plan);
  g_autoptr (MarchDateChoice) none = march_date_choice_new (MARCH_DATED_NOT);
  gboolean                    unsaid = choice->origin == MARCH_DATED_BY_HAND
                                       && choice->from == MARCH_DAY_MIN;

  march_layer_set_dates (plan->layer, unsaid ? none : choice, plan->today);
}

/* Who holds the values that there still are; free with g_ptr_array_unref(). */
static void
count_anew (MarchImportPlan *plan)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&plan->values);

  plan->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  count_values (plan);
  for (guint i = 0; i < before->len; i++)
    {
      const MarchPlanValue *old = g_ptr_array_index (before, i);
      MarchPlanValue       *value = march_import_plan_find_value (plan, old->text);

      if (value == NULL)
        continue;
      value->holder = old->holder;
      value->own_basis = old->own_basis;
      value->basis = old->basis;
    }
}

/**
 * march_import_plan_choose_dates:
 * @choice: index of one of the plan's choices
 *
 * Dates the layer anew. Its features may become others, but the same actors hold them.
 */
void
march_import_plan_choose_dates (MarchImportPlan *plan, guint choice)
{
  g_return_if_fail (choice < plan->choices->len);
  plan->choice = choice;
  date_layer (plan);
  if (plan->keys->len == 0)
    list_keys (plan);
  count_anew (plan);
}

/**
 * march_import_plan_set_day:
 * @typed: a date
 *
 * Gives all features one day by hand and makes that their date.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT if it is no day
 */
gboolean
march_import_plan_set_day (MarchImportPlan *plan, const char *typed, GError **error)
{
  guint            by_hand = plan->choices->len - 1;
  MarchDateChoice *choice = g_ptr_array_index (plan->choices, by_hand);
  MarchDay         day;
  g_autofree char *remark = NULL;
  gboolean good = march_typed_day_read (typed, MARCH_DAY_MIN + 1, MARCH_DAY_MAX - 1, &day, &remark,
                                        error);

  choice->from = good ? day : MARCH_DAY_MIN;
  march_import_plan_choose_dates (plan, by_hand);
  return good;
}

/**
 * march_import_plan_choose_key:
 * @key: index of one of the plan's keys
 *
 * What the features have there is sorted anew: who holds it is guessed where it is the full name of
 * one actor.
 */
void
march_import_plan_choose_key (MarchImportPlan *plan, guint key)
{
  g_return_if_fail (key < plan->keys->len);
  plan->key = key;
  count_values (plan);
}

/** march_import_plan_get_value: Returns: (transfer none) (nullable): what the feature has in common
 * with others */
const MarchPlanValue *
march_import_plan_get_value (MarchImportPlan *plan, const MarchLayerFeature *feature)
{
  return march_import_plan_find_value (plan, get_text (plan, feature));
}

/** march_import_plan_get_basis: Returns: on whose word the features of @value are held */
MarchBasis
march_import_plan_get_basis (const MarchImportPlan *plan, const MarchPlanValue *value)
{
  return value->own_basis ? value->basis : plan->basis;
}

/**
 * march_import_plan_set_basis:
 * @basis: if it is that of the plan, @value follows the plan from now on
 */
void
march_import_plan_set_basis (const MarchImportPlan *plan, MarchPlanValue *value, MarchBasis basis)
{
  value->own_basis = basis != plan->basis;
  value->basis = basis;
}

/** march_import_plan_get_holder: Returns: the id of who holds the feature; 0: it is left out */
gint64
march_import_plan_get_holder (MarchImportPlan *plan, const MarchLayerFeature *feature)
{
  const MarchPlanValue *value = march_import_plan_get_value (plan, feature);

  return value != NULL ? value->holder : 0;
}

/** march_import_plan_count_ready: Returns: how many areas, and points if they count, have a date
 * and a holder */
guint
march_import_plan_count_ready (MarchImportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < march_layer_get_n_features (plan->layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (plan->layer, i);

      n += march_import_takes (feature, plan->points, NULL)
           && march_import_plan_get_holder (plan, feature) != 0;
    }
  return n;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, sentence);
  return FALSE;
}

/* Files that hold nothing say why, where something was left out of them. */
static gboolean
refuse_nothing (MarchImportPlan *plan, GError **error)
{
  guint            n = march_layer_count_noted (plan->layer, MARCH_NOTE_SKIPPED);
  g_autofree char *first = NULL;

  if (n == 0)
    return refuse (error, _("The files hold neither areas nor points."));
  for (guint i = 0; first == NULL; i++)
    if (march_layer_get_note (plan->layer, i)->kind == MARCH_NOTE_SKIPPED)
      first = march_layer_describe_note (plan->layer, i);
  if (n == 1)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                 /* Translators: a file's name, which of its features, and why it was left out. */
                 _("The files hold neither areas nor points that can be used. %s"), first);
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                 /* Translators: a number of features, and of the first of them the same. */
                 ngettext ("The files hold neither areas nor points that can be used: %1$u was "
                           "left out. The first: %2$s",
                           "The files hold neither areas nor points that can be used: %1$u were "
                           "left out. The first: %2$s",
                           n),
                 n, first);
  return FALSE;
}

static gboolean
any_held (MarchImportPlan *plan)
{
  for (guint i = 0; i < plan->values->len; i++)
    if (((const MarchPlanValue *) g_ptr_array_index (plan->values, i))->holder != 0)
      return TRUE;
  return FALSE;
}

/**
 * march_import_plan_check:
 *
 * Returns: whether the layer can be brought in so; else @error says what is wanting, as
 * %MARCH_ERROR_BAD_INPUT
 */
gboolean
march_import_plan_check (MarchImportPlan *plan, GError **error)
{
  const MarchDateChoice *choice = march_import_plan_get_choice (plan);
  gboolean               areas = march_import_plan_has_areas (plan);

  if (!areas && march_layer_count_kind (plan->layer, MARCH_GEOMETRY_POINT) == 0)
    return refuse_nothing (plan, error);
  if (choice->origin == MARCH_DATED_BY_HAND && choice->from == MARCH_DAY_MIN)
    return refuse (error, areas ? _("Say which day the areas are of.")
                                : _("Say which day the points are of."));
  if (!any_held (plan))
    return refuse (error, areas ? _("Say who holds the areas.") : _("Say whose points they are."));
  if (march_import_plan_count_ready (plan) == 0)
    return refuse (error, areas ? _("None of the areas that are held has a date.")
                                : _("None of the points that are somebody's has a date."));
  if (plan->source == 0 && (plan->title == NULL || *plan->title == '\0'))
    return refuse (error, areas ? _("Say who publishes the areas.")
                                : _("Say who publishes the points."));
  return TRUE;
}
