package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads that go on where they stopped. */
@ExtendWith(RunningStack.class)
class ResumableUploadIT {

  private static final long SIZE = 60L * 1024 * 1024;
  private static final long LIMIT = 100L * 1024 * 1024;

  @Test
  void anUploadWhoseConnectionIsCutTwiceSendsHardlyAnythingAgain(
      LocalStack stack, Contest contest, SampleClips clips) throws Exception {
    Path clip = clips.of(SampleClips.LIGHT.withTargetBytes(SIZE));
    Person player = contest.join("Cortada", "Mitú");
    try (CuttingProxy proxy = new CuttingProxy(stack.baseUrl(), SIZE / 3, SIZE * 2 / 3)) {
      Tus tus = new Tus(proxy.address(), player.token());
      String upload = tus.begin(SIZE);

      for (int cut = 1; cut <= 2; cut++) {
        long offset = offset(tus, upload);
        assertThatThrownBy(() -> tus.send(upload, clip, offset))
            .isInstanceOf(UncheckedIOException.class);
        assertThat(proxy.done()).isEqualTo(cut);
      }
      Answer last = tus.send(upload, clip, offset(tus, upload));
      assertThat(last.status()).as("%s", last).isEqualTo(204);
      assertThat(last.header("Upload-Offset")).isEqualTo(Long.toString(SIZE));

      System.out.printf(
          "An upload of %d bytes, cut twice, took %d: %.2f %% more%n",
          SIZE, proxy.sent(), 100.0 * (proxy.sent() - SIZE) / SIZE);
      assertThat(proxy.sent()).isBetween(SIZE, SIZE + SIZE / 10);

      Answer finished = tus.finish(upload, "Dos cortes");
      assertThat(finished.status()).as("%s", finished).isEqualTo(201);
      String video = finished.object().getString("video_id");
      assertThat(finished.object().getString("status")).isEqualTo("uploaded");
      assertThat(finished.header("Location")).endsWith("/api/videos/" + video);
      assertThat(tus.finish(upload, "Dos cortes").object()).isEqualTo(finished.object());
      assertThat(contest.get("/api/videos/" + video + "/original", player.token()).bytes())
          .isEqualTo(Files.readAllBytes(clip));
      assertThat(left(stack, player)).isEmpty();
      contest.processed(player, video);
    }
  }

  /** A client that others wrote: it creates, breaks off, asks for the offset and goes on. */
  @Test
  void anIndependentClientGoesOnWhereItStopped(LocalStack stack, Contest contest, SampleClips clips)
      throws Exception {
    Path clip = clips.light();
    Person player = contest.join("Independiente", "Leticia");
    var client = new TusClient();
    client.setUploadCreationURL(stack.baseUrl().resolve("/api/uploads").toURL());
    client.setHeaders(Map.of("Authorization", "Bearer " + player.token()));
    client.enableResuming(new TusURLMemoryStore());
    TusUploader begun = client.createUpload(new TusUpload(clip.toFile()));
    begun.setChunkSize((int) Files.size(clip) / 3);
    assertThat(begun.uploadChunk()).isPositive();
    begun.finish();

    TusUploader goingOn = client.resumeUpload(new TusUpload(clip.toFile()));
    assertThat(goingOn.getUploadURL().getPath()).isEqualTo(begun.getUploadURL().getPath());
    assertThat(goingOn.getOffset()).isEqualTo(Files.size(clip) / 3);
    // Each request has a part of what is left.
    goingOn.setRequestPayloadSize((int) Files.size(clip) / 4);
    goingOn.setChunkSize(64 * 1024);
    while (goingOn.uploadChunk() >= 0) {
      assertThat(goingOn.getOffset()).isLessThanOrEqualTo(Files.size(clip));
    }
    goingOn.finish();

    Tus tus = new Tus(stack.baseUrl(), player.token());
    Answer finished = tus.finish(goingOn.getUploadURL().getPath(), "Otro cliente");
    assertThat(finished.status()).as("%s", finished).isEqualTo(201);
    String video = finished.object().getString("video_id");
    assertThat(contest.get("/api/videos/" + video + "/original", player.token()).bytes())
        .isEqualTo(Files.readAllBytes(clip));
  }

  /** What has arrived; the server may still be busy with noticing that the connection broke. */
  private static long offset(Tus tus, String upload) {
    Answer answer =
        await()
            .atMost(Duration.ofSeconds(40))
            .until(() -> tus.offset(upload), head -> head.status() != 423);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(answer.header("Upload-Length")).isEqualTo(Long.toString(SIZE));
    return Long.parseLong(answer.header("Upload-Offset"));
  }

