# The operations of bin/aws on the policy, the lifecycle, the tags and the versions of a bucket.

# stored FILE ERROR MESSAGE: prints a file of the bucket, or fails as S3 does if the bucket has none.
stored() {
  own_bucket "$(option --bucket)"
  [[ ! -e "denied-$1" ]] || die 254 "An error occurred (AccessDenied) when calling the $operation operation: Access Denied"
  cat "buckets/$(option --bucket)/$1" 2>/dev/null || die 254 "An error occurred ($2) when calling the $operation operation: $3"
}

# store FILE TEXT: stores JSON as a file of the bucket.
store() {
  local text="$2"
  own_bucket "$(option --bucket)"
  [[ ! -e "denied-put-$1" ]] || die 254 "An error occurred (AccessDenied) when calling the $operation operation: Access Denied"
  [[ "$text" != file://* ]] || text=$(cat "${text#file://}")
  node -e 'JSON.parse(process.argv[1])' "$text" 2>/dev/null || die 254 "An error occurred (MalformedXML) when calling the $operation operation: not JSON"
  echo "$text" >"buckets/$(option --bucket)/$1"
}

case "$operation" in
  "s3api get-bucket-policy") stored policy NoSuchBucketPolicy "The bucket policy does not exist" ;;
  # S3 turns the canonical user of an identity into its ARN.
  "s3api put-bucket-policy")
    store policy "$(option --policy)"
    [[ ! -e identities ]] || while IFS=$'\t' read -r id user; do
      sed -i "s|\"CanonicalUser\":\"$user\"|\"AWS\":\"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity $id\"|g" "buckets/$(option --bucket)/policy"
    done <identities
    [[ ! -e spoils-policy ]] || echo '{"Statement":[]}' >"buckets/$(option --bucket)/policy"
    ;;
  "s3api get-bucket-lifecycle-configuration") stored lifecycle NoSuchLifecycleConfiguration "The lifecycle configuration does not exist" ;;
  # The setting is reset unless it is given.
  "s3api put-bucket-lifecycle-configuration")
    size=""
    ! has --transition-default-minimum-object-size || size=$(option --transition-default-minimum-object-size)
    store lifecycle "$(node -e 'const [rules, size] = process.argv.slice(1); console.log(JSON.stringify({ TransitionDefaultMinimumObjectSize: size || "all_storage_classes_128K", ...JSON.parse(rules) }))' "$(option --lifecycle-configuration)" "$size")"
    ;;
  "s3api put-bucket-versioning") own_bucket "$(option --bucket)" && option --versioning-configuration >"buckets/$(option --bucket)/versioning" ;;
  "s3api get-bucket-tagging") stored tagging NoSuchTagSet "The TagSet does not exist" |
    node -e 'JSON.parse(require("fs").readFileSync(0)).TagSet.forEach(({ Key, Value }) => console.log(`${Key}\t${Value}`))' ;;
  "s3api put-bucket-tagging") store tagging "$(option --tagging)" ;;
  # The file kms contains keys of objects, their encryption, and their KMS keys.
  "s3api head-object")
    own_bucket "$(option --bucket)"
    [[ ! -e denied-objects ]] || die 254 "An error occurred (403) when calling the HeadObject operation: Forbidden"
    awk -F '\t' -v key="$(option --key)" '$1 == key { print $2 "\t" $3; found = 1 } END { if (!found) print "AES256\tNone" }' \
      "buckets/$(option --bucket)/kms" 2>/dev/null || printf 'AES256\tNone\n'
    ;;
  # Lists the newest first, as the query of prune_files demands. A test sets the times of the files.
  "s3api list-objects-v2")
    own_bucket "$(option --bucket)"
    [[ ! -e denied-objects ]] || die 254 "An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied"
    if [[ "$(option --query)" == 'Contents[].[Key]' ]]; then
      has --no-paginate || die 252 "fake aws: $operation: expected one page"
      (cd "buckets/$(option --bucket)/objects" && ls) | head -n "$(option --max-keys)" | grep . || echo None
      exit
    fi
    [[ "$(option --query)" == 'reverse(sort_by(Contents || `[]`, &LastModified))[].[Key]' ]] || die 252 "fake aws: $operation: expected a known query"
    (cd "buckets/$(option --bucket)/objects" && ls -t) | sed 's|_|/|' | awk -v prefix="$(option --prefix)" 'index($0, prefix) == 1'
    ;;
  "s3api delete-objects")
    own_bucket "$(option --bucket)"
    node -e 'JSON.parse(process.argv[1]).Objects.forEach(({ Key }) => console.log(Key.replaceAll("/", "_")))' "$(option --delete)" |
      (cd "buckets/$(option --bucket)/objects" && xargs rm -f)
    ;;
  *) die 252 "fake aws: expected a known operation, got $operation" ;;
esac
