package co.anb.showcase.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "co.anb.showcase")
class ServiceArchitectureTest {

  @ArchTest
  static final ArchRule servicesKnowNothingOfHttp =
      noClasses()
          .that()
          .resideInAPackage("co.anb.showcase.service..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("co.anb.showcase.api..", "jakarta.ws.rs..", "jakarta.servlet..");
}
