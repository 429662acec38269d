#!/usr/bin/env bash
# POST /v1/reconsiderations against pgbench doing the same inserts on the same database, in turns, 16 clients each;
# then registrations at a fixed rate.
#   deploy/bench/registration.sh [rounds] [seconds] [per second]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
. "$home/deploy/java.sh"
rounds=${1:-5} seconds=${2:-15}
need wrk; need pgbench
start_suite
database
TOKEN=$(token case-officer); export TOKEN
url=http://127.0.0.1:$case_port/v1/reconsiderations
http() { wrk -t1 -c16 -d"$1"s --timeout 10s -s "$here/registration.lua" "$url" | grep '^http'; }
plain() {
  pgbench -n -M prepared -c 16 -j 1 -T "$1" -f "$here/registration.sql" 2>/dev/null |
    sed -n 's/^tps = \([0-9.]*\).*/\1/p' | head -n 1
}
echo "warm-up"; http 20; plain 5 >/dev/null
for round in $(seq "$rounds"); do
  ours=$(http "$seconds"); raw=$(plain "$seconds")
  echo "round $round: $ours; pgbench $raw per second; ratio $(awk "BEGIN{split(\"$ours\",a,\" \");printf \"%.2f\",a[2]/$raw}")"
done
echo "$url" >"$data/url"
sed -n '/^wrk.body/,/]]$/p' "$here/registration.lua" | sed 's/^wrk.body = \[\[//; s/]]$//' >"$data/body"
for round in $(seq "$rounds"); do
  echo "steady, round $round: $(steady "${3:-100}" "$seconds" "$data/url" "$data/body")"
done
