#!/usr/bin/env bash
# Makes what deploy/compose.yaml needs and no repository may hold: deploy/.env and deploy/secrets/, random, readable by
# their owner only. What is already there stays as it is, so it may be run again after an upgrade that needs one more.
# On a new machine for a restored Keycloak and restored databases: put both back first, new ones do not open the old data.
#   deploy/secrets.sh [--public https://…] [--keycloak https://…] [--dir DIR]
set -euo pipefail
umask 077
dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
example=$dir/.env.example
public=http://localhost:8082 keycloak=http://localhost:8080
while [ $# -gt 0 ]; do
  case $1 in
    --public) public=${2%/}; shift 2 ;;
    --keycloak) keycloak=${2%/}; shift 2 ;;
    --dir) dir=$2; shift 2 ;;
    *) sed -n '2,5p' "${BASH_SOURCE[0]}" >&2; exit 1 ;;
  esac
done
command -v openssl >/dev/null || { echo "找不到 openssl / openssl is not installed" >&2; exit 1; }
mkdir -p "$dir/secrets"
chmod 700 "$dir/secrets"
touch "$dir/.env"
chmod 600 "$dir/.env"

# every name of .env.example that has no value there yet
while IFS='=' read -r name value; do
  case $name in '' | '#'*) continue ;; esac
  grep -q "^$name=" "$dir/.env" && continue
  case $name in
    PUBLIC_URL) value=$public ;;
    KEYCLOAK_URL) value=$keycloak ;;
    PAGES_HTTPS) grep -q '^PUBLIC_URL=https:' "$dir/.env" && value=true || value=false ;;
    *_PASSWORD | *_SECRET) value=$(openssl rand -hex 24) ;;
    *) echo "$name: 不知如何生成 / no rule to make it" >&2; exit 1 ;;
  esac
  printf '%s=%s\n' "$name" "$value" >>"$dir/.env"
done <"$example"

# the folder keeps others out; a container's own user has to read the file itself
secret() {
  [ -s "$dir/secrets/$1" ] || printf '%s' "$2" >"$dir/secrets/$1"
  chmod 444 "$dir/secrets/$1"
}
secret postgres-password "$(openssl rand -hex 24)"
secret grafana-password "$(openssl rand -hex 24)"
# whoever loses the first loses the personal data, the second the webhooks' secrets: copies into a safe, apart from the backups
secret personal-data-key "$(openssl rand -base64 32)"
secret delivery-secret-key "$(openssl rand -base64 32)"
echo "$dir/.env  $dir/secrets/"
