/* march-snapshot-control.c — which reports of control bear on a place on the day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/* The newest report of its kind that has certainly or possibly begun by the day: what may supersede
 * an older observation. */
typedef struct
{
  const MarchActor *actor;
  MarchExtent       extent;
  gboolean          own_word;
  gboolean          certain;
  MarchDay          start;
} Newest;

/* The day by which the control had certainly begun, for an observed one that of the observation;
 * MARCH_DAY_MIN if nobody knows its beginning. */
static MarchDay
get_start (const MarchAssertion *assertion)
{
  return assertion->period.from_earliest == MARCH_DAY_MIN ? MARCH_DAY_MIN
                                                          : assertion->period.from_latest;
}

static MarchExtent
get_extent (const MarchAssertion *assertion)
{
  return assertion->polarity == MARCH_POLARITY_IS_NOT ? MARCH_EXTENT_NONE : assertion->extent;
}

/* How sure a control is on @day by its own time, before anything supersedes it: an observation
 * carries forward without end. */
MarchCertainty
march_control_at (const MarchAssertion *assertion, MarchDay day)
{
  if (!assertion->observed)
    return march_period_at (&assertion->period, day);
  if (day >= assertion->period.from_latest)
    return MARCH_CERTAINTY_CERTAIN;
  return day >= assertion->period.from_earliest ? MARCH_CERTAINTY_POSSIBLE : MARCH_CERTAINTY_NONE;
}

/* Whether the holder says so itself, or somebody of its side: who speaks for a body that the holder
 * belongs to. */
static gboolean
is_said_by_side (MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  g_autoptr (GPtrArray) side = NULL;

  if (assertion->according == NULL)
    return FALSE;
  side = march_actor_list_bodies (assertion->actor, &assertion->period);
  for (guint i = 0; i < side->len; i++)
    if (march_snapshot_speaks_for (snapshot, assertion, g_ptr_array_index (side, i)))
      return TRUE;
  return FALSE;
}

static MarchBasis
find_basis (MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  if (assertion->origin == MARCH_ORIGIN_CONCLUDED)
    return MARCH_BASIS_CONCLUDED;
  return is_said_by_side (snapshot, assertion) ? MARCH_BASIS_OWN : MARCH_BASIS_INDEPENDENT;
}

static void
note_newest (GArray *newest, const Newest *report)
{
  for (guint i = 0; i < newest->len; i++)
    {
      Newest *other = &g_array_index (newest, Newest, i);

      if (other->actor != report->actor || other->extent != report->extent
          || other->own_word != report->own_word || other->certain != report->certain)
        continue;
      other->start = MAX (other->start, report->start);
      return;
    }
  g_array_append_val (newest, *report);
}

static GArray *
collect_newest (MarchSnapshot *snapshot, GPtrArray *controls)
{
  GArray  *newest = g_array_new (FALSE, FALSE, sizeof (Newest));
  MarchDay day = snapshot->question.as_of;

  for (guint i = 0; i < controls->len; i++)
    {
      const MarchAssertion *control = g_ptr_array_index (controls, i);
      Newest report = { control->actor, get_extent (control), FALSE, TRUE, get_start (control) };

      report.own_word = find_basis (snapshot, control) == MARCH_BASIS_OWN;
      report.certain = report.start <= day;
      note_newest (newest, &report);
    }
  return newest;
}

static gboolean
is_vague (MarchExtent extent)
{
  return extent == MARCH_EXTENT_NOT_WHOLE || extent == MARCH_EXTENT_NOT_STATED;
}

/* Whether a later report of that kind leaves nothing of an observation. A holder's own word doesn't
 * undo what others observed, nor what its rival says; and "not the whole" adds to "part" rather
 * than taking its place. */
