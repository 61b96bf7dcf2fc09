package co.anb.showcase.service.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultCsvTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final UUID ANA = new UUID(0, 1);
  private static final UUID EVE = new UUID(0, 2);
  private static final UUID GONE = new UUID(0, 3);

  @Test
  void isATableThatSpreadsheetsReadAndDoNotCompute() {
    String csv =
        ResultCsv.of(
            new ResultSheet(
                new UUID(0, 9),
                "Concurso",
                NOON,
                new UUID(0, 8),
                null,
                new BigDecimal("0.5"),
                new BigDecimal("0.5"),
                1,
                "a",
                "b",
                List.of(
                    place(1, ANA, "Bogotá, D.C.", NOON, true),
                    place(2, EVE, "@Bogotá", null, false),
                    place(3, GONE, "Bogotá", null, false)),
                Map.of(ANA, "Ana \"la 7\" Ruiz", EVE, "=HYPERLINK(\"http://x\")"),
                null));

    assertThat(csv)
        .isEqualTo(
            "\uFEFFcity,position,username,votes,last_vote_at,public_share,jury_score,combined,"
                + "winner,player_id\r\n"
                + "\"Bogotá, D.C.\",1,\"Ana \"\"la 7\"\" Ruiz\",7,2026-03-10T12:00:00Z,100.0000,"
                + "80.5000,90.2500,true,00000000-0000-0000-0000-000000000001\r\n"
                + "'@Bogotá,2,\"'=HYPERLINK(\"\"http://x\"\")\",7,,100.0000,80.5000,90.2500,false,"
                + "00000000-0000-0000-0000-000000000002\r\n"
                + "Bogotá,3,,7,,100.0000,80.5000,90.2500,false,"
                + "00000000-0000-0000-0000-000000000003\r\n");
  }

  /** In a Spanish Excel the cells end at semicolons: before, the second one was a formula. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Ana;=1+1 | Ana;'=1+1",
        "Ana; =1+1 | Ana;' =1+1",
        "Ana;\"=1+1 | Ana;'\"=1+1",
        "Ana;+1;-2;@x | Ana;'+1;'-2;'@x",
        "=1 | '=1",
        "+1 | '+1",
        "-1 | '-1",
        "@x | '@x",
        "Ana; Bea | Ana; Bea",
        "Ana-María | Ana-María",
      })
  void noCellIsAFormula(String name, String cell) {
    assertThat(ResultCsv.harmless(name)).isEqualTo(cell);
  }

  @Test
  void whitespaceBeforeItDoesNotHideAFormula() {
    assertThat(ResultCsv.harmless("\t=1")).startsWith("'");
    assertThat(ResultCsv.harmless("\r=1")).startsWith("'");
    assertThat(ResultCsv.harmless("\tAna")).startsWith("'");
    assertThat(ResultCsv.harmless("Ana\n=1")).isEqualTo("Ana\n'=1");
  }

  private static Placing place(
      int position, UUID player, String city, Instant lastVoteAt, boolean winner) {
    return new Placing(
        position,
        player,
        city,
        "bogota",
        7,
        lastVoteAt,
        new BigDecimal("100.0000"),
        new BigDecimal("80.5000"),
        new BigDecimal("90.2500"),
        winner);
  }
}
