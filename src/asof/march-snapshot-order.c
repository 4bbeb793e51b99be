/* march-snapshot-order.c — which reports of control decide a place's colour */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

/* Independent, against interest, concluded, own word. */
static int
get_class (const MarchReport *report)
{
  switch (report->basis)
    {
    case MARCH_BASIS_INDEPENDENT:
      return report->against_interest ? 1 : 0;
    case MARCH_BASIS_CONCLUDED:
      return 2;
    case MARCH_BASIS_OWN:
    default:
      return 3;
    }
}

/* How much an extent leaves open. */
static int
get_vagueness (MarchExtent extent)
{
  switch (extent)
    {
    case MARCH_EXTENT_PART:
      return 1;
    case MARCH_EXTENT_NOT_WHOLE:
      return 2;
    case MARCH_EXTENT_NOT_STATED:
      return 3;
    case MARCH_EXTENT_WHOLE:
    case MARCH_EXTENT_MOST:
    case MARCH_EXTENT_FOOTHOLD:
    case MARCH_EXTENT_NONE:
    case MARCH_EXTENT_CONTESTED:
    default:
      return 0;
    }
}

/* An area says where, though of a point it can't say how much. */
static gboolean
is_vague (const MarchReport *report)
{
  if (report->area != NULL)
    return FALSE;
  return report->extent == MARCH_EXTENT_NOT_WHOLE || report->extent == MARCH_EXTENT_NOT_STATED;
}

/* Preferred rank, then how the control is known, then certain before possible; 0: a tie. */
int
march_report_compare_order (const MarchReport *a, const MarchReport *b)
{
  int order = ORDER (a->rank, b->rank);

  if (order == 0)
    order = ORDER (get_class (a), get_class (b));
  return order != 0 ? order : ORDER (b->certainty, a->certainty);
}

/* Within a tie the later start. */
static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const MarchReport *first = *(const MarchReport *const *) a,
                    *second = *(const MarchReport *const *) b;
  int order = march_report_compare_order (first, second);

  if (order == 0)
    order = ORDER (second->start, first->start);
  if (order == 0)
    order = ORDER (get_vagueness (first->extent), get_vagueness (second->extent));
  return order != 0 ? order : ORDER (first->id, second->id);
}

/* Whether @other is true together with @report and more specific, so that the latter only supports
 * it: in a tie always; and a vague report gives way to a weaker one, if that is no less preferred
 * or certain and not merely the holder's own word. */
static gboolean
makes_precise (const MarchReport *other, const MarchReport *report)
{
  if (get_vagueness (other->extent) >= get_vagueness (report->extent)
      || !march_extents_agree (other->extent, report->extent))
    return FALSE;
  if (march_report_compare_order (other, report) == 0)
    return TRUE;
  return is_vague (report) && other->rank <= report->rank
         && other->certainty >= report->certainty
         && (other->basis != MARCH_BASIS_OWN || report->basis == MARCH_BASIS_OWN);
}

/* The report that speaks for those in @reports, which are of one actor and in order. */
static guint
find_head (GPtrArray *reports)
{
  guint head = 0;

  for (guint i = 1; i < reports->len; i++)
    if (makes_precise (g_ptr_array_index (reports, i), g_ptr_array_index (reports, head)))
      head = i;
  return head;
}

static gboolean
agrees_with_all (const MarchReport *report, guint extents)
{
  for (guint extent = 0; extents >> extent != 0; extent++)
    if ((extents >> extent & 1) != 0 && !march_extents_agree (extent, report->extent))
      return FALSE;
  return TRUE;
}

static void
free_account (gpointer data)
{
  MarchAccount *account = data;

  g_ptr_array_unref (account->reports);
  g_free (account);
}

/* Takes the deciding report and all that agree with it out of @reports. */
static MarchAccount *
take_account (GPtrArray *reports)
{
  MarchAccount *account = g_new0 (MarchAccount, 1);
  MarchReport  *head = g_ptr_array_steal_index (reports, find_head (reports));
  guint         extents = 1u << head->extent;

  account->reports = g_ptr_array_new ();
  g_ptr_array_add (account->reports, head);
  for (guint i = 0; i < reports->len;)
    {
      const MarchReport *report = g_ptr_array_index (reports, i);

      if (!agrees_with_all (report, extents))
        {
          i++;
          continue;
        }
      extents |= 1u << report->extent;
      g_ptr_array_add (account->reports, g_ptr_array_steal_index (reports, i));
    }
  return account;
}

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  const MarchAccount *first = *(const MarchAccount *const *) a,
                     *second = *(const MarchAccount *const *) b;

  return march_report_compare_order (march_account_get_head (first),
                                     march_account_get_head (second));
}

