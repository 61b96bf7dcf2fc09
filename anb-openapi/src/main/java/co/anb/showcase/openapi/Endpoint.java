package co.anb.showcase.openapi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;

/** A method that answers requests, and what its annotations say of refusals. */
final class Endpoint {

  private static final String WS = "jakarta.ws.rs.";
  private static final DotName PATH = DotName.createSimple(WS + "Path");
  private static final DotName PERMIT_ALL =
      DotName.createSimple("jakarta.annotation.security.PermitAll");
  private static final DotName ROLES_ALLOWED =
      DotName.createSimple("jakarta.annotation.security.RolesAllowed");
  private static final DotName DECLARE_ROLES =
      DotName.createSimple("jakarta.annotation.security.DeclareRoles");
  private static final DotName OPERATION =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
  private static final List<DotName> VERBS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS").stream()
          .map(verb -> DotName.createSimple(WS + verb))
          .toList();
  private static final List<DotName> SENT =
      List.of("QueryParam", "HeaderParam", "BeanParam", "FormParam").stream()
          .map(name -> DotName.createSimple(WS + name))
          .toList();
  private static final List<DotName> NOT_SENT =
      List.of(DotName.createSimple(WS + "PathParam"), DotName.createSimple(WS + "core.Context"));

  private final MethodInfo method;
  private final Set<String> allRoles;

  private Endpoint(MethodInfo method, Set<String> allRoles) {
    this.method = method;
    this.allRoles = allRoles;
  }

  /** All endpoints of an application, those left out of the document too. */
  static List<Endpoint> all(IndexView index) {
    var roles = new TreeSet<String>();
    for (AnnotationInstance declared : index.getAnnotations(DECLARE_ROLES)) {
      roles.addAll(List.of(declared.value().asStringArray()));
    }
    return index.getKnownClasses().stream()
        .filter(type -> type.hasDeclaredAnnotation(PATH))
        .flatMap(type -> type.methods().stream())
        .filter(method -> VERBS.stream().anyMatch(method::hasDeclaredAnnotation))
        .map(method -> new Endpoint(method, roles))
        .toList();
  }

  MethodInfo method() {
    return method;
  }

  /** The name that the document gives it: the method's, if the code names no other. */
  String operationId() {
    return Optional.ofNullable(method.declaredAnnotation(OPERATION))
        .map(operation -> operation.value("operationId"))
        .map(AnnotationValue::asString)
        .orElse(method.name());
  }

  String className() {
    return method.declaringClass().name().toString();
  }

  /** Whether the document leaves it out. */
  boolean isHidden() {
    return Optional.ofNullable(method.declaredAnnotation(OPERATION))
        .map(operation -> operation.value("hidden"))
        .map(AnnotationValue::asBoolean)
        .orElse(false);
  }

  /** Whether a token is needed. */
  boolean isSecured() {
    return !method.hasDeclaredAnnotation(PERMIT_ALL);
  }

  /** Whether a token is needed, and that of some accounts does not do. */
  boolean isForSomeRoles() {
    return isSecured() && !roles().containsAll(allRoles);
  }

  private Set<String> roles() {
    ClassInfo type = method.declaringClass();
    AnnotationInstance allowed =
        method.hasDeclaredAnnotation(ROLES_ALLOWED)
            ? method.declaredAnnotation(ROLES_ALLOWED)
            : type.declaredAnnotation(ROLES_ALLOWED);
    return allowed == null ? Set.of() : Set.of(allowed.value().asStringArray());
  }

  /** Whether its address holds an id: there may be nothing of that id. */
  boolean namesOneThing() {
    return path(method.declaredAnnotation(PATH)).contains("{")
        || path(method.declaringClass().declaredAnnotation(PATH)).contains("{");
  }

  private static String path(AnnotationInstance path) {
    return path == null ? "" : path.value().asString();
  }

  /** Whether a client sends more than an address: it may be refused. */
  boolean takesInput() {
    return method.parameters().stream()
        .anyMatch(each -> isAnnotated(each, SENT) || !isAnnotated(each, NOT_SENT));
  }

  private static boolean isAnnotated(MethodParameterInfo parameter, List<DotName> names) {
    return parameter.annotations().stream()
        .filter(each -> each.target().kind() == AnnotationTarget.Kind.METHOD_PARAMETER)
        .anyMatch(each -> names.contains(each.name()));
  }

  /** Whether it has an annotation of this simple name. */
  boolean has(String annotation) {
    return method.declaredAnnotations().stream()
        .anyMatch(each -> each.name().withoutPackagePrefix().equals(annotation));
  }

  @Override
  public String toString() {
    return method.declaringClass().name() + "#" + method.name();
  }
}
