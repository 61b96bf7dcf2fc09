package co.anb.showcase.api.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.api.voting.VoidingRequest.Voted;
import co.anb.showcase.service.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VoidingRequestTest {

  private static final String ID = UUID.randomUUID().toString();
  private static final Voted VOTE = new Voted(ID, ID);
  private static final VoteFilterParameters FILTER = filter("0123456789abcdef", null);

  @Test
  void takesAListOrAFilter() {
    assertThat(new VoidingRequest("x", List.of(VOTE), null).keys()).hasSize(1);
    assertThat(new VoidingRequest("x", null, FILTER).keys()).isEmpty();
  }

  @Test
  void refusesBothNoneTooManyAndNonsense() {
    assertRefused(new VoidingRequest("x", List.of(VOTE), FILTER));
    assertRefused(new VoidingRequest("x", null, null));
    assertRefused(new VoidingRequest("x", List.of(), null));
    assertRefused(new VoidingRequest("x", Collections.nCopies(501, VOTE), null));
    assertRefused(new VoidingRequest("x", List.of(new Voted(ID, null)), null));
    assertRefused(new VoidingRequest("x", Collections.singletonList(null), null));
  }

  @Test
  void aFilterOfATimeAloneIsNotSelective() {
    assertThat(FILTER.toFilter().isSelective()).isTrue();
    assertThat(filter(null, null).toFilter().isSelective()).isFalse();
  }

  @Test
  void hashesAreSixteenHexDigitsAndAgesPositive() {
    for (String hash : List.of("0123", "0123456789ABCDEF", "xyz3456789abcdef")) {
      assertThatThrownBy(() -> filter(hash, null).toFilter()).isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> filter(null, 0).toFilter()).isInstanceOf(ProblemException.class);
  }

  private static VoteFilterParameters filter(String network, Integer age) {
    return new VoteFilterParameters(
        null, null, null, network, null, null, age, null, null, "2026-05-01T00:00:00Z", null);
  }

  private static void assertRefused(VoidingRequest request) {
    assertThatThrownBy(request::keys).isInstanceOf(ProblemException.class);
  }
}
