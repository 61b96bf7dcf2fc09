package co.anb.showcase.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DescribeApiTest {

  private static OpenAPI document;

  @BeforeAll
  static void describe() throws Exception {
    document =
        DescribeApi.describe(
                Path.of("target/test-classes/co/anb/showcase/openapi/sample"),
                Path.of("src/test/java/co/anb/showcase/openapi/sample"),
                Path.of("src/test/resources/frame.yaml"))
            .model();
  }

  @Test
  void refusalsFollowFromTheAnnotations() {
    assertThat(statuses(clips())).containsExactly("200", "400", "500");
    assertThat(statuses(clip())).containsExactly("200", "401", "404", "500");
    assertThat(statuses(changeClip()))
        .containsExactly("200", "400", "401", "403", "404", "409", "429", "500");
    assertThat(statuses(deleteClips())).containsExactly("204", "401", "500");
  }

  @Test
  void whatEverybodyMayCallNeedsNoToken() {
    assertThat(clips().getSecurity()).isNull();
    assertThat(clip().getSecurity())
        .extracting(SecurityRequirement::getSchemes)
        .extracting(Map::keySet)
        .map(Object::toString)
        .containsExactly("[bearer]", "[password]");
  }

  @Test
  void operationsAreDescribedByTheirJavadoc() {
    assertThat(clips().getOperationId()).isEqualTo("clips");
    assertThat(clips().getSummary()).isEqualTo("Clips, newest first");
    assertThat(clips().getDescription()).isEqualTo("Those of everybody, for limit see there.");
    assertThat(clips().getResponses().getAPIResponse("200").getDescription())
        .isEqualTo("a page of them");
  }

  @Test
  void parametersHaveTheTypeOfTheirName() {
    assertThat(clips().getParameters())
        .extracting(Parameter::getName)
        .containsExactly("city", "limit", "from");
    assertThat(clips().getParameters())
        .extracting(Parameter::getDescription)
        .containsExactly(
            "only clips of this city", "At most so many: 1 to 100, by default 50", null);
    assertThat(clips().getParameters().get(1).getSchema().getType()).isEqualTo(SchemaType.INTEGER);
    assertThat(clips().getParameters().get(2).getSchema().getFormat()).isEqualTo("date-time");
    assertThat(clip().getParameters().get(0).getSchema().getFormat()).isEqualTo("uuid");
  }

  @Test
  void bodiesAreOfTheirTypes() {
    Schema list = content(clips());
    assertThat(list.getType()).isEqualTo(SchemaType.ARRAY);
    assertThat(list.getItems().getRef()).isEqualTo("#/components/schemas/ClipView");
    assertThat(content(clip()).getRef()).isEqualTo("#/components/schemas/ClipView");
    assertThat(changeClip().getRequestBody().getRequired()).isTrue();
  }

  @Test
  void membersAreNamedTypedAndDescribed() {
    Schema clip = document.getComponents().getSchemas().get("ClipView");
    assertThat(clip.getDescription()).isEqualTo("A clip. What is not known is null.");
    Map<String, Schema> members = clip.getProperties();
    assertThat(members)
        .containsOnlyKeys("video_id", "uploaded_at", "duration_seconds", "bytes", "parts");
    assertThat(members.get("video_id").getFormat()).isEqualTo("uuid");
    assertThat(members.get("uploaded_at").getFormat()).isEqualTo("date-time");
    assertThat(members.get("duration_seconds").getType()).isEqualTo(SchemaType.INTEGER);
    assertThat(members.get("duration_seconds").getDescription())
        .isEqualTo("of the clip as uploaded, < 61");
    assertThat(members.get("bytes").getFormat()).isEqualTo("int64");
    assertThat(members.get("parts").getItems().getRef()).isEqualTo("#/components/schemas/Part");
  }

  @Test
  void membersHaveTheExampleOfTheirName() {
    Map<String, Schema> members =
        document.getComponents().getSchemas().get("ClipView").getProperties();
    assertThat(members.get("video_id").getExample().toString()).hasSize(36);
    assertThat(document.getComponents().getSchemas().get("Part").getProperties().get("title"))
        .extracting(Schema::getExample)
        .isNotNull();
  }

  private static Operation clips() {
    return operation("/api/clips", HttpMethod.GET);
  }

  private static Operation deleteClips() {
    return operation("/api/clips", HttpMethod.DELETE);
  }

  private static Operation clip() {
    return operation("/api/clips/{video_id}", HttpMethod.GET);
  }

  private static Operation changeClip() {
    return operation("/api/clips/{video_id}", HttpMethod.POST);
  }

  private static Operation operation(String path, HttpMethod method) {
    return document.getPaths().getPathItem(path).getOperations().get(method);
  }

  private static Iterable<String> statuses(Operation operation) {
    return operation.getResponses().getAPIResponses().keySet();
  }

  private static Schema content(Operation operation) {
    return operation
        .getResponses()
        .getAPIResponse("200")
        .getContent()
        .getMediaType("application/json")
        .getSchema();
  }
}
