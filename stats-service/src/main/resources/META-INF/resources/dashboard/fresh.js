// How old what is shown is: on every figure, ticking, and loud when a feed has stopped.
import { byId, h } from './elements.js';
import { now } from './state.js';
import { age, mark, moment, t } from './words.js';

/** A feed whose age is not told is no feed known to be fresh. */
const SILENT = 60;

function secondsOf(feed) {
  if (!feed || feed.ageSeconds === null || feed.ageSeconds === undefined) return null;
  return feed.ageSeconds + Math.max(0, (Date.now() - now.heardAt) / 1000);
}

const stopped = (feed) => feed.stopped || (now.heardAt && secondsOf(feed) > SILENT * 2);

/** The age under a figure; empty when this service follows no feed of that name. */
export function ageOf(source) {
  return h('p', { class: 'age', 'data-source': source });
}

export function freshLine() {
  return h('p', { class: 'fresh', id: 'fresh' });
}

/** Every few seconds, without reading anything. */
export function tick() {
  for (const place of document.querySelectorAll('.age')) {
    const feed = now.feeds.find((one) => one.source === place.dataset.source);
    const text = feed ? (stopped(feed) ? '⚠ ' : '') + t('ago', age(secondsOf(feed))) : '';
    if (place.textContent !== text) place.textContent = text;
    place.classList.toggle('late', Boolean(feed && stopped(feed)));
  }
  const line = byId('fresh');
  if (!line) return;
  const parts = now.feeds.map((feed) => h('span', { class: stopped(feed) ? 'late' : null },
    mark(`${t(feed.source)}：${stopped(feed) ? t('stopped') + '，' : ''}${t('ago', age(secondsOf(feed)))}`),
    feed.poisoned ? mark(`（${t('poisoned', feed.poisoned)}）`) : ''));
  line.replaceChildren(h('span', { class: now.live ? 'dot' : 'dot off', 'aria-hidden': true }), h('span', {}, t(now.live ? 'live' : 'notLive')), ...parts,
    now.readAt ? h('span', {}, t('readAt', moment(now.readAt))) : '');
}

/** What a stopped feed means, in words; null when all follow. */
export function stoppage() {
  const late = now.feeds.filter(stopped);
  if (!late.length) return null;
  return late.map((feed) => {
    const seconds = secondsOf(feed);
    return seconds === null ? t('stoppedNever', t(feed.source)) : t('stoppedLong', t(feed.source), moment(new Date(Date.now() - seconds * 1000)));
  });
}
