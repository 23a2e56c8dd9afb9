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
  settings parameters "${overrides[@]}"
  plan_account
  plan_artifacts
  functions describe_stack stack_output require_updatable
  step_account
  [[ -z "$bucket" ]] || plan_existing_bucket
  [[ -z "$bucket" ]] || plan_kms_probe
  plan_stack_status
  plan_kind
  plan_config "$config_hash"
  plan_pregenerate_status
  [[ "$with_pregenerate" != no ]] || plan_pregenerate_removal
  plan_artifact_bucket
  plan_uploads
  plan_stack
  [[ "$with_pregenerate" == no ]] || plan_pregenerate
  plan_outputs
  plan_merge_policy
  plan_prune
}

plan_existing_bucket() {
  setting bucket "$bucket"
  setting served_regions "$served_regions"
  step bucket "find the Region of the bucket $bucket, and check that CloudFront's origin access identity can read it" <<'END'
bucket_region=$(aws s3api get-bucket-location --region us-east-1 --bucket "$bucket" --query LocationConstraint --output text) ||
  refuse "the bucket $bucket does not exist, or these credentials may not read its Region"
case "$bucket_region" in
  None) bucket_region=us-east-1 ;;
  EU) bucket_region=eu-west-1 ;;
esac
[[ " $served_regions " == *" $bucket_region "* ]] ||
  refuse "expected a bucket in a Region that opened by December 2022, got $bucket in $bucket_region, which an origin access identity cannot serve"
encryption=$(aws s3api get-bucket-encryption --region "$bucket_region" --bucket "$bucket" \
  --query 'ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm' --output text) || encryption=unknown
[[ "$encryption" != aws:kms* ]] ||
  refuse "expected a bucket encrypted with SSE-S3, got $bucket, which encrypts with a KMS key ($encryption) that an origin access identity cannot use"
parameters+=("BucketName=$bucket" "BucketRegion=$bucket_region")
END
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
deploy_stack "$region" "$stack" "$status" "$dist/$template" "$artifacts" "$stack" "ArtifactBucket=$artifacts" "${parameters[@]}"
END
}

plan_outputs() {
  step outputs "print the domain of the pictures${bucket:+, and write the additions to the bucket $bucket into $dist}" <<'END'
aws cloudformation describe-stacks --region "$region" --stack-name "$stack" \
  --query "Stacks[0].Outputs[?!starts_with(OutputKey, 'BucketP') && !starts_with(OutputKey, 'BucketL')].[OutputKey,OutputValue]" \
  --output text
stack_output "$region" "$stack" BucketPolicyStatements >"$dist/bucket-policy-statements.json"
stack_output "$region" "$stack" BucketLifecycleRules >"$dist/bucket-lifecycle-rule.json"
END
}
