package co.anb.showcase.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the server answered. */
record Answer(HttpResponse<byte[]> response) {

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  byte[] bytes() {
    return response.body();
  }

  String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  JsonObject object() {
    return (JsonObject) structure();
  }

  JsonArray array() {
    return (JsonArray) structure();
  }

  private JsonStructure structure() {
    try (var reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
      return reader.read();
    }
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
