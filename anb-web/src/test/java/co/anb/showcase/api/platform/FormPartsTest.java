package co.anb.showcase.api.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.input.BoundedInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPartsTest {

  private static final MediaType TYPE =
      new MediaType("multipart", "form-data", Map.of("boundary", "x1"));
  private static final String END = "--x1--\r\n";

  /** More than a reader buffers, and far less than an attack sends. */
  private static final long SOON = 100_000;

  private final List<String> seen = new ArrayList<>();

  @Test
  void partsComeInTheirOrder() throws IOException {
    read(
        part("title", "Mi jugada con ñ")
            + "--x1\r\n"
            + "content-disposition: form-data;\r\n"
            + "  name=\"video_file\"; filename=\"a;b.mp4\"\r\n"
            + "Content-Type: video/mp4; charset=\"ISO-8859-1\"\r\n\r\n"
            + "bytes\r\n"
            + "--x2 bytes\r\n"
            + part("", "")
            + "--x1\r\nX-Other: 1\r\n\r\nnameless\r\n"
            + END);
    assertThat(seen)
        .containsExactly(
            "title=Mi jugada con ñ", "video_file=bytes\r\n--x2 bytes ISO-8859-1", "=", "=nameless");
  }

  /** 110,000 of them in a megabyte used to take 1 GB of heap. */
  @Test
  void aFormOfManyPartsEndsAtTheFirstTooMany() throws IOException {
    assertRefusedSoon("--x1\r\n\r\n\r\n");
    assertThat(seen).hasSize(FormParts.MOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b\r\n",
        "a",
        "\r\n ",
        ": ",
        "Content-Disposition: form-data; name=\"a\"\r\n",
      })
  void endlessHeadersEndSoon(String repeated) throws IOException {
    assertRefusedSoon("--x1\r\n", repeated);
    assertThat(seen).isEmpty();
  }

  @Test
  void whatNobodyReadsOfAPartHasALimit() throws IOException {
    assertRefusedSoon("--x1\r\nContent-Disposition: form-data; name=\"skip\"\r\n\r\n", "a");
  }

  @Test
  void whatBreaksOffIsRefusedInEveryPlace() throws IOException {
    String whole = part("title", "Una") + part("video_file", "bytes") + END;
    for (int length = "--x1\r\n".length(); length < whole.length() - 4; length++) {
      String broken = whole.substring(0, length);
      assertThatThrownBy(() -> read(broken))
          .as(broken)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }
    read(whole);
  }

  @Test
  void aBoundaryMustBeThere() {
    for (String boundary : List.of("", "x".repeat(300))) {
      var type = new MediaType("multipart", "form-data", Map.of("boundary", boundary));
      assertThatThrownBy(() -> FormParts.read(type, InputStream.nullInputStream(), this::take))
          .isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(
            () ->
                FormParts.read(
                    MediaType.MULTIPART_FORM_DATA_TYPE, InputStream.nullInputStream(), this::take))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aTakersOwnTroubleIsNotTheClients() {
    assertThatThrownBy(
            () ->
                FormParts.read(
                    TYPE,
                    new ByteArrayInputStream((part("a", "b") + END).getBytes(UTF_8)),
                    part -> {
                      throw new IOException("The disk is full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("The disk is full");
  }

  private static String part(String name, String content) {
    return "--x1\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, content);
  }

  private void read(String form) throws IOException {
    FormParts.read(TYPE, new ByteArrayInputStream(form.getBytes(UTF_8)), this::take);
  }

  /** A form without an end. */
  private void assertRefusedSoon(String... pieces) throws IOException {
    BoundedInputStream body =
        BoundedInputStream.builder().setInputStream(new SequenceInputStream(endless(pieces))).get();
    assertThatThrownBy(() -> FormParts.read(TYPE, body, this::take))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    assertThat(body.getCount()).isLessThan(SOON);
  }

  /** The pieces once, then the last one for ever. */
  @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else.
  private static Enumeration<InputStream> endless(String... pieces) {
    var first = new ArrayList<>(List.of(pieces));
    String last = pieces[pieces.length - 1];
    return new Enumeration<>() {
      @Override
      public boolean hasMoreElements() {
        return true;
      }

      @Override
      public InputStream nextElement() {
        String piece = first.isEmpty() ? last.repeat(1000) : first.remove(0);
        return new ByteArrayInputStream(piece.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private void take(FormParts.Part part) throws IOException {
    String text =
        part.name().equals("skip") ? "" : new String(part.content().readNBytes(100), UTF_8);
    seen.add(part.name() + "=" + text + part.charset().map(charset -> " " + charset).orElse(""));
  }
}
