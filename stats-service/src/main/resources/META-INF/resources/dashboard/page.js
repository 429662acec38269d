// The page: reads, listens, and shows.
import { draw, forget } from './charts.js';
import { funnel, heads } from './bars.js';
import * as drill from './drill.js';
import { button, byId, fill, h } from './elements.js';
import { HEAD_CODES, HEADS, readAll } from './figures.js';
import { freshLine, stoppage, tick } from './fresh.js';
import { headline, nameOf } from './headline.js';
import { heat } from './heat.js';
import { said, yearBefore } from './period.js';
import { pickers } from './pickers.js';
import { ranks, regionName } from './ranks.js';
import * as service from './service.js';
import * as session from './session.js';
import { keepToken, now, readAddress, speak, takeToken } from './state.js';
import { trend } from './trend.js';
import { moment, stamp, t } from './words.js';

let turn = 0;
let reading = false;
let again = false;

/** Reads everything anew; what was read before stays on the page until then, and if reading fails. */
async function load(announced) {
  const mine = ++turn;
  reading = true;
  again = false;
  try {
    await words();
    const figures = await readAll();
    if (mine !== turn) return;
    const moved = announced && JSON.stringify(figures) !== JSON.stringify(now.figures);
    now.figures = figures;
    now.readAt = new Date();
    now.trouble = null;
    render();
    if (moved) byId('said').replaceChildren(h('span', {}, t('updated')));
  } catch (trouble) {
    if (mine !== turn) return;
    if (!trouble.kind) throw trouble;
    troubled(trouble);
  } finally {
    if (mine === turn) {
      reading = false;
      if (again && now.token) load(true);
    }
  }
}

/** Names of regions and indicators, once. */
async function words() {
  if (now.dictionary.size) return;
  const variants = HEAD_CODES.flatMap((code) => HEADS.filter(Boolean).map((variant) => service.definition(code + variant)));
  const [regions, dictionary, ...others] = await Promise.all([service.regions(), service.read('indicators'), ...variants]);
  now.regions = regions;
  for (const one of [...dictionary.items, ...others]) now.dictionary.set(one.code, one);
  // a link made by somebody with more to see, or an indicator that is no more
  if (!regions.some((one) => one.code === now.region) && regions.length) now.region = regions[0].code;
  if (!now.dictionary.has(now.indicator)) now.indicator = 'LOSS_RATE';
}

function troubled(trouble) {
  now.trouble = trouble;
  if (trouble.kind === 'expired' && now.person && session.sendAway(view())) return;
  if (trouble.kind === 'offline') setTimeout(() => { if (now.trouble?.kind === 'offline' && now.token) load(); }, 5000);
  if (trouble.kind === 'expired') service.hush();
  if (trouble.kind === 'expired') now.live = false;
  alarm();
  if (!now.figures) render();
  tick();
}

// ---- what is heard on the line ----------------------------------------------------------------------------------
function hear(told) {
  now.feeds = told.feeds;
  now.heardAt = Date.now();
  now.live = true;
  const changed = told.version !== now.version;
  now.version = told.version;
  alarm();
  tick();
  if (!changed && now.trouble?.kind !== 'offline') return;
  // what is being read is shown first: where changes come faster than pages are read, none would ever be
  if (reading) again = true;
  else load(now.figures !== null);
}

/** A line that ends in good order is opened again at once; only one that fails is said to be lost. */
function lost(trouble) {
  if (!trouble) return;
  now.live = false;
  if (trouble.kind === 'expired') return troubled(trouble);
  alarm();
  tick();
}

// ---- showing ----------------------------------------------------------------------------------------------------
function render() {
  document.documentElement.lang = now.language ? 'en' : 'zh-CN';
  document.title = t('title');
  byId('title').textContent = t('title');
  tools();
  alarm();
  fill(byId('asked'), now.token && now.regions.length ? pickers(changed) : null);
  forget();
  const { figures } = now;
  if (!now.token) return fill(byId('main'), tokenForm(true));
  if (!figures) return fill(byId('main'), now.trouble ? null : h('p', {}, t('loading')));
  const name = nameOf(figures.indicator);
  const charts = [trend, ranks, heat].map((make) => make(figures, drill.open, name));
  fill(byId('main'),
    h('div', { class: 'asked' }, h('p', { class: 'which' }, h('strong', {}, regionName(now.region)), ' ', said(now.period), now.asOf ? h('span', { class: 'tag', id: 'known' }, t('knownOn', now.asOf)) : null),
      h('p', { class: 'soft' }, t('compared', said(yearBefore(now.period)))), freshLine()),
    h('p', { class: 'printed' }, t('printedOn', stamp(new Date()), stamp(now.readAt)), ` · ${t('version')} ${figures.definitionVersion}`),
    headline(figures.values, drill.open),
    h('div', { class: 'two' }, charts[0].node, charts[1].node), charts[2].node,
    h('div', { class: 'two' }, heads(figures, drill.open), funnel(figures, drill.open)));
  charts.forEach(({ draw: one }) => draw(one.id, one.option, one.drill));
  tick();
}

