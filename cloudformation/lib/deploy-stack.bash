# Creates, updates and protects one stack. All functions are part of the plan.

# deploy_stack REGION NAME STATUS TEMPLATE ARTIFACTS PREFIX PARAMETER...: creates or updates a stack. STATUS is none if it
# does not exist. Without ARTIFACTS, a template has at most 51,200 bytes. Without --role-arn, CloudFormation uses the role of
# the last deployment.
deploy_stack() {
  local options=() parameters=("${@:7}")
  find_stack_tags "$1" "$2" "$3"
  [[ -z "$role_arn" ]] || options+=(--role-arn "$role_arn")
  [[ ${#stack_tags[@]} == 0 ]] || options+=(--tags "${stack_tags[@]}")
  if [[ -n "$boundary_given" ]] && grep -q '^  PermissionsBoundaryArn:' "$4"; then
    parameters+=("PermissionsBoundaryArn=$boundary")
  elif [[ -n "$boundary" ]] && grep -q 'Type: AWS::IAM::Role$' "$4"; then
    # The CLI ignores parameters that a template does not have.
    refuse "--permissions-boundary: expected a template with the parameter PermissionsBoundaryArn, got $4"
  fi
  [[ -z "$5" ]] || options+=(--s3-bucket "$5" --s3-prefix "$6")
  aws cloudformation deploy --region "$1" --stack-name "$2" --template-file "$4" \
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset ${options[@]+"${options[@]}"} \
    --parameter-overrides "${parameters[@]}" >&2
  protect "$1" "$2"
}

# find_stack_tags REGION NAME STATUS: sets stack_tags to the tags of a stack, with those of --tags. The CLI removes the
# tags that it is not given.
find_stack_tags() {
  local old=() tagged="" key value
  stack_tags=()
  if [[ "$3" != none && ( -z "$tags_given" || -n "$tags" ) ]]; then
    tagged=$(aws cloudformation describe-stacks --region "$1" --stack-name "$2" --output text \
      --query "Stacks[0].Tags[?!starts_with(Key, 'aws:')].[Key,Value]")
  fi
  while IFS=$'\t' read -r key value; do
    [[ "$key" != *=* ]] || refuse "the stack $2 has a tag $key, which the AWS CLI cannot keep: its key contains ="
    [[ -z "$key" || "$key" == None ]] || old+=("$key=$value")
  done <<<"$tagged"
  split_tags
  merge_tags ${old[@]+"${old[@]}"}
  stack_tags=(${merged_tags[@]+"${merged_tags[@]}"})
}

# split_tags: sets given_tags to the elements of --tags.
split_tags() {
  given_tags=()
  [[ -z "$tags" ]] || IFS=, read -r -a given_tags <<<"$tags"
}

# merge_tags OLD...: sets merged_tags to the old tags, and those of --tags, which replace old ones with the same key.
merge_tags() {
  local tag given
  merged_tags=()
  for tag in "$@"; do
    for given in ${given_tags[@]+"${given_tags[@]}"}; do
      [[ "${given%%=*}" != "${tag%%=*}" ]] || continue 2
    done
    merged_tags+=("$tag")
  done
  merged_tags+=(${given_tags[@]+"${given_tags[@]}"})
}

# protect REGION NAME: sets the termination protection of a stack as --termination-protection says.
protect() {
  case "$protection" in
    on) aws cloudformation update-termination-protection --region "$1" --stack-name "$2" --enable-termination-protection >/dev/null ;;
    off) aws cloudformation update-termination-protection --region "$1" --stack-name "$2" --no-enable-termination-protection >/dev/null ;;
  esac
}

# require_unprotected REGION NAME: refuses to delete a stack with termination protection.
require_unprotected() {
  local protected
  protected=$(aws cloudformation describe-stacks --region "$1" --stack-name "$2" --output text \
    --query 'Stacks[0].EnableTerminationProtection') || refuse "cannot read the termination protection of the stack $2"
  [[ "$protected" != True ]] ||
    refuse "the stack $2 has termination protection, so nothing was deleted; to remove the protection, run" \
      "aws cloudformation update-termination-protection --region $1 --stack-name $2 --no-enable-termination-protection"
}
