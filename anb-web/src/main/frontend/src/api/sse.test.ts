import { describe, expect, it } from 'vitest';
import { EventReader } from './sse';

describe('EventReader', () => {
  it('reads an event that comes in pieces', () => {
    const reader = new EventReader();
    expect(reader.push('event: vid')).toEqual([]);
    expect(reader.push('eo\nid: 1-2\ndata: {"a":')).toEqual([]);
    expect(reader.push('1}\n')).toEqual([]);
    expect(reader.push('\n')).toEqual([{ event: 'video', data: '{"a":1}' }]);
  });

  it('reads several events at a time, and starts afresh after each', () => {
    expect(new EventReader().push('event: a\ndata: 1\n\ndata: 2\n\n')).toEqual([
      { event: 'a', data: '1' },
      { event: 'message', data: '2' },
    ]);
  });

  it('takes all ends of lines, also one that is cut in two', () => {
    const reader = new EventReader();
    expect(reader.push('data: 1\r')).toEqual([]);
    expect(reader.push('\n\r\n')).toEqual([{ event: 'message', data: '1' }]);
    expect(reader.push('data: 2\r\rx')).toEqual([{ event: 'message', data: '2' }]);
  });

  it('joins lines of data and ignores comments and events without data', () => {
    const reader = new EventReader();
    expect(reader.push(': ping\n\nevent: a\n\ndata:x\ndata: y\n\n')).toEqual([
      { event: 'message', data: 'x\ny' },
    ]);
  });
});
