#!/usr/bin/env bash
# POST /v1/assignment-rounds over open risk cases: routed and handed over, month after month, then each again with
# nothing changed, and the list of a round read.
#   deploy/bench/rounds.sh [cases] [months]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
cases=${1:-10000} months=${2:-6}
need curl; need psql
start_suite
database
export PGDATABASE=alerts
coordinator=$(token coordinator)
base=http://127.0.0.1:$alert_port
put() {
  curl -sf -o /dev/null -X PUT -H "Authorization: Bearer $coordinator" -H 'Content-Type: application/json' -d "$2" "$base$1"
}
# as an office has them: in each county three ranks for all, and a deputy for each of six fields
for region in 330700 330702 330703 330723 330726 330727 330781 330782 330783 330784; do
  for rank in COUNTY PRINCIPAL DEPUTY; do
    put "/v1/leaders/$region-$rank" "{\"name\":\"虚构$region$rank\",\"rank\":\"$rank\",\"regionCode\":\"$region\"}"
    put "/v1/duties/$region-$rank" "{\"leaderId\":\"$region-$rank\",\"regionCode\":\"$region\",\"from\":\"2020-01-01\"}"
  done
  for field in TOWNSHIP LAND_EXPROPRIATION ECOLOGY PUBLIC_SECURITY MARKET_REGULATION HUMAN_RESOURCES; do
    put "/v1/leaders/$region-$field" "{\"name\":\"虚构$region$field\",\"rank\":\"DEPUTY\",\"regionCode\":\"$region\"}"
    put "/v1/duties/$region-$field" "{\"leaderId\":\"$region-$field\",\"regionCode\":\"$region\",\"domain\":\"$field\",\"levels\":[\"YELLOW\"],\"from\":\"2020-01-01\"}"
  done
done
psql -q -v rows="$cases" <<'SQL'
INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, act_type, domain, level, score,
    factors, state, flagged_on, version, recorded_at)
SELECT uuidv7(), '(2022)浙0702行初' || n || '号',
    (ARRAY['330700','330702','330703','330723','330726','330727','330781','330782','330783','330784'])[1 + n % 10],
    '11330700002592265Y', '金华市司法局', 'COERCION',
    (ARRAY['TOWNSHIP','LAND_EXPROPRIATION','ECOLOGY','PUBLIC_SECURITY','MARKET_REGULATION','HUMAN_RESOURCES','OTHER'])[1 + n % 7],
    (ARRAY['RED','ORANGE','YELLOW'])[1 + n % 3], 30,
    '[{"code":"PROCEDURE_DEFECT","points":25,"evidence":"法院预警：程序瑕疵"},{"code":"GROUP_CASE","points":15,"evidence":"法院预警：群体性案件"}]',
    'FLAGGED', '2021-12-01', 1, now()
FROM generate_series(1, :rows) AS n;
ANALYZE risk_case;
SQL
# Seconds from the first byte asked to the last byte answered.
asked() {
  local what=$1
  shift
  curl -sf -o "$data/answer" -w '%{http_code} %{time_total}' -H "Authorization: Bearer $coordinator" \
    -H 'Content-Type: application/json' "$@" | awk -v what="$what" '{printf "  %-34s %s, %.2f s\n", what, $1, $2}'
}
for month in $(seq "$months"); do
  name=$(printf '2022-%02d' "$month") body=$(printf '{"month":"2022-%02d","regionCode":"330700"}' "$month")
  echo "round of $name, $cases open cases"
  asked "handed over" -d "$body" "$base/v1/assignment-rounds"
  asked "again, nothing changed" -d "$body" "$base/v1/assignment-rounds"
  asked "its orders read" "$base/v1/assignment-rounds/$name/orders"
done
psql -tA <<'SQL'
SELECT '  ' || month || ': ' || count(*) || ' cases in orders, ' || count(DISTINCT case_id) || ' of them different, '
    || count(DISTINCT leader_id) || ' leaders'
FROM assignment_order WHERE leader_id IS NOT NULL GROUP BY month ORDER BY month;
SQL
