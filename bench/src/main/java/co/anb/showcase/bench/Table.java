package co.anb.showcase.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Puts runs side by side, in Markdown. */
final class Table {

  private final List<Measurement> ours;
  private final List<Measurement> theirs;

  /** The lists are of the same length: pairs that ran one after the other. */
  Table(List<Measurement> ours, List<Measurement> theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  String markdown(String ourName, String theirName) {
    var text = new StringBuilder();
    text.append(
        "| Median of %d runs | %s | %s | ratio of pairs, median (range) |\n"
            .formatted(ours.size(), ourName, theirName));
    text.append("|---|---:|---:|---:|\n");
    text.append(row("Wall, s", "%.2f", Measurement::wallSeconds));
    text.append(row("CPU, s", "%.2f", Measurement::cpuSeconds));
    text.append(row("Peak memory, MiB", "%.0f", run -> run.peakBytes() / 1048576.0));
    text.append(row("Size, MB", "%.3f", run -> run.outputBytes() / 1e6));
    text.append(
        format(
            "| SSIM | %.5f | %.5f | %+.5f |\n",
            median(ours, Measurement::ssim),
            median(theirs, Measurement::ssim),
            median(ours, Measurement::ssim) - median(theirs, Measurement::ssim)));
    return text.toString();
  }

  private String row(String name, String form, ToDoubleFunction<Measurement> value) {
    double[] ratios =
        IntStream.range(0, ours.size())
            .mapToDouble(i -> value.applyAsDouble(ours.get(i)) / value.applyAsDouble(theirs.get(i)))
            .sorted()
            .toArray();
    return format(
        "| %s | " + form + " | " + form + " | %.3f (%.3f to %.3f) |\n",
        name,
        median(ours, value),
        median(theirs, value),
        median(ratios),
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> value) {
    return median(runs.stream().mapToDouble(value).sorted().toArray());
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
