package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Health and metrics have a listener of their own, with nothing else on it. */
@ExtendWith(RunningStack.class)
class ManagementIT {

  @Test
  void thePublicPortHasNoMetricsInAnySpelling(Contest contest) {
    for (String path :
        List.of(
            "/metrics", "/metrics/base", "/metrics?x", "/%6detrics", "/metrics;x", "//metrics")) {
      Answer answer = contest.get(path, null);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.text()).as(path).doesNotContain("anb_jms");
    }
  }

  @Test
  void theOtherPortHasNothingElse(LocalStack stack) {
    var management = new Contest(stack.managementUrl(StackComponent.SERVER));

    assertThat(management.get("/metrics", null).text()).contains("anb_jms_oldest_seconds");
    assertThat(management.get("/health/ready", null).status()).isEqualTo(200);
    for (String path : List.of("/", "/api/health", "/api/contest", "/openapi", "/media/x")) {
      assertThat(management.get(path, null).status()).as(path).isEqualTo(404);
    }
  }
}
