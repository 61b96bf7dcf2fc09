package co.anb.showcase.service.jury;

import java.util.UUID;

/**
 * A juror and how far the juror has come with clips that are public.
 *
 * @param mean of the submitted totals, from 0 to 100; null if there is none
 * @param deviation of the submitted totals (of all, not of a sample); null if there is none
 */
public record JurorRow(
    UUID jurorId,
    String name,
    String city,
    long assigned,
    long todo,
    long drafts,
    long submitted,
    long conflicts,
    Double mean,
    Double deviation) {}
