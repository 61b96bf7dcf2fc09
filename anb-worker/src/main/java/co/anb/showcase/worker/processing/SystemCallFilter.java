package co.anb.showcase.worker.processing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A program of classic BPF for seccomp, in the kernel's form, that refuses (EPERM) the calls that
 * no decoder needs: signals to other processes, looking into them, sockets, mounts and name spaces,
 * keys, and parts of the kernel that are young and often broken. Calls that a JVM needs for its own
 * threads (futex, clone, tgkill) pass. A call for another architecture ends the process.
 */
final class SystemCallFilter {

  private static final int LOAD = 0x20;
  private static final int EQUAL = 0x15;
  private static final int AT_LEAST = 0x35;
  private static final int ANSWER = 0x06;

  private static final int NUMBER_OFFSET = 0;
  private static final int ARCHITECTURE_OFFSET = 4;

  static final int ALLOW = 0x7fff0000;
  static final int REFUSE = 0x00050000 | 1; // EPERM
  static final int KILL = 0x80000000;

  /** Calls by the x32 interface begin there. */
  private static final int X32 = 0x40000000;

  private static final int BYTES = 8;

  /** Architectures by the JDK's names. */
  enum Architecture {
    /** 64-bit Intel. */
    AMD64(
        0xC000003E,
        List.of(
            62, 200, 129, 297, 424, 434, 438, // kill tkill rt_(tg)sigqueueinfo pidfd_*
            101, 310, 311, 312, // ptrace process_vm_readv process_vm_writev kcmp
            41, // socket; the JDK opens files only with a socketpair, which leads nowhere
            165, 166, 155, 161, 272, 308, 428, 429, 430, 431, 432, 433, 442, // mounts, name spaces
            303, 304, // name_to_handle_at open_by_handle_at
            248, 249, 250, // keys
            321, 298, 323, 425, 426, 427, // bpf perf_event_open userfaultfd io_uring
            175, 176, 313, 246, 320, 169)), // modules kexec reboot
    /** 64-bit ARM. */
    AARCH64(
        0xC00000B7,
        List.of(
            129, 130, 138, 240, 424, 434, 438, // kill tkill rt_(tg)sigqueueinfo pidfd_*
            117, 270, 271, 272, // ptrace process_vm_readv process_vm_writev kcmp
            198, // socket
            40, 39, 41, 51, 97, 268, 428, 429, 430, 431, 432, 433, 442, // mounts, name spaces
            264, 265, // name_to_handle_at open_by_handle_at
            217, 218, 219, // keys
            280, 241, 282, 425, 426, 427, // bpf perf_event_open userfaultfd io_uring
            105, 106, 273, 104, 294, 142)); // modules kexec reboot

    private final int audit;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<Integer> refused;

    Architecture(int audit, List<Integer> refused) {
      this.audit = audit;
      this.refused = refused;
    }

    /** The number by which the kernel calls it. */
    int audit() {
      return audit;
    }

    /** The numbers of the calls that are refused. */
    List<Integer> refused() {
      return refused;
    }

    /** This machine's; empty if it is another one. */
    static Optional<Architecture> present() {
      return switch (System.getProperty("os.arch")) {
        case "amd64" -> Optional.of(AMD64);
        case "aarch64" -> Optional.of(AARCH64);
        default -> Optional.empty();
      };
    }
  }

  private SystemCallFilter() {}

  /**
   * Writes this machine's filter; on an architecture without one, a filter that allows all.
   *
   * @return the file
   */
  static Path write(Path file) throws IOException {
    byte[] program =
        Architecture.present()
            .map(SystemCallFilter::program)
            .orElseGet(() -> assemble(List.of(new Step(ANSWER, 0, 0, ALLOW))));
    return Files.write(file, program);
  }

  /** The filter of an architecture: instructions of eight bytes. */
  static byte[] program(Architecture architecture) {
    List<Integer> refused = architecture.refused();
    int count = refused.size();
    var steps = new ArrayList<Step>();
    steps.add(new Step(LOAD, 0, 0, ARCHITECTURE_OFFSET));
    steps.add(new Step(EQUAL, 1, 0, architecture.audit()));
    steps.add(new Step(ANSWER, 0, 0, KILL));
    steps.add(new Step(LOAD, 0, 0, NUMBER_OFFSET));
    steps.add(new Step(AT_LEAST, count + 1, 0, X32));
    // A match jumps over the other comparisons and the permission to the refusal.
    IntStream.range(0, count)
        .mapToObj(i -> new Step(EQUAL, count - i, 0, refused.get(i)))
        .forEach(steps::add);
    steps.add(new Step(ANSWER, 0, 0, ALLOW));
    steps.add(new Step(ANSWER, 0, 0, REFUSE));
    return assemble(steps);
  }

  private record Step(int code, int ifTrue, int ifFalse, int value) {}

  private static byte[] assemble(List<Step> steps) {
    ByteBuffer bytes = ByteBuffer.allocate(steps.size() * BYTES).order(ByteOrder.nativeOrder());
    for (Step step : steps) {
      bytes.putShort((short) step.code());
      bytes.put((byte) step.ifTrue());
      bytes.put((byte) step.ifFalse());
      bytes.putInt(step.value());
    }
    return bytes.array();
  }
}
