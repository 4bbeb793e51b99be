#!/bin/sh
# Checks that every text for a reader is listed and translated: check-translations.sh ROOT SCRATCH
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
root=$1 scratch=$2
mkdir -p "$scratch"
cd "$root"

sh po/POTFILES.sh "$scratch/POTFILES"
if ! diff po/POTFILES "$scratch/POTFILES"; then
  echo "po/POTFILES is out of date: run po/POTFILES.sh"
  exit 1
fi

xgettext --from-code=UTF-8 --add-comments=Translators --files-from=po/POTFILES --output="$scratch/marchland.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --keyword=ngettext:1,2 \
  --flag=g_strdup_printf:1:c-format --flag=g_set_error:4:c-format 2>"$scratch/xgettext.log" || { cat "$scratch/xgettext.log"; exit 1; }
# A warning is a text that xgettext could not read whole, as when a macro stands in its midst.
if [ -s "$scratch/xgettext.log" ]; then
  cat "$scratch/xgettext.log"
  exit 1
fi

failed=0
while read -r language; do
  msgfmt --check --statistics -o "$scratch/$language.mo" "po/$language.po" || failed=1
  # Fails on an entry that is missing, untranslated or fuzzy.
  msgcmp "po/$language.po" "$scratch/marchland.pot" || failed=1
done < po/LINGUAS
exit $failed
