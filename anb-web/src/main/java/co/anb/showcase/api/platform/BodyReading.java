package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A body that cannot be read is the client's fault, not ours. */
@Provider
public class BodyReading implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (ProcessingException | JsonException | JsonbException | ClassCastException e) {
      var refusal = new ProblemException(ProblemCode.INVALID_REQUEST);
      // The mapper prefers a refusal from further below, such as "too large".
      refusal.initCause(e);
      throw e.getCause() instanceof ProblemException inner ? inner : refusal;
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        // The client went silent in the middle of its body.
        throw (ProblemException) new ProblemException(ProblemCode.INVALID_REQUEST).initCause(e);
      }
      throw e;
    }
  }
}
