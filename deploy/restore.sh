#!/usr/bin/env bash
# Puts a backup of deploy/backup.sh into a server, or into one for each database, with the services stopped.
#   deploy/restore.sh --from DIR [--replace] [--without-keycloak]
# The server is found as psql finds it: PGHOST, PGPORT, PGUSER, PGPASSWORD; where the databases have servers of their own:
# CASES_SERVER, ALERTS_SERVER, STATS_SERVER, KEYCLOAK_SERVER as host:port, with passwords in PGPASSFILE. The users
# cases, alerts, stats and keycloak must be there (deploy/postgres/databases.sh makes them), each database empty or not
# there; with --replace what is there is kept beside it as NAME_before_TIME.
set -euo pipefail
from='' replace='' keycloak=yes
while [ $# -gt 0 ]; do
  case $1 in
    --from) from=${2%/}; shift 2 ;;
    --replace) replace=yes; shift ;;
    --without-keycloak) keycloak=; shift ;;
    *) sed -n '2,8p' "${BASH_SOURCE[0]}" >&2; exit 1 ;;
  esac
done
[ -n "$from" ] || { sed -n '2,8p' "${BASH_SOURCE[0]}" >&2; exit 1; }
export PGHOST=${PGHOST:-127.0.0.1} PGUSER=${PGUSER:-postgres}
fail() { echo "$*" >&2; exit 1; }
for program in psql pg_restore sha256sum; do
  command -v "$program" >/dev/null || fail "找不到 $program，请安装 PostgreSQL 客户端 / $program is not installed: the client programs of PostgreSQL are needed"
done
. "$(dirname "${BASH_SOURCE[0]}")/servers.sh"
[ -f "$from/SHA256SUMS" ] || fail "$from 不是完整的备份 / is no complete backup"
(cd "$from" && sha256sum --quiet --check SHA256SUMS) || fail "备份文件已损坏 / A file of the backup is damaged"
databases=(cases alerts stats)
if [ -n "$keycloak" ] && [ -f "$from/keycloak.dump" ]; then databases+=(keycloak); fi

# nothing is touched before everything is known to be in order
for database in "${databases[@]}"; do
  [ -f "$from/$database.dump" ] || fail "备份中没有 $database / The backup has no $database"
  [ -n "$(ask_server "$database" "SELECT 1 FROM pg_roles WHERE rolname = '$database'")" ] || fail "没有用户 $database / There is no user $database"
  [ "$(ask_server "$database" "SELECT count(*) FROM pg_stat_activity WHERE datname = '$database'")" = 0 ] ||
    fail "$database 仍有连接，请先停止服务 / $database is in use: stop the services first"
  if [ -n "$(ask_server "$database" "SELECT 1 FROM pg_database WHERE datname = '$database'")" ] && [ -z "$replace" ]; then
    [ "$(ask "$database" "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")" = 0 ] ||
      fail "$database 非空；加 --replace 则原库改名保留 / $database is not empty; with --replace it is kept under another name"
  fi
done

stamp=$(date -u +%Y%m%d%H%M%S)
for database in "${databases[@]}"; do
  if [ -n "$(ask_server "$database" "SELECT 1 FROM pg_database WHERE datname = '$database'")" ]; then
    if [ "$(ask "$database" "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")" = 0 ]; then
      ask_server "$database" "DROP DATABASE $database"
    else
      ask_server "$database" "ALTER DATABASE $database RENAME TO ${database}_before_$stamp"
    fi
  fi
  ask_server "$database" "CREATE DATABASE $database OWNER $database TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
  ask_server "$database" "REVOKE ALL ON DATABASE $database FROM PUBLIC"
  # whoever watches the server may still look
  ask_server "$database" "GRANT CONNECT ON DATABASE $database TO pg_monitor"
  ask "$database" "ALTER SCHEMA public OWNER TO $database"
  at "$database" pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --role="$database" --dbname="$database" \
    "$from/$database.dump" || fail "恢复 $database 失败 / Restoring $database failed"
  ask "$database" "ANALYZE"
  echo "$database"
done

# Feeds and the audit trail are ordered by transaction numbers, which a new server counts from the beginning: a new event
# would sort before all old ones and nobody would see it. So each server's count is taken beyond every number restored.
beyond=0
for database in cases alerts stats; do
  for numbers in \
    "SELECT max(tx)::text FROM outbox" \
    "SELECT max(tx)::text FROM audit_entry" \
    "SELECT max(split_part(cursor, '-', 1)::numeric)::text FROM feed_cursor WHERE cursor <> ''"; do
    table=$(sed 's/.*FROM \([a-z_]*\).*/\1/' <<<"$numbers")
    [ -n "$(ask "$database" "SELECT to_regclass('$table')")" ] || continue
    seen=$(ask "$database" "$numbers")
    [ "${seen:-0}" -gt "$beyond" ] && beyond=$seen
  done
done
for database in cases alerts stats; do
  at "$database" psql -XAtq -v ON_ERROR_STOP=1 -d postgres <<SQL
SET synchronous_commit = off;
DO \$\$
BEGIN
  WHILE pg_current_xact_id() <= '$beyond'::xid8 LOOP
    COMMIT;
  END LOOP;
END \$\$;
SQL
done

# who follows must not be newer than whom it follows; backup.sh sees to that
ahead() {
  local cursor
  cursor=$(ask "$1" "SELECT cursor FROM feed_cursor WHERE source LIKE '$2%' AND cursor <> '' ORDER BY split_part(cursor, '-', 1)::numeric DESC, split_part(cursor, '-', 2)::numeric DESC LIMIT 1")
  [ -z "$cursor" ] && return
  [ "$(ask "$3" "SELECT count(*) FROM outbox WHERE (tx, position) >= ('${cursor%-*}'::xid8, ${cursor#*-})")" != 0 ] ||
    echo "$1 比 $3 新：启动后须重算（POST /v1/rebuild）并核对 / $1 is newer than $3: POST /v1/rebuild after the start, and compare" >&2
}
[ -n "$(ask alerts "SELECT to_regclass('feed_cursor')")" ] && ahead alerts case-service cases
[ -n "$(ask stats "SELECT to_regclass('feed_cursor')")" ] && ahead stats case-service cases && ahead stats alert-service alerts
echo "已恢复，可以启动服务 / Restored; the services may be started"
