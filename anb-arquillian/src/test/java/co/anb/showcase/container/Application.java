package co.anb.showcase.container;

import java.io.File;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The use cases as the product deploys them, with Kafka replaced and without the interface. */
final class Application {

  private Application() {}

  static WebArchive named(String name) {
    File[] libraries = new File(System.getProperty("anb.test.application")).listFiles();
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addClasses(KafkaRecorder.class, Database.class, AcceptedClips.class)
        .addAsLibraries(Objects.requireNonNull(libraries))
        .addAsLibraries(TestLibraries.files())
        .addAsWebInfResource(
            new StringAsset(
                "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0'"
                    + " bean-discovery-mode='annotated'/>"),
            "beans.xml");
  }
}
