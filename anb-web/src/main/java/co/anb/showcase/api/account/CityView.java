package co.anb.showcase.api.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A city of the catalogue. */
public record CityView(
    @Schema(name = "name") String name, @Schema(name = "department") String department) {}
