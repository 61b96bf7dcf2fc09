import { useSearchParams } from 'react-router';

/** The filters of a list and the place in it, kept in the page's address. */
export function useUrlFilters() {
  const [parameters, setParameters] = useSearchParams();
  return {
    get: (name: string, otherwise = '') => parameters.get(name) ?? otherwise,
    /** Changes filters; an empty value removes one. The list starts again at its beginning. */
    set: (changes: Record<string, string>) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          after.delete('offset');
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    offset: Math.max(0, Number(parameters.get('offset') ?? 0) || 0),
  };
}
