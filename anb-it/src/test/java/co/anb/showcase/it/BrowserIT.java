package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.clips.OddClips;
import co.anb.showcase.local.LocalStack;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The web application in a browser, against the running stack. The tests themselves are those of
 * the folder e2e beside the application's sources; here is only what they find in place.
 */
@ExtendWith(RunningStack.class)
@Order(TestOrder.LAST)
@ResourceLock(TestOrder.BOTH)
class BrowserIT {

  /** More than a page of the gallery. */
  private static final int CLIPS = 26;

  /** Bytes of a clip that takes some time to send. */
  private static final long LARGE = 60L * 1024 * 1024;

  private static final int FANS = 13;

  /** Name, city and the city's key. */
  private static final String[][] PLAYERS = {
    {"Mariana", "Quibdó", "quibdo"},
    {"Samuel", "Cali", "cali"},
    {"Luisa", "Medellín", "medellin"},
    {"Kevin", "Barranquilla", "barranquilla"},
    {"Dayana", "Cartagena", "cartagena"},
    {"Esteban", "Bogotá", "bogota"},
    {"Yuliana", "Pasto", "pasto"},
  };

  @TempDir private Path folder;

  @Test
  void theWebApplicationWorksInABrowser(LocalStack stack, SampleClips clips) throws Exception {
    Database database = new Database(stack);
    // Sheets that earlier tests handed in would keep the rubric from being changed.
    database.run("delete from jury_assignment");
    List<UUID> fans = new ArrayList<>();
    for (int i = 1; i <= FANS; i++) {
      fans.add(account(database, "Hincha " + i, "Quibdó", "quibdo"));
    }
    List<UUID> players = new ArrayList<>();
    for (String[] player : PLAYERS) {
      players.add(account(database, player[0], player[1], player[2]));
    }
    // Older than the others: whoever votes for the first clip of the gallery votes for none of
    // these.
    for (String size : List.of("desktop", "phone")) {
      UUID rival = account(database, "Rival", "Rivales " + size, "rivales " + size);
      UUID clip = published(database, stack.mediaRoot(), clips.light(), rival, "Primera");
      vote(database, clip, players.get(0));
    }
    for (int i = 1; i <= CLIPS; i++) {
      UUID player = players.get(i % players.size());
      UUID clip = published(database, stack.mediaRoot(), clips.light(), player, "Jugada " + i);
      for (UUID fan : fans.subList(0, i * 7 % FANS)) {
        vote(database, clip, fan);
      }
    }

    Path frontend =
        Path.of(System.getProperty("anb.project.directory"), "anb-web", "src", "main", "frontend");
    ProcessBuilder tests =
        new ProcessBuilder(command()).directory(frontend.toFile()).redirectErrorStream(true);
    tests.environment().put("ANB_BASE_URL", stack.baseUrl().toString());
    tests.environment().put("ANB_E2E_CLIP", clips.standard().toString());
    Path large = clips.of(SampleClips.LIGHT.withTargetBytes(LARGE));
    tests.environment().put("ANB_E2E_LARGE_CLIP", large.toString());
    tests.environment().put("ANB_E2E_RAMP_CLIP", ramp().toString());
    tests
        .environment()
        .put("ANB_E2E_ADMIN_PASSWORD", Files.readString(stack.adminPasswordFile()).strip());
    tests.environment().put("CI", "true");
    Process running = tests.start();
    try (BufferedReader said = running.inputReader(StandardCharsets.UTF_8)) {
      said.lines().forEach(System.out::println);
      assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
    }
    assertThat(running.exitValue()).as("what Playwright said is above").isZero();
  }

  /** 40 s that turn evenly from black to white, so that a frame tells its second. */
  private Path ramp() throws IOException {
    return OddClips.make(
        "color=white:size=1920x1080:rate=10:duration=40,fade=in:0:400,format=yuv420p",
        "libx264",
        Map.of("preset", "ultrafast"),
        folder.resolve("ramp.mp4"));
  }

  /** What npm runs: the tests, unless somebody wants another script or some of the tests only. */
  private static List<String> command() {
    var command = new ArrayList<>(List.of("npm", "run", "--silent"));
    command.addAll(List.of(System.getProperty("anb.e2e", "e2e").split(" +")));
    return command;
  }

  private static UUID account(Database database, String name, String city, String cityKey) {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into account (id, email, password_hash, first_name, last_name, city, city_key,"
            + " country, role, created_at) values (?, ?, 'none', ?, 'Navegador', ?, ?, 'Colombia',"
            + " 'PLAYER', now())",
        id,
        id + "@anb.example",
        name,
        city,
        cityKey);
    return id;
  }

  /** A clip that is public without having been processed. */
  private static UUID published(Database database, Path media, Path clip, UUID owner, String title)
      throws IOException {
    UUID id = UUID.randomUUID();
    Path folder = media.resolve("processed").resolve(id.toString().substring(34));
    Files.createDirectories(folder);
    Files.copy(clip, folder.resolve(id + ".mp4"));
    ImageIO.write(poster(title, 1280), "jpg", folder.resolve(id + ".jpg").toFile());
    ImageIO.write(poster(title, 640), "jpg", folder.resolve(id + "-small.jpg").toFile());
    database.update(
        "insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,"
            + " source_bytes, source_duration_ms, source_width, source_height, duration_ms) values"
            + " (?, ?, ?, 'PROCESSED', now(), now(), now(), 1, 22000, 1920, 1080, 22000)",
        id,
        owner,
        title);
    return id;
  }

  /** A ball above a court, each title with colours of its own. */
  private static BufferedImage poster(String title, int width) {
    var image = new BufferedImage(width, width * 9 / 16, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.scale(width / 1280.0, width / 1280.0);
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = Math.floorMod(title.hashCode(), 100) / 100f;
    Color above = Color.getHSBColor(hue, 0.7f, 0.35f);
    Color below = Color.getHSBColor(hue + 0.08f, 0.6f, 0.75f);
    paint.setPaint(new GradientPaint(0, 0, above, 0, 720, below));
    paint.fillRect(0, 0, 1280, 720);
    paint.setColor(new Color(255, 255, 255, 90));
    paint.setStroke(new BasicStroke(8));
    paint.drawOval(340, 480, 600, 500);
    paint.drawLine(0, 600, 1280, 600);
    paint.setColor(new Color(0xff7a1a));
    paint.fillOval(200 + Math.floorMod(title.hashCode(), 700), 150, 180, 180);
    paint.dispose();
    return image;
  }

  private static void vote(Database database, UUID clip, UUID voter) {
    database.update(
        "insert into vote (video_id, voter_id, cast_at) values (?, ?, now())", clip, voter);
  }
}
