# The steps for the pregenerate stack. It is called as the stack, with -pregenerate, and is in the Region of the bucket.

pregenerate_key="" copies_bucket=""

# The functions below are part of the plan.

# find_pregenerate: sets pregenerate_region, and the status, the bucket and the artifact bucket of the pregenerate stack.
find_pregenerate() {
  local described
  pregenerate_region=$region
  [[ -z "$deployed_bucket" || "$deployed_bucket" == None ]] || pregenerate_region=$deployed_region
  described=$(describe_stack "$pregenerate_region" "$stack-pregenerate" \
    "Stacks[0].[StackStatus, Parameters[?ParameterKey=='BucketName'].ParameterValue|[0],
    Parameters[?ParameterKey=='ArtifactBucket'].ParameterValue|[0]]")
  [[ "$described" != none ]] || described="none None None"
  read -r pregenerate_status pregenerate_bucket pregenerate_artifacts <<<"$described"
  [[ "$pregenerate_status" != REVIEW_IN_PROGRESS ]] || pregenerate_status=none
}

# change_notifications REGION BUCKET ID [ENTRIES]: merges entries into the notifications of a bucket, or removes them. S3
# can only replace all notifications of a bucket together.
change_notifications() {
  local old new
  old=$(aws s3api get-bucket-notification-configuration --region "$1" --bucket "$2" --expected-bucket-owner "$account") ||
    refuse "cannot read the notifications of the bucket $2"
  new=$(node "$notifications" "${@:3}" <<<"$old") || exit 1
  [[ -z "$new" ]] ||
    aws s3api put-bucket-notification-configuration --region "$1" --bucket "$2" --expected-bucket-owner "$account" \
      --notification-configuration "$new" >/dev/null || refuse "cannot change the notifications of the bucket $2"
}

# remove_pregenerate: first the notification, so that S3 does not send to a queue that is gone.
remove_pregenerate() {
  if aws s3api head-bucket --region "$pregenerate_region" --bucket "$pregenerate_bucket" --expected-bucket-owner "$account" >/dev/null 2>&1; then
    change_notifications "$pregenerate_region" "$pregenerate_bucket" "$stack-pregenerate"
  else
    echo "dev: the bucket $pregenerate_bucket cannot be read, so its notifications were not changed" >&2
  fi
  aws cloudformation delete-stack --region "$pregenerate_region" --stack-name "$stack-pregenerate"
  aws cloudformation wait stack-delete-complete --region "$pregenerate_region" --stack-name "$stack-pregenerate"
}

# The steps

plan_pregenerate_status() {
  setting with_pregenerate "$with_pregenerate"
  setting pregenerate_options "${pregenerate_overrides[*]+yes}"
  setting container_image "$container_image"
  setting container_network "${subnets:+${security_groups:+yes}}"
  setting notifications "$here/notifications.mjs"
  functions find_pregenerate change_notifications remove_pregenerate
  step pregenerate-status "find the pregenerate stack of $stack, and check that it can be updated" <<'END'
pregenerate=no pregenerate_status=none pregenerate_region=""
if [[ "$status" != none || "$with_pregenerate" == yes ]]; then
  find_pregenerate
fi
if [[ "$with_pregenerate" == yes || ( "$pregenerate_status" != none && "$with_pregenerate" != no ) ]]; then
  pregenerate=yes
  if [[ "$pregenerate_status" == none ]]; then
    [[ -z "${bucket:-}" ]] || pregenerate_region=$bucket_region
    [[ -z "$container_image" || -n "$container_network" ]] ||
      refuse "--container-image: expected --subnets and --security-groups for the first container, got one or none of them"
  else
    require_updatable "$pregenerate_region" "$stack-pregenerate" "$pregenerate_status" "./dev deploy --stack $stack --without-pregenerate"
    [[ -z "${bucket:-}" || "$bucket" == "$pregenerate_bucket" ]] ||
      refuse "--bucket: expected $pregenerate_bucket, the bucket of the stack $stack-pregenerate, got $bucket; delete that stack with --without-pregenerate first"
  fi
  [[ -r "$dist/pregenerate.zip" && -r "$dist/pregenerate.yaml" ]] ||
    refuse "$dist: expected pregenerate.zip and pregenerate.yaml for the stack $stack-pregenerate, got none; ./dev package --output DIR writes them"
elif [[ -n "$pregenerate_options" ]]; then
  refuse "expected --with-pregenerate for options of the pregenerate stack, as the stack $stack has none"
fi
END
}

plan_pregenerate_removal() {
  step pregenerate-removal "delete the stack $stack-pregenerate, and the notification of the bucket, if they exist" <<'END'
if [[ "$pregenerate_status" != none ]]; then
  require_unprotected "$pregenerate_region" "$stack-pregenerate"
  remove_pregenerate
fi
END
}

