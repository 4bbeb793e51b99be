/* march-session-private.h — what the files of the session share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/march-session.h"

G_BEGIN_DECLS

struct _MarchSession
{
  GObject        parent;

  MarchDossier  *dossier;
  MarchCorpus   *corpus;
  MarchSnapshot *snapshot;
  GPtrArray     *changes; /* of MarchChange; NULL until asked for */

  MarchQuestion  question;
  MarchLens      lens;
  gboolean       points;
  gint64         place;
  MarchGroup    *group;   /* NULL while none is shown */
  gboolean       drawn;

  MarchAreaDesk *area_desk;
  MarchFigureDesk *figure_desk;
  MarchSourceDesk *source_desk;

  GCancellable  *computing; /* NULL while no worker is at it */
  gint64         last_cost_us;
};

void       march_session_ask_again      (MarchSession *session);
char      *march_session_build_subtitle (MarchSession *session);
GPtrArray *march_session_find_changes   (MarchSnapshot *snapshot);

G_END_DECLS
