# The operations of bin/aws on the whole account: all stacks of a Region, and the versions of functions.
# functions/NAME contains the files versions, aliases and replicated, with a number per line. distributions contains the
# ARNs of versions, and STACK/resources the types and the names of the resources.

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
      *StackName*) printf 'edgepix%s\t%s\n' "${folder#stack}" "$(sed -n 's/^ArtifactBucket=//p' "$folder/parameters" | grep . || echo None)" ;;
      'Stacks[].Parameters[].ParameterValue') cut -d = -f 2- "$folder/parameters" | paste -s - ;;
      *) die 252 "fake aws: $operation: expected a known query, got $(option --query)" ;;
    esac
  done
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
  "cloudformation describe-stacks") list_stacks ;;
  "cloudformation list-stack-resources") cat "$(stack)/resources" 2>/dev/null || true ;;
  "cloudfront list-distributions") cat distributions 2>/dev/null || echo None ;;
  "lambda list-versions-by-function") echo '$LATEST' && cat "functions/$(option --function-name)/versions" ;;
  "lambda list-aliases") cat "functions/$(option --function-name)/aliases" 2>/dev/null || true ;;
  "lambda delete-function") delete_version ;;
  *) die 252 "fake aws: expected a known operation, got $operation" ;;
esac
