# SPDX-License-Identifier: Apache-2.0
# A process of the fleet. Untested: no container engine runs where this project is built. From the root of the repository:
#   ./mvnw -q -DskipTests package
#   docker build -f examples/worker-fleet/worker.Dockerfile -t registry.example/worker-fleet:0.1.0 examples/worker-fleet
FROM eclipse-temurin:21-jre
COPY target/lib /app/lib
COPY target/worker-fleet.jar /app/
WORKDIR /work
RUN chown 10001:10001 /work
USER 10001:10001
# Half of the memory for the heap: pictures of up to 4 MiB are in it, the connections' buffers are not.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-Dfleet.log=/work/fleet.log", "-jar", "/app/worker-fleet.jar"]
CMD ["worker"]
