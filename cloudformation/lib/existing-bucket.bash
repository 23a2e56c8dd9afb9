# What has to be added to a bucket that the stack did not make. The stack never does it: AWS::S3::BucketPolicy would
# replace the whole policy, and PutBucketLifecycleConfiguration all the rules.

tell_of_bucket() {
  [[ -s "$dist/bucket-policy-statements.json" ]] || return 0
  bucket="$(aws cloudformation describe-stacks --region us-east-1 --stack-name "$stack" \
    --query "Stacks[0].Outputs[?OutputKey=='Bucket'].OutputValue" --output text)"
  tell_of_policy
  [[ ! -s "$dist/bucket-lifecycle-rule.json" ]] || tell_of_lifecycle
}

tell_of_policy() {
  cat <<END

The bucket $bucket was there before the stack, so its policy was not touched. Until it has these statements,
CloudFront gets nothing from it:

$(cat "$dist/bucket-policy-statements.json")

To merge them, keeping what the policy has (statements of the same Sid are replaced):

  aws s3api get-bucket-policy --bucket $bucket --query Policy --output text >policy.json
  node $(quote "$here/merge-into.mjs") policy.json $(quote "$dist/bucket-policy-statements.json") >merged.json
  aws s3api put-bucket-policy --bucket $bucket --policy file://merged.json

Where the first command says NoSuchBucketPolicy, begin with: echo '{}' >policy.json
END
}

tell_of_lifecycle() {
  cat <<END

Derivatives are tagged to expire, but the bucket's lifecycle was not touched either. To add the rule that deletes them:

  aws s3api get-bucket-lifecycle-configuration --bucket $bucket >lifecycle.json
  node $(quote "$here/merge-into.mjs") lifecycle.json $(quote "$dist/bucket-lifecycle-rule.json") >merged-lifecycle.json
  aws s3api put-bucket-lifecycle-configuration --bucket $bucket --lifecycle-configuration file://merged-lifecycle.json

Where the first command says NoSuchLifecycleConfiguration, begin with: echo '{}' >lifecycle.json
END
}
