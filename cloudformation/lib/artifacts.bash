# The bucket with the zips, configurations and templates of the stacks in one Region of an account. Every request states
# the owner of the bucket, as a bucket of the same name could belong to another account. All functions are part of the plan.

# artifact_name REGION: prints the name. It is in the account's own namespace of the Region, in which no other account can
# create buckets. Two Regions do not have such namespaces.
artifact_name() {
  case "$1" in
    me-central-1 | me-south-1) echo "edgepix-artifacts-$account-$1" ;;
    *) echo "edgepix-artifacts-$account-$1-an" ;;
  esac
}

# use_artifacts REGION STACK [DEPLOYED]: sets artifact_bucket to the bucket that a stack was deployed from. Creates the one
# of the Region for a stack that is new.
use_artifacts() {
  artifact_bucket=$(artifact_name "$1")
  if [[ -n "${3:-}" && "$3" != None && "$3" != "$artifact_bucket" ]]; then
    artifact_bucket=$3
    aws s3api head-bucket --region "$1" --bucket "$artifact_bucket" --expected-bucket-owner "$account" >/dev/null ||
      refuse "the bucket $artifact_bucket with the zips of the stack $2 does not exist, or belongs to another account; name a different one with --artifacts"
  else
    create_artifacts "$1" "$artifact_bucket"
  fi
  [[ "$artifact_bucket" != "edgepix-artifacts-$account-"* ]] || secure_artifacts "$1" "$artifact_bucket"
}

# create_artifacts REGION BUCKET: creates the private and encrypted bucket, unless it exists.
create_artifacts() {
  local options=()
  ! aws s3api head-bucket --region "$1" --bucket "$2" --expected-bucket-owner "$account" >/dev/null 2>&1 || return 0
  [[ "$1" == us-east-1 ]] || options=(--create-bucket-configuration "LocationConstraint=$1")
  [[ "$2" != *-an ]] || options+=(--bucket-namespace account-regional)
  aws s3api create-bucket --region "$1" --bucket "$2" ${options[@]+"${options[@]}"} >/dev/null ||
    refuse "cannot create the bucket $2; an AWS CLI from before March 2026 does not know --bucket-namespace;" \
      "update it, or name a bucket of yours with --artifacts"
  aws s3api put-public-access-block --region "$1" --bucket "$2" --expected-bucket-owner "$account" \
    --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  aws s3api put-bucket-encryption --region "$1" --bucket "$2" --expected-bucket-owner "$account" \
    --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}'
}

# secure_artifacts REGION BUCKET: refuses plain HTTP, keeps deleted files for 30 days, and adds the tags of --tags. Does
# not change a policy or lifecycle rules that the bucket has. A deployment works without all of this.
secure_artifacts() {
  local complaint at=(--region "$1" --bucket "$2" --expected-bucket-owner "$account")
  complaint=$(aws s3api get-bucket-policy "${at[@]}" 2>&1 >/dev/null) || true
  [[ "$complaint" != *NoSuchBucketPolicy* ]] || aws s3api put-bucket-policy "${at[@]}" --policy "$(artifact_policy "$2")" ||
    echo "dev: the bucket $2 has no policy that refuses plain HTTP" >&2
  complaint=$(aws s3api get-bucket-lifecycle-configuration "${at[@]}" 2>&1 >/dev/null) || true
  [[ "$complaint" != *NoSuchLifecycleConfiguration* ]] ||
    { aws s3api put-bucket-versioning "${at[@]}" --versioning-configuration Status=Enabled &&
      aws s3api put-bucket-lifecycle-configuration "${at[@]}" --lifecycle-configuration "$(artifact_lifecycle)" >/dev/null; } ||
    echo "dev: the bucket $2 has no lifecycle rule for deleted files" >&2
  [[ -z "$tags" ]] || tag_artifacts "$1" "$2"
}

artifact_policy() {
  echo '{"Version":"2012-10-17","Statement":[{"Sid":"EdgepixRefusesPlainHttp","Effect":"Deny","Principal":"*",' \
    '"Action":"s3:*","Resource":["arn:aws:s3:::'"$1"'","arn:aws:s3:::'"$1"'/*"],' \
    '"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}'
}

# Age says nothing about a file: a stack can use the same zip for years. So only what was deleted expires.
artifact_lifecycle() {
  echo '{"Rules":[{"ID":"EdgepixExpiresDeleted","Status":"Enabled","Filter":{"Prefix":""},' \
    '"NoncurrentVersionExpiration":{"NoncurrentDays":30},"Expiration":{"ExpiredObjectDeleteMarker":true},' \
    '"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}'
}

# tag_artifacts REGION BUCKET: adds the tags of --tags to the bucket, and keeps its others.
tag_artifacts() {
  local key value tag old=() new="" tagged at=(--region "$1" --bucket "$2" --expected-bucket-owner "$account")
  tagged=$(aws s3api get-bucket-tagging "${at[@]}" --query 'TagSet[].[Key,Value]' --output text 2>/dev/null) || tagged=""
  while IFS=$'\t' read -r key value; do
    [[ -z "$key" || "$key" == *=* ]] || old+=("$key=$value")
  done <<<"$tagged"
  split_tags
  merge_tags ${old[@]+"${old[@]}"}
  for tag in "${merged_tags[@]}"; do
    new+="${new:+,}{\"Key\":\"${tag%%=*}\",\"Value\":\"${tag#*=}\"}"
  done
  aws s3api put-bucket-tagging "${at[@]}" --tagging "{\"TagSet\":[$new]}" || echo "dev: the bucket $2 was not tagged" >&2
}

# upload REGION BUCKET KEY FILE: uploads a file, unless the same file is there.
upload() {
  aws s3api head-object --region "$1" --bucket "$2" --key "$3" --expected-bucket-owner "$account" >/dev/null 2>&1 ||
    aws s3api put-object --region "$1" --bucket "$2" --key "$3" --expected-bucket-owner "$account" --body "$4" >/dev/null
}

# Adds the functions above to the plan.
plan_artifacts() {
  functions artifact_name use_artifacts create_artifacts secure_artifacts artifact_policy artifact_lifecycle tag_artifacts upload
}
