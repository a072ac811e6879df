# SPDX-License-Identifier: Apache-2.0
# The emulator of the service, for a fleet without an account. Untested: no container engine runs where this project is built. From the root
# of the repository:
#   ./mvnw -q -DskipTests package
#   docker build -f examples/worker-fleet/emulator.Dockerfile -t registry.example/backgroundcut-emulator:0.1.0 camel-backgroundcut-emulator
FROM eclipse-temurin:21-jre
COPY target/camel-backgroundcut-emulator-*-standalone.jar /app/emulator.jar
USER 10001:10001
EXPOSE 8089
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/emulator.jar", "--host", "0.0.0.0"]
CMD ["--requests-per-minute", "600"]
