import { request as requests, type FullConfig } from '@playwright/test';
import { adminToken } from '../admin';
import { publishClip } from '../clip';
import { handIn, juror } from '../jurors';
import { join, logIn, somebody } from '../people';

/** Makes the people whose pages are taken; their tokens go to the tests by the environment. */
export default async function people(config: FullConfig): Promise<void> {
  const baseURL = config.projects[0]?.use.baseURL;
  const request = await requests.newContext(baseURL ? { baseURL } : {});
  const player = await join(request, { ...somebody('Valentina', 'Bogotá'), lastName: 'Rojas' });
  await publishClip(request, player, 'Triple desde la esquina');

  const { person, assignments } = await juror(request, 5);
  const [handedIn = '', open = ''] = assignments;
  await handIn(request, person, handedIn, 7.5, 'Muy buen manejo con las dos manos.');
  process.env['ANB_SHOTS'] = JSON.stringify({
    player,
    juror: await logIn(request, person),
    admin: await adminToken(request),
    handedIn,
    open,
  });
  await request.dispose();
}
