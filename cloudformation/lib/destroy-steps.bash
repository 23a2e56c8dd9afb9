# The steps of a deletion, and the list of what remains.

plan_destroy() {
  setting stack "$stack"
  setting region "$region"
  setting notifications "$here/notifications.mjs"
  setting parameter_query "$parameter_query"
  functions describe_stack deployed parameter_in deployed_kind stack_output find_pregenerate change_notifications remove_pregenerate require_unprotected
  step_account
  step outputs "read the names of the resources that will remain, and find the other stacks of $stack" <<'END'
deployed_parameters=$(describe_stack "$region" "$stack" "$parameter_query")
[[ "$deployed_parameters" != none ]] || refuse "expected a stack $stack in $region that these credentials may read, got none"
kind=$(deployed_kind)
artifacts=$(deployed ArtifactBucket)
deployed_region=$(deployed BucketRegion)
deployed_bucket=$(deployed BucketName)
outputs=$(describe_stack "$region" "$stack" 'Stacks[0].Outputs[].[OutputKey,OutputValue]')
picture_bucket=$(awk -F '\t' '$1 == "Bucket" { print $2 }' <<<"$outputs")
functions=$(awk -F '\t' '$1 ~ /^(ViewerRequest|OriginResponse)Function$/ { print $2 }' <<<"$outputs")
find_pregenerate
log_groups=$(parameter_in "$outputs" LogGroups)
find_extras
[[ "$kind" == pair ]] || functions=""
! has_extra viewer-request || functions=$(stack_output us-east-1 "$stack-viewer-request" ViewerRequestFunction)
require_unprotected "$region" "$stack"
for extra in $extra_stacks; do
  require_unprotected us-east-1 "$stack-$extra"
done
[[ "$pregenerate_status" == none ]] || require_unprotected "$pregenerate_region" "$stack-pregenerate"
END
  plan_extras_before
  step pregenerate-removal "delete the stack $stack-pregenerate, and the notification of the bucket, if they exist" <<'END'
if [[ "$pregenerate_status" != none ]]; then
  remove_pregenerate
fi
END
  step delete "delete the stack $stack" <<'END'
aws cloudformation delete-stack --region "$region" --stack-name "$stack"
END
  step wait "wait for the deletion, which takes some minutes" <<'END'
aws cloudformation wait stack-delete-complete --region "$region" --stack-name "$stack"
END
  plan_extras_after
}

# Succeeds if a value is known. Values that the last deployment omitted are None or empty, and so are all values of a
# stack that was never complete.
known() {
  [[ -n "$1" && "$1" != None ]]
}

# what_stays BUCKET FUNCTIONS ARTIFACTS [PREGENERATE-ARTIFACTS]
what_stays() {
  echo "What remains:"
  ! known "$1" || bucket_stays "$1"
  if [[ "$kind" == pair ]] || known "$2"; then
    functions_stay "$2"
    if [[ -n "$logs_remain" ]] || ! known "$2"; then logs_stay "$2"; fi
  fi
  ! known "$3" || zips_stay "$3"
  [[ -z "${4:-}" ]] || pregenerated_stays "$4"
}

bucket_stays() {
  cat <<END

The bucket $1 with all its pictures, so that nothing is lost by mistake. To delete it and every original in it:
  aws s3 rm s3://$1 --recursive
  aws s3api delete-bucket --bucket $1
If the bucket existed before the stack, its policy has statements for an identity that no longer exists; remove them.
END
}

functions_stay() {
  local name
  cat <<END

The functions of Lambda@Edge and their versions. Nothing calls them any more. Lambda refuses to delete a function while CloudFront has
replicas of it, and CloudFront removes these only after some hours. To delete the functions then:
END
  if known "$1"; then
    for name in $1; do
      echo "  aws lambda delete-function --region us-east-1 --function-name $name"
    done
  else
    cat <<END
  for name in \$(aws lambda list-functions --region us-east-1 --output text --query "Functions[?
    starts_with(FunctionName, '$stack-ViewerRequest') || starts_with(FunctionName, '$stack-OriginResponse')].FunctionName"); do
    aws lambda delete-function --region us-east-1 --function-name "\$name"
  done
END
  fi
}

# The name of the stack is not enough, as it can be the prefix of another stack: edgepix-staging begins with edgepix-.
logs_stay() {
  local prefixes="$stack-ViewerRequest $stack-OriginResponse"
  ! known "$1" || prefixes="$(echo $1)"
  cat <<END

The logs of the replicas. They are in the Regions nearest to the viewers, and are kept until somebody deletes them:
  for region in \$(aws ec2 describe-regions --region us-east-1 --query 'Regions[].RegionName' --output text); do
    for prefix in $prefixes; do
      for group in \$(aws logs describe-log-groups --region "\$region" --output text \\
        --log-group-name-prefix "/aws/lambda/us-east-1.\$prefix" --query 'logGroups[].logGroupName'); do
        aws logs delete-log-group --region "\$region" --log-group-name "\$group"
      done
    done
  done
END
}

zips_stay() {
  cat <<END

The zips that were deployed:
  aws s3 rm s3://$1/$stack/ --recursive
END
}

# pregenerated_stays ARTIFACTS: the zip of the function is in a bucket of its own unless the pictures are in the Region of
# the stack.
pregenerated_stays() {
  cat <<END

The derivatives in the bucket, also those in a second bucket of "pregenerate.to", and the state of bulk jobs in .edgepix/.
END
  ! known "$1" || [[ "$1" == "$artifacts" ]] || cat <<END
The zips of the pregenerate function:
  aws s3 rm s3://$1/$stack/ --recursive
END
}
