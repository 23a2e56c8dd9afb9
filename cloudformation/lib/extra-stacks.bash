# The stacks next to that of the distribution, all in us-east-1: NAME-web-acl, NAME-watch and NAME-plan. Those of a
# regional stack include NAME-viewer-request; see edge-function.bash.

plan_extras_status() {
  setting rate_limit "$rate_limit"
  setting rate_limit_given "$rate_limit_given"
  setting web_acl_given "$web_acl_given"
  setting plan_option "$plan_option"
  setting spend_limit "$spend_limit"
  setting spend_limit_given "$spend_limit_given"
  setting log_bucket "$log_bucket"
  setting log_bucket_given "$log_bucket_given"
  setting alarm_topics "$alarm_topics"
  setting alarm_topic_given "$alarm_topic_given"
  setting templates "$here"
  functions find_extra topic_in check_topics delete_extra settle_watch check_subscription subscribed_tier plan_rank \
    tell_of_change tell_of_approval
  step extras "find the stacks $stack-web-acl, $stack-watch and $stack-plan, and check that they can be updated" <<'END'
find_extra web-acl "${rate_limit_given}$(deployed WebAclArn)"
web_acl_status=$extra_status web_acl_parameters=$extra_parameters
find_extra watch "${status#none}${alarm_topic_given}${spend_limit_given}${log_bucket_given}"
watch_status=$extra_status watch_parameters=$extra_parameters
find_extra plan "$(effective Plan | sed '/^none$/d')$(deployed Plan | sed '/^none$/d')"
subscription_status=$extra_status
subscribed=$(parameter_in "$extra_parameters" Plan)
find_extra viewer-request "${viewer_key}$(deployed ViewerRequestArn)"
viewer_status=$extra_status viewer_parameters=$extra_parameters
check_topics
settle_watch
check_subscription
END
}

# The subscription ends before the distribution changes to what no plan allows.
plan_end_subscription() {
  step plan-end "if --plan none is given: delete the stack $stack-plan, which ends the plan" <<'END'
if [[ "$plan_option" == none && "$subscription_status" != none ]]; then
  delete_extra plan
  subscription_status=none
  [[ "$subscribed" == free ]] ||
    refuse "the plan $subscribed ends at the end of the month that is paid, and at once if it was never approved; until then" \
      "CloudFront keeps the distribution as it is, so run the same command again then"
fi
END
}

plan_web_acl() {
  step web-acl "create or update the stack $stack-web-acl if a rate limit is given; it limits the requests of an address" <<'END'
if [[ -n "$rate_limit" ]]; then
  deploy_stack us-east-1 "$stack-web-acl" "$web_acl_status" "$templates/web-acl.yaml" "" "" "RateLimit=$rate_limit"
  set_parameter WebAclArn "$(stack_output us-east-1 "$stack-web-acl" WebAclArn)"
elif [[ -n "$rate_limit_given" ]]; then
  set_parameter WebAclArn ""
elif [[ "$web_acl_status" != none && -z "$web_acl_given" ]]; then
  deploy_stack us-east-1 "$stack-web-acl" "$web_acl_status" "$templates/web-acl.yaml" "" "" "RateLimit=$(parameter_in "$web_acl_parameters" RateLimit)"
fi
END
}

plan_after_stack() {
  step web-acl-end "delete the stack $stack-web-acl if the distribution no longer uses its web ACL" <<'END'
if [[ "$web_acl_status" != none && -z "$rate_limit" && -n "$rate_limit_given$web_acl_given" ]]; then
  delete_extra web-acl
fi
END
  step watch "create, update or delete the stack $stack-watch: alarms on errors and spend, and access logs" <<'END'
if [[ "$watch" == yes ]]; then
  deploy_stack us-east-1 "$stack-watch" "$watch_status" "$templates/watch.yaml" "" "" \
    "DistributionId=$(stack_output "$region" "$stack" DistributionId)" "AlarmTopicArn=$watch_topic" "SpendLimit=$watch_spend" \
    "AccessLogBucketArn=$watch_logs"
elif [[ "$watch_status" != none ]]; then
  delete_extra watch
fi
END
  step plan "create or update the stack $stack-plan if the distribution has a flat-rate plan" <<'END'
pricing_plan=$(effective Plan)
if [[ -n "$pricing_plan" && "$pricing_plan" != none ]]; then
  if [[ -n "$subscribed" && "$subscribed" != "$pricing_plan" && "$(subscribed_tier)" != "$pricing_plan" ]]; then
    tell_of_change "$pricing_plan"
  else
    deploy_stack us-east-1 "$stack-plan" "$subscription_status" "$templates/plan.yaml" "" "" "Plan=$pricing_plan" \
      "DistributionId=$(stack_output "$region" "$stack" DistributionId)" "WebAclArn=$(effective WebAclArn)"
    [[ "$pricing_plan" == free ]] || tell_of_approval "$pricing_plan"
  fi
fi
END
}

# The functions below are part of the plan.

