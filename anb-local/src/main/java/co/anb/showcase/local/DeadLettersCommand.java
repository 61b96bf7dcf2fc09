package co.anb.showcase.local;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Shows and replays tasks that were given up, as an administrator of the REST interface, so that
 * the audit log tells who did it. Without other settings it is the administrator of the local
 * stack.
 */
@Command(
    name = "dead-letters",
    description = "Shows clips whose processing was given up, or has them processed once more.")
final class DeadLettersCommand implements Callable<Integer> {

  /** As many letters as the interface shows, and as many clips as it replays at a time. */
  private static final int MOST = 100;

  private static final String LETTERS = "/api/admin/dead-letters";

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "list | replay all | replay VIDEO_ID")
  private List<String> words;

  @Override
  public Integer call() throws IOException {
    boolean list = words.equals(List.of("list"));
    boolean replay = words.size() > 1 && words.get(0).equals("replay");
    if (!list && !replay) {
      throw new ParameterException(
          spec.commandLine(), "Expected: list, replay all, or replay VIDEO_ID...");
    }
    var api = new ApiClient(main.serverUrl());
    String token = administrator(System.getenv()).logIn(api);
    PrintWriter out = spec.commandLine().getOut();
    return list ? list(api, token, out) : replay(api, token, words.subList(1, words.size()), out);
  }

  private Account administrator(Map<String, String> environment) throws IOException {
    Path file = new Secrets(new StateDirectory(main.state()).secrets()).passwordFile(Secrets.ADMIN);
    String email = Secrets.ADMIN_EMAIL;
    String given = environment.getOrDefault("ANB_ADMIN_PASSWORD_FILE", "");
    boolean elsewhere = !environment.getOrDefault("ANB_URL", "").isBlank();
    if (elsewhere || !given.isBlank()) {
      email = environment.getOrDefault("ANB_ADMIN_EMAIL", "");
      file = Path.of(given);
      if (email.isBlank() || given.isBlank()) {
        throw new StackException(
            "Set ANB_ADMIN_EMAIL to an administrator's address and ANB_ADMIN_PASSWORD_FILE to the"
                + " file with the password.");
      }
    }
    if (!Files.isReadable(file)) {
      throw new StackException("Cannot read the administrator's password in " + file);
    }
    return new Account(email, Files.readString(file).strip());
  }

  private static int list(ApiClient api, String token, PrintWriter out) {
    List<JsonObject> letters = waiting(api, token);
    for (JsonObject letter : letters) {
      out.printf(
          "%s  %s  %d attempts  %s%n",
          letter.getString("video_id"),
          letter.getString("failed_at"),
          letter.getInt("attempts"),
          letter.getString("error_detail", ""));
    }
    out.printf("%d waiting%n", letters.size());
    return 0;
  }

  private static int replay(ApiClient api, String token, List<String> wanted, PrintWriter out) {
    List<String> ids =
        wanted.equals(List.of("all"))
            ? waiting(api, token).stream().map(letter -> letter.getString("video_id")).toList()
            : wanted;
    int status = 0;
    for (int from = 0; from < ids.size(); from += MOST) {
      JsonArrayBuilder batch = Json.createArrayBuilder();
      ids.subList(from, Math.min(ids.size(), from + MOST)).forEach(batch::add);
      JsonObject answer =
          api.post(
                  LETTERS + "/replay",
                  Json.createObjectBuilder().add("video_ids", batch).build(),
                  token)
              .require(200, "Replaying")
              .object();
      print(answer.getJsonArray("replayed"), "queued again", out);
      print(answer.getJsonArray("untouched"), "has not failed", out);
      status = answer.getJsonArray("untouched").isEmpty() ? status : 1;
    }
    return status;
  }

  private static void print(JsonArray ids, String words, PrintWriter out) {
    ids.getValuesAs(JsonString::getString).forEach(id -> out.println(id + "  " + words));
  }

  /** Those whose clip is still failed, oldest first, each clip once. */
  private static List<JsonObject> waiting(ApiClient api, String token) {
    Map<String, JsonObject> newest = new LinkedHashMap<>();
    api
        .get(LETTERS + "?limit=" + MOST, token)
        .require(200, "Asking for the dead letters")
        .body()
        .asJsonArray()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(letter -> letter.getBoolean("waiting"))
        .forEach(letter -> newest.putIfAbsent(letter.getString("video_id"), letter));
    List<JsonObject> letters = new ArrayList<>(newest.values());
    Collections.reverse(letters);
    return letters;
  }
}
