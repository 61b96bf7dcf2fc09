package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the contest's form of clips: opening bumper, at most 30 s of the clip under the watermark,
 * closing bumper; and a poster from the clip. One for the whole process.
 */
final class Transcoder {

  /**
   * What was made.
   *
   * @param durationMillis of the output
   * @param stageSeconds how long each stage was busy
   */
  record Result(int durationMillis, Map<String, Double> stageSeconds) {}

  private static final Logger LOG = LoggerFactory.getLogger(Transcoder.class);

  private final EncoderKind kind;
  private final ArtworkFolder artwork;
  private final Optional<Bumpers> bumpers;
  private HighDynamicRange mapping;
  private Transfer mappedTransfer;

  private Transcoder(EncoderKind kind, ArtworkFolder artwork, Optional<Bumpers> bumpers) {
    this.kind = kind;
    this.artwork = artwork;
    this.bumpers = bumpers;
  }

  /**
   * Makes a transcoder.
   *
   * @throws IOException if the encoder does not start or the watermark is missing
   */
  static Transcoder open(EncoderKind kind, ArtworkFolder artwork) throws IOException {
    Optional<Bumpers> bumpers = artwork.bumpers(kind);
    if (bumpers.isPresent() && !bumpers.get().fit(kind.parameterSets())) {
      bumpers = Optional.empty();
    }
    if (bumpers.isEmpty()) {
      LOG.warn("No bumpers that fit encoder {}: they are encoded again for each clip", kind.code());
    }
    return new Transcoder(kind, artwork, bumpers);
  }

  /** The encoder in use. */
  EncoderKind encoder() {
    return kind;
  }

  /**
   * Transcodes the opening bumper, so that all libraries are loaded and all code has run once.
   *
   * @param folder for files that are removed again
   * @throws IOException if anything goes wrong
   */
  void warmUp(Path folder) throws IOException, InterruptedException {
    if (bumpers.isEmpty()) {
      return;
    }
    Path input = Files.createTempFile(folder, "warm", ".mp4");
    var output =
        new OutputFiles(
            Files.createTempFile(folder, "warm", ".mp4"),
            Files.createTempFile(folder, "warm", ".jpg"),
            Files.createTempFile(folder, "warm", ".jpg"));
    try {
      try (var file = new Mp4Writer(input)) {
        file.append(bumpers.get().opening());
        file.finish();
      }
      transcode(input, Cut.NONE, output, percent -> {});
    } catch (TranscodeException e) {
      throw new IOException("The opening bumper cannot be transcoded", e);
    } finally {
      Files.deleteIfExists(input);
      for (Path file : output.all()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Transcodes a clip.
   *
   * @param cut which part of it
   * @param output replaced if there
   * @param progress takes percents, each at most once
   * @throws TranscodeException if the clip is at fault
   * @throws IOException if a file cannot be written
   */
  Result transcode(Path input, Cut cut, OutputFiles output, IntConsumer progress)
      throws TranscodeException, IOException, InterruptedException {
    ClipSource source = ClipSource.of(input, cut);
    return new TranscodeJob(kind, artwork, bumpers, output, cut.posterSlot(), progress)
        .run(source, mappingFor(source.facts()));
  }

  /** The last one is kept: it takes a moment to make, and the next clip may need it too. */
  private HighDynamicRange mappingFor(StreamFacts facts) {
    if (!facts.isHighDynamicRange()) {
      return null;
    }
    if (mapping == null || mappedTransfer != facts.transfer()) {
      mapping = new HighDynamicRange(facts.transfer());
      mappedTransfer = facts.transfer();
    }
    return mapping;
  }
}
