package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.AssignmentState;
import java.util.UUID;

/** Which assignments are wanted; null means all. */
public record AssignmentFilter(UUID jurorId, UUID videoId, AssignmentState state) {}
