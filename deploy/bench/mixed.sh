#!/usr/bin/env bash
# Officers, courts and dashboards at once: as many as are answered, then 70 % of that held; the same while every process
# is restarted one after the other; one process of case-service against two of it.
#   deploy/bench/mixed.sh [minutes to hold] [cases there before] [parts: hold, rolling, two]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
. "$home/deploy/java.sh"
minutes=${1:-10} rows=${2:-100000}
[ $# -gt 2 ] && parts=("${@:3}") || parts=(hold rolling two)
need psql; need curl
start_suite
database
psql -q -v rows="$rows" -f "$here/lists.sql"
settle; looked_for_unsealed
OFFICER=$(token case-officer) COURT=$(token court-liaison) DISPLAY_TOKEN=$(token dashboard); export OFFICER COURT DISPLAY_TOKEN
PGDATABASE=alerts psql -q -c "INSERT INTO alert_source (id, uid, version, region_code, rows_per_minute, counted_at, expected_from)
  VALUES ('bench-court', gen_random_uuid(), 1, '330700', 10000000, now(), now())"
jar=$home/deploy/bench/target/HdrHistogram-2.2.2.jar
[ -f "$jar" ] || (cd "$home" && ./mvnw -B -q -N dependency:copy -Dartifact=org.hdrhistogram:HdrHistogram:2.2.2 \
  -DoutputDirectory="$home/deploy/bench/target")
today=$(TZ=Asia/Shanghai date +%F) year=$(TZ=Asia/Shanghai date +%Y)
case_body='{"regionCode":"330700","receivedOn":"'$today'","channel":"ONLINE","applicants":[{"kind":"NATURAL_PERSON","name":"合成甲","idNumber":"330702180001010015","phone":"13800001234"}],"respondentCode":"11330700002592265Y","actType":"PENALTY","domain":"OTHER","claims":"请求撤销处罚决定（虚构）"}'
alert_body='{"source":"bench-court","sourceAlertId":"mixed-#","court":"金华市婺城区人民法院","litigationCaseNumber":"('$year')浙0702行初#号","regionCode":"330702","defendantCode":"11330700002592265Y","defendantName":"金华市司法局","domain":"TOWNSHIP","actType":"COERCION","riskReasons":["EVIDENCE_GAP"],"note":"合成预警（虚构）","raisedOn":"'$today'"}'
figures="/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED,RECONSIDERATIONS_CONCLUDED,HEAD_APPEARANCE_RATE,LOSS_RATE&from=2024-01&to=2024-12"
plan() {
  psql -qAt -c "SELECT '1 read OFFICER 0 /v1/reconsiderations/' || id FROM reconsideration TABLESAMPLE BERNOULLI (5) LIMIT 40"
  echo "20 list OFFICER 0 /v1/reconsiderations?limit=20"
  echo "5 worklist OFFICER 0 /v1/worklist?limit=20"
  echo "10 register OFFICER 0 /v1/reconsiderations|$case_body"
}
plan >"$data/officers"
{
  cat "$data/officers"
  echo "5 alert COURT 1 /v1/alerts|$alert_body"
  echo "15 figures DISPLAY_TOKEN 2 $figures"
  echo "5 heat DISPLAY_TOKEN 2 $figures&groupBy=region,month"
} >"$data/plan"
cases=http://127.0.0.1:$case_port alerts=http://127.0.0.1:$alert_port stats=http://127.0.0.1:$stats_port
mixed() { "$java" -XX:+UseSerialGC -Xmn200m -Xmx300m -XX:TieredStopAtLevel=1 -cp "$jar" "$here/Mixed.java" "$@"; }
pid_of() { pgrep -f "$home/$1/target/quarkus-app/quarkus-run.jar" | head -n 1; }
memory() { for s in case alert stats; do ps -o rss= -p "$(pid_of $s-service)" | awk -v s=$s '{printf "%s %d MB  ", s, $1 / 1024}'; done; echo; }

# A process more of a service, with the environment and the options of the one that runs: name, port.
declare -A started=()
more() {
  local pid like
  like=$(pid_of "$1")
  mapfile -d '' -t environment < <(grep -zv '^QUARKUS_HTTP_PORT=' "/proc/$like/environ")
  mapfile -d '' -t command <"/proc/$like/cmdline"
  env -i "${environment[@]}" QUARKUS_HTTP_PORT="$2" "${command[@]}" >"$data/$1-$2.log" 2>&1 &
  started[$2]=$!
}
ready() { for _ in $(seq 240); do curl -sf -o /dev/null "http://127.0.0.1:$1/q/health/ready" && return; sleep 0.5; done; exit 1; }
end_more() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; stop_suite; }
trap end_more EXIT

