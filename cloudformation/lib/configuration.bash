# The configuration that a stack has. The stack records its SHA-256, and the bucket of the zips keeps the file by that
# name, so that a later deployment can package it again.

config_folder=""

# No configuration was given: packages the one that the stack has, or the defaults for a new stack.
find_config() {
  say "looking for the configuration of the stack $stack"
  setting stack "$stack"
  step_account
  plan_stack_status
  plan_run
  plan_reset
  if [[ "$status" == none ]]; then
    say "the stack $stack is new: packaging the default configuration"
    return
  fi
  [[ "$deployed_config" != None ]] || fail "$(unrecorded_config)"
  trap forget_config EXIT
  config_folder="$(mktemp -d)"
  config="$config_folder/edgepix.json"
  aws s3api get-object --region us-east-1 --bucket "$deployed_artifacts" --key "$stack/edgepix-$deployed_config.json" \
    --expected-bucket-owner "$account" "$config" >/dev/null && [[ "$(hex_sha256 "$config")" == "$deployed_config" ]] ||
    fail "the configuration of the stack $stack cannot be read from" \
      "s3://$deployed_artifacts/$stack/edgepix-$deployed_config.json; --config FILE names it, --config '' takes the defaults"
  say "packaging with the configuration that the stack $stack has"
}

forget_config() {
  [[ -z "$config_folder" ]] || rm -rf "$config_folder"
}

unrecorded_config() {
  echo "the stack $stack was deployed by a version that did not record its configuration; --config FILE names the one" \
    "it shall have, --config '' takes the defaults (it has the edgepix.json of the zip that its parameter" \
    "ViewerRequestKey names, in the bucket $deployed_artifacts)"
}

# A file without the byte-order mark that packaging leaves out.
without_mark() {
  if [[ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' \n')" == efbbbf ]]; then
    tail -c +4 "$1"
  else
    cat "$1"
  fi
}

# What was packaged is what --config says, where both are given.
check_config() {
  local wanted
  if [[ -n "$dist_given" && -n "$config_given" ]]; then
    wanted="$(if [[ -n "$config" ]]; then without_mark "$config"; else echo '{}'; fi | hex_sha256 /dev/stdin)"
    [[ "$(hex_sha256 "$dist/edgepix.json")" == "$wanted" ]] ||
      fail "--config ${config:-''}: $dist was packaged with another configuration"
  elif [[ -z "$dist_given$config_given" && -n "$dry_run" ]]; then
    say "packaged the default configuration; without --dry-run it is the one that the stack $stack has, if there is one"
  fi
}

# plan_config SHA256: an update with another configuration has to be asked for.
plan_config() {
  setting config_sha256 "$1"
  setting config_given "$config_given"
  setting config_difference "$here/config-difference.mjs"
  setting config_unrecorded "$(deployed_artifacts=ArtifactBucket unrecorded_config)"
  step config "look whether the stack $stack has another configuration than the one that is packaged" <<'END'
if [[ "$status" != none && "$deployed_config" == None ]]; then
  [[ -n "$config_given" ]] || refuse "$config_unrecorded"
elif [[ "$status" != none && "$deployed_config" != "$config_sha256" ]]; then
  other=$(mktemp)
  fields=$(aws s3api get-object --region us-east-1 --bucket "$deployed_artifacts" --key "$stack/edgepix-$deployed_config.json" \
    --expected-bucket-owner "$account" "$other" >/dev/null 2>&1 && node "$config_difference" "$other" "$dist/edgepix.json") ||
    fields="fields that could not be compared"
  rm -f "$other"
  [[ -n "$config_given" ]] || refuse "the stack $stack has another configuration than $dist, which differs in $fields;" \
    "--config FILE (or --config '' for the defaults) says that the one in $dist is wanted"
  echo "dev: the configuration of the stack $stack changes in $fields" >&2
fi
END
}
