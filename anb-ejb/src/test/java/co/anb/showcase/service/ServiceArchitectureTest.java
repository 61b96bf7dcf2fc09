package co.anb.showcase.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "co.anb.showcase")
class ServiceArchitectureTest {

  /** Each package is one business component; see its package-info. */
  @ArchTest
  static final ArchRule servicesAreFreeOfCycles =
      slices().matching("co.anb.showcase.service.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule servicesKnowNothingOfHttp =
      noClasses()
          .that()
          .resideInAPackage("co.anb.showcase.service..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("co.anb.showcase.api..", "jakarta.ws.rs..", "jakarta.servlet..");
}
