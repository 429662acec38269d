# Sourced by backup.sh and restore.sh: which server a database is on, CASES_SERVER and so on or else PGHOST and PGPORT.

# A command with the server of a database: at DATABASE COMMAND...
at() {
  local name=${1^^}_SERVER
  local server=${!name:-}
  shift
  case $server in
    '') "$@" ;;
    *:*) PGHOST=${server%:*} PGPORT=${server##*:} "$@" ;;
    *) PGHOST=$server "$@" ;;
  esac
}

# What a database answers, and what its server does.
ask() { at "$1" psql -XAtq -v ON_ERROR_STOP=1 -d "$1" -c "$2"; }
ask_server() { at "$1" psql -XAtq -v ON_ERROR_STOP=1 -d postgres -c "$2"; }
