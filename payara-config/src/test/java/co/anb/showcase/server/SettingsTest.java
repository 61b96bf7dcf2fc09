package co.anb.showcase.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.server.Settings.SettingException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private final Properties properties = new Properties();

  @Test
  void readsTheEnvironmentUnlessThereIsASystemProperty() {
    var settings =
        new Settings(properties, Map.of("ANB_DB_URL", "there", "ANB_JMS_DATA_DIRECTORY", "jms"));

    assertThat(settings.required("anb.db.url")).isEqualTo("there");
    assertThat(settings.required("anb.jms.data-directory")).isEqualTo("jms");
    properties.setProperty("anb.db.url", "here");
    assertThat(settings.required("anb.db.url")).isEqualTo("here");
  }

  @Test
  void namesWhatIsMissingInBothForms() {
    var settings = new Settings(properties, Map.of("ANB_DB_URL", " "));

    assertThatThrownBy(() -> settings.required("anb.db.url"))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("anb.db.url")
        .hasMessageContaining("ANB_DB_URL");
    assertThat(settings.optional("anb.http.host", "127.0.0.1")).isEqualTo("127.0.0.1");
  }

  @Test
  void refusesWhatIsNoNumberWithinTheBounds() {
    var settings =
        new Settings(properties, Map.of("ANB_HTTP_PORT", "70000", "ANB_DB_POOL_MAX", "many"));

    assertThatThrownBy(() -> settings.number("anb.http.port", 8080, 1, 65535))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("from 1 to 65535");
    assertThatThrownBy(() -> settings.number("anb.db.pool.max", 32, 4, 500))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("many");
    assertThat(settings.number("anb.other", 7, 1, 9)).isEqualTo(7);
  }
}
