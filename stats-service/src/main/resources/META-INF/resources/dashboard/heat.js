// Month by region: where and when.
import { AXIS, chart, INK, SOFT, STEPS } from './charts.js';
import { table } from './elements.js';
import { number } from './headline.js';
import { months } from './period.js';
import { groupName } from './ranks.js';
import { now } from './state.js';
import { shown, t } from './words.js';

export function heat(figures, open, name) {
  const { indicator: code, heat: rows } = figures;
  const cell = new Map(rows.map((row) => [`${row.group.region} ${row.group.month}`, row.values[code]]));
  const across = months(now.period);
  const counties = now.regions.filter((one) => one.level === 'county' && one.code.startsWith(now.region.replace(/(00)+$/, '')));
  const listed = counties.length ? counties.map((one) => one.code) : [now.region];
  const strangers = [...new Set(rows.map((row) => row.group.region))].filter((one) => !listed.includes(one));
  const down = [...listed, ...strangers].reverse();
  // a rate of nothing is nothing; a count of nothing is none
  const none = counted(code) ? { value: 0, display: '0' } : null;
  // that something is withheld is said once for a region: which months it is, nobody is told
  const withheld = new Set(rows.filter((row) => !row.group.month).map((row) => row.group.region));
  const value = (region, month) => cell.get(`${region} ${month}`) || (withheld.has(region) ? { value: null, suppressed: true } : none);
  const points = down.flatMap((region, y) => across.map((month, x) => ({ region, month, at: [x, y], is: value(region, month) })));
  const nothing = points.filter((point) => point.is?.value === null || point.is?.value === undefined);
  const numbers = points.map((point) => point.is?.value).filter((one) => one !== null && one !== undefined).map(Number);
  const [least, most] = [Math.min(...numbers, 0), Math.max(...numbers, 0)];
  const narrow = matchMedia('(max-width: 40rem)').matches;
  const option = numbers.length ? {
    grid: { left: 4, right: 8, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: across.map((month) => (across.length > 12 || !narrow ? month : String(Number(month.slice(5))))), ...AXIS, splitLine: { show: false } },
    yAxis: { type: 'category', data: down.map(groupName), ...AXIS, axisLabel: { color: INK, fontSize: 13 }, splitLine: { show: false } },
    visualMap: { show: false, seriesIndex: 0, min: least, max: most || 1, inRange: { color: STEPS }, dimension: 2 },
    tooltip: { trigger: 'item', formatter: (p) => said((p.seriesIndex ? nothing : points)[p.dataIndex]) },
    series: [{ type: 'heatmap', cursor: 'pointer', itemStyle: { borderColor: '#fff', borderWidth: 2 },
      data: points.map((point) => ({ value: [...point.at, point.is?.value ?? '-'],
        label: { show: across.length <= 18, fontSize: narrow ? 9 : 12, color: dark(point.is, least, most) ? '#fff' : INK, formatter: narrow ? short(point.is) : shown(point.is).text } })) },
    { type: 'scatter', cursor: 'pointer', symbolSize: 22, itemStyle: { color: 'transparent' }, label: { show: true, formatter: '—', color: SOFT }, data: nothing.map((point) => point.at) }],
  } : null;
  const drill = (i, series) => {
    const { region, month } = (series ? nothing : points)[i];
    open(code, { region, month });
  };
  return { draw: { id: 'heat', option, drill }, node: chart({
    id: 'heat', title: `${t('heat')} · ${name}`, height: down.length * 34 + 34, option, drill, note: t('heatNote'),
    summary: `${name}：` + extremes(points),
    table: table(t('heat'), [t('county'), ...across.map((month) => ({ text: month, number: true }))],
      [...down].reverse().map((region) => [groupName(region), ...across.map((month) => number(code, value(region, month), open, { region, month }))])),
  }) };
}

const counted = (code) => now.dictionary.get(code)?.shape === 'COUNT';
const said = ({ region, month, is }) => [`${groupName(region)} ${month}`, shown(is).text + (shown(is).why ? ` ${shown(is).why}` : ''),
  is?.denominator ? `${is.numerator} / ${is.denominator}` : null].filter(Boolean).join('\n');
const dark = (is, least, most) => is && is.value !== null && most > least && (is.value - least) / (most - least) > 0.55;
/** On a phone the cells have no room for a sign; a number that does not fit is left to the table, not cut. */
const short = (is) => {
  const text = shown(is).text.replace(/%$/, '').replace(/\.0+$/, '');
  return text.length > 4 ? '' : text;
};

function extremes(points) {
  const has = points.filter((point) => point.is && point.is.value !== null).sort((a, b) => b.is.value - a.is.value);
  if (!has.length) return t('noBase');
  return [has[0], has[has.length - 1]].map((point) => `${groupName(point.region)} ${point.month} ${shown(point.is).text}`).join(' … ');
}