static gboolean
supersedes (const Newest *later, const MarchReport *observation)
{
  if (later->start <= observation->start)
    return FALSE;
  if (later->own_word
      && (observation->basis != MARCH_BASIS_OWN
          || later->actor != observation->actor))
    return FALSE;
  if (later->actor != observation->actor)
    return later->extent == MARCH_EXTENT_WHOLE && observation->extent != MARCH_EXTENT_NONE;
  return !is_vague (later->extent) || later->extent == observation->extent
         || !march_extents_agree (later->extent, observation->extent);
}

static MarchCertainty
weigh_later_reports (GArray *newest, const MarchReport *observation)
{
  MarchCertainty certainty = observation->certainty;

  for (guint i = 0; i < newest->len; i++)
    {
      const Newest *later = &g_array_index (newest, Newest, i);

      if (!supersedes (later, observation))
        continue;
      if (later->certain)
        return MARCH_CERTAINTY_NONE;
      certainty = MARCH_CERTAINTY_POSSIBLE;
    }
  return certainty;
}

/* The controls of the place that may have begun by the day and can colour it; or overruled ones,
 * for the conflicts that overruling them settled. */
static GPtrArray *
list_controls (MarchSnapshot *snapshot, const MarchPlace *place, gboolean overruled)
{
  g_autoptr (GPtrArray) assertions = march_corpus_list_assertions_of (snapshot->corpus, place);
  GPtrArray            *controls = g_ptr_array_new ();

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (assertion->period.from_earliest <= snapshot->question.as_of
          && march_snapshot_colours (snapshot, assertion, MARCH_KIND_CONTROL)
          && (assertion->rank == MARCH_RANK_DEPRECATED) == overruled)
        g_ptr_array_add (controls, (gpointer) assertion);
    }
  return controls;
}

/* Of a point nobody measures how much of the place around it is held. */
static MarchExtent
get_extent_of_area (const MarchAreaShare *share)
{
  if (share->point)
    return MARCH_EXTENT_NOT_STATED;
  if (share->share >= MARCH_AREA_WHOLE_SHARE)
    return MARCH_EXTENT_WHOLE;
  return share->share > MARCH_AREA_MOST_SHARE ? MARCH_EXTENT_MOST : MARCH_EXTENT_PART;
}

static MarchReport
report_of_area (const MarchAreaShare *share)
{
  const MarchDatedImport *area_import = share->area_import;

  return (MarchReport){ .area = share,
                        .actor = area_import->holder,
                        .rank = MARCH_RANK_NORMAL,
                        .id = area_import->id,
                        .extent = get_extent_of_area (share),
                        .certainty = MARCH_CERTAINTY_CERTAIN,
                        .basis = area_import->basis,
                        .observed = share->data,
                        .start = share->data };
}

/* An area of the day is a report of that day, and may supersede what was observed before. */
static void
collect_area_reports (GPtrArray *shares, GArray *newest, GArray *reports)
{
  for (guint i = 0; i < shares->len; i++)
    {
      MarchReport  report = report_of_area (g_ptr_array_index (shares, i));
      const Newest later = { report.actor, report.extent, report.basis == MARCH_BASIS_OWN, TRUE,
                             report.start };

      g_array_append_val (reports, report);
      note_newest (newest, &later);
    }
}

static void
collect_reports (MarchSnapshot    *snapshot,
                 const MarchPlace *place,
                 gboolean          overruled,
                 GArray           *reports)
{
  g_autoptr (GPtrArray) controls = list_controls (snapshot, place, overruled);
  g_autoptr (GArray)    newest = collect_newest (snapshot, controls);
  g_autoptr (GPtrArray) shares = march_snapshot_list_shares (snapshot, place);

  if (!overruled)
    collect_area_reports (shares, newest, reports);
  for (guint i = 0; i < controls->len; i++)
    {
      const MarchAssertion *control = g_ptr_array_index (controls, i);
      MarchReport           report = { .assertion = control,
                                       .actor = control->actor,
                                       .rank = control->rank,
                                       .id = control->id,
                                       .extent = get_extent (control),
                                       .certainty = march_control_at (control,
                                                                      snapshot->question.as_of),
                                       .observed = control->observed ? get_start (control)
                                                                     : MARCH_DAY_MAX,
                                       .start = get_start (control) };

      if (report.certainty == MARCH_CERTAINTY_NONE)
        continue;
      report.basis = find_basis (snapshot, control);
      if (control->observed)
        report.certainty = weigh_later_reports (newest, &report);
      if (report.certainty != MARCH_CERTAINTY_NONE)
        g_array_append_val (reports, report);
    }
}

