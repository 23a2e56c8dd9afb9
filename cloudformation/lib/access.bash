# How CloudFront reads the bucket: by an origin access identity (oai) or by an origin access control (oac).

plan_access_check() {
  setting access_option "$access_option"
  setting served_regions "$served_regions"
  functions effective set_parameter choose_access why_not_oai read_bucket key_of
  [[ -n "$bucket$access_option$plan_option" ]] || return 0
  setting bucket "$bucket"
  step bucket "find the Region and the encryption of the bucket${bucket:+ $bucket}" <<'END'
if [[ -n "${bucket:-$deployed_bucket}" ]]; then
  read_bucket "${bucket:-$deployed_bucket}"
fi
END
}

# Allows both in the policy of the bucket before the switch, so no request is refused while CloudFront changes.
plan_move_access() {
  setting merge_bucket "$here/merge-bucket.mjs"
  setting merge_policy "$merge_policy"
  functions moves_access update_stack only_code policy_allows merge_bucket_policy read_or_empty save_old
  step access "if the access changes: allow the new one too in the policy of the bucket" <<'END'
if moves_access; then
  access=$(effective Access)
  all_parameters=("${parameters[@]}")
  only_code
  set_parameter Access "$deployed_access"
  set_parameter AccessAlso "$access"
  update_stack
  parameters=("${all_parameters[@]}")
  set_parameter AccessAlso "$deployed_access"
  if [[ -n "$(effective BucketName)" ]]; then
    stack_output "$region" "$stack" BucketPolicyStatements >"$dist/bucket-policy-statements.json"
    [[ -z "$merge_policy" ]] || merge_bucket_policy "${bucket_region:-$deployed_region}" "$(effective BucketName)" "$(cat "$dist/bucket-policy-statements.json")"
    policy_allows "${bucket_region:-$deployed_region}" "$(effective BucketName)" ||
      refuse "the stack $stack still has --access $deployed_access, and CloudFront reads the bucket as before: its policy does not" \
        "have the statements in $dist/bucket-policy-statements.json yet; add them, and run the same command again"
  fi
else
  set_parameter AccessAlso none
fi
END
}

plan_end_access() {
  step access-end "if the access has changed: remove the old one from the policy of the bucket" <<'END'
if moves_access; then
  set_parameter AccessAlso none
  update_stack
  [[ -z "$(effective BucketName)" ]] ||
    echo "dev: the policy of the bucket $(effective BucketName) still allows $deployed_access; remove the statements that" \
      "$dist/bucket-policy-statements.json does not have" >&2
fi
END
}

# The functions below are part of the plan.

# read_bucket NAME: sets the Region of an existing bucket and its KMS key.
read_bucket() {
  local encryption key
  bucket_region=$(aws s3api get-bucket-location --region us-east-1 --bucket "$1" --query LocationConstraint --output text) ||
    refuse "the bucket $1 does not exist, or these credentials may not read its Region"
  case "$bucket_region" in
    None) bucket_region=us-east-1 ;;
    EU) bucket_region=eu-west-1 ;;
  esac
  read -r encryption key < <(aws s3api get-bucket-encryption --region "$bucket_region" --bucket "$1" --output text \
    --query 'ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.[SSEAlgorithm,KMSMasterKeyID]' || echo unknown) || true
  if [[ "$encryption" == aws:kms* && -z "$(effective KmsKeyArn)" ]]; then
    key=$(key_of "$1" "$key") || exit 1
    set_parameter KmsKeyArn "$key"
  fi
  [[ -z "$bucket" ]] || parameters+=("BucketName=$bucket" "BucketRegion=$bucket_region")
}

# key_of BUCKET KEY: prints the ARN of a KMS key, which S3 may name by its id or its alias.
key_of() {
  local key
  case "$2" in
    arn:aws:kms:*:key/*) echo "$2" && return ;;
    "" | None | *alias/aws/s3) ;;
    *)
      key=$(aws kms describe-key --region "$bucket_region" --key-id "$2" --query KeyMetadata.Arn --output text) ||
        refuse "cannot read the KMS key $2 of the bucket $1; name it with --kms-key ARN"
      echo "$key" && return
      ;;
  esac
  refuse "expected a bucket that encrypts with SSE-S3 or with a KMS key of yours, got $1, which encrypts with aws/s3, a key of AWS;" \
    "no policy lets CloudFront use that key, so neither --access oai nor --access oac can read the pictures"
}

# choose_access: the given access, else that of the stack, else the default; or the one that works.
choose_access() {
  local wanted reason
  deployed_access=""
  [[ "$status" == none ]] || deployed_access=$(deployed Access)
  [[ "$status" == none || -n "$deployed_access" ]] || deployed_access=oai
  wanted=${access_option:-$deployed_access}
  if [[ -z "$wanted" ]]; then
    wanted=oai
    [[ "$kind" == pair ]] || wanted=oac
  fi
  reason=$(why_not_oai)
  if [[ "$wanted" == oai && -n "$reason" ]]; then
    [[ -z "$access_option" ]] || refuse "--access oai: $reason; --access oac works"
    echo "dev: CloudFront reads the bucket by an origin access control (--access oac), as $reason" >&2
    wanted=oac
  fi
  set_parameter Access "$wanted"
}

# why_not_oai: prints why an origin access identity cannot read the bucket, or nothing.
why_not_oai() {
  local plan where
  plan=$(effective Plan)
  where=${bucket_region:-$region}
  [[ -n "${bucket_region:-}" || -z "$(effective BucketName)" ]] || where=${deployed_region:-$region}
  if [[ -n "$plan" && "$plan" != none ]]; then
    echo "the plan $plan refuses an origin access identity"
  elif [[ -n "$(effective KmsKeyArn)" ]]; then
    echo "an origin access identity cannot use the KMS key that encrypts the bucket"
  elif [[ " $served_regions " != *" $where "* ]]; then
    echo "an origin access identity cannot read buckets in $where, a Region that opened after December 2022"
  fi
}

moves_access() {
  [[ "$status" != none && "$deployed_access" != "$(effective Access)" ]]
}

# only_code: removes all parameters that are options, so that they keep their values.
only_code() {
  local pair code=()
  for pair in "${parameters[@]}"; do
    case "${pair%%=*}" in
      *Key | *Sha256 | DerivativeDays | PrivatePrefix | CorsOrigins | ContentSecurityPolicy | ViewerRequestArn) code+=("$pair") ;;
    esac
  done
  parameters=("${code[@]}")
}

# policy_allows REGION BUCKET: whether the policy of the bucket has the statements of the stack.
policy_allows() {
  local policy identities
  policy=$(aws s3api get-bucket-policy --region "$1" --bucket "$2" --expected-bucket-owner "$account" --query Policy --output text 2>/dev/null) || return 1
  identities=$(aws cloudfront list-cloud-front-origin-access-identities --region us-east-1 --output text \
    --query 'CloudFrontOriginAccessIdentityList.Items[].[Id, S3CanonicalUserId]') || identities=""
  [[ -z "$(node "$merge_bucket" plan "$policy" "$(cat "$dist/bucket-policy-statements.json")" "$identities" 2>&1)" ]]
}

update_stack() {
  deploy_stack "$region" "$stack" "$status" "$dist/$template" "$artifacts" "$stack" "ArtifactBucket=$artifacts" "${parameters[@]}"
}