limit() {
  mixed "$data/plan" 0 90 "$@" >/dev/null
  mixed "$data/plan" 0 30 "$@" >"$data/limit"
  most=$(sed -n 's/^  all  *[0-9]*, *\([0-9]*\).*/\1/p' "$data/limit")
  echo "as many as 16 clients get answered: $most a second"
  settle
}
hold() {
  limit "$cases" "$alerts" "$stats"
  rate=$((most * 7 / 10))
  echo "$rate a second for $minutes minutes; memory before: $(memory)"
  mixed "$data/plan" "$rate" $((minutes * 60)) "$cases" "$alerts" "$stats" &
  local load=$!
  for minute in $(seq "$minutes"); do sleep 60; echo "  minute $minute: $(memory)"; done
  wait "$load"
}
rolling() {
  local name of port base load
  declare -A of=([case-service]=$case_port [alert-service]=$alert_port [stats-service]=$stats_port)
  # two of each, beside the ones the suite itself watches over, which are not asked
  for name in "${!of[@]}"; do more "$name" $((of[$name] + 10)); more "$name" $((of[$name] + 20)); done
  for port in "${!started[@]}"; do ready "$port"; done
  both() { echo "http://127.0.0.1:$((of[$1] + 10)),http://127.0.0.1:$((of[$1] + 20))"; }
  limit "$(both case-service)" "$(both alert-service)" "$(both stats-service)"
  rate=$((most * 7 / 10))
  echo "$rate a second while each of six processes, two of each service, is ended and started again"
  mixed "$data/plan" "$rate" 180 "$(both case-service)" "$(both alert-service)" "$(both stats-service)" &
  load=$!
  sleep 20
  for name in "${!of[@]}"; do
    for base in 10 20; do
      port=$((of[$name] + base))
      kill "${started[$port]}"; wait "${started[$port]}" 2>/dev/null || true
      more "$name" "$port"; ready "$port"; sleep 2
    done
  done
  echo "  all six are back: $(kill -0 "$load" 2>/dev/null && echo "the load still on" || echo "the load is over")"
  wait "$load"
  for port in "${!started[@]}"; do kill "${started[$port]}"; wait "${started[$port]}" 2>/dev/null || true; done
  started=()
}
# One, two, two, one: what the register grows by meanwhile weighs on both alike.
two() {
  local port=$((case_port + 10)) both round
  more case-service "$port"; ready "$port"
  both="$cases,http://127.0.0.1:$port"
  answered() { mixed "$data/officers" 0 20 "$1" "$alerts" "$stats" | sed -n 's/^  all  *[0-9]*, *\([0-9.]*\).*/\1/p'; }
  mixed "$data/officers" 0 240 "$both" "$alerts" "$stats" >/dev/null
  for round in 1 2 3; do
    echo "$(answered "$cases") $(answered "$both") $(answered "$both") $(answered "$cases")" | awk -v round=$round \
      '{printf "officers, round %d: one process %s and %s a second, two %s and %s, %.2f times\n", round, $1, $4, $2, $3, ($2 + $3) / ($1 + $4)}'
  done
}
for part in "${parts[@]}"; do "$part"; done
