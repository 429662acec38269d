// The figures in front: each with its change, what it was counted from, and how old it is.
import { button, h } from './elements.js';
import { GROUPS, goodOf, sourceOf } from './figures.js';
import { ageOf } from './fresh.js';
import { now, seesRows } from './state.js';
import { grouped, shown, t } from './words.js';

/** Beside other figures a name must say what it counts, even where the dictionary can be short. */
const LONGER = { RECTIFICATIONS_OUTSTANDING: ['未整改存量', 'Rectifications outstanding'], RECONSIDERATIONS_CONCLUDED: ['办结复议', 'Reconsiderations concluded'] };

export const nameOf = (code) => {
  if (LONGER[code]) return LONGER[code][now.language];
  const found = now.dictionary.get(code);
  if (!found) return code;
  return now.language ? found.en[0].toUpperCase() + found.en.slice(1) : found.zh;
};

/** A number that opens what stands behind it; what is not shown says why. */
export function number(code, value, open, where, kind) {
  const { text, why } = shown(value);
  const said = t(seesRows() ? 'rows' : 'meaning', nameOf(code), text);
  return h('button', { type: 'button', class: 'number ' + (kind || ''), title: why, 'aria-label': why ? `${said} ${why}` : said, onclick: () => open(code, where || {}) }, text);
}

/** Better and worse are told by a sign and a word of direction; the colour only repeats it. */
function change(code, value) {
  const before = shown(value.previous);
  if (!value.previous || value.previous.value === null || value.change === undefined || value.change === null) {
    return h('p', { class: 'change soft' }, value.previous && value.previous.value !== null && value.previous.value !== undefined ? t('previous', before.text) : t('noPrevious'));
  }
  const up = Math.sign(value.change);
  const text = up === 0 ? t('same') : value.changeDisplay.replace(' 个百分点', now.language ? ' pp' : ' 个百分点').replace(/^[+-]/, '');
  const good = goodOf(code) * up;
  return h('p', { class: 'change' }, h('span', { class: good > 0 ? 'good' : good < 0 ? 'bad' : 'even' }, (up > 0 ? '▲ ' : up < 0 ? '▼ ' : '') + text), ' ',
    h('span', { class: 'soft' }, t('previous', before.text)));
}

function tile({ code, main }, values, open) {
  const value = values[code];
  if (!value) return null;
  const { text, why } = shown(value);
  const base = value.denominator;
  return h('li', { class: main ? 'tile main' : 'tile', id: 'tile-' + code },
    h('h3', {}, nameOf(code), value.provisional ? h('span', { class: 'tag', title: t('provisionalWhy') }, t('provisional')) : null),
    h('div', { class: 'figure' }, button('n-' + code, text, () => open(code, {}), {
      class: 'big', 'aria-label': t(seesRows() ? 'rows' : 'meaning', nameOf(code), text) + (why ? ' ' + why : ''),
    }), base ? h('span', { class: 'soft base' }, t('of', grouped(value.numerator), grouped(value.denominator))) : null),
    why ? h('p', { class: 'soft base' }, why) : null, change(code, value), ageOf(sourceOf(code)));
}

export const headline = (values, open) => GROUPS.map(([name, figures]) =>
  h('section', { class: 'group', id: 'group-' + name, 'aria-labelledby': 'group-title-' + name }, h('h2', { id: 'group-title-' + name }, t(name)),
    h('ul', { class: 'tiles' }, figures.map((figure) => tile(figure, values, open)))));
