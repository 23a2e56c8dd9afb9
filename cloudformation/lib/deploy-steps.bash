# The steps of a deployment. Their shell texts use only the settings and the variables of earlier steps.

plan_deploy() {
  local viewer_hash origin_hash config_hash days
  config_hash="$(hex_sha256 "$dist/edgepix.json")"
  viewer_hash="$(hex_sha256 "$dist/viewer-request.zip")"
  origin_hash="$(hex_sha256 "$dist/origin-response.zip")"
  days="$(template_default DerivativeDays)"
  setting stack "$stack"
  setting dist "$dist"
  setting viewer_request_key "$stack/viewer-request-$viewer_hash.zip"
  setting origin_response_key "$stack/origin-response-$origin_hash.zip"
  setting config_key "$stack/edgepix-$config_hash.json"
  # Given every time, since `aws cloudformation deploy` keeps the old values of parameters that are not given, even if the
  # template has new defaults.
  override ViewerRequestSha256 "$(base64_sha256 "$dist/viewer-request.zip")"
  override OriginResponseSha256 "$(base64_sha256 "$dist/origin-response.zip")"
  override ConfigSha256 "$config_hash"
  override DerivativeDays "${days:-0}"
  override CorsOrigins "$(template_default CorsOrigins)"
  settings parameters "${overrides[@]}"
  plan_account
  plan_artifacts
  functions describe_stack stack_output require_updatable
  step_account
  [[ -z "$bucket" ]] || plan_existing_bucket
  [[ -z "$bucket" ]] || plan_kms_probe
  plan_stack_status
  plan_config "$config_hash"
  plan_pregenerate_status
  [[ "$with_pregenerate" != no ]] || plan_pregenerate_removal
  plan_artifact_bucket
  plan_upload viewer-request.zip viewer_request_key
  plan_upload origin-response.zip origin_response_key
  plan_upload edgepix.json config_key
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

plan_stack_status() {
  step status "check that the stack $stack can be updated, and read its parameters" <<'END'
described=$(describe_stack us-east-1 "$stack" "Stacks[0].[StackStatus, Parameters[?ParameterKey=='ArtifactBucket'].ParameterValue|[0],
  Parameters[?ParameterKey=='ConfigSha256'].ParameterValue|[0], Parameters[?ParameterKey=='BucketRegion'].ParameterValue|[0],
  Parameters[?ParameterKey=='BucketName'].ParameterValue|[0]]")
[[ "$described" != none ]] || described="none None None None None"
read -r status deployed_artifacts deployed_config deployed_region deployed_bucket <<<"$described"
require_updatable us-east-1 "$stack" "$status" "./dev destroy --stack $stack"
[[ "$status" != REVIEW_IN_PROGRESS ]] || status=none
END
}

# Every request states the owner of the bucket. Names can be guessed, so another account could have created the bucket to
# read or replace the code.
plan_artifact_bucket() {
  if [[ -n "$artifacts" ]]; then
    setting artifacts "$artifacts"
    step artifacts "check that the bucket $artifacts is yours and in us-east-1" <<'END'
artifacts_region=$(aws s3api get-bucket-location --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" \
  --query LocationConstraint --output text) || refuse "the bucket $artifacts does not exist, or does not belong to the account $account"
[[ "$artifacts_region" == None ]] || refuse "expected a bucket in us-east-1, where Lambda@Edge reads code, got $artifacts in $artifacts_region"
END
    return
  fi
  step artifacts "use the bucket with the zips of the stack $stack; for a new stack create \
edgepix-artifacts-ACCOUNT-us-east-1-an, private and encrypted, if it is missing" <<'END'
use_artifacts us-east-1 "$stack" "$deployed_artifacts"
artifacts=$artifact_bucket
END
}

# plan_upload FILE KEY-VARIABLE
plan_upload() {
  step upload "upload $1, unless the same file is there" <<END
upload us-east-1 "\$artifacts" "\$$2" "\$dist/$1"
END
}

plan_stack() {
  step stack "create or update the stack $stack, and wait for CloudFront, which takes some minutes" <<'END'
deploy_stack us-east-1 "$stack" "$status" "$dist/template.yaml" "$artifacts" "$stack" "ArtifactBucket=$artifacts" \
  "ViewerRequestKey=$viewer_request_key" "OriginResponseKey=$origin_response_key" "${parameters[@]}"
END
}

plan_outputs() {
  step outputs "print the domain of the pictures${bucket:+, and write the additions to the bucket $bucket into $dist}" <<'END'
aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" \
  --query "Stacks[0].Outputs[?!starts_with(OutputKey, 'BucketP') && !starts_with(OutputKey, 'BucketL')].[OutputKey,OutputValue]" \
  --output text
stack_output us-east-1 "$stack" BucketPolicyStatements >"$dist/bucket-policy-statements.json"
stack_output us-east-1 "$stack" BucketLifecycleRule >"$dist/bucket-lifecycle-rule.json"
END
}