plan_pregenerate() {
  local of="update the stack $stack-pregenerate, if it exists"
  [[ "$with_pregenerate" != yes ]] || of="create or update the stack $stack-pregenerate"
  [[ ! -r "$dist/pregenerate.zip" || ! -r "$dist/pregenerate.yaml" ]] || resolved_pregenerate
  setting pregenerate_key "$pregenerate_key"
  setting copies_bucket "$copies_bucket"
  plan_private_folder
  settings pregenerate_parameters ${pregenerate_overrides[@]+"${pregenerate_overrides[@]}"}
  step pregenerate "$of, in the Region of the bucket; upload its zip first" <<'END'
if [[ "$pregenerate" == yes ]]; then
  regional_artifacts=$artifacts
  if [[ "$pregenerate_region" != "$region" ]]; then
    use_artifacts "$pregenerate_region" "$stack-pregenerate" "$pregenerate_artifacts"
    regional_artifacts=$artifact_bucket
  fi
  upload "$pregenerate_region" "$regional_artifacts" "$pregenerate_key" "$dist/pregenerate.zip"
  pictures=$(stack_output "$region" "$stack" Bucket)
  distribution=$(stack_output "$region" "$stack" DistributionId)
  placeholder='{bucket}'
  [[ -z "$alarm_topic_given" ]] || pregenerate_parameters+=("AlarmTopicArn=$(topic_in "$pregenerate_region")")
  deploy_stack "$pregenerate_region" "$stack-pregenerate" "$pregenerate_status" "$dist/pregenerate.yaml" \
    "$regional_artifacts" "$stack" "ArtifactBucket=$regional_artifacts" "PregenerateKey=$pregenerate_key" \
    "BucketName=$pictures" "DistributionId=$distribution" "CopiesBucket=${copies_bucket//"$placeholder"/$pictures}" \
    "${pregenerate_parameters[@]}"
fi
END
  step notifications "let the bucket notify the queue of the stack $stack-pregenerate; its other notifications stay" <<'END'
if [[ "$pregenerate" == yes ]]; then
  entries=$(stack_output "$pregenerate_region" "$stack-pregenerate" BucketNotifications)
  change_notifications "$pregenerate_region" "$pictures" "$stack-pregenerate" "$entries"
  aws cloudformation describe-stacks --region "$pregenerate_region" --stack-name "$stack-pregenerate" \
    --query "Stacks[0].Outputs[?contains(OutputKey, 'Url') || contains(OutputKey, 'Arn')].[OutputKey,OutputValue]" --output text
fi
END
}

# The policy of an existing bucket is not part of the stack. It has to close the folder for documents before a worker can
# write there. Without any policy CloudFront cannot read the bucket.
plan_private_folder() {
  private_prefix="$(template_default PrivatePrefix "$template")"
  [[ -n "$private_prefix" && -z "$merge_policy" ]] || return 0
  setting private_prefix "$private_prefix"
  functions read_or_empty
  step private-folder "check that the policy of an existing bucket closes the folder $private_prefix to viewers" <<'END'
if [[ "$pregenerate" == yes ]]; then
  statements=$(stack_output "$region" "$stack" BucketPolicyStatements)
  policy=""
  if [[ -n "$statements" && "$statements" != None ]]; then
    closed_bucket=$(stack_output "$region" "$stack" Bucket)
    policy=$(read_or_empty NoSuchBucketPolicy get-bucket-policy --region "$pregenerate_region" --bucket "$closed_bucket" \
      --expected-bucket-owner "$account" --query Policy --output text) || exit 1
  fi
  [[ -z "$policy" || "$policy" == *"/$private_prefix*\""* ]] ||
    refuse "viewers can read $private_prefix in the bucket until its policy has the new statements of the stack $stack;" \
      "run the same command with --merge-policy, or add them yourself: aws cloudformation describe-stacks --region $region" \
      "--stack-name $stack --query \"Stacks[0].Outputs[?OutputKey=='BucketPolicyStatements'].OutputValue\" --output text"
fi
END
}

# Takes the values of the package that are given every time, as in plan_deploy.
resolved_pregenerate() {
  local hash
  hash="$(hex_sha256 "$dist/pregenerate.zip")"
  pregenerate_key="$stack/pregenerate-$hash.zip"
  copies_bucket="$(template_default CopiesBucket pregenerate.yaml)"
  pregenerate_override PregenerateSha256 "$(base64_sha256 "$dist/pregenerate.zip")"
  pregenerate_override DerivativeDays "$(template_default DerivativeDays pregenerate.yaml)"
  pregenerate_override NotificationPrefix "$(template_default NotificationPrefix pregenerate.yaml)"
  pregenerate_override DocumentPrefix "$(template_default DocumentPrefix pregenerate.yaml)"
  [[ -z "$log_retention" ]] || pregenerate_override LogRetentionDays "$log_retention"
}
