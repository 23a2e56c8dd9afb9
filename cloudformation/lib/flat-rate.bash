# What CloudFront's flat-rate plans refuse and demand.

# Checks the options with what is known of the stack, before packaging takes its minutes.
check_early() {
  local parameters=(${overrides[@]+"${overrides[@]}"}) plan_now=options
  refuse() { fail "$@"; }
  check_flat_rate
  [[ -z "$status" ]] || check_demanded
}

# The functions below are part of the plan.

# check_flat_rate: refuses what the plan of the stack does not have.
check_flat_rate() {
  local plan
  plan=$(effective Plan)
  case "$plan" in
    "" | none | premium) return ;;
  esac
  [[ -z "$(effective OriginShieldRegion)" ]] ||
    refuse "--plan $plan: expected no Origin Shield, which begins with the plan premium; --origin-shield '' removes it"
  [[ "$kind" != regional || "$(effective ViewerRequestType)" != edge ]] ||
    refuse "--plan $plan: expected --viewer-request function, got edge; origin groups begin with the plan premium, and without" \
      "one a CloudFront Function has to choose the origin"
  [[ "$plan" != business ]] || return 0
  case "$(effective HstsSeconds)" in
    "" | 0) ;;
    *) refuse "--plan $plan: expected no HSTS, as response headers policies begin with the plan business; --hsts 0 removes it" ;;
  esac
  [[ "$kind" != pair || "$(effective CorsOrigins)" =~ ^[*]?$ ]] ||
    refuse "--plan $plan: expected \"cors\" for all origins or none, got a list, which needs a response headers policy;" \
      "these begin with the plan business, and a regional stack needs none"
}

# check_demanded: refuses a plan without the web ACL that CloudFront demands.
check_demanded() {
  local plan
  plan=$(effective Plan)
  [[ -n "$plan" && "$plan" != none && -z "$rate_limit" ]] || return 0
  [[ -n "$(effective WebAclArn)" && -z "$rate_limit_given" ]] ||
    refuse "--plan $plan: expected a web ACL, which CloudFront demands for every plan; --rate-limit N creates one, and --web-acl ARN uses yours"
}

# plan_rank PLAN: prints a number that is greater for more expensive plans.
plan_rank() {
  case "$1" in
    free) echo 1 ;;
    pro) echo 2 ;;
    business) echo 3 ;;
    premium) echo 4 ;;
    *) echo 0 ;;
  esac
}
