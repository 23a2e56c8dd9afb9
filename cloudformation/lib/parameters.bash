# The parameters of a stack. All functions are part of the plan.

# effective NAME: prints the value that a parameter will have: the given one, else the one that the stack has.
effective() {
  local pair
  for pair in ${parameters[@]+"${parameters[@]}"}; do
    [[ "$pair" != "$1="* ]] || { echo "${pair#*=}" && return; }
  done
  deployed "$1"
}

# set_parameter NAME VALUE: gives a parameter a value, instead of an earlier one.
set_parameter() {
  local i
  for i in ${parameters[@]+"${!parameters[@]}"}; do
    [[ "${parameters[i]}" != "$1="* ]] || { parameters[i]="$1=$2" && return; }
  done
  parameters+=("$1=$2")
}
