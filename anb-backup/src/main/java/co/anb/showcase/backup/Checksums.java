package co.anb.showcase.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * SHA-256 of every file of a back-up, by its path below the back-up's folder, in the form that
 * {@code sha256sum -c} reads.
 */
final class Checksums {

  private static final int DIGITS = 64;

  private final Map<String, String> digests = new TreeMap<>();

  static Checksums read(Path file) throws IOException {
    var checksums = new Checksums();
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(line -> checksums.put(line.substring(DIGITS + 2), line.substring(0, DIGITS)));
    }
    return checksums;
  }

  void write(Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (Map.Entry<String, String> each : digests.entrySet()) {
        writer.write(each.getValue() + "  " + each.getKey() + "\n");
      }
    }
    Durable.force(file);
  }

  void put(String path, String digest) {
    digests.put(path, digest);
  }

  /** The digest of a file, or null. */
  String get(String path) {
    return digests.get(path);
  }

  Iterable<String> paths() {
    return digests.keySet();
  }

  /**
   * Copies a stream.
   *
   * @return the digest of the copied bytes
   */
  static String copy(InputStream from, OutputStream to) throws IOException {
    MessageDigest digest = sha256();
    new DigestInputStream(from, digest).transferTo(to);
    return hex(digest);
  }

  static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, OutputStream.nullOutputStream());
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
