#!/usr/bin/env bash
# Prints one bearer token for trying things out:
#   deploy/token.sh --role case-officer[,approver] --region 330782 [--agency CODE] [--name NAME] [--data DIR]
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$home/deploy/java.sh"
if [ ! -f "$home/deploy/suite/target/deploy-suite.jar" ]; then
  echo "请先运行 deploy/run.sh / Run deploy/run.sh first" >&2
  exit 1
fi
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Dfile.encoding=UTF-8 -Dsuite.home="$home" \
  -cp "$home/deploy/suite/target/deploy-suite.jar:$home/deploy/suite/target/lib/*" cn.disputes.deploy.run.TokenCommand "$@"
