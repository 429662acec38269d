#!/usr/bin/env bash
# From the register's feed over HTTP into the figures: how many changed cases a second while catching up, then all facts
# and roll-ups folded anew.
#   deploy/bench/feed.sh [cases]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
. "$home/deploy/java.sh"
rows=${1:-1000000}
need psql; need curl
start_suite
database
TOKEN=$(token statistician)
stats=http://127.0.0.1:$stats_port
# the other follower of the same feed is held still: it is not what is measured
other=$(pgrep -f "$home/alert-service/target/quarkus-app" | while read -r pid; do
  grep -qz "QUARKUS_HTTP_PORT=$alert_port" "/proc/$pid/environ" && echo "$pid"; done)
kill -STOP "$other"
psql -q -v rows="$rows" -f "$here/feed.sql"
known() { psql -qAt -d stats -c "SELECT coalesce(max(cursor), '') FROM feed_cursor WHERE source = 'case-service'"; }
last=$(psql -qAt -c "SELECT tx || '-' || position FROM outbox ORDER BY tx DESC, position DESC LIMIT 1")
begun=$(date +%s.%N)
until [ "$(known)" = "$last" ]; do sleep 0.5; done
awk "BEGIN{s = $(date +%s.%N) - $begun; printf \"%d cases followed in %.1f s: %.0f a second\n\", $rows, s, $rows / s}"
begun=$(date +%s.%N)
until [ "$(psql -qAt -d stats -c 'SELECT count(*) FROM (SELECT FROM fact_change LIMIT 1) c')" = 0 ]; do sleep 0.5; done
awk "BEGIN{printf \"in the roll-ups %.1f s later\n\", $(date +%s.%N) - $begun}"
# nor does it catch up beside what follows, which reads its own feed
psql -q -d alerts -c "INSERT INTO feed_cursor (source, cursor) VALUES ('case-service', '$last'), ('case-service/news', '$last')
  ON CONFLICT (source) DO UPDATE SET cursor = excluded.cursor"
kill -CONT "$other"
begun=$(date +%s.%N)
curl -sf -X POST -H "Authorization: Bearer $TOKEN" "$stats/v1/rebuild"; echo
awk "BEGIN{printf \"folded anew in %.1f s\n\", $(date +%s.%N) - $begun}"
