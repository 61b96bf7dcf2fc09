package co.anb.showcase.api.jury;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was taken out.
 *
 * @param voided how many sheets
 */
public record VoidedSheetsView(@Schema(example = "10") int voided) {}
