package co.anb.showcase.api.site;

import java.util.Locale;

/** How the build has packed the files beforehand; the best first. */
enum Encoding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz");

  private final String token;
  private final String suffix;

  Encoding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  String token() {
    return token;
  }

  String suffix() {
    return suffix;
  }

  /**
   * Whether a client takes it.
   *
   * @param accepted the header Accept-Encoding; may be null
   */
  boolean isAcceptedBy(String accepted) {
    if (accepted == null) {
      return false;
    }
    for (String each : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = each.strip().split("\\s*;\\s*", 2);
      if (parts[0].equals(token)) {
        return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
