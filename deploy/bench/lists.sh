#!/usr/bin/env bash
# A list of 50 out of a million cases against pgbench running the same SELECT, in turns, 16 clients each; then single
# reads and the worklist at a fixed rate.
#   deploy/bench/lists.sh [rounds] [seconds] [rows]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
. "$home/deploy/java.sh"
rounds=${1:-5} seconds=${2:-10} rows=${3:-1000000}
need wrk; need pgbench; need psql
start_suite
database
echo "writing $rows cases"; psql -q -v rows="$rows" -f "$here/lists.sql"
TOKEN=$(token case-officer); export TOKEN
service=http://127.0.0.1:$case_port
cat >"$data/list.sql" <<'SQL'
SELECT * FROM reconsideration WHERE region_code >= '3307' AND region_code < '3307:' AND NOT ('nobody' = ANY (recused))
ORDER BY received_on DESC, id DESC LIMIT 51;
SQL
http() { wrk -t1 -c16 -d"$1"s --timeout 10s -s "$here/lists.lua" "$service/v1/reconsiderations?limit=50" | grep '^http'; }
plain() {
  pgbench -n -M prepared -c 16 -j 1 -T "$1" -f "$data/list.sql" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p' | head -n 1
}
echo "warm-up"; looked_for_unsealed; http 60; plain 5 >/dev/null
for round in $(seq "$rounds"); do
  ours=$(http "$seconds"); raw=$(plain "$seconds")
  echo "list, round $round: $ours; pgbench $raw per second; ratio $(awk "BEGIN{split(\"$ours\",a,\" \");printf \"%.2f\",a[2]/$raw}")"
done
psql -qAt -c "SELECT '$service/v1/reconsiderations/' || id FROM reconsideration TABLESAMPLE BERNOULLI (0.1)" >"$data/reads"
echo "$service/v1/worklist?limit=50" >"$data/worklist"
steady 200 10 "$data/reads" >/dev/null; steady 20 10 "$data/worklist" >/dev/null
for round in $(seq "$rounds"); do
  echo "single read, round $round: $(steady 100 "$seconds" "$data/reads")"
  echo "worklist, round $round: $(steady 10 "$seconds" "$data/worklist")"
done
