package co.anb.showcase.worker;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The child knows no database, no Kafka and none of its parent; the worker nothing of the web. */
@AnalyzeClasses(
    packages = "co.anb.showcase.worker",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WorkerArchitectureTest {

  /** Each package is one business component; see its package-info. */
  @ArchTest
  static final ArchRule THE_WORKER_IS_FREE_OF_CYCLES =
      slices().matching("co.anb.showcase.worker.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_CHILD_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("..worker.transcode..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "..worker.processing..",
                      "co.anb.showcase.domain..",
                      "jakarta.persistence..",
                      "org.apache.kafka..",
                      "java.sql..")
                  // It reads a file's header as the web tier does.
                  .and(not(resideInAPackage("co.anb.showcase.domain.mp4.."))));

  @ArchTest
  static final ArchRule THE_WORKER_DOES_NOT_KNOW_THE_WEB =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("co.anb.showcase.api..", "co.anb.showcase.service..");
}
