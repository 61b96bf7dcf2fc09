package co.anb.showcase.worker.transcode;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that all children share: the watermark and the encoded bumpers. They are written once,
 * before any untrusted clip, and only read afterwards.
 */
record ArtworkFolder(Path folder) {

  private static final Logger LOG = LoggerFactory.getLogger(ArtworkFolder.class);

  /**
   * Writes the files anew. Each is there whole or not at all.
   *
   * @throws IOException if they cannot be made or written
   */
  static ArtworkFolder write(Path folder, EncoderKind kind) throws IOException {
    Files.createDirectories(folder);
    var artwork = new ArtworkFolder(folder.toAbsolutePath());
    artwork.put(artwork.watermark(), png(Artwork.watermark()));
    artwork.put(artwork.openingFile(), png(Artwork.openingBumper()));
    artwork.put(artwork.closingFile(), png(Artwork.closingBumper()));
    var encoded = new ByteArrayOutputStream();
    Bumpers bumpers =
        new Bumpers(Bumper.encode(kind, artwork.opening()), Bumper.encode(kind, artwork.closing()));
    try (var target = new DataOutputStream(encoded)) {
      bumpers.opening().write(target);
      bumpers.closing().write(target);
    }
    artwork.put(artwork.bumperFile(kind), encoded.toByteArray());
    if (!artwork.bumpers(kind).orElseThrow().fit(kind.parameterSets())) {
      throw new IOException("The bumpers do not fit to what encoder " + kind.code() + " makes");
    }
    return artwork;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("No PNG writer");
    }
    return bytes.toByteArray();
  }

  private void put(Path target, byte[] content) throws IOException {
    Path draft = Files.createTempFile(folder, "draft", ".tmp");
    try {
      Files.write(draft, content);
      // The children run as another user.
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Opens a folder that is already written.
   *
   * @throws IOException if the watermark is missing
   */
  static ArtworkFolder open(Path folder) throws IOException {
    var artwork = new ArtworkFolder(folder.toAbsolutePath());
    if (!Files.isReadable(artwork.watermark())) {
      throw new IOException("Not prepared: " + folder);
    }
    return artwork;
  }

  /** The watermark, a PNG. */
  Path watermark() {
    return folder.resolve("watermark.png");
  }

  /**
   * The opening bumper's picture.
   *
   * @throws IOException if it cannot be read
   */
  BufferedImage opening() throws IOException {
    return ImageIO.read(openingFile().toFile());
  }

  /**
   * The closing bumper's picture.
   *
   * @throws IOException if it cannot be read
   */
  BufferedImage closing() throws IOException {
    return ImageIO.read(closingFile().toFile());
  }

  private Path openingFile() {
    return folder.resolve("opening.png");
  }

  private Path closingFile() {
    return folder.resolve("closing.png");
  }

  /** The bumpers as the encoder made them; empty if there are none. */
  Optional<Bumpers> bumpers(EncoderKind kind) {
    try (var source =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(bumperFile(kind))))) {
      return Optional.of(new Bumpers(Bumper.read(source), Bumper.read(source)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("The encoded bumpers cannot be read", e);
      return Optional.empty();
    }
  }

  private Path bumperFile(EncoderKind kind) {
    return folder.resolve("bumpers." + kind.code());
  }
}
