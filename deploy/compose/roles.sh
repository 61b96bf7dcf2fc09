#!/bin/sh
# The roles of web server and worker. The database's image runs this once, when its volume is new; the migration gives them their rights.
set -eu
psql --set ON_ERROR_STOP=1 --set web="$WEB_PASSWORD" --set worker="$WORKER_PASSWORD" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role anb_web login password :'web';
create role anb_worker login password :'worker';
SQL
