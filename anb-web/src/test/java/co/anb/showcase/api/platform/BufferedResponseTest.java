package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BufferedResponseTest {

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final BufferedResponse answer = new BufferedResponse(response);

  @BeforeEach
  void keepWhatIsSent() throws IOException {
    ServletOutputStream stream = mock(ServletOutputStream.class);
    doAnswer(
            call -> {
              sent.write(call.getArgument(0), call.getArgument(1), call.getArgument(2));
              return null;
            })
        .when(stream)
        .write(any(byte[].class), anyInt(), anyInt());
    doAnswer(
            call -> {
              sent.writeBytes(call.getArgument(0));
              return null;
            })
        .when(stream)
        .write(any(byte[].class));
    when(response.getOutputStream()).thenReturn(stream);
    when(response.getStatus()).thenReturn(HttpServletResponse.SC_OK);
  }

  @Test
  void holdsAnAnswerBackUntilItIsWhole() throws IOException {
    answer.getWriter().print("señal");
    answer.getWriter().flush();
    assertThat(sent.size()).isZero();

    answer.send(false);

    assertThat(sent).hasToString("señal");
    verify(response).setContentLength(6);
  }

  @Test
  void equalContentHasTheSameTag() throws IOException {
    var other = new BufferedResponse(response);
    answer.getOutputStream().write(new byte[] {1, 2});
    other.getOutputStream().write(1);
    assertThat(answer.tag()).isNotEqualTo(other.tag());

    other.getOutputStream().write(2);

    assertThat(answer.tag()).isEqualTo(other.tag()).matches("W/\"[0-9a-f]+\"");
  }

  @Test
  void packsWhatGetsSmaller() throws IOException {
    byte[] content = new byte[5000];
    answer.getOutputStream().write(content);

    answer.pack();
    answer.send(false);

    verify(response).setHeader("Content-Encoding", "gzip");
    assertThat(sent.size()).isLessThan(100);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void doesNotHoldALargeAnswer() throws IOException {
    byte[] part = new byte[600_000];
    assertThat(answer.maySay()).isTrue();

    answer.getOutputStream().write(part);
    answer.getOutputStream().write(part);

    assertThat(sent.size()).isEqualTo(1_200_000);
    assertThat(answer.maySay()).isFalse();
    answer.getOutputStream().write(part);
    answer.send(false);
    assertThat(sent.size()).isEqualTo(1_800_000);
  }

  @Test
  void readersOfHeadersGetTheLengthOnly() throws IOException {
    answer.getOutputStream().write(new byte[7]);

    answer.send(true);

    assertThat(sent.size()).isZero();
    verify(response).setContentLength(7);
  }
}
