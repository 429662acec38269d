// By month, beside the same months a year before.
import { AXIS, chart, HERE, THERE } from './charts.js';
import { h, table } from './elements.js';
import { isRate } from './figures.js';
import { number } from './headline.js';
import { plus } from './period.js';
import { ranksHeight } from './ranks.js';
import { now } from './state.js';
import { shown, t } from './words.js';

const plain = (value) => (value?.value === null || value?.value === undefined ? null : value.value);
export const percent = (code) => now.dictionary.get(code)?.shape === 'RATE';
export const tick = (code) => (value) => (percent(code) ? `${Number((value * 100).toFixed(2))}%` : String(value));

export function trend(figures, open, name) {
  const height = ranksHeight(figures);
  const { indicator: code, trend: rows } = figures;
  const drill = (i, series) => open(code, { month: series ? plus(rows[i].month, -12) : rows[i].month });
  const here = rows.map((row) => plain(row.value));
  const there = rows.map((row) => plain(row.value?.previous));
  const line = (label, data, color, dash, symbol) => ({
    name: label, type: 'line', data, symbol, symbolSize: 8, color, lineStyle: { width: 2.5, type: dash }, connectNulls: false, cursor: 'pointer', triggerLineEvent: false,
  });
  const option = here.concat(there).every((one) => one === null) ? null : {
    grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 32, itemGap: 20, textStyle: { fontSize: 13 } },
    xAxis: { type: 'category', data: rows.map((row) => row.month), ...AXIS },
    yAxis: { type: 'value', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: tick(code) }, minInterval: isRate(code) ? 0 : 1, scale: isRate(code) },
    tooltip: { trigger: 'axis', formatter: (points) => [points[0].axisValue, ...points.map((p) => `${p.seriesName}　${text(rows[p.dataIndex], p.seriesIndex)}`)].join('\n') },
    series: [line(t('thisPeriod'), here, HERE, 'solid', 'circle'), line(t('lastYear'), there, THERE, 'dashed', 'emptyDiamond')],
  };
  return { draw: { id: 'trend', option, drill }, node: chart({
    id: 'trend', title: `${t('trend')} · ${name}`, height, option, drill,
    summary: `${name}：` + rows.map((row) => `${row.month} ${shown(row.value).text}`).join('，'),
    table: table(t('trend'), [t('month'), { text: name, number: true }, { text: t('lastYear'), number: true }, { text: t('change'), number: true }],
      rows.map((row) => [row.month, number(code, row.value, open, { month: row.month }),
        number(code, row.value?.previous, open, { month: plus(row.month, -12) }), h('span', {}, changed(row.value))])),
  }) };
}

const text = (row, series) => shown(series ? row.value?.previous : row.value).text;
const changed = (value) => value?.changeDisplay?.replace(' 个百分点', now.language ? ' pp' : ' 个百分点') || '—';
