package co.anb.showcase.service.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A result as a table for spreadsheets: RFC 4180, with the byte order mark that they look for. */
public final class ResultCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Pattern FORMULA =
      Pattern.compile("(^|[;\\t\\r\\n])(?=[\\s\"']*[=+\\-@])|^(?=[\\t\\r\\n])");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "city",
              "position",
              "username",
              "votes",
              "last_vote_at",
              "public_share",
              "jury_score",
              "combined",
              "winner",
              "player_id")
          .get();

  private ResultCsv() {}

  /** The table. */
  public static String of(ResultSheet sheet) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (Placing place : sheet.places()) {
        printer.printRecord(
            harmless(place.city()),
            place.position(),
            harmless(sheet.usernames().getOrDefault(place.playerId(), "")),
            place.votes(),
            place.lastVoteAt(),
            place.publicShare().toPlainString(),
            place.juryScore().toPlainString(),
            place.combined().toPlainString(),
            Boolean.toString(place.winner()).toLowerCase(Locale.ROOT),
            place.playerId());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text takes everything", e);
    }
    return text.toString();
  }

  /**
   * People choose these words, and a spreadsheet computes what begins like a formula. Where the
   * comma is the decimal sign, a semicolon begins another cell, whatever the quotes say.
   */
  static String harmless(String words) {
    return FORMULA.matcher(words).replaceAll(start -> start.group() + "'");
  }
}