/** Another region, period or indicator. */
function changed() {
  byId('said').replaceChildren();
  load();
}

function tools() {
  fill(byId('tools'),
    now.figures ? button('print', t('print'), () => print()) : null,
    button('language', t('language'), () => {
      speak(!now.language);
      byId('said').replaceChildren();
      render();
    }, { lang: now.language ? 'zh-CN' : 'en' }),
    now.token ? button('leave', t('leave'), leave) : null);
}

/** Said once, and again only when it is something else. */
function alarm() {
  const place = byId('alert');
  const { trouble } = now;
  const stopped = trouble?.kind === 'expired' ? null : stoppage();
  const key = JSON.stringify([trouble?.kind, trouble?.problem?.detail, stopped && now.feeds.filter((one) => one.stopped).map((one) => one.source), now.language, Boolean(now.figures)]);
  if (place.dataset.shown === key) return;
  place.dataset.shown = key;
  const line = trouble && (trouble.kind === 'refused' ? refusal(trouble.problem) : t(trouble.kind === 'expired' && now.person ? 'ended' : trouble.kind));
  fill(place,
    line ? h('div', { class: 'trouble' }, h('p', {}, line, ' ', now.figures && now.readAt ? t('shownOld', moment(now.readAt)) : ''), trouble.kind === 'expired' ? tokenForm() : null) : null,
    stopped ? h('div', { class: 'trouble', id: 'stopped' }, stopped.map((one) => h('p', {}, one))) : null);
}

const refusal = (problem) => (problem.status === 403 ? t('refused') : problem.status === 404 ? t('notFound') : problem.detail || t('failed', problem.status));

const view = () => location.search.slice(1);

function tokenForm(alone) {
  const input = h('input', { id: 'paste', type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const fault = h('p', { class: 'fault', id: 'paste-fault' });
  return h('form', { id: 'token', class: 'paper', novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    const found = /(?:token=|^\s*)([\w-]+\.[\w-]+\.[\w-]+)\s*$/.exec(input.value);
    if (found) return begin(found[1]);
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', 'paste-fault');
    fault.textContent = t('notToken');
    input.focus();
  } },
  alone ? [h('h2', {}, t(session.offered() ? 'noLogin' : 'noToken')), session.offered() ? null : h('p', {}, t('howToken'))] : null,
  session.offered() ? h('div', { class: 'buttons' }, button('log-in', t('logIn'), () => session.logIn(view()), { class: 'first' })) : null,
  h('div', {}, h('label', { for: 'paste' }, t('paste')), input, fault),
  h('div', { class: 'buttons' }, h('button', { type: 'submit', class: session.offered() ? 'quiet' : 'first', id: 'use' }, t('use'))));
}

function begin(token, person) {
  keepToken(token, person);
  Object.assign(now, { trouble: null, figures: null, regions: [], version: null, feeds: [] });
  now.dictionary.clear();
  readAddress();
  render();
  service.listen(hear, lost);
  load();
}

/** Nothing is left in the tab. */
function leave() {
  if (now.person) session.logOut();
  service.hush();
  turn++;
  reading = false;
  keepToken(null);
  Object.assign(now, { trouble: null, figures: null, regions: [], version: null, feeds: [], live: false });
  byId('said').replaceChildren();
  render();
}

addEventListener('hashchange', () => { if (takeToken()) begin(now.token); });
addEventListener('popstate', () => { if (now.token) { readAddress(); load(); } });
addEventListener('online', () => { if (now.trouble?.kind === 'offline') load(); });
byId('drill').addEventListener('click', (event) => { if (event.target === byId('drill')) drill.close(); });
setInterval(tick, 5000);
setInterval(alarm, 5000);

const given = takeToken();
readAddress();
if (given) begin(now.token);
else session.enter(now, begin, render, view);
