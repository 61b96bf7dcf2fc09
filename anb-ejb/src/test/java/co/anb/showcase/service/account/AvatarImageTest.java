package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarImageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"png,600,400", "jpeg,3000,4000", "png,10,30", "jpeg,256,256", "png,1,1"})
  void becomesASquareJpeg(String format, int width, int height) throws IOException {
    Path target = folder.resolve("avatar.jpg");

    AvatarImage.write(picture(format, width, height), target);

    assertThat(Files.readAllBytes(target)).startsWith(0xFF, 0xD8, 0xFF);
    BufferedImage stored = ImageIO.read(target.toFile());
    assertThat(stored.getWidth()).isEqualTo(256);
    assertThat(stored.getHeight()).isEqualTo(256);
    assertThat(new Color(stored.getRGB(128, 128)).getRed()).isGreaterThan(200);
  }

  @Test
  void whatIsHiddenInTheFileIsNotStored() throws IOException {
    byte[] png = picture("png", 300, 300);
    byte[] tail = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(png, png.length + tail.length);
    System.arraycopy(tail, 0, both, png.length, tail.length);
    Path target = folder.resolve("avatar.jpg");

    AvatarImage.write(both, target);

    assertThat(Files.readString(target, StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
  }

  @Test
  void refusesAPictureThatClaimsMillionsOfPixels() throws IOException {
    byte[] bomb = picture("png", 10, 10);
    // Width and height of the header; the rest stays as it is.
    ByteBuffer.wrap(bomb).putInt(16, 7_000).putInt(20, 7_000);

    assertThat(refusal(bomb)).isIn("image_too_many_pixels", "image_unreadable");
    assertThat(refusal(picture("png", 8_001, 1))).isEqualTo("image_too_many_pixels");
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    byte[] png = picture("png", 300, 300);

    assertThat(refusal("GIF89a and more".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("image_unreadable");
    assertThat(refusal("<svg/>".getBytes(StandardCharsets.US_ASCII))).isEqualTo("image_unreadable");
    assertThat(refusal(Arrays.copyOf(png, 40))).isEqualTo("image_unreadable");
    assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0, 0}))
        .isEqualTo("image_unreadable");
  }

  @Test
  void refusesAFileThatIsMissingOrTooLarge() {
    assertThat(code(() -> AvatarImage.read(null))).isEqualTo("image_missing");
    assertThat(code(() -> AvatarImage.read(new ByteArrayInputStream(new byte[0]))))
        .isEqualTo("image_missing");
    assertThat(
            code(
                () ->
                    AvatarImage.read(
                        new ByteArrayInputStream(new byte[AvatarImage.MAX_BYTES + 1]))))
        .isEqualTo("image_too_large");
  }

  private String refusal(byte[] picture) {
    return code(() -> AvatarImage.write(picture, folder.resolve("refused.jpg")));
  }

  private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, call);
    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("avatar");
    return refusal.errors().get(0).code();
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(Color.ORANGE);
    brush.fillRect(0, 0, width, height);
    brush.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, format, bytes);
    return bytes.toByteArray();
  }
}
