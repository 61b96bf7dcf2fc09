package co.anb.showcase.api.video;

import java.util.UUID;

/** Something was done with a clip. */
public record VideoActionView(String message, UUID videoId) {}
