/* test-newest.c — work on another thread: a newer one takes the place of what is under way */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-newest.h"

/* Who asks: the answers that counted, and how many didn't. */
typedef struct
{
  GCancellable *asking;
  GString      *answers;
  guint         n_stale;
} Asker;

static void
answer_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, g_strdup (data), g_free);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asker           *asker = g_object_get_data (source, "asker");
  g_autofree char *answer = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!march_newest_end (&asker->asking, result))
    {
      asker->n_stale++;
      return;
    }
  g_assert_nonnull (answer);
  g_string_append (asker->answers, answer);
}

static void
ask (Asker *asker, GObject *owner, const char *question)
{
  g_object_set_data (owner, "asker", asker);
  march_newest_run (&asker->asking, owner, answer_thread, g_strdup (question), g_free, answered_cb);
}

static void
wait_until_done (Asker *asker, guint n)
{
  while (asker->n_stale + asker->answers->len < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_replaced (void)
{
  Asker asker = { .answers = g_string_new (NULL) };
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GCancellable) first = NULL;

  ask (&asker, owner, "a");
  first = g_object_ref (asker.asking);
  g_assert_false (g_cancellable_is_cancelled (first));
  ask (&asker, owner, "b");
  g_assert_true (g_cancellable_is_cancelled (first));
  g_assert_false (g_cancellable_is_cancelled (asker.asking));
  wait_until_done (&asker, 2);
  g_assert_cmpstr (asker.answers->str, ==, "b");
  g_assert_cmpuint (asker.n_stale, ==, 1);
  g_assert_null (asker.asking);
  ask (&asker, owner, "c");
  wait_until_done (&asker, 3);
  g_assert_cmpstr (asker.answers->str, ==, "bc");
  g_string_free (asker.answers, TRUE);
}

/* What was stopped counts for nothing, not even while nothing newer is under way. */
static void
test_stopped (void)
{
  Asker asker = { .answers = g_string_new (NULL) };
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GCancellable) first = NULL;

  march_newest_stop (&asker.asking);
  ask (&asker, owner, "a");
  first = g_object_ref (asker.asking);
  march_newest_stop (&asker.asking);
  g_assert_true (g_cancellable_is_cancelled (first));
  g_assert_null (asker.asking);
  wait_until_done (&asker, 1);
  g_assert_cmpuint (asker.n_stale, ==, 1);
  g_string_free (asker.answers, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/newest/replaced", test_replaced);
  g_test_add_func ("/newest/stopped", test_stopped);
  return g_test_run ();
}
