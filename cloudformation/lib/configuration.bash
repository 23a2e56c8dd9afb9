# The configuration of a stack. The stack records its SHA-256. The bucket of the zips keeps the file under that name, so
# a later deployment can package it again.

config_folder=""

# Finds the configuration if none was given. A new stack gets the defaults, an existing one keeps its own.
find_config() {
  if [[ "$status" == none ]]; then
    say "the stack $stack is new: packaging the default configuration"
    return
  fi
  [[ -n "$deployed_config" ]] || fail "$(unrecorded_config)"
  trap forget_config EXIT
  config_folder="$(mktemp -d)"
  config="$config_folder/edgepix.json"
  aws s3api get-object --region "$region" --bucket "$deployed_artifacts" --key "$stack/edgepix-$deployed_config.json" \
    --expected-bucket-owner "$account" "$config" >/dev/null && [[ "$(hex_sha256 "$config")" == "$deployed_config" ]] ||
    fail "the configuration of the stack $stack cannot be read from" \
      "s3://$deployed_artifacts/$stack/edgepix-$deployed_config.json; pass it with --config FILE, or package the defaults with --config ''"
  say "packaging with the configuration of the stack $stack"
}

forget_config() {
  [[ -z "$config_folder" ]] || rm -rf "$config_folder"
}

unrecorded_config() {
  echo "the stack $stack was deployed by a version that did not record its configuration; pass it with --config FILE, or" \
    "package the defaults with --config '' (edgepix.json is in the zip that the stack's parameter ViewerRequestKey names, in the" \
    "bucket $deployed_artifacts)"
}

# Prints a file without the byte-order mark, which packaging omits.
without_mark() {
  if [[ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' \n')" == efbbbf ]]; then
    tail -c +4 "$1"
  else
    cat "$1"
  fi
}

# Checks that --dist contains the configuration of --config, if both are given.
check_config() {
  local wanted
  if [[ -n "$dist_given" && -n "$config_given" ]]; then
    wanted="$(if [[ -n "$config" ]]; then without_mark "$config"; else echo '{}'; fi | hex_sha256 /dev/stdin)"
    [[ "$(hex_sha256 "$dist/edgepix.json")" == "$wanted" ]] ||
      fail "--config: expected the configuration in $dist, got a different one in '$config'"
  elif [[ -z "$dist_given$config_given" && -n "$dry_run" ]]; then
    say "packaged the default configuration; if the stack $stack exists, a real deployment keeps the stack's own"
  fi
}

# plan_config SHA256: an update with a different configuration needs --config.
plan_config() {
  setting config_sha256 "$1"
  setting config_given "$config_given"
  setting config_difference "$here/config-difference.mjs"
  setting config_unrecorded "$(deployed_artifacts=ArtifactBucket unrecorded_config)"
  step config "compare the packaged configuration with that of the stack $stack" <<'END'
if [[ "$status" != none && -z "$deployed_config" ]]; then
  [[ -n "$config_given" ]] || refuse "$config_unrecorded"
elif [[ "$status" != none && "$deployed_config" != "$config_sha256" ]]; then
  other=$(mktemp)
  fields=$(aws s3api get-object --region "$region" --bucket "$deployed_artifacts" --key "$stack/edgepix-$deployed_config.json" \
    --expected-bucket-owner "$account" "$other" >/dev/null 2>&1 && node "$config_difference" "$other" "$dist/edgepix.json") ||
    fields="fields that could not be compared"
  rm -f "$other"
  [[ -n "$config_given" ]] || refuse "expected the configuration of the stack $stack, got one in $dist that differs in $fields;" \
    "confirm the one in $dist with --config FILE, or with --config '' for the defaults"
  echo "dev: the configuration of the stack $stack changes in $fields" >&2
fi
END
}
