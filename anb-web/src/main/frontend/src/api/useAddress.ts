import { useMemo, useSyncExternalStore } from 'react';

/** An address for bytes that are on this page already; null before there are any. */
export function useAddress(file: Blob | undefined): string | null {
  const store = useMemo(() => addressOf(file), [file]);
  return useSyncExternalStore(store.subscribe, store.address);
}

/** An address that lasts as long as a component uses it. */
function addressOf(file: Blob | undefined) {
  let address: string | null = null;
  return {
    address: () => address,
    subscribe: () => {
      const made = file ? URL.createObjectURL(file) : null;
      address = made;
      return () => {
        address = null;
        if (made) URL.revokeObjectURL(made);
      };
    },
  };
}
