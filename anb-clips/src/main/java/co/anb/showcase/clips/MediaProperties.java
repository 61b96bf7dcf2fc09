package co.anb.showcase.clips;

/**
 * What a clip is like. Without a video track the fields about frames are 0 or empty.
 *
 * @param width pixels as encoded, before rotation
 * @param height pixels as encoded, before rotation
 * @param codec name of the video codec, such as {@code h264}
 * @param profile the codec's profile, such as {@code High}
 * @param pixelFormat such as {@code yuv420p}
 * @param frameRate mean frames a second
 * @param durationSeconds how long it plays
 * @param rotation degrees clockwise by which a player rotates the frames
 * @param hasAudio whether there is an audio track
 * @param moovBeforeMdat whether the index stands first, so that a browser can start at once
 * @param bytes size of the file
 */
public record MediaProperties(
    int width,
    int height,
    String codec,
    String profile,
    String pixelFormat,
    double frameRate,
    double durationSeconds,
    int rotation,
    boolean hasAudio,
    boolean moovBeforeMdat,
    long bytes) {}
