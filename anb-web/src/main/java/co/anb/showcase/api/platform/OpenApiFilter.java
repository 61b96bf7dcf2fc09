package co.anb.showcase.api.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Completes the OpenAPI document with what holds for every operation and every schema. */
public class OpenApiFilter implements OASFilter {

  /** A token can be pasted, or fetched with a password; the console offers both. */
  @Override
  public Operation filterOperation(Operation operation) {
    List<SecurityRequirement> alternatives = operation.getSecurity();
    if (alternatives == null || !mentions(alternatives, AnbApplication.BEARER)) {
      return operation;
    }
    if (!mentions(alternatives, AnbApplication.PASSWORD)) {
      List<SecurityRequirement> both = new ArrayList<>(alternatives);
      both.add(OASFactory.createSecurityRequirement().addScheme(AnbApplication.PASSWORD));
      operation.setSecurity(both);
    }
    return operation;
  }

  private static boolean mentions(List<SecurityRequirement> alternatives, String scheme) {
    return alternatives.stream().anyMatch(each -> each.getSchemes().containsKey(scheme));
  }

  /** Gives every member that has none of its own the example of its name. */
  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
      return;
    }
    for (Schema schema : document.getComponents().getSchemas().values()) {
      Map<String, Schema> members = schema.getProperties();
      if (members != null) {
        members.forEach(OpenApiFilter::illustrate);
      }
    }
  }

  private static void illustrate(String name, Schema member) {
    if (member.getRef() == null && member.getExample() == null) {
      OpenApiExamples.of(name, member).ifPresent(member::setExample);
    }
  }
}
