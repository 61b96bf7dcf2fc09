package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumRateRequestTest {

  private static final Pace PACE = new Pace(1000, Duration.ofSeconds(30), Duration.ofMinutes(10));

  private long now;
  private int arrivals;

  @ParameterizedTest
  @CsvSource({
    "0, 30, false",
    "999, 31, true",
    "1000, 31, false",
    "1, 50, true",
    "20000, 50, false",
    "600000000, 600, false",
    "600000000, 601, true",
  })
  void isTooSlow(long bytes, long seconds, boolean tooSlow) {
    assertThat(PACE.isTooSlow(bytes, Duration.ofSeconds(seconds))).isEqualTo(tooSlow);
  }

  /** The attack: a byte in twenty seconds, for ever. */
  @Test
  void aByteInTwentySecondsIsEndedAtTheThird() throws Exception {
    InputStream body = paced(new byte[100], 20).getInputStream();
    assertThat(body.read()).isZero();

    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void whoIsQuickEnoughArrivesWhole() throws Exception {
    var request = paced(new byte[100], 0);
    assertThat(request.getInputStream()).isSameAs(request.getInputStream());
    assertThat(request.getInputStream().readAllBytes()).hasSize(100);
    assertThat(arrivals).isPositive();
  }

  @Test
  void itHasArrivedWithItsLastByteThoughNobodyAsksForMore() throws Exception {
    InputStream body = paced(new byte[100], 0).getInputStream();
    assertThat(body.readNBytes(99)).hasSize(99);
    assertThat(arrivals).isZero();
    assertThat(body.read()).isZero();
    assertThat(arrivals).isEqualTo(1);
  }

  private MinimumRateRequest paced(byte[] content, long secondsForOne) throws IOException {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getInputStream()).thenReturn(new Slow(content.length, secondsForOne));
    when(request.getContentLengthLong()).thenReturn((long) content.length);
    return new MinimumRateRequest(request, PACE, () -> now, () -> arrivals++);
  }

  private final class Slow extends ServletInputStream {

    private final long secondsForOne;
    private int left;

    Slow(int length, long secondsForOne) {
      this.left = length;
      this.secondsForOne = secondsForOne;
    }

    @Override
    public int read() {
      now += Duration.ofSeconds(secondsForOne).toNanos();
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      return read() < 0 ? -1 : 1;
    }

    @Override
    public boolean isFinished() {
      return left <= 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
