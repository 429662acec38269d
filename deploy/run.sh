#!/usr/bin/env bash
# Builds what is not built, then starts PostgreSQL and the three services and stays in the foreground.
# Options: --empty  --data DIR  --reset  --ports C,A,S  --help
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$home/deploy/java.sh"

jars=("$home"/case-service/target/quarkus-app/quarkus-run.jar "$home"/alert-service/target/quarkus-app/quarkus-run.jar
  "$home"/stats-service/target/quarkus-app/quarkus-run.jar "$home"/deploy/suite/target/deploy-suite.jar)

built() {
  local jar
  for jar in "${jars[@]}"; do [ -f "$jar" ] || return 1; done
  local newest
  newest=$(ls -t "${jars[@]}" | head -n 1)
  [ -z "$(find "$home"/pom.xml "$home"/*/pom.xml "$home"/deploy/*/pom.xml "$home"/*/src/main "$home"/deploy/*/src/main \
    -newer "$newest" -type f -print -quit 2>/dev/null)" ]
}

if [ "${1:-}" != "--help" ] && ! built; then
  log=$(mktemp "${TMPDIR:-/tmp}/disputes-build.XXXXXX")
  echo "构建中（首次需下载依赖）… / Building; the first time downloads libraries …"
  if ! (cd "$home" && ./mvnw -B -q -Dmaven.test.skip -Dspotless.skip package >"$log" 2>&1); then
    tail -n 25 "$log" >&2
    echo "构建失败，日志：$log / The build failed; log: $log" >&2
    exit 1
  fi
  rm -f "$log"
fi
exec "$java" -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsuite.home="$home" \
  -cp "$home/deploy/suite/target/deploy-suite.jar:$home/deploy/suite/target/lib/*" cn.disputes.deploy.run.Suite "$@"
