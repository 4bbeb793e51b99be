/* march-session.h — what the user looks at: dossier, day, lens, selection */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"
#include "dossier/march-dossier.h"
#include "session/march-area-desk.h"
#include "session/march-figure-desk.h"
#include "session/march-source-desk.h"
#include "session/march-group.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_LENS_CONTROL,
  MARCH_LENS_CLAIM,
  MARCH_LENS_BOTH,
  MARCH_LENS_VALUE,
  MARCH_LENS_EVIDENCE,
  MARCH_LENS_DISAGREEMENT,
} MarchLens;

#define MARCH_TYPE_LENS (march_lens_get_type ())
GType march_lens_get_type (void);

#define MARCH_TYPE_SNAPSHOT (march_snapshot_boxed_get_type ())
GType march_snapshot_boxed_get_type (void);

/**
 * MarchChange:
 *
 * A day on which some control, claim or event begins or ends, certainly or possibly.
 */
typedef struct
{
  MarchDay   day;
  GPtrArray *assertions; /* of const MarchAssertion, each once */
} MarchChange;

#define MARCH_TYPE_SESSION (march_session_get_type ())
G_DECLARE_FINAL_TYPE (MarchSession, march_session, MARCH, SESSION, GObject)

/* Properties, each notified when it changes:
 *   "dossier"          MarchDossier or NULL
 *   "as-of"            gint64, a MarchDay
 *   "known-by"         gint64, a MarchDay; MARCH_DAY_MAX: today
 *   "according-actor"  gint64 id, 0: anyone
 *   "according-source" gint64 id, 0: any
 *   "area-source"      gint64 id of the source whose imported areas are shown; 0: the dossier's
 * default; MARCH_NO_AREA_SOURCE: nobody's. Choose among march_corpus_list_area_sources()
 *   "lens"             MarchLens
 *   "points"           gboolean: whether imported points are drawn, and stepped to
 *   "place"            gint64 id of the selected place, 0: none
 *   "group"            boxed MarchGroup: the places of an entry of the legend, highlighted and
 * listed; NULL as soon as a place is selected
 *   "snapshot"         boxed MarchSnapshot; recomputed off the main thread if it takes long, never
 * NULL while a dossier is open "title"            what the header shows: the dossier's title
 *   "subtitle"         "as of 15 May 2031 · known by today · all sources"
 *   "drawn"            gboolean: whether the map has shown a picture since the dossier was opened;
 * what can wait until then should
 * Signals:
 *   "show-quotation" (gint64 id): the panel scrolls to that quotation, selecting a place it bears
 * on where none of its own is selected "show-assertion" (gint64 id): the panel turns to that event,
 * thesis or other assertion "show-why" (gint64 place id): the window turns to the page
 * Why this colour? "show-text" (gint64 source id, gint64 quotation id or 0): the window turns to
 * the reader, and it to that quotation "show-search" (string): the panel turns to the search, with
 * that text if it is not empty, and takes the focus "fit-place" (gint64 place id; 0: the whole
 * dossier): the map moves there "reveal-place" (gint64 place id): the map moves only if that place
 * is out of view. All of it on the main thread. */
MarchSession     *march_session_new            (void);

MarchAreaDesk    *march_session_get_area_desk  (MarchSession *session);
MarchFigureDesk  *march_session_get_figure_desk (MarchSession *session);
MarchSourceDesk  *march_session_get_source_desk (MarchSession *session);

void              march_session_set_dossier    (MarchSession *session, MarchDossier *dossier);
MarchDossier     *march_session_get_dossier    (MarchSession *session);
MarchCorpus      *march_session_get_corpus     (MarchSession *session);
MarchSnapshot    *march_session_get_snapshot   (MarchSession *session);
MarchDay          march_session_get_as_of      (MarchSession *session);
void              march_session_set_as_of      (MarchSession *session, MarchDay day);
MarchDay          march_session_get_known_by   (MarchSession *session);
void              march_session_set_known_by   (MarchSession *session, MarchDay day);
void              march_session_set_according  (MarchSession *session, gint64 actor, gint64 source);
gint64            march_session_get_area_source (MarchSession *session);
void              march_session_set_area_source (MarchSession *session, gint64 source);
MarchLens         march_session_get_lens       (MarchSession *session);
void              march_session_set_lens       (MarchSession *session, MarchLens lens);
gboolean          march_session_get_points     (MarchSession *session);
void              march_session_set_points     (MarchSession *session, gboolean points);
const MarchPlace *march_session_get_place      (MarchSession *session);
void              march_session_select         (MarchSession *session, const MarchPlace *place);
MarchGroup       *march_session_get_group      (MarchSession *session);
void              march_session_set_group      (MarchSession *session, MarchGroup *group);
GPtrArray        *march_session_list_changes   (MarchSession *session);
gboolean          march_session_step           (MarchSession *session, int direction);
void march_session_show_quotation (MarchSession *session, const MarchQuotation *quotation);
void march_session_show_assertion (MarchSession *session, const MarchAssertion *assertion);
gboolean          march_session_get_drawn      (MarchSession *session);
void              march_session_set_drawn      (MarchSession *session);
void              march_session_show_why       (MarchSession *session, const MarchPlace *place);
void              march_session_show_text      (MarchSession         *session,
                                                const MarchSource    *source,
                                                const MarchQuotation *quotation);
void              march_session_show_search    (MarchSession *session, const char *text);
void              march_session_fit            (MarchSession *session, const MarchPlace *place);
void              march_session_reveal         (MarchSession *session, const MarchPlace *place);
const char       *march_session_get_language   (MarchSession *session);
char             *march_session_describe_known_by  (MarchSession *session);
char             *march_session_describe_according (MarchSession *session);

G_END_DECLS
