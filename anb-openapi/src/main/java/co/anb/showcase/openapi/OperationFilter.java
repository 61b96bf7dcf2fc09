package co.anb.showcase.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodParameterInfo;

/**
 * Says of every operation what its code says: how it is described (Javadoc), who may call it, and
 * which refusals follow from that. What an annotation says goes first.
 */
final class OperationFilter implements OASFilter {

  /** Both ways to show a token; the console offers them. */
  private static final List<String> SCHEMES = List.of("bearer", "password");

  /** What the generator writes of a success that nobody described. */
  private static final List<String> NOTHING_SAID = List.of("OK", "Created", "No Content");

  private static final List<DotName> NAMED =
      List.of(
          DotName.createSimple("jakarta.ws.rs.PathParam"),
          DotName.createSimple("jakarta.ws.rs.QueryParam"),
          DotName.createSimple("jakarta.ws.rs.HeaderParam"));

  private final Map<String, Endpoint> endpoints;
  private final Javadocs javadocs;

  OperationFilter(List<Endpoint> endpoints, Javadocs javadocs) {
    this.endpoints =
        endpoints.stream()
            .filter(endpoint -> !endpoint.isHidden())
            .collect(Collectors.toMap(Endpoint::operationId, Function.identity()));
    this.javadocs = javadocs;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    for (PathItem path : document.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        Endpoint endpoint = endpoints.get(operation.getOperationId());
        describe(operation, endpoint);
        security(operation, endpoint);
        refusals(operation, endpoint);
      }
    }
  }

  private void describe(Operation operation, Endpoint endpoint) {
    Doc doc = javadocs.ofMethod(endpoint.className(), endpoint.method().name());
    if (operation.getSummary() == null) {
      if (doc.summary().isEmpty()) {
        throw new IllegalStateException(endpoint + " needs Javadoc: it describes the operation");
      }
      operation.setSummary(doc.summary());
      if (!doc.description().isEmpty()) {
        operation.setDescription(doc.description());
      }
    }
    parameters(operation, endpoint, doc);
    success(operation, endpoint, doc);
    body(operation.getRequestBody());
  }

  private static void parameters(Operation operation, Endpoint endpoint, Doc doc) {
    if (operation.getParameters() == null) {
      return;
    }
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    operation.getParameters().forEach(each -> parameters.put(each.getName(), each));
    List<Parameter> inOrder = new ArrayList<>();
    for (MethodParameterInfo declared : endpoint.method().parameters()) {
      for (AnnotationInstance annotation : declared.annotations()) {
        Parameter parameter =
            NAMED.contains(annotation.name())
                ? parameters.remove(annotation.value().asString())
                : null;
        if (parameter != null) {
          if (parameter.getDescription() == null) {
            doc.param(declared.name()).ifPresent(parameter::setDescription);
          }
          inOrder.add(parameter);
        }
      }
    }
    inOrder.addAll(parameters.values());
    inOrder.forEach(ParameterRules::apply);
    operation.setParameters(inOrder);
  }

  private static void success(Operation operation, Endpoint endpoint, Doc doc) {
    Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
    if (answers.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
      throw new IllegalStateException(
          endpoint + " needs @APIResponseSchema beside other @APIResponse: what does it answer?");
    }
    for (Map.Entry<String, APIResponse> each : answers.entrySet()) {
      APIResponse answer = each.getValue();
      if (each.getKey().startsWith("2")
          && !doc.returns().isEmpty()
          && (answer.getDescription() == null || NOTHING_SAID.contains(answer.getDescription()))) {
        answer.setDescription(doc.returns());
      }
    }
  }

  /** Nobody may leave a body out, unless an annotation says so. */
  private static void body(RequestBody body) {
    if (body != null && body.getRequired() == null) {
      body.setRequired(true);
    }
  }

  private static void security(Operation operation, Endpoint endpoint) {
    List<SecurityRequirement> either = new ArrayList<>();
    if (endpoint.isSecured()) {
      SCHEMES.forEach(
          scheme -> either.add(OASFactory.createSecurityRequirement().addScheme(scheme)));
    }
    operation.setSecurity(either.isEmpty() ? null : either);
  }

  private static void refusals(Operation operation, Endpoint endpoint) {
    Map<String, APIResponse> answers = new TreeMap<>(operation.getResponses().getAPIResponses());
    if (endpoint.takesInput()) {
      refuse(answers, "400", "Invalid");
    }
    if (endpoint.isSecured()) {
      refuse(answers, "401", "Unauthorized");
    }
    if (endpoint.isForSomeRoles()) {
      refuse(answers, "403", "Forbidden");
    }
    if (endpoint.namesOneThing()) {
      refuse(answers, "404", "NotFound");
    }
    if (endpoint.has("Limited")) {
      refuse(answers, "429", "TooMany");
    }
    refuse(answers, "500", "Unexpected");
    APIResponses inOrder = OASFactory.createAPIResponses();
    answers.forEach(inOrder::addAPIResponse);
    operation.setResponses(inOrder);
  }

  private static void refuse(Map<String, APIResponse> answers, String status, String component) {
    answers.putIfAbsent(status, OASFactory.createAPIResponse().ref(component));
  }
}
