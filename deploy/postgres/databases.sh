#!/bin/sh
# Run once by the image of PostgreSQL on an empty volume: a database and a user of its own for each service and for
# Keycloak, none of which may look into another's.
set -eu
make() {
  psql -v ON_ERROR_STOP=1 -q -U "${POSTGRES_USER:-postgres}" -d postgres -v name="$1" -v password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}
make cases "$CASES_DB_PASSWORD"
make alerts "$ALERTS_DB_PASSWORD"
make stats "$STATS_DB_PASSWORD"
make keycloak "$KEYCLOAK_DB_PASSWORD"