# find_extra SUFFIX WANTED: sets extra_status and extra_parameters. Does not look if nothing says that the stack exists or
# that it has to.
find_extra() {
  extra_status=none extra_parameters=""
  [[ -n "$2" ]] || return 0
  extra_parameters=$(describe_stack us-east-1 "$stack-$1" "$parameter_query")
  [[ "$extra_parameters" != none ]] || { extra_parameters="" && return 0; }
  extra_status=$(parameter_in "$extra_parameters" StackStatus)
  require_updatable us-east-1 "$stack-$1" "$extra_status" "aws cloudformation delete-stack --region us-east-1 --stack-name $stack-$1"
  [[ "$extra_status" != REVIEW_IN_PROGRESS ]] || extra_status=none
}

# topic_in REGION: prints the topic of --alarm-topic in a Region, or nothing. An alarm can only tell a topic of its Region.
topic_in() {
  local topic
  for topic in $alarm_topics; do
    [[ "$topic" != arn:aws:sns:"$1":* ]] || { echo "$topic" && return; }
  done
}

check_topics() {
  local topic place places=us-east-1
  for place in "$region" "$pregenerate_region"; do
    [[ -z "$place" || " $places " == *" $place "* ]] || places+=" $place"
  done
  for topic in $alarm_topics; do
    place=${topic#arn:aws:sns:}
    [[ " $places " == *" ${place%%:*} "* ]] ||
      refuse "--alarm-topic: expected a topic in ${places// / or }, where the stacks have alarms, got $topic"
  done
  [[ -z "$alarm_topic_given" || "$kind" == pair ]] || set_parameter AlarmTopicArn "$(topic_in "$region")"
}

# settle_watch: what the stack of alarms and access logs will have, and whether it is needed.
settle_watch() {
  watch_topic=$(parameter_in "$watch_parameters" AlarmTopicArn)
  [[ -z "$alarm_topic_given" ]] || watch_topic=$(topic_in us-east-1)
  watch_spend=${spend_limit:-$(parameter_in "$watch_parameters" SpendLimit)}
  watch_spend=${watch_spend:-0}
  watch_logs=$(parameter_in "$watch_parameters" AccessLogBucketArn)
  [[ -z "$log_bucket_given" ]] || watch_logs=$log_bucket
  [[ "$watch_spend" == 0 || -n "$watch_topic" ]] ||
    refuse "--spend-limit: expected --alarm-topic with a topic in us-east-1, where the bill has its metric, got none"
  watch=no
  [[ -z "$watch_topic$watch_logs" ]] || watch=yes
}

# delete_extra SUFFIX
delete_extra() {
  aws cloudformation delete-stack --region us-east-1 --stack-name "$stack-$1"
  aws cloudformation wait stack-delete-complete --region us-east-1 --stack-name "$stack-$1"
}

# check_subscription: CloudFormation cannot change the plan of a subscription. An upgrade comes before the distribution
# uses what the new plan has, and a downgrade after.
check_subscription() {
  local wanted
  wanted=$(effective Plan)
  [[ -n "$subscribed" && -n "$wanted" && "$wanted" != none && "$wanted" != "$subscribed" ]] || return 0
  if (($(plan_rank "$wanted") > $(plan_rank "$subscribed"))) && [[ "$(subscribed_tier)" != "$wanted" ]]; then
    tell_of_change "$wanted"
    refuse "--plan $wanted: the distribution still has the plan $subscribed; run these commands, and then the same command again"
  fi
}

# subscribed_tier: prints the plan that the subscription has, which can differ from that of its stack.
subscribed_tier() {
  aws pricing-plan-manager get-subscription --region us-east-1 --query planTier --output text \
    --arn "$(stack_output us-east-1 "$stack-plan" SubscriptionArn)" 2>/dev/null | tr '[:upper:]' '[:lower:]' || true
}

tell_of_change() {
  local arn
  arn=$(stack_output us-east-1 "$stack-plan" SubscriptionArn)
  cat >&2 <<COMMANDS
dev: CloudFormation does not change the plan of a subscription. An upgrade is paid and begins at once; a downgrade begins
next month. These commands change the plan $subscribed to $1 (they need an AWS CLI of August 2026 or newer):
  etag=\$(aws pricing-plan-manager get-subscription --region us-east-1 --arn $arn --query eTag --output text)
  aws pricing-plan-manager update-subscription --region us-east-1 --arn $arn --plan-tier $(tr '[:lower:]' '[:upper:]' <<<"$1") --if-match "\$etag"
COMMANDS
}

tell_of_approval() {
  local arn
  arn=$(stack_output us-east-1 "$stack-plan" SubscriptionArn)
  [[ "$(stack_output us-east-1 "$stack-plan" SubscriptionStatus)" == PENDING_APPROVAL ]] || return 0
  cat >&2 <<COMMANDS
dev: the plan $1 waits for your approval, and costs nothing before. These commands approve it, which starts the bill
(they need an AWS CLI of August 2026 or newer); skip them if you have approved it already:
  etag=\$(aws pricing-plan-manager get-subscription --region us-east-1 --arn $arn --query eTag --output text)
  aws pricing-plan-manager approve-paid-subscription --region us-east-1 --arn $arn --if-match "\$etag"
COMMANDS
}
