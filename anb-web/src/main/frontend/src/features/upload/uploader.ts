/** A clip on its way. */
export interface Shipment {
  file: File;
  title: string;
  /** Where the part that is shown begins, in milliseconds. */
  startMillis: number;
  /** The moment of the poster, in milliseconds; null leaves it to the server. */
  posterMillis: number | null;
  /** Whose clip it is; only they go on with what was sent before. */
  accountId: string;
}

/** How far a clip is. */
export interface Journey {
  /** Bytes of the file. */
  sent: number;
  /** `waiting` is without a connection; `finishing`, all is sent and the server is at it. */
  state: 'sending' | 'waiting' | 'finishing';
}

/** The reason to abort when the reader does not want to send the clip any more. */
export class Cancelled extends Error {}

/** Ways of sending a clip to the server. */
export interface Uploader {
  /**
   * Sends a clip, through any number of lost connections.
   *
   * @param onJourney told how far it is
   * @param signal ends the upload; what was sent is kept for later, unless the reason is
   *   {@link Cancelled}
   * @returns the clip's id
   * @throws ApiProblem if it is refused; the signal's reason if it ended
   */
  send(
    shipment: Shipment,
    onJourney: (journey: Journey) => void,
    signal: AbortSignal,
  ): Promise<string>;
}
