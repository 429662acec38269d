// What this tab knows. The token stays in the tab, what is looked at stands in the address, the language is remembered.
import { day, parse, thisYear } from './period.js';

const kept = sessionStorage;
const language = () => {
  try {
    return localStorage.getItem('dashboard.language') === 'en' ? 1 : 0;
  } catch {
    return 0;
  }
};

export const now = {
  language: language(), token: null, person: false, regions: [], region: null, period: null, asOf: null, indicator: 'LOSS_RATE', dictionary: new Map(),
  figures: null, readAt: null, trouble: null, tables: {}, feeds: [], heardAt: null, live: false, version: null,
};

/** Out of the address bar at once, so that nobody reads it over a shoulder or finds it in the history. */
export function takeToken() {
  const found = /(?:^#|&)token=([\w.-]+)/.exec(location.hash);
  if (found) {
    history.replaceState(null, '', location.pathname + location.search);
    kept.setItem('dashboard.token', found[1]);
  }
  now.token = kept.getItem('dashboard.token');
  if (found) now.person = false;
  return Boolean(found);
}

/** A person's stays in memory alone: the session behind it outlives the tab and ends with a log-out. */
export function keepToken(token, person) {
  now.token = token;
  now.person = Boolean(person);
  if (person) return;
  if (token) kept.setItem('dashboard.token', token);
  else kept.removeItem('dashboard.token');
}

export function speak(english) {
  now.language = english ? 1 : 0;
  try {
    localStorage.setItem('dashboard.language', english ? 'en' : 'zh');
  } catch {
    // remembered as long as the page is open
  }
}

/** What the token says of its bearer; whether it is granted is for the service to say. */
export function claims() {
  try {
    const bytes = Uint8Array.from(atob(now.token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}
const has = (...roles) => (claims().groups || []).some((role) => roles.includes(role));
export const isScreen = () => has('dashboard');
export const seesRows = () => has('statistician', 'coordinator');
/** Of whoever sees figures only, two days would differ by a few cases. */
export const picksDay = () => has('statistician', 'coordinator', 'leader');

/** Region, period, day of knowledge and indicator from the address: a view can be handed on as a link. */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  now.region = /^\d{6}$/.test(query.get('region') || '') ? query.get('region') : claims().region || null;
  now.period = parse(query.get('period')) || parse(thisYear());
  now.asOf = picksDay() ? day(query.get('asOf')) : null;
  if (/^[A-Z_]+(:[A-Z_]+)?$/.test(query.get('indicator') || '')) now.indicator = query.get('indicator');
}

export function writeAddress() {
  const query = new URLSearchParams({ region: now.region, period: now.period.key, indicator: now.indicator });
  if (now.asOf) query.set('asOf', now.asOf);
  const address = `${location.pathname}?${query}`;
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
}
