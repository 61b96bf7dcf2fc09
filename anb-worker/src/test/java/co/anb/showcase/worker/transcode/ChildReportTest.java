package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.mp4.FailureCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildReportTest {

  private static ChildReport throughThePipe(ChildReport report) {
    assertThat(report.line()).doesNotContain("\n");
    return ChildReport.parse(report.line()).orElseThrow();
  }

  @Test
  void tellsTheEncoder() {
    ChildReport report = throughThePipe(ChildReport.ready("x264"));
    assertThat(report.kind()).isEqualTo(ChildReport.Kind.READY);
    assertThat(report.text()).isEqualTo("x264");
  }

  @Test
  void tellsProgress() {
    ChildReport report = throughThePipe(ChildReport.progress(42));
    assertThat(report.kind()).isEqualTo(ChildReport.Kind.PROGRESS);
    assertThat(report.number()).isEqualTo(42);
  }

  @Test
  void tellsDurationAndStages() {
    Map<String, Double> stages = new LinkedHashMap<>();
    stages.put("decode", 1.25);
    stages.put("mux", 0.0004);
    ChildReport report = throughThePipe(ChildReport.done(34000, stages));
    assertThat(report.line()).isEqualTo("anb:DONE 34000 decode=1.250 mux=0.000");
    assertThat(report.number()).isEqualTo(34000);
    assertThat(report.stageSeconds())
        .containsExactly(Map.entry("decode", 1.25), Map.entry("mux", 0.0));
    assertThat(report.permanentFailure()).isEmpty();
  }

  @Test
  void tellsFailures() {
    ChildReport report =
        throughThePipe(ChildReport.failed(FailureCode.NO_VIDEO, "No\nvideo\ttrack"));
    assertThat(report.permanentFailure()).contains(FailureCode.NO_VIDEO);
    assertThat(report.detail()).isEqualTo("No video track");
  }

  @Test
  void knowsFailuresThatAnotherAttemptMayCure() {
    ChildReport report = throughThePipe(ChildReport.failed(FailureCode.PROCESSING_FAILED, null));
    assertThat(report.kind()).isEqualTo(ChildReport.Kind.FAILED);
    assertThat(report.permanentFailure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anb:", "anb:DONE", "anb:BORED 1", "[h264] error", " anb:DONE 1"})
  void ignoresNoise(String line) {
    assertThat(ChildReport.parse(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anb:DONE ", "anb:DONE x=", "anb:DONE 1 =2 a b=c", "anb:FAILED "})
  void survivesBrokenReports(String line) {
    ChildReport report = ChildReport.parse(line).orElseThrow();
    assertThat(report.number()).isBetween(-1, 1);
    assertThat(report.stageSeconds().values()).allMatch(seconds -> seconds == 0);
    assertThat(report.permanentFailure()).isEmpty();
    assertThat(report.detail()).isNotNull();
  }
}
