/** Signing up and in, and the account that is signed in. */
export { accountKeys, type Account } from './api';
export { signInPath } from './paths';
export { RequireSession } from './RequireSession';
export { useFieldErrors } from './useFieldErrors';
export { useAccount, useSignedIn } from './useSession';
