#!/usr/bin/env bash
# Takes a backup of the databases of the suite, one pg_dump each, into a new folder under --to, and says its name.
#   deploy/backup.sh --to DIR [--keep DAYS]
# The server is found as psql finds it: PGHOST, PGPORT, PGUSER, PGPASSWORD (PGHOST 127.0.0.1 and PGUSER postgres if not given);
# where the databases have servers of their own: CASES_SERVER, ALERTS_SERVER, STATS_SERVER, KEYCLOAK_SERVER as host:port,
# and their passwords in PGPASSFILE.
# --keep removes older backups. Nothing is stopped: whoever follows a feed is saved before whom it follows, so that on
# restoring it only has to catch up. deploy/.env and the keys of deploy/secrets are not in it and belong into a safe: without
# them personal data and the webhooks' secrets stay sealed, and the services cannot log in at the restored Keycloak.
set -euo pipefail
umask 077
to='' keep=''
while [ $# -gt 0 ]; do
  case $1 in
    --to) to=$2; shift 2 ;;
    --keep) keep=$2; shift 2 ;;
    *) sed -n '2,10p' "${BASH_SOURCE[0]}" >&2; exit 1 ;;
  esac
done
[ -n "$to" ] || { sed -n '2,10p' "${BASH_SOURCE[0]}" >&2; exit 1; }
export PGHOST=${PGHOST:-127.0.0.1} PGUSER=${PGUSER:-postgres}
fail() { echo "$*" >&2; exit 1; }
for program in psql pg_dump pg_restore sha256sum; do
  command -v "$program" >/dev/null || fail "找不到 $program，请安装 PostgreSQL 客户端 / $program is not installed: the client programs of PostgreSQL are needed"
done
. "$(dirname "${BASH_SOURCE[0]}")/servers.sh"
client=$(pg_dump --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
for database in stats alerts cases; do
  server=$(ask_server "$database" "SELECT current_setting('server_version_num')::int / 10000") ||
    fail "连不上 $database 的数据库服务器 / The server of $database is not reached"
  [ "$client" -ge "$server" ] || fail "pg_dump $client 早于服务器 $server，请安装同版本客户端 / pg_dump $client is older than the server ($server): install its version"
done

name=disputes-$(date -u +%Y%m%dT%H%M%SZ)
partial=$to/.$name.partial
mkdir -p "$to"
rm -rf "$partial"
mkdir "$partial"
trap 'rm -rf "$partial"' EXIT
saved=0
databases=(stats alerts cases)
# somebody else's, where the three have servers of their own and none is named for it
[ -n "${CASES_SERVER:-}" ] && [ -z "${KEYCLOAK_SERVER:-}" ] || databases+=(keycloak)
for database in "${databases[@]}"; do
  [ -n "$(ask_server "$database" "SELECT 1 FROM pg_database WHERE datname = '$database'")" ] || {
    [ "$database" = keycloak ] && continue
    fail "没有数据库 $database / There is no database $database"
  }
  at "$database" pg_dump --format=custom --no-owner --no-privileges --dbname="$database" --file="$partial/$database.dump" ||
    fail "备份 $database 失败 / The backup of $database failed"
  # a file that cannot be read is no backup
  pg_restore --list "$partial/$database.dump" >/dev/null || fail "$database.dump 无法读取 / cannot be read"
  saved=$((saved + 1))
done
(cd "$partial" && sha256sum -- *.dump >SHA256SUMS)
sync
mv "$partial" "$to/$name"
trap - EXIT
if [ -n "$keep" ]; then
  find "$to" -mindepth 1 -maxdepth 1 -type d -name 'disputes-*' -mtime "+$keep" -exec rm -rf {} +
fi
echo "$to/$name"
