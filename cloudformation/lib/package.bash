# The output of ./dev package: the files, their hashes, and the values in the resolved template.

package_files="viewer-request.zip origin-response.zip edgepix.json template.yaml"

package_or_take() {
  local file
  if [[ -z "$dist" ]]; then
    dist="$root/target/dist"
    say "packaging into $dist"
    "$root/dev" package ${config:+--config "$config"} --output "$dist" >&2 || fail "packaging failed; nothing was changed on AWS"
    forget_config
  fi
  dist="$(cd "$dist" && pwd)"
  for file in $package_files; do
    [[ -r "$dist/$file" ]] || fail "$dist: expected $file, got none; ./dev package --output DIR writes it"
  done
  check_hash viewer-request.zip ViewerRequestSha256 "$(base64_sha256 "$dist/viewer-request.zip")"
  check_hash origin-response.zip OriginResponseSha256 "$(base64_sha256 "$dist/origin-response.zip")"
  check_hash edgepix.json ConfigSha256 "$(hex_sha256 "$dist/edgepix.json")"
  # Only packages for a pregenerate stack have these files.
  [[ ! -r "$dist/pregenerate.zip" || ! -r "$dist/pregenerate.yaml" ]] ||
    check_hash pregenerate.zip PregenerateSha256 "$(base64_sha256 "$dist/pregenerate.zip")" pregenerate.yaml
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

# template_default PARAMETER [FILE]: prints the default of a parameter in a resolved template.
template_default() {
  awk -v name="$1" '
    /^[^ #]/ { inside = ($0 ~ /^Parameters:/) }
    inside && /^  [^ #]/ { here = ($1 == name ":") }
    inside && here && $1 == "Default:" { gsub(/["\047]/, "", $2); print $2; exit }' "$dist/${2:-template.yaml}"
}

# check_hash FILE PARAMETER SHA256 [TEMPLATE]: the template of different zips would publish a version without this code.
check_hash() {
  local wanted template="${4:-template.yaml}"
  wanted="$(template_default "$2" "$template")"
  [[ "$wanted" == "$3" ]] ||
    fail "$dist/$template: expected the $2 of $1, got ${wanted:-none}; run ./dev package again"
}
