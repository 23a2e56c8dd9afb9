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
  step_account
  [[ -z "$bucket" ]] || plan_existing_bucket
  plan_stack_status
  plan_config "$config_hash"
  plan_artifact_bucket
  plan_upload viewer-request.zip viewer_request_key
  plan_upload origin-response.zip origin_response_key
  plan_upload edgepix.json config_key
  plan_stack
  plan_outputs
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

# A stack whose status cannot be read is not treated as missing, because it would then lose its configuration.
plan_stack_status() {
  step status "check that the stack $stack can be updated, and read its parameters" <<'END'
described=$(aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text --query "Stacks[0].[StackStatus,
  Parameters[?ParameterKey=='ArtifactBucket'].ParameterValue|[0], Parameters[?ParameterKey=='ConfigSha256'].ParameterValue|[0]]" \
  2>/dev/null) || {
  complaint=$(aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" 2>&1 >/dev/null) || true
  [[ "$complaint" == *"$stack does not exist"* ]] || refuse "cannot read the status of the stack $stack: $complaint"
  described="none None None"
}
read -r status deployed_artifacts deployed_config <<<"$described"
case "$status" in
  ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED | DELETE_FAILED)
    refuse "the stack $stack is $status and cannot be updated; delete it first: ./dev destroy --stack $stack" ;;
  UPDATE_ROLLBACK_FAILED)
    refuse "the stack $stack is $status; fix the cause, then run aws cloudformation continue-update-rollback --region us-east-1 --stack-name $stack" ;;
  REVIEW_IN_PROGRESS) status=none ;;
  *_IN_PROGRESS) refuse "the stack $stack is $status; try again when that change has ended" ;;
esac
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
edgepix-artifacts-ACCOUNT-us-east-1, private and encrypted, if it is missing" <<'END'
artifacts=edgepix-artifacts-$account-us-east-1
if [[ "$deployed_artifacts" != None && "$deployed_artifacts" != "$artifacts" ]]; then
  artifacts=$deployed_artifacts
  aws s3api head-bucket --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" >/dev/null ||
    refuse "the bucket $artifacts with the zips of the stack $stack does not exist, or belongs to another account; name a different one with --artifacts"
elif ! aws s3api head-bucket --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" >/dev/null 2>&1; then
  aws s3api create-bucket --region us-east-1 --bucket "$artifacts" >/dev/null ||
    refuse "cannot create the bucket $artifacts; if it belongs to another account, name one of yours with --artifacts"
  aws s3api put-public-access-block --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" \
    --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  aws s3api put-bucket-encryption --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" \
    --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}'
fi
END
}

# plan_upload FILE KEY-VARIABLE
plan_upload() {
  step upload "upload $1, unless the same file is there" <<END
aws s3api head-object --region us-east-1 --bucket "\$artifacts" --key "\$$2" --expected-bucket-owner "\$account" >/dev/null 2>&1 ||
  aws s3api put-object --region us-east-1 --bucket "\$artifacts" --key "\$$2" --expected-bucket-owner "\$account" \\
    --body "\$dist/$1" >/dev/null
END
}

# The CLI removes the tags of a stack if none are given.
plan_stack() {
  step stack "create or update the stack $stack, and wait for CloudFront, which takes some minutes" <<'END'
tags=()
if [[ "$status" != none ]]; then
  tagged=$(aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text \
    --query "Stacks[0].Tags[?!starts_with(Key, 'aws:')].[Key,Value]")
  while IFS=$'\t' read -r key value; do
    [[ "$key" != *=* ]] || refuse "the stack $stack has a tag $key, which the AWS CLI cannot keep: its key contains ="
    [[ -z "$key" || "$key" == None ]] || tags+=("$key=$value")
  done <<<"$tagged"
fi
aws cloudformation deploy --region us-east-1 --stack-name "$stack" --template-file "$dist/template.yaml" \
  --s3-bucket "$artifacts" --s3-prefix "$stack" --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset \
  ${tags[@]+--tags "${tags[@]}"} --parameter-overrides "ArtifactBucket=$artifacts" "ViewerRequestKey=$viewer_request_key" \
  "OriginResponseKey=$origin_response_key" "${parameters[@]}" >&2
END
}

plan_outputs() {
  step outputs "print the domain of the pictures${bucket:+, and write the additions to the bucket $bucket into $dist}" <<'END'
aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" \
  --query "Stacks[0].Outputs[?!starts_with(OutputKey, 'BucketP') && !starts_with(OutputKey, 'BucketL')].[OutputKey,OutputValue]" \
  --output text
aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text \
  --query "Stacks[0].Outputs[?OutputKey=='BucketPolicyStatements'].OutputValue" >"$dist/bucket-policy-statements.json"
aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text \
  --query "Stacks[0].Outputs[?OutputKey=='BucketLifecycleRule'].OutputValue" >"$dist/bucket-lifecycle-rule.json"
END
}
