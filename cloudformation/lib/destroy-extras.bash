# Deletes the stacks next to that of the distribution, and the logs.

plan_extras_before() {
  setting keep_logs "$keep_logs"
  functions find_extras has_extra delete_extra delete_logs delete_group
  step plan-removal "delete the stack $stack-plan, which ends the flat-rate plan, if it exists" <<'END'
if has_extra plan; then
  delete_extra plan
  [[ "$(deployed Plan)" == free ]] ||
    refuse "the plan $(deployed Plan) ends at the end of the month that is paid, and at once if it was never approved; until then" \
      "CloudFront refuses to delete the distribution, so run ./dev destroy again then"
fi
END
  step watch-removal "delete the stack $stack-watch, if it exists" <<'END'
if has_extra watch; then
  delete_extra watch
fi
END
}

plan_extras_after() {
  step web-acl-removal "delete the stacks $stack-web-acl and $stack-viewer-request, if they exist" <<'END'
for extra in web-acl viewer-request; do
  ! has_extra "$extra" || delete_extra "$extra"
done
END
  local of="delete the logs of the functions, in all Regions"
  [[ -z "$keep_logs" ]] || of="keep the logs of the functions"
  step logs "$of" <<'END'
logs_remain=$keep_logs
[[ -n "$keep_logs" ]] || delete_logs
END
}

# The functions below are part of the plan.

# find_extras: sets extra_stacks to the stacks in us-east-1 that exist.
find_extras() {
  local name
  extra_stacks=" "
  for name in plan watch web-acl viewer-request; do
    [[ "$(describe_stack us-east-1 "$stack-$name" 'Stacks[0].StackStatus')" == none ]] || extra_stacks+="$name "
  done
}

has_extra() {
  [[ "$extra_stacks" == *" $1 "* ]]
}

# delete_logs: those in the list of the stack, and those of replicas, which are in the Regions nearest to the viewers.
delete_logs() {
  local place name regions
  for name in ${log_groups//,/ }; do
    delete_group "$region" "$name"
  done
  [[ -n "$functions" ]] || return 0
  if ! regions=$(aws ec2 describe-regions --region us-east-1 --query 'Regions[].[RegionName]' --output text); then
    logs_remain=yes
    return
  fi
  for place in $regions; do
    for name in $functions; do
      delete_group "$place" "/aws/lambda/us-east-1.$name"
    done
  done
}

# delete_group REGION NAME: deletes a log group, if it exists.
delete_group() {
  local complaint
  complaint=$(aws logs delete-log-group --region "$1" --log-group-name "$2" 2>&1) && return
  [[ "$complaint" == *ResourceNotFoundException* ]] || { echo "dev: the log group $2 in $1 was not deleted: $complaint" >&2 && logs_remain=yes; }
}
