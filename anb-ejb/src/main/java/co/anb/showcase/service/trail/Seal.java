package co.anb.showcase.service.trail;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A row of {@code trail_seal}.
 *
 * @param keys of its entries, ascending
 * @param tagsHex of its entries, {@link SealChain#TAGS} bytes each
 */
record Seal(long number, List<Long> keys, String tagsHex, Instant at, String hmacHex) {

  static final String COLUMNS =
      "number, array_to_string(keys, ',') as keys, encode(tags, 'hex') as tags, sealed_at,"
          + " encode(hmac, 'hex') as hmac";

  static Seal of(Tuple row) {
    return new Seal(
        row.get("number", Number.class).longValue(),
        keys(row.get("keys", String.class)),
        row.get("tags", String.class),
        row.get("sealed_at", Instant.class),
        row.get("hmac", String.class));
  }

  private static List<Long> keys(String text) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
  }

  static Seal of(long number, List<Long> keys, byte[] tags, Instant at, byte[] hmac) {
    HexFormat hex = HexFormat.of();
    return new Seal(number, keys, hex.formatHex(tags), at, hex.formatHex(hmac));
  }

  byte[] tags() {
    return HexFormat.of().parseHex(tagsHex);
  }

  byte[] hmac() {
    return HexFormat.of().parseHex(hmacHex);
  }

  /** The highest key; 0 without one. */
  long last() {
    return keys.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
