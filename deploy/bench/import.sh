#!/usr/bin/env bash
# POST /v1/imports of a CSV against SQL writing the same rows from a staging table in one transaction, on the same
# database, in turns; then the same file again, out as .xlsx and in again. The followers of the feed stand still meanwhile.
#   deploy/bench/import.sh [rows] [rounds]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
rows=${1:-1000000} rounds=${2:-2}
need curl; need psql; need jcmd
start_suite
database
base=http://127.0.0.1:$case_port
officer=$(token case-officer)
service() { pgrep -f "$home/$1/target/quarkus-app/quarkus-run.jar" | head -n 1; }
pid=$(service case-service)
followers="$(service alert-service) $(service stats-service)"
kill -STOP $followers
trap 'kill -CONT $followers 2>/dev/null || true; stop_suite' EXIT
peak=0
heap() {
  local used
  used=$(jcmd "$pid" GC.heap_info 2>/dev/null | sed -n 's/.*total [0-9]*K, used \([0-9]*\)K.*/\1/p' | awk '{s += $1} END {print int(s / 1024)}')
  [ "${used:-0}" -gt "$peak" ] && peak=$used
  return 0
}
now() { date +%s.%N; }
per_second() { awk "BEGIN{printf \"%d\", $1 / ($3 - $2)}"; }
table() {
  awk -v rows="$rows" -v prefix="$1" 'BEGIN {
    print "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,respondentName,respondentRegionCode,domain,actType,acceptedOn,procedure,copyServedOn,repliedOn,concludedOn,outcome,outcomeGround,decisionServedOn"
    split("330702 330703 330723 330726 330727 330781 330782 330783 330784", region, " ")
    split("PENALTY COERCION LICENSING INACTION OTHER", act, " ")
    for (i = 1; i <= rows; i++) {
      month = sprintf("2022-%02d", 1 + i % 9)
      printf "%s〔2022〕%d号,%s,%s-01,ONLINE,NATURAL_PERSON,合成%d,11330700002592265Y,金华市司法局,330700,OTHER,%s,%s-02,ORDINARY,%s-04,%s-10,%s-25,UPHELD,,%s-27\n",
        prefix, i, region[1 + i % 9], month, i, act[1 + i % 5], month, month, month, month, month
    }
  }'
}
# Sends a file, waits for its end: seconds from the first byte sent to the last row committed.
import() {
  local location status begun
  begun=$(now)
  location=$(curl -sf -D - -o /dev/null -H "Authorization: Bearer $officer" -H "Content-Type: $2" -T "$1" -X POST \
    "$base/v1/imports?kind=reconsiderations" | tr -d '\r' | sed -n 's/^[Ll]ocation: //p')
  received=$(now)
  while :; do
    heap
    status=$(curl -sf -H "Authorization: Bearer $officer" "$base/v1/imports/${location##*/}")
    case $status in *'"status":"RUNNING"'*) sleep 0.5 ;; *) break ;; esac
  done
  ended=$(now)
  echo "    $(sed 's/,"errors".*/}/; s/.*"status"/{"status"/' <<<"$status")"
  started=$begun
}
sql() {
  psql -q <<SQL
DROP TABLE IF EXISTS staging;
CREATE TABLE staging (case_number text, region_code text, received_on date, channel text, applicant_kind text,
  applicant_name text, respondent_code text, respondent_name text, respondent_region text, domain text, act_type text,
  accepted_on date, procedure text, copy_served_on date, replied_on date, concluded_on date, outcome text, ground text,
  decision_served_on date, id uuid NOT NULL DEFAULT uuidv7());
\copy staging (case_number, region_code, received_on, channel, applicant_kind, applicant_name, respondent_code, respondent_name, respondent_region, domain, act_type, accepted_on, procedure, copy_served_on, replied_on, concluded_on, outcome, ground, decision_served_on) FROM '$1' WITH (FORMAT csv, HEADER)
ANALYZE staging;
CHECKPOINT;
SQL
  started=$(now)
  psql -q -v ON_ERROR_STOP=1 -f "$here/import.sql"
  ended=$(now)
  psql -q -c 'DROP TABLE staging'
}
csv=$data/rows.csv
echo "warm-up"; rows=20000 table 热身 >"$csv"; import "$csv" text/csv
for round in $(seq "$rounds"); do
  table "产品$round" >"$csv"
  psql -q -c CHECKPOINT
  import "$csv" text/csv
  ours=$(per_second "$rows" "$started" "$ended") taken=$(awk "BEGIN{printf \"%.1f\", $received - $started}")
  table "对照$round" >"$data/plain.csv"; sql "$data/plain.csv"
  plain=$(per_second "$rows" "$started" "$ended")
  echo "round $round: import $ours a second ($taken s of it to take the file in), SQL $plain a second, ratio $(awk "BEGIN{printf \"%.2f\", $ours / $plain}"), heap at most $peak MB"
done
echo "the same file again"; import "$csv" text/csv
echo "  $(per_second "$rows" "$started" "$ended") rows a second"
begun=$(now)
curl -sf -H "Authorization: Bearer $officer" -o "$data/out.xlsx" "$base/v1/exports?kind=reconsiderations&format=xlsx&receivedFrom=2022-01-01" &
export_pid=$!
while kill -0 "$export_pid" 2>/dev/null; do heap; sleep 1; done
echo "out as .xlsx: $(awk "BEGIN{printf \"%.0f\", $(now) - $begun}") s, $(($(stat -c %s "$data/out.xlsx") / 1048576)) MB, heap at most $peak MB"
echo "that .xlsx in again"; import "$data/out.xlsx" application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
echo "  $(awk "BEGIN{printf \"%.0f\", $ended - $started}") s, heap at most $peak MB"
