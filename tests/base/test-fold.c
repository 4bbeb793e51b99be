/* test-fold.c — what a search takes for the same */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-fold.h"

static void
test_folded (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } rows[] = {
    { "", "" },
    { "Velmark", "velmark" },
    { "VÉLMÁRK", "velmark" },
    { "Ve\xcc\x81lmark", "velmark" },          /* a combining acute */
    { "Straße", "strasse" },
    { "Łódź Ørsted Đurđevac", "lodz orsted durdevac" },
    { "Κνωσός", "κνωσοσ" },
    { "\xcf\xb2", "σ" },                       /* a lunate sigma */
    { "Вельмарк", "velmark" },
    { "вéльмарк", "velmark" },
    { "Горний", "horni" },
    { "ґрунт", "grunt" },
    { "Щастя", "shchastia" },
    { "Запоріжжя", "zaporizhzhia" },
    { "Об'єкт", "obiekt" },
    { "Обʼєкт", "obiekt" },
    { "Об’єкт", "obiekt" },
    { "подъезд", "podezd" },
    { "Ёлка", "elka" },
    { "İzmir", "izmir" },
    { "ﬁre", "fire" },
    { "a\xc2\xa0\x62", "a b" },                /* a no-break blank */
    { "O'Neill", "oneill" },
    { "北京", "北京" },
    { "\xff\x61", "\xef\xbf\xbd\x61" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = march_fold (rows[i].text);

      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

static void
test_spellings_meet (void)
{
  static const char *const pairs[][2] = {
    { "Київ", "Kyiv" },
    { "Киев", "Kiev" },
    { "Зельський", "Zelsky" },
    { "Зельський", "Zelskyy" },
    { "Зелский", "Zelskiy" },
    { "Миколаїв", "Mykolaiv" },
    { "Крим", "Крым" },
    { "Крим", "Krym" },
    { "Юрій", "Yuriy" },
    { "Юрій", "Yury" },
    { "Луганськ", "Luhansk" },
    { "Слов'янськ", "Sloviansk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = march_fold (pairs[i][0]);
      g_autofree char *b = march_fold (pairs[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_nothing (void)
{
  g_autofree char *folded = march_fold (NULL);

  g_assert_cmpstr (folded, ==, "");
}

static void
test_idempotent (void)
{
  static const char *const texts[] = { "Київ – столиця", "Straße ﬁ İ", "Zelskyy ẞ ŉ" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *once = march_fold (texts[i]);
      g_autofree char *twice = march_fold (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_loosely (void)
{
  static const char *const rows[][2] = {
    { "Vellmark", "velmark" },
    { "Запоріжжя", "zaporizhia" },
    { "Zaporizhzhia", "zaporizhia" },
    { "Zaporizhia", "zaporizhia" },
    { "Annoska", "anoska" },
    { "Одесса", "odesa" },
    { "Straße", "strase" },
    { "2022 – 1100", "2022 – 1100" },
    { "Aachen", "aachen" },
    { "mm m", "m m" },
    { "北北", "北北" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *once = march_fold_loosely (rows[i][0]);
      g_autofree char *twice = march_fold_loosely (once);

      g_assert_cmpstr (once, ==, rows[i][1]);
      g_assert_cmpstr (twice, ==, once);
    }
}

static void
test_letters (void)
{
  static const char *const rows[][3] = {
    { "Ili", "ili", "ILI" },      { "İstanbul ıI", "istanbul ıi", "İSTANBUL II" },
    { "Їжак", "їжак", "ЇЖАК" },   { "Straße", "straße", "STRAßE" },
    { "Ελλάς", "ελλάς", "ΕΛΛΆΣ" }, { "1 – 2", "1 – 2", "1 – 2" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *lower = march_fold_lower (rows[i][0]);
      g_autofree char *upper = march_fold_upper (rows[i][0]);

      g_assert_cmpstr (lower, ==, rows[i][1]);
      g_assert_cmpstr (upper, ==, rows[i][2]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/fold/folded", test_folded);
  g_test_add_func ("/base/fold/spellings", test_spellings_meet);
  g_test_add_func ("/base/fold/nothing", test_nothing);
  g_test_add_func ("/base/fold/idempotent", test_idempotent);
  g_test_add_func ("/base/fold/loosely", test_loosely);
  g_test_add_func ("/base/fold/letters", test_letters);
  return g_test_run ();
}
