# The options that say how a stack serves pictures: access, functions, plans, and what watches it.

access_option="" viewer_request_option="" plan_option="" rate_limit="" rate_limit_given="" web_acl_given=""
alarm_topics="" alarm_topic_given="" spend_limit="" spend_limit_given="" log_bucket="" log_bucket_given=""
regional_only=""

valued+=" --access --viewer-request --plan --rate-limit --web-acl --kms-key --hsts --versioning --big-memory \
--reserved-concurrency --big-reserved-concurrency --spend-limit"

# take_kind OPTION VALUE: sets one of these options. Fails for any other option.
take_kind() {
  local option="$1" value="$2"
  case "$option" in
    --access) check_choice "$option" "$value" "oai oac" && access_option="$value" ;;
    --viewer-request) check_choice "$option" "$value" "edge function" && viewer_request_option="$value" ;;
    --plan)
      check_choice "$option" "$value" "none free pro business premium"
      plan_option="$value"
      override Plan "$value"
      ;;
    --rate-limit) [[ -z "$value" ]] || check_rate "$value" && rate_limit="$value" rate_limit_given=yes ;;
    --web-acl)
      [[ -z "$value" ]] || check_web_acl "$value"
      web_acl_given=yes
      override WebAclArn "$value"
      ;;
    --kms-key)
      [[ -z "$value" ]] || check_key "$value"
      override KmsKeyArn "$value"
      ;;
    --hsts)
      check_number "$option" "$value" 0 63072000
      override HstsSeconds "$((10#$value))"
      ;;
    --versioning)
      check_choice "$option" "$value" "on off"
      if [[ "$value" == on ]]; then override Versioning true; else override Versioning false; fi
      ;;
    --big-memory)
      [[ "$value" == 0 ]] || check_whole "$option" "$value" 2048 10240
      regional_override "$option" BigMemory "$((10#$value))"
      ;;
    --reserved-concurrency)
      check_whole "$option" "$value" 0 10000
      regional_override "$option" ReservedConcurrency "$((10#$value))"
      ;;
    --big-reserved-concurrency)
      check_whole "$option" "$value" 0 10000
      regional_override "$option" BigReservedConcurrency "$((10#$value))"
      ;;
    --alarm-topic) [[ -z "$value" ]] || check_topic "$value" && add_topic "$value" ;;
    --spend-limit) check_number "$option" "$value" 0 10000000 && spend_limit="$((10#$value))" spend_limit_given=yes ;;
    --access-logs) [[ -z "$value" ]] || check_log_bucket "$value" && log_bucket="${value:+arn:aws:s3:::$value}" log_bucket_given=yes ;;
    *) return 1 ;;
  esac
}

# regional_override OPTION PARAMETER VALUE
regional_override() {
  regional_only="$1"
  override "$2" "$3"
}

add_topic() {
  alarm_topics="$alarm_topics${1:+ $1}"
  alarm_topic_given=yes
}

# Checks what these options say together, before AWS is asked.
check_together() {
  [[ "$kind" != pair || -z "$regional_only" ]] || fail "$regional_only: expected a regional stack, got the pair $stack"
  [[ -z "$rate_limit_given" || -z "$web_acl_given" ]] || fail "--rate-limit and --web-acl: expected one of them, got both"
}

# The memory of the function that renders has a different parameter in each kind.
settle_memory() {
  [[ -n "$memory" ]] || return 0
  if [[ "$kind" == pair ]]; then override OriginResponseMemory "$memory"; else override FunctionMemory "$memory"; fi
}

check_rate() {
  check_number --rate-limit "$1" 0 2000000000
  ((10#$1 == 0 || 10#$1 >= 10)) || fail "--rate-limit: expected 0, for no limit, or at least 10 requests in five minutes, got '$1'"
}

check_web_acl() {
  matches "$1" 'arn:aws:wafv2:us-east-1:[0-9]{12}:global/webacl/[-_A-Za-z0-9]+/[-A-Za-z0-9]+' ||
    fail "--web-acl: expected the ARN of a web ACL for CloudFront, arn:aws:wafv2:us-east-1:ACCOUNT:global/webacl/NAME/ID, got '$1'"
}

check_key() {
  matches "$1" 'arn:aws:kms:[-a-z0-9]+:[0-9]{12}:key/[-A-Za-z0-9]+' ||
    fail "--kms-key: expected the ARN of a KMS key, arn:aws:kms:REGION:ACCOUNT:key/ID, got '$1'"
}

check_log_bucket() {
  check_bucket --access-logs "${1%%/*}"
  matches "${1#"${1%%/*}"}" "(/[-A-Za-z0-9!_.*'()/]+)?" || fail "--access-logs: expected BUCKET or BUCKET/PREFIX, got '$1'"
}

# check_number OPTION VALUE LEAST MOST
check_number() {
  matches "$2" '[0-9]{1,10}' && ((10#$2 >= $3 && 10#$2 <= $4)) || fail "$1: expected a whole number from $3 to $4, got '$2'"
}
