#!/usr/bin/env bash
# From the start of a process to its first 200 at /q/health/ready, for each service, on a migrated database: as the image
# starts it with JDK 25, without and with the cache its recipe makes; and as run.sh starts it, with the JDK that is there.
#   deploy/bench/start.sh [rounds]            JAVA25=/path/to/jdk-25/bin/java
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
. "$home/deploy/java.sh"
java25=${JAVA25:-$(ls -d /usr/lib/jvm/*25*/bin/java 2>/dev/null | head -n 1)}
[ -x "$java25" ] || { echo "没有 JDK 25，请设置 JAVA25 / no JDK 25 here: set JAVA25" >&2; exit 1; }
for part in case-service/target/quarkus-app deploy/suite/target/lib; do
  [ -d "$home/$part" ] || { echo "先构建 / build first: ./mvnw package" >&2; exit 1; }
done
libraries="$home/deploy/suite/target/deploy-suite.jar:$home/deploy/suite/target/lib/*"
work=$(mktemp -d "${TMPDIR:-/tmp}/disputes-start.XXXXXX")
trap 'rm -rf "$work"' EXIT
options=$(grep '^-' "$home/deploy/jvm.options" | tr '\n' ' ')
options="${options/-Djava.io.tmpdir=\/tmp/} -Xmx112m"
for service in case-service alert-service stats-service; do
  # shellcheck disable=SC2086
  "$java25" -cp "$libraries" cn.disputes.deploy.run.Training $service "$home/$service/target/quarkus-app/quarkus-run.jar" \
    $options -XX:AOTCacheOutput="$work/$service.aot" >"$work/$service.log" 2>&1 || { tail -n 20 "$work/$service.log" >&2; exit 1; }
done
du -m "$work"/*.aot | sed "s#$work/##"
each=$(echo "$options" | tr -s ' ' '|')
"$java25" -cp "$libraries" "$here/Start.java" "${1:-5}" "$home" "$java25" "JDK 25|$each" "JDK 25 with its cache|$each|-XX:AOTCache=$work/{service}.aot"
"$java" -cp "$libraries" "$here/Start.java" "${1:-5}" "$home" "$java" \
  "as run.sh|-XX:+UseSerialGC|-Xmx160m|-Xss512k|-XX:MaxMetaspaceSize=144m|-XX:ReservedCodeCacheSize=64m"
