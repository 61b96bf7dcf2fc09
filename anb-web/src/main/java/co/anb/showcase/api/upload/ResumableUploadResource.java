package co.anb.showcase.api.upload;

import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Limited;
import co.anb.showcase.service.limit.Activity;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.upload.UnfinishedUploads;
import co.anb.showcase.service.upload.UploadService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import me.desair.tus.server.HttpHeader;
import me.desair.tus.server.TusFileUploadService;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clips that arrive in pieces, by the protocol tus 1.0.0; a library speaks it. */
@Path("uploads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@Tag(name = "videos")
public class ResumableUploadResource {

  private static final String PATH = "/api/uploads";
  private static final String PIECE = "application/offset+octet-stream";

  /** Characters; a title and the name of a file need fewer. */
  private static final int MAX_METADATA = 4096;

  private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

  @Inject private UnfinishedUploads unfinished;
  @Inject private UploadService uploads;
  @Inject private Caller caller;

  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;
  @Context private UriInfo uri;
  @Context private Request rest;

  /** Version, extensions and limits of tus. */
  @OPTIONS
  @Tus
  @PermitAll
  @APIResponse(responseCode = "204", description = "They are in the headers")
  public Response uploadOptions() {
    return Response.noContent()
        .header(HttpHeader.TUS_VERSION, TusFileUploadService.TUS_API_VERSION)
        .header(HttpHeader.TUS_EXTENSION, "creation,expiration,termination")
        .header(HttpHeader.TUS_MAX_SIZE, UploadService.MAX_BYTES)
        .build();
  }

  /**
   * Begin an upload that can be resumed. The creation of tus 1.0.0. With one too many, the oldest
   * is dropped.
   *
   * @param length Bytes of the whole file
   */
  @POST
  @Tus
  @Limited(Activity.UPLOAD)
  @APIResponse(
      responseCode = "201",
      description = "Send the file to Location",
      headers =
          @Header(
              name = "Location",
              description = "The upload's address",
              schema = @Schema(type = SchemaType.STRING)))
  public Response beginUpload(
      @Parameter(required = true, schema = @Schema(type = SchemaType.INTEGER))
          @HeaderParam(HttpHeader.UPLOAD_LENGTH)
          String length,
      @HeaderParam(HttpHeader.UPLOAD_METADATA) @Parameter(hidden = true) String metadata)
      throws IOException {
    if (metadata != null && metadata.length() > MAX_METADATA) {
      throw ProblemException.fields(
          List.of(new FieldError(HttpHeader.UPLOAD_METADATA, "field_too_long")));
    }
    if (length == null || !BYTES.matcher(length).matches()) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    unfinished.begin(caller.id(), Long.parseLong(length));
    return speak(PATH);
  }

  /** How much of an upload has arrived. */
  @HEAD
  @Tus
  @Path("{upload_id}")
  @APIResponse(
      responseCode = "204",
      description = "Go on at Upload-Offset",
      headers =
          @Header(
              name = HttpHeader.UPLOAD_OFFSET,
              description = "Bytes that have arrived",
              schema = @Schema(type = SchemaType.INTEGER)))
  @APIResponse(responseCode = "423", ref = "Locked")
  public Response uploadOffset(@PathParam("upload_id") String uploadId) throws IOException {
    return speakOf(uploadId);
  }

  /** Send the next bytes. What has arrived before a connection breaks is kept. */
  @PATCH
  @Tus
  @Path("{upload_id}")
  @Consumes(PIECE)
  @Parameter(
      name = HttpHeader.UPLOAD_OFFSET,
      in = ParameterIn.HEADER,
      required = true,
      description = "Bytes that have arrived before",
      schema = @Schema(type = SchemaType.INTEGER))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = PIECE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "204",
      description = "They are kept",
      headers =
          @Header(
              name = HttpHeader.UPLOAD_OFFSET,
              description = "Bytes that have arrived",
              schema = @Schema(type = SchemaType.INTEGER)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "423", ref = "Locked")
  public Response continueUpload(@PathParam("upload_id") String uploadId) throws IOException {
    unfinished.requireRoom();
    return speakOf(uploadId);
  }

  /** Give an upload up. */
  @DELETE
  @Tus
  @Path("{upload_id}")
  @APIResponse(responseCode = "204", description = "What had arrived is gone")
  @APIResponse(responseCode = "423", ref = "Locked")
  public Response cancelUpload(@PathParam("upload_id") String uploadId) throws IOException {
    return speakOf(uploadId);
  }

  /**
   * Make a clip of an upload that is complete. Answers as POST /api/videos/upload does; a
   * repetition answers the same.
   *
   * @return Accepted; it is being processed
   */
  @POST
  @Path("{upload_id}/finish")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = UploadView.class, responseCode = "201")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "423", ref = "Locked")
  public Response finishUpload(@PathParam("upload_id") String uploadId, FinishRequest finish) {
    FinishRequest said = FinishRequest.of(finish);
    UUID id = uploads.finish(caller.id(), id(uploadId), said.title(), said.shownPart());
    return Response.created(uri.getBaseUriBuilder().path("videos").path(id.toString()).build())
        .entity(UploadView.of(id))
        .build();
  }

  private Response speakOf(String uploadId) throws IOException {
    return speak(PATH + "/" + id(uploadId));
  }

  private Response speak(String address) throws IOException {
    UUID owner = caller.id();
    TusResponse answer = new TusResponse(response);
    unfinished
        .of(owner)
        .withUploadUri(PATH)
        .process(new TusRequest(request, rest.getMethod(), address), answer, owner.toString());
    return answer.toResponse();
  }

  private static UUID id(String uploadId) {
    return Ids.find(uploadId).orElseThrow(() -> new ProblemException(ProblemCode.UPLOAD_NOT_FOUND));
  }
}
