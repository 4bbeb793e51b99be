/* march-changes-rows.c — a colleague's changes as rows: what comes, and what has to be decided */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-changes"

#include "config.h"

#include "changes/march-changes-rows.h"

#include <glib/gi18n.h>

#define MOST_ITEMS 500 /* shown; applying does all of them */
#define MARGIN 18
#define INDENT 32 /* of what stands below the words of a choice */

/* A choice between two, of a conflict or a source. */
typedef struct
{
  int               *choice; /* of the plan */
  int                value;
  MarchChangesChosen chosen;
  gpointer           data;
} Option;

static void
free_option (gpointer option, GClosure *closure)
{
  g_free (option);
}

static void
toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  const Option *option = user_data;

  if (!gtk_check_button_get_active (check))
    return;
  *option->choice = option->value;
  option->chosen (option->data);
}

static GtkWidget *
make_label (const char *words, gboolean dim)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* Words that are pressed as the mark before them is. */
static GtkCheckButton *
add_option (GtkBox *box, GtkCheckButton *group, GtkWidget *words, const char *name,
            const Option *option)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), *option->choice == option->value);
  g_signal_connect_data (check, "toggled", G_CALLBACK (toggled_cb),
                         g_memdup2 (option, sizeof *option), free_option, 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (words, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), words);
  gtk_box_append (box, check);
  return GTK_CHECK_BUTTON (check);
}

/* A side of a conflict, and below it what it rests on. */
static GtkCheckButton *
add_version (GtkBox *box, GtkCheckButton *group, const char *title, const char *words,
             const GPtrArray *lines, const char *name, const Option *option)
{
  g_autofree char *marked = g_markup_printf_escaped ("<b>%s</b>: %s", title, words);
  GtkWidget       *label = make_label (NULL, FALSE);
  GtkCheckButton  *check;

  gtk_label_set_markup (GTK_LABEL (label), marked);
  check = add_option (box, group, label, name, option);
  for (guint i = 0; i < lines->len; i++)
    {
      GtkWidget *line = make_label (lines->pdata[i], TRUE);

      gtk_widget_set_margin_start (line, INDENT);
      gtk_box_append (box, line);
    }
  return check;
}

static GtkWidget *
make_case (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = make_label (title, FALSE);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (box, "march-changes-case");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
wrap_row (GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_conflict (MarchChangesConflict *conflict, MarchChangesChosen chosen, gpointer data)
{
  GtkWidget      *box = make_case (conflict->what);
  Option          ours = { (int *) &conflict->choice, MARCH_MERGE_OURS, chosen, data };
  Option          theirs = { (int *) &conflict->choice, MARCH_MERGE_THEIRS, chosen, data };
  GtkCheckButton *first = add_version (GTK_BOX (box), NULL, _("Here"), conflict->ours,
                                       conflict->our_evidence, _("As it is here"), &ours);

  add_version (GTK_BOX (box), first, _("There"), conflict->theirs, conflict->their_evidence,
               _("As it is there"), &theirs);
  return wrap_row (box);
}

static GtkWidget *
make_source (MarchSameSource *same, MarchChangesChosen chosen, gpointer data)
{
  /* Translators: the titles of two sources, and what they share: "the same address". */
  g_autofree char *title = g_strdup_printf (_("“%1$s” here and “%2$s” there: %3$s"),
                                            same->our_title, same->their_title, same->reason);
  GtkWidget       *box = make_case (title);
  Option           one = { (int *) &same->choice, MARCH_SAME_ONE, chosen, data };
  Option           two = { (int *) &same->choice, MARCH_SAME_TWO, chosen, data };
  GtkCheckButton  *first = add_option (GTK_BOX (box), NULL,
                                       make_label (_("One source, with the quotations of both"),
                                                   FALSE),
                                       _("One source"), &one);

  add_option (GTK_BOX (box), first, make_label (_("Two sources"), FALSE), _("Two sources"), &two);
  return wrap_row (box);
}

static const char *
describe_action (MarchChangesAction action)
{
  switch (action)
    {
    case MARCH_CHANGES_ACTION_ADD:
      return _("added");
    case MARCH_CHANGES_ACTION_RETRACT:
      return _("retracted");
    case MARCH_CHANGES_ACTION_DELETE:
      return _("deleted");
    case MARCH_CHANGES_ACTION_CHANGE:
    default:
      return _("changed");
    }
}

static GtkWidget *
make_item (const MarchChangesItem *item)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *action = gtk_label_new (describe_action (item->action));
  g_autofree char *title = g_markup_escape_text (item->what, -1);
  g_autofree char *detail = g_markup_escape_text (item->detail, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (action, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), action);
  return row;
}

static GtkWidget *
add_group (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (box, group);
  return group;
}

static void
add_items (GtkBox *box, const MarchChangesPlan *plan)
{
  guint            n = MIN (plan->items->len, MOST_ITEMS);
  g_autofree char *more =
      plan->items->len > n
          ? g_strdup_printf (ngettext ("… and %u more", "… and %u more", plan->items->len - n),
                             plan->items->len - n)
          : NULL;
  GtkWidget       *group;

  if (plan->items->len == 0)
    return;
  group = add_group (box, _("What Comes"), more);
  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_item (plan->items->pdata[i]));
}

/**
 * march_changes_rows_new:
 * @plan: has to outlive the widget; takes what is chosen
 * @chosen: called when something was
 *
 * Returns: (transfer floating): what has to be decided, and what comes
 */
GtkWidget *
march_changes_rows_new (MarchChangesPlan *plan, MarchChangesChosen chosen, gpointer data)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkBox    *box = GTK_BOX (widget);
  GtkWidget *group = NULL;

  for (guint i = 0; i < plan->sources->len; i++)
    {
      if (group == NULL)
        group = add_group (box, _("Probably the Same Source"), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_source (plan->sources->pdata[i], chosen, data));
    }
  group = NULL;
  for (guint i = 0; i < plan->conflicts->len; i++)
    {
      if (group == NULL)
        group = add_group (box, _("Changed by Both"), _("Choose which version counts."));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_conflict (plan->conflicts->pdata[i], chosen, data));
    }
  add_items (box, plan);
  return widget;
}
