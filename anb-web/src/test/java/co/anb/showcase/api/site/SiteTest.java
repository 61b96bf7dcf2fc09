package co.anb.showcase.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

  @Test
  void whatPeopleWroteStaysText() {
    String html =
        OpenGraph.of("\"><script>alert('1')</script>", "a & b", "http://anb.example/")
            .with("og:image", null)
            .toHtml();

    assertThat(html)
        .contains("<title>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</title>")
        .contains("<meta property=\"og:description\" content=\"a &amp; b\" />")
        .doesNotContain("<script", "og:image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/index-1a_B.js", "/favicon.svg", "/site.webmanifest"})
  void filesOfTheBuildAreFound(String path) {
    assertThat(SiteFile.at(path)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/web.xml",
        "/WEB-INF/classes/a.js",
        "/assets/../WEB-INF/a.js",
        "/assets/x/y.js",
        "/index.html",
        "/manifest.json",
        "/.env.js",
        "/assets/index.js.br",
        "/"
      })
  void nothingElseIsAFile(String path) {
    assertThat(SiteFile.at(path)).isEmpty();
  }

  @Test
  void onlyNamesThatChangeWithTheirContentAreKeptForever() {
    assertThat(SiteFile.at("/assets/index-1a.css"))
        .hasValueSatisfying(f -> assertThat(f.forever()).isTrue());
    assertThat(SiteFile.at("/robots.txt"))
        .hasValueSatisfying(f -> assertThat(f.forever()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/videos",
        "/videos/",
        "/VIDEOS",
        "/videos/7f2c",
        "/players/7f2c",
        "/me/videos",
        "/jury/7f2c",
        "/admin",
        "/admin/jury/assignments/7f2c"
      })
  void pagesAreWhereTheApplicationsRouterHasThem(String path) {
    assertThat(SiteRoutes.read().contains(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/videos/7f2c/more",
        "/players",
        "/admin/nowhere",
        "/:id",
        "/index.html"
      })
  void elsewhereAreNoPages(String path) {
    assertThat(SiteRoutes.read().contains(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/, false",
    "/nowhere, false",
    "/-/problem, true",
    "/api/nowhere, true",
    "/media/x, true",
    "/assets/none.js, true",
    "/health/x, true"
  })
  void addressesOfOtherPartsAreNoPages(String path, boolean reserved) {
    assertThat(SiteServlet.isReserved(path)).isEqualTo(reserved);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, false", "*/*, false", "'text/html,*/*;q=0.8', true", "'Text/HTML', true"})
  void thePageOfAnUnknownAddressIsForBrowsers(String accept, boolean html) {
    assertThat(SiteServlet.takesHtml(accept)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, false, false",
        "'', false, false",
        "gzip, false, true",
        "'gzip, deflate, br', true, true",
        "'br;q=0, gzip;q=0.5', false, true",
        "'BR;q=1.0', true, false",
      })
  void packedFilesAreForThoseWhoTakeThem(String accepted, boolean brotli, boolean gzip) {
    assertThat(Encoding.BROTLI.isAcceptedBy(accepted)).isEqualTo(brotli);
    assertThat(Encoding.GZIP.isAcceptedBy(accepted)).isEqualTo(gzip);
  }

  @Test
  void theContentSecurityPolicyAllowsNoInlineCode() {
    assertThat(SiteServlet.policy(" https://media.anb.example"))
        .contains("default-src 'none'", "media-src 'self' blob: https://media.anb.example")
        .doesNotContain("unsafe", "*");
  }
}
