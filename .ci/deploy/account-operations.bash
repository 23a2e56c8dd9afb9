# The operations of bin/aws on the whole account: all stacks of a Region, and the versions of functions.
# functions/NAME contains the files versions, aliases and replicated, with a number per line. distributions contains the
# ARNs of versions, and STACK/resources the types and the names of the resources. logs/REGION contains the names of log
# groups, their days of retention or None, and their bytes.

# Prints the folders of the stacks in the Region.
stacks_in_region() {
  local folder
  for folder in stack*; do
    [[ ! -d "$folder" || "$(cat "$folder/region" 2>/dev/null || echo us-east-1)" != "$(option --region)" ]] || echo "$folder"
  done
}

list_stacks() {
  local folder
  [[ ! -e list-fails ]] || die 254 "An error occurred (AccessDenied) when calling the DescribeStacks operation: not authorized"
  for folder in $(stacks_in_region); do
    case "$(option --query)" in
      'Stacks[].[StackName]') echo "edgepix${folder#stack}" ;;
      *StackName*) printf 'edgepix%s\t%s\n' "${folder#stack}" "$(sed -n 's/^ArtifactBucket=//p' "$folder/parameters" | grep . || echo None)" ;;
      'Stacks[].Parameters[].ParameterValue') cut -d = -f 2- "$folder/parameters" | paste -s - ;;
      *) die 252 "fake aws: $operation: expected a known query, got $(option --query)" ;;
    esac
  done
}

# Prints the resources of a stack, after the Region if the query begins with it.
list_resources() {
  local region=""
  [[ "$(option --query)" != *"['$(option --region)', "* ]] || region=$(option --region)$'\t'
  sed "s/^/$region/" "$(stack)/resources" 2>/dev/null || true
}

describe_log_groups() {
  [[ "$(option --query)" == "logGroups[].['$(option --region)', logGroupName, retentionInDays, storedBytes]" ]] || die 252 "fake aws: $operation: expected a known query"
  [[ ! -e "logs/$(option --region)-denied" ]] || die 254 "An error occurred (AccessDeniedException) when calling the DescribeLogGroups operation"
  awk -F '\t' -v region="$(option --region)" -v prefix="$(option --log-group-name-prefix)" \
    'index($1, prefix) == 1 { print region "\t" $0 }' "logs/$(option --region)" 2>/dev/null || true
}

put_retention() {
  local file
  file="logs/$(option --region)"
  grep -q "^$(option --log-group-name)"$'\t' "$file" || die 254 "An error occurred (ResourceNotFoundException) when calling the PutRetentionPolicy operation"
  awk -F '\t' -v OFS='\t' -v name="$(option --log-group-name)" -v days="$(option --retention-in-days)" \
    '$1 == name { $2 = days } { print }' "$file" >"$file.new"
  mv "$file.new" "$file"
}

delete_version() {
  local folder
  folder="functions/$(option --function-name)"
  [[ "$(option --qualifier)" != '$LATEST' ]] || die 254 "An error occurred (InvalidParameterValueException): \$LATEST version cannot be deleted without deleting the function."
  ! grep -qx "$(option --qualifier)" "$folder/replicated" 2>/dev/null ||
    die 254 "An error occurred (InvalidParameterValueException) when calling the DeleteFunction operation: Lambda was unable to delete $(option --function-name):$(option --qualifier) because it is a replicated function. Please see our documentation for Deleting Lambda@Edge Functions and Replicas."
  ! grep -qx "$(option --qualifier)" "$folder/denied" 2>/dev/null || die 254 "An error occurred (AccessDeniedException) when calling the DeleteFunction operation"
  sed -i "/^$(option --qualifier)$/d" "$folder/versions"
}

case "$operation" in
  "logs delete-log-group")
    grep -q "^$(option --log-group-name)"$'\t' "logs/$(option --region)" 2>/dev/null ||
      die 254 "An error occurred (ResourceNotFoundException) when calling the DeleteLogGroup operation: The specified log group does not exist."
    awk -F '\t' -v name="$(option --log-group-name)" '$1 != name' "logs/$(option --region)" >"logs/$(option --region).new"
    mv "logs/$(option --region).new" "logs/$(option --region)"
    ;;
  "cloudformation describe-stacks") list_stacks ;;
  "cloudformation list-stack-resources") list_resources ;;
  "cloudfront list-cloud-front-origin-access-identities") cat identities 2>/dev/null || echo None ;;
  "cloudfront list-distributions") cat distributions 2>/dev/null || echo None ;;
  "lambda list-versions-by-function") echo '$LATEST' && cat "functions/$(option --function-name)/versions" ;;
  "lambda list-aliases") cat "functions/$(option --function-name)/aliases" 2>/dev/null || true ;;
  "lambda delete-function") delete_version ;;
  # ssm/NAME contains the type of a parameter and its value as JSON.
  "ssm get-parameter")
    has --with-decryption || die 252 "fake aws: $operation: expected --with-decryption"
    cat "ssm$(option --name)" 2>/dev/null || die 254 "An error occurred (ParameterNotFound) when calling the GetParameter operation: "
    ;;
  "ec2 describe-regions") cat regions 2>/dev/null || echo us-east-1 ;;
  "logs describe-log-groups") describe_log_groups ;;
  "logs put-retention-policy") put_retention ;;
  "logs tail") echo "2026-11-30T10:00:00 ${arguments[0]} since $(option --since)" ;;
  *) die 252 "fake aws: expected a known operation, got $operation" ;;
esac
