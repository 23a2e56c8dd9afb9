# Checks of the options. Each error names the option, the expected value and the given value.

# CloudFormation names a function STACK-OriginResponseFunction-RANDOM, with at most 13 random characters. If that exceeds
# Lambda's 64 characters, it truncates the name of the stack. The resources of a deleted stack are found by the whole name.
longest_stack_name=27

# Regions that opened by December 2022. An origin access identity cannot serve newer Regions, so the list does not grow.
served_regions="us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 \
ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ca-central-1 eu-central-1 \
eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 me-central-1 me-south-1 sa-east-1"

# The values that CloudWatch Logs accepts.
log_days="1 3 5 7 14 30 60 90 120 150 180 365 400 545 731 1096 1827 2192 2557 2922 3288 3653"

matches() {
  [[ "$1" =~ ^($2)$ ]]
}

one_of() {
  [[ -n "$1" && "$1" != *[[:space:]]* && " $2 " == *" $1 "* ]]
}

check_stack() {
  [[ -n "$1" ]] || fail "--stack: expected a name, got none"
  matches "$1" '[a-zA-Z][-a-zA-Z0-9]*' ||
    fail "--stack: expected a letter, then letters, digits and hyphens, got '$1'"
  [[ "$1" != *-pregenerate ]] ||
    fail "--stack: expected a name that does not end in -pregenerate, which is the pregenerate stack of ${1%-pregenerate}, got '$1'"
  ! matches "$1" '.*-(web-acl|watch|plan|viewer-request)' ||
    fail "--stack: expected a name that does not end in -${1##*-}, as another stack of a deployment does, got '$1'"
  [[ ${#1} -le $longest_stack_name ]] ||
    fail "--stack: expected at most $longest_stack_name characters, as the names of the functions contain it, got ${#1} in '$1'"
}

check_region() {
  matches "$1" '[a-z]{2}(-[a-z]+)+-[0-9]' || fail "--region: expected a Region such as eu-west-1, got '$1'"
}

# check_bucket OPTION NAME
check_bucket() {
  matches "$2" '[a-z0-9][-.a-z0-9]{1,61}[a-z0-9]' && [[ "$2" != *..* ]] && ! matches "$2" '[0-9]+(\.[0-9]+){3}' ||
    fail "$1: expected a bucket of 3 to 63 lower-case letters, digits, hyphens and single dots, got '$2'"
}

check_aliases() {
  local alias list
  IFS=, read -r -a list <<<"$1"
  for alias in "${list[@]}"; do
    matches "$alias" '(\*\.)?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z]([-a-z0-9]*[a-z0-9])' ||
      fail "--alias: expected a domain name such as img.example.com, got '$alias'"
  done
}

check_certificate() {
  matches "$1" 'arn:aws:acm:us-east-1:[0-9]{12}:certificate/[-0-9a-f]+' ||
    fail "--certificate: expected the ARN of a certificate in ACM of us-east-1, arn:aws:acm:us-east-1:..., got '$1'"
}

# check_list OPTION VALUE PREFIX: a list of ids, such as subnet-0a1b, separated by commas.
check_list() {
  matches "$2" "$3-[0-9a-f]+(,$3-[0-9a-f]+)*" || fail "$1: expected ids such as $3-0a1b2c3d, separated by commas, got '$2'"
}

check_image() {
  matches "$1" '[A-Za-z0-9][-A-Za-z0-9._/:@]*' ||
    fail "--container-image: expected an image such as ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG, got '$1'"
}

check_sender() {
  matches "$1" 'arn:aws:iam::[0-9]{12}:(user|role)/[-+=.@_/A-Za-z0-9]+' ||
    fail "--sender: expected the ARN of a user or a role, arn:aws:iam::ACCOUNT:role/NAME, got '$1'"
}

check_topic() {
  matches "$1" 'arn:aws:sns:[-a-z0-9]+:[0-9]{12}:[-_A-Za-z0-9]+' ||
    fail "--alarm-topic: expected the ARN of an SNS topic, arn:aws:sns:REGION:ACCOUNT:NAME, got '$1'"
}

# check_whole OPTION VALUE LEAST MOST
check_whole() {
  matches "$2" '[0-9]{1,5}' && ((10#$2 >= $3 && 10#$2 <= $4)) || fail "$1: expected a whole number from $3 to $4, got '$2'"
}

# check_choice OPTION VALUE CHOICES
check_choice() {
  one_of "$2" "$3" || fail "$1: expected one of ${3// /, }, got '$2'"
}
