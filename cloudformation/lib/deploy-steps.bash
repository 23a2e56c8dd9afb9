# The steps of a deployment. Their texts see only the settings and what earlier steps found.

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
  # Said every time, since `aws cloudformation deploy` keeps a stack's old value of what is not said, also where the
  # template's default is a new one.
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
  step bucket "look where the bucket $bucket is, and whether CloudFront's origin access identity can read from it" <<'END'
bucket_region=$(aws s3api get-bucket-location --region us-east-1 --bucket "$bucket" --query LocationConstraint --output text) ||
  refuse "the bucket $bucket does not exist, or these credentials may not ask for its Region"
case "$bucket_region" in
  None) bucket_region=us-east-1 ;;
  EU) bucket_region=eu-west-1 ;;
esac
[[ " $served_regions " == *" $bucket_region "* ]] ||
  refuse "the bucket $bucket is in $bucket_region, which an origin access identity cannot serve (only Regions opened until December 2022)"
encryption=$(aws s3api get-bucket-encryption --region "$bucket_region" --bucket "$bucket" \
  --query 'ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm' --output text) || encryption=unknown
[[ "$encryption" != aws:kms* ]] ||
  refuse "the bucket $bucket encrypts with a KMS key ($encryption), which an origin access identity cannot read; SSE-S3 works"
parameters+=("BucketName=$bucket" "BucketRegion=$bucket_region")
END
}

# A stack that cannot be looked at is not taken for one that is not there: it would lose its configuration.
plan_stack_status() {
  step status "look whether the stack $stack can be deployed to, and what it was deployed with" <<'END'
described=$(aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text --query "Stacks[0].[StackStatus,
  Parameters[?ParameterKey=='ArtifactBucket'].ParameterValue|[0], Parameters[?ParameterKey=='ConfigSha256'].ParameterValue|[0]]" \
  2>/dev/null) || {
  complaint=$(aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" 2>&1 >/dev/null) || true
  [[ "$complaint" == *"$stack does not exist"* ]] || refuse "the stack $stack cannot be looked at: $complaint"
  described="none None None"
}
read -r status deployed_artifacts deployed_config <<<"$described"
case "$status" in
  ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED | DELETE_FAILED)
    refuse "the stack $stack is $status and cannot be updated; delete it first: ./dev destroy --stack $stack" ;;
  UPDATE_ROLLBACK_FAILED)
    refuse "the stack $stack is $status; when its cause is gone: aws cloudformation continue-update-rollback --region us-east-1 --stack-name $stack" ;;
  REVIEW_IN_PROGRESS) status=none ;;
  *_IN_PROGRESS) refuse "the stack $stack is $status: someone else changes it; try again when that is done" ;;
esac
END
}

# That a bucket is the account's own is asked for everywhere: names can be guessed, and another account could have made
# it first to see or swap the code.
plan_artifact_bucket() {
  if [[ -n "$artifacts" ]]; then
    setting artifacts "$artifacts"
    step artifacts "look whether the bucket $artifacts is yours, and in us-east-1" <<'END'
artifacts_region=$(aws s3api get-bucket-location --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" \
  --query LocationConstraint --output text) || refuse "the bucket $artifacts is missing, or not of the account $account"
[[ "$artifacts_region" == None ]] || refuse "the bucket $artifacts is in $artifacts_region; Lambda takes code from us-east-1 only"
END
    return
  fi
  step artifacts "take the bucket that the stack $stack has its zips in; on a new stack make \
edgepix-artifacts-ACCOUNT-us-east-1, private and encrypted, if it is missing" <<'END'
artifacts=edgepix-artifacts-$account-us-east-1
if [[ "$deployed_artifacts" != None && "$deployed_artifacts" != "$artifacts" ]]; then
  artifacts=$deployed_artifacts
  aws s3api head-bucket --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" >/dev/null ||
    refuse "the bucket $artifacts, which the stack $stack has its zips in, is missing or another account's; name one with --artifacts"
elif ! aws s3api head-bucket --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" >/dev/null 2>&1; then
  aws s3api create-bucket --region us-east-1 --bucket "$artifacts" >/dev/null ||
    refuse "the bucket $artifacts cannot be made; if it is another account's, name one of yours with --artifacts"
  aws s3api put-public-access-block --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" \
    --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  aws s3api put-bucket-encryption --region us-east-1 --bucket "$artifacts" --expected-bucket-owner "$account" \
    --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}'
fi
END
}

# plan_upload FILE KEY-VARIABLE
plan_upload() {
  step upload "upload $1, unless this very file is there" <<END
aws s3api head-object --region us-east-1 --bucket "\$artifacts" --key "\$$2" --expected-bucket-owner "\$account" >/dev/null 2>&1 ||
  aws s3api put-object --region us-east-1 --bucket "\$artifacts" --key "\$$2" --expected-bucket-owner "\$account" \\
    --body "\$dist/$1" >/dev/null
END
}

# The CLI takes the tags of a stack away where none are given.
plan_stack() {
  step stack "create or update the stack $stack, and wait for CloudFront, which takes some minutes" <<'END'
tags=()
if [[ "$status" != none ]]; then
  tagged=$(aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text \
    --query "Stacks[0].Tags[?!starts_with(Key, 'aws:')].[Key,Value]")
  while IFS=$'\t' read -r key value; do
    [[ "$key" != *=* ]] || refuse "the stack $stack has a tag $key, which the AWS CLI cannot keep: its key has a ="
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
  step outputs "print where the pictures are${bucket:+, and keep in $dist what is to be added to the bucket $bucket by hand}" <<'END'
aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" \
  --query "Stacks[0].Outputs[?!starts_with(OutputKey, 'BucketP') && !starts_with(OutputKey, 'BucketL')].[OutputKey,OutputValue]" \
  --output text
aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text \
  --query "Stacks[0].Outputs[?OutputKey=='BucketPolicyStatements'].OutputValue" >"$dist/bucket-policy-statements.json"
aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" --output text \
  --query "Stacks[0].Outputs[?OutputKey=='BucketLifecycleRule'].OutputValue" >"$dist/bucket-lifecycle-rule.json"
END
}
