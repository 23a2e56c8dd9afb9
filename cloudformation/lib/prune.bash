# Deletes what earlier deployments left: versions of functions, zips, configurations and templates. A failure is reported,
# and does not fail the deployment.

# How many unused versions and files of each kind are kept for a return to an earlier deployment.
keep_unused=2

plan_prune() {
  setting keep_unused "$keep_unused"
  functions prune prune_versions delete_version versions_in_use prune_files unused_files
  step prune "delete old versions of the functions, and old zips; $keep_unused of each that nothing uses are kept" <<'END'
for prune_region in $(printf '%s\n' us-east-1 "${region:-}" "${pregenerate_region:-}" | sort -u); do
  prune "$prune_region" || echo "dev: old versions and zips in $prune_region were not deleted" >&2
done
END
}

# The functions below are part of the plan. They are called in a condition, so a failing command does not end them.

# prune REGION: prunes the stacks of a deployment in one Region, and their buckets for zips.
prune() {
  local stacks used name artifact_bucket done_buckets=" "
  stacks=$(aws cloudformation describe-stacks --region "$1" --output text \
    --query "Stacks[].[StackName, Parameters[?ParameterKey=='ArtifactBucket'].ParameterValue|[0]]") || return 1
  used=$(aws cloudformation describe-stacks --region "$1" --output text --query 'Stacks[].Parameters[].ParameterValue') || return 1
  while IFS=$'\t' read -r name artifact_bucket; do
    [[ "$name" =~ ^$stack(-(pregenerate|viewer-request|web-acl|watch|plan))?$ ]] || continue
    prune_versions "$1" "$name" || return 1
    [[ "$artifact_bucket" != None && "$done_buckets" != *" $artifact_bucket "* ]] || continue
    done_buckets+="$artifact_bucket "
    prune_files "$1" "$artifact_bucket" "$used" || return 1
  done <<<"$stacks"
}

# prune_versions REGION STACK: deletes the versions of the functions of a stack that nothing uses, but the newest of them.
prune_versions() {
  local resources functions used name versions version unused=0 replicated
  resources=$(aws cloudformation list-stack-resources --region "$1" --stack-name "$2" --output text \
    --query "StackResourceSummaries[?ResourceType=='AWS::Lambda::Function' || ResourceType=='AWS::Lambda::Version'].[ResourceType, PhysicalResourceId]") || return 1
  functions=$(awk '$1 == "AWS::Lambda::Function" { print $2 }' <<<"$resources")
  [[ -n "$functions" ]] || return 0
  used=$(versions_in_use "$1" $functions) || return 1
  used+=" $(awk '$1 == "AWS::Lambda::Version" { print $2 }' <<<"$resources")"
  for name in $functions; do
    versions=$(aws lambda list-versions-by-function --region "$1" --function-name "$name" --query 'Versions[].[Version]' --output text) || return 1
    unused=0 replicated=""
    for version in $(grep -E '^[0-9]+$' <<<"$versions" | sort -rn); do
      [[ " $(echo $used) " != *":$name:$version "* ]] || continue
      ((++unused > keep_unused)) || continue
      delete_version "$1" "$name" "$version"
    done
    [[ -z "$replicated" ]] ||
      echo "dev: CloudFront still has replicas of versions of $name (${replicated# }); a deployment some hours later deletes them" >&2
  done
}

# delete_version REGION FUNCTION VERSION: Lambda refuses to delete versions that CloudFront has replicas of.
delete_version() {
  local complaint
  if complaint=$(aws lambda delete-function --region "$1" --function-name "$2" --qualifier "$3" 2>&1); then
    echo "dev: deleted $2:$3, which nothing uses" >&2
  elif [[ "$complaint" == *"replicated function"* ]]; then
    replicated+=" $3"
  else
    echo "dev: $2:$3 was not deleted: $complaint" >&2
  fi
}

# versions_in_use REGION FUNCTION...: prints the versions that a distribution or an alias uses, as ARNs or FUNCTION:VERSION.
versions_in_use() {
  local name versions version
  aws cloudfront list-distributions --region us-east-1 --output text \
    --query 'DistributionList.Items[].[[DefaultCacheBehavior], CacheBehaviors.Items][][].LambdaFunctionAssociations.Items[].[LambdaFunctionARN]' || return 1
  for name in "${@:2}"; do
    versions=$(aws lambda list-aliases --region "$1" --function-name "$name" --output text \
      --query 'Aliases[].[[FunctionVersion], keys(RoutingConfig.AdditionalVersionWeights || `{}`)][][].[@]') || return 1
    for version in $versions; do
      echo "alias:$name:$version"
    done
  done
}

# prune_files REGION BUCKET USED: deletes files of earlier deployments, but those that a stack of the Region uses, and the
# newest others.
prune_files() {
  local keys objects
  keys=$(aws s3api list-objects-v2 --region "$1" --bucket "$2" --prefix "$stack/" --expected-bucket-owner "$account" --output text \
    --query 'reverse(sort_by(Contents || `[]`, &LastModified))[].[Key]') || return 1
  objects=$(unused_files "$3" <<<"$keys" | head -1000 | sed 's/.*/{"Key":"&"}/' | paste -sd , -)
  [[ -n "$objects" ]] || return 0
  aws s3api delete-objects --region "$1" --bucket "$2" --expected-bucket-owner "$account" \
    --delete "{\"Quiet\":true,\"Objects\":[$objects]}" >/dev/null || return 1
  echo "dev: deleted $(awk -F '"Key"' '{ print NF - 1 }' <<<"$objects") old files in s3://$2/$stack/" >&2
}

# unused_files USED <KEYS: prints the keys to delete. KEYS are those of a folder, the newest first. Only files that a
# deployment has uploaded are deleted: NAME-SHA256.zip, edgepix-SHA256.json and MD5.template.
unused_files() {
  awk -v used=" $(echo $1) " -v kept="$keep_unused" -v folder="$stack/" '
    function is_hash(text, size) { return length(text) == size && text !~ /[^0-9a-f]/ }
    {
      name = substr($0, length(folder) + 1)
      kind = ""
      end = index(name, ".")
      base = substr(name, 1, end - 1)
      hash = substr(base, length(base) - 63)
      if (name ~ /\.template$/ && is_hash(base, 32)) kind = "template"
      else if (name ~ /\.(zip|json)$/ && is_hash(hash, 64)) kind = substr(base, 1, length(base) - 64) substr(name, end)
      if (kind == "" || index(used, " " $0 " ") || kind == "edgepix-.json" && index(used, " " hash " ")) next
      if (++count[kind] > kept) print
    }'
}
