package co.anb.showcase.api.upload;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A request as the library of tus may see it. */
final class TusRequest extends HttpServletRequestWrapper {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String OTHER_METHOD = "X-HTTP-Method-Override";

  private final String address;
  private final String method;

  /**
   * A request.
   *
   * @param method the method that counts, which may be another than the one it was sent with
   * @param address the path, without a slash at the end
   */
  TusRequest(HttpServletRequest request, String method, String address) {
    super(request);
    this.method = method;
    this.address = address;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getRequestURI() {
    return address;
  }

  /** The library would note the client's address, and log it. */
  @Override
  public String getRemoteAddr() {
    return "";
  }

  @Override
  public String getHeader(String name) {
    if (name.equalsIgnoreCase(FORWARDED_FOR) || name.equalsIgnoreCase(OTHER_METHOD)) {
      return null;
    }
    String value = super.getHeader(name);
    // The container adds a charset to the type of every body, and the library wants the bare type.
    return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) && value != null
        ? value.split(";", 2)[0]
        : value;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Body(super.getInputStream());
  }

  /** A body that ends where its connection breaks: what has arrived is to be kept. */
  private static final class Body extends ServletInputStream {

    private final ServletInputStream body;

    Body(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      try {
        return body.read();
      } catch (IOException e) {
        return end(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return body.read(bytes, offset, length);
      } catch (IOException e) {
        return end(e);
      }
    }

    /** Nobody hears the answer, unless the client only went silent: then it has to learn of it. */
    private static int end(IOException broken) {
      if (broken.getCause() instanceof TimeoutException) {
        throw (ProblemException)
            new ProblemException(ProblemCode.UPLOAD_INTERRUPTED).initCause(broken);
      }
      return -1;
    }

    @Override
    public int available() throws IOException {
      return body.available();
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
