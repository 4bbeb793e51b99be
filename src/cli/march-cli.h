/* march-cli.h — what the commands of marchland-cli share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "asof/march-snapshot.h"
#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/* Exit statuses, the same for every command. */
#define MARCH_CLI_FINE 0
#define MARCH_CLI_NEGATIVE 1 /* the command ran and what it looked for is not so */
#define MARCH_CLI_BAD_USE 2  /* it could not run as asked */

/**
 * MarchCliCommand:
 * @name: first word after the program's name
 * @arguments: for the usage line
 * @summary: one line, translated when shown
 * @run: gets its own name as argv[0]; returns an exit status
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (int argc, char **argv);
} MarchCliCommand;

/**
 * MarchCliQuestion:
 *
 * The options that every query takes, as typed. Borrowed from the option parser's strings, freed by
 * march_cli_question_clear().
 */
typedef struct
{
  char    *known_by;
  char    *according_to;
  char    *source;
  gboolean json;
} MarchCliQuestion;

int            march_cli_info           (int argc, char **argv);
int            march_cli_as_of          (int argc, char **argv);
int            march_cli_why            (int argc, char **argv);
int            march_cli_check          (int argc, char **argv);
int            march_cli_render         (int argc, char **argv);
int            march_cli_compile        (int argc, char **argv);
int            march_cli_import         (int argc, char **argv);
int            march_cli_export         (int argc, char **argv);
int            march_cli_changes        (int argc, char **argv);
int            march_cli_apply          (int argc, char **argv);
int            march_cli_area           (int argc, char **argv);
int            march_cli_compare        (int argc, char **argv);
int            march_cli_text           (int argc, char **argv);

gboolean       march_cli_parse (int                   *argc,
                                char                ***argv,
                                const GOptionEntry    *options,
                                const MarchCliCommand *command,
                                int                    n_arguments);
int            march_cli_fail           (GError *error);
int            march_cli_bad_use        (const char *format, ...) G_GNUC_PRINTF (1, 2);

MarchDossier  *march_cli_open_dossier   (const char *path, GError **error);
MarchCorpus   *march_cli_open           (const char *path, GError **error);
gboolean       march_cli_check_output   (const char *input, const char *output, GError **error);
void           march_cli_remark         (const char *remark);

const MarchActor  *march_cli_find_actor       (MarchCorpus *corpus, const char *text,
                                               GError **error);
const MarchPlace  *march_cli_find_place       (MarchCorpus *corpus, const char *text,
                                               GError **error);
const MarchSource *march_cli_find_source      (MarchCorpus *corpus, const char *text);
gboolean           march_cli_find_area_source (MarchCorpus *corpus, const char *title,
                                               const MarchSource **source, GError **error);
gboolean           march_cli_find_perspective (MarchCorpus *corpus, const char *text,
                                               MarchQuestion *question, GError **error);

MarchSnapshot     *march_cli_ask              (MarchCorpus *corpus, const char *as_of,
                                               const MarchCliQuestion *question, GError **error);
void               march_cli_question_clear   (MarchCliQuestion *question);
gboolean           march_cli_read_area_day    (MarchCorpus *corpus, const char *text, MarchDay *day,
                                               GError **error);

const MarchCliCommand *march_cli_find_command (const char *name);

void           march_cli_print_json     (JsonNode *node);
void           march_cli_print          (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchCliQuestion, march_cli_question_clear)

G_END_DECLS
