# Build context: the project's root, after `mvn package`.
FROM debian:12-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 990 --home-dir /var/lib/anb --create-home anb

COPY payara-config/target/runtime/ /opt/anb/server/
COPY anb-ear/target/anb.ear /opt/anb/anb.ear
COPY db/liquibase/target/anb-db-1.0.0-SNAPSHOT.jar /opt/anb/migrate/
COPY db/liquibase/target/lib/ /opt/anb/migrate/lib/
COPY anb-backup/target/anb-backup.jar /opt/anb/backup/
COPY anb-backup/target/lib/ /opt/anb/backup/lib/

USER anb
ENV ANB_EAR=/opt/anb/anb.ear
HEALTHCHECK --interval=10s --start-period=120s CMD curl -fsS http://127.0.0.1:8081/health/ready
ENTRYPOINT ["java", "-Xmx1g", "-jar", "/opt/anb/server/anb-server.jar"]
