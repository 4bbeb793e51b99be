/* march-main.c — starts the program */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-application.h"
#include "app/march-installation.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (MarchApplication) application = NULL;

  march_installation_prepare ();
  application = march_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
