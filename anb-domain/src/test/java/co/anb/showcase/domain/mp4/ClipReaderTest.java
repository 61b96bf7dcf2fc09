package co.anb.showcase.domain.mp4;

import static co.anb.showcase.domain.mp4.Boxes.box;
import static co.anb.showcase.domain.mp4.Boxes.ftyp;
import static co.anb.showcase.domain.mp4.Boxes.ints;
import static co.anb.showcase.domain.mp4.Boxes.join;
import static co.anb.showcase.domain.mp4.Boxes.longs;
import static co.anb.showcase.domain.mp4.Boxes.shorts;
import static co.anb.showcase.domain.mp4.Boxes.text;
import static co.anb.showcase.domain.mp4.Boxes.wideBox;
import static co.anb.showcase.domain.mp4.TestTrack.ONE;
import static co.anb.showcase.domain.mp4.TestTrack.elst;
import static co.anb.showcase.domain.mp4.TestTrack.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipReaderTest {

  private static final byte[] MEDIA = box("mdat", new byte[1000]);

  @TempDir Path folder;

  @Test
  void readsAPlainClip() throws IOException {
    ClipTimeline clip = read(track -> {});

    assertThat(clip)
        .isEqualTo(
            new ClipTimeline(
                1,
                0,
                ClipCodec.H264,
                "avc1",
                Orientation.NORMAL,
                FieldOrder.UNSPECIFIED,
                1000,
                List.of(new Edit(0, 30_000)),
                new PictureSize(1920, 1080, 0, 0),
                ColorTags.UNSPECIFIED,
                300,
                300,
                1,
                false,
                false));
  }

  @Test
  void lastsAsLongAsItsEdits() throws IOException {
    ClipTimeline clip =
        read(
            track ->
                track.edits =
                    elst(5000, -1, ONE, 12_000, 10_000, ONE, 2000, 1000, ONE, 9000, 25_000, ONE));

    // Nothing is shown for the first 5 s, and the last edit goes beyond the media.
    assertThat(clip.edits())
        .containsExactly(new Edit(10_000, 12_000), new Edit(1000, 2000), new Edit(25_000, 5000));
    assertThat(clip.durationMillis()).isEqualTo(19_000);
    assertThat(clip.shownSamples()).isEqualTo(190);
  }

  @Test
  void readsEditsOf64Bits() throws IOException {
    byte[] list = box("elst", ints(1 << 24, 1), longs(22_000, 4000), ints(ONE));

    assertThat(read(track -> track.edits = box("edts", list)).edits())
        .containsExactly(new Edit(4000, 22_000));
  }

  @Test
  void anEditWithoutALengthGoesToTheEnd() throws IOException {
    assertThat(read(track -> track.edits = elst(0, 5000, ONE)).durationMillis()).isEqualTo(25_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x8000, 2 * 0x10000, -0x10000})
  void refusesAnotherSpeed(int speed) {
    assertFault(FileFault.FILE_EDITS, track -> track.edits = elst(30_000, 0, speed));
  }

  @Test
  void refusesEditsBeyondNumber() {
    int[] many = new int[3 * 101];
    for (int i = 0; i < many.length; i += 3) {
      many[i] = 300;
      many[i + 2] = ONE;
    }
    assertFault(FileFault.FILE_EDITS, track -> track.edits = elst(many));
  }

  @Test
  void refusesEditsThatShowNothing() {
    assertFault(FileFault.FILE_TOO_SHORT, track -> track.edits = elst(30_000, -1, ONE));
    assertFault(FileFault.FILE_TOO_SHORT, track -> track.edits = elst(30_000, 40_000, ONE));
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.edits = elst(30_000, -2, ONE));
  }

  @Test
  void beginsWithTheFirstPictureThatIsShown() throws IOException {
    // Decoded 0, 1, 2 and shown 2, 4, 3: the media begins at 200 ms.
    ClipTimeline clip = read(track -> track.offsets = new int[] {3, 1, 200, 1, 300, 298, 200});

    assertThat(clip.edits()).containsExactly(new Edit(200, 30_000));
    assertThat(clip.shownSamples()).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource({
    "1,0,0,1,1,0,0,1,NORMAL",
    "0,1,-1,0,1,0,0,1,ROTATE_90",
    "-1,0,0,1,1,0,0,1,MIRROR",
    "1,0,0,1,1,0,0,-1,MIRROR_VERTICAL",
    "1,0,0,1,0,1,-1,0,ROTATE_90",
    "0,1,-1,0,0,1,-1,0,ROTATE_180",
    "-1,0,0,1,0,1,-1,0,TRANSVERSE",
    "0,1,-1,0,-1,0,0,1,TRANSPOSE",
    "0,0,0,0,0,0,0,0,NORMAL"
  })
  void multipliesTheMatrices(
      int a, int b, int c, int d, int e, int f, int g, int h, Orientation expected)
      throws IOException {
    TestTrack track = new TestTrack();
    track.matrix = new int[] {a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 0};
    int[] movie = {e * ONE, f * ONE, 0, g * ONE, h * ONE, 0, 0, 0, 0};
    byte[] moov = box("moov", mvhd(30_000, movie), track.build());

    ClipTimeline clip = read(join(ftyp("isom"), MEDIA, moov));

    assertThat(clip.orientation()).isEqualTo(expected);
    assertThat(clip.shownWidth()).isEqualTo(expected.swapsSides() ? 1080 : 1920);
  }

  @Test
  void knowsTheShapeOfPixels() throws IOException {
    ClipTimeline told =
        read(track -> track.entries = entry("avc1", 1440, 1080, box("pasp", ints(4, 3))));
    ClipTimeline shown = read(track -> track.entries = entry("avc1", 1440, 1080));
    ClipTimeline turned =
        read(
            track -> {
              track.matrix = new int[] {0, ONE, 0, -ONE, 0, 0, 0, 0, 0};
              track.shownWidth = 1080 * ONE;
              track.shownHeight = 1920 * ONE;
            });

    assertThat(told.size()).isEqualTo(new PictureSize(1440, 1080, 4, 3));
    assertThat(told.shownWidth()).isEqualTo(1920);
    assertThat(shown.shownWidth()).isEqualTo(1920);
    assertThat(turned.size()).isEqualTo(new PictureSize(1920, 1080, 0, 0));
  }

  @Test
  void readsColorsAndFields() throws IOException {
    byte[] colr = box("colr", text("nclx"), shorts(9, 18, 9), new byte[] {(byte) 0x80});
    byte[] fiel = box("fiel", new byte[] {2, 9});

    ClipTimeline clip = read(track -> track.entries = entry("hvc1", 1920, 1080, colr, fiel));

    assertThat(clip.codec()).isEqualTo(ClipCodec.HEVC);
    assertThat(clip.color()).isEqualTo(new ColorTags(9, 18, 9, true));
    assertThat(clip.fields()).isEqualTo(FieldOrder.BOTTOM_FIRST);
  }

  @ParameterizedTest
  @CsvSource({
    "avc1,H264",
    "avc2,H264",
    "avc3,H264",
    "avc4,H264",
    "dva1,H264",
    "dvav,H264",
    "hvc1,HEVC",
    "hev1,HEVC",
    "dvh1,HEVC",
    "dvhe,HEVC"
  })
  void knowsTheLettersOfItsCodecs(String letters, ClipCodec codec) throws IOException {
    ClipTimeline clip = read(track -> track.entries = entry(letters, 1920, 1080));

    assertThat(clip.codec()).isEqualTo(codec);
    assertThat(clip.format()).isEqualTo(letters);
  }

  @ParameterizedTest
  @CsvSource({
    "vp09,VP9",
    "av01,AV1",
    "apch,ProRes",
    "mjpa,Motion JPEG",
    "mp4v,MPEG-4 Visual",
    "x<y!,x?y?",
    "rle ,QuickTime Animation"
  })
  void namesACodecThatItDoesNotTake(String letters, String name) {
    String four = (letters + " ").substring(0, 4);
    assertThatExceptionOfType(FileRefusedException.class)
        .isThrownBy(() -> read(track -> track.entries = entry(four, 1920, 1080)))
        .satisfies(
            refusal -> {
              assertThat(refusal.fault()).isEqualTo(FileFault.FILE_CODEC);
              assertThat(refusal.subject()).isEqualTo(name);
            });
  }

  @Test
  void readsWhatMp4vReallyIs() {
    byte[] esds =
        box("esds", ints(0), new byte[] {3, (byte) 0x80, 20, 0, 1, 0, 4, 15, 0x6C, 0, 0, 0});

    assertThatExceptionOfType(FileRefusedException.class)
        .isThrownBy(() -> read(track -> track.entries = entry("mp4v", 1920, 1080, esds)))
        .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("Motion JPEG"));
  }

  @Test
  void refusesWhatIsEncryptedOrNeedsDolbyVision() throws IOException {
    byte[] sinf = box("sinf", box("frma", text("avc1")));
    byte[] profile5 = box("dvcC", new byte[] {1, 0, 5 << 1, 0, 0, 0});
    byte[] profile8 = box("dvvC", new byte[] {1, 0, 8 << 1, 0, 4 << 4, 0});

    assertFault(FileFault.FILE_ENCRYPTED, track -> track.entries = entry("encv", 1920, 1080, sinf));
    assertFault(FileFault.FILE_ENCRYPTED, track -> track.entries = entry("avc1", 1920, 1080, sinf));
    assertFault(FileFault.FILE_CODEC, track -> track.entries = entry("dvh1", 1920, 1080, profile5));
    assertAccepted(track -> track.entries = entry("dvh1", 1920, 1080, profile8));
  }

  @Test
  void takesTwoDescriptionsOfOneKindOnly() throws IOException {
    Consumer<TestTrack> joined =
        track -> {
          track.entryCount = 2;
          track.chunks = new int[] {2, 1, 150, 1, 2, 150, 2};
          track.chunkOffsets = new int[] {2, 24, 174};
        };
    byte[] first = entry("avc1", 1920, 1080);
    assertThat(
            read(joined.andThen(track -> track.entries = join(first, entry("avc3", 1920, 1080))))
                .descriptions())
        .isEqualTo(2);
    for (byte[] second : List.of(entry("hvc1", 1920, 1080), entry("avc1", 1280, 720))) {
      assertFault(
          FileFault.FILE_MIXED, joined.andThen(track -> track.entries = join(first, second)));
    }
    // A sample description that no frame refers to does not matter.
    assertAccepted(
        track -> {
          track.entryCount = 2;
          track.entries = join(first, entry("vp09", 64, 64));
        });
  }

  @Test
  void choosesTheTrack() throws IOException {
    byte[] sound = track(track -> track.handler = "soun");
    byte[] still = track(still(2));
    byte[] film = track(track -> track.id = 3);
    byte[] off =
        track(
            track -> {
              track.id = 4;
              track.flags = 6;
            });

    assertThat(movie(sound, still, film).trackId()).isEqualTo(3);
    assertThat(movie(sound, still, film).trackIndex()).isEqualTo(2);
    assertThat(movie(off, film).trackId()).isEqualTo(3);
    // A still that is on beside a film that is off.
    assertThat(movie(still, off).trackId()).isEqualTo(4);
  }

  @Test
  void leavesOutThePicturesOfChapters() throws IOException {
    byte[] chapters = track(track -> track.id = 2);
    byte[] film =
        track(
            track -> {
              track.id = 3;
              track.reference = box("tref", box("chap", ints(2)));
            });

    assertThat(movie(chapters, film).trackId()).isEqualTo(3);
  }

  @Test
  void refusesWhatHasNoVideo() {
    byte[] sound = track(track -> track.handler = "soun");

    assertThat(faultOf(() -> movie(sound))).isEqualTo(FileFault.FILE_NO_VIDEO);
    assertThat(faultOf(() -> movie())).isEqualTo(FileFault.FILE_NO_VIDEO);
  }

  @Test
  void believesThePicturesAndOneHeader() throws IOException {
    // Browsers that record write the media's duration in another scale.
    assertThat(read(track -> track.mediaDuration = 1).durationMillis()).isEqualTo(30_000);
    assertThat(read(track -> track.mediaDuration = 0).durationMillis()).isEqualTo(30_000);
    assertThat(read(track -> track.shownDuration = 7).durationMillis()).isEqualTo(30_000);
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.times = new int[] {1, 300, 33_000});
    assertFault(
        FileFault.FILE_CONTRADICTORY,
        track -> track.times = new int[] {2, 299, 100, 1, Integer.MAX_VALUE});
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 300, 22_000, 3_000_000, Integer.MAX_VALUE, -1})
  void takesATrimmedClipWhoseMediaHeaderLies(int mediaDuration) throws IOException {
    // 22 of 30 s are shown, as the headers of track and movie say.
    Consumer<TestTrack> trimmed =
        track -> {
          track.edits = elst(22_000, 5000, ONE);
          track.shownDuration = 22_000;
          track.mediaDuration = mediaDuration;
        };

    assertThat(read(clip(22_000, trimmed)).edits()).containsExactly(new Edit(5000, 22_000));
    // One of the two is enough, and what is not told speaks against nothing.
    assertThat(read(clip(0, trimmed)).durationMillis()).isEqualTo(22_000);
    assertThat(read(clip(7, trimmed)).durationMillis()).isEqualTo(22_000);
    assertThat(read(clip(22_000, trimmed.andThen(track -> track.shownDuration = 0))).samples())
        .isEqualTo(300);
    assertThat(read(clip(0, trimmed.andThen(track -> track.shownDuration = 0))).samples())
        .isEqualTo(300);
  }

  @Test
  void countsEmptyEditsAsTheHeadersDo() throws IOException {
    Consumer<TestTrack> late =
        track -> {
          track.edits = elst(4000, -1, ONE, 20_000, 5000, ONE);
          track.shownDuration = 24_000;
          track.mediaDuration = 1;
        };

    assertThat(read(clip(24_000, late)).durationMillis()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({"0,30000", "7,30000", "30000,0", "30000,7", "0,0", "7,7"})
  void takesWrongHeadersBesideARightOneOfTheMedia(int shown, int movie) throws IOException {
    assertThat(read(clip(movie, track -> track.shownDuration = shown)).durationMillis())
        .isEqualTo(30_000);
  }

  @Test
  void refusesWhatNoHeaderConfirms() {
    Consumer<TestTrack> trimmed = track -> track.edits = elst(22_000, 5000, ONE);
    assertThat(
            faultOf(
                () ->
                    read(
                        clip(
                            7,
                            trimmed.andThen(
                                track -> {
                                  track.shownDuration = 7;
                                  track.mediaDuration = 7;
                                })))))
        .isEqualTo(FileFault.FILE_CONTRADICTORY);
    // All headers and the edits speak of 22 s, the frames last for two hours.
    assertThat(
            faultOf(
                () ->
                    read(
                        clip(
                            22_000,
                            track -> {
                              track.edits = elst(22_000, 0, ONE);
                              track.shownDuration = 22_000;
                              track.mediaDuration = 22_000;
                              track.times = new int[] {1, 300, 24_000};
                            }))))
        .isEqualTo(FileFault.FILE_CONTRADICTORY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 600, 1000, 12_800, 44_100, 90_000, 10_000_000})
  void reckonsInAnyTimeScale(int scale) throws IOException {
    // One frame a second, and an edit in ticks of the movie, of which there are 1000 a second.
    ClipTimeline clip =
        read(
            clip(
                22_000,
                track -> {
                  track.scale = scale;
                  track.mediaDuration = 30 * scale;
                  track.samples = 30;
                  track.times = new int[] {1, 30, scale};
                  track.chunks = new int[] {1, 1, 30, 1};
                  track.shownDuration = 22_000;
                  track.edits = elst(22_000, 5 * scale, ONE);
                }));

    assertThat(clip.durationMillis()).isEqualTo(22_000);
    assertThat(clip.shownSamples()).isEqualTo(22);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void refusesATimeScaleThatIsNone(int scale) {
    assertFault(FileFault.FILE_DAMAGED, track -> track.scale = scale);
  }

  @Test
  void tablesHaveToAgree() {
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.samples = 200);
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.times = new int[] {1, 100, 300});
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.chunks = new int[] {1, 1, 100, 1});
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.chunks = new int[] {1, 1, 900, 1});
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.chunks = new int[] {1, 2, 300, 1});
    assertFault(FileFault.FILE_CONTRADICTORY, track -> track.chunks = new int[] {1, 1, 300, 2});
    assertFault(
        FileFault.FILE_CONTRADICTORY, track -> track.chunkOffsets = new int[] {1, 100_000_000});
    assertFault(
        FileFault.FILE_CONTRADICTORY, track -> track.more = box("stts", ints(0, 1, 300, 100)));
    assertFault(FileFault.FILE_DAMAGED, track -> track.times = new int[] {-1, 300, 100});
    assertFault(FileFault.FILE_RECORDING_TOO_LONG, track -> track.times = new int[] {1, -1, 100});
    assertFault(FileFault.FILE_EXTERNAL, track -> track.dataFlags = 0);
  }

  @Test
  void readsFragments() throws IOException {
    byte[] clip = fragmented(Integer.MAX_VALUE / 100, 150, 2);

    assertThat(read(clip).durationMillis()).isEqualTo(30_000);
    assertThat(read(clip).fragmented()).isTrue();
    assertThat(read(clip).samples()).isEqualTo(300);
    // Half a frame of the second fragment is missing.
    assertThat(faultOf(() -> read(fragmented(100, 2_000_000, 1))))
        .isEqualTo(FileFault.FILE_RECORDING_TOO_LONG);
    assertThat(faultOf(() -> read(fragmented(100, 2000, 1))))
        .isEqualTo(FileFault.FILE_CONTRADICTORY);
  }

  @Test
  void knowsQuickTime() throws IOException {
    byte[] movie = box("moov", mvhd(30_000), track(track -> {}));

    assertThat(read(join(ftyp("qt  ", "qt  "), MEDIA, movie)).quickTime()).isTrue();
    assertThat(read(join(box("wide"), box("free"), MEDIA, movie)).quickTime()).isTrue();
    assertThat(read(join(ftyp("qt  ", "mp42"), MEDIA, movie)).quickTime()).isFalse();
    for (String brand : List.of("f4v ", "3gp4", "3g2a", "cmfc", "nvr1", "XAVC")) {
      assertThat(read(join(ftyp(brand), MEDIA, movie)).quickTime()).isFalse();
    }
    assertThat(read(join(box("free"), ftyp("isom"), MEDIA, movie)).quickTime()).isFalse();
  }

  @Test
  void readsALongHeaderThatLiesAnywhere() throws IOException {
    byte[] filler = box("free", new byte[20 << 20]);
    byte[] clip =
        join(ftyp("isom"), MEDIA, wideBox("moov", mvhd(30_000), filler, track(track -> {})));
    assertThat(read(clip).durationMillis()).isEqualTo(30_000);

    byte[] longer = join(ftyp("isom"), MEDIA, box("moov", new byte[32 << 20], filler));
    assertThat(faultOf(() -> read(longer))).isEqualTo(FileFault.FILE_HEADER_TOO_LARGE);
  }

  @Test
  void refusesOtherFiles() {
    byte[] words = "just a text, longer than a box".getBytes(StandardCharsets.UTF_8);
    for (byte[] other : List.of(words, new byte[4096], new byte[0], ftyp("heic", "mif1"))) {
      assertThat(faultOf(() -> read(other))).isEqualTo(FileFault.FILE_NOT_MP4);
    }
    assertThat(faultOf(() -> read(ftyp("isom")))).isEqualTo(FileFault.FILE_DAMAGED);
  }

  @Test
  void refusesAFileCutAnywhere() {
    byte[] clip = whole();
    for (int length = 0; length < clip.length; length++) {
      byte[] cut = Arrays.copyOf(clip, length);
      assertThatExceptionOfType(FileRefusedException.class).isThrownBy(() -> read(cut));
    }
  }

  @Test
  void doesNotMindRubbishAtTheEnd() throws IOException {
    assertThat(read(join(whole(), ints(-1, -1, -1))).samples()).isEqualTo(300);
  }

  @Test
  void doesNotBelieveSizes() {
    for (byte[] head :
        List.of(
            join(ints(Integer.MAX_VALUE), text("moov")),
            join(ints(-1), text("moov")),
            join(ints(3), text("moov")),
            join(ints(1), text("moov"), ints(-1, -1)),
            join(ints(1), text("moov"), ints(0, 4)),
            box("moov", ints(5000), text("trak")),
            box("moov", ints(1), text("trak"), ints(-1, -1)))) {
      assertThat(faultOf(() -> read(join(ftyp("isom"), MEDIA, head))))
          .isIn(FileFault.FILE_DAMAGED, FileFault.FILE_NO_VIDEO);
    }
  }

  @Test
  void refusesMoreBoxesThanAnyClipHas() {
    byte[][] many = new byte[100_001][];
    Arrays.fill(many, box("free"));

    assertThat(faultOf(() -> movie(join(many)))).isEqualTo(FileFault.FILE_HEADER_TOO_LARGE);
  }

  @Test
  @Timeout(300)
  void damageGivesARefusalOrATimelineInLittleMemory() throws IOException {
    long seed = Long.getLong("anb.mutations.seed", 20260101);
    int rounds = Integer.getInteger("anb.mutations", 1500);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(seed);
    byte[][] clips = {whole(), fragmented(100, 30, 10)};
    for (int round = 0; round < rounds; round++) {
      byte[] clip = clips[round % clips.length].clone();
      for (int i = 0; i < 1 + round % 20; i++) {
        // The media itself is not read.
        int place = random.nextInt(clip.length - 1016);
        clip[place < 16 ? place : place + 1016] =
            random.nextInt(4) == 0 ? (byte) -1 : (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("clip"), clip);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        ClipTimeline read = ClipReader.read(file);
        assertThat(ClipTimeline.fromJson(read.toJson())).as("seed %d", seed).isEqualTo(read);
      } catch (FileRefusedException e) {
        assertThat(e.fault()).isNotNull();
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("seed %d, round %d", seed, round)
          .isLessThan(64L << 20);
    }
  }

  private static Consumer<TestTrack> still(int id) {
    return track -> {
      track.id = id;
      track.entries = entry("jpeg", 640, 360);
      track.samples = 1;
      track.times = new int[] {1, 1, 1000};
      track.chunks = new int[] {1, 1, 1, 1};
    };
  }

  private static byte[] whole() {
    byte[] colr = box("colr", text("nclx"), shorts(9, 18, 9), new byte[] {0});
    byte[] track =
        track(
            each -> {
              each.edits = elst(1000, -1, ONE, 22_000, 4000, ONE);
              each.entries = entry("hvc1", 1920, 1080, colr, box("pasp", ints(1, 1)));
              each.offsets = new int[] {2, 1, 100, 299, 100};
            });
    return join(ftyp("isom"), MEDIA, box("moov", mvhd(23_000), track(still(2)), track));
  }

  /** Fragments of frames of 100 ticks and one byte each, whose bytes lie at 24. */
  private static byte[] fragmented(int mehd, int samples, int count) {
    byte[] track =
        track(
            each -> {
              each.samples = 0;
              each.mediaDuration = 0;
              each.shownDuration = 0;
            });
    byte[] extension =
        box("mvex", box("mehd", ints(0, mehd)), box("trex", ints(0, 1, 1, 100, 1, 0)));
    byte[] file = join(ftyp("isom"), MEDIA, box("moov", mvhd(0), track, extension));
    for (int i = 0; i < count; i++) {
      byte[] traf =
          box(
              "traf",
              box("tfhd", ints(0x1, 1), longs(24)),
              box("tfdt", ints(0, 5000 + i * samples * 100)),
              box("trun", ints(0x1, samples, 0)));
      file = join(file, box("moof", box("mfhd", ints(0, i + 1)), traf));
    }
    return file;
  }

  private static byte[] mvhd(int duration, int... matrix) {
    int[] nine = matrix.length == 9 ? matrix : new int[] {ONE, 0, 0, 0, ONE, 0, 0, 0, 0x40000000};
    return box(
        "mvhd", ints(0, 0, 0, 1000, duration), new byte[16], ints(nine), new byte[24], ints(2));
  }

  private static byte[] track(Consumer<TestTrack> change) {
    TestTrack track = new TestTrack();
    change.accept(track);
    return track.build();
  }

  /** A clip whose movie header tells a duration, in milliseconds. */
  private static byte[] clip(int movieDuration, Consumer<TestTrack> change) {
    return join(ftyp("isom"), MEDIA, box("moov", mvhd(movieDuration), track(change)));
  }

  private ClipTimeline movie(byte[]... tracks) throws IOException {
    return read(join(ftyp("isom"), MEDIA, box("moov", mvhd(30_000), join(tracks))));
  }

  private ClipTimeline read(Consumer<TestTrack> change) throws IOException {
    return movie(track(change));
  }

  private ClipTimeline read(byte[] content) throws IOException {
    return ClipReader.read(Files.write(folder.resolve("clip"), content));
  }

  private void assertAccepted(Consumer<TestTrack> change) throws IOException {
    assertThat(read(change).samples()).isEqualTo(300);
  }

  private void assertFault(FileFault fault, Consumer<TestTrack> change) {
    assertThat(faultOf(() -> read(change))).isEqualTo(fault);
  }

  private interface Attempt {
    ClipTimeline run() throws IOException;
  }

  private static FileFault faultOf(Attempt attempt) {
    try {
      throw new AssertionError("Was taken: " + attempt.run());
    } catch (FileRefusedException e) {
      return e.fault();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
