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

# Prints why resources failed since the last change of the stack began, oldest first. Omits resources that were
# cancelled because another one failed.
tell_failures() {
  local failures
  failures="$(aws cloudformation describe-stack-events --region us-east-1 --stack-name "$1" \
    --query 'StackEvents[].[LogicalResourceId,ResourceStatus,ResourceStatusReason]' --output text 2>/dev/null |
    awk -F '\t' -v stack="$1" '
      $1 == stack && $2 ~ /^(CREATE|UPDATE|DELETE)_IN_PROGRESS$/ && $3 ~ /^User Initiated/ { exit }
      $2 ~ /FAILED$/ && $3 !~ /^Resource (creation|update) cancelled/ { lines[++n] = "  " $1 " " $2 ": " $3 }
      END { for (i = n; i > 0; i--) print lines[i] }')" || true
  if [[ -n "$failures" ]]; then
    say "failures of the last change of the stack $1, oldest first:"
    echo "$failures" >&2
  fi
}
