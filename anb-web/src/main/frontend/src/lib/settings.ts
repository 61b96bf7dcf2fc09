/** A choice of the reader's that outlives the visit; null if there is none or none can be kept. */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows of some browsers keep nothing; the choice then holds for this visit.
  }
}
