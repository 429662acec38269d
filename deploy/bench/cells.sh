#!/usr/bin/env bash
# Figures from roll-up cells over millions of cases against the plain aggregate in PostgreSQL (covering index) and in DuckDB
# (two threads), in one run over the same rows; then the headline page, cuts of two dimensions, pages of rows, all roll-ups
# counted anew against one plain GROUP BY, pages folded, and commits until they are seen.
#   deploy/bench/cells.sh [cases] [seconds] [parts]
# Ten million cases take longer than some machines let a command run: KEEP=folder keeps the data from part to part.
#   KEEP=/data/cells deploy/bench/cells.sh 10000000 30 load      then index, recount, heat, pages, fold, visible
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
. "$home/deploy/java.sh"
rows=${1:-10000000} seconds=${2:-30}
shift $(($# > 2 ? 2 : $#))
parts=("$@")
[ $# -gt 0 ] || parts=(load index recount heat pages fold visible)
need psql; need curl
start_suite
database
export PGDATABASE=stats
TOKEN=$(token statistician); export TOKEN
base=http://127.0.0.1:$stats_port
now() { date +%s.%N; }
took() { awk "BEGIN{printf \"%.1f\", $2 - $1}"; }
times() { awk "BEGIN{printf \"%.1f\", $1 / $2}"; }

load() {
  local begun
  begun=$(now); psql -q -v rows="$rows" -f "$here/cells-load.sql"
  echo "$rows cases loaded in $(took "$begun" "$(now)") s"
}

# As the migrations have them, and one that covers the plain aggregate; two at a time.
index() {
  local begun
  begun=$(now)
  PGOPTIONS="-c maintenance_work_mem=512MB -c max_parallel_maintenance_workers=0" xargs -d '\n' -P 2 -n 1 psql -q -c <"$here/cells-indexes.txt"
  psql -q -c 'VACUUM ANALYZE fact'
  echo "indexed in $(took "$begun" "$(now)") s"
}

recount() {
  local begun plain cells in_use round
  psql -qAt -f "$here/cells-plain.sql" >/dev/null
  for round in 1 2; do
    begun=$(now); psql -qAt -f "$here/cells-plain.sql" >/dev/null; plain=$(took "$begun" "$(now)")
    begun=$(now); curl -sf -X POST -H "Authorization: Bearer $TOKEN" "$base/v1/rebuild/cells" >"$data/recount"
    cells=$(took "$begun" "$(now)")
    echo "all roll-ups counted anew, round $round: $cells s, one plain GROUP BY $plain s: $(times "$cells" "$plain") times; $(cat "$data/recount")"
  done
  in_use=$(psql -qAt -c 'SELECT in_use FROM cell_state')
  psql -q -c "VACUUM ANALYZE $in_use"
  psql -qAt -c "SELECT count(*) || ' cells, ' || pg_size_pretty(pg_total_relation_size('$in_use')) || '; facts ' || pg_size_pretty(pg_total_relation_size('fact')) FROM $in_use"
}

# The median of five runs of a statement in psql, in milliseconds.
plain() {
  for _ in 1 2 3 4 5; do echo "$1;"; done | psql -qAt -c '\timing on' -f - | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | sort -n | sed -n 3p
}

# Of each year in turn. Warm after two minutes at the rate. With ANSWERS_KEPT_MEGABYTES=0 no answer is one given before.
heat() {
  local aggregate cells year round raw cell other ours half
  cells="SELECT region, period, sum(n1), sum(n2) FROM $(psql -qAt -c 'SELECT in_use FROM cell_state')
    WHERE cube = 0 AND period BETWEEN 202001 AND 202012 GROUP BY 1, 2"
  aggregate="SELECT region_code, date_trunc('month', concluded_on) AS month, count(*), count(*) FILTER (WHERE outcome IN
    ('CHANGED', 'REVOKED', 'PARTLY_REVOKED', 'CONFIRMED_UNLAWFUL', 'CONFIRMED_VOID', 'ORDERED_TO_PERFORM', 'AGREEMENT_REMEDY'))
    FROM fact WHERE known_to IS NULL AND kind = 'RECONSIDERATION' AND concluded_on BETWEEN '2020-01-01' AND '2020-12-31' GROUP BY 1, 2"
  psql -q -c "\\copy (SELECT kind, region_code, concluded_on, outcome FROM fact WHERE known_to IS NULL) TO '$data/fact.csv' WITH CSV HEADER"
  for year in 2017 2018 2019 2020 2021 2022 2023 2024; do
    echo "$base/v1/statistics?indicators=CORRECTION_RATE&from=$year-01&to=$year-12&groupBy=region,month"
  done >"$data/heat"
  steady 50 120 "$data/heat" >/dev/null
  for round in 1 2 3; do
    raw=$(plain "$aggregate") cell=$(plain "$cells")
    other=$("$java" -cp "$duck" "$here/Duck.java" "$data/fact.csv" 2020 15)
    ours=$(steady 50 "$seconds" "$data/heat")
    half=$(sed 's/.*p50 \([0-9.]*\) ms.*/\1/' <<<"$ours")
    echo "county × month, round $round: over HTTP $ours; plain $raw ms ($(times "$raw" "$half") times), DuckDB $other ms ($(times "$other" "$half") times); the cells in psql $cell ms ($(times "$raw" "$cell") and $(times "$other" "$cell") times)"
  done
  rm -f "$data/fact.csv"
}

pages() {
  local all year first second indicator narrowed set what round address
  all=RECONSIDERATIONS_RECEIVED,RECONSIDERATIONS_CONCLUDED,RECONSIDERATIONS_CORRECTED,DISPUTE_SETTLED_RATE,RECONSIDERATION_LITIGATION_RATIO,ZERO_LOSS_COUNTIES,HIGH_RISK_RESOLVED,HEAD_APPEARANCE_RATE,FIRST_INSTANCE_RECEIVED,SUPERVISION_ISSUED,RECTIFICATIONS_OUTSTANDING
  # of a year gone by and of this one, in which many cases may still be sued over
  for year in 2020 "$(date +%Y)"; do
    echo "$base/v1/statistics?indicators=$all&from=$year-01&to=$year-12&compare=previous-year"
  done >"$data/headline"
  for first in region agency agencyLevel domain actType court instance team month; do
    for second in agency agencyLevel domain actType court instance team month; do
      [[ $first < $second ]] || continue
      for indicator in CORRECTION_RATE LOSS_RATE RECONSIDERATIONS_PENDING; do
        echo "$base/v1/statistics?indicators=$indicator&from=2020-01&to=2020-12&groupBy=$first,$second"
      done
    done
  done | grep -v 'CORRECTION.*\(court\|instance\)\|PENDING.*\(court\|instance\)' >"$data/cuts"
  for narrowed in '' '&region=330705' '&region=330705&month=2020-05' '&agency=A7-3' '&domain=TAX&actType=LICENSING' '&agency=A7-3&domain=TAX' '&team=%E5%AE%A1%E7%90%8671'; do
    for set in numerator denominator excluded; do
      for indicator in CORRECTION_RATE:ADMITTED LOSS_RATE:JUDGED RECONSIDERATIONS_PENDING; do
        echo "$base/v1/statistics/$indicator/cases?set=$set&from=2020-01&to=2020-12$narrowed"
      done
    done
  done >"$data/rows"
  for what in headline cuts rows; do
    steady 10 60 "$data/$what" >/dev/null
    for round in 1 2; do echo "$what, round $round: $(steady 10 "$seconds" "$data/$what")"; done
  done
  for what in cuts rows; do
    while read -r address; do
      printf '%s %s\n' "$(curl -s -o /dev/null -w '%{time_total} %{http_code} %{size_download}' -H "Authorization: Bearer $TOKEN" "$address")" "${address#"$base"}"
    done <"$data/$what" | sort -rn | head -n 5
  done
}

fold() {
  for _ in 1 2; do
    "$java" -cp "$home/stats-service/target/classes:$(find "$home/stats-service/target/quarkus-app/lib" -name '*.jar' | tr '\n' ':')" \
      "$here/Fold.java" "jdbc:postgresql://127.0.0.1:$PGPORT/stats" 25000 500
  done
}

visible() {
  local officer round
  officer=$(token case-officer)
  echo "commit in case-service to figure, 100 a second, beside $rows cases:"
  "$java" "$here/Visible.java" "http://127.0.0.1:$case_port" "$base" "$officer" "$TOKEN" 50 40 >/dev/null
  for round in 1 2; do
    "$java" "$here/Visible.java" "http://127.0.0.1:$case_port" "$base" "$officer" "$TOKEN" 100 "$seconds"
  done
}

duck=$home/deploy/bench/target/duckdb_jdbc-1.4.2.0.jar
[ -f "$duck" ] || (cd "$home" && ./mvnw -B -q -N dependency:copy -Dartifact=org.duckdb:duckdb_jdbc:1.4.2.0 \
  -DoutputDirectory="$home/deploy/bench/target")
for part in "${parts[@]}"; do "$part"; done
