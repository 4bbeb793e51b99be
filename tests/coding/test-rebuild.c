/* test-rebuild.c — codes a control, two claims, a figure and a thesis of the five texts anew, and
 * holds them against the shipped dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "../compiled.h"
#include "../dossier/document.h"
#include "coding/march-coding.h"
#include "coding/march-source-draft.h"
#include "corpus/march-verify.h"
#include "dossier/march-dossier-create.h"
#include "rebuild-script.h"

/* What the analyst types; places by their keys. */
static const struct
{
  const char        *key;
  MarchAssertionKind kind;
  const char        *places, *actor, *according, *valid;
  MarchExtent        extent;
  MarchClaimBasis    basis;
  const char        *title, *quantity, *unit, *period;
  double             number;
  const char        *label;
} script[] = {
  { "myrnohrad-foothold", MARCH_KIND_CONTROL, "myrnohrad", "russia", "faskhutdinov",
    "27 December 2025", MARCH_EXTENT_FOOTHOLD, 0, "", "", "", "", NAN,
    "Quote and code a control" },
  { "russia-four", MARCH_KIND_CLAIM, "ua-09 ua-14 ua-23 ua-65", "russia", "russia", "2022-09/..", 0,
    MARCH_CLAIM_LAW, "", "", "", "", NAN, "Quote and code a claim" },
  /* An aide states no policy: this becomes an aspiration. */
  { "russia-odesa", MARCH_KIND_CLAIM, "odesa", "russia", "patrushev", "2025/..", 0,
    MARCH_CLAIM_DEMAND, "", "", "", "", NAN, "Quote and code a claim" },
  { "fifth", MARCH_KIND_FIGURE, "ukraine", "", "outlet-004", "2025-05-15~/..", 0, 0,
    "Around a fifth of Ukraine’s territory",
    "approximate share of Ukraine’s territory that Russia controls", "%", "2025-05-15~", 20,
    "Quote and code a figure" },
  { "very-secondary", MARCH_KIND_THESIS, "", "", "outlet-001", "2025-08~", 0, 0,
    "Territory is very secondary", "", "", "", NAN, "Quote and code a thesis" },
};

typedef struct
{
  MarchDossier *dossier;
  MarchCoding  *coding;
  GHashTable   *ids;     /* "kind/key" → gint64 of what was made */
  gint64        sources[5];
} Desk;

static gint64
recall (Desk *desk, const char *kind, const char *key)
{
  g_autofree char *name = g_strconcat (kind, "/", key, NULL);
  gint64          *id = g_hash_table_lookup (desk->ids, name);

  return id != NULL ? *id : 0;
}

static gint64
remember (Desk *desk, const char *kind, const char *key, gint64 id)
{
  g_hash_table_insert (desk->ids, g_strconcat (kind, "/", key, NULL), g_memdup2 (&id, sizeof id));
  return id;
}

static char *
read_text (const char *beginning)
{
  const char      *folder = g_getenv ("MARCHLAND_TEST_TEXTS");
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char      *name;

  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_prefix (name, beginning))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL), *data = NULL;
        gsize            length;

        g_assert_true (g_file_get_contents (path, &data, &length, NULL));
        return march_verify_prepare (data, length, NULL);
      }
  g_assert_not_reached ();
}

static void
add_sources (Desk *desk)
{
  for (guint i = 0; rebuild_sources[i].file != NULL; i++)
    {
      g_autoptr (MarchSourceDraft) draft = march_source_draft_new ();
      GError *error = NULL;

      march_draft_set_text (&draft->title, rebuild_sources[i].title);
      march_draft_set_text (&draft->published, rebuild_sources[i].published);
      march_draft_set_text (&draft->language, "en");
      draft->titled = FALSE;
      draft->text = read_text (rebuild_sources[i].file);
      march_source_draft_write (draft, desk->dossier, &error);
      g_assert_no_error (error);
      desk->sources[i] = draft->id;
    }
}

/* Somebody who isn't there yet is made on the way. */
static gint64
need_actor (Desk *desk, const char *key)
{
  MarchActorDraft *draft;
  guint            i = 0;

  if (*key == '\0' || recall (desk, "actor", key) != 0)
    return recall (desk, "actor", key);
  while (!g_str_equal (rebuild_actors[i].key, key))
    i++;
  draft = march_actor_draft_new (rebuild_actors[i].kind, rebuild_actors[i].name, "en");
  draft->palette = rebuild_actors[i].palette;
  if (*rebuild_actors[i].body != '\0')
    march_actor_draft_add_office (draft, need_actor (desk, rebuild_actors[i].body),
                                  rebuild_actors[i].office, "/")
        ->states_policy = rebuild_actors[i].states_policy;
  march_coding_add_actor (desk->coding, draft);
  return remember (desk, "actor", key, draft->id);
}

