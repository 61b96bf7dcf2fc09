package co.anb.showcase.api.media;

import co.anb.showcase.api.media.ByteRange.UnsatisfiableException;
import co.anb.showcase.domain.media.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What to answer to a request for a file: status, header and which bytes. It knows neither servlets
 * nor JAX-RS, because both serve files.
 *
 * @param status 200, 206, 304 or 416
 * @param part the bytes to send; empty for none
 */
record MediaResponse(int status, Map<String, String> headers, Path file, Optional<ByteRange> part) {

  /** The conditions that a client may send; each may be null. */
  record Conditions(String range, String ifRange, String ifNoneMatch) {}

  static MediaResponse of(Path file, MediaKind kind, Conditions conditions) throws IOException {
    return of(file, kind, conditions, version -> version);
  }

  /**
   * @param disguise makes the content of the tag from the file's size and time
   */
  static MediaResponse of(
      Path file, MediaKind kind, Conditions conditions, UnaryOperator<String> disguise)
      throws IOException {
    long size = Files.size(file);
    String version = "%x-%x".formatted(size, Files.getLastModifiedTime(file).toMillis());
    String tag = "\"" + disguise.apply(version) + "\"";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept-Ranges", "bytes");
    headers.put("ETag", tag);
    headers.put("X-Content-Type-Options", "nosniff");
    if (matches(conditions.ifNoneMatch(), tag)) {
      return new MediaResponse(304, headers, file, Optional.empty());
    }
    Optional<ByteRange> range;
    try {
      boolean sameFile = conditions.ifRange() == null || conditions.ifRange().equals(tag);
      range = sameFile ? ByteRange.parse(conditions.range(), size) : Optional.empty();
    } catch (UnsatisfiableException e) {
      headers.put("Content-Range", "bytes */" + size);
      return new MediaResponse(416, headers, file, Optional.empty());
    }
    headers.put("Content-Type", kind.contentType());
    range.ifPresent(
        part ->
            headers.put(
                "Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size)));
    ByteRange part = range.orElse(new ByteRange(0, size - 1));
    headers.put("Content-Length", Long.toString(part.length()));
    return new MediaResponse(range.isPresent() ? 206 : 200, headers, file, Optional.of(part));
  }

  /**
   * The same with the bytes left to Nginx, which also looks at the conditions once more: tags of
   * files are then Nginx's.
   *
   * @param address by which Nginx knows the file
   */
  MediaResponse handedOver(String address) {
    if (part.isEmpty()) {
      return this;
    }
    Map<String, String> left = new LinkedHashMap<>();
    left.put("Content-Type", headers.get("Content-Type"));
    left.put("X-Accel-Redirect", address);
    return new MediaResponse(200, left, file, Optional.empty());
  }

  private static boolean matches(String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String each : ifNoneMatch.split(",", -1)) {
      String candidate = each.strip();
      if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  void writeTo(OutputStream out) throws IOException {
    if (part.isEmpty()) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(part.get().first());
      InputStream in = Channels.newInputStream(channel);
      byte[] buffer = new byte[1 << 16];
      long left = part.get().length();
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw new IOException("The file became shorter while it was sent");
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
  }
}
