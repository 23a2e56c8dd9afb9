# Prints the additions to a bucket that the stack did not create. The stack does not make them, since
# AWS::S3::BucketPolicy would replace the whole policy, and PutBucketLifecycleConfiguration all rules.

tell_of_bucket() {
  [[ -s "$dist/bucket-policy-statements.json" ]] || return 0
  bucket="$(aws cloudformation describe-stacks --region "$region" --stack-name "$stack" \
    --query "Stacks[0].Outputs[?OutputKey=='Bucket'].OutputValue" --output text)"
  tell_of_policy
  [[ ! -s "$dist/bucket-lifecycle-rule.json" ]] || tell_of_lifecycle
}

# Prints what the policy of a KMS key needs, as the key is not part of the stack.
tell_of_key() {
  [[ -s "$dist/kms-key-policy-statements.json" ]] || return 0
  cat <<END

CloudFront cannot read the pictures until the policy of the KMS key has these statements. Add them in the console of KMS, or
with aws kms get-key-policy and put-key-policy:

$(cat "$dist/kms-key-policy-statements.json")
END
}

tell_of_policy() {
  cat <<END

The bucket $bucket existed before the stack, so its policy was not changed. Until the policy has these statements,
CloudFront cannot read the bucket:

$(cat "$dist/bucket-policy-statements.json")

To add them to the policy (statements with the same Sid are replaced):

  aws s3api get-bucket-policy --bucket $bucket --query Policy --output text >policy.json
  node $(quote "$here/merge-into.mjs") policy.json $(quote "$dist/bucket-policy-statements.json") >merged.json
  aws s3api put-bucket-policy --bucket $bucket --policy file://merged.json

If the first command reports NoSuchBucketPolicy, first run: echo '{}' >policy.json
END
}

tell_of_lifecycle() {
  cat <<END

Derivatives have an expiry tag, but the lifecycle of the bucket was not changed. To add the rule that deletes them:

  aws s3api get-bucket-lifecycle-configuration --bucket $bucket >lifecycle.json
  node $(quote "$here/merge-into.mjs") lifecycle.json $(quote "$dist/bucket-lifecycle-rule.json") >merged-lifecycle.json
  aws s3api put-bucket-lifecycle-configuration --bucket $bucket --lifecycle-configuration file://merged-lifecycle.json

If the first command reports NoSuchLifecycleConfiguration, first run: echo '{}' >lifecycle.json
END
}
