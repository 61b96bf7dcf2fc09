package co.anb.showcase.local;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import co.anb.showcase.clips.MediaProperties;
import co.anb.showcase.clips.Probe;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Does the main job against a running stack: a clip's way from the upload to the ranking. */
@Command(
    name = "demo",
    description = "Uploads a clip, waits until it is processed, votes for it, shows the ranking.")
final class DemoCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A vote shows within two seconds, not at once. */
  private static final Duration RANKING_PATIENCE = Duration.ofSeconds(10);

  /** Rows of the ranking's top that are shown. */
  private static final int SHOWN = 10;

  /** Rows that are asked for at a time. */
  private static final int PAGE = 100;

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "clip.mp4",
      description = "The clip to upload; without it a sample is made.")
  private Path clip;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createDirectories(main.state().resolve("demo"));
    var api = new ApiClient(main.serverUrl());
    Path upload = clip == null ? sample(folder, out) : given(clip);
    say(out, "Clip        " + describe(Probe.read(upload)));

    String run = UUID.randomUUID().toString().substring(0, 8);
    String password = "Demo-" + UUID.randomUUID();
    var player = new Account("player-" + run + "@anb.example", password);
    var fan = new Account("fan-" + run + "@anb.example", password);
    player.signUp(api, "Valentina", "Rojas " + run, "Bogotá");
    fan.signUp(api, "Mateo", "Gómez " + run, "Medellín");
    String playerToken = player.logIn(api);
    String fanToken = fan.logIn(api);
    say(out, "Signed up   " + player.email() + " and " + fan.email());

    String id =
        api.upload(upload, "Mi mejor jugada", playerToken)
            .require(201, "Uploading")
            .object()
            .getString("video_id");
    say(out, "Uploaded    " + id);

    JsonObject video = awaitProcessed(api, id, playerToken, out);
    Path processed = folder.resolve("processed.mp4");
    api.download(video.getString("processed_url"), playerToken, processed);
    say(out, "Processed   " + describe(Probe.read(processed)));
    say(out, "Saved       " + processed);

    int votes =
        api.post("/api/public/videos/" + id + "/vote", JsonValue.EMPTY_JSON_OBJECT, fanToken)
            .require(200, "Voting")
            .object()
            .getInt("votes");
    say(out, "Voted       " + votes + (votes == 1 ? " vote" : " votes"));
    showRanking(api, "Valentina Rojas " + run, votes, out);
    return 0;
  }

  private static Path given(Path clip) {
    if (!Files.isReadable(clip)) {
      throw new StackException("Cannot read " + clip);
    }
    return clip;
  }

  private static Path sample(Path folder, PrintWriter out) throws IOException {
    say(out, "Making a sample clip");
    return Clips.make(ClipRecipe.standard(), folder.resolve("sample.mp4"));
  }

  private static JsonObject awaitProcessed(
      ApiClient api, String id, String token, PrintWriter out) {
    var last = new AtomicReference<>("");
    var video = new AtomicReference<JsonObject>();
    boolean done =
        Await.until(
            PATIENCE,
            () -> {
              JsonObject answer =
                  api.get("/api/videos/" + id, token).require(200, "Asking for the clip").object();
              String status = answer.getString("status");
              String words = status + progress(answer);
              if (!words.equals(last.getAndSet(words))) {
                say(out, "            " + words);
              }
              if (status.equals("failed")) {
                throw new StackException("Processing failed: " + answer.get("failure"));
              }
              video.set(answer);
              return status.equals("processed");
            });
    if (!done) {
      throw new StackException(
          "The clip was not processed within %d minutes; it is %s. See the worker's log."
              .formatted(PATIENCE.toMinutes(), last.get()));
    }
    return video.get();
  }

  private static String progress(JsonObject video) {
    JsonValue progress = video.get("progress");
    return progress == null || progress.equals(JsonValue.NULL) ? "" : " " + progress + " %";
  }

  /** Waits until the ranking counts the vote, then shows its top and the player's own place. */
  private static void showRanking(ApiClient api, String player, int votes, PrintWriter out) {
    var place = new AtomicReference<JsonObject>();
    boolean counted =
        Await.until(
            RANKING_PATIENCE,
            () -> {
              place.set(place(api, player));
              return place.get() != null && place.get().getInt("votes") >= votes;
            });
    if (!counted) {
      throw new StackException(
          "The ranking does not show the vote for %s after %d s."
              .formatted(player, RANKING_PATIENCE.toSeconds()));
    }
    say(out, "Ranking");
    ranking(api, 0, SHOWN).forEach(row -> say(out, row(row)));
    if (place.get().getInt("position") > SHOWN) {
      say(out, "   …");
      say(out, row(place.get()));
    }
    say(out, "Place       %d, %s".formatted(place.get().getInt("position"), player));
  }

  /** The player's row of the ranking, or null. */
  private static JsonObject place(ApiClient api, String player) {
    List<JsonObject> rows = ranking(api, 0, PAGE);
    for (int offset = PAGE; !rows.isEmpty(); offset += PAGE) {
      for (JsonObject row : rows) {
        if (row.getString("username").equals(player)) {
          return row;
        }
      }
      rows = ranking(api, offset, PAGE);
    }
    return null;
  }

  private static List<JsonObject> ranking(ApiClient api, int offset, int limit) {
    return api.get("/api/public/rankings?limit=%d&offset=%d".formatted(limit, offset), null)
        .require(200, "Asking for the ranking")
        .body()
        .asJsonArray()
        .getValuesAs(JsonObject.class);
  }

  private static String row(JsonObject row) {
    return "%4d  %-30s %-16s %5d"
        .formatted(
            row.getInt("position"),
            row.getString("username"),
            row.getString("city"),
            row.getInt("votes"));
  }

  private static String describe(MediaProperties clip) {
    return "%dx%d %s %s, %.2f fps, %.1f s, %s, index %s, %.1f MB"
        .formatted(
            clip.width(),
            clip.height(),
            clip.codec(),
            clip.profile(),
            clip.frameRate(),
            clip.durationSeconds(),
            clip.hasAudio() ? "with audio" : "no audio",
            clip.moovBeforeMdat() ? "first" : "last",
            clip.bytes() / 1e6);
  }

  private static void say(PrintWriter out, String words) {
    out.println(words);
    out.flush();
  }
}
