/* march-theme.c — the theme that the desktop asks for, as the painter knows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include <adwaita.h>

#include "widgets/march-theme.h"

/** march_theme_get_current: Returns: the palette that goes with the desktop's light, dark or
 * high-contrast style */
MarchTheme
march_theme_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean         dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? MARCH_THEME_HIGH_CONTRAST_DARK : MARCH_THEME_HIGH_CONTRAST;
  return dark ? MARCH_THEME_DARK : MARCH_THEME_LIGHT;
}
