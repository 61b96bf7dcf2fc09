package co.anb.showcase.api.site;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that the build of the web application put into the WAR.
 *
 * @param path where it lies, from the root of the WAR
 * @param contentType its media type
 * @param forever whether its name changes with its content, so that it may be kept
 */
record SiteFile(String path, String contentType, boolean forever) {

  /** What a file may be called; nothing below WEB-INF, and no way up. */
  private static final Pattern NAME =
      Pattern.compile("/(assets/)?[A-Za-z0-9_][A-Za-z0-9_.-]*\\.([a-z0-9]+)");

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "woff2", "font/woff2",
          "txt", "text/plain;charset=UTF-8",
          "webmanifest", "application/manifest+json");

  /** The file that an address may mean; empty if files are not called like that. */
  static Optional<SiteFile> at(String path) {
    Matcher name = NAME.matcher(path);
    if (!name.matches() || !TYPES.containsKey(name.group(2))) {
      return Optional.empty();
    }
    return Optional.of(new SiteFile(path, TYPES.get(name.group(2)), name.group(1) != null));
  }
}
