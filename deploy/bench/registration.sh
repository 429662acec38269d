#!/usr/bin/env bash
# POST /v1/reconsiderations against pgbench doing the same inserts on the same database, in turns, 16 clients each;
# then registrations at a fixed rate.
#   deploy/bench/registration.sh [rounds] [seconds] [per second] [seconds to warm up]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
. "$home/deploy/java.sh"
rounds=${1:-5} seconds=${2:-15}
need wrk; need pgbench; need psql; need curl
start_suite
database
TOKEN=$(token case-officer); export TOKEN
# received today, as nearly all are
BODY='{"regionCode":"330700","receivedOn":"'$(TZ=Asia/Shanghai date +%F)'","channel":"ONLINE","applicants":[{"kind":"NATURAL_PERSON",
"name":"合成甲","idNumber":"330702180001010015","phone":"13800001234"}],"respondentCode":"11330700002592265Y",
"actType":"PENALTY","domain":"OTHER","claims":"请求撤销处罚决定（虚构）"}'; export BODY
url=http://127.0.0.1:$case_port/v1/reconsiderations
http() { wrk -t1 -c16 -d"$1"s --timeout 10s -s "$here/registration.lua" "$url" | grep '^http'; }
plain() {
  pgbench -n -M prepared -D "sealed=$sealed" -c 16 -j 1 -T "$1" -f "$here/registration.sql" 2>/dev/null |
    sed -n 's/^tps = \([0-9.]*\).*/\1/p' | head -n 1
}
echo "warm-up"; http "${4:-30}"
# what the service has sealed stands in the rows of the other side, too
sealed=$(psql -qAt -c "SELECT applicants -> 0 ->> 'sealed' FROM reconsideration LIMIT 1")
plain 5 >/dev/null
for round in $(seq "$rounds"); do
  ours=$(http "$seconds"); raw=$(plain "$seconds")
  echo "round $round: $ours; pgbench $raw per second; ratio $(awk "BEGIN{split(\"$ours\",a,\" \");printf \"%.2f\",a[2]/$raw}")"
done
settle
echo "$url" >"$data/url"
echo "$BODY" >"$data/body"
for round in $(seq "$rounds"); do
  echo "steady, round $round: $(steady "${3:-100}" "$seconds" "$data/url" "$data/body")"
done
