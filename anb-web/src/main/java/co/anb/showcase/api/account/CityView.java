package co.anb.showcase.api.account;

/** A city of the catalogue. */
public record CityView(String name, String department) {}
