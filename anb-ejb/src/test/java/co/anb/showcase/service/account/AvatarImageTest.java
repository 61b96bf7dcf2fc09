package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.jpeg.HuffmanTablesDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
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
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
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
  void whereAPhotoWasTakenIsNotStored() throws Exception {
    byte[] photo = photo(1);
    GpsDirectory taken = metadata(photo).getFirstDirectoryOfType(GpsDirectory.class);
    assertThat(taken.getGeoLocation().getLatitude()).isEqualTo(4.5);
    Path target = folder.resolve("avatar.jpg");

    AvatarImage.write(photo, target);

    Metadata stored = metadata(Files.readAllBytes(target));
    assertThat(stored.getDirectories())
        .hasOnlyElementsOfTypes(
            FileTypeDirectory.class,
            JpegDirectory.class,
            JfifDirectory.class,
            HuffmanTablesDirectory.class);
    assertThat(Files.readString(target, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @ParameterizedTest
  @CsvSource({
    // what EXIF says, and where the red corner of the file, its left upper one, is to be seen
    "1, 64, 64",
    "2, 192, 64",
    "3, 192, 192",
    "4, 64, 192",
    "5, 64, 64",
    "6, 192, 64",
    "7, 192, 192",
    "8, 64, 192",
    "0, 64, 64",
    "9, 64, 64"
  })
  void isTurnedUpright(int orientation, int redX, int redY) throws IOException {
    Path target = folder.resolve("avatar.jpg");

    AvatarImage.write(photo(orientation), target);

    BufferedImage stored = ImageIO.read(target.toFile());
    for (int x : new int[] {64, 192}) {
      for (int y : new int[] {64, 192}) {
        boolean red = x == redX && y == redY;
        assertThat(new Color(stored.getRGB(x, y)).getGreen() < 100)
            .as("%d, %d", x, y)
            .isEqualTo(red);
      }
    }
  }

  @Test
  void tellsMirroredFromTurned() throws IOException {
    // The blue corner is right of the red one in the file.
    Path target = folder.resolve("avatar.jpg");

    AvatarImage.write(photo(5), target);
    assertThat(new Color(ImageIO.read(target.toFile()).getRGB(64, 192)).getRed()).isLessThan(100);
    AvatarImage.write(photo(6), target);
    assertThat(new Color(ImageIO.read(target.toFile()).getRGB(192, 192)).getRed()).isLessThan(100);
  }

  private static Metadata metadata(byte[] jpeg) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
  }

  /**
   * A photo as phones send it: taken at 4.5 degrees north and 74 west. Its left upper corner is
   * red, its right upper one cyan, the rest yellow.
   *
   * @param orientation as EXIF counts it
   */
  private static byte[] photo(int orientation) throws IOException {
    var picture = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(Color.YELLOW);
    brush.fillRect(0, 0, 600, 400);
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, 300, 200);
    brush.setColor(Color.CYAN);
    brush.fillRect(300, 0, 300, 200);
    brush.dispose();
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", jpeg);

    var exif = ByteBuffer.allocate(150);
    exif.putShort((short) 0xFFE1).putShort((short) 148);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    // The first directory, at 8: the orientation, and where the other directory is.
    exif.putShort((short) 2);
    entry(exif, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
    entry(exif, 0x8825, 4, 1).putInt(38);
    exif.putInt(0);
    // The directory of the place, at 38: latitude and longitude, in degrees, minutes and seconds.
    exif.putShort((short) 4);
    entry(exif, 1, 2, 2).put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
    entry(exif, 2, 5, 3).putInt(92);
    entry(exif, 3, 2, 2).put("W\0\0\0".getBytes(StandardCharsets.US_ASCII));
    entry(exif, 4, 5, 3).putInt(116);
    exif.putInt(0);
    for (int part : new int[] {4, 30, 0, 74, 0, 0}) {
      exif.putInt(part).putInt(1);
    }
    byte[] plain = jpeg.toByteArray();
    var photo = new ByteArrayOutputStream();
    photo.write(plain, 0, 2);
    photo.writeBytes(exif.array());
    photo.write(plain, 2, plain.length - 2);
    return photo.toByteArray();
  }

  private static ByteBuffer entry(ByteBuffer exif, int tag, int type, int count) {
    return exif.putShort((short) tag).putShort((short) type).putInt(count);
  }

  @Test
  void refusesAPictureThatClaimsMillionsOfPixels() throws IOException {
    byte[] bomb = picture("png", 10, 10);
    // Width and height of the header; the rest stays as it is.
    ByteBuffer.wrap(bomb).putInt(16, 7_000).putInt(20, 7_000);

    assertThat(refusal(bomb)).isIn("image_too_many_pixels", "image_unreadable");
    assertThat(refusal(picture("png", 8_001, 1))).isEqualTo("image_too_many_pixels");
  }

  /** Each of the 42,900 scans would cost 25 to 47 ms of a processor: half an hour for 2 MiB. */
  @Test
  void refusesAPictureOfManyScansBeforeItIsDecoded() throws IOException {
    byte[] bomb = withScans(progressive(3000, 4000), 42_900);
    assertThat(bomb.length).isLessThan(AvatarImage.MAX_BYTES);
    long start = System.nanoTime();

    assertThat(refusal(bomb)).isEqualTo("image_too_many_scans");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void countsTheScansThatADecoderSees() throws IOException {
    byte[] plain = picture("jpeg", 300, 300);
    byte[] progressive = progressive(300, 300);
    int scans = JpegScans.count(progressive);

    assertThat(JpegScans.count(plain)).isEqualTo(1);
    assertThat(scans).isBetween(2, 20);
    assertThat(JpegScans.count(withScans(progressive, 7))).isEqualTo(scans + 7);
    // A comment that looks like a scan is none, whatever follows the end is not looked at, and an
    // end before the first scan hides nothing.
    assertThat(JpegScans.count(after(plain, 2, 0xFF, 0xFE, 0, 4, 0xFF, 0xDA))).isEqualTo(1);
    assertThat(JpegScans.count(after(plain, plain.length, 0xFF, 0xDA, 0, 2))).isEqualTo(1);
    assertThat(JpegScans.count(after(progressive, 2, 0xFF, 0xD9, 0xFF, 0xD8))).isEqualTo(scans);
    assertThat(JpegScans.count(after(plain, 2, 0, 0xFF, 0xFF, 0xFF, 0x01, 0xFF, 0xD3)))
        .isEqualTo(1);
  }

  @Test
  void takesAnOrdinaryProgressivePicture() throws IOException {
    Path target = folder.resolve("avatar.jpg");
    AvatarImage.write(progressive(3000, 4000), target);
    assertThat(ImageIO.read(target.toFile()).getWidth()).isEqualTo(256);
  }

  @Test
  void aDecoderThatTakesTooLongGetsNoMore() {
    var stream = new DeadlineStream(new byte[10], Duration.ofNanos(-1));
    assertThatIOException().isThrownBy(stream::read);
    assertThatIOException().isThrownBy(() -> stream.read(new byte[4], 0, 4));
  }

  private static byte[] progressive(int width, int height) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      var picture = ImageIO.read(new ByteArrayInputStream(picture("png", width, height)));
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Before its end, so many more scans: the refinement of nothing, 42 bytes each. */
  private static byte[] withScans(byte[] progressive, int more) {
    byte[] scan = new byte[42];
    byte[] head = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 63, 0};
    System.arraycopy(head, 0, scan, 0, head.length);
    var bomb = new ByteArrayOutputStream();
    bomb.write(progressive, 0, progressive.length - 2);
    for (int i = 0; i < more; i++) {
      bomb.writeBytes(scan);
    }
    bomb.write(progressive, progressive.length - 2, 2);
    return bomb.toByteArray();
  }

  private static byte[] after(byte[] file, int place, int... more) {
    var result = new ByteArrayOutputStream();
    result.write(file, 0, place);
    for (int one : more) {
      result.write(one);
    }
    result.write(file, place, file.length - place);
    return result.toByteArray();
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
