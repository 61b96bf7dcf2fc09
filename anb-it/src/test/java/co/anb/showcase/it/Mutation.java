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

  /** Single bits of the index only, which every reader trusts most. */
  INDEX_FLIPS {
    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      int moov = indexOf(spoiled, "moov", 0);
      int flips = 1 + random.nextInt(12);
      for (int i = 0; i < flips; i++) {
        spoiled[moov + random.nextInt(spoiled.length - moov)] ^= (byte) (1 << random.nextInt(8));
      }
      return spoiled;
    }
  },

  /** A run of the pictures' bytes replaced by noise. */
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
      "moov", "trak", "edts", "elst", "mdia", "stbl", "stsd", "stsz", "stco"
    };
    private static final int[] SIZES = {0, 1, 7, 8, 9, 1 << 20, Integer.MAX_VALUE, -1};

    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      int box = indexOf(spoiled, TYPES[random.nextInt(TYPES.length)], 0) - 4;
      ByteBuffer.wrap(spoiled).putInt(box, SIZES[random.nextInt(SIZES.length)]);
      return spoiled;
    }
  },

  /** Durations, dimensions, counts and offsets that cannot be. */
  ABSURD_VALUE {
    private static final String[] TYPES = {
      "mvhd", "tkhd", "elst", "mdhd", "avc1", "stts", "stsc", "stsz", "stco"
    };
    private static final int[] VALUES = {0, 1, 0x7FFF_FFFF, 0x8000_0000, -1, 0x4000_4000};

    @Override
    byte[] apply(byte[] clip, Random random) {
      byte[] spoiled = clip.clone();
      int box = indexOf(spoiled, TYPES[random.nextInt(TYPES.length)], 0);
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
   * @param clip an MP4 whose index stands at its end
   */
  abstract byte[] apply(byte[] clip, Random random);

  private static int indexOf(byte[] clip, String type, int from) {
    byte[] wanted = type.getBytes(StandardCharsets.ISO_8859_1);
    // From the end: the pictures' bytes may look like anything.
    for (int i = clip.length - 4; i >= from; i--) {
      if (Arrays.equals(clip, i, i + 4, wanted, 0, 4)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no box " + type);
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
