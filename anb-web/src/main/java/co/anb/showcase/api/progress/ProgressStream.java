package co.anb.showcase.api.progress;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.processing.DeletedView;
import co.anb.showcase.service.progress.ProgressListener;
import co.anb.showcase.service.progress.VideoState;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Writes what a client hears of one clip as server-sent events. */
final class ProgressStream implements ProgressListener {

  private static final int RECONNECT_MILLIS = 2_000;

  private final UUID videoId;
  private final SseEventSink sink;
  private final Sse sse;
  private final Links links;
  private final String language;
  private final BooleanSupplier revoked;

  /**
   * @param revoked whether the token that opened the stream is good no more
   */
  ProgressStream(
      UUID videoId,
      SseEventSink sink,
      Sse sse,
      Links links,
      String language,
      BooleanSupplier revoked) {
    this.videoId = videoId;
    this.sink = sink;
    this.sse = sse;
    this.links = links;
    this.language = language;
    this.revoked = revoked;
  }

  @Override
  public boolean state(VideoState state) {
    return send(
        sse.newEventBuilder()
            .name("video")
            .id(state.attempt() + "-" + state.progress())
            .reconnectDelay(RECONNECT_MILLIS)
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(ProgressView.class, ProgressView.of(state, links, language))
            .build());
  }

  @Override
  public void deleted() {
    send(
        sse.newEventBuilder()
            .name("deleted")
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(DeletedView.class, new DeletedView(videoId, videoId))
            .build());
  }

  /**
   * Blocks while the client does not read, until the server gives the connection up.
   *
   * @return false if the client has gone or may not see it any more
   */
  private boolean send(OutboundSseEvent event) {
    return !revoked.getAsBoolean()
        && !sink.isClosed()
        && !sink.send(event).toCompletableFuture().isCompletedExceptionally();
  }

  @Override
  public void close() {
    sink.close();
  }
}
