import './testing/browser';
import { matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { routes } from './routes';
import addresses from './routes.json';

/** The address, as routes.json writes it, of the page that the router shows; `*` for none. */
function pageAt(address: string): string | undefined {
  return matchRoutes(routes, address)?.at(-1)?.route.path;
}

describe('the routes', () => {
  it.each(Object.keys(addresses))('have a page at %s', (path) => {
    expect(pageAt(path.replaceAll(/:\w+/g, '7f2c'))).toBe(path);
  });

  it.each(['/nowhere', '/videos/1/more', '/admin/nowhere', '/jury/1/2', '/index.html'])(
    'have none at %s',
    (address) => {
      expect(pageAt(address)).toBe('*');
    },
  );

  // The server reads the same list and does likewise.
  it('take a slash at the end and capital letters', () => {
    expect(pageAt('/Videos/')).toBe('/videos');
  });
});
