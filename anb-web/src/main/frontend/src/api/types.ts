import type { components } from './schema';

/** The types of the server's interface, made from its OpenAPI document. */
export type Schemas = components['schemas'];

/** Members that the server leaves out or sends as null while they have no value. */
export type Nullable<T, K extends keyof T> = Omit<T, K> & { [P in K]?: T[P] | null };
