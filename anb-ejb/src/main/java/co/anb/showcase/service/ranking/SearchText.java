package co.anb.showcase.service.ranking;

import co.anb.showcase.domain.account.CityKey;

/** Texts as they are compared in a search: without accents, case and punctuation. */
public final class SearchText {

  private SearchText() {}

  /** The comparable form; empty if the text has neither letters nor digits. */
  public static String of(String text) {
    return CityKey.of(text);
  }
}
