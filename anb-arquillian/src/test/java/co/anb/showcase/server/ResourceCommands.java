package co.anb.showcase.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The launcher's own commands as the lines of a boot command file. */
public final class ResourceCommands {

  private ResourceCommands() {}

  /**
   * Lists the commands in their order.
   *
   * @param settings by their MicroProfile Config names
   */
  public static List<String> list(
      Map<String, String> settings, Path libraries, Path brokerDirectory) {
    var properties = new Properties();
    properties.putAll(settings);
    List<String> lines = new ArrayList<>();
    new Resources(new Settings(properties, Map.of()), libraries, brokerDirectory)
        .create(
            (command, arguments) ->
                lines.add(command + " " + String.join(" ", List.of(arguments))));
    return lines;
  }
}
