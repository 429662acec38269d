// Heads in court by every base, and the way of the high-risk suits: bars of the page itself, with their numbers beside them.
import { h } from './elements.js';
import { FUNNEL, HEAD_CODES, HEADS } from './figures.js';
import { nameOf, number } from './headline.js';
import { grouped, shown, t } from './words.js';

function bar(label, code, value, share, open, more) {
  return h('li', { class: 'bar-row' }, h('span', { class: 'label' }, label), h('span', { class: 'track', 'aria-hidden': true }, h('span', { class: 'fill', style: { width: `${Math.max(0, Math.min(1, share)) * 100}%` } })),
    number(code, value, open, {}, 'inline'), h('span', { class: 'soft base' }, more || ''));
}

export function heads(figures, open) {
  const row = (code) => {
    const value = figures.values[code];
    return bar(nameOf(code), code, value, value?.value ?? 0, open, value?.denominator ? t('of', grouped(value.numerator), grouped(value.denominator)) : shown(value).why);
  };
  return h('section', { class: 'paper', id: 'heads', 'aria-labelledby': 'heads-title' }, h('div', { class: 'head' }, h('h2', { id: 'heads-title' }, t('heads'))),
    HEAD_CODES.map((code) => h('ul', { class: 'bars' }, HEADS.map((variant) => row(code + variant)))));
}

export function funnel(figures, open) {
  const most = Math.max(1, ...FUNNEL.map(([, code]) => figures.values[code]?.value ?? 0));
  const rate = figures.values.HIGH_RISK_RESOLUTION_RATE;
  return h('section', { class: 'paper', id: 'funnel', 'aria-labelledby': 'funnel-title' }, h('div', { class: 'head' }, h('h2', { id: 'funnel-title' }, t('funnel'))),
    h('ol', { class: 'bars steps' }, FUNNEL.map(([step, code]) => bar(t(step), code, figures.values[code], (figures.values[code]?.value ?? 0) / most, open))),
    h('p', {}, nameOf('HIGH_RISK_RESOLUTION_RATE'), ' ', number('HIGH_RISK_RESOLUTION_RATE', rate, open, {}, 'inline'), ' ',
      h('span', { class: 'soft' }, rate?.denominator ? t('of', grouped(rate.numerator), grouped(rate.denominator)) : shown(rate).why)),
    h('p', { class: 'soft' }, t('funnelNote')));
}
