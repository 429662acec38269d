// The page's side of a login: its token, renewed in time, and the way to the provider and back.
const RENEWED_BEFORE = 30_000;
/** As long as the provider lets a session lie idle; a page that nobody looks at is not to keep it alive. */
const IDLE = 30 * 60_000;
const GONE = 'session.gone';
const LEFT = 'session.left';

const here = (name) => new URL(name, import.meta.url);
const kept = sessionStorage;

let login = 'off';
let held = null;
let asking = null;
let touched = Date.now();
let unattended = false;
for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel']) addEventListener(sign, () => { touched = Date.now(); }, { passive: true, capture: true });

async function ask() {
  const answer = await fetch(here('token'), { cache: 'no-store', credentials: 'same-origin', headers: { 'X-Requested-With': 'JavaScript' } }).catch(() => null);
  if (!answer?.ok) throw { kind: 'offline' };
  const told = await answer.json();
  login = told.login;
  held = login === 'in' ? { token: told.token, until: Date.now() + Math.max(1000, told.expiresInSeconds * 1000 - RENEWED_BEFORE) } : null;
  if (held) kept.removeItem(LEFT);
}

/** Of all tabs one at a time: the provider takes each refresh token once. */
const alone = (work) => (navigator.locks ? navigator.locks.request(here('token').pathname, work) : work());

/** Whether people log in here at all. */
export const offered = () => login !== 'off';

/** A screen on a wall is touched by nobody and stays logged in. */
export function leaveAlone(screen) {
  unattended = screen;
}

/**
 * Begins a page with whoever is logged in; else with whoever's token was pasted; else sends to log in, if people do here.
 * @param now what the page knows: its pasted token, its trouble
 * @param view the query to come back to, when it is asked for
 */
export async function enter(now, begin, render, view = () => undefined) {
  try {
    const who = await token();
    if (who) return begin(who, true);
    now.trouble = null;
  } catch (trouble) {
    if (!trouble.kind) throw trouble;
    if (!now.token) {
      now.trouble = trouble;
      setTimeout(enter, 5000, now, begin, render, view);
      return render();
    }
  }
  if (now.token) return begin(now.token);
  if (!offered() || !sendAway(view())) render();
}

/**
 * The token to call the service with, or null when nobody is logged in; throws {kind: 'offline'}.
 * @param refused a token that the service did not take
 */
export async function token(refused) {
  if (held && held.token !== refused && Date.now() < held.until) return held.token;
  if (held && !unattended && Date.now() - touched > IDLE) {
    kept.setItem(LEFT, 'idle');
    held = null;
    login = 'none';
  }
  if (login === 'none' && kept.getItem(LEFT)) return null;
  asking ||= alone(ask).finally(() => { asking = null; });
  await asking;
  return held?.token ?? null;
}

/** Sends the person to log in unless they have left, or have just come back without a login. */
export function sendAway(query) {
  if (kept.getItem(LEFT) || Date.now() - Number(kept.getItem(GONE) || 0) < 30_000) return false;
  logIn(query);
  return true;
}

export function logIn(query) {
  kept.removeItem(LEFT);
  kept.setItem(GONE, String(Date.now()));
  const to = here('login');
  if (query) to.searchParams.set('back', query);
  location.assign(to);
}

/** Ends the session at the provider as well. */
export function logOut() {
  kept.setItem(LEFT, 'out');
  held = null;
  location.assign(here('logout'));
}
