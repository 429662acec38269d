#!/usr/bin/env bash
# The scoring of all open suits after a change of the rules; then POST /v1/alerts against pgbench doing the same writes,
# 16 clients each, in turns, and a batch of 10,000 against one SQL statement doing the same, in turns.
#   deploy/bench/alerts.sh [rounds] [seconds] [open suits]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
rounds=${1:-3} seconds=${2:-8} suits=${3:-100000}
need wrk; need pgbench; need psql; need curl
start_suite
database
export PGDATABASE=alerts
TOKEN=$(token court-liaison); export TOKEN
coordinator=$(token coordinator)
base=http://127.0.0.1:$alert_port
now() { date +%s.%N; }
took() { awk "BEGIN{printf \"%.2f\", $2 - $1}"; }
psql -q <<'SQL'
INSERT INTO alert_source (id, uid, version, region_code, rows_per_minute, counted_at, expected_from)
SELECT id, gen_random_uuid(), 1, '330700', 10000000, now(), now() FROM unnest(ARRAY['bench-court', 'plain-court']) id;
SQL
http() {
  ROUND=$2 YEAR=$3 wrk -t1 -c16 -d"$1"s --timeout 10s -s "$here/alerts.lua" "$base/v1/alerts" | grep '^http'
}
plain() {
  pgbench -n -M prepared -c 16 -j 1 -T "$1" -f "$here/alerts.sql" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p' | head -n 1
}
echo "warm-up"; for year in 1996 1997 1998; do http 30 "warm$year" $year; done; plain 3 >/dev/null
psql -q -v rows="$suits" -f "$here/alerts-suits.sql"
rules=$(curl -sf -D "$data/headers" -H "Authorization: Bearer $coordinator" "$base/v1/risk-rules")
begun=$(now)
curl -sf -o /dev/null -X PUT -H "Authorization: Bearer $coordinator" -H 'Content-Type: application/json' \
  -H "If-Match: $(tr -d '\r' <"$data/headers" | sed -n 's/^[Ee][Tt]ag: //p')" -d "$rules" "$base/v1/risk-rules"
put=$(took "$begun" "$(now)")
while :; do
  state=$(curl -sf -H "Authorization: Bearer $coordinator" "$base/v1/risk-rules/versions" | sed 's/.*"inForce":true//; s/"inForce":false.*//')
  case $state in *finishedAt*) break ;; esac
  sleep 0.2
done
echo "rules: put in force in $put s, $(grep -o '"total":[0-9]*' <<<"$state") suits scored in $(took "$begun" "$(now)") s"
for round in $(seq "$rounds"); do
  ours=$(http "$seconds" "one$round" "$((2000 + round))"); raw=$(plain "$seconds")
  echo "one, round $round: $ours; pgbench $raw per second; ratio $(awk "BEGIN{split(\"$ours\",a,\" \");printf \"%.2f\",a[2]/$raw}")"
done
batch() {
  awk -v round="$1" -v year="$2" 'BEGIN {
    printf "{\"items\":["
    for (i = 1; i <= 10000; i++)
      printf "%s{\"source\":\"bench-court\",\"sourceAlertId\":\"%s-%d\",\"court\":\"金华市金东区人民法院\",\"litigationCaseNumber\":\"(%d)浙0726行初%d号\",\"regionCode\":\"330726\",\"defendantCode\":\"11330700002592265Y\",\"defendantName\":\"金华市司法局\",\"domain\":\"TOWNSHIP\",\"actType\":\"COERCION\",\"riskReasons\":[\"PROCEDURE_DEFECT\",\"EVIDENCE_GAP\"],\"note\":\"合成预警（虚构）\",\"raisedOn\":\"2025-03-03\"}", (i > 1 ? "," : ""), round, i, year, i
    printf "]}"
  }'
}
for round in $(seq 0 "$rounds"); do
  batch "batch$round" "$((2000 + round))" >"$data/batch.json"
  begun=$(now)
  created=$(curl -sf -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -T "$data/batch.json" -X POST \
    "$base/v1/alerts/batch" | grep -o '"status":"CREATED"' | wc -l)
  ours=$(took "$begun" "$(now)")
  begun=$(now)
  psql -q -v ON_ERROR_STOP=1 -v rows=10000 -v round="plain$round" -v year="$((2000 + round))" -f "$here/alerts-batch.sql"
  raw=$(took "$begun" "$(now)")
  [ "$round" = 0 ] && continue
  echo "batch, round $round: $created created in $ours s; one statement $raw s; times $(awk "BEGIN{printf \"%.1f\", $ours / $raw}")"
done
