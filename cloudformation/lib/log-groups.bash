# The log groups of the stacks of a deployment.

need_tail() {
  local version
  version="$(aws --version 2>&1)"
  [[ "$version" == aws-cli/[2-9]* ]] || fail "--tail: expected version 2 of the AWS CLI, got $version"
}

# Writes the log groups into $folder/groups, each with its Region, its days of retention, and its bytes.
find_log_groups() {
  local described regions own name
  described="$(aws cloudformation describe-stacks --region "$region" --stack-name "$stack" --output text \
    --query "Stacks[0].Parameters[?ParameterKey=='BucketRegion'].ParameterValue|[0]")" ||
    fail "expected a stack $stack in $region that these credentials may read, got none"
  regions="$(aws ec2 describe-regions --region us-east-1 --query 'Regions[].[RegionName]' --output text)" ||
    fail "cannot read the Regions of the account"
  # The other stacks of a deployment are in one of these Regions.
  for name in $(printf '%s\n' us-east-1 "$region" "${described#None}" | sort -u); do
    list_resources "$name"
  done >"$folder/resources"
  awk '$2 == "AWS::Lambda::Function" { print "/aws/lambda/us-east-1." $3 }' "$folder/resources" >"$folder/replicas"
  own="$(awk '$2 == "AWS::Logs::LogGroup" && $3 !~ /^\/aws\/lambda\/us-east-1\./ { print $1 ":" $3 }' "$folder/resources")"
  for name in $regions; do
    groups_in "$name" "/aws/lambda/us-east-1.$stack-" "$folder/replicas" >"$folder/in-$name" &
  done
  for name in $own; do
    groups_in "${name%%:*}" "${name#*:}" <(echo "${name#*:}") >"$folder/in-own-${name//\//_}" &
  done
  wait
  cat "$folder"/in-* | sort -u >"$folder/groups"
}

# list_resources REGION: prints the Region, the type and the name of all resources of a deployment's stacks in a Region.
list_resources() {
  local names name
  names="$(aws cloudformation describe-stacks --region "$1" --query 'Stacks[].[StackName]' --output text)" ||
    fail "cannot read the names of the stacks in $1"
  for name in $names; do
    [[ "$name" =~ ^$stack(-(pregenerate|viewer-request|web-acl|watch|plan))?$ ]] || continue
    aws cloudformation list-stack-resources --region "$1" --stack-name "$name" --output text \
      --query "StackResourceSummaries[?ResourceType=='AWS::Lambda::Function' || ResourceType=='AWS::Logs::LogGroup'].['$1', ResourceType, PhysicalResourceId]"
  done
}

# groups_in REGION PREFIX NAMES-FILE: prints the log groups with one of the names. The prefix is not enough, as it can be
# that of another stack: edgepix-staging begins with edgepix-.
groups_in() {
  local groups
  groups="$(aws logs describe-log-groups --region "$1" --log-group-name-prefix "$2" --output text \
    --query "logGroups[].['$1', logGroupName, retentionInDays, storedBytes]")" || say "the log groups in $1 cannot be read"
  awk -F '\t' 'NR == FNR { wanted[$1]; next } $2 in wanted' "$3" <(echo "$groups")
}

print_groups() {
  awk -F '\t' '{ printf "%-15s %9.1f MB  %-10s %s\n", $1, $4 / 1e6, $3 == "None" ? "forever" : $3 " days", $2 }' "$folder/groups"
}

set_retention() {
  local place name retention failed=""
  while IFS=$'\t' read -r place name retention _; do
    [[ "$retention" != "$days" ]] || continue
    if aws logs put-retention-policy --region "$place" --log-group-name "$name" --retention-in-days "$days" </dev/null; then
      say "$place keeps $name for $days days"
    else
      failed=yes
    fi
  done <"$folder/groups"
  [[ -z "$failed" ]] || fail "the retention of some groups was not set"
  say "all $(grep -c . "$folder/groups") log groups keep their logs for $days days"
}

follow() {
  local place name
  while IFS=$'\t' read -r place name _; do
    say "following $name in $place"
    aws logs tail "$name" --region "$place" --follow --since "${since:-10m}" --format short </dev/null |
      awk -v place="$place" '{ print place, $0; fflush() }' &
  done <"$folder/groups"
  wait
}
