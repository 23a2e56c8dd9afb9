# What deploy and destroy share about the AWS CLI and the stack.

need_aws() {
  command -v aws >/dev/null || fail "the AWS CLI is needed, and not on the path; --dry-run prints the commands without it"
}

step_account() {
  step account "ask AWS whose credentials these are" <<'END'
account=$(aws sts get-caller-identity --region us-east-1 --query Account --output text) ||
  refuse 'the AWS CLI has no credentials that work; `aws configure` sets some, AWS_PROFILE chooses among several'
END
}

# Says why resources failed since the last change of the stack began, the first cause first. Whatever was cancelled
# because something else failed is left out.
tell_failures() {
  local failures
  failures="$(aws cloudformation describe-stack-events --region us-east-1 --stack-name "$1" \
    --query 'StackEvents[].[LogicalResourceId,ResourceStatus,ResourceStatusReason]' --output text 2>/dev/null |
    awk -F '\t' -v stack="$1" '
      $1 == stack && $2 ~ /^(CREATE|UPDATE|DELETE)_IN_PROGRESS$/ && $3 ~ /^User Initiated/ { exit }
      $2 ~ /FAILED$/ && $3 !~ /^Resource (creation|update) cancelled/ { lines[++n] = "  " $1 " " $2 ": " $3 }
      END { for (i = n; i > 0; i--) print lines[i] }')" || true
  if [[ -n "$failures" ]]; then
    say "what failed in the last change of the stack $1, the first cause first:"
    echo "$failures" >&2
  fi
}
