#!/usr/bin/env bash
# Verifies the audit trail of a running case-service and prints how many entries it has and its head: keep both elsewhere.
#   deploy/audit-verify.sh [--data DIR] [--url URL] [--kept ENTRIES:HEAD]
# --kept also proves that the end was not cut off since. Exit code 0: whole; 1: broken, cut off or not reached.
# With AUDIT_VERIFY_TOKEN_URL in the environment it logs in there as AUDIT_VERIFY_CLIENT (audit-verify) with
# AUDIT_VERIFY_SECRET; TOKEN is a token that is there already; without either one is made from the data folder of a trial.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
url=http://127.0.0.1:8081 data=() query=
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=(--data "$2"); shift 2 ;;
    --url) url=${2%/}; shift 2 ;;
    --kept) query="?entries=${2%%:*}&head=${2#*:}"; shift 2 ;;
    *) sed -n '2,7p' "${BASH_SOURCE[0]}" >&2; exit 1 ;;
  esac
done
command -v curl >/dev/null || { echo "找不到 curl / curl is not installed" >&2; exit 1; }
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/p" <<<"$answer"; }
if [ -z "${TOKEN:-}" ] && [ -n "${AUDIT_VERIFY_TOKEN_URL:-}" ]; then
  # on its input, where nobody who lists processes sees it
  answer=$(curl -sS --fail-with-body -d grant_type=client_credentials -d "client_id=${AUDIT_VERIFY_CLIENT:-audit-verify}" \
    --data-urlencode client_secret@- "$AUDIT_VERIFY_TOKEN_URL" < <(printf %s "${AUDIT_VERIFY_SECRET:-}")) ||
    { echo "无法登录 / Could not log in: $answer" >&2; exit 1; }
  TOKEN=$(field access_token)
fi
token=${TOKEN:-$("$home/deploy/token.sh" "${data[@]}" --role auditor --region 100000 --name audit-verify)}
answer=$(curl -sS --fail-with-body -K - "$url/v1/audit/verification$query" <<<"header = \"Authorization: Bearer $token\"") ||
  { echo "无法核验 / Could not verify: $answer" >&2; exit 1; }
if [ "$(field verified)" != true ]; then
  echo "审计链在第 $(field broken) 条断裂 / The chain is broken at entry $(field broken)" >&2
  exit 1
fi
if [ "$(field continued)" = false ]; then
  echo "审计链与所存的链尾不符 / The chain does not continue the head that was kept" >&2
  exit 1
fi
echo "$(field entries):$(field head)"
