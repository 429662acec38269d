// Counties in order, with the interval that says how sure the order is.
import { AXIS, chart, HERE, INK, SOFT } from './charts.js';
import { h, table } from './elements.js';
import { number } from './headline.js';
import { now } from './state.js';
import { percent, tick } from './trend.js';
import { mark, shown, t } from './words.js';

export const regionName = (code) => {
  const found = now.regions.find((one) => one.code === code);
  return found ? (now.language ? found.pinyin : found.name) : code || '—';
};

/** Of a group: under a city's code stands what the city deals with itself, without its counties. */
export const ofACityItself = (code) => now.regions.some((one) => one.code === code && one.level !== 'county');
export const groupName = (code) => (ofACityItself(code) ? t('cityItself', regionName(code)) : regionName(code));

/** The chart beside it is as high. */
export const ranksHeight = (figures) => Math.max(260, 34 * figures.ranks.places.length + 40);

export function ranks(figures, open, name) {
  const { indicator: code, ranks: found } = figures;
  const places = found.places;
  const upwards = [...places].reverse();
  const drill = (i) => open(code, { region: upwards[i].group });
  const sure = places.some((place) => place.interval);
  const option = places.length ? {
    grid: { left: 8, right: 24, top: 8, bottom: 4, containLabel: true },
    xAxis: { type: 'value', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: tick(code) }, min: 0, max: percent(code) ? (v) => Math.min(1, roof(v.max, places)) : undefined },
    yAxis: { type: 'category', data: upwards.map((place) => `{n|${label(place)}}{v|${shown(place).text}}`), ...AXIS, axisLabel: { color: INK, fontSize: 13, rich: { n: { fontSize: 13, color: INK }, v: { fontSize: 13, fontWeight: 700, color: INK, width: 52, align: 'right' } } } },
    tooltip: { trigger: 'item', formatter: (p) => said(upwards[p.dataIndex]) },
    series: [
      { type: 'bar', data: upwards.map((place) => place.value ?? null), color: '#9dbfe3', barMaxWidth: 14, cursor: 'pointer' },
      ...(sure ? [{ type: 'custom', cursor: 'pointer', z: 3, encode: { x: [0, 1], y: 2 }, renderItem: whisker,
        data: upwards.map((place, i) => [place.interval?.low ?? null, place.interval?.high ?? null, i, place.value]) }] : []),
    ],
  } : null;
  return { draw: { id: 'ranking', option, drill }, node: chart({
    id: 'ranking', title: `${t('ranking')} · ${name}`, height: ranksHeight(figures), option, drill, note: sure ? t('rankNote') : null,
    summary: `${name}：` + places.map((place) => said(place).replace(/\n/g, '，')).join('；'), table: listed(found, open, code, name, sure),
  }) };
}

const roof = (most, places) => Math.max(most, ...places.map((place) => Number(place.interval?.high ?? 0))) * 1.08;
const label = (place) => `${place.rank ? place.rank + '  ' : ''}${groupName(place.group)}`;
const range = (place) => place.interval?.display || (place.interval ? `${tick100(place.interval.low)}–${tick100(place.interval.high)}` : '');
const tick100 = (value) => `${(value * 100).toFixed(1)}%`;
const possible = (place) => (place.bestRank ? (place.bestRank === place.worstRank ? String(place.bestRank) : `${place.bestRank}–${place.worstRank}`) : '');

function said(place) {
  return [`${label(place)}  ${shown(place).text}`, place.denominator ? `${place.numerator} / ${place.denominator}` : null,
    place.interval ? `${t('interval')} ${range(place)}` : null, place.bestRank ? `${t('rankRange')} ${possible(place)}` : null].filter(Boolean).join('\n');
}

function moved(place) {
  if (place.movement === undefined || place.movement === null) return place.rank ? t('wasNot') : '';
  return place.movement === 0 ? t('stays') : t(place.movement > 0 ? 'up' : 'down', Math.abs(place.movement));
}

function listed(found, open, code, name, sure) {
  const columns = [...(found.ranked ? [t('rank')] : []), t('county'), { text: name, number: true }, ...(sure ? [{ text: t('interval'), number: true }] : []),
    ...(found.ranked ? [t('rankRange'), t('moved')] : [])];
  const line = (place, rank) => [...(found.ranked ? [rank] : []), groupName(place.group), number(code, place, open, { region: place.group }),
    ...(sure ? [range(place)] : []), ...(found.ranked ? [possible(place), moved(place)] : [])];
  const without = (found.notRanked || []).map((one) => [...(found.ranked ? ['—'] : []), groupName(one.group),
    h('span', { class: 'soft' }, mark(now.language ? one.reasonEn || t('noBase') : one.reason || t('noBase'))), ...(sure ? [''] : []), ...(found.ranked ? ['', ''] : [])]);
  return table(t('ranking'), columns, [...found.places.map((place) => line(place, `${place.rank ?? ''}${place.tied ? mark(`（${t('tied')}）`) : ''}`)), ...without]);
}

/** A line from the low to the high end, with a dot at the figure. */
function whisker(parameters, api) {
  if (api.value(0) === null || Number.isNaN(api.value(0))) return null;
  const [left, y] = api.coord([api.value(0), api.value(2)]);
  const [right] = api.coord([api.value(1), api.value(2)]);
  const [at] = api.coord([api.value(3), api.value(2)]);
  const stroke = { stroke: SOFT, lineWidth: 1.5, fill: null };
  const bar = (x) => ({ type: 'line', shape: { x1: x, y1: y - 5, x2: x, y2: y + 5 }, style: stroke });
  return { type: 'group', children: [{ type: 'line', shape: { x1: left, y1: y, x2: right, y2: y }, style: stroke }, bar(left), bar(right),
    { type: 'circle', shape: { cx: at, cy: y, r: 4.5 }, style: { fill: HERE, stroke: '#fff', lineWidth: 1.5 } }] };
}
