/* bench-map-layers.c — the layers of the map as JSON, so that other programs can draw the same */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <stdio.h>

#include "dossier/march-dossier.h"
#include "render/march-scene.h"

#define FINEST (MARCH_TRACK_LEVELS - 1)
#define WORLD 40075016.685578488 /* metres, EPSG:3857 */

static const char *comma = "";

static void
print_points (const MarchSpot *points, guint n_points, gboolean reversed, gboolean *first)
{
  for (guint i = 0; i < n_points; i++)
    {
      const MarchSpot *at = &points[reversed ? n_points - 1 - i : i];

      printf ("%s[%.3f,%.3f]", *first ? "" : ",", (at->x - 0.5) * WORLD, (0.5 - at->y) * WORLD);
      *first = FALSE;
    }
}

static void
print_track (const MarchTrack *track)
{
  gboolean first = TRUE;

  printf ("%s[", comma);
  print_points (track->points[FINEST], track->n_points[FINEST], FALSE, &first);
  printf ("]");
  comma = ",";
}

static void
begin_layer (const char *kind, const MarchInk *ink, double alpha, double width)
{
  static const char *before = "";

  printf ("%s\n{\"kind\":\"%s\",\"rgb\":[%d,%d,%d],\"alpha\":%g,\"width\":%g,\"shapes\":[", before,
          kind, (int) (ink->red * 255 + 0.5), (int) (ink->green * 255 + 0.5),
          (int) (ink->blue * 255 + 0.5), alpha, width);
  before = ",";
  comma = "";
}

static void
end_layer (void)
{
  printf ("]}");
}

static void
print_ring (const MarchMesh *mesh, const MarchMeshRing *ring)
{
  gboolean first = TRUE;

  printf ("[");
  for (guint i = 0; i < ring->n_uses; i++)
    {
      const MarchTrack *track = &mesh->arcs[ring->uses[i].arc].track;

      print_points (track->points[FINEST], track->n_points[FINEST], ring->uses[i].reversed, &first);
    }
  printf ("]");
}

/* A polygon with its holes for each outer ring. */
static void
print_face (const MarchMesh *mesh, const MarchFace *face)
{
  for (guint i = 0; i < face->n_rings; i++)
    {
      if (face->rings[i].hole)
        continue;
      printf ("%s[", comma);
      print_ring (mesh, &face->rings[i]);
      for (guint j = 0; j < face->n_rings; j++)
        if (face->rings[j].hole && face->rings[j].polygon == face->rings[i].polygon)
          {
            printf (",");
            print_ring (mesh, &face->rings[j]);
          }
      printf ("]");
      comma = ",";
    }
}

static void
print_faces (const MarchLand *land, gboolean ours, const MarchInk *ink)
{
  begin_layer ("area", ink, 1, 0);
  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].ours == ours)
      print_face (land->mesh, &land->mesh->faces[i]);
  end_layer ();
}

static gboolean
is_ours (const MarchLand *land, guint arc)
{
  const MarchMeshArc *self = &land->mesh->arcs[arc];

  return land->faces[self->left != MARCH_MESH_NONE ? self->left : self->right].ours;
}

static void
print_edges (const MarchLand *land,
             MarchEdgeKind    kind,
             gboolean         ours_only,
             const MarchInk  *ink,
             double           alpha,
             double           width)
{
  begin_layer ("line", ink, alpha, width);
  for (guint i = 0; i < land->mesh->n_arcs; i++)
    if (land->edges[i] == kind && (!ours_only || is_ours (land, i)))
      print_track (&land->mesh->arcs[i].track);
  end_layer ();
}

static void
print_waters (const MarchLand *land, const MarchPalette *palette)
{
  begin_layer ("line", &palette->glow, 1, 1.1);
  for (guint i = 0; i < land->rivers->len; i++)
    for (guint j = 0; j < ((MarchShape *) land->rivers->pdata[i])->n_tracks; j++)
      print_track (&((MarchShape *) land->rivers->pdata[i])->tracks[j]);
  end_layer ();
  for (guint pass = 0; pass < 2; pass++)
    {
      begin_layer (pass == 0 ? "rings" : "line", pass == 0 ? &palette->sea : &palette->glow, 1,
                   0.8);
      for (guint i = 0; i < land->lakes->len; i++)
        for (guint j = 0; j < ((MarchShape *) land->lakes->pdata[i])->n_tracks; j++)
          print_track (&((MarchShape *) land->lakes->pdata[i])->tracks[j]);
      end_layer ();
    }
}

