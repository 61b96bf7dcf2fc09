package co.anb.showcase.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A person who can sign in. The e-mail address is unique without regard to case. */
@Entity
@Table(name = "account")
public class Account {

  @Id private UUID id;
  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "first_name")
  private String firstName;

  @Column(name = "last_name")
  private String lastName;

  private String city;

  @Column(name = "city_key")
  private String cityKey;

  private String country;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "token_version")
  private int tokenVersion;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  @Column(name = "avatar_at")
  private Instant avatarAt;

  /** For JPA. */
  protected Account() {}

  /**
   * A new player.
   *
   * @param passwordHash an Argon2id hash in PHC form, never the password
   * @param city as shown to people, from the catalogue where it is known there
   */
  public Account(
      UUID id,
      String email,
      String passwordHash,
      String firstName,
      String lastName,
      String city,
      String country,
      Instant createdAt) {
    this.id = id;
    this.email = email;
    this.passwordHash = passwordHash;
    this.firstName = firstName;
    this.lastName = lastName;
    this.city = city;
    this.cityKey = CityKey.of(city);
    this.country = country;
    this.role = Role.PLAYER;
    this.createdAt = createdAt;
  }

  /**
   * Changes what the person may change.
   *
   * @param newCity as shown to people, from the catalogue where it is known there
   */
  public void rename(String newFirstName, String newLastName, String newCity, String newCountry) {
    firstName = newFirstName;
    lastName = newLastName;
    city = newCity;
    cityKey = CityKey.of(newCity);
    country = newCountry;
  }

  /**
   * Changes the password.
   *
   * @param newHash an Argon2id hash in PHC form, never the password
   */
  public void changePassword(String newHash) {
    passwordHash = newHash;
  }

  /** Gives it another role. Tokens issued before still carry the old one. */
  public void assign(Role newRole) {
    role = newRole;
  }

  /** Disables the account; a disabled one stays as it is. */
  public void disable(Instant now) {
    if (disabledAt == null) {
      disabledAt = now;
    }
  }

  /** Enables the account again. */
  public void enable() {
    disabledAt = null;
  }

  /** Voids all access tokens of lower versions and returns the new one. */
  public int raiseTokenVersion() {
    tokenVersion++;
    return tokenVersion;
  }

  /**
   * Records a new avatar, or that there is none.
   *
   * @param putAt when it was stored; null for none
   */
  public void changeAvatar(Instant putAt) {
    avatarAt = putAt;
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public String firstName() {
    return firstName;
  }

  public String lastName() {
    return lastName;
  }

  /** First and last name as the public sees them. */
  public String displayName() {
    return firstName + " " + lastName;
  }

  public String city() {
    return city;
  }

  public String cityKey() {
    return cityKey;
  }

  public String country() {
    return country;
  }

  public Role role() {
    return role;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Part of every access token of the account. */
  public int tokenVersion() {
    return tokenVersion;
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }

  public Optional<Instant> disabledAt() {
    return Optional.ofNullable(disabledAt);
  }

  /** When the avatar was stored; empty without one. */
  public Optional<Instant> avatarAt() {
    return Optional.ofNullable(avatarAt);
  }
}
