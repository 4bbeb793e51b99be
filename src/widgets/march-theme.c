/* march-theme.c — the theme that the desktop asks for, as the painter knows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include <adwaita.h>

#include "widgets/march-theme.h"

#define USUAL_DPI 96

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

/** march_theme_get_text_scale: Returns: how much larger than usual the desktop wants text, at least
 * 1 */
double
march_theme_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi <= 0 ? 1 : MAX (1, dpi / (double) PANGO_SCALE / USUAL_DPI);
}
