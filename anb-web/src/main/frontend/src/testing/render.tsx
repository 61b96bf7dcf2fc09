import './browser';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import i18next from 'i18next';
import { useLayoutEffect, type ReactElement, type ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach } from 'vitest';
import admin from '../features/admin/words/es';
import translation from '../i18n/es';
import { interpolation } from '../i18n/isolated';

void i18next.use(initReactI18next).init({
  lng: 'es',
  fallbackLng: false,
  resources: { es: { translation, admin } },
  interpolation,
  initAsync: false,
});

// A busy machine is no failure.
configure({ asyncUtilTimeout: 15_000 });

afterEach(cleanup);

/** Shows an element in Spanish at an address, with a cache of its own. */
export function show(element: ReactElement, address = '/') {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
  });
  const place = { address };
  const around = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        {children}
        <Watch
          onMove={(to) => {
            place.address = to;
          }}
        />
      </MemoryRouter>
    </QueryClientProvider>
  );
  return { ...render(element, { wrapper: around }), client, place };
}

/** Reports the address that the application has gone to. */
function Watch({ onMove }: { onMove: (address: string) => void }) {
  const { pathname, search } = useLocation();
  useLayoutEffect(() => {
    onMove(pathname + search);
  });
  return null;
}
