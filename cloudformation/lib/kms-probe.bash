# Looks for single objects with SSE-KMS in an existing bucket. Its default encryption says nothing about older objects.

plan_kms_probe() {
  functions probe_objects object_encryption
  step probe "look at the encryption of some objects in the bucket $bucket" <<'END'
probe_objects "$bucket_region" "$bucket"
END
}

# The functions below are part of the plan.

# probe_objects REGION BUCKET: prints what the encryption of some objects means. Never fails.
probe_objects() {
  local keys key folder seen with_key kms_keys
  keys=$(aws s3api list-objects-v2 --region "$1" --bucket "$2" --max-keys 1000 --no-paginate --output text --query 'Contents[].[Key]') ||
    keys=None
  [[ -n "$keys" && "$keys" != None ]] || return 0
  folder=$(mktemp -d)
  while IFS= read -r key; do
    object_encryption "$1" "$2" "$key" >"$(mktemp "$folder/XXXXXX")" &
  done < <(awk '{ key[NR] = $0 } END { most = NR < 12 ? NR : 12; for (i = 0; i < most; i++) print key[1 + int(i * NR / most)] }' <<<"$keys")
  wait
  seen=$(cat "$folder"/* | grep -c . || true)
  with_key=$(cat "$folder"/* | grep -c '^aws:kms' || true)
  kms_keys=$(cat "$folder"/* | awk '$1 ~ /^aws:kms/ { print $2 }' | sort -u | paste -sd ' ' -)
  rm -rf "$folder"
  if [[ "$with_key" == 0 ]]; then
    echo "dev: none of $seen objects in $2 that were looked at is encrypted with a KMS key" >&2
    return
  fi
  cat >&2 <<MEANING
dev: $with_key of $seen objects in $2 that were looked at are encrypted with a KMS key: $kms_keys
  With --access oai, CloudFront cannot read these originals.
  With --access oac, the policy of each key must allow CloudFront and the functions to decrypt; --kms-key ARN names one key.
  No policy can allow that for the key aws/s3, which AWS manages. Copy such an object onto itself to change its encryption:
    aws s3 cp s3://$2/KEY s3://$2/KEY --region $1 --sse AES256 --metadata-directive COPY
MEANING
}

# object_encryption REGION BUCKET KEY: prints the encryption of an object, and its KMS key.
object_encryption() {
  aws s3api head-object --region "$1" --bucket "$2" --key "$3" --output text --query '[ServerSideEncryption, SSEKMSKeyId]' 2>/dev/null || true
}
