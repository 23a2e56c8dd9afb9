# The viewer-request function of Lambda@Edge for a regional stack: the stack NAME-viewer-request in us-east-1.

has_edge_function() {
  [[ "$kind" == regional && "$viewer_request" == edge ]]
}

plan_edge_function() {
  local hash key=""
  if has_edge_function; then
    need_files viewer-request.zip
    hash="$(hex_sha256 "$dist/viewer-request.zip")"
    key="$stack/viewer-request-$hash.zip"
    setting viewer_hash "${hash:0:16}"
    setting viewer_sha256 "$(base64_sha256 "$dist/viewer-request.zip")"
    setting viewer_days "$log_retention"
  fi
  setting viewer_key "$key"
  [[ "$kind" == regional ]] || return 0
  step viewer-request "if the size becomes a path at the edge: create or update the stack $stack-viewer-request in us-east-1" <<'END'
if [[ -n "$viewer_key" ]]; then
  viewer_artifacts=$artifacts
  if [[ "$region" != us-east-1 ]]; then
    use_artifacts us-east-1 "$stack-viewer-request" "$(parameter_in "$viewer_parameters" ArtifactBucket)"
    viewer_artifacts=$artifact_bucket
  fi
  upload us-east-1 "$viewer_artifacts" "$viewer_key" "$dist/viewer-request.zip"
  sed "s/PublishedVersion/PublishedVersion$viewer_hash/" "$templates/viewer-request.yaml" >"$dist/viewer-request.yaml"
  deploy_stack us-east-1 "$stack-viewer-request" "$viewer_status" "$dist/viewer-request.yaml" "" "" "ArtifactBucket=$viewer_artifacts" \
    "ViewerRequestKey=$viewer_key" "ViewerRequestSha256=$viewer_sha256" ${viewer_days:+"LogRetentionDays=$viewer_days"}
  set_parameter ViewerRequestArn "$(stack_output us-east-1 "$stack-viewer-request" VersionArn)"
else
  set_parameter ViewerRequestArn ""
fi
END
}

plan_end_edge_function() {
  [[ "$kind" == regional ]] || return 0
  step viewer-request-end "delete the stack $stack-viewer-request if nothing uses it any more; its function remains" <<'END'
if [[ -z "$viewer_key" && "$viewer_status" != none ]]; then
  delete_extra viewer-request
fi
END
}
