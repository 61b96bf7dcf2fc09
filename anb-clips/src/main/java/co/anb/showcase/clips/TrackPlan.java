package co.anb.showcase.clips;

import java.util.Map;

/**
 * How one track of a clip is made.
 *
 * @param filters a filter graph without inputs and outputs, which yields what the encoder takes
 * @param encoder FFmpeg's name of the encoder
 * @param options settings of the encoder, by FFmpeg's names
 * @param tag four letters that name the codec in the file, packed by {@code MKTAG}; 0 leaves the
 *     choice to FFmpeg
 * @param rotation degrees clockwise by which a player has to rotate the frames
 */
record TrackPlan(
    String filters, String encoder, Map<String, String> options, int tag, int rotation) {}
