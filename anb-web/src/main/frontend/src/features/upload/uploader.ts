/** A clip on its way. */
export interface Shipment {
  file: File;
  title: string;
  /** The same for every attempt to send the same clip, so that it arrives once. */
  key: string;
}

/** Ways of sending a clip to the server. */
export interface Uploader {
  /**
   * Sends a clip.
   *
   * @param onProgress told how many bytes have been sent
   * @param signal ends the upload
   * @returns the clip's id
   * @throws ApiProblem if it is refused or the connection breaks; the signal's reason if it ended
   */
  send(
    shipment: Shipment,
    onProgress: (sent: number) => void,
    signal: AbortSignal,
  ): Promise<string>;
}