static gint64
need_place (Desk *desk, const char *key)
{
  MarchPlaceDraft *draft;
  guint            i = 0;

  if (recall (desk, "place", key) != 0)
    return recall (desk, "place", key);
  while (!g_str_equal (rebuild_places[i].key, key))
    i++;
  draft = march_place_draft_new (rebuild_places[i].kind, rebuild_places[i].name, "en");
  march_draft_set_text (&draft->code, rebuild_places[i].code);
  march_coding_add_place (desk->coding, draft);
  return remember (desk, "place", key, draft->id);
}

static void
chain_up (Desk *desk, MarchQuotationDraft *draft, const char *chain)
{
  g_auto (GStrv) links = g_strsplit (chain, " ", -1);

  g_array_set_size (draft->chain, 0);
  for (char **link = links; *link != NULL; link++)
    {
      g_auto (GStrv) parts = g_strsplit (*link, ":", 2);
      guint role;

      g_assert_true (march_vocabulary_find (MARCH_VOCABULARY_CHAIN_ROLE, parts[0], &role));
      march_quotation_draft_add_link (draft, role, need_actor (desk, parts[1]));
    }
}

/* Marks the words in the attached text and describes them. */
static gint64
need_quotation (Desk *desk, const char *key)
{
  const RebuildQuotation *row = rebuild_quotations;
  MarchCorpus            *corpus = march_coding_get_corpus (desk->coding);
  const MarchSource      *source;
  MarchQuotationDraft    *draft;
  GError                 *error = NULL;

  if (recall (desk, "quotation", key) != 0)
    return recall (desk, "quotation", key);
  while (!g_str_equal (row->key, key))
    row++;
  source = march_corpus_get_source (corpus, desk->sources[row->source]);
  draft = march_quotation_draft_new_after (corpus, source, NULL);
  draft->voice = row->voice;
  draft->act = row->act;
  draft->credibility = row->credibility;
  draft->pointer = row->pointer;
  march_quotation_draft_add_span (draft, source->text, row->first, row->beyond, &error);
  g_assert_no_error (error);
  march_draft_set_text (&draft->said, row->said);
  march_draft_set_text (&draft->sic, row->sic);
  chain_up (desk, draft, row->chain);
  march_coding_add_quotation (desk->coding, draft);
  return remember (desk, "quotation", key, draft->id);
}

static void
add_evidence (Desk *desk, gint64 assertion, const char *key)
{
  for (const RebuildEvidence *row = rebuild_evidence; row->assertion != NULL; row++)
    if (g_str_equal (row->assertion, key))
      march_draft_set_text (&march_coding_add_evidence (desk->coding,
                                                        need_quotation (desk, row->quotation),
                                                        assertion, row->stance)
                                 ->note,
                            row->note);
}

static void
type_assertion (Desk *desk, gsize i)
{
  MarchAssertionDraft *draft =
      march_coding_add_assertion (desk->coding, march_assertion_draft_new (script[i].kind));
  g_auto (GStrv) places = g_strsplit (script[i].places, " ", -1);

  for (char **place = places; *place != NULL && **place != '\0'; place++)
    march_assertion_draft_add_place (draft, need_place (desk, *place));
  draft->actor = need_actor (desk, script[i].actor);
  draft->according = need_actor (desk, script[i].according);
  draft->extent = script[i].extent;
  draft->basis = script[i].basis;
  draft->low = draft->high = script[i].number;
  march_draft_set_text (&draft->valid, script[i].valid);
  march_draft_set_text (&draft->title, script[i].title);
  march_draft_set_text (&draft->quantity, script[i].quantity);
  march_draft_set_text (&draft->unit, script[i].unit);
  march_draft_set_text (&draft->period, script[i].period);
  add_evidence (desk, draft->id, script[i].key);
}

/* From marking the words to one undo step. */
static void
code (Desk *desk, gsize i)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (desk->dossier);
  g_autofree char *label = NULL;
  GError          *error = NULL;

  desk->coding = march_coding_new (corpus);
  type_assertion (desk, i);
  march_coding_write (desk->coding, desk->dossier, &error);
  g_assert_no_error (error);
  g_object_get (desk->dossier, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, script[i].label);
  g_clear_pointer (&desk->coding, march_coding_unref);
}

static const char *
name_actor (const MarchActor *actor)
{
  return actor != NULL ? march_actor_get_name (actor, "en") : "-";
}

static char *
describe_quotation (const MarchQuotation *quotation)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, "%.12s %s %s %s %u %s [%s] “%s”", quotation->source->sha256,
      march_vocabulary_get_nick (MARCH_VOCABULARY_VOICE, quotation->voice),
      march_vocabulary_get_nick (MARCH_VOCABULARY_ACT, quotation->act), quotation->said,
      quotation->credibility, quotation->language, quotation->sic,
      quotation->exact != NULL ? quotation->exact : "");
  for (guint i = 0; i < quotation->spans->len; i++)
    {
      const MarchSpan *span = g_ptr_array_index (quotation->spans, i);

      g_string_append_printf (text, " %u-%u %s", span->first, span->beyond, span->sha256);
    }
  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *link = g_ptr_array_index (quotation->chain, i);

      g_string_append_printf (text, " %s:%s",
                              march_vocabulary_get_nick (MARCH_VOCABULARY_CHAIN_ROLE, link->role),
                              name_actor (link->actor));
    }
  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* All that an assertion says, with its evidence, in words that don't depend on ids. */
