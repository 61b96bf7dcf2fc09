package co.anb.showcase.service.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.jury.SubmittedSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same inputs have the same text and the same digest, wherever they come from. */
class ResultInputsTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final UUID FIRST = UUID.fromString("0195803a-0000-7000-8000-000000000001");
  private static final UUID SECOND = UUID.fromString("f195803a-0000-7000-8000-000000000002");

  @Test
  void haveOneForm() {
    var inputs =
        inputs(
            "0.50",
            List.of(
                new Entrant(SECOND, "Bogotá", "bogota", 0, null, List.of(SECOND, FIRST)),
                new Entrant(FIRST, "Cali", "cali", 2, NOON, List.of())),
            List.of(
                new SubmittedSheet(SECOND, FIRST, 85.5),
                new SubmittedSheet(FIRST, SECOND, 70),
                new SubmittedSheet(FIRST, FIRST, 0.1)));

    assertThat(inputs.canonical())
        .isEqualTo(
            "{\"algorithm\":1,\"taken_at\":\"2026-03-10T12:00:00Z\",\"public_weight\":0.5,"
                + "\"jury_weight\":0.5,\"winners_per_city\":3,\"players\":["
                + "{\"id\":\"0195803a-0000-7000-8000-000000000001\",\"city\":\"Cali\","
                + "\"city_key\":\"cali\",\"votes\":2,\"last_vote_at\":\"2026-03-10T12:00:00Z\","
                + "\"clips\":[]},"
                + "{\"id\":\"f195803a-0000-7000-8000-000000000002\",\"city\":\"Bogotá\","
                + "\"city_key\":\"bogota\",\"votes\":0,\"last_vote_at\":null,\"clips\":["
                + "\"0195803a-0000-7000-8000-000000000001\","
                + "\"f195803a-0000-7000-8000-000000000002\"]}],\"sheets\":["
                + "{\"video_id\":\"0195803a-0000-7000-8000-000000000001\","
                + "\"juror_id\":\"0195803a-0000-7000-8000-000000000001\",\"total\":0.1},"
                + "{\"video_id\":\"0195803a-0000-7000-8000-000000000001\","
                + "\"juror_id\":\"f195803a-0000-7000-8000-000000000002\",\"total\":70.0},"
                + "{\"video_id\":\"f195803a-0000-7000-8000-000000000002\","
                + "\"juror_id\":\"0195803a-0000-7000-8000-000000000001\",\"total\":85.5}]}");
    assertThat(ResultInputs.parse(inputs.canonical())).isEqualTo(inputs);
  }

  @Test
  void theDigestIsTheSameInWhateverOrderTheyCome() {
    var random = new Random(11);
    List<Entrant> players = new ArrayList<>();
    List<SubmittedSheet> sheets = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      UUID clip = new UUID(random.nextLong(), random.nextLong());
      UUID player = new UUID(random.nextLong(), random.nextLong());
      players.add(new Entrant(player, "Cali", "cali", i, NOON.plusNanos(i), List.of(clip)));
      for (int juror = 0; juror < 3; juror++) {
        sheets.add(new SubmittedSheet(clip, new UUID(juror, juror), random.nextDouble() * 100));
      }
    }
    String digest = Digest.sha256(inputs("0.5", players, sheets).canonical());
    String outcome = ResultCalculation.of(inputs("0.5", players, sheets)).canonical();

    for (int round = 0; round < 5; round++) {
      Collections.shuffle(players, random);
      Collections.shuffle(sheets, random);
      var shuffled = inputs("0.5000", players, sheets);

      assertThat(Digest.sha256(shuffled.canonical())).isEqualTo(digest);
      assertThat(ResultCalculation.of(shuffled).canonical()).isEqualTo(outcome);
      assertThat(ResultCalculation.of(ResultInputs.parse(shuffled.canonical())).canonical())
          .isEqualTo(outcome);
    }
  }

  @Test
  void oneVoteMoreIsAnotherDigest() {
    var one =
        inputs("0.5", List.of(new Entrant(FIRST, "Cali", "cali", 1, NOON, List.of())), List.of());
    var two =
        inputs("0.5", List.of(new Entrant(FIRST, "Cali", "cali", 2, NOON, List.of())), List.of());

    assertThat(Digest.sha256(one.canonical()))
        .hasSize(64)
        .isNotEqualTo(Digest.sha256(two.canonical()));
  }

  @Test
  void theDigestIsTheOneThatOtherToolsCompute() {
    assertThat(Digest.sha256("Bogotá"))
        .isEqualTo("e5640e0407cc38c3acbb70812b97d23948c1c3adc059c3e9c38fb30f0afd1559");
  }

  @Test
  void anotherArithmeticIsNotTakenForThisOne() {
    String text = inputs("0.5", List.of(), List.of()).canonical();

    assertThatThrownBy(() -> ResultInputs.parse(text.replace("\"algorithm\":1", "\"algorithm\":2")))
        .hasMessageContaining("Unknown algorithm 2");
  }

  private static ResultInputs inputs(
      String publicWeight, List<Entrant> players, List<SubmittedSheet> sheets) {
    return new ResultInputs(
        NOON, new BigDecimal(publicWeight), new BigDecimal("0.5"), 3, players, sheets);
  }
}
