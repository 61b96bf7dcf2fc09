package co.anb.showcase.api.platform;

import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/** Stops reading a body that is longer than any honest one. */
@Provider
public class BodyLimit implements ContainerRequestFilter {

  private static final long FILE = 100L * 1024 * 1024;
  // Room for the other parts and the boundaries; the file's own limit is checked to the byte later.
  private static final long MULTIPART = FILE + 1024 * 1024;
  // A little more than any picture that is taken, for the same reason.
  private static final long PICTURE = 2L * 1024 * 1024 + 64 * 1024;
  private static final String PICTURE_PATH = "me/avatar";
  private static final long OTHER = 64L * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().startsWith(PICTURE_PATH)) {
      request.setEntityStream(
          new Limited(
              request.getEntityStream(),
              PICTURE,
              () -> ProblemException.fields(List.of(new FieldError("avatar", "image_too_large")))));
      return;
    }
    boolean upload =
        MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(
            request.getMediaType() == null
                ? MediaType.APPLICATION_OCTET_STREAM_TYPE
                : request.getMediaType());
    Supplier<ProblemException> refusal =
        upload
            ? () -> ProblemException.file(FileFault.FILE_TOO_LARGE, "It is larger than 100 MiB.")
            : () -> new ProblemException(ProblemCode.INVALID_REQUEST);
    request.setEntityStream(
        new Limited(request.getEntityStream(), upload ? MULTIPART : OTHER, refusal));
  }

  private static final class Limited extends FilterInputStream {

    private final Supplier<ProblemException> refusal;
    private long left;

    Limited(InputStream in, long limit, Supplier<ProblemException> refusal) {
      super(in);
      this.left = limit;
      this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        count(1);
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(0, count));
      return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
      long count = super.skip(wanted);
      count(count);
      return count;
    }

    private void count(long bytes) {
      left -= bytes;
      if (left < 0) {
        throw refusal.get();
      }
    }
  }
}
