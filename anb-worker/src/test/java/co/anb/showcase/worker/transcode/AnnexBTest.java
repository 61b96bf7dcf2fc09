package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnexBTest {

  private static List<String> split(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    List<String> units = new ArrayList<>();
    AnnexB.split(
        bytes,
        bytes.length,
        (type, content, offset, length) ->
            units.add(type + ":" + HexFormat.of().formatHex(content, offset, offset + length)));
    return units;
  }

  @Test
  void splitsAtShortAndLongStartCodes() {
    assertThat(split("00000001 67aabb 000001 68cc 00000001 65dd00ee"))
        .containsExactly("7:67aabb", "8:68cc", "5:65dd00ee");
  }

  @Test
  void keepsZerosInsideAndDropsThoseBehind() {
    assertThat(split("000001 6500000301 0000 000001 41ff 0000"))
        .containsExactly("5:6500000301", "1:41ff");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(split("")).isEmpty();
    assertThat(split("0001")).isEmpty();
    assertThat(split("000001")).isEmpty();
    assertThat(split("6711223344")).isEmpty();
  }
}
