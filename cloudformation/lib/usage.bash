# The help of ./dev deploy.

usage() {
  cat <<'END'
usage: ./dev deploy --stack NAME [OPTION ...]

Packages the functions, uploads the zips, and creates or updates the stack NAME in us-east-1, the Region of Lambda@Edge.
An existing stack keeps its configuration and its options unless they are given again. A new stack has the defaults.

  --bucket NAME            uses an existing bucket with pictures, instead of creating one
  --merge-policy           adds the statements and rules of the stack to the policy and the lifecycle of that bucket
  --config FILE            the configuration to package, '' for the defaults. With --dist, it must equal the one in DIR
  --signing-keys-from ssm:/NAME
                           reads the keys of signed URLs from this SecureString of Systems Manager, and packages them
  --dry-run                prints the commands without running them
  --alias DOMAIN           your own domain name; may be repeated; needs --certificate
  --certificate ARN        certificate of the domains in ACM of us-east-1
  --viewer-protocol WORD   redirect-to-https, https-only or allow-all
  --price-class CLASS      PriceClass_100, PriceClass_200 or PriceClass_All
  --origin-shield REGION   adds a cache in front of the bucket
  --access-logs BUCKET     bucket for the access logs of CloudFront; it must allow ACLs
  --memory MB              memory of the origin-response function, 512 to 10240
  --log-days N             days to keep the logs of the functions in us-east-1
  --artifacts BUCKET       your bucket in us-east-1 for the zips; by default edgepix-artifacts-ACCOUNT-us-east-1-an,
                           which is created if it is missing
  --tags KEY=VALUE,...     tags for the stacks and their resources, in addition to the tags that a stack has
  --role-arn ARN           service role with which CloudFormation changes the stacks, from now on
  --permissions-boundary ARN
                           managed policy that limits the roles of the functions
  --termination-protection WORD
                           on or off: on protects the stacks against deletion
  --dist DIR               deploys the output of ./dev package --output DIR, instead of packaging

  --with-pregenerate       also creates the stack NAME-pregenerate in the Region of the bucket. It renders derivatives
                           before a viewer asks for them. Later deployments update it
  --without-pregenerate    deletes the stack NAME-pregenerate, and the notification of the bucket
  --concurrency N          copies of the pregenerate function at the same time, 2 to 1000
  --container-image IMAGE  image of the worker for large originals; needs --subnets and --security-groups
  --subnets IDS            subnets of the container, separated by commas
  --security-groups IDS    security groups of the container, separated by commas
  --container-tasks N      largest number of containers, 1 to 100
  --alarm-topic ARN        SNS topic for alarms, in the Region of the bucket
  --sender ARN             user or role that may send to the queue; may be repeated; by default all of the account

An empty value, as in --origin-shield '', removes --alias and --certificate, --origin-shield, --access-logs, --tags,
--permissions-boundary, --container-image, --alarm-topic or --sender.
END
}
