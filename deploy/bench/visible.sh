#!/usr/bin/env bash
# From a commit in case-service to the figure in stats-service while cases are registered at a fixed rate.
#   deploy/bench/visible.sh [per second] [seconds]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"
. "$home/deploy/java.sh"
start_suite
cases=http://127.0.0.1:$case_port stats=http://127.0.0.1:$stats_port
officer=$(token case-officer) statistician=$(token statistician)
echo "warm-up"; "$java" "$here/Visible.java" "$cases" "$stats" "$officer" "$statistician" 50 10
"$java" "$here/Visible.java" "$cases" "$stats" "$officer" "$statistician" "${1:-50}" "${2:-60}"