static void
print_layers (const MarchLand *land, const MarchPalette *palette)
{
  printf ("[");
  begin_layer ("ground", &palette->sea, 1, 0);
  end_layer ();
  print_edges (land, MARCH_EDGE_COAST, FALSE, &palette->glow, 0.14, 14);
  print_edges (land, MARCH_EDGE_COAST, FALSE, &palette->glow, 0.20, 8);
  print_edges (land, MARCH_EDGE_COAST, FALSE, &palette->glow, 0.45, 3.2);
  print_faces (land, FALSE, &palette->outside);
  print_faces (land, TRUE, &palette->undisputed);
  print_waters (land, palette);
  print_edges (land, MARCH_EDGE_NEIGHBOUR, FALSE, &palette->neighbour_border, 1, 0.9);
  print_edges (land, MARCH_EDGE_COAST, FALSE, &palette->neighbour_border, 1, 0.7);
  print_edges (land, MARCH_EDGE_UNIT, FALSE, &palette->unit_border, palette->unit_border.alpha, 1);
  print_edges (land, MARCH_EDGE_COAST, TRUE, &palette->border, 0.42, 0.9);
  print_edges (land, MARCH_EDGE_RECOGNISED, FALSE, &palette->halo, 0.8 * palette->halo.alpha, 4.2);
  print_edges (land, MARCH_EDGE_RECOGNISED, FALSE, &palette->border, palette->border.alpha, 1.9);
  printf ("]\n");
}

/* Land held on the last day of its import. */
static void
print_area (const MarchDatedImport *area_import, const MarchInk *ink)
{
  g_autoptr (GArray) days = march_holdings_list_changes (area_import->holdings);
  g_autoptr (MarchGeometry) area = NULL;
  guint last_polygon = G_MAXUINT;

  if (days->len > 0)
    area = march_holdings_get_area (area_import->holdings,
                                    g_array_index (days, MarchDay, days->len - 1), NULL);
  begin_layer ("area", ink, 1, 0);
  for (guint i = 0; area != NULL && i < march_geometry_get_n_parts (area); i++)
    {
      const MarchPart *part = march_geometry_get_part (area, i);
      const gboolean   same = part->polygon == last_polygon;

      printf ("%s[", same ? "," : last_polygon == G_MAXUINT ? "[" : "],[");
      for (guint j = 0; j < part->n_points; j++)
        {
          const MarchSpot at = march_spot_project (part->points[2 * j], part->points[2 * j + 1]);

          printf ("%s[%.3f,%.3f]", j > 0 ? "," : "", (at.x - 0.5) * WORLD, (0.5 - at.y) * WORLD);
        }
      printf ("]");
      last_polygon = part->polygon;
    }
  printf ("%s", last_polygon == G_MAXUINT ? "" : "]");
  end_layer ();
}

/* The disputed places of the last day, which have a colour, and the imported areas of theirs. */
static void
print_control (const MarchLand *land, MarchCorpus *corpus)
{
  const MarchInk            ink = march_palette_get_fill (MARCH_THEME_LIGHT, 1);
  const MarchQuestion       last = { march_corpus_get_facts (corpus)->last, MARCH_DAY_MAX, 0, 0 };
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &last);
  GPtrArray                *imports = march_corpus_get_area_imports (corpus);

  printf ("[");
  begin_layer ("area", &ink, 1, 0);
  for (guint i = 0; i < land->mesh->n_faces; i++)
    {
      const MarchPlace   *place = land->faces[i].place;
      const MarchFinding *finding
          = place != NULL ? march_snapshot_get_finding (snapshot, place) : NULL;

      if (finding != NULL && finding->disputed)
        print_face (land->mesh, &land->mesh->faces[i]);
    }
  end_layer ();
  for (guint i = 0; i < imports->len; i++)
    print_area (g_ptr_array_index (imports, i), &ink);
  printf ("]\n");
}

/* Arguments: DOSSIER [control]. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchPainter) painter = NULL;

  if (argc != 2 && argc != 3)
    return 2;
  file = g_file_new_for_commandline_arg (argv[1]);
  dossier = march_dossier_open (file, NULL, &error);
  if (dossier == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  corpus = march_dossier_dup_corpus (dossier);
  painter = march_painter_new (corpus);
  if (argc == 3)
    print_control (painter->land, corpus);
  else
    print_layers (painter->land, march_palette_get (MARCH_THEME_LIGHT));
  return 0;
}
