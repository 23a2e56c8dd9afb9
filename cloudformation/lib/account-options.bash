# The options for every stack of a deployment: tags, roles, and the protection against deletion.

tags="" tags_given="" role_arn="" boundary="" boundary_given="" protection=""

valued+=" --tags --role-arn --permissions-boundary --termination-protection"

# take_account OPTION VALUE: sets one of these options. Fails for any other option.
take_account() {
  case "$1" in
    --tags) [[ -z "$2" ]] || check_tags "$2" && tags="$2" tags_given=yes ;;
    --role-arn) check_role "$2" && role_arn="$2" ;;
    --permissions-boundary) [[ -z "$2" ]] || check_boundary "$2" && boundary="$2" boundary_given=yes ;;
    --termination-protection) check_choice "$1" "$2" "on off" && protection="$2" ;;
    --signing-keys-from) take_signing_keys_from "$2" ;;
    *) return 1 ;;
  esac
}

# The characters are those that every AWS service accepts in tags.
check_tags() {
  local tag list seen=" " allowed='[-A-Za-z0-9 _.:/+@]'
  [[ "$1" != *, ]] || fail "--tags: expected KEY=VALUE after each comma, got '$1'"
  IFS=, read -r -a list <<<"$1"
  for tag in "${list[@]}"; do
    matches "$tag" "$allowed{1,128}=($allowed|=){0,256}" ||
      fail "--tags: expected KEY=VALUE of letters, digits, spaces and _ . : / + @ -, got '$tag'"
    [[ "$tag" != [aA][wW][sS]:* ]] || fail "--tags: expected a key that does not begin with aws:, got '$tag'"
    [[ "$seen" != *" ${tag%%=*}= "* ]] || fail "--tags: expected each key once, got ${tag%%=*} twice"
    seen+="${tag%%=*}= "
  done
  ((${#list[@]} <= 50)) || fail "--tags: expected at most 50 tags, got ${#list[@]}"
}

check_role() {
  matches "$1" 'arn:aws:iam::[0-9]{12}:role/[-+=.@_/,A-Za-z0-9]+' ||
    fail "--role-arn: expected the ARN of a role for CloudFormation, arn:aws:iam::ACCOUNT:role/NAME, got '$1'"
}

check_boundary() {
  matches "$1" 'arn:aws:iam::([0-9]{12}|aws):policy/[-+=.@_/,A-Za-z0-9]+' ||
    fail "--permissions-boundary: expected the ARN of a managed policy, arn:aws:iam::ACCOUNT:policy/NAME, got '$1'"
}

# Adds these options and the functions that use them to the plan.
plan_account() {
  setting tags "$tags"
  setting tags_given "$tags_given"
  setting role_arn "$role_arn"
  setting boundary "$boundary"
  setting boundary_given "$boundary_given"
  setting protection "$protection"
  functions deploy_stack find_stack_tags split_tags merge_tags protect require_unprotected
}
