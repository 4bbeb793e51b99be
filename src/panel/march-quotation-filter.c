/* march-quotation-filter.c — which quotations of a list are shown, and in which order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <string.h>

#include "base/march-fold.h"
#include "panel/march-panel-text.h"
#include "panel/march-quotation-filter.h"

struct _MarchQuotationFilter
{
  GtkFilter parent_instance;

  int         kind;     /* a MarchAssertionKind, or MARCH_ANY_KIND */
  char       *speaker;  /* NULL: anyone */
  gint64      source;   /* 0: any */
  char       *text;     /* as typed; "" if nothing is searched */
  char      **terms;    /* folded words of it */
  gboolean    all_days; /* FALSE: only what holds on the day */
  GHashTable *subset;   /* ids of the quotations of a chip; NULL: all */
};

G_DEFINE_FINAL_TYPE (MarchQuotationFilter, march_quotation_filter, GTK_TYPE_FILTER)

static gboolean
has_terms (MarchQuotationFilter *self, MarchQuotationItem *item)
{
  const char *folded = NULL;

  if (*self->text == '\0')
    return TRUE;
  folded = march_quotation_item_get_folded (item);
  for (char **term = self->terms; *term != NULL; term++)
    if (strstr (folded, *term) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_speaker (MarchQuotationFilter *self, const MarchQuotation *quotation)
{
  g_autofree char *speaker = self->speaker == NULL ? NULL : march_text_name_speaker (quotation);

  return self->speaker == NULL || g_str_equal (speaker, self->speaker);
}

static gboolean
march_quotation_filter_match (GtkFilter *filter, gpointer object)
{
  MarchQuotationFilter *self = MARCH_QUOTATION_FILTER (filter);
  MarchQuotationItem   *item = MARCH_QUOTATION_ITEM (object);
  const MarchQuotation *quotation = march_quotation_item_get_quotation (item);

  if (self->subset != NULL && !g_hash_table_contains (self->subset, &quotation->id))
    return FALSE;
  if (!self->all_days && !march_quotation_item_is_on_day (item))
    return FALSE;
  if (self->kind != MARCH_ANY_KIND && !march_quotation_item_bears_on (item, self->kind))
    return FALSE;
  if (self->source != 0 && quotation->source->id != self->source)
    return FALSE;
  return has_speaker (self, quotation) && has_terms (self, item);
}

static void
march_quotation_filter_finalize (GObject *object)
{
  MarchQuotationFilter *self = MARCH_QUOTATION_FILTER (object);

  g_clear_pointer (&self->speaker, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->terms, g_strfreev);
  g_clear_pointer (&self->subset, g_hash_table_unref);
  G_OBJECT_CLASS (march_quotation_filter_parent_class)->finalize (object);
}

static void
march_quotation_filter_class_init (MarchQuotationFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_quotation_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = march_quotation_filter_match;
}

static void
march_quotation_filter_init (MarchQuotationFilter *self)
{
  self->kind = MARCH_ANY_KIND;
  self->text = g_strdup ("");
  self->terms = g_new0 (char *, 1);
}

static void
changed (MarchQuotationFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/** march_quotation_filter_new: Returns: (transfer full): a filter that shows what holds on the day
 */
MarchQuotationFilter *
march_quotation_filter_new (void)
{
  return g_object_new (MARCH_TYPE_QUOTATION_FILTER, NULL);
}

/** march_quotation_filter_set_kind: @kind: of the assertions that are borne on, or #MARCH_ANY_KIND
 */
void
march_quotation_filter_set_kind (MarchQuotationFilter *filter, int kind)
{
  if (filter->kind == kind)
    return;
  filter->kind = kind;
  changed (filter);
}

/** march_quotation_filter_set_speaker: @speaker: (nullable): a name as march_text_name_speaker()
 * gives it */
void
march_quotation_filter_set_speaker (MarchQuotationFilter *filter, const char *speaker)
{
  if (g_strcmp0 (filter->speaker, speaker) == 0)
    return;
  g_free (filter->speaker);
  filter->speaker = g_strdup (speaker);
  changed (filter);
}

/** march_quotation_filter_set_source: @source: id of a source, or 0 */
void
march_quotation_filter_set_source (MarchQuotationFilter *filter, gint64 source)
{
  if (filter->source == source)
    return;
  filter->source = source;
  changed (filter);
}

/** march_quotation_filter_set_text: @text: words of which each has to occur, in any case and either
 * alphabet */
void
march_quotation_filter_set_text (MarchQuotationFilter *filter, const char *text)
{
  g_autofree char *folded = NULL;

  if (g_str_equal (filter->text, text))
    return;
  folded = march_fold (text);
  g_free (filter->text);
  g_strfreev (filter->terms);
  filter->text = g_strdup (text);
  filter->terms = g_strsplit (folded, " ", -1);
  changed (filter);
}

/** march_quotation_filter_get_text: Returns: (transfer none): what is searched within, "" for
 * nothing */
const char *
march_quotation_filter_get_text (MarchQuotationFilter *filter)
{
  return filter->text;
}

/** march_quotation_filter_set_all_days: @all_days: whether to show what holds on other days, too */
void
march_quotation_filter_set_all_days (MarchQuotationFilter *filter, gboolean all_days)
{
  if (filter->all_days == all_days)
    return;
  filter->all_days = all_days;
  changed (filter);
}

/** march_quotation_filter_set_subset: @quotations: (nullable) (element-type MarchQuotation): what
 * may be shown at all */
void
march_quotation_filter_set_subset (MarchQuotationFilter *filter, GPtrArray *quotations)
{
  if (filter->subset == NULL && quotations == NULL)
    return;
  g_clear_pointer (&filter->subset, g_hash_table_unref);
  if (quotations != NULL)
    {
      filter->subset = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < quotations->len; i++)
        {
          gint64 *id = g_new (gint64, 1);

          *id = ((const MarchQuotation *) quotations->pdata[i])->id;
          g_hash_table_add (filter->subset, id);
        }
    }
  changed (filter);
}

/** march_quotation_filter_clear: shows all that holds on the day, whatever was asked for before */
void
march_quotation_filter_clear (MarchQuotationFilter *filter)
{
  march_quotation_filter_set_kind (filter, MARCH_ANY_KIND);
  march_quotation_filter_set_speaker (filter, NULL);
  march_quotation_filter_set_source (filter, 0);
  march_quotation_filter_set_text (filter, "");
  march_quotation_filter_set_subset (filter, NULL);
}

/* The day said, or where it is not told the day published; what has neither comes last. */
static MarchDay
get_sort_day (const MarchQuotation *quotation, MarchQuotationSort sort)
{
  if (sort == MARCH_SORT_SAID && *quotation->said != '\0')
    return quotation->said_period.from_earliest;
  if (*quotation->source->published != '\0')
    return quotation->source->publication_period.from_earliest;
  return MARCH_DAY_MIN;
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MarchQuotation *first = march_quotation_item_get_quotation ((MarchQuotationItem *) a);
  const MarchQuotation *second = march_quotation_item_get_quotation ((MarchQuotationItem *) b);
  MarchDay              day = get_sort_day (first, GPOINTER_TO_INT (user_data));
  MarchDay              other = get_sort_day (second, GPOINTER_TO_INT (user_data));

  return day > other   ? GTK_ORDERING_SMALLER
         : day < other ? GTK_ORDERING_LARGER
                       : GTK_ORDERING_EQUAL;
}

/* What bears on the day comes in the order in which it is told; of all else, words that are stored
 * come before passages that are only pointed at. */
static int
compare_bearing (gconstpointer a, gconstpointer b, gpointer user_data)
{
  MarchQuotationItem *first = (MarchQuotationItem *) a;
  MarchQuotationItem *second = (MarchQuotationItem *) b;
  guint               rank = march_quotation_item_get_rank (first);
  guint               other_rank = march_quotation_item_get_rank (second);
  gboolean            pointer = march_quotation_item_get_quotation (first)->exact == NULL;
  gboolean            other_pointer = march_quotation_item_get_quotation (second)->exact == NULL;

  if (rank != other_rank)
    return rank < other_rank ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
  return pointer == other_pointer ? GTK_ORDERING_EQUAL
         : other_pointer          ? GTK_ORDERING_SMALLER
                                  : GTK_ORDERING_LARGER;
}

/**
 * march_quotation_sorter_new:
 * @sort: what to sort by
 *
 * Returns: (transfer full) (nullable): a sorter of #MarchQuotationItem; NULL leaves the order in
 * the sources
 */
GtkSorter *
march_quotation_sorter_new (MarchQuotationSort sort)
{
  if (sort == MARCH_SORT_ORDER)
    return NULL;
  if (sort == MARCH_SORT_BEARING)
    return GTK_SORTER (gtk_custom_sorter_new (compare_bearing, NULL, NULL));
  return GTK_SORTER (gtk_custom_sorter_new (compare_days, GINT_TO_POINTER (sort), NULL));
}
