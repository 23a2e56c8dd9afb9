# The options of ./dev deploy.

stack="" kind="" region="" bucket="" config="" config_given="" dry_run="" dist="" dist_given="" artifacts=""
aliases="" alias_given="" certificate="" certificate_given=""
with_pregenerate="" container_image="" subnets="" security_groups="" senders="" sender_given="" log_retention="" memory=""
overrides=()
pregenerate_overrides=()
valued="--stack --kind --region --bucket --config --alias --certificate --viewer-protocol --price-class --origin-shield --access-logs \
--memory --log-days --artifacts --dist --concurrency --container-image --subnets --security-groups --container-tasks \
--alarm-topic --sender --results-queue"

override() {
  overrides+=("$1=$2")
}

pregenerate_override() {
  pregenerate_overrides+=("$1=$2")
}

add_sender() {
  senders="${senders:+$senders,}$1"
  sender_given=yes
}

add_alias() {
  aliases="${aliases:+$aliases,}$1"
  alias_given=yes
}

choose_pregenerate() {
  [[ -z "$with_pregenerate" || "$with_pregenerate" == "$1" ]] ||
    fail "--with-pregenerate and --without-pregenerate: expected one of them, got both"
  with_pregenerate="$1"
}

# Sets one option to its value.
take() {
  local option="$1" value="$2"
  case "$option" in
    --stack) stack="$value" ;;
    --kind) check_choice "$option" "$value" "pair regional" && kind="$value" ;;
    --region) check_region "$value" && region="$value" ;;
    --bucket) check_bucket "$option" "$value" && bucket="$value" ;;
    --config)
      [[ -z "$value" || -e "$value" ]] || fail "--config: expected a file, got '$value', which does not exist"
      config="$value" config_given=yes
      ;;
    --dist) [[ -d "$value" ]] || fail "--dist: expected a folder, got '$value', which does not exist" && dist="$value" dist_given=yes ;;
    --artifacts) check_bucket "$option" "$value" && artifacts="$value" ;;
    --alias) [[ -z "$value" ]] || check_aliases "$value" && add_alias "$value" ;;
    --certificate) [[ -z "$value" ]] || check_certificate "$value" && certificate="$value" certificate_given=yes ;;
    --viewer-protocol)
      check_choice "$option" "$value" "redirect-to-https https-only allow-all"
      override ViewerProtocol "$value"
      ;;
    --price-class)
      check_choice "$option" "$value" "PriceClass_100 PriceClass_200 PriceClass_All"
      override PriceClass "$value"
      ;;
    --origin-shield)
      [[ -z "$value" ]] || check_choice "$option" "$value" "$served_regions"
      override OriginShieldRegion "$value"
      ;;
    --memory)
      check_whole "$option" "$value" 512 10240
      memory="$((10#$value))"
      ;;
    --log-days)
      check_choice "$option" "$value" "$log_days"
      override LogRetentionDays "$value"
      log_retention="$value"
      ;;
    --concurrency)
      check_whole "$option" "$value" 2 1000
      pregenerate_override MaximumConcurrency "$((10#$value))"
      ;;
    --container-image)
      [[ -z "$value" ]] || check_image "$value"
      container_image="$value"
      pregenerate_override ContainerImage "$value"
      ;;
    --subnets)
      check_list "$option" "$value" subnet
      subnets="$value"
      pregenerate_override Subnets "$value"
      ;;
    --security-groups)
      check_list "$option" "$value" sg
      security_groups="$value"
      pregenerate_override SecurityGroups "$value"
      ;;
    --container-tasks)
      check_whole "$option" "$value" 1 100
      pregenerate_override ContainerTasks "$((10#$value))"
      ;;
    --results-queue)
      check_choice "$option" "$value" "on off"
      pregenerate_override ResultsQueue "$([[ "$value" == off ]] && echo false || echo true)"
      ;;
    --sender) [[ -z "$value" ]] || check_sender "$value" && add_sender "$value" ;;
    *) take_kind "$option" "$value" || take_account "$option" "$value" || fail "unknown option: $option; ./dev deploy --help lists them" ;;
  esac
}
