package co.anb.showcase.api.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import co.anb.showcase.api.media.MediaResponse.Conditions;
import co.anb.showcase.domain.media.MediaKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaResponseTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("clip.mp4"), "0123456789");
  }

  @Test
  void sendsTheWholeFile() throws IOException {
    MediaResponse answer = answer(null, null, null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("Content-Length", "10")
        .containsEntry("Content-Type", "video/mp4")
        .containsEntry("Accept-Ranges", "bytes");
    assertThat(body(answer)).isEqualTo("0123456789");
  }

  @Test
  void leavesTheBytesToNginxWhereThereIsOne() throws IOException {
    AccelRedirect nginx = new AccelRedirect(Optional.of("/-/media/"), folder.toString());
    AccelRedirect alone = new AccelRedirect(Optional.empty(), folder.toString());

    MediaResponse part = nginx.offer(answer("bytes=2-4", null, null));

    assertThat(part.status()).isEqualTo(200);
    assertThat(part.headers())
        .containsOnly(
            entry("Content-Type", "video/mp4"), entry("X-Accel-Redirect", "/-/media/clip.mp4"));
    assertThat(body(part)).isEmpty();
    assertThat(nginx.offer(answer("bytes=50-", null, null)).status()).isEqualTo(416);
    assertThat(body(alone.offer(answer("bytes=2-4", null, null)))).isEqualTo("234");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccelRedirect(Optional.of("media"), folder.toString()));
  }

  @Test
  void sendsARange() throws IOException {
    MediaResponse answer = answer("bytes=2-4", null, null);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.headers())
        .containsEntry("Content-Length", "3")
        .containsEntry("Content-Range", "bytes 2-4/10");
    assertThat(body(answer)).isEqualTo("234");
  }

  @Test
  void sendsTheWholeFileIfTheRangeIsOfAnotherOne() throws IOException {
    assertThat(answer("bytes=2-4", "\"other\"", null).status()).isEqualTo(200);
    String tag = answer(null, null, null).headers().get("ETag");
    assertThat(answer("bytes=2-4", tag, null).status()).isEqualTo(206);
  }

  @Test
  void sendsNothingThatTheClientHasAlready() throws IOException {
    String tag = answer(null, null, null).headers().get("ETag");

    MediaResponse answer = answer(null, null, "\"other\", W/" + tag);

    assertThat(answer.status()).isEqualTo(304);
    assertThat(body(answer)).isEmpty();
  }

  @Test
  void saysHowLongTheFileIsWhenTheRangeIsOutside() throws IOException {
    MediaResponse answer = answer("bytes=10-", null, null);

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.headers()).containsEntry("Content-Range", "bytes */10");
  }

  @Test
  void aDisguisedTagTellsNothingAboutTheFileAndStillWorks() throws IOException {
    String open = answer(null, null, null).headers().get("ETag");
    MediaResponse disguised = disguised(null);
    String tag = disguised.headers().get("ETag");

    assertThat(tag).isNotEqualTo(open).isEqualTo("\"secret\"");
    assertThat(disguised.headers()).doesNotContainKey("Last-Modified");
    assertThat(disguised(tag).status()).isEqualTo(304);
    assertThat(disguised(open).status()).isEqualTo(200);
  }

  private MediaResponse disguised(String ifNoneMatch) throws IOException {
    return MediaResponse.of(
        file, MediaKind.PROCESSED, new Conditions(null, null, ifNoneMatch), version -> "secret");
  }

  private MediaResponse answer(String range, String ifRange, String ifNoneMatch)
      throws IOException {
    return MediaResponse.of(file, MediaKind.PROCESSED, new Conditions(range, ifRange, ifNoneMatch));
  }

  private static String body(MediaResponse answer) throws IOException {
    var out = new ByteArrayOutputStream();
    answer.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
