# Sourced by the measurements: starts an empty suite of its own on free ports and stops it at the end; in the folder KEEP,
# which is not removed then, so that a long measurement can be taken in parts.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
ports=${PORTS:-18081,18082,18083}
IFS=, read -r case_port alert_port stats_port <<<"$ports"
data=${KEEP:-$(mktemp -d "${TMPDIR:-/tmp}/disputes-bench.XXXXXX")}
mkdir -p "$data"

need() {
  command -v "$1" >/dev/null || { echo "$1 不在本机上 / $1 is not installed" >&2; exit 1; }
}

start_suite() {
  "$home/deploy/run.sh" --empty --data "$data/suite" --ports "$ports" >"$data/run.log" 2>&1 &
  suite=$!
  trap stop_suite EXIT
  for _ in $(seq 600); do
    grep -q 'Ready in' "$data/run.log" && return
    kill -0 "$suite" 2>/dev/null || { cat "$data/run.log" >&2; exit 1; }
    sleep 0.5
  done
  exit 1
}

stop_suite() {
  kill "$suite" 2>/dev/null || true
  wait "$suite" 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$data"
}

token() {
  "$home/deploy/token.sh" --data "$data/suite" --region 330700 --role "$1"
}

# The database of the suite for psql and pgbench.
database() {
  PGPASSWORD=$(cat "$data/suite/database-password")
  PGPORT=$(sed -n 4p "$data/suite/postgres/postmaster.pid")
  export PGPASSWORD PGPORT PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=cases
}

# Waits, at most two minutes, until what a burst has left behind is worked off: audit entries chained, feeds followed.
settle() {
  local left
  for _ in $(seq 120); do
    left=$(psql -qAt -c "SELECT (SELECT count(*) FROM audit_entry) - (SELECT count(*) FROM audit_seal) > 500")
    [ "$left" = f ] && curl -sf -H "Authorization: Bearer $(token statistician)" "http://127.0.0.1:$stats_port/v1/freshness" |
      grep -q '"caughtUp":true' && return
    sleep 1
  done
}

# Waits, at most five minutes, until the look for what is not sealed, once a day and a minute after the start, is over.
looked_for_unsealed() {
  for _ in $(seq 300); do
    grep -q 'personal data: .* sealed anew' "$data/suite/logs/case-service.log" && return
    sleep 1
  done
}

# Asks at a fixed rate: per second, seconds, file of addresses, file of a body to post.
steady() {
  local jar=$home/deploy/bench/target/HdrHistogram-2.2.2.jar
  [ -f "$jar" ] || (cd "$home" && ./mvnw -B -q -N dependency:copy -Dartifact=org.hdrhistogram:HdrHistogram:2.2.2 \
    -DoutputDirectory="$home/deploy/bench/target")
  # neither collecting garbage nor compiling beside what it times: a loader that did was half of the p99 it wrote down
  "$java" -XX:+UseSerialGC -Xmn400m -Xmx600m -XX:TieredStopAtLevel=1 -cp "$jar" "$here/Steady.java" "$TOKEN" "$@"
}
