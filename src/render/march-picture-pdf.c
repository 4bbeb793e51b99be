/* march-picture-pdf.c — pictures as PDF files: the map, then its sources and their words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "asof/march-area-history.h"
#include "asof/march-words.h"
#include "base/march-error.h"
#include "render/march-pages.h"
#include "render/march-picture-sources.h"
#include "render/march-vector.h"

#define POINTS 0.75 /* a logical pixel */
#define INDENT 14.0

/* In points. */
static const struct
{
  double width, height;
} sizes[MARCH_N_PAGE_SIZES] = { [MARCH_PAGE_A4] = { 841.89, 595.28 },
                                [MARCH_PAGE_A3] = { 1190.55, 841.89 },
                                [MARCH_PAGE_LETTER] = { 792, 612 },
                                [MARCH_PAGE_16_9] = { 960, 540 } };

typedef struct
{
  const MarchPicture *picture;
  MarchPainter       *painter;
  MarchSnapshot      *snapshot;
  cairo_t            *cr;
  double              width, height; /* points */
} Document;

static char *
join_places (const GPtrArray *places, const char *language)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            march_place_get_name (g_ptr_array_index (places, i), language));
  return g_string_free (names, FALSE);
}

static void
add_quotation (MarchPages *pages, const MarchCitedQuotation *cited, const char *language)
{
  const MarchQuotation *quotation = cited->quotation;
  g_autofree char      *words = march_words_quote (quotation);
  g_autofree char      *attribution = march_words_attribution (quotation, language);
  g_autofree char      *grade = march_words_grade (quotation);
  g_autofree char      *places = join_places (cited->places, language);
  g_autofree char      *bears = g_strdup_printf (_ ("Bears on: %s"), places);

  march_pages_add (pages, MARCH_PARAGRAPH_BODY, INDENT,
                   words != NULL
                       ? words
                       : _ ("(a passage that the dossier points at without storing its words)"));
  if (quotation->translation != NULL && quotation->translation[0] != '\0')
    march_pages_add (pages, MARCH_PARAGRAPH_BODY, INDENT, quotation->translation);
  if (attribution != NULL && attribution[0] != '\0')
    {
      g_autofree char *note = grade[0] != '\0' ? g_strdup_printf ("%s · %s", attribution, grade)
                                               : g_strdup (attribution);

      march_pages_add (pages, MARCH_PARAGRAPH_NOTE, INDENT, note);
    }
  march_pages_add (pages, MARCH_PARAGRAPH_NOTE, INDENT, bears);
  march_pages_add_space (pages, 3);
}

/* What stands for the words of a quotation: whose land it is and on whose word, of which day and of
 * which file. */
static void
add_area (MarchPages *pages, const MarchAreaShare *share, MarchDay as_of)
{
  const MarchAreaSide side = { share->area_import->holder, share->area_import->basis, FALSE };
  g_autofree char    *day = march_words_share_day (share, as_of);
  g_autofree char    *document = march_words_share_document (share);
  g_autofree char    *holder = march_area_side_describe (&side, NULL);
  g_autofree char    *words = g_strdup_printf ("%s, %s", holder, day);

  march_pages_add (pages, MARCH_PARAGRAPH_BODY, INDENT, words);
  if (document != NULL)
    march_pages_add (pages, MARCH_PARAGRAPH_NOTE, INDENT, document);
  march_pages_add_space (pages, 3);
}

/* Likewise of points. */
static void
add_points (MarchPages *pages, const MarchDatedImport *import)
{
  const char      *holder = march_actor_get_name (import->holder, march_words_get_language (NULL));
  g_autofree char *words = g_strdup_printf (import->basis == MARCH_BASIS_OWN
                                                ? _ ("Points of %s, by its own word")
                                                : _ ("Points of %s"),
                                            holder);

  march_pages_add (pages, MARCH_PARAGRAPH_BODY, INDENT, words);
  march_pages_add_space (pages, 3);
}

static void
add_sources (MarchPages *pages, const GPtrArray *sources, MarchDay as_of, const char *language)
{
  if (sources->len == 0)
    march_pages_add (pages, MARCH_PARAGRAPH_BODY, 0,
                     _ ("No colour on this map rests on a quotation."));
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchCitedSource *cited = g_ptr_array_index (sources, i);
      g_autofree char        *citation = march_words_source (cited->source);
      g_autofree char        *heading = g_strdup_printf ("[%u] %s", i + 1, citation);

      march_pages_add (pages, MARCH_PARAGRAPH_HEADING, 0, heading);
      for (guint j = 0; j < cited->shares->len; j++)
        add_area (pages, g_ptr_array_index (cited->shares, j), as_of);
      for (guint j = 0; j < cited->points->len; j++)
        add_points (pages, g_ptr_array_index (cited->points, j));
      for (guint j = 0; j < cited->quotations->len; j++)
        add_quotation (pages, g_ptr_array_index (cited->quotations, j), language);
    }
}

static void
add_credits (MarchPages *pages, const MarchDossierFacts *facts)
{
  if (facts->convention[0] != '\0')
    {
      march_pages_add (pages, MARCH_PARAGRAPH_HEADING, 0, _ ("Convention"));
      march_pages_add (pages, MARCH_PARAGRAPH_BODY, 0, facts->convention);
    }
  if (facts->credits[0] != '\0')
    {
      march_pages_add (pages, MARCH_PARAGRAPH_HEADING, 0, _ ("Credits"));
      march_pages_add (pages, MARCH_PARAGRAPH_BODY, 0, facts->credits);
    }
}

