package co.anb.showcase.local;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What other commands need to know about a running stack. Holds no secret.
 *
 * @param pid the process that runs the stack
 * @param baseUrl where the web server answers
 * @param managementUrl where the web server tells its health and metrics
 * @param workerUrl where the worker tells its health
 * @param jdbcUrl the database
 * @param kafkaBootstrapServers the broker
 * @param mediaRoot where the clips lie
 */
public record StackDescription(
    long pid,
    String baseUrl,
    String managementUrl,
    String workerUrl,
    String jdbcUrl,
    String kafkaBootstrapServers,
    String mediaRoot) {

  void write(Path file) {
    JsonObject json =
        Json.createObjectBuilder()
            .add("pid", pid)
            .add("base_url", baseUrl)
            .add("management_url", managementUrl)
            .add("worker_url", workerUrl)
            .add("jdbc_url", jdbcUrl)
            .add("kafka", kafkaBootstrapServers)
            .add("media_root", mediaRoot)
            .build();
    try (JsonWriter writer = Json.createWriter(Files.newBufferedWriter(file))) {
      writer.writeObject(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StackDescription read(Path file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      JsonObject json = reader.readObject();
      return new StackDescription(
          json.getJsonNumber("pid").longValue(),
          json.getString("base_url"),
          json.getString("management_url"),
          json.getString("worker_url"),
          json.getString("jdbc_url"),
          json.getString("kafka"),
          json.getString("media_root"));
    }
  }
}
