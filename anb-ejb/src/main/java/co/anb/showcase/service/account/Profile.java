package co.anb.showcase.service.account;

/** What people may change about themselves; any member may be null. */
public record Profile(String firstName, String lastName, String city, String country) {}