static void
add_inherited (MarchStudy *study, const MarchAccount *account, const MarchPlace *from)
{
  for (guint i = 0; i < account->reports->len; i++)
    {
      MarchReport report = *(const MarchReport *) g_ptr_array_index (account->reports, i);

      if (report.assertion == NULL)
        continue;
      report.inherited_from = from;
      g_array_append_val (study->reports, report);
    }
}

/* A decided hold of the whole or of nothing passes down. What lies below a "part" stays silent,
 * though a farther ancestor knew more. An imported area passes nothing down: it tells of each place
 * itself. */
static gboolean
inherit_reports (const MarchStudy *ancestor, guint distance, gpointer data)
{
  MarchStudy *study = data;

  if (!ancestor->own_statement)
    return FALSE;
  for (guint i = 0; i < ancestor->accounts->len; i++)
    {
      const MarchAccount *account = g_ptr_array_index (ancestor->accounts, i);
      MarchExtent         extent = march_account_get_head (account)->extent;

      if (account->decides && (extent == MARCH_EXTENT_WHOLE || extent == MARCH_EXTENT_NONE))
        add_inherited (study, account, ancestor->place);
    }
  return TRUE;
}

/* Whether the report's author is a party with an interest in the place that isn't the holder's: he
 * reports his own side's loss. */
static gboolean
is_said_by (MarchSnapshot *snapshot, const MarchReport *report, const MarchActor *party)
{
  return party != NULL && party != report->actor && report->assertion != NULL
         && march_snapshot_speaks_for (snapshot, report->assertion, party);
}

static gboolean
is_against_interest (MarchSnapshot *snapshot, const MarchStudy *study, const MarchReport *report)
{
  if (report->basis != MARCH_BASIS_INDEPENDENT || report->extent == MARCH_EXTENT_NONE
      || report->extent == MARCH_EXTENT_NOT_WHOLE)
    return FALSE;
  if (is_said_by (snapshot, report, study->state))
    return TRUE;
  for (guint i = 0; i < study->demands->len; i++)
    if (is_said_by (snapshot, report,
                    g_array_index (study->demands, MarchDemand, i).assertion->actor))
      return TRUE;
  for (guint i = 0; i < study->reports->len; i++)
    {
      const MarchReport *other = &g_array_index (study->reports, MarchReport, i);

      if (other->extent != MARCH_EXTENT_NONE
          && is_said_by (snapshot, report, other->actor))
        return TRUE;
    }
  return FALSE;
}

/* What is asserted of the place itself, else what its nearest ancestors hand down; and with either
 * the imported areas. Claims come first: they tell who is a party. */
void
march_study_control (MarchSnapshot *snapshot, MarchStudy *study)
{
  collect_reports (snapshot, study->place, FALSE, study->reports);
  collect_reports (snapshot, study->place, TRUE, study->overruled);
  for (guint i = 0; i < study->reports->len; i++)
    study->own_statement |= g_array_index (study->reports, MarchReport, i).assertion != NULL;
  if (!study->own_statement)
    march_snapshot_visit_ancestors (snapshot, study->place, inherit_reports, study);

  for (guint i = 0; i < study->reports->len; i++)
    {
      MarchReport *report = &g_array_index (study->reports, MarchReport, i);

      report->against_interest = is_against_interest (snapshot, study, report);
    }
  march_study_accounts (study);
}
