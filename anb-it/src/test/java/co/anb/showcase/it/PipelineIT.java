package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.MediaProperties;
import co.anb.showcase.clips.Probe;
import co.anb.showcase.clips.VideoCodec;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A clip's whole way: signed up, uploaded, transcoded, published, voted for, ranked. */
@ExtendWith(RunningStack.class)
class PipelineIT {

  /** How old lists may be, by the interface's description. */
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);

  @TempDir Path folder;

  @Test
  void aClipIsUploadedProcessedVotedForAndRanked(
      LocalStack stack, Contest contest, SampleClips clips) throws Exception {
    Person player = contest.join("Andrés", "bogota");

    Answer upload = contest.upload(player, clips.standard(), "Mi mejor bandeja");
    assertThat(upload.status()).as("%s", upload).isEqualTo(201);
    JsonObject accepted = upload.object();
    String id = accepted.getString("video_id");
    assertThat(accepted.getString("task_id")).isEqualTo(id);
    assertThat(accepted.getString("status")).isEqualTo("uploaded");
    assertThat(accepted.getString("message"))
        .isEqualTo("Video subido correctamente. Procesamiento en curso.");
    assertThat(upload.header("Location")).endsWith("/api/videos/" + id);

    JsonObject video = contest.processed(player, id);
    assertThat(video.getInt("progress")).isEqualTo(100);
    assertThat(video.getBoolean("published")).isTrue();
    assertThat(contest.get("/api/jobs/" + id, player.token()).object().getString("status"))
        .isEqualTo("processed");

    String url = video.getString("processed_url");
    Path result = Files.write(folder.resolve("result.mp4"), contest.get(url, null).bytes());
    assertContestForm(Probe.read(result));
    Answer range = contest.get(url, null, Map.of("Range", "bytes=10-19"));
    assertThat(range.status()).isEqualTo(206);
    assertThat(range.bytes()).hasSize(10);
    assertThat(range.header("Content-Range")).isEqualTo("bytes 10-19/" + Files.size(result));
    Answer poster = contest.get(video.getString("poster_url"), null);
    assertThat(poster.header("Content-Type")).isEqualTo("image/jpeg");
    assertSize(poster, 1280, 720);
    JsonObject shown = contest.get("/api/public/videos/" + id, null).object();
    String smallUrl = shown.getString("small_poster_url");
    Answer small = contest.get(smallUrl, null);
    assertThat(small.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(small.header("Cache-Control")).isEqualTo(poster.header("Cache-Control"));
    assertThat(small.header("ETag")).isNotBlank().isNotEqualTo(poster.header("ETag"));
    assertSize(small, 640, 360);
    // As it is with clips of earlier versions.
    Files.delete(stack.mediaRoot().resolve(Backstage.publicPath(id, "-small.jpg")));
    assertThat(contest.get(smallUrl, null).bytes()).isEqualTo(poster.bytes());
    assertThat(contest.get(video.getString("original_url"), player.token()).bytes())
        .isEqualTo(Files.readAllBytes(clips.standard()));

    Person fan = contest.join("Luisa", "Medellín");
    Answer vote = contest.vote(id, fan);
    assertThat(vote.status()).isEqualTo(200);
    assertThat(vote.object().getInt("votes")).isEqualTo(1);
    await()
        .atMost(SHOWN_WITHIN)
        .untilAsserted(
            () ->
                assertThat(contest.get("/api/public/rankings?city=Bogot%C3%A1", null).array())
                    .anySatisfy(
                        row -> {
                          assertThat(row.asJsonObject().getString("username"))
                              .isEqualTo("Andrés Prueba");
                          assertThat(row.asJsonObject().getInt("votes")).isEqualTo(1);
                        }));
  }

  private static void assertSize(Answer picture, int width, int height) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  static Stream<Arguments> shapes() {
    ClipRecipe clip = ClipRecipe.standard();
    return Stream.of(
        Arguments.of("portrait", clip.withSize(1080, 1920)),
        Arguments.of("4:3", clip.withSize(1440, 1080)),
        Arguments.of("rotated", clip.withRotation(90)),
        Arguments.of("HEVC", clip.withCodec(VideoCodec.HEVC)),
        Arguments.of("60 fps", clip.withFrameRate("60")),
        Arguments.of("variable rate", clip.withVariableRate(true)),
        Arguments.of("45 s", clip.withSeconds(45)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void everyShapeComesOutInTheContestsForm(
      String shape, ClipRecipe recipe, Contest contest, SampleClips clips) throws Exception {
    Person player = contest.join("Jugador", "Pasto");
    String id = contest.accepted(player, clips.of(recipe), shape);

    JsonObject video = contest.processed(player, id);

    Path result =
        Files.write(
            folder.resolve("result.mp4"),
            contest.get(video.getString("processed_url"), null).bytes());
    MediaProperties properties = Probe.read(result);
    assertContestForm(properties);
    double body = Math.min(30, recipe.seconds());
    assertThat(properties.durationSeconds()).isBetween(body, body + 5.1);
  }

  private static void assertContestForm(MediaProperties clip) {
    assertThat(clip.width()).isEqualTo(1280);
    assertThat(clip.height()).isEqualTo(720);
    assertThat(clip.codec()).isEqualTo("h264");
    assertThat(clip.profile()).isEqualTo("High");
    assertThat(clip.pixelFormat()).isEqualTo("yuv420p");
    assertThat(clip.frameRate()).isEqualTo(30.0, within(0.01));
    assertThat(clip.hasAudio()).isFalse();
    assertThat(clip.durationSeconds()).isLessThanOrEqualTo(35.05);
    assertThat(clip.moovBeforeMdat()).isTrue();
  }
}
