# The output of ./dev package: the files, their hashes, and the values in the resolved templates.

# The files with code and their keys in the bucket of the zips.
code_files=()
code_keys=()

package() {
  local functions=()
  [[ "$viewer_request" == edge ]] || functions=(--viewer-request function)
  [[ -n "$has_origin_group" ]] || functions+=(--no-origin-group)
  dist="$root/target/dist"
  say "packaging into $dist"
  "$root/dev" package ${config:+--config "$config"} ${functions[@]+"${functions[@]}"} --output "$dist" >&2 || fail "packaging failed; nothing was changed on AWS"
  forget_config
  check_package
}

# Checks that a folder has the files of one package.
check_package() {
  dist="$(cd "$dist" && pwd)"
  need_files edgepix.json
  check_hashes template.yaml viewer-request.zip ViewerRequestSha256 origin-response.zip OriginResponseSha256
  check_hashes regional.yaml regional.zip RegionalSha256
  check_hashes pregenerate.yaml pregenerate.zip PregenerateSha256
}

need_files() {
  local file
  for file in "$@"; do
    [[ -r "$dist/$file" ]] || fail "$dist: expected $file, got none; ./dev package --output DIR writes it"
  done
}

# check_hashes TEMPLATE {FILE PARAMETER}...: of the files that a package has.
check_hashes() {
  local template="$1"
  [[ -r "$dist/$template" ]] || return 0
  for ((; $# > 2; )); do
    [[ ! -r "$dist/$2" ]] || check_hash "$2" "$3" "$(base64_sha256 "$dist/$2")" "$template"
    set -- "$template" "${@:4}"
  done
  [[ "$template" == pregenerate.yaml ]] || check_hash edgepix.json ConfigSha256 "$(hex_sha256 "$dist/edgepix.json")" "$template"
}

# code FILE NAME: a file to upload. Its name contains its hash, so that a template refers to exactly this code.
code() {
  code_files+=("$1")
  code_keys+=("$stack/$2")
}

# code_parameters PARAMETERS FILE: uploads a zip, and passes PARAMETERSKey and PARAMETERSSha256.
code_parameters() {
  local name
  name="${2%.zip}-$(hex_sha256 "$dist/$2").zip"
  code "$2" "$name"
  override "$1Key" "$stack/$name"
  override "$1Sha256" "$(base64_sha256 "$dist/$2")"
}

hex_sha256() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1" | cut -d ' ' -f 1
  else
    shasum -a 256 <"$1" | cut -d ' ' -f 1
  fi
}

base64_sha256() {
  printf '%b' "$(hex_sha256 "$1" | sed 's/../\\x&/g')" | base64
}

# template_default PARAMETER FILE: prints the default of a parameter in a resolved template.
template_default() {
  awk -v name="$1" '
    /^[^ #]/ { inside = ($0 ~ /^Parameters:/) }
    inside && /^  [^ #]/ { here = ($1 == name ":") }
    inside && here && $1 == "Default:" { sub(/^ *Default: */, ""); if (/^".*"$/ || /^\047.*\047$/) $0 = substr($0, 2, length - 2); print; exit }' "$dist/$2"
}

# check_hash FILE PARAMETER SHA256 TEMPLATE: the template of different zips would publish a version without this code.
check_hash() {
  local wanted
  wanted="$(template_default "$2" "$4")"
  [[ "$wanted" == "$3" ]] ||
    fail "$dist/$4: expected the $2 of $1, got ${wanted:-none}; run ./dev package again"
}
