package co.anb.showcase.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.problem.ProblemCode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;

class TusRequestTest {

  @Test
  void theBodyEndsWhereItsConnectionBreaks() throws Exception {
    InputStream body = body(new IOException("Connection is closed")).getInputStream();

    assertThat(body.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("arrived");
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void aClientThatGoesSilentLearnsOfIt() throws Exception {
    InputStream body = body(new IOException(new TimeoutException())).getInputStream();

    assertThatThrownBy(body::readAllBytes).hasMessage(ProblemCode.UPLOAD_INTERRUPTED.detail());
  }

  @Test
  void theLibraryLearnsNothingOfWhereTheClientIs() {
    TusRequest request = body(new IOException());

    assertThat(request.getRemoteAddr()).isEmpty();
    assertThat(request.getHeader("x-forwarded-for")).isNull();
    assertThat(request.getHeader("X-HTTP-Method-Override")).isNull();
    assertThat(request.getHeader("Content-Type")).isEqualTo("sent");
    assertThat(request.getRequestURI()).isEqualTo("/api/uploads/1");
    assertThat(request.getMethod()).isEqualTo("PATCH");
  }

  private static TusRequest body(Throwable end) {
    InputStream bytes =
        new SequenceInputStream(
            new ByteArrayInputStream("arrived".getBytes(StandardCharsets.US_ASCII)),
            new BrokenInputStream(end));
    HttpServletRequest sent =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                TusRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getInputStream" -> new Sent(bytes);
                      case "getHeader" -> "sent; charset=UTF-8";
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new TusRequest(sent, "PATCH", "/api/uploads/1");
  }

  private static final class Sent extends ServletInputStream {

    private final InputStream bytes;

    Sent(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return false;
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
