/* test-timeline.c — what the timeline counts and tells of the invented land, under each question */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/march-timeline-model.h"

/* Path of the compiled test dossier, from the command line. */
static const char *dossier_path;

static void
set_up (MarchSession **session,
        gconstpointer  data)
{
  g_autoptr (GFile)        file = g_file_new_for_path (dossier_path);
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);

  g_assert_no_error (error);
  *session = march_session_new ();
  march_session_set_dossier (*session, dossier);
}

static void
tear_down (MarchSession **session,
           gconstpointer  data)
{
  g_autoptr (MarchDossier) dossier = g_object_ref (march_session_get_dossier (*session));

  march_session_set_dossier (*session, NULL);
  g_object_unref (*session);
  march_dossier_close (dossier);
}

/* Snapshots may come from a worker. */
static MarchSnapshot *
ask (MarchSession *session,
     MarchDay      known_by)
{
  march_session_set_known_by (session, known_by);
  while (march_snapshot_get_question (march_session_get_snapshot (session))->known_by != known_by)
    g_main_context_iteration (NULL, TRUE);
  return march_session_get_snapshot (session);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data = march_timeline_lanes_finish (result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
count (MarchSession  *session,
       MarchSnapshot *snapshot,
       GPtrArray     *claimants)
{
  GPtrArray *lanes = NULL;

  march_timeline_lanes_async (snapshot, march_session_list_changes (session), claimants, NULL,
                              counted_cb, &lanes);
  while (lanes == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanes;
}

static const MarchTimelineLane *
find_lane (GPtrArray  *lanes,
           const char *name)
{
  for (guint i = 0; i < lanes->len; i++)
    {
      const MarchTimelineLane *lane = lanes->pdata[i];

      if (g_str_equal (march_actor_get_name (lane->actor, "en"), name))
        return lane;
    }
  return NULL;
}

static void
assert_told (const MarchTimelineLane *lane,
             const char              *day,
             const char              *words)
{
  g_autofree char *told = NULL;
  MarchDay         date = 0;

  g_assert_true (march_day_parse (day, &date, NULL));
  told = march_timeline_lane_describe (lane, date, "en");
  g_assert_cmpstr (told, ==, words);
}

/* Every claimant has a lane. A day without a claim is told as silence, not as none; a day on which
 * a claim may have begun, as that. */
static void
test_lanes (MarchSession **session,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) lanes = count (*session, march_session_get_snapshot (*session), nobody);

  g_assert_cmpuint (lanes->len, ==, 3);
  assert_told (find_lane (lanes, "Free Marches"), "2019-04-30",
               "Free Marches: no claim to a disputed region on record for this day");
  assert_told (find_lane (lanes, "Free Marches"), "2020-06-01",
               "Free Marches says it owns 1 disputed region");
  assert_told (find_lane (lanes, "Free Marches"), "2021-06-01",
               "Free Marches says it owns 2 disputed regions");
  assert_told (find_lane (lanes, "Harrow"), "2018-06-01",
               "Harrow says it owns 1 disputed region, perhaps 1 more");
  assert_told (find_lane (lanes, "Harrow"), "2019-06-01", "Harrow says it owns 2 disputed regions");
}

/* What a source of a later day alone says is gone, from counts, events and steps; whose lane is
 * empty keeps it. */
static void
test_known_by (MarchSession **session,
               gconstpointer  data)
{
  MarchSnapshot        *today = march_session_get_snapshot (*session);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) lanes = count (*session, today, nobody);
  g_autoptr (GPtrArray) events = march_timeline_list_events (today);
  const guint           n_changes = march_session_list_changes (*session)->len;
  g_autoptr (GPtrArray) claimants = g_ptr_array_new ();
  g_autoptr (GPtrArray) lanes_then = NULL;
  g_autoptr (GPtrArray) events_then = NULL;
  MarchSnapshot        *then = NULL;

  for (guint i = 0; i < lanes->len; i++)
    g_ptr_array_add (claimants, (gpointer) ((MarchTimelineLane *) lanes->pdata[i])->actor);
  then = ask (*session, march_day_from_ymd (2021, 12, 31));
  lanes_then = count (*session, then, claimants);
  events_then = march_timeline_list_events (then);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpuint (events_then->len, ==, 1);
  g_assert_cmpuint (march_session_list_changes (*session)->len, <, n_changes);
  g_assert_cmpuint (lanes_then->len, ==, 3);
  assert_told (find_lane (lanes, "Harrow"), "2021-06-01", "Harrow says it owns 1 disputed region");
  assert_told (find_lane (lanes_then, "Harrow"), "2021-06-01",
               "Harrow: no claim to a disputed region on record for this day");
  then = ask (*session, march_day_from_ymd (2000, 1, 1));
  g_assert_cmpuint (march_session_list_changes (*session)->len, ==, 0);
}

/* The perspective of one alone leaves the others' lanes empty. */
static void
test_according (MarchSession **session,
                gconstpointer  data)
{
  MarchCorpus          *corpus = march_session_get_corpus (*session);
  const MarchActor     *actor = march_corpus_find_actor (corpus, "Harrow", NULL);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) lanes = NULL;

  march_session_set_according (*session, actor->id, 0);
  while (march_snapshot_get_question (march_session_get_snapshot (*session))->according_actor
         != actor->id)
    g_main_context_iteration (NULL, TRUE);
  lanes = count (*session, march_session_get_snapshot (*session), nobody);
  g_assert_nonnull (find_lane (lanes, "Harrow"));
  g_assert_null (find_lane (lanes, "Velmark"));
}

/* An event is told with its own date, on whatever day of it the map stands. */
static void
test_event (MarchSession **session,
            gconstpointer  data)
{
  MarchSnapshot            *snapshot = march_session_get_snapshot (*session);
  g_autoptr (GPtrArray)     events = march_timeline_list_events (snapshot);
  const MarchTimelineEvent *event = NULL;

  for (guint day = 1; day <= 28; day += 9)
    {
      g_autofree char *words = NULL;

      event = march_timeline_find_event (events, march_day_from_ymd (2023, 2, day), 62);
      g_assert_nonnull (event);
      words = march_timeline_event_describe (event);
      g_assert_cmpstr (words, ==, "Talks about the Gulf of Selm · about February 2023");
    }
  g_assert_null (march_timeline_find_event (events, march_day_from_ymd (2023, 3, 1), 62));
  g_assert_null (march_timeline_find_event (events, march_day_from_ymd (2023, 2, 1), 20));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dossier_path = argv[1];
#define ADD(path, function) \
  g_test_add (path, MarchSession *, NULL, set_up, function, tear_down)
  ADD ("/ui/timeline/lanes", test_lanes);
  ADD ("/ui/timeline/known-by", test_known_by);
  ADD ("/ui/timeline/according", test_according);
  ADD ("/ui/timeline/event", test_event);
#undef ADD
  return g_test_run ();
}
