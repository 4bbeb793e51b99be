/* test-window-areas.c — whose imported areas a window draws */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import-fixture.h"

static GVariant *
get_area_source (DialogFixture *fixture)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "area-source");
}

/* Of two sources the first is drawn until the other one is chosen for this window, or kept for
 * everybody, which can be undone; or nobody's. */
static void
test_drawn (DialogFixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Daily sheets", "Weekly sheets" };
  g_autoptr (GVariant) before = NULL, chosen = NULL, undone = NULL, none = NULL;
  gint64 ids[2];

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      import_open_days (fixture);
      import_await_page (fixture, "plan");
      march_ui_choose (fixture->dialog, "Source", "A new source");
      import_choose_holder (fixture, "All Areas Are Held By", "Harrow");
      march_ui_type_into (fixture->dialog, "Title", titles[i]);
      import_run (fixture);
      import_close (fixture, "_Done");
    }
  march_ui_settle (100);
  g_assert_cmpuint (import_count (fixture), ==, 2);
  for (guint i = 0; i < 2; i++)
    ids[i] = import_get (fixture, i)->source->id;
  before = get_area_source (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "area-source",
                                  g_variant_new_int64 (g_variant_get_int64 (before) == ids[0]
                                                           ? ids[1]
                                                           : ids[0]));
  march_ui_settle (100);
  chosen = get_area_source (fixture);
  g_assert_cmpint (g_variant_get_int64 (chosen), !=, g_variant_get_int64 (before));
  /* What is looked at is no edit; what everybody is to see is one. */
  g_assert_cmpint (march_corpus_get_area_source (dialog_get_corpus (fixture))->id, ==,
                   g_variant_get_int64 (before));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "keep-area-source", NULL);
  dialog_await_edit (fixture);
  march_ui_settle (100);
  g_assert_cmpint (march_corpus_get_area_source (dialog_get_corpus (fixture))->id, ==,
                   g_variant_get_int64 (chosen));
  dialog_undo (fixture);
  march_ui_settle (100);
  undone = get_area_source (fixture);
  g_assert_cmpint (g_variant_get_int64 (undone), ==, g_variant_get_int64 (before));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "area-source",
                                  g_variant_new_int64 (MARCH_NO_AREA_SOURCE));
  march_ui_settle (100);
  none = get_area_source (fixture);
  g_assert_cmpint (g_variant_get_int64 (none), ==, MARCH_NO_AREA_SOURCE);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                                     "keep-area-source"));
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  dialog_add ("/ui/window-areas/drawn", test_drawn);
  return g_test_run ();
}