  @Test
  void aConnectionThatGoesSilentHoldsItsUploadOnlyForAWhile(LocalStack stack, Contest contest)
      throws Exception {
    Person player = contest.join("Callada", "Inírida");
    Tus tus = new Tus(stack.baseUrl(), player.token());
    String upload = tus.begin(1000);
    try (Socket silent = new Socket(stack.baseUrl().getHost(), stack.baseUrl().getPort())) {
      String request =
          String.join(
              "\r\n",
              "PATCH " + upload + " HTTP/1.1",
              "Host: " + stack.baseUrl().getAuthority(),
              "Authorization: Bearer " + player.token(),
              "Tus-Resumable: 1.0.0",
              "Content-Type: application/offset+octet-stream",
              "Upload-Offset: 0",
              "Content-Length: 1000",
              "",
              "0123456789");
      silent.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().until(() -> tus.offset(upload).status(), status -> status == 423);

      Answer free =
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> tus.offset(upload), head -> head.status() != 423);

      assertThat(free.header("Upload-Offset")).isEqualTo("10");
      byte[] rest = new byte[990];
      assertThat(tus.send(upload, rest, 10).header("Upload-Offset")).isEqualTo("1000");
    }
  }

  @Test
  void nobodyElseSeesAnUpload(LocalStack stack, Contest contest) {
    Tus tus = new Tus(stack.baseUrl(), contest.join("Dueña", "Inírida").token());
    Tus other = new Tus(stack.baseUrl(), contest.join("Ajena", "Inírida").token());
    String upload = tus.begin(3);
    byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);

    assertThat(other.offset(upload).status()).isEqualTo(404);
    assertThat(code(other.send(upload, bytes, 0))).isEqualTo("404 upload_not_found");
    assertThat(code(other.finish(upload, "Mío"))).isEqualTo("404 upload_not_found");
    assertThat(code(other.cancel(upload))).isEqualTo("404 upload_not_found");
    assertThat(tus.offset(upload).header("Upload-Offset")).isEqualTo("0");
  }

  @Test
  void whatCannotBecomeAClipIsRefusedAndGone(LocalStack stack, Contest contest) throws Exception {
    Person player = contest.join("Rechazada", "Inírida");
    Tus tus = new Tus(stack.baseUrl(), player.token());
    byte[] bytes = "this is no film".getBytes(StandardCharsets.UTF_8);

    Answer tooLarge = tus.tryToBegin(LIMIT + 1);
    assertThat(code(tooLarge)).isEqualTo("400 invalid_file");
    assertThat(tooLarge.object().getJsonArray("errors").getJsonObject(0).getString("code"))
        .isEqualTo("file_too_large");
    assertThat(code(tus.tryToBegin(-1))).isEqualTo("400 invalid_request");

    String upload = tus.begin(bytes.length);
    assertThat(code(tus.finish(upload, "Antes"))).isEqualTo("409 upload_incomplete");
    assertThat(code(tus.send(upload, bytes, 5))).isEqualTo("409 upload_offset");
    assertThat(tus.send(upload, bytes, 0).status()).isEqualTo(204);
    assertThat(code(tus.finish(upload, " "))).isEqualTo("400 invalid_field");
    assertThat(tus.offset(upload).status()).isEqualTo(204);
    assertThat(code(tus.finish(upload, "Texto"))).isEqualTo("400 invalid_file");
    assertThat(tus.offset(upload).status()).isEqualTo(404);
    assertThat(left(stack, player)).isEmpty();
  }

  @Test
  void ofTooManyTheOldestGoesAndOneCanBeGivenUp(LocalStack stack, Contest contest)
      throws Exception {
    Person player = contest.join("Muchas", "Inírida");
    Tus tus = new Tus(stack.baseUrl(), player.token());
    String first = tus.begin(10);
    String second = tus.begin(10);
    tus.begin(10);
    // Now the second one has waited longest.
    assertThat(tus.send(first, new byte[] {1}, 0).status()).isEqualTo(204);

    String fourth = tus.begin(10);

    assertThat(left(stack, player)).hasSize(3);
    assertThat(tus.offset(second).status()).isEqualTo(404);
    assertThat(tus.offset(first).header("Upload-Offset")).isEqualTo("1");
    assertThat(tus.cancel(fourth).status()).isEqualTo(204);
    assertThat(tus.offset(fourth).status()).isEqualTo(404);
    assertThat(left(stack, player)).hasSize(2);

    assertThat(contest.delete("/api/me", player.token()).status()).isEqualTo(204);
    assertThat(folder(stack, player)).doesNotExist();
  }

  private static String code(Answer answer) {
    return answer.status() + " " + answer.object().getString("code");
  }

  private static Path folder(LocalStack stack, Person player) {
    return stack.mediaRoot().resolve("uploaded/.unfinished").resolve(player.id());
  }

  /** The player's unfinished uploads on the mount. */
  private static List<Path> left(LocalStack stack, Person player) throws IOException {
    try (Stream<Path> uploads = Files.list(folder(stack, player).resolve("uploads"))) {
      return uploads.toList();
    }
  }
}