static char *
describe (const MarchAssertion *assertion)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text,
      "%s “%s” %s/%s %s according to %s %s %s %s %s extent %d basis %d %g–%g %s of %s in %s\n",
      march_vocabulary_get_nick (MARCH_VOCABULARY_ASSERTION_KIND, assertion->kind),
      assertion->title,
      assertion->place != NULL ? march_place_get_name (assertion->place, "en") : "",
      assertion->place != NULL ? assertion->place->code : "", name_actor (assertion->actor),
      name_actor (assertion->according), assertion->valid,
      march_vocabulary_get_nick (MARCH_VOCABULARY_ORIGIN, assertion->origin),
      march_vocabulary_get_nick (MARCH_VOCABULARY_POLARITY, assertion->polarity),
      march_vocabulary_get_nick (MARCH_VOCABULARY_MODE, assertion->mode),
      assertion->kind == MARCH_KIND_CONTROL ? (int) assertion->extent : -1,
      assertion->kind == MARCH_KIND_CLAIM ? (int) assertion->basis : -1, assertion->low,
      assertion->high, assertion->unit, assertion->quantity, assertion->figure_period);
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (assertion->evidence, i);
      g_autofree char     *quotation = describe_quotation (evidence->quotation);

      g_ptr_array_add (lines, g_strdup_printf (
                                  "%s (%s) %s",
                                  march_vocabulary_get_nick (MARCH_VOCABULARY_STANCE,
                                                             evidence->stance),
                                  evidence->note, quotation));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "  %s\n", (char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

static gboolean
is_alike (const MarchAssertion *a, const MarchAssertion *b)
{
  const char *place = a->place != NULL ? march_place_get_name (a->place, "en") : "";
  const char *other = b->place != NULL ? march_place_get_name (b->place, "en") : "";

  return a->kind == b->kind && g_str_equal (place, other) && g_str_equal (a->title, b->title)
         && g_str_equal (a->valid, b->valid);
}

/* What was coded anew says what the shipped dossier says, to the letter. */
static void
assert_shipped (MarchCorpus *shipped, const MarchAssertion *rebuilt)
{
  GPtrArray       *assertions = march_corpus_get_assertions (shipped);
  g_autofree char *told = describe (rebuilt), *nearest = NULL;

  for (guint i = 0; i < assertions->len; i++)
    if (is_alike (g_ptr_array_index (assertions, i), rebuilt))
      {
        g_free (nearest);
        nearest = describe (g_ptr_array_index (assertions, i));
        if (g_str_equal (nearest, told))
          return;
      }
  g_assert_cmpstr (told, ==, nearest);
}

static guint
undo_all (MarchDossier *dossier)
{
  guint n = 0;

  while (march_dossier_undo (dossier, NULL))
    n++;
  return n;
}

static void
assert_empty (MarchDossier *dossier)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);

  g_assert_cmpuint (march_corpus_get_sources (corpus)->len, ==, 0);
  g_assert_cmpuint (march_corpus_get_actors (corpus)->len, ==, 0);
  g_assert_cmpuint (march_corpus_get_places (corpus)->len, ==, 0);
  g_assert_cmpuint (march_corpus_get_assertions (corpus)->len, ==, 0);
}

static void
test_rebuild (Document *fixture, gconstpointer data)
{
  static const MarchNewDossier facts = { "Anew", "en", "2014", "2026", "" };
  g_autofree char *path = g_build_filename (fixture->folder, "anew.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MarchCorpus) shipped = compiled_corpus_new (SHIPPED), corpus = NULL;
  Desk    desk = { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  GError *error = NULL;

  desk.dossier = march_dossier_create (file, &facts, &error);
  g_assert_no_error (error);
  add_sources (&desk);
  for (gsize i = 0; i < G_N_ELEMENTS (script); i++)
    code (&desk, i);

  corpus = march_dossier_dup_corpus (desk.dossier);
  g_assert_cmpuint (march_corpus_get_assertions (corpus)->len, ==, 8);
  for (guint i = 0; i < march_corpus_get_assertions (corpus)->len; i++)
    assert_shipped (shipped, march_corpus_get_assertions (corpus)->pdata[i]);

  g_assert_cmpuint (undo_all (desk.dossier), ==, 5 + G_N_ELEMENTS (script));
  assert_empty (desk.dossier);
  march_dossier_close (desk.dossier);
  g_object_unref (desk.dossier);
  g_hash_table_unref (desk.ids);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/coding/rebuild", NULL, test_rebuild);
  return document_run ();
}
