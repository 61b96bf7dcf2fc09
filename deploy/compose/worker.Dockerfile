# Build context: the project's root, after `mvn package`.
FROM debian:12-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless util-linux bubblewrap curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 990 --home-dir /var/lib/anb --create-home anb

COPY anb-worker/target/anb-worker.jar /opt/anb/worker/
COPY anb-worker/target/lib/ /opt/anb/worker/lib/

USER anb
HEALTHCHECK --interval=10s --start-period=60s CMD curl -fsS http://127.0.0.1:8090/health/ready
ENTRYPOINT ["java", "-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-jar", "/opt/anb/worker/anb-worker.jar"]
