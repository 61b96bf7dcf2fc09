import { expect, type APIRequestContext } from '@playwright/test';
import { adminToken } from './admin';
import { join, logIn, somebody, type Person } from './people';

interface Clip {
  video_id: string;
  title: string;
  username: string;
}

export interface Criterion {
  code: string;
  name_es: string;
}

/** A juror with clips to judge; there must be as many public ones. */
export async function juror(
  request: APIRequestContext,
  count: number,
): Promise<{ person: Person; clips: Clip[]; assignments: string[] }> {
  const person = somebody('Amparo', 'Leticia');
  const own = await join(request, person);
  const me = (await (
    await request.get('/api/me', { headers: { Authorization: `Bearer ${own}` } })
  ).json()) as { user_id: string };
  const headers = { Authorization: `Bearer ${await adminToken(request)}` };
  const role = await request.put(`/api/admin/accounts/${me.user_id}/role`, {
    headers,
    data: { role: 'juror', reason: 'Prueba del jurado' },
  });
  expect(role.ok()).toBe(true);
  const clips = (await (await request.get(`/api/public/videos?limit=${count}`)).json()) as Clip[];
  expect(clips).toHaveLength(count);
  const assignments: string[] = [];
  for (const { video_id } of clips) {
    const assigned = await request.post('/api/admin/jury/assignments', {
      headers,
      data: { juror_id: me.user_id, video_id },
    });
    expect(assigned.status()).toBe(201);
    const { assignment } = (await assigned.json()) as { assignment: { assignment_id: string } };
    assignments.push(assignment.assignment_id);
  }
  return { person, clips, assignments };
}

export async function rubric(request: APIRequestContext, person: Person): Promise<Criterion[]> {
  const headers = { Authorization: `Bearer ${await logIn(request, person)}` };
  const answer = await request.get('/api/jury/rubric', { headers });
  return ((await answer.json()) as { criteria: Criterion[] }).criteria;
}

/** Hands in a sheet with the same value for every criterion, without a browser. */
export async function handIn(
  request: APIRequestContext,
  person: Person,
  assignment: string,
  value: number,
  comment: string,
): Promise<void> {
  const headers = { Authorization: `Bearer ${await logIn(request, person)}` };
  const criteria = await rubric(request, person);
  const saved = await request.put(`/api/jury/assignments/${assignment}/sheet`, {
    headers,
    data: {
      version: 0,
      scores: criteria.map(({ code }) => ({ criterion: code, value })),
      comment,
    },
  });
  expect(saved.status()).toBe(200);
  const done = await request.post(`/api/jury/assignments/${assignment}/submit`, { headers });
  expect(done.status()).toBe(200);
}

/** Opens all sheets again that were handed in, or voids them if their jurors have left: the rubric can only be changed while there is none. */
export async function reopenAll(request: APIRequestContext): Promise<void> {
  const headers = { Authorization: `Bearer ${await adminToken(request)}` };
  const answer = await request.get('/api/admin/jury/assignments?state=submitted&limit=100', {
    headers,
  });
  interface Submitted {
    assignment_id: string;
    juror_present: boolean;
  }
  for (const { assignment_id, juror_present } of (await answer.json()) as Submitted[]) {
    const act = juror_present ? 'reopen' : 'void';
    const opened = await request.post(`/api/admin/jury/sheets/${assignment_id}/${act}`, {
      headers,
      data: { reason: 'Prueba del navegador' },
    });
    expect(opened.ok()).toBe(true);
  }
}
