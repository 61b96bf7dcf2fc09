package co.anb.showcase.api.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingQueryTest {

  @ParameterizedTest
  @CsvSource({
    ",,,,,, 50,0",
    "10,,,,,, 10,0",
    "100,5,,,,, 100,5",
    ",,3,7,,, 5,2",
    ",,1,100,,, 100,0",
    ",,4,,,, 50,3",
    ",,,2,,, 2,0",
    ",,,,3,10, 10,20",
    ",,,,2,, 50,50",
    ",,,,,7, 7,0"
  })
  void readsEachWayOfAsking(
      String limit,
      String offset,
      String from,
      String to,
      String page,
      String pageSize,
      int rows,
      int skipped) {
    assertThat(new RankingQuery(null, limit, offset, from, to, page, pageSize).slice())
        .isEqualTo(new Slice(rows, skipped));
  }

  @ParameterizedTest
  @CsvSource({
    "0,,,,,",
    "101,,,,,",
    "x,,,,,",
    "'',,,,,",
    "1.5,,,,,",
    "99999999999,,,,,",
    ",-1,,,,",
    ",,0,,,",
    ",,5,4,,",
    ",,1,101,,",
    ",,,,0,",
    ",,,,2147483647,100",
    ",,,,1,101",
    "5,,1,,,",
    "5,,,,1,",
    ",,1,,1,"
  })
  void refusesTheRest(
      String limit, String offset, String from, String to, String page, String pageSize) {
    var query = new RankingQuery(null, limit, offset, from, to, page, pageSize);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(query::slice)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }
}
