# The steps of a deployment. Their shell texts use only the settings and the variables of earlier steps.

plan_deploy() {
  local config_hash days
  config_hash="$(hex_sha256 "$dist/edgepix.json")"
  setting stack "$stack"
  setting region "$region"
  setting dist "$dist"
  setting template "$template"
  # Given every time, since `aws cloudformation deploy` keeps the old values of parameters that are not given, even if the
  # template has new defaults.
  plan_code
  code edgepix.json "edgepix-$config_hash.json"
  override ConfigSha256 "$config_hash"
  days="$(template_default DerivativeDays "$template")"
  override DerivativeDays "${days:-0}"
  override CorsOrigins "$(template_default CorsOrigins "$template")"
  override PrivatePrefix "$(template_default PrivatePrefix "$template")"
  [[ "$kind" == pair ]] || override ContentSecurityPolicy "$(template_default ContentSecurityPolicy "$template")"
  settings parameters "${overrides[@]}"
  plan_account
  plan_artifacts
  functions describe_stack stack_output require_updatable
  step_account
  plan_stack_status
  plan_kind
  plan_access_check
  [[ -z "$bucket" ]] || plan_kms_probe
  plan_options
  plan_config "$config_hash"
  plan_pregenerate_status
  plan_extras_status
  [[ "$with_pregenerate" != no ]] || plan_pregenerate_removal
  plan_artifact_bucket
  plan_uploads
  plan_end_subscription
  plan_web_acl
  plan_edge_function
  plan_move_access
  plan_stack
  plan_end_access
  plan_end_edge_function
  plan_after_stack
  # The policy closes the folder for documents before a worker may write there.
  plan_merge_policy
  [[ "$with_pregenerate" == no ]] || plan_pregenerate
  plan_outputs
  plan_prune
}

# Every request states the owner of the bucket. Names can be guessed, so another account could have created the bucket to
# read or replace the code.
plan_artifact_bucket() {
  if [[ -n "$artifacts" ]]; then
    setting artifacts "$artifacts"
    step artifacts "check that the bucket $artifacts is yours and in $region" <<'END'
artifacts_region=$(aws s3api get-bucket-location --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" \
  --query LocationConstraint --output text) || refuse "the bucket $artifacts does not exist, or does not belong to the account $account"
[[ "$artifacts_region" != None ]] || artifacts_region=us-east-1
[[ "$artifacts_region" == "$region" ]] ||
  refuse "expected a bucket in $region, where Lambda reads the code, got $artifacts in $artifacts_region"
END
    return
  fi
  step artifacts "use the bucket with the zips of the stack $stack; for a new stack create \
edgepix-artifacts-ACCOUNT-$region-an, private and encrypted, if it is missing" <<'END'
use_artifacts "$region" "$stack" "$deployed_artifacts"
artifacts=$artifact_bucket
END
}

plan_uploads() {
  local i
  for i in "${!code_files[@]}"; do
    step upload "upload ${code_files[i]}, unless the same file is there" <<END
upload "\$region" "\$artifacts" $(quote "${code_keys[i]}") "\$dist/${code_files[i]}"
END
  done
}

plan_stack() {
  step stack "create or update the stack $stack, and wait for CloudFront, which takes some minutes" <<'END'
update_stack
END
}

plan_options() {
  setting viewer_request_option "$viewer_request_option"
  functions check_flat_rate check_demanded
  step options "check the options together, and choose how CloudFront reads the bucket" <<'END'
deployed_type=$(deployed ViewerRequestType)
[[ "$status" == none || -n "$viewer_request_option" || "${deployed_type:-edge}" == "$(effective ViewerRequestType)" || "$(effective Plan)" != "$(deployed Plan)" ]] ||
  refuse "--viewer-request: expected $deployed_type, which the stack $stack has, or that option, got $(effective ViewerRequestType)"
choose_access
check_flat_rate
check_demanded
[[ -z "$(effective BucketName)" || "$(effective Versioning)" != true ]] ||
  refuse "--versioning on: expected a bucket of the stack, got $(effective BucketName), which was there before; set its versioning yourself"
END
}

plan_outputs() {
  step outputs "print the domain of the pictures${bucket:+, and write the additions to the bucket $bucket into $dist}" <<'END'
outputs=$(describe_stack "$region" "$stack" 'Stacks[0].Outputs[].[OutputKey,OutputValue]')
grep -Ev '^(BucketPolicyStatements|BucketLifecycleRules?|KmsKeyPolicyStatements|LogGroups)'$'\t' <<<"$outputs"
parameter_in "$outputs" BucketPolicyStatements >"$dist/bucket-policy-statements.json"
parameter_in "$outputs" BucketLifecycleRules >"$dist/bucket-lifecycle-rule.json"
parameter_in "$outputs" KmsKeyPolicyStatements >"$dist/kms-key-policy-statements.json"
END
}
