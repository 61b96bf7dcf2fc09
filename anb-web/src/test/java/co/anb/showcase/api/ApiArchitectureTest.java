package co.anb.showcase.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.HttpMethod;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@AnalyzeClasses(packages = "co.anb.showcase", importOptions = DoNotIncludeTests.class)
class ApiArchitectureTest {

  /** Each package is one business component; see its package-info. */
  @ArchTest
  static final ArchRule theApiIsFreeOfCycles =
      slices().matching("co.anb.showcase.api.(*)..").should().beFreeOfCycles();

  private static final DescribedPredicate<JavaMethod> ENDPOINTS =
      DescribedPredicate.describe(
          "are endpoints", method -> method.isMetaAnnotatedWith(HttpMethod.class));

  @ArchTest
  static final ArchRule resourcesReachDataOnlyThroughServices =
      noClasses()
          .that()
          .resideInAPackage("co.anb.showcase.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..",
              "jakarta.jms..",
              "org.apache.kafka..",
              "org.hibernate..",
              "java.sql..",
              "javax.sql..");

  @ArchTest
  static final ArchRule servicesDoNotKnowTheApi =
      noClasses()
          .that()
          .resideInAPackage("co.anb.showcase.service..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("co.anb.showcase.api..");

  @ArchTest
  static final ArchRule theDomainKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("co.anb.showcase.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("co.anb.showcase.api..", "co.anb.showcase.service..");

  @ArchTest
  static final ArchRule everyEndpointSaysWhoMayCallIt =
      methods().that(ENDPOINTS).should(sayWhoMayCallThem());

  /** CONTRIBUTING, "Words": the API answers a View, a service reads a Row. */
  @ArchTest
  static final ArchRule answersEndInView = methods().that(ENDPOINTS).should(answerViews());

  @ArchTest
  static final ArchRule theApiHasNoOtherWordForAnAnswer =
      noClasses()
          .that()
          .resideInAPackage("co.anb.showcase.api..")
          .should()
          .haveNameMatching(".*(Row|Details?|Answer)");

  @ArchTest
  static final ArchRule servicesHaveNoOtherWordForARow =
      noClasses()
          .that()
          .resideInAPackage("co.anb.showcase.service..")
          .should()
          .haveNameMatching(".*(View|Details?|Answer)");

  @ArchTest
  static final ArchRule useCasesEndInServiceOrAdministration =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .and(areUsedByResources())
          .should()
          .haveNameMatching(".*(Service|Administration)");

  private static DescribedPredicate<JavaClass> areUsedByResources() {
    return DescribedPredicate.describe(
        "are used by resources",
        bean ->
            bean.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> use.getOriginClass().getSimpleName().endsWith("Resource")));
  }

  private static ArchCondition<JavaMethod> answerViews() {
    return new ArchCondition<>("answer records that end in View") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(
                method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.tryGetAnnotationOfType(APIResponseSchema.class.getName()).stream()
                    .flatMap(schema -> schema.get("value").stream())
                    .map(JavaClass.class::cast))
            .map(JavaClass::getBaseComponentType)
            .filter(type -> type.getPackageName().startsWith("co.anb.showcase"))
            .forEach(
                type ->
                    events.add(
                        new SimpleConditionEvent(
                            method,
                            type.getSimpleName().endsWith("View"),
                            method.getFullName() + " answers " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
    return new ArchCondition<>("say who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said =
            method.isAnnotatedWith(PermitAll.class)
                || method.isAnnotatedWith(RolesAllowed.class)
                || method.getOwner().isAnnotatedWith(RolesAllowed.class);
        events.add(new SimpleConditionEvent(method, said, method.getDescription()));
      }
    };
  }
}
