import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Schemas } from '../../api/types';

export type City = Schemas['CityView'];

export const cityKeys = {
  all: ['cities'] as const,
};

/** The catalogue of cities. */
export const citiesQuery = queryOptions({
  queryKey: cityKeys.all,
  queryFn: ({ signal }) => body<City[]>(api.GET('/api/cities', { signal })),
  staleTime: Infinity,
});
