# The help of ./dev deploy.

usage() {
  cat <<'END'
usage: ./dev deploy --stack NAME [OPTION ...]

Packages the functions, uploads the zips, and creates or updates the stack NAME. An existing stack keeps its kind, its
configuration and its options unless they are given again. A new stack has the defaults.

Where:
  --kind KIND              pair: two functions of Lambda@Edge, in us-east-1 (default). regional: a function in one Region,
                           for accounts without Lambda@Edge
  --region REGION          Region of a regional stack, also for its updates
  --bucket NAME            uses an existing bucket with pictures, instead of creating one
  --merge-policy           adds the statements and rules of the stack to the policy and the lifecycle of that bucket
  --access WORD            how CloudFront reads the bucket: oai, an origin access identity (default of a pair), or oac, an
                           origin access control (default of a regional stack). Where only oac works, it is chosen
  --kms-key ARN            KMS key that encrypts the bucket; by default that of an existing bucket
  --versioning WORD        on or off: on keeps replaced and deleted objects of the stack's bucket for 30 days
  --artifacts BUCKET       your bucket in the Region of the stack for the zips; by default
                           edgepix-artifacts-ACCOUNT-REGION-an, which is created if it is missing

What:
  --config FILE            the configuration to package, '' for the defaults. With --dist, it must equal the one in DIR
  --signing-keys-from ssm:/NAME
                           reads the keys of signed URLs from this SecureString of Systems Manager, and packages them
  --viewer-request TYPE    what turns a size into a path: edge, a function of Lambda@Edge (default of a pair), or function, a
                           CloudFront Function (default of a regional stack)
  --memory MB              memory of the function that renders, 512 to 10240
  --big-memory MB          of a regional stack: memory of the function for large originals, 2048 to 10240, or 0 for none
  --reserved-concurrency N, --big-reserved-concurrency N
                           of a regional stack: largest number of copies of these functions; 0 for no limit
  --dist DIR               deploys the output of ./dev package --output DIR, instead of packaging
  --dry-run                prints the commands without running them

Viewers:
  --alias DOMAIN           your own domain name; may be repeated; needs --certificate
  --certificate ARN        certificate of the domains in ACM of us-east-1
  --viewer-protocol WORD   redirect-to-https, https-only or allow-all
  --hsts SECONDS           tells browsers to use HTTPS only, for this time; 0 for not
  --price-class CLASS      PriceClass_100, PriceClass_200 or PriceClass_All
  --origin-shield REGION   adds a cache in front of the bucket

Cost and operation:
  --plan PLAN              flat-rate plan of CloudFront: none, free, pro, business or premium; needs a web ACL
  --rate-limit N           creates a web ACL that lets an address send N requests in five minutes; 0 for no limit in it
  --web-acl ARN            uses your web ACL for CloudFront
  --alarm-topic ARN        SNS topic for alarms; each stack uses the one in its Region, so it may be repeated
  --spend-limit USD        alarm on the estimated charges of the account; needs a topic in us-east-1
  --access-logs BUCKET[/PREFIX]
                           bucket for the access logs of CloudFront
  --log-days N             days to keep the logs of the functions
  --tags KEY=VALUE,...     tags for the stacks and their resources, in addition to the tags that a stack has
  --role-arn ARN           service role with which CloudFormation changes the stacks, from now on
  --permissions-boundary ARN
                           managed policy that limits the roles of the functions
  --termination-protection WORD
                           on or off: on protects the stacks against deletion

Derivatives before a viewer asks:
  --with-pregenerate       also creates the stack NAME-pregenerate in the Region of the bucket. It renders derivatives
                           before a viewer asks for them. Later deployments update it
  --without-pregenerate    deletes the stack NAME-pregenerate, and the notification of the bucket
  --concurrency N          copies of the pregenerate function at the same time, 2 to 1000
  --container-image IMAGE  image of the worker for large originals; needs --subnets and --security-groups
  --subnets IDS            subnets of the container, separated by commas
  --security-groups IDS    security groups of the container, separated by commas
  --container-tasks N      largest number of containers, 1 to 100
  --sender ARN             user or role that may send to the queue; may be repeated; by default all of the account
  --results-queue WORD     on or off: on creates a queue for the results of documents, for your application

An empty value, as in --origin-shield '', removes --alias and --certificate, --origin-shield, --kms-key, --rate-limit,
--web-acl, --alarm-topic, --access-logs, --tags, --permissions-boundary, --container-image or --sender.
END
}
