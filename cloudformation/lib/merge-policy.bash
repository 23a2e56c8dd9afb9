# --merge-policy: adds the statements of the stack to the policy of an existing bucket, and its rules to the lifecycle.

merge_policy=""

plan_merge_policy() {
  [[ -n "$merge_policy" ]] || return 0
  setting merge_bucket "$here/merge-bucket.mjs"
  functions merge_bucket_policy merge_bucket_lifecycle read_or_empty save_old
  step merge-policy "add the statements of the stack to the policy of its bucket; all others stay, and the old policy is saved in $dist" <<'END'
stack_region=${region:-us-east-1}
merge_statements=$(stack_output "$stack_region" "$stack" BucketPolicyStatements)
if [[ -z "$merge_statements" || "$merge_statements" == None ]]; then
  echo "dev: the stack $stack created its bucket, so there is no policy to merge" >&2
else
  merge_into=$(stack_output "$stack_region" "$stack" Bucket)
  merge_region=${bucket_region:-$deployed_region}
  merge_bucket_policy "$merge_region" "$merge_into" "$merge_statements"
  for merge_output in BucketLifecycleRule BucketLifecycleRules; do
    merge_rules=$(stack_output "$stack_region" "$stack" "$merge_output")
    [[ -z "$merge_rules" || "$merge_rules" == None ]] || merge_bucket_lifecycle "$merge_region" "$merge_into" "$merge_rules"
  done
fi
END
}

# The functions below are part of the plan.

# merge_bucket_policy REGION BUCKET STATEMENTS: adds statements, given as JSON, to the policy of a bucket. Refuses to
# replace a statement of another stack.
merge_bucket_policy() {
  local old new merged identities distributions saved restore at=(--region "$1" --bucket "$2" --expected-bucket-owner "$account")
  old=$(read_or_empty NoSuchBucketPolicy get-bucket-policy "${at[@]}" --query Policy --output text) || exit 1
  identities=$(aws cloudfront list-cloud-front-origin-access-identities --region us-east-1 --output text \
    --query 'CloudFrontOriginAccessIdentityList.Items[].[Id, S3CanonicalUserId]') || identities=unknown
  distributions=$(aws cloudfront list-distributions --region us-east-1 --query 'DistributionList.Items[].[ARN]' --output text) ||
    distributions=unknown
  merged=$(node "$merge_bucket" plan "$old" "$3" "$identities" "$distributions") || refuse "the policy of the bucket $2 was not changed"
  [[ -n "$merged" ]] || { echo "dev: the policy of the bucket $2 already has the statements" >&2 && return; }
  save_old "$2" policy "$old"
  aws s3api put-bucket-policy "${at[@]}" --policy "$merged" || refuse "the policy of the bucket $2 was not changed"
  restore=delete-bucket-policy
  [[ -z "$saved" ]] || restore="put-bucket-policy --policy $(printf %q "file://$saved")"
  new=$(aws s3api get-bucket-policy "${at[@]}" --query Policy --output text) && node "$merge_bucket" check "$old" "$3" "$new" ||
    refuse "the policy of the bucket $2 is not as expected; to restore the old one, run" \
      "aws s3api $restore --region $1 --bucket $2"
  echo "dev: the policy of the bucket $2 has the statements of the stack $stack" >&2
}

# merge_bucket_lifecycle REGION BUCKET RULES: adds rules, given as JSON, to the lifecycle of a bucket.
merge_bucket_lifecycle() {
  local old new merged size saved options=() at=(--region "$1" --bucket "$2" --expected-bucket-owner "$account")
  old=$(read_or_empty NoSuchLifecycleConfiguration get-bucket-lifecycle-configuration "${at[@]}" --output json) || exit 1
  merged=$(node "$merge_bucket" plan "$old" "$3") || refuse "the lifecycle of the bucket $2 was not changed"
  [[ -n "$merged" ]] || return 0
  save_old "$2" lifecycle "$old"
  # S3 resets this setting if it is not given.
  size=$(sed -n 's/.*"TransitionDefaultMinimumObjectSize": *"\([a-z_0-9A-Z]*\)".*/\1/p' <<<"$old")
  [[ -z "$size" ]] || options=(--transition-default-minimum-object-size "$size")
  aws s3api put-bucket-lifecycle-configuration "${at[@]}" --lifecycle-configuration "$merged" ${options[@]+"${options[@]}"} >/dev/null ||
    refuse "the lifecycle of the bucket $2 was not changed"
  new=$(aws s3api get-bucket-lifecycle-configuration "${at[@]}" --output json) && node "$merge_bucket" check "$old" "$3" "$new" ||
    refuse "the lifecycle of the bucket $2 is not as expected; the old one is ${saved:-empty}"
  echo "dev: the lifecycle of the bucket $2 has the rules of the stack $stack" >&2
}

# read_or_empty ERROR OPTION...: prints what a command of s3api reads, or nothing if it fails with the error.
read_or_empty() {
  local complaint
  if ! aws s3api "${@:2}" 2>/dev/null; then
    complaint=$(aws s3api "${@:2}" 2>&1 >/dev/null) || true
    [[ "$complaint" == *"$1"* ]] || refuse "$complaint"
  fi
}

# save_old BUCKET KIND TEXT: prints what is about to be changed, and sets saved to a file with it.
save_old() {
  saved=""
  [[ -n "$3" ]] || return 0
  saved="$dist/$1-$2-$(date -u +%Y%m%dT%H%M%SZ).json"
  echo "$3" >"$saved"
  printf 'dev: the old %s of the bucket %s, saved as %s:\n%s\n' "$2" "$1" "$saved" "$3" >&2
}
