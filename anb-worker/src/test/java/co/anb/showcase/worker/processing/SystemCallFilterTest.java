package co.anb.showcase.worker.processing;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.worker.processing.SystemCallFilter.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the kernel would answer: the program, step by step. */
class SystemCallFilterTest {

  /** futex, clone, tgkill, openat, mmap, execve, socketpair: no JVM lives without them. */
  private static final List<Integer> INTEL_NEEDS = List.of(202, 56, 234, 257, 9, 59, 53);

  private static final List<Integer> ARM_NEEDS = List.of(98, 220, 131, 56, 222, 221, 199);

  @ParameterizedTest
  @EnumSource
  void everyCallOfTheListIsRefused(Architecture architecture) {
    for (int call : architecture.refused()) {
      assertThat(answer(architecture, architecture.audit(), call))
          .as("call %d", call)
          .isEqualTo(SystemCallFilter.REFUSE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAJvmNeedsPasses(Architecture architecture) {
    for (int call : architecture == Architecture.AMD64 ? INTEL_NEEDS : ARM_NEEDS) {
      assertThat(answer(architecture, architecture.audit(), call))
          .as("call %d", call)
          .isEqualTo(SystemCallFilter.ALLOW);
    }
  }

  @Test
  void anotherInterfaceOfTheKernelIsNoWayAround() {
    // ptrace and socket by i386 and by x32
    assertThat(answer(Architecture.AMD64, 0x40000003, 26)).isEqualTo(SystemCallFilter.KILL);
    assertThat(answer(Architecture.AMD64, Architecture.AMD64.audit(), 0x40000000 + 41))
        .isEqualTo(SystemCallFilter.REFUSE);
  }

  private static int answer(Architecture architecture, int audit, int call) {
    ByteBuffer program =
        ByteBuffer.wrap(SystemCallFilter.program(architecture)).order(ByteOrder.nativeOrder());
    int loaded = 0;
    for (int at = 0; ; at++) {
      int code = program.getShort(at * 8);
      int ifTrue = program.get(at * 8 + 2) & 0xFF;
      int ifFalse = program.get(at * 8 + 3) & 0xFF;
      int value = program.getInt(at * 8 + 4);
      switch (code) {
        case 0x20 -> loaded = value == 0 ? call : audit;
        case 0x15 -> at += loaded == value ? ifTrue : ifFalse;
        case 0x35 -> at += Integer.compareUnsigned(loaded, value) >= 0 ? ifTrue : ifFalse;
        case 0x06 -> {
          return value;
        }
        default -> throw new IllegalArgumentException("No such instruction: " + code);
      }
    }
  }
}
