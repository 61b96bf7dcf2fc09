package co.anb.showcase.service.upload;

/**
 * What the header of an MP4 file says about its first video track.
 *
 * @param durationMillis in milliseconds
 * @param width pixels after rotation
 * @param height pixels after rotation
 */
public record Mp4Header(long durationMillis, int width, int height) {}
