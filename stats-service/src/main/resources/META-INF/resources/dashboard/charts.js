// Charts: each a picture with a table of the same numbers behind a button; what is clicked opens its rows.
import { button, byId, h } from './elements.js';
import { now } from './state.js';
import { t } from './words.js';

/* global echarts, trustedTypes */
// the charts empty their place with innerHTML = ''; nothing else is let through
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });

export const INK = '#1b2430';
export const SOFT = '#51606f';
const LINE = '#c9d2dc';
/** Blue and vermilion, told apart by every eye, and by dash and shape besides. */
export const HERE = '#0b57a4';
export const THERE = '#c2560a';
/** One hue from light to dark, so that it reads in grey too. */
export const STEPS = ['#eef4fb', '#c6dbef', '#9ecae1', '#6baed6', '#3182bd', '#08519c'];

const drawn = new Map();
const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

export const AXIS = {
  axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false }, axisLabel: { color: SOFT, fontSize: 12 },
  splitLine: { lineStyle: { color: '#e6ebf0' } },
};

/**
 * A chart and its table, one of them shown.
 * @param parts {id, title, note, height, summary, option, table, drill, legend}: option null when there is nothing to draw;
 *   drill(dataIndex, seriesIndex) opens what was clicked
 */
export function chart(parts) {
  const { id, title, note, height, summary, option, drill } = parts;
  const asTable = Boolean(now.tables[id]) || !option;
  const place = h('div', { class: 'chart', id: 'chart-' + id, role: 'img', 'aria-label': summary, style: { height: height + 'px' }, hidden: asTable });
  const other = h('div', { class: 'numbers', id: 'table-' + id, hidden: !asTable }, parts.table);
  const flip = button('flip-' + id, t(asTable ? 'asChart' : 'asTable'), () => {
    now.tables[id] = !now.tables[id];
    place.hidden = now.tables[id];
    other.hidden = !now.tables[id];
    flip.textContent = t(now.tables[id] ? 'asChart' : 'asTable');
    flip.setAttribute('aria-label', `${flip.textContent}：${title}`);
    if (!place.hidden) draw(id, option, drill);
  }, { class: 'quiet', 'aria-controls': `chart-${id} table-${id}`, 'aria-label': `${t(asTable ? 'asChart' : 'asTable')}：${title}` });
  return h('figure', { class: 'paper', id, 'aria-labelledby': id + '-title' },
    h('div', { class: 'head' }, h('h2', { id: id + '-title' }, title), parts.aside, option ? flip : null),
    place, other, note ? h('figcaption', { class: 'soft' }, note) : null);
}

/** Once the place stands on the page. */
export function draw(id, option, drill) {
  const place = byId('chart-' + id);
  if (!place || place.hidden || !option) return;
  drawn.get(id)?.dispose();
  const made = echarts.init(place, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, globalThis.devicePixelRatio || 1) });
  made.setOption({
    animation: false, textStyle: { fontFamily: FONT, color: INK }, aria: { enabled: false },
    // a tooltip of text drawn on the canvas: one of markup would be refused
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: '#fff', borderColor: LINE, textStyle: { color: INK, fontSize: 13 }, ...option.tooltip },
    ...Object.fromEntries(Object.entries(option).filter(([name]) => name !== 'tooltip')),
  });
  if (drill) made.on('click', (event) => { if (event.componentType === 'series') drill(event.dataIndex, event.seriesIndex); });
  drawn.set(id, made);
}

export function forget() {
  drawn.forEach((one) => one.dispose());
  drawn.clear();
}

/** As wide as a sheet, so that letters come out as large as those around them. */
const SHEET = 700;
addEventListener('beforeprint', () => drawn.forEach((one) => one.resize({ width: SHEET })));
addEventListener('afterprint', () => drawn.forEach((one) => one.resize({ width: 'auto' })));

let waiting;
addEventListener('resize', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => drawn.forEach((one) => one.resize()), 100);
});
