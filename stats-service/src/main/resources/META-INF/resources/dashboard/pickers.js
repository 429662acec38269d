// Region, period, day of knowledge and indicator; what is picked goes into the address.
import { button, byId, h, select } from './elements.js';
import { GROUPS } from './figures.js';
import { nameOf } from './headline.js';
import { day, parse, thisYear } from './period.js';
import { regionName } from './ranks.js';
import { now, picksDay, writeAddress } from './state.js';
import { t } from './words.js';

let ranging = false;

export function pickers(changed) {
  const pick = (set) => {
    set();
    ranging = false;
    writeAddress();
    changed();
  };
  const { period } = now;
  const last = Math.max(Number(thisYear()), Number(period.year));
  const years = Array.from({ length: last - Math.min(2015, Number(period.year)) + 1 }, (_, i) => String(last - i));
  const part = (value, label) => ({ value, label });
  const parts = [part('', t('whole')), part('H1', t('half', t('first'))), part('H2', t('half', t('second'))),
    ...[1, 2, 3, 4].map((n) => part('Q' + n, t('quarter', now.language ? n : '一二三四'[n - 1]))),
    ...Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')).map((n) => part(n, now.language ? n : `${Number(n)}月`)), part('range', t('range'))];
  const choose = (key) => pick(() => { now.period = parse(key) || now.period; });
  return h('form', { class: 'pickers', onsubmit: (event) => event.preventDefault() },
    select('region', t('region'), now.regions.map((one) => ({ value: one.code, label: regionName(one.code) })), now.region, (code) => pick(() => { now.region = code; })),
    select('year', t('year'), years.map((year) => part(year, year)), period.year, (year) => choose(year + (period.part && period.part !== 'range' ? '-' + period.part : ''))),
    select('part', t('part'), parts, ranging ? 'range' : period.part, (value) => {
      if (value !== 'range') return choose(byId('year').value + (value ? '-' + value : ''));
      ranging = true;
      byId('months').hidden = false;
      byId('from').focus();
    }),
    range(pick),
    select('indicator', t('indicator'), GROUPS.map(([name, figures]) => ({ label: t(name), options: figures.map(({ code }) => part(code, nameOf(code))) })), now.indicator,
      (code) => pick(() => { now.indicator = code; })),
    picksDay() ? known(pick) : null);
}

/** The day whose knowledge counts; empty for now. A year that is being typed is no day yet. */
function known(pick) {
  const take = ({ target: { value } }) => (value && !day(value) ? null : pick(() => { now.asOf = day(value); }));
  return h('div', { class: 'field' }, h('label', { for: 'asOf' }, t('asOf')),
    h('input', { id: 'asOf', type: 'date', value: now.asOf || '', onchange: take }));
}

/** Two months; shown when months are what is picked. */
function range(pick) {
  const fault = h('p', { class: 'fault', id: 'range-fault', role: 'alert' });
  const take = () => {
    const key = `${byId('from').value}..${byId('to').value}`;
    const found = parse(key);
    fault.textContent = found ? '' : t('badRange');
    if (found) pick(() => { now.period = found; });
  };
  const month = (id) => h('div', { class: 'field' }, h('label', { for: id }, t(id)),
    h('input', { id, type: 'month', value: now.period[id], pattern: '\\d{4}-\\d{2}', 'aria-describedby': 'range-fault' }));
  return h('div', { class: 'months', id: 'months', hidden: !(ranging || now.period.part === 'range') }, month('from'), month('to'), button('take', t('use'), take), fault);
}
