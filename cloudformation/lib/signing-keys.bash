# --signing-keys-from: reads the keys of signed URLs from a parameter when it packages, so that no file of a repository or
# of CI contains them.

signing_keys_from=""
valued+=" --signing-keys-from"

take_signing_keys_from() {
  matches "$1" 'ssm:/[-_.A-Za-z0-9/]+' || fail "--signing-keys-from: expected a parameter such as ssm:/edgepix/keys, got '$1'"
  signing_keys_from="$1"
}

# Puts the keys into a private copy of the configuration, and packages that.
add_signing_keys() {
  local keys old="$config"
  [[ -n "$signing_keys_from" ]] || return 0
  [[ -z "$dry_run" ]] || fail "--signing-keys-from: expected no --dry-run, which asks nothing of AWS"
  [[ -z "$dist_given" ]] || fail "--signing-keys-from: expected no --dist, as the keys are packaged"
  keys="$(aws ssm get-parameter --region "${region:-us-east-1}" --name "${signing_keys_from#ssm:}" --with-decryption \
    --query '[Parameter.Type, Parameter.Value]' --output json)" ||
    fail "the parameter ${signing_keys_from#ssm:} cannot be read in ${region:-us-east-1}"
  trap forget_keys EXIT
  [[ -n "$config_folder" ]] || config_folder="$(mktemp -d)"
  config="$config_folder/signed.json"
  (umask 077 && node "$here/with-keys.mjs" "$old" <<<"$keys" >"$config") || fail "nothing was changed on AWS"
  say "packaging with the keys in ${signing_keys_from#ssm:}"
  # The only other difference to the configuration of the stack is one that the user has asked for.
  config_given=yes
}

# Deletes the configuration and the package, which contain the keys.
forget_keys() {
  forget_config
  [[ -z "$signing_keys_from" || -z "$dist" || -n "$dist_given" ]] ||
    find "$dist" -maxdepth 1 -type f ! -name '*-policy*.json' ! -name '*-lifecycle*.json' -exec rm -f {} +
}
