/** One server-sent event. */
export interface ServerEvent {
  event: string;
  data: string;
}

/**
 * Reads server-sent events out of text that comes in pieces, as the HTML standard says, except for
 * `id` and `retry`, which nobody here needs.
 */
export class EventReader {
  private rest = '';
  private event = '';
  private data: string[] = [];

  /** Takes the next piece; returns the events that it completes. */
  push(piece: string): ServerEvent[] {
    const done: ServerEvent[] = [];
    const text = this.rest + piece;
    // A carriage return at the end may be half of a line's end.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    this.rest = (lines.pop() ?? '') + text.slice(whole.length);
    for (const line of lines) {
      if (line === '') {
        if (this.data.length > 0) {
          done.push({ event: this.event || 'message', data: this.data.join('\n') });
        }
        this.event = '';
        this.data = [];
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') this.event = value;
      if (field === 'data') this.data.push(value);
    }
    return done;
  }
}