/* What a holder says beyond what is assessed, which it only adds to. */
static gboolean
goes_further (const MarchReport *report)
{
  return report->area != NULL && report->area->further;
}

/* Whether @stronger keeps @account from deciding. A hold that is only possible keeps nothing
 * away. */
static gboolean
overrides (const MarchAccount *stronger, const MarchAccount *account)
{
  const MarchReport *above = march_account_get_head (stronger);
  const MarchReport *below = march_account_get_head (account);
  gboolean           tie = march_report_compare_order (above, below) == 0;

  if (above->certainty != MARCH_CERTAINTY_CERTAIN)
    return FALSE;
  if (above->actor == below->actor)
    return !goes_further (below) && (!tie || above->start != below->start);
  return !tie && !march_extents_add_up (above->extent, below->extent);
}

static gboolean
has_assessed (const MarchAccount *account, const MarchActor *actor)
{
  for (guint i = 0; i < account->reports->len; i++)
    {
      const MarchReport *report = g_ptr_array_index (account->reports, i);

      if (report->actor == actor && report->area != NULL && !goes_further (report))
        return TRUE;
    }
  return FALSE;
}

/* What goes further decides only beside that beyond which it goes, which is in an account before
 * it. */
static gboolean
may_decide (GPtrArray *accounts, guint index)
{
  const MarchReport *head = march_account_get_head (g_ptr_array_index (accounts, index));

  for (guint i = 0; i < index && goes_further (head); i++)
    if (has_assessed (g_ptr_array_index (accounts, i), head->actor))
      return ((const MarchAccount *) g_ptr_array_index (accounts, i))->decides;
  return TRUE;
}

static void
decide (GPtrArray *accounts)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      MarchAccount *account = g_ptr_array_index (accounts, i);

      account->decides = may_decide (accounts, i);
      for (guint j = 0; j < i && account->decides; j++)
        {
          const MarchAccount *stronger = g_ptr_array_index (accounts, j);

          account->decides = !stronger->decides || !overrides (stronger, account);
        }
    }
}

static GHashTable *
group_by_actor (GPtrArray *reports, GPtrArray *actors)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < reports->len; i++)
    {
      MarchReport *report = g_ptr_array_index (reports, i);
      gpointer     actor = (gpointer) report->actor;
      GPtrArray   *group = g_hash_table_lookup (groups, actor);

      if (goes_further (report))
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, actor, group);
          g_ptr_array_add (actors, actor);
        }
      g_ptr_array_add (group, report);
    }
  return groups;
}

static void
add_further (GPtrArray *accounts, GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    if (goes_further (g_ptr_array_index (reports, i)))
      {
        MarchAccount *account = g_new0 (MarchAccount, 1);

        account->reports = g_ptr_array_new ();
        g_ptr_array_add (account->reports, g_ptr_array_index (reports, i));
        g_ptr_array_add (accounts, account);
      }
}

/* Sorts the reports of a place into accounts, one for each version of an actor's hold, and one for
 * what it says beyond what is assessed; and finds which decide. */
void
march_study_accounts (MarchStudy *study)
{
  g_autoptr (GPtrArray)  reports = g_ptr_array_new ();
  g_autoptr (GPtrArray)  actors = g_ptr_array_new ();
  g_autoptr (GHashTable) groups = NULL;

  for (guint i = 0; i < study->reports->len; i++)
    g_ptr_array_add (reports, &g_array_index (study->reports, MarchReport, i));
  g_ptr_array_sort (reports, compare_reports);

  study->accounts = g_ptr_array_new_with_free_func (free_account);
  groups = group_by_actor (reports, actors);
  for (guint i = 0; i < actors->len; i++)
    {
      GPtrArray *group = g_hash_table_lookup (groups, g_ptr_array_index (actors, i));

      while (group->len > 0)
        g_ptr_array_add (study->accounts, take_account (group));
    }
  add_further (study->accounts, reports);
  g_ptr_array_sort (study->accounts, compare_accounts);
  decide (study->accounts);
}
