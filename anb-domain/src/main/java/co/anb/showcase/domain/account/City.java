package co.anb.showcase.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A city of the catalogue. */
@Entity
@Table(name = "city")
public class City {

  @Id
  @Column(name = "city_key")
  private String key;

  private String name;
  private String department;

  /** For JPA. */
  protected City() {}

  public String key() {
    return key;
  }

  public String name() {
    return name;
  }

  public String department() {
    return department;
  }
}
