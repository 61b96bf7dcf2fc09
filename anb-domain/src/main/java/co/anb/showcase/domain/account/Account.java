package co.anb.showcase.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who can sign in. The e-mail address is unique without regard to case. */
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
}
