# A plan is a list of steps, each with a sentence and a shell text. A dry run prints the texts that a real run evaluates,
# so the two cannot differ.

plan_reset() {
  plan_ids=()
  plan_sentences=()
  plan_texts=()
  plan_settings=()
  plan_now=""
}
plan_reset

say() {
  echo "dev: $*" >&2
}

fail() {
  say "$@"
  exit 1
}

# The preamble of every step, in a real run and in the printed script. With an empty AWS_PAGER, version 2 of the CLI does
# not wait for a key.
plan_preamble="set -euo pipefail
export AWS_PAGER=''
refuse() { echo \"dev: \$*\" >&2; exit 1; }"

# Quotes a text for the shell if necessary.
quote() {
  if [[ -n "$1" && ! "$1" =~ [^-A-Za-z0-9_./:=@,+] ]]; then
    printf '%s' "$1"
  else
    printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
  fi
}

# setting NAME VALUE: adds a shell variable to the plan.
setting() {
  plan_settings+=("$1=$(quote "$2")")
}

# settings NAME VALUE...: adds an array to the plan.
settings() {
  local name="$1" value
  shift
  plan_settings+=("$name=(")
  for value in "$@"; do
    plan_settings+=("  $(quote "$value")")
  done
  plan_settings+=(")")
}

# functions NAME...: adds functions that steps call to the plan.
functions() {
  plan_settings+=("$(declare -f "$@")")
}

# step ID SENTENCE <TEXT. The sentence becomes a comment, so it must be one line.
step() {
  plan_ids+=("$1")
  plan_sentences+=("${2//[[:cntrl:]]/ }")
  plan_texts+=("$(cat)")
}

plan_print() {
  local i
  echo '#!/usr/bin/env bash'
  printf '%s\n' "$plan_preamble" "${plan_settings[@]}"
  for i in "${!plan_texts[@]}"; do
    printf '\n# %s\n%s\n' "${plan_sentences[i]}" "${plan_texts[i]}"
  done
}

plan_announce() {
  local i
  say "$1"
  for i in "${!plan_sentences[@]}"; do
    echo "  $((i + 1)). ${plan_sentences[i]}" >&2
  done
}

# Runs all steps. If one fails, plan_now is its id: plan_run [quiet]
plan_run() {
  local i
  eval "$plan_preamble"
  eval "$(printf '%s\n' "${plan_settings[@]}")"
  for i in "${!plan_texts[@]}"; do
    plan_now="${plan_ids[i]}"
    [[ -n "${1:-}" ]] || say "$((i + 1)). ${plan_sentences[i]}"
    eval "${plan_texts[i]}"
  done
  plan_now=""
}
