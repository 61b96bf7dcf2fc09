package co.anb.showcase.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways to spoil an MP4. */
enum Mutation {

  /** Single bits anywhere. */
  BIT_FLIPS {
    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      int flips = 1 + random.nextInt(400);
      for (int i = 0; i < flips; i++) {
        spoiled[random.nextInt(spoiled.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return spoiled;
    }
  },

  /** Single bits of an index only, the movie's or a fragment's, which every reader trusts most. */
  INDEX_FLIPS {
    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      int index = place(spoiled, random, "moov", "moof");
      int length = Math.min(ByteBuffer.wrap(spoiled).getInt(index - 4) - 4, spoiled.length - index);
      int flips = 1 + random.nextInt(12);
      for (int i = 0; i < flips; i++) {
        spoiled[index + random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
      }
      return spoiled;
    }
  },

  /** A run of the frames' bytes replaced by noise. */
  NOISE {
    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      byte[] noise = new byte[1 + random.nextInt(20_000)];
      random.nextBytes(noise);
      int start = random.nextInt(Math.max(1, spoiled.length / 2));
      System.arraycopy(noise, 0, spoiled, start, Math.min(noise.length, spoiled.length - start));
      return spoiled;
    }
  },

  /** The end is missing. */
  CUT {
    @Override
    byte[] apply(byte[] clip, Random random) {
      return Arrays.copyOf(clip, random.nextInt(clip.length));
    }
  },

  /** Top boxes left out, doubled or in another order. */
  SPLICED {
    @Override
    byte[] apply(byte[] clip, Random random) {
      List<byte[]> boxes = boxes(clip);
      switch (random.nextInt(3)) {
        case 0 -> boxes.remove(random.nextInt(boxes.size()));
        case 1 -> boxes.add(random.nextInt(boxes.size()), boxes.get(random.nextInt(boxes.size())));
        default -> boxes.add(boxes.remove(random.nextInt(boxes.size())));
      }
      return join(boxes);
    }
  },

  /** A box claims to be of another size. */
  ABSURD_SIZE {
    private static final String[] TYPES = {
      "moov", "trak", "edts", "elst", "mdia", "stbl", "stsd", "stsz", "stco", "avcC", "hvcC",
      "colr", "pasp", "mvex", "mehd", "trex", "sidx", "moof", "traf", "tfhd", "tfdt", "trun"
    };
    private static final int[] SIZES = {0, 1, 7, 8, 9, 1 << 20, Integer.MAX_VALUE, -1};

    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      int box = place(spoiled, random, TYPES) - 4;
      ByteBuffer.wrap(spoiled).putInt(box, SIZES[random.nextInt(SIZES.length)]);
      return spoiled;
    }
  },

  /** Durations, dimensions, counts and offsets that cannot be. */
  ABSURD_VALUE {
    private static final String[] TYPES = {
      "mvhd", "tkhd", "elst", "mdhd", "stsd", "avc1", "hvc1", "avcC", "hvcC", "colr", "pasp",
      "stts", "ctts", "stsc", "stsz", "stco", "mehd", "trex", "sidx", "tfhd", "tfdt", "trun"
    };
    private static final int[] VALUES = {0, 1, 0x7FFF_FFFF, 0x8000_0000, -1, 0x4000_4000};

    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      int box = place(spoiled, random, TYPES);
      int field = box + 4 + 4 * random.nextInt(12);
      if (field + 4 <= spoiled.length) {
        ByteBuffer.wrap(spoiled).putInt(field, VALUES[random.nextInt(VALUES.length)]);
      }
      return spoiled;
    }
  };

  /**
   * A spoiled copy.
   *
   * @param clip an MP4, in fragments or not
   */
  abstract byte[] apply(byte[] clip, Random random);

  /** Where the letters of a box stand: of any kind that the clip has, and any of that kind. */
  private static int place(byte[] clip, Random random, String... types) {
    List<List<Integer>> kinds = new ArrayList<>();
    for (String type : types) {
      List<Integer> places = places(clip, type);
      if (!places.isEmpty()) {
        kinds.add(places);
      }
    }
    List<Integer> places = kinds.get(random.nextInt(kinds.size()));
    return places.get(random.nextInt(places.size()));
  }

  private static List<Integer> places(byte[] clip, String type) {
    byte[] wanted = type.getBytes(StandardCharsets.ISO_8859_1);
    List<Integer> places = new ArrayList<>();
    for (int i = 4; i <= clip.length - 4; i++) {
      if (clip[i] == wanted[0] && Arrays.equals(clip, i, i + 4, wanted, 0, 4)) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<byte[]> boxes(byte[] clip) {
    List<byte[]> boxes = new ArrayList<>();
    ByteBuffer all = ByteBuffer.wrap(clip);
    for (int start = 0; start < clip.length; ) {
      int end = start + all.getInt(start);
      boxes.add(Arrays.copyOfRange(clip, start, end));
      start = end;
    }
    return boxes;
  }

  private static byte[] join(List<byte[]> boxes) {
    ByteBuffer joined = ByteBuffer.allocate(boxes.stream().mapToInt(box -> box.length).sum());
    boxes.forEach(joined::put);
    return joined.array();
  }
}
