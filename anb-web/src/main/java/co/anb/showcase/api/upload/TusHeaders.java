package co.anb.showcase.api.upload;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import me.desair.tus.server.HttpHeader;
import me.desair.tus.server.TusFileUploadService;

/** Names the version of tus in every answer, refusals included. */
@Provider
@Tus
public class TusHeaders implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    answer.getHeaders().putSingle(HttpHeader.TUS_RESUMABLE, TusFileUploadService.TUS_API_VERSION);
    if (answer.getStatus() == 412) {
      answer.getHeaders().putSingle(HttpHeader.TUS_VERSION, TusFileUploadService.TUS_API_VERSION);
    }
  }
}
