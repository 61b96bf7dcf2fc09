/**
 * Does what a player does, by a client that is generated from the OpenAPI document alone. Prints a
 * line for each operation that answered as described; ends with an error otherwise.
 *
 * Arguments: the server's address, an e-mail address that nobody has yet.
 */
import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

declare const process: { argv: string[] };

const [, , baseUrl = '', email = ''] = process.argv;
const password = 'Tiro-de-3-puntos!';
const api = createClient<paths>({ baseUrl });

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function done<T>(operation: string, call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw new Error(`${operation} answered ${response.status}: ${JSON.stringify(error)}`);
  }
  console.log(`${operation} ${response.status}`);
  return data as T;
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) {
    throw new Error(`${name} is missing in the answer`);
  }
  return value;
}

await done('health', api.GET('/api/health', { parseAs: 'text' }));

const contest = await done('contest', api.GET('/api/contest'));
const rules = given(contest.rules, 'rules');
const seconds: number = given(rules.max_seconds, 'max_seconds');
if (!Number.isInteger(seconds)) {
  throw new Error(`max_seconds is ${seconds}`);
}

const cities = await done('cities', api.GET('/api/cities'));
const home = given(cities[0], 'a city');

const account = await done(
  'signup',
  api.POST('/api/auth/signup', {
    body: {
      first_name: 'Cliente',
      last_name: 'Generado',
      email,
      password1: password,
      password2: password,
      city: given(home.name, 'name'),
      country: 'Colombia',
    },
  }),
);

const token = await done('login', api.POST('/api/auth/login', { body: { email, password } }));
const headers = { Authorization: `Bearer ${given(token.access_token, 'access_token')}` };

const me = await done('me', api.GET('/api/me', { headers }));
if (me.user_id !== account.user_id) {
  throw new Error(`me is ${me.user_id}, not ${account.user_id}`);
}

const changed = await done(
  'changeMe',
  api.PUT('/api/me', {
    headers,
    body: { first_name: 'Clienta', last_name: 'Generada', city: home.name, country: 'Colombia' },
  }),
);
if (changed.first_name !== 'Clienta') {
  throw new Error(`first_name is ${changed.first_name}`);
}

const clips = await done(
  'gallery',
  api.GET('/api/public/videos', { params: { query: { limit: 5, offset: 0, sort: 'votes' } } }),
);
const votes: number = clips.reduce((sum, clip) => sum + given(clip.votes, 'votes'), 0);
if (!Number.isInteger(votes)) {
  throw new Error(`votes are ${votes}`);
}

await done('rankings', api.GET('/api/public/rankings', { params: { query: { page: 1 } } }));
await done('myVideos', api.GET('/api/videos', { headers }));
await done('myVotes', api.GET('/api/public/my-votes', { headers }));
await done('logoutAll', api.POST('/api/auth/logout-all', { headers }));
