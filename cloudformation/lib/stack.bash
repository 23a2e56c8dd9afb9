# The AWS CLI and the stack, for deploy and destroy.

need_aws() {
  command -v aws >/dev/null || fail "expected the AWS CLI on the PATH, got none; --dry-run prints the commands without it"
}

step_account() {
  step account "find the account of the credentials" <<'END'
account=$(aws sts get-caller-identity --region us-east-1 --query Account --output text) ||
  refuse 'the AWS CLI has no valid credentials; `aws configure` sets them, and AWS_PROFILE selects a profile'
END
}

# Selects the status and the parameters of a stack, one a line.
parameter_query="Stacks[0].[[['StackStatus',StackStatus]],Parameters[].[ParameterKey,ParameterValue]][]"

# The functions below are part of the plan.

# describe_stack REGION NAME QUERY: prints what a query selects of a stack, or none if it does not exist. A stack that
# cannot be read is not treated as missing, because it would then lose its configuration.
describe_stack() {
  local complaint
  if ! aws cloudformation describe-stacks --region "$1" --stack-name "$2" --output text --query "$3" 2>/dev/null; then
    complaint=$(aws cloudformation describe-stacks --region "$1" --stack-name "$2" 2>&1 >/dev/null) || true
    [[ "$complaint" == *"$2 does not exist"* ]] || refuse "cannot read the status of the stack $2: $complaint"
    echo none
  fi
}

# stack_output REGION NAME KEY: prints an output of a stack.
stack_output() {
  aws cloudformation describe-stacks --region "$1" --stack-name "$2" --output text --query "Stacks[0].Outputs[?OutputKey=='$3'].OutputValue"
}

# require_updatable REGION NAME STATUS REMEDY: refuses a stack in a state in which it cannot be updated.
require_updatable() {
  case "$3" in
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED | DELETE_FAILED)
      refuse "the stack $2 is $3 and cannot be updated; delete it first: $4"
      ;;
    UPDATE_ROLLBACK_FAILED)
      refuse "the stack $2 is $3; fix the cause, then run aws cloudformation continue-update-rollback --region $1 --stack-name $2"
      ;;
    REVIEW_IN_PROGRESS) ;;
    *_IN_PROGRESS) refuse "the stack $2 is $3; try again when that change has ended" ;;
  esac
}

# Prints why resources failed since the last change of the stack began, oldest first. Omits resources that were
# cancelled because another one failed: tell_failures REGION NAME
tell_failures() {
  local failures
  failures="$(aws cloudformation describe-stack-events --region "$1" --stack-name "$2" \
    --query 'StackEvents[].[LogicalResourceId,ResourceStatus,ResourceStatusReason]' --output text 2>/dev/null |
    awk -F '\t' -v stack="$2" '
      $1 == stack && $2 ~ /^(CREATE|UPDATE|DELETE)_IN_PROGRESS$/ && $3 ~ /^User Initiated/ { exit }
      $2 ~ /FAILED$/ && $3 !~ /^Resource (creation|update) cancelled/ { lines[++n] = "  " $1 " " $2 ": " $3 }
      END { for (i = n; i > 0; i--) print lines[i] }')" || true
  if [[ -n "$failures" ]]; then
    say "failures of the last change of the stack $2, oldest first:"
    echo "$failures" >&2
  fi
}