static void
add_compared_row (MarchPages *pages, const MarchComparedRow *row, const char *language)
{
  const MarchParagraph kind = row->place != NULL ? MARCH_PARAGRAPH_BODY : MARCH_PARAGRAPH_HEADING;
  g_autofree char     *gained = march_area_to_number (row->gained);
  g_autofree char     *lost = march_area_to_number (row->lost);
  const char          *cells[] = { row->place != NULL ? march_place_get_name (row->place, language)
                                                      : _ ("The whole"),
                          gained, lost };

  march_pages_add_row (pages, kind, cells, G_N_ELEMENTS (cells));
}

/* What the map shows of two days, in square kilometres: for each holder the units, then the
 * whole. */
static void
add_comparison (MarchPages *pages, MarchComparison *comparison, const char *language)
{
  g_autofree char *days = march_comparison_describe (comparison);
  g_autofree char *turned = march_comparison_describe_turned (comparison);

  march_pages_add (pages, MARCH_PARAGRAPH_TITLE, 0, days);
  if (comparison->source != NULL)
    {
      g_autofree char *citation = march_words_source (comparison->source);

      march_pages_add (pages, MARCH_PARAGRAPH_NOTE, 0, citation);
    }
  if (comparison->untold != NULL)
    march_pages_add (pages, MARCH_PARAGRAPH_BODY, 0, comparison->untold);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);

      g_autofree char *holder = march_area_side_describe (&row->side, language);

      if (i == 0 || row[-1].place == NULL) /* the whole ends a side's rows */
        march_pages_add_row (pages, MARCH_PARAGRAPH_HEADING,
                             (const char *[]){ holder, _ ("Gained, km²"), _ ("Lost, km²") }, 3);
      if (row->place == NULL || march_compared_row_differs (row))
        add_compared_row (pages, row, language);
    }
  if (turned != NULL)
    march_pages_add (pages, MARCH_PARAGRAPH_NOTE, 0, turned);
  march_pages_add_space (pages, 18);
}

static void
write_sources (const Document *document, const MarchView *view)
{
  const char      *language = document->picture->style.language;
  const char      *title = march_picture_get_title (document->picture, document->snapshot);
  MarchCorpus     *corpus = march_snapshot_get_corpus (document->snapshot);
  g_autofree char *question = march_words_question (document->snapshot, language);
  g_autofree char *running = g_strdup_printf ("%s · %s", title, question);
  g_autoptr (MarchPages)
      pages = march_pages_new (document->cr, document->width, document->height, 1, running);
  g_autoptr (GPtrArray) sources = march_picture_list_sources (document->painter, document->snapshot,
                                                              view, &document->picture->style);

  if (document->picture->compared != NULL)
    add_comparison (pages, march_compared_get_comparison (document->picture->compared), language);
  march_pages_add (pages, MARCH_PARAGRAPH_TITLE, 0, _ ("Sources"));
  march_pages_add (pages, MARCH_PARAGRAPH_NOTE, 0, question);
  add_sources (pages, sources, march_snapshot_get_question (document->snapshot)->as_of, language);
  add_credits (pages, march_corpus_get_facts (corpus));
  march_pages_finish (pages);
}

static gboolean
write_document (const Document *document, GCancellable *cancellable, GError **error)
{
  MarchView view = march_picture_find_view (document->picture, document->painter,
                                            document->snapshot);

  march_vector_keep_texts (cairo_get_target (document->cr));
  cairo_save (document->cr);
  cairo_scale (document->cr, POINTS, POINTS);
  if (!march_picture_paint_vector (document->picture, document->painter, document->snapshot,
                                   document->cr, cancellable, error))
    return FALSE;
  cairo_restore (document->cr);
  march_vector_draw_texts (document->cr);
  cairo_show_page (document->cr);
  write_sources (document, &view);
  return TRUE;
}

/**
 * march_picture_write_pdf:
 * @picture: its width, height and scale are of no account
 * @path: the file to write; replaced if it exists
 * @cancellable: (nullable)
 *
 * A page with the map, then how much was gained and lost if two days are compared, and its sources,
 * numbered, with the words that bear on what it shows.
 *
 * Returns: whether it was written; else @error says why, and what was there before is still there
 */
gboolean
march_picture_write_pdf (const MarchPicture *picture,
                         MarchPageSize       size,
                         MarchPainter       *painter,
                         MarchSnapshot      *snapshot,
                         const char         *path,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  MarchPicture     page = *picture;
  cairo_surface_t *surface;
  Document document = { &page, painter, snapshot, NULL, sizes[size].width, sizes[size].height };
  gboolean done;

  page.width = (int) (document.width / POINTS);
  page.height = (int) (document.height / POINTS);
  page.scale = 1;
  surface = cairo_pdf_surface_create_for_stream (march_picture_append_bytes, bytes, document.width,
                                                 document.height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  march_picture_get_title (picture, snapshot));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Marchland " PACKAGE_VERSION);
  document.cr = cairo_create (surface);
  done = write_document (&document, cancellable, error);
  cairo_destroy (document.cr);
  cairo_surface_finish (surface);
  if (done && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED, _ ("The picture could not be made: %s."),
                   cairo_status_to_string (cairo_surface_status (surface)));
      done = FALSE;
    }
  cairo_surface_destroy (surface);
  return done
         && march_picture_replace_file (path, (const char *) bytes->data, bytes->len, cancellable,
                                        error);
}
