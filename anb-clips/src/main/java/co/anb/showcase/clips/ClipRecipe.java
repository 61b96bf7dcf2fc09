package co.anb.showcase.clips;

import static java.util.Objects.requireNonNull;

/**
 * What a sample clip should be like.
 *
 * @param width pixels as encoded, before rotation
 * @param height pixels as encoded, before rotation
 * @param frameRate frames a second, as a number or a fraction such as {@code 30000/1001}
 * @param seconds how long it plays
 * @param rotation degrees clockwise by which a player has to rotate the frames: 0, 90, 180 or 270
 * @param codec the form of the video
 * @param audio whether a tone plays along
 * @param variableRate whether frames are missing at irregular intervals, as in phone recordings
 * @param fastStart whether the index is before the media data; phones write it behind
 * @param grain strength of the moving grain, as of a camera in poor light, which costs bits: 0 for
 *     none to 100
 * @param videoBitrate mean bits a second of the video; 0 leaves them to the encoder
 * @param targetBytes the exact size of the file, reached by padding; 0 adds none
 */
public record ClipRecipe(
    int width,
    int height,
    String frameRate,
    double seconds,
    int rotation,
    VideoCodec codec,
    boolean audio,
    boolean variableRate,
    boolean fastStart,
    int grain,
    long videoBitrate,
    long targetBytes) {

  /** Refuses what cannot be made. */
  public ClipRecipe {
    requireNonNull(codec, "codec");
    if (width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException("Not an even size: " + width + "x" + height);
    }
    if (!frameRate.matches("\\d+(\\.\\d+|/[1-9]\\d*)?")) {
      throw new IllegalArgumentException("Not a frame rate: " + frameRate);
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("Not a duration: " + seconds);
    }
    if (rotation < 0 || rotation > 270 || rotation % 90 != 0) {
      throw new IllegalArgumentException("Not a rotation: " + rotation);
    }
    if (grain < 0 || grain > 100) {
      throw new IllegalArgumentException("Not a strength of grain: " + grain);
    }
    if (videoBitrate < 0) {
      throw new IllegalArgumentException("Not a bit rate: " + videoBitrate);
    }
    if (targetBytes < 0) {
      throw new IllegalArgumentException("Not a size: " + targetBytes);
    }
  }

  /** 22 s of 1080p at 30 frames a second, H.264, with audio: a clip the contest accepts. */
  public static ClipRecipe standard() {
    return new ClipRecipe(1920, 1080, "30", 22, 0, VideoCodec.H264, true, false, false, 0, 0, 0);
  }

  /** The same in another size. */
  public ClipRecipe withSize(int newWidth, int newHeight) {
    return new ClipRecipe(
        newWidth,
        newHeight,
        frameRate,
        seconds,
        rotation,
        codec,
        audio,
        variableRate,
        fastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same at another frame rate. */
  public ClipRecipe withFrameRate(String newFrameRate) {
    return new ClipRecipe(
        width,
        height,
        newFrameRate,
        seconds,
        rotation,
        codec,
        audio,
        variableRate,
        fastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same, playing for another time. */
  public ClipRecipe withSeconds(double newSeconds) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        newSeconds,
        rotation,
        codec,
        audio,
        variableRate,
        fastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same, recorded with the camera turned. */
  public ClipRecipe withRotation(int newRotation) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        newRotation,
        codec,
        audio,
        variableRate,
        fastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same in another codec. */
  public ClipRecipe withCodec(VideoCodec newCodec) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        rotation,
        newCodec,
        audio,
        variableRate,
        fastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same with or without a tone. */
  public ClipRecipe withAudio(boolean newAudio) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        rotation,
        codec,
        newAudio,
        variableRate,
        fastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same with a regular or an irregular frame rate. */
  public ClipRecipe withVariableRate(boolean newVariableRate) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        rotation,
        codec,
        audio,
        newVariableRate,
        fastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same with the index first or last. */
  public ClipRecipe withFastStart(boolean newFastStart) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        rotation,
        codec,
        audio,
        variableRate,
        newFastStart,
        grain,
        videoBitrate,
        targetBytes);
  }

  /** The same with another strength of moving grain, from 0 to 100. */
  public ClipRecipe withGrain(int newGrain) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        rotation,
        codec,
        audio,
        variableRate,
        fastStart,
        newGrain,
        videoBitrate,
        targetBytes);
  }

  /**
   * The same at another mean bit rate of the video, in bits a second; 0 leaves it to the encoder.
   */
  public ClipRecipe withVideoBitrate(long newVideoBitrate) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        rotation,
        codec,
        audio,
        variableRate,
        fastStart,
        grain,
        newVideoBitrate,
        targetBytes);
  }

  /** The same, padded to an exact number of bytes. */
  public ClipRecipe withTargetBytes(long newTargetBytes) {
    return new ClipRecipe(
        width,
        height,
        frameRate,
        seconds,
        rotation,
        codec,
        audio,
        variableRate,
        fastStart,
        grain,
        videoBitrate,
        newTargetBytes);
  }
}
