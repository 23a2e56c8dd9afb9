# The kind of a stack: a pair of functions at the edge, in us-east-1, or a function in one Region.

# settle_kind DEPLOYED: the kind of the stack that exists, then the given one, then what the Region says.
settle_kind() {
  if [[ -n "$1" && -n "$kind" && "$1" != "$kind" ]]; then
    fail "--kind: expected $1, the kind of the stack $stack in $region, got $kind; a stack keeps its kind, so choose another name"
  fi
  kind="${1:-$kind}"
  if [[ -z "$kind" ]]; then
    kind=pair
    [[ "$region" == us-east-1 ]] || kind=regional
  fi
  template=template.yaml
  [[ "$kind" == pair ]] || template=regional.yaml
}

# Checks what the options alone say of the kind.
check_kind() {
  [[ "$kind" != regional || -n "$region" ]] || fail "--kind regional: expected --region, the Region of the stack, got none"
  region="${region:-us-east-1}"
  [[ "$kind" != pair || "$region" == us-east-1 ]] ||
    fail "--kind pair: expected us-east-1, the Region of Lambda@Edge, got --region $region"
}

# Reads the stack, if it exists, before it is known what to package.
find_stack() {
  say "looking for the stack $stack in $region"
  setting stack "$stack"
  setting region "$region"
  step_account
  plan_stack_status
  plan_run quiet
  plan_reset
}

plan_stack_status() {
  setting parameter_query "$parameter_query"
  setting destroy_command "$(destroy_command)"
  functions deployed parameter_in deployed_kind
  step status "check that the stack $stack can be updated, and read its parameters" <<'END'
deployed_parameters=$(describe_stack "$region" "$stack" "$parameter_query")
[[ "$deployed_parameters" != none ]] || deployed_parameters=$'StackStatus\tnone'
status=$(deployed StackStatus)
deployed_artifacts=$(deployed ArtifactBucket)
deployed_config=$(deployed ConfigSha256)
deployed_region=$(deployed BucketRegion)
deployed_bucket=$(deployed BucketName)
require_updatable "$region" "$stack" "$status" "$destroy_command"
[[ "$status" != REVIEW_IN_PROGRESS ]] || status=none
END
}

# A script that a dry run printed is for one kind.
plan_kind() {
  setting kind "$kind"
  step kind "check that the stack $stack is $(kind_name), if it exists" <<'END'
[[ "$status" == none || "$(deployed_kind)" == "$kind" ]] ||
  refuse "--kind: expected $(deployed_kind), the kind of the stack $stack in $region, got $kind; a stack keeps its kind"
END
}

# settle_viewer_request: the function that turns a size into a path. It is known before packaging.
settle_viewer_request() {
  local deployed_type="" plan parameters=(${overrides[@]+"${overrides[@]}"})
  plan=$(effective Plan)
  [[ -z "$deployed_as" ]] || deployed_type=$(deployed ViewerRequestType)
  viewer_request=${viewer_request_option:-$deployed_type}
  if [[ -z "$viewer_request" ]]; then
    viewer_request=edge
    [[ "$kind" == pair ]] || viewer_request=function
  fi
  has_origin_group=yes
  if [[ "$kind" == regional && "$plan" =~ ^(free|pro|business)$ ]]; then
    has_origin_group=""
    if [[ "$viewer_request" == edge && -z "$viewer_request_option" ]]; then
      say "using --viewer-request function, as the plan $plan has no origin groups, and a CloudFront Function has to choose the origin"
      viewer_request=function
    fi
  fi
  override ViewerRequestType "$viewer_request"
}

# Checks that a package contains the functions of CloudFront that the stack will have.
check_functions() {
  [[ "$viewer_request" == function ]] || return 0
  ! grep -q 'FunctionCode: "\${VIEWER_REQUEST_FUNCTION}"' "$dist/$template" ||
    fail "$dist/$template: expected a CloudFront Function, got none; package with ./dev package --viewer-request function"
  [[ "$kind" == regional ]] || return 0
  if grep -Eq "RENDER *= *['\"]render" "$dist/$template"; then
    [[ -z "$has_origin_group" ]] ||
      fail "$dist/$template: expected a CloudFront Function for an origin group, got one without; package without --no-origin-group"
  else
    [[ -n "$has_origin_group" ]] ||
      fail "$dist/$template: expected a CloudFront Function that selects the origin, as the plan has no origin groups; package with --no-origin-group"
  fi
}

# The zips of the kind, and the parameters that name them.
plan_code() {
  if [[ "$kind" == pair ]]; then
    need_files template.yaml viewer-request.zip origin-response.zip
    code_parameters ViewerRequest viewer-request.zip
    code_parameters OriginResponse origin-response.zip
  else
    need_files regional.yaml regional.zip
    code_parameters Regional regional.zip
  fi
}

destroy_command() {
  if [[ "$region" == us-east-1 ]]; then echo "./dev destroy --stack $stack"; else echo "./dev destroy --stack $stack --region $region"; fi
}

kind_name() {
  if [[ "$kind" == pair ]]; then echo "a pair of functions at the edge"; else echo "a function in $region"; fi
}

# The functions below are part of the plan.

# deployed NAME: prints a parameter of the stack, or nothing.
deployed() {
  parameter_in "$deployed_parameters" "$1"
}

# parameter_in PARAMETERS NAME: prints one of the parameters, which are on a line each, or nothing.
parameter_in() {
  local name value
  while IFS=$'\t' read -r name value; do
    [[ "$name" != "$2" ]] || echo "$value"
  done <<<"$1"
}

deployed_kind() {
  if [[ -n "$(deployed RegionalKey)" ]]; then echo regional; else echo pair; fi
}
