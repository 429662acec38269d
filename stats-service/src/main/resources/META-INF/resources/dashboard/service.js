// The service: questions, and the line on which it says that there is something new.
import * as session from './session.js';
import { isScreen, now } from './state.js';

const address = (path) => new URL('v1/' + path, new URL('.', document.baseURI));

/** Answers with the response, or throws {kind, problem}; kind: offline, expired or refused. */
export async function ask(path, more) {
  const token = await bearer();
  let answer = await send(path, more, token);
  if (answer.status === 401 && now.person) answer = await send(path, more, await bearer(token));
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  const kind = answer.status === 401 ? 'expired' : answer.status >= 500 ? 'offline' : 'refused';
  throw { kind, problem: { status: answer.status, ...problem } };
}

/** Of a person logged in it is renewed on the way; a pasted one is what it is. */
async function bearer(refused) {
  if (!now.person) return now.token;
  const token = await session.token(refused);
  if (!token) throw { kind: 'expired', problem: { status: 401 } };
  now.token = token;
  session.leaveAlone(isScreen());
  return token;
}

async function send(path, more, token) {
  try {
    return await fetch(address(path), {
      credentials: 'omit',
      // asks each time whether what was read still holds
      cache: 'no-cache',
      ...more,
      headers: { Authorization: 'Bearer ' + token, 'Accept-Language': now.language ? 'en' : 'zh-CN', ...more?.headers },
    });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw { kind: 'offline' };
  }
}

export const read = async (path, more) => (await ask(path, more)).json();

/** Everything that is made of cases is asked for as it was known on the day picked, if one is. */
const asked = (query) => new URLSearchParams(Object.entries({ ...query, asOf: now.asOf }).filter(([, value]) => value)).toString();

export const statistics = (query) => read('statistics?' + asked(query));
export const cases = (indicator, query) => read(`statistics/${encodeURIComponent(indicator)}/cases?${asked(query)}`, { cache: 'no-store' });
export const ranking = (indicator, query) => read(`rankings/${encodeURIComponent(indicator)}?${asked(query)}`);
export const definition = (code) => read('indicators/' + encodeURIComponent(code));
export const regions = async () => (await read('regions')).items;

/** The rows of a figure as a file. */
export async function file(indicator, query, format) {
  return (await ask(`statistics/${encodeURIComponent(indicator)}/cases?${asked({ ...query, format })}`, { cache: 'no-store' })).blob();
}

// ---- the line --------------------------------------------------------------------------------------------------
const SILENCE = 45_000;
let line = null;

/** Listens until told to stop; hears {version, feeds}, says when the line is lost, opens another after a while. */
export function listen(hear, lost) {
  hush();
  const mine = { open: true, controller: new AbortController() };
  line = mine;
  (async () => {
    for (let pause = 1000; mine.open; pause = Math.min(pause * 2, 30_000)) {
      try {
        await follow(mine, (told) => {
          pause = 500;
          hear(told);
        });
        if (mine.open) lost(null);
      } catch (trouble) {
        if (!mine.open) return;
        lost(trouble.kind ? trouble : { kind: 'offline' });
        if (trouble.kind === 'expired' || trouble.problem?.status === 403) return;
      }
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  })();
}

export function hush() {
  if (!line) return;
  line.open = false;
  line.controller.abort();
  line = null;
}

async function follow(mine, hear) {
  mine.controller = new AbortController();
  try {
    await events(mine, hear);
  } finally {
    mine.controller.abort();
  }
}

async function events(mine, hear) {
  const answer = await ask('changes', {
    cache: 'no-store', signal: mine.controller.signal,
    headers: { Accept: 'text/event-stream', ...(now.version ? { 'Last-Event-ID': now.version } : {}) },
  });
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let gathered = ''; ;) {
    let silent;
    const silence = new Promise((_, reject) => { silent = setTimeout(() => reject({ kind: 'offline' }), SILENCE); });
    const { done, value } = await Promise.race([reader.read(), silence]).finally(() => clearTimeout(silent));
    if (done) return;
    const whole = (gathered + value).split('\n\n');
    gathered = whole.pop();
    for (const event of whole) {
      const data = event.split('\n').filter((one) => one.startsWith('data:')).map((one) => one.slice(5)).join('\n');
      if (data) hear(JSON.parse(data));
    }
  }
}
