package co.anb.showcase.domain.video;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What the upload's header said about the clip. */
@Embeddable
public class SourceProperties {

  @Column(name = "source_bytes")
  private long bytes;

  @Column(name = "source_duration_ms")
  private int durationMillis;

  @Column(name = "source_width")
  private int width;

  @Column(name = "source_height")
  private int height;

  /** For JPA. */
  protected SourceProperties() {}

  /**
   * @param bytes size of the file
   * @param durationMillis duration in milliseconds
   * @param width pixels after rotation
   * @param height pixels after rotation
   */
  public SourceProperties(long bytes, int durationMillis, int width, int height) {
    this.bytes = bytes;
    this.durationMillis = durationMillis;
    this.width = width;
    this.height = height;
  }

  public long bytes() {
    return bytes;
  }

  public int durationMillis() {
    return durationMillis;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }
}
