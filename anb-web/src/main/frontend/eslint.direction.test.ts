// @vitest-environment node
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { direction } from './eslint.direction.js';

const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ ...direction, languageOptions: { parser: tseslint.parser } }],
});

/** What the rule says about a piece of a page. */
async function complaints(jsx: string): Promise<(string | undefined)[]> {
  const filePath = 'src/features/gallery/Planted.tsx';
  const [result] = await linter.lintText(`const x = ${jsx};\n`, { filePath });
  return (result?.messages ?? []).map((each) => each.messageId ?? each.message);
}

describe('the direction of what people wrote', () => {
  it.each([
    ['<h1>{clip.title}</h1>'],
    ['<h1>{title}</h1>'],
    ['<td>{vote.voter_name ?? t("left")}</td>'],
    ['<>{showCity && leader.city}</>'],
    ['<ul dir="ltr"><li>{player.username}</li></ul>'],
    ['<p>{`${each.first_name} ${each.last_name}`}</p>'],
    ['<p dir="auto">{rows.map((each) => each)}</p> && <b>{each.name}</b>'],
  ])('is missing in %s', async (jsx) => {
    expect(await complaints(jsx)).toEqual(['missing']);
  });

  it.each([
    ['<p dir="auto">{clip.username} · {clip.city}</p>', 2],
    ['<p dir="auto">{clip.title} {" · "}</p>', 1],
    ['<p dir="auto">{clip.title} {clip.owner_email}</p>', 1],
  ])('is shared with other text in %s', async (jsx, times) => {
    expect(await complaints(jsx)).toEqual(Array<string>(times).fill('mixed'));
  });

  it.each([
    ['<h1 dir="auto">{clip.title}</h1>'],
    ['<h1 dir="auto"><Link to="/">{clip.title}</Link></h1>'],
    ['<p><span dir="auto">{clip.username}</span> · <span dir="auto">{clip.city}</span></p>'],
    ['<p dir="auto">{each.first_name} {each.last_name}</p>'],
    ['<PageTitle>{clip.title}</PageTitle>'],
    ['<b>{initials(player.username)}</b>'],
    ['<p>{clip.title && <i />}</p>'],
    ['<p>{t("ranking.title")}</p>'],
  ])('is right in %s', async (jsx) => {
    expect(await complaints(jsx)).toEqual([]);
  });
});
