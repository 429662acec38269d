#!/usr/bin/env bash
# Full case evaluations a second on one core, in process (JMH): twelve steps folded, every clock counted.
#   deploy/bench/clock.sh [rounds] [seconds]
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$home/deploy/java.sh"
cd "$home"
./mvnw -B -q -pl case-service -am -DskipTests -Dspotless.skip -Dmdep.includeScope=test \
  -Dmdep.outputFile=target/bench.classpath test-compile dependency:build-classpath
classes=case-service/target/test-classes:case-service/target/classes
exec "$java" -cp "$classes:$(cat case-service/target/bench.classpath)" org.openjdk.jmh.Main ClockBenchmark \
  -f 1 -t 1 -wi 3 -w 3 -i "${1:-5}" -r "${2:-5}"
