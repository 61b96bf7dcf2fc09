package co.anb.showcase.worker.transcode;

import java.nio.ByteBuffer;

/**
 * A picture of the output's size in yuv420p. The buffers may be native memory of a decoder and are
 * only valid until it makes the next picture.
 */
record YuvPicture(
    ByteBuffer luma, int lumaStride, ByteBuffer blue, ByteBuffer red, int chromaStride) {}
